//! Lind said (that) the plan was dead. Lind called the plan “dead”. Lind vowed to fight on.

use std::ops::Range;

use super::board::{Board, Find};
use super::complement::{self, Complement};
use super::pieces::{Pieces, only};
use super::site::Site;
use super::tail;
use super::worth::is_worth;
use super::{CueClass, Polarity};
use crate::lexicon::Frames;
use crate::quote::{Tag, View, content_end};
use crate::text::atoms;

/// What follows the verb, with or without marks in it.
pub(super) fn sieve(s: &View<'_, '_>, sites: &[Site], i: usize, board: &Board) -> Option<(Pieces, Find)> {
    let site = sites.get(i)?;
    let within = board.is_taken(site.verb) || s.scope.inside.is_some();
    if site.passive || site.subject.is_none() || within && !nests(s, site) || site.is_purpose(s) {
        return None;
    }
    // "Do you support the mayor?": the reader is asked.
    let asked = !speaks(site) && site.subject.as_ref().is_some_and(|n| s.is_word(n.start, atoms!["you"]));
    if asked {
        return None;
    }
    // "Three people briefed on the plan": they were told, they do not speak.
    let hears = site.word.frames.has(Frames::HEARER) && !site.word.frames.has(Frames::QUOTE);
    if hears && site.units.end > site.verb + 1 {
        return None;
    }
    let tail = tail::read(s, site, site.units.end);
    let (start, tail) = complement::start(s, site, tail)?;
    // "Reporting from Oslo, Lind said", "Writing in the Post, Lind called": where and in what, and nothing that is said.
    let sets = site.units.start == 0 && s.tag(0) == Tag::Ing && s.tag(start) == Tag::Preposition;
    if sets && s.is_word(start, atoms!["from", "in", "on", "for", "at"]) {
        return None;
    }
    let ending = complement::ending(s, site, start);
    let end = content_end(s, start, ending);
    if end <= start || !is_worth(s, site, start, end) {
        return None;
    }
    // "The engineers say the tests confirm a leak": inside another's content only what fills a clause.
    if within && (thinks(site) && s.tag(start) == Tag::To || ending.phrase) {
        return None;
    }
    let mut pieces = only(start..end);
    let before = complement::named_by_relative(s, site).or_else(|| condition(s, site));
    if let Some(word) = before.filter(|piece| board.is_free(piece)) {
        pieces.push_front(word);
    }
    // "reported that, according to the firm, …": that may be kept already, and stands inside.
    let relays = s.is_word(start, atoms!["according"]);
    if !board.is_taken(site.verb) && !board.is_free(&(start..end)) && !relays {
        return None;
    }
    let holds_marks = (start..end).any(|i| s.tag(i) == Tag::Quoted);
    let rule = match site.class {
        CueClass::Say | CueClass::Write => "clause.say",
        CueClass::Ask | CueClass::Order => "clause.ask",
        CueClass::Show => "clause.show",
        _ => "clause.attitude",
    };
    let ordered = tail.addressee.as_ref().is_some_and(|a| a.start == start);
    let percent = percent(site, complement::of(s, start, ordered, ending), holds_marks);
    let find = Find::of(s, site, &tail, &pieces).by(rule, percent);
    Some((pieces, find))
}

/// The share of such finds that annotators mark with the same edges, as counted on PolNeAR. Marks inside a content show
/// where it ends; what is named by a noun phrase alone is marked half of the time.
fn percent(site: &Site, complement: Complement, marks: bool) -> u8 {
    match (complement, site.class) {
        (Complement::Clause, _) if marks => 83,
        (_, CueClass::Say | CueClass::Write | CueClass::Act) if marks => 74,
        (Complement::Question, CueClass::Ask | CueClass::Order) => 84,
        (Complement::Clause, CueClass::Say | CueClass::Write) => 72,
        (Complement::Clause, _) => 65,
        (Complement::Phrase, _) => 51,
        (Complement::Question, _) => 48,
        (Complement::Infinitive, _) => 46,
    }
}

/// "If it rains, Lind said the roof would leak": the condition belongs to what is said.
fn condition(s: &View<'_, '_>, site: &Site) -> Option<Range<usize>> {
    let opens = s.is_word(0, atoms!["if", "unless"]) && !site.shared;
    let comma = site.start().checked_sub(1).filter(|c| s.tag(*c) == Tag::Comma)?;
    (opens && speaks(site) && s.has_verb(0..comma)).then_some(0..comma)
}

fn speaks(site: &Site) -> bool {
    matches!(site.class, CueClass::Say | CueClass::Write)
}

/// Whether a saying inside another's content is reported on its own: plain speech only.
fn nests(s: &View<'_, '_>, site: &Site) -> bool {
    let speech = if s.scope.inside.is_some() {
        // Inside marks people say what others said; everything else they merely mean.
        site.word.is(atoms!["say", "tell", "ask", "write", "add", "report"])
    } else {
        matches!(site.class, CueClass::Say | CueClass::Write) && site.word.frames.has(Frames::QUOTE)
            || thinks(site)
    };
    let unreal = (site.units.start..site.verb)
        .any(|i| s.is_word(i, atoms!["would", "could", "will", "may", "might", "should", "can", "must"]));
    let person = |subject: &Range<usize>| {
        !s.is_word(subject.start, atoms!["i", "i'll", "you", "we", "it", "that", "which"])
    };
    speech
        && !unreal
        && !site.shared
        && site.verb + 1 == site.units.end
        && site.polarity != Polarity::Declined
        && site.subject.as_ref().is_some_and(person)
}

/// "Lind said she believes that it will rain": a thought told by another, where it fills a clause.
fn thinks(site: &Site) -> bool {
    site.class == CueClass::Think && site.word.frames.has(Frames::QUOTE)
        || site.word.is(atoms!["hope", "fear", "suspect", "doubt"])
}
