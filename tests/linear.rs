//! Linear time as a tested promise: four times the text takes about four times the time.
//!
//! A quadratic step takes sixteen times as long. The bound of ten lies between: in sixty runs on a loaded
//! machine a linear step took at most 6.2 times as long, a quadratic one at least 16.6.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may panic")]

use std::time::{Duration, Instant};

use dateline::Parser;

/// time(4n) / time(n) above this fails.
const BOUND: f64 = 10.0;
/// How often a text may seem slow on a busy machine before it is held to be slow.
const TRIES: usize = 6;
/// Shorter runs measure the clock, not the parser.
const LEAST: Duration = Duration::from_millis(2);

fn best_of(runs: usize, parser: &Parser, text: &str) -> Duration {
    let time = || {
        let start = Instant::now();
        let article = parser.parse(text);
        let took = start.elapsed();
        assert_eq!(article.text.len(), text.len());
        took
    };
    (0..runs).map(|_| time()).min().unwrap()
}

/// The ratio of times for a text of `n` and of `4 n` pieces, with `n` grown until it can be timed.
fn ratio(parser: &Parser, piece: &dyn Fn(usize) -> String) -> f64 {
    let text = |n: usize| (0..n).map(piece).collect::<String>();
    // The first parse loads the names; timing it would choose texts too short to time.
    let _ = parser.parse("Warm up.");
    let mut n = 250;
    while best_of(1, parser, &text(n)) < LEAST {
        n *= 2;
    }
    best_of(5, parser, &text(4 * n)).as_secs_f64() / best_of(5, parser, &text(n)).as_secs_f64()
}

fn assert_linear(name: &str, piece: impl Fn(usize) -> String) {
    let parser = Parser::new();
    // More tries: the machine may have been busy. A quadratic step is seen in all of them.
    let seen = (0..TRIES).map(|_| ratio(&parser, &piece)).find(|seen| *seen <= BOUND);
    assert!(
        seen.is_some(),
        "{name}: four times the text takes more than {BOUND} times as long, {TRIES} times"
    );
}

/// A made-up word for a number: distinct, pronounceable, in no list.
fn word(i: usize) -> String {
    let syllable = |d: usize| ["ka", "lo", "mi", "ru", "te", "vo", "zu", "ne", "pa", "si"][d % 10];
    let low: String = i.to_string().bytes().map(|b| syllable(usize::from(b - b'0'))).collect();
    let mut chars = low.chars();
    chars.next().map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
}

fn linear_in_plain_text() {
    assert_linear("paragraphs", |i| {
        format!("The council met in town {i} and talked about roads for two hours.\n")
    });
    assert_linear("one paragraph", |_| "The council met and talked about roads. ".to_owned());
    assert_linear("one sentence", |_| "and the council met ".to_owned());
    assert_linear("lines", |_| "x\n".to_owned());
    assert_linear("headings", |i| format!("Section {i}\n\n"));
}

fn linear_in_names() {
    assert_linear("distinct names", |i| format!("{} {} went home. ", word(i), word(i + 7)));
    assert_linear("one surname", |i| format!("{} Lindqvist went home. ", word(i)));
    assert_linear("one name", |_| "Ola Lindqvist went home. ".to_owned());
    assert_linear("initials", |_| "A. ".to_owned());
    assert_linear("a run of capitals", |i| format!("{} ", word(i)));
    assert_linear("roles", |i| format!("Foreign Minister {} said no. ", word(i)));
    assert_linear("acronyms", |i| format!("{} ({}) said no. ", word(i), word(i).to_uppercase()));
}

fn linear_in_quotes() {
    assert_linear("quotes", |i| format!("“Number {i},” she said. "));
    assert_linear("open marks", |_| "“a ".to_owned());
    assert_linear("open marks in paragraphs", |_| "“a b c d.\n".to_owned());
    assert_linear("closing marks", |_| "a” ".to_owned());
    assert_linear("apostrophes", |_| "'x ".to_owned());
    assert_linear("straight marks", |_| "\" ".to_owned());
    assert_linear("nested marks", |_| "“‘".to_owned());
    assert_linear("cues", |_| "X said Y said ".to_owned());
    assert_linear("according to", |_| "according to ".to_owned());
    assert_linear("pronouns", |_| "He said that she left. ".to_owned());
}

fn linear_in_dates() {
    assert_linear("weekdays", |_| "Monday ".to_owned());
    assert_linear("relative", |_| "two days later ".to_owned());
    assert_linear("slashes", |_| "1/2/".to_owned());
    assert_linear("digits", |_| "7".to_owned());
    assert_linear("years", |i| format!("in {} and ", 1000 + i % 1000));
    assert_linear("ranges", |_| "from March to May, ".to_owned());
}

/// One test, so that no other test of this file takes the processor from the one that is timed.
#[test]
fn time_is_linear() {
    linear_in_plain_text();
    linear_in_names();
    linear_in_quotes();
    linear_in_dates();
}
