//! Names as short lists of numbers: one number a folded word, so that names compare as integers.

use std::collections::HashMap;
use std::ops::Range;

use crate::text::{Atom, Shape};

use super::read::Reader;

/// A name: the numbers of its words, marks left out.
pub(super) type Key = Vec<u32>;

/// Stands behind the words of a city's name where it names a team. No word has this number.
pub(super) const TEAM: u32 = u32::MAX;

/// Gives each distinct folded word of one document its number. The map hashes with a secret, as the words are a
/// stranger's.
#[derive(Debug, Default)]
pub(super) struct Words(HashMap<Atom, u32>);

impl Words {
    /// The number of a word.
    pub(super) fn id(&mut self, word: &str) -> u32 {
        self.number(Atom::fold(word))
    }

    fn number(&mut self, word: Atom) -> u32 {
        // Texts are capped far below 2^32 tokens.
        let next = u32::try_from(self.0.len()).unwrap_or(u32::MAX);
        *self.0.entry(word).or_insert(next)
    }

    /// The number of a word that was seen before.
    pub(super) fn known(&self, word: &str) -> Option<u32> {
        self.0.get(&Atom::fold(word)).copied()
    }

    /// The words of a stretch of tokens.
    pub(super) fn key(&mut self, reader: Reader<'_, '_>, tokens: Range<usize>) -> Key {
        let words = tokens.filter(|i| reader.shape(*i).is_some_and(Shape::is_word));
        words.map(|i| self.number(reader.doc.tokens.atom(i))).collect()
    }
}
