//! Asked whether he would run, Lind said no. Nobody is named who asked.

use std::ops::Range;

use super::CueClass;
use super::board::{Board, Find};
use super::pieces::{Pieces, only};
use super::site::Site;
use super::tail;
use crate::lexicon::Frames;
use crate::quote::{Ending, Tag, View, content_end, is_be, phrase};
use crate::text::{Atom, atoms};

/// The cues of a question put to somebody.
pub(super) const ASKING: &[Atom] = atoms!["ask", "press", "question"];

/// A question put to somebody, in the passive.
pub(super) fn sieve(s: &View<'_, '_>, sites: &[Site], i: usize, board: &Board) -> Option<(Pieces, Find)> {
    let site = sites.get(i)?;
    let asks = site.word.is(ASKING);
    if !asks || s.scope.inside.is_some() || board.is_taken(site.verb) {
        return None;
    }
    let opens = site.verb == 0 || s.is_word(site.verb - 1, atoms!["when", "if"]);
    let passive = (site.units.start..site.verb).any(|i| is_be(s.atom(i)));
    if !opens && !passive || s.tag(site.verb) == Tag::Ing {
        return None;
    }
    let mut site = site.clone();
    let mut at = site.units.end;
    site.subject = None;
    if s.is_word(at, atoms!["by"]) {
        site.subject = phrase::after(s, at + 1);
        at = site.subject.as_ref().map_or(at, |n| n.end);
    }
    let tail = tail::read(s, &site, at);
    let about = s.is_word(site.units.end - 1, atoms!["about"]);
    let start =
        if about { site.units.end } else { tail.end + usize::from(s.is_word(tail.end, atoms!["about"])) };
    let asks =
        s.is_word(start, atoms!["whether", "if", "how", "why", "what", "who", "where", "when", "which"]);
    if !asks && start == tail.end && !about || s.tag(start) == Tag::Comma || is_answered(s, sites, i) {
        return None;
    }
    let ending = Ending { subordinate: opens, phrase: !asks, ..Ending::default() };
    let content = start..content_end(s, start, ending);
    if content.is_empty() || !board.is_free(&content) {
        return None;
    }
    let pieces = only(content);
    let find = Find::of(s, &site, &tail, &pieces).by("asked", 55);
    Some((pieces, find))
}

/// "Asked whether he would run, Lind replied: …": the answer is what is reported, the question only its occasion.
fn is_answered(s: &View<'_, '_>, sites: &[Site], question: usize) -> bool {
    let answers = |site: &Site| {
        let after_comma = |n: &Range<usize>| s.tag_before(n.start) == Tag::Comma;
        let own = !site.shared && !site.passive && site.subject.as_ref().is_some_and(after_comma);
        own && site.word.frames.has(Frames::QUOTE) && site.class == CueClass::Say
    };
    let opens = sites.get(question).is_some_and(|site| site.verb == 0);
    let quoted = s.tags.contains(&Tag::Quoted);
    opens && quoted && sites.iter().skip(question + 1).any(answers)
}
