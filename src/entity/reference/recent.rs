//! Who was named of late.

use std::collections::VecDeque;

use super::super::build::Name;

/// How many sentences back a later mention looks. Sentences that are nothing but speech do not count.
const REACH: usize = 2;

/// Names kept for that: no antecedent is safe among more, and no pronoun costs more than a look at these.
const MAX_RECENT: usize = 24;

/// A mention before the token at hand.
#[derive(Clone, Copy)]
pub(super) struct Seen {
    pub(super) entity: usize,
    /// Its first token.
    pub(super) at: usize,
    /// The token behind it.
    pub(super) end: usize,
    /// The first token of its sentence.
    pub(super) from: usize,
    /// The number of its sentence.
    pub(super) turn: usize,
}

impl Seen {
    pub(super) fn new(name: Name, from: usize, turn: usize) -> Self {
        Self { entity: name.entity, at: name.start, end: name.end, from, turn }
    }
}

/// The mentions of this sentence and the last ones, in the order of the text.
pub(super) struct Recent {
    list: VecDeque<Seen>,
}

/// How many entities fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fitting {
    None,
    One(usize),
    Several,
}

impl Recent {
    pub(super) fn new() -> Self {
        Self { list: VecDeque::with_capacity(MAX_RECENT) }
    }

    pub(super) fn forget(&mut self, turn: usize) {
        while self.list.front().is_some_and(|seen| turn.saturating_sub(seen.turn) > REACH) {
            self.list.pop_front();
        }
    }

    pub(super) fn add(&mut self, seen: Seen) {
        if self.list.len() >= MAX_RECENT {
            self.list.pop_front();
        }
        self.list.push_back(seen);
    }

    pub(super) fn iter(&self) -> impl DoubleEndedIterator<Item = Seen> {
        self.list.iter().copied()
    }

    /// The mentions of the last sentence before `turn` that has one that `fits`.
    pub(super) fn last_sentence(
        &self,
        turn: usize,
        fits: impl Fn(Seen) -> bool,
    ) -> impl Iterator<Item = Seen> {
        let earlier = self.iter().filter(|seen| seen.turn < turn);
        let last = earlier.filter(|seen| fits(*seen)).map(|seen| seen.turn).max();
        self.iter().filter(move |seen| Some(seen.turn) == last && fits(*seen))
    }
}

impl Fitting {
    /// Of the entities of `mentions`.
    pub(super) fn of(mentions: impl Iterator<Item = Seen>) -> Self {
        mentions.fold(Self::None, |fitting, seen| match fitting {
            Self::None => Self::One(seen.entity),
            Self::One(entity) if entity == seen.entity => fitting,
            _ => Self::Several,
        })
    }

    pub(super) fn one(self) -> Option<usize> {
        if let Self::One(entity) = self { Some(entity) } else { None }
    }
}
