//! Lets `tools/train_signals.py` see the signals: writes, for annotated documents, what is seen of each name.

use std::fmt::Write as _;
use std::fs;

use serde_json::{Value, json};

use super::Evidence;
use super::read::{Names, Reader};
use super::signal::Signal;
use crate::doc::Doc;
use crate::gazetteer::Gazetteer;

/// One JSON line a spelling: what is seen of each mention with its gold type, and what the document says.
fn lines(id: &Value, text: &str, gold: &[Value]) -> String {
    let doc = Doc::read(text, None, &Gazetteer::bundled());
    let names = Names::of(&doc);
    let evidence = Evidence::gather(Reader { doc: &doc, names: &names });
    let mut out = String::new();
    for group in &evidence.groups.list {
        let mentions: Vec<_> = evidence
            .groups
            .members(group)
            .iter()
            .map(|&c| {
                let span = doc.span(evidence.found[c].tokens.clone());
                let seen: Vec<_> = evidence.seen[c].iter().map(Signal::name).collect();
                json!([span.start, span.end, gold_type(gold, span), seen])
            })
            .collect();
        let whole: Vec<_> = group.signals.iter().map(Signal::name).collect();
        let first = doc.str(doc.span(evidence.found[group.first].tokens.clone()));
        let row = json!({"doc": id, "name": first, "mentions": mentions, "document": whole});
        writeln!(out, "{row}").unwrap();
    }
    out
}

/// `PER`, `LOC`, `ORG`; `NONE` where nothing is annotated; `PART` where an annotation overlaps.
fn gold_type(gold: &[Value], span: crate::span::Span) -> String {
    let offset = |entity: &Value, key: &str| usize::try_from(entity[key].as_u64().unwrap()).unwrap();
    for entity in gold {
        let (start, end) = (offset(entity, "start"), offset(entity, "end"));
        if (start, end) == (span.start, span.end) {
            return entity["type"].as_str().unwrap().to_owned();
        }
        if start < span.end && span.start < end {
            return "PART".to_owned();
        }
    }
    "NONE".to_owned()
}

#[test]
#[ignore = "a tool: DATELINE_GOLD names annotated JSON Lines, DATELINE_SIGNALS the file to write"]
fn write_signals() {
    let (Ok(gold), Ok(path)) = (std::env::var("DATELINE_GOLD"), std::env::var("DATELINE_SIGNALS")) else {
        return;
    };
    let mut out = String::new();
    for row in fs::read_to_string(gold).unwrap().lines() {
        let row: Value = serde_json::from_str(row).unwrap();
        let gold = row["entities"].as_array().cloned().unwrap_or_default();
        out.push_str(&lines(&row["id"], row["text"].as_str().unwrap(), &gold));
    }
    fs::write(path, out).unwrap();
}

#[test]
#[ignore = "a tool: prints what is seen of each name in the text file that DATELINE_TEXT names"]
fn explain() {
    let Ok(path) = std::env::var("DATELINE_TEXT") else { return };
    let text = fs::read_to_string(path).unwrap();
    let doc = Doc::read(&text, None, &Gazetteer::bundled());
    let names = Names::of(&doc);
    let evidence = Evidence::gather(Reader { doc: &doc, names: &names });
    for group in &evidence.groups.list {
        let first = doc.str(doc.span(evidence.found[group.first].tokens.clone()));
        println!("{first}: {:?} by {} {:?}", group.reading, group.lead, group.sums);
        let seen = evidence.groups.members(group).iter().flat_map(|c| evidence.seen[*c].iter());
        for signal in seen.chain(group.signals.iter()) {
            println!("    {} {:?}", signal.name(), super::signal::weights(signal));
        }
    }
}
