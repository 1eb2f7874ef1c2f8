//! Bylines: who wrote the article, in what role, for whom, from where.
//!
//! "By A, B and C", "By A, Political Editor", "By A - Agency - Friday, May 3, 2024", "Words by A for
//! Outlet", "By A in Lagos". The whole line must be made of such pieces: a sentence that begins with
//! "By" is none.

use std::ops::Range;

use super::page::Page;
use super::seam::{self, Seam};
use super::{Author, Stamp, name, stamp};
use crate::gazetteer::EntityKind;
use crate::lexicon::Class;
use crate::span::Span;
use crate::text::{Atom, Shape, atom, atoms};

/// The longest byline, in words: four authors with roles and a date have about 25.
const MOST_WORDS: usize = 30;

/// What a byline says.
#[derive(Debug, Default)]
pub(super) struct Byline {
    pub(super) authors: Vec<Author>,
    pub(super) stamps: Vec<Stamp>,
}

/// Reads the line of `range` as a byline with its "By".
pub(super) fn read(page: &Page<'_>, range: Range<usize>, words: usize) -> Option<Byline> {
    if words > MOST_WORDS {
        return None;
    }
    let lead = lead(page, &range, false)?;
    Reader::new(page, lead.after..range.end).works(lead.work).read()
}

/// Reads a line below a byline: "Photographs by Ada Holt".
pub(super) fn read_pictures(page: &Page<'_>, range: Range<usize>) -> Option<Byline> {
    let lead = lead(page, &range, true)?;
    Reader::new(page, lead.after..range.end).works(lead.work).read()
}

/// Reads a line of names without "By", for places where only a byline can stand.
pub(super) fn read_bare(page: &Page<'_>, range: Range<usize>) -> Option<Byline> {
    Reader::new(page, range).read()
}

/// What opens a byline: the work, if it is named, and the token after it.
#[derive(Clone, Copy, Debug)]
struct Lead<'a> {
    work: Option<&'a str>,
    after: usize,
}

/// "By", "Words by", "Written by:", "Exclusive by", "Words and pictures by". Only behind a first author do
/// pictures alone open a byline: else "Photos by" is a credit.
fn lead<'a>(page: &Page<'a>, range: &Range<usize>, pictures: bool) -> Option<Lead<'a>> {
    /// Works that say no more than "by" does.
    const PLAIN: &[Atom] = atoms!["article", "exclusive", "posted", "written"];
    let first = range.start;
    let work = work(page, first, pictures);
    let by = work.map_or(first, |end| end + usize::from(page.atom(end) == atom!(":")));
    let after = by + 1 + usize::from(page.atom(by + 1) == atom!(":"));
    let from = page.atom(first) == atom!("from") && sent_from(page, range);
    let told = work.filter(|_| !page.one_of(first, PLAIN)).map(|end| page.written(first..end));
    ((page.atom(by) == atom!("by") || from) && after < range.end).then_some(Lead { work: told, after })
}

/// The end of the works named at token `at`: "Story", "Words and pictures".
fn work(page: &Page<'_>, at: usize, pictures: bool) -> Option<usize> {
    const TEXTS: &[Atom] = atoms![
        "analysis", "article", "compiled", "curated", "edited", "exclusive", "feature", "interview",
        "opinion", "posted", "produced", "report", "reported", "reporting", "review", "reviewed", "story",
        "text", "words", "writing", "written"
    ];
    const PICTURES: &[Atom] = atoms![
        "design", "graphic", "graphics", "illustration", "illustrations", "images", "photo", "photographed",
        "photographs", "photography", "photos", "pictures", "video", "videos", "visuals"
    ];
    let text = page.one_of(at, TEXTS);
    let mut end = (text || pictures && page.one_of(at, PICTURES)).then_some(at + 1)?;
    while page.one_of(end, atoms!["and", "&", ","])
        && (page.any(end + 1..end + 2, PICTURES) || page.one_of(end + 1, TEXTS))
    {
        end += 2;
    }
    Some(end)
}

/// "From Ada Holt in Nairobi", "From CNN's Ada Holt": only with a given name and a place, or behind an
/// agency, is it a byline.
fn sent_from(page: &Page<'_>, range: &Range<usize>) -> bool {
    let agency = super::credit::agency_at(page, range.start + 1, range.end);
    if agency.is_some_and(|end| page.shape(end) == Some(Shape::Possessive) && page.is_capital(end + 1)) {
        return true;
    }
    let given = page.is(range.start + 1, Class::GIVEN) && page.is_capital(range.start + 1);
    given && page.any(range.clone(), atoms!["in"])
}

/// Walks a byline piece by piece.
struct Reader<'p, 'a> {
    page: &'p Page<'a>,
    at: usize,
    end: usize,
    byline: Byline,
    /// "Edited by": what the authors that follow did.
    work: Option<&'a str>,
}

impl<'p, 'a> Reader<'p, 'a> {
    fn new(page: &'p Page<'a>, range: Range<usize>) -> Self {
        Self { page, at: range.start, end: range.end, byline: Byline::default(), work: None }
    }

    fn works(self, work: Option<&'a str>) -> Self {
        Self { work, ..self }
    }

    fn read(mut self) -> Option<Byline> {
        self.author()?;
        while self.at < self.end {
            let before = self.at;
            self.piece()?;
            debug_assert!(self.at > before, "each piece takes a token");
        }
        Some(self.byline)
    }

    /// One piece after the first author, with the mark or word that opens it.
    fn piece(&mut self) -> Option<()> {
        let page = self.page;
        let i = self.at;
        if page.is(i, Class::MONTH | Class::WEEKDAY | Class::STAMP_LEAD)
            || page.shape(i) == Some(Shape::Number)
        {
            return self.moment();
        }
        match page.shape(i)? {
            _ if page.atom(i) == atom!("@") => {
                self.handle();
                Some(())
            }
            Shape::Comma
            | Shape::Semicolon
            | Shape::Dash
            | Shape::Hyphen
            | Shape::Symbol
            | Shape::Open
            | Shape::Close => {
                self.at += 1;
                self.after_mark(page.one_of(i, atoms!["|", "-", "–", "—", "•", "·", "/"]))
            }
            _ if page.atom(i) == atom!("reporting") && page.any(i + 1..i + 2, atoms!["from", "in"]) => {
                self.at += 2;
                self.location()
            }
            Shape::Stop if i + 1 == self.end => {
                self.at += 1;
                Some(())
            }
            _ if page.atom(i) == atom!("and") || page.atom(i) == atom!("with") => {
                self.at += 1;
                self.author_or_agencies()
            }
            _ if page.atom(i) == atom!("for")
                || page.atom(i) == atom!("of")
                || page.atom(i) == atom!("at") =>
            {
                self.at += 1;
                self.affiliation()
            }
            _ if page.atom(i) == atom!("in") => {
                self.at += 1;
                self.location()
            }
            Shape::Title | Shape::Upper | Shape::Mixed => self.after_mark(false),
            _ => self.role(),
        }
    }

    /// "@adaholt", "@in/ada-holt-12345": past the address.
    fn handle(&mut self) {
        let glued = |i: &usize| self.page.glued(*i) || self.page.atom(*i - 1) == atom!("@");
        self.at += 1 + (self.at + 1..self.end).take_while(glued).count();
    }

    /// After a comma or bar: a role, another author, an outlet, a time. A bar or dash parts the author from
    /// the outlet, unless a given name follows.
    fn after_mark(&mut self, bar: bool) -> Option<()> {
        let page = self.page;
        let i = self.at;
        if i >= self.end || !page.shape(i)?.is_word() {
            return Some(());
        }
        if self.other_work() {
            return self.author();
        }
        if page.is(i, Class::MONTH | Class::WEEKDAY | Class::STAMP_LEAD)
            || page.shape(i) == Some(Shape::Number)
        {
            return self.moment();
        }
        if page.any(i..i + 1, atoms!["and", "for", "in", "reporting"]) {
            return self.piece();
        }
        if self.place_ahead() {
            return self.location();
        }
        if self.role_ahead() {
            return self.role();
        }
        let outlet = bar && !page.is(i, Class::GIVEN_F | Class::GIVEN_M);
        if outlet || super::credit::agency_at(page, i, self.end).is_some() || page.atom(i) == atom!("the") {
            return self.affiliation();
        }
        self.author()
    }

    /// ", photos by Ben Ruud": others did other work.
    fn other_work(&mut self) -> bool {
        let lead = lead(self.page, &(self.at..self.end), true).filter(|lead| lead.work.is_some());
        if let Some(lead) = lead {
            (self.work, self.at) = (lead.work, lead.after);
        }
        lead.is_some()
    }

    fn author_or_agencies(&mut self) -> Option<()> {
        if self.other_work() {
            return self.author();
        }
        let word = self.page.str(self.at);
        if ["agencies", "wires", "staff", "agency"].iter().any(|w| word.eq_ignore_ascii_case(w)) {
            self.at += 1;
            return Some(());
        }
        // "By Ada Holt and News Agencies".
        if self.page.any(self.at + 1..self.at + 2, atoms!["agencies", "wires"]) {
            self.at += 2;
            return Some(());
        }
        self.author()
    }

    /// "Ada Holt", "CNN's Ada Holt", "science reporter Ada Holt".
    fn author(&mut self) -> Option<()> {
        let page = self.page;
        if let Some(name) = self.role_first() {
            let role = page.written(self.at..name).to_owned();
            self.at = name;
            self.name()?;
            self.byline.authors.last_mut()?.role = Some(role);
            return Some(());
        }
        let outlet = super::credit::agency_at(page, self.at, self.end)
            .filter(|end| page.shape(*end) == Some(Shape::Possessive) && page.is_capital(end + 1));
        let Some(end) = outlet else { return self.name() };
        let outlet = page.written(self.at..end).to_owned();
        self.at = end + 1;
        self.name()?;
        self.byline.authors.last_mut()?.affiliation.get_or_insert(outlet);
        Some(())
    }

    /// The name behind a role: "science reporter Ada Holt", "Chief Political Correspondent Ada Holt".
    fn role_first(&self) -> Option<usize> {
        /// "Senior home affairs correspondent".
        const ROLE_WORDS: usize = 5;
        let page = self.page;
        let word = |i: &usize| page.shape(*i).is_some_and(Shape::is_word) && !page.is(*i, Class::GIVEN);
        let end = self.end.min(self.at + ROLE_WORDS);
        let role = (self.at..end).take_while(word).find(|i| page.is(*i, Class::ROLE))?;
        let name = role + 1;
        let follows = page.is_capital(name) && page.is(name, Class::GIVEN) && name < self.end;
        follows.then_some(name)
    }

    fn name(&mut self) -> Option<()> {
        let page = self.page;
        let agency = super::credit::agency_at(page, self.at, self.end);
        let the = usize::from(page.atom(self.at) == atom!("the"));
        let end = match agency {
            Some(end) => end,
            None => self.before_outlet(name::end(page, self.at + the, self.end)?),
        };
        if agency.is_none() {
            if let Some(seam) = (self.at..end).find_map(|i| seam::role(page, i)) {
                return self.glued_role(seam);
            }
        }
        let end = if agency.is_none() { self.before_role(end) } else { end };
        let span = page.span(self.at..end);
        let glue = stamp::glue(page, end.saturating_sub(1)).map(|glue| glue.at);
        self.add(Span::new(span.start, glue.unwrap_or(span.end)));
        // A glued month opens the time, so it is read again as one.
        match glue {
            Some(_) => {
                self.at = end.saturating_sub(1);
                self.moment()
            }
            None => {
                self.at = end;
                Some(())
            }
        }
    }

    fn add(&mut self, span: Span) {
        let mut author = Author::named(span, self.page.text(span));
        author.role = self.work.map(str::to_owned);
        self.byline.authors.push(author);
    }

    /// "Ada HoltNews Reporter", "Ada HoltBBC News": a role or outlet glued to the name.
    fn glued_role(&mut self, seam: Seam) -> Option<()> {
        let page = self.page;
        self.add(Span::new(page.span(self.at..seam.token + 1).start, seam.at));
        self.at = seam.token + 1;
        let mut end = self.at;
        for i in seam.token + 1..self.end {
            let part =
                if seam.outlet { page.is_capital(i) } else { page.shape(i).is_some_and(Shape::is_word) };
            if !part || page.is(i, Class::MONTH | Class::WEEKDAY | Class::STAMP_LEAD) {
                break;
            }
            end = i + 1;
            if page.is(i, Class::ROLE) {
                break;
            }
        }
        let written = page.text(Span::new(seam.at, page.span(seam.token..end).end)).to_owned();
        self.at = end;
        let author = self.byline.authors.last_mut()?;
        let slot = if seam.outlet { &mut author.affiliation } else { &mut author.role };
        slot.get_or_insert(written);
        Some(())
    }

    /// "Ada Holt Fox News": the name ends where a known outlet begins.
    fn before_outlet(&self, end: usize) -> usize {
        /// A name before an outlet has at least two words.
        const NAME: usize = 2;
        let page = self.page;
        let outlet = |i: &usize| {
            super::credit::agency_at(page, *i, self.end).is_some()
                || page.named(*i, self.end, &EntityKind::Outlet).is_some()
        };
        (self.at + NAME..end).find(outlet).unwrap_or(end)
    }

    /// A listed place that ends the line or stands before a mark: "…, BBC News, Lagos".
    fn place_ahead(&self) -> bool {
        let page = self.page;
        let place = page.named(self.at, self.end, &EntityKind::Place);
        let whole = |end: usize| end == self.end || !page.shape(end).is_some_and(Shape::is_word);
        !page.is(self.at, Class::GIVEN) && place.is_some_and(whole)
    }

    /// Where the name ends before a role that follows without a mark: "Ada Holt Environment correspondent".
    fn before_role(&self, end: usize) -> usize {
        /// A name before a role has at least two words.
        const NAME: usize = 2;
        let page = self.page;
        /// "Senior health policy editor": words of a role behind the capitals.
        const BEHIND: usize = 4;
        let limit = self.end.min(end + BEHIND);
        let word = |i: &usize| page.shape(*i).is_some_and(Shape::is_word) && !page.starts_line(*i);
        let role =
            (self.at + NAME..limit).take_while(|i| *i < end || word(i)).find(|i| page.is(*i, Class::ROLE));
        let Some(first) = role.map(|role| role.min(end)) else { return end };
        // "Young" may be a name; before a small word it belongs to the role: "Health policy editor".
        let named = |i: usize| page.is(i, Class::SURNAME) && page.shape(i + 1) != Some(Shape::Lower);
        let modifier = |i: usize| page.is(i, Class::COMMON | Class::ROLE) && !named(i);
        (self.at + NAME..=first).rev().find(|i| *i == self.at + NAME || !modifier(i - 1)).unwrap_or(end)
    }

    /// A role word stands before the next mark.
    fn role_ahead(&self) -> bool {
        (self.at..self.end)
            .take_while(|i| {
                self.page.shape(*i).is_some_and(Shape::is_word) && self.page.atom(*i) != atom!("and")
            })
            .any(|i| self.page.is(i, Class::ROLE))
    }

    /// "Political Editor", "News Reporter in Leeds", "Sports Writer".
    fn role(&mut self) -> Option<()> {
        let page = self.page;
        let from = self.at;
        let mut i = from;
        let mut role = None;
        while i < self.end
            && page.shape(i).is_some_and(|s| s.is_word() || (s == Shape::Hyphen && page.glued(i)))
        {
            if page.is(i, Class::ROLE) {
                role = Some(i + 1);
            } else if page.is(i, Class::AUXILIARY) {
                return None;
            } else if role.is_some() || page.is(i, Class::MONTH | Class::WEEKDAY) {
                break;
            }
            i += 1;
        }
        let end = role?;
        self.at = end;
        let written = page.written(from..end).to_owned();
        if let Some(author) = self.byline.authors.last_mut() {
            author.role.get_or_insert(written);
        }
        Some(())
    }

    fn affiliation(&mut self) -> Option<()> {
        let page = self.page;
        let the = usize::from(page.atom(self.at) == atom!("the"));
        let agency = super::credit::agency_at(page, self.at, self.end);
        // "BBC Wales": the desk of an outlet bears its name.
        let desk = agency.map(|end| self.desk(end));
        let end = desk.or_else(|| name::end(page, self.at + the, self.end))?;
        let written = page.written(self.at..end).to_owned();
        self.at = end;
        for author in &mut self.byline.authors {
            author.affiliation.get_or_insert_with(|| written.clone());
        }
        Some(())
    }

    /// The end of the capitals behind an outlet's name, on its line.
    fn desk(&self, from: usize) -> usize {
        let page = self.page;
        let more = |i: &usize| {
            page.is_capital(*i) && !page.starts_line(*i) && !page.is(*i, Class::STAMP_LEAD | Class::MONTH)
        };
        (from..self.end).take_while(more).last().map_or(from, |last| last + 1)
    }

    fn location(&mut self) -> Option<()> {
        let page = self.page;
        let end = name::end(page, self.at, self.end)?;
        let written = page.written(self.at..end).to_owned();
        self.at = end;
        if let Some(author) = self.byline.authors.last_mut() {
            author.location.get_or_insert(written);
        }
        Some(())
    }

    /// A time: the rest of the line must be one.
    fn moment(&mut self) -> Option<()> {
        let reading = stamp::read(self.page, self.at..self.end);
        if reading.strange > 1 || !(reading.tells() || reading.year) {
            return None;
        }
        self.byline.stamps = stamp::stamps(self.page, self.at..self.end);
        self.at = self.end;
        Some(())
    }
}
