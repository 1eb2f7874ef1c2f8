//! Where an expression of time can stand: every one is built around a word of time or a telling number, and
//! those are rare. The words between, "the", "of", "two", are looked at only beside one.

use std::ops::Range;

use super::scan::after;
use super::words::is_fiscal_year;
use crate::doc::Doc;
use crate::lexicon::{Class, Entry};
use crate::text::{Gap, Shape, Shapes, Token, TokenSet};

/// The tokens that an expression can be built around, by their bits alone: one word in twenty.
pub(super) fn find(doc: &Doc<'_>) -> TokenSet {
    const TELLING: Shapes = Shapes::of(&[Shape::Number, Shape::Alnum, Shape::Upper]);
    const WORDS: Class = Class::TIME.or(Class::FESTIVE);
    let may = |token: &Token, entry: &Entry| entry.is(WORDS) | TELLING.has(token.shape);
    TokenSet::of_both(doc.tokens.as_slice(), &doc.words, may)
}

/// The first of the `triggers` in a stretch of tokens that an expression is built around.
pub(super) fn next(doc: &Doc<'_>, triggers: &TokenSet, tokens: Range<usize>) -> Option<usize> {
    triggers.within(tokens).find(|&i| {
        let word = doc.tokens.get(i).zip(doc.words.get(i));
        word.is_some_and(|(token, entry)| is_one(doc, i, &token, *entry))
    })
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
