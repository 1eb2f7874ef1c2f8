//! Writes one self-contained HTML page: the article with its names, dates and quotes marked, a card for each
//! speaker with the chain of who relayed it, and a timeline. No scripts, no outside resources.
//!
//! ```sh
//! cargo run --release --example report_html > report.html               # an article of our own
//! cargo run --release --example report_html -- article.txt 2025-12-24 > report.html
//! ```
//!
//! The words of the article stay as they are: labels and numbers come from the style sheet, so that text copied from
//! the page is the article's own.

mod marks;
mod names;
mod page;
#[path = "../shared/mod.rs"]
mod shared;
mod speakers;
mod text;
mod timeline;

use std::process::ExitCode;

use dateline::{Input, Parser};

const USAGE: &str = "report_html [ARTICLE.txt [YYYY-MM-DD]] > report.html";
const OURS: &str = include_str!("../data/health.txt");

fn main() -> ExitCode {
    shared::run(USAGE, |args| {
        let (text, published) = shared::text_and_day(&args, OURS)?;
        shared::print(&page::render(&Parser::new().parse(Input::new(text).published(published))))
    })
}
