//! Times of day as expressions, with the day that goes with them: "9 p.m. Monday", "noon Friday", "half past nine",
//! "the night of June 20".

use super::hour::{CLOCK_LEADS, first_of_two, half_day, half_in_words, in_digits, in_the_morning, o_clock};
use super::zone::zoned;
use super::{day, relative};
use crate::date::phrase::{Core, Fields, From, Phrase, Shift};
use crate::date::read::article;
use crate::date::read::number;
use crate::date::read::scan::{Scan, after};
use crate::date::read::words::{Key, Word};
use crate::date::value::{Clock, DayPart, Time, Unit};
use crate::text::{Shape, atom, atoms};

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

fn tells_time(scan: &Scan<'_>, i: usize) -> bool {
    let Some(before) = scan.before(i) else { return true };
    let is_word = matches!(
        scan.shape(before),
        Some(
            Shape::Lower
                | Shape::Initial
                | Shape::Mixed
                | Shape::Camel
                | Shape::Dotted
                | Shape::Possessive
                | Shape::Title
                | Shape::Upper
        )
    );
    !is_word || scan.is_any(before, CLOCK_LEADS) || scan.word(before) != Word::None
}

/// "noon", "midnight Friday", "midday".
pub(super) fn noon(scan: &Scan<'_>, i: usize) -> Option<Core> {
    let Word::Hour(hour) = scan.word(i) else { return None };
    let (clock, next) = zoned(scan, Clock { hour, minute: Some(0), second: None }, after(i, 1));
    Some(with_day(scan, Time::Clock(clock), next, "time.noon"))
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
    let spoken = o_clock(scan, clock, next).or_else(|| half_day(scan, clock, next));
    let (clock, next) = spoken.or_else(|| in_the_morning(scan, i))?;
    Some(with_day(scan, Time::Clock(clock), next, "time.clock"))
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
        Word::Shift(_) => relative::today(scan, at),
        Word::Key(Key::The) if !comma => relative::which(scan, after(at, 1)),
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
