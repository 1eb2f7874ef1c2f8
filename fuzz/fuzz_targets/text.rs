//! Any text, any publication date: every promise is kept.
#![no_main]

#[path = "../../tests/support/promises.rs"]
mod promises;

use chrono::NaiveDate;
use dateline::Parser;
use libfuzzer_sys::fuzz_target;
use once_cell::sync::Lazy;

static PARSER: Lazy<Parser> = Lazy::new(Parser::new);

fuzz_target!(|data: (i32, &str)| {
    let (day, text) = data;
    let kept = promises::keeps(&PARSER, text, NaiveDate::from_num_days_from_ce_opt(day));
    assert_eq!(kept.err(), None);
});
