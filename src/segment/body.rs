//! The body and what hangs below it: headings, lists, pull quotes, paragraphs, the tail of a page.

use super::PartKind::{
    AuthorBio, Byline, Caption, Copyright, Credit, Heading, Interface, List, Paragraph, PullQuote, Related,
    Timestamp, Unknown,
};
use super::line::{End, Line};
use super::page::{Call, Calls, Page};
use super::{head, name};
use crate::lexicon::Class;
use crate::text::Shape;

/// A heading has at most this many words and characters.
const HEADING_WORDS: usize = 20;
const HEADING_CHARS: usize = 120;

/// This many short open lines in a row are a list or a menu, not headings.
const RUN: usize = 3;

/// Calls every line that is still open from `start` on; before it, what the head left.
pub(super) fn read(page: &Page<'_>, calls: &mut Calls, start: usize) {
    let tail = tail(page, calls, start);
    let interview = is_interview(page);
    lists(page, calls, tail);
    let runs = runs(page, calls);
    for i in 0..page.lines.len() {
        let Some(line) = page.line(i).filter(|_| head::open(calls, i)) else { continue };
        let call = if i < start {
            in_head(line)
        } else if i < tail {
            in_body(page, calls, &runs, i, line, interview)
        } else {
            in_tail(page, line)
        };
        if let Some(slot) = calls.get_mut(i) {
            *slot = Some(call);
        }
    }
}

/// What the head's rules left open above the first paragraph.
fn in_head(line: &Line) -> Call {
    match () {
        () if line.terminated() && line.words >= 4 => Call::new(Paragraph, "paragraph.early", 70),
        () if line.repeated || line.words <= 3 => Call::new(Interface, "interface.head", 65),
        () => Call::new(Unknown, "unknown.head", 40),
    }
}

/// The line after the last paragraph of the body.
fn tail(page: &Page<'_>, calls: &Calls, start: usize) -> usize {
    let last = (start..page.lines.len())
        .rev()
        .find(|i| head::open(calls, *i) && page.line(*i).is_some_and(Line::is_body));
    let Some(last) = last else { return page.lines.len() };
    // Ended lines that follow directly belong to the text: "He never came back."
    (last + 1..page.lines.len())
        .find(|i| !(head::open(calls, *i) && page.line(*i).is_some_and(|l| l.terminated() || l.bullet)))
        .unwrap_or(page.lines.len())
}

/// Bulleted lines, and open lines that a colon announces.
fn lists(page: &Page<'_>, calls: &mut Calls, tail: usize) {
    let mut announced = false;
    for i in 0..tail {
        let Some(line) = page.line(i) else { break };
        if !head::open(calls, i) {
            announced = false;
            continue;
        }
        let item =
            announced && !line.is_body() && line.end != End::Colon && line.words <= 30 && !line.terminated();
        let two =
            item && (page.line(i + 1).is_some_and(|next| !next.terminated()) || previous_is_list(calls, i));
        if line.bullet || two {
            let (rule, percent) = if line.bullet { ("list.bullet", 92) } else { ("list.announced", 75) };
            if let Some(slot) = calls.get_mut(i) {
                *slot = Some(Call::new(List, rule, percent));
            }
        }
        announced = line.end == End::Colon || (announced && two);
    }
}

fn previous_is_list(calls: &Calls, i: usize) -> bool {
    i.checked_sub(1).and_then(|k| calls.get(k).copied().flatten()).is_some_and(|c| c.kind == List)
}

/// For each line, how many short open lines stand together there.
fn runs(page: &Page<'_>, calls: &Calls) -> Vec<usize> {
    let mut out = vec![0; page.lines.len()];
    let mut from = 0;
    while from < out.len() {
        let mut to = from;
        while head::open(calls, to) && page.line(to).is_some_and(is_short) {
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

fn in_body(page: &Page<'_>, calls: &Calls, runs: &[usize], i: usize, line: &Line, interview: bool) -> Call {
    let run = runs.get(i).copied().unwrap_or(0);
    if let Some(call) = pull_quote(page, calls, i, line) {
        return call;
    }
    if let Some(call) = heading(page, calls, i, line, run, interview) {
        return call;
    }
    match line.end {
        End::Stop | End::Question | End::Ellipsis if line.is_body() => Call::new(Paragraph, "paragraph", 98),
        End::Stop | End::Question | End::Ellipsis => Call::new(Paragraph, "paragraph.short", 95),
        End::Colon => Call::new(Paragraph, "paragraph.announces", 90),
        End::Pending => Call::new(Paragraph, "paragraph.unended", 80),
        End::Open if line.repeated && line.words <= 4 => Call::new(Interface, "interface.repeated", 75),
        End::Open if run >= RUN && line.words <= 12 => Call::new(List, "list.run", 55),
        End::Open if line.words > 12 || line.closes_quote => Call::new(Paragraph, "paragraph.unended", 80),
        End::Open if line.words <= 2 => Call::new(Interface, "interface.short", 50),
        End::Open => Call::new(Paragraph, "paragraph.open", 50),
    }
}

/// A short line without an end over a paragraph.
fn heading(
    page: &Page<'_>,
    calls: &Calls,
    i: usize,
    line: &Line,
    run: usize,
    interview: bool,
) -> Option<Call> {
    let fits = line.words <= HEADING_WORDS && line.chars <= HEADING_CHARS && !line.bullet && line.words > 0;
    let end = match line.end {
        End::Open => !line.closes_quote || !line.opens_quote || line.words <= 12,
        End::Question => line.breaks == 0 && !line.opens_quote && !interview,
        _ => false,
    };
    if !fits || !end || run >= RUN || line.repeated {
        return None;
    }
    let next = neighbour(calls, (i + 1)..page.lines.len());
    let body_below = next
        .and_then(|k| page.line(k))
        .is_some_and(|l| l.terminated() || l.end == End::Colon || l.is_body() || l.closes_quote);
    let previous = neighbour(calls, (0..i).rev()).and_then(|k| page.line(k));
    let ended_above =
        previous.is_none_or(|l| l.terminated() || l.closes_quote || l.end == End::Colon || run > 1);
    let small_start = page.shape(line.body.start) == Some(Shape::Lower);
    let question = line.end == End::Question;
    match () {
        () if !body_below || small_start && !question => None,
        () if question => Some(Call::new(Heading, "heading.question", 70)),
        () if !ended_above => Some(Call::new(Heading, "heading.loose", 55)),
        () if line.words > 14 => Some(Call::new(Heading, "heading.long", 70)),
        () => Some(Call::new(Heading, "heading", 88)),
    }
}

/// The nearest line that is body text or still open: captions, adverts and the like are passed over.
fn neighbour(calls: &Calls, mut lines: impl Iterator<Item = usize>) -> Option<usize> {
    /// How many lines of the frame may stand between a heading and its text.
    const SIGHT: usize = 8;
    lines.by_ref().take(SIGHT).find(|k| {
        calls
            .get(*k)
            .copied()
            .flatten()
            .is_none_or(|c| matches!(c.kind, Paragraph | Heading | List | PullQuote))
    })
}

/// A quoted line of its own, signed on the next line: "— Minister Ada Holt".
fn pull_quote(page: &Page<'_>, calls: &Calls, i: usize, line: &Line) -> Option<Call> {
    let signature = |l: &Line| {
        page.shape(l.tokens.start) == Some(Shape::Dash)
            && l.words <= 14
            && l.end == End::Open
            && page.is_capital(l.tokens.start + 1)
    };
    if signature(line) {
        let above = i.checked_sub(1).and_then(|k| calls.get(k).copied().flatten());
        return above.is_some_and(|c| c.kind == PullQuote).then_some(Call::new(
            PullQuote,
            "pull_quote.signature",
            85,
        ));
    }
    let quoted = line.opens_quote && line.closes_quote;
    (quoted && page.line(i + 1).is_some_and(signature)).then_some(Call::new(PullQuote, "pull_quote", 85))
}

/// What stands below the last paragraph.
fn in_tail(page: &Page<'_>, line: &Line) -> Call {
    if is_bio(page, line) {
        return Call::new(AuthorBio, "author_bio", 80);
    }
    match () {
        () if line.bullet && line.words >= 4 => Call::new(List, "list.bullet", 70),
        () if line.terminated() && line.words >= 4 => Call::new(Paragraph, "paragraph.tail", 60),
        () if line.words <= 4 || line.repeated => Call::new(Interface, "interface.tail", 75),
        () => Call::new(Related, "related.tail", 60),
    }
}

/// "Ada Holt covers courts for …", "Ada Holt is the paper's …": a name, then a job.
pub(super) fn is_bio(page: &Page<'_>, line: &Line) -> bool {
    const JOBS: &[&str] = &["covers", "writes", "reports", "edits", "joined"];
    let range = line.tokens.clone();
    let Some(end) = name::end(page, range.start, range.end) else { return false };
    let full = name::words(page, range.start, end) >= 2;
    let job = JOBS.iter().any(|job| page.tokens.is(end, job));
    let is = page.tokens.is(end, "is") && (end..range.end.min(end + 10)).any(|i| page.is(i, Class::ROLE));
    full && line.terminated() && line.words <= 70 && (job || is)
}

/// An interview in print: its questions speak to someone and are paragraphs.
fn is_interview(page: &Page<'_>) -> bool {
    let questions = page.lines.iter().filter(|l| l.end == End::Question);
    let asked =
        questions.filter(|l| l.tokens.clone().any(|i| page.tokens.is(i, "you") || page.tokens.is(i, "your")));
    asked.take(3).count() >= 3
}
