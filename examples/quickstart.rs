//! Takes one article apart and prints what it says, who says it, and according to whom.
//!
//! ```sh
//! cargo run --release --example quickstart                               # an article of our own
//! cargo run --release --example quickstart -- article.txt                # yours
//! cargo run --release --example quickstart -- article.txt 2025-12-24     # and the day it appeared
//! ```

mod shared;

use std::fmt::Write as _;
use std::process::ExitCode;

use dateline::{
    Anchor, Article, Attribution, Date, Entity, EntityKind, Input, MentionForm, Parser, Part, Quote, Source,
};

use shared::{one_line, shorten};

const USAGE: &str = "quickstart [ARTICLE.txt [YYYY-MM-DD]]";
const OURS: &str = include_str!("data/diplomacy.txt");

fn main() -> ExitCode {
    shared::run(USAGE, |args| {
        let (text, published) = shared::text_and_day(&args, OURS)?;
        let article = Parser::new().parse(Input::new(text).published(published));
        shared::print_visible(&account(&article))
    })
}

/// The whole account, section by section.
fn account(article: &Article<'_>) -> String {
    let mut out = String::new();
    let mut section = |title: &str, body: String| {
        if !body.is_empty() {
            let _ = write!(out, "{title}\n{body}\n");
        }
    };
    let published = article.published.map(|p| format!("  {} (known by: {})\n", p.date, p.origin));
    section("PUBLISHED", published.unwrap_or_default());
    section("PARTS", article.parts.iter().map(|part| part_line(article, part)).collect());
    for (title, kind) in [
        ("PEOPLE", EntityKind::Person),
        ("PLACES", EntityKind::Place),
        ("ORGANIZATIONS", EntityKind::Organization),
        ("OUTLETS", EntityKind::Outlet),
    ] {
        let entities = article.entities.iter().filter(|entity| entity.kind == kind);
        section(title, entities.map(|entity| entity_line(article, entity)).collect());
    }
    section("DATES", article.dates.iter().map(|date| date_line(article, date)).collect());
    section("WHO SAID WHAT", article.quotes.iter().map(|quote| quote_lines(article, quote)).collect());
    out
}

fn part_line(article: &Article<'_>, part: &Part) -> String {
    let mut line = format!("  {:<12}  {}\n", part.kind, shorten(&article[part.span], 84));
    for author in &part.authors {
        let _ = writeln!(line, "  {:<12}  · author {}", "", one_line(&author.name));
    }
    for credit in &part.credits {
        let agencies = (!credit.agencies.is_empty()).then(|| credit.agencies.join(", "));
        let via = credit.via.as_ref().map(|via| format!("via {via}"));
        let credit: Vec<String> = credit.person.clone().into_iter().chain(agencies).chain(via).collect();
        let _ = writeln!(line, "  {:<12}  · picture {}", "", credit.join(", "));
    }
    line
}

/// "Name, Role, Role (scheme id), also: Other Name".
fn entity_line(article: &Article<'_>, entity: &Entity) -> String {
    let mut line = format!("  {}", entity.name);
    let mut seen = Vec::new();
    for role in &entity.roles {
        if !seen.contains(&&role.title) {
            seen.push(&role.title);
            let _ = write!(line, ", {}", role.title);
        }
    }
    let ids: Vec<String> = entity.ids.iter().map(|(scheme, id)| format!("{scheme} {id}")).collect();
    if !ids.is_empty() {
        let _ = write!(line, " ({})", ids.join(", "));
    }
    let also = other_names(article, entity);
    if !also.is_empty() {
        let _ = write!(line, ", also: {}", also.join(", "));
    }
    line + "\n"
}

/// What else the text calls it; "he" and "the minister" are no names.
fn other_names(article: &Article<'_>, entity: &Entity) -> Vec<String> {
    let mut others = Vec::new();
    for mention in &entity.mentions {
        let words = one_line(&article[mention.span]);
        let is_name = !matches!(mention.form, MentionForm::Pronoun | MentionForm::Nominal);
        if is_name && words != entity.name && !others.contains(&words) {
            others.push(words);
        }
    }
    others
}

fn date_line(article: &Article<'_>, date: &Date) -> String {
    let from = match date.anchor {
        Anchor::Published => " from publication",
        Anchor::Dateline => " from the dateline",
        Anchor::Caption => " from the caption",
        Anchor::Mention(_) => " from another date",
        _ => "",
    };
    let line = format!("  {:<30} {:<18}{from}", one_line(&article[date.span]), date.value.to_string());
    format!("{}\n", line.trim_end())
}

fn quote_lines(article: &Article<'_>, quote: &Quote) -> String {
    let pieces: Vec<&str> = quote.spans.iter().map(|span| &article[*span]).collect();
    let said = quote.attribution.and_then(|id| article.attribution(id));
    let who = said.map_or_else(|| "nobody is named".to_owned(), |said| attribution(article, said));
    let (words, kind, sure) = (shorten(&pieces.join(" … "), 160), quote.kind, quote.confidence);
    format!("  {who}\n      {words}\n      {kind}, by rule {}, {sure} sure\n", quote.rule)
}

/// "Name (as “the minister”), “said”, via Outlet".
fn attribution(article: &Article<'_>, said: &Attribution) -> String {
    let source = said.source.as_ref();
    let mut line = source.map_or_else(|| "nobody is named".to_owned(), |source| source_name(article, source));
    if let Some(cue) = &said.cue {
        let _ = write!(line, ", “{}”", one_line(&article[cue.span]));
    }
    for via in &said.via {
        let _ = write!(line, ", via {}", source_name(article, via));
    }
    line
}

fn source_name(article: &Article<'_>, source: &Source) -> String {
    let words = one_line(&article[source.span]);
    match source.entity.and_then(|id| article.entity(id)) {
        Some(entity) if entity.name == words => words,
        Some(entity) => format!("{} (as “{words}”)", entity.name),
        None => words,
    }
}
