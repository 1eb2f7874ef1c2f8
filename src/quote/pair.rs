//! Marks paired in one pass, with bounded depth.
//!
//! The method is that of the inline parsers: a stack of open marks, one look back along it at each closing
//! one. The stack is as deep as printed quotes can nest, so the pass is linear whatever the text.

use std::ops::Range;

use super::MarkState;
use super::forgotten;
use super::mark::{self, Family, Side};
use crate::doc::Doc;
use crate::text::{Gap, Shape, Tokens, sentence};

/// The deepest nesting that is read: English alternates two marks, eight leaves room and bounds the work.
const MAX_DEPTH: usize = 8;

/// A stretch between marks, within one part.
#[derive(Clone, Debug)]
pub(crate) struct Stretch {
    /// Its tokens, marks included.
    pub(crate) tokens: Range<usize>,
    /// Its tokens without the marks; not empty.
    pub(crate) inner: Range<usize>,
    /// The stretch around it.
    pub(crate) outer: Option<usize>,
    pub(crate) state: MarkState,
    /// The stretch, in an earlier part, that it carries on.
    pub(crate) carries: Option<usize>,
    pub(crate) part: usize,
    family: Family,
}

impl Stretch {
    /// A stretch that fills `inner`, without marks of its own.
    pub(super) fn bare(inner: Range<usize>, part: usize, state: MarkState) -> Self {
        let tokens = inner.clone();
        Self { tokens, inner, outer: None, state, carries: None, part, family: Family::Double }
    }

    pub(crate) fn is_double(&self) -> bool {
        self.family == Family::Double
    }
}

/// Lists of one part, in memory that all of them share.
#[derive(Default)]
pub(super) struct Room {
    /// The open stretches, outermost first, as positions in `found`.
    stack: Vec<usize>,
    /// Stretches in the order in which they open.
    found: Vec<Stretch>,
    /// Where each of these was put; where what is around it was, if it was not kept.
    place: Vec<Option<usize>>,
}

/// Pairs the marks of one part.
pub(super) struct Pairer<'a, 't> {
    doc: &'a Doc<'t>,
    tokens: &'a Tokens<'t>,
    part: usize,
    range: Range<usize>,
    room: &'a mut Room,
    /// Marks opened beyond the depth that is read.
    buried: usize,
    /// The end of the stretch that reaches farthest.
    reached: usize,
    /// Whether straight double marks simply alternate.
    alternates: bool,
    /// The last single mark that can close, and the last that can be nothing else.
    last_single: usize,
    last_firm_single: usize,
}

impl<'a, 't> Pairer<'a, 't> {
    pub(super) fn new(doc: &'a Doc<'t>, part: usize, range: Range<usize>, room: &'a mut Room) -> Self {
        let tokens = &doc.tokens;
        room.found.clear();
        let mut pairer = Self {
            doc,
            tokens,
            part,
            range: range.clone(),
            room,
            buried: 0,
            reached: range.start,
            alternates: false,
            last_single: 0,
            last_firm_single: 0,
        };
        let mut straight = 0_usize;
        let mut first_closes = false;
        for i in tokens.marks().within(range) {
            match mark::read(tokens, i) {
                Some((Family::Double, Side::Either)) => {
                    straight += 1;
                    first_closes |=
                        straight == 1 && !mark::looks_open(tokens, i) && mark::looks_close(tokens, i);
                }
                Some((Family::Single, Side::Close)) => {
                    pairer.last_single = i;
                    if !mark::may_possess(tokens, i) {
                        pairer.last_firm_single = i;
                    }
                }
                _ => {}
            }
        }
        pairer.alternates = straight % 2 == 0 && !first_closes;
        pairer
    }

    /// Adds the stretches of the part to `all`, in the order in which they open. `inside` says that a quote of an
    /// earlier part is still open where this part begins.
    pub(super) fn run(mut self, inside: bool, all: &mut Vec<Stretch>) {
        if inside {
            self.room.found.push(Stretch::bare(self.range.clone(), self.part, MarkState::LeftOpen));
            self.room.stack.push(0);
        }
        for i in self.tokens.marks().within(self.range.clone()) {
            if let Some((family, side)) = mark::read(self.tokens, i) {
                match self.resolve(i, family, side) {
                    Side::Open => self.open(i, family),
                    _ => self.close(i, family),
                }
            }
        }
        while let Some(top) = self.room.stack.pop() {
            self.end_open(top, self.range.end);
        }
        self.keep(all);
    }

    /// Where a mark points, given what is open.
    fn resolve(&self, i: usize, family: Family, side: Side) -> Side {
        if side != Side::Either {
            return side;
        }
        let is_open =
            self.room.stack.iter().any(|s| self.room.found.get(*s).is_some_and(|f| f.family == family));
        let (opening, closing) = (mark::looks_open(self.tokens, i), mark::looks_close(self.tokens, i));
        match (opening, closing) {
            _ if self.alternates => {
                if is_open {
                    Side::Close
                } else {
                    Side::Open
                }
            }
            (true, false) => Side::Open,
            (false, true) => Side::Close,
            _ if is_open => Side::Close,
            _ => Side::Open,
        }
    }

    fn open(&mut self, i: usize, family: Family) {
        let at_start = i == self.range.start;
        if family == Family::Single && self.last_single <= i && !at_start {
            return;
        }
        let top = self.room.stack.last().copied();
        if let Some(top) = top.filter(|t| self.room.found.get(*t).is_some_and(|f| f.family == family)) {
            // The same mark again: the one before was never closed.
            self.room.stack.pop();
            self.end_open(top, i);
        }
        if self.room.stack.len() >= MAX_DEPTH {
            self.buried += 1;
            return;
        }
        let outer = self.room.stack.last().copied();
        self.room.stack.push(self.room.found.len());
        self.room.found.push(Stretch {
            tokens: i..i,
            inner: i + 1..i + 1,
            outer,
            state: MarkState::LeftOpen,
            carries: None,
            part: self.part,
            family,
        });
    }

    fn close(&mut self, i: usize, family: Family) {
        if self.buried > 0 {
            self.buried -= 1;
            return;
        }
        let of = |s: &usize| self.room.found.get(*s).is_some_and(|f| f.family == family);
        let Some(at) = self.room.stack.iter().rposition(of) else {
            if family == Family::Double && self.room.stack.is_empty() {
                self.close_unopened(i);
            }
            return;
        };
        if family == Family::Single && mark::may_possess(self.tokens, i) && self.last_firm_single > i {
            return;
        }
        while self.room.stack.len() > at + 1 {
            if let Some(inner) = self.room.stack.pop() {
                self.end_open(inner, i);
            }
        }
        if let Some(found) = self.room.stack.pop().and_then(|s| self.room.found.get_mut(s)) {
            found.inner.end = i;
            found.tokens.end = i + 1;
            found.state = MarkState::Closed;
            self.reached = self.reached.max(i + 1);
        }
    }

    /// A closing mark with nothing open: the quote begins with the sentence.
    fn close_unopened(&mut self, i: usize) {
        // A number before the mark: inches. Asked first, because what follows looks back over all that is not
        // yet read as a quote: a list of measures would be read again for each of them.
        if i.checked_sub(1).and_then(|b| self.tokens.shape(b)) == Some(Shape::Number) {
            return;
        }
        let cut = sentence::split(self.tokens, self.reached..i);
        let Some(start) = cut.last().map(|s| s.start).filter(|start| *start < i) else { return };
        let mut stretch = Stretch::bare(start..i, self.part, MarkState::Unopened);
        stretch.tokens.end = i + 1;
        self.reached = i + 1;
        self.room.found.push(stretch);
    }

    /// Ends a stretch whose closing mark is missing, at the latest before token `at`.
    fn end_open(&mut self, s: usize, at: usize) {
        let Some(found) = self.room.found.get_mut(s) else { return };
        let mut end = at;
        if at < self.range.end {
            // In mid-part the quote lasts as long as the sentence that it began in.
            let mut cut = sentence::split(self.tokens, found.inner.start..at);
            end = cut.next().map_or(at, |first| first.end);
        }
        if found.family == Family::Double {
            end = forgotten::closing(self.doc, found.inner.start..end).unwrap_or(end);
        }
        found.inner.end = end.max(found.inner.start);
        found.tokens.end = found.inner.end;
        self.reached = self.reached.max(found.tokens.end);
    }

    /// The stretches that hold something. A single mark that never closes was an apostrophe, except at
    /// the start of a part, where a quote of several paragraphs may begin.
    fn keep(self, all: &mut Vec<Stretch>) {
        let start = self.range.start;
        let is_kept = |s: &Stretch| {
            let stray =
                s.family == Family::Single && s.state == MarkState::LeftOpen && s.tokens.start > start;
            !s.inner.is_empty() && !stray
        };
        let Room { found, place, .. } = self.room;
        place.clear();
        for mut stretch in found.drain(..) {
            // The stretch around it may be gone: then what is around that one, already placed.
            stretch.outer = stretch.outer.and_then(|o| place.get(o).copied().flatten());
            // A stretch that was cut at the end of its sentence no longer holds what begins after it.
            let begins_in = |k: &Stretch| stretch.tokens.start < k.inner.end;
            while let Some(around) = stretch.outer.and_then(|o| all.get(o)).filter(|k| !begins_in(k)) {
                stretch.outer = around.outer;
            }
            widen(all, stretch.outer, stretch.tokens.end);
            let mut at = stretch.outer;
            if is_kept(&stretch) {
                at = Some(all.len());
                all.push(stretch);
            }
            place.push(at);
        }
    }
}

/// Makes the stretches around reach to `end`: what begins inside a stretch ends inside it.
fn widen(all: &mut [Stretch], mut outer: Option<usize>, end: usize) {
    while let Some(stretch) = outer.and_then(|o| all.get_mut(o)) {
        if stretch.inner.end >= end {
            break;
        }
        stretch.inner.end = end;
        stretch.tokens.end = stretch.tokens.end.max(end);
        outer = stretch.outer;
    }
}

/// Whether the part at `range` begins with an opening double mark, and whether its first double mark closes.
pub(super) fn first_mark(tokens: &Tokens<'_>, range: Range<usize>) -> Option<Side> {
    let from = range.start;
    for i in tokens.marks().within(range) {
        match mark::read(tokens, i) {
            Some((Family::Double, Side::Either)) => {
                let opens = mark::looks_open(tokens, i) && !(mark::looks_close(tokens, i) && i > from);
                return Some(if opens { Side::Open } else { Side::Close });
            }
            Some((Family::Double, side)) => return Some(side),
            _ => {}
        }
    }
    None
}

/// Whether token `i` opens the part: nothing but it stands before the text.
pub(super) fn opens_part(tokens: &Tokens<'_>, range: &Range<usize>) -> bool {
    let i = range.start;
    matches!(mark::read(tokens, i), Some((_, Side::Open | Side::Either)))
        && tokens.get(i + 1).is_some_and(|next| next.gap == Gap::None)
}
