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

mod hits;
mod list;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::time::Instant;
use std::{env, fs};

use dateline::{Article, Gazetteer, Input, Parser};

use hits::Hit;
use list::List;

fn main() -> Result<(), Box<dyn Error>> {
    let mut args: Vec<String> = env::args().skip(1).collect();
    let generated = match args.first().map(String::as_str) {
        Some("--generate") => {
            args.drain(..2.min(args.len())).nth(1).ok_or("--generate needs a number")?.parse()?
        }
        _ => 0,
    };
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/data");
    let mut paths = args.into_iter().map(PathBuf::from);
    let list = List::read(&paths.next().unwrap_or_else(|| data.join("watchlist.csv")))?;
    let mut articles: Vec<PathBuf> = paths.collect();
    if articles.is_empty() {
        articles = texts(&data)?;
    }

    let parser = parser(&list, generated)?;
    let mut out = csv::Writer::from_writer(std::io::stdout());
    out.write_record(["id", "name", "article", "role", "part", "mentions", "reason", "sentence"])?;
    for path in articles {
        let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        for hit in hits::of(&read(&parser, &text), &list) {
            out.write_record(record(&hit, &name))?;
        }
    }
    Ok(out.flush()?)
}

/// A parser that knows the bundled names, those of the list, and some that nobody bears.
fn parser(list: &List, generated: usize) -> Result<Parser, Box<dyn Error>> {
    let started = Instant::now();
    let mut names = Gazetteer::builder().bundled();
    for entry in list.entries().chain((0..generated).map(list::invented)) {
        names = names.entry(entry);
    }
    let gazetteer = names.build()?;
    if generated > 0 {
        let time = started.elapsed().as_millis();
        eprintln!("{} names of yours, with the bundled ones, built in {time} ms", list.len() + generated);
    }
    Ok(Parser::builder().gazetteer(gazetteer).build()?)
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

/// The `.txt` files of a folder, sorted.
fn texts(folder: &Path) -> Result<Vec<PathBuf>, std::io::Error> {
    let files: Result<Vec<_>, _> =
        fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect();
    let mut files = files?;
    files.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    files.sort();
    Ok(files)
}

fn record(hit: &Hit<'_>, article: &str) -> [String; 8] {
    [
        hit.row.id.clone(),
        hit.row.name.clone(),
        article.to_owned(),
        hit.role.to_owned(),
        hit.part.to_string(),
        hit.mentions.to_string(),
        hit.reason.clone(),
        hit.sentence.split_whitespace().collect::<Vec<_>>().join(" "),
    ]
}
