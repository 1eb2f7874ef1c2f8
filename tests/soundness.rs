//! `Article::check` has teeth: each of its promises, broken in a sound article, is the one that it names.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may panic")]

use dateline::{Anchor, Article, AttributionId, EntityId, MarkState, QuoteId, QuoteKind, Span};
use serde_json::{Value, json};

const TEXT: &str = "Port reopens\nBy Ada Lund\nOSLO - “We won’t wait,” minister Ola Berg said on Tuesday, May 6. “It is \
    ‘late’,” he added.\nWhat comes next\nCars may cross from Friday.";

/// The first place of some words, with more fields.
fn at(words: &str, more: Value) -> Value {
    let start = TEXT.find(words).unwrap();
    let mut out = json!({"start": start, "end": start + words.len(), "rule": "test", "confidence": 90});
    let more = more.as_object().unwrap();
    out.as_object_mut().unwrap().extend(more.iter().map(|(key, value)| (key.clone(), value.clone())));
    out
}

fn date(words: &str, value: &str, from: &str, until: &str) -> Value {
    let range = json!({"from": from, "until": until});
    let more =
        json!({"kind": "date", "value": value, "range": range, "anchor": "published", "relative": true});
    at(words, more)
}

fn quote(id: usize, words: &str, parent: Option<usize>) -> Value {
    json!({
        "id": id, "kind": "direct", "spans": [at(words, json!({}))], "verbatim": [at(words, json!({}))],
        "marks": "closed", "parent": parent, "attribution": id, "rule": "test", "confidence": 90
    })
}

fn attribution(id: usize, source: &str, cue: &str) -> Value {
    json!({
        "id": id, "quote": id, "source": at(source, json!({"kind": "person", "entity": 0})),
        "cue": at(cue, json!({"lemma": "say", "class": "say"})), "polarity": "affirmed", "via": [],
        "rule": "test", "confidence": 90
    })
}

/// An article with one of everything, written by hand: what a parse would find is not the question here.
fn sample() -> Article<'static> {
    let lines: Vec<&str> = TEXT.lines().collect();
    let dateline = at("OSLO -", json!({"places": [at("OSLO", json!({}))]}));
    let role = at("minister", json!({"title": "minister", "of": 1}));
    let value = json!({
        "schema": 1, "text": TEXT, "published": null,
        "parts": [
            at(lines[0], json!({"kind": "headline"})),
            at(lines[1], json!({"kind": "byline", "authors": [at("Ada Lund", json!({"name": "Ada Lund"}))]})),
            at(lines[2], json!({"kind": "paragraph", "dateline": dateline})),
            at(lines[3], json!({"kind": "heading", "section": 3})),
            at(lines[4], json!({"kind": "paragraph", "section": 3})),
        ],
        "sentences": [at(lines[0], json!({})), at(lines[4], json!({}))],
        "entities": [
            {"id": 0, "kind": "person", "name": "Ola Berg", "ids": {}, "roles": [role], "rule": "test",
             "confidence": 90, "mentions": [at("Ola Berg", json!({"form": "name"})),
             at("he", json!({"form": "pronoun", "start": TEXT.find("he added"), "end": TEXT.find(" added")}))]},
            {"id": 1, "kind": "place", "name": "Oslo", "ids": {}, "roles": [], "rule": "test",
             "confidence": 90, "mentions": [at("OSLO", json!({"form": "name"}))]},
        ],
        "dates": [
            date("Tuesday", "2025-05-06", "2025-05-06", "2025-05-07"),
            date("May 6", "2025-05-06", "2025-05-06", "2025-05-07"),
            date("Friday", "2025-05-09", "2025-05-09", "2025-05-10"),
        ],
        "quotes": [quote(0, "We won’t wait,", None), quote(1, "It is ‘late’,", None), quote(2, "late", Some(1))],
        "attributions": [
            attribution(0, "Ola Berg", "said"), attribution(1, "he added", "added"),
            attribution(2, "minister", "said"),
        ],
        "marked": [],
    });
    serde_json::from_value(value).unwrap()
}

type Breakage = (&'static str, fn(&mut Article<'_>));

const SPAN: &str = "a span is not empty, in range, on character boundaries";
const SORTED: &str = "spans of one list are sorted and disjoint";
const ONE_PART: &str = "a finding lies in one part";
const NAME_EACH_OTHER: &str = "a quote and its attribution name each other";

/// A span that crosses from the first part into the second.
const ACROSS: Span = Span::new(5, 15);

const PARTS: &[Breakage] = &[
    (SPAN, |a| a.parts[0].span.end = a.parts[0].span.start),
    (SPAN, |a| a.parts.last_mut().unwrap().span.end += 1),
    (SPAN, |a| a.parts[2].span.start = TEXT.find('“').unwrap() + 1),
    (SPAN, |a| a.parts[2].span.end = usize::MAX),
    (SORTED, |a| a.parts.swap(0, 1)),
    (SORTED, |a| a.parts[1].span.start -= 3),
    ("parts cover all text that is not blank", |a| drop(a.parts.remove(0))),
    ("parts cover all text that is not blank", |a| drop(a.parts.pop())),
    ("a span lies inside its part", |a| a.parts[1].authors[0].span = a.parts[0].span),
    ("a span lies inside its part", |a| a.parts[2].dateline.as_mut().unwrap().places[0] = a.parts[0].span),
    ("a section is a heading above", |a| a.parts[0].section = Some(3)),
    ("a section is a heading above", |a| a.parts[4].section = Some(2)),
    ("a section is a heading above", |a| a.parts[4].section = Some(99)),
    (SORTED, |a| a.sentences.swap(0, 1)),
    (ONE_PART, |a| a.sentences = vec![ACROSS]),
];

const DATES: &[Breakage] = &[
    (SORTED, |a| a.dates.swap(0, 1)),
    (ONE_PART, |a| a.dates[0].span = ACROSS),
    ("a range holds a day", |a| a.dates[0].range.as_mut().unwrap().until = a.dates[0].range.unwrap().from),
    ("a time of a part is a date", |a| {
        let stamp = json!({"start": 13, "end": 15, "role": "published"});
        a.parts[1].stamps.push(serde_json::from_value(stamp).unwrap());
    }),
    ("a date is counted from another one", |a| a.dates[1].anchor = Anchor::Mention(99)),
    ("no date is counted from itself", |a| a.dates[1].anchor = Anchor::Mention(1)),
    ("no date is counted from itself", |a| {
        a.dates[0].anchor = Anchor::Mention(1);
        a.dates[1].anchor = Anchor::Mention(2);
        a.dates[2].anchor = Anchor::Mention(0);
    }),
];

const ENTITIES: &[Breakage] = &[
    ("an entity's id is its position", |a| a.entities[1].id = EntityId(0)),
    ("an entity has a name and a mention", |a| a.entities[0].mentions.clear()),
    ("an entity has a name and a mention", |a| a.entities[0].name.clear()),
    (SORTED, |a| a.entities[1].mentions[0].span = a.entities[0].mentions[0].span),
    (SORTED, |a| {
        let twice = a.entities[0].mentions[0];
        a.entities[0].mentions.insert(0, twice);
    }),
    (ONE_PART, |a| a.entities[0].mentions[0].span = ACROSS),
    ("a mention is trimmed", |a| a.entities[0].mentions[0].span.end += 1),
    ("an entity id is a position", |a| a.entities[0].roles[0].of = Some(EntityId(99))),
    (ONE_PART, |a| a.entities[0].roles[0].span = ACROSS),
];

const QUOTES: &[Breakage] = &[
    ("a quote's id is its position", |a| a.quotes[1].id = QuoteId(0)),
    ("a quote has a piece", |a| a.quotes[0].spans.clear()),
    (ONE_PART, |a| a.quotes[0].spans[0] = ACROSS),
    ("what is verbatim lies inside a piece", |a| a.quotes[0].verbatim[0].end += 3),
    ("the kind of a quote and its marks agree", |a| a.quotes[0].kind = QuoteKind::Indirect),
    ("the kind of a quote and its marks agree", |a| a.quotes[0].marks = MarkState::Bare),
    ("the kind of a quote and its marks agree", |a| a.quotes[0].verbatim.clear()),
    ("every word of a direct quote is verbatim", |a| a.quotes[0].verbatim[0].end -= "wait,".len()),
    ("quotes are in the order of the text", |a| {
        let [first, second, ..] = &mut a.quotes[..] else { return };
        std::mem::swap(&mut first.spans, &mut second.spans);
        std::mem::swap(&mut first.verbatim, &mut second.verbatim);
    }),
    ("a parent is a quote before its own", |a| a.quotes[0].parent = Some(QuoteId(0))),
    ("a parent is a quote before its own", |a| a.quotes[0].parent = Some(QuoteId(1))),
    ("a parent is a quote before its own", |a| a.quotes[0].parent = Some(QuoteId(99))),
    ("a quote stands inside its parent", |a| a.quotes[1].parent = Some(QuoteId(0))),
    ("quotes that share words stand inside one another", |a| a.quotes[2].parent = None),
    (NAME_EACH_OTHER, |a| a.quotes[0].attribution = Some(AttributionId(1))),
    (NAME_EACH_OTHER, |a| a.quotes[0].attribution = Some(AttributionId(99))),
];

const ATTRIBUTIONS: &[Breakage] = &[
    (NAME_EACH_OTHER, |a| a.quotes[0].attribution = None),
    (NAME_EACH_OTHER, |a| {
        let more = a.attributions[0].clone();
        a.attributions.push(more);
        a.attributions.last_mut().unwrap().id = AttributionId(a.attributions.len() - 1);
    }),
    ("an attribution's id is its position", |a| a.attributions[2].id = AttributionId(0)),
    ("an entity id is a position", |a| {
        a.attributions[0].source.as_mut().unwrap().entity = Some(EntityId(99))
    }),
    ("source and cue stand outside what was said", |a| {
        a.attributions[0].cue.as_mut().unwrap().span = a.quotes[0].spans[0];
    }),
    ("source and cue stand outside what was said", |a| {
        a.attributions[0].source.as_mut().unwrap().span = a.quotes[0].spans[0];
    }),
    (ONE_PART, |a| a.attributions[0].addressee = Some(ACROSS)),
    (SPAN, |a| a.attributions[0].medium = Some(Span::new(7, 7))),
    ("the time of saying is a date", |a| a.attributions[0].said_on = Some(99)),
];

#[test]
fn the_sample_is_sound() {
    assert_eq!(sample().check(), Ok(()));
}

#[test]
fn each_promise_is_held() {
    for (at, (promise, breaks)) in
        [PARTS, DATES, ENTITIES, QUOTES, ATTRIBUTIONS].into_iter().flatten().enumerate()
    {
        let mut article = sample();
        breaks(&mut article);
        let seen = article.check().expect_err(promise).to_string();
        assert!(seen.starts_with(promise), "breakage {at}: {promise} was broken, seen was: {seen}");
    }
}

/// Nine deep is one too many; eight is not.
#[test]
fn quotes_nest_eight_deep_and_no_deeper() {
    let nested = |levels: usize| {
        let mut article = sample();
        let (quote, attribution) = (article.quotes[2].clone(), article.attributions[2].clone());
        // The sample's own last quote is the first level.
        for id in 3..levels + 2 {
            let (mut quote, mut attribution) = (quote.clone(), attribution.clone());
            (quote.id, quote.parent) = (QuoteId(id), Some(QuoteId(id - 1)));
            quote.attribution = Some(AttributionId(id));
            (attribution.id, attribution.quote) = (AttributionId(id), QuoteId(id));
            article.quotes.push(quote);
            article.attributions.push(attribution);
        }
        article.check().map_err(|unsound| unsound.to_string())
    };
    assert_eq!(nested(8), Ok(()));
    assert!(nested(9).is_err_and(|why| why.starts_with("quotes nest at most eight deep")));
}

/// Two readings of one clause end at different words; what stands between the pieces of a quote is not in it.
#[test]
fn parsed_quotes_nest_or_stand_apart() {
    let clause =
        "Officials said that though he offered a ship, nobody in the port said it would sail on Monday.";
    let between = "“It was a long day,” Ada Holt said when asked whether she had met Kim Lie. “He was kind.”";
    for text in [clause, between] {
        let article = dateline::parse(text);
        assert_eq!(article.check(), Ok(()), "{text}");
        assert!(!article.quotes.is_empty(), "{text}");
    }
    assert!(dateline::parse(between).quotes.iter().all(|quote| quote.parent.is_none()));
}
