//! What was said: marked stretches, their pieces, and indirect speech.
//!
//! In: the [`Doc`]. Out: [`Quote`]s in the order of the text, and the [`Marked`] stretches that are no
//! quote. Invariant: the pieces of a quote are ordered and disjoint and lie inside the marks.

mod alone;
mod carry;
mod clause;
mod closed;
mod edge;
mod forgotten;
mod mark;
mod pair;
pub(crate) mod phrase;
mod scope;
mod subject;
mod tag;
mod tagger;
mod trailing;
mod unit;
mod verb_tag;
mod view;

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::doc::Doc;
use crate::evidence::{Confidence, Rule};
use crate::names::named_enum;
use crate::span::Span;
use crate::text::TokenSet;
pub(crate) use clause::{begins_clause, holds_verb, speaker_says};
pub(crate) use edge::{Ending, closes_with_comma, content_end};
pub(crate) use pair::Stretch;
pub(crate) use scope::Scope;
pub(crate) use subject::long_subject;
pub(crate) use tag::Tag;
pub(crate) use tagger::is_be;
use unit::Units;
pub(crate) use view::View;

/// A quote's position in `Article::quotes`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct QuoteId(pub usize);

/// An attribution's position in `Article::attributions`.
///
/// Defined here because a quote names its attribution and an attribution its quote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct AttributionId(pub usize);

impl fmt::Display for QuoteId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Display for AttributionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

named_enum! {
    /// How much of a quote stands inside marks.
    pub enum QuoteKind {
        /// All of it.
        Direct = "direct",
        /// None of it.
        Indirect = "indirect",
        /// Some of it.
        Mixed = "mixed",
    }
}

named_enum! {
    /// The state of a quote's marks.
    pub enum MarkState {
        /// No marks: indirect speech.
        Bare = "bare",
        /// Opened and closed.
        Closed = "closed",
        /// Opened, carried on by the next paragraph, closed there.
        Carried = "carried",
        /// Opened and never closed.
        LeftOpen = "left_open",
        /// Closed and never opened.
        Unopened = "unopened",
    }
}

/// Something that was said, written or thought.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
#[non_exhaustive]
pub struct Quote {
    /// Its position in `Article::quotes`.
    pub id: QuoteId,
    /// How much of it stands inside marks.
    pub kind: QuoteKind,
    /// Its pieces in order, without their marks: “A,” she said. “B.” has two.
    pub spans: Vec<Span>,
    /// The stretches inside marks, without the marks.
    pub verbatim: Vec<Span>,
    /// The state of the marks.
    pub marks: MarkState,
    /// The quote that this one stands in.
    pub parent: Option<QuoteId>,
    /// Who said it.
    pub attribution: Option<AttributionId>,
    /// The rule that found it.
    pub rule: Rule,
    /// How sure it is.
    pub confidence: Confidence,
}

named_enum! {
    /// What a marked stretch is that is no quote.
    pub enum MarkRole {
        /// Words held at a distance.
        Scare = "scare",
        /// The title of a work.
        Title = "title",
        /// A person's nickname.
        Nickname = "nickname",
        /// A term being introduced.
        Term = "term",
        /// Speech of nobody that the text names.
        Unattributed = "unattributed",
    }
}

/// A marked stretch that is no quote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[non_exhaustive]
pub struct Marked {
    /// The words, without the marks.
    #[serde(flatten)]
    pub span: Span,
    /// What they are.
    pub role: MarkRole,
}

/// A document read for speech: its marked stretches, and its sentences on every level of marks.
#[derive(Debug)]
pub(crate) struct Reading {
    pub(crate) stretches: Vec<Stretch>,
    pub(crate) scopes: Vec<Scope>,
    units: Units,
}

impl Reading {
    /// A sentence as the rules see it.
    pub(crate) fn view<'a, 't>(&'a self, doc: &'a Doc<'t>, scope: &'a Scope) -> View<'a, 't> {
        View::new(doc, scope, &self.stretches, &self.units)
    }
}

/// Reads the marks and the sentences around and inside them.
#[inline(never)] // a stage: counted by its name in benches/cost
pub(crate) fn read(doc: &Doc<'_>) -> Reading {
    let stretches = carry::stretches(doc);
    let starts = TokenSet::with(doc.tokens.len(), doc.sentences.iter().map(|s| s.tokens.start));
    let tags = tagger::tag(doc, &starts);
    let (scopes, units) = scope::scopes(doc, &stretches, &tags, &starts);
    Reading { stretches, scopes, units }
}
