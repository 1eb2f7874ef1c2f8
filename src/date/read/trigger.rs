//! Where an expression of time can stand: every one is built around a word of time or a telling number, and
//! those are rare. The words between, "the", "of", "two", are looked at only beside one.

use std::ops::Range;

use super::scan::after;
use super::words::is_fiscal_year;
use crate::doc::Doc;
use crate::lexicon::{Class, Entry};
use crate::text::{Gap, Shape, Shapes, Token};

/// The first token of a stretch that an expression is built around.
pub(super) fn next(doc: &Doc<'_>, tokens: Range<usize>) -> Option<usize> {
    let mut start = tokens.start;
    loop {
        // Nineteen words in twenty end here, by their bits alone.
        let list = doc.tokens.as_slice().get(start..tokens.end)?;
        let words = doc.words.get(start..tokens.end)?;
        let at = list.iter().zip(words).position(|(token, entry)| may_be_one(token.shape, *entry))?;
        start = after(start, at);
        if is_one(doc, start, list.get(at)?, *words.get(at)?) {
            return Some(start);
        }
        start = after(start, 1);
    }
}

#[inline]
fn may_be_one(shape: Shape, entry: Entry) -> bool {
    const TELLING: Shapes = Shapes::of(&[Shape::Number, Shape::Alnum, Shape::Upper]);
    entry.is(Class::TIME | Class::FESTIVE) | TELLING.has(shape)
}

fn is_one(doc: &Doc<'_>, i: usize, token: &Token, entry: Entry) -> bool {
    if entry.is(Class::TIME) {
        return true;
    }
    match token.shape {
        Shape::Number => is_telling(doc, i, token),
        Shape::Alnum => true,
        shape if entry.is(Class::FESTIVE) => shape.is_capital(),
        Shape::Upper => is_fiscal_year(doc.tokens.str(i)),
        _ => false,
    }
}

/// Whether a number can be a time by itself: "1998", "9:30", "9 am", "11/9/2001", "24.12.2025", "'89".
fn is_telling(doc: &Doc<'_>, i: usize, token: &Token) -> bool {
    let text = doc.tokens.str(i).as_bytes();
    let stop = |back: usize| text.len().checked_sub(back).and_then(|at| text.get(at)) == Some(&b'.');
    if text.len() == 4 || stop(3) || stop(5) {
        return true;
    }
    let next = after(i, 1);
    let marked = doc.tokens.get(next).is_some_and(|next| next.gap == Gap::None)
        && (doc.tokens.shape(next) == Some(Shape::Colon) || doc.tokens.is(next, "/"));
    let short = token.gap == Gap::None
        && i.checked_sub(1)
            .and_then(|before| doc.tokens.shape(before))
            .is_some_and(|shape| matches!(shape, Shape::Apostrophe | Shape::Quote));
    marked || short || doc.tokens.is(next, "am")
}

/// The most tokens before its word of time at which an expression can begin: "no more than about the first two
/// and a half".
const MAX_LEAD: usize = 14;

/// The token at which to begin reading, for an expression built around `time`; none before `from`.
pub(super) fn start(doc: &Doc<'_>, time: usize, from: usize) -> usize {
    let mut at = time;
    while at > from && time.saturating_sub(at) < MAX_LEAD && belongs(doc, at.saturating_sub(1)) {
        at = at.saturating_sub(1);
    }
    at
}

/// Whether a token can be inside an expression of time.
fn belongs(doc: &Doc<'_>, i: usize) -> bool {
    if doc.is(i, Class::CALENDAR | Class::TIME_LINK) {
        return true;
    }
    let shape = |i: usize| doc.tokens.shape(i);
    let number = |i: usize| matches!(shape(i), Some(Shape::Number | Shape::Alnum));
    match shape(i) {
        Some(
            Shape::Number | Shape::Alnum | Shape::Hyphen | Shape::Dash | Shape::Apostrophe | Shape::Quote,
        ) => true,
        Some(Shape::Comma | Shape::Symbol | Shape::Colon) => {
            number(after(i, 1)) && i.checked_sub(1).is_some_and(number)
        }
        // "c. 1500"
        Some(Shape::Stop) => i.checked_sub(1).is_some_and(|before| doc.is(before, Class::CALENDAR)),
        _ => false,
    }
}
