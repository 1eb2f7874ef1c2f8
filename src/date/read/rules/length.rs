//! Lengths of time: "two years", "16-hour", "the past three months", "several days", and what is counted
//! with them: "two years ago", "three days later".

use super::amount::{counted, length, length_one, range_of, smaller, unit};
use crate::date::phrase::{Core, From, Phrase, Shift};
use crate::date::read::number::Amount;
use crate::date::read::scan::{Scan, after};
use crate::date::read::words::{Key, Which, Word};
use crate::date::value::{Length, Unit};
use crate::lexicon::Class;
use crate::text::{Atom, Shape, atom, atoms};

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
    let or_so = scan.is(next, atom!("or")) && scan.is(after(next, 1), atom!("so"));
    let next = if or_so { after(next, 2) } else { next };
    let next = after_long(scan, next);
    Some(Core::length(length, next, "duration.counted"))
}

/// "he hopes one day to win", "it will one day end", "One day he left": no length, but some day.
fn some_day(scan: &Scan<'_>, i: usize) -> bool {
    if !scan.is(i, atom!("one")) {
        return false;
    }
    let subject = scan.of_class(after(i, 2), Class::PRONOUN | Class::DETERMINER);
    let Some(before) = scan.before(i) else { return subject };
    scan.of_class(before, Class::AUXILIARY | Class::PRONOUN)
        || scan.opens(i) && subject
        || scan.is_any(before, atoms!["to", "that", "hope", "hopes", "who"])
}

/// The token after "-long" or "long" where it follows.
fn after_long(scan: &Scan<'_>, i: usize) -> usize {
    if scan.hyphen(i) && scan.is(after(i, 1), atom!("long")) {
        return after(i, 2);
    }
    if scan.is(i, atom!("long")) { after(i, 1) } else { i }
}

/// "year-long", "months-long".
pub(super) fn long(scan: &Scan<'_>, i: usize) -> Option<Core> {
    let (unit, plural) = unit(scan, i)?;
    let next = after(i, 1);
    let long = scan.hyphen(next) && scan.is(after(next, 1), atom!("long"));
    let amount = if plural { Amount::VAGUE } else { Amount::exactly(1) };
    long.then_some(Core::length(length(amount, unit)?, after(next, 2), "duration.counted"))
}

/// A number cannot begin in the middle of a word, an amount of money or a longer number.
fn joined(scan: &Scan<'_>, before: usize) -> bool {
    !matches!(scan.shape(before), Some(Shape::Open | Shape::Quote | Shape::Dash | Shape::Comma))
}

/// "20-year-old", "18 years old", "12 years of age": ages are no expressions of time.
fn is_age(scan: &Scan<'_>, i: usize) -> bool {
    let at = if scan.hyphen(i) { after(i, 1) } else { i };
    scan.is_any(at, atoms!["old", "olds", "elder"])
        || scan.is(at, atom!("of")) && scan.is(after(at, 1), atom!("age"))
        || scan.is(at, atom!("her")) && scan.is(after(at, 1), atom!("senior"))
}

/// "… ago", "… earlier", "… later", "… from now", "… hence".
fn counted_from(scan: &Scan<'_>, length: Length, i: usize) -> Option<Core> {
    let at = if scan.is(i, atom!("or")) && scan.is(after(i, 1), atom!("so")) { after(i, 2) } else { i };
    let (back, from, next) = match () {
        () if scan.is(at, atom!("ago")) => (true, From::Ago, after(at, 1)),
        // "two hours later" is a length beside an event of the same day.
        () if matches!(length.unit, Unit::Hour | Unit::Minute | Unit::Second) => return None,
        () if scan.is_any(at, atoms!["earlier", "previously"]) => (true, From::Later, after(at, 1)),
        () if scan.is(at, atom!("later")) => (false, From::Later, after(at, 1)),
        () if scan.is(at, atom!("hence")) => (false, From::Now, after(at, 1)),
        () if scan.is(at, atom!("from")) && scan.is_any(after(at, 1), atoms!["now", "today"]) => {
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

/// Words before a bare plural that make it a length: "for years".
const LENGTH_LEADS: &[Atom] = atoms![
    "for", "in", "of", "within", "after", "over", "took", "take", "takes", "lasted", "spent", "spend",
    "than", "by", "and", "or", "before", "until", "with", "last", "just", "only", "through", "to", "into",
    "these", "those", "many"
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
    let led = |words: &[Atom]| scan.before(i).is_none_or(|b| scan.is_any(b, words));
    if matches!(unit, Unit::Hour | Unit::Minute)
        && scan.is_any(next, atoms!["before", "after", "later", "earlier"])
    {
        return true;
    }
    if matches!(unit, Unit::Hour | Unit::Minute | Unit::Century | Unit::Decade) {
        return scan.before(i).is_some() && led(atoms!["for", "of", "within", "in"]);
    }
    // "in the weeks before the vote", "days after the fire".
    let the = scan.before(i).is_some_and(|b| scan.key(b, Key::The));
    led(LENGTH_LEADS)
        || scan.is_any(next, atoms!["before", "after"])
        || the && scan.is_any(next, atoms!["since", "leading"])
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
            let or_so = scan.is(next, atom!("or")) && scan.is(after(next, 1), atom!("so"));
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
            core(Phrase::Vague(crate::date::value::Reference::Past))
        }
        Which::Last if scan.is(next, atom!("of")) => core(Phrase::Length(Length::new(None, unit))),
        Which::These if unit == Unit::Day => core(Phrase::Vague(crate::date::value::Reference::Present)),
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
