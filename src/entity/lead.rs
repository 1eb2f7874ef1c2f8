//! What stands at the head of a run and is no part of a name: articles, counts, and what the first word of a
//! sentence says of the name behind it.

use std::ops::Range;

use crate::lexicon::Class;
use crate::text::{Atom, Shape, atom, atoms};

use super::listed::Lists;
use super::read::Reader;
use super::split::Splitter;

const NUMERALS: &[Atom] = atoms![
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "hundreds", "thousands", "dozens",
];

/// Ordinals that number armies and fleets.
const ORDINALS: &[Atom] = atoms![
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth",
];

/// The letters of parties before the states of their members.
const PARTIES: &[Atom] = atoms!["d", "r", "i"];

/// Words that open a run and are no part of a name.
const OPENERS: Class = Class::DETERMINER
    .or(Class::PREPOSITION)
    .or(Class::CONJUNCTION)
    .or(Class::PRONOUN)
    .or(Class::AUXILIARY)
    .or(Class::NEGATION)
    .or(Class::WEEKDAY);

/// Small words that join the word before them to a name.
const JOINTS: &[Atom] = atoms!["of", "for", "on", "against", "to", "and"];

impl Splitter<'_, '_, '_> {
    /// Past the articles, prepositions and other small words that are capitalised by their position.
    pub(super) fn skip_openers(&self, run: Range<usize>) -> usize {
        let r = self.reader;
        let mut at = run.start;
        while at < run.end {
            let next = at.saturating_add(1);
            if r.is_mark_of_name(at) {
                at = next.saturating_add(1);
                continue;
            }
            if !r.is(at, OPENERS | Class::MONTH) || r.is(at, Class::WEEKDAY) && self.names_on(at) {
                break;
            }
            let given = r.is(at, Class::GIVEN);
            let small = r.is(at, OPENERS);
            let plain = small || !(given && r.capital(next));
            let listed =
                r.hit_from(at).is_some_and(|hit| hit.end - hit.start > 1 || !self.loud && r.all_caps(at));
            // "A. Noel Dahl", "A&M Records": an initial, no article.
            let initial = r.shape_is(at, Shape::Initial) && r.tight(next) && next < run.end;
            let acronym = !self.loud && r.all_caps(at) || initial;
            if listed || acronym || !plain || given && next < run.end && !small {
                break;
            }
            at = next;
        }
        if at == self.first && (self.leads_in(at, run.end) || self.counts(at, run.end)) {
            at.saturating_add(1)
        } else {
            at
        }
    }

    /// "the Sunday | Mail", "Sun | Ra": a day that opens a name, of a paper or where "Sun" is not short for it.
    fn names_on(&self, at: usize) -> bool {
        let r = self.reader;
        let (next, after) = (at.saturating_add(1), at.saturating_add(2));
        let sun = r.word(at) == atom!("sun") && r.capital(next) && !r.is(next, Class::MONTH);
        sun || r.is(next, Class::MEDIA) && r.capital(next) && !r.capital(after)
    }

    /// Whether the first word of the sentence is a plain word before a name: "Prosecutors | Ola Dahl and …",
    /// "Former | U.S. officials".
    fn leads_in(&self, at: usize, end: usize) -> bool {
        let next = at.saturating_add(1);
        if next >= end || self.reader.tight(next) || !self.reader.shape_is(at, Shape::Title) {
            return false;
        }
        if self.is_national(at, end) {
            return false;
        }
        self.is_plain(at) && (self.is_named(next) || self.acts_on(at))
            || self.calls(at, end)
            || self.qualifies_state(at)
    }

    /// "Water | UK said", "Netball | Australia, which": nothing is called so but bodies of the trade or sport. A word
    /// before other countries may tell of them: "Hosts | Qatar said".
    fn is_national(&self, at: usize, end: usize) -> bool {
        let r = self.reader;
        let next = at.saturating_add(1);
        let letters = !self.loud && r.shape_is(next, Shape::Upper) && r.is_country(next, end);
        let sport = r.is(at, Class::SPORT) && r.is_country(next, end);
        let alone = !r.small(end) || r.is(end, Class::PERSON_VERB | Class::AUXILIARY | Class::VERB_PAST);
        (letters || sport) && alone && r.is(at, Class::COMMON) && !r.is(at, Class::QUALIFIER)
    }

    /// A common word that is no part of any name.
    fn is_plain(&self, at: usize) -> bool {
        let r = self.reader;
        r.is(at, Class::COMMON)
            && !r.is(at, Class::GIVEN | Class::TITLE | Class::PLACE_HEAD | Class::ORG_HEAD)
            && (!r.is(at, Class::QUALIFIER) || r.is(at, Class::ADVERB))
            && r.hit_from(at).is_none()
            && !self.is_unit(at)
    }

    /// "Defending | Nordvik, Petra Lind said": a participle before a word of no other use.
    fn acts_on(&self, at: usize) -> bool {
        let r = self.reader;
        let next = at.saturating_add(1);
        r.str(at).ends_with("ing") && r.shape_is(next, Shape::Title) && !r.is(next, Class::COMMON)
    }

    /// Whether a name begins at token `i`: a given name, or a listed one that is no word.
    fn is_named(&self, i: usize) -> bool {
        let r = self.reader;
        let listed = |hit| r.listed(hit);
        self.is_given(i)
            || r.hit_from(i)
                .map(listed)
                .is_some_and(|listed| listed.is(Lists::COUNTRY) || !listed.is(Lists::WORD))
    }

    pub(super) fn is_given(&self, i: usize) -> bool {
        self.reader.is(i, Class::GIVEN) && !self.reader.is(i, Class::COMMON)
    }

    /// "Producer | Zulima Aro", "Senators | Ola Dahl and …": what people are, before two words of no other use.
    fn calls(&self, at: usize, end: usize) -> bool {
        let r = self.reader;
        let (first, second) = (at.saturating_add(1), at.saturating_add(2));
        let unknown = |i: usize| r.shape_is(i, Shape::Title) && !r.is(i, Class::COMMON);
        let people = r.is(at, Class::OCCUPATION) && !r.is(at, Class::GIVEN | Class::SURNAME | Class::TITLE)
            || r.is(at, Class::GROUP) && self.is_given(first);
        people && second < end && !r.tight(second) && unknown(first) && unknown(second)
    }

    /// "Former | U.S. officials", "Lower | U.S. rates", "Former | NATO chiefs", but "Team | USA".
    fn qualifies_state(&self, at: usize) -> bool {
        let r = self.reader;
        let next = at.saturating_add(1);
        let listed =
            r.hit_from(next).filter(|_| r.all_caps(next)).map(|hit| r.listed(hit)).unwrap_or_default();
        let state =
            listed.is(Lists::COUNTRY) && r.is(at, Class::QUALIFIER | Class::PLACE_HEAD | Class::TITLE);
        let body = listed.is_body() && r.is(at, Class::QUALIFIER);
        (state || body) && r.hit_from(at).is_none() && !atoms!["team", "central"].contains(&r.word(at))
    }

    /// "One | Rohingya": a numeral before the only name of a run, which is no word of its own ("Four Corners").
    fn counts(&self, at: usize, end: usize) -> bool {
        let r = self.reader;
        let next = at.saturating_add(1);
        let alone = next.saturating_add(1) >= end || !r.capital(next.saturating_add(1));
        NUMERALS.contains(&r.word(at))
            && r.hit_from(at).is_none()
            && next < end
            && alone
            && !r.is(next, Class::COMMON)
    }

    /// "Eighth | Air Force": an ordinal before a listed body that is one of several.
    pub(super) fn is_unit(&self, at: usize) -> bool {
        let r = self.reader;
        let body = r.hit_from(at.saturating_add(1)).filter(|hit| r.listed(*hit).is(Lists::ORGANIZATION));
        ORDINALS.contains(&r.word(at))
            && body.is_some_and(|hit| r.is((hit.end as usize).saturating_sub(1), Class::STATE_BODY))
    }
}

impl Reader<'_, '_> {
    /// "The | minister", "In | the north": a word that has its capital from its position, before a small one that
    /// joins it to no name. Half of all sentences begin so, and it starts no run.
    pub(super) fn opens_alone(self, at: usize) -> bool {
        let next = at.saturating_add(1);
        let particle = || self.is(next, Class::PARTICLE) && self.word(next) != atom!("the");
        let joined =
            || JOINTS.contains(&self.word(next)) || self.shape_is(next.saturating_add(1), Shape::Hyphen);
        self.is(at, OPENERS)
            && self.small(next)
            && self.shape_is(at, Shape::Title)
            && !self.is(at, Class::GIVEN)
            && !self.is_listed(at)
            && !(particle() || joined())
            && !(self.tight(at) || self.is(at.saturating_sub(1), Class::PARTICLE))
    }

    /// "SOCCER-|Dahl injured", "Ola Dahl, D-|Texas": the slug of a story, or the letter of a party, joined to a name.
    fn is_mark_of_name(self, i: usize) -> bool {
        let (hyphen, name) = (i.saturating_add(1), i.saturating_add(2));
        let joined = self.shape_is(hyphen, Shape::Hyphen) && self.tight(hyphen) && self.tight(name);
        let slug = || self.is(i, Class::SPORT) && self.all_caps(i) && self.capital(name);
        let place = |hit| self.listed(hit).is_place();
        let party =
            || PARTIES.contains(&self.word(i)) && self.capital(i) && self.hit_from(name).is_some_and(place);
        joined && (slug() || party())
    }
}
