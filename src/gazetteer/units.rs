//! What names are made of: words, each with the space before it or without.

use crate::text::numbers::Numbers;
use crate::text::{Atom, atom};

/// A word of a name, and whether a space stands before it: another unit than the same word without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Unit {
    pub(super) word: Atom,
    pub(super) spaced: bool,
}

impl Unit {
    #[inline]
    pub(super) fn atom(self) -> Atom {
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

    pub(super) fn into_numbers(self) -> Numbers {
        self.numbers
    }

    pub(super) fn get(&self, number: u32) -> Option<Unit> {
        self.list.get(number as usize).copied()
    }
}

/// A name as units, and the first group of what it can stand for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pattern<'a> {
    pub(super) units: &'a [u32],
    pub(super) group: u32,
}
