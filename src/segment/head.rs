//! The top of the article: kicker, headline, dek, bylines without "By".
//!
//! The first line that is not plainly something else is the headline, if it looks like one; what stands
//! between it and the byline, or the first paragraph, is the dek.

use super::PartKind::{Byline, Headline, Interface, Kicker, Timestamp};
use super::asks::Asks;
use super::line::{BODY, End, Line};
use super::page::{Call, Calls, Page};
use super::{author, dateline, dek, summary};
use crate::text::{Atom, atom, atoms};

/// The head of an article ends within this many lines: copied pages put share buttons, adverts and a
/// picture between headline and text.
const MOST_LINES: usize = 48;

/// A headline has at most this many words.
const MOST_WORDS: usize = 32;

/// A line above the headline has at most this many words: "Climate crisis".
const LABEL: usize = 3;

/// A byline or timestamp stands at most this many lines below the headline's dek.
const MARK: usize = 6;

/// Calls the parts of the head; gives the line at which the body starts.
pub(super) fn read(page: &Page<'_>, calls: &mut Calls, asks: Asks) -> usize {
    let limit = page.lines.len().min(MOST_LINES);
    let long = (0..limit).find(|i| is_body(page, calls, *i)).unwrap_or(limit);
    let headline = headline(page, calls, long);
    let from = headline.map_or(0, |at| at + 1);
    author::bare(page, calls, from, limit.min(long + MARK));
    let mark = mark(calls, from, limit.min(long + MARK));
    let told = summary::read(page, calls, from..limit.min(long + MARK)).or_else(|| {
        let below = mark.filter(|mark| *mark < long && long < limit)?;
        summary::unlabelled(page, calls, below + 1, long)
    });
    let body = body(page, calls, told.unwrap_or(from).max(from), long.max(told.unwrap_or(0)), mark, limit);
    if headline.is_none() {
        below_video(page, calls);
    }
    if let Some(at) = headline {
        set_headline(page, calls, at);
        kicker(page, calls, at);
    }
    let questions = !asks.interview;
    dek::read(page, calls, from..body.min(page.lines.len()), mark, headline.is_some(), questions);
    if let Some(mark) = mark.filter(|mark| *mark < body) {
        dek::after_mark(page, calls, mark + 1, body.min(page.lines.len()));
    }
    author::again(page, calls);
    body
}

/// A line that only a body has: long and ended, or opened by a dateline.
fn is_body(page: &Page<'_>, calls: &Calls, i: usize) -> bool {
    let Some(line) = page.line(i) else { return false };
    let called = calls.get(i).is_some_and(|call| call.rule == "dateline.alone");
    // "Nigeria: Sea wall fails" is a headline: a dateline has a sentence behind it.
    let dateline =
        || (line.terminated() || line.chars >= BODY) && dateline::read(page, line.tokens.clone()).is_some();
    called || calls.open(i) && (line.is_body() && !line.bullet || dateline())
}

/// The byline or timestamp nearest to the headline.
fn mark(calls: &Calls, from: usize, limit: usize) -> Option<usize> {
    (from..limit).find(|i| matches!(calls.kind(*i), Some(Byline | Timestamp)))
}

/// Where the body starts: at the first long line, but below a byline that follows it closely; and at two
/// ended lines in a row, if these come first.
fn body(
    page: &Page<'_>,
    calls: &Calls,
    from: usize,
    long: usize,
    mark: Option<usize>,
    limit: usize,
) -> usize {
    let dateline = page.line(long).is_some_and(|line| dateline::read(page, line.tokens.clone()).is_some());
    if let Some(at) = mark.filter(|at| (long + 1..=long + dek::LINES).contains(at) && from > 0 && !dateline) {
        if let Some(below) = (at + 1..limit).find(|i| is_body(page, calls, *i)) {
            return below;
        }
    }
    let after = mark.filter(|at| *at < long).map_or(from, |at| at + 1);
    let ended =
        |i: usize| calls.open(i) && page.line(i).is_some_and(|l| l.terminated() && !l.bullet && l.words >= 2);
    // A text without any long line is all body.
    let brief = !is_body(page, calls, long);
    (after..long)
        .find(|i| ended(*i) && (brief || ended(*i + 1) || *i + 1 == long))
        .filter(|i| brief || mark.is_some() || *i > from)
        .unwrap_or(long)
}

fn headline(page: &Page<'_>, calls: &Calls, long: usize) -> Option<usize> {
    let limit = long.min(page.lines.len());
    let first = (0..limit).filter(|i| calls.open(*i)).find(|i| is_headline(page, calls, *i, limit))?;
    // The way to the story ("News / City / Floods close road") ends with the headline, which stands again
    // below it.
    let again = (first + 1..limit).take_while(|i| calls.open(*i) && page.same(first, *i)).last();
    Some(again.unwrap_or(first))
}

fn is_headline(page: &Page<'_>, calls: &Calls, i: usize, limit: usize) -> bool {
    let Some(line) = page.line(i) else { return false };
    if line.words > MOST_WORDS || line.bullet || line.copies > 2 && line.words < 4 {
        return false;
    }
    match line.end {
        // "Convention cities brace for protests;": archives part headline and subhead so.
        End::Pending if i == 0 && page.atom(line.tokens.end - 1) == atom!(";") => return line.words > LABEL,
        End::Colon | End::Pending => return false,
        // A sentence: only in title case, or set apart by what follows it.
        End::Stop => {
            let titled = line.is_titled();
            let below = calls.get(i + 1);
            let signed = below
                .is_some_and(|call| matches!(call.kind, Byline | Timestamp) || call.rule == "dateline.alone");
            return i == 0
                && line.words >= 3
                && (titled || signed || page.atom(line.tokens.end - 1) == atom!("!"));
        }
        _ => {}
    }
    if i > 0 && line.words > LABEL && author::is_signature(page, line) {
        return false;
    }
    let labels = labels(page, calls, i, limit);
    // "News|Climate": a way to the page, not its title.
    if labels && page.any(line.tokens.clone(), atoms!["|", "/"]) && line.words <= LABEL {
        return false;
    }
    line.words > LABEL || line.words == LABEL && !(labels && i > 0) || i == 0 && !labels && line.chars >= 4
}

/// The headline stands below: words so few are the kicker of a longer line, with other labels between.
fn labels(page: &Page<'_>, calls: &Calls, i: usize, limit: usize) -> bool {
    let mut below = (i + 1..limit)
        .take_while(|k| calls.kind(*k) != Some(Byline))
        .filter(|k| calls.open(*k))
        .filter_map(|k| page.line(k))
        .filter(|line| !author::is_signature(page, line));
    below
        .find(|next| next.words > LABEL)
        .is_some_and(|next| next.words <= MOST_WORDS && next.end != End::Stop)
}

/// "Ferry workers reject deal Back to video": below its video an article without a headline names its own.
fn below_video(page: &Page<'_>, calls: &mut Calls) {
    const LINK: &[Atom] = atoms!["back", "to", "video"];
    const FEWEST_WORDS: usize = 6;
    let link = |line: &Line| {
        let low = line.tokens.end.saturating_sub(LINK.len());
        line.words >= FEWEST_WORDS + LINK.len() && page.tokens.atoms().get(low..line.tokens.end) == Some(LINK)
    };
    if let Some(at) = page.lines.iter().position(link) {
        calls.correct(at, Call::new(Headline, "headline.video", 60));
    }
}

fn set_headline(page: &Page<'_>, calls: &mut Calls, at: usize) {
    let Some(line) = page.line(at) else { return };
    let (rule, percent) = match at {
        _ if line.end == End::Stop => ("headline.ended", 70),
        0 if line.words >= 4 => ("headline.first", 97),
        0 => ("headline.first", 80),
        _ if line.words >= 5 => ("headline.below", 85),
        _ => ("headline.below", 65),
    };
    calls.set(at, Call::new(Headline, rule, percent));
}

/// Short open lines directly above the headline.
fn kicker(page: &Page<'_>, calls: &mut Calls, headline: usize) {
    for i in 0..headline {
        let call = match page.line(i) {
            _ if page.same(i, headline) => Call::new(Interface, "interface.copy", 85),
            Some(line) if line.words > 4 || !matches!(line.end, End::Open | End::Stop) => continue,
            _ if i + 1 == headline => Call::new(Kicker, "kicker", 75),
            _ => Call::new(Interface, "interface.above", 60),
        };
        calls.set(i, call);
    }
}
