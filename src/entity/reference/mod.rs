//! Later mentions that are no names: "he", "the minister", "the company", "it".
//!
//! Only where the antecedent is safe; what is not stays unresolved, and attribution says so. Outside quotation
//! marks alone: inside them another speaks, whose "he" is not the article's.

mod holders;
mod nominal;
mod pronoun;
mod recent;

use std::ops::Range;

use once_cell::sync::Lazy;

use crate::lexicon::{Class, Column};
use crate::text::{Atom, Shape, Shapes, TokenSet};

use super::build::{Name, Named};
use super::read::Reader;
use super::{Entity, EntityId, Gender, Mention, MentionForm, Role, role};
use holders::Holders;
use recent::{Recent, Seen};

/// Words before the subject of a sentence, at most: its titles, or an adverbial.
const MAX_LEAD: usize = 16;

/// A later mention and what it tells of its entity.
struct Found {
    entity: usize,
    tokens: Range<usize>,
    form: MentionForm,
    gender: Option<Gender>,
    role: Option<role::Found>,
}

/// What a word can begin.
#[derive(Clone, Copy, Debug)]
enum Hook {
    /// "a spokesman".
    Indefinite,
    /// "the minister".
    Definite,
    /// "he", "her".
    Person(Gender),
    /// "it".
    Body,
    /// "they".
    People,
}

static HOOKS: Lazy<Column<Option<Hook>>> = Lazy::new(|| {
    let of = |hook, words: &'static [&'static str]| words.iter().map(move |word| (*word, Some(hook)));
    Column::new(
        of(Hook::Indefinite, &["a", "an"])
            .chain(of(Hook::Definite, &["the"]))
            .chain(of(Hook::Person(Gender::Masculine), &["he", "him", "his", "himself"]))
            .chain(of(Hook::Person(Gender::Feminine), &["she", "her", "hers", "herself"]))
            .chain(of(Hook::Body, &["it", "its"]))
            .chain(of(Hook::People, &["they", "their"])),
    )
});

/// Adds pronoun and nominal mentions to the entities, and the roles that nominals tell.
pub(super) fn resolve(reader: Reader<'_, '_>, named: Named) -> Vec<Entity> {
    let Named { mut list, names, offices } = named;
    let holders = Holders::new(reader, &list, offices);
    let words = TokenSet::of(&reader.doc.words, |word| word.is(Class::PRONOUN | Class::DETERMINER));
    let hooks = words.or(reader.doc.tokens.marks());
    let mut scan = Scan::new(reader, &list, &names, &holders, &hooks);
    let mut part = None;
    for sentence in &reader.doc.sentences {
        if part.replace(sentence.part) != Some(sentence.part) {
            scan.quoted = false;
        }
        if reader.doc.parts.get(sentence.part).is_some_and(|part| part.kind.is_content()) {
            scan.sentence(sentence.tokens.clone());
        }
    }
    let found = scan.found;
    add(reader, &mut list, &names, found);
    list
}

/// Adds what was found to its entities.
fn add(reader: Reader<'_, '_>, entities: &mut [Entity], names: &[Name], found: Vec<Found>) {
    for found in found {
        let Some(entity) = entities.get_mut(found.entity) else { continue };
        entity.gender = entity.gender.or(found.gender);
        entity.mentions.push(Mention { span: reader.doc.span(found.tokens), form: found.form });
        if let Some(role) = found.role {
            let span = reader.doc.span(role.tokens);
            let of = role.of.and_then(|token| named_at(names, token)).map(EntityId);
            entity.roles.push(Role { span, title: reader.doc.str(span).to_owned(), of });
        }
    }
    for entity in entities {
        // Two runs, names and what stands for them, which one pass merges.
        entity.mentions.sort_by_key(|mention| mention.span);
    }
}

/// The entity whose name covers a token.
fn named_at(names: &[Name], token: usize) -> Option<usize> {
    let at = names.partition_point(|name| name.start <= token).checked_sub(1)?;
    names.get(at).filter(|name| token < name.end).map(|name| name.entity)
}

/// Walks the sentences with the names read so far.
struct Scan<'a, 'd, 't> {
    reader: Reader<'d, 't>,
    entities: &'a [Entity],
    names: &'a [Name],
    holders: &'a Holders,
    /// Quotation marks, and the words that pronouns and nominals begin with.
    hooks: &'a TokenSet,
    /// The next name to be read.
    next: usize,
    recent: Recent,
    /// The number of the sentence at hand; sentences of speech alone have none of their own.
    turn: usize,
    /// Its tokens.
    sentence: Range<usize>,
    /// The end of the last mention, name or not.
    end: usize,
    /// Whether marks stand open, from this sentence or an earlier one of the part.
    quoted: bool,
    /// The nouns in the names of bodies, each with the one body: none where several have it. No longer than the
    /// list of nouns.
    by_name: Vec<(Atom, Option<usize>)>,
    /// The last person without a name that was brought in: "a spokesman", by its noun.
    nameless: Option<Atom>,
    /// The last one called by his origin alone who is not whom a sentence is about: "beat the *German*".
    native: Option<Atom>,
    found: Vec<Found>,
}

impl<'a, 'd, 't> Scan<'a, 'd, 't> {
    fn new(
        reader: Reader<'d, 't>,
        entities: &'a [Entity],
        names: &'a [Name],
        holders: &'a Holders,
        hooks: &'a TokenSet,
    ) -> Self {
        Self {
            reader,
            entities,
            names,
            holders,
            hooks,
            next: 0,
            recent: Recent::new(),
            turn: 0,
            sentence: 0..0,
            end: 0,
            quoted: false,
            by_name: Vec::new(),
            nameless: None,
            native: None,
            found: Vec::new(),
        }
    }

    fn sentence(&mut self, tokens: Range<usize>) {
        self.sentence = tokens.clone();
        let (opened, mut told, mut from) = (self.quoted, false, tokens.start);
        let hooks = self.hooks;
        for i in hooks.within(tokens.clone()) {
            if self.reader.doc.tokens.marks().has(i) {
                told |= !self.quoted && self.tells(from..i);
                from = i.saturating_add(1);
                self.quoted = self.in_quotes(i);
            } else if !self.quoted & (i >= self.end) & self.is_told(i) {
                self.word(i);
            }
        }
        told |= !self.quoted && self.tells(from..tokens.end);
        self.read_names(tokens.end);
        // Speech that runs over sentences does not take the article further from its speaker.
        if told || !opened && !self.quoted {
            self.turn = self.turn.saturating_add(1);
        }
    }

    /// Whether a stretch holds a word that is no name in capitals.
    fn tells(&self, mut tokens: Range<usize>) -> bool {
        tokens.any(|i| self.is_told(i))
    }

    fn is_told(&self, i: usize) -> bool {
        const TOLD: Shapes = Shapes::of(&[Shape::Lower, Shape::Title, Shape::Initial]);
        self.reader.shape(i).is_some_and(|shape| TOLD.has(shape))
    }

    /// Resolves the pronoun or the noun phrase that begins at token `i`.
    fn word(&mut self, i: usize) {
        let Some(hook) = HOOKS.get(self.reader.doc.word(i)) else { return };
        if matches!(hook, Hook::Definite | Hook::Indefinite) && !self.may_describe(i) {
            return;
        }
        self.read_names(i.saturating_add(1));
        if i < self.end {
            return;
        }
        self.recent.forget(self.turn);
        let found = match hook {
            Hook::Indefinite => {
                self.introduce(i);
                None
            }
            Hook::Definite => self.nominal(i),
            Hook::Person(gender) => self.person_pronoun(i, gender),
            Hook::Body => self.body_pronoun(i),
            Hook::People => self.people_pronoun(i),
        };
        let Some(found) = found else { return };
        self.end = found.tokens.end;
        self.recent.add(Seen {
            entity: found.entity,
            at: i,
            end: self.end,
            from: self.sentence.start,
            turn: self.turn,
        });
        self.found.push(found);
    }

    /// Remembers the names that begin before token `end`.
    fn read_names(&mut self, end: usize) {
        while let Some(name) = self.names.get(self.next).filter(|name| name.start < end) {
            self.end = self.end.max(name.end);
            // Whom a byline names is not whom the text is about.
            let told = name.start >= self.sentence.start;
            if told && !name.demonym {
                self.nameless = None;
                self.note_nouns(*name);
                self.recent.add(Seen::new(*name, self.sentence.start, self.turn));
            } else if told && self.reader.is_one_native(name.start) {
                self.native = Some(self.reader.word(name.start));
            }
            self.next = self.next.saturating_add(1);
        }
    }

    /// Whether marks stand open after token `i`.
    fn in_quotes(&self, i: usize) -> bool {
        match self.reader.str(i) {
            "“" | "«" | "„" | "``" => true,
            "”" | "»" | "''" => false,
            "\"" => !self.quoted,
            _ => self.quoted,
        }
    }

    fn entity(&self, seen: Seen) -> Option<&'a Entity> {
        self.entities.get(seen.entity)
    }

    /// Whether a mention is the subject of its sentence: nothing stands before it but its title, a word that
    /// joins the sentence to the last one, or an adverbial with its comma.
    fn is_subject(&self, seen: Seen) -> bool {
        let r = self.reader;
        let own = Class::TITLE | Class::OCCUPATION | Class::QUALIFIER | Class::DETERMINER;
        let light = own | Class::ADVERB | Class::CONJUNCTION;
        if seen.at.saturating_sub(seen.from) > MAX_LEAD {
            return false;
        }
        for i in (seen.from..seen.at).rev() {
            if r.shape_is(i, Shape::Comma) {
                return true;
            }
            let mark =
                matches!(r.shape(i), Some(Shape::Hyphen | Shape::Stop | Shape::Quote | Shape::Possessive));
            let name = r.capital(i) && !r.is(i, Class::PREPOSITION);
            if !(mark || name || r.is(i, light)) {
                return false;
            }
        }
        true
    }
}
