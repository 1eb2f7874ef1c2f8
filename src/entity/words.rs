//! Names as numbers: one for each spelling, whatever its case and diacritics, so that names compare as integers.
//!
//! Nothing is interned, and no map is kept: names are grouped by sorting their numbers. Two spellings share a
//! number once in 10^19 pairs, and then count as one name; who forges such a pair gains no more than that.

use std::ops::Range;

use crate::text::{Atom, Shape};

use super::read::Reader;

/// The number of a name: of its words in order, marks left out.
pub(super) type Key = u64;

/// The name of no words.
pub(super) const EMPTY: Key = 0;

/// The name of the team of a city: of the words of the city, and one that no text holds.
pub(super) fn team(city: Key) -> Key {
    join(city, Atom::NONE)
}

/// The name of a town that an outlet bears, too.
pub(super) fn town(outlet: Key) -> Key {
    team(team(outlet))
}

/// The name that goes on with `word`.
#[inline]
pub(super) fn join(name: Key, word: Atom) -> Key {
    mix(name.rotate_left(23) ^ word.number())
}

/// The name of one word.
pub(super) fn single(word: Atom) -> Key {
    join(EMPTY, word)
}

/// A name that no text spells: that of a row of the tables.
pub(super) fn listed(row: u32) -> Key {
    mix(join(EMPTY, Atom::NONE) ^ u64::from(row))
}

/// Every bit of the result depends on every bit of `x`, and no two numbers give the same one (the finish of
/// SplitMix64).
#[inline]
fn mix(x: u64) -> u64 {
    let x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ (x >> 31)
}

/// Names with one bit each, by their numbers (a Bloom filter): it tells most of the others from them.
#[derive(Debug, Default)]
pub(super) struct Bloom([u64; 16]);

impl Bloom {
    pub(super) fn add(&mut self, name: Key) {
        let (word, bit) = Self::place(name);
        if let Some(word) = self.0.get_mut(word) {
            *word |= bit;
        }
    }

    /// Whether `name` may be one of them; of an article's forty names one in twenty-five others seems to be.
    pub(super) fn may_hold(&self, name: Key) -> bool {
        let (word, bit) = Self::place(name);
        self.0.get(word).is_some_and(|word| word & bit != 0)
    }

    fn place(name: Key) -> (usize, u64) {
        (usize::try_from(name >> 6 & 15).unwrap_or(0), 1 << (name & 63))
    }
}

impl Reader<'_, '_> {
    /// The word at token `i`.
    #[inline]
    pub(super) fn word(self, i: usize) -> Atom {
        self.doc.tokens.atom(i)
    }

    /// The tokens of a stretch that are words.
    pub(super) fn words(self, tokens: Range<usize>) -> impl DoubleEndedIterator<Item = usize> + Clone {
        tokens.filter(move |i| self.shape(*i).is_some_and(Shape::is_word))
    }

    /// The number of the name that a stretch of tokens spells.
    pub(super) fn key(self, tokens: Range<usize>) -> Key {
        self.words(tokens).fold(EMPTY, |name, i| join(name, self.word(i)))
    }
}

#[cfg(test)]
mod tests {
    use super::{Bloom, EMPTY, join, single, team};
    use crate::text::Atom;

    #[test]
    fn names_are_their_words_in_order() {
        let [ola, dahl] = ["Ola", "DAHL"].map(Atom::fold);
        assert_eq!(single(dahl), single(Atom::fold("Dahl")));
        let names = [
            EMPTY,
            single(ola),
            single(dahl),
            join(single(ola), dahl),
            join(single(dahl), ola),
            team(single(ola)),
        ];
        let mut distinct = names.to_vec();
        distinct.sort_unstable();
        distinct.dedup();
        assert_eq!(distinct.len(), names.len());
    }

    #[test]
    fn the_filter_forgets_no_name_and_knows_few_others() {
        let name = |i: u32| single(Atom::fold(&format!("name{i}")));
        let mut bloom = Bloom::default();
        (0..40).for_each(|i| bloom.add(name(i)));
        assert!((0..40).all(|i| bloom.may_hold(name(i))));
        let others = (40..1040).filter(|i| bloom.may_hold(name(*i))).count();
        assert!((1..60).contains(&others), "{others} of 1000");
    }
}
