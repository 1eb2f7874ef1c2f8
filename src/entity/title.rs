//! Titles, ranks and offices before a name: "Defense Minister General".

use std::ops::Range;

use once_cell::sync::Lazy;

use crate::lexicon::{self, Class, Column};
use crate::text::{Atom, Shape, atom, atoms};

use super::Gender;
use super::listed::Lists;
use super::read::Reader;

/// What the table says of one title word.
#[derive(Clone, Copy, Debug, Default)]
struct TitleWord {
    gender: Option<Gender>,
    /// More often something else: counts before a personal name only.
    weak: bool,
    /// "Mr", "Dr".
    honorific: bool,
    /// A rank or dignity that can follow an office: "Defense Minister General".
    stacks: bool,
}

/// What each title word is.
static TITLES: Lazy<Column<TitleWord>> = Lazy::new(|| {
    let row = |row: &'static str| {
        let mut cells = row.split('\t');
        let (word, sort, gender, weak) = (cells.next()?, cells.next()?, cells.next()?, cells.next()?);
        let word_of = TitleWord {
            gender: gender.parse().ok(),
            weak: weak == "weak",
            honorific: sort == "honorific",
            stacks: matches!(sort, "rank" | "royal" | "faith" | "honorific" | "academic"),
        };
        Some((word, word_of))
    };
    Column::new(lexicon::rows(lexicon::TITLES).filter_map(row))
});

/// What the table says of token `i`.
fn look_up(r: Reader<'_, '_>, i: usize) -> TitleWord {
    TITLES.get(r.doc.word(i))
}

/// The gender that a title tells: "Mrs", "King".
pub(super) fn gender(reader: Reader<'_, '_>, title: Range<usize>) -> Option<Gender> {
    title.filter(|i| reader.is(*i, Class::TITLE)).find_map(|i| look_up(reader, i).gender)
}

/// The end of the title phrase that begins at the head of `run`: capitalised words of office that end in a
/// title. It may be the whole run ("the Prime Minister").
pub(super) fn phrase(r: Reader<'_, '_>, run: Range<usize>) -> Option<usize> {
    let start = run.start;
    // Most names open with no word of an office.
    if !r.is(start, Class::TITLE | OFFICE) {
        return None;
    }
    if !r.capital(start) || r.hit_from(start).is_some_and(|hit| hit.end - hit.start > 1) {
        return None;
    }
    let (mut end, mut count) = (None, 0_u32);
    let mut i = start;
    while i < run.end {
        if r.is(i, Class::TITLE) && r.capital(i) {
            i = past_department(r, i, run.end);
            end = Some(i);
            count = count.saturating_add(1);
        } else if !in_office(r, start, i) {
            break;
        }
        i = i.saturating_add(1);
    }
    let last = end?;
    let after = past_stop(r, last.saturating_add(1), run.end);
    let weak = count == 1 && look_up(r, last).weak;
    // "Amir Aro", "Dean Aro": a given name.
    if weak && start == last && r.is(last, Class::GIVEN) && !r.is(last, Class::COMMON) {
        return None;
    }
    // "PC | Tom Aro", but "PC World".
    // "TD | Rory Aro" sits in the Dáil, "TD Aro" is a bank.
    let bank = r.word(last) == atom!("td") && !r.is(after, Class::GIVEN);
    let letters = weak && r.str(last).len() == 2 && (r.is(after, Class::COMMON) || bank);
    if letters || weak && !before_name(r, after, run.end) || is_suffix(r, after) {
        return None;
    }
    Some(after)
}

/// "Secretary | of State for Health", "Minister | of Health and Welfare": the last token of the office that the
/// title at `i` opens.
fn past_department(r: Reader<'_, '_>, i: usize, end: usize) -> usize {
    let mut last = i;
    // An office has two fields at most: "Minister | of State | for Railways".
    for _ in 0..2 {
        let Some(field) = r.field_behind(last).filter(|field| *field < end) else { break };
        let mut k = field;
        while k < end && (is_field_word(r, k) || r.small(k) && r.word(k) == atom!("and")) {
            if r.capital(k) {
                last = k;
            }
            k = k.saturating_add(1);
        }
    }
    last
}

fn is_field_word(r: Reader<'_, '_>, i: usize) -> bool {
    r.capital(i) && r.is(i, Class::COMMON) && !r.is(i, Class::GIVEN)
}

impl Reader<'_, '_> {
    /// "Minister | of *Health*", "Minister | for *Housing*", "Leader | of the *Opposition* Ola Dahl": the field that
    /// a preposition joins to the words of an office that end in token `last`. Behind the article somebody must be
    /// named, or the field is a body: "Speaker | of the Parliament".
    pub(super) fn field_behind(self, last: usize) -> Option<usize> {
        let (link, word) = (last.saturating_add(1), last.saturating_add(2));
        if !self.small(link) || !atoms!["of", "for"].contains(&self.word(link)) {
            return None;
        }
        let article = self.small(word) && self.word(word) == atom!("the");
        let field = if article { word.saturating_add(1) } else { word };
        let next = field.saturating_add(1);
        let named = || {
            self.shape_is(next, Shape::Initial) && self.capital(next)
                || self.shape_is(next, Shape::Title) && self.is(next, Class::GIVEN)
        };
        let body = Class::STATE_BODY | Class::ORG_HEAD;
        let plain = || self.word(link) == atom!("of") || !self.is(field, body);
        (is_field_word(self, field) && if article { named() } else { plain() }).then_some(field)
    }
}

/// What the words of an office are, titles aside.
const OFFICE: Class = Class::COMMON.or(Class::QUALIFIER).or(Class::OCCUPATION);

/// Whether token `i` can stand inside the words of an office.
fn in_office(r: Reader<'_, '_>, start: usize, i: usize) -> bool {
    let linked = i > start
        && (r.shape_is(i, Shape::Hyphen)
            || r.shape_is(i, Shape::Stop) && r.tight(i)
            || r.small(i) && atoms!["of", "and"].contains(&r.word(i)));
    if linked {
        return true;
    }
    let listed = || r.hit_over(i).is_some_and(|hit| !r.listed(hit).is(Lists::WORD));
    r.is(i, OFFICE)
        && r.capital(i)
        && (!r.is(i, Class::STATE_BODY) || r.word(i) == atom!("administration") || is_cabinet(r, i))
        && !r.all_caps(i)
        && !listed()
}

/// "Cabinet | Secretary": who sits in it.
fn is_cabinet(r: Reader<'_, '_>, i: usize) -> bool {
    r.word(i) == atom!("cabinet") && r.is(i.saturating_add(1), Class::TITLE) && r.capital(i.saturating_add(1))
}

fn past_stop(r: Reader<'_, '_>, i: usize, end: usize) -> usize {
    if i < end && r.shape_is(i, Shape::Stop) && r.tight(i) { i.saturating_add(1) } else { i }
}

/// A weak title counts before a given name or a word that is no common one, outside the names of bodies.
fn before_name(r: Reader<'_, '_>, i: usize, end: usize) -> bool {
    let last = end.saturating_sub(1);
    i < end
        && r.capital(i)
        && (r.is(i, Class::GIVEN) || !r.is(i, Class::COMMON | Class::ORG_TAIL | Class::ORG_HEAD))
        && !(last > i && r.is(last, Class::ORG_TAIL | Class::PLACE_TAIL))
        && !r
            .hit_over(i)
            .is_some_and(|hit| r.listed(hit).is_place() && !gives_name(r, i, hit.end as usize, end))
}

/// "General | Petra Lind": a place of that name, but a person's name goes on.
fn gives_name(r: Reader<'_, '_>, i: usize, after: usize, end: usize) -> bool {
    r.is(i, Class::GIVEN) && after < end && r.capital(after) && !r.is(after, Class::COMMON)
}

/// "Martin Aro King Jr." is no king.
fn is_suffix(r: Reader<'_, '_>, i: usize) -> bool {
    atoms!["jr", "sr", "ii", "iii", "iv"].contains(&r.word(i))
}

/// Titles whose "General" is no rank of its own: "Attorney General", "Lieutenant General".
const BEFORE_GENERAL: &[Atom] = atoms![
    "secretary", "attorney", "solicitor", "lieutenant", "brigadier", "major", "consul", "governor",
    "inspector", "auditor", "director", "postmaster", "surgeon", "colonel",
];

/// A phrase cut where one title ends and a rank begins: "Defense Minister | General".
pub(super) fn stacked(r: Reader<'_, '_>, phrase: Range<usize>) -> Vec<Range<usize>> {
    let (mut out, mut from) = (Vec::new(), phrase.start);
    for i in phrase.clone().skip(1) {
        let before = i.saturating_sub(1);
        let rank = r.is(i, Class::TITLE) && look_up(r, i).stacks;
        let office = r.is(before, Class::TITLE) || r.shape_is(before, Shape::Stop);
        let one = r.word(i) == atom!("general") && BEFORE_GENERAL.contains(&r.word(before))
            || r.word(before) == atom!("chief");
        let same = look_up(r, before).stacks && !r.shape_is(before, Shape::Stop) && look_up(r, i).stacks;
        // "Superintendent | Dr.": no part of the office.
        let honorific = look_up(r, i).honorific && !look_up(r, before).honorific;
        if rank && office && !one && (!same || honorific) && i > from {
            out.push(from..i);
            from = i;
        }
    }
    out.push(from..phrase.end);
    out
}

/// "Mr", "Dr": tells no office.
pub(super) fn is_honorific(r: Reader<'_, '_>, phrase: Range<usize>) -> bool {
    let mut titles = phrase.filter(|i| r.is(*i, Class::TITLE));
    titles.all(|i| look_up(r, i).honorific)
}
