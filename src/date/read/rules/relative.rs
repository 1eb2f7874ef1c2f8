//! Times counted from the day of writing or the date last mentioned: "yesterday", "last week", "that day",
//! "the following year", "a year-earlier quarter", "the last Friday of this month".

use super::hour::part_after;
use super::{amount, compare, day, holiday};
use crate::date::phrase::{Core, Fields, From, Phrase, Pick, Shift, Stretch};
use crate::date::read::number;
use crate::date::read::scan::{Scan, after};
use crate::date::read::words::{Key, Which, Word};
use crate::date::value::{DayPart, Length, Time, Unit};
use crate::text::{Shape, atom, atoms};

/// "today", "yesterday morning", "tomorrow".
pub(super) fn today(scan: &Scan<'_>, i: usize) -> Option<Core> {
    let Word::Shift(by) = scan.word(i) else { return None };
    // "USA Today"
    if scan.is_shape(i, Shape::Title)
        && scan.before(i).is_some_and(|b| scan.shape(b).is_some_and(Shape::is_capital))
    {
        return None;
    }
    let (time, next) = part_after(scan, after(i, 1));
    let shift = Shift { time, ..Shift::new(Unit::Day, i32::from(by), From::Now) };
    Some(Core::shift(shift, next, "shift.today"))
}

/// "tonight", "overnight".
pub(super) fn tonight(scan: &Scan<'_>, i: usize) -> Option<Core> {
    if scan.is_shape(i, Shape::Title) && scan.shape(after(i, 1)).is_some_and(Shape::is_capital) {
        return None;
    }
    let shift = Shift { time: Some(Time::Part(DayPart::Night)), ..Shift::new(Unit::Day, 0, From::Now) };
    let goes_on = scan.is(i, atom!("overnight"))
        && scan.is_shape(after(i, 1), Shape::Lower)
        && scan.before(i).is_some_and(|b| matches!(scan.word(b), Word::Key(Key::The | Key::A)));
    (!goes_on).then(|| Core::shift(shift, after(i, 1), "shift.tonight"))
}

/// Where "last", "the next", "that" start from, and which way they go.
fn direction(scan: &Scan<'_>, i: usize, which: Which) -> Option<(From, i32)> {
    let the = scan.before(i).is_some_and(|b| scan.key(b, Key::The));
    Some(match which {
        Which::Last => (From::Now, -1),
        Which::This | Which::Current => (From::Now, 0),
        Which::Next if the => (From::Mention, 1),
        Which::Next | Which::Coming => (From::Now, 1),
        Which::Previous => (From::Mention, -1),
        Which::Following => (From::Mention, 1),
        Which::That | Which::Same => (From::Mention, 0),
        Which::Latest => (From::Latest, -1),
        _ => return None,
    })
}

const fn pick(from: From, by: i32) -> Pick {
    match (from, by) {
        (From::Mention, -1) => Pick::Mention(-1),
        (From::Mention, 1) => Pick::Mention(1),
        (From::Mention, _) => Pick::Mention(0),
        (_, -1) => Pick::Last,
        (_, 1) => Pick::Next,
        _ => Pick::This,
    }
}

/// "last week", "that Friday", "next summer", "this morning", "the same day", "this past week".
pub(super) fn which(scan: &Scan<'_>, i: usize) -> Option<Core> {
    let Word::Which(mut first) = scan.word(i) else { return None };
    let mut at = after(i, 1);
    if let Word::Which(second) = scan.word(at) {
        // "that same day", "this past week", "this coming Friday", "the same previous year".
        first = match (first, second) {
            (Which::That | Which::This, Which::Same) => Which::That,
            (Which::This, Which::Past | Which::Last) => Which::Last,
            (Which::This, Which::Coming | Which::Next) => Which::Coming,
            _ => return None,
        };
        at = after(at, 1);
    }
    if scan.is_any(at, atoms!["very", "fiscal", "financial", "calendar"])
        && !scan.is(at, atom!("very")) | matches!(first, Which::That | Which::This)
    {
        at = after(at, 1);
    }
    if let Some(core) = nth_of(scan, i, first, at) {
        return Some(core);
    }
    if first == Which::Past {
        return past_unit(scan, i, at);
    }
    let (from, by) = direction(scan, i, first)?;
    // The programme "This Week".
    let quoted =
        scan.before(i).is_some_and(|b| scan.is_shape(b, Shape::Quote)) && scan.is_shape(at, Shape::Title);
    match scan.word(at) {
        Word::Unit(_) if quoted => None,
        Word::Unit(Unit::Quarter) if first == Which::Last && compare::last_quarter_of(scan, at).is_some() => {
            compare::last_quarter_of(scan, at)
        }
        Word::Unit(unit) if first == Which::Same && compare::compared(scan, after(at, 1)).is_some() => {
            compare::compared_unit(scan, unit, after(at, 1))
        }
        Word::Key(Key::Period) if first == Which::Same => {
            compare::compared_unit(scan, Unit::Year, after(at, 1))
        }
        Word::Unit(unit) => one_unit(scan, i, at, first, Shift::new(unit, by, from)),
        Word::Key(Key::Period) if matches!(first, Which::Latest) => {
            Some(Core::shift(Shift::new(Unit::Quarter, -1, From::Latest), after(at, 1), "shift.latest"))
        }
        _ => named(scan, at, from, by),
    }
}

/// "last Friday", "next May", "last Oct. 23", "this summer", "last night", "last Christmas".
fn named(scan: &Scan<'_>, at: usize, from: From, by: i32) -> Option<Core> {
    let pick = pick(from, by);
    let dated = |core: Core| match core.phrase {
        Phrase::Date(fields) if fields.year.is_none() => {
            Some(Core::date(Fields { pick, ..fields }, core.next, "date.which"))
        }
        Phrase::Date(_) => Some(core),
        _ => None,
    };
    match scan.word(at) {
        Word::Weekday(_) => dated(day::weekday(scan, at)?),
        Word::Month(_) | Word::MonthAbbr(_) => dated(day::month_first(scan, at)?),
        Word::Festive => dated(holiday::named(scan, at)?),
        Word::Season(season) => {
            let fields = Fields { stretch: Some(Stretch::Season(season)), pick, ..Fields::default() };
            Some(Core::date(fields, after(at, 1), "date.which"))
        }
        Word::Part(part) => {
            let time = Some(Time::Part(part));
            Some(Core::shift(Shift { time, ..Shift::new(Unit::Day, by, from) }, after(at, 1), "shift.part"))
        }
        _ => None,
    }
}

/// "last week", "this year", "the same day"; where the unit cannot be one of the calendar, nothing.
fn one_unit(scan: &Scan<'_>, i: usize, at: usize, which: Which, shift: Shift) -> Option<Core> {
    let next = after(at, 1);
    let the = scan.before(i).is_some_and(|b| scan.key(b, Key::The));
    if scan.hyphen(next) || scan.is_any(next, atoms!["old", "olds"]) {
        return None;
    }
    match (shift.unit, which) {
        (Unit::Hour | Unit::Minute | Unit::Second, Which::Last | Which::Next) if the => {
            let length = Length::new(Some(1), shift.unit);
            return Some(Core::length(length, next, "duration.past_n"));
        }
        (Unit::Hour | Unit::Minute | Unit::Second | Unit::Millennium, _) => return None,
        // "the last day" is the last of something; "last day" alone is nothing.
        (Unit::Day, Which::Last | Which::Latest | Which::Coming | Which::Current) => return None,
        // "this day" in a story is the day it tells of.
        (Unit::Day, Which::This) => {
            return Some(Core::shift(Shift::new(Unit::Day, 0, From::Mention), next, "shift.same"));
        }
        (unit, Which::Last) if the && unit != Unit::Weekend => {
            let length = amount::length(number::Amount::exactly(1), unit)?;
            return Some(Core::length(length, next, "duration.past_n"));
        }
        _ => {}
    }
    let rule = match shift.from {
        From::Now => "shift.unit",
        From::Latest => "shift.latest",
        _ => "shift.same",
    };
    Some(Core::shift(shift, next, rule))
}

/// "the past year", "past decade": the length up to now; "this past week" was read as "last week".
fn past_unit(scan: &Scan<'_>, _i: usize, at: usize) -> Option<Core> {
    let Word::Unit(unit) = scan.word(at) else { return None };
    if matches!(unit, Unit::Second | Unit::Minute | Unit::Quarter) {
        return None;
    }
    let length = amount::length(number::Amount::exactly(1), unit)?;
    Some(Core::length(length, after(at, 1), "duration.past_n"))
}

/// "the year", "the week", "the weekend": the stretch that the text speaks of; "the day before".
pub(super) fn bare_unit(scan: &Scan<'_>, i: usize) -> Option<Core> {
    let Word::Unit(unit) = scan.word(i) else { return None };
    let next = after(i, 1);
    let the = scan.before(i).is_some_and(|b| scan.key(b, Key::The));
    if !the || scan.hyphen(next) {
        return None;
    }
    if let Some(core) = before_after(scan, unit, next) {
        return Some(core);
    }
    if unit == Unit::Day && in_course(scan, i) {
        return Some(Core::shift(Shift::new(unit, 0, From::Mention), next, "shift.same"));
    }
    if scan.is_shape(next, Shape::Lower) && scan.is_any(next, atoms!["old", "rate", "note", "notes"])
        || matches!(scan.word(next), Word::Digits)
    {
        return None;
    }
    match unit {
        Unit::Year | Unit::Month | Unit::Week | Unit::Weekend => {
            Some(Core::shift(Shift::new(unit, 0, From::Bare), next, "shift.bare"))
        }
        Unit::Quarter => Some(Core::shift(Shift::new(unit, -1, From::Latest), next, "shift.latest")),
        _ => None,
    }
}

/// "later in the day", "early in the day".
fn in_course(scan: &Scan<'_>, i: usize) -> bool {
    let the = scan.before(i);
    let edge = the.and_then(|the| scan.before(the)).filter(|at| scan.is(*at, atom!("in")));
    edge.and_then(|at| scan.before(at)).is_some_and(|b| matches!(scan.word(b), Word::Edge(_)))
}

/// "the week before last", "the month after next": counted from the day of writing.
fn two_off(scan: &Scan<'_>, i: usize) -> Option<i32> {
    let next = after(i, 1);
    match scan.word(next) {
        Word::Which(Which::Last) if scan.is(i, atom!("before")) => Some(-2),
        Word::Which(Which::Next) if scan.is(i, atom!("after")) => Some(2),
        _ => None,
    }
}

/// "the day before", "the year after", "the day before yesterday".
fn before_after(scan: &Scan<'_>, unit: Unit, i: usize) -> Option<Core> {
    if let Some(by) = two_off(scan, i).filter(|_| unit >= Unit::Weekend) {
        return Some(Core::shift(Shift::new(unit, by, From::Now), after(i, 2), "shift.unit"));
    }
    if !matches!(unit, Unit::Day | Unit::Week | Unit::Month | Unit::Year) {
        return None;
    }
    let next = after(i, 1);
    if let (Word::Shift(day), Some(by)) = (scan.word(next), side(scan, i)) {
        let by = i32::from(day).saturating_add(by);
        return Some(Core::shift(Shift::new(unit, by, From::Now), after(next, 1), "shift.today"));
    }
    let by = before_or_after(scan, i)?;
    Some(Core::shift(Shift::new(unit, by, From::Mention), next, "shift.same"))
}

/// "before" -1, "after" and "following" 1.
fn side(scan: &Scan<'_>, i: usize) -> Option<i32> {
    match () {
        () if scan.is(i, atom!("before")) => Some(-1),
        () if scan.is(i, atom!("after")) || scan.is(i, atom!("following")) => Some(1),
        () => None,
    }
}

/// [`side`] where no event follows: "the night before", not "the night before the vote".
pub(super) fn before_or_after(scan: &Scan<'_>, i: usize) -> Option<i32> {
    let next = after(i, 1);
    let ends = match scan.shape(next) {
        None => true,
        Some(
            Shape::Comma
            | Shape::Stop
            | Shape::Semicolon
            | Shape::Close
            | Shape::Quote
            | Shape::Dash
            | Shape::Colon,
        ) => true,
        _ => scan.is_any(next, atoms!["and", "but", "when", "in", "at", "by", "with", "to", "had", "was"]),
    };
    side(scan, i).filter(|_| ends)
}

/// "year-end", "year's end", "month-end".
pub(super) fn year_end(scan: &Scan<'_>, i: usize) -> Option<Core> {
    let Word::Unit(unit @ (Unit::Year | Unit::Month | Unit::Quarter | Unit::Week)) = scan.word(i) else {
        return None;
    };
    let at = after(i, 1);
    let joined = scan.hyphen(at) || scan.is_shape(at, Shape::Possessive);
    let at = if joined { after(at, 1) } else { at };
    if !scan.is(at, atom!("end")) || !(joined || unit == Unit::Year) {
        return None;
    }
    Some(Core::shift(Shift::new(unit, 0, From::Bare), after(at, 1), "shift.year_end"))
}

/// "first week of May", "second Sunday in April", "third Friday of the month".
pub(super) fn ordinal_of(scan: &Scan<'_>, i: usize) -> Option<Core> {
    let (n, at) = number::ordinal(scan, i)?;
    let n = u8::try_from(n).ok().map(|n| if n == 0 { 5 } else { n }).filter(|n| *n <= 5)?;
    of_month(scan, n, at)
}

/// "last Friday of this month", "last week of July".
fn nth_of(scan: &Scan<'_>, i: usize, which: Which, at: usize) -> Option<Core> {
    (which == Which::Last && at == after(i, 1)).then_some(())?;
    of_month(scan, 5, at)
}

/// A week or weekday at `at`, the nth of the month named after "of".
fn of_month(scan: &Scan<'_>, n: u8, at: usize) -> Option<Core> {
    let (stretch, weekday) = match scan.word(at) {
        Word::Unit(Unit::Week) => (Stretch::Week(n), None),
        Word::Weekday(day) => (Stretch::NthWeekday(n), Some(day)),
        _ => return None,
    };
    let of = after(at, 1);
    if !scan.is_any(of, atoms!["of", "in"]) {
        return None;
    }
    let at = after(of, 1);
    let at = if scan.key(at, Key::The) { after(at, 1) } else { at };
    let fields = Fields { stretch: Some(stretch), weekday, ..Fields::default() };
    let core = match scan.word(at) {
        Word::Month(_) | Word::MonthAbbr(_) => day::month_first(scan, at)?,
        Word::Which(which @ (Which::This | Which::Last | Which::Next | Which::Current | Which::That))
            if scan.is(after(at, 1), atom!("month")) =>
        {
            let (from, by) = direction(scan, at, which)?;
            let fields = Fields { pick: pick(from, by), ..fields };
            return Some(Core::date(fields, after(at, 2), "date.nth"));
        }
        Word::Unit(Unit::Month) if weekday.is_some() => {
            return Some(Core::date(Fields { pick: Pick::This, ..fields }, after(at, 1), "date.nth"));
        }
        _ => return None,
    };
    let Phrase::Date(month) = core.phrase else { return None };
    if month.day.is_some() {
        return None;
    }
    let fields = Fields { month: month.month, year: month.year, ..fields };
    Some(Core::date(fields, core.next, "date.nth"))
}
