//! The tail of a page: links, menus, portraits and notices below the text.
//!
//! Each line weighs for the tail or for the text. The tail begins where the lines from there to the end
//! weigh most: blocks of the frame inside the text are outweighed by the paragraphs below them.

use super::PartKind::{
    Advert, AuthorBio, Byline, Caption, Copyright, Dek, Embed, Heading, Headline, Interface, List, Paragraph,
    Promo, PullQuote, Related, Timestamp,
};
use super::frame_word::Does;
use super::line::{BODY, End, Line};
use super::page::{Call, Calls, Page};
use super::{credit, name};
use crate::lexicon::Class;
use crate::text::{Atom, atom, atoms};

/// A sentence has at least this many words ("The trial continues."); shorter ended lines are labels as often.
const SENTENCE: usize = 3;

/// A menu without any line of the frame has at least this many lines.
const MENU: usize = 3;

/// What a long paragraph weighs: nothing above it is of the tail.
const BODY_WEIGHT: i64 = -9;

/// A block of the frame without text between weighs at most this much, however long it is: offers to
/// subscribe fill whole screens inside the text.
const BLOCK: i64 = 4;

/// The first line of the tail; no line above the last long paragraph is of it.
pub(super) fn start(page: &Page<'_>, calls: &Calls, body: usize) -> usize {
    let end = page.lines.len();
    let (mut best, mut heaviest) = (end, 0);
    let (mut sum, mut block, mut unbroken) = (0_i64, 0_i64, false);
    for i in (body.min(end)..end).rev() {
        let weight = weight(page, calls, i);
        if weight <= BODY_WEIGHT {
            break;
        }
        // What the block still adds below its limit.
        let added = weight.min(BLOCK - block);
        block = if weight < 0 { 0 } else { block + added };
        sum += added;
        unbroken &= weight >= 0;
        if sum > heaviest || unbroken && weight > 0 {
            (best, heaviest, unbroken) = (i, sum, true);
        }
    }
    // A line alone above the frame may be the heading of a text that was cut off.
    let alone = calls.open(best) && !calls.open(best + 1) && best + 1 < end;
    if alone && page.line(best).is_some_and(|line| !is_bio(page, line)) {
        best += 1;
    }
    let framed = (best..end).any(|i| calls.kind(i).is_some_and(is_frame));
    let portrait = page.line(best).is_some_and(|line| is_bio(page, line));
    if framed || portrait || end - best >= MENU { best } else { end }
}

fn is_frame(kind: super::PartKind) -> bool {
    matches!(kind, Advert | AuthorBio | Byline | Copyright | Interface | Promo | Related)
}

/// How much line `i` speaks for the tail; below zero, for the text.
fn weight(page: &Page<'_>, calls: &Calls, i: usize) -> i64 {
    let Some(line) = page.line(i) else { return 0 };
    let Some(call) = calls.get(i) else {
        // "Scorers:": what a colon announces is of the text.
        let announced = i.checked_sub(1).and_then(|k| page.line(k)).is_some_and(|l| l.end == End::Colon);
        return if announced { -2 } else { open_weight(page, line) };
    };
    match call.kind {
        Copyright => 4,
        AuthorBio | Byline => 2,
        Related if call.rule == "trigger.whole" => 2,
        Related | Interface | Advert | Promo | Timestamp => 1,
        List | Caption | PullQuote | Embed | Heading => -1,
        Paragraph | Headline | Dek => BODY_WEIGHT,
        _ => 0,
    }
}

fn open_weight(page: &Page<'_>, line: &Line) -> i64 {
    let ended = line.terminated() || line.end == End::Colon;
    match () {
        () if is_bio(page, line) => 2,
        // What speaks to the reader is as often of the page as of the text.
        () if speaks_to_reader(page, line) => 0,
        () if line.is_body() => BODY_WEIGHT,
        () if ended && line.words >= SENTENCE => -3,
        () if line.bullet || ended || line.chars >= BODY => -1,
        () => 1,
    }
}

/// A line of the tail.
pub(super) fn call(page: &Page<'_>, i: usize, line: &Line) -> Call {
    if let Some(call) = portrait(page, i, line) {
        return call;
    }
    if is_bio(page, line) {
        return Call::new(AuthorBio, "author_bio", 80);
    }
    match () {
        () if speaks_to_reader(page, line) => Call::new(Promo, "promo.address", 60),
        () if line.bullet && line.words >= 4 => Call::new(List, "list.bullet", 70),
        () if line.terminated() && line.words >= SENTENCE => Call::new(Paragraph, "paragraph.tail", 60),
        () if line.words <= 4 || line.repeated() => Call::new(Interface, "interface.tail", 75),
        () if line.chars >= 2 * BODY => Call::new(Paragraph, "paragraph.tail", 50),
        () => Call::new(Related, "related.tail", 60),
    }
}

/// "Comments must follow our rules.": a notice of the page, with "you" or "our" and nothing quoted.
pub(super) fn speaks_to_reader(page: &Page<'_>, line: &Line) -> bool {
    let quoted = page.quotes(line.tokens.clone());
    line.terminated()
        && line.words <= 80
        && !quoted
        && has_reader(page, line)
        && line.tokens.clone().any(|i| page.does(i, Does::PAGE))
}

/// "You", "our": the page speaks to its reader.
pub(super) fn has_reader(page: &Page<'_>, line: &Line) -> bool {
    page.any(line.tokens.clone(), atoms!["you", "your", "our", "us"])
}

/// "… he added. (PTI)": the last paragraph is signed by its agency; a picture's line is not the last.
pub(super) fn sourced_end(page: &Page<'_>, calls: &mut Calls, start: usize) {
    let last = (start..page.lines.len()).rev().find(|i| {
        calls.open(*i) && page.line(*i).is_some_and(Line::is_body)
            || calls.get(*i).is_some_and(|call| call.rule == "credit.source")
    });
    let signed = |last: &usize| {
        calls.get(*last).is_some_and(|call| call.rule == "credit.source")
            && page.line(*last).is_some_and(|line| line.terminated() && names_agency(page, line))
    };
    if let Some(last) = last.filter(signed) {
        calls.correct(last, Call::new(Paragraph, "paragraph.signed", 75));
    }
}

/// The bracket at the end holds agencies and no photographer.
fn names_agency(page: &Page<'_>, line: &Line) -> bool {
    let found = credit::at_end(page, line.tokens.clone());
    found.is_some_and(|found| found.credit.person.is_none() && !found.credit.agencies.is_empty())
}

/// A name over the author's biography: "Ada Holt", "Holt covers courts for …".
pub(super) fn portrait(page: &Page<'_>, i: usize, line: &Line) -> Option<Call> {
    let next = page.line(i + 1)?;
    let full = line.end == End::Open && name::is_full(page, line.tokens.start, line.tokens.end);
    let same = |k: usize| page.str(k).eq_ignore_ascii_case(page.str(next.tokens.start));
    let named = || same(line.tokens.start) || same(line.tokens.end - 1);
    (full && named() && is_bio(page, next)).then_some(Call::new(Byline, "byline.portrait", 85))
}

/// "Ada Holt covers courts for …", "Holt is the paper's … correspondent", "The writer is …".
fn is_bio(page: &Page<'_>, line: &Line) -> bool {
    const JOBS: &[Atom] = atoms!["covers", "writes", "reports", "edits"];
    /// How far behind "is" the job stands.
    const JOB: usize = 12;
    let range = line.tokens.clone();
    let writer = page.atom(range.start) == atom!("the")
        && page.any(range.start + 1..range.start + 2, atoms!["writer", "author", "columnist"]);
    let end = if writer { Some(range.start + 2) } else { name::end(page, range.start, range.end) };
    let Some(end) = end else { return false };
    let works = page.any(end..end + 1, JOBS);
    let is = page.any(end..end + 1, atoms!["is", "are"]);
    let role = (end..range.end.min(end + JOB)).any(|i| page.is(i, Class::ROLE));
    let ended = line.terminated() || is && line.words >= 5;
    ended && line.words <= 90 && (works || is && (role || writer))
}

/// "REUTERS, AFP", "— Bernama" below the last paragraph: the agencies of the text, not of a picture.
pub(super) fn signed(page: &Page<'_>, calls: &mut Calls, start: usize) {
    let text = |i: &usize| {
        calls.kind(*i) == Some(Paragraph) || calls.open(*i) && page.line(*i).is_some_and(Line::terminated)
    };
    let Some(last) = (start..page.lines.len()).rev().find(text) else { return };
    let credit = (last + 1..page.lines.len())
        .find(|i| !matches!(calls.kind(*i), Some(Promo | Advert | Interface | Related)))
        .filter(|i| calls.get(*i).is_some_and(|call| call.rule == "credit.alone"));
    let Some((i, line)) = credit.and_then(|i| Some((i, page.line(i)?))) else { return };
    if credit::is_agencies(page, line) {
        calls.correct(i, Call::new(super::PartKind::Contributors, "contributors.agency", 80));
    }
}
