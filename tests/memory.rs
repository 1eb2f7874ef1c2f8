//! Memory as a tested promise: the heap that a parse takes is bounded by the length of the text.
//!
//! The bounds are what was measured and half as much again, at most; the figures are those of docs/security.md. One test, so
//! that no other thread allocates while it measures. The measure counts old and new together while a list
//! grows, as if it always moved.
#![allow(
    clippy::cast_precision_loss,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test may panic"
)]

#[path = "support/families.rs"]
mod families;

use dateline::{Gazetteer, Parser};
use peak_alloc::PeakAlloc;

use families::FAMILIES;

#[global_allocator]
static HEAP: PeakAlloc = PeakAlloc;

/// Long enough that what a parse takes for any text does not count.
const LENGTH: usize = 1 << 18;

/// What the bundled names and the word lists hold at most.
const HELD: usize = 32 << 20;

/// What loading them takes at most.
const LOADING: usize = 96 << 20;

/// What any family of text takes at most, in bytes of heap for a byte of text.
const MOST: usize = 200;

/// What those take at most that docs/security.md names.
const FIGURES: &[(&str, usize)] = &[
    ("paragraphs", 60),
    ("one sentence", 40),
    ("blanks", 6),
    ("line ends", 6),
    ("one-letter lines", 95),
    ("a word", 6),
    ("stops", 38),
    ("empty quotes", 26),
    ("straight marks", 75),
    ("quotes never closed", 120),
    ("quotes", 140),
    ("X said Y said Z said", 330),
    ("distinct names", 85),
    ("initials", 165),
    ("countries", 75),
    ("weekdays", 70),
    ("days", 125),
    ("slashes", 190),
    ("bylines", 260),
];

/// The most heap in use at once while `run` runs, beyond what was in use before.
fn peak(run: impl FnOnce()) -> usize {
    HEAP.reset_peak_usage();
    let before = HEAP.current_usage();
    run();
    HEAP.peak_usage().saturating_sub(before)
}

#[test]
fn memory_is_bounded_by_the_text() {
    let before = HEAP.current_usage();
    let loading = peak(Gazetteer::warm_up);
    let parser = Parser::new();
    drop(parser.parse("Warm up on Monday, “he” said."));
    let held = HEAP.current_usage().saturating_sub(before);
    println!("{:<40} held {:5.1} MB, peak while loading {:5.1} MB", "names and words", mb(held), mb(loading));
    assert!(held < HELD, "{held} bytes held");
    assert!(loading < LOADING, "{loading} bytes while loading");

    let named = |figure: &(&str, usize)| FAMILIES.iter().any(|family| family.name == figure.0);
    assert!(FIGURES.iter().all(named), "a figure without a family");
    let mut over = Vec::new();
    for family in FAMILIES {
        let text = family.text(LENGTH);
        let mut kept = 0;
        let most = peak(|| {
            let before = HEAP.current_usage();
            let article = parser.parse(text.as_str());
            kept = HEAP.current_usage().saturating_sub(before);
            drop(article);
        });
        let bound = FIGURES.iter().find(|(name, _)| *name == family.name).map_or(MOST, |(_, bound)| *bound);
        let per_byte = |bytes: usize| bytes as f64 / text.len() as f64;
        println!(
            "{:<40} peak {:6.1}, kept {:6.1} bytes a byte (bound {bound})",
            family.name,
            per_byte(most),
            per_byte(kept)
        );
        if most > bound * text.len() {
            over.push((family.name, per_byte(most)));
        }
    }
    assert_eq!(over, [], "more heap than the bound");
}

fn mb(bytes: usize) -> f64 {
    bytes as f64 / 1e6
}
