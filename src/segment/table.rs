//! Tables and boxes in plain text: rows of results, standings and prices, labels with their values.

use super::PartKind::{Heading, List};
use super::line::{End, Line};
use super::page::{Call, Calls, Page};
use crate::text::Shape;

/// A row has at most this many words: two doubles with countries and five sets have 28.
const MOST_WORDS: usize = 30;

/// With this many rows in a text, one that stands alone between its labels is a row too.
const MANY: usize = 3;

/// A box of labels and values has at least this many lines.
const BOX: usize = 3;

/// Calls the rows, and the short lines directly above them.
pub(super) fn read(page: &Page<'_>, calls: &mut Calls) {
    let open = |calls: &Calls, i: usize| page.line(i).filter(|_| calls.open(i));
    let rows: Vec<bool> = (0..calls.len()).map(|i| open(calls, i).is_some_and(|l| is_row(page, l))).collect();
    let many = rows.iter().filter(|row| **row).take(MANY).count() == MANY;
    let row = |i: usize| rows.get(i).copied().unwrap_or(false);
    for i in 0..rows.len() {
        let beside = row(i + 1) || i.checked_sub(1).is_some_and(row);
        if row(i) && (beside || many) {
            calls.set(i, Call::new(List, "list.row", 70));
        } else if i > 0 && row(i + 1) && (row(i + 2) || many) && open(calls, i).is_some_and(is_title) {
            calls.set(i, Call::new(Heading, "heading.table", 60));
        }
    }
    boxes(page, calls);
}

/// "Rovers 15 11 2 2 33 12 35", "Fiji 19 (half-time 7-5) - Tonga 12": a third of the words are numbers.
fn is_row(page: &Page<'_>, line: &Line) -> bool {
    let numbers =
        || line.body.clone().filter(|i| matches!(page.shape(*i), Some(Shape::Number | Shape::Alnum)));
    (3..=MOST_WORDS).contains(&line.words)
        && matches!(line.end, End::Open | End::Pending)
        && !line.opens_quote
        && numbers().count() >= 2
        && numbers().count() * 3 >= line.words
        && line.words > numbers().count()
}

/// "Women's singles, second round".
fn is_title(line: &Line) -> bool {
    /// Longer lines are of the text.
    const WORDS: usize = 12;
    line.words <= WORDS && line.end == End::Open && !line.bullet && !line.opens_quote
}

/// Lines of labels and values in a row: "AREA: 41,000 sq km".
fn boxes(page: &Page<'_>, calls: &mut Calls) {
    let mut from = 0;
    while from < calls.len() {
        let pair = |k: &usize| calls.open(*k) && page.line(*k).is_some_and(|line| is_pair(page, line));
        let to = from + (from..calls.len()).take_while(pair).count();
        if to - from >= BOX {
            (from..to).for_each(|k| calls.set(k, Call::new(List, "list.pair", 70)));
        }
        from = to.max(from + 1);
    }
}

/// "Label: value", without an end.
fn is_pair(page: &Page<'_>, line: &Line) -> bool {
    /// A label has at most this many tokens.
    const LABEL: usize = 5;
    let first = line.body.start;
    let colon =
        (first + 1..line.body.end.min(first + 1 + LABEL)).find(|i| page.shape(*i) == Some(Shape::Colon));
    let value = colon.is_some_and(|at| at + 1 < line.body.end && page.glued(at));
    value && line.end == End::Open && page.is_capital(first) && line.words <= MOST_WORDS
}
