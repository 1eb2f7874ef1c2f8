//! What stands before the core of an expression and belongs to it: "the", "early", "the end of", "about",
//! "more than", "the morning of".

use super::scan::{Scan, after};
use super::words::{About, Edge, Key, Word};
use crate::date::phrase::Modifier;
use crate::date::value::DayPart;
use crate::text::{Shape, atom, atoms};

/// The most words before a core that are still one expression: "no more than about the first half of".
const MAX_WORDS: usize = 8;

/// What the words before a core say.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Prefix {
    /// The token at which the core begins.
    pub(super) next: usize,
    pub(super) the: bool,
    /// "early", "the end of".
    pub(super) edge: Option<Edge>,
    /// "about", "more than".
    pub(super) about: Option<Modifier>,
    /// Whether any word was a quantifier, which only amounts and clock times take.
    pub(super) quantified: bool,
    /// Whether a quantifier only amounts take was there: "over", "nearly", "some".
    pub(super) amounts_only: bool,
    /// "the morning of".
    pub(super) part: Option<DayPart>,
    /// "the first half of".
    pub(super) half: Option<u8>,
    /// Whether "of" or "in" stood between.
    pub(super) linked: bool,
}

/// The prefix at token `i`; empty where the core begins at once.
pub(super) fn read(scan: &Scan<'_>, i: usize) -> Prefix {
    let mut prefix = Prefix { next: i, ..Prefix::default() };
    for _ in 0..MAX_WORDS {
        let before = prefix.next;
        step(scan, &mut prefix);
        if prefix.next == before {
            break;
        }
    }
    prefix
}

/// Takes one word, or one group of words.
fn step(scan: &Scan<'_>, prefix: &mut Prefix) {
    let i = prefix.next;
    match scan.word(i) {
        Word::Key(Key::The) if (!prefix.the || prefix.linked) && !prefix.quantified => {
            prefix.the = true;
            prefix.next = after(i, 1);
        }
        Word::Edge(edge) => take_edge(scan, prefix, edge),
        Word::About(about) => take_about(scan, prefix, about),
        Word::Key(Key::More | Key::Less | Key::Up | Key::No | Key::At | Key::As) => {
            take_compared(scan, prefix)
        }
        Word::Part(part) if scan.is(after(i, 1), atom!("of")) => {
            prefix.part = Some(part);
            prefix.linked = true;
            prefix.next = after(i, 2);
        }
        Word::Ordinal(n @ 1..=2) if is_half(scan, i) => take_half(prefix, n, i),
        Word::Unit(crate::date::value::Unit::Second) if is_half(scan, i) => take_half(prefix, 2, i),
        // "the '90s"
        Word::None if is_apostrophe(scan, i) => prefix.next = after(i, 1),
        _ => {}
    }
}

fn is_apostrophe(scan: &Scan<'_>, i: usize) -> bool {
    let mark = matches!(scan.shape(i), Some(Shape::Apostrophe | Shape::Quote));
    mark && scan.glued(after(i, 1)) && scan.is_shape(after(i, 1), Shape::Alnum)
}

fn is_half(scan: &Scan<'_>, i: usize) -> bool {
    scan.key(after(i, 1), Key::Half) && scan.is(after(i, 2), atom!("of"))
}

fn take_half(prefix: &mut Prefix, n: u8, i: usize) {
    prefix.half = Some(n);
    prefix.linked = true;
    prefix.next = after(i, 3);
}

/// "early", "mid-", "late in", "the end of", "the early part of".
fn take_edge(scan: &Scan<'_>, prefix: &mut Prefix, edge: Edge) {
    let i = prefix.next;
    let mut next = after(i, 1);
    let hyphened = scan.hyphen(next);
    if hyphened {
        next = after(next, 1);
    }
    if scan.is_any(next, atoms!["part", "half", "days", "weeks", "months", "hours"])
        && scan.is(after(next, 1), atom!("of"))
    {
        if scan.is(next, atom!("half")) {
            prefix.half = Some(if edge == Edge::Start { 1 } else { 2 });
        }
        next = after(next, 1);
    }
    let noun = scan.is_any(i, atoms!["end", "beginning", "start", "middle", "outset"]);
    let linked = scan.is(next, atom!("of")) || !noun && scan.is_any(next, atoms!["in", "on"]);
    // "three months to end-June", "by end June".
    let month = matches!(scan.word(next), Word::Month(_) | Word::MonthAbbr(_));
    if noun && !linked && !(month && (hyphened || scan.capital(next))) {
        return;
    }
    if linked {
        // "in" after an edge belongs to the expression: "early in 1914".
        prefix.linked = true;
        next = after(next, 1);
    }
    prefix.edge = Some(edge);
    prefix.next = next;
}

fn take_about(scan: &Scan<'_>, prefix: &mut Prefix, about: About) {
    let i = prefix.next;
    let short = scan.is(i, atom!("c"));
    if short && !(scan.is(after(i, 1), atom!(".")) && scan.word(after(i, 2)) == Word::Digits) {
        return;
    }
    prefix.quantified = true;
    prefix.about = match about {
        About::Approx => Some(Modifier::Approx),
        About::Less => Some(Modifier::LessThan),
        About::More => Some(Modifier::MoreThan),
    };
    prefix.amounts_only |=
        !scan.is_any(i, atoms!["about", "around", "approximately", "circa", "ca", "c", "roughly"]);
    prefix.next = after(i, 1);
    if scan.is_any(i, atoms!["ca", "c", "circa"]) && scan.is(after(i, 1), atom!(".")) {
        prefix.next = after(i, 2);
    }
}

/// What is counted before "more than": "a third more than three years ago" compares, it does not count years.
fn measures(scan: &Scan<'_>, i: usize) -> bool {
    matches!(scan.word(i), Word::Digits | Word::Ordinal(_) | Word::Scale(_) | Word::Key(Key::Half))
        || scan.is_any(i, atoms!["%", "percent", "cent", "quarter", "points", "times", "far", "much", "many"])
}

/// "more than", "less than", "at least", "up to", "no more than", "as much as".
fn take_compared(scan: &Scan<'_>, prefix: &mut Prefix) {
    let i = prefix.next;
    if scan.before(i).is_some_and(|b| measures(scan, b)) {
        return;
    }
    let next = after(i, 1);
    let (modifier, taken) = match scan.word(i) {
        Word::Key(Key::More) if scan.is(next, atom!("than")) => (Modifier::MoreThan, 2),
        Word::Key(Key::Less) if scan.is(next, atom!("than")) => (Modifier::LessThan, 2),
        Word::Key(Key::Up) if scan.is(next, atom!("to")) => (Modifier::EqualOrLess, 2),
        Word::Key(Key::At) if scan.is(next, atom!("least")) => (Modifier::EqualOrMore, 2),
        Word::Key(Key::At) if scan.is(next, atom!("most")) => (Modifier::EqualOrLess, 2),
        Word::Key(Key::No) if scan.is(after(next, 1), atom!("than")) && scan.key(next, Key::More) => {
            (Modifier::EqualOrLess, 3)
        }
        Word::Key(Key::No) if scan.is(after(next, 1), atom!("than")) && scan.key(next, Key::Less) => {
            (Modifier::EqualOrMore, 3)
        }
        Word::Key(Key::As)
            if scan.is_any(next, atoms!["long", "much", "little", "many", "few"])
                && scan.key(after(next, 1), Key::As) =>
        {
            (Modifier::Approx, 3)
        }
        _ => return,
    };
    prefix.quantified = true;
    prefix.amounts_only = true;
    prefix.about = Some(modifier);
    prefix.next = after(i, taken);
}
