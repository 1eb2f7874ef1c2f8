//! Times that recur: "every Monday", "daily", "each July", "twice a year", "$200 a day".

use super::super::phrase::{Core, Phrase};
use super::super::scan::{Scan, after};
use super::super::value::{Calendar, Time, Unit, Value, Within};
use super::super::words::{Key, Word};
use super::length;
use crate::text::Shape;

fn set(value: impl Into<Value>, next: usize, rule: &'static str) -> Option<Core> {
    Some(Core { phrase: Phrase::Set(value.into()), next, rule })
}

/// "Mondays", "Saturday nights".
pub(super) fn weekdays(scan: &Scan<'_>, i: usize) -> Option<Core> {
    let Word::Weekdays(day) = scan.word(i) else { return None };
    scan.capital(i).then_some(())?;
    set(Calendar::new(None, Within::Weekday(None, day)), after(i, 1), "set.weekdays")
}

/// "each Thursday", "every quarter", "every two weeks", "per day", "each morning".
pub(super) fn each(scan: &Scan<'_>, i: usize) -> Option<Core> {
    let at = after(i, 1);
    let next = after(at, 1);
    let at_other = if scan.is(at, "other") { next } else { at };
    if at_other > at {
        if let Word::Unit(unit) = scan.word(at_other) {
            return set(length::every(2, unit), after(at_other, 1), "set.every");
        }
    }
    match scan.word(at) {
        Word::Weekday(day) => {
            let value = Calendar::new(None, Within::Weekday(None, day));
            match scan.word(next) {
                Word::Part(part) => set(value.at(Some(Time::Part(part))), after(next, 1), "set.every"),
                _ => set(value, next, "set.every"),
            }
        }
        Word::Month(month) => set(Calendar::new(None, Within::Month(Some(month))), next, "set.every"),
        Word::Season(season) => set(Calendar::new(None, Within::Season(season)), next, "set.every"),
        Word::Part(part) => {
            let day = Calendar::new(None, Within::Day(None, None));
            set(day.at(Some(Time::Part(part))), next, "set.every")
        }
        Word::Unit(Unit::Second | Unit::Minute) => None,
        Word::Unit(unit) => set(length::every(1, unit), next, "set.every"),
        _ if scan.key(i, Key::Every) => {
            let (length, plural, next) = length::counted(scan, at)?;
            plural.then_some(())?;
            set(length, next, "set.every")
        }
        _ => None,
    }
}

/// Whether "a day" at `i` counts something: "30 a day", "$200 a week", "once a month".
pub(super) fn is_rate(scan: &Scan<'_>, i: usize) -> bool {
    let Some(before) = scan.before(i) else { return false };
    matches!(scan.word(before), Word::Digits | Word::Key(Key::Once | Key::Twice) | Word::Scale(_))
        || scan.is_any(
            before,
            &[
                "times", "million", "billion", "dollars", "percent", "%", "pounds", "euros", "barrels",
                "miles", "tons", "tonnes", "people", "hours", "shares", "cents",
            ],
        )
}

/// "a day", "a week" as a rate.
pub(super) fn article(scan: &Scan<'_>, i: usize) -> Option<Core> {
    let Word::Unit(unit) = scan.word(after(i, 1)) else { return None };
    if !is_rate(scan, i) || matches!(unit, Unit::Second | Unit::Quarter) || !scan.key(i, Key::A) {
        return None;
    }
    let next = after(i, 2);
    if scan.is_any(next, &["ago", "earlier", "later", "old", "before", "after"]) || scan.hyphen(next) {
        return None;
    }
    set(length::every(1, unit), next, "set.rate")
}

/// "once a day", "twice a year".
pub(super) fn times(scan: &Scan<'_>, i: usize) -> Option<Core> {
    let at = after(i, 1);
    if !scan.key(at, Key::A) && !scan.key(at, Key::Each) && !scan.key(at, Key::Every) {
        return None;
    }
    let Word::Unit(unit) = scan.word(after(at, 1)) else { return None };
    set(length::every(1, unit), after(at, 2), "set.times")
}

/// "daily", "weekly", "annually".
pub(super) fn adverb(scan: &Scan<'_>, i: usize) -> Option<Core> {
    let Word::Every(count, unit) = scan.word(i) else { return None };
    // "The Daily Post", "Business Weekly".
    if scan.is_shape(i, Shape::Title) && !scan.opens(i) {
        return None;
    }
    if scan.capital(i) && scan.shape(after(i, 1)).is_some_and(Shape::is_capital) {
        return None;
    }
    set(length::every(u32::from(count), unit), after(i, 1), "set.adverb")
}
