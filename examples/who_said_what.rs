//! Reads a folder of articles and counts, for each speaker, what was said and which outlets carried it. CSV out,
//! those who say most first.
//!
//! ```sh
//! cargo run --release --example who_said_what                  # the articles of examples/data
//! cargo run --release --example who_said_what -- my/articles   # yours: every .txt file
//! ```
//!
//! Speakers of one name are taken for one: across articles nothing else tells them apart.

mod shared;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::process::ExitCode;

use dateline::{Article, Attribution, Entity, EntityKind, Parser, QuoteKind, Span};

use shared::{Misuse, Outcome, disarmed};

const USAGE: &str = "who_said_what [FOLDER] > speakers.csv";

/// What one speaker said in all articles.
#[derive(Default)]
struct Tally {
    direct: usize,
    mixed: usize,
    indirect: usize,
    articles: BTreeSet<String>,
    outlets: BTreeSet<String>,
}

fn main() -> ExitCode {
    shared::run(USAGE, |args| {
        let folder = match args.as_slice() {
            [] => shared::ours(),
            [folder] => PathBuf::from(folder),
            _ => return Err(Misuse("one folder, please".to_owned()).into()),
        };
        let parser = Parser::new();
        let mut speakers = BTreeMap::new();
        for path in shared::texts(&folder)? {
            let text = shared::read(&path)?;
            count(&parser.parse(text), &shared::stem(&path), &mut speakers);
        }
        write(speakers)
    })
}

fn count(article: &Article<'_>, name: &str, speakers: &mut BTreeMap<(String, String), Tally>) {
    let filed = filed_by(article);
    for quote in &article.quotes {
        let Some(speaker) = article.speaker(quote) else { continue };
        let tally = speakers.entry((speaker.name.clone(), speaker.kind.to_string())).or_default();
        match quote.kind {
            QuoteKind::Direct => tally.direct += 1,
            QuoteKind::Mixed => tally.mixed += 1,
            _ => tally.indirect += 1,
        }
        tally.articles.insert(name.to_owned());
        tally.outlets.extend(filed.clone());
        let said = quote.attribution.and_then(|id| article.attribution(id));
        tally.outlets.extend(said.into_iter().flat_map(|said| relayed_by(article, said)));
    }
}

/// The agency of the dateline: it carried all that the article says.
fn filed_by(article: &Article<'_>) -> Option<String> {
    let agency = article.parts.iter().find_map(|part| part.dateline.as_ref()?.agency)?;
    Some(named_in(article, agency).map_or_else(|| article[agency].to_owned(), |entity| entity.name.clone()))
}

/// The outlets that a quote came through, or was told to.
fn relayed_by(article: &Article<'_>, said: &Attribution) -> Vec<String> {
    let via = said.via.iter().filter_map(|source| source.entity).filter_map(|id| article.entity(id));
    let told = said.addressee.and_then(|span| named_in(article, span));
    let outlets = via.chain(told).filter(|entity| entity.kind == EntityKind::Outlet);
    outlets.map(|entity| entity.name.clone()).collect()
}

/// The entity that a stretch of text mentions.
fn named_in<'a>(article: &'a Article<'_>, span: Span) -> Option<&'a Entity> {
    article.entities.iter().find(|entity| entity.mentions.iter().any(|mention| span.contains(mention.span)))
}

fn write(speakers: BTreeMap<(String, String), Tally>) -> Outcome {
    let mut rows: Vec<_> = speakers.into_iter().collect();
    rows.sort_by_key(|(_, tally)| Reverse(tally.quotes()));
    let mut out = csv::Writer::from_writer(std::io::stdout().lock());
    out.write_record([
        "speaker", "kind", "quotes", "direct", "mixed", "indirect", "direct_share", "articles", "outlets",
    ])?;
    for ((name, kind), tally) in rows {
        let numbers = [tally.quotes(), tally.direct, tally.mixed, tally.indirect].map(|n| n.to_string());
        let [quotes, direct, mixed, indirect] = numbers;
        let share = format!("{:.2}", tally.direct as f64 / tally.quotes() as f64);
        let join = |set: BTreeSet<String>| disarmed(&set.into_iter().collect::<Vec<_>>().join("; "));
        let (articles, outlets) = (join(tally.articles), join(tally.outlets));
        out.write_record([
            &disarmed(&name),
            &disarmed(&kind),
            &quotes,
            &direct,
            &mixed,
            &indirect,
            &share,
            &articles,
            &outlets,
        ])?;
    }
    Ok(out.flush()?)
}

impl Tally {
    fn quotes(&self) -> usize {
        self.direct + self.mixed + self.indirect
    }
}
