//! Any JSON: refused, or sound, and then everything answers.
#![no_main]
#![allow(dead_code, reason = "what holds of a parse is held by another target")]

#[path = "../../tests/support/promises.rs"]
mod promises;

use dateline::Article;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    if let Ok(article) = serde_json::from_slice::<Article<'static>>(data) {
        assert_eq!(promises::answers(&article), Ok(()));
    }
});
