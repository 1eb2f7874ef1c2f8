//! Names as short lists of numbers: one number a folded word, so that names compare as integers.

use std::collections::HashMap;
use std::ops::Range;

use crate::text::Shape;
use crate::text::fold::fold;
use crate::text::words::Short;

use super::read::Reader;

/// A name: the numbers of its words, marks left out.
pub(super) type Key = Vec<u32>;

/// Stands behind the words of a city's name where it names a team. No word has this number.
pub(super) const TEAM: u32 = u32::MAX;

/// Gives each distinct folded word of one document its number.
///
/// Nine words in ten are short: they are numbers already, and no string is made of them. The maps hash with
/// a secret, as the words are a stranger's.
#[derive(Debug, Default)]
pub(super) struct Words {
    short: HashMap<Short, u32>,
    long: HashMap<Box<str>, u32>,
}

impl Words {
    /// The number of a word.
    pub(super) fn id(&mut self, word: &str) -> u32 {
        // Texts are capped far below 2^32 tokens.
        let next = u32::try_from(self.short.len().saturating_add(self.long.len())).unwrap_or(u32::MAX);
        match Folded::of(word) {
            Folded::Short(word) => *self.short.entry(word).or_insert(next),
            Folded::Long(word) => *self.long.entry(word.into_boxed_str()).or_insert(next),
        }
    }

    /// The number of a word that was seen before.
    pub(super) fn known(&self, word: &str) -> Option<u32> {
        match Folded::of(word) {
            Folded::Short(word) => self.short.get(&word).copied(),
            Folded::Long(word) => self.long.get(word.as_str()).copied(),
        }
    }

    /// The words of a stretch of tokens.
    pub(super) fn key(&mut self, reader: Reader<'_, '_>, tokens: Range<usize>) -> Key {
        let words = tokens.filter(|i| reader.shape(*i).is_some_and(Shape::is_word));
        words.map(|i| self.id(reader.str(i))).collect()
    }
}

/// A folded word, as a number where it is short.
enum Folded {
    Short(Short),
    Long(String),
}

impl Folded {
    fn of(word: &str) -> Self {
        if let Some(short) = Short::read(word, 0, word.len()) {
            return Self::Short(short);
        }
        // "Élysée" is longer than eight bytes only as it is written.
        let folded = fold(word);
        Short::of(folded.as_bytes()).map_or(Self::Long(folded), Self::Short)
    }
}
