//! Damaged articles: spliced, cut, doubled, flipped, and sprinkled with words that the rules know.
//!
//! Seeded, so that every run sees the same texts. A failure prints the text as a test ready to be kept; inputs
//! that ever failed are files in `tests/regressions/` and are replayed here.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may panic")]

use std::fs;
use std::panic::catch_unwind;
use std::path::Path;

use dateline::{Article, Parser};

/// Enough to reach every rule many times, within seconds in a test build.
const CASES: u64 = 3_000;

/// SplitMix64: small, seeded, good enough to pick places.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, n: usize) -> usize {
        usize::try_from(self.next() % n.max(1) as u64).unwrap()
    }

    fn pick<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }
}

fn files(folder: &str, extension: &str) -> Vec<(String, Vec<u8>)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut out: Vec<_> = fs::read_dir(root)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == extension))
        .map(|path| (path.display().to_string(), fs::read(&path).unwrap()))
        .collect();
    out.sort();
    out
}

/// The words of the closed lists, and the marks and characters that parsers trip over.
fn dictionary() -> Vec<Vec<u8>> {
    let mut words: Vec<Vec<u8>> = Vec::new();
    for (_, list) in files("src/lexicon", "tsv") {
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
        "\u{a0}",
        "\u{200d}",
        "\u{202e}",
        "\u{301}",
        "\u{10ffff}",
        "İ",
        "ß",
        "\0",
        "99999999999",
        "0",
        "@x",
        "’s",
    ] {
        words.push(odd.as_bytes().to_vec());
    }
    words
}

fn mutate(random: &mut Random, texts: &[(String, Vec<u8>)], words: &[Vec<u8>]) -> Vec<u8> {
    let mut text = random.pick(texts).1.clone();
    for _ in 0..=random.below(6) {
        let at = random.below(text.len());
        let end = (at + random.below(200)).min(text.len());
        match random.below(7) {
            0 => text.splice(at..at, random.pick(words).iter().copied()).for_each(drop),
            1 => text.splice(at..end, random.pick(words).iter().copied()).for_each(drop),
            2 => text.drain(at..end).for_each(drop),
            3 => {
                let piece = text[at..end].repeat(1 + random.below(5));
                text.splice(at..at, piece).for_each(drop);
            }
            4 => {
                let other = &random.pick(texts).1;
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

/// Parses, checks every promise, and sends the article through JSON.
fn survives(parser: &Parser, text: &str) -> Result<(), String> {
    let run = || {
        let article = parser.parse(text);
        article.check().map_err(|unsound| unsound.to_string())?;
        let json = serde_json::to_string(&article).map_err(|error| error.to_string())?;
        let back: Article<'static> = serde_json::from_str(&json).map_err(|error| error.to_string())?;
        if back == article.into_owned() { Ok(()) } else { Err("JSON changes the article".to_owned()) }
    };
    catch_unwind(run).unwrap_or_else(|_| Err("panic".to_owned()))
}

fn assert_survives(parser: &Parser, name: &str, bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    if let Err(why) = survives(parser, &text) {
        panic!(
            "{name}: {why}\nkeep it as a file in tests/regressions, or as\n    quick({name:?}, {text:?});"
        );
    }
}

#[test]
fn damaged_articles_give_sound_articles() {
    let (parser, texts, words) = (Parser::new(), files("examples/data", "txt"), dictionary());
    for seed in 0..CASES {
        let text = mutate(&mut Random(seed), &texts, &words);
        assert_survives(&parser, &format!("seed {seed}"), &text);
    }
}

#[test]
fn what_ever_failed_does_not_fail_again() {
    let parser = Parser::new();
    for (name, bytes) in files("tests/regressions", "txt") {
        assert_survives(&parser, &name, &bytes);
    }
}
