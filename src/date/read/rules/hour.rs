//! Hours as people say them: "nine o'clock", "seven in the morning", "half past nine", "9 to 11 a.m.".

use super::clock::{CLOCK_LEADS, half_day, in_digits, twelve, with_day};
use crate::date::phrase::Core;
use crate::date::read::article;
use crate::date::read::number;
use crate::date::read::scan::{Scan, after};
use crate::date::read::words::{Key, Word};
use crate::date::value::{Clock, DayPart, Time};
use crate::text::{Shape, atom, atoms};

/// "7 in the morning", "7:30 in the evening", "three at night".
pub(super) fn in_the_morning(scan: &Scan<'_>, i: usize) -> Option<(Clock, usize)> {
    let led = scan.before(i).is_some_and(|b| scan.is_any(b, CLOCK_LEADS));
    let (hour, next) = number::below_hundred(scan, i)
        .or_else(|| scan.digits(i).filter(|d| d.1 <= 2).map(|d| (d.0, after(i, 1))))?;
    let clock = Clock {
        hour: u8::try_from(hour).ok().filter(|h| (1..=12).contains(h))?,
        minute: Some(0),
        second: None,
    };
    half_in_words(scan, clock, next).filter(|_| led)
}

/// "in the morning", "in the afternoon", "at night" after a clock time.
pub(super) fn half_in_words(scan: &Scan<'_>, clock: Clock, i: usize) -> Option<(Clock, usize)> {
    let the = scan.is(i, atom!("in")) && scan.key(after(i, 1), Key::The);
    let at = after(i, if the { 2 } else { 1 });
    let half = match scan.word(at) {
        Word::Part(DayPart::Morning) if the => "am",
        Word::Part(DayPart::Afternoon | DayPart::Evening) if the => "pm",
        Word::Part(DayPart::Night) if scan.is(i, atom!("at")) => {
            if clock.hour < 6 {
                "am"
            } else {
                "pm"
            }
        }
        _ => return None,
    };
    Some((twelve(clock, half)?, after(at, 1)))
}

/// "9" in "9 to 11 a.m.", "9-11 a.m.": its half is the second's.
pub(super) fn first_of_two(scan: &Scan<'_>, i: usize) -> Option<(Clock, usize)> {
    let hour = scan.digits(i).filter(|d| d.1 <= 2).and_then(|d| u8::try_from(d.0).ok())?;
    let joint = after(i, 1);
    let joins = scan.hyphen(joint)
        || scan.is_shape(joint, Shape::Dash)
        || scan.is_any(joint, atoms!["to", "and", "until"]);
    let (second, _) = in_digits(scan, after(joint, 1)).filter(|_| joins && (1..=12).contains(&hour))?;
    let clock = Clock { hour, minute: Some(0), second: None };
    let same = twelve(clock, if second.hour < 12 { "am" } else { "pm" })?;
    let clock = if same.hour <= second.hour { same } else { clock };
    let spoken = scan.is_shape(joint, Shape::Dash)
        || scan.hyphen(joint)
        || scan.before(i).is_some_and(|b| scan.is_any(b, CLOCK_LEADS));
    (spoken && scan.digits(after(joint, 1)).is_none_or(|d| d.1 <= 2)).then_some((clock, joint))
}

/// "half past nine", "quarter to ten".
pub(super) fn past_hour(scan: &Scan<'_>, i: usize) -> Option<Core> {
    let half = scan.key(i, Key::Half);
    let to = scan.is(after(i, 1), atom!("to")) && !half;
    if !to && !scan.is(after(i, 1), atom!("past")) {
        return None;
    }
    let at = after(i, 2);
    let (hour, next) = number::below_hundred(scan, at)
        .or_else(|| scan.digits(at).filter(|d| d.1 <= 2).map(|d| (d.0, after(at, 1))))?;
    let hour = u8::try_from(hour).ok().filter(|h| (1..=12).contains(h))?;
    // "half past nine percent", "a quarter to five million".
    if scan.is_shape(next, Shape::Lower)
        && !article::is_function_word(scan, next)
        && half_in_words(scan, Clock { hour, minute: None, second: None }, next).is_none()
    {
        return None;
    }
    let (hour, minute) = match (half, to) {
        (true, _) => (hour, 30),
        (_, false) => (hour, 15),
        _ => (if hour == 1 { 12 } else { hour.checked_sub(1)? }, 45),
    };
    let clock = Clock { hour, minute: Some(minute), second: None };
    let (clock, next) =
        half_day(scan, clock, next).or_else(|| half_in_words(scan, clock, next)).unwrap_or((clock, next));
    Some(with_day(scan, Time::Clock(clock), next, "time.clock"))
}

/// "nine o'clock", "nine thirty p.m.".
pub(super) fn spelled(scan: &Scan<'_>, i: usize) -> Option<Core> {
    let (hour, next) = number::below_hundred(scan, i)?;
    let hour = u8::try_from(hour).ok().filter(|h| *h <= 12)?;
    let clock = Clock { hour, minute: Some(0), second: None };
    if scan.is(next, atom!("o'clock")) || scan.is(next, atom!("o'clock")) {
        let next = after(next, 1);
        let half = half_day(scan, clock, next).or_else(|| half_in_words(scan, clock, next));
        let (clock, next) = half.unwrap_or((clock, next));
        return Some(with_day(scan, Time::Clock(clock), next, "time.clock"));
    }
    let (clock, next) = half_day(scan, clock, next).or_else(|| in_the_morning(scan, i))?;
    Some(with_day(scan, Time::Clock(clock), next, "time.clock"))
}
