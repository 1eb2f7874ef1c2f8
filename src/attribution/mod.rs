//! Who said it, and according to whom.
//!
//! In: the [`Doc`], entities, dates, the [`Reading`] of marks and sentences. Out: quotes with their attributions.

mod according;
mod after;
mod asked;
mod assemble;
mod before;
mod board;
mod carried;
mod chain;
mod cited;
mod clause;
mod colon;
mod complement;
mod conversation;
mod draft;
mod evidential;
mod fronted;
mod gap;
mod headline;
mod inserted;
mod interview;
mod kind;
mod label;
mod lead;
mod nest;
mod noun;
mod passive;
mod pieces;
mod resolve;
mod rest;
mod sieves;
mod signed;
mod site;
mod source_word;
mod tail;
mod turn;
mod verb;
mod within;
mod worth;

use std::borrow::Cow;
use std::collections::HashSet;

use serde::Deserialize;

use crate::date::Date;
use crate::doc::Doc;
use crate::entity::{Entity, EntityId};
use crate::evidence::{Confidence, Rule};
pub use crate::lexicon::CueClass;
use crate::names::named_enum;
use crate::quote::{AttributionId, Marked, Quote, QuoteId, Reading};
use crate::span::Span;
use board::Find;
pub(crate) use nest::MAX_NESTING;

/// Who said a quote, with which words, and through whom.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
#[non_exhaustive]
pub struct Attribution {
    /// Its position in `Article::attributions`.
    pub id: AttributionId,
    /// What was said.
    pub quote: QuoteId,
    /// Who said it; `None` for "reportedly" and its like.
    pub source: Option<Source>,
    /// The words that say that it was said; `None` for a quote that carries on.
    pub cue: Option<Cue>,
    /// Whether it was said, denied, or declined to be said.
    pub polarity: Polarity,
    /// Whom it was said to: "told reporters".
    pub addressee: Option<Span>,
    /// Where it was said: "in a statement", "on Telegram".
    pub medium: Option<Span>,
    /// When it was said: an index into `Article::dates`.
    pub said_on: Option<usize>,
    /// Through whom it reached the article, nearest to the speaker first.
    pub via: Vec<Source>,
    /// On whom the source relies: "CNN, citing two officials, reported".
    #[serde(default)]
    pub cited: Vec<Source>,
    /// The rule that decided.
    pub rule: Rule,
    /// How sure it is that the source is the one who said it; how sure the quote is stands with the quote.
    pub confidence: Confidence,
}

/// The one who said something.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
#[non_exhaustive]
pub struct Source {
    /// The words that name it, appositives included.
    #[serde(flatten)]
    pub span: Span,
    /// What it is.
    pub kind: SourceKind,
    /// The entity it resolves to.
    pub entity: Option<EntityId>,
    /// How it was resolved.
    pub resolved: Option<Resolution>,
}

named_enum! {
    /// What a source is.
    pub enum SourceKind {
        /// A named person.
        Person = "person",
        /// A named body, or a government named by its country or capital.
        Organization = "organization",
        /// A news outlet.
        Outlet = "outlet",
        /// A report, poll, statement, filing.
        Document = "document",
        /// "the minister", "a spokesman for X".
        Role = "role",
        /// "officials", "residents", "critics".
        Group = "group",
        /// "a person familiar with the matter".
        Anonymous = "anonymous",
        /// "he", "she", "who".
        Pronoun = "pronoun",
        /// The writer of the article: "I", "we".
        Author = "author",
    }
}

named_enum! {
    /// How a source was tied to its entity.
    pub enum Resolution {
        /// It mentions the entity by name.
        Mention = "mention",
        /// It is a pronoun with a safe antecedent.
        Pronoun = "pronoun",
        /// It is a role, document or group that stands for the entity.
        Nominal = "nominal",
        /// It is a relative pronoun.
        Relative = "relative",
        /// It carries on an earlier attribution.
        Carried = "carried",
    }
}

/// The words that say that something was said.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
#[non_exhaustive]
pub struct Cue {
    /// Where they stand, with auxiliaries and negation.
    #[serde(flatten)]
    pub span: Span,
    /// The dictionary form of the head, with what belongs to it: `say`, `call for`, `according to`.
    pub lemma: Cow<'static, str>,
    /// What sort of saying it is.
    pub class: CueClass,
}

named_enum! {
    /// Whether the thing was said.
    pub enum Polarity {
        /// It was.
        Affirmed = "affirmed",
        /// "denied that".
        Denied = "denied",
        /// "did not say", "declined to say".
        Declined = "declined",
    }
}

/// Quotes, their attributions, and the other marked stretches.
#[derive(Debug, Default)]
pub(crate) struct Speech {
    pub(crate) quotes: Vec<Quote>,
    pub(crate) attributions: Vec<Attribution>,
    pub(crate) marked: Vec<Marked>,
}

/// Who said what in a document.
#[inline(never)] // a stage: counted by its name in benches/cost
pub(crate) fn find(doc: &Doc<'_>, entities: &[Entity], dates: &[Date], reading: &Reading) -> Speech {
    let turns = conversation::turns(doc, entities);
    let said = sieves::run(doc, reading);
    let finds = if turns.is_empty() { said } else { join(turns, said) };
    assemble::speech(doc, entities, dates, reading, finds)
}

/// The turns of a conversation and what is said besides. The colon of a label is read once.
fn join(mut turns: Vec<Find>, said: Vec<Find>) -> Vec<Find> {
    let colons: HashSet<usize> = turns.iter().filter_map(|f| f.cue.as_ref()).map(|cue| cue.start).collect();
    let labelled = |f: &Find| f.cue.as_ref().is_some_and(|cue| colons.contains(&cue.start));
    turns.extend(said.into_iter().filter(|f| !labelled(f)));
    turns
}
