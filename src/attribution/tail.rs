//! What may stand between a verb of saying and what was said: the hearer, the medium, the time.
//!
//! "told reporters in Oslo on Monday that …", "said in a statement: “…”".

use std::ops::Range;

use super::site::Site;
use crate::lexicon::{Class, Frames};
use crate::quote::{Tag, View, phrase};
use crate::text::{Atom, atoms};

/// Phrases between the verb and the content.
const MAX_PHRASES: usize = 4;

/// Units of what tells more of a medium: "taped in Oslo before the storm".
const MAX_TOLD: usize = 10;

/// What follows a cue, as units.
#[derive(Clone, Debug, Default)]
pub(super) struct Tail {
    /// The first unit behind it.
    pub(super) end: usize,
    pub(super) addressee: Option<Range<usize>>,
    pub(super) medium: Option<Range<usize>>,
    pub(super) time: Option<Range<usize>>,
}

/// Reads the tail of `site` from unit `from` on.
pub(super) fn read(s: &View<'_, '_>, site: &Site, from: usize) -> Tail {
    let mut tail = Tail { end: from, ..Tail::default() };
    if site.word.frames.has(Frames::HEARER) && site.verb + 1 == site.units.end {
        hearer(s, &mut tail);
    }
    for _ in 0..MAX_PHRASES {
        if !(time(s, &mut tail) || adverb(s, &mut tail) || prepositional(s, &mut tail)) {
            break;
        }
    }
    if let Some(that) = after_aside(s, from, tail.end) {
        tail.end = that;
    }
    tail
}

/// The "that" behind an aside: "said in Ystad, Sweden, that", "explains, in a dry tone, that", "said — on his blog — that".
fn after_aside(s: &View<'_, '_>, verb: usize, at: usize) -> Option<usize> {
    let mark = s.tag(at);
    let opens = mark == Tag::Dash || mark == Tag::Comma && (at > verb || s.tag(at + 1) == Tag::Preposition);
    if !opens {
        return None;
    }
    let limit = (at + 12).min(s.len());
    let closing = |i: &usize| s.tag(*i) == mark && s.tag(i + 1) == Tag::That;
    (at + 1..limit).find(closing).map(|mark| mark + 1)
}

/// "told reporters", "asked the crowd".
fn hearer(s: &View<'_, '_>, tail: &mut Tail) {
    if let Some(mut phrase) = phrase::short_after(s, tail.end) {
        phrase.end += usize::from(is_show(s, phrase.end));
        // "told the crowd he was ill": the pronoun begins the content.
        if s.tag(phrase.start) == Tag::Pronoun && s.has_verb(phrase.end..phrase.end + 1) {
            return;
        }
        // "told Anna Lind, the mayor of Ystad, that".
        let appositive = s.tag(phrase.end) == Tag::Comma && s.tag(phrase.end + 1) != Tag::Quoted;
        let limit = if appositive { (phrase.end + 25).min(s.len()) } else { 0 };
        // "urged Anna Lind, the mayor of Ystad, to".
        let orders = |i: usize| s.tag(i) == Tag::To && !s.has_verb(phrase.end..i);
        let closing = |i: &usize| s.tag(*i) == Tag::Comma && (s.tag(i + 1) == Tag::That || orders(i + 1));
        tail.end = (phrase.end + 1..limit).find(closing).map_or(phrase.end, |comma| comma + 1);
        tail.addressee = Some(phrase);
    }
}

/// "Monday", "on Monday", "yesterday", "last week", "earlier this month".
fn time(s: &View<'_, '_>, tail: &mut Tail) -> bool {
    let from = tail.end;
    let mut at = from;
    if s.tag(at) == Tag::Preposition && s.is_word(at, atoms!["on", "in", "at", "since", "earlier", "late"]) {
        at += 1;
    }
    let first = at;
    if !s.is(first, Class::CALENDAR | Class::WEEKDAY | Class::MONTH) {
        return false;
    }
    while s.is(at, Class::WEEKDAY | Class::MONTH)
        || s.is_word(
            at,
            atoms![
                "last", "this", "next", "earlier", "late", "later", "early", "yesterday", "today", "tonight"
            ],
        )
        || (at > first && s.is_word(at, TIMES))
        || (at > first && s.tag(at) == Tag::Number)
    {
        at += 1;
    }
    // "said this is": what only points at a time is none.
    let noun = at > first && !s.is_word(at - 1, atoms!["last", "this", "next", "early", "late"]);
    // "said Monday’s storm brought hail": whose storm it was is said.
    let owns = s.tag(at) == Tag::Possessive;
    if !noun || owns || (first > from && !(s.is(first, Class::WEEKDAY | Class::MONTH))) {
        return false;
    }
    tail.time = Some(first..at);
    tail.end = at;
    true
}

const TIMES: &[Atom] = atoms![
    "week", "month", "year", "morning", "afternoon", "evening", "night", "weekend", "day", "summer", "fall",
    "spring", "winter",
];

fn adverb(s: &View<'_, '_>, tail: &mut Tail) -> bool {
    if s.tag(tail.end) == Tag::Adverb
        && !s.is_word(
            tail.end,
            atoms!["there", "here", "now", "more", "most", "much", "just", "even", "not", "less"],
        )
    {
        tail.end += 1;
        return true;
    }
    // "said, however, that", "added, though, that".
    let aside = s.tag(tail.end + 1) == Tag::Adverb || s.is_word(tail.end + 1, atoms!["though", "too"]);
    if s.tag(tail.end) == Tag::Comma && aside && s.tag(tail.end + 2) == Tag::Comma {
        tail.end += 3;
        return true;
    }
    false
}

/// "in a statement", "at a rally in Oslo", "during an interview with the BBC", "to reporters", "of the plan".
fn prepositional(s: &View<'_, '_>, tail: &mut Tail) -> bool {
    let from = tail.end;
    if s.tag(from) == Tag::Comma {
        // "said, in a statement, that".
        return false;
    }
    if s.tag(from) != Tag::Preposition || s.is_word(from, atoms!["about", "like", "as", "than"]) {
        return false;
    }
    let Some(mut to) = medium_end(s, from + 1) else { return false };
    let medium = s.is(to - 1, Class::MEDIUM);
    while s.tag(to) == Tag::Preposition
        && s.is_word(to, atoms!["with", "of", "in", "to", "on", "for", "from", "at", "by"])
    {
        match phrase::core_after(s, to + 1) {
            // "in a statement on Monday": the day is read next.
            _ if s.is(to + 1, Class::WEEKDAY | Class::MONTH) => break,
            Some(end) => to = end,
            None => break,
        }
    }
    let show = is_show(s, to);
    // "said on the show “Sea Talk” that", "said in an interview taped before the storm that".
    to = named_or_told(s, to).unwrap_or(to + usize::from(show));
    if s.is_word(from, atoms!["to"]) {
        tail.addressee = Some(from + 1..to);
    } else if medium || show || (s.is_word(from, atoms!["on", "via"]) && s.tag(to - 1) == Tag::Name) {
        tail.medium.get_or_insert(from..to);
    }
    tail.end = to;
    true
}

/// The "that" behind what tells more of a medium: its name, or when it was recorded.
fn named_or_told(s: &View<'_, '_>, at: usize) -> Option<usize> {
    if s.tag(at) == Tag::Quoted {
        return (s.tag(at + 1) == Tag::That).then_some(at + 1);
    }
    let limit = s.end().min(at + MAX_TOLD);
    let tells = s.tag(at) == Tag::Verb && s.is(at, Class::VERB_PAST) || s.tag(at) == Tag::Participle;
    let that = (at + 1..limit).find(|i| s.tag(*i) == Tag::That).filter(|_| tells)?;
    let plain = |i: usize| s.tag(i).is_nominal() || matches!(s.tag(i), Tag::Preposition | Tag::Adverb);
    (at + 1..that).all(plain).then_some(that)
}

/// "said on the BBC’s “Breakfast” that", "told Channel 4’s “News at Noon” he": a stretch that names what the owner shows.
fn is_show(s: &View<'_, '_>, at: usize) -> bool {
    let owned =
        s.tag(at) == Tag::Quoted && matches!(s.tag_before(at), Tag::Possessive | Tag::Noun | Tag::Name);
    let ends = s.tag_before(at) == Tag::Possessive && matches!(s.tag(at + 1), Tag::Comma | Tag::Stop);
    owned && (ends || matches!(s.tag(at + 1), Tag::That | Tag::Pronoun))
}

/// The end of the phrase after the preposition. "In a statement Lind called": a medium noun ends it where a
/// capital follows, because the name begins the content.
fn medium_end(s: &View<'_, '_>, from: usize) -> Option<usize> {
    let end = phrase::core_after(s, from)?;
    let stop =
        (from..end).find(|i| s.is(*i, Class::MEDIUM) && s.tag(*i) == Tag::Noun && s.tag(i + 1) == Tag::Name);
    Some(stop.map_or(end, |i| i + 1))
}
