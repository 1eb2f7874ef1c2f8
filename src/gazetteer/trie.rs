//! Names as sequences of units: a table of single ones, a table of pairs, and an automaton for what follows.
//!
//! Seven names in ten have one unit or two, and those are a probe. Of longer ones the automaton holds what stands
//! behind the first two units, their tail, once for all names that end alike: "of Commerce", "Airport". Which tail
//! belongs to which pair is a probe again. That is a third of the states that whole names would need, and building
//! states was a third of the first parse.

use std::collections::HashMap;

use super::gate::Gate;
use super::tails::{Position, Tails};
use super::units::{Pattern, Unit, Units};
use crate::error::Problem;
use crate::text::Atom;
use crate::text::numbers::Numbers;

/// No group.
const NONE: u32 = u32::MAX;

/// The names, ready to be walked.
#[derive(Debug, Default)]
pub(super) struct Trie {
    units: Numbers,
    /// For each unit the group of the name that it is by itself.
    singles: Vec<u32>,
    /// Pairs of units that names begin with.
    pairs: Numbers,
    /// For each pair the group of the name that it is, and whether longer names go on.
    doubles: Vec<(u32, bool)>,
    /// What stands behind the pair in names of three units and more; none where there are no such names.
    tails: Option<Tails>,
    /// Those names, each a pair and a tail.
    longer: Numbers,
    /// The group of each of them.
    groups: Vec<u32>,
    /// What stands before a walk.
    pub(super) gate: Gate,
}

/// What a pair tells.
#[derive(Clone, Copy, Debug)]
pub(super) struct Double {
    /// The group of the name that ends here.
    pub(super) group: Option<usize>,
    /// Where longer names go on.
    pub(super) position: Option<Position>,
}

/// Filling the trie.
impl Trie {
    /// Builds the trie of sorted `patterns`: those of one unit first, then those of two, then the longer ones.
    pub(super) fn build(units: Units, patterns: &[Pattern<'_>]) -> Result<Self, Problem> {
        let mut trie = Self { gate: Gate::new(&units, patterns), ..Self::default() };
        trie.singles = vec![NONE; units.len()];
        let end = |len: usize| patterns.partition_point(|pattern| pattern.units.len() <= len);
        let (singles, rest) = patterns.split_at(end(1));
        let (doubles, longer) = rest.split_at(end(2).saturating_sub(end(1)));
        for pattern in singles {
            if let Some(single) = pattern.units.first().and_then(|unit| trie.singles.get_mut(*unit as usize))
            {
                *single = pattern.group;
            }
        }
        trie.pairs = Numbers::with_capacity(doubles.len());
        for pattern in doubles {
            let pair = trie.add_pair(&units, pattern.units);
            if let Some(double) = pair.and_then(|(pair, _)| trie.doubles.get_mut(pair as usize)) {
                double.0 = pattern.group;
            }
        }
        if !longer.is_empty() {
            trie.compile(&units, longer)?;
        }
        trie.units = units.into_numbers();
        Ok(trie)
    }

    /// The number of the pair that a name begins with, and its further units.
    fn add_pair<'u>(&mut self, units: &Units, name: &'u [u32]) -> Option<(u32, &'u [u32])> {
        let [first, second, rest @ ..] = name else { return None };
        let pair = self.pairs.intern(pair(units.get(*first)?.word, units.get(*second)?));
        if pair as usize == self.doubles.len() {
            self.doubles.push((NONE, false));
        }
        Some((pair, rest))
    }

    /// Takes in the names of three units and more.
    fn compile(&mut self, units: &Units, patterns: &[Pattern<'_>]) -> Result<(), Problem> {
        self.longer = Numbers::with_capacity(patterns.len());
        let (mut tails, mut numbers) = (Vec::new(), HashMap::new());
        for pattern in patterns {
            let Some((pair, tail)) = self.add_pair(units, pattern.units) else { continue };
            if let Some(double) = self.doubles.get_mut(pair as usize) {
                double.1 = true;
            }
            let next = u32::try_from(numbers.len()).unwrap_or(NONE);
            let number = *numbers.entry(tail).or_insert(next);
            if number == next {
                tails.push(tail);
            }
            self.longer.intern(whole(pair, number));
            self.groups.push(pattern.group);
        }
        self.tails = Some(Tails::new(&tails, units.len())?);
        Ok(())
    }
}

/// The key of a name of a pair and a tail, by their numbers.
fn whole(pair: u32, tail: u32) -> Atom {
    Atom::of(&(u64::from(pair) << 32 | u64::from(tail)).to_le_bytes())
}

/// The key of two units that a name begins with.
#[inline]
fn pair(first: Atom, second: Unit) -> Atom {
    first.pair(second.atom())
}

/// Walking it.
impl Trie {
    /// The group of the name that a word is by itself.
    #[inline]
    pub(super) fn single(&self, word: Atom) -> Option<usize> {
        let group = *self.singles.get(self.units.get(word)? as usize)?;
        (group != NONE).then_some(group as usize)
    }

    /// What starts with two units.
    #[inline]
    pub(super) fn double(&self, first: Atom, second: Unit) -> Option<Double> {
        let pair = self.pairs.get(pair(first, second))?;
        let &(group, goes_on) = self.doubles.get(pair as usize)?;
        let group = (group != NONE).then_some(group as usize);
        let tails = self.tails.as_ref().filter(|_| goes_on);
        let position = tails.map(|tails| tails.behind(pair));
        Some(Double { group, position })
    }

    /// Where a further unit leads.
    pub(super) fn next(&self, from: Position, unit: Unit) -> Option<Position> {
        self.tails.as_ref()?.next(from, self.units.get(unit.atom())?)
    }

    /// The first group of the name that ends here.
    #[inline]
    pub(super) fn group(&self, at: Position) -> Option<usize> {
        let tail = self.tails.as_ref()?.ending(at)?;
        let name = self.longer.get(whole(at.pair, tail))?;
        self.groups.get(name as usize).map(|group| *group as usize)
    }
}
