//! Names that the text defines: "Wages and Tariffs Commission (WTC)". The letters in brackets say where the name
//! before them begins, whatever its words are else.

use std::ops::Range;

use crate::lexicon::Class;
use crate::text::{Shape, atoms};

use super::read::Reader;

/// The longest name that letters define, in tokens.
const MAX_NAME: usize = 16;

impl Reader<'_, '_> {
    /// Where the name begins that the letters in brackets behind `run` spell: each capital of the name gives one.
    /// An office is no such name ("Member of Parliament (MP)"), nor is a law ("Freedom of Information Act (FOIA)").
    #[inline]
    pub(super) fn defined(self, run: Range<usize>) -> Option<usize> {
        self.spelled_by(self.letters_behind(run.end)?, run)
    }

    /// Where the name begins that the letters at token `letters` spell.
    fn spelled_by(self, letters: usize, run: Range<usize>) -> Option<usize> {
        let mut start = run.end;
        for letter in self.str(letters).bytes().rev() {
            start = (run.start..start).rev().take(MAX_NAME).find(|i| self.capital(*i))?;
            if !self.str(start).bytes().next().is_some_and(|first| first.eq_ignore_ascii_case(&letter)) {
                return None;
            }
        }
        let of = (start..run.end).find(|i| self.small(*i) && atoms!["of", "for"].contains(&self.word(*i)));
        let head = of.unwrap_or(run.end).checked_sub(1)?;
        let last = run.end.saturating_sub(1);
        let paper = Class::DOCUMENT | Class::NO_NAME | Class::EVENT;
        (!self.is(head, Class::TITLE | Class::OCCUPATION) && !self.is(last, paper)).then_some(start)
    }

    /// "Wages | and *Tariffs* Commission (WTC)": whether the name that goes on with token `after` is defined and
    /// begins in the run from `start` on.
    pub(super) fn is_defined_over(self, start: usize, after: usize) -> bool {
        let links = atoms!["and", "for", "of", "the"];
        let stop = after.saturating_add(MAX_NAME);
        let inside = |i: usize| self.capital(i) || self.small(i) && links.contains(&self.word(i));
        let end = (after..stop).find(|i| !inside(*i));
        let begins = end.and_then(|end| self.defined(start..end));
        begins.is_some_and(|begins| begins < after)
    }

    /// The token of the letters in "(WTC)", where its bracket opens at token `open`.
    #[inline]
    fn letters_behind(self, open: usize) -> Option<usize> {
        let letters = open.saturating_add(1);
        let closed = self.shape_is(letters.saturating_add(1), Shape::Close);
        (self.shape_is(open, Shape::Open) && self.shape_is(letters, Shape::Upper) && closed)
            .then_some(letters)
    }
}
