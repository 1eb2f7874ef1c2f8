//! Hard-wrapped text: paragraphs that were broken at a fixed column, joined again.
//!
//! A text is wrapped when many of its lines go on in the middle of a sentence. The column is the longest
//! such line; a line that would still have held the first word of the next one ended on purpose.

use std::ops::Range;

use crate::lexicon::Entry;
use crate::text::{Gap, Shape, Tokens};

/// Mail and wire copy is broken at 60 to 80 columns, terminals at up to 132.
const COLUMNS: std::ops::RangeInclusive<usize> = 40..=140;

/// Paragraphs are indented by at most this many blanks.
const INDENT: usize = 8;

/// A text is wrapped when one in this many of its lines continues the one before. In text with one
/// paragraph a line it is fewer than one in fifty.
const ONE_IN: usize = 5;

/// Wrapped lines end within this many characters of the column: a word of that length did not fit any more.
/// The labels of a page that begin with small letters do not.
const RAGGED: usize = 20;

/// Of the lines of wrapped text at most one in so many is longer than the column: an address, a headline.
const FEW: usize = 10;

/// Joins the lines of wrapped paragraphs; gives the lines as they are where the text is not wrapped.
pub(super) fn join(tokens: &Tokens<'_>, words: &[Entry], lines: &[Range<usize>]) -> Vec<Range<usize>> {
    let Some(column) = column(tokens, lines) else { return join_split(tokens, words, lines) };
    let mut out: Vec<Range<usize>> = Vec::with_capacity(lines.len());
    let mut previous: Option<&Range<usize>> = None;
    for line in lines {
        let joined = previous.is_some_and(|p| runs_on(tokens, p, line, column));
        match out.last_mut().filter(|_| joined) {
            Some(last) => last.end = line.end,
            None => out.push(line.clone()),
        }
        previous = Some(line);
    }
    out
}

/// The column that the text is wrapped at.
fn column(tokens: &Tokens<'_>, lines: &[Range<usize>]) -> Option<usize> {
    let joints = || lines.iter().zip(lines.iter().skip(1)).filter(|(a, b)| goes_on(tokens, a, b));
    let count = joints().count();
    if count < 2 || count * ONE_IN < lines.len() {
        return None;
    }
    let longest = joints().map(|(a, _)| columns(tokens, a)).max()?;
    let full = joints().filter(|(a, _)| columns(tokens, a) + RAGGED >= longest).count();
    let over = lines.iter().filter(|line| columns(tokens, line) > longest + RAGGED).count();
    (full * 2 > count && over * FEW <= lines.len() && COLUMNS.contains(&longest)).then_some(longest)
}

/// The next line goes on in small letters, and this one has no end.
fn goes_on(tokens: &Tokens<'_>, a: &Range<usize>, b: &Range<usize>) -> bool {
    let open =
        !matches!(tokens.shape(a.end.saturating_sub(1)), Some(Shape::Stop | Shape::Colon | Shape::Quote));
    open && tokens.shape(b.start) == Some(Shape::Lower) && gap(tokens, b) == Gap::Line
}

/// Line `b` continues line `a` of a text wrapped at `column`.
fn runs_on(tokens: &Tokens<'_>, a: &Range<usize>, b: &Range<usize>, column: usize) -> bool {
    if gap(tokens, b) != Gap::Line || indented(tokens, b) || opens_item(tokens, b) {
        return false;
    }
    goes_on(tokens, a, b) || columns(tokens, a) + 1 + first_word(tokens, b) > column
}

/// Characters up to the first blank of a line, marks included.
fn first_word(tokens: &Tokens<'_>, line: &Range<usize>) -> usize {
    let end = (line.start + 1..line.end).find(|i| tokens.get(*i).is_some_and(|t| t.gap != Gap::None));
    super::line::characters(tokens, &(line.start..end.unwrap_or(line.end)))
}

/// A new paragraph by indentation: two or more blanks before its first word.
fn indented(tokens: &Tokens<'_>, line: &Range<usize>) -> bool {
    let start = tokens.get(line.start).map_or(0, |t| t.start as usize);
    let before = tokens.text.as_bytes().get(start.saturating_sub(2)..start).unwrap_or_default();
    matches!(before, b"  " | b"\t\t" | [_, b'\t'])
}

fn opens_item(tokens: &Tokens<'_>, line: &Range<usize>) -> bool {
    matches!(tokens.shape(line.start), Some(Shape::Hyphen | Shape::Symbol | Shape::Dash))
        && tokens.get(line.start + 1).is_some_and(|t| t.gap == Gap::Space)
}

fn gap(tokens: &Tokens<'_>, line: &Range<usize>) -> Gap {
    tokens.get(line.start).map_or(Gap::Blank, |t| t.gap)
}

/// Characters of a line. Bytes would make lines with many quote marks longer than they look.
fn columns(tokens: &Tokens<'_>, line: &Range<usize>) -> usize {
    let span = tokens.span(line.start, line.end);
    // Indentation fills columns too.
    let before =
        tokens.text.as_bytes().get(span.start.saturating_sub(INDENT)..span.start).unwrap_or_default();
    let indent = before.iter().rev().take_while(|b| **b == b' ').count();
    indent + super::line::characters(tokens, line)
}

/// In text that is not wrapped, extractors still break a sentence around a link. A line that ends in a
/// small function word or comma and one that goes on in small letters are one.
fn join_split(tokens: &Tokens<'_>, words: &[Entry], lines: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::with_capacity(lines.len());
    for line in lines {
        let joined = out.last().is_some_and(|last| {
            goes_on(tokens, last, line) && super::line::leaves_open(tokens, words, last.end.saturating_sub(1))
        });
        match out.last_mut().filter(|_| joined) {
            Some(last) => last.end = line.end,
            None => out.push(line.clone()),
        }
    }
    out
}
