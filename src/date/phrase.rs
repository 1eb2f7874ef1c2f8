//! What an expression says by itself, before anything is known of the day it was written on.
//!
//! Rules fill these fields; `resolve.rs` turns them into values. Keeping the two apart means that one rule
//! serves every anchor, and one policy every rule.

use std::ops::Range;

use crate::date::holiday::Holiday;
use crate::date::value::{Length, Reference, Season, Time, Unit, Value};
use crate::names::named_enum;

named_enum! {
    /// TIMEX3's `mod`: how the expression narrows or blurs its value.
    pub enum Modifier {
        /// "early", "the beginning of".
        Start = "START",
        /// "mid-".
        Mid = "MID",
        /// "late", "the end of".
        End = "END",
        /// "about".
        Approx = "APPROX",
        /// "nearly", "less than".
        LessThan = "LESS_THAN",
        /// "over", "more than".
        MoreThan = "MORE_THAN",
        /// "up to", "at most".
        EqualOrLess = "EQUAL_OR_LESS",
        /// "at least".
        EqualOrMore = "EQUAL_OR_MORE",
    }
}

/// An expression as a rule found it.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) tokens: Range<usize>,
    pub(super) phrase: Phrase,
    pub(super) modifier: Option<Modifier>,
    pub(super) rule: &'static str,
}

/// The core of an expression, without its prefix: its phrase, and the token after it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Core {
    pub(super) phrase: Phrase,
    pub(super) next: usize,
    pub(super) rule: &'static str,
}

impl Core {
    pub(super) fn date(fields: Fields, next: usize, rule: &'static str) -> Self {
        Self { phrase: Phrase::Date(fields), next, rule }
    }

    pub(super) fn shift(shift: Shift, next: usize, rule: &'static str) -> Self {
        Self { phrase: Phrase::Shift(shift), next, rule }
    }

    pub(super) fn length(length: Length, next: usize, rule: &'static str) -> Self {
        Self { phrase: Phrase::Length(length), next, rule }
    }
}

/// The kinds of expression, by how they resolve.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Phrase {
    /// Fields of the calendar: "Friday", "March 3", "the third quarter of 1998".
    Date(Fields),
    /// Whole units from a point: "yesterday", "last week", "two years ago", "the next day".
    Shift(Shift),
    /// A length of time.
    Length(Length),
    /// A time that recurs.
    Set(Value),
    /// The past, present or future.
    Vague(Reference),
}

/// Fields of the calendar, as far as the expression names them.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Fields {
    pub(super) year: Option<Year>,
    pub(super) month: Option<u8>,
    pub(super) day: Option<u8>,
    pub(super) weekday: Option<u8>,
    pub(super) stretch: Option<Stretch>,
    pub(super) time: Option<Time>,
    pub(super) pick: Pick,
    /// Whether day and month were written as two small numbers, so that their order is a guess.
    pub(super) swappable: bool,
}

/// The year of a date.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Year {
    /// Named; negative before Christ.
    Is(i32),
    /// "this year", "last year": counted from the day of writing.
    FromNow(i8),
    /// "that year", "the following year": counted from the date last mentioned.
    FromMention(i8),
}

/// A stretch of time other than a month or a day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Stretch {
    Century,
    Decade,
    Half(u8),
    /// A numbered quarter; 0 for the one that the text speaks of ("the 1988 quarter").
    Quarter(u8),
    Season(Season),
    /// The nth week of a month, or of a year; 5 for the last.
    Week(u8),
    /// The nth given weekday of a month; 5 for the last.
    NthWeekday(u8),
    /// A week by its ISO number, or a day of it.
    IsoWeek(u8),
    Holiday(Holiday),
}

/// Which of several a name means: "last December".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Pick {
    #[default]
    Plain,
    Last,
    This,
    Next,
    /// "Friday week": seven days after the next.
    WeekOn,
    /// "Monday last week", "Wednesday of next week": weeks from the week of writing.
    InWeek(i8),
    /// "that Friday", "the previous May", "the following Monday": from the date last mentioned.
    Mention(i8),
}

/// A point some whole units away from another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Shift {
    pub(super) unit: Unit,
    /// How many units, backward negative; `None` for "several".
    pub(super) by: Option<i32>,
    /// For an unknown number, whether it goes back.
    pub(super) back: bool,
    pub(super) from: From,
    pub(super) time: Option<Time>,
}

impl Shift {
    pub(super) const fn new(unit: Unit, by: i32, from: From) -> Self {
        Self { unit, by: Some(by), back: by < 0, from, time: None }
    }
}

/// Where a shift starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum From {
    /// The day of writing: "yesterday", "last week".
    Now,
    /// The day of writing, at the grain of what was last compared: "a year ago".
    Ago,
    /// The date last mentioned: "that day", "the following year".
    Mention,
    /// The date last mentioned, at its own grain: "two days later", "a year earlier".
    Later,
    /// The last stretch of its kind that is over: "the latest quarter".
    Latest,
    /// A bare unit, "the year": the stretch that the text speaks of.
    Bare,
}
