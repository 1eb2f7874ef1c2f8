//! Where a name can start: the gate before the walk, asked at every token.
//!
//! A name can start at every capital and digit. Small words are too many to try them all: only those that a
//! listed name starts with (`al-Amin`, `the Gambia`, `crypto`), known by their first two letters. The answer is
//! put together without branches, because which token comes next cannot be predicted.

use crate::text::{Shape, Token};

/// The starts of the listed names.
#[derive(Clone, Debug)]
pub(super) struct Starts {
    /// For each pair of first letters: [`FREE`], [`LEADING`].
    letters: [u8; PAIRS],
    /// Whether a name starts with a mark.
    marks: bool,
}

/// Five bits of each letter.
const PAIRS: usize = 1 << 10;
/// Small words with these letters start names before anything.
const FREE: u8 = 1;
/// They start names before a capital or a hyphen.
const LEADING: u8 = 2;

impl Default for Starts {
    fn default() -> Self {
        Self { letters: [0; PAIRS], marks: false }
    }
}

/// Five bits of each of two bytes.
#[inline]
fn pair(first: u8, second: u8) -> usize {
    usize::from(first & 31) << 5 | usize::from(second & 31)
}

/// A set of shapes, a bit each.
const fn set(shapes: &[Shape]) -> u32 {
    let (mut bits, mut i) = (0, 0);
    while i < shapes.len() {
        #[allow(clippy::indexing_slicing, reason = "evaluated by the compiler")]
        let shape = shapes[i];
        bits |= 1 << shape as u32;
        i += 1;
    }
    bits
}

#[inline]
fn is_in(shape: Shape, set: u32) -> bool {
    set >> (shape as u32) & 1 == 1
}

use Shape::{Alnum, Camel, Dash, Dotted, Hyphen, Initial, Lower, Mixed, Number, Title, Upper};

/// Shapes at which a name can always start.
const BIG: u32 = set(&[Title, Upper, Initial, Mixed, Camel, Dotted, Number, Alnum]);
/// Shapes before which a small word can be a part of a name.
const LEADS: u32 = set(&[Title, Upper, Initial, Mixed, Dotted, Hyphen, Dash]);

impl Starts {
    /// Adds the first word of a name, whose second token has the shape `next`.
    pub(super) fn add(&mut self, word: &str, shape: Shape, next: Option<Shape>) {
        self.marks |= !shape.is_word();
        let kind = if next.is_some_and(|next| is_in(next, LEADS)) { LEADING } else { FREE };
        let mut mark = |first, second| {
            if let Some(letters) = self.letters.get_mut(pair(first, second)) {
                *letters |= kind;
            }
        };
        match *word.as_bytes() {
            // What follows a single letter is not its own.
            [only] => (0..32).for_each(|second| mark(only, second)),
            [first, second, ..] => mark(first, second),
            [] => {}
        }
    }

    /// Whether a name can start at `token`, before a token of the shape `next`.
    #[inline]
    pub(super) fn at(&self, text: &[u8], token: Token, next: Shape) -> bool {
        let start = token.start as usize;
        let byte = |i: usize| text.get(i).copied().unwrap_or(0);
        let (first, second) = (byte(start), byte(start.wrapping_add(1)));
        let letters = self.letters.get(pair(first, second)).copied().unwrap_or(0);
        let wanted = FREE | u8::from(is_in(next, LEADS)) << 1;
        let listed = letters & wanted != 0;
        // Letters beyond ASCII fold: their bytes are not those of the list.
        let folds = (first | second) >= 0x80;
        let small = (token.shape == Lower) & (listed | folds);
        let big = is_in(token.shape, BIG);
        big | small | (self.marks & listed & !big)
    }
}
