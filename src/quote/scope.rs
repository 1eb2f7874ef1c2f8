//! Scopes: the sentences of one level of marks.
//!
//! A sentence of the article sees a marked stretch as one opaque [`Unit`]; the inside of a stretch is a
//! level of its own, with its own sentences. So “A. B,” he said, is one sentence with one stretch in it, and
//! who speaks inside the stretch is asked separately.

use std::ops::Range;

use super::pair::Stretch;
use super::tag::Tag;
use crate::doc::Doc;
use crate::lexicon::{Class, Frames, cue};

/// A token, or a whole marked stretch.
#[derive(Clone, Debug)]
pub(crate) struct Unit {
    pub(crate) tokens: Range<usize>,
    pub(crate) tag: Tag,
    /// The stretch, where it is one.
    pub(crate) stretch: Option<usize>,
}

/// A sentence on one level of marks.
#[derive(Clone, Debug)]
pub(crate) struct Scope {
    pub(crate) units: Vec<Unit>,
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

/// Every sentence, the article's own level first, then the inside of each stretch.
pub(super) fn scopes(doc: &Doc<'_>, stretches: &[Stretch], tags: &[Tag]) -> Vec<Scope> {
    let mut roots: Vec<Vec<usize>> = vec![Vec::new(); doc.parts.len()];
    let mut children: Vec<Vec<usize>> = vec![Vec::new(); stretches.len()];
    for (i, stretch) in stretches.iter().enumerate() {
        let list = match stretch.outer {
            Some(outer) => children.get_mut(outer),
            None => roots.get_mut(stretch.part),
        };
        if let Some(list) = list {
            list.push(i);
        }
    }
    let mut starts = vec![false; doc.tokens.len()];
    for sentence in &doc.sentences {
        if let Some(start) = starts.get_mut(sentence.tokens.start) {
            *start = true;
        }
    }
    let level = Level { doc, stretches, tags, starts };
    let mut out = Vec::new();
    for (part, range) in doc.part_tokens.iter().enumerate() {
        if doc.parts.get(part).is_some_and(|p| super::carry::is_spoken(p.kind)) {
            let inside = roots.get(part).map_or(&[][..], Vec::as_slice);
            level.read(range.clone(), inside, part, None, &mut out);
        }
    }
    for (i, stretch) in stretches.iter().enumerate() {
        let inside = children.get(i).map_or(&[][..], Vec::as_slice);
        level.read(stretch.inner.clone(), inside, stretch.part, Some(i), &mut out);
    }
    out
}

struct Level<'a, 't> {
    doc: &'a Doc<'t>,
    stretches: &'a [Stretch],
    tags: &'a [Tag],
    starts: Vec<bool>,
}

impl Level<'_, '_> {
    fn read(
        &self,
        range: Range<usize>,
        within: &[usize],
        part: usize,
        inside: Option<usize>,
        out: &mut Vec<Scope>,
    ) {
        let units = self.units(range, within);
        let mut from = 0;
        for i in 1..=units.len() {
            if i == units.len() || i - from >= MAX_UNITS || self.breaks(&units, i) {
                let units = units.get(from..i).unwrap_or_default().to_vec();
                out.push(Scope { units, part, inside, first: from == 0 });
                from = i;
            }
        }
    }

    fn units(&self, range: Range<usize>, within: &[usize]) -> Vec<Unit> {
        let mut units = Vec::new();
        let mut within = within.iter().peekable();
        let mut i = range.start;
        while i < range.end {
            let next = within.peek().and_then(|s| self.stretches.get(**s).map(|stretch| (**s, stretch)));
            match next {
                Some((s, stretch)) if stretch.tokens.start <= i && stretch.tokens.end > i => {
                    units.push(Unit { tokens: i..stretch.tokens.end, tag: Tag::Quoted, stretch: Some(s) });
                    i = stretch.tokens.end;
                    within.next();
                }
                Some((_, stretch)) if stretch.tokens.end <= i => {
                    within.next();
                }
                _ => {
                    let tag = self.tags.get(i).copied().unwrap_or(Tag::Symbol);
                    units.push(Unit { tokens: i..i + 1, tag, stretch: None });
                    i += 1;
                }
            }
        }
        units
    }

    /// Whether a sentence begins at unit `i`.
    fn breaks(&self, units: &[Unit], i: usize) -> bool {
        let Some(unit) = units.get(i) else { return true };
        if !self.starts.get(unit.tokens.start).copied().unwrap_or(false) {
            return false;
        }
        let before = i.checked_sub(1).and_then(|b| units.get(b));
        let Some(stretch) = before.and_then(|b| b.stretch).and_then(|s| self.stretches.get(s)) else {
            return true;
        };
        // “Is it over?” Mrs Lind asked: the mark inside ends the quote, not the sentence.
        let last = stretch.inner.end.checked_sub(1);
        let full = last.is_some_and(|l| self.doc.tokens.str(l) == ".");
        !says(self.doc, units.get(i..).unwrap_or_default(), full)
    }
}

/// Whether `units` begin with a speaker and a verb of saying; with `bare`, and nothing said after it.
fn says(doc: &Doc<'_>, units: &[Unit], bare: bool) -> bool {
    for (i, unit) in units.iter().enumerate().take(REACH) {
        let word = unit.tokens.start;
        let verb = unit.tag == Tag::Verb && doc.is(word, Class::CUE);
        if verb && cue(doc.word(word)).is_some_and(|c| c.frames.has(Frames::QUOTE)) {
            let after = units.get(i + 1).map(|u| u.tag);
            return i > 0 && (!bare || matches!(after, None | Some(Tag::Stop)));
        }
        let nominal =
            unit.tag.is_nominal() || matches!(unit.tag, Tag::Pronoun | Tag::Preposition | Tag::Adverb);
        if !nominal {
            return false;
        }
    }
    false
}
