//! Reads an HTML page, finds its article and takes it apart. JSON out.
//!
//! ```sh
//! cargo run --release -p dateline-web --bin from_html                  # a page of our own
//! cargo run --release -p dateline-web --bin from_html -- page.html     # yours
//! curl -s https://example.org/news | cargo run --release -p dateline-web --bin from_html -- -
//! ```

use std::error::Error;
use std::io::{self, Read, Write};
use std::process::ExitCode;
use std::{env, fs};

use dateline::{Input, Parser};
use dateline_web::read_page;

const OURS: &str = include_str!("../../data/page.html");

fn main() -> ExitCode {
    match run(env::args().nth(1).as_deref()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}\nusage: from_html [PAGE.html | -]");
            ExitCode::FAILURE
        }
    }
}

fn run(path: Option<&str>) -> Result<(), Box<dyn Error + Send + Sync>> {
    let html = match path {
        None => OURS.to_owned(),
        Some(path) => String::from_utf8_lossy(&read(path).map_err(|e| format!("{path}: {e}"))?).into_owned(),
    };
    let page = read_page(&html)?;
    let article = Parser::new().parse(Input::new(page.text).published(page.published));
    Ok(writeln!(io::stdout(), "{}", serde_json::to_string_pretty(&article)?)?)
}

/// The bytes of a file, or of standard input.
fn read(path: &str) -> io::Result<Vec<u8>> {
    if path != "-" {
        return fs::read(path);
    }
    let mut bytes = Vec::new();
    io::stdin().read_to_end(&mut bytes)?;
    Ok(bytes)
}
