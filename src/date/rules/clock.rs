//! Times of day: "9 p.m.", "10:30", "0735 GMT", "noon Friday", "the morning", "nine o'clock".

use super::super::article;
use super::super::number;
use super::super::phrase::{Core, Fields, From, Phrase, Shift};
use super::super::scan::{Scan, after};
use super::super::value::{Clock, DayPart, Time, Unit};
use super::super::words::{Edge, Key, Word};
use super::day;
use crate::text::Shape;

/// Minutes east of Greenwich of the zones that news names by letters.
const ZONES: &[(&str, i16)] = &[
    ("GMT", 0),
    ("UTC", 0),
    ("BST", 60),
    ("CET", 60),
    ("CEST", 120),
    ("EET", 120),
    ("EEST", 180),
    ("MSK", 180),
    ("IST", 330),
    ("JST", 540),
    ("KST", 540),
    ("AEST", 600),
    ("AEDT", 660),
    ("EST", -300),
    ("EDT", -240),
    ("CST", -360),
    ("CDT", -300),
    ("MST", -420),
    ("MDT", -360),
    ("PST", -480),
    ("PDT", -420),
    ("ET", -300),
    ("CT", -360),
    ("PT", -480),
    ("AKST", -540),
    ("HST", -600),
];

/// Minutes east of Greenwich of a zone named by letters.
pub(in super::super) fn offset(name: &str) -> Option<i16> {
    ZONES.iter().find(|(zone, _)| *zone == name).map(|(_, offset)| *offset)
}

/// A part of the day right after a day's name: "Friday morning", "Monday late afternoon".
pub(super) fn part_after(scan: &Scan<'_>, i: usize) -> (Option<Time>, usize) {
    let skipped =
        if matches!(scan.word(i), Word::Edge(Edge::Start | Edge::End | Edge::Mid)) { after(i, 1) } else { i };
    match scan.word(skipped) {
        Word::Part(part) => (Some(Time::Part(part)), after(skipped, 1)),
        _ => (None, i),
    }
}

/// A clock time in digits at token `i`, and the token after it.
fn in_digits(scan: &Scan<'_>, i: usize) -> Option<(Clock, usize)> {
    if let Some((clock, next)) = glued_half(scan, i) {
        return Some(zoned(scan, clock, next));
    }
    let (hour, digits) = scan.digits(i)?;
    let next = after(i, 1);
    if digits == 4 {
        return military(scan, hour, next);
    }
    let hour = u8::try_from(hour).ok().filter(|h| digits <= 2 && *h <= 24)?;
    if scan.is(next, ":") && scan.glued(next) && scan.glued(after(next, 1)) {
        return colon(scan, hour, after(next, 1));
    }
    if scan.is(next, "o'clock") || scan.is(next, "o’clock") {
        let clock = Clock { hour, minute: Some(0), second: None };
        let (clock, next) = half_day(scan, clock, after(next, 1)).unwrap_or((clock, after(next, 1)));
        return Some(zoned(scan, clock, next));
    }
    let (clock, next) = half_day(scan, Clock { hour, minute: Some(0), second: None }, next)?;
    Some(zoned(scan, clock, next))
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
    if scan.is(next, ":") && scan.glued(next) {
        let second = scan.digits(after(next, 1)).filter(|d| d.1 == 2 && d.0 < 60)?;
        clock.second = u8::try_from(second.0).ok();
        next = after(next, 2);
    }
    if let Some((clock, next)) = half_day(scan, clock, next) {
        return Some(zoned(scan, clock, next));
    }
    if scan.is_any(next, &["hrs", "hours"]) {
        return Some(zoned(scan, clock, after(next, 1)));
    }
    Some(zoned(scan, clock, next))
}

/// "0735 GMT", "1900 hours".
fn military(scan: &Scan<'_>, number: u32, next: usize) -> Option<(Clock, usize)> {
    let hour = u8::try_from(number.checked_div(100)?).ok().filter(|h| *h <= 24)?;
    let minute = u8::try_from(number.checked_rem(100)?).ok().filter(|m| *m < 60)?;
    let clock = Clock { hour, minute: Some(minute), second: None };
    if scan.is_any(next, &["hrs", "hours"]) {
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
fn half_day(scan: &Scan<'_>, clock: Clock, i: usize) -> Option<(Clock, usize)> {
    let text = scan.str(i);
    if !matches!(text.to_ascii_lowercase().as_str(), "a.m." | "p.m." | "am" | "pm" | "a.m" | "p.m") {
        return None;
    }
    Some((twelve(clock, text)?, after(i, 1)))
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

/// The time with the zone that follows, if one does: "GMT", "(GMT)", "Eastern time", "local time".
fn zoned(scan: &Scan<'_>, clock: Clock, i: usize) -> (Clock, usize) {
    if offset(scan.str(i)).is_some() {
        return (clock, after(i, 1));
    }
    if scan.is(i, "local") && scan.is(after(i, 1), "time") {
        return (clock, after(i, 2));
    }
    (clock, i)
}

/// A clock time in digits, with the day that follows it: "9 p.m. Monday", "9 p.m. EST, Nov. 2".
pub(super) fn digits(scan: &Scan<'_>, i: usize) -> Option<Core> {
    let glued = scan.glued(i)
        && scan.before(i).is_some_and(|b| {
            !matches!(scan.shape(b), Some(Shape::Open | Shape::Quote | Shape::Dash | Shape::Hyphen))
        });
    if glued {
        return None;
    }
    let (clock, next) = in_digits(scan, i)?;
    Some(with_day(scan, Time::Clock(clock), next, "time.clock"))
}

/// "nine o'clock", "nine thirty p.m.".
pub(super) fn spelled(scan: &Scan<'_>, i: usize) -> Option<Core> {
    let (hour, next) = number::below_hundred(scan, i)?;
    let hour = u8::try_from(hour).ok().filter(|h| *h <= 12)?;
    let clock = Clock { hour, minute: Some(0), second: None };
    if scan.is(next, "o'clock") || scan.is(next, "o’clock") {
        let next = after(next, 1);
        let (clock, next) = half_day(scan, clock, next).unwrap_or((clock, next));
        return Some(with_day(scan, Time::Clock(clock), next, "time.clock"));
    }
    let (clock, next) = half_day(scan, clock, next)?;
    Some(with_day(scan, Time::Clock(clock), next, "time.clock"))
}

/// "noon", "midnight Friday", "midday".
pub(super) fn noon(scan: &Scan<'_>, i: usize) -> Option<Core> {
    let Word::Hour(hour) = scan.word(i) else { return None };
    let (clock, next) = zoned(scan, Clock { hour, minute: Some(0), second: None }, after(i, 1));
    Some(with_day(scan, Time::Clock(clock), next, "time.noon"))
}

/// Joins the day that directly follows a time.
fn with_day(scan: &Scan<'_>, time: Time, next: usize, rule: &'static str) -> Core {
    let comma = scan.is_shape(next, Shape::Comma);
    let at = if comma || scan.is(next, "on") { after(next, 1) } else { next };
    let plain = Core::date(Fields { time: Some(time), ..Fields::default() }, next, rule);
    if scan.is(next, "on") && !comma {
        // "9 p.m. on Monday" is two expressions by convention; the day anchors the time.
        return plain;
    }
    let core = match scan.word(at) {
        Word::Weekday(_) => day::weekday(scan, at),
        Word::Month(_) | Word::MonthAbbr(_) => day::month_first(scan, at),
        Word::Digits => day::day_first(scan, at),
        Word::Shift(_) => super::relative::today(scan, at),
        Word::Key(Key::The) if !comma => super::relative::which(scan, after(at, 1)),
        _ => None,
    };
    let Some(core) = core else { return plain };
    match core.phrase {
        Phrase::Date(fields)
            if fields.time.is_none() && (fields.day.is_some() || fields.weekday.is_some()) =>
        {
            Core::date(Fields { time: Some(time), ..fields }, core.next, rule)
        }
        Phrase::Shift(shift) if shift.unit == Unit::Day && shift.time.is_none() => {
            Core::shift(Shift { time: Some(time), ..shift }, core.next, rule)
        }
        _ => plain,
    }
}

/// "the morning", "the night of June 20", "mid afternoon", "nights".
pub(super) fn part(scan: &Scan<'_>, i: usize) -> Option<Core> {
    let part = match scan.word(i) {
        Word::Part(part) => part,
        _ => return None,
    };
    let next = after(i, 1);
    let led = scan
        .before(i)
        .is_some_and(|b| matches!(scan.word(b), Word::Key(Key::The) | Word::Edge(_)) || scan.hyphen(b));
    let shift = Shift { time: Some(Time::Part(part)), ..Shift::new(Unit::Day, 0, From::Mention) };
    if matches!(scan.word(next), Word::Ref(_)) {
        return None;
    }
    if scan.before(i).is_some_and(|b| scan.is_any(b, &["at", "by"])) && part == DayPart::Night {
        return Some(Core::date(
            Fields { time: Some(Time::Part(part)), ..Fields::default() },
            next,
            "time.at_night",
        ));
    }
    if led && matches!(scan.word(next), Word::Shift(_) | Word::Weekday(_)) {
        return Some(with_day(scan, Time::Part(part), next, "time.part"));
    }
    // "the night sky", "the evening news": a noun goes on.
    let goes_on =
        scan.is_shape(next, Shape::Lower) && !article::is_function_word(scan, next) || scan.hyphen(next);
    (led && !goes_on).then(|| Core::shift(shift, next, "time.part"))
}
