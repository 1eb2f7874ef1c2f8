//! Times that recur: "every Monday", "daily", "each July", "twice a year", "$200 a day".

use super::{amount, day};
use crate::date::phrase::{Core, Phrase};
use crate::date::read::holidays;
use crate::date::read::scan::{Scan, after};
use crate::date::read::words::{Key, Word};
use crate::date::value::{Calendar, Time, Unit, Value, Within};
use crate::lexicon::Class;
use crate::text::{Shape, atom, atoms};

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
    if let Some((n, at)) = every_nth(scan, at) {
        let next = after(at, 1);
        return match scan.word(at) {
            Word::Unit(unit) => set(amount::every(n, unit), next, "set.every"),
            Word::Weekday(day) => set(Calendar::new(None, Within::Weekday(None, day)), next, "set.every"),
            _ => None,
        };
    }
    let next = after(at, 1);
    match scan.word(at) {
        Word::Weekday(day) => {
            let value = Calendar::new(None, Within::Weekday(None, day));
            match scan.word(next) {
                Word::Part(part) => set(value.at(Some(Time::Part(part))), after(next, 1), "set.every"),
                _ => set(value, next, "set.every"),
            }
        }
        Word::Month(_) | Word::MonthAbbr(_) => each_year(scan, at),
        Word::Digits if day::day_first(scan, at).is_some() => each_year(scan, at),
        Word::Festive => {
            let (holiday, next) = holidays::named(scan, at)?;
            let (month, day) = holiday.fixed().unzip();
            set(Calendar::new(None, Within::Day(month, day)), next, "set.every")
        }
        Word::Season(season) => set(Calendar::new(None, Within::Season(season)), next, "set.every"),
        Word::Part(part) => {
            let day = Calendar::new(None, Within::Day(None, None));
            set(day.at(Some(Time::Part(part))), next, "set.every")
        }
        Word::Unit(Unit::Second | Unit::Minute) => None,
        Word::Unit(unit) => set(amount::every(1, unit), next, "set.every"),
        _ if scan.key(i, Key::Every) => {
            let (length, plural, next) = amount::counted(scan, at)?;
            plural.then_some(())?;
            set(length, next, "set.every")
        }
        _ => None,
    }
}

/// "other", "second", "third" after "every": the number, and the token after.
fn every_nth(scan: &Scan<'_>, i: usize) -> Option<(u32, usize)> {
    match scan.word(i) {
        Word::Ordinal(n @ 2..=10) => Some((u32::from(n), after(i, 1))),
        Word::Unit(Unit::Second) => Some((2, after(i, 1))),
        _ => scan.is(i, atom!("other")).then(|| (2, after(i, 1))),
    }
}

/// "July", "January 1", "1 May" after "every".
fn each_year(scan: &Scan<'_>, i: usize) -> Option<Core> {
    let core = day::month_first(scan, i).or_else(|| day::day_first(scan, i))?;
    let Phrase::Date(fields) = core.phrase else { return None };
    let within = match (fields.month, fields.day) {
        (Some(month), Some(day)) => Within::Day(Some(month), Some(day)),
        (month, _) => Within::Month(month),
    };
    set(Calendar::new(None, within), core.next, "set.every")
}

/// "on weekends".
pub(super) fn weekends(scan: &Scan<'_>, i: usize) -> Option<Core> {
    let led = scan.before(i).is_some_and(|b| scan.is_any(b, atoms!["on", "at", "most", "and", "during"]));
    let weekends = scan.word(i) == Word::Units(Unit::Weekend) && led;
    weekends.then(|| set(Calendar::new(None, Within::Weekend(None)), after(i, 1), "set.every")).flatten()
}

/// "in the mornings", "most evenings".
pub(super) fn parts(scan: &Scan<'_>, i: usize) -> Option<Core> {
    let Word::Parts(part) = scan.word(i) else { return None };
    let led = scan.before(i).is_some_and(|b| scan.key(b, Key::The) || scan.is_any(b, atoms!["most", "on"]));
    let day = Calendar::new(None, Within::Day(None, None));
    led.then(|| set(day.at(Some(Time::Part(part))), after(i, 1), "set.every")).flatten()
}

/// Whether "a day" at `i` counts something: "30 a day", "$200 a week", "once a month".
pub(super) fn is_rate(scan: &Scan<'_>, i: usize) -> bool {
    let Some(before) = scan.before(i) else { return false };
    matches!(
        scan.word(before),
        Word::Digits | Word::Key(Key::Once | Key::Twice) | Word::Scale(_) | Word::Units(_)
    ) || counts_things(scan, before)
        || scan.is_any(
            before,
            atoms![
                "times", "million", "billion", "dollars", "percent", "%", "pounds", "euros", "barrels",
                "miles", "tons", "tonnes", "people", "hours", "shares", "cents"
            ],
        )
}

/// "seats" in "700 seats a week": a plural that is no verb in -s.
fn counts_things(scan: &Scan<'_>, i: usize) -> bool {
    let text = scan.str(i);
    scan.is_shape(i, Shape::Lower)
        && text.len() > 3
        && text.ends_with('s')
        && !text.ends_with("ss")
        && !scan.of_class(
            i,
            Class::VERB_S | Class::AUXILIARY | Class::PREPOSITION | Class::PRONOUN | Class::ADVERB,
        )
}

/// "a day", "a week" as a rate.
pub(super) fn article(scan: &Scan<'_>, i: usize) -> Option<Core> {
    let Word::Unit(unit) = scan.word(after(i, 1)) else { return None };
    if !is_rate(scan, i) || matches!(unit, Unit::Second | Unit::Quarter) || !scan.key(i, Key::A) {
        return None;
    }
    let next = after(i, 2);
    let other = atoms!["ago", "earlier", "later", "old", "before", "after", "early", "late", "of"];
    if scan.is_any(next, other) || scan.hyphen(next) {
        return None;
    }
    set(amount::every(1, unit), next, "set.rate")
}

/// "once a day", "twice a year".
pub(super) fn times(scan: &Scan<'_>, i: usize) -> Option<Core> {
    let at = after(i, 1);
    if !scan.key(at, Key::A) && !scan.key(at, Key::Each) && !scan.key(at, Key::Every) {
        return None;
    }
    let Word::Unit(unit) = scan.word(after(at, 1)) else { return None };
    set(amount::every(1, unit), after(at, 2), "set.times")
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
    set(amount::every(u32::from(count), unit), after(i, 1), "set.adverb")
}
