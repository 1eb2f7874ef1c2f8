//! The agency quoted the minister as saying that roads were safe. He was quoted as saying so by the agency.

use std::borrow::Cow;
use std::ops::Range;

use super::after::quoted_before;
use super::board::{Board, Find};
use super::inserted::opening;
use super::pieces::{Pieces, only};
use super::site::Site;
use super::tail;
use crate::quote::{Ending, Tag, View, content_end, phrase};
use crate::text::{Atom, atoms};

/// The cues that name somebody through whom a saying is known.
pub(super) const CITING: &[Atom] = atoms!["cite", "quote"];

/// The verbs after "quoted … as".
const RELAYED: &[Atom] =
    atoms!["saying", "telling", "adding", "writing", "stating", "warning", "declaring", "having"];

/// What stands before "Lind was quoted as saying", "the agency quoted him as saying", at the end of a sentence.
fn said_before(s: &View<'_, '_>, first: usize) -> Option<Range<usize>> {
    if let Some(quoted) = quoted_before(s, first) {
        return Some(quoted..quoted + 1);
    }
    let comma = first.checked_sub(1).filter(|c| s.tag(*c) == Tag::Comma)?;
    let left = opening(s)..comma;
    s.has_verb(left.clone()).then_some(left)
}

/// One who says, and one through whom it is known.
pub(super) fn sieve(s: &View<'_, '_>, sites: &[Site], i: usize, board: &Board) -> Option<(Pieces, Find)> {
    let site = sites.get(i)?;
    if !site.word.is(CITING) || board.is_taken(site.verb) {
        return None;
    }
    let mut agent = None;
    let (speaker, as_at) = if site.passive {
        if s.is_word(site.units.end, atoms!["by"]) {
            agent = phrase::after(s, site.units.end + 1);
        }
        (site.subject.clone(), agent.as_ref().map_or(site.units.end, |n| n.end))
    } else {
        let speaker = phrase::after_with_appositive(s, site.units.end)?;
        let end = speaker.end + usize::from(s.tag(speaker.end) == Tag::Comma);
        (Some(speaker), end)
    };
    if !s.is_word(as_at, atoms!["as"]) || !s.is_word(as_at + 1, RELAYED) {
        return None;
    }
    let mut at = as_at + 2;
    let mut relay = if site.passive { agent } else { site.subject.clone() };
    if s.is_word(at, atoms!["by"]) {
        relay = phrase::after(s, at + 1);
        at = relay.as_ref().map_or(at, |n| n.end);
    }
    let mut said = site.clone();
    said.subject = speaker;
    said.shared = false;
    let tail = tail::read(s, &said, at);
    let mark = matches!(s.tag(tail.end), Tag::Comma | Tag::Colon | Tag::That);
    let start = tail.end + usize::from(mark);
    // “Q,” Lind was quoted by the agency as saying.
    let first = site.subject.as_ref().map_or(0, |n| n.start);
    let content = if start >= s.end() {
        said_before(s, first)?
    } else if s.tag(start) == Tag::Quoted && mark && s.tag(tail.end) != Tag::That {
        start..start + 1
    } else {
        start..content_end(s, start, Ending::default())
    };
    if content.is_empty() || !board.is_free(&content) {
        return None;
    }
    let pieces = only(content);
    let mut find = Find::of(s, &said, &tail, &pieces).by("chain.quoted_as", 90);
    find.cue = Some(s.tokens(site.named(s).start..as_at + 2))
        .filter(|_| site.passive && as_at == site.units.end)
        .or(Some(s.tokens(as_at..as_at + 2)));
    find.lemma = Cow::Borrowed("say");
    find.via = relay.into_iter().map(|n| s.tokens(n)).collect();
    Some((pieces, find))
}
