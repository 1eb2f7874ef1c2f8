//! The words of a name, read in one pass: the name that they spell, how many there are, and what shapes and classes they have.

use std::ops::Range;

use crate::lexicon::Class;
use crate::text::Shapes;

use super::read::Reader;
use super::words::{EMPTY, Key, join};

/// What the tokens of a name are.
#[derive(Clone, Copy, Debug)]
pub(super) struct Anatomy {
    /// The number of the name.
    pub(super) key: Key,
    /// Its words.
    pub(super) count: usize,
    /// The first of them, a token.
    pub(super) first: usize,
    pub(super) last: usize,
    /// The shapes of all tokens.
    pub(super) shapes: Shapes,
    /// The classes of all words.
    pub(super) classes: Class,
    /// The classes of all words but the last.
    pub(super) inner: Class,
}

impl Reader<'_, '_> {
    /// Reads a name.
    pub(super) fn anatomy(self, name: Range<usize>) -> Anatomy {
        let tokens = self.doc.tokens.as_slice().get(name.clone()).unwrap_or_default();
        let atoms = self.doc.tokens.atoms().get(name.clone()).unwrap_or_default();
        let words = self.doc.words.get(name.clone()).unwrap_or_default();
        let mut all = Anatomy {
            key: EMPTY,
            count: 0,
            first: name.start,
            last: name.start,
            shapes: Shapes::of(&[]),
            classes: Class::NONE,
            inner: Class::NONE,
        };
        for (i, ((token, atom), word)) in name.zip(tokens.iter().zip(atoms).zip(words)) {
            // Without a branch: the next token of a name cannot be guessed.
            let is_word = token.shape.is_word();
            all.key = if is_word { join(all.key, *atom) } else { all.key };
            all.first = if all.count == 0 { i } else { all.first };
            all.last = if is_word { i } else { all.last };
            all.inner = if is_word { all.classes } else { all.inner };
            all.count = all.count.saturating_add(usize::from(is_word));
            all.classes = all.classes | word.class;
            all.shapes = all.shapes.with(token.shape);
        }
        all
    }
}
