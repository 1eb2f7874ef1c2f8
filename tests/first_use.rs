//! The first parse of a process, from eight threads at once, each on a small stack.
//!
//! A file of its own: tests of one file share a process, and the names are loaded once in each.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::sync::Barrier;
use std::thread::Builder;

use dateline::Parser;

/// A sixteenth of what a thread gets by default. The crate does not recurse, so the text has no say in it.
const STACK: usize = 128 << 10;

const TEXT: &str = "Port reopens, minister says\nOSLO (Reuters) - “We won’t wait,” Foreign Minister Ola \
    Berg-Strand said on Tuesday, according to state agency NTB.\n";

#[test]
fn eight_threads_load_the_names_at_once_on_small_stacks() {
    let start = Barrier::new(8);
    let results: Vec<String> = std::thread::scope(|scope| {
        let work = || {
            start.wait();
            serde_json::to_string(&Parser::new().parse(TEXT)).unwrap()
        };
        let spawn = || Builder::new().stack_size(STACK).spawn_scoped(scope, work).unwrap();
        let threads: Vec<_> = (0..8).map(|_| spawn()).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    let alone = serde_json::to_string(&Parser::new().parse(TEXT)).unwrap();
    assert!(alone.contains("Berg-Strand"));
    for result in results {
        assert_eq!(result, alone);
    }
}
