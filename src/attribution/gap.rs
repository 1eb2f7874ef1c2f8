//! The tax, which Lind said was unfair, will stay. The speaker stands inside a relative clause: what is said
//! is the relative word and the clause without its subject.

use std::ops::Range;

use super::CueClass;
use super::board::{Board, Find};
use super::pieces::Pieces;
use super::site::Site;
use super::tail;
use crate::lexicon::Frames;
use crate::quote::{Ending, Tag, View, content_end, phrase};
use crate::text::atoms;

/// "which Lind said was unfair", "a tax the mayor says is unfair".
pub(super) fn sieve(s: &View<'_, '_>, sites: &[Site], i: usize, board: &Board) -> Option<(Pieces, Find)> {
    let site = sites.get(i)?;
    let speech = matches!(site.class, CueClass::Say | CueClass::Write) || site.word.is(atoms!["believe"]);
    if !speech
        || s.scope.inside.is_some()
        || !site.word.frames.has(Frames::CLAUSE)
        || site.passive
        || site.shared
        || site.units.end != site.verb + 1
        || site.is_relative(s)
        || board.is_taken(site.verb)
    {
        return None;
    }
    let chatter = |n: &Range<usize>| s.is_word(n.start, atoms!["i", "you", "we", "it"]);
    let subject = site.subject.clone().filter(|n| !chatter(n))?;
    let tail = tail::read(s, site, site.units.end);
    if !s.tag(tail.end).is_finite() {
        return None;
    }
    let head = relative_word(s, subject.start).or_else(|| bare_head(s, &subject))?;
    let rest = tail.end..content_end(s, tail.end, Ending { relative: true, ..Ending::default() });
    let pieces = Pieces::from([head, rest]);
    if pieces.iter().any(|p| p.is_empty() || !board.is_free(p)) {
        return None;
    }
    let find = Find::of(s, site, &tail, &pieces).by("clause.gap", 68);
    Some((pieces, find))
}

/// The "which", "that", "who", "what" just before a subject.
pub(super) fn relative_word(s: &View<'_, '_>, at: usize) -> Option<Range<usize>> {
    let mut word = at.checked_sub(1)?;
    if matches!(s.tag(word), Tag::Comma | Tag::Adverb) {
        word = word.checked_sub(1)?;
    }
    // "the case on which Lind ruled" lacks no subject; "he heard that Lind called" opens a clause.
    let before = s.tag_before(word);
    let relative = s.is_word(word, atoms!["which", "who", "whom", "what"]) && before != Tag::Preposition
        || s.is_word(word, atoms!["what"])
        || s.is_word(word, atoms!["that"])
            && (before.is_nominal() || s.tag_before(word.saturating_sub(1)) == Tag::Dash);
    relative.then_some(word..word + 1)
}

/// The noun of a relative clause without its word: "a tax the mayor says is unfair".
fn bare_head(s: &View<'_, '_>, subject: &Range<usize>) -> Option<Range<usize>> {
    let starts = matches!(s.tag(subject.start), Tag::Determiner | Tag::Pronoun | Tag::Name);
    let head = phrase::plain_before(s, subject.start).filter(|_| starts)?;
    matches!(s.tag(head.start), Tag::Determiner | Tag::Noun).then_some(head)
}
