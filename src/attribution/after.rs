//! “Q,” Lind said. “Q,” said Lind, the mayor. “Q,” she said. “More of it.”

use std::ops::Range;

use super::board::{Board, Find};
use super::pieces::{Pieces, only};
use super::site::Site;
use super::tail::{self, Tail};
use crate::lexicon::Frames;
use crate::quote::{Tag, View, begins_clause, phrase};
use crate::text::{Shape, atoms};

/// Words of the name of a show or a column.
const MAX_NAME: usize = 5;

/// The marked quote before speaker and verb, or before verb and speaker.
pub(super) fn sieve(s: &View<'_, '_>, sites: &[Site], i: usize, board: &Board) -> Option<(Pieces, Find)> {
    let site = sites.get(i)?;
    if !site.word.frames.has(Frames::QUOTE) || site.passive {
        return None;
    }
    let (quoted, site, from) = match inverted(s, site) {
        Some(found) => found,
        None => straight(s, site)?,
    };
    if !ends_speech(s, quoted) {
        return None;
    }
    let piece = left_content(s, sites, quoted);
    if relays(s, sites, &piece) || !board.is_free(&piece) {
        return None;
    }
    let tail = tail::read(s, &site, from);
    if piece.len() > 1 && content_follows(s, &site, &tail) || is_show(s, quoted) && tail.end < s.end() {
        return None;
    }
    let mut pieces = only(piece);
    resumed(s, sites, i, tail.end)
        .or_else(|| goes_on(s, tail.end))
        .into_iter()
        .for_each(|more| pieces.push(more));
    let find = Find::of(s, &site, &tail, &pieces).by("quote.after", 96);
    Some((pieces, find))
}

/// “Q,” Lind said.
fn straight(s: &View<'_, '_>, site: &Site) -> Option<(usize, Site, usize)> {
    if site.shared || site.is_relative(s) {
        return None;
    }
    let subject = site.subject.as_ref()?.start;
    if let Some(quoted) = quoted_before(s, subject) {
        return Some((quoted, site.clone(), site.units.end));
    }
    // “You cannot eat promises,” as Lind put it.
    let tie = subject.checked_sub(1).filter(|tie| s.is_word(*tie, atoms!["as"]))?;
    let quoted = quoted_before(s, tie).filter(|quoted| *quoted == 0)?;
    Some((quoted, site.clone(), site.units.end))
}

/// “Q,” said Lind, the mayor. “Q,” said in a statement.
fn inverted(s: &View<'_, '_>, site: &Site) -> Option<(usize, Site, usize)> {
    // “Q,” adding that: a participle begins something new.
    if s.tag(site.units.start) == Tag::Ing {
        return None;
    }
    // the author of “Cold Harbour,” said she was tired: the pronoun begins what is said.
    let next = site.units.end;
    if s.tag(next) == Tag::Pronoun && s.tag(next + 1).is_finite() {
        return None;
    }
    let quoted = quoted_before(s, site.units.start)?;
    let mut site = site.clone();
    site.subject = phrase::after_with_appositive(s, site.units.end);
    site.shared = false;
    let from = site.subject.as_ref().map_or(site.units.end, |subject| subject.end);
    Some((quoted, site, from))
}

/// The stretch that ends just before unit `at`, a comma or dash aside.
pub(super) fn quoted_before(s: &View<'_, '_>, at: usize) -> Option<usize> {
    let mut last = at.checked_sub(1)?;
    if matches!(s.tag(last), Tag::Comma | Tag::Dash) {
        last = last.checked_sub(1)?;
    }
    (s.tag(last) == Tag::Quoted).then_some(last)
}

/// Whether the stretch ends as speech does before its speaker: with a comma, a stop or a break.
pub(super) fn ends_speech(s: &View<'_, '_>, quoted: usize) -> bool {
    let Some(stretch) = s.stretch(quoted) else { return false };
    let last = stretch.inner.end.saturating_sub(1);
    let inside = s.doc.tokens.as_slice().get(last).is_some_and(|t| {
        use crate::text::Shape::{Apostrophe, Comma, Dash, Hyphen, Quote, Stop};
        matches!(t.shape, Comma | Stop | Dash | Hyphen | Quote | Apostrophe)
    });
    inside || matches!(s.tag(quoted + 1), Tag::Comma | Tag::Dash)
}

/// The content that ends with the stretch: the stretch alone, or the clause that it closes.
pub(super) fn left_content(s: &View<'_, '_>, sites: &[Site], quoted: usize) -> Range<usize> {
    let mut start = 0;
    while matches!(s.tag(start), Tag::Conjunction | Tag::Adverb | Tag::Dash | Tag::Comma) && start < quoted {
        start += 1;
    }
    let colon = (start..quoted).any(|i| matches!(s.tag(i), Tag::Colon)) || s.tag_before(quoted) == Tag::Open;
    let speaks = |site: &&Site| site.word.frames.has(Frames::QUOTE) && s.tag(site.verb) == Tag::Verb;
    let other =
        sites.iter().filter(speaks).any(|site| (start..quoted).contains(&site.verb) && !site.is_relative(s));
    let alone = start == quoted || colon || other || !joins_clause(s, start..quoted);
    if alone { quoted..quoted + 1 } else { start..quoted + 1 }
}

/// Whether the words before a stretch and the stretch make one clause: the words hold a verb, or the
/// stretch goes on in small letters.
fn joins_clause(s: &View<'_, '_>, before: Range<usize>) -> bool {
    let begins_small = s
        .stretch(before.end)
        .is_some_and(|stretch| s.doc.tokens.str(stretch.inner.start).starts_with(char::is_lowercase));
    begins_small || !matches!(s.tag_before(before.end), Tag::Comma | Tag::Dash)
}

/// Lind said the vote was “a farce”, the agency reported: the marks belong to a saying that is reported whole.
pub(super) fn relays(s: &View<'_, '_>, sites: &[Site], piece: &Range<usize>) -> bool {
    let small = s
        .stretch(piece.start)
        .is_some_and(|stretch| s.doc.tokens.str(stretch.inner.start).starts_with(char::is_lowercase));
    let says = |site: &&Site| {
        site.verb < piece.start
            && site.subject.is_some()
            && !site.is_relative(s)
            && !site.shared
            && site.word.frames.has(Frames::CLAUSE)
            && site.word.frames.has(Frames::QUOTE)
    };
    piece.len() == 1 && small && sites.iter().any(|site| says(&site))
}

/// On his show “Sea Talk,” Holm said the boat was lost: the marks before the speaker are no content where
/// another one follows.
pub(super) fn content_follows(s: &View<'_, '_>, site: &Site, tail: &Tail) -> bool {
    match s.tag(tail.end) {
        Tag::That => true,
        Tag::Subordinator if s.is_word(tail.end, atoms!["if", "unless"]) => {
            site.word.frames.has(Frames::CLAUSE)
        }
        _ => site.word.frames.has(Frames::CLAUSE) && begins_clause(s, tail.end),
    }
}

/// On the channel’s “Sea Talk,” Holm said: a name of a few capitals, where a noun or a genitive leads up to it.
pub(super) fn is_show(s: &View<'_, '_>, quoted: usize) -> bool {
    let named = s.tag_before(quoted) == Tag::Possessive || quoted > 1 && s.tag_before(quoted).is_nominal();
    let Some(inner) = s.stretch(quoted).map(|stretch| stretch.inner.clone()).filter(|_| named) else {
        return false;
    };
    let mut words = inner.filter(|i| s.doc.tokens.shape(*i).is_some_and(Shape::is_word));
    words.clone().count() <= MAX_NAME && words.all(|i| s.doc.tokens.shape(i).is_some_and(Shape::is_capital))
}

/// “It was bad luck,” she said, that both had sailed. “Only you,” she said, would sail: the clause goes on unmarked.
fn goes_on(s: &View<'_, '_>, from: usize) -> Option<Range<usize>> {
    let next = from + 1;
    let clause =
        s.tag(next) == Tag::That || s.tag(next) == Tag::Auxiliary || s.is_word(next, atoms!["rather"]);
    let rest = next..s.end();
    (s.tag(from) == Tag::Comma && clause && rest.len() > 1).then_some(rest)
}

/// The second half: “A,” she said, “B.” or, in the next sentence, found by the caller.
fn resumed(s: &View<'_, '_>, sites: &[Site], i: usize, from: usize) -> Option<Range<usize>> {
    let last = s.end().checked_sub(1).filter(|l| *l > from.saturating_sub(1))?;
    if s.tag(last) != Tag::Quoted
        || !matches!(s.tag_before(last), Tag::Comma | Tag::Colon | Tag::Dash | Tag::Stop | Tag::Semicolon)
    {
        return None;
    }
    let between = sites.get(i + 1..)?.iter().any(|site| site.verb < last);
    (!between).then_some(last..last + 1)
}
