//! The articles of `examples/data` against their expected readings (see `tests/articles/README.md`).
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::cmp_owned,
    reason = "a test may panic"
)]

use std::fs;
use std::path::Path;

use chrono::NaiveDate;
use dateline::{Article, Entity, Input, Parser, Quote, Span};

/// What one article says, as lines to be found.
struct Reading {
    name: String,
    text: String,
    facts: Vec<String>,
}

fn readings() -> Vec<Reading> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files: Vec<_> =
        fs::read_dir(root.join("tests/articles")).unwrap().map(|e| e.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|e| e == "expected"));
    files.sort();
    let read = |path: &Path| {
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let text = fs::read_to_string(root.join(format!("examples/data/{name}.txt"))).unwrap();
        let facts = fs::read_to_string(path).unwrap().lines().map(str::to_owned).collect();
        Reading { name, text, facts }
    };
    files.iter().map(|path| read(path)).collect()
}

impl Reading {
    fn parse(&self) -> Article<'_> {
        Parser::new().parse(Input::new(self.text.as_str()).published(self.given()))
    }

    fn given(&self) -> Option<NaiveDate> {
        let line = self.facts.iter().find_map(|f| f.strip_prefix("published: "))?;
        line.strip_suffix(" given").map(|day| day.parse().unwrap())
    }
}

/// Whether `article` holds the fact.
fn holds(article: &Article<'_>, fact: &str) -> bool {
    let (subject, rest) = fact.split_once(": ").unwrap_or_else(|| panic!("no fact: {fact:?}"));
    let (what, kind) = subject.split_once(' ').unwrap_or((subject, ""));
    let fields: Vec<&str> = rest.split(" | ").map(str::trim).collect();
    match what {
        "published" => article.published.is_some_and(|p| format!("{} {}", p.date, p.origin) == rest),
        "part" => article.parts.iter().any(|p| p.kind.as_str() == kind && article[p.span].starts_with(rest)),
        "author" => article.parts.iter().flat_map(|p| &p.authors).any(|a| a.name == rest),
        "dateline" => has_dateline(article, &fields),
        "credit" => has_credit(article, &fields),
        "entity" => entities(article, fields[0])
            .any(|e| e.kind.as_str() == kind && mentions(article, e, &fields[1..])),
        "role" => {
            entities(article, fields[0]).any(|e| has_role(article, e, fields[1], fields.get(2).copied()))
        }
        "focus" => article.focus.iter().map(|focus| focus.country.as_str()).eq(fields.iter().copied()),
        "id" => {
            entities(article, fields[0]).any(|e| e.ids.iter().any(|(k, v)| format!("{k}={v}") == fields[1]))
        }
        "date" => has_date(article, rest),
        "quote" => article.quotes.iter().any(|q| is_quote(article, q, kind, &fields)),
        _ => panic!("no fact: {fact:?}"),
    }
}

fn entities<'a>(article: &'a Article<'_>, name: &'a str) -> impl Iterator<Item = &'a Entity> {
    article
        .entities
        .iter()
        .filter(move |e| e.name == name || e.mentions.iter().any(|m| &article[m.span] == name))
}

fn mentions(article: &Article<'_>, entity: &Entity, wanted: &[&str]) -> bool {
    wanted.iter().all(|name| entity.mentions.iter().any(|m| &article[m.span] == *name))
}

fn has_role(article: &Article<'_>, entity: &Entity, title: &str, of: Option<&str>) -> bool {
    entity.roles.iter().any(|role| {
        let whose = role.of.and_then(|id| article.entity(id)).map(|e| e.name.as_str());
        role.title.to_lowercase().contains(&title.to_lowercase()) && (of.is_none() || of == whose)
    })
}

fn has_dateline(article: &Article<'_>, fields: &[&str]) -> bool {
    let lines = article.parts.iter().filter_map(|p| p.dateline.as_ref());
    let pieces = |d: &dateline::Dateline| -> Vec<Span> {
        d.places.iter().chain(&d.agency).chain(&d.date).copied().collect()
    };
    lines.map(pieces).any(|spans| spans.iter().map(|s| &article[*s]).eq(fields.iter().copied()))
}

fn has_credit(article: &Article<'_>, fields: &[&str]) -> bool {
    let pieces = |c: &dateline::Credit| -> Vec<String> {
        c.person.iter().chain(&c.agencies).chain(&c.via).map(|s| s.to_lowercase()).collect()
    };
    let wanted: Vec<String> = fields.iter().map(|f| f.to_lowercase()).collect();
    article.parts.iter().flat_map(|p| &p.credits).any(|c| pieces(c) == wanted)
}

fn has_date(article: &Article<'_>, rest: &str) -> bool {
    let (words, value) = rest.split_once(" = ").unwrap();
    article.dates.iter().any(|d| &article[d.span] == words && d.value.to_string() == value)
}

fn is_quote(article: &Article<'_>, quote: &Quote, kind: &str, fields: &[&str]) -> bool {
    let [begins, ends, source, cue, entity] = fields[..5] else { panic!("five fields: {fields:?}") };
    let pieces = fields.get(5).map_or(1, |n| n.parse().unwrap());
    let trim = |s: &str| s.trim_matches(|c| " ,.“”\"‘’".contains(c)).to_owned();
    let attribution = quote.attribution.and_then(|id| article.attribution(id));
    let said = |span: Option<Span>| span.map_or_else(|| "-".to_owned(), |s| trim(&article[s]));
    let first = trim(&article[quote.spans[0]]);
    let last = trim(&article[*quote.spans.last().unwrap()]);
    let speaker = article.speaker(quote);
    quote.kind.as_str() == kind
        && quote.spans.len() == pieces
        && first.starts_with(&trim(begins))
        && last.ends_with(&trim(ends))
        && said(attribution.and_then(|a| a.source.as_ref()).map(|s| s.span)) == trim(source)
        && said(attribution.and_then(|a| a.cue.as_ref()).map(|c| c.span)) == cue
        && match speaker {
            Some(speaker) => entity == "-" || speaker.name == entity || mentions(article, speaker, &[entity]),
            None => entity == "-",
        }
}

#[test]
fn articles_read_as_expected() {
    let mut wrong = Vec::new();
    for reading in readings() {
        let article = reading.parse();
        for fact in reading.facts.iter().filter(|f| !f.is_empty()) {
            match fact.strip_prefix("? ") {
                Some(known) if holds(&article, known) => {
                    wrong.push(format!("{}: strike off `? {known}`", reading.name))
                }
                None if !holds(&article, fact) => wrong.push(format!("{}: missing `{fact}`", reading.name)),
                _ => {}
            }
        }
    }
    assert!(wrong.is_empty(), "{} facts:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn articles_are_sound_and_survive_json() {
    for reading in readings() {
        let article = reading.parse();
        article.check().unwrap();
        let json = serde_json::to_string(&article).unwrap();
        let back: Article<'static> = serde_json::from_str(&json).unwrap();
        assert_eq!(back, article.clone().into_owned(), "{}", reading.name);
        assert_eq!(serde_json::to_string(&back).unwrap(), json, "{}", reading.name);
    }
}

#[test]
fn line_ends_and_mark_styles_do_not_change_the_facts() {
    for reading in readings() {
        let plain = reading.parse();
        let crlf = reading.text.replace('\n', "\r\n");
        let windows = Parser::new().parse(Input::new(crlf.as_str()).published(reading.given()));
        windows.check().unwrap();
        let kinds = |a: &Article<'_>| a.parts.iter().map(|p| p.kind).collect::<Vec<_>>();
        let names = |a: &Article<'_>| a.entities.iter().map(|e| e.name.clone()).collect::<Vec<_>>();
        assert_eq!(kinds(&windows), kinds(&plain), "{}", reading.name);
        assert_eq!(names(&windows), names(&plain), "{}", reading.name);
        assert_eq!(windows.quotes.len(), plain.quotes.len(), "{}", reading.name);
        assert_eq!(windows.dates.len(), plain.dates.len(), "{}", reading.name);
    }
}
