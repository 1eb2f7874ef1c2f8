//! The court seemed to agree. The bank is expected to act. Nobody says it, yet it is no fact of the writer’s.

use std::ops::Range;

use super::board::{Board, Find};
use super::{CueClass, Polarity};
use crate::quote::{Ending, Tag, View, content_end, phrase};

/// Verbs of seeming before an infinitive, with their dictionary form.
const SEEMING: &[(&str, &str)] = &[
    ("seem", "seem"),
    ("seems", "seem"),
    ("seemed", "seem"),
    ("appear", "appear"),
    ("appears", "appear"),
    ("appeared", "appear"),
];

/// "seemed to", "appears to": the subject and the infinitive are what is held to be so.
pub(super) fn sieve(s: &View<'_, '_>, verb: usize, board: &Board) -> Option<(Vec<Range<usize>>, Find)> {
    let lemma = SEEMING.iter().find(|(form, _)| s.is_word(verb, &[form])).map(|(_, lemma)| *lemma)?;
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
    let find = Find {
        pieces: pieces.iter().map(|p| s.tokens(p.clone())).collect(),
        source: None,
        shared: false,
        cue: Some(s.tokens(from..verb + 1)),
        lemma: lemma.to_owned(),
        class: CueClass::Think,
        polarity: Polarity::Affirmed,
        addressee: None,
        medium: None,
        time: None,
        via: Vec::new(),
        cited: Vec::new(),
        inside: s.scope.inside,
        part: s.scope.part,
        rule: "evidential",
        percent: 40,
    };
    Some((pieces, find))
}
