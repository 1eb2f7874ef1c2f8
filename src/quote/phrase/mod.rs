//! Noun phrases beside a verb, by their tags.
//!
//! A speaker is a noun phrase: a name with its title, a pronoun, "a spokesman for the port", "the minister",
//! and often an appositive between two commas. These functions find where one begins or ends; they know no
//! names beyond their capital letters.

mod after;
mod appositive;
mod before;

use std::ops::Range;

use super::view::View;
use crate::lexicon::Class;
use crate::text::{Atom, atoms};
pub(crate) use after::{after, after_with_appositive, core_after, short_after};
pub(crate) use before::{before, plain_before};

/// Prepositional phrases that hang on one noun: "the head of the council for the north of England".
const MAX_POSTMODIFIERS: usize = 5;
/// Appositives and list items of one speaker.
const MAX_SEGMENTS: usize = 6;
/// Units of one appositive: longer stretches between commas are clauses.
const MAX_SEGMENT: usize = 30;
/// Units of brackets inside a noun phrase: "(R-Ohio)", "(prosecution)".
const MAX_BRACKETS: usize = 12;

/// Prepositions that tie a noun to the one before it.
const TIES: &[Atom] = atoms![
    "of", "for", "from", "at", "in", "with", "to", "on", "by", "about", "under", "behind", "near", "against",
    "between", "outside", "within", "like",
];

const TIMES: &[Atom] = atoms![
    "week", "month", "year", "morning", "afternoon", "evening", "night", "weekend", "day", "days", "weeks",
    "hours", "years", "months", "time", "later", "earlier", "ago", "summer", "spring", "winter", "autumn",
    "fall",
];

/// Whether unit `i` is a "week", a "month", an "evening".
pub(super) fn is_period(s: &View<'_, '_>, i: usize) -> bool {
    s.is_word(i, TIMES)
}

/// Whether a phrase tells when: "last week", "Sunday".
pub(crate) fn is_time(s: &View<'_, '_>, phrase: &Range<usize>) -> bool {
    let last = phrase.end - 1;
    let turn = || s.is_word(phrase.start, atoms!["last", "this", "next", "earlier", "later"]);
    phrase.len() == 1 && s.is(last, Class::WEEKDAY) || phrase.len() <= 3 && turn() && is_period(s, last)
}
