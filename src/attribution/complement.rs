//! What fills the place of the content behind a verb: a clause, a question, an infinitive, a noun phrase.

use std::ops::Range;

use super::gap;
use super::site::Site;
use super::tail::Tail;
use crate::lexicon::{Class, Frames};
use crate::quote::{Ending, Tag, View, begins_clause, holds_verb, phrase, speaker_says};
use crate::text::atoms;

/// What fills the place of the content: the surer its form, the surer the find.
#[derive(Clone, Copy)]
pub(super) enum Complement {
    /// "said that it rained".
    Clause,
    /// "asked whether it rained".
    Question,
    /// "vowed to stay", "urged them to stay".
    Infinitive,
    /// "criticised the plan", "called for calm".
    Phrase,
}

/// What begins at `start`; `ordered` says whether the hearer of an order does.
pub(super) fn of(s: &View<'_, '_>, start: usize, ordered: bool, ending: Ending) -> Complement {
    match s.tag(start) {
        Tag::To => Complement::Infinitive,
        _ if ordered => Complement::Infinitive,
        Tag::Relative | Tag::Subordinator if asks(s, start) => Complement::Question,
        _ if ending.phrase => Complement::Phrase,
        _ => Complement::Clause,
    }
}

/// "what officials called a crime", "a rule which he calls a farce": the relative word is what is named.
pub(super) fn named_by_relative(s: &View<'_, '_>, site: &Site) -> Option<Range<usize>> {
    let names = site.word.is(atoms!["call", "describe", "label", "dub", "brand"]);
    if !names || site.shared || site.is_relative(s) {
        return None;
    }
    gap::relative_word(s, site.subject.as_ref()?.start)
}

/// What bears on the end of a content that begins at `start`.
pub(super) fn ending(s: &View<'_, '_>, site: &Site, start: usize) -> Ending {
    let first = site.start();
    let before = first.checked_sub(1);
    let joins = |i| {
        s.tag(i) == Tag::Subordinator || s.is_word(i, atoms!["as", "after", "before", "since", "despite"])
    };
    let opener = joins(0) && first <= 25 || before.is_some_and(joins);
    let subordinate = opener && !s.has_verb(0..first);
    let phrase = !s.tag_before(start).eq(&Tag::That)
        && !matches!(s.tag(start), Tag::To | Tag::Relative | Tag::Subordinator)
        && (site.word.frames.has(Frames::NOUN)
            || site.word.frames.has(Frames::AS)
            || site.units.end > site.verb + 1)
        && (!site.word.frames.has(Frames::CLAUSE) || !holds_verb(s, start));
    let participle = s.tag(site.units.start) == Tag::Ing;
    // "A study documenting the loss has shown": the participle belongs to the subject of another verb.
    let reduced = participle && (s.tag_before(first).is_nominal() || s.tag_before(first) == Tag::Pronoun);
    // "Lind, noting that it was late, left": so does one between its commas.
    let aside = participle && first > 1 && s.tag_before(first) == Tag::Comma && !s.has_verb(0..first);
    // "The minister, whose party says it will wait, left".
    let owned = before.is_some_and(|i| s.is_word(i, atoms!["whose"]));
    Ending {
        relative: site.is_relative(s) || owned || reduced || aside && !phrase,
        subordinate,
        phrase,
        participle,
    }
}

/// Where the content begins: "that" left out, infinitive and question words kept.
pub(super) fn start(s: &View<'_, '_>, site: &Site, tail: Tail) -> Option<(usize, Tail)> {
    let frames = site.word.frames;
    let at = tail.end;
    let clause = frames.has(Frames::CLAUSE);
    // Without the phrases of the tail: "called on the regime", "criticised at length the plan".
    let bare = site.units.end;
    match s.tag(at) {
        // "thinks that is wrong": a pronoun, the subject of the clause.
        Tag::That if clause && s.tag(at + 1) == Tag::Auxiliary => return Some((at, tail)),
        // "said that, as the road was wet, …".
        Tag::That if clause => return Some((at + 1 + usize::from(s.tag(at + 1) == Tag::Comma), tail)),
        Tag::To if frames.has(Frames::INFINITIVE) && tail.addressee.is_none() => return Some((at, tail)),
        Tag::To if frames.has(Frames::HEARER) => {
            // "urged leaders to end the war": whom it is for belongs to the content of an order.
            let start = tail.addressee.as_ref().map_or(at, |a| a.start);
            return Some((start, tail));
        }
        Tag::Relative | Tag::Subordinator if (clause || frames.has(Frames::QUESTION)) && asks(s, at) => {
            return Some((at, tail));
        }
        // "said although it was late, they met".
        Tag::Subordinator if clause && s.has_verb(at..s.end()) => return Some((at, tail)),
        Tag::Quoted if clause || frames.has(Frames::NOUN) => return Some((at, tail)),
        // "The sign reads “keep off the grass” and":
        Tag::Quoted if frames.has(Frames::QUOTE) && is_sentence_long(s, at) => return Some((at, tail)),
        // "As Lind said in May, the plan is dead".
        Tag::Comma if clause && as_clause(s, site) => return Some((at + 1, tail)),
        // "said, win or lose, she would stay": what is set between commas belongs to the content.
        Tag::Comma if clause && at == bare && opens_with_aside(s, at) => return Some((at + 1, tail)),
        // "estimated that by May", "said in 2010, prices fell": the phrase belongs to the content.
        Tag::Comma if clause && at > bare && tail.addressee.is_none() && opens_content(s, bare, at) => {
            return Some((bare, tail));
        }
        Tag::Comma | Tag::Colon | Tag::Stop | Tag::Dash | Tag::Semicolon | Tag::Conjunction => {
            let phrase = frames.has(Frames::NOUN) && tail.end > bare && tail.addressee.is_some();
            if phrase && frames.has(Frames::HEARER) {
                // "urged restraint": what follows is no hearer.
                return Some((bare, Tail { addressee: None, ..tail }));
            }
            return None;
        }
        _ => {}
    }
    let strong = site.word.is(atoms!["say", "tell", "add", "note", "believe", "think"]);
    if clause
        && !is_main_verb_next(s, site, at)
        && (holds_verb(s, at) || begins_clause(s, at) || strong && holds_clause(s, at))
    {
        return Some((at, tail));
    }
    if frames.has(Frames::NOUN) {
        let start = if tail.addressee.is_some() { bare } else { at };
        if begins_phrase(s, start) {
            return Some((start, tail));
        }
    }
    // "saw the move as a threat", "which he described as a threat".
    let named = s.is_word(at, atoms!["as"]) && named_by_relative(s, site).is_some();
    if named || frames.has(Frames::AS) && takes_for(s, at) {
        return Some((at, tail));
    }
    if !site.word.is(atoms!["go"])
        && site.units.len() > 1
        && s.tag(bare - 1) == Tag::Preposition
        && begins_phrase(s, bare)
    {
        return Some((bare, tail));
    }
    None
}

/// "the move as a threat": a noun phrase and what it is taken for.
fn takes_for(s: &View<'_, '_>, at: usize) -> bool {
    let object = phrase::after(s, at);
    object.is_some_and(|n| s.is_word(n.end, atoms!["as"]) && !begins_clause(s, n.end + 1))
}

/// Whether an aside between commas, and then a clause, follow the comma: ", if elected, she would stay".
fn opens_with_aside(s: &View<'_, '_>, comma: usize) -> bool {
    let limit = (comma + 14).min(s.end());
    let closing = (comma + 1..limit).find(|i| s.tag(*i) == Tag::Comma);
    let turns = matches!(s.tag(comma + 1), Tag::Conjunction | Tag::Relative | Tag::Ing | Tag::That);
    let bare = (comma + 1..limit).all(|i| s.tag(i) != Tag::Quoted);
    !turns && bare && closing.is_some_and(|c| begins_clause(s, c + 1) && !speaker_says(s, c + 1))
}

/// Whether a stretch is longer than a borrowed term.
fn is_sentence_long(s: &View<'_, '_>, at: usize) -> bool {
    s.stretch(at).is_some_and(|stretch| stretch.inner.len() > 3)
}

/// "People who saw the fire said": the verb after the phrase is the main one.
fn is_main_verb_next(s: &View<'_, '_>, site: &Site, at: usize) -> bool {
    if !site.is_relative(s) || s.tag_before(site.start()) == Tag::Comma {
        return false;
    }
    let says = |i: usize| s.tag(i) == Tag::Verb && s.cue(i).is_some_and(|c| c.frames.has(Frames::QUOTE));
    phrase::after(s, at).is_some_and(|n| says(n.end))
}

/// Whether the phrase between verb and comma begins what is said: neither medium nor adverb, and a clause
/// follows it.
fn opens_content(s: &View<'_, '_>, from: usize, comma: usize) -> bool {
    let medium = (from..comma).any(|i| s.is(i, Class::MEDIUM));
    s.tag(from) == Tag::Preposition && !medium && begins_clause(s, comma + 1)
}

/// Whether the saying is introduced by "as" at the start of a clause.
fn as_clause(s: &View<'_, '_>, site: &Site) -> bool {
    let first = site.start();
    let Some(word) = first.checked_sub(1).filter(|w| s.is_word(*w, atoms!["as"])) else { return false };
    matches!(s.tag_before(word), Tag::Stop | Tag::Comma | Tag::Conjunction | Tag::Adverb)
}

fn asks(s: &View<'_, '_>, at: usize) -> bool {
    s.is_word(at, atoms!["whether", "if", "how", "why", "what", "who", "where", "when", "which"])
}

/// Whether a clause with a verb of its own begins at `at`.
fn holds_clause(s: &View<'_, '_>, at: usize) -> bool {
    let stops = |i: &usize| matches!(s.tag(*i), Tag::Stop | Tag::Semicolon | Tag::Dash | Tag::Colon);
    let limit = (at..s.end().min(at + 40)).find(stops).unwrap_or_else(|| s.end().min(at + 40));
    let quoted = (at..limit).any(|i| s.tag(i) == Tag::Quoted);
    begins_phrase(s, at) && (quoted || s.has_verb(at..limit))
}

fn begins_phrase(s: &View<'_, '_>, at: usize) -> bool {
    let tag = s.tag(at);
    tag.is_nominal()
        || matches!(
            tag,
            Tag::Pronoun | Tag::Object | Tag::Quoted | Tag::That | Tag::Ing | Tag::Adverb | Tag::Relative
        )
}
