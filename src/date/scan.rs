//! The tokens of one part, read as words of the calendar.

use std::ops::Range;

use super::words::{Key, Word};
use crate::doc::Doc;
use crate::lexicon::{Class, Entry};
use crate::text::{Gap, Shape, Tokens};

/// A window on the tokens of one part; nothing outside it is seen, so no expression crosses two parts.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scan<'d> {
    pub(super) tokens: &'d Tokens<'d>,
    words: &'d [Word],
    entries: &'d [Entry],
    pub(super) start: usize,
    pub(super) end: usize,
}

impl<'d> Scan<'d> {
    pub(super) fn new(doc: &'d Doc<'d>, words: &'d [Word], range: Range<usize>) -> Self {
        Self { tokens: &doc.tokens, words, entries: &doc.words, start: range.start, end: range.end }
    }

    fn inside(&self, i: usize) -> bool {
        self.start <= i && i < self.end
    }

    pub(super) fn word(&self, i: usize) -> Word {
        if self.inside(i) { self.words.get(i).copied().unwrap_or_default() } else { Word::None }
    }

    /// Whether token `i` is of any class of `class`.
    pub(super) fn of_class(&self, i: usize, class: Class) -> bool {
        self.inside(i) && self.entries.get(i).is_some_and(|entry| entry.is(class))
    }

    /// What the lexicon knows of token `i`.
    pub(super) fn entry(&self, i: usize) -> Entry {
        if self.inside(i) { self.entries.get(i).copied().unwrap_or_default() } else { Entry::default() }
    }

    pub(super) fn key(&self, i: usize, key: Key) -> bool {
        self.word(i) == Word::Key(key)
    }

    pub(super) fn shape(&self, i: usize) -> Option<Shape> {
        if self.inside(i) { self.tokens.shape(i) } else { None }
    }

    pub(super) fn is_shape(&self, i: usize, shape: Shape) -> bool {
        self.shape(i) == Some(shape)
    }

    /// The text of token `i`; nothing outside the part.
    pub(super) fn str(&self, i: usize) -> &'d str {
        if self.inside(i) { self.tokens.str(i) } else { "" }
    }

    /// Whether token `i` is `word`, ASCII case aside.
    pub(super) fn is(&self, i: usize, word: &str) -> bool {
        self.str(i).eq_ignore_ascii_case(word)
    }

    pub(super) fn is_any(&self, i: usize, words: &[&str]) -> bool {
        words.iter().any(|word| self.is(i, word))
    }

    /// Whether token `i` follows the one before it without white space.
    pub(super) fn glued(&self, i: usize) -> bool {
        self.inside(i) && self.tokens.get(i).is_some_and(|t| t.gap == Gap::None)
    }

    /// A hyphen or a dash without white space on its left.
    pub(super) fn hyphen(&self, i: usize) -> bool {
        matches!(self.shape(i), Some(Shape::Hyphen | Shape::Dash)) && self.glued(i)
    }

    /// The token before `i`, where there is one.
    pub(super) fn before(&self, i: usize) -> Option<usize> {
        i.checked_sub(1).filter(|i| self.inside(*i))
    }

    /// A plain whole number of at most six digits, without comma or point, and its count of digits.
    pub(super) fn digits(&self, i: usize) -> Option<(u32, usize)> {
        let text = self.str(i);
        let plain = !text.is_empty() && text.len() <= 6 && text.bytes().all(|b| b.is_ascii_digit());
        plain.then(|| text.parse().ok()).flatten().map(|n| (n, text.len()))
    }

    /// Whether token `i` begins with a capital letter.
    pub(super) fn capital(&self, i: usize) -> bool {
        self.str(i).chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether token `i` opens a sentence or the part, as far as its left neighbour tells.
    pub(super) fn opens(&self, i: usize) -> bool {
        let Some(before) = self.before(i) else { return true };
        matches!(self.shape(before), Some(Shape::Stop | Shape::Quote | Shape::Colon | Shape::Open))
    }
}

/// `i + n`; token positions are far below `usize::MAX`, so nothing is ever cut off.
pub(super) const fn after(i: usize, n: usize) -> usize {
    i.saturating_add(n)
}
