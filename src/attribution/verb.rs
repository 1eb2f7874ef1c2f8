//! “Q,” Lind surmised. Any verb can follow a quote that ends with a comma.

use std::ops::Range;

use super::CueClass;
use super::after::{ends_speech, left_content, quoted_before, relays};
use super::board::{Board, Find};
use super::site::Site;
use crate::lexicon::Class;
use crate::quote::{Tag, View, phrase};

/// A speaker and a verb of no list after a marked quote.
pub(super) fn sieve(
    s: &View<'_, '_>,
    sites: &[Site],
    quoted: usize,
    board: &Board,
) -> Option<(Vec<Range<usize>>, Find)> {
    if s.tag(quoted) != Tag::Quoted || board.is_taken(quoted) || !ends_speech(s, quoted) {
        return None;
    }
    let from = quoted + 1 + usize::from(s.tag(quoted + 1) == Tag::Comma);
    let source = phrase::after_with_appositive(s, from)?;
    let mut verb = source.end;
    while matches!(s.tag(verb), Tag::Comma | Tag::Adverb) && verb < source.end + 2 {
        verb += 1;
    }
    // A verb that the lists do not know was taken for a noun, and so for a part of the phrase.
    let verb = if s.tag(verb) == Tag::Verb { verb } else { source.end.checked_sub(1)? };
    let past = s.word(verb).ends_with("ed") || s.is(verb, Class::VERB_PAST);
    let source = source.start..verb;
    if quoted_before(s, source.start) != Some(quoted)
        || source.is_empty()
        || !past
        || s.tag(source.start) == Tag::Determiner && source.len() < 2
    {
        return None;
    }
    let piece = left_content(s, sites, quoted);
    if relays(s, sites, &piece) || !board.is_free(&piece) {
        return None;
    }
    let pieces: Vec<Range<usize>> = std::iter::once(piece).collect();
    let lemma = s.word(verb).to_lowercase();
    let find =
        Find::bare(s, &pieces, Some(source), verb..verb + 1, &lemma, CueClass::Say).by("quote.verb", 50);
    Some((pieces, find))
}
