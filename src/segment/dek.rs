//! The dek: what stands between headline and byline, or above the first paragraph.

use std::ops::Range;

use super::PartKind::{Byline, Caption, Dek, Heading, Timestamp};
use super::line::{End, Line};
use super::page::{Call, Calls, Page};
use super::{asks, body, dateline};
use crate::text::atoms;

/// A dek has at most this many lines, each of at most this many words.
pub(super) const LINES: usize = 4;
const WORDS: usize = 60;

/// Lines between the headline and the byline, or the first paragraph.
pub(super) fn read(
    page: &Page<'_>,
    calls: &mut Calls,
    lines: Range<usize>,
    mark: Option<usize>,
    headline: bool,
    questions: bool,
) {
    let (from, end) = (lines.start, lines.end);
    let mark = mark.filter(|mark| *mark < end);
    let mut taken = 0;
    for i in from..end {
        let fits =
            |line: &&Line| calls.open(i) && is_dek(page, line) && (questions || line.end != End::Question);
        let Some(line) = page.line(i).filter(fits) else { continue };
        let above = mark.is_none_or(|mark| i < mark);
        let first = (from..i).all(|k| !calls.open(k) && calls.kind(k) != Some(Dek) || k == i);
        let (rule, percent) = match () {
            () if line.bullet => ("dek.bullets", 80),
            () if !headline || taken >= LINES => continue,
            () if above && mark.is_some() => ("dek.above_byline", 93),
            () if above && first && !line.terminated() => ("dek.open", 88),
            () if above && first && line.breaks <= 1 => ("dek.sentence", 60),
            () => continue,
        };
        taken += 1;
        calls.set(i, Call::new(Dek, rule, percent));
    }
}

/// An open phrase below the byline describes the picture above the text.
pub(super) fn after_mark(page: &Page<'_>, calls: &mut Calls, from: usize, end: usize) {
    for i in from..end {
        if below_hour(page, calls, i) {
            calls.set(i, Call::new(Heading, "heading.hour", 65));
            continue;
        }
        let phrase = page.line(i).is_some_and(|l| {
            (4..=40).contains(&l.words)
                && l.end == End::Open
                && !l.repeated()
                && !l.bullet
                && l.small > 0
                && !asks::opens_with_word(page, l)
        });
        // Two or more in a row are buttons.
        let alone = (i == from || !calls.open(i - 1)) && (i + 1 >= end || !calls.open(i + 1));
        if phrase && calls.open(i) && alone {
            let tells = page.line(i).is_some_and(|line| tells(page, line));
            let dek = Call::new(Dek, "dek.below_byline", 55);
            calls.set(i, if tells { dek } else { Call::new(Caption, "caption.below_byline", 55) });
        }
    }
}

/// The title of an entry of a live text, which has hours all over: below its hour, above its text or its author.
fn below_hour(page: &Page<'_>, calls: &Calls, i: usize) -> bool {
    const HOURS: usize = 4;
    let hour = |k: usize| calls.kind(k) == Some(Timestamp);
    let Some(line) = page.line(i).filter(|_| calls.open(i) && i > 0 && hour(i - 1)) else { return false };
    let title = line.end == End::Open && (2..=body::HEADING_WORDS).contains(&line.words) && line.copies == 1;
    let text = |line: &Line| body::is_text(line) && !line.bullet;
    title
        && (calls.kind(i + 1) == Some(Byline) || page.line(i + 1).is_some_and(text))
        && (0..calls.len()).filter(|k| hour(*k)).nth(HOURS - 1).is_some()
}

/// A long line that tells what was done; a caption shows what is.
fn tells(page: &Page<'_>, line: &Line) -> bool {
    const WORDS: usize = 14;
    let past = |i: usize| page.one_of(i, atoms!["was", "were", "had", "said", "has", "have"]);
    line.words >= WORDS && line.body.clone().any(past)
}

fn is_dek(page: &Page<'_>, line: &Line) -> bool {
    (3..=WORDS).contains(&line.words)
        && !matches!(line.end, End::Colon | End::Pending)
        && dateline::read(page, line.tokens.clone()).is_none()
}
