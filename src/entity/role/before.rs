//! Roles before a name: "Syrian interim President Aro", "former finance minister Petra Lind".

use std::ops::Range;

use crate::lexicon::Class;
use crate::text::{Atom, Shape, atom, atoms};

use super::super::Gender;
use super::super::listed::Lists;
use super::super::read::Reader;
use super::super::title;
use super::{CHOSEN, Found, GRAMMAR};

/// Words of a role in small letters, at most: "deputy assistant secretary" has three.
const MAX_WORDS: usize = 5;

/// Words of an office in capitals, at most: "Secretary of State for Work and Pensions" has seven.
const MAX_OFFICE: usize = 9;

/// What somebody is to another of the same name, maybe.
const RELATIVES: &[Atom] = atoms![
    "wife", "husband", "son", "daughter", "child", "children", "father", "mother", "brother", "sister",
    "siblings", "twin", "uncle", "aunt", "cousin", "nephew", "niece", "grandson", "granddaughter",
    "grandfather", "grandmother", "widow", "widower", "stepson", "stepdaughter", "stepfather", "stepmother",
    "parents",
];

/// Relatives who are men.
const MEN: &[Atom] = atoms![
    "husband", "son", "father", "brother", "uncle", "nephew", "grandson", "grandfather", "widower",
    "stepson", "stepfather", "boyfriend",
];

/// Relatives who are women.
const WOMEN: &[Atom] = atoms![
    "wife", "daughter", "mother", "sister", "aunt", "niece", "granddaughter", "grandmother", "widow",
    "stepdaughter", "stepmother", "girlfriend",
];

/// What somebody is to another person, or by nature, which is no office.
pub(super) const KIN: &[Atom] = atoms![
    "wife", "husband", "son", "daughter", "father", "mother", "brother", "sister", "uncle", "aunt", "cousin",
    "nephew", "niece", "grandson", "granddaughter", "grandfather", "grandmother", "widow", "widower",
    "friend", "colleague", "girlfriend", "boyfriend", "fiance", "fiancee", "man", "woman", "boy", "girl",
];

/// What a role has before a hyphen: "co-author".
const PREFIXES: &[Atom] = atoms!["co", "ex", "vice"];

impl Reader<'_, '_> {
    /// Capitalised titles, stacked ones apart, honorifics left out.
    pub(super) fn titles(self, range: Range<usize>, from: usize, roles: &mut Vec<Found>) {
        let start = self.widen(range.start, from);
        let of = start.checked_sub(1).filter(|i| *i >= from).and_then(|before| self.owner(before));
        for (n, piece) in title::stacked(self, range).into_iter().enumerate() {
            if title::is_honorific(self, piece.clone()) {
                continue;
            }
            let tokens = if n == 0 { start..piece.end } else { piece };
            roles.push(Found { tokens, of });
        }
    }

    /// Back over small words that qualify the role: "interim", "former deputy".
    fn widen(self, mut start: usize, from: usize) -> usize {
        while let Some(before) = start.checked_sub(1).filter(|i| *i >= from) {
            // "Former minister …" at the head of a sentence has its capital from there.
            let written = self.small(before) || before == from && self.shape_is(before, Shape::Title);
            let qualifies = written && self.is(before, Class::QUALIFIER) && !self.is(before, GRAMMAR);
            let hyphen = self.shape_is(before, Shape::Hyphen)
                && self.tight(before)
                && before > from
                && self.is(before.saturating_sub(1), Class::QUALIFIER);
            if !qualifies && !hyphen {
                break;
            }
            start = if hyphen { before.saturating_sub(1) } else { before };
        }
        start
    }

    /// "his brother | Ola Lind", "her husband, | Ola Lind", "the third child of | Ola Lind": somebody named as a relative.
    pub(in super::super) fn is_relative(self, name: Range<usize>) -> bool {
        let last = name.start.checked_sub(1);
        let link = last.filter(|i| self.shape_is(*i, Shape::Comma) || self.word(*i) == atom!("of"));
        let noun = link.map_or(last, |link| link.checked_sub(1));
        let weds = last.is_some_and(|i| self.word(i) == atom!("married"));
        weds || noun.is_some_and(|i| self.small(i) && RELATIVES.contains(&self.word(i)))
    }

    /// "her brother, | Kim", "his wife | Kim": the gender that the noun for a relative tells.
    pub(in super::super) fn relative_gender(self, name: Range<usize>) -> Option<Gender> {
        let last = name.start.checked_sub(1)?;
        let noun = if self.shape_is(last, Shape::Comma) { last.checked_sub(1)? } else { last };
        let told = |words: &[Atom]| self.small(noun) && words.contains(&self.word(noun));
        match () {
            () if told(MEN) => Some(Gender::Masculine),
            () if told(WOMEN) => Some(Gender::Feminine),
            () => None,
        }
    }

    /// "former finance minister | Petra Lind", "President-elect | Petra Lind".
    pub(super) fn role_before(self, name: Range<usize>, from: usize) -> Option<Found> {
        let mut last = name.start.checked_sub(1).filter(|i| *i >= from)?;
        // "The mayor, | Petra Lind,".
        let comma = self.shape_is(last, Shape::Comma);
        if comma {
            last = last.checked_sub(1).filter(|i| *i >= from)?;
        }
        if let Some(placed) = self.role_placed(last.saturating_add(1), name.end, from).filter(|_| comma) {
            return Some(placed);
        }
        if self.capital(last) {
            let office = || self.office_before(last, from).filter(|_| comma);
            let closed = !comma || !(self.small(name.end) || self.capital(name.end));
            return office().or_else(|| self.office_of(last, from).filter(|_| closed));
        }
        if !self.small(last) || self.tight(name.start) {
            return None;
        }
        let noun = self.noun_of(last).filter(|noun| *noun >= from)?;
        if noun == last && KIN.contains(&self.word(last)) {
            return None;
        }
        let start = self.widen(self.phrase_start(noun, from), from);
        let of = start.checked_sub(1).filter(|i| *i >= from).and_then(|before| self.owner(before));
        Some(Found { tokens: start..last.saturating_add(1), of })
    }

    /// "the Home Secretary, | Petra Lind", "Norway's Minister for Health, | …": the office in capitals that ends in
    /// token `last`.
    fn office_before(self, last: usize, from: usize) -> Option<Found> {
        let stop = last.saturating_add(1);
        let inside = |i: &usize| {
            self.capital(*i) && !self.is(*i, Class::DETERMINER)
                || self.small(*i) && atoms!["of", "for", "and"].contains(&self.word(*i))
        };
        let start = (from..stop).rev().take(MAX_OFFICE).take_while(inside).last()?;
        let origin = self
            .hit_from(start)
            .filter(|hit| self.listed(*hit).is(Lists::DEMONYM))
            .map(|hit| hit.end as usize);
        let start = origin.unwrap_or(start);
        let before = start.checked_sub(1).filter(|i| *i >= from);
        let of = before.and_then(|before| self.owner(before));
        let opens = |i: usize| self.is(i, Class::DETERMINER) || self.shape_is(i, Shape::Possessive);
        let open = of.is_some() || before.is_none_or(opens);
        let whole = title::phrase(self, start..stop).is_some_and(|end| end == stop);
        (open && whole).then(|| Found { tokens: self.widen(start, from)..stop, of })
    }

    /// "Mayor of Oslo | Petra Lind", "the governor of the Bank of Norway, | Petra Lind,": the office whose country or
    /// body ends in token `last`. Behind a comma the name must be closed by another, or it is the next of a list.
    fn office_of(self, last: usize, from: usize) -> Option<Found> {
        let joins = |i: usize| atoms!["of", "for", "at"].contains(&self.word(i)) && self.small(i);
        let inside =
            |i: &usize| self.capital(*i) || joins(*i) || atoms!["the", "and"].contains(&self.word(*i));
        let noun = |i: usize| {
            self.is(i, Class::TITLE | Class::OCCUPATION)
                && !KIN.contains(&self.word(i))
                && !self.is(i, Class::PLACE_HEAD)
        };
        let mut owner = (from..last.saturating_add(1)).rev().take(MAX_OFFICE).take_while(inside);
        let link = owner.find(|i| joins(*i) && i.checked_sub(1).is_some_and(|i| i >= from && noun(i)))?;
        let end = link.saturating_sub(1);
        let of = self.behind(end)?;
        if self.capital(end) {
            return self.office_before(end, from).map(|found| Found { of: Some(of), ..found });
        }
        let start = self.widen(self.phrase_start(end, from), from);
        Some(Found { tokens: start..link, of: Some(of) })
    }

    /// The noun of the role whose last word is `last`: itself, or what stands before "-elect", "of staff".
    pub(super) fn noun_of(self, last: usize) -> Option<usize> {
        let is_noun = |i: &usize| self.is(*i, Class::OCCUPATION | Class::TITLE);
        if is_noun(&last) {
            return Some(last);
        }
        let link = last.checked_sub(1)?;
        let chosen = self.shape_is(link, Shape::Hyphen)
            && self.tight(last)
            && self.tight(link)
            && CHOSEN.contains(&self.word(last));
        let noun = link.checked_sub(1).filter(is_noun)?;
        // "secretary of State", but "head of Right to Roam".
        let written = self.small(last) || atoms!["secretary", "minister"].contains(&self.word(noun));
        let field = self.word(link) == atom!("of") && self.is_field(last) && written;
        (chosen || field).then_some(noun)
    }

    /// Whether token `i` can be what an office is of, and no name: "health", "State".
    pub(super) fn is_field(self, i: usize) -> bool {
        let named = self.hit_over(i).is_some_and(|hit| !self.listed(hit).is(Lists::WORD));
        let grammar = GRAMMAR | Class::DETERMINER | Class::PRONOUN | Class::CONJUNCTION | Class::AUXILIARY;
        let noun = self.is(i, Class::COMMON) && !self.is(i, grammar | Class::GIVEN | Class::OCCUPATION);
        noun && !named && (self.small(i) || self.capital(i))
    }

    /// The first word of the small-lettered role that ends in `last`.
    fn phrase_start(self, last: usize, from: usize) -> usize {
        let mut start = last;
        while let Some(before) =
            start.checked_sub(1).filter(|i| *i >= from && last.saturating_sub(*i) < MAX_WORDS)
        {
            let joined = self.shape_is(before, Shape::Hyphen) && self.tight(before);
            let grammar =
                GRAMMAR | Class::DETERMINER | Class::PRONOUN | Class::CONJUNCTION | Class::AUXILIARY;
            // "press secretary": no verb.
            let verb =
                self.is(before, Class::PERSON_VERB | Class::CUE) && self.word(before) != atom!("press");
            let written =
                self.small(before) || !self.small(last) && self.is(before, Class::QUALIFIER | Class::TITLE);
            let word = written
                && self.is(before, Class::COMMON | Class::QUALIFIER | Class::OCCUPATION)
                && !self.is(before, grammar)
                && (!verb || self.is(before, Class::QUALIFIER));
            if !joined && !word {
                break;
            }
            start = before;
        }
        self.without_compound(start, last, from)
    }

    /// The role that seems to begin at a hyphen: "*co*-author" has its prefix, "Oslo-based | author" no compound.
    fn without_compound(self, start: usize, last: usize, from: usize) -> usize {
        if !self.shape_is(start, Shape::Hyphen) {
            return start;
        }
        let prefix = start.checked_sub(1).filter(|i| *i >= from && PREFIXES.contains(&self.word(*i)));
        let behind = start.saturating_add(2);
        let turned = usize::from(self.shape_is(behind, Shape::Hyphen));
        prefix.unwrap_or_else(|| behind.saturating_add(turned).min(last))
    }

    /// The name directly before a role: "Nordvik coach", "Nordvik's coach".
    pub(super) fn owner(self, before: usize) -> Option<usize> {
        if self.shape_is(before, Shape::Possessive) {
            return before.checked_sub(1).filter(|i| self.capital(*i));
        }
        self.capital(before).then_some(before)
    }
}
