//! Quotes in quotes: each stands wholly inside another one, or wholly outside it.
//!
//! In: drafts in the order of the text. Out: those that are kept, with the one that each stands in. Two sieves may
//! end their finds at different words: in “She said that though it rained, nobody left” one reads a condition where
//! the other reads on. What starts inside another quote is kept as far as that quote goes; what starts before it
//! keeps what the other leaves.

use crate::doc::Doc;
use crate::span::Span;

use super::draft::{Draft, clip, piece_after};

/// The deepest nesting of quotes. Printed English knows three alternating marks; eight leaves room and
/// bounds the work.
pub(crate) const MAX_NESTING: usize = 8;

/// Quotes that have begun and not yet ended: nested ones, and those that others stand between the pieces of.
const MAX_OPEN: usize = 2 * MAX_NESTING;

/// A draft and the position of the one that it stands in.
pub(super) struct Nested {
    pub(super) draft: Draft,
    pub(super) parent: Option<usize>,
    depth: usize,
}

/// Nests drafts, sorted by where they begin and, of those that begin together, the longest first.
pub(super) fn nest(doc: &Doc<'_>, drafts: Vec<Draft>) -> Vec<Nested> {
    let mut nest = Nest { doc, kept: Vec::with_capacity(drafts.len()), open: Vec::new() };
    for draft in drafts {
        nest.add(draft);
    }
    nest.kept
}

struct Nest<'a, 't> {
    doc: &'a Doc<'t>,
    kept: Vec<Nested>,
    open: Vec<usize>,
}

impl Nest<'_, '_> {
    fn add(&mut self, mut draft: Draft) {
        let first = draft.first();
        let kept = &self.kept;
        self.open.retain(|at| kept.get(*at).is_some_and(|outer| outer.draft.last() > first));
        let mut parent = None;
        for at in self.open.iter().rev().copied() {
            let Some(outer) = self.kept.get(at) else { continue };
            let pieces = &outer.draft.spans;
            // One thing said, told twice: "INA said the minister “will sign.” [paragraph] “He promised it,” INA said."
            if draft.spans.iter().all(|span| pieces.binary_search(span).is_ok()) {
                return;
            }
            if piece_after(pieces, first).is_some_and(|(_, piece)| piece.start <= first) {
                draft.keep(|span| clip(span, pieces));
                parent = Some((at, outer.depth.saturating_add(1)));
                break;
            }
            draft.keep(|span| trimmed(self.doc, cut(span, pieces)));
        }
        let depth = parent.map_or(0, |(_, depth)| depth);
        if draft.spans.is_empty() || depth > MAX_NESTING || self.open.len() >= MAX_OPEN {
            return;
        }
        self.open.push(self.kept.len());
        self.kept.push(Nested { draft, parent: parent.map(|(at, _)| at), depth });
    }
}

/// What of `span` the pieces leave, up to the next of them.
fn cut(span: Span, pieces: &[Span]) -> Span {
    let Some((i, piece)) = piece_after(pieces, span.start) else { return span };
    if span.start < piece.start {
        return Span::new(span.start, span.end.min(piece.start));
    }
    let next = pieces.get(i.saturating_add(1)).map_or(span.end, |next| next.start);
    Span::new(piece.end, span.end.min(next))
}

/// A span without the blanks at its ends.
fn trimmed(doc: &Doc<'_>, span: Span) -> Span {
    let text = doc.str(span);
    let start = span.start.saturating_add(text.len().saturating_sub(text.trim_start().len()));
    Span::new(start, start.saturating_add(text.trim().len()))
}

#[cfg(test)]
mod tests {
    use super::{Span, cut};

    const PIECES: [Span; 2] = [Span::new(10, 20), Span::new(30, 40)];

    #[test]
    fn a_span_is_cut_where_a_piece_stands() {
        for (span, want) in [((5, 15), 5..10), ((15, 35), 20..30), ((21, 50), 21..30), ((35, 50), 40..50)] {
            assert_eq!(cut(Span::new(span.0, span.1), &PIECES), want);
        }
        assert!(cut(Span::new(12, 15), &PIECES).is_empty());
    }
}
