//! The past, the present and the future: "now", "recently", "soon", "the future".

use crate::date::phrase::{Core, Phrase};
use crate::date::read::article;
use crate::date::read::scan::{Scan, after};
use crate::date::read::words::{Key, Which, Word};
use crate::date::value::Reference;
use crate::text::{Atom, Shape, atom, atoms};

/// One word that points at no day.
pub(super) fn word(scan: &Scan<'_>, i: usize) -> Option<Core> {
    let Word::Ref(reference) = scan.word(i) else { return None };
    let next = after(i, 1);
    let joined = scan.before(i).is_some_and(|b| scan.hyphen(b));
    let fits = match reference {
        Reference::Future if scan.is(i, atom!("soon")) => !joined && ahead(scan, i),
        // "the future", "in future", but not "future plans".
        Reference::Future => !article::noun_follows(scan, next) && !scan.is(next, atom!("generations")),
        // "now-defunct"
        _ => !joined && !scan.hyphen(next),
    };
    fits.then_some(Core { phrase: Phrase::Vague(reference), next, rule: "reference.word" })
}

/// Whether "soon" looks ahead: in a story of the past it is the time after the last event.
fn ahead(scan: &Scan<'_>, i: usize) -> bool {
    let next = after(i, 1);
    let past = |i: usize| scan.str(i).ends_with("ed") || scan.is_any(i, PAST);
    let around = scan.before(i).is_some_and(past) || past(next);
    !around
        && !scan
            .is_any(next, atoms!["after", "afterward", "afterwards", "as", "the", "he", "she", "they", "it"])
        && scan
            .before(i)
            .is_some_and(|b| !scan.is(b, atom!("as")) && !matches!(scan.shape(b), Some(Shape::Comma)))
}

/// Past forms that stand beside "soon".
const PAST: &[Atom] = atoms![
    "was", "were", "had", "became", "began", "found", "broke", "brought", "took", "made", "came", "went",
    "gave", "led", "fell", "rose", "won", "lost", "got", "grew", "saw", "left", "spread", "it", "then",
    "but", "and"
];

/// "right now".
pub(super) fn right_now(scan: &Scan<'_>, i: usize) -> Option<Core> {
    let next = after(i, 1);
    (scan.is(i, atom!("right")) && scan.is(next, atom!("now"))).then_some(Core {
        phrase: Phrase::Vague(Reference::Present),
        next: after(next, 1),
        rule: "reference.word",
    })
}

/// "the past", not "the past two years" nor "drove past the house".
pub(super) fn the_past(scan: &Scan<'_>, i: usize) -> Option<Core> {
    if scan.word(i) != Word::Which(Which::Past) || !scan.before(i).is_some_and(|b| scan.key(b, Key::The)) {
        return None;
    }
    let next = after(i, 1);
    let alone = match scan.shape(next) {
        None
        | Some(Shape::Comma | Shape::Stop | Shape::Quote | Shape::Close | Shape::Dash | Shape::Semicolon) => {
            true
        }
        _ => article::is_function_word(scan, next),
    };
    alone.then_some(Core { phrase: Phrase::Vague(Reference::Past), next, rule: "reference.past" })
}

/// "current" before a noun that is no unit of time: "the current offer".
pub(super) fn current(scan: &Scan<'_>, i: usize) -> Option<Core> {
    let adjective = scan.word(i) == Word::Which(Which::Current) && scan.is(i, atom!("current"));
    let next = after(i, 1);
    (adjective && article::noun_follows(scan, next)).then_some(Core {
        phrase: Phrase::Vague(Reference::Present),
        next,
        rule: "reference.word",
    })
}
