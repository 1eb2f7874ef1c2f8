//! The past, the present and the future: "now", "recently", "soon", "the future".

use super::super::phrase::{Core, Phrase};
use super::super::scan::{Scan, after};
use super::super::words::Word;

/// One word that points at no day.
pub(super) fn word(scan: &Scan<'_>, i: usize) -> Option<Core> {
    let Word::Ref(reference) = scan.word(i) else { return None };
    if scan.hyphen(after(i, 1)) && scan.is(i, "now") {
        // "now-defunct"
        return None;
    }
    if scan.before(i).is_some_and(|b| scan.hyphen(b)) {
        return None;
    }
    if scan.is(i, "soon") && scan.is(after(i, 1), "after") {
        return None;
    }
    if scan.is(i, "future") && scan.is_any(after(i, 1), &["president", "king", "wife", "husband"]) {
        return None;
    }
    Some(Core { phrase: Phrase::Vague(reference), next: after(i, 1), rule: "reference.word" })
}
