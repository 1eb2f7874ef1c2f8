//! Reads an HTML page, finds its article and takes it apart. JSON out.
//!
//! ```sh
//! cargo run --release -p dateline-web --bin from_html                  # a page of our own
//! cargo run --release -p dateline-web --bin from_html -- page.html     # yours
//! ```

use std::error::Error;
use std::{env, fs};

use dateline::{Input, Parser};
use dateline_web::read_page;

const OURS: &str = include_str!("../../data/page.html");

fn main() -> Result<(), Box<dyn Error + Send + Sync>> {
    let html = env::args().nth(1).map_or_else(|| Ok(OURS.to_owned()), fs::read_to_string)?;
    let page = read_page(&html)?;
    let parser = Parser::new();
    let article = parser.parse(Input::new(page.text).published(page.published));
    println!("{}", serde_json::to_string_pretty(&article)?);
    Ok(())
}
