//! Names as sequences of numbered units: a table of first units, and an automaton for what follows.

use aho_corasick::automaton::{Automaton, StateID};
use aho_corasick::nfa::contiguous::NFA;
use aho_corasick::{Anchored, MatchKind};

use crate::error::Problem;
use crate::text::words::Words;

/// No pattern.
const NONE: u32 = u32::MAX;

/// The names, ready to be walked.
#[derive(Debug, Default)]
pub(super) struct Trie {
    units: Words,
    /// For each unit: the pattern that it is by itself, and where longer ones go on.
    firsts: Vec<(u32, Option<StateID>)>,
    /// The patterns of two units and more; none where there are none.
    nfa: Option<NFA>,
    /// Bytes of a unit's number in the automaton.
    width: usize,
    /// How many patterns have one unit: those come first.
    singles: usize,
}

/// What a first unit tells.
#[derive(Clone, Copy, Debug)]
pub(super) struct First {
    pub(super) pattern: Option<usize>,
    pub(super) position: Option<Position>,
}

/// A place in the automaton, with the number of bytes that led there.
#[derive(Clone, Copy, Debug)]
pub(super) struct Position {
    state: StateID,
    depth: usize,
}

impl Trie {
    /// Builds the trie of `patterns`, each a sequence of numbers of `units`: those of one unit first, then the
    /// longer ones.
    pub(super) fn build(units: Words, patterns: &[&[u32]]) -> Result<Self, Problem> {
        let singles = patterns.partition_point(|pattern| pattern.len() == 1);
        // Two bytes number 65,536 units, more than the bundled names have; three number sixteen million.
        let width = if units.len() <= 1 << 16 { 2 } else { 3 };
        let mut trie = Self { firsts: vec![(NONE, None); units.len()], units, nfa: None, width, singles };
        for (number, pattern) in (0..).zip(patterns.get(..singles).unwrap_or_default()) {
            if let Some(first) = pattern.first().and_then(|unit| trie.firsts.get_mut(*unit as usize)) {
                first.0 = number;
            }
        }
        let longer = patterns.get(singles..).unwrap_or_default();
        if !longer.is_empty() {
            trie.compile(longer)?;
        }
        Ok(trie)
    }

    fn compile(&mut self, patterns: &[&[u32]]) -> Result<(), Problem> {
        let fault = |error: &dyn std::fmt::Display| Problem::Automaton(error.to_string());
        let encoded = patterns.iter().map(|pattern| self.encode(pattern));
        // The kind is set, not left to the crate: its own choice takes a DFA for few names. Leftmost-longest
        // only because the walk is anchored; what is longest is decided by the walk.
        let nfa = NFA::builder().match_kind(MatchKind::LeftmostLongest).prefilter(false).build(encoded);
        let nfa = nfa.map_err(|error| fault(&error))?;
        let start = nfa.start_state(Anchored::Yes).map_err(|error| fault(&error))?;
        let start = Position { state: start, depth: 0 };
        for unit in patterns.iter().filter_map(|pattern| pattern.first()) {
            let position = self.feed(&nfa, start, *unit);
            if let Some(first) = self.firsts.get_mut(*unit as usize) {
                first.1 = position.map(|position| position.state);
            }
        }
        self.nfa = Some(nfa);
        Ok(())
    }

    fn encode(&self, pattern: &[u32]) -> Vec<u8> {
        pattern.iter().flat_map(|unit| unit.to_be_bytes().into_iter().skip(4 - self.width)).collect()
    }

    fn feed(&self, nfa: &NFA, from: Position, unit: u32) -> Option<Position> {
        let Position { mut state, mut depth } = from;
        for byte in unit.to_be_bytes().into_iter().skip(4 - self.width) {
            state = nfa.next_state(Anchored::Yes, state, byte);
            depth = depth.saturating_add(1);
        }
        if nfa.is_dead(state) { None } else { Some(Position { state, depth }) }
    }

    /// What starts with this unit.
    #[inline]
    pub(super) fn first(&self, unit: &[u8]) -> Option<First> {
        let &(pattern, state) = self.firsts.get(self.units.get(unit)?)?;
        let pattern = (pattern != NONE).then_some(pattern as usize);
        Some(First { pattern, position: state.map(|state| Position { state, depth: self.width }) })
    }

    /// Where a further unit leads.
    pub(super) fn next(&self, from: Position, unit: &[u8]) -> Option<Position> {
        let unit = u32::try_from(self.units.get(unit)?).ok()?;
        self.feed(self.nfa.as_ref()?, from, unit)
    }

    /// The pattern that ends here.
    pub(super) fn pattern(&self, at: Position) -> Option<usize> {
        let nfa = self.nfa.as_ref().filter(|nfa| nfa.is_match(at.state))?;
        // A state also lists the patterns that end inside its own.
        let pattern = nfa.match_pattern(at.state, 0);
        (nfa.pattern_len(pattern) == at.depth).then(|| pattern.as_usize().saturating_add(self.singles))
    }
}
