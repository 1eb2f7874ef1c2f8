//! Expressions of time, row by row: the right spans with the right values, and nothing else.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic")]

use std::fmt::Write as _;

use chrono::NaiveDate;
use dateline::{Article, Input, Parser};

/// Published, text without its brackets, the bracketed stretches with their values.
type Row<'r> = (Option<NaiveDate>, String, Vec<(String, &'r str)>);

fn read(row: &str) -> Row<'_> {
    let mut cells = row.split('\t');
    let (published, marked, values) = (cells.next().unwrap(), cells.next().unwrap(), cells.next().unwrap());
    let mut text = String::new();
    let mut spans: Vec<String> = Vec::new();
    let mut inside = false;
    for c in marked.chars() {
        match c {
            '[' => (inside, ()) = (true, spans.push(String::new())),
            ']' => inside = false,
            c => {
                text.push(c);
                if let Some(span) = spans.last_mut().filter(|_| inside) {
                    span.push(c);
                }
            }
        }
    }
    let values: Vec<&str> = values.split(' ').filter(|value| *value != "-").collect();
    assert_eq!(spans.len(), values.len(), "a value a bracket: {row}");
    (published.parse().ok(), text, spans.into_iter().zip(values).collect())
}

fn found<'a>(article: &'a Article<'_>) -> Vec<(&'a str, String)> {
    article.dates.iter().map(|date| (article.get(date.span).unwrap(), date.value.to_string())).collect()
}

#[test]
fn rows() {
    let parser = Parser::new();
    let (mut wrong, mut count) = (String::new(), 0);
    for row in include_str!("cases/dates.tsv").lines().filter(|row| !row.starts_with('#')) {
        let (published, text, want) = read(row);
        let article = parser.parse(Input::new(text.as_str()).published(published));
        article.check().unwrap();
        let got = found(&article);
        let same = got.len() == want.len()
            && got.iter().zip(&want).all(|(got, want)| got.0 == want.0 && got.1 == want.1);
        if !same {
            writeln!(wrong, "{row}\n    found {got:?}").unwrap();
        }
        assert_eq!(parser.parse(Input::new(text.as_str()).published(published)), article, "twice the same");
        count += 1;
    }
    assert!(wrong.is_empty(), "{wrong}");
    assert!(count >= 300, "{count} rows");
}
