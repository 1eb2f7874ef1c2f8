//! Every expression of time, with its calendar value.
//!
//! In: the [`Doc`]. Out: [`Date`]s, sorted and disjoint, and the publication date with its origin.

#![deny(clippy::arithmetic_side_effects)]

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::doc::Doc;
use crate::evidence::{Confidence, Rule};
use crate::names::named_enum;
use crate::span::Span;

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

/// An expression of time.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
#[non_exhaustive]
pub struct Date {
    /// Where it stands: no leading preposition, quantifiers inside.
    #[serde(flatten)]
    pub span: Span,
    /// What it is.
    pub kind: DateKind,
    /// The TIMEX3 value: `2025-12-24`, `P2D`, `XXXX-WXX-1`.
    pub value: String,
    /// The rule that made it.
    pub rule: Rule,
    /// How sure the value is.
    pub confidence: Confidence,
}

/// The dates of a document, and its publication date.
pub(crate) fn find(doc: &Doc<'_>) -> (Vec<Date>, Option<Published>) {
    (Vec::new(), doc.published.map(|date| Published { date, origin: Origin::Given }))
}
