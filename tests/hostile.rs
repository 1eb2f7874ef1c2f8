//! Texts from strangers: every group of hostile input gives a sound article, quickly.
#![allow(clippy::unwrap_used, clippy::panic, clippy::string_slice, reason = "a test may panic")]

use std::time::{Duration, Instant};

use chrono::NaiveDate;
use dateline::{Article, Input, Parser};

/// An article with every construction the stages know, to be damaged in every place.
const SAMPLE: &str = "Port reopens, minister says\nBy Ada Lund\nOSLO (Reuters) - “We won’t wait,” Foreign \
    Minister Ola Berg-Strand said on Tuesday, according to state agency NTB. “It is “late”, he wrote.\n\
    Ola Berg-Strand in Oslo on May 3, 2025. (Photo: Kim Lie/AFP via Getty Images)\nThe report said Norway’s \
    exports fell 3.5% in the third quarter, a year earlier than Denmark's. 'No,' she said.\n";

/// Parses, checks the promises, and holds the time.
fn sound(name: &str, text: &str, cap: Duration) {
    let parser = Parser::new();
    let start = Instant::now();
    let article = parser.parse(text);
    let took = start.elapsed();
    article.check().unwrap_or_else(|unsound| panic!("{name}: {unsound}"));
    assert_eq!(article.text, text, "{name}: the text is unchanged");
    assert!(took < cap, "{name}: {took:?}");
}

fn quick(name: &str, text: &str) {
    sound(name, text, Duration::from_secs(5));
}

#[test]
fn nothing_and_almost_nothing() {
    for text in
        ["", " ", "\n", "\0", "a", "“", "\"", "'", ".", "\u{feff}", "\u{301}", "𝒜", "\r", "-", "By", "“”"]
    {
        quick(&format!("{text:?}"), text);
    }
}

#[test]
fn marks_alone() {
    for mark in ["“", "”", "\"", "'", "’", "«", "‘“", "“”", "'x ", "'x '\"x", "“a ", "“a\n", "(", "``", "''"]
    {
        quick(mark, &mark.repeat(20_000));
    }
}

#[test]
fn one_thing_many_times() {
    for piece in [
        "said ",
        "according to ",
        "X said Y said Z said ",
        ", who said ",
        "A. ",
        "Monday ",
        "May ",
        "1/2/",
        "7",
        "Ola ",
        "Berg and ",
        "University of ",
        "President ",
        "the ",
        "al-",
        "© ",
        "(AP) ",
        "\n",
        "a\n",
        "Title\n",
        "- x\n",
        "By A\n",
        "@x ",
        "of the ",
        "last year ",
        "“No,” he said. ",
        "’s ",
        "U.S. ",
        "....",
        "\u{301}",
        "\u{200b}",
    ] {
        quick(piece, &piece.repeat(20_000));
    }
}

#[test]
fn ten_megabytes_on_one_line() {
    let line = SAMPLE.replace('\n', " ").repeat(10_000_000 / SAMPLE.len());
    sound("one line", &line, Duration::from_secs(60));
}

#[test]
fn a_word_of_a_megabyte() {
    quick("word", &"x".repeat(1_000_000));
    quick("name", &"Xy".repeat(500_000));
    quick("digits", &"7".repeat(1_000_000));
}

#[test]
fn every_truncation_and_every_insertion() {
    let odd =
        ["é", "\u{a0}", "\u{200d}", "\u{202e}", "\u{10ffff}", "“", "’", "\"", "\r", "\0", "İ", "１", "\n\n"];
    let parser = Parser::new();
    for (at, _) in SAMPLE.char_indices() {
        parser.parse(&SAMPLE[..at]).check().unwrap();
        parser.parse(&SAMPLE[at..]).check().unwrap();
        let insert = odd[at % odd.len()];
        let text = format!("{}{insert}{}", &SAMPLE[..at], &SAMPLE[at..]);
        parser.parse(text.as_str()).check().unwrap_or_else(|unsound| panic!("{text:?}: {unsound}"));
    }
}

#[test]
fn broken_encodings() {
    let latin1: Vec<u8> = SAMPLE.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(0x93)).collect();
    quick("latin-1", &String::from_utf8_lossy(&latin1));
    quick("mojibake", &SAMPLE.replace('“', "â€œ").replace('”', "â€\u{9d}"));
    quick(
        "utf-16",
        &String::from_utf8_lossy(&SAMPLE.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>()),
    );
}

#[test]
fn other_scripts() {
    for text in [
        "وزير الخارجية قال: «لن ننتظر» يوم الثلاثاء",
        "Министр заявил: «Мы не будем ждать» во вторник",
        "外交部发言人表示：“我们不会等待。”",
        "外務大臣は火曜日に「待たない」と述べた。",
        "שר החוץ אמר ביום שלישי כי \"לא נחכה\"",
    ] {
        quick(text, &text.repeat(200));
    }
}

#[test]
fn impossible_days_at_the_ends_of_time() {
    let text = "On February 30 and 31 April, Feb. 29, 2025, 99/99/9999, year 999999, 10000 years ago, 4294967296 days \
        ago, in 1e9 weeks, the 1000th of May, 00:60, 24:00, 25 o'clock, 0000-00-00, 2025-W54, yesterday, last week, \
        next month, in 300,000 years, two centuries ago, ١٢ مايو, the 99999999999999999999th quarter.";
    let text = format!(
        "{text} In the third quarter, a year earlier, next year, a decade ago, last century, this weekend."
    );
    let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
    for day in
        [NaiveDate::MIN, NaiveDate::MAX, day(1, 1, 1), day(1000, 1, 1), day(9999, 12, 31), day(183_738, 7, 1)]
    {
        let article = Parser::new().parse(Input::new(text.as_str()).published(day));
        article.check().unwrap();
        let json = serde_json::to_string(&article).unwrap();
        let back: Article<'static> =
            serde_json::from_str(&json).unwrap_or_else(|error| panic!("{day}: {error}"));
        assert_eq!(back, article.into_owned(), "{day}");
    }
}

#[test]
fn threads_share_one_parser_and_agree() {
    let parser = Parser::new();
    let alone = parser.parse(SAMPLE);
    std::thread::scope(|scope| {
        let runs: Vec<_> = (0..8).map(|_| scope.spawn(|| parser.parse(SAMPLE))).collect();
        for run in runs {
            assert_eq!(run.join().unwrap(), alone);
        }
    });
}
