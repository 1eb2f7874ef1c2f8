//! Where sentences end (see `tests/cases/sentences.txt`).
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may panic")]

const CASES: &str = include_str!("cases/sentences.txt");

/// The sentences of `paragraph` below a headline.
fn sentences(paragraph: &str) -> Vec<String> {
    let text = format!("Harbour reopens after storm\n{paragraph}");
    let article = dateline::parse(&text);
    article.check().unwrap();
    article.sentences.iter().skip(1).map(|s| article[*s].to_owned()).collect()
}

#[test]
fn sentences_end_where_the_cases_say() {
    let mut wrong = Vec::new();
    let rows = CASES.lines().filter(|row| !row.starts_with('#'));
    for row in rows.clone() {
        let got = sentences(&row.replace(" | ", " ")).join(" | ");
        if got != row {
            wrong.push(format!("{row}\n    got {got}"));
        }
    }
    assert!(rows.count() >= 90);
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
}

/// A blank that a page lost.
#[test]
fn glued_sentences_are_two() {
    for (text, want) in [
        ("It rained all day.The sun came later.", &["It rained all day.", "The sun came later."][..]),
        ("“Go,” he said.“Now.”", &["“Go,” he said.", "“Now.”"]),
        ("See example.org. Then call.", &["See example.org.", "Then call."]),
    ] {
        assert_eq!(sentences(text), want);
    }
}
