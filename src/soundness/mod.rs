//! What holds of every article: one function, used by tests, examples, fuzzing and reading JSON.
//!
//! In: an [`Article`], from a parse or from elsewhere. Out: nothing, or the first promise that it breaks. Every
//! check takes time linear in the article but for a sort, because JSON from strangers goes through here.

mod findings;
mod parts;
mod speech;

use crate::article::Article;
use crate::span::Span;

/// A promise that an article does not keep.
///
/// Parsing never produces one; JSON from elsewhere may.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{promise}: {place}")]
pub struct Unsound {
    promise: &'static str,
    place: String,
}

type Checked = Result<(), Unsound>;

fn broken(promise: &'static str, place: impl std::fmt::Display) -> Checked {
    Err(Unsound { promise, place: place.to_string() })
}

/// `promise` is broken at `place` unless it is `kept`.
fn hold(kept: bool, promise: &'static str, place: impl std::fmt::Display) -> Checked {
    if kept { Ok(()) } else { broken(promise, place) }
}

impl Article<'_> {
    /// Checks the promises that every parsed article keeps.
    ///
    /// - Spans are not empty, in range and on character boundaries.
    /// - Parts are sorted and disjoint, and cover all text that is not blank; a section is a heading above.
    /// - Sentences, dates and other marks are sorted and disjoint, each within one part. So are all mentions of all
    ///   entities together, and the pieces of a quote; but a metonym shares its words with a mention of its seat.
    /// - Ids are positions; a quote and its attribution name each other; no date is counted from itself, not even
    ///   through others.
    /// - Quotes are in the order of the text. Where two share words, one stands inside the other and says so; they
    ///   nest at most eight deep. Verbatim stretches lie inside the pieces, and the kind and the marks agree with
    ///   them.
    /// - Source and cue stand outside what was said.
    /// - Every word of a direct quote stands inside its verbatim stretches: between them are marks alone.
    /// - A time that a part names meets one of the dates.
    /// - Values read back as they are written.
    ///
    /// # Errors
    ///
    /// The first promise that is broken.
    pub fn check(&self) -> Result<(), Unsound> {
        self.check_parts()?;
        self.check_sentences()?;
        self.check_dates()?;
        self.check_stamps()?;
        self.check_entities()?;
        self.check_quotes()?;
        self.check_attributions()
    }

    fn check_span(&self, span: Span) -> Checked {
        let fits = span.of(&self.text).is_some_and(|piece| !piece.is_empty());
        hold(fits, "a span is not empty, in range, on character boundaries", span)
    }

    fn check_sorted(&self, spans: impl Iterator<Item = Span>) -> Checked {
        let mut end = 0;
        for span in spans {
            self.check_span(span)?;
            hold(span.start >= end, "spans of one list are sorted and disjoint", span)?;
            end = span.end;
        }
        Ok(())
    }

    fn check_inside(&self, inner: Span, outer: Span) -> Checked {
        self.check_span(inner)?;
        hold(outer.contains(inner), "a span lies inside its part", inner)
    }

    fn check_in_one_part(&self, span: Span) -> Checked {
        self.check_span(span)?;
        let part = self.part_at(span).is_some_and(|part| part.span.contains(span));
        hold(part, "a finding lies in one part", span)
    }
}
