//! Whether "the" before a core belongs to the expression or to the noun that follows it.
//!
//! "the third quarter", "the summer", "the past year" are expressions with their article; in "the Aug. 7
//! attacks", "the 1998 bombing" and "the eight-year war" the article is the noun's.

use super::scan::{Scan, after};
use super::words::{Key, Word};
use crate::date::phrase::Core;
use crate::date::value::Unit;
use crate::text::{Atom, Shape, atom, atoms};

/// Rules whose dates stand before a noun like an adjective.
const NAMED: &[&str] = &[
    "date.year",
    "date.month",
    "date.month_day",
    "date.month_year",
    "date.weekday",
    "date.weekday_part",
    "date.weekday_date",
    "date.holiday",
    "set.adverb",
    "date.numeric",
    "date.iso",
    "time.clock",
];

/// Whether an article right before the core that begins at `start` is left out.
pub(super) fn is_of_noun(scan: &Scan<'_>, start: usize, core: &Core) -> bool {
    let last = scan.before(core.next);
    let last_word = last.map_or(Word::None, |last| scan.word(last));
    match core.rule {
        "reference.word" => !scan.is(start, atom!("future")) || noun_follows(scan, core.next),
        "date.season" => noun_follows(scan, core.next),
        "date.quarter" => last.is_some_and(|last| scan.hyphen(last.saturating_sub(1))),
        "shift.year_ago" => !matches!(last_word, Word::Key(Key::Period) | Word::Unit(Unit::Quarter)),
        // "the 7 October attacks", but "the 3rd of May".
        "date.day_month" => scan.digits(start).is_some() && noun_follows(scan, core.next),
        // "the eight-year war", "the two day rally"; "the two days" are an expression.
        "duration.counted" => {
            matches!(last_word, Word::Unit(_)) || scan.is(core.next.saturating_sub(1), atom!("long"))
        }
        // "the year 2000" and "the 1988 period" keep theirs.
        "date.year" => scan.word(start) == Word::Digits && !matches!(last_word, Word::Key(_)),
        rule => NAMED.contains(&rule),
    }
}

/// Whether a noun that the expression qualifies comes next: "the summer offensive".
pub(super) fn noun_follows(scan: &Scan<'_>, i: usize) -> bool {
    match scan.shape(i) {
        Some(Shape::Lower) => !is_function_word(scan, i) && scan.word(i) == Word::None,
        Some(Shape::Title | Shape::Upper) => scan.word(i) == Word::None,
        Some(Shape::Hyphen) => scan.glued(i) && scan.glued(after(i, 1)),
        _ => false,
    }
}

/// Words that cannot be the noun of a compound.
const FUNCTION_WORDS: &[Atom] = atoms![
    "of", "in", "on", "at", "after", "before", "when", "as", "to", "and", "or", "but", "with", "by", "from",
    "for", "while", "that", "he", "she", "they", "it", "we", "i", "was", "is", "were", "are", "had", "has",
    "have", "until", "because", "since", "than", "then", "will", "would", "could", "if", "which", "who",
    "where", "through", "during", "into", "over", "his", "her", "their", "its", "not", "so", "also", "saw",
    "without", "between", "against", "amid"
];

/// Whether the word at `i` is one that cannot be the head of a compound.
pub(super) fn is_function_word(scan: &Scan<'_>, i: usize) -> bool {
    scan.is_any(i, FUNCTION_WORDS) || scan.str(i).ends_with("ly")
}
