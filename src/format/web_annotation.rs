//! W3C Web Annotation: one annotation for each name, date and quote, as JSON-LD.

use serde::Serialize;

use super::{reference, words};
use crate::article::Article;
use crate::date::Date;
use crate::entity::{Entity, Mention};
use crate::offsets::OffsetMap;
use crate::quote::Quote;
use crate::span::Span;

/// How many characters before and after a stretch tell it from others of the same words: the usual number of
/// annotation tools.
const CONTEXT: usize = 32;

/// The article as a W3C `AnnotationPage` on `source`, the IRI of the text.
///
/// Each mention of an entity, each date and each quote is an `Annotation` with an id under `source`
/// (`#mention-0-2`, `#date-1`, `#quote-0`). Its target says twice where it stands, so that it survives small
/// changes of the text: by position, in characters, and by the words with 32 characters of context. A quote in
/// pieces has a target for each. Bodies are tags: the kind of the entity with its id, the value of the date, the
/// kind of the quote with its speaker.
///
/// ```
/// let article = dateline::parse("Zürich is in Switzerland.");
/// let page = dateline::format::web_annotation(&article, "https://example.org/1");
/// let json = serde_json::to_value(page)?;
/// let target = &json["items"][0]["target"][0];
/// assert_eq!(target["source"], "https://example.org/1");
/// assert_eq!(target["selector"][1]["exact"], "Zürich");
/// # Ok::<(), serde_json::Error>(())
/// ```
pub fn web_annotation<'a>(article: &'a Article<'a>, source: &'a str) -> impl Serialize + 'a {
    let writer = Writer { article, source, map: article.offsets() };
    let mentions = article.entities.iter().flat_map(|entity| {
        entity.mentions.iter().enumerate().map(|(i, mention)| writer.mention(entity, i, mention))
    });
    let dates = article.dates.iter().enumerate().map(|(i, date)| writer.date(i, date));
    let quotes = article.quotes.iter().map(|quote| writer.quote(quote));
    Page {
        context: "http://www.w3.org/ns/anno.jsonld",
        id: format!("{source}#annotations"),
        kind: "AnnotationPage",
        items: mentions.chain(dates).chain(quotes).collect(),
    }
}

#[derive(Serialize)]
struct Page<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    items: Vec<Annotation<'a>>,
}

#[derive(Serialize)]
struct Annotation<'a> {
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    motivation: &'static str,
    body: Vec<Body<'a>>,
    target: Vec<Target<'a>>,
}

#[derive(Serialize)]
struct Body<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    purpose: &'static str,
    value: std::borrow::Cow<'a, str>,
}

#[derive(Serialize)]
struct Target<'a> {
    source: &'a str,
    selector: (Position, Words<'a>),
}

#[derive(Serialize)]
struct Position {
    #[serde(rename = "type")]
    kind: &'static str,
    start: usize,
    end: usize,
}

#[derive(Serialize)]
struct Words<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    exact: &'a str,
    prefix: &'a str,
    suffix: &'a str,
}

impl<'a> Body<'a> {
    fn new(purpose: &'static str, value: impl Into<std::borrow::Cow<'a, str>>) -> Self {
        Self { kind: "TextualBody", purpose, value: value.into() }
    }
}

struct Writer<'a> {
    article: &'a Article<'a>,
    source: &'a str,
    map: OffsetMap<'a>,
}

impl<'a> Writer<'a> {
    fn mention(&self, entity: &'a Entity, i: usize, mention: &Mention) -> Annotation<'a> {
        let mut body = vec![
            Body::new("classifying", entity.kind.as_str()),
            Body::new("tagging", mention.form.as_str()),
            Body::new("identifying", entity.name.as_str()),
        ];
        body.extend(reference(entity).map(|id| Body::new("identifying", id)));
        self.annotation(format!("mention-{}-{i}", entity.id), "identifying", body, &[mention.span])
    }

    fn date(&self, i: usize, date: &Date) -> Annotation<'a> {
        let body = vec![
            Body::new("classifying", date.kind.as_str()),
            Body::new("identifying", date.value.to_string()),
        ];
        self.annotation(format!("date-{i}"), "identifying", body, &[date.span])
    }

    fn quote(&self, quote: &Quote) -> Annotation<'a> {
        let mut body = vec![Body::new("classifying", quote.kind.as_str())];
        let source = self.article.source(quote);
        let written = source.map(|source| words(self.article, source.span));
        let speaker = self.article.speaker(quote).map(|entity| entity.name.as_str()).or(written);
        body.extend(speaker.map(|name| Body::new("identifying", name)));
        self.annotation(format!("quote-{}", quote.id), "classifying", body, &quote.spans)
    }

    fn annotation(
        &self,
        id: String,
        motivation: &'static str,
        body: Vec<Body<'a>>,
        spans: &[Span],
    ) -> Annotation<'a> {
        let target = spans.iter().map(|span| self.target(*span)).collect();
        Annotation { id: format!("{}#{id}", self.source), kind: "Annotation", motivation, body, target }
    }

    fn target(&self, span: Span) -> Target<'a> {
        let range = self.map.chars(span);
        let text: &'a str = &self.article.text;
        let position = Position { kind: "TextPositionSelector", start: range.start, end: range.end };
        let words = Words {
            kind: "TextQuoteSelector",
            exact: words(self.article, span),
            prefix: last_chars(text.get(..span.start).unwrap_or_default()),
            suffix: first_chars(text.get(span.end..).unwrap_or_default()),
        };
        Target { source: self.source, selector: (position, words) }
    }
}

fn first_chars(text: &str) -> &str {
    let end = text.char_indices().nth(CONTEXT).map_or(text.len(), |(at, _)| at);
    text.get(..end).unwrap_or_default()
}

fn last_chars(text: &str) -> &str {
    let start = text.char_indices().rev().nth(CONTEXT - 1).map_or(0, |(at, _)| at);
    text.get(start..).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::web_annotation;
    use crate::parser::Parser;

    /// Both selectors of each target find the same stretch.
    #[test]
    fn positions_and_words_agree() {
        let text = "🚢 Zürich </script>\r\n“We won,” said Ola Berg in \"Oslo\" on\tMay 3, 2025. “\u{202e}Norway won.” It rained for the whole of the day.";
        let article = Parser::new().parse(text);
        let json = serde_json::to_value(web_annotation(&article, "urn:x:1")).unwrap();
        let chars: Vec<char> = text.chars().collect();
        let items = json["items"].as_array().unwrap();
        let wanted = ["urn:x:1#mention-0-0", "urn:x:1#date-0", "urn:x:1#quote-0"];
        assert!(wanted.iter().all(|id| items.iter().any(|item| item["id"] == *id)), "{json:#}");
        for target in items.iter().flat_map(|item| item["target"].as_array().unwrap()) {
            let (position, words) = (&target["selector"][0], &target["selector"][1]);
            let at = |name: &str| usize::try_from(position[name].as_u64().unwrap()).unwrap();
            let (start, end) = (at("start"), at("end"));
            let slice = |from: usize, to: usize| chars[from..to.min(chars.len())].iter().collect::<String>();
            assert_eq!(words["exact"], slice(start, end));
            assert_eq!(words["prefix"], slice(start.saturating_sub(32), start));
            assert_eq!(words["suffix"], slice(end, end + 32));
        }
    }

    #[test]
    fn a_quote_in_pieces_has_a_target_for_each_and_its_speaker() {
        let article = Parser::new().parse("“We have won,” said Ola Berg. “We go home.”");
        let json = serde_json::to_value(web_annotation(&article, "a")).unwrap();
        let quote = json["items"].as_array().unwrap().iter().find(|item| item["id"] == "a#quote-0").unwrap();
        assert_eq!(quote["target"].as_array().unwrap().len(), article.quotes[0].spans.len());
        assert_eq!(quote["body"][1]["value"], "Ola Berg");
    }
}
