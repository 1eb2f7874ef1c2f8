//! Names as sequences of numbered units: a table of first units, and an automaton for what follows.

use aho_corasick::automaton::{Automaton, StateID};
use aho_corasick::nfa::contiguous::NFA;
use aho_corasick::{Anchored, MatchKind};

use super::gate::Gate;
use crate::error::Problem;
use crate::text::words::{Short, Words};

/// No group.
const NONE: u32 = u32::MAX;

/// The names, ready to be walked.
#[derive(Debug, Default)]
pub(super) struct Trie {
    units: Words,
    /// What stands before a walk.
    pub(super) gate: Gate,
    /// For each unit: the group of the name that it is by itself, and where longer names go on.
    firsts: Vec<(u32, Option<StateID>)>,
    /// The names of two units and more; none where there are none.
    nfa: Option<NFA>,
    /// The group of each of them.
    groups: Vec<u32>,
    /// Bytes of a unit's number in the automaton.
    width: usize,
}

/// A name as units, and the first group of what it can stand for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pattern<'a> {
    pub(super) units: &'a [u32],
    pub(super) group: u32,
}

/// What a first unit tells.
#[derive(Clone, Copy, Debug)]
pub(super) struct First {
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

impl Trie {
    /// Builds the trie of sorted `patterns`: those of one unit first, then the longer ones.
    pub(super) fn build(units: Words, patterns: &[Pattern<'_>]) -> Result<Self, Problem> {
        // Two bytes number 65,536 units, more than the bundled names have; three number sixteen million.
        let width = if units.len() <= 1 << 16 { 2 } else { 3 };
        let (gate, firsts) = (Gate::new(&units, patterns), vec![(NONE, None); units.len()]);
        let mut trie = Self { units, gate, firsts, nfa: None, groups: Vec::new(), width };
        let (singles, longer) = patterns.split_at(patterns.partition_point(|p| p.units.len() == 1));
        for pattern in singles {
            if let Some(first) = pattern.units.first().and_then(|unit| trie.firsts.get_mut(*unit as usize)) {
                first.0 = pattern.group;
            }
        }
        if !longer.is_empty() {
            trie.compile(longer)?;
        }
        Ok(trie)
    }

    fn compile(&mut self, patterns: &[Pattern<'_>]) -> Result<(), Problem> {
        let fault = |error: &dyn std::fmt::Display| Problem::Automaton(error.to_string());
        let encoded = patterns.iter().map(|pattern| self.encode(pattern.units));
        // The kind is set, not left to the crate: its own choice takes a DFA for few names. Leftmost-longest
        // only because the walk is anchored; what is longest is decided by the walk.
        let nfa = NFA::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .dense_depth(0)
            .prefilter(false)
            .build(encoded);
        let nfa = nfa.map_err(|error| fault(&error))?;
        let start = nfa.start_state(Anchored::Yes).map_err(|error| fault(&error))?;
        let start = Position { state: start, depth: 0 };
        for unit in patterns.iter().filter_map(|pattern| pattern.units.first()) {
            let position = self.feed(&nfa, start, *unit);
            if let Some(first) = self.firsts.get_mut(*unit as usize) {
                first.1 = position.map(|position| position.state);
            }
        }
        self.groups = patterns.iter().map(|pattern| pattern.group).collect();
        self.nfa = Some(nfa);
        Ok(())
    }

    fn encode(&self, units: &[u32]) -> Vec<u8> {
        units.iter().flat_map(|unit| unit.to_be_bytes().into_iter().skip(4 - self.width)).collect()
    }

    fn feed(&self, nfa: &NFA, from: Position, unit: u32) -> Option<Position> {
        let Position { mut state, mut depth } = from;
        for byte in unit.to_be_bytes().into_iter().skip(4 - self.width) {
            state = nfa.next_state(Anchored::Yes, state, byte);
            depth = depth.saturating_add(1);
        }
        if nfa.is_dead(state) { None } else { Some(Position { state, depth }) }
    }

    /// The number of a unit.
    #[inline]
    pub(super) fn unit(&self, unit: &[u8]) -> Option<usize> {
        self.units.get(unit)
    }

    /// The number of a short unit.
    #[inline]
    pub(super) fn short_unit(&self, unit: Short) -> Option<usize> {
        self.units.get_short(unit)
    }

    /// What starts with this unit.
    #[inline]
    pub(super) fn first(&self, unit: usize) -> Option<First> {
        let &(group, state) = self.firsts.get(unit)?;
        let group = (group != NONE).then_some(group as usize);
        Some(First { group, position: state.map(|state| Position { state, depth: self.width }) })
    }

    /// Where a further unit leads.
    pub(super) fn next(&self, from: Position, unit: usize) -> Option<Position> {
        self.feed(self.nfa.as_ref()?, from, u32::try_from(unit).ok()?)
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
