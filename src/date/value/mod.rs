//! What an expression of time means: a calendar value, a length of time, or a vague reference.

pub(super) mod calendar;
mod timex;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::names::named_enum;

pub use timex::UnknownValue;

/// The meaning of an expression of time.
///
/// [`Display`](std::fmt::Display) writes the TIMEX3 value, [`FromStr`](std::str::FromStr) reads it back.
///
/// ```
/// use dateline::Value;
///
/// let value: Value = "2025-12-24TNI".parse()?;
/// assert_eq!(value.to_string(), "2025-12-24TNI");
/// # Ok::<(), dateline::UnknownValue>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Value {
    /// A point or stretch of the calendar: `2025-12-24`, `1990-Q3`, `XXXX-WXX-5`.
    Calendar(Calendar),
    /// A length of time: `P2Y`, `PT30M`, `PXD`.
    Duration(Length),
    /// The past, the present or the future at large.
    Reference(Reference),
}

named_enum! {
    /// A time that no calendar fixes.
    pub enum Reference {
        /// "recently", "the past".
        Past = "PAST_REF",
        /// "now", "currently".
        Present = "PRESENT_REF",
        /// "soon", "the future".
        Future = "FUTURE_REF",
    }
}

/// A point or stretch of the calendar, of which some fields may be unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Calendar {
    /// The year, 1 to 9999; before Christ, -1 to -9999 (there is no year 0). A decade or a century has its
    /// first year here (the 1990s 1990, the 20th century 1900, the 1st century 1).
    pub year: Option<i32>,
    /// Which stretch of that year, or of the years from there.
    pub within: Within,
    /// The time of day.
    pub time: Option<Time>,
}

/// A stretch of a year, or of several; an unknown number is `None`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Within {
    /// A hundred years.
    Century,
    /// Ten years.
    Decade,
    /// The whole year.
    Year,
    /// A half, 1 or 2.
    Half(Option<u8>),
    /// A quarter, 1 to 4.
    Quarter(Option<u8>),
    /// A season.
    Season(Season),
    /// A month, 1 to 12.
    Month(Option<u8>),
    /// An ISO week; the year is then the ISO year.
    Week(Option<u8>),
    /// Saturday and Sunday of an ISO week.
    Weekend(Option<u8>),
    /// A day of an ISO week, Monday 1 to Sunday 7.
    Weekday(Option<u8>, u8),
    /// Month and day of the month.
    Day(Option<u8>, Option<u8>),
}

named_enum! {
    /// A season. A winter counts to the year in which it begins, unless the text says otherwise.
    pub enum Season {
        /// March to May.
        Spring = "SP",
        /// June to August.
        Summer = "SU",
        /// September to November.
        Fall = "FA",
        /// December to February.
        Winter = "WI",
    }
}

named_enum! {
    /// A part of the day.
    pub enum DayPart {
        /// Before noon.
        Morning = "MO",
        /// Around noon.
        Midday = "MI",
        /// After noon.
        Afternoon = "AF",
        /// After work.
        Evening = "EV",
        /// The night that begins on this day.
        Night = "NI",
        /// Hours of light or of work.
        Daytime = "DT",
    }
}

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Time {
    /// A part of the day.
    Part(DayPart),
    /// A time by the clock.
    Clock(Clock),
}

/// A time by the clock: 00:00 to 24:00.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Clock {
    /// The hour, 0 to 24; 24 only as midnight at the end of the day.
    pub hour: u8,
    /// The minute.
    pub minute: Option<u8>,
    /// The second.
    pub second: Option<u8>,
}

/// A length of time: one amount of a unit, or two ("two hours and ten minutes").
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Length {
    /// How many; `None` for an unknown number ("several").
    pub amount: Option<u32>,
    /// Of what.
    pub unit: Unit,
    /// The smaller rest.
    pub rest: Option<(u32, Unit)>,
}

named_enum! {
    /// A unit of time.
    pub enum Unit {
        /// A second.
        Second = "second",
        /// A minute.
        Minute = "minute",
        /// An hour.
        Hour = "hour",
        /// A day.
        Day = "day",
        /// A weekend.
        Weekend = "weekend",
        /// A week.
        Week = "week",
        /// A month.
        Month = "month",
        /// A quarter of a year.
        Quarter = "quarter",
        /// Half a year.
        Half = "half",
        /// A season.
        Season = "season",
        /// A year.
        Year = "year",
        /// Ten years.
        Decade = "decade",
        /// A hundred years.
        Century = "century",
        /// A thousand years.
        Millennium = "millennium",
    }
}

named_enum! {
    /// How fine a calendar value is.
    pub enum Granularity {
        /// A time by the clock.
        Clock = "clock",
        /// A part of the day.
        DayPart = "day_part",
        /// A day.
        Day = "day",
        /// A weekend.
        Weekend = "weekend",
        /// A week.
        Week = "week",
        /// A month.
        Month = "month",
        /// A quarter.
        Quarter = "quarter",
        /// A season.
        Season = "season",
        /// Half a year.
        Half = "half",
        /// A year.
        Year = "year",
        /// Ten years.
        Decade = "decade",
        /// A hundred years.
        Century = "century",
    }
}

impl Value {
    /// How fine the value is; `None` for durations and references.
    #[must_use]
    pub const fn granularity(&self) -> Option<Granularity> {
        match self {
            Self::Calendar(calendar) => Some(calendar.granularity()),
            Self::Duration(_) | Self::Reference(_) => None,
        }
    }

    /// The value in TIMEX3 notation, as [`Display`](std::fmt::Display) writes it.
    #[must_use]
    pub fn to_timex3(&self) -> String {
        self.to_string()
    }

    /// The calendar value, where it is one.
    #[must_use]
    pub const fn calendar(&self) -> Option<Calendar> {
        match self {
            Self::Calendar(calendar) => Some(*calendar),
            Self::Duration(_) | Self::Reference(_) => None,
        }
    }
}

impl Calendar {
    /// A year that TIMEX3 cannot write, of which arithmetic at the ends of time may dream, counts as unknown.
    pub(super) const fn new(year: Option<i32>, within: Within) -> Self {
        let year = match year {
            Some(year @ (-9999..=-1 | 1..=9999)) => Some(year),
            _ => None,
        };
        Self { year, within, time: None }
    }

    pub(super) const fn at(self, time: Option<Time>) -> Self {
        Self { time, ..self }
    }

    /// How fine it is.
    #[must_use]
    pub const fn granularity(&self) -> Granularity {
        match (self.time, self.within) {
            (Some(Time::Clock(_)), _) => Granularity::Clock,
            (Some(Time::Part(_)), _) => Granularity::DayPart,
            (None, Within::Century) => Granularity::Century,
            (None, Within::Decade) => Granularity::Decade,
            (None, Within::Year) => Granularity::Year,
            (None, Within::Half(_)) => Granularity::Half,
            (None, Within::Quarter(_)) => Granularity::Quarter,
            (None, Within::Season(_)) => Granularity::Season,
            (None, Within::Month(_)) => Granularity::Month,
            (None, Within::Week(_)) => Granularity::Week,
            (None, Within::Weekend(_)) => Granularity::Weekend,
            (None, Within::Weekday(..) | Within::Day(..)) => Granularity::Day,
        }
    }
}

impl Length {
    pub(super) const fn new(amount: Option<u32>, unit: Unit) -> Self {
        Self { amount, unit, rest: None }
    }
}

impl From<Calendar> for Value {
    fn from(calendar: Calendar) -> Self {
        Self::Calendar(calendar)
    }
}

impl From<Length> for Value {
    fn from(length: Length) -> Self {
        Self::Duration(length)
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(|_| serde::de::Error::custom(format_args!("{text:?} is not a TIMEX3 value")))
    }
}
