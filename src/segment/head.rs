//! The top of the article: kicker, headline, dek, bylines without "By".
//!
//! The first line that is not plainly something else is the headline, if it looks like one; what stands
//! between it and the byline, or the first paragraph, is the dek.

use std::ops::Range;

use super::PartKind::{
    self, Byline, Caption, Contributors, Credit, Dek, Headline, Interface, Kicker, Timestamp,
};
use super::asks::{self, Asks};
use super::line::{BODY, End, Line};
use super::page::{Call, Calls, Page};
use super::{byline, credit, dateline, name, summary};
use crate::gazetteer::EntityKind;
use crate::lexicon::Class;
use crate::text::{Atom, Shape, atom, atoms};

/// The head of an article ends within this many lines: copied pages put share buttons, adverts and a
/// picture between headline and text.
const MOST_LINES: usize = 48;

/// A headline has at most this many words.
const MOST_WORDS: usize = 32;

/// A line above the headline has at most this many words: "Climate crisis".
const LABEL: usize = 3;

/// A dek has at most this many lines, each of at most this many words.
const DEK_LINES: usize = 4;
const DEK_WORDS: usize = 60;

/// A byline or timestamp stands at most this many lines below the headline's dek.
const MARK: usize = 6;

/// Calls the parts of the head; gives the line at which the body starts.
pub(super) fn read(page: &Page<'_>, calls: &mut Calls, asks: Asks) -> usize {
    let limit = page.lines.len().min(MOST_LINES);
    let long = (0..limit).find(|i| is_body(page, calls, *i)).unwrap_or(limit);
    let headline = headline(page, calls, long);
    let from = headline.map_or(0, |at| at + 1);
    bare_bylines(page, calls, from, limit.min(long + MARK));
    let mark = mark(calls, from, limit.min(long + MARK));
    let told = summary::read(page, calls, from..limit.min(long + MARK));
    let body = body(page, calls, told.unwrap_or(from).max(from), long.max(told.unwrap_or(0)), mark, limit);
    if headline.is_none() {
        below_video(page, calls);
    }
    if let Some(at) = headline {
        set_headline(page, calls, at);
        kicker(page, calls, at);
    }
    let questions = !asks.interview;
    deks(page, calls, from..body.min(page.lines.len()), mark, headline.is_some(), questions);
    if let Some(mark) = mark.filter(|mark| *mark < body) {
        after_mark(page, calls, mark + 1, body.min(page.lines.len()));
    }
    authors_again(page, calls);
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
    if let Some(at) = mark.filter(|at| (long + 1..=long + DEK_LINES).contains(at) && from > 0 && !dateline) {
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
    if i > 0 && line.words > LABEL && is_signature(page, line) {
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
        .filter(|line| !is_signature(page, line));
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

/// "Ada Holt Health policy editor": an author with a role.
fn is_signature(page: &Page<'_>, line: &Line) -> bool {
    const MOST_WORDS: usize = 8;
    let range = line.tokens.clone();
    line.words <= MOST_WORDS
        && page.is(range.start, Class::GIVEN)
        && range.clone().any(|i| page.is(i, Class::ROLE))
        && looks_like_names(page, line)
        && byline::read_bare(page, range).is_some_and(|found| found.authors.iter().any(|a| a.role.is_some()))
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

/// Names beside a timestamp, under a lone "By", or directly under headline and dek.
fn bare_bylines(page: &Page<'_>, calls: &mut Calls, from: usize, limit: usize) {
    for i in from..limit {
        let Some(line) = page.line(i) else { break };
        let stamped = [i.wrapping_sub(1), i + 1, i + 2].iter().any(|k| calls.kind(*k) == Some(Timestamp));
        let led = i
            .checked_sub(1)
            .and_then(|k| page.line(k))
            .is_some_and(|l| l.words == 1 && page.atom(l.tokens.start) == atom!("by"));
        let beside = i.checked_sub(1).is_some_and(|k| calls.kind(k) == Some(Byline));
        let outlet = calls.open(i) && is_outlet(page, line) && (stamped || led);
        let agency = calls.kind(i) == Some(Credit) && is_agency(page, line) && (stamped || led || beside);
        let agency = agency || outlet;
        let named = calls.open(i) && looks_like_names(page, line);
        // "Associated Press Writer", "BBC Wales", below the name.
        let writer = beside && line.words <= 4 && calls.kind(i) == Some(Contributors)
            || beside
                && calls.get(i).is_some_and(|call| call.rule == "credit.alone")
                && is_desk_of(page, line);
        // "The Hindu Bureau": its agency made it a credit.
        let weak = calls.open(i) || calls.get(i).is_some_and(|call| call.rule == "credit.alone");
        let desk = weak && is_desk(page, line);
        // "Photographs by Ben Ruud", below "Story by Ada Holt".
        let pictures = beside
            && matches!(calls.kind(i), Some(Credit | Caption))
            && byline::read_pictures(page, line.tokens.clone()).is_some();
        if writer {
            calls.correct(i, Call::new(Byline, "byline.role", 90));
        } else if pictures {
            calls.correct(i, Call::new(Byline, "byline.pictures", 85));
        } else if agency || named && (stamped || led) {
            calls.correct(i, Call::new(Byline, "byline.beside", 92));
        } else if calls.open(i) && beside && is_role(page, line) {
            calls.set(i, Call::new(Byline, "byline.role", 85));
        } else if desk {
            calls.correct(i, Call::new(Byline, "byline.desk", 80));
        } else if named && has_given_name(page, line) {
            calls.set(i, Call::new(Byline, "byline.name", 75));
        } else if calls.open(i)
            && line.words == 1
            && (page.atom(line.tokens.start) == atom!("by")
                || beside && page.atom(line.tokens.start) == atom!("and"))
        {
            calls.set(i, Call::new(Interface, "interface.by", 80));
        }
    }
}

/// "Business reporter, Harbour Post", "Harbour News, Lagos", "Reporting from Lagos", on the line below the
/// name.
fn is_role(page: &Page<'_>, line: &Line) -> bool {
    let sentence = Class::AUXILIARY | Class::VERB | Class::PRONOUN;
    // ", Environment Editor": the comma can stand on the line of the role.
    let first = line.tokens.start + usize::from(page.atom(line.tokens.start) == atom!(","));
    let from = page.atom(first) == atom!("reporting") && page.any(first + 1..first + 2, atoms!["from", "in"])
        || page.str(first) == "in" && page.is_capital(first + 1) && line.words <= 5;
    let outlet = credit::agency_at(page, first, line.tokens.end);
    let outlet = outlet.is_some_and(|end| end == line.tokens.end || page.atom(end) == atom!(","));
    line.words <= 8
        && line.end == End::Open
        && (from || page.is_capital(first))
        && (from || outlet || line.tokens.clone().any(|i| page.is(i, Class::ROLE)))
        && !line.tokens.clone().any(|i| page.is(i, sentence))
}

/// "Staff Reporter", "Our Correspondent", "Coast Bureau", "Harbour News Service": a byline without a name.
fn is_desk(page: &Page<'_>, line: &Line) -> bool {
    let last = line.tokens.end.saturating_sub(1);
    let desk = page.is(last, Class::ROLE)
        || page.atom(last) == atom!("agencies")
        || page.atom(last) == atom!("service");
    let titled = line.capitals == line.words;
    // "Courier staff and agency".
    let shared = page.any(last..last + 1, atoms!["agency", "agencies", "wires"])
        && page.any(
            line.tokens.clone(),
            atoms!["staff", "correspondent", "reporter", "correspondents", "reporters"],
        );
    line.end == End::Open && (desk && titled && (2..=4).contains(&line.words) || shared && line.words <= 6)
}

fn has_given_name(page: &Page<'_>, line: &Line) -> bool {
    page.is(line.tokens.start, Class::GIVEN_F | Class::GIVEN_M)
}

fn is_agency(page: &Page<'_>, line: &Line) -> bool {
    let first = line.tokens.start + usize::from(page.atom(line.tokens.start) == atom!("the"));
    credit::agency_at(page, first, line.tokens.end) == Some(line.tokens.end)
        || credit::agency_at(page, line.tokens.start, line.tokens.end) == Some(line.tokens.end)
}

/// "BBC Wales": an outlet and a word more.
fn is_desk_of(page: &Page<'_>, line: &Line) -> bool {
    let capitals = line.tokens.clone().all(|i| page.is_capital(i));
    capitals && line.words <= 4 && credit::agency_at(page, line.tokens.start, line.tokens.end).is_some()
}

/// "Harbour Times (Lagos)": a listed outlet, alone or with its town.
fn is_outlet(page: &Page<'_>, line: &Line) -> bool {
    let end = page.named(line.tokens.start, line.tokens.end, &EntityKind::Outlet);
    let town = |at: usize| page.shape(at) == Some(Shape::Open) && line.tokens.end == at + 3;
    end.is_some_and(|at| at == line.tokens.end || town(at)) && line.end == End::Open
}

/// One to three names, each of two to four words, or a listed agency.
fn looks_like_names(page: &Page<'_>, line: &Line) -> bool {
    if line.words > 12 || line.end != End::Open || line.opens_quote || line.bullet {
        return false;
    }
    let range = line.tokens.clone();
    let frame = Class::ROLE | Class::AUXILIARY | Class::DETERMINER | Class::VERB;
    if name::is_full(page, range.start, range.end) {
        let common = |i: usize| {
            page.is(i, Class::COMMON) && !page.is(i, Class::GIVEN_F | Class::GIVEN_M | Class::SURNAME)
        };
        return !range.into_iter().any(|i| page.is(i, frame) || common(i));
    }
    if is_agency(page, line) {
        return true;
    }
    let several = range.clone().any(|i| {
        page.shape(i) == Some(Shape::Comma)
            || page.atom(i) == atom!("and")
            || page.is(i, Class::ROLE)
            || page.shape(i) == Some(Shape::Number)
            || page.atom(i) == atom!("@")
    });
    several
        && byline::read_bare(page, range).is_some_and(|byline| {
            byline.authors.iter().all(|author| (2..=4).contains(&author.name.split_whitespace().count()))
        })
}

/// Lines between the headline and the byline, or the first paragraph.
fn deks(
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
            () if !headline || taken >= DEK_LINES => continue,
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
fn after_mark(page: &Page<'_>, calls: &mut Calls, from: usize, end: usize) {
    for i in from..end {
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
            calls.set(i, Call::new(Caption, "caption.below_byline", 55));
        }
    }
}

fn is_dek(page: &Page<'_>, line: &Line) -> bool {
    (3..=DEK_WORDS).contains(&line.words)
        && !matches!(line.end, End::Colon | End::Pending)
        && dateline::read(page, line.tokens.clone()).is_none()
}

/// The names of the bylines on lines of their own, wherever they stand: over the author's portrait, at
/// the end of the text.
fn authors_again(page: &Page<'_>, calls: &mut Calls) {
    /// An article has at most this many authors whose names are looked for again.
    const MOST_AUTHORS: usize = 12;
    let mut names: Vec<&str> = Vec::new();
    for i in 0..calls.len().min(2 * MOST_LINES) {
        let Some(line) = page.line(i).filter(|_| calls.kind(i) == Some(Byline)) else { continue };
        let range = line.tokens.clone();
        let found = byline::read(page, range.clone(), line.words).or_else(|| byline::read_bare(page, range));
        for author in found.iter().flat_map(|found| &found.authors).take(MOST_AUTHORS) {
            names.push(page.text(author.span));
        }
    }
    names.truncate(MOST_AUTHORS);
    for i in 0..calls.len() {
        let Some(line) = page.line(i).filter(|line| line.words <= 8) else { continue };
        let weak = calls.open(i) || matches!(calls.kind(i), Some(PartKind::Credit | PartKind::Interface));
        let written = page.written(line.tokens.clone());
        if weak && names.iter().any(|name| name.eq_ignore_ascii_case(written)) {
            calls.correct(i, Call::new(Byline, "byline.again", 90));
        }
    }
}
