//! Lengths of time: "two years", "16-hour", "the past three months", "several days", and what is counted
//! with them: "two years ago", "three days later".

use super::super::number::{self, Amount};
use super::super::phrase::{Core, From, Phrase, Shift};
use super::super::scan::{Scan, after};
use super::super::value::{Length, Unit, Value};
use super::super::words::{Key, Which, Word};
use crate::lexicon::Class;
use crate::text::Shape;

/// A unit at token `i`, singular or plural.
fn unit(scan: &Scan<'_>, i: usize) -> Option<(Unit, bool)> {
    match scan.word(i) {
        Word::Unit(unit) => Some((unit, false)),
        Word::Units(unit) => Some((unit, true)),
        Word::Key(Key::Fortnight) => Some((Unit::Week, false)),
        _ => None,
    }
}

/// The words that stand between a number and its unit and change nothing: "two full years".
const FILLERS: &[&str] = &[
    "full",
    "more",
    "consecutive",
    "straight",
    "additional",
    "long",
    "short",
    "other",
    "whole",
    "further",
    "calendar",
    "trading",
    "working",
    "business",
    "fiscal",
    "extra",
    "solid",
    "bloody",
    "brutal",
];

/// An amount with its unit: the length, whether its unit stood in the plural, and the token after.
pub(super) fn counted(scan: &Scan<'_>, i: usize) -> Option<(Length, bool, usize)> {
    let (amount, at) = number::amount(scan, i)?;
    let hyphen = scan.hyphen(at);
    let mut at = if hyphen { after(at, 1) } else { at };
    if !hyphen && scan.is_any(at, FILLERS) {
        at = after(at, 1);
    }
    let (unit, plural) = unit(scan, at)?;
    if scan.hyphen(after(at, 1))
        && scan.is_any(after(at, 2), &["ago", "earlier", "end", "over", "to", "on", "round"])
    {
        return None;
    }
    // "twenty second" is an ordinal; "a second" is one more often than a length.
    if unit == Unit::Second && !plural && !hyphen {
        return None;
    }
    // "three quarters of the town", "a quarter".
    if unit == Unit::Quarter
        && (scan.is(after(at, 1), "of") && amount.count.is_some_and(|n| n <= 3) && !is_led(scan, i)
            || amount.count == Some(1)
            || hyphen && plural)
    {
        return None;
    }
    let double = if scan.key(at, Key::Fortnight) { 2 } else { 1 };
    let next = after(at, 1);
    let (amount, next) = trailing_half(scan, amount, next);
    let count = amount.count.map(|n| n.checked_mul(double)).map_or(Some(None), |n| n.map(Some))?;
    Some((length(Amount { count, ..amount }, unit)?, plural, next))
}

/// Whether "first", "last" or "past" stands before an amount: "the first two quarters of the year".
fn is_led(scan: &Scan<'_>, i: usize) -> bool {
    scan.before(i).is_some_and(|b| matches!(scan.word(b), Word::Ordinal(0 | 1) | Word::Which(_)))
}

/// "a quarter of an hour", "three-quarters of an hour", "a quarter-century".
pub(super) fn quarter_of(scan: &Scan<'_>, i: usize) -> Option<Core> {
    let (count, at): (u32, usize) = match scan.word(i) {
        Word::Key(Key::A) => (1, after(i, 1)),
        Word::Unit(Unit::Quarter) => (1, i),
        Word::Count(3) => (3, after(i, 1)),
        _ => return None,
    };
    let at = if scan.hyphen(at) { after(at, 1) } else { at };
    if !matches!(scan.word(at), Word::Unit(Unit::Quarter) | Word::Units(Unit::Quarter)) {
        return None;
    }
    let next = after(at, 1);
    let of = scan.is(next, "of") && scan.key(after(next, 1), Key::A);
    let at = if of {
        after(next, 2)
    } else if scan.hyphen(next) {
        after(next, 1)
    } else {
        next
    };
    let (unit, parts) = match scan.word(at) {
        Word::Unit(Unit::Century) => (Unit::Year, 25),
        Word::Unit(Unit::Hour) if of => (Unit::Minute, 15),
        _ => return None,
    };
    let length = Length::new(Some(count.checked_mul(parts)?), unit);
    Some(Core::length(length, after(at, 1), "duration.counted"))
}

/// "a year and a half", "an hour and a half".
fn trailing_half(scan: &Scan<'_>, amount: Amount, i: usize) -> (Amount, usize) {
    let half = scan.is(i, "and") && scan.key(after(i, 1), Key::A) && scan.is(after(i, 2), "half");
    if half && !amount.half { (Amount { half: true, ..amount }, after(i, 3)) } else { (amount, i) }
}

/// The length of an amount of a unit: decades count as ten years, a half as the next smaller unit.
pub(super) fn length(amount: Amount, unit: Unit) -> Option<Length> {
    let (factor, unit) = match (unit, amount.count) {
        (Unit::Decade, Some(_)) => (10, Unit::Year),
        (Unit::Century, Some(_)) => (100, Unit::Year),
        (Unit::Millennium, Some(_)) => (1000, Unit::Year),
        (unit, _) => (1, unit),
    };
    let Some(count) = amount.count else { return Some(Length::new(None, unit)) };
    let count = count.checked_mul(factor)?;
    let half = amount.half.then(|| half_of(unit, factor)).flatten();
    Some(match (count, half) {
        (0, Some((n, smaller))) => Length::new(Some(n), smaller),
        (0, None) if amount.half => return None,
        (_, rest @ Some((n, smaller))) if factor > 1 => {
            let _ = (rest, smaller);
            Length::new(Some(count.checked_add(n)?), unit)
        }
        (_, rest) => Length { amount: Some(count), unit, rest },
    })
}

fn half_of(unit: Unit, factor: u32) -> Option<(u32, Unit)> {
    if factor > 1 {
        return Some((factor.checked_div(2)?, unit));
    }
    match unit {
        Unit::Year => Some((6, Unit::Month)),
        Unit::Month => Some((15, Unit::Day)),
        Unit::Week => Some((3, Unit::Day)),
        Unit::Day => Some((12, Unit::Hour)),
        Unit::Hour => Some((30, Unit::Minute)),
        Unit::Minute => Some((30, Unit::Second)),
        _ => None,
    }
}

/// "two years", "16-hour", "a couple of weeks", with "ago", "earlier", "later" where they follow.
pub(super) fn plain(scan: &Scan<'_>, i: usize) -> Option<Core> {
    if i > scan.start && scan.glued(i) && scan.before(i).is_some_and(|b| joined(scan, b)) {
        return None;
    }
    let (first, plural, mut next) = counted(scan, i).or_else(|| range_of(scan, i))?;
    let mut length = first;
    // "two hours and ten minutes", "two hours, ten minutes".
    if let Some((rest, end)) = smaller(scan, next, first) {
        (length.rest, next) = (Some(rest), end);
    }
    // "the 2018 day five", "the 1988 quarter": a year before a noun.
    if is_age(scan, next) || !plural && !scan.hyphen(after(i, 1)) && scan.digits(i).is_some_and(|d| d.1 > 2) {
        return None;
    }
    if let Some(core) = counted_from(scan, length, next) {
        return Some(core);
    }
    if first == Length::new(Some(1), Unit::Day) && some_day(scan, i) {
        return None;
    }
    let article = scan.key(i, Key::A);
    // "a half-day trip", "a several-year stay": the article is the noun's.
    if article && !plural && scan.hyphen(next.saturating_sub(2)) && next > after(i, 3) {
        return None;
    }
    if article && !plural && after(i, 2) == next && (super::recurring::is_rate(scan, i) || scan.hyphen(next))
    {
        return None;
    }
    // "two-day-old", "three year olds" were ages above; "one second" a moment.
    let or_so = scan.is(next, "or") && scan.is(after(next, 1), "so");
    let next = if or_so { after(next, 2) } else { next };
    let next = after_long(scan, next);
    Some(Core::length(length, next, "duration.counted"))
}

/// "he hopes one day to win", "it will one day end", "One day he left": no length, but some day.
fn some_day(scan: &Scan<'_>, i: usize) -> bool {
    if !scan.is(i, "one") {
        return false;
    }
    let subject = scan.of_class(after(i, 2), Class::PRONOUN | Class::DETERMINER);
    let Some(before) = scan.before(i) else { return subject };
    scan.of_class(before, Class::AUXILIARY | Class::PRONOUN)
        || scan.opens(i) && subject
        || scan.is_any(before, &["to", "that", "hope", "hopes", "who"])
}

/// The token after "-long" or "long" where it follows.
fn after_long(scan: &Scan<'_>, i: usize) -> usize {
    if scan.hyphen(i) && scan.is(after(i, 1), "long") {
        return after(i, 2);
    }
    if scan.is(i, "long") { after(i, 1) } else { i }
}

/// "year-long", "months-long".
pub(super) fn long(scan: &Scan<'_>, i: usize) -> Option<Core> {
    let (unit, plural) = unit(scan, i)?;
    let next = after(i, 1);
    let long = scan.hyphen(next) && scan.is(after(next, 1), "long");
    let amount = if plural { Amount::VAGUE } else { Amount::exactly(1) };
    long.then_some(Core::length(length(amount, unit)?, after(next, 2), "duration.counted"))
}

/// A number cannot begin in the middle of a word, an amount of money or a longer number.
fn joined(scan: &Scan<'_>, before: usize) -> bool {
    !matches!(scan.shape(before), Some(Shape::Open | Shape::Quote | Shape::Dash | Shape::Comma))
}

/// "two to three weeks", "two or three weeks": the larger number counts.
fn range_of(scan: &Scan<'_>, i: usize) -> Option<(Length, bool, usize)> {
    let (_, at) = number::amount(scan, i)?;
    if !scan.is_any(at, &["to", "or"]) && !scan.hyphen(at) {
        return None;
    }
    let (length, plural, next) = counted(scan, after(at, 1))?;
    plural.then_some((length, plural, next))
}

fn smaller(scan: &Scan<'_>, i: usize, first: Length) -> Option<((u32, Unit), usize)> {
    let joins = scan.is(i, "and") || scan.is_shape(i, Shape::Comma);
    if first.rest.is_some() || first.amount.is_none() {
        return None;
    }
    let at = if joins { after(i, 1) } else { i };
    let (rest, _, next) = counted(scan, at)?;
    // `Unit` runs from small to large.
    (rest.unit < first.unit && rest.rest.is_none()).then_some(((rest.amount?, rest.unit), next))
}

/// "20-year-old", "18 years old", "12 years of age": ages are no expressions of time.
fn is_age(scan: &Scan<'_>, i: usize) -> bool {
    let at = if scan.hyphen(i) { after(i, 1) } else { i };
    scan.is_any(at, &["old", "olds", "elder"])
        || scan.is(at, "of") && scan.is(after(at, 1), "age")
        || scan.is(at, "her") && scan.is(after(at, 1), "senior")
}

/// "… ago", "… earlier", "… later", "… from now", "… hence".
fn counted_from(scan: &Scan<'_>, length: Length, i: usize) -> Option<Core> {
    let at = if scan.is(i, "or") && scan.is(after(i, 1), "so") { after(i, 2) } else { i };
    let (back, from, next) = match () {
        () if scan.is(at, "ago") => (true, From::Ago, after(at, 1)),
        // "two hours later" is a length beside an event of the same day.
        () if matches!(length.unit, Unit::Hour | Unit::Minute | Unit::Second) => return None,
        () if scan.is_any(at, &["earlier", "previously"]) => (true, From::Later, after(at, 1)),
        () if scan.is(at, "later") => (false, From::Later, after(at, 1)),
        () if scan.is(at, "hence") => (false, From::Now, after(at, 1)),
        () if scan.is(at, "from") && scan.is_any(after(at, 1), &["now", "today"]) => {
            (false, From::Now, after(at, 2))
        }
        () => return None,
    };
    let by = length.amount.and_then(|n| i32::try_from(n).ok());
    if length.amount.is_some() && by.is_none() {
        return None;
    }
    let by = by.map(|n| if back { n.saturating_neg() } else { n });
    let rule = if from == From::Ago { "shift.ago" } else { "shift.later" };
    Some(Core::shift(Shift { unit: length.unit, by, back, from, time: None }, next, rule))
}

/// "another seven months".
pub(super) fn another(scan: &Scan<'_>, i: usize) -> Option<Core> {
    let next = after(i, 1);
    if let Some((length, _, next)) = counted(scan, next) {
        return Some(Core::length(length, next, "duration.another"));
    }
    let Word::Unit(unit @ (Unit::Hour | Unit::Week | Unit::Month | Unit::Year | Unit::Decade)) =
        scan.word(next)
    else {
        return None;
    };
    Some(Core::length(length_one(unit), after(next, 1), "duration.another"))
}

fn length_one(unit: Unit) -> Length {
    length(Amount::exactly(1), unit).unwrap_or(Length::new(Some(1), unit))
}

/// Words before a bare plural that make it a length: "for years".
const LENGTH_LEADS: &[&str] = &[
    "for",
    "in",
    "of",
    "within",
    "after",
    "over",
    "took",
    "take",
    "takes",
    "lasted",
    "spent",
    "spend",
    "than",
    "by",
    "and",
    "or",
    "before",
    "until",
    "with",
    "last",
    "just",
    "only",
    "through",
    "to",
    "into",
    "follows",
    "following",
    "damaged",
    "these",
    "those",
    "many",
];

/// "days", "weeks", "years": some.
pub(super) fn bare(scan: &Scan<'_>, i: usize) -> Option<Core> {
    let Word::Units(unit) = scan.word(i) else { return None };
    let next = after(i, 1);
    if scan.glued(i)
        || matches!(unit, Unit::Second | Unit::Weekend | Unit::Quarter | Unit::Millennium)
        || is_age(scan, next)
    {
        return None;
    }
    let length = Length::new(None, unit);
    if let Some(core) = counted_from(scan, length, next) {
        return Some(core);
    }
    stands_alone(scan, i, unit).then(|| Core::length(length, next, "duration.bare"))
}

/// Whether a plural unit without a number is a length of time.
fn stands_alone(scan: &Scan<'_>, i: usize, unit: Unit) -> bool {
    let next = after(i, 1);
    let led = |words: &[&str]| scan.before(i).is_none_or(|b| scan.is_any(b, words));
    if matches!(unit, Unit::Hour | Unit::Minute)
        && scan.is_any(next, &["before", "after", "later", "earlier"])
    {
        return true;
    }
    if matches!(unit, Unit::Hour | Unit::Minute | Unit::Century | Unit::Decade) {
        return scan.before(i).is_some() && led(&["for", "of", "within", "in"]);
    }
    // "in the weeks before the vote", "days after the fire".
    let the = scan.before(i).is_some_and(|b| scan.key(b, Key::The));
    led(LENGTH_LEADS)
        || scan.is_any(next, &["before", "after"])
        || the && scan.is_any(next, &["since", "leading"])
}

/// "the past two years", "the next few days", "recent weeks", "the first nine months": a length with "last".
pub(super) fn which(scan: &Scan<'_>, i: usize) -> Option<Core> {
    let Word::Which(which) = scan.word(i) else { return None };
    let at = after(i, 1);
    let counts = matches!(
        which,
        Which::Last
            | Which::Past
            | Which::Previous
            | Which::Next
            | Which::Coming
            | Which::Following
            | Which::Recent
            | Which::These
            | Which::Those
            | Which::Latest
            | Which::Same
            | Which::That
            | Which::This
    );
    if counts && !matches!(scan.word(at), Word::Key(Key::A | Key::Half)) {
        if let Some((length, plural, next)) = counted(scan, at) {
            let or_so = scan.is(next, "or") && scan.is(after(next, 1), "so");
            let next = if or_so { after(next, 2) } else { next };
            if plural && !is_age(scan, next) {
                return Some(Core::length(length, next, "duration.past_n"));
            }
        }
    }
    let Word::Units(unit) = scan.word(at) else { return None };
    let next = after(at, 1);
    let core = |phrase| Some(Core { phrase, next, rule: "duration.recent" });
    match which {
        Which::Recent | Which::Past if unit == Unit::Year && which == Which::Recent => {
            core(Phrase::Vague(super::super::value::Reference::Past))
        }
        Which::Last if scan.is(next, "of") => core(Phrase::Length(Length::new(None, unit))),
        Which::These if unit == Unit::Day => core(Phrase::Vague(super::super::value::Reference::Present)),
        Which::Recent | Which::Coming | Which::Following | Which::Between | Which::Past | Which::Previous => {
            core(Phrase::Length(Length::new(None, unit)))
        }
        _ => None,
    }
}

/// "first nine months", "first two weeks", "final three days".
pub(super) fn first(scan: &Scan<'_>, i: usize) -> Option<Core> {
    if !matches!(scan.word(i), Word::Ordinal(0 | 1)) {
        return None;
    }
    let at = after(i, 1);
    if let Word::Units(unit @ (Unit::Hour | Unit::Day | Unit::Week | Unit::Month | Unit::Year)) =
        scan.word(at)
    {
        // "the final days of the war".
        return Some(Core::length(Length::new(None, unit), after(at, 1), "duration.first_n"));
    }
    let (length, plural, next) = counted(scan, at)?;
    if !plural {
        return None;
    }
    // "the first nine months of 1997": two expressions, the year stands alone.
    Some(Core::length(length, next, "duration.first_n"))
}

/// A duration's value, for sets.
pub(super) fn every(count: u32, unit: Unit) -> Value {
    match unit {
        Unit::Quarter => Length::new(count.checked_mul(3), Unit::Month).into(),
        unit => length(Amount::exactly(count), unit).unwrap_or(Length::new(Some(count), unit)).into(),
    }
}
