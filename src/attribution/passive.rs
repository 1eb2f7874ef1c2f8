//! It was announced that the bank would close. Lind was accused of fraud. The plan was backed by two ministers.

use std::ops::Range;

use super::board::{Board, Find};
use super::pieces::{Pieces, only};
use super::site::Site;
use super::{CueClass, Polarity, tail};
use crate::lexicon::Frames;
use crate::quote::{Ending, Tag, View, begins_clause, content_end, is_be, phrase};
use crate::text::atoms;

/// A saying whose speaker follows with "by", or is not named: what is said of the subject belongs to the content.
pub(super) fn sieve(s: &View<'_, '_>, sites: &[Site], i: usize, board: &Board) -> Option<(Pieces, Find)> {
    let site = sites.get(i)?;
    let be = (site.units.start..site.verb).any(|i| is_be(s.atom(i)));
    if !site.passive
        || !be
        || site.word.is(atoms!["intend", "suppose", "hear", "go", "swear"])
        || board.is_taken(site.verb)
        || !s.tag(site.units.start).is_finite()
    {
        return None;
    }
    let mut at = site.units.end;
    let mut agent = None;
    if s.is_word(at, atoms!["by"]) {
        agent = phrase::after(s, at + 1);
        at = agent.as_ref().map_or(at, |a| a.end);
    }
    let mut site = site.clone();
    let subject = std::mem::replace(&mut site.subject, agent);
    let complement = complement(s, &site, at);
    let limit = complement.filter(|_| site.subject.is_none()).and_then(|start| agent_behind(s, start));
    if let Some(by) = limit {
        site.subject = phrase::after_with_appositive(s, by + 1);
    }
    let tail = tail::read(s, &site, at);
    let pieces = if let Some(start) = clause(s, &site, tail.end) {
        only(start..content_end(s, start, Ending::default()))
    } else if let Some(start) = complement {
        let ending = Ending { phrase: s.tag(start) != Tag::To, ..Ending::default() };
        let end = limit.unwrap_or_else(|| content_end(s, start, ending));
        Pieces::from([subject.filter(|n| board.is_free(n))?, start..end])
    } else if site.subject.is_some() && is_stand(&site) {
        only(subject?)
    } else {
        return None;
    };
    if pieces.iter().any(|p| p.is_empty() || !board.is_free(p)) {
        return None;
    }
    site.polarity = Polarity::Affirmed;
    let find = Find::of(s, &site, &tail, &pieces).by("passive", 52);
    Some((pieces, find))
}

/// Where the clause that is told begins: "it was said that | …", "she was told by the guard | the door was shut".
fn clause(s: &View<'_, '_>, site: &Site, at: usize) -> Option<usize> {
    if !site.word.frames.has(Frames::CLAUSE) {
        return None;
    }
    let bare = site.subject.is_some() && begins_clause(s, at);
    if s.tag(at) == Tag::That { Some(at + 1) } else { bare.then_some(at) }
}

/// "was called “a fool” by Lind", "was accused of fraud by two banks": the "by" of an agent at the end of its clause,
/// behind a complement that is a noun phrase.
fn agent_behind(s: &View<'_, '_>, start: usize) -> Option<usize> {
    if s.tag(start) == Tag::To {
        return None;
    }
    let first = start + usize::from(s.tag(start) == Tag::Preposition);
    let from = if s.tag(first) == Tag::Quoted { first + 1 } else { phrase::core_after(s, first)? };
    let ends = |agent: &Range<usize>| {
        agent.end >= s.end() || matches!(s.tag(agent.end), Tag::Comma | Tag::Semicolon)
    };
    let by = Some(from).filter(|by| s.is_word(*by, atoms!["by"]))?;
    phrase::after_with_appositive(s, by + 1).filter(ends).map(|_| by)
}

/// Where the complement of the passive begins: "to act", "as a friend", "of fraud".
fn complement(s: &View<'_, '_>, site: &Site, at: usize) -> Option<usize> {
    match s.tag(at) {
        // "She was told to leave": an order of nobody.
        Tag::To => (!site.word.frames.has(Frames::HEARER) || site.subject.is_some()).then_some(at),
        // "Was quoted as saying" is a chain.
        Tag::Preposition if s.is_word(at, atoms!["as"]) => (s.tag(at + 1) != Tag::Ing).then_some(at),
        // "was treated for a burn": some verbs take a stand by "as" alone.
        Tag::Preposition if is_stand(site) && !judges_by_as(site) && s.is_word(at, atoms!["of", "for"]) => {
            Some(at + usize::from(s.is_word(at, atoms!["of"])))
        }
        // "was deemed unsafe", "is considered a risk".
        tag if tag.is_nominal() || matches!(tag, Tag::Quoted | Tag::Adverb) => {
            let judges =
                site.word.is(atoms!["consider", "deem", "judge", "brand", "label", "term", "declare"]);
            // "was called a liar by his aunt", but "the dish is called gul".
            let called = site.word.is(atoms!["call"]) && agent_behind(s, at).is_some();
            (judges || called).then_some(at)
        }
        _ => None,
    }
}

fn judges_by_as(site: &Site) -> bool {
    let frames = site.word.frames;
    frames.has(Frames::AS) && !frames.has(Frames::NOUN)
}

/// A verb of a stand taken; "was meant to", "was supposed to" are none.
fn is_stand(site: &Site) -> bool {
    matches!(site.class, CueClass::Act | CueClass::Think | CueClass::Say | CueClass::Write)
}
