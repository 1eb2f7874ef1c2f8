//! Byte ranges into the caller's text.

use std::fmt;
use std::ops::{Index, Range};

use serde::{Deserialize, Serialize};

/// A half-open range of bytes, `start..end`, into the text that was parsed.
///
/// Every span that a parse returns lies on character boundaries and is not empty. A span is two
/// numbers: it costs nothing to copy, and it outlives the text.
///
/// ```
/// use dateline::Span;
///
/// let text = "Moscow said no.";
/// let span = Span::new(0, 6);
/// assert_eq!(span, 0..6);
/// assert_eq!(&text[span.range()], "Moscow");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

impl Span {
    /// The span `start..end`, in bytes.
    #[must_use]
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// This span as a standard range.
    #[must_use]
    pub const fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// Its length in bytes; nothing for a span that ends before it starts.
    #[must_use]
    pub const fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// Whether it holds no byte.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Whether `other` lies wholly inside this span.
    #[must_use]
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    #[must_use]
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self::new(self.start.min(other.start), self.end.max(other.end))
    }

    /// The stretch of `text` under this span, or `None` where it does not fit the text.
    #[must_use]
    pub fn of(self, text: &str) -> Option<&str> {
        text.get(self.range())
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}

impl From<Span> for Range<usize> {
    fn from(span: Span) -> Self {
        span.range()
    }
}

impl PartialEq<Range<usize>> for Span {
    fn eq(&self, other: &Range<usize>) -> bool {
        self.range() == *other
    }
}

impl Index<Span> for str {
    type Output = str;

    /// # Panics
    ///
    /// Like slicing: if the span is out of range or cuts a character.
    #[allow(clippy::string_slice, reason = "the documented contract of indexing; `Span::of` does not panic")]
    fn index(&self, span: Span) -> &str {
        &self[span.range()]
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

#[cfg(test)]
mod tests {
    use super::Span;

    #[test]
    fn overlap_and_containment_are_half_open() {
        let span = Span::new(3, 7);
        assert!(span.overlaps(Span::new(6, 9)) && !span.overlaps(Span::new(7, 9)));
        assert!(span.contains(Span::new(3, 7)) && !span.contains(Span::new(3, 8)));
        assert_eq!(span.cover(Span::new(9, 10)), 3..10);
    }

    #[test]
    fn a_span_that_cuts_a_character_gives_nothing() {
        assert_eq!(Span::new(0, 1).of("é"), None);
        assert_eq!(Span::new(0, 2).of("é"), Some("é"));
    }
}
