//! Phrases that begin behind a verb: "said | the mayor of Ystad".

use std::ops::Range;

use super::appositive::{begins_saying, is_appositive, unnamed};
use super::{MAX_BRACKETS, MAX_POSTMODIFIERS, MAX_SEGMENT, MAX_SEGMENTS, TIES};
use crate::lexicon::Class;
use crate::quote::{Tag, View};
use crate::text::atoms;

/// The noun phrase that begins at unit `start`, with its prepositional phrases.
pub(crate) fn after(s: &View<'_, '_>, start: usize) -> Option<Range<usize>> {
    if matches!(s.tag(start), Tag::Pronoun | Tag::Object) {
        return Some(start..start + 1);
    }
    let mut to = core_after(s, start)?;
    for _ in 0..MAX_POSTMODIFIERS {
        to = brackets_after(s, to);
        // "said Mayor Lind | on Friday", but "a report on Friday".
        let when =
            s.is_word(to, atoms!["on"]) && s.is(to + 1, Class::WEEKDAY) && s.tag_before(to) == Tag::Name;
        let tie = s.tag(to) == Tag::Preposition && s.is_word(to, TIES) && !when;
        match core_after(s, to + 1) {
            Some(end) if tie => to = end,
            _ => break,
        }
    }
    to = brackets_after(s, to);
    if s.tag(to) == Tag::Conjunction && s.is_word(to, atoms!["and"]) {
        to = core_after(s, to + 1).map_or(to, |end| brackets_after(s, end));
    }
    Some(start..to)
}

/// Steps over brackets at `at`: "the commissioner | (traffic) | of the port".
fn brackets_after(s: &View<'_, '_>, at: usize) -> usize {
    if s.tag(at) != Tag::Open {
        return at;
    }
    (at..(at + MAX_BRACKETS).min(s.len())).find(|i| s.tag(*i) == Tag::Close).map_or(at, |close| close + 1)
}

/// The noun phrase that begins at unit `start`, with "of" alone: "told the head of the council in Oslo".
pub(crate) fn short_after(s: &View<'_, '_>, start: usize) -> Option<Range<usize>> {
    if matches!(s.tag(start), Tag::Pronoun | Tag::Object) {
        return Some(start..start + 1);
    }
    let mut to = core_after(s, start)?;
    while s.is_word(to, atoms!["of", "and"]) {
        match core_after(s, to + 1) {
            Some(end) => to = end,
            None => break,
        }
    }
    Some(start..to)
}

/// The end of the run of nominal units at `start`: a second determiner begins another phrase.
pub(crate) fn core_after(s: &View<'_, '_>, start: usize) -> Option<usize> {
    let mut to = start;
    let mut noun = false;
    loop {
        let tag = s.tag(to);
        let nickname =
            tag == Tag::Quoted && to > start && s.tag(to - 1) == Tag::Name && s.tag(to + 1) == Tag::Name;
        if !(tag.is_nominal() || nickname) || (tag == Tag::Determiner && to > start && noun) {
            break;
        }
        noun |= matches!(tag, Tag::Noun | Tag::Name | Tag::Number);
        to += 1;
    }
    (noun && to <= s.len()).then_some(to)
}

/// A noun phrase after the verb with its appositives: "said Anna Lind, the mayor of Ystad."
pub(crate) fn after_with_appositive(s: &View<'_, '_>, start: usize) -> Option<Range<usize>> {
    let head = after(s, start)?;
    let mut to = unnamed(s, head.end).unwrap_or(head.end);
    for _ in 0..MAX_SEGMENTS {
        if s.tag(to) != Tag::Comma {
            break;
        }
        let limit = (to + 1 + MAX_SEGMENT).min(s.len());
        let stops = |t: Tag| {
            matches!(t, Tag::Comma | Tag::Stop | Tag::Quoted | Tag::Colon | Tag::Semicolon | Tag::Dash)
        };
        let opens = |i: usize| (to + 1..i).any(|at| s.tag(at) == Tag::Open);
        let outer = |i: usize| s.tag(i) == Tag::Close && !opens(i);
        let close = (to + 1..limit).find(|i| stops(s.tag(*i)) || outer(*i)).unwrap_or(limit);
        let closed = matches!(s.tag(close), Tag::Comma | Tag::Stop | Tag::Close) || close == s.len();
        // "said the Post, citing two officials": another saying.
        if !closed
            || begins_saying(s, to + 1)
            || close == to + 1
            || !is_appositive(s, to + 1..close)
            || s.tag(to + 1) == Tag::Adverb
        {
            break;
        }
        to = close;
    }
    Some(head.start..to)
}
