//! Reads a folder of articles and counts, for each speaker, what was said and which outlets relayed it. CSV out.
//!
//! ```sh
//! cargo run --release --example who_said_what                  # the articles of examples/data
//! cargo run --release --example who_said_what -- my/articles   # yours: every .txt file
//! ```

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::{env, fs, io};

use dateline::{Article, Attribution, Entity, EntityKind, Parser, QuoteKind};

/// What one speaker said in all articles.
#[derive(Default)]
struct Tally {
    direct: usize,
    mixed: usize,
    indirect: usize,
    articles: BTreeSet<String>,
    outlets: BTreeSet<String>,
}

fn main() -> io::Result<()> {
    let folder = env::args().nth(1).map_or_else(ours, PathBuf::from);
    let parser = Parser::new();
    let mut speakers: BTreeMap<String, Tally> = BTreeMap::new();
    for path in texts(&folder)? {
        let text = fs::read_to_string(&path)?;
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        count(&parser.parse(text), &name, &mut speakers);
    }
    print!("{}", csv(&speakers));
    Ok(())
}

fn ours() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/data")
}

/// The `.txt` files of a folder, sorted.
fn texts(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "txt") {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}

fn count(article: &Article<'_>, name: &str, speakers: &mut BTreeMap<String, Tally>) {
    for quote in &article.quotes {
        let Some(speaker) = article.speaker(quote) else { continue };
        let tally = speakers.entry(speaker.name.clone()).or_default();
        match quote.kind {
            QuoteKind::Direct => tally.direct += 1,
            QuoteKind::Mixed => tally.mixed += 1,
            _ => tally.indirect += 1,
        }
        tally.articles.insert(name.to_owned());
        let said = quote.attribution.and_then(|id| article.attribution(id));
        tally.outlets.extend(said.into_iter().flat_map(|said| relayed_by(article, said)));
    }
}

/// The outlets that a quote came through, or was told to.
fn relayed_by(article: &Article<'_>, said: &Attribution) -> Vec<String> {
    let via = said.via.iter().filter_map(|source| source.entity).filter_map(|id| article.entity(id));
    let told = said.addressee.and_then(|span| named_in(article, span));
    via.chain(told)
        .filter(|entity| entity.kind == EntityKind::Outlet)
        .map(|entity| entity.name.clone())
        .collect()
}

/// The entity that a stretch of text mentions.
fn named_in<'a>(article: &'a Article<'_>, span: dateline::Span) -> Option<&'a Entity> {
    article.entities.iter().find(|entity| entity.mentions.iter().any(|mention| span.contains(mention.span)))
}

fn csv(speakers: &BTreeMap<String, Tally>) -> String {
    let mut out = String::from("speaker,quotes,direct,mixed,indirect,articles,outlets\n");
    for (name, tally) in speakers {
        let quotes = tally.direct + tally.mixed + tally.indirect;
        let join = |set: &BTreeSet<String>| set.iter().cloned().collect::<Vec<_>>().join("; ");
        let (articles, outlets) = (join(&tally.articles), join(&tally.outlets));
        let numbers = format!("{quotes},{},{},{}", tally.direct, tally.mixed, tally.indirect);
        out += &format!("{},{numbers},{},{}\n", field(name), field(&articles), field(&outlets));
    }
    out
}

/// A CSV field, quoted where it must be; a leading sign is disarmed so that a spreadsheet takes it for text.
fn field(text: &str) -> String {
    let text = match text.starts_with(['=', '+', '-', '@']) {
        true => format!("'{text}"),
        false => text.to_owned(),
    };
    match text.contains(['"', ',', '\n', '\r', ';']) {
        true => format!("\"{}\"", text.replace('"', "\"\"")),
        false => text,
    }
}
