//! Damaged articles: spliced, cut, doubled, flipped, and sprinkled with words that the rules know.
//!
//! Seeded, so that every run sees the same texts. A failure prints the text as a test ready to be kept; inputs
//! that ever failed are files in `tests/regressions/` and are replayed here.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may panic")]

#[path = "support/corpora.rs"]
mod corpora;
#[path = "support/promises.rs"]
mod promises;
#[path = "support/random.rs"]
mod random;

use std::fs;
use std::panic::catch_unwind;

use dateline::Parser;

use random::Random;

/// Enough to reach every rule many times, within seconds in a test build.
const CASES: u64 = 5_000;

/// The files of a folder, as bytes.
fn read(folder: &str, extension: &str) -> Vec<(String, Vec<u8>)> {
    let files = corpora::files(folder, extension).into_iter();
    files.map(|path| (path.display().to_string(), fs::read(&path).unwrap())).collect()
}

fn pick<'a, T>(random: &mut Random, list: &'a [T]) -> &'a T {
    &list[random.below(list.len())]
}

/// The words of the closed lists, and the marks and characters that parsers trip over.
fn dictionary() -> Vec<Vec<u8>> {
    let mut words: Vec<Vec<u8>> = Vec::new();
    for (_, list) in read("src/lexicon", "tsv") {
        let list = String::from_utf8(list).unwrap();
        let fields = list.lines().flat_map(|line| line.split('\t'));
        words.extend(fields.filter(|f| !f.is_empty()).map(|f| format!(" {f} ").into_bytes()));
    }
    for mark in [
        "“", "”", "\"", "'", "’", "‘", "«", "(", ")", "\n", "\r\n", "\n\n", ". ", ", ", ": ", " — ", "-", "…",
    ] {
        words.push(mark.as_bytes().to_vec());
    }
    for odd in [
        "\u{a0}", "\u{200d}", "\u{202e}", "\u{301}", "\u{10ffff}", "İ", "ß", "\0", "99999999999", "0", "@x",
        "’s",
    ] {
        words.push(odd.as_bytes().to_vec());
    }
    words
}

fn mutate(random: &mut Random, texts: &[(String, Vec<u8>)], words: &[Vec<u8>]) -> Vec<u8> {
    let mut text = pick(random, texts).1.clone();
    for _ in 0..=random.below(6) {
        let at = random.below(text.len());
        let end = (at + random.below(200)).min(text.len());
        match random.below(7) {
            0 => text.splice(at..at, pick(random, words).iter().copied()).for_each(drop),
            1 => text.splice(at..end, pick(random, words).iter().copied()).for_each(drop),
            2 => text.drain(at..end).for_each(drop),
            3 => {
                let piece = text[at..end].repeat(1 + random.below(5));
                text.splice(at..at, piece).for_each(drop);
            }
            4 => {
                let other = &pick(random, texts).1;
                let from = random.below(other.len());
                let to = (from + random.below(400)).min(other.len());
                text.splice(at..end, other[from..to].iter().copied()).for_each(drop);
            }
            5 if at < text.len() => text[at] ^= 1 << random.below(8),
            _ => text.truncate(end.max(1)),
        }
    }
    text
}

fn assert_survives(parser: &Parser, name: &str, bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let run = || promises::keeps(parser, &text, None).map(drop);
    if let Err(why) = catch_unwind(run).unwrap_or_else(|_| Err("panic".to_owned())) {
        panic!(
            "{name}: {why}\nkeep it as a file in tests/regressions, or as\n    quick({name:?}, {text:?});"
        );
    }
}

#[test]
fn damaged_articles_give_sound_articles() {
    let (parser, texts, words) = (Parser::new(), read("examples/data", "txt"), dictionary());
    for seed in 0..CASES {
        let text = mutate(&mut Random(seed), &texts, &words);
        assert_survives(&parser, &format!("seed {seed}"), &text);
    }
}

#[test]
fn what_ever_failed_does_not_fail_again() {
    let parser = Parser::new();
    let kept = read("tests/regressions", "txt");
    assert!(!kept.is_empty(), "the regressions are where they were");
    for (name, bytes) in kept {
        assert_survives(&parser, &name, &bytes);
    }
}
