//! A byline read piece by piece: authors, roles, outlets, places, a time; anything else ends the reading.

use std::ops::Range;

use super::Byline;
use super::lead::lead;
use crate::lexicon::Class;
use crate::segment::page::Page;
use crate::segment::seam::{self, Seam};
use crate::segment::{Author, credit, name, stamp};
use crate::span::Span;
use crate::text::{Shape, atom, atoms};

/// Walks a byline piece by piece.
pub(super) struct Reader<'p, 'a> {
    pub(super) page: &'p Page<'a>,
    pub(super) at: usize,
    pub(super) end: usize,
    byline: Byline,
    /// "Edited by": what the authors that follow did.
    work: Option<&'a str>,
}

impl<'p, 'a> Reader<'p, 'a> {
    pub(super) fn new(page: &'p Page<'a>, range: Range<usize>) -> Self {
        Self { page, at: range.start, end: range.end, byline: Byline::default(), work: None }
    }

    pub(super) fn works(self, work: Option<&'a str>) -> Self {
        Self { work, ..self }
    }

    pub(super) fn read(mut self) -> Option<Byline> {
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
            _ if self.reports_from(i) => {
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
            // "at the Harbour Post", but "at Mill Lane".
            _ if page.one_of(i, atoms!["for", "of"])
                || page.atom(i) == atom!("at") && self.outlet_ahead(i + 1) =>
            {
                self.at += 1;
                self.affiliation()
            }
            _ if page.one_of(i, atoms!["in", "at"]) => {
                self.at += 1;
                self.location()
            }
            Shape::Title | Shape::Upper | Shape::Mixed => self.after_mark(false),
            _ => self.role(),
        }
    }

    /// "Ada Holt, reporting from Port Orla".
    fn reports_from(&self, i: usize) -> bool {
        let place = self.page.any(i + 1..i + 2, atoms!["from", "in"]);
        place && self.page.atom(i) == atom!("reporting")
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
        // "Ada Holt | aholt@harbourpost.example".
        if page.atom(i + 1) == atom!("@") && page.glued(i + 1) && page.glued(i + 2) {
            self.at = i + 1;
            self.handle();
            return Some(());
        }
        // "Ada Holt (now) and Ben Ruud (earlier)": who wrote a live text when.
        if page.one_of(i, atoms!["now", "earlier", "later"]) && page.shape(i + 1) == Some(Shape::Close) {
            self.at = i + 2;
            return Some(());
        }
        if page.is(i, Class::MONTH | Class::WEEKDAY | Class::STAMP_LEAD)
            || page.shape(i) == Some(Shape::Number)
        {
            return self.moment();
        }
        // The next piece, which it opens.
        if page.one_of(i, atoms!["and", "for", "in"]) || self.reports_from(i) {
            return Some(());
        }
        if self.place_ahead() {
            return self.location();
        }
        if self.role_ahead() {
            return self.role();
        }
        // "Ada Holt, University of Port Orla".
        let body = page.is(i, Class::ORG_HEAD) && page.atom(i + 1) == atom!("of");
        // "Ada Holt, Harbour Valley Courier".
        let paper =
            name::end(page, i, self.end).is_some_and(|end| end > i + 1 && page.is(end - 1, Class::MEDIA));
        let paper = paper && !page.is(i, Class::GIVEN_F | Class::GIVEN_M);
        let outlet = body || paper || bar && !page.is(i, Class::GIVEN_F | Class::GIVEN_M);
        if outlet || credit::agency_at(page, i, self.end).is_some() || page.atom(i) == atom!("the") {
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
        let outlet = credit::agency_at(page, self.at, self.end)
            .filter(|end| page.shape(*end) == Some(Shape::Possessive) && page.is_capital(end + 1));
        let Some(end) = outlet else { return self.name() };
        let outlet = page.written(self.at..end).to_owned();
        self.at = end + 1;
        self.name()?;
        self.byline.authors.last_mut()?.affiliation.get_or_insert(outlet);
        Some(())
    }

    fn name(&mut self) -> Option<()> {
        let page = self.page;
        let agency = credit::agency_at(page, self.at, self.end);
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
        // "AP Sports Writer": the outlet, and the role there.
        let outlet = credit::agency_at(page, from, end).filter(|outlet| *outlet < end);
        let written = page.written(outlet.unwrap_or(from)..end).to_owned();
        if let Some(author) = self.byline.authors.last_mut() {
            author.role.get_or_insert(written);
            if let Some(outlet) = outlet {
                author.affiliation.get_or_insert_with(|| page.written(from..outlet).to_owned());
            }
        }
        Some(())
    }

    fn affiliation(&mut self) -> Option<()> {
        let page = self.page;
        let the = usize::from(page.atom(self.at) == atom!("the"));
        let agency = credit::agency_at(page, self.at, self.end);
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
