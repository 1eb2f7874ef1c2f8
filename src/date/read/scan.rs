//! The tokens of one part, read as words of the calendar.

use std::ops::Range;

use super::words::{Key, Word};
use crate::doc::Doc;
use crate::lexicon::{Class, Entry};
use crate::text::{Atom, Gap, Shape, Tokens};

/// A window on the tokens of one part; nothing outside it is seen, so no expression crosses two parts.
#[derive(Clone, Copy, Debug)]
pub(in crate::date) struct Scan<'d> {
    pub(in crate::date) tokens: &'d Tokens<'d>,
    words: &'d [Word],
    entries: &'d [Entry],
    pub(in crate::date) start: usize,
    pub(in crate::date) end: usize,
}

impl<'d> Scan<'d> {
    pub(in crate::date) fn new(doc: &'d Doc<'d>, words: &'d [Word], range: Range<usize>) -> Self {
        Self { tokens: &doc.tokens, words, entries: &doc.words, start: range.start, end: range.end }
    }

    fn inside(&self, i: usize) -> bool {
        self.start <= i && i < self.end
    }

    pub(in crate::date) fn word(&self, i: usize) -> Word {
        if self.inside(i) { self.words.get(i).copied().unwrap_or_default() } else { Word::None }
    }

    /// Whether token `i` is of any class of `class`.
    pub(in crate::date) fn of_class(&self, i: usize, class: Class) -> bool {
        self.inside(i) && self.entries.get(i).is_some_and(|entry| entry.is(class))
    }

    /// What the lexicon knows of token `i`.
    pub(in crate::date) fn entry(&self, i: usize) -> Entry {
        if self.inside(i) { self.entries.get(i).copied().unwrap_or_default() } else { Entry::default() }
    }

    pub(in crate::date) fn key(&self, i: usize, key: Key) -> bool {
        self.word(i) == Word::Key(key)
    }

    pub(in crate::date) fn shape(&self, i: usize) -> Option<Shape> {
        if self.inside(i) { self.tokens.shape(i) } else { None }
    }

    pub(in crate::date) fn is_shape(&self, i: usize, shape: Shape) -> bool {
        self.shape(i) == Some(shape)
    }

    /// The text of token `i`; nothing outside the part.
    pub(in crate::date) fn str(&self, i: usize) -> &'d str {
        if self.inside(i) { self.tokens.str(i) } else { "" }
    }

    /// Whether token `i` is `word`, case and accents aside.
    pub(in crate::date) fn is(&self, i: usize, word: Atom) -> bool {
        self.inside(i) && self.tokens.atom(i) == word
    }

    pub(in crate::date) fn is_any(&self, i: usize, words: &[Atom]) -> bool {
        self.inside(i) && words.contains(&self.tokens.atom(i))
    }

    /// Whether token `i` follows the one before it without white space.
    pub(in crate::date) fn glued(&self, i: usize) -> bool {
        self.inside(i) && self.tokens.get(i).is_some_and(|t| t.gap == Gap::None)
    }

    /// A hyphen or a dash without white space on its left.
    pub(in crate::date) fn hyphen(&self, i: usize) -> bool {
        matches!(self.shape(i), Some(Shape::Hyphen | Shape::Dash)) && self.glued(i)
    }

    /// The token before `i`, where there is one.
    pub(in crate::date) fn before(&self, i: usize) -> Option<usize> {
        i.checked_sub(1).filter(|i| self.inside(*i))
    }

    /// A plain whole number of at most six digits, without comma or point, and its count of digits.
    pub(in crate::date) fn digits(&self, i: usize) -> Option<(u32, usize)> {
        let text = self.str(i);
        let plain = !text.is_empty() && text.len() <= 6 && text.bytes().all(|b| b.is_ascii_digit());
        plain.then(|| text.parse().ok()).flatten().map(|n| (n, text.len()))
    }

    /// Whether token `i` begins with a capital letter.
    pub(in crate::date) fn capital(&self, i: usize) -> bool {
        self.str(i).chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether token `i` opens a sentence or the part, as far as its left neighbour tells.
    pub(in crate::date) fn opens(&self, i: usize) -> bool {
        let Some(before) = self.before(i) else { return true };
        matches!(self.shape(before), Some(Shape::Stop | Shape::Quote | Shape::Colon | Shape::Open))
    }
}

/// `i + n`; token positions are far below `usize::MAX`, so nothing is ever cut off.
pub(in crate::date) const fn after(i: usize, n: usize) -> usize {
    i.saturating_add(n)
}
