//! Roles as data: what office, rank or calling the text gives a person, and of what body or country.
//!
//! Taken from before the name ("Syrian interim President Aro", stacked: "Defense Minister General Aro"; in
//! small letters: "finance minister Petra Lind") and from behind it ("Petra Lind, the president of Nordvik,").

use std::ops::Range;

use crate::lexicon::Class;
use crate::text::Shape;

use super::read::Reader;
use super::split::Candidate;
use super::title;

/// A role, before the entity that it belongs to is known.
#[derive(Clone, Debug)]
pub(super) struct Found {
    /// The words of the role, without article.
    pub(super) tokens: Range<usize>,
    /// A token of the name that it represents.
    pub(super) of: Option<usize>,
}

/// Words of a role in small letters, at most: "deputy assistant secretary" has three.
const MAX_WORDS: usize = 5;

/// How far behind a comma the noun of a role may stand: "the club's newly appointed first-team coach".
const MAX_REACH: usize = 10;

/// Grammar that no role holds.
const GRAMMAR: Class = Class::PREPOSITION;

impl Reader<'_, '_> {
    /// The roles that the text gives the person of a candidate.
    pub(super) fn roles(self, c: &Candidate) -> Vec<Found> {
        let Some(sentence) = self.doc.sentences.get(c.sentence) else { return Vec::new() };
        let bounds = sentence.tokens.clone();
        let mut roles = Vec::new();
        match &c.title {
            Some(title) => self.titles(title.clone(), bounds.start, &mut roles),
            None => roles.extend(self.small_before(c.tokens.start, bounds.start)),
        }
        roles.extend(self.apposition(c.tokens.end, bounds.end));
        roles
    }

    /// Capitalised titles, stacked ones apart, honorifics left out.
    fn titles(self, range: Range<usize>, from: usize, roles: &mut Vec<Found>) {
        let start = self.widen(range.start, from);
        let of =
            start.checked_sub(1).filter(|i| *i >= from && self.capital(*i) && self.hit_over(*i).is_some());
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

    /// "former finance minister | Petra Lind".
    fn small_before(self, name: usize, from: usize) -> Option<Found> {
        let mut last = name.checked_sub(1).filter(|i| *i >= from)?;
        // "The mayor, | Petra Lind,".
        if self.shape_is(last, Shape::Comma) {
            last = last.checked_sub(1).filter(|i| *i >= from)?;
        }
        if !self.small(last) || !self.is(last, Class::OCCUPATION | Class::TITLE) || self.tight(name) {
            return None;
        }
        let start = self.widen(self.phrase_start(last, from), from);
        let of = start.checked_sub(1).filter(|i| *i >= from).and_then(|before| self.owner(before));
        Some(Found { tokens: start..last.saturating_add(1), of })
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
            let word = self.small(before)
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

    /// "Petra Lind, | the president of Nordvik |,".
    fn apposition(self, name_end: usize, end: usize) -> Option<Found> {
        if !self.shape_is(name_end, Shape::Comma) {
            return None;
        }
        let mut start = name_end.saturating_add(1);
        // An age may stand between: "Petra Lind, 41, a fisherman".
        if self.shape_is(start, Shape::Number) && self.shape_is(start.saturating_add(1), Shape::Comma) {
            start = start.saturating_add(2);
        }
        let stop = end.min(start.saturating_add(MAX_REACH));
        let mut owner = None;
        let mut first = None;
        for i in start..stop {
            if self.shape_is(i, Shape::Possessive) {
                owner = i.checked_sub(1).filter(|o| self.capital(*o));
                first = None;
            } else if self.is(i, Class::DETERMINER) {
                first = None;
            } else if self.is(i, Class::OCCUPATION | Class::TITLE) && !self.continues(i) {
                let head = first.unwrap_or(i);
                let of = self.behind(i).or(owner);
                let open =
                    head > start || self.is(start.saturating_sub(1), Class::DETERMINER) || of.is_some();
                return open.then_some(Found { tokens: head..i.saturating_add(1), of });
            } else if self.capital(i) && !self.is(i, Class::TITLE | Class::QUALIFIER | Class::OCCUPATION) {
                owner = Some(i);
                first = None;
            } else if self
                .is(i, GRAMMAR | Class::CONJUNCTION | Class::AUXILIARY | Class::PRONOUN | Class::PERSON_VERB)
                && !self.is(i, Class::QUALIFIER)
                || matches!(self.shape(i), Some(Shape::Comma | Shape::Stop | Shape::Quote | Shape::Number))
            {
                return None;
            } else {
                first = first.or(Some(i));
            }
        }
        None
    }

    /// Whether the role goes on behind token `i`: "chief | executive".
    fn continues(self, i: usize) -> bool {
        let next = i.saturating_add(1);
        self.is(next, Class::OCCUPATION | Class::TITLE) && !self.shape_is(next, Shape::Comma)
            || self.shape_is(next, Shape::Hyphen) && self.tight(next)
    }

    /// "… of Nordvik", "… for the Nordvik council".
    fn behind(self, role: usize) -> Option<usize> {
        let link = role.saturating_add(1);
        if !matches!(self.str(link), "of" | "for" | "at" | "with" | "in") {
            return None;
        }
        let mut at = link.saturating_add(1);
        if self.is(at, Class::DETERMINER) {
            at = at.saturating_add(1);
        }
        self.capital(at).then_some(at)
    }
}
