//! The frame inside the body: blocks of promotion, menus and links that only their neighbours tell.

use super::PartKind::{Advert, Caption, Interface, Promo, Related};
use super::line::{End, Line};
use super::page::{Call, Calls, Page};
use super::{caption, tail};

/// A block that two lines of the frame enclose has at most this many lines between them.
const BETWEEN: usize = 3;

/// A list of links has at most this many lines below its title.
const LINKS: usize = 12;

/// Calls the open lines that stand inside a block of the frame.
pub(super) fn read(page: &Page<'_>, calls: &mut Calls, body: usize) {
    links(page, calls);
    offers(page, calls);
    enclosed(page, calls, body);
}

/// Below a line of promotion, a text that speaks to the reader goes on with it.
fn offers(page: &Page<'_>, calls: &mut Calls) {
    let mut promoted = false;
    for i in 0..calls.len() {
        let speaks = || page.line(i).is_some_and(|line| tail::speaks_to_reader(page, line));
        if promoted && calls.open(i) && speaks() {
            calls.set(i, Call::new(Promo, "promo.below", 70));
        }
        promoted = match calls.kind(i) {
            Some(Promo) => true,
            Some(Interface | Related) => promoted,
            _ => false,
        };
    }
}

/// Short open lines between two lines of the frame: text of a promotion between two of its lines, labels
/// of buttons elsewhere.
fn enclosed(page: &Page<'_>, calls: &mut Calls, body: usize) {
    let mut opened: Option<usize> = None;
    for i in 0..calls.len() {
        match calls.kind(i) {
            Some(kind @ (Promo | Interface)) => {
                if let Some(start) = opened.filter(|start| i - start <= BETWEEN + 1) {
                    let both = kind == Promo && calls.kind(start) == Some(Promo) && start >= body;
                    fill(page, calls, start + 1..i, both);
                }
                opened = Some(i);
            }
            Some(_) if !weak(calls, i) => opened = None,
            _ => {}
        }
    }
}

fn fill(page: &Page<'_>, calls: &mut Calls, lines: std::ops::Range<usize>, promo: bool) {
    let fits = |i: usize| {
        weak(calls, i) && page.line(i).is_some_and(|l| if promo { is_offer(page, l) } else { is_label(l) })
    };
    if !lines.clone().all(fits) {
        return;
    }
    let call = match promo {
        true => Call::new(Promo, "promo.between", 65),
        false => Call::new(Interface, "interface.between", 75),
    };
    for i in lines {
        calls.correct(i, call);
    }
}

/// Open, or called by a sign that a block of the frame outweighs.
fn weak(calls: &Calls, i: usize) -> bool {
    calls.open(i) || calls.get(i).is_some_and(|call| call.kind == Caption && call.percent < 80)
}

fn is_short(line: &Line) -> bool {
    line.chars < 200 && line.breaks <= 2 && !line.opens_quote
}

/// A phrase of a promotion, or a sentence that speaks to the reader; any other sentence is of the text.
fn is_offer(page: &Page<'_>, line: &Line) -> bool {
    is_short(line) && (!line.terminated() || !caption::has_verb(page, line) || tail::has_reader(page, line))
}

fn is_label(line: &Line) -> bool {
    let question = line.end == End::Question && line.words <= 12;
    is_short(line) && (line.words <= 8 && !line.terminated() || question)
}

/// Below the title of a list of links ("Related stories"): headlines, until a line ends as a sentence,
/// with the times at which those stories appeared.
fn links(page: &Page<'_>, calls: &mut Calls) {
    let mut left = 0;
    for i in 0..calls.len() {
        if is_title(page, calls, i) {
            left = LINKS;
        } else if calls.open(i) {
            left = if left > 0 && is_link(page, calls, i) { left - 1 } else { 0 };
            if left > 0 {
                calls.set(i, Call::new(Related, "related.below", 75));
            }
        } else if left > 0 && calls.get(i).is_some_and(|call| call.rule == "timestamp") {
            calls.correct(i, Call::new(Related, "related.time", 80));
        } else if !matches!(calls.kind(i), Some(Advert | Interface | Related)) {
            left = 0;
        }
    }
}

/// "Related stories", "More on this story": a label and nothing else.
fn is_title(page: &Page<'_>, calls: &Calls, i: usize) -> bool {
    /// Longer lines hold the link themselves.
    const LABEL: usize = 5;
    let short = |line: &Line| line.words <= LABEL && matches!(line.end, End::Open | End::Colon);
    calls.get(i).is_some_and(|call| {
        call.kind == Related
            && (call.rule == "trigger.whole"
                || call.rule == "trigger.start" && page.line(i).is_some_and(short))
    })
}

/// A headline of another story. Directly below the title it is one; later, a short line above a
/// paragraph may be the heading of that.
fn is_link(page: &Page<'_>, calls: &Calls, i: usize) -> bool {
    /// Headings have fewer words, headlines mostly more.
    const HEADING: usize = 5;
    const GAP: usize = 4;
    let Some(line) = page.line(i) else { return false };
    let headline = matches!(line.end, End::Open | End::Question)
        && (4..=30).contains(&line.words)
        && !line.is_body()
        && !line.bullet;
    // An advert may stand between a heading and its text.
    let below = (i + 1..=i + GAP).find(|k| calls.kind(*k) != Some(Advert));
    let text = |k: usize| calls.open(k) && page.line(k).is_some_and(|l| l.terminated() && !l.bullet);
    let over_text = below.is_some_and(text);
    let above = i.checked_sub(1);
    let first = above.is_some_and(|above| is_title(page, calls, above));
    let listed =
        above.and_then(|above| calls.get(above)).is_some_and(|call| call.rule.starts_with("related."));
    headline && (first || listed && line.words > HEADING || line.repeated() || !over_text)
}
