//! The result of a parse, and looking things up in it.

use std::borrow::Cow;
use std::ops::Index;

use crate::attribution::{Attribution, Source};
use crate::date::{Date, Published};
use crate::entity::{Entity, EntityId, Focus};
use crate::offsets::OffsetMap;
use crate::quote::{AttributionId, Marked, Quote, QuoteId};
use crate::segment::{Part, PartKind};
use crate::span::Span;

/// A news article taken apart.
///
/// All fields are plain data: spans into [`text`](Self::text), positions in the other lists, and
/// normalised values. Only the text itself may be borrowed.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Article<'t> {
    /// The text that was parsed, unchanged.
    pub text: Cow<'t, str>,
    /// When the article appeared.
    pub published: Option<Published>,
    /// Its parts, sorted and disjoint.
    pub parts: Vec<Part>,
    /// The sentences, sorted, each within one part.
    pub sentences: Vec<Span>,
    /// Who and what it names, by first mention.
    pub entities: Vec<Entity>,
    /// The countries that it is about, at most three, the most-named first.
    pub focus: Vec<Focus>,
    /// Its expressions of time, sorted and disjoint.
    pub dates: Vec<Date>,
    /// What was said, in the order of the text.
    pub quotes: Vec<Quote>,
    /// Who said it.
    pub attributions: Vec<Attribution>,
    /// Marked stretches that are no quote, sorted.
    pub marked: Vec<Marked>,
}

impl Article<'_> {
    /// The text under `span`, or `None` where the span is not one of this text.
    #[must_use]
    pub fn get(&self, span: Span) -> Option<&str> {
        span.of(&self.text)
    }

    /// The entity with this id.
    #[must_use]
    pub fn entity(&self, id: EntityId) -> Option<&Entity> {
        self.entities.get(id.0)
    }

    /// The quote with this id.
    #[must_use]
    pub fn quote(&self, id: QuoteId) -> Option<&Quote> {
        self.quotes.get(id.0)
    }

    /// The attribution with this id.
    #[must_use]
    pub fn attribution(&self, id: AttributionId) -> Option<&Attribution> {
        self.attributions.get(id.0)
    }

    /// The one who said `quote`, as the text names it.
    #[must_use]
    pub fn source(&self, quote: &Quote) -> Option<&Source> {
        self.attribution(quote.attribution?)?.source.as_ref()
    }

    /// The person, body or outlet that said `quote`, where it is known.
    #[must_use]
    pub fn speaker(&self, quote: &Quote) -> Option<&Entity> {
        self.entity(self.source(quote)?.entity?)
    }

    /// The headline, where the text has one.
    #[must_use]
    pub fn headline(&self) -> Option<&str> {
        let part = self.parts_of(PartKind::Headline).next()?;
        self.get(part.span)
    }

    /// The parts of one kind, in order.
    pub fn parts_of(&self, kind: PartKind) -> impl Iterator<Item = &Part> {
        self.parts.iter().filter(move |part| part.kind == kind)
    }

    /// The sections, in order: first what stands above the first heading, then each heading with the parts
    /// below it.
    ///
    /// ```
    /// let text = "Bridge reopens\n\
    ///     The bridge reopened on Monday.\n\
    ///     What comes next\n\
    ///     Cars may cross from Friday, lorries in May.";
    /// let article = dateline::parse(text);
    /// let titles: Vec<_> = article.sections().filter_map(|s| Some(&article[s.heading?.span])).collect();
    /// assert_eq!(titles, ["What comes next"]);
    /// ```
    pub fn sections(&self) -> impl Iterator<Item = Section<'_>> {
        self.parts.chunk_by(|a, b| a.section == b.section).filter_map(|parts| match parts {
            [first, below @ ..] if first.kind == PartKind::Heading => {
                Some(Section { heading: Some(first), parts: below })
            }
            [] => None,
            parts => Some(Section { heading: None, parts }),
        })
    }

    /// The part that `span` starts in.
    #[must_use]
    pub fn part_at(&self, span: Span) -> Option<&Part> {
        let after = self.parts.partition_point(|part| part.span.start <= span.start);
        self.parts.get(after.checked_sub(1)?).filter(|part| span.start < part.span.end)
    }

    /// The sentence around `span`; none where it stands in none, as in a byline, or runs over the end of one.
    ///
    /// ```
    /// let article = dateline::parse("Rain fell on Oslo. Bergen stayed dry.");
    /// let bergen = article.entities[1].mentions[0].span;
    /// assert_eq!(article.sentence_at(bergen).map(|sentence| &article[sentence]), Some("Bergen stayed dry."));
    /// ```
    #[must_use]
    pub fn sentence_at(&self, span: Span) -> Option<Span> {
        let after = self.sentences.partition_point(|sentence| sentence.start <= span.start);
        self.sentences.get(after.checked_sub(1)?).copied().filter(|sentence| sentence.contains(span))
    }

    /// Translates spans into characters or UTF-16 units; see there for what it costs.
    ///
    /// ```
    /// let article = dateline::parse("🚢 in Oslo");
    /// let oslo = article.entities[0].mentions[0].span;
    /// let map = article.offsets();
    /// assert_eq!((oslo.start, map.chars(oslo).start, map.utf16(oslo).start), (8, 5, 6));
    /// ```
    #[must_use]
    pub fn offsets(&self) -> OffsetMap<'_> {
        OffsetMap::new(&self.text)
    }

    /// The same article with a text of its own.
    #[must_use]
    pub fn into_owned(self) -> Article<'static> {
        Article {
            text: Cow::Owned(self.text.into_owned()),
            published: self.published,
            parts: self.parts,
            sentences: self.sentences,
            entities: self.entities,
            focus: self.focus,
            dates: self.dates,
            quotes: self.quotes,
            attributions: self.attributions,
            marked: self.marked,
        }
    }
}

/// A heading and what stands below it, up to the next heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Section<'a> {
    /// The heading; none above the first one.
    pub heading: Option<&'a Part>,
    /// The parts below the heading, in order.
    pub parts: &'a [Part],
}

impl Index<Span> for Article<'_> {
    type Output = str;

    /// # Panics
    ///
    /// If the span is out of range or cuts a character; [`Article::get`] does not panic.
    #[allow(clippy::string_slice, reason = "the documented contract of indexing")]
    fn index(&self, span: Span) -> &str {
        &self.text[span]
    }
}
