//! Takes one article apart and prints what it says, who says it, and according to whom.
//!
//! ```sh
//! cargo run --release --example quickstart                     # an article of our own
//! cargo run --release --example quickstart article.txt         # yours
//! cargo run --release --example quickstart article.txt 2025-12-24
//! ```

use std::error::Error;
use std::fmt::Write as _;
use std::{env, fs};

use chrono::NaiveDate;
use dateline::{Article, Attribution, Entity, EntityKind, Input, MentionForm, Parser, Part, Quote, Source};

const OURS: &str = include_str!("data/diplomacy.txt");

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = env::args().skip(1);
    let text = args.next().map_or_else(|| Ok(OURS.to_owned()), fs::read_to_string)?;
    let published: Option<NaiveDate> = args.next().map(|day| day.parse()).transpose()?;

    let parser = Parser::new();
    let article = parser.parse(Input::new(text).published(published));
    print!("{}", account(&article));
    Ok(())
}

/// The whole account, section by section.
fn account(article: &Article<'_>) -> String {
    let mut out = String::new();
    let mut section = |title: &str, body: String| {
        if !body.is_empty() {
            let _ = write!(out, "{title}\n{body}\n");
        }
    };
    section(
        "PUBLISHED",
        article.published.map_or_else(String::new, |p| format!("  {} ({})\n", p.date, p.origin)),
    );
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
    section(
        "DATES",
        article.dates.iter().map(|d| format!("  {:<28} {}\n", &article[d.span], d.value)).collect(),
    );
    section("WHO SAID WHAT", article.quotes.iter().map(|quote| quote_lines(article, quote)).collect());
    out
}

fn part_line(article: &Article<'_>, part: &Part) -> String {
    let mut line = format!("  {:<12} {}\n", part.kind, shorten(&article[part.span], 84));
    for author in &part.authors {
        let _ = writeln!(line, "  {:<12}   author {}", "", author.name);
    }
    for credit in &part.credits {
        let via = credit.via.as_ref().map_or_else(String::new, |via| format!(" via {via}"));
        let person = credit.person.as_deref().unwrap_or("–");
        let _ = writeln!(line, "  {:<12}   picture {person}, {}{via}", "", credit.agencies.join(", "));
    }
    line
}

fn entity_line(article: &Article<'_>, entity: &Entity) -> String {
    let mut line = format!("  {}", entity.name);
    let mut roles: Vec<&str> = Vec::new();
    for role in &entity.roles {
        if !roles.contains(&role.title.as_str()) {
            roles.push(&role.title);
        }
    }
    if !roles.is_empty() {
        let _ = write!(line, ", {}", roles.join(", "));
    }
    for (key, value) in &entity.ids {
        let _ = write!(line, "  [{key} {value}]");
    }
    let mut also: Vec<&str> = Vec::new();
    let named =
        entity.mentions.iter().filter(|m| !matches!(m.form, MentionForm::Pronoun | MentionForm::Nominal));
    for words in named.map(|mention| &article[mention.span]) {
        if words != entity.name && !also.contains(&words) {
            also.push(words);
        }
    }
    if !also.is_empty() {
        let _ = write!(line, "  also: {}", also.join(", "));
    }
    line.push('\n');
    line
}

fn quote_lines(article: &Article<'_>, quote: &Quote) -> String {
    let pieces: Vec<&str> = quote.spans.iter().map(|span| &article[*span]).collect();
    let said = quote.attribution.and_then(|id| article.attribution(id));
    let who = said.map_or_else(|| "nobody is named".to_owned(), |said| attribution(article, said));
    format!("  {who} ({})\n      {}\n", quote.kind, shorten(&pieces.join(" … "), 160))
}

/// "Name (as “the minister”) said, via Outlet".
fn attribution(article: &Article<'_>, said: &Attribution) -> String {
    let mut line = said.source.as_ref().map_or_else(|| "–".to_owned(), |source| source_name(article, source));
    if let Some(cue) = &said.cue {
        let _ = write!(line, ", “{}”", &article[cue.span]);
    }
    for via in &said.via {
        let _ = write!(line, ", via {}", source_name(article, via));
    }
    line
}

fn source_name(article: &Article<'_>, source: &Source) -> String {
    let words = &article[source.span];
    match source.entity.and_then(|id| article.entity(id)) {
        Some(entity) if entity.name == words => words.to_owned(),
        Some(entity) => format!("{} (as “{words}”)", entity.name),
        None => words.to_owned(),
    }
}

/// One line of at most `max` characters.
fn shorten(text: &str, max: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(max) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or(&line)),
        None => line,
    }
}
