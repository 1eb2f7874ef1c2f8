//! Linear time as a tested promise: sixteen times the text takes about sixteen times the time.
//!
//! What is timed is the processor time of the thread, not the time that passes: on a busy machine a thread waits,
//! but does no more work. A quadratic step takes 256 times as long; the bound lies between, with room for what
//! caches cost. The texts are long, so that a quadratic step with a small constant shows as well.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::string_slice,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

#[path = "support/families.rs"]
mod families;
#[path = "support/patterns.rs"]
mod patterns;

use std::time::Duration;

use cpu_time::ThreadTime;
use dateline::{Gazetteer, Parser};
use rayon::prelude::*;

use families::{FAMILIES, Family, word};
use patterns::PATTERNS;

/// How much more of everything.
const TIMES: usize = 16;
/// time(16 n) / time(n) above this fails. Linear steps were seen at up to 40, quadratic ones at 100 and more.
const BOUND: f64 = 50.0;
/// How often something may seem slow before it is held to be slow.
const TRIES: usize = 4;
/// The shorter of two texts, in bytes.
const LENGTH: usize = 32 << 10;
/// The same where two patterns make a text: there are many pairs.
const PAIR_LENGTH: usize = 4 << 10;

fn timed<T>(run: impl FnOnce() -> T) -> (Duration, T) {
    let start = ThreadTime::now();
    let out = run();
    (start.elapsed(), out)
}

/// The shortest of some runs, in seconds; never nothing, so that it can divide.
fn best_of(runs: usize, run: impl Fn() -> Duration) -> f64 {
    (0..runs).map(|_| run()).min().unwrap().as_secs_f64().max(1e-6)
}

/// The smallest growth of some tries: a quadratic step is seen in all of them.
fn growth<T>(prepare: impl Fn(usize) -> T, run: impl Fn(&T) -> Duration) -> f64 {
    let (small, large) = (prepare(1), prepare(TIMES));
    let mut least = f64::INFINITY;
    for _ in 0..TRIES {
        least = least.min(best_of(1, || run(&large)) / best_of(3, || run(&small)));
        if least <= BOUND {
            break;
        }
    }
    least
}

/// All that grows too fast, at once.
#[track_caller]
fn assert_linear(seen: &[(&str, f64)]) {
    for (name, growth) in seen {
        println!("{name:<40} {growth:6.1}");
    }
    let over: Vec<_> = seen.iter().filter(|(_, growth)| *growth > BOUND).collect();
    assert!(over.is_empty(), "{TIMES} times as much takes so many times as long: {over:?}");
}

/// Each family of hostile text. They cover the length of the text and of a line, the number of lines, names, quotes
/// and dates, and how deep they stand in one another.
#[test]
fn time_grows_with_the_text() {
    let parser = Parser::new();
    // The first parse loads the names.
    let _ = parser.parse("Warm up on Monday, “he” said.");
    let parse = |text: &String| {
        let (took, article) = timed(|| parser.parse(text.as_str()));
        assert_eq!(article.text.len(), text.len());
        took
    };
    let grows = |family: &Family| growth(|times| family.text(times * LENGTH), parse);
    let seen: Vec<_> = FAMILIES.iter().map(|family| (family.name, grows(family))).collect();
    assert_linear(&seen);
}

/// Paragraphs of two patterns, of `length` bytes together: in turn, or all of the one before all of the other.
fn pair(one: &str, other: &str, in_turn: bool, length: usize) -> String {
    let paragraph = |pattern: &str, i: usize| pattern.replace('@', &word(i)) + "\n\n";
    let count = length / (one.len() + other.len() + 4);
    if in_turn {
        return (0..count).map(|i| paragraph(one, i) + &paragraph(other, i)).collect();
    }
    [one, other].iter().flat_map(|pattern| (0..count).map(|i| paragraph(pattern, i))).collect()
}

/// What a text makes long in one way must not be searched for each of what it makes long in another.
#[test]
fn time_grows_with_any_two_patterns() {
    let parser = Parser::new();
    let _ = parser.parse("Warm up on Monday, “he” said.");
    let parse = |text: &String| timed(|| parser.parse(text.as_str())).0;
    let with = |one: &'static str| PATTERNS.iter().map(move |other| (one, *other));
    let pairs = PATTERNS.iter().flat_map(|one| with(one)).flat_map(|pair| [(pair, true), (pair, false)]);
    let pairs: Vec<_> = pairs.collect();
    let grows = |((one, other), in_turn): &((&str, &str), bool)| {
        let growth = growth(|times| pair(one, other, *in_turn, times * PAIR_LENGTH), parse);
        (format!("{one} {} {other}", if *in_turn { "+" } else { "|" }), growth)
    };
    let seen: Vec<_> = pairs.par_iter().map(grows).collect();
    let seen: Vec<_> = seen.iter().map(|(name, growth)| (name.as_str(), *growth)).collect();
    assert_linear(&seen);
}

/// A table of `n` organisations, named by `name`.
fn table(n: usize, name: impl Fn(usize) -> String) -> String {
    let row = |i| format!("t:{i}\torganization\t{}\n", name(i));
    "id\tkind\tname\n".to_owned() + &(0..n).map(row).collect::<String>()
}

fn build(table: &str) -> Gazetteer {
    Gazetteer::builder().tsv(table).build().unwrap()
}

#[test]
fn building_a_gazetteer_grows_with_its_names() {
    const ROWS: usize = 1_000;
    let load = |table: &String| timed(|| build(table)).0;
    let grows = |name: fn(usize) -> String| growth(|times| table(times * ROWS, name), load);
    assert_linear(&[
        ("distinct names", grows(|i| format!("{} {}", word(i), word(i / 7)))),
        ("one name", grows(|_| "Lind Works".to_owned())),
        ("one first word", grows(|i| format!("Lind {}", word(i)))),
        ("one letter more", grows(|i| "A ".repeat(i % 64) + "B")),
    ]);
}

/// A text is read in the same time whatever is listed, but for what caches cost.
#[test]
fn the_size_of_a_gazetteer_does_not_matter() {
    let text = "Kalo Lind of the Bank of Aro met Vozu Nepasi. ".repeat(4_000);
    let names = |times: usize| build(&table(times * 2_000, |i| format!("{} {}", word(i), word(i + 1))));
    let seen = growth(names, |names| timed(|| names.find(&text).len()).0);
    assert!(seen < 4.0, "{TIMES} times the names: {seen:.1} times as long");
}

/// Names of seven and of 127 bytes, in a text that begins each of them at each word.
#[test]
fn time_grows_with_the_length_of_names_and_no_faster() {
    let text = "A ".repeat(100_000);
    let name = |times: usize, i: usize| "A ".repeat(4 * times - 1 - i % 2) + "B";
    let names = |times: usize| build(&table(8, |i| name(times, i)));
    assert_eq!(names(TIMES).find(&name(TIMES, 0)).len(), 4, "the names can be found");
    let seen = growth(names, |names| timed(|| assert!(names.find(&text).is_empty())).0);
    assert_linear(&[("length of names", seen)]);
}
