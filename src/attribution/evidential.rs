//! The court seemed to agree. The bank reportedly failed. Nobody says it, yet it is no fact of the writer’s.

use super::CueClass;
use super::board::{Board, Find};
use super::pieces::Pieces;
use crate::lexicon::{Class, Evidence};
use crate::quote::{Ending, Tag, View, content_end, phrase};
use crate::text::atoms;

/// "seemed to", "appears to": the subject and the infinitive are what is held to be so.
pub(super) fn seem(
    s: &View<'_, '_>,
    verb: usize,
    evidence: Evidence,
    board: &Board,
) -> Option<(Pieces, Find)> {
    if !complements(s, verb, evidence) || s.scope.inside.is_some() || board.is_taken(verb) {
        return None;
    }
    let mut from = verb;
    while from > 0 && matches!(s.tag_before(from), Tag::Adverb | Tag::Auxiliary | Tag::Negation) {
        from -= 1;
    }
    let subject = phrase::before(s, from).filter(|n| board.is_free(n));
    let ending = Ending { phrase: s.tag(verb + 1) != Tag::To, ..Ending::default() };
    let mut rest = verb + 1..content_end(s, verb + 1, ending);
    if ending.phrase {
        // "If that seems much - and it does - the owners say": an adjective reaches no further than its dash.
        rest.end = rest.clone().find(|i| s.tag(*i) == Tag::Dash).unwrap_or(rest.end);
    }
    let pieces: Pieces = subject.into_iter().chain(std::iter::once(rest)).collect();
    if pieces.iter().any(|p| p.is_empty() || !board.is_free(p)) {
        return None;
    }
    let find =
        Find::bare(s, &pieces, None, from..verb + 1, evidence.lemma, CueClass::Think).by("evidential", 44);
    Some((pieces, find))
}

/// Whether an infinitive or an adjective follows: "seems to agree", "seemed quite content", "appeared paralysed".
fn complements(s: &View<'_, '_>, verb: usize, evidence: Evidence) -> bool {
    let mut next = verb + 1;
    while next < verb + 3 && s.tag(next) == Tag::Adverb {
        next += 1;
    }
    match s.tag(next) {
        Tag::To => next == verb + 1,
        Tag::Noun | Tag::Participle => true,
        Tag::Verb => s.is(next, Class::VERB_PAST),
        Tag::Preposition | Tag::Subordinator => evidence.lemma == "seem" && s.is_word(next, atoms!["like"]),
        _ => false,
    }
}

/// The port reportedly lost a million: the clause around the adverb is what is said, by nobody in particular.
pub(super) fn hearsay(
    s: &View<'_, '_>,
    adverb: usize,
    evidence: Evidence,
    board: &Board,
) -> Option<(Pieces, Find)> {
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
    let pieces: Pieces = subject.into_iter().map(|n| n.start..adverb).chain(std::iter::once(rest)).collect();
    if pieces.iter().any(|p| p.is_empty() || !board.is_free(p)) || !s.has_verb(from..s.end()) {
        return None;
    }
    let find =
        Find::bare(s, &pieces, None, adverb..adverb + 1, evidence.lemma, CueClass::Say).by("hearsay", 50);
    Some((pieces, find))
}
