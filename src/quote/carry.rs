//! Quotes that run over several paragraphs.
//!
//! The press convention: each paragraph of a long quote opens with a mark, only the last closes. Some sites
//! leave the marks of the later paragraphs out. Captions, headings and adverts between two paragraphs belong
//! to the page, not to the quote, and do not break it.

use std::ops::Range;

use super::MarkState;
use super::mark::Side;
use super::pair::{Pairer, Room, Stretch, first_mark, opens_part};
use crate::doc::Doc;
use crate::segment::PartKind;

/// Paragraphs without any mark that an open quote is carried over, when a closing mark ends it at last.
/// Longer runs are a mark that somebody forgot.
const MAX_BARE: usize = 4;

/// Whether quotes run on through parts of this kind.
const fn is_body(kind: PartKind) -> bool {
    matches!(kind, PartKind::Paragraph | PartKind::List | PartKind::PullQuote | PartKind::Embed)
}

/// Whether quotes are read from parts of this kind.
pub(crate) const fn is_spoken(kind: PartKind) -> bool {
    is_body(kind) || matches!(kind, PartKind::Heading | PartKind::Headline | PartKind::Dek)
}

/// Every marked stretch of the document, by part, outer before inner.
pub(super) fn stretches(doc: &Doc<'_>) -> Vec<Stretch> {
    let mut run = Run { all: Vec::new(), open: None, bare: Vec::new(), room: Room::default() };
    for (part, range) in doc.part_tokens.iter().enumerate() {
        let kind = doc.parts.get(part).map_or(PartKind::Unknown, |p| p.kind);
        if range.is_empty() || !is_spoken(kind) {
            continue;
        }
        let marked = doc.tokens.marks().within(range.clone()).next().is_some();
        if !marked && (run.open.is_none() || !is_body(kind)) {
            continue;
        }
        if is_body(kind) {
            run.body(doc, part, range.clone());
        } else {
            run.pair(doc, part, range.clone(), false);
        }
    }
    run.settle();
    run.all
}

/// The state between two paragraphs.
struct Run {
    all: Vec<Stretch>,
    /// The stretch that the paragraph before left open.
    open: Option<usize>,
    /// The paragraphs since then that have no double mark.
    bare: Vec<(usize, Range<usize>)>,
    room: Room,
}

impl Run {
    fn body(&mut self, doc: &Doc<'_>, part: usize, range: Range<usize>) {
        let first = first_mark(&doc.tokens, range.clone());
        let opens = opens_part(&doc.tokens, &range);
        let inside = match (self.open, first) {
            (Some(_), None) if self.bare.len() < MAX_BARE => {
                self.bare.push((part, range.clone()));
                self.pair(doc, part, range, false);
                return;
            }
            (Some(_), Some(Side::Close)) => !opens,
            (Some(_), Some(_)) if opens && self.bare.is_empty() => false,
            _ => {
                self.open = None;
                false
            }
        };
        if inside {
            self.fill_bare();
        }
        self.bare.clear();
        let base = self.pair(doc, part, range.clone(), inside);
        if let (Some(open), Some(first)) = (self.open, self.all.get_mut(base)) {
            if first.tokens.start == range.start {
                first.carries = Some(open);
            }
        }
        let left =
            |s: &&Stretch| s.outer.is_none() && s.state == MarkState::LeftOpen && s.inner.end == range.end;
        let last = self.all.iter().skip(base).rposition(|s| left(&s) && s.is_double());
        self.open = last.map(|at| base + at);
    }

    /// The paragraphs between an open mark and the paragraph that closes it are quote from end to end.
    fn fill_bare(&mut self) {
        let known = self.all.len();
        for (part, range) in std::mem::take(&mut self.bare) {
            let base = self.all.len();
            let inner = |s: &Stretch| s.part == part;
            let mut stretch = Stretch::bare(range, part, MarkState::LeftOpen);
            stretch.carries = self.open;
            // What stands inside it was added last, before any of these: a short look back.
            for old in self.all.iter_mut().take(known).rev().take_while(|s| s.part >= part) {
                if inner(old) && old.outer.is_none() {
                    old.outer = Some(base);
                }
            }
            self.open = Some(base);
            self.all.push(stretch);
        }
    }

    /// Adds the stretches of a part and gives the place of the first.
    fn pair(&mut self, doc: &Doc<'_>, part: usize, range: Range<usize>, inside: bool) -> usize {
        let base = self.all.len();
        Pairer::new(doc, part, range, &mut self.room).run(inside, &mut self.all);
        base
    }

    /// A stretch that another one carries on is carried, not left open.
    fn settle(&mut self) {
        let carried: Vec<usize> = self.all.iter().filter_map(|s| s.carries).collect();
        for i in carried {
            if let Some(s) = self.all.get_mut(i) {
                s.state = MarkState::Carried;
            }
        }
    }
}
