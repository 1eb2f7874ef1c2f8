//! What stands behind a candidate: verbs, ages, roles after a comma, brackets, scores.

use crate::lexicon::Class;
use crate::text::{Shape, atom, atoms};

use super::beside::Said;
use super::document::ADVERBIAL;
use super::listed::Lists;
use super::read::Reader;
use super::signal::{Signal as S, Signals};
use super::split::Candidate;

/// Up to this weight a city has no government that news speaks of.
const SMALL: u8 = 4;

/// What a noun that describes a name says it is.
enum Noun {
    Role,
    Body,
    Place,
}

/// Words that no noun phrase goes on with.
const GRAMMAR: Class = Class::PREPOSITION
    .or(Class::CONJUNCTION)
    .or(Class::DETERMINER)
    .or(Class::PRONOUN)
    .or(Class::AUXILIARY)
    .or(Class::ADVERB)
    .or(Class::PERSON_VERB)
    .or(Class::VERB_PAST);

/// The longest phrase that is read behind a comma or "is a", in tokens.
const MAX_PHRASE: usize = 7;

impl Reader<'_, '_> {
    /// The signals of what follows the candidate.
    pub(super) fn after(self, c: &Candidate, end: usize, signals: &mut Signals) {
        let next = c.tokens.end;
        if next >= end {
            return;
        }
        match self.shape(next) {
            Some(Shape::Possessive) => self.after_possessive(next, signals),
            Some(Shape::Comma) => self.after_comma(c, next, end, signals),
            Some(Shape::Open) => self.after_bracket(c, next, end, signals),
            Some(Shape::Number) if c.listed.is(Lists::COUNTRY) => {}
            Some(Shape::Number) => self.after_number(next, signals),
            Some(Shape::Hyphen) if self.tight(next) => {
                let based = atoms!["based", "born", "area", "wide", "bound"]
                    .contains(&self.word(next.saturating_add(1)));
                signals.add(if based { S::Based } else { S::HyphenAfter });
            }
            Some(Shape::Lower) => {
                let said = self.beside(next).said;
                self.after_small(c, next, said, signals);
                if said.has(Said::COPULA) {
                    self.copula(next, end, signals);
                }
            }
            _ => {}
        }
        self.coordinated(next, end, signals);
        signals.add_if(
            self.hit_from(next).is_some_and(|hit| self.listed(hit).is(Lists::DEMONYM)),
            S::DemonymAfter,
        );
    }

    /// "Aro's former president", "Aro's wife", "Aro's capital".
    fn after_possessive(self, mark: usize, signals: &mut Signals) {
        signals.add(S::Possessive);
        for i in mark.saturating_add(1)..mark.saturating_add(4) {
            let said = self.beside(i).said;
            if said.has(Said::FIRM) {
                signals.add(S::PossessiveFirm);
            } else if said.has(Said::KIN) {
                signals.add(S::PossessiveKin);
            } else if said.has(Said::PART) {
                signals.add(S::PossessivePart);
            } else if self.is(i, Class::OCCUPATION | Class::TITLE | Class::STATE_BODY) {
                signals.add(S::PossessiveRole);
            } else if !self.is(i, Class::COMMON) || self.is(i, Class::PREPOSITION | Class::AUXILIARY) {
                return;
            } else {
                continue;
            }
            return;
        }
    }

    /// "Aro and Lind", "Aro, Lind": what a listed neighbour is.
    fn coordinated(self, next: usize, end: usize, signals: &mut Signals) {
        let joins = self.shape_is(next, Shape::Comma) || atoms!["and", "or"].contains(&self.word(next));
        let other = next.saturating_add(1);
        if !joins || other >= end {
            return;
        }
        signals.add_if(self.shape_is(next, Shape::Comma), S::CommaEnd);
        let hit = self.hit_from(other);
        let listed = hit.map(|hit| self.listed(hit)).unwrap_or_default();
        let told = self.shape_is(next, Shape::Comma) && hit.is_some_and(|hit| self.is_noun(hit.end as usize));
        signals.add_if(listed.is_place() && !told, S::AndPlaceAfter);
        signals.add_if(listed.is_body() && !listed.is_place(), S::AndBodyAfter);
        let person = listed.is(Lists::PERSON)
            || self.capital(other) && self.capital(other.saturating_add(1)) && self.is(other, Class::GIVEN);
        // "In Aro, Ola Dahl said …" is no list.
        let adverbial = self.shape_is(next, Shape::Comma) && signals.has_any(ADVERBIAL);
        signals.add_if(person && !adverbial, S::AndPersonAfter);
    }

    fn after_small(self, c: &Candidate, next: usize, said: Said, signals: &mut Signals) {
        let word = self.doc.word(next);
        let state = atoms!["news", "state"].contains(&self.word(next));
        let behind = next.saturating_add(1);
        let (noun, called) = if state { (behind, self.beside(behind).said) } else { (next, said) };
        // "Aro newspapers" are those of the city.
        let plain = c.listed.is_place() && !c.listed.is_body();
        // "its Web | site".
        let plain = plain || c.tokens.len() == 1 && self.is(c.tokens.start, Class::NO_NAME);
        signals.add_if(!plain && self.is_outlet_noun(noun, called), S::OutletNoun);
        let (role, body, place) =
            (word.is(Class::OCCUPATION), word.is(Class::BODY_NOUN), word.is(Class::PLACE_NOUN));
        signals.add_if(atoms!["who", "whose"].contains(&self.word(next)), S::CommaWho);
        signals.add_if(word.is(Class::PERSON_VERB), S::PersonVerb);
        signals.add_if(word.is(Class::AUXILIARY), S::Auxiliary);
        let resident = c.hit.is_none() && said.has(Said::RESIDENT) && !self.is(c.tokens.start, Class::GIVEN);
        signals.add_if(resident, S::Resident);
        signals.add_if(said.has(Said::GOVERNMENT) && self.governs(c), S::Governs);
        signals.add_if(role && !resident, S::RoleAfter);
        signals.add_if(body && !role, S::BodyNounAfter);
        signals.add_if(place, S::PlaceNounAfter);
        let grammar =
            Class::AUXILIARY | Class::PREPOSITION | Class::CONJUNCTION | Class::DETERMINER | Class::PRONOUN;
        let plain = !(role || body || place || word.is(Class::PERSON_VERB));
        let verb = word.is(Class::VERB_PAST | Class::VERB_S) && !word.is(Class::VERB_NOUN);
        signals.add_if(word.is(Class::VERB_PAST), S::PastAfter);
        signals.add_if(word.is(Class::VERB_S) && !word.is(Class::VERB_NOUN), S::VerbAfter);
        signals.add_if(word.is(Class::ADVERB), S::AdverbAfter);
        signals.add_if(word.is(Class::GROUP), S::GroupAfter);
        signals.add_if(plain && word.is(grammar), S::SmallAfter);
        signals.add_if(plain && !verb && !word.is(grammar), S::CommonAfter);
    }

    /// "the Starmer | government": whose it is, if no country, city or party has that name.
    fn governs(self, c: &Candidate) -> bool {
        let article = c.tokens.start.checked_sub(1).is_some_and(|i| self.word(i) == atom!("the"));
        let l = c.listed;
        let small = l.city <= SMALL && !(l.is(Lists::COUNTRY | Lists::CAPITAL | Lists::PLACE));
        c.tokens.len() == 1
            && article
            && self.shape_is(c.tokens.start, Shape::Title)
            && !c.listed.is_body()
            && !c.demonym
            && small
            && !self.is(c.tokens.start, Class::COMMON | Class::NO_NAME | Class::TITLE)
    }

    /// A common noun that a name may tell more of: "Darfur | adviser".
    pub(super) fn is_noun(self, i: usize) -> bool {
        self.small(i) && self.is(i, Class::COMMON) && !self.is(i, GRAMMAR)
    }

    fn after_comma(self, c: &Candidate, comma: usize, end: usize, signals: &mut Signals) {
        let next = comma.saturating_add(1);
        let after = next.saturating_add(1);
        if self.shape_is(next, Shape::Number) {
            let closes =
                after >= end || matches!(self.shape(after), Some(Shape::Comma | Shape::Stop | Shape::Close));
            let age = self.str(next).len() <= 3 && closes;
            signals.add_if(age, S::Age);
        } else if self.small(next) {
            signals.add_if(atoms!["who", "whose"].contains(&self.word(next)), S::CommaWho);
            signals.add_if(self.word(next) == atom!("which"), S::CommaWhich);
            match self.noun_of_phrase(next, end) {
                Some(Noun::Role) => signals.add(S::CommaRole),
                Some(Noun::Body) => signals.add(S::CommaBody),
                Some(Noun::Place) => signals.add(S::CommaPlaceNoun),
                None => {}
            }
        } else if let Some(hit) = self.hit_from(next) {
            // "Ola Dahl, Darfur adviser of …" lies in no Darfur.
            let behind = hit.end as usize;
            let told = self.is_noun(behind) && c.hit.is_none() && c.tokens.len() > 1;
            signals.add_if(self.listed(hit).is_place() && !told, S::CommaPlace);
            signals
                .add_if(told && matches!(self.noun_of_phrase(behind, end), Some(Noun::Role)), S::CommaRole);
        }
    }

    /// What the noun of the phrase from `i` on says of the name before it: "the club's former coach", "a village
    /// in the north". The phrase is read up to its head, the last noun before a small word of grammar.
    fn noun_of_phrase(self, i: usize, end: usize) -> Option<Noun> {
        let stop = end.min(i.saturating_add(MAX_PHRASE));
        let grammar =
            Class::AUXILIARY | Class::PREPOSITION | Class::CONJUNCTION | Class::PERSON_VERB | Class::PRONOUN;
        let mut noun = None;
        for k in i..stop {
            // "the paper firm | that their grandfather founded".
            if noun.is_some() && self.word(k) == atom!("that") {
                break;
            }
            let found = if self.is(k, Class::OCCUPATION | Class::TITLE) {
                Some(Noun::Role)
            } else if !self.small(k) {
                None
            } else if self.is(k, Class::PLACE_NOUN) {
                Some(Noun::Place)
            } else if self.is(k, Class::BODY_NOUN | Class::STATE_BODY) {
                Some(Noun::Body)
            } else {
                None
            };
            let passes = found.is_some()
                || self.is(k, Class::DETERMINER | Class::QUALIFIER)
                || self.capital(k)
                || matches!(
                    self.shape(k),
                    Some(Shape::Possessive | Shape::Hyphen | Shape::Number | Shape::Alnum)
                )
                || self.is(k, Class::COMMON) && !self.is(k, grammar);
            if !passes {
                break;
            }
            // A possessive begins the phrase anew: "the club's | coach".
            noun = if self.shape_is(k, Shape::Possessive) { None } else { found.or(noun) };
        }
        noun
    }

    /// "Aro is a village", "Aro was the first president".
    fn copula(self, verb: usize, end: usize, signals: &mut Signals) {
        let article = verb.saturating_add(1);
        if !self.is(article, Class::DETERMINER) {
            return;
        }
        match self.noun_of_phrase(article.saturating_add(1), end) {
            Some(Noun::Role) => signals.add(S::IsRole),
            Some(Noun::Body) => signals.add(S::IsBody),
            Some(Noun::Place) => signals.add(S::IsPlace),
            None => {}
        }
    }

    fn after_bracket(self, c: &Candidate, open: usize, end: usize, signals: &mut Signals) {
        let inner = open.saturating_add(1);
        let close = inner.saturating_add(1);
        if inner >= end {
            return;
        }
        let closed = self.shape_is(close, Shape::Close);
        let acronym = self.shape_is(inner, Shape::Upper) && closed && c.tokens.len() > 1 && !c.loud;
        signals.add_if(acronym, S::BracketAcronym);
        let place = self.hit_from(inner).is_some_and(|hit| {
            self.shape_is(hit.end as usize, Shape::Close) && self.listed(hit).is(Lists::COUNTRY)
        });
        signals.add_if(place && !acronym, S::BracketPlace);
    }

    /// "Aro 3, Lind 1": a score; "Aro 747" a number.
    fn after_number(self, number: usize, signals: &mut Signals) {
        let score = self.str(number).len() <= 3 && {
            let next = number.saturating_add(1);
            matches!(
                self.shape(next),
                Some(Shape::Comma | Shape::Stop | Shape::Hyphen | Shape::Semicolon | Shape::Number) | None
            ) || self.capital(next)
        };
        signals.add(if score { S::Score } else { S::NumberAfter });
    }
}
