//! Memory as a tested promise: the heap that a parse takes is bounded by the length of the text.
//!
//! The bounds are what was measured and half as much again, at most; the figures are those of docs/security.md. One test, so
//! that no other thread allocates while it measures. The measure counts old and new together while a list
//! grows, as if it always moved.
#![allow(clippy::cast_precision_loss, reason = "a ratio")]

use dateline::{Gazetteer, Parser};
use peak_alloc::PeakAlloc;

#[global_allocator]
static HEAP: PeakAlloc = PeakAlloc;

/// Long enough that what a parse takes for any text does not count.
const LENGTH: usize = 1 << 18;

/// What the bundled names and the word lists hold at most.
const HELD: usize = 32 << 20;

/// What loading them takes at most.
const LOADING: usize = 96 << 20;

/// What each kind of text takes at most, in bytes of heap for a byte of text.
const FAMILIES: &[(&str, &str, usize)] = &[
    ("plain text", "The council met in the old hall and talked about roads for two hours.\n", 55),
    ("one line of prose", "the council met in the old hall and talked about roads ", 35),
    ("blanks", " ", 6),
    ("line ends", "\n", 6),
    ("one-letter lines", "a\n", 80),
    ("one-letter words", "a ", 80),
    ("a word", "x", 6),
    ("stops", ". ", 38),
    ("marks", "“”", 21),
    ("straight marks", "\" ", 38),
    ("open marks", "“a ", 110),
    ("quotes", "“No,” he said. ", 140),
    ("cues", "X said Y said ", 410),
    ("names", "Ola Berg met Kim Lie. ", 75),
    ("one-letter names", "A. B. ", 150),
    ("countries", "Chad Mali Peru ", 75),
    ("weekdays", "Monday ", 60),
    ("dates", "May 3, ", 110),
    ("slashes", "1/2/", 160),
    ("bylines", "By A\n", 260),
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
    println!("{:<20} held {:5.1} MB, peak while loading {:5.1} MB", "names and words", mb(held), mb(loading));
    assert!(held < HELD, "{held} bytes held");
    assert!(loading < LOADING, "{loading} bytes while loading");

    let mut over = Vec::new();
    for &(name, piece, bound) in FAMILIES {
        let text = piece.repeat(LENGTH / piece.len());
        let mut kept = 0;
        let most = peak(|| {
            let before = HEAP.current_usage();
            let article = parser.parse(text.as_str());
            kept = HEAP.current_usage().saturating_sub(before);
            drop(article);
        });
        let per_byte = |bytes: usize| bytes as f64 / text.len() as f64;
        println!(
            "{name:<20} peak {:6.1}, kept {:6.1} bytes a byte (bound {bound})",
            per_byte(most),
            per_byte(kept)
        );
        if most > bound * text.len() {
            over.push(name);
        }
    }
    assert_eq!(over, [""; 0], "more heap than the bound");
}

fn mb(bytes: usize) -> f64 {
    bytes as f64 / 1e6
}
