//! Lind had one message: “Q”. From Lind: “Q”. Lind’s answer: “Q”. Said Lind: “Q”.
//!
//! A colon before marks announces speech, whatever words stand before it. In the words of Lind, “Q”.

use std::ops::Range;

use super::CueClass;
use super::board::{Board, Find};
use super::pieces::{Pieces, only};
use super::site::Site;
use crate::lexicon::{Class, Frames};
use crate::quote::{Tag, View, phrase};
use crate::text::atoms;

/// How far before the colon its clause may begin.
const MAX_LEAD: usize = 40;

/// The marked quote behind the colon, or comma, at unit `colon`.
pub(super) fn sieve(s: &View<'_, '_>, sites: &[Site], colon: usize, board: &Board) -> Option<(Pieces, Find)> {
    let quoted = colon + 1;
    let free = !board.is_taken(quoted) && (s.tag(colon) == Tag::Colon || in_words_of(s, colon).is_some());
    let pieces = only(quoted..quoted + 1);
    let find = announce(s, sites, colon, &pieces).filter(|_| free && begins_as_speech(s, quoted))?;
    Some((pieces, find))
}

/// What the words before a colon announce: `pieces`, said by the one whom they name.
pub(super) fn announce(
    s: &View<'_, '_>,
    sites: &[Site],
    colon: usize,
    pieces: &[Range<usize>],
) -> Option<Find> {
    let lists = colon.checked_sub(1).is_some_and(|last| s.is_word(last, atoms!["including", "as", "like"]));
    if s.scope.inside.is_some() || lists || is_reported(s, sites, colon) {
        return None;
    }
    let source = speaker(s, sites, colon)?;
    Some(Find::bare(s, pieces, Some(source), colon..colon + 1, ":", CueClass::Colon).by("colon.lead", 80))
}

fn speaker(s: &View<'_, '_>, sites: &[Site], colon: usize) -> Option<Range<usize>> {
    let floor = colon.saturating_sub(MAX_LEAD);
    let breaks = |i: &usize| matches!(s.tag(*i), Tag::Semicolon | Tag::Colon | Tag::Stop);
    let start = (floor..colon).rev().find(breaks).map_or(floor, |b| b + 1);
    let before = phrase::before(s, colon).filter(|n| n.start >= start);
    if let Some(named) = in_words_of(s, colon) {
        return Some(named);
    }
    if let Some(named) = before.clone().filter(|n| gives(s, n.start) || is_signed(s, n)) {
        return Some(named);
    }
    match (start..colon).find(|i| s.tag(*i).is_finite()) {
        Some(verb) => {
            let at = sites.iter().find(|site| site.verb == verb).map_or(verb, |site| site.units.start);
            let subject = phrase::before(s, at).filter(|n| n.start >= start && is_speaker(s, n));
            // "The surge comes as no surprise to the pollster Ola Lund: “Q”".
            let object = before.filter(|n| is_named_person(s, n));
            let person = |n: &Range<usize>| is_named_person(s, n) || s.tag(n.start) == Tag::Pronoun;
            let owner = subject.as_ref().and_then(|n| possessor(s, n.clone()));
            match (subject, object) {
                (Some(subject), Some(object)) if !person(&subject) => Some(object),
                (subject, _) => owner.or(subject),
            }
        }
        None => possessor(s, start..colon),
    }
}

/// "Lind said there was one rule: “Q”": a saying of its own holds what stands before the colon, and the marks.
fn is_reported(s: &View<'_, '_>, sites: &[Site], colon: usize) -> bool {
    let says = |site: &&Site| site.class == CueClass::Say && site.word.frames.has(Frames::CLAUSE);
    let before = sites.iter().filter(|site| site.verb < colon && s.tag(site.verb).is_finite());
    before.filter(says).any(|site| s.has_verb(site.verb + 1..colon))
}

/// "More from" before a name.
fn gives(s: &View<'_, '_>, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|tie| tie < 3 && s.is_word(tie, atoms!["from"]))
}

/// "In the words of the harbour master, Ida Holm": behind it even a comma announces speech.
fn in_words_of(s: &View<'_, '_>, mark: usize) -> Option<Range<usize>> {
    let opens = s.is_word(0, atoms!["in"]) && s.is_word(2, atoms!["words"]) && s.is_word(3, atoms!["of"]);
    (opens && mark > 4 && mark < MAX_LEAD && !s.has_verb(4..mark)).then_some(4..mark)
}

/// "Polls were close - Ola Lund: “Q”".
fn is_signed(s: &View<'_, '_>, phrase: &Range<usize>) -> bool {
    let named = phrase.clone().all(|i| s.tag(i) == Tag::Name);
    named && phrase.len() <= 3 && s.tag_before(phrase.start) == Tag::Dash
}

/// "Lind’s answer", "the club’s motto".
fn possessor(s: &View<'_, '_>, words: Range<usize>) -> Option<Range<usize>> {
    let mark = words.clone().find(|i| s.tag(*i) == Tag::Possessive)?;
    let person = Class::SPEAKER_ROLE | Class::GROUP | Class::OCCUPATION;
    let noun = (mark + 1..words.end).all(|i| s.tag(i) == Tag::Noun) && !s.is(words.end - 1, person);
    phrase::plain_before(s, mark).filter(|n| noun && n.start == words.start)
}

/// Whether a subject can speak: "it gets better" announces nobody's words.
fn is_speaker(s: &View<'_, '_>, subject: &Range<usize>) -> bool {
    !s.is_word(subject.start, atoms!["it", "that", "this", "there", "which", "what", "you", "these", "those"])
}

fn is_named_person(s: &View<'_, '_>, phrase: &Range<usize>) -> bool {
    let last = phrase.end - 1;
    s.tag(last) == Tag::Name && s.is(last, Class::GIVEN_F | Class::GIVEN_M | Class::SURNAME)
}

/// Small letters after a colon are a name for what was told.
fn begins_as_speech(s: &View<'_, '_>, quoted: usize) -> bool {
    let first = s.stretch(quoted).map(|stretch| s.doc.tokens.str(stretch.inner.start));
    s.tag_before(quoted) == Tag::Comma || first.is_some_and(|word| !word.starts_with(char::is_lowercase))
}
