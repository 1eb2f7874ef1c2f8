//! Lines to parts: what each stretch of the article is.
//!
//! In: tokens, word classes, gazetteer hits. Out: [`Part`]s, sorted and disjoint, which cover all text
//! that is not blank.

mod asks;
mod author;
mod body;
mod byline;
mod caption;
mod contributors;
mod credit;
mod dateline;
mod dek;
mod detail;
mod embed;
mod frame;
mod frame_word;
mod head;
mod lexical;
mod line;
mod name;
mod page;
mod phrase;
mod pull;
mod seam;
mod stamp;
mod summary;
mod table;
mod tail;
mod trigger;
mod wire;
mod wrap;

use serde::{Deserialize, Serialize};

use crate::evidence::{Confidence, Rule};
use crate::names::named_enum;
use crate::span::Span;

named_enum! {
    /// What a part of the article is. The names follow NITF where it has one.
    pub enum PartKind {
        /// The title.
        Headline = "headline",
        /// The standfirst: one to three lines under the headline.
        Dek = "dek",
        /// The label above the headline.
        Kicker = "kicker",
        /// Who wrote it.
        Byline = "byline",
        /// When it was published or updated.
        Timestamp = "timestamp",
        /// Body text.
        Paragraph = "paragraph",
        /// The title of a section.
        Heading = "heading",
        /// An item of a list.
        List = "list",
        /// A quote set apart as display text.
        PullQuote = "pull_quote",
        /// The text under a picture.
        Caption = "caption",
        /// A line that only says whose picture it is.
        Credit = "credit",
        /// A post of a social network, with its signature.
        Embed = "embed",
        /// Who else reported, wrote or edited.
        Contributors = "contributors",
        /// About the author.
        AuthorBio = "author_bio",
        /// A correction, clarification or editor's note.
        Correction = "correction",
        /// A link to another story.
        Related = "related",
        /// Newsletters, apps, subscriptions.
        Promo = "promo",
        /// The label or text of an advertisement.
        Advert = "advert",
        /// Rights and standards.
        Copyright = "copyright",
        /// A line of dashes, stars or underscores.
        Separator = "separator",
        /// Buttons, menus, counters.
        Interface = "interface",
        /// Nothing tells what it is.
        Unknown = "unknown",
    }
}

impl PartKind {
    /// Whether the part belongs to what the article says, as against its frame.
    ///
    /// Names, dates and quotes are read from these parts.
    #[must_use]
    pub const fn is_content(self) -> bool {
        use PartKind::{Caption, Dek, Embed, Heading, Headline, List, Paragraph, PullQuote};
        matches!(self, Headline | Dek | Paragraph | Heading | List | PullQuote | Caption | Embed)
    }
}

/// A part of the article: one paragraph, one caption, one line of the frame.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
#[non_exhaustive]
pub struct Part {
    /// What it is.
    pub kind: PartKind,
    /// Where it stands, without surrounding white space.
    #[serde(flatten)]
    pub span: Span,
    /// The index of the heading part that it stands under, its own for a heading; `None` above the first
    /// heading.
    pub section: Option<usize>,
    /// The writers named by a byline, a line of contributors or a biography.
    #[serde(default)]
    pub authors: Vec<Author>,
    /// The dateline at the start of a paragraph.
    pub dateline: Option<Dateline>,
    /// The credits of a caption or credit line.
    #[serde(default)]
    pub credits: Vec<Credit>,
    /// The times named by a timestamp or byline.
    #[serde(default)]
    pub stamps: Vec<Stamp>,
    /// The handle that signs an embedded post, without `@`.
    pub handle: Option<String>,
    /// The rule that decided.
    pub rule: Rule,
    /// How sure it is.
    pub confidence: Confidence,
}

impl Part {
    pub(crate) fn new(kind: PartKind, span: Span, rule: &'static str, percent: u8) -> Self {
        Self {
            kind,
            span,
            section: None,
            authors: Vec::new(),
            dateline: None,
            credits: Vec::new(),
            stamps: Vec::new(),
            handle: None,
            rule: Rule::named(rule),
            confidence: Confidence::percent(percent),
        }
    }
}

/// A writer named by a byline, a line of contributors or a biography.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Author {
    /// Where the name stands.
    #[serde(flatten)]
    pub span: Span,
    /// The name as written, without "By".
    pub name: String,
    /// "News Reporter", "Political Editor"; for a contributor the work as written: "Additional reporting".
    pub role: Option<String>,
    /// The outlet or agency the author writes for.
    pub affiliation: Option<String>,
    /// Where the author reports from.
    pub location: Option<String>,
}

impl Author {
    pub(crate) fn named(span: Span, name: &str) -> Self {
        Self { span, name: name.trim().to_owned(), role: None, affiliation: None, location: None }
    }
}

/// "CAIRO, Sept. 3 (Reuters) –": where and when a story was filed.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Dateline {
    /// The whole dateline, with its separator.
    #[serde(flatten)]
    pub span: Span,
    /// The places, in order: "PARIS/BERLIN", "BANGOR, Maine".
    pub places: Vec<Span>,
    /// The agency in brackets.
    pub agency: Option<Span>,
    /// The date, as written.
    pub date: Option<Span>,
}

/// Whose picture: "Name/POOL/AFP via Getty Images".
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Credit {
    /// The whole credit, without brackets.
    #[serde(flatten)]
    pub span: Span,
    /// The photographer, as written.
    pub person: Option<String>,
    /// The agencies, in order, without "POOL".
    pub agencies: Vec<String>,
    /// The distributor after "via".
    pub via: Option<String>,
}

named_enum! {
    /// What a time in the frame of an article says.
    pub enum StampRole {
        /// When the article appeared.
        Published = "published",
        /// When it was last changed.
        Updated = "updated",
    }
}

/// A time in a timestamp or byline; its value is among the article's dates under the same span.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Stamp {
    /// The time as written.
    #[serde(flatten)]
    pub span: Span,
    /// What it says.
    pub role: StampRole,
}

/// The parts of a text, in three passes: what a line is on its own, what its neighbours make of it at
/// the head, what remains for the body and the tail.
#[inline(never)] // a stage: counted by its name in benches/cost
pub(crate) fn find(
    tokens: &crate::text::Tokens<'_>,
    words: &[crate::lexicon::Entry],
    hits: &[crate::gazetteer::Hit],
    gazetteer: &crate::gazetteer::Gazetteer,
) -> Vec<Part> {
    let page = page::Page::new(tokens, words, hits, gazetteer);
    let mut calls = lexical::read(&page);
    embed::gather(&page, &mut calls);
    pull::read(&page, &mut calls);
    let asks = asks::Asks::of(&page);
    caption::read(&page, &mut calls, asks);
    let body = head::read(&page, &mut calls, asks);
    frame::read(&page, &mut calls, body);
    body::read(&page, &mut calls, body, asks);
    parts(&page, &calls)
}

/// One part a line; the lines of an embedded post are one, as are a dateline and the paragraph below it.
/// Each part stands under the heading above it.
fn parts(page: &page::Page<'_>, calls: &page::Calls) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::with_capacity(calls.len());
    let mut from = None;
    let mut section = None;
    for (i, line) in page.lines.iter().enumerate() {
        let call = calls.get(i).unwrap_or(page::Call::new(PartKind::Unknown, "unknown", 20));
        let first = *from.get_or_insert(line.tokens.start);
        if joins_next(call, calls.get(i + 1)) {
            continue;
        }
        let tokens = first..line.tokens.end;
        from = None;
        if call.kind == PartKind::Heading {
            section = Some(parts.len());
        }
        let mut part = Part::new(call.kind, page.span(tokens.clone()), call.rule, call.percent);
        part.section = section;
        detail::fill(page, &mut part, tokens);
        parts.push(part);
    }
    parts
}

/// The part goes on in the next line.
fn joins_next(call: page::Call, next: Option<page::Call>) -> bool {
    let Some(next) = next else { return false };
    match call.rule {
        "embed.body" => next.kind == PartKind::Embed,
        "dateline.alone" => next.kind == PartKind::Paragraph,
        _ => call.kind == PartKind::Byline && next.rule == "byline.role",
    }
}
