//! "The minister", "the company" and the one entity that the text means by it.
//!
//! A noun for persons takes whom the text, or a table, calls so: "Transport Minister Ola Dahl … the minister".
//! Where nobody is, it takes the subject of the sentence before, of whom nothing is told yet, and tells his role:
//! "Ada Hart won the seat. The finance minister …". A noun for bodies takes the one body of its class that was
//! named of late.

use once_cell::sync::Lazy;

use crate::gazetteer::EntityKind;
use crate::lexicon::{self, Class, Column, Entry};
use crate::text::{Atom, Shape, atom, atoms, fields, first_field};

use super::super::build::Name;
use super::super::listed::Lists;
use super::super::read::Reader;
use super::super::{Entity, MentionForm, Role, role};
use super::holders;
use super::recent::{Fitting, Seen};
use super::{Found, Scan};

/// The classes of bodies that a noun fits, parted by commas.
static CLASSES: Lazy<Column<&'static str>> =
    Lazy::new(|| Column::new(lexicon::rows(lexicon::NOMINALS).filter_map(|row| row.split_once('\t'))));

/// Words between "the" and its noun, at most: "the newly elected prime minister".
const MAX_MODIFIERS: usize = 3;

/// Grammar that no phrase holds.
const GRAMMAR: Class = Class::PREPOSITION.or(Class::DETERMINER).or(Class::PRONOUN).or(Class::CONJUNCTION);

/// The nouns that stand for persons and bodies.
const NOUNS: Class = Class::OCCUPATION.or(Class::BODY_NOMINAL);

/// Words behind a noun phrase that are none of its own.
const CLOSING: Class = GRAMMAR
    .or(Class::AUXILIARY)
    .or(Class::NEGATION)
    .or(Class::ADVERB)
    .or(Class::CUE)
    .or(Class::PERSON_VERB)
    .or(Class::VERB_PAST)
    .or(Class::VERB_S)
    .or(Class::TIME);

/// Pronouns in the sentence of a nominal that mean the person whom the nominal does not.
const OBJECTS: &[Atom] = atoms!["him", "her", "he", "she"];

/// How far behind a nominal its verb's object may stand, in tokens.
const MAX_CLAUSE: usize = 12;

/// Later mentions that are asked whether they told a role before: an article tells a person's within few.
const MAX_ROLES: usize = 16;

/// A noun phrase behind "the".
struct Phrase {
    /// Its first word behind "the", an adjective of origin left out.
    start: usize,
    noun: usize,
    /// The adjective of origin: "the Danish minister".
    origin: Option<usize>,
}

impl Scan<'_, '_, '_> {
    /// Whether the phrase behind an article can stand for somebody: most have no such noun, and no listed name at their
    /// head.
    pub(super) fn may_describe(&self, article: usize) -> bool {
        let from = article.saturating_add(1);
        let words = self.reader.doc.words.get(from..).and_then(|words| words.first_chunk());
        let classes = |words: &[Entry; MAX_MODIFIERS + 1]| {
            words.iter().fold(Class::NONE, |classes, word| classes | word.class)
        };
        words.is_none_or(|words| classes(words).has(NOUNS)) || self.reader.is_listed(from)
    }

    /// "the Spaniard" and the one person that the last sentence with any is about.
    fn native(&self, the: usize) -> Option<Found> {
        let noun = the.saturating_add(1);
        let tokens = the..noun.saturating_add(1);
        let fits = |seen: Seen| self.entity(seen).is_some_and(|e| e.kind == EntityKind::Person);
        if self.native == Some(self.reader.word(noun)) {
            return None;
        }
        let entity = Fitting::of(self.recent.last_sentence(self.turn, fits)).one()?;
        Some(Found { entity, tokens, form: MentionForm::Nominal, gender: None, role: None })
    }

    /// "the minister", "the company" and the one entity of which the text said so.
    pub(super) fn nominal(&self, the: usize) -> Option<Found> {
        if self.reader.is_native(the.saturating_add(1)) {
            return self.native(the);
        }
        let phrase = self.phrase(the)?;
        let noun = phrase.noun;
        let (entity, tells) = match self.holders.by_text(self.reader.word(noun)) {
            Some(Ok(person)) => (self.holder(person, the, &phrase)?, true),
            Some(Err(())) => return None,
            None if self.reader.is(noun, Class::BODY_NOMINAL) => (self.body(&phrase)?, false),
            None => match self.listed_holder(&phrase) {
                Some(person) => (person, false),
                None => (self.subject_before(the, &phrase)?, true),
            },
        };
        // Mentions do not overlap: "Danish" is one of its own.
        let start = if phrase.origin.is_some() { phrase.start } else { the };
        let tokens = start..noun.saturating_add(1);
        let role = if tells { self.tells_role(entity, &phrase) } else { None };
        Some(Found { entity, tokens, form: MentionForm::Nominal, gender: None, role })
    }

    /// The phrase behind "the", where its noun can stand for a person or a body and nothing goes on behind it.
    fn phrase(&self, the: usize) -> Option<Phrase> {
        let r = self.reader;
        let from = the.saturating_add(1);
        let origin =
            r.hit_from(from).filter(|hit| r.listed(*hit).is(Lists::DEMONYM) && !r.listed(*hit).is_body());
        let start = origin.map_or(from, |hit| hit.end as usize);
        let stop = self.sentence.end.min(start.saturating_add(MAX_MODIFIERS + 1));
        let plain = |i: usize| r.small(i) && r.is(i, Class::QUALIFIER | Class::COMMON) && !r.is(i, GRAMMAR);
        let is_noun = |i: usize| r.small(i) && r.is(i, NOUNS);
        let noun = (start..stop).find(|i| is_noun(*i) || !plain(*i)).filter(|i| is_noun(*i))?;
        // "prime | minister", "chief | executive".
        let noun = if r.is(noun, Class::OCCUPATION) && noun.saturating_add(1) < stop && self.continues(noun) {
            noun.saturating_add(1)
        } else {
            noun
        };
        let whole = (start..noun).all(plain) && !self.goes_on(noun.saturating_add(1));
        whole.then_some(Phrase { start, noun, origin: origin.map(|hit| hit.start as usize) })
    }

    fn continues(&self, noun: usize) -> bool {
        let next = noun.saturating_add(1);
        self.reader.small(next)
            && self.reader.is(next, Class::OCCUPATION)
            && !self.reader.is(next, Class::CUE)
    }

    /// "the company | spokesman", "the president | of Nordvik", "the party | platform", "the singer | Ola Dahl" are
    /// others.
    fn goes_on(&self, after: usize) -> bool {
        let r = self.reader;
        let noun = r.is(after, Class::OCCUPATION | Class::BODY_NOUN | Class::BODY_NOMINAL | Class::COMMON);
        let link = atoms!["of", "for", "at", "with", "to", "who", "whose"].contains(&r.word(after));
        r.small(after) && (link || noun && !r.is(after, CLOSING))
            || r.shape_is(after, Shape::Hyphen)
            || r.capital(after)
    }

    /// The person whom the text calls so, if named before and not another of that calling: "the finance
    /// minister" is no prime minister, and "the spokesman" is the nameless one just brought in.
    fn holder(&self, person: usize, the: usize, phrase: &Phrase) -> Option<usize> {
        let r = self.reader;
        let entity = self.entities.get(person)?;
        let named = entity.mentions.first().is_some_and(|m| r.doc.tokens.first_at(m.span.start) < the);
        let noun = r.word(phrase.noun);
        let nameless = self.nameless == Some(noun);
        (named && !nameless && entity.known_roles().any(|role| agrees(r, role, phrase))).then_some(person)
    }

    /// The person named of late whose office a table knows.
    fn listed_holder(&self, phrase: &Phrase) -> Option<usize> {
        let person = self.holders.by_table(self.reader.word(phrase.noun))?;
        self.recent.iter().any(|seen| seen.entity == person).then_some(person)
    }

    /// The person that the sentence before is about, of whom nothing is told yet: "Ada Hart won. | The minister …".
    fn subject_before(&self, the: usize, phrase: &Phrase) -> Option<usize> {
        let r = self.reader;
        if the != self.sentence.start || r.is(phrase.noun, Class::OTHER) {
            return None;
        }
        let last = self.turn.checked_sub(1)?;
        let persons = || {
            let there = self.recent.iter().filter(|seen| seen.turn == last);
            there.filter(|seen| self.entity(*seen).is_some_and(|e| e.kind == EntityKind::Person))
        };
        let person = Fitting::of(persons()).one()?;
        let entity = self.entities.get(person)?;
        let unknown = entity.roles.is_empty() && !self.holders.is_listed(person);
        let subject = persons().next().is_some_and(|seen| self.is_subject(seen));
        // "The minister congratulated her": somebody else did.
        let apart = (phrase.noun..self.sentence.end).take(MAX_CLAUSE).any(|i| OBJECTS.contains(&r.word(i)));
        (unknown && subject && !apart).then_some(person)
    }

    /// The role that the phrase adds to what is known of the person.
    fn tells_role(&self, person: usize, phrase: &Phrase) -> Option<role::Found> {
        let r = self.reader;
        let entity = self.entities.get(person).filter(|e| e.kind == EntityKind::Person)?;
        let tokens = phrase.start..phrase.noun.saturating_add(1);
        let known = |role: &Role| {
            tokens.clone().all(|i| r.doc.tokens.within(role.span).any(|k| r.word(k) == r.word(i)))
        };
        let earlier = |found: &Found| {
            found.role.as_ref().is_some_and(|role| {
                found.entity == person && r.key(role.tokens.clone()) == r.key(tokens.clone())
            })
        };
        let new = !entity.known_roles().any(known) && !self.found.iter().rev().take(MAX_ROLES).any(earlier);
        new.then_some(role::Found { tokens, of: phrase.origin })
    }

    /// The one recent body that the noun fits, else the one of the article whose name holds it.
    fn body(&self, phrase: &Phrase) -> Option<usize> {
        let noun = phrase.noun;
        let classes = CLASSES.get(self.reader.doc.word(noun));
        let classes = first_field(classes, b'\t');
        let central = self.is_central(phrase);
        let fits = |seen: &Seen| {
            self.entity(*seen)
                .is_some_and(|e| is_body(e) && self.fits(e, *seen, noun, classes) && (!central || is_bank(e)))
        };
        let found = match Fitting::of(self.recent.iter().filter(fits)) {
            Fitting::One(entity) => Some(entity),
            Fitting::Several => None,
            Fitting::None => self.by_name.iter().find(|(word, _)| *word == self.reader.word(noun))?.1,
        };
        found.filter(|entity| !self.is_another(*entity, phrase))
    }

    /// "the central bank": no company, and no bank of which a text does not know that it is one.
    fn is_central(&self, phrase: &Phrase) -> bool {
        (phrase.start..phrase.noun).next_back().is_some_and(|i| self.reader.word(i) == atom!("central"))
    }

    /// "The oil ministry" is not the Natural Resources Ministry: of bodies of a state the field is the name.
    fn is_another(&self, entity: usize, phrase: &Phrase) -> bool {
        let r = self.reader;
        let Some(entity) = self.entities.get(entity).filter(|_| r.is(phrase.noun, Class::STATE_BODY)) else {
            return false;
        };
        let named = |i: usize| holds(&entity.name, r.str(i));
        let fields = || (phrase.start..phrase.noun).filter(|i| !r.is(*i, Class::QUALIFIER));
        named(phrase.noun) && fields().next().is_some() && !fields().any(named)
    }

    /// Remembers the nouns in the name of a body: "the authority" later is the one that is called so.
    pub(super) fn note_nouns(&mut self, name: Name) {
        if !self.entities.get(name.entity).is_some_and(is_body) {
            return;
        }
        for i in (name.start..name.end).filter(|i| self.reader.is(*i, Class::BODY_NOMINAL)) {
            let word = self.reader.word(i);
            match self.by_name.iter_mut().find(|(known, _)| *known == word) {
                Some((_, owner)) => *owner = owner.filter(|owner| *owner == name.entity),
                None => self.by_name.push((word, Some(name.entity))),
            }
        }
    }

    /// Whether a body is of the classes, or its name or the words beside it say that it is such a one. What a
    /// company is, its name rarely says.
    fn fits(&self, entity: &Entity, seen: Seen, noun: usize, classes: &str) -> bool {
        let r = self.reader;
        let word = r.word(noun);
        let classed = |class: &str| fields(classes, b',').any(|fit| fit == class);
        let class = entity.class.as_deref().unwrap_or("");
        let any = classes == "*" && entity.kind == EntityKind::Organization;
        // "Oslo Crown Court", "Bergen Hospital": no company is called so.
        let houses = atoms!["college", "hospital", "school", "union", "university"];
        let public = || {
            let words = seen.at..seen.end;
            words.into_iter().any(|i| r.is(i, Class::STATE_BODY) || houses.contains(&r.word(i)))
        };
        any || classed(class)
            || class.is_empty() && classed("company") && entity.kind == EntityKind::Organization && !public()
            || (seen.at..seen.end).any(|i| r.word(i) == word)
            || seen.at.checked_sub(1).is_some_and(|i| r.word(i) == word)
            || holds(&entity.name, r.str(noun))
    }

    /// Remembers "a spokesman" who is brought in without a name.
    pub(super) fn introduce(&mut self, article: usize) {
        let r = self.reader;
        let from = article.saturating_add(1);
        let stop = self.sentence.end.min(from.saturating_add(MAX_MODIFIERS + 1));
        let noun = (from..stop).find(|i| r.small(*i) && r.is(*i, Class::OCCUPATION));
        if let Some(noun) = noun.filter(|noun| !r.capital(noun.saturating_add(1))) {
            // "Ada Hart, a minister", "Ada Hart is a minister".
            let of_name =
                self.recent.iter().next_back().is_some_and(|seen| article.saturating_sub(seen.end) <= 2);
            if !of_name {
                self.nameless = Some(r.word(noun));
            }
        }
    }
}

/// Whether a role can be what the phrase says: its noun is the same, and of the words that qualify both, one is.
fn agrees(r: Reader<'_, '_>, role: &Role, phrase: &Phrase) -> bool {
    let word = r.word(phrase.noun);
    if holders::noun(r, role).is_none_or(|noun| r.word(noun) != word) {
        return false;
    }
    let qualifiers = || r.doc.tokens.within(role.span).filter(|i| r.word(*i) != word);
    let shared = |i: usize| qualifiers().any(|k| r.word(k) == r.word(i));
    phrase.start == phrase.noun || qualifiers().next().is_none() || (phrase.start..phrase.noun).any(shared)
}

fn is_bank(entity: &Entity) -> bool {
    entity.class.as_deref() == Some("bank") || holds(&entity.name, "bank")
}

fn is_body(entity: &Entity) -> bool {
    matches!(entity.kind, EntityKind::Organization | EntityKind::Outlet)
}

/// Whether a word of a name is `word`. Where neither has accents, most differ in length, which tells at once.
fn holds(name: &str, word: &str) -> bool {
    if name.is_ascii() && word.is_ascii() {
        return fields(name, b' ').any(|part| part.eq_ignore_ascii_case(word));
    }
    let word = Atom::fold(word);
    fields(name, b' ').any(|part| Atom::fold(part) == word)
}
