//! Overlapping marks cut into stretches, each with everything that covers it: well nested by construction.

use dateline::{Article, EntityId, QuoteId, Span};

/// A stretch of text under one set of marks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Marks {
    pub(crate) quote: Option<QuoteId>,
    pub(crate) entity: Option<(EntityId, usize)>,
    pub(crate) date: Option<usize>,
    pub(crate) cue: bool,
}

/// The stretches of `within`, in order, without gaps.
pub(crate) fn cut(article: &Article<'_>, within: Span) -> Vec<(Span, Marks)> {
    let layers = Layers::of(article, within);
    let mut edges = vec![within.start, within.end];
    edges.extend(layers.all().flat_map(|span| [span.start.max(within.start), span.end.min(within.end)]));
    edges.sort_unstable();
    edges.dedup();
    let pairs = edges.iter().zip(edges.iter().skip(1));
    pairs.map(|(start, end)| Span::new(*start, *end)).map(|piece| (piece, layers.at(piece))).collect()
}

struct Layers {
    quotes: Vec<(Span, QuoteId)>,
    entities: Vec<(Span, EntityId, usize)>,
    dates: Vec<(Span, usize)>,
    cues: Vec<Span>,
}

impl Layers {
    fn of(article: &Article<'_>, within: Span) -> Self {
        let near = |span: &Span| span.overlaps(within);
        let pieces = article.quotes.iter().flat_map(|q| q.spans.iter().map(|span| (*span, q.id)));
        let mentions = article
            .entities
            .iter()
            .flat_map(|e| e.mentions.iter().enumerate().map(|(i, mention)| (mention.span, e.id, i)));
        let dates = article.dates.iter().enumerate().map(|(i, date)| (date.span, i));
        let cues = article.attributions.iter().filter_map(|a| a.cue.as_ref()).map(|cue| cue.span);
        Self {
            quotes: pieces.filter(|(span, _)| near(span)).collect(),
            entities: mentions.filter(|(span, ..)| near(span)).collect(),
            dates: dates.filter(|(span, _)| near(span)).collect(),
            cues: cues.filter(near).collect(),
        }
    }

    fn all(&self) -> impl Iterator<Item = Span> + '_ {
        let quotes = self.quotes.iter().map(|(span, _)| *span);
        let entities = self.entities.iter().map(|(span, ..)| *span);
        quotes
            .chain(entities)
            .chain(self.dates.iter().map(|(span, _)| *span))
            .chain(self.cues.iter().copied())
    }

    fn at(&self, piece: Span) -> Marks {
        // Of nested quotes the innermost, that is the shortest, is shown.
        let quotes = self.quotes.iter().filter(|(span, _)| span.contains(piece));
        let quote = quotes.min_by_key(|(span, _)| span.len()).map(|(_, id)| *id);
        let entity = self.entities.iter().find(|(span, ..)| span.contains(piece)).map(|(_, id, i)| (*id, *i));
        let date = self.dates.iter().find(|(span, _)| span.contains(piece)).map(|(_, i)| *i);
        Marks { quote, entity, date, cue: self.cues.iter().any(|span| span.contains(piece)) }
    }
}
