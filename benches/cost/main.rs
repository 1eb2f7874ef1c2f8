//! What a parse costs, counted and not timed: `cargo run --release -p dateline-benches --bin cost`.
//!
//! Valgrind runs the parse over fixed synthetic news and counts instructions, branches that a simple predictor
//! guesses wrong, and allocations. Instructions differ by a third of a percent from run to run, however busy the
//! machine is, so a change that makes a stage dearer by a few percent fails here where a clock would see noise. It
//! takes about a minute.
//!
//! The counts of this compiler are held against those in `accepted.tsv`: three percent more instructions fail, and
//! ten percent more wrong guesses. `-- --accept` writes the counts down as the new ones. Compilers differ by more
//! than that: with another one than the file names, the counts are only printed, as they are not taken at all where
//! valgrind is missing.

mod accepted;
mod profile;

use std::hint::black_box;
use std::path::PathBuf;
use std::process::{Command, ExitCode};

use accepted::Accepted;
use dateline::{Gazetteer, Parser};
use dateline_benches::{articles, bundled_names};
use profile::Profile;

/// What is read: about sixty articles. Half as many give the same figures within two percent.
const BYTES: usize = 256 << 10;

/// The stages, by the function that is each; sums of several where one stage has several.
const STAGES: &[(&str, &[&str])] = &[
    ("whole parse", &["dateline::parser::Parser::parse"]),
    ("tokens", &["dateline::text::token::Tokens::new"]),
    ("words", &["dateline::lexicon::tag"]),
    ("gazetteer", &["dateline::gazetteer::Gazetteer::scan"]),
    ("parts", &["dateline::segment::find"]),
    ("sentences", &["dateline::doc::sentences"]),
    ("entities", &["dateline::entity::find"]),
    ("dates", &["dateline::date::find"]),
    ("quotes", &["dateline::quote::read"]),
    ("attributions", &["dateline::attribution::find"]),
];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["--child"] => child(),
        ["--accept"] => return gate(true),
        [] => return gate(false),
        _ => {
            eprintln!("usage: cost [--accept]");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

/// The news that is read, and how many bytes of it there are.
fn news() -> (Vec<String>, f64) {
    let names = bundled_names();
    let list: Vec<&str> = names.iter().map(String::as_str).collect();
    let news = articles(&list, BYTES, 45);
    let bytes = news.iter().map(String::len).sum::<usize>();
    (news, bytes as f64)
}

/// What valgrind runs. Tables are loaded before counting starts.
fn child() {
    Gazetteer::warm_up();
    let (news, _) = news();
    let parser = Parser::new();
    // A stage loads a list of its own when it first needs it: these need them all.
    news.iter().take(16).for_each(|article| drop(black_box(parser.parse(article))));
    measured(&parser, &news);
}

/// Counting starts from zero with this function, which is found by its name.
#[inline(never)]
fn measured(parser: &Parser, news: &[String]) {
    for article in news {
        black_box(parser.parse(article));
    }
}

/// Counts, prints, compares.
fn gate(accept: bool) -> ExitCode {
    let Some(profile) = count() else {
        println!("skipped: costs are counted by valgrind, which is not installed");
        return ExitCode::SUCCESS;
    };
    let (news, bytes) = news();
    let counted: Vec<(&str, [f64; 2])> = STAGES
        .iter()
        .map(|(stage, functions)| (*stage, profile.costs(functions).map(|cost| cost as f64 / bytes)))
        .collect();
    let allocations = profile.allocations() as f64 / news.len() as f64;
    let kept = Accepted::read();
    let compiler = compiler();
    println!("{:<14} {:>22} {:>26}", "", "instructions a byte", "wrong guesses a kilobyte");
    for (stage, [instructions, wrong]) in &counted {
        let before = kept.of(stage).map(|[i, w]| (format!("{i:.1}"), format!("{:.1}", w * 1e3)));
        let (i, w) = before.unwrap_or_default();
        println!("{stage:<14} {instructions:>12.1} {i:>9} {:>16.1} {w:>9}", wrong * 1e3);
    }
    println!("allocations of a parse of 4 KB: {allocations:.0}");
    if accept {
        accepted::write(&compiler, &counted);
        println!("accepted");
        return ExitCode::SUCCESS;
    }
    if kept.compiler != compiler {
        println!("not compared: the accepted counts are those of {}, these of {compiler}", kept.compiler);
        return ExitCode::SUCCESS;
    }
    let dearer = kept.dearer(&counted);
    dearer.iter().for_each(|line| println!("DEARER: {line}"));
    if dearer.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Runs the child under valgrind; `None` where there is no valgrind.
fn count() -> Option<Profile> {
    let me = std::env::current_exe().expect("a path");
    let out = out_file();
    let run = Command::new("valgrind")
        .args(["--tool=callgrind", "--branch-sim=yes"])
        // Costs and calls alike: the child ends with this function.
        .arg("--zero-before=cost::measured*")
        .args(["--compress-strings=no", "--compress-pos=no", "--dump-line=no"])
        .arg(format!("--callgrind-out-file={}", out.display()))
        .arg(me)
        .arg("--child")
        .output();
    let run = run.ok()?;
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let text = std::fs::read_to_string(&out).expect("valgrind wrote its counts");
    std::fs::remove_file(&out).expect("they can be removed");
    Some(Profile::read(&text))
}

fn out_file() -> PathBuf {
    std::env::temp_dir().join(format!("dateline-cost-{}", std::process::id()))
}

/// The compiler whose counts these are.
fn compiler() -> String {
    let version = Command::new("rustc").args(["--version", "--verbose"]).output().expect("rustc runs");
    let text = String::from_utf8_lossy(&version.stdout).into_owned();
    let line = |key| text.lines().find_map(|line| line.strip_prefix(key)).unwrap_or("?");
    format!("{} {}", line("release: "), line("host: "))
}
