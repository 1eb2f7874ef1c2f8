//! Lind: ‘We will win’. MINISTER: Roads Are Safe. Reports: plan ‘is dead’.
//!
//! In headlines and transcripts a colon stands for the verb. Labels look the same ("Exclusive: …"), so the
//! words before it must name somebody, or a document that speaks.

use std::ops::Range;

use super::CueClass;
use super::board::{Board, Find};
use super::pieces::{Pieces, only};
use crate::lexicon::Class;
use crate::quote::{Tag, View};
use crate::text::{Atom, atoms};

/// Offices that headlines abbreviate.
const SHORT_ROLES: &[Atom] = atoms!["cm", "cops", "docs", "fm", "govt", "mp", "mps", "pm", "potus"];

/// Units of a speaker before a colon.
const MAX_SPEAKER: usize = 7;

/// A speaker, a colon, and what was said, at the start of a line.
pub(super) fn sieve(s: &View<'_, '_>, board: &Board) -> Option<(Pieces, Find)> {
    if !s.scope.first || s.scope.inside.is_some() {
        return None;
    }
    let colon = (1..=MAX_SPEAKER).find(|i| s.tag(*i) == Tag::Colon)?;
    let from = usize::from(s.is_word(0, atoms!["from"]));
    let quoted = s.tag(colon + 1) == Tag::Quoted;
    let content = colon + 1..s.end();
    if content.len() < 4 && !quoted
        || from >= colon
        || judges(s, colon + 1)
        || !quoted && is_country(s, from..colon)
        || !speaks(s, from..colon, quoted)
        || !board.is_free(&content)
    {
        return None;
    }
    let pieces = only(content);
    let percent = if quoted { 90 } else { 60 };
    let find = Find::bare(s, &pieces, Some(from..colon), colon..colon + 1, ":", CueClass::Colon)
        .by("colon.before", percent);
    Some((pieces, find))
}

/// "Holm: Made two fine saves", "Holm: Never found the ball": a player is given marks.
fn judges(s: &View<'_, '_>, from: usize) -> bool {
    let verb = from + usize::from(matches!(s.tag(from), Tag::Adverb | Tag::Negation));
    s.is(verb, Class::VERB_PAST)
}

/// "Kenya: Doctors call off strike": the country that a headline is filed under.
fn is_country(s: &View<'_, '_>, words: Range<usize>) -> bool {
    let tokens = s.tokens(words);
    let at = s.doc.hits.partition_point(|hit| (hit.start as usize) < tokens.start);
    let hit =
        s.doc.hits.get(at).filter(|hit| hit.start as usize == tokens.start && hit.end as usize == tokens.end);
    let country =
        |hit| s.doc.gazetteer.surfaces(hit).iter().any(|surface| s.doc.gazetteer.class(surface) == "country");
    hit.copied().is_some_and(country)
}

/// Whether the words before the colon name a speaker.
fn speaks(s: &View<'_, '_>, words: Range<usize>, quoted: bool) -> bool {
    let nominal = |i: usize| {
        s.tag(i).is_nominal()
            || (s.tag(i) == Tag::Preposition && i > words.start)
            || s.is_word(i, atoms!["and"])
    };
    // "Transcript: the minister on fog" tells what follows, not who speaks.
    if !words.clone().all(nominal) || s.is_word(words.start, atoms!["transcript"]) {
        return false;
    }
    let last = words.end - 1;
    let person = Class::GIVEN_F | Class::GIVEN_M | Class::SURNAME;
    let role = Class::SPEAKER_ROLE | Class::GROUP | Class::DOCUMENT;
    let named = s.is(last, person) && !s.is(last, Class::COMMON);
    let known = words.clone().any(|i| s.is(i, role) || s.is_word(i, SHORT_ROLES))
        || s.is(words.start, person) && s.is(last, person);
    named || known || (quoted && s.tag(last) == Tag::Name && words.len() <= 3)
}
