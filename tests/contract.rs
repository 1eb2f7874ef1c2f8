//! What callers in other crates rely on: auto traits, owned and borrowed text, hostile JSON, the batch example.
#![allow(clippy::unwrap_used, clippy::string_slice, reason = "a test may panic")]

use dateline::{Article, Error, Gazetteer, Parser, PartKind, Span};
use serde_json::{Value, json};

#[test]
fn the_shared_types_cross_threads() {
    fn shared<T: Send + Sync + Clone + 'static>() {}
    fn error<T: std::error::Error + Send + Sync + 'static>() {}
    shared::<Parser>();
    shared::<Gazetteer>();
    shared::<Article<'static>>();
    error::<Error>();
}

#[test]
fn text_is_borrowed_or_owned_as_the_caller_likes() {
    let parser = Parser::new();
    let owned = String::from("Rain fell on Oslo.");
    let borrowed = parser.parse(&*owned);
    assert!(matches!(borrowed.text, std::borrow::Cow::Borrowed(_)));
    let kept: Article<'static> = parser.parse(owned.clone());
    assert_eq!(kept, borrowed.into_owned());
    let lossy = parser.parse(String::from_utf8_lossy(b"Rain \xff fell."));
    assert_eq!(lossy.text, "Rain \u{fffd} fell.");
}

#[test]
fn names_of_kinds_go_both_ways() {
    for kind in PartKind::ALL {
        assert_eq!(kind.to_string().parse(), Ok(*kind));
        assert_eq!(serde_json::to_value(kind).unwrap(), kind.as_str());
    }
    assert!("Headline".parse::<PartKind>().is_err());
}

/// The JSON of a small article.
fn sample() -> Value {
    let parser = Parser::new();
    let article = parser
        .parse("Port reopens\n“We won,” minister Ola Berg said in Oslo on May 3, 2025. He left Norway.");
    assert!(!article.quotes.is_empty() && !article.entities.is_empty() && !article.dates.is_empty());
    serde_json::to_value(&article).unwrap()
}

fn read(value: Value) -> Result<Article<'static>, String> {
    serde_json::from_value(value).map_err(|error| error.to_string())
}

#[test]
fn json_has_the_promised_fields() {
    let value = sample();
    assert_eq!(value["schema"], 1);
    for list in ["parts", "entities", "dates", "quotes", "attributions"] {
        assert!(value[list].is_array(), "{list}");
    }
    let quote = &value["quotes"][0];
    assert_eq!(quote["spans"][0]["text"], "We won,");
    let said = &value["attributions"][usize::try_from(quote["attribution"].as_u64().unwrap()).unwrap()];
    assert_eq!(said["cue"]["lemma"], "say");
    assert_eq!(said["quote"], quote["id"]);
}

#[test]
fn hostile_json_is_refused() {
    assert!(read(sample()).is_ok());
    let spoil = |path: &str, bad: Value| {
        let mut value = sample();
        *value.pointer_mut(path).unwrap() = bad;
        assert!(read(value).is_err(), "{path}");
    };
    spoil("/schema", json!(2));
    spoil("/parts/0/end", json!(1_000_000));
    spoil("/parts/0/end", json!(0));
    spoil("/quotes/0/id", json!(9));
    spoil("/quotes/0/parent", json!(0));
    spoil("/quotes/0/attribution", json!(77));
    spoil("/quotes/0/spans/0/start", json!(14));
    spoil("/entities/0/id", json!(3));
    spoil("/entities/0/mentions", json!([]));
    spoil("/attributions/0/quote", json!(5));
    spoil("/published/date", json!("2025-02-30"));
}

#[test]
fn spans_compare_with_ranges_and_index_text() {
    let span = Span::from(3..5);
    assert_eq!(span, 3..5);
    assert_eq!(&"abcdef"[span], "de");
}
