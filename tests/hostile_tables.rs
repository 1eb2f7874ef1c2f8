//! Tables and JSON from strangers: an error with its line, or something usable; never a panic, never a stall.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may panic")]

#[path = "support/promises.rs"]
mod promises;
#[path = "support/random.rs"]
mod random;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use dateline::{Article, Gazetteer, GazetteerBuilder, Overlaps, Parser};
use serde_json::{Value, json};

use random::Random;

/// Rows with everything a column can hold.
const TABLE: &str = "id\tkind\tname\taliases\tweak_aliases\tclass\tcountry\tids\tweight\tvalid_from\tvalid_to\tpriority\tattributes\n\
    t:1\torganization\tAro Shipping Group\tAro Shipping;ASG\tAro\tcompany\tNO,SE\tisin=NO1\t7\t2014\t2020-03\t5\trisk=high\n\
    # a note\n\
    t:2\tplace\tPort Élan\tPort Elan;Port-Élan\t\tcity\tFR\t\t\t\t2014-03-18\t-128\t\n\
    t:2\tplace\tPort Élan\tÉlan\n\
    \tvessel\tNordic Petrel\n";

const PATTERNS: &str = "{\"label\": \"ORG\", \"pattern\": \"Lindworks\", \"id\": \"lw\"}\n\
    {\"label\": \"ORG\", \"pattern\": [{\"LOWER\": \"lind\"}, {\"TEXT\": \"\\u00e9\\ud83d\\ude00\"}], \"id\": \"lw\"}\n";

/// Bytes that tables trip over.
const ODD: &[&[u8]] = &[
    b"\t",
    b"\n",
    b"\r\n",
    b"\"",
    b";",
    b",",
    b"=",
    b"#",
    b"\0",
    b"\xff",
    b"\\u",
    b"{",
    b"[",
    b"9999999999",
    b"-1",
    "\u{feff}".as_bytes(),
    "\u{202e}".as_bytes(),
    "\u{301}".as_bytes(),
    "İß".as_bytes(),
    "\u{1f}".as_bytes(),
];

fn damage(random: &mut Random, table: &str) -> String {
    let mut bytes = table.as_bytes().to_vec();
    for _ in 0..=random.below(4) {
        let at = random.below(bytes.len());
        let end = (at + random.below(30)).min(bytes.len());
        match random.below(4) {
            0 => bytes.splice(at..at, ODD[random.below(ODD.len())].iter().copied()).for_each(drop),
            1 => bytes.splice(at..end, ODD[random.below(ODD.len())].iter().copied()).for_each(drop),
            2 => {
                let piece = bytes[at..end].repeat(random.below(8));
                bytes.splice(at..at, piece).for_each(drop);
            }
            _ => bytes.truncate(end.max(1)),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Builds; where that works, reads the table as a text. What broke, if anything.
fn survives(builder: GazetteerBuilder, lines: usize, text: &str) -> Result<bool, String> {
    let run = || match builder.overlaps(Overlaps::All).build() {
        Err(error) if error.line().is_some_and(|line| line > lines + 1) => {
            Err(format!("no such line: {error}"))
        }
        Err(error) if error.to_string().len() > 2_000 => Err("an endless message".to_owned()),
        Err(_) => Ok(false),
        Ok(gazetteer) => {
            let found = gazetteer.find(text);
            let inside =
                found.iter().all(|f| text.get(f.span.start..f.span.end).is_some_and(|t| !t.is_empty()));
            let parser = Parser::builder().gazetteer(gazetteer.clone()).build().unwrap();
            promises::keeps(&parser, text, None)?;
            if inside { Ok(true) } else { Err("a match outside the text".to_owned()) }
        }
    };
    catch_unwind(AssertUnwindSafe(run)).unwrap_or_else(|_| Err("panic".to_owned()))
}

#[test]
fn damaged_tables_load_or_name_their_line() {
    let mut loaded = [0; 3];
    for seed in 0..3_000 {
        let random = &mut Random(seed);
        let format = random.below(3);
        let table = damage(random, if format == 2 { PATTERNS } else { TABLE });
        let table = if format == 1 { table.replace('\t', ",") } else { table };
        let builder = Gazetteer::builder();
        let builder = match format {
            0 => builder.tsv(&*table),
            1 => builder.csv(&*table),
            _ => builder.patterns_jsonl(&*table),
        };
        match survives(builder, table.lines().count(), &table) {
            Ok(usable) => loaded[format] += usize::from(usable),
            Err(why) => panic!("seed {seed}: {why}\n{table:?}"),
        }
    }
    assert!(loaded.iter().all(|n| *n > 20), "tables that load, by format: {loaded:?}");
}

#[test]
fn two_hundred_thousand_rows_load_in_seconds() {
    let row = |i: usize| format!("t:{i}\torganization\tLind {} Works {i}\tLW{i};Aro {}\n", i % 977, i / 3);
    let table = "id\tkind\tname\taliases\n".to_owned() + &(0..200_000).map(row).collect::<String>();
    let start = Instant::now();
    let gazetteer = Gazetteer::builder().tsv(table).build().unwrap();
    let took = start.elapsed();
    assert!(took < Duration::from_secs(20), "{took:?}");
    let found = gazetteer.find("Lind 100 Works 100, LW199999 and Aro 0");
    let ids: Vec<_> = found.iter().map(|found| found.id()).collect();
    assert_eq!(ids, ["t:100", "t:199999", "t:0", "t:1", "t:2"]);
}

#[test]
fn names_that_are_common_words_or_marks_of_the_grammar() {
    let names =
        ["said", "the", "The", "Monday", "by", "By", "according", "he", "Mr", "May", "A", "I", "7", "2025"];
    let rows: String = names.iter().enumerate().map(|(i, name)| format!("t:{i}\tperson\t{name}\n")).collect();
    let gazetteer = Gazetteer::builder().bundled().tsv(format!("id\tkind\tname\n{rows}")).build().unwrap();
    let parser = Parser::builder().gazetteer(gazetteer).build().unwrap();
    let text = "By May\nThe 7 said on Monday, according to Mr May, that he left. “The May,” said A. I said by May 7, 2025.";
    parser.parse(text).check().unwrap();
    for piece in ["said ", "the said ", "By May\n", "according to Monday "] {
        parser.parse(piece.repeat(10_000)).check().unwrap();
    }
}

fn sample() -> Value {
    let text =
        "Port reopens\n“We won,” minister Ola Berg said in Oslo on May 3, 2025. “It is ‘late’,” he added.";
    serde_json::to_value(Parser::new().parse(text)).unwrap()
}

/// The pointers to every value inside.
fn pointers(value: &Value) -> Vec<String> {
    let mut out = Vec::new();
    let mut todo = vec![(String::new(), value)];
    while let Some((at, value)) = todo.pop() {
        match value {
            Value::Array(list) => todo.extend(list.iter().enumerate().map(|(i, v)| (format!("{at}/{i}"), v))),
            Value::Object(map) => todo.extend(map.iter().map(|(key, v)| (format!("{at}/{key}"), v))),
            _ => {}
        }
        out.push(at);
    }
    out
}

/// Whatever stands in whatever place: refused, or sound, and then every accessor answers.
#[test]
fn json_with_anything_anywhere_is_refused_or_sound() {
    let good = sample();
    let bad = [
        json!(null),
        json!(-1),
        json!(0),
        json!(1),
        json!(u64::MAX),
        json!(1e300),
        json!(""),
        json!("\u{2028}</script>"),
        json!([]),
        json!({}),
        json!([[[]]]),
        json!({"start": 9, "end": 3}),
        json!({"start": 14, "end": 15}),
    ];
    let (mut sound, mut refused) = (0, 0);
    for at in pointers(&good) {
        for bad in &bad {
            let mut value = good.clone();
            *value.pointer_mut(&at).unwrap() = bad.clone();
            let Ok(article) = serde_json::from_value::<Article<'static>>(value) else {
                refused += 1;
                continue;
            };
            promises::answers(&article).unwrap_or_else(|why| panic!("{at} = {bad}: {why}"));
            sound += 1;
        }
    }
    assert!(refused > 1_000 && sound > 100, "{refused} refused, {sound} sound");
}

/// Line separators and closing tags come back from JSON as they were.
#[test]
fn json_keeps_what_javascript_would_trip_over() {
    let text = "Port </script> reopens\u{2028}\u{2029}“No\u{0}\u{7f},” Ola <!-- Berg said.\u{feff}";
    let article = Parser::new().parse(text);
    let back: Article<'static> = serde_json::from_str(&serde_json::to_string(&article).unwrap()).unwrap();
    assert_eq!(back, article.into_owned());
}
