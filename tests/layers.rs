//! The data flows one way: every module imports only from the layers before its own.
#![allow(clippy::unwrap_used, clippy::panic, clippy::string_slice, reason = "a test may panic")]

use std::fs;
use std::path::{Path, PathBuf};

/// The layers, leftmost first. Modules of one line do not see one another.
const LAYERS: &[&[&str]] = &[
    &["span", "error", "names", "evidence", "input"],
    &["text", "offsets"],
    &["lexicon"],
    &["gazetteer"],
    &["segment"],
    &["doc"],
    &["entity", "date", "quote"],
    &["attribution"],
    &["article"],
    &["soundness"],
    &["wire", "parser", "stages"],
    &["format"],
    &["lib"],
];

fn layer(module: &str) -> usize {
    LAYERS.iter().position(|row| row.contains(&module)).unwrap_or_else(|| panic!("{module} is in no layer"))
}

fn sources(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, into);
        } else if path.extension().is_some_and(|e| e == "rs") {
            into.push(path);
        }
    }
}

/// The modules named after `crate::` in a source text, grouped imports included.
fn imports(text: &str) -> Vec<String> {
    let word = |s: &str| s.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let mut out = Vec::new();
    for line in text.lines().filter(|line| !line.trim_start().starts_with("//")) {
        for (at, _) in line.match_indices("crate::") {
            let rest = &line[at + "crate::".len()..];
            match rest.strip_prefix('{') {
                Some(group) => out.extend(group.split(',').map(|item| word(item.trim()))),
                None => out.push(word(rest)),
            }
        }
    }
    out.retain(|module| !module.is_empty());
    out
}

#[test]
fn modules_import_only_from_the_left() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&root, &mut files);
    assert!(files.len() > 20, "the sources are where they were");
    for file in files {
        let inside = file.strip_prefix(&root).unwrap();
        let module = inside.iter().next().unwrap().to_str().unwrap().trim_end_matches(".rs");
        if module == "lib" {
            continue;
        }
        for import in imports(&fs::read_to_string(&file).unwrap()) {
            let fine = import == module || layer(&import) < layer(module);
            assert!(fine, "{} imports crate::{import}", inside.display());
        }
    }
}

#[test]
fn a_wrong_import_would_be_seen() {
    assert_eq!(imports("use crate::{quote, date};\nuse crate::wire::In;"), ["quote", "date", "wire"]);
    assert!(layer("quote") >= layer("date") && layer("wire") > layer("text"));
}
