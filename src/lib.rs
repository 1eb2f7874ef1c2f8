//! `dateline` turns the plain text of a news article into typed facts: how the article is built, who and what
//! it names, which dates it speaks of, what was said, and who said it according to whom.
//!
//! No model, no network, no files, no clock: the same text gives the same [`Article`] on every thread and
//! every machine. Text never causes an error or a panic.
//!
//! # A first look
//!
//! ```
//! use chrono::NaiveDate;
//! use dateline::{EntityKind, Input, Parser, PartKind};
//!
//! let text = "Port of Bergen reopens\n\
//!             BERGEN, Norway, May 7 (Reuters) - “We will not wait,” Foreign Minister Ola Lund said on Tuesday.";
//! let parser = Parser::new();
//! let article = parser.parse(Input::new(text).published(NaiveDate::from_ymd_opt(2025, 5, 7)));
//!
//! assert_eq!(article.parts[0].kind, PartKind::Headline);
//!
//! let quote = &article.quotes[0];
//! let speaker = article.speaker(quote).unwrap();
//! assert_eq!(&article[quote.spans[0]], "We will not wait,");
//! assert_eq!((speaker.kind.clone(), speaker.name.as_str()), (EntityKind::Person, "Ola Lund"));
//! assert_eq!(speaker.roles[0].title, "Foreign Minister");
//!
//! let tuesday = article.dates.iter().find(|date| &article[date.span] == "Tuesday").unwrap();
//! assert_eq!(tuesday.value.to_string(), "2025-05-06");
//! ```
//!
//! [`parse`] is the short way, with the bundled names and no publication date. [`Parser`] is cheap to clone and
//! shared by threads; what is known of one text goes into its [`Input`]; names of your own go into a
//! [`Gazetteer`].
//!
//! # The result
//!
//! An [`Article`] is plain data: spans of the text, positions in its own lists, and normalised values. It can be kept,
//! compared, sent as JSON, and outlive the text ([`Article::into_owned`]).
//!
//! ```text
//! quotes[0] ── attribution ─▶ attributions[0] ── source.entity ─▶ entities[3] ── mentions ─▶ spans
//!     │                             ├── cue: “said”                    ├── roles: “Foreign Minister”
//!     └── spans, verbatim           └── via: [outlets, …]              └── ids: {iso3166: …}
//! ```
//!
//! - **Spans** are half-open ranges of bytes, on character boundaries, never empty.
//! - **Absent** is `None`, never a placeholder.
//! - **Why**: every result names its [`Rule`] and how sure that rule is ([`Confidence`]). Where a text alone cannot
//!   tell, the confidence is low; filter by it.
//!
//! # Read on
//!
//! | to learn | see |
//! |---|---|
//! | what an article becomes, in pictures, and where the edges of things are | [`guide::model`] |
//! | how to do this and that | [`guide::cookbook`] |
//! | how far to trust a result | [`guide::confidence`] |
//! | how parts, names and dates are read | [`guide::parts`], [`guide::entities`], [`guide::dates`] |
//! | how it compares with CoreNLP, spaCy, HeidelTime and others | [`guide::comparison`] |
//! | how to write an article for other tools | [`mod@format`] |
//! | how to look names up without a parse | [`Gazetteer::find`] |
//!
//! # How it works
//!
//! ```text
//! text ─▶ tokens ─▶ word classes, listed names ─▶ parts, sentences ─▶ ┬ entities ┬ ─▶ attributions ─▶ Article
//!                                                                     ├ dates    ┤
//!                                                                     └ quotes   ┘
//! ```
//!
//! The text is cut into tokens once. One probe a token gives its classes in the closed lists; one anchored walk
//! of an Aho-Corasick automaton gives the listed names. Lines become parts; parts become sentences. Names, dates
//! and quotes are then read from arrays of integers, and attribution ties them together. Every stage is linear in
//! the text, and none changes what an earlier one left.
//!
//! # Untrusted text
//!
//! Articles come from strangers. What is promised of any text, and tested:
//!
//! - no panic, no error, no recursion, no `unsafe`;
//! - time and memory linear in the length of the text, whatever the text;
//! - every result keeps the promises that [`Article::check`] lists;
//! - at most [`Input::MAX_LEN`] bytes of a text are read.
//!
//! [`guide::security`] has every limit with its reason, and what a parse costs in memory.
//!
//! Names of a gazetteer and JSON from elsewhere are checked as they are read: a bad row or a span that does not fit
//! is an error that says where.

#![cfg_attr(test, allow(clippy::string_slice, reason = "a test may panic"))]

mod article;
mod attribution;
mod date;
mod doc;
mod entity;
mod error;
mod evidence;
pub mod format;
mod gazetteer;
#[cfg(any(doc, doctest))]
pub mod guide;
mod input;
mod lexicon;
mod names;
mod offsets;
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
pub use entity::{Entity, EntityId, EntityKind, Focus, Gender, Mention, MentionForm, Point, Role};
pub use error::Error;
pub use evidence::{Confidence, Rule};
pub use gazetteer::{Entry, Gazetteer, GazetteerBuilder, Match, Overlaps};
pub use input::Input;
pub use names::UnknownName;
pub use offsets::OffsetMap;
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

/// The README's examples, held to be true.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
