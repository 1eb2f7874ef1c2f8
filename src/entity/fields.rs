//! Names of bodies that hold a list: what they do, whom they unite, who their partners are.

use crate::lexicon::Class;
use crate::text::{Atom, Shape, atom, atoms};

use super::read::Reader;

/// Words of the trades that a body unites, and of one of them: "Bakers, Food and Allied Workers Union".
const MAX_TRADES: usize = 10;
const MAX_TRADE: usize = 4;

/// For whom a body is: "National …".
const SCOPES: &[Atom] = atoms!["european", "federal", "global", "international", "national", "world"];

impl Reader<'_, '_> {
    /// "Department of Housing and Urban Development", "Securities and Exchange Commission".
    pub(super) fn behind_and(self, start: usize, last: usize, after: usize) -> Option<usize> {
        // "Smiths, Joiners | and Masons Union".
        let trades = (start..last).rev().take(MAX_TRADE).any(|i| self.shape_is(i, Shape::Comma));
        if trades && self.is_trade(after) && self.tail_ahead(after) {
            return Some(after);
        }
        if self.capital(after) && self.is_defined_over(start, after) {
            return Some(after);
        }
        let field = |i: usize| {
            self.is(i, Class::COMMON)
                || start < last && self.is_unnamed_field(start, i)
                || i == after && start < last && self.is_trade(i) && self.is(last, Class::COMMON)
        };
        if !self.capital(after) || !field(after) || !field(last) {
            return None;
        }
        let listed = |i| self.hit_over(i).is_some_and(|hit| self.listed(hit).is_place());
        if listed(last) || listed(after) {
            return None;
        }
        let fields = || {
            // "Malaria Research and Control Alliance", but "Justice Ministry and Central Bank".
            let closed = Class::ORG_TAIL | Class::PLACE_TAIL | Class::TITLE | Class::GIVEN | Class::SURNAME;
            let word = |i: usize| self.is(i, Class::COMMON) || !self.is(i, Class::GIVEN | Class::TITLE);
            // "Nordvik | Teaching and Referral Hospital": the town of a house.
            let first = self.past_capital_article(start);
            let place = self.hit_from(first).filter(|hit| self.listed(*hit).is_place());
            let from = place.map_or(first, |hit| hit.end as usize);
            !self.is(last, closed)
                && from <= last
                && self.capitals(from..last.saturating_add(1)).all(|i| word(i) && self.hit_over(i).is_none())
        };
        let chamber = self.is_chamber(start) && start < last;
        let goes_on = self.has_head(start, last) || self.tail_ahead(after) && (chamber || fields());
        goes_on.then_some(after)
    }

    /// "National Hospice and Palliative Care Organization": behind such a word even one that no list knows is a field.
    fn is_unnamed_field(self, start: usize, i: usize) -> bool {
        SCOPES.contains(&self.word(self.past_capital_article(start)))
            && !self.is(i, Class::GIVEN | Class::SURNAME)
            && self.hit_over(i).is_none()
    }

    /// "Senate Labor and Pensions Committee": committees of a chamber have fields.
    fn is_chamber(self, start: usize) -> bool {
        atoms!["commons", "house", "senate"].contains(&self.word(self.past_capital_article(start)))
    }

    /// "The | Senate": an article that has its capital from the sentence stands in the run.
    fn past_capital_article(self, start: usize) -> usize {
        start.saturating_add(usize::from(self.is(start, Class::DETERMINER)))
    }

    /// Whether the run names a body by its field: "Ministry of …", "Secretary of …". Nobody is named behind it:
    /// "Secretary of State Ola Hill | and …".
    fn has_head(self, start: usize, last: usize) -> bool {
        let head = (start.saturating_add(1)..last).rev().find(|i| {
            self.small(*i)
                && atoms!["of", "for", "on"].contains(&self.word(*i))
                && self.is(i.saturating_sub(1), Class::ORG_HEAD | Class::TITLE)
        });
        let person = |i: usize| self.is(i, Class::GIVEN) && !self.is(i, Class::COMMON);
        head.is_some_and(|of| !self.capitals(of..last).any(person))
    }

    /// "Smiths, | Joiners and Masons Union": one of the trades that a body unites, where its last word closes the list.
    pub(super) fn next_trade(self, last: usize, after: usize) -> Option<usize> {
        if !self.is_trade(last) || !self.is_trade(after) {
            return None;
        }
        let stop = after.saturating_add(MAX_TRADES);
        let and = (after..stop).find(|i| !(self.is_trade(*i) || self.shape_is(*i, Shape::Comma)))?;
        let from = and.saturating_add(1);
        let end = (from..from.saturating_add(MAX_TRADE)).find(|i| !self.is_trade(*i))?;
        let closes = end > from && self.capital(end) && self.is(end, Class::ORG_TAIL);
        (self.small(and) && self.word(and) == atom!("and") && closes).then_some(after)
    }

    /// "Dahl, | Lind & Moe": a partner of a firm that its surnames name.
    pub(super) fn next_partner(self, start: usize, last: usize, after: usize) -> Option<usize> {
        let (mark, third) = (after.saturating_add(1), after.saturating_add(2));
        let partner = |i: usize| {
            self.shape_is(i, Shape::Title)
                && !self.is(i, Class::WEEKDAY | Class::MONTH)
                && (self.is(i, Class::SURNAME) || !self.is(i, Class::COMMON))
        };
        let alone = start == last
            && [last, after, third]
                .into_iter()
                .all(|i| partner(i) && self.hit_over(i).is_none_or(|hit| !self.listed(hit).is_body()));
        (alone && self.word(mark) == atom!("&")).then_some(after)
    }

    /// A capitalised word that names nobody and no place by itself.
    fn is_trade(self, i: usize) -> bool {
        let named =
            Class::GIVEN | Class::SURNAME | Class::ORG_TAIL | Class::TITLE | Class::WEEKDAY | Class::MONTH;
        self.shape_is(i, Shape::Title) && !self.is(i, named) && self.hit_over(i).is_none()
    }

    /// "Ministry of Education, | Science and Culture", "Senate Health, | Labor and Pensions Committee": one of the fields of a body, where the last follows "and".
    pub(super) fn next_field(self, start: usize, last: usize, after: usize) -> Option<usize> {
        let field = |i: usize| {
            self.shape_is(i, Shape::Title)
                && self.is(i, Class::COMMON)
                && !self.is(i, Class::GIVEN)
                && self.hit_over(i).is_none_or(|hit| !self.listed(hit).is_place())
        };
        let chamber = self.is_chamber(start) && start < last;
        if !field(last) || !field(after) || !(chamber || self.has_head(start, last)) {
            return None;
        }
        // Few bodies have more than four fields, of at most three words each.
        let stop = after.saturating_add(12);
        let and = (after..stop).find(|i| !(field(*i) || self.shape_is(*i, Shape::Comma)))?;
        (self.small(and) && self.word(and) == atom!("and") && field(and.saturating_add(1))).then_some(after)
    }
}
