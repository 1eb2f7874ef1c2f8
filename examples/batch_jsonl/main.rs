//! Reads articles as JSON Lines on standard input, writes them taken apart, one line a row, in order.
//!
//! ```sh
//! cargo run --release --example batch_jsonl < articles.jsonl > parsed.jsonl
//! cargo run --release --example batch_jsonl -- --format spacy < articles.jsonl > docs.jsonl
//! ```
//!
//! In: `{"id": "…", "text": "…", "published": "YYYY-MM-DD" or null}`.
//! Out: `{"id": "…", "article": {…}}`, or `{"id": …, "error": "…"}` for a row that cannot be read; the
//! next row is read all the same. With `--format`, the field is named after the format in place of `article`.
//! Where standard error is a terminal, a bar there shows how far it is and how fast.

mod output;
mod progress;
#[path = "../shared/mod.rs"]
mod shared;

use std::io::{self, BufRead, BufWriter, Write};
use std::process::ExitCode;

use chrono::NaiveDate;
use dateline::{Input, Parser};
use rayon::prelude::*;
use serde::Deserialize;
use serde_json::Value;

use output::{Answer, Format};
use progress::Progress;
use shared::{Misuse, Outcome};

/// Rows parsed at a time: enough to keep every core busy, few enough to stream.
const BATCH: usize = 256;

const USAGE: &str =
    "batch_jsonl [--format json|spacy|brat|webanno|timeml|conll|schema-org] < in.jsonl > out.jsonl";

#[derive(Deserialize)]
struct Row {
    #[serde(default)]
    id: Value,
    text: String,
    #[serde(default)]
    published: Option<NaiveDate>,
}

fn main() -> ExitCode {
    shared::run(USAGE, |args| run(format(args)?))
}

/// The format that the arguments ask for.
fn format(args: Vec<String>) -> Result<Format, Misuse> {
    let mut args = args.into_iter();
    let mut format = Format::Json;
    while let Some(arg) = args.next() {
        let name = match arg.strip_prefix("--format") {
            Some("") => args.next().ok_or_else(|| Misuse("--format needs a name".to_owned()))?,
            Some(name) if name.starts_with('=') => name.trim_start_matches('=').to_owned(),
            _ => return Err(Misuse(format!("what is {arg:?}?"))),
        };
        format = name.parse().map_err(Misuse)?;
    }
    Ok(format)
}

fn run(format: Format) -> Outcome {
    let parser = Parser::new();
    let mut input = io::stdin().lock();
    let mut output = BufWriter::new(io::stdout().lock());
    let mut progress = Progress::start();
    loop {
        let rows = read_batch(&mut input)?;
        if rows.is_empty() {
            progress.finish();
            return Ok(output.flush()?);
        }
        let answers: Vec<String> = rows.par_iter().map(|row| answer(&parser, format, row)).collect();
        for line in answers {
            writeln!(output, "{line}")?;
        }
        progress.add(rows.len(), rows.iter().map(|row| row.len() as u64).sum());
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

fn answer(parser: &Parser, format: Format, row: &[u8]) -> String {
    let line = match serde_json::from_slice::<Row>(row) {
        Ok(row) => {
            let article = parser.parse(Input::new(row.text).published(row.published));
            serde_json::to_string(&Answer { id: row.id, article: &article, format })
        }
        Err(error) => {
            serde_json::to_string(&serde_json::json!({"id": id_of(row), "error": error.to_string()}))
        }
    };
    line.unwrap_or_else(|error| format!("{{\"id\":null,\"error\":{:?}}}", error.to_string()))
}

/// The id of a row that is JSON but not a row of ours; null where there is none.
fn id_of(row: &[u8]) -> Value {
    let value: Value = serde_json::from_slice(row).unwrap_or_default();
    value.get("id").cloned().unwrap_or_default()
}
