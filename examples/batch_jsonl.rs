//! Reads articles as JSON Lines on standard input, writes them taken apart, one line a row, in order.
//!
//! ```sh
//! cargo run --release --example batch_jsonl < articles.jsonl > parsed.jsonl
//! ```
//!
//! In: `{"id": "…", "text": "…", "published": "YYYY-MM-DD" or null}`.
//! Out: `{"id": "…", "article": {…}}`, or `{"id": …, "error": "…"}` for a row that cannot be read; the
//! next row is read all the same.

use std::io::{self, BufRead, BufWriter, Write};

use chrono::NaiveDate;
use dateline::{Article, Input, Parser};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Rows parsed at a time: enough to keep every core busy, few enough to stream.
const BATCH: usize = 256;

#[derive(Deserialize)]
struct Row {
    #[serde(default)]
    id: Value,
    text: String,
    #[serde(default)]
    published: Option<NaiveDate>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Answer<'t> {
    Article { id: Value, article: Box<Article<'t>> },
    Error { id: Value, error: String },
}

fn main() -> io::Result<()> {
    let parser = Parser::new();
    let mut input = io::stdin().lock();
    let mut output = BufWriter::new(io::stdout().lock());
    loop {
        let rows = read_batch(&mut input)?;
        if rows.is_empty() {
            return output.flush();
        }
        let answers: Vec<String> = rows.par_iter().map(|row| answer(&parser, row)).collect();
        for line in answers {
            writeln!(output, "{line}")?;
        }
    }
}

/// The next rows as raw bytes, blank lines left out.
fn read_batch(input: &mut impl BufRead) -> io::Result<Vec<Vec<u8>>> {
    let mut rows = Vec::new();
    while rows.len() < BATCH {
        let mut row = Vec::new();
        if input.read_until(b'\n', &mut row)? == 0 {
            break;
        }
        if !row.trim_ascii().is_empty() {
            rows.push(row);
        }
    }
    Ok(rows)
}

fn answer(parser: &Parser, row: &[u8]) -> String {
    let answer = match serde_json::from_slice::<Row>(row) {
        Ok(row) => {
            let article = parser.parse(Input::new(row.text).published(row.published));
            Answer::Article { id: row.id, article: Box::new(article) }
        }
        Err(error) => Answer::Error { id: id_of(row), error: error.to_string() },
    };
    serde_json::to_string(&answer)
        .unwrap_or_else(|error| format!("{{\"id\":null,\"error\":{:?}}}", error.to_string()))
}

/// The id of a row that is JSON but not a row of ours; null where there is none.
fn id_of(row: &[u8]) -> Value {
    let value: Value = serde_json::from_slice(row).unwrap_or_default();
    value.get("id").cloned().unwrap_or_default()
}
