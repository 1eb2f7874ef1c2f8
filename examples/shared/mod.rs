//! What the examples share: their command line, and files in.
#![allow(dead_code, reason = "no example needs all of it")]

use std::error::Error;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fmt, fs};

use chrono::NaiveDate;

pub(crate) type Outcome = Result<(), Box<dyn Error>>;

/// Arguments that make no sense: the usage is worth showing.
#[derive(Debug)]
pub(crate) struct Misuse(pub(crate) String);

impl fmt::Display for Misuse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Error for Misuse {}

/// Runs an example. What goes wrong is said in words on standard error: status 2 for arguments, 1 for all else. A
/// reader that has seen enough (`… | head`) is no error.
pub(crate) fn run(usage: &str, example: impl FnOnce(Vec<String>) -> Outcome) -> ExitCode {
    let args: Vec<String> = env::args().skip(1).collect();
    if args.iter().any(|arg| arg == "--help" || arg == "-h") {
        let _ = writeln!(io::stdout(), "usage: {usage}");
        return ExitCode::SUCCESS;
    }
    match example(args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if is_closed_pipe(error.as_ref()) => ExitCode::SUCCESS,
        Err(error) if error.is::<Misuse>() => {
            eprintln!("error: {error}\nusage: {usage}");
            ExitCode::from(2)
        }
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn is_closed_pipe(error: &(dyn Error + 'static)) -> bool {
    error.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}

/// Writes what a terminal may show of a text to standard output.
pub(crate) fn print_visible(text: &str) -> Outcome {
    print(&visible(text))
}

/// Writes to standard output; unlike `print!`, without a panic where nobody reads on.
pub(crate) fn print(text: &str) -> Outcome {
    Ok(io::stdout().write_all(text.as_bytes())?)
}

/// `[FILE [DAY]]`: a text with the day it appeared; without a file, one of ours.
pub(crate) fn text_and_day(
    args: &[String],
    ours: &str,
) -> Result<(String, Option<NaiveDate>), Box<dyn Error>> {
    let (path, published) = match args {
        [] => return Ok((ours.to_owned(), None)),
        [path] => (path, None),
        [path, published] => (path, Some(day(published)?)),
        [_, _, more, ..] => return Err(Misuse(format!("what is {more:?}?")).into()),
    };
    Ok((read(Path::new(path))?, published))
}

/// The text of a file. Bytes that are no UTF-8 become U+FFFD, as in any service that reads what others send.
pub(crate) fn read(path: &Path) -> Result<String, String> {
    let bytes = fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// A day as `YYYY-MM-DD`.
pub(crate) fn day(text: &str) -> Result<NaiveDate, Misuse> {
    text.parse().map_err(|_| Misuse(format!("{text:?} is no day: write YYYY-MM-DD")))
}

/// The folder with the articles of our own.
pub(crate) fn ours() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/data")
}

/// The `.txt` files of a folder, sorted.
pub(crate) fn texts(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let fault = |error: io::Error| format!("{}: {error}", folder.display());
    let entries = fs::read_dir(folder).map_err(fault)?;
    let paths: io::Result<Vec<_>> = entries.map(|entry| Ok(entry?.path())).collect();
    let mut paths = paths.map_err(fault)?;
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    if paths.is_empty() { Err(format!("{}: no .txt file", folder.display())) } else { Ok(paths) }
}

/// What an article is called: its file, without folder and extension.
pub(crate) fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// What a terminal shows of a text: controls but line ends and tabs, which could drive it, and marks that turn the
/// direction of writing become U+FFFD.
pub(crate) fn visible(text: &str) -> String {
    let turns = |c: char| matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let hidden = |c: char| c.is_control() && c != '\n' && c != '\t' || turns(c);
    text.replace(hidden, "\u{fffd}")
}

pub(crate) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// One line of at most `max` characters.
pub(crate) fn shorten(text: &str, max: usize) -> String {
    let line = one_line(text);
    match line.char_indices().nth(max) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or(&line).trim_end()),
        None => line,
    }
}

/// A field of a table that a spreadsheet takes for text, not for a formula.
pub(crate) fn disarmed(text: &str) -> String {
    let text = visible(text);
    if text.starts_with(['=', '+', '-', '@']) { format!("'{text}") } else { text }
}
