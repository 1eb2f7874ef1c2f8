//! Captions without a credit, told by what they say and by the lines around them.
//!
//! About one caption in four cannot be told by its text at all; these signs find part of the rest, and
//! their confidence says so.

mod sign;

use super::PartKind::{Caption, Credit, Interface};
use super::asks::{self, Asks};
use super::credit;
use super::line::{BODY, End, Line};
use super::page::{Call, Calls, Page};
use crate::text::{atom, atoms};
pub(super) use sign::{has_verb, opens_scene};

/// A caption has at most this many words.
const MOST_WORDS: usize = 50;

/// Calls the captions among the lines that the first pass left open.
pub(super) fn read(page: &Page<'_>, calls: &mut Calls, asks: Asks) {
    for (i, line) in page.lines.iter().enumerate().skip(1) {
        // Below a dateline on its own line the text begins.
        let first = i.checked_sub(1).and_then(|k| calls.get(k)).is_some_and(|c| c.rule == "dateline.alone");
        if calls.open(i) && !first {
            // In speech, phrases without a verb are answers.
            let spoken = |call: &Call| asks.interview && call.percent < 80;
            if let Some(call) = sign::call(page, line).filter(|call| !spoken(call)) {
                calls.set(i, call);
            }
        }
    }
    credit_below(page, calls);
    labelled(page, calls);
    alternatives(page, calls);
    twice(page, calls);
    copies(page, calls);
    between(page, calls);
    below_credit(page, calls);
}

/// A title, a credit, a name over the text: the name is the caption of a picture that was between.
fn below_credit(page: &Page<'_>, calls: &mut Calls) {
    const NAME: usize = 12;
    let short =
        |line: &Line| line.end == End::Open && line.words <= NAME && !line.bullet && !line.opens_quote;
    let names = |line: &Line| line.is_titled() && !asks::opens_with_word(page, line);
    for i in 2..calls.len() {
        let title = calls.open(i - 2) && page.line(i - 2).is_some_and(short);
        let name = calls.open(i) && page.line(i).is_some_and(|line| short(line) && names(line));
        let text = page.line(i + 1).is_some_and(|line| calls.open(i + 1) && line.is_body());
        if title && name && text && calls.kind(i - 1) == Some(Credit) {
            calls.set(i, Call::new(Caption, "caption.below_credit", 65));
        }
    }
}

/// The line above a line that is only a credit. An agency below the last sentence of all signs the text.
fn credit_below(page: &Page<'_>, calls: &mut Calls) {
    let ended = |i: &usize| calls.open(*i) && page.line(*i).is_some_and(Line::terminated);
    let last = (0..calls.len()).rev().find(ended);
    for i in 2..calls.len() {
        let signs = || last == Some(i - 1) && page.line(i).is_some_and(|l| credit::is_agencies(page, l));
        if calls.kind(i) == Some(Credit) && page.line(i - 1).is_some_and(above_credit) && !signs() {
            calls.set(i - 1, Call::new(Caption, "caption.credit_below", 75));
        }
    }
}

/// The line below the label of a caption.
fn labelled(page: &Page<'_>, calls: &mut Calls) {
    let is_label = |line: &Line| {
        let first = line.tokens.start;
        line.words == 2
            && page.one_of(first, atoms!["image", "media", "photo"])
            && page.atom(first + 1) == atom!("caption")
    };
    for i in 1..calls.len() {
        if page.line(i - 1).is_some_and(is_label) {
            calls.correct(i - 1, Call::new(Interface, "interface.label", 95));
            calls.correct(i, Call::new(Caption, "caption.labelled", 95));
        }
    }
}

/// "A street with a car half under water." above a caption with its credit, or in the body above another short
/// line: the picture's alternative text, and its caption.
fn alternatives(page: &Page<'_>, calls: &mut Calls) {
    let text = page.lines.iter().position(Line::is_body).unwrap_or(usize::MAX);
    for i in 2..calls.len() {
        let Some(above) = page.line(i - 1).filter(|line| is_alternative(page, line)) else { continue };
        let credited = calls.get(i).is_some_and(|c| c.kind == Caption && c.rule.starts_with("credit."));
        let caption = |l: &Line| l.end == End::Open && (4..=MOST_WORDS).contains(&l.words) && !l.is_titled();
        let described = i > text
            && page.is_capital(above.tokens.start)
            && above.end == End::Open
            && calls.open(i)
            && page.line(i).is_some_and(caption);
        if credited || described {
            calls.set(i - 1, Call::new(Caption, "caption.alternative", 75));
            calls.set(i, Call::new(Caption, "caption.described", 60));
        }
    }
}

/// A phrase that counts what a picture shows, without a verb.
fn is_alternative(page: &Page<'_>, line: &Line) -> bool {
    const WORDS: std::ops::RangeInclusive<usize> = 4..=30;
    WORDS.contains(&line.words)
        && page.any(line.tokens.start..line.tokens.start + 1, atoms!["a", "an", "two", "three"])
        && !has_verb(page, line)
}

/// The same words on two lines in a row, below a longer line: a picture's description and its caption. The
/// first such lines of a page may be the headline.
fn twice(page: &Page<'_>, calls: &mut Calls) {
    /// Shorter lines are labels; a headline has more words than these.
    const LABEL: usize = 4;
    let long = |line: &Line| line.words > LABEL;
    let Some(first) = page.lines.iter().position(long) else { return };
    for i in first + 1..calls.len() {
        let above =
            i - 1 > first && calls.open(i - 1) && page.line(i).is_some_and(|l| l.copies > 1 && long(l));
        if above && page.same(first, i) {
            continue;
        }
        if above && calls.open(i) && page.same(i - 1, i) {
            calls.set(i - 1, Call::new(Caption, "caption.twice", 75));
            calls.set(i, Call::new(Caption, "caption.twice", 75));
        }
    }
}

/// A short sentence between two captions is one too: galleries stand together.
fn between(page: &Page<'_>, calls: &mut Calls) {
    for i in 1..calls.len() {
        let both = calls.kind(i - 1) == Some(Caption) && calls.kind(i + 1) == Some(Caption);
        let short = page
            .line(i)
            .is_some_and(|l| l.chars < BODY && l.words >= 3 && l.breaks == 0 && l.end == End::Stop);
        if both && short {
            calls.set(i, Call::new(Caption, "caption.between", 65));
        }
    }
}

/// An open line directly above a line that is only a credit: a sentence, or a phrase that is too long
/// and too plain to be the name of a section.
fn above_credit(line: &Line) -> bool {
    line.words <= 25
        && line.breaks == 0
        && !line.opens_quote
        && line.chars < BODY
        && (line.words >= 6 && !line.is_titled() || line.end == End::Stop && line.words >= 3)
}

/// Copied pages carry a picture's description twice: as its caption, and again without the credit.
fn copies(page: &Page<'_>, calls: &mut Calls) {
    for i in 1..calls.len() {
        for (caption, copy) in [(i - 1, i), (i, i - 1)] {
            if calls.kind(caption) == Some(Caption) && calls.open(copy) && begins_with(page, caption, copy) {
                calls.set(copy, Call::new(Caption, "caption.copy", 95));
            }
        }
    }
}

/// The text of line `whole` begins with that of line `start`.
fn begins_with(page: &Page<'_>, whole: usize, start: usize) -> bool {
    let text = |i: usize| page.line(i).map_or("", |line| page.written(line.tokens.clone()));
    text(start).len() >= 20 && text(whole).starts_with(text(start))
}
