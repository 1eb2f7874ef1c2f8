//! The shape of a person's or body's name in the frame of an article: bylines and credits, where no
//! grammar stands around it.

use super::page::Page;
use crate::lexicon::Class;
use crate::text::{Shape, atom};

/// Names of authors have at most this many words; "Juan Carlos de la Cruz y Villanueva" has seven.
const MOST_WORDS: usize = 7;

/// The end of the name that starts at token `at`, none where no name starts there.
pub(super) fn end(page: &Page<'_>, at: usize, limit: usize) -> Option<usize> {
    let (mut i, mut words, mut last) = (at, 0, None);
    while i < limit && words < MOST_WORDS && (i == at || !page.starts_line(i)) {
        if page.is_capital(i) && !stops(page, i) && !(i > at && ends(page, i)) {
            words += 1;
            last = Some(after_initial(page, i, limit));
        } else if is_particle(page, i) && words < MOST_WORDS {
            words += 1;
        } else if last.is_some_and(|l| l + 1 == i) && is_second_half(page, i) {
            last = Some(i + 1);
        } else if !(joins(page, i) && i > at) {
            break;
        }
        i = last.filter(|l| *l > i).unwrap_or(i + 1);
    }
    last
}

/// The token after a capital word, its full stop included where it is an initial or "Jr".
fn after_initial(page: &Page<'_>, i: usize, limit: usize) -> usize {
    let abbreviated =
        page.shape(i) == Some(Shape::Initial) || matches!(page.str(i), "Jr" | "Sr" | "St" | "Dr");
    let stop = i + 1 < limit && page.atom(i + 1) == atom!(".") && page.glued(i + 1);
    if abbreviated && stop { i + 2 } else { i + 1 }
}

/// A mark inside a name: `Dervis-Lund`, `O’ Malley`.
fn joins(page: &Page<'_>, i: usize) -> bool {
    page.glued(i) && page.glued(i + 1) && matches!(page.shape(i), Some(Shape::Hyphen | Shape::Apostrophe))
}

/// "van", "al"; not "at", which leads to a place.
fn is_particle(page: &Page<'_>, i: usize) -> bool {
    page.is(i, Class::PARTICLE) && page.shape(i) == Some(Shape::Lower) && page.atom(i) != atom!("at")
}

/// "won" in "Park Ji-won", "rae" in "Kim Mi-rae".
fn is_second_half(page: &Page<'_>, i: usize) -> bool {
    page.shape(i) == Some(Shape::Lower) && page.glued(i) && page.shape(i - 1) == Some(Shape::Hyphen)
}

/// Words with a capital that belong to no name.
fn stops(page: &Page<'_>, i: usize) -> bool {
    let grammar =
        Class::PREPOSITION | Class::CONJUNCTION | Class::PRONOUN | Class::AUXILIARY | Class::WEEKDAY;
    let month = page.is(i, Class::MONTH) && page.shape(i + 1) == Some(Shape::Number);
    // "Will", "May", "An", "Van", "Don't": names too where another name word follows.
    let grammar =
        page.is(i, grammar) && !page.is(i, Class::PARTICLE) && !matches!(page.str(i), "Will" | "May");
    grammar || month
}

/// Words that begin something else after a name: "Ada Holt The Harbour Post Posted May 3".
fn ends(page: &Page<'_>, i: usize) -> bool {
    page.atom(i) == atom!("the") || page.is(i, Class::STAMP_LEAD)
}

/// How many words of `at..end` there are.
pub(super) fn words(page: &Page<'_>, at: usize, end: usize) -> usize {
    (at..end).filter(|i| page.shape(*i).is_some_and(Shape::is_word)).count()
}

/// The whole of `at..end` is one name of two to four words: "Mary Ann Holt".
pub(super) fn is_full(page: &Page<'_>, at: usize, limit: usize) -> bool {
    end(page, at, limit) == Some(limit) && (2..=4).contains(&words(page, at, limit))
}
