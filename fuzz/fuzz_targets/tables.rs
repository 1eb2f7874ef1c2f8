//! Any bytes as a table, in each of the three formats: an error that names its place, or names that are found.
#![no_main]

#[path = "../../tests/support/promises.rs"]
mod promises;

use dateline::{Gazetteer, Parser};
use libfuzzer_sys::fuzz_target;

/// A header, so that rows are reached; the bytes may bring one of their own.
const HEADER: &str = "id\tkind\tname\taliases\tweak_aliases\tclass\tcountry\tids\tweight\tvalid_from\tvalid_to\tpriority\tattributes\n";

fuzz_target!(|data: (u8, &str)| {
    let (format, table) = data;
    let builder = Gazetteer::builder();
    let builder = match format % 5 {
        0 => builder.tsv(table),
        1 => builder.csv(table),
        2 => builder.patterns_jsonl(table),
        3 => builder.tsv(format!("{HEADER}{table}")),
        _ => builder.csv(format!("{}{table}", HEADER.replace('\t', ","))),
    };
    match builder.build() {
        Err(error) => {
            assert!(error.line().is_none_or(|line| line <= table.lines().count() + 2));
            assert!(error.to_string().len() < 2_000);
        }
        Ok(gazetteer) => {
            for found in gazetteer.find(table) {
                assert!(table.get(found.span.start..found.span.end).is_some_and(|name| !name.is_empty()));
                assert!(!found.name().is_empty());
            }
            let parser = Parser::builder().gazetteer(gazetteer).build().expect("options agree");
            assert_eq!(promises::keeps(&parser, table, None).err(), None);
        }
    }
});
