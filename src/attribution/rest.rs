//! The marked stretches that nobody is said to have said: scare quotes, titles, nicknames, terms.

use crate::doc::Doc;
use crate::lexicon::Class;
use crate::quote::{MarkRole, Marked, Reading, Stretch};
use crate::text::{Gap, Shape};

/// Words from which on an unattributed stretch is speech rather than a borrowed expression: of the marked
/// stretches outside any attribution in annotated news, nine in ten are shorter.
const SPEECH_WORDS: usize = 7;

/// The roles of the outermost stretches that are in no quote, sorted.
pub(super) fn marked(doc: &Doc<'_>, reading: &Reading, used: &[bool]) -> Vec<Marked> {
    let free = |i: usize| !used.get(i).copied().unwrap_or(false);
    let mut out: Vec<Marked> = reading
        .stretches
        .iter()
        .enumerate()
        .filter(|(i, s)| free(*i) && s.outer.is_none())
        .map(|(_, s)| Marked { span: doc.span(s.inner.clone()), role: role(doc, s) })
        .filter(|m| !m.span.is_empty())
        .collect();
    out.sort_by_key(|m| (m.span.start, m.span.end));
    out
}

fn role(doc: &Doc<'_>, stretch: &Stretch) -> MarkRole {
    let words = stretch.inner.clone().filter(|i| doc.tokens.shape(*i).is_some_and(Shape::is_word)).count();
    let shape_before = stretch.tokens.start.checked_sub(1).and_then(|b| doc.tokens.shape(b));
    let before = stretch.tokens.start.checked_sub(1).map_or("", |b| doc.tokens.str(b));
    let after = doc.tokens.shape(stretch.tokens.end);
    let capitals =
        stretch.inner.clone().filter(|i| doc.tokens.shape(*i).is_some_and(Shape::is_capital)).count();
    if words <= 3
        && shape_before.is_some_and(Shape::is_capital)
        && after.is_some_and(Shape::is_capital)
        && capitals > 0
    {
        return MarkRole::Nickname;
    }
    if words <= 6
        && ["called", "named", "known", "as", "term", "word", "phrase", "dubbed"]
            .iter()
            .any(|w| before.eq_ignore_ascii_case(w))
    {
        return MarkRole::Term;
    }
    if words <= 8 && capitals > 0 && is_title(doc, stretch) {
        return MarkRole::Title;
    }
    if words >= SPEECH_WORDS { MarkRole::Unattributed } else { MarkRole::Scare }
}

/// Every word but the small ones begins with a capital.
fn is_title(doc: &Doc<'_>, stretch: &Stretch) -> bool {
    let small = Class::PREPOSITION | Class::CONJUNCTION | Class::DETERMINER;
    stretch.inner.clone().all(|i| {
        let word = doc.tokens.shape(i).is_some_and(Shape::is_word);
        let capital =
            doc.tokens.shape(i).is_some_and(|s| s.is_capital() || matches!(s, Shape::Number | Shape::Alnum));
        let glued = doc.token(i).is_some_and(|t| t.gap == Gap::None);
        !word || capital || doc.is(i, small) || (glued && i > stretch.inner.start)
    })
}
