//! A time of day by itself, and the token after it: "9 p.m.", "10:30", "0735 GMT", "nine o'clock", "7 in the morning".

use super::zone::zoned;
use crate::date::read::number;
use crate::date::read::scan::{Scan, after};
use crate::date::read::words::{Edge, Key, Word};
use crate::date::value::{Clock, DayPart, Time};
use crate::text::{Atom, Shape, atom, atoms};

/// A part of the day right after a day's name: "Friday morning", "Monday late afternoon".
pub(super) fn part_after(scan: &Scan<'_>, i: usize) -> (Option<Time>, usize) {
    let skipped =
        if matches!(scan.word(i), Word::Edge(Edge::Start | Edge::End | Edge::Mid)) { after(i, 1) } else { i };
    match scan.word(skipped) {
        Word::Part(part) => (Some(Time::Part(part)), after(skipped, 1)),
        _ => (None, i),
    }
}

/// Words before a clock time.
pub(super) const CLOCK_LEADS: &[Atom] = atoms![
    "at", "by", "from", "until", "till", "around", "about", "to", "between", "and", "before", "after",
    "since", "past", "precisely", "exactly", "published", "updated", "posted", "modified", "on", "through",
    "approximately"
];

/// A clock time in digits at token `i`, and the token after it.
pub(super) fn in_digits(scan: &Scan<'_>, i: usize) -> Option<(Clock, usize)> {
    if let Some((clock, next)) = glued_half(scan, i) {
        return Some(zoned(scan, clock, next));
    }
    let next = after(i, 1);
    if let Some(clock) = scan.str(i).strip_suffix("hrs").and_then(hundreds) {
        return Some(zoned(scan, clock, next));
    }
    if let Some(clock) = dotted(scan.str(i)) {
        let half = half_day(scan, clock, next).or_else(|| half_in_words(scan, clock, next));
        let (clock, end) = half.unwrap_or((clock, next));
        let (clock, end) = zoned(scan, clock, end);
        let end = if scan.is_any(end, atoms!["hrs", "hours"]) { after(end, 1) } else { end };
        return (end > next).then_some((clock, end));
    }
    let (hour, digits) = scan.digits(i)?;
    if digits == 4 {
        return military(scan, hour, next);
    }
    let hour = u8::try_from(hour).ok().filter(|h| digits <= 2 && *h <= 24)?;
    if scan.is(next, atom!(":")) && scan.glued(next) && scan.glued(after(next, 1)) {
        return colon(scan, hour, after(next, 1));
    }
    let clock = Clock { hour, minute: Some(0), second: None };
    if let Some(found) = o_clock(scan, clock, next) {
        return Some(found);
    }
    let (clock, next) = half_day(scan, clock, next)?;
    Some(zoned(scan, clock, next))
}

/// "o'clock" after an hour, with the half of the day: "nine o'clock in the evening".
pub(super) fn o_clock(scan: &Scan<'_>, clock: Clock, i: usize) -> Option<(Clock, usize)> {
    let next = after(i, 1);
    scan.is(i, atom!("o'clock")).then(|| {
        let half = half_day(scan, clock, next).or_else(|| half_in_words(scan, clock, next));
        let (clock, next) = half.unwrap_or((clock, next));
        zoned(scan, clock, next)
    })
}

/// "0900".
fn hundreds(text: &str) -> Option<Clock> {
    let (hour, minute) = text.split_at_checked(2).filter(|(_, minute)| minute.len() == 2)?;
    let clock = Clock { hour: hour.parse().ok()?, minute: minute.parse().ok(), second: None };
    (clock.hour <= 24 && clock.minute? < 60).then_some(clock)
}

/// "10.30" as British papers write it; a time only where "am", "GMT" or "hrs" says so.
fn dotted(text: &str) -> Option<Clock> {
    let (hour, minute) = text.split_once('.').filter(|(_, minute)| minute.len() == 2)?;
    let clock = Clock { hour: hour.parse().ok()?, minute: minute.parse().ok(), second: None };
    (clock.hour <= 24 && clock.minute? < 60).then_some(clock)
}

/// "10:30", "10:30:15", "10:30 p.m. EST" from its minutes.
fn colon(scan: &Scan<'_>, hour: u8, i: usize) -> Option<(Clock, usize)> {
    let text = scan.str(i);
    let (digits, tail) = text.split_at_checked(2)?;
    let minute = digits.parse::<u8>().ok().filter(|m| *m < 60)?;
    let mut clock = Clock { hour, minute: Some(minute), second: None };
    let mut next = after(i, 1);
    match tail.to_ascii_lowercase().as_str() {
        "" => {}
        "am" | "pm" => return Some(zoned(scan, twelve(clock, tail)?, next)),
        "hrs" | "h" => return Some((clock, next)),
        _ => return None,
    }
    if scan.is(next, atom!(":")) && scan.glued(next) {
        let second = scan.digits(after(next, 1)).filter(|d| d.1 == 2 && d.0 < 60)?;
        clock.second = u8::try_from(second.0).ok();
        next = after(next, 2);
    }
    if let Some((clock, next)) = half_day(scan, clock, next) {
        return Some(zoned(scan, clock, next));
    }
    if let Some((clock, next)) = half_in_words(scan, clock, next) {
        return Some(zoned(scan, clock, next));
    }
    if scan.is_any(next, atoms!["hrs", "hours"]) {
        return Some(zoned(scan, clock, after(next, 1)));
    }
    Some(zoned(scan, clock, next))
}

/// "0735 GMT", "1900 hours".
fn military(scan: &Scan<'_>, number: u32, next: usize) -> Option<(Clock, usize)> {
    let hour = u8::try_from(number.checked_div(100)?).ok().filter(|h| *h <= 24)?;
    let minute = u8::try_from(number.checked_rem(100)?).ok().filter(|m| *m < 60)?;
    let clock = Clock { hour, minute: Some(minute), second: None };
    if scan.is_any(next, atoms!["hrs", "hours"]) {
        return Some(zoned(scan, clock, after(next, 1)));
    }
    let (clock, end) = zoned(scan, clock, next);
    (end > next).then_some((clock, end))
}

/// "9pm" as one token.
fn glued_half(scan: &Scan<'_>, i: usize) -> Option<(Clock, usize)> {
    let text = scan.str(i);
    let at = text.len().checked_sub(2)?;
    let (digits, half) = text.split_at_checked(at)?;
    // "7.30pm" is British for 7:30pm.
    let (hour, minute) = digits.split_once('.').map_or((digits, 0), |(h, m)| (h, m.parse().unwrap_or(99)));
    let hour = hour.parse().ok()?;
    let clock = Clock { hour, minute: Some(minute), second: None };
    (minute < 60).then_some((twelve(clock, half)?, after(i, 1)))
}

/// "a.m." or "p.m." after a clock time.
pub(super) fn half_day(scan: &Scan<'_>, clock: Clock, i: usize) -> Option<(Clock, usize)> {
    let text = scan.str(i);
    if !matches!(text.to_ascii_lowercase().as_str(), "a.m." | "p.m." | "am" | "pm" | "a.m" | "p.m") {
        return None;
    }
    Some((twelve(clock, text)?, after(i, 1)))
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

/// The 24-hour time of a 12-hour time.
fn twelve(clock: Clock, half: &str) -> Option<Clock> {
    let afternoon = match half.bytes().next()?.to_ascii_lowercase() {
        b'a' => false,
        b'p' => true,
        _ => return None,
    };
    half.to_ascii_lowercase().contains('m').then_some(())?;
    let hour = match (clock.hour, afternoon) {
        (12, false) => 0,
        (12, true) => 12,
        (h @ 1..=11, false) => h,
        (h @ 1..=11, true) => h.checked_add(12)?,
        // "13:30 p.m." is a slip; the hour is plain.
        (h @ 13..=23, true) => h,
        _ => return None,
    };
    Some(Clock { hour, ..clock })
}

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
