//! The frame inside the body: blocks of promotion, menus and links that only their neighbours tell.

use super::PartKind::{Advert, Caption, Interface, Promo, Related};
use super::line::{End, Line};
use super::page::{Call, Calls, Page};

/// A block that two lines of the frame enclose has at most this many lines between them.
const BETWEEN: usize = 3;

/// A list of links has at most this many lines below its title.
const LINKS: usize = 12;

/// Calls the open lines that stand inside a block of the frame.
pub(super) fn read(page: &Page<'_>, calls: &mut Calls, body: usize) {
    links(page, calls);
    enclosed(page, calls, body);
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
        weak(calls, i) && page.line(i).is_some_and(|l| if promo { is_short(l) } else { is_label(l) })
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

fn is_label(line: &Line) -> bool {
    is_short(line) && line.words <= 8 && !line.terminated()
}

/// Below the title of a list of links ("Related stories"): headlines, until a line ends as a sentence.
fn links(page: &Page<'_>, calls: &mut Calls) {
    let mut left = 0;
    for i in 0..calls.len() {
        if calls.get(i).is_some_and(|call| call.kind == Related && call.rule == "trigger.whole") {
            left = LINKS;
            continue;
        }
        if !calls.open(i) {
            left = if matches!(calls.kind(i), Some(Advert | Interface | Related)) { left } else { 0 };
            continue;
        }
        let link = page.line(i).is_some_and(|l| {
            matches!(l.end, End::Open | End::Question) && l.words >= 4 && l.words <= 30 && !l.is_body()
        });
        // The line above a paragraph may be its heading.
        let heads =
            page.line(i + 1).is_some_and(|next| calls.open(i + 1) && next.terminated() && !next.bullet)
                && page.line(i).is_some_and(|l| !l.repeated());
        left = if link && !heads { left } else { 0 };
        if left > 0 {
            calls.set(i, Call::new(Related, "related.below", 75));
            left -= 1;
        }
    }
}
