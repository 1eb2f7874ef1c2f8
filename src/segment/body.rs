//! The body and what hangs below it: headings, lists, pull quotes, paragraphs, the tail of a page.

use super::PartKind::{
    Advert, Caption, Credit, Heading, Interface, List, Paragraph, Promo, PullQuote, Related, Unknown,
};
use super::asks::{Asks, opens_with_word};
use super::line::{BODY, End, Line};
use super::page::{Call, Calls, Page};
use super::{caption, credit, table, tail};
use crate::lexicon::Class;
use crate::text::Shape;

/// A heading has at most this many words and characters.
pub(super) const HEADING_WORDS: usize = 20;
const HEADING_CHARS: usize = 120;

/// This many short open lines in a row are a list or a menu, not headings.
const RUN: usize = 3;

/// A typed number before a text of this many characters numbers a paragraph, not an item.
const NUMBERED: usize = 60;

/// Calls every line that is still open from `start` on; before it, what the head left.
pub(super) fn read(page: &Page<'_>, calls: &mut Calls, start: usize, asks: Asks) {
    table::read(page, calls);
    pictured(page, calls);
    let tail = tail::start(page, calls, start);
    tail::sourced_end(page, calls, start);
    tail::signed(page, calls, start);
    lists(page, calls, tail);
    let runs = runs(page, calls);
    for (i, line) in page.lines.iter().enumerate() {
        if !calls.open(i) {
            continue;
        }
        let run = runs.get(i).copied().unwrap_or(0);
        let call = if i < start {
            in_head(page, calls, i, line, run, asks)
        } else if i < tail {
            in_body(page, calls, i, line, run, asks)
        } else {
            tail::call(page, i, line)
        };
        calls.set(i, call);
    }
}

/// What the head's rules left open above the first paragraph.
fn in_head(page: &Page<'_>, calls: &Calls, i: usize, line: &Line, run: usize, asks: Asks) -> Call {
    // Only interviews begin with a heading.
    if let Some(call) =
        heading(page, calls, i, line, run, asks).filter(|call| asks.interview && call.percent >= 60)
    {
        return Call::new(call.kind, call.rule, 60);
    }
    match () {
        () if line.terminated() && line.words >= 4 => Call::new(Paragraph, "paragraph.early", 70),
        () if line.chars >= BODY => Call::new(Paragraph, "paragraph.early", 60),
        () if line.end == End::Colon && line.words > 3 => Call::new(Paragraph, "paragraph.announces", 60),
        () if line.repeated() || line.words <= 3 => Call::new(Interface, "interface.head", 65),
        () => Call::new(Unknown, "unknown.head", 40),
    }
}

/// "She kept things simple in Oslo." between an advert and a picture, time and again: the titles of a list of
/// pictures are sentences.
fn pictured(page: &Page<'_>, calls: &mut Calls) {
    const FEWEST: usize = 3;
    let shows = |i: usize| page.line(i).is_some_and(|line| caption::opens_scene(page, line));
    let title = |i: &usize| {
        let sentence = |l: &Line| l.terminated() && l.breaks == 0 && l.chars <= HEADING_CHARS && !l.bullet;
        calls.open(*i)
            && page.line(*i).is_some_and(sentence)
            && matches!(calls.kind(*i - 1), Some(Advert | Interface | Promo))
            && (matches!(calls.kind(*i + 1), Some(Caption | Credit)) || calls.open(*i + 1) && shows(*i + 1))
    };
    let titles: Vec<usize> = (1..calls.len()).filter(title).collect();
    if titles.len() < FEWEST {
        return;
    }
    for i in titles {
        calls.set(i, Call::new(Heading, "heading.pictured", 65));
        calls.set(i + 1, Call::new(Caption, "caption.pictured", 65));
    }
}

/// Bulleted lines, and open lines that a colon announces.
fn lists(page: &Page<'_>, calls: &mut Calls, tail: usize) {
    let mut announced = false;
    for i in 0..tail.min(page.lines.len()) {
        let Some(line) = page.line(i).filter(|_| calls.open(i)) else {
            announced = false;
            continue;
        };
        let item = announced && is_item(page, calls, i, line);
        if numbers_section(page, calls, i, line) {
            calls.set(i, Call::new(Heading, "heading.numbered", 70));
        } else if line.bullet && !numbers_paragraph(page, line) {
            calls.set(i, Call::new(List, "list.bullet", 92));
        } else if item {
            calls.set(i, Call::new(List, "list.announced", 70));
        }
        announced = line.end == End::Colon || item;
    }
}

/// An open line of a list that is announced or going on. In a box of labels and values ("Weight: 2 kg") a
/// line without a label ends the list.
fn is_item(page: &Page<'_>, calls: &Calls, i: usize, line: &Line) -> bool {
    let fits = !line.is_body() && line.words <= 30 && matches!(line.end, End::Open | End::Pending);
    let above = i.checked_sub(1).filter(|k| calls.kind(*k) == Some(List)).and_then(|k| page.line(k));
    fits && match above {
        Some(above) => is_pair(page, line) || !is_pair(page, above),
        None => page.line(i + 1).is_some_and(|next| !next.terminated() && calls.open(i + 1)),
    }
}

/// "Label: value".
fn is_pair(page: &Page<'_>, line: &Line) -> bool {
    line.tokens.clone().take(8).any(|i| page.shape(i) == Some(Shape::Colon))
}

/// "2. The pumps were off." over a paragraph: the number counts sections, not items.
fn numbers_section(page: &Page<'_>, calls: &Calls, i: usize, line: &Line) -> bool {
    const TITLE: usize = 14;
    let numbered = |line: &Line| line.bullet && page.shape(line.tokens.start) == Some(Shape::Number);
    let text = |next: &Line| calls.open(i + 1) && next.terminated() && next.chars >= NUMBERED && !next.bullet;
    numbered(line) && line.words <= TITLE && line.breaks <= 1 && page.line(i + 1).is_some_and(text)
}

/// Typed numbers before whole paragraphs number paragraphs.
fn numbers_paragraph(page: &Page<'_>, line: &Line) -> bool {
    page.shape(line.tokens.start) == Some(Shape::Number) && line.terminated() && line.chars >= NUMBERED
}

/// For each line, how many short open lines stand together there.
fn runs(page: &Page<'_>, calls: &Calls) -> Vec<usize> {
    let mut out = vec![0; page.lines.len()];
    let mut from = 0;
    while from < out.len() {
        let mut to = from;
        while calls.open(to) && page.line(to).is_some_and(is_short) {
            to += 1;
        }
        for slot in out.iter_mut().take(to).skip(from) {
            *slot = to - from;
        }
        from = to.max(from + 1);
    }
    out
}

fn is_short(line: &Line) -> bool {
    line.words <= HEADING_WORDS && !line.terminated() && !line.is_body()
}

fn in_body(page: &Page<'_>, calls: &Calls, i: usize, line: &Line, run: usize, asks: Asks) -> Call {
    if let Some(call) = tail::portrait(page, i, line) {
        return call;
    }
    if signed_by_agency(page, line) {
        return Call::new(Paragraph, "paragraph.signed", 85);
    }
    if is_shouted_link(page, line) {
        return Call::new(Related, "related.shouted", 65);
    }
    if run == 2 && is_linked_pair(page, calls, i, line) {
        return Call::new(Related, "related.pair", 55);
    }
    let framed = [i.wrapping_sub(run), i.wrapping_sub(1), i + 1, i + run]
        .iter()
        .any(|k| matches!(calls.kind(*k), Some(Advert | Interface | Promo | Related)));
    if let Some(call) = heading(page, calls, i, line, run, asks) {
        return call;
    }
    match line.end {
        End::Stop | End::Question | End::Ellipsis if line.is_body() => Call::new(Paragraph, "paragraph", 98),
        End::Stop | End::Question | End::Ellipsis => Call::new(Paragraph, "paragraph.short", 90),
        End::Colon => Call::new(Paragraph, "paragraph.announces", 90),
        End::Pending => Call::new(Paragraph, "paragraph.unended", 90),
        End::Open if line.copies > 2 && line.words <= 4 => Call::new(Interface, "interface.repeated", 75),
        End::Open if line.words > 12 || line.closes_quote => Call::new(Paragraph, "paragraph.unended", 90),
        End::Open if run >= RUN && ends_run(page, calls, i, line) => {
            Call::new(Heading, "heading.ends_run", 55)
        }
        End::Open if run >= RUN && framed => Call::new(Interface, "interface.run", 55),
        End::Open if run >= RUN => Call::new(List, "list.run", 45),
        End::Open if line.words <= 6 && calls.kind(i + 1) == Some(Caption) || over_credit(calls, i, line) => {
            Call::new(Heading, "heading.over_caption", 55)
        }
        End::Open if line.words <= 2 => Call::new(Interface, "interface.short", 50),
        End::Open => Call::new(Paragraph, "paragraph.open", 50),
    }
}

/// The last of several short lines, over a text: more often the text's heading than one of the list.
fn ends_run(page: &Page<'_>, calls: &Calls, i: usize, line: &Line) -> bool {
    let text = |next: &Line| calls.open(i + 1) && next.terminated() && next.chars >= BODY;
    line.words >= 2
        && line.copies == 1
        && line.chars <= HEADING_CHARS
        && page.is_capital(line.body.start)
        && page.line(i + 1).is_some_and(text)
}

/// "… said a fisherman. PTI AH BR": the agency and the initials of its writers behind the last sentence.
fn signed_by_agency(page: &Page<'_>, line: &Line) -> bool {
    const SIGNATURE: usize = 5;
    let end = line.tokens.end;
    let low = end.saturating_sub(SIGNATURE).max(line.tokens.start + 1);
    let stop = (low..end).rev().find(|i| matches!(page.shape(*i), Some(Shape::Stop | Shape::Quote)));
    stop.is_some_and(|stop| {
        let all = (stop + 1..end).all(|i| matches!(page.shape(i), Some(Shape::Upper)));
        all && credit::agency_at(page, stop + 1, end).is_some()
    })
}

/// "MAYOR QUITS AS TOWN COUNTS COST OF FLOOD": a headline in capitals between paragraphs leads to another
/// story. Questions and phrases are headings.
fn is_shouted_link(page: &Page<'_>, line: &Line) -> bool {
    const FEWEST_WORDS: usize = 6;
    let verb =
        |i: usize| page.is(i, Class::VERB_S) && !page.is(i - 1, Class::DETERMINER | Class::PREPOSITION);
    line.is_shouted()
        && line.end == End::Open
        && line.words >= FEWEST_WORDS
        && !opens_with_word(page, line)
        && line.body.clone().skip(1).any(verb)
}

/// The first of two headlines in a row between paragraphs leads to another story; the second may head the text.
fn is_linked_pair(page: &Page<'_>, calls: &Calls, i: usize, line: &Line) -> bool {
    let below = calls.open(i + 1) && page.line(i + 1).is_some_and(|other| is_linked(page, other));
    below && is_linked(page, line)
}

/// A headline with its verb.
fn is_linked(page: &Page<'_>, line: &Line) -> bool {
    const FEWEST_WORDS: usize = 5;
    line.end == End::Open
        && line.words >= FEWEST_WORDS
        && !line.closes_quote
        && !opens_with_word(page, line)
        && caption::has_verb(page, line)
}

/// A title over a picture of which only the credit is there.
fn over_credit(calls: &Calls, i: usize, line: &Line) -> bool {
    line.is_titled() && line.words <= 12 && calls.kind(i + 1) == Some(Credit)
}

/// A short line without an end over a paragraph.
fn heading(page: &Page<'_>, calls: &Calls, i: usize, line: &Line, run: usize, asks: Asks) -> Option<Call> {
    let fits = line.words <= HEADING_WORDS && line.chars <= HEADING_CHARS && !line.bullet && line.words > 0;
    let question = line.end == End::Question;
    let end = match line.end {
        // A whole sentence in quote marks is text; a short phrase in them can head a section.
        End::Open => !(line.opens_quote && line.closes_quote && line.words > 10 || is_aside(page, line)),
        End::Question => asks.heads(page, line),
        _ => false,
    };
    if !fits || !end || run >= RUN || line.copies > 2 {
        return None;
    }
    let text_below = |k: Option<usize>| k.and_then(|k| page.line(k)).is_some_and(is_text);
    let next = neighbour(calls, (i + 1)..page.lines.len());
    // A heading may stand over a heading: "Reactions", "In the capital".
    let stacked = next.is_some_and(|next| {
        page.line(next).is_some_and(is_short) && text_below(neighbour(calls, (next + 1)..page.lines.len()))
    });
    if !(text_below(next) || stacked) || page.shape(line.body.start) == Some(Shape::Lower) {
        return None;
    }
    let previous = neighbour(calls, (0..i).rev()).and_then(|k| page.line(k));
    let ended_above = previous.is_none_or(|l| is_text(l) || run > 1);
    Some(match () {
        () if question => Call::new(Heading, "heading.question", 70),
        () if !ended_above => Call::new(Heading, "heading.loose", 55),
        () if stacked => Call::new(Heading, "heading.stacked", 60),
        () if line.words > 14 => Call::new(Heading, "heading.long", 70),
        () => Call::new(Heading, "heading", 88),
    })
}

/// "($1 = 129.5 shillings)".
fn is_aside(page: &Page<'_>, line: &Line) -> bool {
    page.shape(line.tokens.start) == Some(Shape::Open)
        && page.shape(line.tokens.end.saturating_sub(1)) == Some(Shape::Close)
}

/// A line that can stand under or over a heading.
pub(super) fn is_text(line: &Line) -> bool {
    line.terminated()
        || line.end == End::Colon
        || line.is_body()
        || line.closes_quote
        || line.words > HEADING_WORDS
}

/// The nearest line that is body text or still open: captions, adverts and the like are passed over.
fn neighbour(calls: &Calls, mut lines: impl Iterator<Item = usize>) -> Option<usize> {
    /// How many lines of the frame may stand between a heading and its text.
    const SIGHT: usize = 8;
    lines
        .by_ref()
        .take(SIGHT)
        .find(|k| calls.kind(*k).is_none_or(|kind| matches!(kind, Paragraph | Heading | List | PullQuote)))
}
