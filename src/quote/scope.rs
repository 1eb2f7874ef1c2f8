//! Scopes: the sentences of one level of marks.
//!
//! A sentence of the article sees a marked stretch as one opaque [unit](Units); the inside of a stretch is a
//! level of its own, with its own sentences. So “A. B,” he said, is one sentence with one stretch in it, and
//! who speaks inside the stretch is asked separately.

use std::ops::Range;

use super::pair::Stretch;
use super::tag::Tag;
use super::tagger::Tags;
use super::unit::{Units, number};
use crate::doc::Doc;
use crate::lexicon::{Class, Frames, cue};
use crate::text::TokenSet;

/// A sentence on one level of marks.
#[derive(Clone, Debug)]
pub(crate) struct Scope {
    /// Its units, as a range of those of the reading.
    pub(crate) units: Range<usize>,
    /// Its hooks, as a range of those of the reading.
    pub(super) hooks: Range<usize>,
    pub(crate) part: usize,
    /// The stretch whose inside this is.
    pub(crate) inside: Option<usize>,
    /// Whether it is the first of its part or stretch.
    pub(crate) first: bool,
}

/// How far a speaker and verb may reach after `?”` before it is taken for a new sentence.
const REACH: usize = 14;

/// Longer sentences are cut: the rules look along the whole of one, and no writer's reaches half of this.
const MAX_UNITS: usize = 400;

/// Every sentence, the article's own level first, then the inside of each stretch; with the units of all.
pub(super) fn scopes(
    doc: &Doc<'_>,
    stretches: &[Stretch],
    tags: &Tags,
    starts: &TokenSet,
) -> (Vec<Scope>, Units) {
    let nesting = Nesting::of(stretches, doc.parts.len());
    // A unit a token, but two marks are at most the one unit of what stands between them.
    let most = doc.tokens.len().saturating_sub(doc.tokens.marks().count() / 2);
    let (scopes, units) = (Vec::with_capacity(doc.sentences.len()), Units::with_capacity(most));
    let mut level = Level { doc, stretches, tags, starts, scopes, units, firsts: Vec::new() };
    for (part, range) in doc.part_tokens.iter().enumerate() {
        if doc.parts.get(part).is_some_and(|p| super::carry::is_spoken(p.kind)) {
            level.read(range.clone(), nesting.in_part(part), part, None);
        }
    }
    for (i, stretch) in stretches.iter().enumerate() {
        level.read(stretch.inner.clone(), nesting.in_stretch(i), stretch.part, Some(i));
    }
    (level.scopes, level.units)
}

/// Which stretches stand in which: those of a part that no other surrounds, and those right inside a stretch.
struct Nesting {
    parts: usize,
    /// What each stands in and the stretch, sorted: a part by its number, a stretch by its number after the parts.
    list: Vec<(usize, usize)>,
}

impl Nesting {
    fn of(stretches: &[Stretch], parts: usize) -> Self {
        let around = |s: &Stretch| s.outer.map_or(s.part, |outer| parts.saturating_add(outer));
        let mut list: Vec<_> = stretches.iter().enumerate().map(|(i, s)| (around(s), i)).collect();
        list.sort_unstable();
        Self { parts, list }
    }

    fn in_part(&self, part: usize) -> &[(usize, usize)] {
        let from = self.list.partition_point(|(around, _)| *around < part);
        let rest = self.list.get(from..).unwrap_or_default();
        let count = rest.iter().take_while(|(around, _)| *around == part).count();
        rest.get(..count).unwrap_or_default()
    }

    fn in_stretch(&self, stretch: usize) -> &[(usize, usize)] {
        self.in_part(self.parts.saturating_add(stretch))
    }
}

struct Level<'a, 't> {
    doc: &'a Doc<'t>,
    stretches: &'a [Stretch],
    tags: &'a Tags,
    /// Where the sentences of the article begin.
    starts: &'a TokenSet,
    scopes: Vec<Scope>,
    units: Units,
    /// The units of the part in hand with which a sentence of the article begins.
    firsts: Vec<u32>,
}

impl Level<'_, '_> {
    /// Reads the sentences of a part or of the inside of a stretch; `within` are the stretches in it.
    fn read(&mut self, range: Range<usize>, within: &[(usize, usize)], part: usize, inside: Option<usize>) {
        let begin = self.units.len();
        let mut firsts = std::mem::take(&mut self.firsts);
        self.read_units(range, within, &mut firsts);
        let mut from = begin;
        for first in firsts.drain(..).map(|first| first as usize) {
            if first > begin && self.breaks(begin, first) {
                self.close(begin, from..first, part, inside);
                from = first;
            }
        }
        self.firsts = firsts;
        self.close(begin, from..self.units.len(), part, inside);
    }

    /// Ends a sentence.
    fn close(&mut self, begin: usize, units: Range<usize>, part: usize, inside: Option<usize>) {
        let mut from = units.start;
        while from < units.end {
            let to = units.end.min(from + MAX_UNITS);
            let hooks = self.scopes.last().map_or(0, |last| last.hooks.end);
            let hooks = hooks..self.units.hooks_before(hooks, to);
            self.scopes.push(Scope { units: from..to, hooks, part, inside, first: from == begin });
            from = to;
        }
    }

    fn read_units(&mut self, range: Range<usize>, within: &[(usize, usize)], firsts: &mut Vec<u32>) {
        let mut at = range.start;
        for (s, stretch) in within.iter().filter_map(|(_, s)| Some((*s, self.stretches.get(*s)?))) {
            if stretch.tokens.end <= at {
                continue;
            }
            self.read_tokens(at..stretch.tokens.start.min(range.end), firsts);
            at = at.max(stretch.tokens.start);
            if at < range.end {
                firsts.extend(self.starts.has(at).then(|| number(self.units.len())));
                self.units.push_stretch(at..stretch.tokens.end, s);
                at = stretch.tokens.end;
            }
        }
        self.read_tokens(at..range.end, firsts);
    }

    fn read_tokens(&mut self, tokens: Range<usize>, firsts: &mut Vec<u32>) {
        let (unit, token) = (self.units.len(), tokens.start);
        firsts.extend(self.starts.within(tokens.clone()).map(|start| number(unit + (start - token))));
        self.units.push_tokens(tokens, self.tags);
    }

    /// Whether the sentence that the article begins at unit `i` begins one here, among the units from `begin` on.
    fn breaks(&self, begin: usize, i: usize) -> bool {
        let before =
            i.checked_sub(1).filter(|b| *b >= begin).and_then(|b| self.units.stretch(self.units.place(b)));
        let Some(stretch) = before.and_then(|s| self.stretches.get(s)) else { return true };
        // “Is it over?” Mrs Lind asked: the mark inside ends the quote, not the sentence.
        let last = stretch.inner.end.checked_sub(1);
        let full = last.is_some_and(|l| self.doc.tokens.str(l) == ".");
        !says(self.doc, &self.units, i, full)
    }
}

/// Whether the units from `first` on begin with a speaker and a verb of saying; with `bare`, and nothing said after it.
fn says(doc: &Doc<'_>, units: &Units, first: usize, bare: bool) -> bool {
    for i in first..units.len().min(first.saturating_add(REACH)) {
        let (tag, word) = (units.tag(i), doc.word(units.place(i).token()));
        let verb = tag == Tag::Verb && word.is(Class::CUE);
        if verb && cue(word).is_some_and(|c| c.frames.has(Frames::QUOTE)) {
            return i > first && (!bare || units.tag(i + 1) == Tag::Stop);
        }
        if !(tag.is_nominal() || matches!(tag, Tag::Pronoun | Tag::Preposition | Tag::Adverb)) {
            return false;
        }
    }
    false
}
