//! The first pass: what a line is on its own, whatever stands around it.

use super::PartKind::{Byline, Caption, Credit, Embed, Separator, Timestamp};
use super::line::{End, Line};
use super::page::{Call, Calls, Page};
use super::{byline, credit, dateline, embed, stamp, trigger};
use crate::lexicon::Class;
use crate::text::Shape;

/// Longer lines are paragraphs, whatever stands at their end: the longest caption of the labelled ones
/// has 470 characters.
const LONGEST_CAPTION: usize = 600;

/// One call a line, where the line itself tells.
pub(super) fn read(page: &Page<'_>) -> Calls {
    page.lines.iter().map(|line| call(page, line)).collect()
}

/// The first sieve that knows the line, the most certain first.
fn call(page: &Page<'_>, line: &Line) -> Option<Call> {
    const SIEVES: &[fn(&Page<'_>, &Line) -> Option<Call>] =
        &[separator, signature, timestamp, trigger::call, by, credited];
    SIEVES.iter().find_map(|sieve| sieve(page, line))
}

/// Dashes, stars, underscores: no word at all.
fn separator(page: &Page<'_>, line: &Line) -> Option<Call> {
    let marks = line.words == 0
        && !line.tokens.clone().any(|i| matches!(page.shape(i), Some(Shape::Stop)) && page.str(i) == "?");
    marks.then_some(Call::new(Separator, "separator", 95))
}

fn signature(page: &Page<'_>, line: &Line) -> Option<Call> {
    if embed::handle(page, line.tokens.clone(), line.words).is_some() {
        return Some(Call::new(Embed, "embed.signature", 95));
    }
    embed::signature_inside(page, line).map(|_| Call::new(Embed, "embed.whole", 95))
}

fn timestamp(page: &Page<'_>, line: &Line) -> Option<Call> {
    let percent = stamp::confidence(page, line.tokens.clone(), line.words)?;
    Some(Call::new(Timestamp, "timestamp", percent))
}

fn by(page: &Page<'_>, line: &Line) -> Option<Call> {
    let found = byline::read(page, line.tokens.clone(), line.words)?;
    let percent = if line.end == End::Stop { 75 } else { 97 };
    (!found.authors.is_empty()).then_some(Call::new(Byline, "byline.by", percent))
}

/// A credit: a line of its own, or the end of a caption.
fn credited(page: &Page<'_>, line: &Line) -> Option<Call> {
    if line.chars > LONGEST_CAPTION {
        return None;
    }
    let found = credit::at_end(page, line.tokens.clone())?;
    if credit::is_alone(page, line.tokens.clone(), &found) {
        return Some(Call::new(Credit, "credit.alone", found.percent.min(90)));
    }
    if attributes(page, line, found.from) || dateline::read(page, line.tokens.clone()).is_some() {
        return None;
    }
    Some(Call::new(Caption, found.rule, found.percent))
}

/// A verb of saying shortly before the credit: the agency is the source of a statement.
fn attributes(page: &Page<'_>, line: &Line, from: usize) -> bool {
    const SAYING: &[&str] = &["said", "says", "told", "reported", "reports", "according", "quoted"];
    let low = line.tokens.start.max(from.saturating_sub(10));
    let near = (low..from).any(|i| SAYING.iter().any(|word| page.tokens.is(i, word)));
    let after = (from..line.tokens.end).any(|i| SAYING.iter().any(|word| page.tokens.is(i, word)));
    after || near && !page.is(from, Class::CREDIT) && page.shape(from) != Some(Shape::Open)
}
