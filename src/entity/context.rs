//! What stands before and around a candidate: prepositions, titles, common nouns, quotation marks.
//! What stands behind it is read by `after.rs`.

use std::ops::{Range, RangeInclusive};

use crate::gazetteer::Hit;
use crate::lexicon::Class;
use crate::text::{Atom, Shape, atom, atoms};

use super::beside::{Before, Beside, Said};
use super::listed::Lists;
use super::read::Reader;
use super::signal::{Signal as S, Signals};
use super::split::Candidate;
use super::title;

/// Who sits for a place: "senator for Aro".
const ELECTED: &[Atom] = atoms![
    "senator", "mp", "msp", "mep", "td", "member", "lawmaker", "legislator", "councillor", "representative"
];

/// What an agency of news is called by.
pub(super) const NEWS: &[Atom] = atoms!["news", "press", "information", "telegraph", "telegraphic", "wire"];

/// What joins to a name with a hyphen and leaves it a name: "anti-Aro".
const PREFIXES: &[Atom] =
    atoms!["anti", "pro", "ex", "non", "pan", "pre", "post", "mid", "trans", "cross", "neo"];

/// How far from a name the marks of a short quotation stand, in tokens.
const MAX_QUOTED: usize = 5;

/// Words before a noun that are asked for "of".
const MAX_PHRASE: usize = 3;

impl Reader<'_, '_> {
    /// The signals of the candidate's surroundings, inside its sentence.
    pub(super) fn observe_context(self, c: &Candidate, signals: &mut Signals) {
        let Some(sentence) = self.doc.sentences.get(c.sentence) else { return };
        let bounds = sentence.tokens.clone();
        if c.tokens.end <= bounds.start {
            return self.dateline(c, sentence.part, signals);
        }
        let from = c.title.as_ref().map_or(c.tokens.start, |t| t.start);
        self.before(c, from, bounds.start, signals);
        self.after(c, bounds.end, signals);
        self.around(c, bounds.start, bounds.end, signals);
        self.dateline(c, sentence.part, signals);
    }

    fn before(self, c: &Candidate, from: usize, start: usize, signals: &mut Signals) {
        if let Some(title) = c.title.clone() {
            signals.add(S::Titled);
            signals.add_if(title::is_honorific(self, title), S::Honoured);
        }
        let Some(last) = from.checked_sub(1).filter(|i| *i >= start) else {
            signals.add(S::Start);
            signals.add_if(self.is_plain_word(c), S::StartCommon);
            return;
        };
        if self.opens_sentence(last, start) {
            signals.add(S::Start);
            signals.add_if(self.is_plain_word(c), S::StartCommon);
        }
        match self.shape(last) {
            Some(Shape::Lower) => self.before_small(c, last, start, signals),
            // "In Aro, …", "The Aro …".
            Some(Shape::Title) if last == start && self.is(last, Class::PREPOSITION | Class::DETERMINER) => {
                self.before_small(c, last, start, signals);
            }
            Some(Shape::Possessive) => signals.add(S::PossessiveBefore),
            Some(Shape::Number | Shape::Alnum) => signals.add(S::NumberBefore),
            Some(Shape::Dash) => self.apposed(c, last, start, signals),
            Some(Shape::Hyphen) => {
                // "The bloc - Aro - has …": dashes.
                let end = c.tokens.end;
                let dashes =
                    !self.tight(c.tokens.start) && !self.tight(end) && self.shape_is(end, Shape::Hyphen);
                signals.add_if(!dashes && !self.is_prefixed(c, last), S::HyphenBefore);
                self.apposed(c, last, start, signals);
            }
            Some(Shape::Open) => signals.add(S::InBrackets),
            Some(Shape::Comma) => {
                self.before_comma(c, last, start, signals);
                self.apposed(c, last, start, signals);
            }
            Some(_) if self.capital(last) => self.before_capital(last, signals),
            _ => {}
        }
    }

    /// One common word that may have its capital from its position; "US" has its own.
    fn is_plain_word(self, c: &Candidate) -> bool {
        let letters = !c.loud && c.hit.is_some() && self.shape_is(c.tokens.start, Shape::Upper);
        c.tokens.len() == 1 && self.is(c.tokens.start, Class::COMMON) && !letters
    }

    /// "anti-|NATO": a listed body behind a prefix is still one.
    fn is_prefixed(self, c: &Candidate, hyphen: usize) -> bool {
        let Some(prefix) = hyphen.checked_sub(1) else { return false };
        let known = c.listed.is_body() || c.listed.is(Lists::COUNTRY);
        // "D-|Texas".
        let party = self.shape_is(prefix, Shape::Initial) && c.listed.is_place();
        party || known && PREFIXES.contains(&self.word(prefix))
    }

    /// A mark at the head of a sentence: the candidate is its first word all the same.
    fn opens_sentence(self, last: usize, start: usize) -> bool {
        (start..=last).all(|i| self.shape(i).is_some_and(|s| !s.is_word())) || {
            let mark = matches!(
                self.shape(last),
                Some(Shape::Quote | Shape::Apostrophe | Shape::Dash | Shape::Colon)
            );
            mark && !self.tight(last)
        }
    }

    fn before_small(self, c: &Candidate, last: usize, start: usize, signals: &mut Signals) {
        let Beside { before, said } = self.beside(last);
        match before {
            Before::Word => self.before_word(last, said, signals),
            Before::Tells(signal) => {
                signals.add(signal);
                // "published by Aro".
                signals.add_if(signal == S::By && self.publishes(last, start), S::OfFirm);
            }
            Before::Joins(signal) => {
                signals.add(signal);
                self.role_at(last, start, signals);
            }
            Before::In => {
                // "published in Proceedings", "Science in Action": of plain words no place.
                let plain = c.tokens.len() == 1 && c.hit.is_none() && self.is(c.tokens.start, Class::COMMON);
                let firm = self.firm_noun(last, start);
                let journal = !c.listed.is_place() && self.publishes(last, start);
                signals.add_if(journal, S::OutletNoun);
                signals.add_if(!plain && !firm && !journal, S::In);
                signals.add_if(firm, S::OfFirm);
            }
            Before::Of => self.before_of(c, last, start, signals),
            Before::For => {
                signals.add(S::For);
                let seat = last.checked_sub(1).is_some_and(|i| i >= start && ELECTED.contains(&self.word(i)));
                signals.add_if(seat, S::PlacePrep);
                if !seat {
                    self.role_at(last, start, signals);
                }
            }
            Before::The => self.before_the(last, start, signals),
            Before::And => self.before_and(last, start, signals),
        }
    }

    fn before_word(self, last: usize, said: Said, signals: &mut Signals) {
        let word = self.doc.word(last);
        signals.add_if(self.is_outlet_noun(last, said), S::OutletNoun);
        let (role, body, place) =
            (word.is(Class::OCCUPATION), word.is(Class::BODY_NOUN), word.is(Class::PLACE_NOUN));
        signals.add_if(role, S::RoleBefore);
        signals.add_if(body && !role, S::BodyNounBefore);
        signals.add_if(place, S::PlaceNounBefore);
        let verb = word.is(Class::PERSON_VERB);
        signals.add_if(verb, S::SaidBefore);
        signals.add_if(word.is(Class::DETERMINER), S::Determiner);
        signals.add_if(word.is(Class::VERB_PAST | Class::VERB_S | Class::VERB_ING), S::VerbBefore2);
        signals.add_if(!(role || body || place || verb), S::SmallBefore);
    }

    /// Whether token `i`, of which this is `said`, is a noun for outlets: of agencies, those of news alone are some.
    pub(super) fn is_outlet_noun(self, i: usize, said: Said) -> bool {
        let news = || i.checked_sub(1).is_some_and(|i| NEWS.contains(&self.word(i)));
        said.has(Said::OUTLET) && (self.word(i) != atom!("agency") || news())
    }

    /// "the city of Aro", "in the port of Aro".
    fn before_of(self, c: &Candidate, of: usize, start: usize, signals: &mut Signals) {
        let noun = of.checked_sub(1).filter(|i| *i >= start);
        let place = noun.is_some_and(|i| self.small(i) && self.is(i, Class::PLACE_NOUN));
        let out = noun.is_some_and(|i| self.word(i) == atom!("out"));
        signals.add(match (place, out) {
            (true, _) => S::PlaceNounBefore,
            (_, true) => S::PlacePrep,
            _ => S::Of,
        });
        let Some(noun) = noun else { return };
        let first = noun.saturating_sub(1);
        let initial =
            self.shape_is(first, Shape::Stop) && self.shape_is(first.saturating_sub(1), Shape::Initial);
        let named = noun > start && self.capital(noun) && (self.capital(first) || initial);
        let head = Class::TITLE | Class::ORG_HEAD | Class::PLACE_HEAD | Class::COMMON;
        let word = c.hit.is_none() && c.tokens.len() == 1 && self.shape_is(c.tokens.start, Shape::Title);
        signals.add_if(word && named && !self.is(noun, head), S::OfPerson);
        signals.add_if(self.is(noun, Class::OCCUPATION | Class::TITLE | Class::STATE_BODY), S::OfOffice);
        signals.add_if(self.firm_noun(of, start), S::OfFirm);
        signals.add_if(self.beside(noun).said.has(Said::KIN), S::OfKin);
        signals.add_if(self.is(noun, Class::GROUP | Class::BODY_NOUN), S::OfGroup);
    }

    /// "an analyst at Aro", "a spokesman for Aro".
    fn role_at(self, preposition: usize, start: usize, signals: &mut Signals) {
        let role = preposition.checked_sub(1).filter(|i| *i >= start);
        signals.add_if(role.is_some_and(|i| self.small(i) && self.is(i, Class::OCCUPATION)), S::RoleAt);
    }

    /// "published on Monday | in Nature Physics": what a study appears in is a journal.
    fn publishes(self, preposition: usize, start: usize) -> bool {
        /// "published online on Monday".
        const WORDS: usize = 4;
        let between = |i: usize| {
            self.is(i, Class::WEEKDAY | Class::MONTH | Class::ADVERB)
                || atoms!["on", "last", "this", "week", "month", "year", "online", "recently", "yesterday"]
                    .contains(&self.word(i))
                || self.shape_is(i, Shape::Number)
        };
        let verb = (start..preposition).rev().take(WORDS).find(|i| !between(*i));
        verb.is_some_and(|i| self.word(i) == atom!("published"))
    }

    /// "shares of Aro", "a stake in Aro".
    fn firm_noun(self, preposition: usize, start: usize) -> bool {
        preposition.checked_sub(1).is_some_and(|i| i >= start && self.beside(i).said.has(Said::FIRM))
    }

    fn before_the(self, the: usize, start: usize, signals: &mut Signals) {
        signals.add(S::Article);
        let preposition = the.checked_sub(1).filter(|i| *i >= start);
        signals.add_if(preposition.is_some_and(|i| self.word(i) == atom!("in")), S::PlaceAfterIn);
    }

    /// "Lind and Aro": what the listed neighbour before is.
    fn before_and(self, and: usize, start: usize, signals: &mut Signals) {
        signals.add(S::AndBefore);
        let Some(last) = and.checked_sub(1).filter(|i| *i >= start) else { return };
        let listed = self.hit_over(last).map(|hit| self.listed(hit)).unwrap_or_default();
        signals.add_if(listed.is_place(), S::PlacePair);
        signals.add_if(listed.is_body() && !listed.is_place(), S::BodyPair);
        let given =
            last.checked_sub(1).is_some_and(|i| i >= start && self.capital(i) && self.is(i, Class::GIVEN));
        signals.add_if(listed.is(Lists::PERSON) || given && self.capital(last), S::PersonPair);
    }

    /// "Aro, Syria" and "striker, Ola Dahl".
    fn before_comma(self, c: &Candidate, comma: usize, start: usize, signals: &mut Signals) {
        let Some(last) = comma.checked_sub(1).filter(|i| *i >= start) else { return };
        let place =
            self.hit_over(last).filter(|hit| hit.end as usize == comma && self.listed(*hit).is_place());
        signals.add_if(place.is_some_and(|hit| !self.tells_where(c, hit, start)), S::CommaPlaceBefore);
        signals.add_if(self.small(last) && self.is(last, Class::OCCUPATION), S::RoleComma);
    }

    /// "In Norway, | Aro fell", "in Bergen, Norway, | Ola Dahl said": the place says where, and the name behind it is
    /// no place that contains it.
    fn tells_where(self, c: &Candidate, place: Hit, start: usize) -> bool {
        let first = place.start as usize;
        let opens = first == start.saturating_add(1) && self.is(start, Class::PREPOSITION);
        let person = c.tokens.len() > 1 && self.is(c.tokens.start, Class::GIVEN);
        !c.listed.is_place() && (opens || person)
    }

    /// "The bloc, | Aro |, has …", "the village - | Aro | - lies …": what the noun before says of a name set off by two
    /// marks.
    fn apposed(self, c: &Candidate, mark: usize, start: usize, signals: &mut Signals) {
        let closed = self.shape(c.tokens.end) == self.shape(mark);
        let noun = mark.checked_sub(1).filter(|i| closed && *i >= start && self.small(*i));
        let Some(noun) = noun.filter(|i| !self.is(*i, Class::OCCUPATION)) else { return };
        // "The chairman of the alliance, | Ola Dahl |,": the noun is not what the phrase is about.
        let inner = (start..noun).rev().take(MAX_PHRASE).any(|i| self.word(i) == atom!("of"));
        let word = c.tokens.len() == 1 || c.hit.is_some();
        signals.add_if(self.is(noun, Class::BODY_NOUN) && !inner, S::BodyNounComma);
        signals.add_if(self.is(noun, Class::PLACE_NOUN) && word, S::PlaceNounComma);
    }

    fn before_capital(self, last: usize, signals: &mut Signals) {
        let Some(hit) = self.hit_over(last) else {
            signals.add_if(self.is(last, Class::OCCUPATION | Class::TITLE), S::RoleBefore);
            return;
        };
        let listed = self.listed(hit);
        signals.add_if(listed.is(Lists::DEMONYM), S::DemonymBefore);
    }

    fn around(self, c: &Candidate, start: usize, end: usize, signals: &mut Signals) {
        let before = c.tokens.start.checked_sub(1).filter(|i| *i >= start);
        let next = Some(c.tokens.end).filter(|i| *i < end);
        let (Some(before), Some(next)) = (before, next) else { return };
        // Most names have no mark near.
        let near = before.saturating_sub(MAX_QUOTED)..next.saturating_add(MAX_QUOTED);
        if self.doc.tokens.marks().has_any(near) {
            self.quoted(c, start.max(before.saturating_sub(MAX_QUOTED))..=before, next..end, signals);
        }
        let bracketed = self.shape_is(before, Shape::Open) && self.shape_is(next, Shape::Close);
        let acronym =
            bracketed && c.tokens.len() == 1 && self.shape_is(c.tokens.start, Shape::Upper) && !c.loud;
        let named = before.checked_sub(1).is_some_and(|i| i >= start && self.capital(i));
        signals.add_if(acronym && named, S::Acronym);
    }

    /// The quotation marks around a candidate, by the tokens `ahead` of it and `behind` it in its sentence.
    fn quoted(
        self,
        c: &Candidate,
        ahead: RangeInclusive<usize>,
        behind: Range<usize>,
        signals: &mut Signals,
    ) {
        let (before, next) = (*ahead.end(), behind.start);
        let quote = |i: usize| matches!(self.shape(i), Some(Shape::Quote | Shape::Apostrophe));
        // “Cold Harbour,” a thriller: the comma stands inside the marks.
        let inside = matches!(self.shape(next), Some(Shape::Comma | Shape::Stop)) && c.tokens.len() > 1;
        let told = || (next.saturating_add(2)..next.saturating_add(4)).any(|i| self.is(i, Class::CUE));
        let closed = inside && quote(next.saturating_add(1)) && !told();
        signals.add_if(quote(before) && (quote(next) || closed), S::Quoted);
        // Titles of works have no comma before the closing mark; speech has.
        let opens = ahead.rev().take_while(|i| !self.is_stop(*i)).any(quote);
        let closes = behind.take(MAX_QUOTED).take_while(|i| !self.is_stop(*i)).any(quote);
        signals.add_if(opens && closes && !(quote(before) && quote(next)), S::ShortQuote);
    }

    /// "the | Spaniard said": a noun of origin that is the subject of its verb.
    pub(super) fn is_native(self, i: usize) -> bool {
        let next = i.saturating_add(1);
        let verb = Class::AUXILIARY | Class::PERSON_VERB | Class::VERB_PAST;
        self.small(next) && self.is(next, verb) && !self.is(next, Class::VERB_NOUN) && self.is_one_native(i)
    }

    /// "the | Spaniard": a noun of origin that can be one person, as "the French" and "the Swedes" cannot.
    pub(super) fn is_one_native(self, i: usize) -> bool {
        let origin = |hit: Hit| hit.end - hit.start == 1 && self.listed(hit).only_demonym();
        let the = || i.checked_sub(1).is_some_and(|the| self.word(the) == atom!("the"));
        let many = || ["s", "sh", "ch", "se"].iter().any(|end| self.str(i).ends_with(end));
        self.shape_is(i, Shape::Title) && self.hit_from(i).is_some_and(origin) && the() && !many()
    }

    /// "FOOTBALL - …": the desk that a story is for stands where a dateline does.
    pub(super) fn is_slug(self, tokens: Range<usize>) -> bool {
        self.capitals(tokens).all(|i| self.is(i, Class::COMMON | Class::SPORT))
    }

    fn is_stop(self, i: usize) -> bool {
        matches!(self.shape(i), Some(Shape::Comma | Shape::Stop | Shape::Semicolon))
    }

    fn dateline(self, c: &Candidate, part: usize, signals: &mut Signals) {
        let Some(line) = self.doc.parts.get(part).and_then(|part| part.dateline.as_ref()) else { return };
        let span = self.doc.span(c.tokens.clone());
        let slug = c.hit.is_none() && self.is_slug(c.tokens.clone());
        signals.add_if(!slug && line.places.iter().any(|place| place.overlaps(span)), S::Dateline);
        signals.add_if(line.agency.is_some_and(|agency| agency.overlaps(span)), S::DatelineAgency);
    }
}
