//! What a source is, as far as its own words tell: a person, a body, a group, somebody unnamed.

use std::ops::Range;

use super::SourceKind;
use crate::doc::Doc;
use crate::lexicon::Class;
use crate::text::{Atom, Shape, atom, atoms};

/// Words that leave the speaker without a name: "a person familiar with the talks".
const UNNAMED: &[Atom] = atoms!["anonymity", "unnamed", "familiar", "anonymous", "undisclosed"];

/// Heads that name nobody.
const NOBODY: &[Atom] = atoms!["source", "sources", "someone", "somebody"];

/// Heads and quantifiers of several people who speak as one: "the pair", "both", "two of them".
const TOGETHER: &[Atom] = atoms![
    "bench", "both", "couple", "crowd", "duo", "family", "many", "others", "pair", "panel", "quartet",
    "several", "some", "trio",
];

/// The kind of the source at `tokens`, whose head word stands at `head`.
pub(super) fn of(doc: &Doc<'_>, tokens: &Range<usize>, head: usize) -> SourceKind {
    let word = doc.tokens.atom(head);
    let is = |class| doc.is(head, class);
    let words = doc.tokens.atoms().get(tokens.clone()).unwrap_or_default();
    let has = |some: &[Atom]| words.iter().any(|word| some.contains(word));
    if atoms!["i", "we"].contains(&word) {
        return SourceKind::Author;
    }
    if is_unnamed(words) || NOBODY.contains(&word) {
        return SourceKind::Anonymous;
    }
    if TOGETHER.contains(&word) {
        return SourceKind::Group;
    }
    if tokens.len() == 1 && (is(Class::PRONOUN) || word == atom!("who")) {
        return SourceKind::Pronoun;
    }
    let capital = is_name(doc, tokens, head);
    let definite = words.first() == Some(&atom!("the"));
    if is(Class::DOCUMENT) && !capital {
        return SourceKind::Document;
    }
    let office = is(Class::SPEAKER_ROLE) && (!capital || tokens.len() <= 2 || definite);
    if office || !capital && (is(Class::OCCUPATION) || is_aged(doc, head)) {
        return SourceKind::Role;
    }
    if definite && tokens.len() == 2 && capital && is(Class::MEDIA) {
        return SourceKind::Outlet;
    }
    let plural = !capital && doc.tokens.str(head).ends_with('s');
    if is(Class::GROUP) || plural || has(atoms!["some", "many", "several"]) {
        return SourceKind::Group;
    }
    let acronym = doc.tokens.shape(head) == Some(Shape::Upper);
    if capital && !acronym { SourceKind::Person } else { SourceKind::Organization }
}

/// "On condition of anonymity", "who did not wish to be named".
fn is_unnamed(words: &[Atom]) -> bool {
    let has = |some: &[Atom]| words.iter().any(|word| some.contains(word));
    has(UNNAMED) || has(atoms!["named", "identified"]) && has(atoms!["not", "declined", "refused"])
}

/// Whether the head is written as a name, and not only because it opens a sentence.
fn is_name(doc: &Doc<'_>, tokens: &Range<usize>, head: usize) -> bool {
    let names = Class::GIVEN_F | Class::GIVEN_M | Class::SURNAME;
    let opens = head == tokens.start && doc.is(head, Class::COMMON) && !doc.is(head, names);
    doc.tokens.shape(head).is_some_and(Shape::is_capital) && !opens
}

/// "The 79-year-old".
pub(super) fn is_aged(doc: &Doc<'_>, head: usize) -> bool {
    doc.tokens.atom(head) == atom!("old")
        && head.checked_sub(2).is_some_and(|year| doc.tokens.atom(year) == atom!("year"))
}
