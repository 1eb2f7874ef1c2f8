//! Summaries above the text: "Key points", "In short", with the short lines below them.

use std::ops::Range;

use super::PartKind::{Dek, Interface};
use super::dateline;
use super::line::{BODY, End, Line};
use super::page::{Call, Calls, Page};
use crate::text::{Atom, atoms};

/// A summary has at most this many lines.
const MOST_LINES: usize = 8;

/// Each of at most this many words.
const MOST_WORDS: usize = 45;

/// Calls the lines of a summary; gives the line below them.
pub(super) fn read(page: &Page<'_>, calls: &mut Calls, lines: Range<usize>) -> Option<usize> {
    let label = lines.clone().find(|i| page.line(*i).is_some_and(|line| is_label(page, line)))?;
    let from = label + 1;
    let items =
        (from..lines.end.min(from + MOST_LINES)).take_while(|i| is_item(page, calls, *i, from)).count();
    if items == 0 {
        return None;
    }
    calls.correct(label, Call::new(Interface, "interface.summary", 70));
    for i in from..from + items {
        calls.set(i, Call::new(Dek, "dek.summary", 75));
    }
    Some(from + items)
}

/// "Key points", "In short:", "At a glance", "What you need to know:".
fn is_label(page: &Page<'_>, line: &Line) -> bool {
    const LAST: &[Atom] =
        atoms!["brief", "glance", "highlights", "know", "points", "short", "summary", "takeaways"];
    /// Before "know": "What to know", "What you need to know". Before the others: "Key", "In", "At a".
    const BEFORE: &[Atom] =
        atoms!["key", "in", "at", "a", "story", "the", "quick", "main", "what", "to", "you", "need"];
    // A line of one colon has no word before it.
    let last = line.tokens.end.saturating_sub(1 + usize::from(line.end == End::Colon));
    matches!(line.end, End::Open | End::Colon)
        && line.words > 0
        && page.one_of(last, LAST)
        && (line.tokens.start..last).all(|i| page.one_of(i, BEFORE))
}

/// A short line; a long one only where it is all the summary.
fn is_item(page: &Page<'_>, calls: &Calls, i: usize, from: usize) -> bool {
    let Some(line) = page.line(i).filter(|_| calls.open(i)) else { return false };
    let long = line.chars >= BODY && line.terminated() && !line.bullet;
    let alone = i == from && calls.open(i + 1) && page.line(i + 1).is_some_and(Line::terminated);
    line.words <= MOST_WORDS
        && line.breaks <= 1
        && line.end != End::Question
        && (!long || alone)
        && dateline::read(page, line.tokens.clone()).is_none()
}
