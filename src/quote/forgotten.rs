//! A closing mark that somebody forgot before the speaker: “The storm took the mast, Holm said.
//!
//! A mark that never closes would take its speaker in. Where the open stretch holds, at the end of a sentence, a
//! comma with a speaker and a verb of saying behind it, the quote ends with the comma.

use std::ops::Range;

use crate::doc::Doc;
use crate::lexicon::{Class, CueClass, Frames, cue};
use crate::text::{Shape, atoms};

/// Words of a speaker and a verb: "the harbour master Ida Holm said".
const MAX_WORDS: usize = 7;

/// The token after the comma that a closing mark should follow, within the tokens of an open stretch.
pub(super) fn closing(doc: &Doc<'_>, open: Range<usize>) -> Option<usize> {
    let breaks = |i: &usize| doc.tokens.shape(*i) == Some(Shape::Comma);
    open.clone().filter(breaks).map(|comma| comma + 1).find(|from| says(doc, *from..open.end))
}

/// Whether nothing but a speaker and a verb of saying, in either order, stands up to the end of the sentence.
fn says(doc: &Doc<'_>, rest: Range<usize>) -> bool {
    let limit = rest.end.min(rest.start.saturating_add(MAX_WORDS).saturating_add(1));
    let stop = (rest.start..limit).find(|i| doc.tokens.shape(*i) == Some(Shape::Stop));
    let Some(end) = stop.or((limit == rest.end).then_some(limit)) else { return false };
    let Some(last) = end.checked_sub(1).filter(|last| *last > rest.start) else { return false };
    match (is_saying(doc, last), is_saying(doc, rest.start)) {
        (true, _) => is_speaker(doc, rest.start..last),
        (false, true) => is_speaker(doc, rest.start + 1..end),
        _ => false,
    }
}

fn is_saying(doc: &Doc<'_>, i: usize) -> bool {
    let inflected = doc.is(i, Class::CUE) && doc.is(i, Class::VERB_PAST | Class::VERB_S);
    inflected
        && cue(doc.word(i)).is_some_and(|cue| cue.class == CueClass::Say && cue.frames.has(Frames::QUOTE))
}

/// "Holm", "she", "the harbour master", "Judge Ida Holm".
fn is_speaker(doc: &Doc<'_>, words: Range<usize>) -> bool {
    let pronoun = words.len() == 1 && atoms!["he", "she", "they"].contains(&doc.tokens.atom(words.start));
    let definite = atoms!["the", "a", "an"].contains(&doc.tokens.atom(words.start));
    let named = |i: usize| {
        let shape = doc.tokens.shape(i);
        shape.is_some_and(Shape::is_capital) || definite && shape.is_some_and(Shape::is_word)
    };
    pronoun || words.len() > usize::from(definite) && words.clone().all(named)
}
