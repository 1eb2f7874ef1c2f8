//! Any text and any names: sound, the same after JSON, and what matching finds lies in the text.
#![no_main]

#[path = "../../tests/support/promises.rs"]
mod promises;

use dateline::{Entry, Gazetteer, Overlaps, Parser};
use libfuzzer_sys::fuzz_target;

const KINDS: [&str; 4] = ["person", "place", "organization", "vessel"];

fuzz_target!(|data: (Vec<(u8, &str, i8)>, &str)| {
    let (names, text) = data;
    let mut builder = Gazetteer::builder().overlaps(Overlaps::All);
    for (at, (kind, name, priority)) in names.iter().enumerate() {
        let entry = Entry::new(format!("t:{}", at % 7), KINDS[usize::from(*kind) % KINDS.len()], *name);
        // A few names of each, so that names are shared and rows merge.
        let entry = if kind & 16 == 0 { entry.alias("Aro Lind") } else { entry.weak_alias("Aro") };
        let one = Gazetteer::builder().entry(entry.clone()).build();
        if one.is_ok() && kind & 32 == 0 {
            builder = builder.entry(entry.priority(*priority));
        }
    }
    let Ok(gazetteer) = builder.build() else { return };
    let mut last = 0;
    for found in gazetteer.find(text) {
        assert!(text.get(found.span.start..found.span.end).is_some_and(|name| !name.is_empty()));
        assert!(found.span.start >= last, "matches are sorted");
        last = found.span.start;
    }
    let parser = Parser::builder().gazetteer(gazetteer).build().expect("options agree");
    assert_eq!(promises::keeps(&parser, text, None).err(), None);
});
