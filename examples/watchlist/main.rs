//! Screens articles against a list of names: who is named, where in the article, in which role, and why.
//!
//! ```sh
//! cargo run --release --example watchlist                              # our list, the articles of examples/data
//! cargo run --release --example watchlist -- list.csv a.txt b.txt      # yours
//! cargo run --release --example watchlist -- --generate 100000         # 100,000 invented names besides
//! ```
//!
//! The list has the columns `id,name,aliases,type,weak,valid_from,valid_to`; `;` parts aliases. One line of CSV
//! comes out for each name and article. Writers and photographers are left out: a byline is no news about them.
//! On standard error stands what it took.

mod hits;
mod list;
#[path = "../shared/mod.rs"]
mod shared;

use std::error::Error;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use dateline::{Article, Gazetteer, Input, Parser};

use hits::Hit;
use list::List;
use shared::{Misuse, Outcome, disarmed, one_line};

const USAGE: &str = "watchlist [--generate NUMBER] [LIST.csv [ARTICLE.txt ...]] > hits.csv";

fn main() -> ExitCode {
    shared::run(USAGE, |args| {
        let (generated, paths) = arguments(args)?;
        let mut paths = paths.into_iter().map(PathBuf::from);
        let list = List::read(&paths.next().unwrap_or_else(|| shared::ours().join("watchlist.csv")))?;
        let mut articles: Vec<PathBuf> = paths.collect();
        if articles.is_empty() {
            articles = shared::texts(&shared::ours())?;
        }
        let parser = parser(&list, generated)?;
        screen(&parser, &list, &articles)
    })
}

/// How many names to invent, and the paths.
fn arguments(mut args: Vec<String>) -> Result<(usize, Vec<String>), Misuse> {
    if args.first().is_none_or(|first| first != "--generate") {
        return Ok((0, args));
    }
    let number = args.get(1).and_then(|number| number.parse().ok());
    let number = number.ok_or_else(|| Misuse("--generate needs a number".to_owned()))?;
    Ok((number, args.split_off(2)))
}

/// A parser that knows the bundled names, those of the list, and some that nobody bears.
fn parser(list: &List, generated: usize) -> Result<Parser, Box<dyn Error>> {
    let started = Instant::now();
    let mut names = Gazetteer::builder().bundled();
    for entry in list.entries().chain((0..generated).map(list::invented)) {
        names = names.entry(entry);
    }
    let gazetteer = names.build()?;
    let (rows, time) = (list.len() + generated, started.elapsed().as_millis());
    eprintln!("{rows} names of yours, with the bundled ones, built in {time} ms");
    Ok(Parser::builder().gazetteer(gazetteer).build()?)
}

fn screen(parser: &Parser, list: &List, articles: &[PathBuf]) -> Outcome {
    let mut out = csv::Writer::from_writer(std::io::stdout().lock());
    out.write_record(["id", "name", "article", "role", "part", "mentions", "reason", "sentence"])?;
    let (mut time, mut found) = (std::time::Duration::ZERO, 0);
    for path in articles {
        let (text, name) = (shared::read(path)?, shared::stem(path));
        let started = Instant::now();
        let article = read(parser, &text);
        let hits = hits::of(&article, list);
        time += started.elapsed();
        found += hits.len();
        for hit in hits {
            out.write_record(record(&hit, &name))?;
        }
    }
    out.flush()?;
    eprintln!("{} articles screened in {:.1} ms, {found} hits", articles.len(), time.as_secs_f64() * 1e3);
    Ok(())
}

/// Takes an article apart. A name that counts for some years only needs the day of publication: where the text
/// tells it, a second reading takes it as given.
fn read<'t>(parser: &Parser, text: &'t str) -> Article<'t> {
    let article = parser.parse(text);
    match article.published {
        Some(published) => parser.parse(Input::new(text).published(published.date)),
        None => article,
    }
}

fn record(hit: &Hit<'_>, article: &str) -> [String; 8] {
    [
        disarmed(&hit.row.id),
        disarmed(&hit.row.name),
        disarmed(article),
        hit.role.to_owned(),
        hit.part.to_string(),
        hit.mentions.to_string(),
        hit.reason.clone(),
        disarmed(&one_line(hit.sentence)),
    ]
}
