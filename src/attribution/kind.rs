//! What a source is, as far as its own words tell: a person, a body, a group, somebody unnamed.

use std::ops::Range;

use super::SourceKind;
use super::source_word::{self, Tells};
use crate::doc::Doc;
use crate::lexicon::Class;
use crate::text::{Shape, atom};

/// The kind of the source at `tokens`, whose head word stands at `head`.
pub(super) fn of(doc: &Doc<'_>, tokens: &Range<usize>, head: usize) -> SourceKind {
    let is = |class| doc.is(head, class);
    let (own, all) = (source_word::at(doc, head), source_word::within(doc, tokens.clone()));
    if own.has(Tells::AUTHOR) {
        return SourceKind::Author;
    }
    if is_unnamed(all) || own.has(Tells::NOBODY) {
        return SourceKind::Anonymous;
    }
    if own.has(Tells::TOGETHER) {
        return SourceKind::Group;
    }
    if tokens.len() == 1 && (is(Class::PRONOUN) || own.has(Tells::RELATIVE)) {
        return SourceKind::Pronoun;
    }
    let capital = is_name(doc, tokens, head);
    let definite = doc.tokens.atom(tokens.start) == atom!("the");
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
    if is(Class::GROUP) || plural || all.has(Tells::QUANTITY) {
        return SourceKind::Group;
    }
    let acronym = doc.tokens.shape(head) == Some(Shape::Upper);
    if capital && !acronym { SourceKind::Person } else { SourceKind::Organization }
}

/// "On condition of anonymity", "who did not wish to be named".
fn is_unnamed(all: Tells) -> bool {
    all.has(Tells::UNNAMED) || all.has(Tells::NAMED) && all.has(Tells::DENIED)
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
