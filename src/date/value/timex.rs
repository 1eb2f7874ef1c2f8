//! TIMEX3 notation: writing a [`Value`] and reading it back.
//!
//! Everything is written here rather than by a date library, because partial values (`XXXX-12-23`), years
//! before Christ (`BC0493`) and parts of the day (`2025-12-24TNI`) have no other home.

use std::fmt;
use std::str::FromStr;

use super::{Calendar, Clock, DayPart, Length, Reference, Season, Time, Unit, Value, Within};

/// A string that is not a TIMEX3 value of the kinds that [`Value`] can express.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a TIMEX3 value")]
pub struct UnknownValue;

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Calendar(calendar) => calendar.fmt(f),
            Self::Duration(length) => length.fmt(f),
            Self::Reference(reference) => reference.fmt(f),
        }
    }
}

impl fmt::Display for Calendar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_year(f, self.year, self.within)?;
        match self.within {
            Within::Century | Within::Decade | Within::Year => {}
            Within::Half(n) => write_one(f, "-H", n)?,
            Within::Quarter(n) => write_one(f, "-Q", n)?,
            Within::Season(season) => write!(f, "-{season}")?,
            Within::Month(n) => write_two(f, "-", n)?,
            Within::Week(n) => write_two(f, "-W", n)?,
            Within::Weekend(n) => {
                write_two(f, "-W", n)?;
                f.write_str("-WE")?;
            }
            Within::Weekday(week, day) => {
                write_two(f, "-W", week)?;
                write!(f, "-{day}")?;
            }
            Within::Day(month, day) => {
                write_two(f, "-", month)?;
                write_two(f, "-", day)?;
            }
        }
        match self.time {
            Some(Time::Part(part)) => write!(f, "T{part}"),
            Some(Time::Clock(clock)) => clock.fmt(f),
            None => Ok(()),
        }
    }
}

fn write_year(f: &mut fmt::Formatter<'_>, year: Option<i32>, within: Within) -> fmt::Result {
    let digits = match within {
        Within::Century => 2,
        Within::Decade => 3,
        _ => 4,
    };
    let Some(year) = year else { return f.write_str("XXXX".get(..digits).unwrap_or("XXXX")) };
    if year < 0 {
        f.write_str("BC")?;
    }
    let years = year.unsigned_abs();
    match within {
        Within::Century => write!(f, "{:02}", years / 100),
        Within::Decade => write!(f, "{:03}", years / 10),
        _ => write!(f, "{years:04}"),
    }
}

fn write_one(f: &mut fmt::Formatter<'_>, before: &str, n: Option<u8>) -> fmt::Result {
    match n {
        Some(n) => write!(f, "{before}{n}"),
        None => write!(f, "{before}X"),
    }
}

fn write_two(f: &mut fmt::Formatter<'_>, before: &str, n: Option<u8>) -> fmt::Result {
    match n {
        Some(n) => write!(f, "{before}{n:02}"),
        None => write!(f, "{before}XX"),
    }
}

impl fmt::Display for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "T{:02}", self.hour)?;
        for part in [self.minute, self.second].into_iter().flatten() {
            write!(f, ":{part:02}")?;
        }
        Ok(())
    }
}

/// The letters of a unit in a duration, and whether it stands after the `T`.
const fn letters(unit: Unit) -> (&'static str, bool) {
    match unit {
        Unit::Second => ("S", true),
        Unit::Minute => ("M", true),
        Unit::Hour => ("H", true),
        Unit::Day => ("D", false),
        Unit::Weekend => ("WE", false),
        Unit::Week => ("W", false),
        Unit::Month => ("M", false),
        Unit::Quarter => ("Q", false),
        Unit::Half => ("HY", false),
        Unit::Season => ("SE", false),
        Unit::Year => ("Y", false),
        Unit::Decade => ("DE", false),
        Unit::Century => ("CE", false),
        Unit::Millennium => ("ML", false),
    }
}

impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (name, clock) = letters(self.unit);
        f.write_str(if clock { "PT" } else { "P" })?;
        match self.amount {
            Some(amount) => write!(f, "{amount}{name}")?,
            None => write!(f, "X{name}")?,
        }
        if let Some((amount, unit)) = self.rest {
            let (name, late) = letters(unit);
            write!(f, "{}{amount}{name}", if late && !clock { "T" } else { "" })?;
        }
        Ok(())
    }
}

impl FromStr for Value {
    type Err = UnknownValue;

    fn from_str(text: &str) -> Result<Self, UnknownValue> {
        if let Ok(reference) = text.parse::<Reference>() {
            return Ok(Self::Reference(reference));
        }
        let value = match text.strip_prefix('P') {
            Some(length) => read_length(length).map(Self::Duration),
            None => read_calendar(text).map(Self::Calendar),
        };
        // What is read must be written the same: leading zeros, `X` in odd places and the like are refused.
        value.filter(|value| value.to_string() == text).ok_or(UnknownValue)
    }
}

fn read_calendar(text: &str) -> Option<Calendar> {
    let (date, time) = match text.split_once('T') {
        Some((date, time)) => (date, Some(read_time(time)?)),
        None => (text, None),
    };
    let (sign, rest) = match date.strip_prefix("BC") {
        Some(rest) => (-1, rest),
        None => (1, date),
    };
    let (head, tail) = rest.split_once('-').unwrap_or((rest, ""));
    let (scale, whole) = match head.len() {
        2 => (100, Within::Century),
        3 => (10, Within::Decade),
        4 => (1, Within::Year),
        _ => return None,
    };
    let year = match head.bytes().all(|b| b == b'X') {
        true => None,
        // There is no year 0: the first century and decade hold the year 1.
        false => Some(number::<i32>(head)?.checked_mul(scale)?.max(1).checked_mul(sign)?),
    };
    let within = if tail.is_empty() { whole } else { read_within(tail)? };
    (tail.is_empty() || scale == 1).then_some(Calendar { year, within, time })
}

fn read_within(text: &str) -> Option<Within> {
    if let Ok(season) = text.parse::<Season>() {
        return Some(Within::Season(season));
    }
    let two = |text: &str| (text.len() == 2).then(|| unknown(text)).flatten();
    let one = |text: &str, max: u8| unknown(text).filter(|n| n.is_none_or(|n| (1..=max).contains(&n)));
    if let Some(half) = text.strip_prefix('H') {
        return Some(Within::Half(one(half, 2)?));
    }
    if let Some(quarter) = text.strip_prefix('Q') {
        return Some(Within::Quarter(one(quarter, 4)?));
    }
    if let Some(week) = text.strip_prefix('W') {
        let (week, day) = week.split_once('-').map_or((week, None), |(week, day)| (week, Some(day)));
        let week = two(week)?.filter(|n| *n <= 53);
        return match day {
            None => Some(Within::Week(week)),
            Some("WE") => Some(Within::Weekend(week)),
            Some(day) => Some(Within::Weekday(week, number(day).filter(|n| (1..=7).contains(n))?)),
        };
    }
    let (month, day) = text.split_once('-').map_or((text, None), |(month, day)| (month, Some(day)));
    let month = two(month)?.filter(|n| *n <= 12);
    match day {
        None => Some(Within::Month(month)),
        Some(day) => Some(Within::Day(month, two(day)?.filter(|n| *n <= 31))),
    }
}

fn read_time(text: &str) -> Option<Time> {
    if let Ok(part) = text.parse::<DayPart>() {
        return Some(Time::Part(part));
    }
    let mut parts = text.split(':');
    let hour = number(parts.next()?).filter(|h| *h <= 24)?;
    let minute = parts.next().map(|m| number(m).filter(|m| *m < 60).ok_or(())).transpose().ok()?;
    let second = parts.next().map(|s| number(s).filter(|s| *s <= 60).ok_or(())).transpose().ok()?;
    Some(Time::Clock(Clock { hour, minute, second }))
}

fn read_length(text: &str) -> Option<Length> {
    let (mut clock, mut rest) = (false, text);
    let mut parts = [None, None];
    for part in &mut parts {
        if let Some(after) = rest.strip_prefix('T') {
            (clock, rest) = (true, after);
        }
        if rest.is_empty() {
            break;
        }
        let digits = rest.find(|c: char| !c.is_ascii_digit() && c != 'X')?;
        let (amount, after) = rest.split_at_checked(digits)?;
        let name = after.find(|c: char| c.is_ascii_digit() || c == 'T').unwrap_or(after.len());
        let (name, after) = after.split_at_checked(name)?;
        let unit = *Unit::ALL.iter().find(|unit| letters(**unit) == (name, clock))?;
        *part = Some((if amount == "X" { None } else { Some(number::<u32>(amount)?) }, unit));
        rest = after;
    }
    let [first, second] = parts;
    let (amount, unit) = first?;
    let rest = match second {
        Some((amount, unit)) => Some((amount?, unit)),
        None => None,
    };
    Some(Length { amount, unit, rest })
}

/// `Some(None)` for `X` and `XX`, `Some(Some(n))` for a number.
fn unknown(text: &str) -> Option<Option<u8>> {
    if !text.is_empty() && text.bytes().all(|b| b == b'X') {
        return Some(None);
    }
    number(text).map(Some)
}

/// Plain decimal digits; `u8::from_str` alone would take a sign.
fn number<N: FromStr>(text: &str) -> Option<N> {
    text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use crate::date::Value;

    #[test]
    fn every_shape_round_trips() {
        for text in [
            "2025-12-24",
            "1998",
            "1998-03",
            "1989-Q3",
            "1989-QX",
            "1990-H2",
            "PRESENT_REF",
            "PAST_REF",
            "FUTURE_REF",
            "P4Y",
            "P9M",
            "PXD",
            "PXW",
            "PXY",
            "P20Y",
            "PT16H",
            "PT1M30S",
            "P2Y6M",
            "P1DT12H",
            "P1WE",
            "P3DE",
            "PXCE",
            "1998-W09",
            "1998-W09-WE",
            "XXXX-WXX-5",
            "XXXX-WXX-1TNI",
            "XXXX-12-23",
            "XXXX-XX-XX",
            "XXXX-05",
            "XXXX",
            "1998-SU",
            "199",
            "19",
            "00",
            "BC00",
            "BC0493",
            "BC048",
            "BC04",
            "BC0480-SP",
            "2025-12-24TNI",
            "1998-10-23T22:00",
            "1999-02-28T24:00",
            "2003-03-19T21:34",
            "2003-03-19T21",
            "2020-01-01T09:30:15",
            "1998-XX-XX",
        ] {
            assert_eq!(text.parse::<Value>().map(|v| v.to_string()).as_deref(), Ok(text));
        }
    }

    #[test]
    fn other_strings_are_refused() {
        for text in [
            "",
            "P",
            "PT",
            "2025-13-01",
            "2025-1-1",
            "99999",
            "1998-W60",
            "1998-Q5",
            "P1",
            "P+1D",
            "1998-03T25:00",
            "X",
            "0000",
            "199-Q1",
            "1998-W09-8",
            "2025-02-32",
            "é",
            "P99999999999Y",
            "BC",
            "1998-03-04T",
            "1998-03-04T10:60",
        ] {
            assert!(text.parse::<Value>().is_err(), "{text:?}");
        }
    }
}
