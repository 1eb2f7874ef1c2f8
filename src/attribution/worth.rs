//! What only looks like a saying: "called the police", "a group called Dawn", "found themselves in court".

use std::ops::Range;

use super::CueClass;
use super::complement::named_by_relative;
use super::site::Site;
use crate::lexicon::{Class, Frames};
use crate::quote::{Tag, View, phrase};
use crate::text::atoms;

/// Keeps out what only looks like a saying.
pub(super) fn is_worth(s: &View<'_, '_>, site: &Site, start: usize, end: usize) -> bool {
    let words = end - start;
    // "urged restraint": of an order one word is enough.
    let orders = site.class == CueClass::Order;
    let speech = site.word.frames.has(Frames::QUOTE) && !orders;
    // "said so", "know it".
    let particle = site.units.end > site.verb + 1;
    // "found themselves in court": nothing is shown.
    let reflexive = site.class == CueClass::Show
        && s.is_word(start, atoms!["himself", "herself", "itself", "themselves"]);
    // "said yes", "citing officials".
    let answers = s.is_word(start, atoms!["no", "yes"]);
    let cites = site.word.is(atoms!["cite", "quote"]) && s.is(start, Class::GROUP | Class::SPEAKER_ROLE);
    let short = words <= 1
        && !(particle || answers || cites)
        && s.tag(start) != Tag::Quoted
        && (speech || !orders && s.tag(start) != Tag::Name);
    // "disclosed this in a statement": the word points at what was told before.
    let points = speech && s.is_word(start, atoms!["this"]) && s.tag(start + 1) == Tag::Preposition;
    // "who requested anonymity": a condition of the talk, and no part of it.
    let unnamed = s.is_word(start, atoms!["anonymity"]);
    // "The bench was hearing a plea": it sits, and has heard of nothing.
    let sits =
        site.word.is(atoms!["hear"]) && s.tag(site.verb) == Tag::Ing && s.tag_before(start) != Tag::That;
    !short
        && !unnamed
        && !reflexive
        && !points
        && !sits
        && !is_naming(s, site, start)
        && !is_reduced(s, site, start)
        && !is_call(s, site, start, end)
}

/// "called the police", "called a strike": who calls something says what it is.
fn is_call(s: &View<'_, '_>, site: &Site, start: usize, end: usize) -> bool {
    let bare = site.word.is(atoms!["call"]) && site.units.len() == 1 && named_by_relative(s, site).is_none();
    let object = phrase::after(s, start).filter(|n| bare && n.start == start);
    let alone = |n: Range<usize>| {
        n.end >= end || matches!(s.tag(n.end), Tag::Preposition | Tag::Conjunction | Tag::To | Tag::Comma)
    };
    object.is_some_and(alone)
}

/// "The crew called the Reds was sent home": the phrase after the verb runs into the main one.
fn is_reduced(s: &View<'_, '_>, site: &Site, start: usize) -> bool {
    let object = phrase::after(s, start).filter(|n| n.start == start);
    let main = object.is_some_and(|n| s.tag(n.end).is_finite());
    // "citing three people briefed on it": a participle in -ing is not taken for a passive one.
    main && s.tag(site.verb) != Tag::Ing
        && !site.word.frames.has(Frames::CLAUSE)
        && site.units.len() == 1
        && s.tag(start) != Tag::Pronoun
}

/// "a group called Dawn", "a boat named Ida": a name is given, nothing is said.
fn is_naming(s: &View<'_, '_>, site: &Site, start: usize) -> bool {
    let named = matches!(s.tag(start), Tag::Name | Tag::Quoted) && site.word.is(atoms!["call", "name"]);
    let indefinite = |n: &Range<usize>| {
        s.is_word(n.start, atoms!["a", "an", "one", "another"])
            || !s.is_word(n.end - 1, atoms!["it"]) && s.tag(n.end - 1) == Tag::Noun
    };
    named && site.units.len() == 1 && site.subject.as_ref().is_some_and(indefinite)
}
