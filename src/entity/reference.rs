//! Later mentions that are no names: "he", "the minister", "the company".
//!
//! Only where the antecedent is safe: a pronoun takes the person that the sentence before it, or its own,
//! is about, if just one fits in gender; a nominal takes the one entity of which the text has said that it
//! is a minister, a company, a newspaper. What is not safe stays unresolved; attribution says so.

use std::ops::Range;

use crate::gazetteer::EntityKind;
use crate::lexicon::Class;
use crate::span::Span;
use crate::text::{Atom, Shape, atom, atoms};

use super::read::Reader;
use super::{Entity, Gender, Mention, MentionForm};

/// How many sentences back a pronoun looks.
const REACH: usize = 2;

/// Names kept for that: no antecedent is safe among more, and no pronoun costs more than a look at these.
const MAX_RECENT: usize = 24;

/// Pronouns of one man, of one woman.
const MASCULINE: &[Atom] = atoms!["he", "him", "his", "himself"];
const FEMININE: &[Atom] = atoms!["she", "her", "hers", "herself"];

/// Nouns for bodies, places and outlets that "the" makes a mention, and the classes of entities they fit.
const NOUNS: &[(&str, &[&str])] = &[
    ("company", &["company", "bank"]),
    ("firm", &["company"]),
    ("carmaker", &["company"]),
    ("airline", &["company"]),
    ("bank", &["bank"]),
    ("lender", &["bank"]),
    ("ministry", &["ministry"]),
    ("party", &["party"]),
    ("newspaper", &["newspaper"]),
    ("paper", &["newspaper"]),
    ("daily", &["newspaper"]),
    ("magazine", &["magazine"]),
    ("broadcaster", &["broadcaster", "state_media"]),
    ("network", &["broadcaster"]),
    ("agency", &["news_agency", "agency"]),
    ("university", &["university"]),
    ("court", &["court"]),
    ("union", &["union"]),
    ("club", &["team"]),
];

/// A mention of an entity before the token at hand.
#[derive(Clone, Copy)]
struct Seen {
    entity: usize,
    /// The first token of the mention.
    at: usize,
    sentence: usize,
}

/// Adds pronoun and nominal mentions to the entities.
pub(super) fn resolve(reader: Reader<'_, '_>, entities: &mut [Entity]) {
    let names = mentions(reader, entities);
    let roles = role_nouns(reader, entities);
    let mut found: Vec<(usize, Mention)> = Vec::new();
    let mut scan =
        Scan { reader, entities, names: &names, roles: &roles, next: 0, recent: Vec::new(), quoted: false };
    let mut part = None;
    for (at, sentence) in reader.doc.sentences.iter().enumerate() {
        if part.replace(sentence.part) != Some(sentence.part) {
            scan.quoted = false;
        }
        let content = reader.doc.parts.get(sentence.part).is_some_and(|part| part.kind.is_content());
        if content {
            scan.sentence(at, sentence.tokens.clone(), &mut found);
        }
    }
    add(reader, entities, found);
    for entity in entities {
        entity.mentions.sort_by_key(|mention| mention.span);
    }
}

/// Adds mentions, in the order of the text, where no other stands: a list of the caller's may name "the company",
/// and of "the message the king" the king alone is a mention.
fn add(reader: Reader<'_, '_>, entities: &mut [Entity], found: Vec<(usize, Mention)>) {
    let mut taken: Vec<Span> = entities.iter().flat_map(|e| e.mentions.iter().map(|m| m.span)).collect();
    taken.sort_unstable();
    let starts: Vec<usize> = found.iter().skip(1).map(|(_, mention)| mention.span.start).collect();
    for (at, (entity, mention)) in found.into_iter().enumerate() {
        let name = taken.get(taken.partition_point(|span| span.end <= mention.span.start));
        let free = name.is_none_or(|name| !name.overlaps(mention.span))
            && starts.get(at).is_none_or(|next| *next >= mention.span.end);
        if let Some(entity) = entities.get_mut(entity).filter(|_| free) {
            if mention.form == MentionForm::Pronoun && entity.gender.is_none() {
                entity.gender = gender_of(Atom::fold(reader.doc.str(mention.span)));
            }
            entity.mentions.push(mention);
        }
    }
}

/// The gender of a pronoun.
fn gender_of(word: Atom) -> Option<Gender> {
    if MASCULINE.contains(&word) {
        return Some(Gender::Masculine);
    }
    FEMININE.contains(&word).then_some(Gender::Feminine)
}

/// All names in the order of the text.
fn mentions(reader: Reader<'_, '_>, entities: &[Entity]) -> Vec<Seen> {
    let mut names = Vec::new();
    for (entity, one) in entities.iter().enumerate() {
        for mention in one.mentions.iter().filter(|m| m.form != MentionForm::Demonym) {
            let at = reader.doc.tokens.first_at(mention.span.start);
            names.push(Seen { entity, at, sentence: 0 });
        }
    }
    names.sort_by_key(|seen| seen.at);
    names
}

/// A noun of a role with the one person who has it: none where several have.
type RoleNoun = (Atom, Option<usize>);

/// The last word of each role, sorted, with its owner.
fn role_nouns(reader: Reader<'_, '_>, entities: &[Entity]) -> Vec<RoleNoun> {
    let mut nouns: Vec<RoleNoun> = Vec::new();
    for (at, entity) in entities.iter().enumerate() {
        for role in &entity.roles {
            let mut tokens = reader.doc.tokens.within(role.span).rev();
            let head = tokens.find(|i| reader.is(*i, Class::OCCUPATION | Class::TITLE));
            nouns.extend(head.map(|head| (reader.word(head), Some(at))));
        }
    }
    nouns.sort_unstable();
    nouns.dedup_by(|next, kept| {
        let same = next.0 == kept.0;
        if same && next.1 != kept.1 {
            kept.1 = None;
        }
        same
    });
    nouns
}

/// Walks the sentences with the names read so far.
struct Scan<'a, 'd, 't> {
    reader: Reader<'d, 't>,
    entities: &'a [Entity],
    names: &'a [Seen],
    roles: &'a [RoleNoun],
    next: usize,
    /// Names of this sentence and the last ones, in the order of the text.
    recent: Vec<Seen>,
    /// Whether marks stand open, from this sentence or an earlier one of the part.
    quoted: bool,
}

impl Scan<'_, '_, '_> {
    fn sentence(&mut self, sentence: usize, tokens: Range<usize>, found: &mut Vec<(usize, Mention)>) {
        self.recent.retain(|seen| sentence.saturating_sub(seen.sentence) <= REACH);
        let list = self.reader.doc.tokens.as_slice().get(tokens.clone()).unwrap_or_default();
        for (i, token) in tokens.clone().zip(list) {
            match token.shape {
                Shape::Quote | Shape::Apostrophe => self.quoted = self.in_quotes(i),
                // Inside quotation marks another speaks: his "he" is not the article's.
                Shape::Lower | Shape::Title if !self.quoted => {
                    if !self.reader.is(i, Class::PRONOUN | Class::DETERMINER) {
                        continue;
                    }
                    self.read_names(i.saturating_add(1), sentence);
                    let hit = self.pronoun(i, sentence).or_else(|| self.nominal(i, &tokens));
                    let Some((entity, from, to, form)) = hit else { continue };
                    self.remember(Seen { entity, at: i, sentence });
                    found.push((entity, Mention { span: self.reader.doc.span(from..to), form }));
                }
                _ => {}
            }
        }
        self.read_names(tokens.end, sentence);
    }

    /// Remembers the names that begin before token `end`.
    fn read_names(&mut self, end: usize, sentence: usize) {
        while let Some(name) = self.names.get(self.next).filter(|name| name.at < end) {
            let seen = Seen { sentence, ..*name };
            self.remember(seen);
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

    fn remember(&mut self, seen: Seen) {
        if self.recent.len() >= MAX_RECENT {
            self.recent.remove(0);
        }
        self.recent.push(seen);
    }

    /// A pronoun and the one person it can stand for.
    fn pronoun(&self, i: usize, sentence: usize) -> Option<(usize, usize, usize, MentionForm)> {
        let r = self.reader;
        if !r.is(i, Class::PRONOUN | Class::DETERMINER) || r.shape_is(i, Shape::Upper) {
            return None;
        }
        let gender = gender_of(r.word(i))?;
        let fits = |seen: &&Seen| {
            self.entities
                .get(seen.entity)
                .is_some_and(|e| e.kind == EntityKind::Person && e.gender.is_none_or(|g| g == gender))
        };
        let here =
            self.recent.iter().filter(|seen| seen.sentence == sentence).filter(fits).map(|seen| seen.entity);
        let entity = match one(here) {
            Some(Ok(entity)) => entity,
            // Several persons of this sentence fit: the first, its subject, is as likely as the last.
            Some(Err(())) => return None,
            None => {
                let last = self.recent.iter().filter(fits).map(|seen| seen.sentence).max()?;
                let there = self
                    .recent
                    .iter()
                    .filter(|seen| seen.sentence == last)
                    .filter(fits)
                    .map(|seen| seen.entity);
                one(there)?.ok()?
            }
        };
        Some((entity, i, i.saturating_add(1), MentionForm::Pronoun))
    }

    /// "the minister", "the company" and the one entity of which the text said so.
    fn nominal(&self, the: usize, tokens: &Range<usize>) -> Option<(usize, usize, usize, MentionForm)> {
        let r = self.reader;
        if r.word(the) != atom!("the") || r.shape_is(the, Shape::Upper) {
            return None;
        }
        let noun = (the.saturating_add(1)..tokens.end.min(the.saturating_add(4))).find(|i| {
            r.small(*i)
                && (r.is(*i, Class::OCCUPATION)
                    || r.is(*i, Class::BODY_NOUN) && NOUNS.iter().any(|(word, _)| r.str(*i) == *word))
        })?;
        // "the minister's wife", "the company spokesman", "the president of Nordvik" are others.
        let after = noun.saturating_add(1);
        let plain =
            (the.saturating_add(1)..noun).all(|i| r.small(i) && r.is(i, Class::QUALIFIER | Class::COMMON));
        if !plain || matches!(r.str(after), "of" | "for" | "at") || self.goes_on(after) {
            return None;
        }
        let word = r.str(noun);
        let role = self.roles.binary_search_by_key(&r.word(noun), |(word, _)| *word);
        let entity = match role.ok().and_then(|at| self.roles.get(at)).map(|(_, owner)| *owner) {
            Some(Some(person)) if self.named_before(person, the) => person,
            Some(_) => return None,
            None => self.body(word)?,
        };
        Some((entity, the, after, MentionForm::Nominal))
    }

    fn goes_on(&self, i: usize) -> bool {
        let r = self.reader;
        let noun = r.is(i, Class::OCCUPATION | Class::BODY_NOUN)
            && !r.is(i, Class::CUE | Class::VERB_PAST | Class::VERB_S);
        r.small(i) && noun || r.shape_is(i, Shape::Hyphen) || r.capital(i)
    }

    fn named_before(&self, entity: usize, at: usize) -> bool {
        let first = self.entities.get(entity).and_then(|e| e.mentions.first());
        first.is_some_and(|m| self.reader.doc.tokens.first_at(m.span.start) < at)
    }

    /// The one recent entity that a noun for bodies fits.
    fn body(&self, word: &str) -> Option<usize> {
        let (_, classes) = NOUNS.iter().find(|(noun, _)| *noun == word)?;
        // Of a body that no list knows, its name must say that it is a ministry or a court; a company's rarely does.
        let named = |e: &Entity| {
            matches!(word, "company" | "firm")
                || e.name.split_whitespace().any(|part| part.eq_ignore_ascii_case(word))
        };
        let fits = |seen: &&Seen| {
            self.entities.get(seen.entity).is_some_and(|e| {
                let body = matches!(e.kind, EntityKind::Organization | EntityKind::Outlet);
                match e.class.as_deref() {
                    None | Some("") => body && named(e),
                    Some(class) => classes.contains(&class),
                }
            })
        };
        one(self.recent.iter().filter(fits).map(|seen| seen.entity))?.ok()
    }
}

/// The one value of a list: nothing where it is empty, an error where it holds several.
fn one(values: impl Iterator<Item = usize>) -> Option<Result<usize, ()>> {
    let mut found = None;
    for value in values {
        match found {
            None => found = Some(value),
            Some(first) if first == value => {}
            Some(_) => return Some(Err(())),
        }
    }
    found.map(Ok)
}
