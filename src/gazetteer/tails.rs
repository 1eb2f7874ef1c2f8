//! The automaton over what stands behind the first two units of names.

use aho_corasick::automaton::{Automaton, StateID};
use aho_corasick::nfa::contiguous::NFA;
use aho_corasick::{Anchored, MatchKind};

use crate::error::Problem;

/// A place behind a pair: a state of the automaton, and the number of bytes that led there.
#[derive(Clone, Copy, Debug)]
pub(super) struct Position {
    pub(super) pair: u32,
    state: StateID,
    depth: usize,
}

/// The automaton over tails.
#[derive(Debug)]
pub(super) struct Tails {
    nfa: NFA,
    start: StateID,
    /// Bytes of a unit.
    width: usize,
}

impl Tails {
    /// The automaton of `tails` of fewer than `units` different units.
    pub(super) fn new(tails: &[&[u32]], units: usize) -> Result<Self, Problem> {
        let fault = |error: &dyn std::fmt::Display| Problem::Automaton(error.to_string());
        // Two bytes number 65,536 units, more than the bundled names have; three number sixteen million.
        let width = if units <= 1 << 16 { 2 } else { 3 };
        let encode = |tail: &&[u32]| tail.iter().flat_map(|unit| bytes(*unit, width)).collect::<Vec<u8>>();
        // The kind is set, not left to the crate: its own choice takes a DFA for few names. Leftmost-longest
        // only because the walk is anchored; what is longest is decided by the walk.
        let nfa = NFA::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .dense_depth(0)
            .prefilter(false)
            .build(tails.iter().map(encode));
        let nfa = nfa.map_err(|error| fault(&error))?;
        let start = nfa.start_state(Anchored::Yes).map_err(|error| fault(&error))?;
        Ok(Self { nfa, start, width })
    }

    /// Where the names go on that begin with a pair.
    pub(super) fn behind(&self, pair: u32) -> Position {
        Position { pair, state: self.start, depth: 0 }
    }

    /// Where a unit leads.
    pub(super) fn next(&self, mut at: Position, unit: u32) -> Option<Position> {
        for byte in bytes(unit, self.width) {
            at.state = self.nfa.next_state(Anchored::Yes, at.state, byte);
            at.depth = at.depth.saturating_add(1);
        }
        (!self.nfa.is_dead(at.state)).then_some(at)
    }

    /// The tail that ends here.
    pub(super) fn ending(&self, at: Position) -> Option<u32> {
        if !self.nfa.is_match(at.state) {
            return None;
        }
        // A state also lists the tails that end inside its own.
        let tail = self.nfa.match_pattern(at.state, 0);
        (self.nfa.pattern_len(tail) == at.depth).then_some(tail.as_u32())
    }
}

/// The bytes of a unit in the automaton.
fn bytes(unit: u32, width: usize) -> impl Iterator<Item = u8> {
    unit.to_be_bytes().into_iter().skip(4 - width)
}
