//! Roles behind a name: "Petra Lind, the president of Nordvik", "Petra Lind is a plumber".

use std::ops::Range;

use crate::lexicon::Class;
use crate::text::{Atom, Shape, atom, atoms};

use super::super::read::Reader;
use super::super::title;
use super::before::KIN;
use super::{CHOSEN, Found, GRAMMAR};

/// How far behind a comma the noun of a role may stand: "the club's newly appointed first-team coach".
const MAX_REACH: usize = 10;

/// Words of what an office is of, at most, "and" aside: "health, education and welfare" is as long as they come.
const MAX_FIELD: usize = 3;

/// Verbs that say what somebody is.
const COPULAS: &[Atom] = atoms!["is", "was", "became", "remains", "been"];

/// Verbs that say so with "as".
const SERVES: &[Atom] = atoms!["served", "serves", "works", "worked", "acted", "continues"];

impl Reader<'_, '_> {
    /// "Petra Lind, | the president of Nordvik |,", "Petra Lind is | a plumber |".
    pub(super) fn role_behind(self, name_end: usize, end: usize) -> Option<Found> {
        let comma = self.shape_is(name_end, Shape::Comma);
        let mut start = if comma { name_end.saturating_add(1) } else { name_end };
        // An age may stand between: "Petra Lind, 41, a fisherman".
        if comma
            && self.shape_is(start, Shape::Number)
            && self.shape_is(start.saturating_add(1), Shape::Comma)
        {
            start = start.saturating_add(2);
        }
        let copula = self.past_copula(start, comma);
        if !comma && copula.is_none() {
            return None;
        }
        // "Petra Lind, secretary" at the end of a line: "of" on the next one is no field of the office.
        let inside = |found: &Found| found.tokens.end <= end;
        let found = self.phrase_behind(copula.unwrap_or(start), end).filter(inside)?;
        // "became a conservative | voice": the noun goes on.
        // "Petra Lind, the minister | said, …", "Petra Lind, director | Ola Dahl and …": that is another.
        let after = found.tokens.end;
        let whole = match copula {
            Some(_) => !self.noun_goes_on(after),
            None => !self.capital(after) && !self.is(after, Class::CUE | Class::AUXILIARY),
        };
        whole.then_some(found)
    }

    /// "who has been | the …", "is | a …": the token behind the verb that says what somebody is.
    fn past_copula(self, at: usize, comma: bool) -> Option<usize> {
        let who = comma && self.word(at) == atom!("who");
        let mut verb = at.saturating_add(usize::from(who));
        if comma && !who {
            return None;
        }
        if atoms!["has", "had"].contains(&self.word(verb))
            && self.word(verb.saturating_add(1)) == atom!("been")
        {
            verb = verb.saturating_add(1);
        }
        let mut next = verb.saturating_add(1);
        // "is also deputy mayor", "was then chairman".
        if self.is(next, Class::ADVERB) && !self.is(next, Class::NEGATION) {
            next = next.saturating_add(1);
        }
        if SERVES.contains(&self.word(verb)) && self.word(next) == atom!("as") {
            return Some(next.saturating_add(1));
        }
        let article = atoms!["a", "an", "the"].contains(&self.word(next));
        let office = self.is(next, Class::QUALIFIER | Class::OCCUPATION) && who;
        (COPULAS.contains(&self.word(verb)) && (article || office)).then_some(next)
    }

    fn noun_goes_on(self, after: usize) -> bool {
        let grammar = GRAMMAR | Class::CONJUNCTION | Class::ADVERB | Class::AUXILIARY | Class::PRONOUN;
        self.capital(after) || self.small(after) && self.is(after, Class::COMMON) && !self.is(after, grammar)
    }

    /// The role that begins at `start`, with its noun and what it belongs to.
    fn phrase_behind(self, start: usize, end: usize) -> Option<Found> {
        let stop = end.min(start.saturating_add(MAX_REACH));
        let (mut owner, mut first) = (None, None);
        for i in start..stop {
            if self.shape_is(i, Shape::Possessive) {
                owner = i.checked_sub(1).filter(|o| self.capital(*o));
                first = None;
            } else if self.is(i, Class::DETERMINER) {
                first = None;
            } else if let Some(after) = title::phrase(self, i..stop) {
                // "Petra Lind, the | Home Secretary |".
                let of = self.behind(after.saturating_sub(1)).or(owner);
                return Some(Found { tokens: first.unwrap_or(i)..after, of });
            } else if self.is(i, Class::OCCUPATION | Class::TITLE) && !self.continues(i) {
                return self.role_of(first.unwrap_or(i)..i, start, owner);
            } else if self.capital(i) && !self.is(i, Class::TITLE | Class::QUALIFIER | Class::OCCUPATION) {
                owner = Some(i);
                first = None;
            } else if self.ends_phrase(i) {
                return None;
            } else {
                first = first.or(Some(i));
            }
        }
        None
    }

    /// The role of the words before its noun, the end of `words`, in a phrase that begins at `start`: a noun
    /// alone must have an article, or say of what.
    fn role_of(self, words: Range<usize>, start: usize, owner: Option<usize>) -> Option<Found> {
        let noun = words.end;
        if KIN.contains(&self.word(noun)) {
            return None;
        }
        let last = self.past_field(noun);
        let of = self.behind(last).or(owner);
        let article =
            self.is(start, Class::DETERMINER) || self.is(start.saturating_sub(1), Class::DETERMINER);
        let open = article || of.is_some() || !words.is_empty() || last > noun;
        open.then_some(Found { tokens: words.start..last.saturating_add(1), of })
    }

    /// "president | -elect", "chief | of staff", "minister | of health and welfare": the last token of the role
    /// whose noun is `noun`.
    fn past_field(self, noun: usize) -> usize {
        let link = noun.saturating_add(1);
        let mut last = link.saturating_add(1);
        if self.noun_of(last) != Some(noun) || self.shape_is(link, Shape::Hyphen) && !self.tight(link) {
            return noun;
        }
        for _ in 0..MAX_FIELD {
            let next = last.saturating_add(1);
            let joined = next.saturating_add(usize::from(self.word(next) == atom!("and")));
            let goes_on =
                self.word(link) == atom!("of") && self.is_field(joined) && !self.ends_phrase(joined);
            if !goes_on {
                break;
            }
            last = joined;
        }
        last
    }

    /// Words and marks that no role runs over.
    fn ends_phrase(self, i: usize) -> bool {
        let verb = GRAMMAR | Class::CONJUNCTION | Class::AUXILIARY | Class::PRONOUN | Class::PERSON_VERB;
        self.is(i, verb) && !self.is(i, Class::QUALIFIER)
            || matches!(self.shape(i), Some(Shape::Comma | Shape::Stop | Shape::Quote | Shape::Number))
    }

    /// Whether the role goes on behind token `i`: "chief | executive", "vice | -president", "deputy | prime
    /// minister".
    fn continues(self, i: usize) -> bool {
        let next = i.saturating_add(1);
        let hyphen = self.shape_is(next, Shape::Hyphen) && self.tight(next);
        let noun = |i: usize| self.is(i, Class::OCCUPATION | Class::TITLE);
        noun(next)
            || self.is(next, Class::QUALIFIER) && !self.is(next, GRAMMAR) && noun(next.saturating_add(1))
            || hyphen && !CHOSEN.contains(&self.word(next.saturating_add(1)))
    }

    /// "… of Nordvik", "… for the Danish Foreign Ministry": a token of the name that the role belongs to.
    pub(super) fn behind(self, role: usize) -> Option<usize> {
        let link = role.saturating_add(1);
        if !atoms!["of", "for", "at", "with", "in"].contains(&self.word(link)) {
            return None;
        }
        let mut at = link.saturating_add(1);
        if self.is(at, Class::DETERMINER) {
            at = at.saturating_add(1);
        }
        // The adjective of origin is not the body.
        let origin = self.hit_from(at).filter(|hit| self.listed(*hit).only_demonym());
        let body = origin.map(|hit| hit.end as usize).filter(|body| self.capital(*body));
        self.capital(at).then_some(body.unwrap_or(at))
    }
}
