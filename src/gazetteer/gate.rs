//! Which words of a text cannot start a name: two sets of bits that fit the cache.
//!
//! Most capitals start no listed name, and most of those that could ("The …") do not go on as one. The tables
//! that know for sure are too big for the nearest cache, and a walk costs more than a question. So the word and
//! the one after it are asked for first. A gate may say yes wrongly, never no.

use super::units::{Pattern, Units};
use crate::text::Atom;

/// Sets of words and of pairs of words.
#[derive(Debug, Default)]
pub(super) struct Gate {
    /// Words that are a name by themselves.
    alone: Bits,
    /// Words that start a name of several, and the pairs that such names start with.
    starts: Bits,
}

impl Gate {
    /// The gate of `patterns`, whose numbers are those of `units`.
    pub(super) fn new(units: &Units, patterns: &[Pattern<'_>]) -> Self {
        let mut gate = Self {
            alone: Bits::new(units.len()),
            starts: Bits::new(units.len().saturating_add(patterns.len())),
        };
        for pattern in patterns {
            let mut words = pattern.units.iter().filter_map(|unit| Some(units.get(*unit)?.word));
            let Some(first) = words.next() else { continue };
            match words.next() {
                Some(next) => {
                    gate.starts.add(first);
                    gate.starts.add(first.pair(next));
                }
                None => gate.alone.add(first),
            }
        }
        gate
    }

    /// Whether a name may start with `word`. Where `known`, the next word of the name can only be `next`.
    #[inline]
    pub(super) fn lets(&self, word: Atom, next: Atom, known: bool) -> bool {
        let start = if known { word.pair(next) } else { word };
        self.starts.has(start) | self.alone.has(word)
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
    fn place(&self, word: Atom) -> usize {
        word.spread() & (self.0.len() << 6).wrapping_sub(1)
    }

    fn add(&mut self, word: Atom) {
        let at = self.place(word);
        if let Some(bits) = self.0.get_mut(at >> 6) {
            *bits |= 1 << (at & 63);
        }
    }

    #[inline]
    fn has(&self, word: Atom) -> bool {
        let at = self.place(word);
        self.0.get(at >> 6).is_some_and(|bits| bits >> (at & 63) & 1 == 1)
    }
}
