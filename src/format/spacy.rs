//! spaCy's JSON of a document.

use std::collections::BTreeMap;

use serde::Serialize;

use super::named::names;
use super::reference;
use crate::article::Article;
use crate::date::{Date, DateKind, Unit, Value};
use crate::offsets::OffsetMap;
use crate::span::Span;
use crate::text::Tokens;

/// The article as spaCy 3 writes a `Doc` with `to_json` and reads one with `from_json`.
///
/// `ents` holds names and dates under the labels of OntoNotes (`PERSON`, `GPE`, `ORG`, `DATE` …), flat as spaCy
/// wants them. The span groups hold what may overlap: `quotes` (a span a piece, labelled with the kind of the
/// quote), `sources` and `cues`; `kb_id` is the best-known id of the entity, `iso3166:NO`. Tokens are this crate's,
/// with white space as spaCy keeps it: a single space belongs to the token before it, other white space is a token
/// of its own. Offsets count characters, as Python does.
///
/// ```
/// let article = dateline::parse("Ōtsu is in Japan.");
/// let json = serde_json::to_value(dateline::format::spacy(&article))?;
/// assert_eq!(json["ents"][0]["label"], "GPE");
/// assert_eq!((json["ents"][0]["start"].as_u64(), json["ents"][0]["end"].as_u64()), (Some(0), Some(4)));
/// # Ok::<(), serde_json::Error>(())
/// ```
pub fn spacy<'a>(article: &'a Article<'a>) -> impl Serialize + 'a {
    let map = article.offsets();
    Doc {
        text: &article.text,
        ents: ents(article, &map),
        sents: article.sentences.iter().map(|span| Sentence::of(&map, *span)).collect(),
        tokens: tokens(&map),
        spans: spans(article, &map),
    }
}

#[derive(Serialize)]
struct Doc<'a> {
    text: &'a str,
    ents: Vec<Labelled<'a>>,
    sents: Vec<Sentence>,
    tokens: Vec<Token>,
    spans: BTreeMap<&'static str, Vec<Labelled<'a>>>,
}

#[derive(Serialize)]
struct Labelled<'a> {
    start: usize,
    end: usize,
    label: &'a str,
    kb_id: String,
}

#[derive(Serialize)]
struct Sentence {
    start: usize,
    end: usize,
}

#[derive(Serialize)]
struct Token {
    id: usize,
    start: usize,
    end: usize,
}

impl<'a> Labelled<'a> {
    fn new(map: &OffsetMap<'_>, span: Span, label: &'a str, kb_id: Option<String>) -> Self {
        let range = map.chars(span);
        Self { start: range.start, end: range.end, label, kb_id: kb_id.unwrap_or_default() }
    }
}

impl Sentence {
    fn of(map: &OffsetMap<'_>, span: Span) -> Self {
        let range = map.chars(span);
        Self { start: range.start, end: range.end }
    }
}

/// Names and dates, sorted and disjoint. Where they overlap ("the 2024 Olympics"), the name stays.
fn ents<'a>(article: &'a Article<'_>, map: &OffsetMap<'_>) -> Vec<Labelled<'a>> {
    let names = names(article);
    let mut ents: Vec<Labelled<'a>> = Vec::with_capacity(names.len() + article.dates.len());
    let mut dates = article.dates.iter().peekable();
    let date = |date: &'a Date| Labelled::new(map, date.span, date_label(date), None);
    for name in &names {
        while let Some(before) = dates.next_if(|date| date.span.end <= name.span.start) {
            ents.push(date(before));
        }
        while dates.next_if(|date| date.span.overlaps(name.span)).is_some() {}
        ents.push(Labelled::new(map, name.span, name.onto_notes(), reference(name.entity)));
    }
    ents.extend(dates.map(date));
    ents
}

/// OntoNotes calls what is shorter than a day `TIME`, all else `DATE`, lengths of time and recurring times too.
const fn date_label(date: &Date) -> &'static str {
    match (date.kind, date.value) {
        (DateKind::Time, _) => "TIME",
        (_, Value::Duration(length)) if matches!(length.unit, Unit::Second | Unit::Minute | Unit::Hour) => {
            "TIME"
        }
        _ => "DATE",
    }
}

fn spans<'a>(article: &'a Article<'_>, map: &OffsetMap<'_>) -> BTreeMap<&'static str, Vec<Labelled<'a>>> {
    let (mut quotes, mut sources, mut cues) = (Vec::new(), Vec::new(), Vec::new());
    for quote in &article.quotes {
        let speaker = article.speaker(quote).and_then(reference);
        let pieces = quote.spans.iter().map(|span| (*span, quote.kind.as_str()));
        quotes.extend(pieces.map(|(span, label)| Labelled::new(map, span, label, speaker.clone())));
        if let Some(source) = article.source(quote) {
            sources.push(Labelled::new(map, source.span, source.kind.as_str(), speaker));
        }
        let said = quote.attribution.and_then(|id| article.attribution(id));
        if let Some(cue) = said.and_then(|said| said.cue.as_ref()) {
            cues.push(Labelled::new(map, cue.span, cue.class.as_str(), None));
        }
    }
    BTreeMap::from([("quotes", quotes), ("sources", sources), ("cues", cues)])
}

/// The tokens, and the white space between them that is more than the one space after a token.
fn tokens(map: &OffsetMap<'_>) -> Vec<Token> {
    let text = map.text();
    let mut out: Vec<Token> = Vec::new();
    let mut push = |span: Span| {
        let range = map.chars(span);
        out.push(Token { id: out.len(), start: range.start, end: range.end });
    };
    let mut end = 0;
    for token in Tokens::new(text).as_slice() {
        blank(text, Span::new(end, token.span().start), &mut push);
        push(token.span());
        end = token.span().end;
    }
    blank(text, Span::new(end, text.len()), &mut push);
    out
}

fn blank(text: &str, gap: Span, push: &mut impl FnMut(Span)) {
    let space = gap.start > 0 && gap.of(text).is_some_and(|gap| gap.starts_with(' '));
    let rest = Span::new(gap.start + usize::from(space), gap.end);
    if !rest.is_empty() {
        push(rest);
    }
}

#[cfg(test)]
mod tests {
    use crate::parser::Parser;
    use serde_json::Value;

    use super::spacy;

    fn json(text: &str) -> Value {
        serde_json::to_value(spacy(&Parser::new().parse(text))).unwrap()
    }

    fn ranges(list: &Value) -> Vec<(usize, usize)> {
        let number = |value: &Value| usize::try_from(value.as_u64().unwrap()).unwrap();
        list.as_array().unwrap().iter().map(|item| (number(&item["start"]), number(&item["end"]))).collect()
    }

    /// What `Doc.from_json` asks: tokens that cover the text but for single spaces, and spans of whole tokens.
    #[test]
    fn tokens_cover_the_text_and_carry_all_spans() {
        for text in [
            "",
            " \n ",
            "🚢 Zürich\r\n\r\n“We won,”  Ola Berg told Reuters in Oslo\u{a0}on May 3, 2025.\u{202e} <script> He\tleft. ",
            "The 2024 Olympics in Paris, France, began on 26 July 2024 at 7 p.m., officials said.",
        ] {
            let json = json(text);
            let chars: Vec<char> = text.chars().collect();
            let tokens = ranges(&json["tokens"]);
            let mut at = 0;
            for (start, end) in &tokens {
                assert!(
                    *start == at || (*start == at + 1 && chars[at] == ' '),
                    "{start} after {at} in {text:?}"
                );
                at = *end;
            }
            assert!(at == chars.len() || (at + 1 == chars.len() && chars[at] == ' '), "{text:?}");
            let groups = json["spans"].as_object().unwrap().values();
            for (start, end) in groups.chain([&json["ents"], &json["sents"]]).flat_map(ranges) {
                assert!(tokens.iter().any(|token| token.0 == start), "{start} in {text:?}");
                assert!(tokens.iter().any(|token| token.1 == end), "{end} in {text:?}");
            }
            let ents = ranges(&json["ents"]);
            assert!(ents.windows(2).all(|pair| pair[0].1 <= pair[1].0), "{ents:?}");
        }
    }

    #[test]
    fn labels_are_those_of_onto_notes() {
        let json = json("French officials met Maria Berg in Paris on May 3, 2025 for two hours.");
        let labels: Vec<_> =
            json["ents"].as_array().unwrap().iter().map(|ent| ent["label"].as_str().unwrap()).collect();
        assert_eq!(labels, ["NORP", "PERSON", "GPE", "DATE", "TIME"]);
        assert_eq!(json["ents"][0]["kb_id"], "iso3166:FR");
    }
}
