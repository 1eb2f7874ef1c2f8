//! The plan would fail, Lind said. The tax, she said, would stay.

use std::ops::Range;

use super::board::{Board, Find};
use super::site::Site;
use super::{CueClass, tail};
use crate::lexicon::{Class, Frames};
use crate::quote::{Tag, View, phrase};

/// Indirect speech before its speaker, or around it.
pub(super) fn sieve(
    s: &View<'_, '_>,
    sites: &[Site],
    i: usize,
    board: &Board,
) -> Option<(Vec<Range<usize>>, Find)> {
    let site = sites.get(i)?;
    let speech = matches!(site.class(), CueClass::Say | CueClass::Write | CueClass::Show | CueClass::Think);
    if !speech || site.passive || !site.word.frames.has(Frames::CLAUSE) || board.is_taken(site.verb) {
        return None;
    }
    let (mut site, start, from) = speaker(s, site)?;
    site.shared = false;
    let comma = start.checked_sub(1).filter(|c| matches!(s.tag(*c), Tag::Comma | Tag::Dash))?;
    let tail = tail::read(s, &site, from);
    if !matches!(s.tag(tail.end), Tag::Comma | Tag::Dash | Tag::Stop) && tail.end < s.end() {
        return None;
    }
    let left = opening(s)..comma;
    let rest = tail.end + 1..s.end();
    let medial = rest.start < rest.end && !turns_away(s, rest.start);
    let mut pieces = vec![left.clone()];
    if medial {
        pieces.push(rest);
    } else if !s.has_verb(left.clone()) || left.len() < 3 {
        return None;
    }
    if left.is_empty() || pieces.iter().any(|p| !board.is_free(p)) {
        return None;
    }
    if medial && !s.has_verb(left) && !s.has_verb(tail.end + 1..s.end()) {
        return None;
    }
    let find = Find::of(s, &site, &tail, &pieces).by("clause.inserted", 82);
    Some((pieces, find))
}

/// Speaker and verb in either order: the site, its first unit, and the unit after it.
fn speaker(s: &View<'_, '_>, site: &Site) -> Option<(Site, usize, usize)> {
    if let Some(subject) = site.subject.as_ref().filter(|_| !site.shared && !site.is_relative(s)) {
        return Some((site.clone(), subject.start, site.units.end));
    }
    // ", said Lind."
    if s.tag_before(site.units.start) != Tag::Comma || s.tag(site.verb) != Tag::Verb {
        return None;
    }
    let subject = phrase::after_with_appositive(s, site.units.end)?;
    let mut site = site.clone();
    let end = subject.end;
    site.subject = Some(subject);
    let start = site.units.start;
    Some((site, start, end))
}

/// The first unit of the sentence that is content: a leading conjunction joins it to what went before.
fn opening(s: &View<'_, '_>) -> usize {
    let mut at = 0;
    while matches!(s.tag(at), Tag::Conjunction | Tag::Dash | Tag::Comma) && at < s.len() {
        at += 1;
    }
    at
}

/// Whether the writer goes on alone after the inserted saying.
fn turns_away(s: &View<'_, '_>, at: usize) -> bool {
    (s.tag(at) == Tag::Ing && s.is(at, Class::CUE))
        || s.tag(at) == Tag::Quoted
        || s.is_word(
            at,
            &["but", "though", "although", "while", "according", "which", "who", "citing", "and"],
        )
}
