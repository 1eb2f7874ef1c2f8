//! Every expression of time, with its calendar value.
//!
//! In: the [`Doc`]. Out: [`Date`]s, sorted and disjoint, and the publication date with its origin.
//!
//! Fields first, resolution second: `read` finds what an expression says by itself (`phrase`), `resolve` what
//! that means on the day the article appeared (`value`). `value/calendar.rs` is the only file that computes
//! with days.

#![deny(clippy::arithmetic_side_effects)]

mod holiday;
mod phrase;
mod read;
mod resolve;
mod value;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::doc::Doc;
use crate::evidence::{Confidence, Rule};
use crate::names::named_enum;
use crate::span::Span;

pub use phrase::Modifier;
pub use value::{
    Calendar, Clock, DayPart, Granularity, Length, Reference, Season, Time, Unit, UnknownValue, Value, Within,
};

named_enum! {
    /// TIMEX3's four types.
    pub enum DateKind {
        /// A calendar day or anything coarser.
        Date = "date",
        /// A time of day.
        Time = "time",
        /// A length of time.
        Duration = "duration",
        /// A recurring time.
        Set = "set",
    }
}

/// When the article appeared, and how that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Published {
    /// The day.
    pub date: NaiveDate,
    /// What told it.
    pub origin: Origin,
}

named_enum! {
    /// What told the publication date.
    pub enum Origin {
        /// The caller.
        Given = "given",
        /// A timestamp line.
        Timestamp = "timestamp",
        /// The dateline.
        Dateline = "dateline",
        /// The explicit dates of the text.
        Text = "text",
    }
}

named_enum! {
    /// Which way a date looks whose text does not say: "Friday", "May 3", "June".
    pub enum DatePolicy {
        /// As news uses it: weekdays lie back, days of the year in a window around publication, and verbs
        /// that govern the date decide.
        News = "news",
        /// Always the latest not after publication.
        Past = "past",
        /// Always the earliest not before publication.
        Future = "future",
    }
}

named_enum! {
    /// Where a date lies, seen from what it was counted from.
    pub enum Direction {
        /// Before it.
        Past = "past",
        /// The same day, week, month or year.
        Present = "present",
        /// After it.
        Future = "future",
    }
}

/// What a value was counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Anchor {
    /// Nothing: a length of time, a recurring time, or a date that stays partial.
    None,
    /// Nothing was needed: the expression names its year.
    Explicit,
    /// The publication date.
    Published,
    /// The date of the caption that the expression stands in.
    Caption,
    /// The date of the dateline that opens its paragraph.
    Dateline,
    /// Another date of the article, by its position in the list: an earlier one, or, before a history has
    /// named a year, its first.
    Mention(usize),
}

/// The days that a calendar value covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Days {
    /// The first day.
    pub from: NaiveDate,
    /// The day after the last.
    pub until: NaiveDate,
}

/// An expression of time.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
#[non_exhaustive]
pub struct Date {
    /// Where it stands: no leading preposition, quantifiers inside.
    #[serde(flatten)]
    pub span: Span,
    /// What it is.
    pub kind: DateKind,
    /// What it means; written as TIMEX3: `2025-12-24`, `P2D`, `XXXX-WXX-1`.
    pub value: Value,
    /// How the expression narrows or blurs that value: "early", "about".
    pub modifier: Option<Modifier>,
    /// How fine a calendar value is.
    pub granularity: Option<Granularity>,
    /// The days that a calendar value covers.
    pub range: Option<Days>,
    /// What it was counted from.
    pub anchor: Anchor,
    /// Whether the value depends on that anchor.
    pub relative: bool,
    /// The zone of a time by the clock, in minutes east of Greenwich, where the text names one.
    pub utc_offset: Option<i16>,
    /// Which way it was counted, where that was a choice.
    pub direction: Option<Direction>,
    /// The second-best reading.
    pub alternative: Option<Value>,
    /// Whether the calendar has no such day: "June 31". The value then says what the text says.
    #[serde(default)]
    pub impossible: bool,
    /// The rule that made it.
    pub rule: Rule,
    /// How sure the value is.
    pub confidence: Confidence,
}

/// Whether one of `dates`, which are sorted and disjoint, shares bytes with `span`.
pub(crate) fn meets(dates: &[Date], span: Span) -> bool {
    let at = dates.partition_point(|date| date.span.end <= span.start);
    dates.get(at).is_some_and(|date| date.span.start < span.end)
}

/// The dates of a document, and its publication date.
#[inline(never)] // a stage: counted by its name in benches/cost
pub(crate) fn find(doc: &Doc<'_>, policy: DatePolicy) -> (Vec<Date>, Option<Published>) {
    let (words, found) = read::expressions(doc);
    resolve::resolve(doc, &words, &found, policy)
}
