//! Bylines that no "By" opens, told by what stands around: names beside a timestamp, desks, roles and outlets on
//! the lines below a name, the author's name again over a portrait.

use super::PartKind::{self, Byline, Caption, Contributors, Credit, Interface, Timestamp};
use super::line::{End, Line};
use super::page::{Call, Calls, Page};
use super::{Author, byline, credit, name};
use crate::gazetteer::EntityKind;
use crate::lexicon::Class;
use crate::text::{Shape, atom, atoms};

/// Names beside a timestamp, under a lone "By", or directly under headline and dek.
pub(super) fn bare(page: &Page<'_>, calls: &mut Calls, from: usize, limit: usize) {
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
        let agency = agency || outlet || calls.open(i) && stamped && is_initials(page, line);
        // "Ada Holt reported from Oslo and Bergen.", below the line that names her.
        let reported = calls.open(i)
            && beside
            && line.words <= REPORTED
            && page.atom(line.tokens.start + 2) == atom!("reported")
            && page.any(line.tokens.start + 3..line.tokens.start + 4, atoms!["from", "in"])
            && i.checked_sub(1)
                .and_then(|k| page.line(k))
                .is_some_and(|above| names_again(page, above, line));
        let named = calls.open(i) && (looks_like_names(page, line) || stamped && is_placed(page, line));
        // "Associated Press Writer", "BBC Wales", "BBC News, Cardiff", below the name.
        let writer = beside && line.words <= 4 && calls.kind(i) == Some(Contributors)
            || beside
                && calls.get(i).is_some_and(|call| call.rule == "credit.alone")
                && (is_desk_of(page, line) || is_role(page, line));
        // "The Hindu Bureau": its agency made it a credit.
        let weak = calls.open(i) || calls.get(i).is_some_and(|call| call.rule == "credit.alone");
        let desk = weak && is_desk(page, line);
        // "Photographs by Ben Ruud", below "Story by Ada Holt".
        let pictures = beside
            && matches!(calls.kind(i), Some(Credit | Caption))
            && byline::read_pictures(page, line.tokens.clone()).is_some();
        if reported {
            calls.set(i, Call::new(Contributors, "contributors.reported", 90));
        } else if writer {
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

/// Words of the line that says where an author reported from.
const REPORTED: usize = 14;

/// Whether a line begins with two words that stand side by side in the line above: the name of its author.
fn names_again(page: &Page<'_>, above: &Line, line: &Line) -> bool {
    let (given, surname) = (page.atom(line.tokens.start), page.atom(line.tokens.start + 1));
    above.tokens.clone().any(|i| page.atom(i) == given && page.atom(i + 1) == surname)
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
    // "Harbour News", "Harbour News, Lagos", "Harbour News in Lagos".
    let placed = |end: usize| page.one_of(end, atoms!["in", "at"]) && page.is_capital(end + 1);
    let outlet =
        outlet.is_some_and(|end| end == line.tokens.end || page.atom(end) == atom!(",") || placed(end));
    line.words <= 8
        // "Reporting from Marden, Vt.".
        && (line.end == End::Open || from && line.words <= 5)
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

/// "DHNS": the initials of a desk.
fn is_initials(page: &Page<'_>, line: &Line) -> bool {
    const LETTERS: std::ops::RangeInclusive<usize> = 3..=5;
    let first = line.tokens.start;
    line.tokens.len() == 1
        && page.shape(first) == Some(Shape::Upper)
        && LETTERS.contains(&page.str(first).len())
        && !page.is(first, Class::COMMON | Class::LABEL | Class::TRIGGER)
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

/// "Ada Holt in Nairobi", "Ada Holt at Mill Lane": beside a time an author and a place.
fn is_placed(page: &Page<'_>, line: &Line) -> bool {
    const MOST_WORDS: usize = 8;
    let fits = line.words <= MOST_WORDS && line.end == End::Open && has_given_name(page, line);
    fits && byline::read_bare(page, line.tokens.clone()).is_some_and(|found| {
        let full = |author: &Author| (2..=4).contains(&author.name.split_whitespace().count());
        found.authors.iter().all(full)
            && found.authors.iter().any(|a| a.location.is_some() || a.affiliation.is_some())
    })
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
            || page.one_of(i, atoms!["@", "with"])
    });
    several
        && byline::read_bare(page, range).is_some_and(|byline| {
            let full = |author: &Author| (2..=4).contains(&author.name.split_whitespace().count());
            let agency = |author: &Author| {
                let tokens = page.tokens.within(author.span);
                credit::agency_at(page, tokens.start, tokens.end) == Some(tokens.end)
            };
            byline.authors.iter().all(|author| full(author) || agency(author))
        })
}

/// "Ada Holt Health policy editor": an author with a role.
pub(super) fn is_signature(page: &Page<'_>, line: &Line) -> bool {
    const MOST_WORDS: usize = 8;
    let range = line.tokens.clone();
    line.words <= MOST_WORDS
        && page.is(range.start, Class::GIVEN)
        && range.clone().any(|i| page.is(i, Class::ROLE))
        && looks_like_names(page, line)
        && byline::read_bare(page, range).is_some_and(|found| found.authors.iter().any(|a| a.role.is_some()))
}

/// The names of the bylines on lines of their own, wherever they stand: over the author's portrait, at
/// the end of the text.
pub(super) fn again(page: &Page<'_>, calls: &mut Calls) {
    /// An article has at most this many authors whose names are looked for again.
    const MOST_AUTHORS: usize = 12;
    /// They are named within this many lines: twice those of the longest head.
    const NAMED_WITHIN: usize = 96;
    let mut names: Vec<&str> = Vec::new();
    let first = (0..calls.len()).find(|i| calls.kind(*i) == Some(Byline)).unwrap_or(calls.len());
    for i in 0..calls.len().min(NAMED_WITHIN) {
        let Some(line) = page.line(i).filter(|_| calls.kind(i) == Some(Byline)) else { continue };
        let range = line.tokens.clone();
        let found = byline::read(page, range.clone(), line.words).or_else(|| byline::read_bare(page, range));
        for author in found.iter().flat_map(|found| &found.authors).take(MOST_AUTHORS) {
            names.push(page.text(author.span));
        }
    }
    names.truncate(MOST_AUTHORS);
    for i in first..calls.len() {
        let Some(line) = page.line(i).filter(|line| line.words <= 8) else { continue };
        let weak = calls.open(i) || matches!(calls.kind(i), Some(PartKind::Credit | PartKind::Interface));
        let written = page.written(line.tokens.clone());
        if weak && names.iter().any(|name| name.eq_ignore_ascii_case(written)) {
            calls.correct(i, Call::new(Byline, "byline.again", 90));
        }
    }
}
