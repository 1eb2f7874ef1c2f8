//! Which words of a text cannot start a name: three sets of bits that fit the cache.
//!
//! Most capitals start no listed name, and most of those that could ("The …") do not go on as one. The tables
//! that know for sure are too big for the nearest cache, and a walk costs more than a question. So the first
//! letters of a word, and of the word after it, are asked for first. A gate may say yes wrongly, never no.

use super::trie::Pattern;
use crate::text::words::{Short, Words};

/// Sets of first letters.
#[derive(Debug, Default)]
pub(super) struct Gate {
    /// Words that start a name.
    first: Bits,
    /// Words that are a name by themselves, or go on as one without a space.
    alone: Bits,
    /// Pairs of words that start a name.
    pairs: Bits,
}

impl Gate {
    pub(super) fn new(units: &Words, patterns: &[Pattern<'_>]) -> Self {
        let mut gate = Self {
            first: Bits::new(units.len()),
            alone: Bits::new(units.len()),
            pairs: Bits::new(patterns.len()),
        };
        for pattern in patterns {
            let mut words = pattern.units.iter().map(|unit| units.word(*unit));
            let Some(first) = words.next().map(Short::head_of) else { continue };
            gate.first.add(first);
            match words.next().and_then(|next| next.strip_prefix(b" ")) {
                Some(next) => gate.pairs.add(first.pair(Short::head_of(next))),
                None => gate.alone.add(first),
            }
        }
        gate
    }

    /// Whether a name may start with this word; `next` is the word after a space, where it is a plain one.
    #[inline]
    pub(super) fn lets(&self, word: Short, next: Option<Short>) -> bool {
        let goes_on = match next {
            Some(next) => self.pairs.has(word.pair(next)),
            None => self.first.has(word),
        };
        goes_on | self.alone.has(word)
    }
}

/// Eight bits for each member that is expected, one of them set.
#[derive(Debug, Default)]
struct Bits(Vec<u64>);

impl Bits {
    fn new(members: usize) -> Self {
        Self(vec![0; members.div_ceil(8).next_power_of_two()])
    }

    #[inline]
    fn place(&self, word: Short) -> usize {
        word.spread(self.0.len().trailing_zeros().wrapping_add(6))
    }

    fn add(&mut self, word: Short) {
        let at = self.place(word);
        if let Some(bits) = self.0.get_mut(at >> 6) {
            *bits |= 1 << (at & 63);
        }
    }

    #[inline]
    fn has(&self, word: Short) -> bool {
        let at = self.place(word);
        self.0.get(at >> 6).is_some_and(|bits| bits >> (at & 63) & 1 == 1)
    }
}
