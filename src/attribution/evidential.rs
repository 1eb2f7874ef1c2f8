//! The court seemed to agree. The bank reportedly failed. Nobody says it, yet it is no fact of the writer’s.

use std::ops::Range;

use super::CueClass;
use super::board::{Board, Find};
use crate::lexicon::Evidence;
use crate::quote::{Ending, Tag, View, content_end, phrase};

/// "seemed to", "appears to": the subject and the infinitive are what is held to be so.
pub(super) fn seem(
    s: &View<'_, '_>,
    verb: usize,
    evidence: Evidence,
    board: &Board,
) -> Option<(Vec<Range<usize>>, Find)> {
    if s.tag(verb + 1) != Tag::To || s.scope.inside.is_some() || board.is_taken(verb) {
        return None;
    }
    let mut from = verb;
    while from > 0 && matches!(s.tag_before(from), Tag::Adverb | Tag::Auxiliary | Tag::Negation) {
        from -= 1;
    }
    let subject = phrase::before(s, from).filter(|n| board.is_free(n));
    let rest = verb + 1..content_end(s, verb + 1, Ending::default());
    let pieces: Vec<_> = subject.into_iter().chain(std::iter::once(rest)).collect();
    if pieces.iter().any(|p| p.is_empty() || !board.is_free(p)) {
        return None;
    }
    let find =
        Find::bare(s, &pieces, None, from..verb + 1, evidence.lemma, CueClass::Think).by("evidential", 44);
    Some((pieces, find))
}

/// The port reportedly lost a million: the clause around the adverb is what is said, by nobody in particular.
pub(super) fn hearsay(
    s: &View<'_, '_>,
    adverb: usize,
    evidence: Evidence,
    board: &Board,
) -> Option<(Vec<Range<usize>>, Find)> {
    if s.scope.inside.is_some() || board.is_taken(adverb) {
        return None;
    }
    let mut from = adverb;
    while from > 0 && matches!(s.tag_before(from), Tag::Adverb | Tag::Auxiliary | Tag::Negation) {
        from -= 1;
    }
    let subject = phrase::before(s, from);
    let start = adverb + 1 + usize::from(s.tag(adverb + 1) == Tag::Comma);
    let rest = start..content_end(s, start, Ending { relative: true, ..Ending::default() });
    let pieces: Vec<_> = subject.into_iter().map(|n| n.start..adverb).chain(std::iter::once(rest)).collect();
    if pieces.iter().any(|p| p.is_empty() || !board.is_free(p)) || !s.has_verb(from..s.end()) {
        return None;
    }
    let find =
        Find::bare(s, &pieces, None, adverb..adverb + 1, evidence.lemma, CueClass::Say).by("hearsay", 50);
    Some((pieces, find))
}
