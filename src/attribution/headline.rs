//! Holm on the cup: ‘We will be back’. ‘We will be back’: Holm after the cup. Crew ‘ignored alarm’, court hears.
//!
//! Headlines leave the verb out, or name those who heard instead of the one who spoke.

use std::ops::Range;

use super::CueClass;
use super::board::{Board, Find};
use super::pieces::{Pieces, only};
use crate::lexicon::Class;
use crate::quote::{Tag, View, phrase};
use crate::segment::PartKind;
use crate::text::{Atom, atoms};

/// Those who hear in headlines: what is said before them is a charge or a plea of somebody not named.
const HEARERS: &[Atom] = atoms![
    "court", "hearing", "inquest", "inquiry", "jury", "mps", "panel", "parliament", "trial", "tribunal"
];

/// Whether the sentence opens a headline.
pub(super) fn is_one(s: &View<'_, '_>) -> bool {
    let large = |kind| matches!(kind, PartKind::Headline | PartKind::Dek | PartKind::Heading);
    let opens = s.scope.first && s.scope.inside.is_none();
    opens && s.doc.parts.get(s.scope.part).is_some_and(|part| large(part.kind))
}

/// A headline with its quote before or behind the one who says it.
pub(super) fn sieve(s: &View<'_, '_>, board: &Board) -> Option<(Pieces, Find)> {
    let (pieces, find) = subject_first(s).or_else(|| quote_first(s)).or_else(|| heard(s))?;
    pieces.iter().all(|p| board.is_free(p)).then_some((pieces, find))
}

/// Holm on the cup: ‘We will be back’.
fn subject_first(s: &View<'_, '_>) -> Option<(Pieces, Find)> {
    let on = (1..6).find(|i| s.is_word(*i, atoms!["on"]))?;
    let colon = (on + 1..s.len()).find(|i| s.tag(*i) == Tag::Colon)?;
    let speaks = is_speaker(s, 0..on) && s.tag(colon + 1) == Tag::Quoted;
    speaks.then(|| by_colon(s, colon + 1..colon + 2, 0..on, colon))
}

/// ‘We will be back’: Holm after the cup.
fn quote_first(s: &View<'_, '_>) -> Option<(Pieces, Find)> {
    if s.tag(0) != Tag::Quoted || !matches!(s.tag(1), Tag::Colon | Tag::Dash) {
        return None;
    }
    let source = 2..phrase::core_after(s, 2)?;
    is_speaker(s, source.clone()).then(|| by_colon(s, 0..1, source, 1))
}

fn by_colon(s: &View<'_, '_>, content: Range<usize>, source: Range<usize>, colon: usize) -> (Pieces, Find) {
    let pieces = only(content);
    let find = Find::bare(s, &pieces, Some(source), colon..colon + 1, ":", CueClass::Colon);
    (pieces, find.by("headline.colon", 85))
}

/// Crew ‘ignored alarm’, court hears.
fn heard(s: &View<'_, '_>) -> Option<(Pieces, Find)> {
    let verb = s.end().checked_sub(1).filter(|v| s.is_word(*v, atoms!["hears", "heard", "told"]))?;
    let hearer = verb.checked_sub(1).filter(|h| s.is_word(*h, HEARERS))?;
    let comma = hearer.checked_sub(1).filter(|c| s.tag(*c) == Tag::Comma && *c > 1)?;
    let pieces = only(0..comma);
    let mut find = Find::bare(s, &pieces, None, verb..verb + 1, "hear", CueClass::Say);
    find.addressee = Some(s.tokens(hearer..verb));
    Some((pieces, find.by("headline.heard", 80)))
}

/// A name, an office, a group of people: the head of a headline's phrase.
fn is_speaker(s: &View<'_, '_>, words: Range<usize>) -> bool {
    let person = Class::GIVEN_F | Class::GIVEN_M | Class::SURNAME;
    let role = Class::SPEAKER_ROLE | Class::GROUP | Class::OCCUPATION;
    let nominal = words.clone().all(|i| s.tag(i).is_nominal());
    nominal && words.last().is_some_and(|last| s.is(last, person | role))
}
