//! The pages of the repository hang together: links lead somewhere, and what the guide shows is marked as what it is.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic")]

use std::fs;
use std::path::{Path, PathBuf};

/// The pages at the root and in `docs/`.
fn pages() -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files =
        [root.to_owned(), root.join("docs")].into_iter().flat_map(|folder| fs::read_dir(folder).unwrap());
    let mut paths: Vec<PathBuf> = files.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "md"));
    assert!(paths.len() >= 10, "the pages are where they were: {paths:?}");
    paths.into_iter().map(|path| (path.clone(), fs::read_to_string(path).unwrap())).collect()
}

/// What stands in the brackets behind `](`, code blocks left out: Rust has such brackets too.
fn links(text: &str) -> Vec<&str> {
    let outside = text.split("```").step_by(2);
    outside.flat_map(|text| text.split("](").skip(1).filter_map(|rest| rest.split(')').next())).collect()
}

#[test]
fn links_between_pages_lead_somewhere() {
    let mut tried = 0;
    for (page, text) in pages() {
        for link in links(&text).into_iter().filter(|link| !link.contains("://") && !link.starts_with('#')) {
            tried += 1;
            let file = link.split('#').next().unwrap();
            let target = page.parent().unwrap().join(file);
            assert!(target.exists(), "{}: {link} leads nowhere", page.display());
        }
    }
    assert!(tried > 10, "only {tried} links");
}

/// rustdoc takes a block without a language for Rust, and the guide includes pages as they are.
#[test]
fn blocks_of_the_guide_name_their_language() {
    let guide = include_str!("../src/guide.rs");
    for (page, text) in pages() {
        if !guide.contains(&format!("../docs/{}\"", page.file_name().unwrap().to_str().unwrap())) {
            continue;
        }
        let fences = text.lines().enumerate().filter(|(_, line)| line.starts_with("```"));
        for (at, line) in fences.step_by(2) {
            let line_number = at + 1;
            assert!(line.len() > 3, "{}:{line_number}: write ```text, ```sh or ```rust", page.display());
        }
    }
}
