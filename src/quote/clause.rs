//! Clauses and sayings: whether one stands at a unit.

use super::phrase;
use super::tag::Tag;
use super::tagger::is_be;
use super::view::View;
use crate::lexicon::{Class, CueClass, CueWord, Frames};
use crate::text::atoms;

/// Units of a subject: longer ones are left to the sieves that need none.
pub(super) const SUBJECT_REACH: usize = 24;

/// Whether a cue verb without subject of its own stands at `at`: "and called the plan a mistake". `participle` says that
/// the saying before it is one.
pub(super) fn says_again(s: &View<'_, '_>, from: usize, at: usize, participle: bool) -> bool {
    let mut verb = at;
    while matches!(s.tag(verb), Tag::Adverb | Tag::Auxiliary | Tag::Negation) && verb < at + 4 {
        verb += 1;
    }
    // "it began in May and continued": verbs of going on say something only beside marks.
    let says = |cue: CueWord| {
        cue.frames.has(Frames::QUOTE) && (cue.frames.has(Frames::CLAUSE) || cue.frames.has(Frames::NOUN))
    };
    let speaks =
        |cue: CueWord| says(cue) || matches!(cue.class, CueClass::Ask | CueClass::Act | CueClass::Order);
    let reports = |cue: CueWord| {
        speaks(cue) || matches!(cue.class, CueClass::Say | CueClass::Write | CueClass::Ask | CueClass::Show)
    };
    // "come", "raised" without their particles say nothing.
    if s.cue(verb).is_some_and(|cue| cue.with_particle(|i| s.atom(verb + 1 + i)).is_none()) {
        return false;
    }
    match s.tag(verb) {
        // "has said she will stay and has voiced regret", "and described": a tense of its own.
        Tag::Verb if is_other_tense(s, from, verb) => s.cue(verb).is_some_and(reports),
        Tag::Verb => s.cue(verb).is_some_and(speaks),
        // "and has voiced regret", but not "and has been told to wait".
        Tag::Participle
            if s.is_word(at, atoms!["has", "have", "had"]) && !(at..verb).any(|i| is_be(s.atom(i))) =>
        {
            s.cue(verb).is_some_and(reports)
        }
        Tag::Ing => participle && s.cue(verb).is_some_and(reports),
        _ => false,
    }
}

/// Whether the inflected verb at `verb` cannot be joined to the first one of the content: "she wants a vote and
/// described".
fn is_other_tense(s: &View<'_, '_>, from: usize, verb: usize) -> bool {
    let first = (from..verb).find(|i| s.tag(*i).is_finite());
    let form = [Class::VERB_PAST, Class::VERB_S].into_iter().find(|form| s.is(verb, *form));
    form.is_some_and(|form| first.is_none_or(|first| s.tag(first) == Tag::Auxiliary || !s.is(first, form)))
}

/// Whether "Lind said", "the mayor told" stands at `at`.
pub(crate) fn speaker_says(s: &View<'_, '_>, at: usize) -> bool {
    let Some(subject) = phrase::after_with_appositive(s, at) else { return false };
    let mut verb = subject.end;
    while matches!(s.tag(verb), Tag::Comma | Tag::Adverb | Tag::Auxiliary) && verb < subject.end + 3 {
        verb += 1;
    }
    let speaks = |cue: CueWord| cue.frames.has(Frames::QUOTE) && cue.class == CueClass::Say;
    s.tag(verb) == Tag::Verb && s.cue(verb).is_some_and(speaks)
}

/// Whether a subject and its verb stand at `at`.
pub(crate) fn begins_clause(s: &View<'_, '_>, at: usize) -> bool {
    if is_contracted(s, at) {
        return true;
    }
    let Some(subject) = phrase::after(s, at) else { return false };
    let mut verb = subject.end;
    while s.tag(verb) == Tag::Adverb && verb < subject.end + 3 {
        verb += 1;
    }
    s.tag(verb).is_finite()
}

/// "they’re", "he’ll": a subject and its verb in one word.
fn is_contracted(s: &View<'_, '_>, at: usize) -> bool {
    s.tag(at) == Tag::Pronoun && s.word(at).contains(['\'', '’'])
}

/// Whether a clause stands at `at`, its subject as long as it may be: "the vote, along with two others, put".
pub(crate) fn holds_verb(s: &View<'_, '_>, at: usize) -> bool {
    let limit = s.end().min(at + SUBJECT_REACH);
    let mut i = at;
    while i < limit {
        match s.tag(i) {
            tag if tag.is_finite() => return i > at,
            _ if is_contracted(s, i) => return i == at,
            Tag::Pronoun if i > at => return false,
            Tag::Comma => {
                let close = (i + 1..limit).find(|c| matches!(s.tag(*c), Tag::Comma | Tag::Quoted));
                let Some(close) = close.filter(|c| s.tag(*c) == Tag::Comma && !s.has_verb(i + 1..*c)) else {
                    return false;
                };
                i = close;
            }
            Tag::Pronoun
            | Tag::Preposition
            | Tag::Adverb
            | Tag::Quoted
            | Tag::Conjunction
            | Tag::Negation => {}
            tag if tag.is_nominal() => {}
            _ => return false,
        }
        i += 1;
    }
    false
}
