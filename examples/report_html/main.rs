//! Writes one self-contained HTML page: the article with its names, dates and quotes marked, a card for each
//! speaker with the chain of who relayed it, and a strip of dates. No scripts, no outside resources.
//!
//! ```sh
//! cargo run --release --example report_html > report.html               # an article of our own
//! cargo run --release --example report_html article.txt 2025-12-24 > report.html
//! ```

mod escape;
mod page;
mod segments;

use std::error::Error;
use std::{env, fs};

use chrono::NaiveDate;
use dateline::{Input, Parser};

const OURS: &str = include_str!("../data/diplomacy.txt");

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = env::args().skip(1);
    let text = args.next().map_or_else(|| Ok(OURS.to_owned()), fs::read_to_string)?;
    let published: Option<NaiveDate> = args.next().map(|day| day.parse()).transpose()?;
    let parser = Parser::new();
    print!("{}", page::render(&parser.parse(Input::new(text).published(published))));
    Ok(())
}
