//! What only looks like a saying: "called the police", "a group called Dawn", "found themselves in court".

use std::ops::Range;

use super::CueClass;
use super::complement::named_by_relative;
use super::site::Site;
use crate::lexicon::{Class, Frames};
use crate::quote::{Tag, View, phrase};
use crate::text::{Atom, atoms};

/// Units in which the noun of an object is looked for: "a scoreless tenth *inning*".
const MAX_OBJECT: usize = 4;

/// What a pitcher pitches.
const PITCHED: &[Atom] = atoms![
    "inning", "innings", "scoreless", "perfect", "shutout", "relief", "hitter", "batters", "game", "games"
];

/// What people show on their faces and in what they do.
const SHOWN: &[Atom] = atoms!["emotion", "remorse", "mercy", "courage", "restraint", "patience", "respect"];

/// What strikes a coast or a town.
const FORCES: &[Atom] = atoms![
    "hurricane", "typhoon", "cyclone", "storm", "storms", "tornado", "tornadoes", "blizzard", "earthquake",
    "tsunami", "wave", "waves", "winds", "heat",
];

/// Keeps out what only looks like a saying.
pub(super) fn is_worth(s: &View<'_, '_>, site: &Site, start: usize, end: usize) -> bool {
    let words = end - start;
    // "urged restraint": of an order one word is enough.
    let orders = site.class == CueClass::Order;
    let speech = site.word.frames.has(Frames::QUOTE) && !orders;
    // "said so", "know it".
    let particle = particle(site);
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
        && !is_deed(s, site, start..end)
        && !is_noun(s, site, start)
        && !is_naming(s, site, start)
        && !is_reduced(s, site, start)
        && !is_call(s, site, start, end)
}

/// "took issue *with*": more of the cue stands behind its verb.
fn particle(site: &Site) -> bool {
    site.units.end > site.verb + 1
}

/// "pitched seven innings", "showed no emotion", "Hurricane Ada slammed the coast": done, not said.
fn is_deed(s: &View<'_, '_>, site: &Site, content: Range<usize>) -> bool {
    let any = |mut units: Range<usize>, words: &[Atom]| units.any(|i| s.is_word(i, words));
    let first = content.start..content.end.min(content.start + MAX_OBJECT);
    let force = || site.subject.clone().is_some_and(|subject| any(subject, FORCES));
    site.word.is(atoms!["pitch"]) && any(first.clone(), PITCHED)
        || site.word.is(atoms!["show"]) && any(first, SHOWN)
        || site.word.is(atoms!["slam", "blast"]) && force()
        // The vote reflected “a kind of fatigue”: it tells nothing.
        || site.word.is(atoms!["reflect"]) && s.tag(content.start) == Tag::Quoted
}

/// "Nordvik warning hits ships": at the head of a sentence a word in -ing before a verb is a noun.
fn is_noun(s: &View<'_, '_>, site: &Site, start: usize) -> bool {
    let opens = site.subject.as_ref().is_some_and(|n| n.start == 0 && n.end == site.units.start);
    opens && s.tag(site.units.start) == Tag::Ing && s.is(start, Class::VERB_S)
}

/// "called the police", "called a strike": who calls something says what it is.
fn is_call(s: &View<'_, '_>, site: &Site, start: usize, end: usize) -> bool {
    if !site.word.is(atoms!["call"]) || particle(site) || named_by_relative(s, site).is_some() {
        return false;
    }
    let object = phrase::after(s, start).filter(|n| n.start == start);
    let alone = |n: Range<usize>| {
        n.end >= end || matches!(s.tag(n.end), Tag::Preposition | Tag::Conjunction | Tag::To | Tag::Comma)
    };
    object.is_some_and(alone)
}

/// "The crew called the Reds was sent home": the phrase after the verb runs into the main one.
fn is_reduced(s: &View<'_, '_>, site: &Site, start: usize) -> bool {
    // "citing three people briefed on it": a participle in -ing is not taken for a passive one.
    let passive = s.tag(site.verb) != Tag::Ing && site.units.len() == 1;
    if !passive || site.word.frames.has(Frames::CLAUSE) || s.tag(start) == Tag::Pronoun {
        return false;
    }
    phrase::after(s, start).is_some_and(|n| n.start == start && s.tag(n.end).is_finite())
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
