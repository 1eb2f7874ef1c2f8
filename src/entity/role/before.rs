//! Roles before a name: "Syrian interim President Aro", "former finance minister Petra Lind".

use std::ops::Range;

use crate::lexicon::Class;
use crate::text::{Atom, Shape, atom, atoms};

use super::super::read::Reader;
use super::super::title;
use super::{CHOSEN, Found, GRAMMAR};

/// Words of a role in small letters, at most: "deputy assistant secretary" has three.
const MAX_WORDS: usize = 5;

/// What somebody is to another person, or by nature, which is no office.
pub(super) const KIN: &[Atom] = atoms![
    "wife", "husband", "son", "daughter", "father", "mother", "brother", "sister", "uncle", "aunt", "cousin",
    "nephew", "niece", "grandson", "granddaughter", "grandfather", "grandmother", "widow", "widower",
    "friend", "colleague", "girlfriend", "boyfriend", "fiance", "fiancee", "man", "woman", "boy", "girl",
];

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

    /// "former finance minister | Petra Lind", "President-elect | Petra Lind".
    pub(super) fn role_before(self, name: usize, from: usize) -> Option<Found> {
        let mut last = name.checked_sub(1).filter(|i| *i >= from)?;
        // "The mayor, | Petra Lind,".
        if self.shape_is(last, Shape::Comma) {
            last = last.checked_sub(1).filter(|i| *i >= from)?;
        }
        if !self.small(last) || self.tight(name) {
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
        let named = self.hit_over(i).is_some_and(|hit| !self.listed(hit).word);
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
            let verb = self.is(before, Class::PERSON_VERB | Class::CUE);
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
        start
    }

    /// The name directly before a role: "Nordvik coach", "Nordvik's coach".
    fn owner(self, before: usize) -> Option<usize> {
        if self.shape_is(before, Shape::Possessive) {
            return before.checked_sub(1).filter(|i| self.capital(*i));
        }
        self.capital(before).then_some(before)
    }
}
