//! Subjects longer than one noun phrase: "Residents of the village, many of them elderly, say".
//!
//! A verb of saying in a statement has a subject. Where no phrase of [`phrase`](super::phrase) stands beside it, all that
//! stands before it in its clause is read as one: a noun and what is told of it.

use std::ops::Range;

use super::tag::Tag;
use super::view::View;
use crate::lexicon::Class;
use crate::text::atoms;

/// Units of the longest subject: of those in annotated news that speak, none has more.
const MAX_UNITS: usize = 50;
/// Phrases that open a sentence before its subject: "On Monday, in Oslo, those who".
const MAX_OPENERS: usize = 3;

/// The subject that ends before unit `end`, where only all of the clause before it can be one.
pub(crate) fn long_subject(s: &View<'_, '_>, end: usize) -> Option<Range<usize>> {
    let mut start = clause_start(s, end);
    for _ in 0..MAX_OPENERS {
        while matches!(s.tag(start), Tag::Conjunction | Tag::Adverb | Tag::Comma) && start < end {
            start += 1;
        }
        if begins(s, start) && (start..end).try_fold(false, |within, i| describes(s, i, within)).is_some() {
            // "Those, who were there, say": the last comma only closes what is told.
            let end = if s.tag_before(end) == Tag::Comma { end - 1 } else { end };
            return (start < end).then_some(start..end);
        }
        start = (start..end).find(|i| s.tag(*i) == Tag::Comma)? + 1;
    }
    None
}

/// The first unit of the clause that reaches to `end`.
fn clause_start(s: &View<'_, '_>, end: usize) -> usize {
    let bounds = |tag| {
        matches!(tag, Tag::That | Tag::Semicolon | Tag::Colon | Tag::Subordinator | Tag::Stop | Tag::Open)
    };
    let floor = end.saturating_sub(MAX_UNITS);
    (floor..end).rev().find(|i| bounds(s.tag(*i)) || is_said(s, *i)).map_or(floor, |i| i + 1)
}

/// A stretch that is no part of a name: “No,” those who were there say.
fn is_said(s: &View<'_, '_>, unit: usize) -> bool {
    s.tag(unit) == Tag::Quoted && !s.tag_before(unit).is_nominal()
}

/// Whether a subject can begin at `start`: a noun phrase, or a part of one, "most of those".
fn begins(s: &View<'_, '_>, start: usize) -> bool {
    let time =
        s.is(start, Class::WEEKDAY | Class::MONTH) || s.is_word(start, atoms!["last", "next", "earlier"]);
    let part = s.tag(start) == Tag::Pronoun && (heads(s, start) || s.is(start + 1, Class::VERB_PAST));
    (s.tag(start).is_nominal() || part) && !time
}

/// "Most of the", "those who": a pronoun with what it is said of.
fn heads(s: &View<'_, '_>, pronoun: usize) -> bool {
    s.is_word(pronoun + 1, atoms!["of", "who", "in"])
}

/// Whether unit `i` can belong to a subject, and whether the next one stands in a relative clause of it; `within` says
/// whether this one does.
fn describes(s: &View<'_, '_>, i: usize, within: bool) -> Option<bool> {
    let fits = match s.tag(i) {
        Tag::Comma | Tag::Dash => return Some(false),
        Tag::Relative => return Some(true),
        Tag::Verb => within || is_reduced(s, i),
        Tag::Auxiliary | Tag::Negation => within,
        // "many of them elderly", "some of those".
        Tag::Pronoun => {
            within || s.tag_before(i) == Tag::Preposition || heads(s, i) || s.is(i + 1, Class::VERB_PAST)
        }
        Tag::Subordinator | Tag::Stop => false,
        _ => true,
    };
    fits.then_some(within)
}

/// "Voters surveyed in May", "a report published Wednesday": a past participle without object behind its noun.
fn is_reduced(s: &View<'_, '_>, verb: usize) -> bool {
    let object =
        matches!(s.tag(verb + 1), Tag::Determiner | Tag::Pronoun | Tag::Object | Tag::That | Tag::Quoted)
            || s.tag(verb + 1) == Tag::Name && !s.is(verb + 1, Class::WEEKDAY | Class::MONTH);
    matches!(s.tag_before(verb), Tag::Noun | Tag::Pronoun) && s.is(verb, Class::VERB_PAST) && !object
}
