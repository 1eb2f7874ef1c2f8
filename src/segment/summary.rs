//! Summaries above the text: "Key points", "In short", with the short lines below them.

use std::ops::Range;

use super::PartKind::{Dek, Interface};
use super::dateline;
use super::line::{BODY, End, Line};
use super::page::{Call, Calls, Page};
use crate::lexicon::Class;
use crate::text::{Atom, Shape, atom, atoms};

/// A summary has at most this many lines.
const MOST_LINES: usize = 8;

/// Each of at most this many words.
const MOST_WORDS: usize = 45;

/// Calls the lines of a summary; gives the line below them.
pub(super) fn read(page: &Page<'_>, calls: &mut Calls, lines: Range<usize>) -> Option<usize> {
    let label = lines.clone().find(|i| page.line(*i).is_some_and(|line| is_label(page, line)))?;
    let end = section(page, calls, label, lines.end)?;
    // "In short:", its points, "What's next?", one more.
    let more = page.line(end).is_some_and(|line| asks_on(page, line));
    Some(more.then(|| section(page, calls, end, lines.end.min(end + 2))).flatten().unwrap_or(end))
}

/// Calls a label and the points below it; gives the line below these.
fn section(page: &Page<'_>, calls: &mut Calls, label: usize, end: usize) -> Option<usize> {
    /// "Summary is AI-generated", below the label.
    const NOTES: usize = 2;
    let notes = (label + 1..label + 1 + NOTES).take_while(|i| calls.kind(*i) == Some(Interface)).count();
    let from = label + 1 + notes;
    let items = (from..end.min(from + MOST_LINES)).take_while(|i| is_item(page, calls, *i, from)).count();
    if items == 0 {
        return None;
    }
    calls.correct(label, Call::new(Interface, "interface.summary", 70));
    for i in from..from + items {
        calls.set(i, Call::new(Dek, "dek.summary", 75));
    }
    Some(from + items)
}

/// "What's next?", "What happens next?".
fn asks_on(page: &Page<'_>, line: &Line) -> bool {
    line.end == End::Question
        && line.words <= 4
        && page.atom(line.tokens.start) == atom!("what")
        && page.any(line.tokens.clone(), atoms!["next"])
}

/// Short lines between the byline and the text that say what its first paragraph says again: a summary
/// without a label. A text that only goes on does not repeat half of what it just said.
pub(super) fn unlabelled(page: &Page<'_>, calls: &mut Calls, from: usize, text: usize) -> Option<usize> {
    const LINES: std::ops::RangeInclusive<usize> = 2..=6;
    /// Words that both must share, at the least.
    const SHARED: usize = 5;
    let open: Vec<usize> = (from..text).filter(|i| calls.open(*i)).collect();
    let (first, last) = (*open.first()?, *open.last()?);
    let short = |i: &usize| page.line(*i).is_some_and(is_point);
    if !LINES.contains(&open.len()) || last - first + 1 != open.len() || !open.iter().all(short) {
        return None;
    }
    let told: Vec<Atom> =
        open.iter().filter_map(|i| page.line(*i)).flat_map(|line| content(page, line)).collect();
    let mut lead: Vec<Atom> = content(page, page.line(text)?).collect();
    lead.sort_unstable();
    lead.dedup();
    let shared = lead.iter().filter(|word| told.contains(word)).count();
    if shared < SHARED || shared * 2 < lead.len() {
        return None;
    }
    for i in open {
        calls.set(i, Call::new(Dek, "dek.repeated", 65));
    }
    Some(last + 1)
}

/// One short sentence or phrase.
fn is_point(line: &Line) -> bool {
    (4..=MOST_WORDS).contains(&line.words)
        && line.chars < BODY
        && line.breaks == 0
        && !line.opens_quote
        && matches!(line.end, End::Open | End::Stop)
}

/// The words of a line that carry its meaning: names, numbers, words of four letters and more.
fn content<'p>(page: &'p Page<'_>, line: &Line) -> impl Iterator<Item = Atom> + 'p {
    let function =
        Class::DETERMINER | Class::PREPOSITION | Class::CONJUNCTION | Class::AUXILIARY | Class::PRONOUN;
    let carries = move |i: &usize| match page.shape(*i) {
        Some(Shape::Lower) => page.str(*i).len() >= 4 && !page.is(*i, function),
        Some(Shape::Number) => true,
        _ => page.is_capital(*i) && !page.is(*i, function),
    };
    line.body.clone().filter(carries).map(|i| page.atom(i))
}

/// "Key points", "In short:", "At a glance", "What you need to know:".
fn is_label(page: &Page<'_>, line: &Line) -> bool {
    const LAST: &[Atom] =
        atoms!["brief", "glance", "highlights", "know", "points", "read", "short", "summary", "takeaways"];
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
