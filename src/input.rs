//! What the caller hands over: a text, and what is known of it.

use std::borrow::Cow;

use chrono::{Datelike, NaiveDate};

/// A text to parse, with what the caller knows of it.
#[derive(Clone, Debug)]
#[must_use]
pub struct Input<'t> {
    pub(crate) text: Cow<'t, str>,
    pub(crate) published: Option<NaiveDate>,
}

impl<'t> Input<'t> {
    /// The longest text that is read, in bytes: 32 MiB, a hundred times the longest article. It bounds what one
    /// text can take: about 1.2 GB of memory for prose, and for the worst text known about 7 GB. What lies
    /// beyond is kept in the article's text and not read; the article has no part there.
    pub const MAX_LEN: usize = 32 << 20;

    /// The text alone. `&str` borrows; `String` and the result of `from_utf8_lossy` fit too.
    pub fn new(text: impl Into<Cow<'t, str>>) -> Self {
        Self { text: text.into(), published: None }
    }

    /// The day on which the article appeared: what "yesterday" is counted from.
    ///
    /// Days outside the years 1 to 9999 count as unknown: TIMEX3 writes years with four digits.
    pub fn published(mut self, day: impl Into<Option<NaiveDate>>) -> Self {
        self.published = day.into().filter(|day| (1..=9999).contains(&day.year()));
        self
    }

    /// The text up to the cap, cut at a character boundary.
    pub(crate) fn readable(&self) -> &str {
        cut(&self.text, Self::MAX_LEN)
    }
}

/// The longest beginning of `text` that has at most `max` bytes and ends between characters.
fn cut(text: &str, max: usize) -> &str {
    let mut end = text.len().min(max);
    while !text.is_char_boundary(end) {
        end = end.saturating_sub(1);
    }
    text.get(..end).unwrap_or("")
}

impl<'t, T: Into<Cow<'t, str>>> From<T> for Input<'t> {
    fn from(text: T) -> Self {
        Self::new(text)
    }
}

#[cfg(test)]
mod tests {
    use super::cut;

    #[test]
    fn a_cut_falls_between_characters() {
        let text = "aé€😀";
        let cuts: Vec<_> = (0..12).map(|max| cut(text, max)).collect();
        assert_eq!(cuts, ["", "a", "a", "aé", "aé", "aé", "aé€", "aé€", "aé€", "aé€", text, text]);
    }
}
