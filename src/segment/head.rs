//! The top of the article: kicker, headline, dek, bylines without "By".
//!
//! The first line that is not plainly something else is the headline, if it looks like one; what stands
//! between it and the byline, or the first paragraph, is the dek.

use super::PartKind::{Byline, Dek, Headline, Interface, Kicker, Timestamp};
use super::line::{End, Line};
use super::page::{Call, Calls, Page};
use super::{byline, dateline, name};
use crate::lexicon::Class;
use crate::text::Shape;

/// The head of an article ends within this many lines: copied pages put share buttons, adverts and a
/// picture between headline and text.
const MOST_LINES: usize = 48;

/// A headline has at most this many words.
const MOST_WORDS: usize = 32;

/// A dek has at most this many lines, each of at most this many words.
const DEK_LINES: usize = 4;
const DEK_WORDS: usize = 60;

/// Calls the parts of the head; gives the line at which the body starts.
pub(super) fn read(page: &Page<'_>, calls: &mut Calls) -> usize {
    let body = first_body(page, calls);
    let headline = headline(page, calls, body);
    if let Some(at) = headline {
        set(calls, at, Call::new(Headline, headline_rule(page, at), headline_percent(page, at)));
        kicker(page, calls, at);
    }
    let from = headline.map_or(0, |at| at + 1);
    bare_bylines(page, calls, from, body);
    dek(page, calls, from, body, headline.is_some());
    body
}

fn set(calls: &mut Calls, at: usize, call: Call) {
    if let Some(slot) = calls.get_mut(at) {
        slot.get_or_insert(call);
    }
}

pub(super) fn open(calls: &Calls, i: usize) -> bool {
    calls.get(i).is_some_and(Option::is_none)
}

/// The first open line that is long enough and ended, or that a dateline opens.
fn first_body(page: &Page<'_>, calls: &Calls) -> usize {
    let limit = page.lines.len().min(MOST_LINES);
    let body = |i: &usize| {
        open(calls, *i)
            && page.line(*i).is_some_and(|line| {
                line.is_body() && !line.bullet || dateline::read(page, line.tokens.clone()).is_some()
            })
    };
    let first = (0..limit).find(body).unwrap_or(limit);
    // A line of body length above the byline is a dek: the body starts below.
    let byline = (first..limit.min(first + DEK_LINES + 1)).find(|i| {
        calls.get(*i).copied().flatten().is_some_and(|c| c.kind == Byline && c.rule == "byline.by")
    });
    let plain = page.line(first).is_some_and(|line| dateline::read(page, line.tokens.clone()).is_none());
    match byline {
        Some(at) if first > 0 && plain => (at + 1..limit).find(body).unwrap_or(limit),
        _ => first,
    }
}

fn headline(page: &Page<'_>, calls: &Calls, body: usize) -> Option<usize> {
    let limit = body.min(page.lines.len());
    (0..limit).filter(|i| open(calls, *i)).find(|i| is_headline(page, calls, *i, limit))
}

fn is_headline(page: &Page<'_>, calls: &Calls, i: usize, body: usize) -> bool {
    let Some(line) = page.line(i) else { return false };
    if line.words > MOST_WORDS || line.bullet || line.repeated && line.words < 4 {
        return false;
    }
    match line.end {
        End::Colon | End::Pending => return false,
        // A sentence: only in title case, or set apart by what follows it.
        End::Stop if line.chars > 0 => {
            let titled = line.capitals * 10 >= line.words * 6 && line.words >= 3;
            let followed =
                calls.get(i + 1).copied().flatten().is_some_and(|c| matches!(c.kind, Byline | Timestamp));
            return titled || followed && i == 0;
        }
        _ => {}
    }
    // One or two words above a longer line are its kicker.
    let above = (i + 1..body).find(|k| open(calls, *k)).and_then(|k| page.line(k));
    let labelled =
        above.is_some_and(|next| next.words >= 4 && next.words <= MOST_WORDS && !next.terminated());
    line.words >= 3 || (line.words >= 1 && !labelled && i == 0 && line.chars >= 4)
}

fn headline_rule(page: &Page<'_>, at: usize) -> &'static str {
    match page.line(at).is_some_and(Line::terminated) {
        true => "headline.ended",
        false if at == 0 => "headline.first",
        false => "headline.below",
    }
}

fn headline_percent(page: &Page<'_>, at: usize) -> u8 {
    let Some(line) = page.line(at) else { return 50 };
    match at {
        0 if line.words >= 4 => 97,
        0 => 80,
        1..=3 if line.words >= 5 => 85,
        _ => 65,
    }
}

/// Short open lines directly above the headline.
fn kicker(page: &Page<'_>, calls: &mut Calls, headline: usize) {
    for i in 0..headline {
        let short = page.line(i).is_some_and(|line| line.words <= 3 && line.end == End::Open);
        if open(calls, i) && short {
            let near = i + 1 == headline;
            let call = if near {
                Call::new(Kicker, "kicker", 75)
            } else {
                Call::new(Interface, "interface.above", 60)
            };
            set(calls, i, call);
        }
    }
}

/// Names beside a timestamp, or directly under headline and dek.
fn bare_bylines(page: &Page<'_>, calls: &mut Calls, from: usize, body: usize) {
    for i in from..body.min(page.lines.len()) {
        let Some(line) = page.line(i).filter(|_| open(calls, i)) else { continue };
        if !looks_like_names(page, line) {
            continue;
        }
        let stamped = [i.checked_sub(1), Some(i + 1), Some(i + 2)]
            .into_iter()
            .flatten()
            .any(|k| calls.get(k).copied().flatten().is_some_and(|c| c.kind == Timestamp));
        let lead = i
            .checked_sub(1)
            .and_then(|k| page.line(k))
            .is_some_and(|l| page.tokens.is(l.tokens.start, "by") && l.words == 1);
        let percent = if stamped || lead { 92 } else { 70 };
        set(calls, i, Call::new(Byline, "byline.bare", percent));
    }
}

/// One to three names, each of two to four words, or a listed agency.
fn looks_like_names(page: &Page<'_>, line: &Line) -> bool {
    if line.words > 12
        || line.end != End::Open
        || line.opens_quote
        || line.bullet
        || line.repeated && line.words < 2
    {
        return false;
    }
    let range = line.tokens.clone();
    let known = |i: usize| page.is(i, Class::ROLE | Class::TRIGGER | Class::AUXILIARY | Class::DETERMINER);
    if name::is_full(page, range.start, range.end) && !range.clone().any(known) {
        return true;
    }
    let agency = super::credit::agency_at(
        page,
        range.start + usize::from(page.tokens.is(range.start, "the")),
        range.end,
    );
    if agency == Some(range.end) {
        return true;
    }
    let several = range
        .clone()
        .any(|i| page.shape(i) == Some(Shape::Comma) || page.tokens.is(i, "and") || page.is(i, Class::ROLE));
    several
        && byline::read_bare(page, range).is_some_and(|byline| {
            byline.authors.iter().all(|author| author.name.split_whitespace().count() >= 2)
        })
}

/// Lines between the headline and the byline, or the first paragraph.
fn dek(page: &Page<'_>, calls: &mut Calls, from: usize, body: usize, headline: bool) {
    let end = body.min(page.lines.len());
    let mark = (from..end)
        .find(|i| calls.get(*i).copied().flatten().is_some_and(|c| matches!(c.kind, Byline | Timestamp)));
    let candidates: Vec<usize> = (from..end)
        .filter(|i| open(calls, *i) && page.line(*i).is_some_and(|line| is_dek(page, line)))
        .collect();
    if candidates.len() > DEK_LINES && !candidates.iter().all(|i| page.line(*i).is_some_and(|l| l.bullet)) {
        return;
    }
    for i in candidates {
        let above = headline && mark.is_some_and(|mark| i < mark);
        let Some(line) = page.line(i) else { continue };
        let (rule, percent) = match () {
            () if above => ("dek.above_byline", 95),
            () if line.bullet => ("dek.bullets", 80),
            () if headline && !line.terminated() && i == from => ("dek.open", 88),
            () if headline && i == from && line.breaks == 0 => ("dek.sentence", 65),
            () if !line.terminated() && line.words >= 6 => ("dek.open", 55),
            () => continue,
        };
        set(calls, i, Call::new(Dek, rule, percent));
    }
}

fn is_dek(page: &Page<'_>, line: &Line) -> bool {
    line.words >= 3
        && line.words <= DEK_WORDS
        && !matches!(line.end, End::Colon | End::Pending)
        && dateline::read(page, line.tokens.clone()).is_none()
}
