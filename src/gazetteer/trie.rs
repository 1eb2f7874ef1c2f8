//! Names as sequences of units: a table of single ones, a table of pairs, and an automaton for what follows.
//!
//! Seven names in ten have one unit or two, and those are a probe. Only longer ones are in the automaton, where
//! the pair that they begin with is one symbol and each further unit another: that is a third of the states that
//! all units of all names would need, and building them was a third of the first parse.

use aho_corasick::automaton::{Automaton, StateID};
use aho_corasick::nfa::contiguous::NFA;
use aho_corasick::{Anchored, MatchKind};

use super::gate::Gate;
use crate::error::Problem;
use crate::text::numbers::Numbers;
use crate::text::{Atom, atom};

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
    /// For each pair the group of the name that it is, and where longer names go on.
    doubles: Vec<(u32, Option<StateID>)>,
    /// The names of three units and more; none where there are none.
    nfa: Option<NFA>,
    /// The group of each of them.
    groups: Vec<u32>,
    /// Bytes of a symbol in the automaton.
    width: usize,
    /// What stands before a walk.
    pub(super) gate: Gate,
}

/// A name as units, and the first group of what it can stand for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pattern<'a> {
    pub(super) units: &'a [u32],
    pub(super) group: u32,
}

/// A word of a name, and whether a space stands before it: another unit than the same word without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Unit {
    pub(super) word: Atom,
    pub(super) spaced: bool,
}

impl Unit {
    #[inline]
    fn atom(self) -> Atom {
        if self.spaced { atom!(" ").pair(self.word) } else { self.word }
    }
}

/// The units of all names, numbered, while the names are collected.
#[derive(Debug, Default)]
pub(super) struct Units {
    numbers: Numbers,
    list: Vec<Unit>,
}

impl Units {
    pub(super) fn with_capacity(units: usize) -> Self {
        Self { numbers: Numbers::with_capacity(units), list: Vec::with_capacity(units) }
    }

    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    /// The number of a unit, which is added where it is new.
    pub(super) fn intern(&mut self, unit: Unit) -> u32 {
        let number = self.numbers.intern(unit.atom());
        if number as usize == self.list.len() {
            self.list.push(unit);
        }
        number
    }

    pub(super) fn get(&self, number: u32) -> Option<Unit> {
        self.list.get(number as usize).copied()
    }
}

/// What a pair tells.
#[derive(Clone, Copy, Debug)]
pub(super) struct Double {
    /// The group of the name that ends here.
    pub(super) group: Option<usize>,
    pub(super) position: Option<Position>,
}

/// A place in the automaton, with the number of bytes that led there.
#[derive(Clone, Copy, Debug)]
pub(super) struct Position {
    state: StateID,
    depth: usize,
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
        trie.units = units.numbers;
        Ok(trie)
    }

    /// The number of the pair that a name begins with, and its further units.
    fn add_pair<'u>(&mut self, units: &Units, name: &'u [u32]) -> Option<(u32, &'u [u32])> {
        let [first, second, rest @ ..] = name else { return None };
        let pair = self.pairs.intern(pair(units.get(*first)?.word, units.get(*second)?));
        if pair as usize == self.doubles.len() {
            self.doubles.push((NONE, None));
        }
        Some((pair, rest))
    }

    fn compile(&mut self, units: &Units, patterns: &[Pattern<'_>]) -> Result<(), Problem> {
        let fault = |error: &dyn std::fmt::Display| Problem::Automaton(error.to_string());
        let names: Vec<_> =
            patterns.iter().filter_map(|pattern| self.add_pair(units, pattern.units)).collect();
        // Two bytes number 65,536 symbols, more than the bundled names have; three number sixteen million.
        self.width = if units.len().max(self.doubles.len()) <= 1 << 16 { 2 } else { 3 };
        let encoded = names.iter().map(|(pair, rest)| self.encode(*pair, rest));
        // The kind is set, not left to the crate: its own choice takes a DFA for few names. Leftmost-longest
        // only because the walk is anchored; what is longest is decided by the walk.
        let nfa = NFA::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .dense_depth(0)
            .prefilter(false)
            .build(encoded);
        let nfa = nfa.map_err(|error| fault(&error))?;
        let state = nfa.start_state(Anchored::Yes).map_err(|error| fault(&error))?;
        let start = Position { state, depth: 0 };
        for (pair, _) in names {
            let position = self.feed(&nfa, start, pair);
            if let Some(double) = self.doubles.get_mut(pair as usize) {
                double.1 = position.map(|position| position.state);
            }
        }
        self.groups = patterns.iter().map(|pattern| pattern.group).collect();
        self.nfa = Some(nfa);
        Ok(())
    }

    fn encode(&self, pair: u32, rest: &[u32]) -> Vec<u8> {
        let symbols = std::iter::once(pair).chain(rest.iter().copied());
        symbols.flat_map(|symbol| symbol.to_be_bytes().into_iter().skip(4 - self.width)).collect()
    }
}

/// The key of two units that a name begins with.
#[inline]
fn pair(first: Atom, second: Unit) -> Atom {
    first.pair(second.atom())
}

/// Walking it.
impl Trie {
    fn feed(&self, nfa: &NFA, from: Position, symbol: u32) -> Option<Position> {
        let Position { mut state, mut depth } = from;
        for byte in symbol.to_be_bytes().into_iter().skip(4 - self.width) {
            state = nfa.next_state(Anchored::Yes, state, byte);
            depth = depth.saturating_add(1);
        }
        if nfa.is_dead(state) { None } else { Some(Position { state, depth }) }
    }

    /// The group of the name that a word is by itself.
    #[inline]
    pub(super) fn single(&self, word: Atom) -> Option<usize> {
        let group = *self.singles.get(self.units.get(word)? as usize)?;
        (group != NONE).then_some(group as usize)
    }

    /// What starts with two units.
    #[inline]
    pub(super) fn double(&self, first: Atom, second: Unit) -> Option<Double> {
        let &(group, state) = self.doubles.get(self.pairs.get(pair(first, second))? as usize)?;
        let group = (group != NONE).then_some(group as usize);
        Some(Double { group, position: state.map(|state| Position { state, depth: self.width }) })
    }

    /// Where a further unit leads.
    pub(super) fn next(&self, from: Position, unit: Unit) -> Option<Position> {
        self.feed(self.nfa.as_ref()?, from, self.units.get(unit.atom())?)
    }

    /// The first group of the name that ends here.
    #[inline]
    pub(super) fn group(&self, at: Position) -> Option<usize> {
        let nfa = self.nfa.as_ref().filter(|nfa| nfa.is_match(at.state))?;
        // A state also lists the patterns that end inside its own.
        let pattern = nfa.match_pattern(at.state, 0);
        let ends = nfa.pattern_len(pattern) == at.depth;
        self.groups.get(pattern.as_usize()).filter(|_| ends).map(|group| *group as usize)
    }
}
