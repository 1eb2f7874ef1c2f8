//! Overlapping marks cut into stretches, each with everything that covers it: well nested by construction.

use std::cmp::Reverse;

use dateline::{Article, EntityId, MarkRole, QuoteId, Span};

/// What a stretch of the article is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    Quote(QuoteId),
    /// A mention: of whom, and which one.
    Name(EntityId, usize),
    Date(usize),
    /// The words that say that a quote was said.
    Cue(QuoteId),
    Dateline,
    Author,
    Credit,
    /// A marked stretch that is no quote.
    Marked(MarkRole),
}

/// All marks of an article, by where they begin, the longer first.
pub(crate) struct Marks(Vec<(Span, Mark)>);

impl Marks {
    pub(crate) fn of(article: &Article<'_>) -> Self {
        let mut all = Vec::new();
        for quote in &article.quotes {
            all.extend(quote.spans.iter().map(|span| (*span, Mark::Quote(quote.id))));
        }
        for said in &article.attributions {
            all.extend(said.cue.iter().map(|cue| (cue.span, Mark::Cue(said.quote))));
        }
        for entity in &article.entities {
            let mentions = entity.mentions.iter().enumerate();
            all.extend(mentions.map(|(i, mention)| (mention.span, Mark::Name(entity.id, i))));
        }
        all.extend(article.dates.iter().enumerate().map(|(i, date)| (date.span, Mark::Date(i))));
        all.extend(article.marked.iter().map(|marked| (marked.span, Mark::Marked(marked.role))));
        for part in &article.parts {
            all.extend(part.dateline.iter().map(|dateline| (dateline.span, Mark::Dateline)));
            all.extend(part.authors.iter().map(|author| (author.span, Mark::Author)));
            all.extend(part.credits.iter().map(|credit| (credit.span, Mark::Credit)));
        }
        all.sort_by_key(|(span, _)| (span.start, Reverse(span.end)));
        Self(all)
    }

    /// The stretches of `part`, in order, without gaps.
    pub(crate) fn cut(&self, part: Span) -> Vec<(Span, Vec<Mark>)> {
        let marks = self.within(part);
        let mut edges = vec![part.start, part.end];
        edges.extend(marks.iter().flat_map(|(span, _)| [span.start, span.end.min(part.end)]));
        edges.sort_unstable();
        edges.dedup();
        let pieces = edges.iter().zip(edges.iter().skip(1)).map(|(start, end)| Span::new(*start, *end));
        pieces.map(|piece| (piece, on(marks, piece))).collect()
    }

    /// The marks that begin in `part`: none goes on into another.
    fn within(&self, part: Span) -> &[(Span, Mark)] {
        let from = self.0.partition_point(|(span, _)| span.start < part.start);
        let until = self.0.partition_point(|(span, _)| span.start < part.end);
        self.0.get(from..until).unwrap_or_default()
    }
}

/// The marks that cover `piece`. Of nested quotes the innermost, the last that began, is shown.
fn on(marks: &[(Span, Mark)], piece: Span) -> Vec<Mark> {
    let is_quote = |mark: &Mark| matches!(mark, Mark::Quote(_));
    let mut on: Vec<Mark> = Vec::new();
    for (_, mark) in marks.iter().filter(|(span, _)| span.contains(piece)) {
        if is_quote(mark) {
            on.retain(|outer| !is_quote(outer));
        }
        on.push(*mark);
    }
    on
}
