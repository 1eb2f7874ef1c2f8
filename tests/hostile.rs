//! Texts from strangers: every group of hostile input gives a sound article, quickly, and says no more than it knows.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::string_slice,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

#[path = "support/families.rs"]
mod families;
#[path = "support/promises.rs"]
mod promises;

use std::time::{Duration, Instant};

use chrono::NaiveDate;
use dateline::{Article, Input, Parser, PartKind};

use families::{FAMILIES, word};

/// An article with every construction the stages know, to be damaged in every place.
const SAMPLE: &str = "Port reopens, minister says\nBy Ada Lund\nOSLO (Reuters) - “We won’t wait,” Foreign \
    Minister Ola Berg-Strand said on Tuesday, according to state agency NTB. “It is “late”, he wrote.\n\
    Ola Berg-Strand in Oslo on May 3, 2025. (Photo: Kim Lie/AFP via Getty Images)\nThe report said Norway’s \
    exports fell 3.5% in the third quarter, a year earlier than Denmark's. 'No,' she said.\n";

/// Parses, holds every promise and the time.
#[track_caller]
fn sound(name: &str, text: &str, cap: Duration) {
    let parser = Parser::new();
    let start = Instant::now();
    let kept = promises::keeps(&parser, text, None);
    let took = start.elapsed();
    assert_eq!(kept.err(), None, "{name}");
    assert!(took < cap, "{name}: {took:?}");
}

/// Hangs are minutes; a busy machine is seconds. `tests/linear.rs` holds the rest.
#[track_caller]
fn quick(name: &str, text: &str) {
    sound(name, text, Duration::from_secs(30));
}

fn speakers(article: &Article<'_>) -> Vec<String> {
    let names = article.quotes.iter().map(|quote| article.speaker(quote).map(|entity| entity.name.clone()));
    names.flatten().collect()
}

#[test]
fn nothing_and_almost_nothing() {
    for text in ["", " ", "\n", "\0", "\u{feff}", "\r", "\u{200b}", " \t\r\n\u{a0}\u{2028}"] {
        quick(&format!("{text:?}"), text);
        let article = Parser::new().parse(text);
        assert!(article.parts.is_empty() && article.entities.is_empty(), "{text:?} is blank");
    }
    for text in ["a", "“", "\"", "'", ".", "\u{301}", "𝒜", "-", "By", "“”"] {
        quick(&format!("{text:?}"), text);
        assert_eq!(Parser::new().parse(text).parts.len(), 1, "{text:?} is a part");
    }
}

/// The table of families; each is read in linear time and memory by other tests.
#[test]
fn one_thing_many_times() {
    for family in FAMILIES {
        quick(family.name, &family.text(30_000));
        // Short ones end in the middle of everything.
        for length in 1..40 {
            quick(family.name, &family.text(length));
        }
    }
}

#[test]
fn ten_megabytes() {
    let line = SAMPLE.replace('\n', " ").repeat(10_000_000 / SAMPLE.len());
    let lines = "\n".repeat(10_000_000);
    for (name, text) in [("one line", line), ("line ends", lines)] {
        let start = Instant::now();
        let article = Parser::new().parse(text.as_str());
        assert_eq!(article.check(), Ok(()), "{name}");
        assert!(start.elapsed() < Duration::from_secs(120), "{name}: {:?}", start.elapsed());
    }
}

#[test]
fn a_million_paragraphs_of_one_letter() {
    let article = dateline::parse(&"a\n\n".repeat(1_000_000)).into_owned();
    assert_eq!((article.check(), article.parts.len()), (Ok(()), 1_000_000));
}

/// Ten thousand deep: a parser that recursed would end the process here.
#[test]
fn nesting_deeper_than_any_stack() {
    let deep = 10_000;
    for (open, close) in [("“‘", "’”"), ("(", ")"), ("«", "»"), ("\"'", "'\""), ("[“", "”]"), ("“", "’")]
    {
        quick(open, &(open.repeat(deep) + " no " + &close.repeat(deep)));
        quick(close, &(close.repeat(deep) + " no " + &open.repeat(deep)));
    }
}

/// Apostrophes and measures open and close nothing.
#[test]
fn marks_that_are_no_quotes() {
    for text in [
        "He danced to rock 'n' roll in the '90s, in the dogs' yard and at his boss' house.",
        "The wall is 5' 6\" high and the door is 6' 2\" high, the builders' plans of '98 show.",
        "It’s the workers’ day, and Mr Jones’ shop and the Smiths’ house stay shut till ’tis over.",
    ] {
        quick(text, text);
        let article = Parser::new().parse(text);
        let marked = article
            .quotes
            .iter()
            .flat_map(|quote| &quote.verbatim)
            .chain(article.marked.iter().map(|m| &m.span));
        assert_eq!(marked.map(|span| &article[*span]).collect::<Vec<_>>(), [""; 0], "{text}");
    }
}

/// A cue without a speaker gives nobody a voice, and a speaker without a cue says nothing.
#[test]
fn who_is_not_there_says_nothing() {
    for text in ["It was said.", "Said. Said, said; said!", "“No.”", "“No.” Ada Holt.", "said according to"]
    {
        quick(text, text);
        assert_eq!(speakers(&Parser::new().parse(text)), [""; 0], "{text}");
    }
}

#[test]
fn many_names_stay_many() {
    let text: String = (0..20_000).map(|i| format!("{} {} went home. ", word(i), word(i + 7))).collect();
    quick("distinct names", &text);
    let text = "Ada Lindqvist went home. ".to_owned() + &"Lindqvist went home. ".repeat(20_000);
    quick("one surname", &text);
    let article = Parser::new().parse(text.as_str());
    assert_eq!(article.entities.len(), 1);
    assert_eq!(article.entities[0].mentions.len(), 20_001);
}

#[test]
fn a_word_of_a_megabyte() {
    for (name, text) in
        [("word", "x".repeat(1_000_000)), ("name", "Xy".repeat(500_000)), ("digits", "7".repeat(1_000_000))]
    {
        let article = dateline::parse(&text).into_owned();
        assert_eq!((article.check(), article.parts.len()), (Ok(()), 1), "{name}");
        assert!(article.dates.is_empty(), "{name}: {:?}", article.dates);
    }
}

/// Every character that trips parsers, at every place of an article.
#[test]
fn every_truncation_and_every_insertion() {
    let odd = [
        "é", "\u{a0}", "\u{2009}", "\u{200d}", "\u{fe0f}", "\u{202e}", "\u{2066}", "\u{10ffff}", "“", "’",
        "\"", "\r", "\0", "İ", "ß", "ﬁ", "１", "\u{ad}", "\n\n",
    ];
    let parser = Parser::new();
    for (at, _) in SAMPLE.char_indices() {
        assert_eq!(parser.parse(&SAMPLE[..at]).check(), Ok(()));
        assert_eq!(parser.parse(&SAMPLE[at..]).check(), Ok(()));
        for insert in odd {
            let text = format!("{}{insert}{}", &SAMPLE[..at], &SAMPLE[at..]);
            assert_eq!(parser.parse(text.as_str()).check(), Ok(()), "{text:?}");
        }
    }
}

#[test]
fn broken_encodings() {
    let cp1252: Vec<u8> = SAMPLE.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(0x93)).collect();
    let utf16: Vec<u8> =
        [0xff, 0xfe].into_iter().chain(SAMPLE.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let cut: Vec<u8> = SAMPLE.bytes().filter(|byte| *byte != 0x80).collect();
    for (name, bytes) in [("cp1252", cp1252), ("utf-16", utf16), ("continuation bytes lost", cut)] {
        let text = String::from_utf8_lossy(&bytes);
        assert!(text.contains('\u{fffd}'), "{name} is broken");
        quick(name, &text);
    }
    quick("mojibake", &SAMPLE.replace('“', "â€œ").replace('”', "â€\u{9d}"));
}

/// Bidirectional controls, joiners and soft hyphens change no name's letters and hide no quote's speaker.
#[test]
fn invisible_characters_change_nothing_that_is_said() {
    let plain = "“We will not wait,” Foreign Minister Ola Berg said on Tuesday.";
    for (name, text) in [
        ("overrides round a quote", format!("\u{202e}{}\u{202c}", plain)),
        ("isolates round the words", plain.replace("We will", "\u{2067}We\u{2069} will")),
        ("a byte order mark", format!("\u{feff}{plain}")),
        ("a soft hyphen", plain.replace("Tuesday", "Tuesday\u{ad}")),
    ] {
        quick(name, &text);
        let article = Parser::new().parse(text.as_str());
        assert_eq!(speakers(&article), ["Ola Berg"], "{name}");
        assert_eq!(article.dates.len(), 1, "{name}");
    }
}

/// Letters that only look alike are other letters: a Cyrillic “О” makes another word.
#[test]
fn look_alikes_are_not_equal() {
    let known = |text: &str| -> Vec<(String, Option<String>)> {
        let article = Parser::new().parse(text);
        article.entities.iter().map(|entity| (entity.name.clone(), entity.country.clone())).collect()
    };
    assert_eq!(known("Talks began in Oslo."), [("Oslo".to_owned(), Some("NO".to_owned()))]);
    for other in ["Оslo", "Osl\u{3bf}", "Ｏｓｌｏ"] {
        let text = format!("Talks began in {other}.");
        quick(other, &text);
        let same = known(&text).iter().any(|(name, country)| name == "Oslo" || country.is_some());
        assert!(!same, "{other}: {:?}", known(&text));
    }
}

/// Case can change a letter's length: spans stay those of the text.
#[test]
fn letters_whose_case_has_another_length() {
    for name in ["İlker Straße", "ŉOla Eﬁ", "ǅemal Ⱥström"] {
        let text = format!("{0} said no. {0} said yes. {1} WINS", name, name.to_uppercase());
        quick(name, &text);
    }
}

#[test]
fn other_scripts() {
    for text in [
        "وزير الخارجية قال: «لن ننتظر» يوم الثلاثاء",
        "Министр заявил: «Мы не будем ждать» во вторник",
        "外交部发言人表示：“我们不会等待。”",
        "外務大臣は火曜日に「待たない」と述べた。",
        "שר החוץ אמר ביום שלישי כי \"לא נחכה\"",
        "👩‍👩‍👧‍👦🏽🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    ] {
        quick(text, &text.repeat(200));
        assert_eq!(Parser::new().parse(text).dates, [], "{text}: no date in English");
    }
}

/// Whatever ends a line, the parts are the same.
#[test]
fn line_ends_of_all_systems() {
    let parser = Parser::new();
    let kinds = |text: &str| -> Vec<(PartKind, String)> {
        let article = parser.parse(text);
        assert_eq!(article.check(), Ok(()), "{text:?}");
        article.parts.iter().map(|part| (part.kind, article[part.span].to_owned())).collect()
    };
    let unix = kinds(SAMPLE);
    assert!(unix.len() >= 5, "{unix:?}");
    for end in ["\r\n", "\r", "\u{2028}", "\u{2029}", "\u{85}", "\u{b}", "\u{c}", " \t\n", "\n\n\n\n\n"] {
        assert_eq!(kinds(&SAMPLE.replace('\n', end)), unix, "{end:?}");
    }
}

/// What the calendar does not have is marked, or is no date; it never becomes another day.
#[test]
fn impossible_days_are_marked_or_left_alone() {
    let published = NaiveDate::from_ymd_opt(2025, 5, 7);
    for words in ["February 30, 2025", "31 April 2025", "Feb. 29, 2025", "June 31, 2024", "2025-02-30"] {
        let text = format!("It opened on {words} in the old port.");
        let article = Parser::new().parse(Input::new(text.as_str()).published(published));
        assert_eq!(article.check(), Ok(()), "{words}");
        for date in &article.dates {
            let day = date.range.is_some_and(|days| (days.until - days.from).num_days() == 1);
            assert!(date.impossible || !day, "{words} became {}", date.value);
        }
    }
    for words in
        ["99/99/9999", "25 o'clock", "00:60", "0000-00-00", "2025-W54", "the 1000th of May", "year 999999"]
    {
        let text = format!("It opened on {words} in the old port.");
        let article = Parser::new().parse(Input::new(text.as_str()).published(published));
        assert_eq!(article.check(), Ok(()), "{words}");
        let days: Vec<_> =
            article.dates.iter().filter(|date| !date.impossible).filter_map(|date| date.range).collect();
        let whole = days.iter().all(|days| (days.until - days.from).num_days() > 1);
        assert!(whole, "{words}: {:?}", article.dates);
    }
}

#[test]
fn days_at_the_ends_of_time() {
    let text = "On February 30 and 31 April, Feb. 29, 2025, 99/99/9999, year 999999, 10000 years ago, 4294967296 days \
        ago, -1 days ago, in 1e9 weeks, the 1000th of May, 00:60, 24:00, 25 o'clock, 0000-00-00, 2025-W54, yesterday, \
        last week, next month, in 300,000 years, two centuries ago, ١٢ مايو, １２月, the 99999999999999999999th quarter. \
        In the third quarter, a year earlier, next year, a decade ago, last century, this weekend, every Monday.";
    let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
    let days = [
        NaiveDate::MIN,
        NaiveDate::MAX,
        day(1, 1, 1),
        day(1000, 1, 1),
        day(9999, 12, 31),
        day(183_738, 7, 1),
    ];
    for day in days {
        let kept = promises::keeps(&Parser::new(), text, Some(day));
        assert_eq!(kept.err(), None, "{day}");
    }
}
