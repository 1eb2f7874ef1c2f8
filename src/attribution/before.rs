//! Lind said, “Q.” Lind told reporters in Oslo: “Q.”

use std::ops::Range;

use super::board::{Board, Find};
use super::inserted::opening;
use super::pieces::{Pieces, only};
use super::site::Site;
use super::tail;
use crate::lexicon::Frames;
use crate::quote::{Ending, Tag, View, content_end};
use crate::text::{Shape, atoms};

/// The marked quote after the verb, behind a comma or colon.
pub(super) fn sieve(s: &View<'_, '_>, sites: &[Site], i: usize, board: &Board) -> Option<(Pieces, Find)> {
    let site = sites.get(i)?;
    if !site.word.frames.has(Frames::QUOTE) || (site.passive && !site.word.is(atoms!["quote"])) {
        return None;
    }
    let tail = tail::read(s, site, site.units.end);
    let mark = matches!(s.tag(tail.end), Tag::Comma | Tag::Colon | Tag::Dash);
    let quoted = tail.end + usize::from(mark);
    if s.tag(quoted) != Tag::Quoted || !(mark || opens_sentence(s, quoted)) {
        return None;
    }
    // “A,” she said, “B” belongs to what stands before, where that is still free.
    let mut pieces = only(quoted..quoted + 1);
    let last = joined(s, quoted);
    if last > quoted && last + 1 >= s.end() {
        pieces = only(quoted..last + 1);
    }
    if let Some(left) = begun_before(s, site, quoted).filter(|left| board.is_free(left)) {
        pieces.push_front(left);
    }
    if pieces.iter().any(|p| !board.is_free(p)) {
        return None;
    }
    let goes_on = quoted + 1 < s.end()
        && !matches!(s.tag(quoted + 1), Tag::Open | Tag::Comma | Tag::Dash | Tag::Semicolon)
        && !ends_full(s, quoted);
    if goes_on && s.tag(tail.end) != Tag::Colon && pieces.first().is_some_and(|p| p.len() == 1) {
        // He said, “there are nine days left” until the vote.
        let clause = quoted..content_end(s, quoted, Ending::default());
        if !site.word.frames.has(Frames::CLAUSE) || clause.len() < 2 || !board.is_free(&clause) {
            return None;
        }
        pieces = only(clause);
    }
    let find = Find::of(s, site, &tail, &pieces).by("quote.before", 76);
    Some((pieces, find))
}

/// "The tax, he said, “would be a mistake.”": the marks go on, in small letters, with what came before.
fn begun_before(s: &View<'_, '_>, site: &Site, quoted: usize) -> Option<Range<usize>> {
    let subject = site.subject.as_ref().filter(|_| !site.shared && !site.is_relative(s))?;
    let comma = subject.start.checked_sub(1).filter(|c| s.tag(*c) == Tag::Comma)?;
    let word = s.doc.tokens.str(s.stretch(quoted)?.inner.start);
    // "But, she added, “there was nothing”": the word that joins the sentence is part of what was said.
    let first = opening(s);
    let left = if first > comma { 0..comma } else { first..comma };
    let aside = matches!(s.tag(left.start), Tag::Ing | Tag::Participle | Tag::Verb);
    (s.tag_before(quoted) == Tag::Comma
        && word.starts_with(char::is_lowercase)
        && !aside
        && !left.is_empty()
        && s.tag_before(left.end) != Tag::Quoted)
        .then_some(left)
}

/// Whether the stretch begins as a sentence does.
fn opens_sentence(s: &View<'_, '_>, quoted: usize) -> bool {
    let Some(stretch) = s.stretch(quoted) else { return false };
    // "said on Channel Nine’s “Evening Talk.”": what somebody has is a name.
    let named = s.tag_before(quoted) == Tag::Possessive;
    !named && s.doc.tokens.str(stretch.inner.start).starts_with(char::is_uppercase) && ends_full(s, quoted)
}

/// Whether the stretch ends with a stop or comma of its own.
fn ends_full(s: &View<'_, '_>, quoted: usize) -> bool {
    let last = s.stretch(quoted).and_then(|stretch| stretch.inner.end.checked_sub(1));
    matches!(last.and_then(|l| s.doc.tokens.shape(l)), Some(Shape::Stop | Shape::Comma))
}

/// He said, “A” and “B”; “A” and, “B.”: the stretches that one conjunction joins.
fn joined(s: &View<'_, '_>, quoted: usize) -> usize {
    let mut last = quoted;
    for _ in 0..4 {
        let and = last + 1 + usize::from(s.tag(last + 1) == Tag::Comma);
        let next = and + 1 + usize::from(s.tag(and + 1) == Tag::Comma);
        if s.tag(and) != Tag::Conjunction || s.tag(next) != Tag::Quoted {
            break;
        }
        last = next;
    }
    last
}
