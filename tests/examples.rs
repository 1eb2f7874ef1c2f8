//! Every example of this package runs on its own data and says what it promises.
//!
//! They run through `cargo run`: a test knows no path of an example's binary, while cargo does, and `cargo test` has
//! built them by then, so that each run costs cargo one look at what is fresh.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::string_slice,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

use std::collections::BTreeSet;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::{env, fs};

use serde_json::{Value, json};

fn run(example: &str, args: &[&str], input: &str) -> Output {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(env!("CARGO_MANIFEST_DIR")).args(["run", "--quiet", "--example", example]);
    if !cfg!(debug_assertions) {
        cargo.arg("--release");
    }
    cargo.arg("--").args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = cargo.spawn().unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

/// What an example prints; it must succeed.
fn printed(example: &str, args: &[&str], input: &str) -> String {
    let output = run(example, args, input);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{example}: {errors}");
    String::from_utf8(output.stdout).unwrap()
}

#[track_caller]
fn assert_has(text: &str, wanted: &[&str]) {
    for wanted in wanted {
        assert!(text.contains(wanted), "no {wanted:?} in:\n{text}");
    }
}

#[test]
fn no_example_is_forgotten() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let entries = fs::read_dir(root.join("examples")).unwrap().map(|entry| entry.unwrap().path());
    let examples = entries.filter(|path| {
        path.extension().is_some_and(|extension| extension == "rs") || path.join("main.rs").is_file()
    });
    let names: BTreeSet<String> =
        examples.map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned()).collect();
    let (tests, readme) = (include_str!("examples.rs"), include_str!("../README.md"));
    assert!(names.len() >= 6, "{names:?}");
    for name in names {
        assert!(tests.contains(&format!("printed(\"{name}\"")), "{name} is run by no test");
        assert!(readme.contains(&format!("--example {name}")), "{name} is not in the README");
    }
    for entry in fs::read_dir(root.join("examples/web/src/bin")).unwrap() {
        let name = entry.unwrap().path().file_stem().unwrap().to_str().unwrap().to_owned();
        assert!(readme.contains(&format!("--bin {name}`")), "{name} is not in the README");
    }
}

#[test]
fn quickstart_prints_the_account() {
    let account = printed("quickstart", &[], "");
    assert_has(&account, &["2026-03-11 (known by: text)", "· picture LEYLA HADDAD, AFP, via Getty Images"]);
    assert_has(&account, &["Anadolu Agency (as “News agency Anadolu”), “reported”\n", "mixed, by rule "]);
    let (file, day) = ("examples/data/wire.txt", "2025-08-14");
    assert_has(&printed("quickstart", &[file, day], ""), &["2025-08-14 (known by: given)"]);
}

#[test]
fn who_said_what_counts_speakers() {
    let csv = printed("who_said_what", &[], "");
    assert_has(&csv, &["speaker,kind,quotes,direct,mixed,indirect,direct_share,articles,outlets\n"]);
    assert_has(&csv, &["\nBukola Adeniyi,person,2,1,0,1,0.50,page,Channels Television\n"]);
    // The agency of the dateline carried what its article says.
    assert_has(&csv, &["\nNikos Manolakis,person,1,1,0,0,1.00,wire,Reuters\n"]);
}

#[test]
fn report_html_is_one_page() {
    let page = printed("report_html", &[], "");
    assert_has(&page, &["<!doctype html>", "default-src 'none'", "Grace Kalua</a></h3>", "</html>\n"]);
    assert!(!page.contains("<script") && !page.contains("http://") && !page.contains("https://"));
}

#[test]
fn timeline_is_sorted_and_says_what_dates_hang_on() {
    let timeline = printed("timeline", &[], "");
    assert_has(
        &timeline,
        &["1921-01-01 – 1921-12-31  year", "2026-03-11 ", "from publication, 2026-05-26, timestamp"],
    );
    let days: Vec<&str> =
        timeline.lines().filter(|line| !line.starts_with(' ')).map(|line| &line[..10]).collect();
    assert!(days.is_sorted() && days.len() > 15, "{days:?}");
}

/// ESC and its kin drive a terminal, and marks of direction turn what stands on it.
#[test]
fn no_text_drives_the_terminal() {
    let attack = "\u{1b}[31m\u{9b}2J\u{7}\u{8}\u{202e}\u{2066}\u{200f}";
    let text = format!(
        "Port reopens{attack}\nBy Ada{attack} Holt\nOSLO, May 3, 2025 – “We {attack} won,” said Ola{attack} Berg on \
         Monday. Ola Berg-Lind {attack}was there.\nThe port at dawn. (Photo: Kim {attack}Lie/AFP)\n"
    );
    let folder = env::temp_dir().join(format!("dateline-terminal-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let file = folder.join("a.txt");
    fs::write(&file, &text).unwrap();
    let (file, folder_name) = (file.to_str().unwrap(), folder.to_str().unwrap());
    let hostile = |c: char| c.is_control() && c != '\n' || attack.contains(c) && !c.is_ascii();
    for (example, arg) in [("quickstart", file), ("timeline", file), ("who_said_what", folder_name)] {
        let out = printed(example, &[arg], "");
        assert!(!out.is_empty() && !out.contains(hostile), "{example}: {out:?}");
    }
    fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn what_goes_wrong_is_said_in_words() {
    let refused = |example: &str, args: &[&str], status: i32, wanted: &[&str]| {
        let output = run(example, args, "");
        let errors = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(status), "{example} {args:?}: {errors}");
        assert_has(&errors, wanted);
        assert!(errors.starts_with("error: ") && output.stdout.is_empty(), "{errors}");
    };
    refused("quickstart", &["no/such.txt"], 1, &["no/such.txt: "]);
    refused("quickstart", &["README.md", "May 3"], 2, &["\"May 3\" is no day", "usage: quickstart"]);
    refused("report_html", &["a", "2025-05-03", "b"], 2, &["usage: report_html"]);
    refused("who_said_what", &["src"], 1, &["src: no .txt file"]);
    refused("timeline", &["no/such.txt:2025-05-03"], 1, &["no/such.txt: "]);
    refused("watchlist", &["--generate", "many"], 2, &["--generate needs a number"]);
    refused("watchlist", &["examples/data/README.md"], 1, &["examples/data/README.md: CSV", "line: "]);
    refused("batch_jsonl", &["--format", "xml"], 2, &["unknown format \"xml\"", "schema-org"]);
    assert_has(&printed("quickstart", &["--help"], ""), &["usage: quickstart [ARTICLE.txt"]);
}

#[test]
fn watchlist_gives_roles_and_leaves_writers_out() {
    let csv = printed("watchlist", &["--generate", "2000"], "");
    assert_has(
        &csv,
        &["W-001,Julian Ashworth,court,", "W-011,Raghadan Palace,diplomacy,caption only,caption,"],
    );
    assert_has(&csv, &["W-010,Bukola Adeniyi,page,speaker,paragraph,"]);
    // The byline, two credits, a name out of its years, and weak aliases without a stronger name.
    for id in ["W-007", "W-008", "W-009", "W-012", "W-014", "G-"] {
        assert!(!csv.contains(id), "{id} in:\n{csv}");
    }
}

const ROWS: &str = "{\"id\": \"a\", \"text\": \"“We <won>,” said Ola Berg in Oslo on Monday.\", \"published\": \"2025-03-04\"}\n\
    \n\
    no row\n\
    {\"id\": 7}\n\
    {\"id\": {\"n\": 8}, \"text\": \"\", \"published\": null}\n";

fn rows(format: &str) -> Vec<Value> {
    let out = printed("batch_jsonl", &["--format", format], ROWS);
    out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn batch_jsonl_keeps_its_contract() {
    let out = printed("batch_jsonl", &[], ROWS);
    let rows: Vec<Value> = out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let ids: Vec<&Value> = rows.iter().map(|row| &row["id"]).collect();
    assert_eq!(ids, [&json!("a"), &json!(null), &json!(7), &json!({"n": 8})]);
    assert_eq!(rows[0]["article"]["dates"][0]["value"], "2025-03-03");
    assert_eq!(rows[3]["article"]["parts"], json!([]));
    for row in &rows[1..3] {
        assert!(row["error"].is_string() && row.get("article").is_none(), "{row}");
    }
    assert!(out.starts_with("{\"id\":\"a\",\"article\":{\"schema\":1,"), "{out}");
}

#[test]
fn batch_jsonl_writes_each_format() {
    assert_eq!(rows("spacy")[0]["spacy"]["ents"].as_array().unwrap().len(), 3);
    assert_has(rows("brat")[0]["brat"].as_str().unwrap(), &["place 29 33\tOslo\n"]);
    assert_eq!(rows("webanno")[0]["webanno"]["items"][0]["target"][0]["source"], "a");
    assert_has(rows("timeml")[0]["timeml"].as_str().unwrap(), &["We &lt;won&gt;", "value=\"2025-03-03\""]);
    assert_has(rows("conll")[0]["conll"].as_str().unwrap(), &["Oslo 33 37 B-LOC\n"]);
    let schema_org = &rows("schema-org")[0]["schema-org"];
    assert_eq!(schema_org["hasPart"][0]["spokenByCharacter"]["name"], "Ola Berg");
}
