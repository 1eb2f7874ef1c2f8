//! Linear time as a tested promise: four times the text takes about four times the time.
//!
//! A quadratic step takes sixteen times as long. The bound of ten lies between: in sixty runs on a loaded
//! machine a linear step took at most 6.2 times as long, a quadratic one at least 16.6.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may panic")]

use std::time::{Duration, Instant};

use dateline::{Gazetteer, Parser};

/// time(4n) / time(n) above this fails.
const BOUND: f64 = 10.0;
/// How often something may seem slow on a busy machine before it is held to be slow.
const TRIES: usize = 6;
/// Shorter runs measure the clock, not the parser.
const LEAST: Duration = Duration::from_millis(2);

/// The shortest of some runs, each timed by `run`.
fn best_of(runs: usize, run: impl Fn() -> Duration) -> Duration {
    (0..runs).map(|_| run()).min().unwrap()
}

fn timed<T>(run: impl FnOnce() -> T) -> (Duration, T) {
    let start = Instant::now();
    let out = run();
    (start.elapsed(), out)
}

/// The ratio of times for `n` and `4 n`, with `n` grown until it can be timed. `prepare` makes what is timed.
fn ratio<T>(prepare: &impl Fn(usize) -> T, run: &impl Fn(&T) -> Duration) -> f64 {
    let mut n = 250;
    while run(&prepare(n)) < LEAST {
        n *= 2;
    }
    let best = |n| {
        let input = prepare(n);
        best_of(5, || run(&input)).as_secs_f64()
    };
    best(4 * n) / best(n)
}

/// Four times as many, or as long, takes less than [`BOUND`] times as long.
fn assert_ratio<T>(name: &str, prepare: impl Fn(usize) -> T, run: impl Fn(&T) -> Duration) {
    // More tries: the machine may have been busy. A quadratic step is seen in all of them.
    let seen = (0..TRIES).map(|_| ratio(&prepare, &run)).find(|seen| *seen <= BOUND);
    assert!(
        seen.is_some(),
        "{name}: four times as much takes more than {BOUND} times as long, {TRIES} times"
    );
}

/// Parsing `n` and `4 n` pieces.
fn assert_linear(name: &str, piece: impl Fn(usize) -> String) {
    assert_text(name, |n| (0..n).map(&piece).collect());
}

/// Parsing a text made for `n`.
fn assert_text(name: &str, text: impl Fn(usize) -> String) {
    let parser = Parser::new();
    // The first parse loads the names; timing it would choose texts too short to time.
    let _ = parser.parse("Warm up.");
    assert_ratio(name, text, |text| {
        let (took, article) = timed(|| parser.parse(text.as_str()));
        assert_eq!(article.text.len(), text.len());
        took
    });
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
    assert_linear("initials", |_| "A. B. ".to_owned());
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

/// What goes deep: opened `n` times, then closed as often.
fn linear_in_depth() {
    let nest = |open: &str, close: &str, n: usize| open.repeat(n) + "no" + &close.repeat(n);
    assert_text("quotes in quotes", |n| nest("“a ‘b ", " c’ d”", n));
    assert_text("closed before opened", |n| nest("a” b’ ", " ‘c “d", n));
    assert_text("straight marks in marks", |n| nest("\"a 'b ", " c' d\"", n));
    assert_text("brackets", |n| nest("(a ", ") ", n));
    assert_text("many marks behind one question", |n| "?”".repeat(n) + " Ada Holt asked. ");
    assert_text("chains", |n| nest("Aro said that ", ", Lind said", n));
    assert_text("according to", |n| "It rained".to_owned() + &", according to Aro".repeat(n));
}

/// A table of `n` organisations, named by `name`.
fn table(n: usize, name: impl Fn(usize) -> String) -> String {
    let row = |i| format!("t:{i}\torganization\t{}\n", name(i));
    "id\tkind\tname\n".to_owned() + &(0..n).map(row).collect::<String>()
}

fn build(table: &str) -> Gazetteer {
    Gazetteer::builder().tsv(table).build().unwrap()
}

fn linear_in_the_gazetteer() {
    let load = |table: &String| timed(|| build(table)).0;
    assert_ratio("names", |n| table(n, |i| format!("{} {}", word(i), word(i / 7))), load);
    assert_ratio("one name", |n| table(n, |_| "Lind Works".to_owned()), load);
    assert_ratio("one first word", |n| table(n, |i| format!("Lind {}", word(i))), load);
    assert_ratio("one letter more", |n| table(n, |i| "A ".repeat(i % 64) + "B"), load);
    // A text is read in the same time whatever is listed.
    let text = "Kalo Lind of the Bank of Aro met Vozu Nepasi. ".repeat(2_000);
    let read = |names: &Gazetteer| timed(|| names.find(&text).len()).0;
    assert_ratio(
        "size",
        |n| build(&table(n, |i| format!("{} {}", word(i), word(i + 1)))),
        |names| {
            // What is timed does not grow with the table: the clock must not send it for ever larger ones.
            read(names).max(LEAST)
        },
    );
}

/// Names of 30 and of 120 bytes, in texts of their own first word.
fn linear_in_the_length_of_names() {
    let names = |letters: usize| build(&table(8, |i| "A ".repeat(letters * (i + 8) / 16) + "B"));
    let text = "A ".repeat(100_000);
    let time = |letters| {
        let names = names(letters);
        best_of(5, || timed(|| assert!(names.find(&text).is_empty())).0).as_secs_f64()
    };
    let seen = (0..TRIES).map(|_| time(60) / time(15)).find(|seen| *seen <= BOUND);
    assert!(seen.is_some(), "names of four times the length take more than {BOUND} times as long");
}

/// One test, so that no other test of this file takes the processor from the one that is timed.
#[test]
fn time_is_linear() {
    linear_in_plain_text();
    linear_in_names();
    linear_in_quotes();
    linear_in_dates();
    linear_in_depth();
    linear_in_the_gazetteer();
    linear_in_the_length_of_names();
}
