//! `dateline` turns the plain text of a news article into typed facts.
//!
//! ```
//! let article = dateline::parse("Rain stops play\nIt rained all day in Leeds.");
//! assert_eq!(article.parts.len(), 2);
//! ```

#![cfg_attr(test, allow(clippy::string_slice, reason = "a test may panic"))]
#![allow(dead_code, unused_imports, reason = "the stages that read these fields land next")]

mod article;
mod attribution;
mod date;
mod doc;
mod entity;
mod error;
mod evidence;
mod gazetteer;
mod input;
mod lexicon;
mod names;
mod parser;
mod quote;
mod segment;
mod soundness;
mod span;
#[doc(hidden)]
pub mod stages;
mod text;
mod wire;

pub use article::{Article, Section};
pub use attribution::{Attribution, Cue, CueClass, Polarity, Resolution, Source, SourceKind};
pub use date::{
    Anchor, Calendar, Clock, Date, DateKind, DatePolicy, DayPart, Days, Direction, Granularity, Length,
    Modifier, Origin, Published, Reference, Season, Time, Unit, UnknownValue, Value, Within,
};
pub use entity::{Entity, EntityId, EntityKind, Gender, Mention, MentionForm, Role};
pub use error::Error;
pub use evidence::{Confidence, Rule};
pub use gazetteer::{Entry, Gazetteer, GazetteerBuilder, Match, Overlaps};
pub use input::Input;
pub use names::UnknownName;
pub use parser::{Parser, ParserBuilder};
pub use quote::{AttributionId, MarkRole, MarkState, Marked, Quote, QuoteId, QuoteKind};
pub use segment::{Author, Credit, Dateline, Part, PartKind, Stamp, StampRole};
pub use soundness::Unsound;
pub use span::Span;

/// Takes an article apart with the bundled names and without a publication date.
///
/// ```
/// let article = dateline::parse("The minister said: “No.”");
/// assert_eq!(article.published, None);
/// ```
#[must_use]
pub fn parse(text: &str) -> Article<'_> {
    Parser::new().parse(text)
}
