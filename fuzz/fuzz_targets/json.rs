//! Any JSON: refused, or sound.
#![no_main]

use dateline::Article;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    if let Ok(article) = serde_json::from_slice::<Article<'static>>(data) {
        article.check().expect("what was read is sound");
    }
});
