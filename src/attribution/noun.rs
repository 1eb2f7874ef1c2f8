//! Lind’s claim that the plan is dead. The allegation that money was lost.

use std::ops::Range;

use super::CueClass;
use super::board::{Board, Find};
use super::pieces::{Pieces, only};
use super::site::governor;
use crate::lexicon::{Class, Evidence};
use crate::quote::{Ending, Tag, View, content_end, phrase};
use crate::text::atoms;

/// A noun that holds what was said, followed by "that".
pub(super) fn sieve(s: &View<'_, '_>, noun: usize, board: &Board) -> Option<(Pieces, Find)> {
    if s.tag(noun) != Tag::Noun || !s.is(noun, Class::CUE_NOUN) || board.is_taken(noun) {
        return None;
    }
    let that = (noun + 1..noun + 3).find(|i| s.tag(*i) == Tag::That)?;
    if that > noun + 1 && s.tag(noun + 1) != Tag::Comma || s.scope.inside.is_some() {
        return None;
    }
    let start = that + 1;
    // "the claim that was made": a relative clause.
    if s.tag(start).is_finite() {
        return None;
    }
    let ending = Ending { relative: true, ..Ending::default() };
    let content = start..content_end(s, start, ending);
    // "a claim that the army has denied": the claim is what is denied.
    let last = content.end - 1;
    let gap = s.cue(last).is_some_and(|cue| {
        cue.is(atoms!["deny", "reject", "dispute", "dismiss", "refute", "contest", "make"])
    });
    if gap || content.len() < 3 || !s.has_verb(content.clone()) || !board.is_free(&content) {
        return None;
    }
    let source = owner(s, noun);
    let pieces = only(content);
    let lemma = s.word(noun).to_lowercase();
    let find = Find::bare(s, &pieces, source, noun..noun + 1, lemma, CueClass::Noun).by("noun.that", 52);
    Some((pieces, find))
}

/// "Her opposition to the plan", "Lind’s refusal to sign": whose stand it is must be said.
pub(super) fn stand(
    s: &View<'_, '_>,
    noun: usize,
    evidence: Evidence,
    board: &Board,
) -> Option<(Pieces, Find)> {
    if s.tag(noun) != Tag::Noun || board.is_taken(noun) || s.scope.inside.is_some() {
        return None;
    }
    let source = possessor(s, noun)?;
    let infinitive = s.tag(noun + 1) == Tag::To;
    let start = noun + 1 + usize::from(!infinitive);
    let content = start..content_end(s, start, Ending { phrase: true, relative: true, ..Ending::default() });
    if content.len() < 2 || !board.is_free(&content) {
        return None;
    }
    let pieces = only(content);
    let find = Find::bare(s, &pieces, Some(source), noun..start, evidence.lemma, CueClass::Noun)
        .by("noun.stand", 40);
    Some((pieces, find))
}

/// Whose claim it is: "his", "Lind’s", "the claim by Lind".
fn owner(s: &View<'_, '_>, noun: usize) -> Option<Range<usize>> {
    if let Some(owner) = possessor(s, noun) {
        return Some(owner);
    }
    // "Lind backed a suggestion that": an indefinite claim is the subject's own; "the claim that" may be anyone's.
    let floor = noun.saturating_sub(5);
    let indefinite = (floor..noun).any(|i| s.is_word(i, atoms!["a", "an"]));
    indefinite.then(|| governor(s, noun)).flatten()
}

/// "his", "Lind’s" before the noun.
fn possessor(s: &View<'_, '_>, noun: usize) -> Option<Range<usize>> {
    let floor = noun.saturating_sub(5);
    for i in (floor..noun).rev() {
        if s.is_word(i, atoms!["his", "her", "their", "my", "our", "its"]) {
            return Some(i..i + 1);
        }
        if s.tag(i) == Tag::Possessive {
            return phrase::plain_before(s, i).map(|n| last_noun(s, n));
        }
        if !matches!(s.tag(i), Tag::Noun | Tag::Name | Tag::Adverb) {
            break;
        }
    }
    None
}

/// "the reasons behind the bank’s": the one before the genitive is the bank.
fn last_noun(s: &View<'_, '_>, phrase: Range<usize>) -> Range<usize> {
    let ties = |i: &usize| s.tag(*i) == Tag::Preposition && !s.is_word(*i, atoms!["of"]);
    let start = phrase.clone().rev().find(ties).map_or(phrase.start, |tie| tie + 1);
    start..phrase.end
}
