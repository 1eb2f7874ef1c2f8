//! Pull quotes: words of the text set apart as display, with their signature behind them or below.

use super::PartKind::PullQuote;
use super::line::{End, Line};
use super::page::{Call, Calls, Page};
use super::{credit, name};
use crate::lexicon::Class;
use crate::text::{Shape, atom};

/// A signature has at most this many words: a name with its role.
const SIGNATURE: usize = 14;

/// A quote that is set apart has at most this many words.
const QUOTE: usize = 70;

/// Calls quotes that are set apart, with their signatures.
pub(super) fn read(page: &Page<'_>, calls: &mut Calls) {
    // A name above the text is a byline.
    let mut below_text = false;
    for (i, line) in page.lines.iter().enumerate() {
        if calls.open(i) && signed(page, line) {
            calls.set(i, Call::new(PullQuote, "pull_quote.signed", 80));
        } else if calls.open(i) && line.words <= QUOTE {
            let lines = signature(page, calls, i, line, below_text);
            if lines > 0 {
                calls.set(i, Call::new(PullQuote, "pull_quote", 85));
            }
            for k in i + 1..=i + lines {
                calls.set(k, Call::new(PullQuote, "pull_quote.signature", 85));
            }
        }
        below_text |= line.is_body();
    }
}

/// How many lines below line `i` sign it as a quote.
fn signature(page: &Page<'_>, calls: &Calls, i: usize, line: &Line, below_text: bool) -> usize {
    let open = |k: usize| page.line(k).filter(|_| calls.open(k));
    let Some(next) = open(i + 1) else { return 0 };
    let quoted = line.opens_quote && line.closes_quote;
    let role = || open(i + 2).is_some_and(|line| is_role(page, line));
    match () {
        () if quoted && is_dashed(page, next) => 1,
        () if !below_text || !(quoted || line.end == End::Stop) => 0,
        () if is_name(page, next) && role() => 2,
        () if quoted && is_name_with_role(page, next) => 1,
        () => 0,
    }
}

/// "— Minister Ada Holt".
fn is_dashed(page: &Page<'_>, line: &Line) -> bool {
    page.shape(line.tokens.start) == Some(Shape::Dash)
        && line.words <= SIGNATURE
        && line.end == End::Open
        && page.is_capital(line.tokens.start + 1)
}

/// "Carl Osei", a line of its own.
fn is_name(page: &Page<'_>, line: &Line) -> bool {
    let range = line.tokens.clone();
    line.end == End::Open && page.is(range.start, Class::GIVEN) && name::is_full(page, range.start, range.end)
}

/// "chief strategist at Harbour Capital".
fn is_role(page: &Page<'_>, line: &Line) -> bool {
    let post = Class::OCCUPATION | Class::SPEAKER_ROLE | Class::TITLE | Class::ROLE;
    line.end == End::Open
        && line.words <= SIGNATURE
        && !line.opens_quote
        && line.tokens.clone().any(|i| page.is(i, post))
        && !line.tokens.clone().any(|i| page.is(i, Class::AUXILIARY))
}

/// "Carl Osei, chief strategist at Harbour Capital".
fn is_name_with_role(page: &Page<'_>, line: &Line) -> bool {
    let range = line.tokens.clone();
    let end = name::end(page, range.start, range.end).filter(|end| page.atom(*end) == atom!(","));
    end.is_some_and(|end| end > range.start + 1) && page.is(range.start, Class::GIVEN) && is_role(page, line)
}

/// "“We start again.” — Ada Holt", "“We start again.”Ada Holt": the speaker on the line of the quote. An
/// agency there signs a paragraph.
fn signed(page: &Page<'_>, line: &Line) -> bool {
    let end = line.tokens.end;
    if !line.opens_quote || line.end != End::Open {
        return false;
    }
    // Two tokens a word: names of boards and ministries hold marks.
    let low = line.body.start + 1;
    let low = low.max(end.saturating_sub(2 * SIGNATURE));
    let Some(mark) = (low..end).rev().find(|i| page.shape(*i) == Some(Shape::Quote)) else { return false };
    let dash = matches!(page.shape(mark + 1), Some(Shape::Dash | Shape::Hyphen));
    let first = mark + 1 + usize::from(dash);
    let glued = page.glued(mark) && page.glued(first) && page.shape(first) == Some(Shape::Title);
    let agency = credit::agency_at(page, first, end) == Some(end);
    (dash || glued) && page.is_capital(first) && name::end(page, first, end).is_some() && !agency
}
