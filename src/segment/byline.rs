//! Bylines: who wrote the article, in what role, for whom, from where.
//!
//! "By A, B and C", "By A, Political Editor", "By A - Agency - Friday, May 3, 2024", "Words by A for
//! Outlet", "By A in Lagos". The whole line must be made of such pieces: a sentence that begins with
//! "By" is none.

use std::ops::Range;

use super::page::Page;
use super::{Author, Stamp, name, stamp};
use crate::lexicon::Class;
use crate::span::Span;
use crate::text::Shape;

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
    let from = after_lead(page, &range)?;
    Reader { page, at: from, end: range.end, byline: Byline::default() }.read()
}

/// Reads a line of names without "By", for places where only a byline can stand.
pub(super) fn read_bare(page: &Page<'_>, range: Range<usize>) -> Option<Byline> {
    Reader { page, at: range.start, end: range.end, byline: Byline::default() }.read()
}

/// The token after "By", "Words by", "Written by:".
fn after_lead(page: &Page<'_>, range: &Range<usize>) -> Option<usize> {
    const LEADS: &[&str] = &["words", "written", "story", "report", "reported", "text", "article", "posted"];
    let first = range.start;
    let by = first + usize::from(LEADS.iter().any(|lead| page.tokens.is(first, lead)));
    let after = by + 1 + usize::from(page.str(by + 1) == ":");
    (page.tokens.is(by, "by") && after < range.end).then_some(after)
}

/// Walks a byline piece by piece.
struct Reader<'p, 'a> {
    page: &'p Page<'a>,
    at: usize,
    end: usize,
    byline: Byline,
}

impl Reader<'_, '_> {
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
            Shape::Comma
            | Shape::Semicolon
            | Shape::Dash
            | Shape::Hyphen
            | Shape::Symbol
            | Shape::Open
            | Shape::Close => {
                self.at += 1;
                self.after_mark(matches!(page.str(i), "|" | "-" | "–" | "—" | "•" | "/"))
            }
            Shape::Stop if i + 1 == self.end => {
                self.at += 1;
                Some(())
            }
            _ if page.tokens.is(i, "and") || page.tokens.is(i, "with") => {
                self.at += 1;
                self.author_or_agencies()
            }
            _ if page.tokens.is(i, "for") || page.tokens.is(i, "of") || page.tokens.is(i, "at") => {
                self.at += 1;
                self.affiliation()
            }
            _ if page.tokens.is(i, "in") => {
                self.at += 1;
                self.location()
            }
            Shape::Title | Shape::Upper | Shape::Mixed => self.after_mark(false),
            _ => self.role(),
        }
    }

    /// After a comma or bar: a role, another author, an outlet, a time. A bar or dash parts the author from
    /// the outlet, unless a given name follows.
    fn after_mark(&mut self, bar: bool) -> Option<()> {
        let page = self.page;
        let i = self.at;
        if i >= self.end || !page.shape(i)?.is_word() {
            return Some(());
        }
        if page.is(i, Class::MONTH | Class::WEEKDAY | Class::STAMP_LEAD)
            || page.shape(i) == Some(Shape::Number)
        {
            return self.moment();
        }
        if page.tokens.is(i, "and") || page.tokens.is(i, "for") || page.tokens.is(i, "in") {
            return self.piece();
        }
        if self.role_ahead() {
            return self.role();
        }
        let outlet = bar && !page.is(i, Class::GIVEN_F | Class::GIVEN_M);
        if outlet || super::credit::agency_at(page, i, self.end).is_some() || page.tokens.is(i, "the") {
            return self.affiliation();
        }
        self.author()
    }

    fn author_or_agencies(&mut self) -> Option<()> {
        let word = self.page.str(self.at);
        if ["agencies", "wires", "staff", "agency"].iter().any(|w| word.eq_ignore_ascii_case(w)) {
            self.at += 1;
            return Some(());
        }
        self.author()
    }

    fn author(&mut self) -> Option<()> {
        let page = self.page;
        let agency = super::credit::agency_at(page, self.at, self.end);
        let the = usize::from(page.tokens.is(self.at, "the"));
        let end = match agency {
            Some(end) => end,
            None => name::end(page, self.at + the, self.end)?,
        };
        let end = if agency.is_none() { self.before_role(end) } else { end };
        let span = page.span(self.at..end);
        let glue = stamp::glue(page, end.saturating_sub(1)).map(|glue| glue.at);
        let span = Span::new(span.start, glue.unwrap_or(span.end));
        self.byline.authors.push(Author {
            span,
            name: page.text(span).trim().to_owned(),
            role: None,
            affiliation: None,
            location: None,
        });
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

    /// Where the name ends before a role that follows without a mark: "Ada Holt Environment correspondent".
    fn before_role(&self, end: usize) -> usize {
        /// A name before a role has at least two words.
        const NAME: usize = 2;
        let page = self.page;
        let first = (self.at + NAME..end).find(|i| page.is(*i, Class::ROLE)).unwrap_or(end);
        if first == end && !page.is(end, Class::ROLE) {
            return end;
        }
        let modifier = |i: usize| page.is(i, Class::COMMON | Class::ROLE) && !page.is(i, Class::SURNAME);
        (self.at + NAME..=first).rev().find(|i| *i == self.at + NAME || !modifier(i - 1)).unwrap_or(end)
    }

    /// A role word stands before the next mark.
    fn role_ahead(&self) -> bool {
        (self.at..self.end)
            .take_while(|i| {
                self.page.shape(*i).is_some_and(Shape::is_word) && !self.page.tokens.is(*i, "and")
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
        let the = usize::from(page.tokens.is(self.at, "the"));
        let end = super::credit::agency_at(page, self.at, self.end)
            .or_else(|| name::end(page, self.at + the, self.end))?;
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
