//! Any text, any publication date: sound, and the same after JSON.
#![no_main]

use chrono::NaiveDate;
use dateline::{Article, Input, Parser};
use libfuzzer_sys::fuzz_target;
use once_cell::sync::Lazy;

static PARSER: Lazy<Parser> = Lazy::new(Parser::new);

fuzz_target!(|data: (i32, &str)| {
    let (day, text) = data;
    let article = PARSER.parse(Input::new(text).published(NaiveDate::from_num_days_from_ce_opt(day)));
    article.check().expect("a parsed article is sound");
    let json = serde_json::to_string(&article).expect("an article can be written");
    let back: Article<'static> = serde_json::from_str(&json).expect("what was written can be read");
    assert_eq!(back, article.into_owned());
});
