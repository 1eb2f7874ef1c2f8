//! The public names, as a checked-in list: no change to them goes unseen.
//!
//! Where the list is stale this test rewrites it and fails: look at the difference, and commit it if it is meant.
//! It reads the sources as rustfmt leaves them: items at the first column, members four columns in.
#![allow(clippy::unwrap_used, clippy::string_slice, clippy::indexing_slicing, reason = "a test may panic")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

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

/// The names that `lib.rs` re-exports.
fn exported(lib: &str) -> BTreeSet<String> {
    let uses = lib.split("\npub use ").skip(1).filter_map(|rest| rest.split(';').next());
    let names = uses.flat_map(|list| {
        let list = list.rsplit("::").next().unwrap_or(list);
        list.trim_matches(['{', '}'])
            .split(',')
            .map(|name| name.trim_matches(['{', '}', ' ', '\n']).to_owned())
    });
    names.filter(|name| !name.is_empty()).collect()
}

/// The first word that could be the name of a type.
fn name(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len());
    &text[..end]
}

/// The type that an `impl` is for, without generics and references.
fn implementor(header: &str) -> &str {
    let header = header.strip_prefix("impl").unwrap_or(header);
    let target = match header.rsplit_once(" for ") {
        Some((_, target)) => target,
        None if header.starts_with('<') => header.split_once("> ").map_or("", |(_, target)| target),
        None => header.trim_start(),
    };
    name(target)
}

/// A declaration up to its body, on one line.
fn signature(lines: &[&str]) -> String {
    let mut out = String::new();
    for line in lines {
        out.push_str(line.trim());
        out.push(' ');
        if line.ends_with(['{', ';', ','])
            && !line.ends_with("(,")
            && out.matches('(').count() == out.matches(')').count()
        {
            break;
        }
    }
    out.split(" {").next().unwrap_or("").trim_end_matches([' ', ';', ',']).to_owned()
}

/// The public items of one file: types with their fields and variants, functions, and what they implement.
fn items(text: &str, exported: &BTreeSet<String>, into: &mut BTreeSet<String>) {
    let lines: Vec<&str> = text.lines().collect();
    let mut inside: Option<(String, usize)> = None;
    for (at, line) in lines.iter().enumerate() {
        let indent = line.len() - line.trim_start().len();
        let code = line.trim_start();
        let rest = &lines[at..];
        if indent == 0 && code.starts_with("impl") {
            let header = signature(rest);
            let of = implementor(&header).to_owned();
            inside = exported.contains(&of).then_some((of, 4));
            if inside.is_some() && header.contains(" for ") {
                into.insert(header);
            }
        } else if let Some(kind) =
            ["struct ", "enum ", "fn "].iter().find(|k| code.starts_with(&format!("pub {k}")))
        {
            let own = name(&code["pub ".len() + kind.len()..]).to_owned();
            match &inside {
                Some((of, depth)) if *kind == "fn " && indent == *depth => {
                    into.insert(format!("{of}: {}", signature(rest)));
                }
                _ if indent <= 4 && exported.contains(&own) => {
                    into.insert(signature(rest));
                    inside = Some((own, indent + 4));
                }
                _ => {}
            }
        } else if let Some((of, depth)) = &inside {
            let member =
                indent == *depth && (code.starts_with("pub ") || code.starts_with(char::is_uppercase));
            if member && !code.starts_with("pub(") {
                into.insert(format!("{of}: {}", signature(rest)));
            }
            if indent + 4 == *depth && code.starts_with('}') {
                inside = None;
            }
        }
    }
}

#[test]
fn the_public_names_are_those_of_the_list() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let lib = fs::read_to_string(root.join("src/lib.rs")).unwrap();
    let exported = exported(&lib);
    assert!(exported.contains("Parser") && exported.len() > 40, "{exported:?}");
    let mut files = Vec::new();
    sources(&root.join("src"), &mut files);
    let mut found = BTreeSet::new();
    for file in files {
        items(&fs::read_to_string(file).unwrap(), &exported, &mut found);
    }
    for own in &exported {
        let declared = found
            .iter()
            .any(|item| !item.contains(": ") && item.split([' ', '<', '(', ';']).any(|word| word == own));
        assert!(declared, "{own} is declared nowhere");
    }
    let list: String = found.iter().map(|item| format!("{item}\n")).collect();
    let path = root.join("tests/public_api.txt");
    if fs::read_to_string(&path).unwrap_or_default() != list {
        fs::write(&path, &list).unwrap();
        assert!(
            list.is_empty(),
            "tests/public_api.txt was stale and is rewritten: see its difference, and commit it"
        );
    }
}
