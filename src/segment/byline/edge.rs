//! Where the pieces of a byline begin and end: names run into roles and outlets without a mark between.

use super::reader::Reader;
use crate::gazetteer::EntityKind;
use crate::lexicon::Class;
use crate::segment::credit;
use crate::text::{Shape, atom};

impl Reader<'_, '_> {
    /// "Ada Holt Fox News": the name ends where a known outlet begins.
    pub(super) fn before_outlet(&self, end: usize) -> usize {
        /// A name before an outlet has at least two words.
        const NAME: usize = 2;
        let page = self.page;
        let outlet = |i: &usize| {
            credit::agency_at(page, *i, self.end).is_some()
                || page.named(*i, self.end, &EntityKind::Outlet).is_some()
        };
        (self.at + NAME..end).find(outlet).unwrap_or(end)
    }

    /// A listed place that ends the line or stands before a mark: "…, BBC News, Lagos".
    pub(super) fn place_ahead(&self) -> bool {
        let page = self.page;
        let place = page.named(self.at, self.end, &EntityKind::Place);
        let whole = |end: usize| end == self.end || !page.shape(end).is_some_and(Shape::is_word);
        !page.is(self.at, Class::GIVEN) && place.is_some_and(whole)
    }

    /// Where the name ends before a role that follows without a mark: "Ada Holt Environment correspondent".
    pub(super) fn before_role(&self, end: usize) -> usize {
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

    /// An outlet, or what "the" makes one.
    pub(super) fn outlet_ahead(&self, at: usize) -> bool {
        let page = self.page;
        page.atom(at) == atom!("the")
            || credit::agency_at(page, at, self.end).is_some()
            || page.named(at, self.end, &EntityKind::Outlet).is_some()
    }

    /// A role word stands before the next mark.
    pub(super) fn role_ahead(&self) -> bool {
        (self.at..self.end)
            .take_while(|i| {
                self.page.shape(*i).is_some_and(Shape::is_word) && self.page.atom(*i) != atom!("and")
            })
            .any(|i| self.page.is(i, Class::ROLE))
    }

    /// The name behind a role: "science reporter Ada Holt", "Chief Political Correspondent Ada Holt".
    pub(super) fn role_first(&self) -> Option<usize> {
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

    /// The end of the capitals behind an outlet's name, on its line.
    pub(super) fn desk(&self, from: usize) -> usize {
        let page = self.page;
        let more = |i: &usize| {
            page.is_capital(*i) && !page.starts_line(*i) && !page.is(*i, Class::STAMP_LEAD | Class::MONTH)
        };
        (from..self.end).take_while(more).last().map_or(from, |last| last + 1)
    }
}
