//! The plan would fail, Lind said. The tax, she said, would stay.

use std::ops::Range;

use super::board::{Board, Find};
use super::pieces::{Pieces, only};
use super::site::Site;
use super::{CueClass, tail};
use crate::lexicon::{Class, Frames};
use crate::quote::{Tag, View, begins_clause, closes_with_comma, phrase};
use crate::text::atoms;

/// Indirect speech before its speaker, or around it.
pub(super) fn sieve(s: &View<'_, '_>, sites: &[Site], i: usize, board: &Board) -> Option<(Pieces, Find)> {
    let site = sites.get(i)?;
    let speech = matches!(site.class, CueClass::Say | CueClass::Write | CueClass::Show | CueClass::Think);
    let chatter = s.scope.inside.is_some()
        || site.subject.as_ref().is_some_and(|n| s.is_word(n.start, atoms!["you", "i"]));
    if !speech
        || chatter
        || site.passive
        || !site.word.frames.has(Frames::CLAUSE)
        || (site.units.start..site.verb).any(|i| s.tag(i) == Tag::To)
        || s.is(site.verb, Class::CUE_ADJECTIVE)
        || board.is_taken(site.verb)
    {
        return None;
    }
    let (subject, start, from) = speaker(s, site)?;
    let before = start.checked_sub(1)?;
    let comma = match s.tag(before) {
        Tag::Comma | Tag::Dash => before,
        // Lind said it was “a farce,” the agency reported.
        Tag::Quoted if closes_with_comma(s, before) => start,
        _ => return None,
    };
    let site = Site { subject: Some(subject), shared: false, ..site.clone() };
    let tail = tail::read(s, &site, from);
    if !matches!(s.tag(tail.end), Tag::Comma | Tag::Dash | Tag::Stop | Tag::Semicolon) && tail.end < s.end() {
        return None;
    }
    let left = opening(s)..comma;
    let rest = tail.end + 1..s.end();
    let medial = rest.start < rest.end && s.tag(tail.end) != Tag::Semicolon && !turns_away(s, rest.start);
    let mut pieces = only(left.clone());
    if medial {
        pieces.push(rest);
    } else if !states(s, left.clone()) || left.len() < 3 {
        return None;
    }
    if left.is_empty() || pieces.iter().any(|p| !board.is_free(p)) {
        return None;
    }
    let marked = (tail.end + 1..s.end()).any(|i| s.tag(i) == Tag::Quoted);
    if medial && !s.has_verb(left) && !s.has_verb(tail.end + 1..s.end()) && !marked {
        return None;
    }
    let mut find = Find::of(s, &site, &tail, &pieces).by("clause.inserted", 84);
    if site.word.is(atoms!["tell"]) && find.addressee.is_none() {
        // "Roof will leak, court told": those before the verb hear it.
        find.addressee = find.source.take();
    }
    Some((pieces, find))
}

/// Whether the units hold a verb, or marks that may: “We sell nothing” to children, he said.
fn states(s: &View<'_, '_>, left: Range<usize>) -> bool {
    s.has_verb(left.clone()) || left.into_iter().any(|i| s.tag(i) == Tag::Quoted)
}

/// Speaker and verb in either order: the speaker, the first unit of both, and the unit after them.
fn speaker(s: &View<'_, '_>, site: &Site) -> Option<(Range<usize>, usize, usize)> {
    // ", said Lind." is told first: what stands before the comma may look like a subject.
    let says = site.word.frames.has(Frames::QUOTE);
    if says && s.tag_before(site.units.start) == Tag::Comma && s.tag(site.verb) == Tag::Verb {
        let subject = phrase::after_with_appositive(s, site.units.end);
        let ends =
            |n: &Range<usize>| matches!(s.tag(n.end), Tag::Stop | Tag::Comma | Tag::Dash) || n.end >= s.end();
        // "Lind, who spoke first, said parents, not teachers, should pay".
        let contrasted = |n: &Range<usize>| s.is_word(n.end + 1, atoms!["not"]);
        let speaks = |n: &Range<usize>| site.subject.is_none() || can_speak(s, n) && !contrasted(n);
        // "her son, Ola Lind, said Monday".
        let when = |n: &Range<usize>| s.is(n.start, Class::WEEKDAY | Class::MONTH);
        let subject = subject.filter(|n| ends(n) && speaks(n) && !when(n));
        if let Some(subject) = subject {
            let end = subject.end;
            return Some((subject, site.units.start, end));
        }
    }
    let subject = site.subject.as_ref().filter(|_| !site.shared && !site.is_relative(s))?;
    Some((subject.clone(), subject.start, site.units.end))
}

/// Whether a phrase names somebody: "confirmed the incident" has its speaker before it.
fn can_speak(s: &View<'_, '_>, phrase: &Range<usize>) -> bool {
    let who = Class::SPEAKER_ROLE | Class::OCCUPATION | Class::GROUP | Class::DOCUMENT | Class::BODY_NOUN;
    phrase.clone().any(|i| matches!(s.tag(i), Tag::Name | Tag::Pronoun) || s.is(i, who))
}

/// The first unit of the sentence that is content: a leading conjunction joins it to what went before.
pub(super) fn opening(s: &View<'_, '_>) -> usize {
    let mut at = 0;
    while matches!(s.tag(at), Tag::Conjunction | Tag::Dash | Tag::Comma) && at < s.len() {
        at += 1;
    }
    at
}

fn begins_large(s: &View<'_, '_>, at: usize) -> bool {
    let first = s.stretch(at).map(|stretch| s.doc.tokens.str(stretch.inner.start));
    first.is_some_and(|word| word.starts_with(char::is_uppercase))
}

/// Whether the writer goes on alone after the inserted saying.
fn turns_away(s: &View<'_, '_>, at: usize) -> bool {
    (s.tag(at) == Tag::Ing && s.is(at, Class::CUE))
        || (s.tag(at) == Tag::Quoted && begins_large(s, at))
        || s.is_word(at, atoms!["and", "but"]) && begins_clause(s, at + 1)
        || s.is_word(at, atoms!["though", "although", "while", "according", "which", "who", "citing"])
}
