//! A quote before it has an id.

use crate::quote::{MarkState, QuoteKind};
use crate::span::Span;

/// Drafts are sorted and moved: what they were found by stays where it is.
pub(super) struct Draft {
    /// The position of its find.
    pub(super) find: usize,
    /// Its pieces, and what of them stands inside marks: sorted and disjoint.
    pub(super) spans: Vec<Span>,
    pub(super) verbatim: Vec<Span>,
    pub(super) kind: QuoteKind,
    pub(super) marks: MarkState,
}

impl Draft {
    pub(super) fn first(&self) -> usize {
        self.spans.first().map_or(0, |s| s.start)
    }

    pub(super) fn last(&self) -> usize {
        self.spans.last().map_or(0, |s| s.end)
    }

    /// Changes each piece, and what of it stands inside marks with it.
    pub(super) fn keep(&mut self, change: impl Fn(Span) -> Span) {
        let mut changed = false;
        self.spans.retain_mut(|span| {
            let before = std::mem::replace(span, change(*span));
            changed |= *span != before;
            !span.is_empty()
        });
        if !changed {
            return;
        }
        let spans = &self.spans;
        self.verbatim.retain_mut(|span| {
            *span = clip(*span, spans);
            !span.is_empty()
        });
        if self.verbatim.is_empty() {
            (self.kind, self.marks) = (QuoteKind::Indirect, MarkState::Bare);
        }
    }
}

/// The first of sorted and disjoint pieces that ends after `at`, with its position.
pub(super) fn piece_after(pieces: &[Span], at: usize) -> Option<(usize, Span)> {
    let i = pieces.partition_point(|piece| piece.end <= at);
    Some((i, *pieces.get(i)?))
}

/// What of `span` lies in the first piece that it touches.
pub(super) fn clip(span: Span, pieces: &[Span]) -> Span {
    piece_after(pieces, span.start)
        .map_or(Span::default(), |(_, piece)| Span::new(span.start.max(piece.start), span.end.min(piece.end)))
}

#[cfg(test)]
mod tests {
    use super::{Draft, MarkState, QuoteKind, Span, clip};

    const PIECES: [Span; 2] = [Span::new(10, 20), Span::new(30, 40)];

    #[test]
    fn a_span_is_clipped_to_the_piece_that_it_touches() {
        for (span, want) in [((12, 15), 12..15), ((15, 35), 15..20), ((25, 35), 30..35), ((10, 20), 10..20)] {
            assert_eq!(clip(Span::new(span.0, span.1), &PIECES), want);
        }
        for outside in [Span::new(0, 10), Span::new(20, 30), Span::new(40, 50)] {
            assert!(clip(outside, &PIECES).is_empty(), "{outside}");
        }
    }

    #[test]
    fn a_draft_that_loses_its_marked_words_is_indirect() {
        let marks = MarkState::Closed;
        let verbatim = vec![PIECES[1]];
        let mut draft = Draft { find: 0, spans: PIECES.to_vec(), verbatim, kind: QuoteKind::Mixed, marks };
        draft.keep(|span| span);
        assert_eq!((draft.kind, draft.verbatim.len()), (QuoteKind::Mixed, 1));
        draft.keep(|span| clip(span, &PIECES[..1]));
        assert_eq!((draft.kind, draft.marks), (QuoteKind::Indirect, MarkState::Bare));
        assert_eq!((draft.spans, draft.verbatim), (PIECES[..1].to_vec(), vec![]));
    }
}
