//! What says more of a noun between two commas or dashes: "Lind, the mayor of Ystad, said".

use std::ops::Range;

use super::before::plain_before;
use super::{MAX_SEGMENT, MAX_SEGMENTS};
use crate::lexicon::Class;
use crate::quote::{Tag, View};
use crate::text::atoms;

/// Units of a relative clause that keeps a name back.
const MAX_CLAUSE: usize = 12;

/// "Lind, the mayor of Ystad, said": from the name to the closing comma at `comma`.
pub(super) fn with_appositive(s: &View<'_, '_>, comma: usize) -> Option<Range<usize>> {
    let mut close = comma;
    let mut best = None;
    for _ in 0..MAX_SEGMENTS {
        let floor = close.saturating_sub(MAX_SEGMENT);
        let Some(open) = (floor..close).rev().find(|i| s.tag(*i) == Tag::Comma) else { break };
        // "…, where Lind, R-Ohio, said": a clause of its own.
        let clause = best.is_some() && s.is_word(open + 1, atoms!["where", "when"]);
        if clause || !is_appositive(s, open + 1..close) {
            break;
        }
        if let Some(head) = plain_before(s, open).filter(|h| !is_bare_pronoun(s, h)) {
            if best.is_some() && is_fronted(s, &head) {
                break;
            }
            // "The Post, citing two officials, reported": what it leans on is not its name.
            let cites = begins_saying(s, open + 1);
            let aside = close == open + 2 && matches!(s.tag(open + 1), Tag::Adverb | Tag::Subordinator);
            best = Some(if cites || aside && best.is_none() { head } else { head.start..comma });
        }
        close = open;
    }
    best
}

/// "On Thursday, Lind, the mayor, said", "In Oslo, Lind, …": a time or place that opens the sentence.
fn is_fronted(s: &View<'_, '_>, head: &Range<usize>) -> bool {
    s.tag_before(head.start) == Tag::Preposition || s.is(head.end - 1, Class::WEEKDAY | Class::MONTH)
}

/// "The firm, has said": a comma between subject and verb that should not be there.
pub(super) fn stray_comma(s: &View<'_, '_>, comma: usize) -> Option<Range<usize>> {
    plain_before(s, comma)
        .filter(|n| n.start == 0 && !is_bare_pronoun(s, n) && s.tag(comma + 1) == Tag::Auxiliary)
}

fn is_bare_pronoun(s: &View<'_, '_>, phrase: &Range<usize>) -> bool {
    phrase.len() == 1 && matches!(s.tag(phrase.start), Tag::Pronoun | Tag::Relative | Tag::That)
}

/// Whether the units between two commas say more of the noun before them.
pub(super) fn is_appositive(s: &View<'_, '_>, segment: Range<usize>) -> bool {
    let first = s.tag(segment.start);
    // "Holm, though, said": an aside.
    if segment.len() == 1 && s.is_word(segment.start, atoms!["though", "too", "meanwhile", "instead"]) {
        return true;
    }
    match first {
        Tag::Determiner | Tag::Number | Tag::Relative | Tag::Participle | Tag::Adverb | Tag::Ing => true,
        Tag::Noun => true,
        // "…, and chairman of the port".
        Tag::Conjunction => segment.len() > 2 && s.is(segment.start + 1, Class::SPEAKER_ROLE),
        Tag::Preposition => s.is_word(segment.start, atoms!["of", "in", "from", "at", "with", "for"]),
        Tag::Name => {
            // "President of …", "R-Ohio", "Lind’s campaign manager", "Foreign Secretary"; but not a second name.
            let tags = s.tags.get(segment.clone()).unwrap_or_default();
            let tied = tags.iter().any(|tag| matches!(tag, Tag::Preposition | Tag::Possessive));
            let last = segment.end - 1;
            let role = s.is(last, Class::SPEAKER_ROLE) || s.is(segment.start, Class::SPEAKER_ROLE);
            // "the two engineers, Ida Holm and Per Aro, said".
            let names = s.tag_before(segment.start.saturating_sub(1)) == Tag::Noun
                && tags.contains(&Tag::Conjunction);
            // "Holm, R-N.Y., said": the party and the state of an American politician.
            let party =
                s.is_word(segment.start, atoms!["r", "d", "i"]) && s.tag(segment.start + 1) == Tag::Hyphen;
            tied || names || party || segment.len() <= 2 || role || s.tag(last) == Tag::Noun
        }
        Tag::Verb => true,
        _ => false,
    }
}

/// The end of "who did not wish to be named" behind a noun: it tells why the noun is all that is told.
pub(super) fn unnamed(s: &View<'_, '_>, at: usize) -> Option<usize> {
    let limit = s.end().min(at + MAX_CLAUSE);
    let last = |i: &usize| s.is_word(*i, atoms!["named", "identified", "anonymity"]);
    let last = (at + 1..limit).find(last).filter(|_| s.is_word(at, atoms!["who"]))?;
    let ends = matches!(s.tag(last + 1), Tag::Comma | Tag::Stop | Tag::Close) || last + 1 >= s.end();
    ends.then_some(last + 1)
}

/// Whether a participle begins a saying of its own: "citing two officials"; but "speaking on condition of anonymity"
/// says who speaks.
pub(super) fn begins_saying(s: &View<'_, '_>, at: usize) -> bool {
    let unnamed = s.is_word(at, atoms!["speaking"]) && s.is_word(at + 2, atoms!["condition"]);
    s.tag(at) == Tag::Ing && s.is(at, Class::CUE) && !unnamed
}

/// "Lind — the mayor of Ystad — said".
pub(super) fn between_dashes(s: &View<'_, '_>, dash: usize) -> Option<Range<usize>> {
    let floor = dash.saturating_sub(MAX_SEGMENT);
    let open = (floor..dash).rev().find(|i| s.tag(*i) == Tag::Dash)?;
    let head = plain_before(s, open).filter(|h| !is_bare_pronoun(s, h))?;
    Some(head.start..dash)
}
