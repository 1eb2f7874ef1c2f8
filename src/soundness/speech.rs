//! Quotes and attributions.

use crate::article::Article;
use crate::attribution::{Attribution, MAX_NESTING, Source};
use crate::quote::{MarkState, Quote, QuoteId, QuoteKind};
use crate::span::Span;

use super::{Checked, broken, hold};

impl Article<'_> {
    pub(super) fn check_quotes(&self) -> Checked {
        let mut start = 0;
        for (i, quote) in self.quotes.iter().enumerate() {
            hold(quote.id.0 == i, "a quote's id is its position", i)?;
            self.check_pieces(quote)?;
            let first = quote.spans.first().map_or(0, |span| span.start);
            hold(first >= start, "quotes are in the order of the text", i)?;
            start = first;
            self.check_parent(quote)?;
            let said = quote.attribution.map(|id| self.attribution(id).map(|a| a.quote));
            let back = said.is_none_or(|back| back == Some(quote.id));
            hold(back, "a quote and its attribution name each other", i)?;
        }
        self.check_nesting()
    }

    /// The pieces of a quote, and what of them stands inside marks.
    fn check_pieces(&self, quote: &Quote) -> Checked {
        hold(!quote.spans.is_empty(), "a quote has a piece", quote.id)?;
        self.check_sorted(quote.spans.iter().copied())?;
        self.check_sorted(quote.verbatim.iter().copied())?;
        quote.spans.iter().try_for_each(|span| self.check_in_one_part(*span))?;
        let inside = quote.verbatim.iter().all(|span| holds(&quote.spans, *span));
        hold(inside, "what is verbatim lies inside a piece", quote.id)?;
        let bare = quote.verbatim.is_empty();
        let agree = bare == (quote.kind == QuoteKind::Indirect) && bare == (quote.marks == MarkState::Bare);
        hold(agree, "the kind of a quote and its marks agree", quote.id)?;
        let direct = quote.kind == QuoteKind::Direct;
        let marked = !direct || quote.spans.iter().all(|span| self.is_marked(*span, &quote.verbatim));
        hold(marked, "every word of a direct quote is verbatim", quote.id)
    }

    /// No word of `span` stands outside `verbatim`: marks of quotes inside may.
    fn is_marked(&self, span: Span, verbatim: &[Span]) -> bool {
        let first = verbatim.partition_point(|piece| piece.end <= span.start);
        let inside = verbatim.iter().skip(first).take_while(|piece| piece.start < span.end);
        let starts = inside.clone().map(|piece| piece.start).chain([span.end]);
        let ends = [span.start].into_iter().chain(inside.map(|piece| piece.end));
        let mut gaps = ends.zip(starts).filter_map(|(from, to)| Span::new(from, to).of(&self.text));
        !gaps.any(|gap| gap.contains(char::is_alphanumeric))
    }

    /// A quote stands inside its parent, which comes before it: so that no chain of parents comes back.
    fn check_parent(&self, quote: &Quote) -> Checked {
        let Some(id) = quote.parent else { return Ok(()) };
        let Some(outer) = self.quote(id).filter(|_| id < quote.id) else {
            return broken("a parent is a quote before its own", quote.id);
        };
        let inside = quote.spans.iter().all(|span| holds(&outer.spans, *span));
        hold(inside, "a quote stands inside its parent", quote.id)?;
        let mut parent = outer.parent;
        for _ in 1..MAX_NESTING {
            let Some(id) = parent else { return Ok(()) };
            parent = self.quote(id).and_then(|outer| outer.parent);
        }
        hold(parent.is_none(), "quotes nest at most eight deep", quote.id)
    }

    /// Where two quotes share words, one of them is the other's parent, or its parent's.
    ///
    /// A sweep over all pieces, with those that are still open on a stack: each must lie wholly inside the
    /// one below it, and so be its descendant.
    fn check_nesting(&self) -> Checked {
        let pieces = self.quotes.iter().flat_map(|quote| quote.spans.iter().map(|span| (*span, quote.id)));
        let mut pieces: Vec<(Span, QuoteId)> = pieces.collect();
        pieces.sort_unstable_by_key(|(span, id)| (span.start, std::cmp::Reverse(span.end), *id));
        let mut open: Vec<(Span, QuoteId)> = Vec::new();
        for (span, id) in pieces {
            open.retain(|(outer, _)| outer.end > span.start);
            if let Some((outer, of)) = open.last() {
                let nested = outer.contains(span) && self.descends(id, *of);
                hold(nested, "quotes that share words stand inside one another", id)?;
            }
            open.push((span, id));
        }
        Ok(())
    }

    fn descends(&self, quote: QuoteId, from: QuoteId) -> bool {
        let parent = |id: &QuoteId| self.quote(*id).and_then(|quote| quote.parent);
        std::iter::successors(parent(&quote), parent).take(MAX_NESTING).any(|id| id == from)
    }

    pub(super) fn check_attributions(&self) -> Checked {
        for (i, attribution) in self.attributions.iter().enumerate() {
            hold(attribution.id.0 == i, "an attribution's id is its position", i)?;
            let Some(quote) = self.quote(attribution.quote) else {
                return broken("an attribution has a quote", i);
            };
            let back = quote.attribution == Some(attribution.id);
            hold(back, "a quote and its attribution name each other", i)?;
            self.check_attribution(attribution, quote)?;
        }
        Ok(())
    }

    fn check_attribution(&self, attribution: &Attribution, quote: &Quote) -> Checked {
        let cue = attribution.cue.as_ref().map(|cue| cue.span);
        for source in attribution.source.iter().chain(&attribution.via).chain(&attribution.cited) {
            self.check_source(source)?;
        }
        for span in attribution.source.iter().map(|source| source.span).chain(cue) {
            let outside = !quote.spans.iter().any(|piece| piece.overlaps(span));
            hold(outside, "source and cue stand outside what was said", span)?;
        }
        for span in cue.into_iter().chain(attribution.addressee).chain(attribution.medium) {
            self.check_in_one_part(span)?;
        }
        let said_on = attribution.said_on.is_none_or(|date| date < self.dates.len());
        hold(said_on, "the time of saying is a date", attribution.id)
    }

    fn check_source(&self, source: &Source) -> Checked {
        self.check_in_one_part(source.span)?;
        self.check_entity(source.entity)
    }
}

/// Whether `span` lies inside one of `pieces`, which are sorted and disjoint.
fn holds(pieces: &[Span], span: Span) -> bool {
    let after = pieces.partition_point(|piece| piece.start <= span.start);
    after.checked_sub(1).and_then(|at| pieces.get(at)).is_some_and(|piece| piece.contains(span))
}
