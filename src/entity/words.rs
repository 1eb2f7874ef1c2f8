//! Names as short lists of numbers: one number a folded word, so that names compare as integers.

use std::collections::HashMap;
use std::ops::Range;

use crate::text::Shape;
use crate::text::fold::fold;

use super::read::Reader;

/// A name: the numbers of its words, marks left out.
pub(super) type Key = Vec<u32>;

/// Gives each distinct folded word of one document its number.
#[derive(Debug, Default)]
pub(super) struct Words {
    ids: HashMap<String, u32>,
}

impl Words {
    /// The number of a word.
    pub(super) fn id(&mut self, word: &str) -> u32 {
        let folded = fold(word);
        if let Some(id) = self.ids.get(&folded) {
            return *id;
        }
        // Texts are capped far below 2^32 tokens.
        let id = u32::try_from(self.ids.len()).unwrap_or(u32::MAX);
        self.ids.insert(folded, id);
        id
    }

    /// The number of a word that was seen before.
    pub(super) fn known(&self, word: &str) -> Option<u32> {
        self.ids.get(&fold(word)).copied()
    }

    /// The words of a stretch of tokens.
    pub(super) fn key(&mut self, reader: Reader<'_, '_>, tokens: Range<usize>) -> Key {
        let words = tokens.filter(|i| reader.shape(*i).is_some_and(Shape::is_word));
        words.map(|i| self.id(reader.str(i))).collect()
    }
}
