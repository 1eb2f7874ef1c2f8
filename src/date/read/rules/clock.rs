//! Times of day: "9 p.m.", "10:30", "0735 GMT", "noon Friday", "the morning", "nine o'clock".

use super::hour::{first_of_two, half_in_words, in_the_morning};
use super::zone::zoned;
use super::{day, relative};
use crate::date::phrase::{Core, Fields, From, Phrase, Shift};
use crate::date::read::article;
use crate::date::read::scan::{Scan, after};
use crate::date::read::words::{Edge, Key, Word};
use crate::date::value::{Clock, DayPart, Time, Unit};
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
    if scan.is(next, atom!("o'clock")) || scan.is(next, atom!("o'clock")) {
        let clock = Clock { hour, minute: Some(0), second: None };
        let next = after(next, 1);
        let half = half_day(scan, clock, next).or_else(|| half_in_words(scan, clock, next));
        let (clock, next) = half.unwrap_or((clock, next));
        return Some(zoned(scan, clock, next));
    }
    let (clock, next) = half_day(scan, Clock { hour, minute: Some(0), second: None }, next)?;
    Some(zoned(scan, clock, next))
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

/// The 24-hour time of a 12-hour time.
pub(super) fn twelve(clock: Clock, half: &str) -> Option<Clock> {
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

/// A clock time in digits, with the day that follows it: "9 p.m. Monday", "9 p.m. EST, Nov. 2".
pub(super) fn digits(scan: &Scan<'_>, i: usize) -> Option<Core> {
    let glued = scan.glued(i)
        && scan.before(i).is_some_and(|b| {
            !matches!(scan.shape(b), Some(Shape::Open | Shape::Quote | Shape::Dash | Shape::Hyphen))
        });
    if glued {
        return None;
    }
    if scan.is(i, atom!("12")) && matches!(scan.word(after(i, 1)), Word::Hour(_)) {
        return noon(scan, after(i, 1));
    }
    let found = in_digits(scan, i).or_else(|| in_the_morning(scan, i)).or_else(|| first_of_two(scan, i));
    let (clock, next) = found?;
    // "John 3:16", "a 2:1 lead": digits and a colon alone need company that tells the time.
    let bare = next == after(i, 3);
    if bare && !tells_time(scan, i) {
        return None;
    }
    Some(with_day(scan, Time::Clock(clock), next, "time.clock"))
}

/// Words before a clock time.
pub(super) const CLOCK_LEADS: &[Atom] = atoms![
    "at", "by", "from", "until", "till", "around", "about", "to", "between", "and", "before", "after",
    "since", "past", "precisely", "exactly", "published", "updated", "posted", "modified", "on", "through",
    "approximately"
];

fn tells_time(scan: &Scan<'_>, i: usize) -> bool {
    let Some(before) = scan.before(i) else { return true };
    match scan.shape(before) {
        Some(
            Shape::Lower | Shape::Initial | Shape::Mixed | Shape::Camel | Shape::Dotted | Shape::Possessive,
        ) => scan.is_any(before, CLOCK_LEADS) || scan.word(before) != Word::None,
        Some(Shape::Title | Shape::Upper) => {
            scan.is_any(before, CLOCK_LEADS) || scan.word(before) != Word::None
        }
        _ => true,
    }
}

/// "noon", "midnight Friday", "midday".
pub(super) fn noon(scan: &Scan<'_>, i: usize) -> Option<Core> {
    let Word::Hour(hour) = scan.word(i) else { return None };
    let (clock, next) = zoned(scan, Clock { hour, minute: Some(0), second: None }, after(i, 1));
    Some(with_day(scan, Time::Clock(clock), next, "time.noon"))
}

/// Joins the day that directly follows a time.
pub(super) fn with_day(scan: &Scan<'_>, time: Time, next: usize, rule: &'static str) -> Core {
    let comma = scan.is_shape(next, Shape::Comma);
    let at = if comma || scan.is(next, atom!("on")) { after(next, 1) } else { next };
    let plain = Core::date(Fields { time: Some(time), ..Fields::default() }, next, rule);
    if scan.is(next, atom!("on")) && !comma {
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
    if scan.before(i).is_some_and(|b| scan.is_any(b, atoms!["at", "by"])) && part == DayPart::Night {
        return Some(Core::date(
            Fields { time: Some(Time::Part(part)), ..Fields::default() },
            next,
            "time.at_night",
        ));
    }
    let at_dawn = scan
        .before(i)
        .is_some_and(|b| scan.is_any(b, atoms!["at", "before", "after", "by", "until", "since"]));
    let led = led
        || at_dawn && part != DayPart::Night && !scan.is_any(i, atoms!["morning", "afternoon", "evening"]);
    if led && matches!(scan.word(next), Word::Shift(_) | Word::Weekday(_)) {
        return Some(with_day(scan, Time::Part(part), next, "time.part"));
    }
    if let Some(by) = relative::before_or_after(scan, next).filter(|_| led) {
        // "the night before", "the morning after".
        let shift = Shift { by: Some(by), back: by < 0, ..shift };
        return Some(Core::shift(shift, after(next, 1), "time.part"));
    }
    // "the night sky", "the evening news": a noun goes on.
    let goes_on =
        scan.is_shape(next, Shape::Lower) && !article::is_function_word(scan, next) || scan.hyphen(next);
    (led && !goes_on).then(|| Core::shift(shift, next, "time.part"))
}
