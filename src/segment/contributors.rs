//! Contributors: "Reporting by A; Editing by B and C", "Agency writers A in Place and B contributed to this
//! report", "With files from A". Each name is kept with what it did, for whom and from where.

use std::ops::Range;

use super::frame_word::Does;
use super::page::Page;
use super::{Author, credit, name};
use crate::gazetteer::EntityKind;
use crate::lexicon::Class;
use crate::text::{Shape, atom, atoms};

/// A line names at most this many people; the longest of the wires have a dozen.
const MOST_PEOPLE: usize = 40;

/// The people and agencies of a line.
pub(super) fn read(page: &Page<'_>, range: Range<usize>) -> Vec<Author> {
    let mut reader =
        Reader { page, at: range.start, end: range.end, people: Vec::new(), work: None, outlet: None };
    while reader.at < reader.end && reader.people.len() < MOST_PEOPLE {
        let before = reader.at;
        reader.step();
        debug_assert!(reader.at > before, "each step takes a token");
    }
    reader.people
}

struct Reader<'p, 'a> {
    page: &'p Page<'a>,
    at: usize,
    end: usize,
    people: Vec<Author>,
    /// "Additional reporting": what the next names did.
    work: Option<String>,
    /// For whom the next names work.
    outlet: Option<String>,
}

impl Reader<'_, '_> {
    fn step(&mut self) {
        let page = self.page;
        let i = self.at;
        if let Some(by) = self.work_ends(i) {
            self.work = Some(page.written(i..by).to_owned());
            self.outlet = None;
            self.at = by + 1 + usize::from(page.atom(by + 1) == atom!(":"));
        } else if page.any(i..i + 1, atoms!["in", "from"])
            && page.is_capital(i + 1)
            && !self.people.is_empty()
        {
            self.place(i + 1, page.atom(i) == atom!("in"));
        } else if page.is_capital(i) && !page.is(i, Class::ROLE) {
            self.name();
        } else {
            self.at += 1;
        }
    }

    /// "additional reporting by": the word before "by" or "from" is a kind of work.
    fn work_ends(&self, i: usize) -> Option<usize> {
        /// "additional research and reporting".
        const MOST_TOKENS: usize = 5;
        let page = self.page;
        let by = (i + 1..self.end.min(i + 1 + MOST_TOKENS)).find(|k| page.atom(*k) == atom!("by"))?;
        let words = (i..by).all(|k| page.shape(k).is_some_and(Shape::is_word));
        (words && page.does(by - 1, Does::WORK)).then_some(by)
    }

    /// A name, or the outlet of the names that follow: "CNN's", "Associated Press writers".
    fn name(&mut self) {
        let page = self.page;
        let the = usize::from(page.atom(self.at) == atom!("the"));
        let outlet = credit::agency_at(page, self.at, self.end)
            .or_else(|| page.named(self.at + the, self.end, &EntityKind::Outlet));
        if let Some(end) = outlet {
            let owner = page.shape(end) == Some(Shape::Possessive)
                || page.one_of(end, atoms!["'", "’"]) && page.glued(end);
            if owner || page.is(end, Class::ROLE) {
                self.outlet = Some(page.written(self.at..end).to_owned());
                self.at = end + 1;
                return;
            }
        }
        match outlet.or_else(|| name::end(page, self.at + the, self.end)) {
            Some(end) if page.any(end..end + 1, atoms!["newsroom", "bureau", "newsdesk"]) => self.at = end,
            Some(end) if outlet.is_some() || !self.opens_clause(end) => self.add(end),
            _ => self.at += 1,
        }
    }

    /// The first word of the line, alone: "With", "Additional".
    fn opens_clause(&self, end: usize) -> bool {
        let page = self.page;
        let known = Class::GIVEN | Class::SURNAME;
        end == self.at + 1 && (page.is(self.at, Class::COMMON) && !page.is(self.at, known))
    }

    fn add(&mut self, end: usize) {
        let span = self.page.span(self.at..end);
        let mut author = Author::named(span, self.page.text(span));
        author.role.clone_from(&self.work);
        author.affiliation.clone_from(&self.outlet);
        self.people.push(author);
        self.at = end;
    }

    /// The place of the last name; after "from" it may be a person: "files from Ada Holt".
    fn place(&mut self, from: usize, sure: bool) {
        let page = self.page;
        self.at = from;
        let Some(end) = name::end(page, from, self.end) else { return };
        // "With files from Ada Holt": no place.
        let place = sure
            || page.named(from, self.end, &EntityKind::Place) == Some(end)
            || !page.is(from, Class::GIVEN);
        let last = self.people.last_mut().filter(|last| place && last.location.is_none());
        if let Some(last) = last {
            last.location = Some(page.written(from..end).to_owned());
            // "in Augusta, Maine,": the region belongs to it.
            self.at = end;
            self.more_places();
        }
    }

    /// ", Maine, and Lagos": the places that go on from the one before, until somebody is named.
    fn more_places(&mut self) {
        let page = self.page;
        while self.at < self.end {
            let comma = usize::from(page.atom(self.at) == atom!(","));
            let and = usize::from(page.atom(self.at + comma) == atom!("and"));
            let place = page.named(self.at + comma + and, self.end, &EntityKind::Place);
            match place.filter(|end| comma + and > 0 && !page.is_capital(*end)) {
                Some(end) => self.at = end,
                None => break,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::segment::page::tests::with_page;

    /// Name, work, outlet and place of each.
    fn people(text: &str) -> Vec<String> {
        with_page(text, |page| {
            read(page, page.lines[0].tokens.clone())
                .into_iter()
                .map(|a| [Some(a.name), a.role, a.affiliation, a.location].map(Option::unwrap_or_default))
                .map(|cells| cells.join("|"))
                .collect()
        })
    }

    #[test]
    fn names_with_their_work_and_place() {
        for (text, want) in [
            (
                "(Reporting by Ada Holt in Bergen; Editing by Ben Ruud and Carl Osei)",
                &["Ada Holt|Reporting||Bergen", "Ben Ruud|Editing||", "Carl Osei|Editing||"][..],
            ),
            (
                "Reporting by Ada Holt, additional reporting by Ben Ruud, writing by Carl Osei",
                &["Ada Holt|Reporting||", "Ben Ruud|additional reporting||", "Carl Osei|writing||"],
            ),
            (
                "Associated Press writers Ada Holt in Oslo and Ben Ruud in Bergen contributed to this report.",
                &["Ada Holt||Associated Press|Oslo", "Ben Ruud||Associated Press|Bergen"],
            ),
            ("CNN’s Ada Holt contributed to this report.", &["Ada Holt||CNN|"]),
            ("With files from Reuters and Ada Holt", &["Reuters|||", "Ada Holt|||"]),
            ("Holt reported from Oslo and Ruud from Bergen.", &["Holt|||Oslo", "Ruud|||Bergen"]),
            ("Additional reporting by Ada Holt", &["Ada Holt|Additional reporting||"]),
        ] {
            assert_eq!(people(text), want, "{text}");
        }
    }
}
