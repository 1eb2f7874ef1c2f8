//! Texts to read in tests: the articles of the examples, and real news where it lies beside the repository.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

/// The files of a folder of the repository with one extension, sorted.
pub(crate) fn files(folder: &str, extension: &str) -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let entries = fs::read_dir(root).map(|entries| entries.map(|entry| entry.unwrap().path()).collect());
    let mut out: Vec<PathBuf> = entries.unwrap_or_default();
    out.retain(|path| path.extension().is_some_and(|e| e == extension));
    out.sort();
    out
}

/// The articles of the examples: name and text.
#[allow(dead_code, reason = "some tests read real news alone")]
pub(crate) fn examples() -> Vec<(String, String)> {
    let files = files("examples/data", "txt");
    assert!(files.len() >= 7, "the articles are where they were");
    let name = |path: &Path| path.file_stem().unwrap().to_str().unwrap().to_owned();
    files.iter().map(|path| (name(path), fs::read_to_string(path).unwrap())).collect()
}

/// The annotated corpora, which are not part of the repository: name and text; nothing, with a message, where
/// they are not at hand.
#[allow(dead_code, reason = "some tests read the examples alone")]
pub(crate) fn real_news() -> Vec<(String, String)> {
    let mut out = Vec::new();
    for path in files("../shared/eval/dev", "jsonl") {
        let corpus = path.file_stem().unwrap().to_str().unwrap().to_owned();
        for line in fs::read_to_string(&path).unwrap().lines() {
            let row: Value = serde_json::from_str(line).unwrap();
            out.push((format!("{corpus} {}", row["id"]), row["text"].as_str().unwrap().to_owned()));
        }
    }
    if out.is_empty() {
        println!("skipped: no corpora beside the repository");
    }
    out
}
