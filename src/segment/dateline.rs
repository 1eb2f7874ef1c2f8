//! Datelines: "PORT LOUIS, Mauritius, May 3 (Reuters) —" at the start of a paragraph.
//!
//! `PLACE[, REGION][, MONTH DAY[, YEAR]][ (AGENCY)] SEPARATOR`. An agency or a date makes a dateline of
//! any capitalised place; without them the place must be in capitals or known, or it is a label
//! ("WATCH:").

use std::ops::Range;

use super::page::Page;
use super::{Dateline, credit};
use crate::gazetteer::EntityKind;
use crate::lexicon::Class;
use crate::text::{Gap, Shape, atom, atoms};

/// The longest dateline in tokens: two places with regions, a date and an agency have 22.
const MOST_TOKENS: usize = 26;

/// Words in a place name: "SANTA CRUZ DE TENERIFE", "ST. GEORGE'S".
const MOST_WORDS: usize = 4;

/// A dateline, the tokens it takes and how sure it is.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) dateline: Dateline,
    pub(super) end: usize,
    pub(super) percent: u8,
}

/// Reads the dateline at the start of `range`.
pub(super) fn read(page: &Page<'_>, range: Range<usize>) -> Option<Found> {
    let limit = range.end.min(range.start + MOST_TOKENS);
    let mut reader =
        Reader { page, at: range.start, limit, first: 0..0, more: Vec::new(), known: false, shouted: true };
    if let Some(found) = reader.agency_alone(&range) {
        return Some(found);
    }
    if !page.is_capital(range.start) {
        return None;
    }
    if page.is(range.start, Class::MONTH) {
        if let Some(found) = reader.day_and_agency() {
            return Some(found);
        }
    }
    reader.places()?;
    if reader.tells() {
        return None;
    }
    let date = reader.date();
    let agency = reader.agency();
    let date = date.or_else(|| reader.date());
    let separator = reader.separator(agency.is_none() && date.is_none());
    // "FLOODS (URGENT)": without a mark after it, only a known agency makes a dateline.
    let sure = agency.as_ref().is_some_and(|a| credit::agency_at(page, a.start, a.end).is_some());
    let agency_counts = agency.is_some() && (sure || separator != Separator::None || date.is_some());
    // "SOCCER - ROVERS HELD AT HOME": a headline in capitals.
    if agency.is_none() && date.is_none() && reader.shouts_on(range.end) {
        return None;
    }
    let percent = reader.percent(date.is_some(), agency_counts, separator)?;
    let dateline = Dateline {
        span: page.span(range.start..reader.at),
        places: std::iter::once(reader.first).chain(reader.more).map(|place| page.span(place)).collect(),
        agency: agency.map(|agency| page.span(agency)),
        date: date.map(|date| page.span(date)),
    };
    Some(Found { dateline, end: reader.at, percent })
}

/// What parts the dateline from the sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Separator {
    None,
    Dash,
    Colon,
    /// "Dar es Salaam. The council …": a known place and a full stop.
    Stop,
}

struct Reader<'p, 'a> {
    page: &'p Page<'a>,
    at: usize,
    limit: usize,
    /// The first place: most lines that begin with a capital have one, and then no dateline.
    first: Range<usize>,
    /// The places after it.
    more: Vec<Range<usize>>,
    /// The first place is a listed one.
    known: bool,
    /// The first place is in capitals.
    shouted: bool,
}

impl Reader<'_, '_> {
    /// "(Reuters) -", "(CNN) The", "CNN —": an agency without a place.
    fn agency_alone(&mut self, range: &Range<usize>) -> Option<Found> {
        let page = self.page;
        let first = range.start;
        let agency = match page.shape(first)? {
            Shape::Open => self.agency()?,
            _ => first..credit::agency_at(page, first, self.limit)?,
        };
        let bracketed = agency.start > first;
        if !bracketed {
            self.at = agency.end;
        }
        let known = credit::agency_at(page, agency.start, agency.end) == Some(agency.end);
        let separator = self.separator(false);
        let percent = match separator {
            Separator::Dash => 90,
            Separator::None if bracketed && known && self.at < range.end => 75,
            _ => {
                self.at = first;
                return None;
            }
        };
        let (span, agency) = (page.span(first..self.at), Some(page.span(agency)));
        let dateline = Dateline { span, places: Vec::new(), agency, date: None };
        Some(Found { dateline, end: self.at, percent })
    }

    /// "May 3 (Reuters) -": the day and the agency of a story that is filed from no place.
    fn day_and_agency(&mut self) -> Option<Found> {
        let (page, first) = (self.page, self.at);
        let date = self.date();
        let agency = self.agency().filter(|a| credit::agency_at(page, a.start, a.end) == Some(a.end));
        if date.is_none() || agency.is_none() || self.separator(false) != Separator::Dash {
            self.at = first;
            return None;
        }
        let [date, agency] = [date, agency].map(|found| found.map(|tokens| page.span(tokens)));
        let dateline = Dateline { span: page.span(first..self.at), places: Vec::new(), agency, date };
        Some(Found { dateline, end: self.at, percent: 92 })
    }

    /// "PARIS/BERLIN", "BANGOR, Maine", "NAIROBI and KAMPALA".
    fn places(&mut self) -> Option<()> {
        self.place(true)?;
        while self.at < self.limit {
            let i = self.at;
            let more = match self.page.str(i) {
                "/" | "," | "and" | "AND" | "&" | "[" | "(" => i + 1,
                _ => break,
            };
            let bracketed = self.page.one_of(i, atoms!["[", "("]);
            let inner = self.page.atom(i) == atom!("[") || self.names_country(i);
            if bracketed && !(inner && self.page.is_capital(more)) {
                break;
            }
            if self.page.is(more, Class::MONTH | Class::WEEKDAY) {
                break;
            }
            self.at = more;
            if self.place(false).is_none() {
                self.at = i;
                break;
            }
            self.at += usize::from(bracketed && self.page.one_of(self.at, atoms!["]", ")"]));
        }
        Some(())
    }

    /// "Harbour officials …": a small word follows, as at the head of most paragraphs, and no date or agency.
    fn tells(&self) -> bool {
        self.page.shape(self.at) == Some(Shape::Lower)
            && !self.page.is(self.at, Class::MONTH | Class::WEEKDAY | Class::AGENCY)
    }

    /// "Goma | (DR Congo) (AFP)", "Santa Ana (El Salvador) |, 3 May (AFP)": a place in brackets, and what else makes a dateline.
    fn names_country(&self, open: usize) -> bool {
        let page = self.page;
        let close = page.named(open + 1, self.limit, &EntityKind::Place);
        let close = close.filter(|close| page.shape(*close) == Some(Shape::Close));
        close.is_some_and(|close| matches!(page.shape(close + 1), Some(Shape::Open | Shape::Comma)))
    }

    fn place(&mut self, first: bool) -> Option<()> {
        let page = self.page;
        let from = self.at;
        let listed = page.named(from, self.limit, &EntityKind::Place);
        let mut end = listed.unwrap_or(from);
        let mut words = 0;
        let mut i = from;
        while i < self.limit && words < MOST_WORDS {
            let inner = i > from
                && page.glued(i)
                && matches!(page.shape(i), Some(Shape::Hyphen | Shape::Apostrophe | Shape::Possessive));
            let stop = i > from && page.atom(i) == atom!(".") && page.glued(i) && page.str(i - 1).len() <= 5;
            let small = i > from && page.is(i, Class::PARTICLE) && page.shape(i) == Some(Shape::Lower);
            if i > from && (page.starts_line(i) || credit::agency_at(page, i, self.limit).is_some()) {
                break;
            } else if page.is_capital(i) {
                words += 1;
                end = i + 1;
            } else if stop {
                end = i + 1;
            } else if !(inner || small) {
                break;
            }
            i += 1;
        }
        let pronoun = end == from + 1 && page.is(from, Class::PRONOUN | Class::DETERMINER);
        if end == from || pronoun || self.is_label(from, first) {
            return None;
        }
        self.at = end.max(listed.unwrap_or(0));
        if first {
            self.first = from..self.at;
            self.known = listed == Some(self.at);
            self.shouted = (from..self.at)
                .all(|k| page.shape(k) != Some(Shape::Title) && page.shape(k) != Some(Shape::Lower));
        } else {
            self.more.push(from..self.at);
        }
        Some(())
    }

    fn is_label(&self, at: usize, first: bool) -> bool {
        first && self.page.is(at, Class::LABEL)
    }

    /// ", Sept. 3", ", 3 September 2024", "Mon,".
    fn date(&mut self) -> Option<Range<usize>> {
        let page = self.page;
        let mut i = self.at + usize::from(page.atom(self.at) == atom!(","));
        if page.is(i, Class::WEEKDAY) {
            i += 1 + usize::from(page.atom(i + 1) == atom!(","));
        }
        let from = i;
        if let Some(end) = self.iso_day(i) {
            self.at = end;
            return Some(from..end);
        }
        let (mut month, mut number) = (false, false);
        while i < self.limit {
            match page.shape(i) {
                Some(Shape::Number | Shape::Alnum) => number = true,
                _ if page.is(i, Class::MONTH) => month = true,
                Some(Shape::Stop) if page.glued(i) && month => {}
                Some(Shape::Comma) if number && page.shape(i + 1) == Some(Shape::Number) => {}
                _ => break,
            }
            i += 1;
        }
        if !(month && number) {
            return None;
        }
        self.at = i;
        Some(from..i)
    }

    /// "1996-11-30".
    fn iso_day(&self, i: usize) -> Option<usize> {
        let page = self.page;
        let number = |k: usize, digits: usize| {
            page.shape(k) == Some(Shape::Number) && page.str(k).len() == digits && (k == i || page.glued(k))
        };
        let hyphen = |k: usize| page.shape(k) == Some(Shape::Hyphen) && page.glued(k);
        let day = number(i, 4) && hyphen(i + 1) && number(i + 2, 2) && hyphen(i + 3) && number(i + 4, 2);
        (day && i + 5 <= self.limit).then_some(i + 5)
    }

    /// "(AP)", "(Reuters)", "(Lagos Courier)".
    fn agency(&mut self) -> Option<Range<usize>> {
        let page = self.page;
        let open = self.at + usize::from(page.atom(self.at) == atom!(","));
        if page.atom(open) == atom!("/") {
            // "/PRNewswire/ --".
            let close = (open + 1..self.limit).take(4).find(|i| page.atom(*i) == atom!("/"))?;
            self.at = close + 1;
            return (close > open + 1 && page.is_capital(open + 1)).then_some(open + 1..close);
        }
        if page.shape(open) != Some(Shape::Open) {
            // "Hong Kong CNN —".
            let end = credit::agency_at(page, self.at, self.limit)
                .filter(|end| page.shape(*end) == Some(Shape::Dash))?;
            return Some(std::mem::replace(&mut self.at, end)..end);
        }
        let close = (open + 1..self.limit).take(7).find(|i| page.shape(*i) == Some(Shape::Close))?;
        let inside = open + 1..close;
        let capital = inside.clone().any(|i| page.is_capital(i))
            && inside.clone().all(|i| page.shape(i) != Some(Shape::Number));
        let known = credit::agency_at(page, inside.start, close).is_some()
            || page.named(inside.start, close, &EntityKind::Outlet).is_some();
        if !(known || (capital && inside.len() <= 4)) {
            return None;
        }
        self.at = close + 1;
        Some(inside)
    }

    /// The mark after place, date and agency; a full stop only after a bare place.
    fn separator(&mut self, bare: bool) -> Separator {
        let page = self.page;
        let i = self.at
            + usize::from(page.atom(self.at) == atom!(".") && page.shape(self.at + 1) == Some(Shape::Dash));
        let found = match page.shape(i) {
            _ if i >= self.limit => return Separator::None,
            Some(Shape::Dash) => Separator::Dash,
            Some(Shape::Hyphen) if page.tokens.get(i).is_some_and(|t| t.gap != Gap::None) => Separator::Dash,
            Some(Shape::Symbol) if page.one_of(i, atoms!["_", "|", "•"]) => Separator::Dash,
            Some(Shape::Colon) => Separator::Colon,
            Some(Shape::Stop) if bare && page.atom(i) == atom!(".") => Separator::Stop,
            _ => return Separator::None,
        };
        self.at = i + 1;
        found
    }

    fn percent(&self, date: bool, agency: bool, separator: Separator) -> Option<u8> {
        let place = self.known || self.shouted;
        match separator {
            // "SUVA 1996-11-30", on a line of its own.
            Separator::None if date && self.shouted && self.ends_line() => Some(80),
            Separator::None => (agency && place && (date || self.shouted)).then_some(85),
            _ if agency => Some(if place || date { 99 } else { 80 }),
            _ if date && place => Some(98),
            Separator::Dash if date => Some(70),
            Separator::Dash if self.known && self.shouted => Some(97),
            Separator::Dash if self.shouted => Some(85),
            Separator::Dash if self.known => Some(70),
            Separator::Colon if self.known => Some(if self.shouted { 95 } else { 80 }),
            Separator::Colon if self.shouted && (!self.more.is_empty() || self.unknown_town()) => Some(65),
            Separator::Stop if self.known && self.opens_sentence() => Some(60),
            _ => None,
        }
    }

    /// Only capitals follow, two words at least.
    fn shouts_on(&self, end: usize) -> bool {
        /// What comes later is no part of a headline.
        const SEEN: usize = 40;
        let mut words = 0;
        for i in self.at..end.min(self.at + SEEN) {
            match self.page.shape(i) {
                Some(Shape::Upper) => words += 1,
                Some(Shape::Title | Shape::Lower | Shape::Mixed | Shape::Camel) => return false,
                _ => {}
            }
        }
        words >= 2
    }

    /// The line ends with the dateline.
    fn ends_line(&self) -> bool {
        self.at == self.limit || self.page.starts_line(self.at)
    }

    /// "KOTA LINDA:": in capitals, and no word of it is a common one, a given name or a listed body's.
    fn unknown_town(&self) -> bool {
        let page = self.page;
        let place = &self.first;
        let word =
            |i: usize| page.str(i).len() >= 4 && !page.is(i, Class::COMMON | Class::GIVEN | Class::ROLE);
        let body = page.named(place.start, place.end, &EntityKind::Organization).is_some();
        !body && place.clone().all(word)
    }

    /// A sentence of small words follows, not another name.
    fn opens_sentence(&self) -> bool {
        let page = self.page;
        let rest = self.at..self.limit;
        rest.len() >= 6
            && page.is_capital(self.at)
            && page.named(self.at, self.limit, &EntityKind::Place).is_none()
            && rest.filter(|i| page.shape(*i) == Some(Shape::Lower)).count() >= 4
    }
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::segment::page::tests::with_page;

    #[test]
    fn labels_and_sentences_are_no_datelines() {
        for text in [
            "WATCH: Crews clear the harbour",
            "EXCLUSIVE — The mayor has resigned.",
            "Officials said: we know.",
            "NATO said on Monday that it would stay.",
            "The mayor (Labour) — who is ill — resigned.",
            "Ada Holt, May 3: a diary",
            "I — a pilot — said no.",
            "BREAKING NEWS: The mayor has resigned.",
            "ADA HOLT: The case for a new harbour",
            "(The mayor) left.",
        ] {
            assert!(with_page(text, |page| read(page, page.lines[0].tokens.clone())).is_none(), "{text}");
        }
    }
}
