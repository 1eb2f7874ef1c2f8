//! According to Lind, the plan is dead. The plan is dead, according to Lind.

use std::ops::Range;

use super::CueClass;
use super::board::{Board, Find};
use super::pieces::{Pieces, only};
use crate::lexicon::Class;
use crate::quote::{Ending, Tag, View, content_end, holds_verb, phrase};
use crate::text::atoms;

/// Units of a source whose end only a comma tells.
const MAX_SOURCE: usize = 12;

/// Units of a name behind an office: "her biographer, Ada Maria van Lind".
const MAX_NAME: usize = 5;

/// Units of what is told of it between two commas.
const MAX_TOLD: usize = 30;

/// "According to": first, in the middle, or last.
pub(super) fn sieve(s: &View<'_, '_>, at: usize, board: &Board) -> Option<(Pieces, Find)> {
    let source = long_source(s, at + 2).or_else(|| up_to_comma(s, at + 2))?;
    // "The paper has learned that, according to …": the content is still to come.
    let opens = at.checked_sub(1 + usize::from(s.tag_before(at) == Tag::Comma));
    let initial = opens.is_some_and(|o| matches!(s.tag(o), Tag::That | Tag::Semicolon))
        || (0..at).all(|i| matches!(s.tag(i), Tag::Conjunction | Tag::Adverb | Tag::Comma | Tag::Dash));
    let rest = source.end + usize::from(matches!(s.tag(source.end), Tag::Comma | Tag::Dash));
    let relative = relative_before(s, at).filter(|_| rest > source.end);
    let pieces = if let Some(word) = relative {
        Pieces::from([word, rest..content_end(s, rest, Ending { relative: true, ..Ending::default() })])
    } else if initial {
        let rest = after_told(s, rest);
        only(rest..content_end(s, rest, Ending::default()))
    } else {
        let mut left = opening(s, at)..at;
        while left.end > left.start && matches!(s.tag_before(left.end), Tag::Comma | Tag::Dash) {
            left.end -= 1;
        }
        // "It had a crane and, according to the port, two sheds": what "and" joins is still to come.
        let joins = s.tag_before(left.end) == Tag::Conjunction;
        let goes_on = rest > source.end && rest < s.end() && (joins || !s.has_verb(left.clone()));
        let mut pieces = only(left);
        if goes_on {
            pieces.push(rest..s.end());
        }
        pieces
    };
    if pieces.iter().any(|p| p.is_empty()) || !board.is_free(pieces.first()?) {
        return None;
    }
    let find = Find::bare(s, &pieces, Some(source), at..at + 2, "according to", CueClass::AccordingTo)
        .by("according_to", 70);
    Some((pieces, find))
}

/// The "which" of "policies which, according to the agency, have failed".
fn relative_before(s: &View<'_, '_>, at: usize) -> Option<Range<usize>> {
    let word = at.checked_sub(2).filter(|_| s.tag_before(at) == Tag::Comma)?;
    // "reported that, according to": no relative word.
    let names = s.tag_before(word).is_nominal() || s.tag_before(word) == Tag::Comma;
    (names && s.is_word(word, atoms!["which", "who", "that"])).then_some(word..word + 1)
}

/// Behind what is told of the source: "according to the agency, quoting state radio, the port was closed", "according to
/// the report, which came out in May, the port was closed".
fn after_told(s: &View<'_, '_>, rest: usize) -> usize {
    let limit = (rest + MAX_TOLD).min(s.end());
    let cites = s.tag(rest) == Tag::Ing && s.is_word(rest, atoms!["citing", "quoting"]);
    let told = cites || s.tag(rest) == Tag::Relative;
    let closes = |i: &usize| s.tag(*i) == Tag::Comma && holds_verb(s, i + 1);
    let close = (rest + 1..limit).find(closes).filter(|_| told);
    close.map_or(rest, |comma| comma + 1)
}

/// “Q,” the official said, according to the agency: through whom a saying is known that was found already.
pub(super) fn relay(s: &View<'_, '_>, at: usize, board: &mut Board) {
    let before = s.tokens(at..at + 1).start;
    let said = |f: &&mut Find| f.cue.as_ref().is_some_and(|cue| cue.end <= before) && f.via.is_empty();
    let Some(source) = long_source(s, at + 2).or_else(|| up_to_comma(s, at + 2)) else { return };
    if let Some(find) = board.finds.iter_mut().rev().find(said) {
        find.via.push(s.tokens(source));
    }
}

/// The source with its appositives: "a person familiar with the talks, who …".
fn long_source(s: &View<'_, '_>, from: usize) -> Option<Range<usize>> {
    let mut source = phrase::after(s, from)?;
    // "officials close to the talks who asked not to be named".
    while s.tag(source.end).is_nominal() {
        source.end += 1;
    }
    source.end = named(s, &source).unwrap_or(source.end);
    // "a survey conducted by the bank", "people who saw the letter".
    if matches!(s.tag(source.end), Tag::Verb | Tag::Participle | Tag::Relative | Tag::Ing) {
        let stops = |t: Tag| matches!(t, Tag::Comma | Tag::Stop | Tag::Dash | Tag::Conjunction);
        let limit = (source.end + 25).min(s.len());
        source.end = (source.end..limit).find(|i| stops(s.tag(*i))).unwrap_or(source.end);
    }
    Some(source)
}

/// "According to her biographer, Ada Lind, the book": the end of the name that stands between two commas behind an office.
fn named(s: &View<'_, '_>, source: &Range<usize>) -> Option<usize> {
    let office =
        s.is(source.end - 1, Class::SPEAKER_ROLE | Class::OCCUPATION) && s.tag(source.end) == Tag::Comma;
    let first = source.end + 1;
    let close = (first..first + MAX_NAME).find(|i| s.tag(*i) != Tag::Name).filter(|_| office)?;
    // "According to the mayor, Lind, Holm and Dahl left": a list begins.
    let list = (close + 1..s.end().min(close + MAX_NAME)).find(|i| s.tag(*i) != Tag::Name);
    let lists = s.tag(close + 1) == Tag::Name && list.is_some_and(|i| s.tag(i) == Tag::Conjunction);
    (close > first && s.tag(close) == Tag::Comma && !lists).then_some(close)
}

/// A source that no list of tags tells from a verb: "exit polls", "polling data", "him".
fn up_to_comma(s: &View<'_, '_>, from: usize) -> Option<Range<usize>> {
    let stops = |i: &usize| {
        matches!(s.tag(*i), Tag::Comma | Tag::Stop | Tag::Dash | Tag::Open | Tag::Close | Tag::Semicolon)
    };
    let limit = (from + MAX_SOURCE).min(s.end());
    let end = (from..limit).find(stops).or((limit == s.end()).then_some(limit))?;
    (end > from).then_some(from..end)
}

/// The first unit of the clause that ends before `at`.
fn opening(s: &View<'_, '_>, at: usize) -> usize {
    let mut from = 0;
    while matches!(s.tag(from), Tag::Conjunction | Tag::Dash | Tag::Comma) && from < at {
        from += 1;
    }
    from
}
