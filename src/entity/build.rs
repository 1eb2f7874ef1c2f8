//! From groups to entities: one for all its mentions, in the order of their first mentions.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use crate::gazetteer::{Alias, EntityKind};
use crate::text::Atom;

use super::document::{Group, Groups};
use super::read::Reader;
use super::setting::Setting;
use super::signal::Signals;
use super::split::Candidate;
use super::words::{Key, join};
use super::{Entity, Evidence, Mention, MentionForm, person, row, title};

/// Collects mentions under their entities.
pub(super) struct Builder<'a, 'd, 't> {
    pub(super) reader: Reader<'d, 't>,
    pub(super) found: &'a [Candidate],
    pub(super) seen: &'a [Signals],
    pub(super) groups: &'a Groups,
    pub(super) setting: &'a Setting,
    /// The entity of each row of the tables, by its id.
    pub(super) of_row: HashMap<&'d str, usize, BuildHasherDefault<IdHasher>>,
    /// The entity of each spelling that is no row's.
    of_group: Vec<Option<usize>>,
    pub(super) list: Vec<Entity>,
    /// Whether any of them is a person.
    names_persons: bool,
    /// The entity of each candidate.
    pub(super) entity_of: Vec<Option<usize>>,
    /// The candidates that stand for a country, too, and which.
    metonyms: Vec<(usize, usize)>,
    /// The offices that the tables know of persons, as the words that name their holders.
    offices: Vec<(Atom, usize)>,
    /// Whom "Mr Lind" was last: the full name, by the group of the surname and the honorific.
    called: HashMap<(usize, Atom), usize>,
}

/// The entities of a document with all their names, and what later mentions are resolved by.
pub(super) struct Named {
    /// Sorted by first mention; ids are positions.
    pub(super) list: Vec<Entity>,
    /// Every name, in the order of the text.
    pub(super) names: Vec<Name>,
    /// The offices that the tables know of persons, as the words that name their holders.
    pub(super) offices: Vec<(Atom, usize)>,
}

/// One name in the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Name {
    pub(super) entity: usize,
    /// Its first token.
    pub(super) start: usize,
    /// The token behind it.
    pub(super) end: usize,
    pub(super) demonym: bool,
}

/// Finds the ids of rows. It has no secret: the tables hold the ids, and no text can choose them to share a number.
#[derive(Debug, Default)]
pub(super) struct IdHasher(Key);

impl Hasher for IdHasher {
    fn write(&mut self, id: &[u8]) {
        self.0 = join(self.0, Atom::of_long(id));
    }

    fn write_u8(&mut self, _end: u8) {}

    fn finish(&self) -> u64 {
        self.0
    }
}

/// Names every entity of a document.
pub(super) fn entities(evidence: &Evidence<'_, '_>) -> Named {
    let Evidence { reader, found, seen, groups, setting } = evidence;
    let mut builder = Builder {
        reader: *reader,
        found,
        seen,
        groups,
        setting,
        of_row: HashMap::with_capacity_and_hasher(groups.list.len(), BuildHasherDefault::default()),
        of_group: vec![None; groups.list.len()],
        list: Vec::with_capacity(groups.list.len()),
        names_persons: false,
        entity_of: Vec::with_capacity(found.len()),
        metonyms: Vec::new(),
        offices: Vec::new(),
        called: HashMap::new(),
    };
    for (c, group) in groups.of.iter().enumerate() {
        let entity = builder.add(c, *group);
        builder.entity_of.push(entity);
    }
    builder.add_people();
    builder.named()
}

impl Builder<'_, '_, '_> {
    /// Adds one mention; gives the position of its entity.
    fn add(&mut self, c: usize, at: usize) -> Option<usize> {
        let (candidate, group) = (self.found.get(c)?, self.groups.list.get(at)?);
        if candidate.demonym && self.is_person(candidate) {
            return None;
        }
        let full = self.full_name(c, at, group);
        if let Some(honorific) = self.honorific(candidate).filter(|_| full != at && group.full.len() > 1) {
            self.called.insert((at, honorific), full);
        }
        let own = self.kind(candidate, group)?;
        let (kind, row) = match self.groups.list.get(full).filter(|_| full != at) {
            Some(full) => self.kind_of_short(own, group, full)?,
            None => row::without_weak(own),
        };
        let form = form(group, at != full, row.as_ref().map(|(_, alias)| *alias));
        let span = self.reader.doc.span(candidate.tokens.clone());
        let next = self.list.len();
        let place = match &row {
            Some((known, _)) => *self.of_row.entry(known.id()).or_insert(next),
            None => *self.of_group.get_mut(full)?.get_or_insert(next),
        };
        if place == next {
            if kind == EntityKind::Person {
                let office = row.as_ref().and_then(|(known, _)| person::office(known));
                self.offices.extend(office.map(|office| (office, next)));
                self.names_persons = true;
            }
            let entity = self.start(kind, row.as_ref().map(|(row, _)| *row), full, group);
            self.list.push(entity);
        }
        self.list.get_mut(place)?.mentions.push(Mention { span, form });
        if let Some(country) = row.and_then(|(row, alias)| self.add_metonym(candidate, &row, alias, group)) {
            self.metonyms.push((c, country));
        }
        Some(place)
    }

    /// "The Spaniard said", where somebody is named before: him, and not his country.
    fn is_person(&self, c: &Candidate) -> bool {
        self.names_persons && self.reader.is_native(c.tokens.start)
    }

    /// The word of the honorific before a name: "Mr".
    fn honorific(&self, c: &Candidate) -> Option<Atom> {
        let title = c.title.clone().filter(|title| title::is_honorific(self.reader, title.clone()))?;
        Some(self.reader.word(title.start))
    }

    /// The group of the full name that this mention is short for: who was called so before, else of those that its
    /// title fits the nearest before it, else the first.
    fn full_name(&self, c: usize, at: usize, group: &Group) -> usize {
        if group.full.is_empty() {
            return at;
        }
        let honorific = self.found.get(c).filter(|_| group.full.len() > 1).and_then(|c| self.honorific(c));
        if let Some(full) = honorific.and_then(|honorific| self.called.get(&(at, honorific))) {
            return *full;
        }
        let fits = self.title_test(c, group);
        let first = |g: usize| self.groups.list.get(g).map(|g| g.first);
        let last_before = |g: usize| {
            let list = self.groups.members(self.groups.list.get(g)?);
            list.get(list.partition_point(|m| *m < c).checked_sub(1)?).copied()
        };
        let full = || group.full.iter().filter(|g| fits(**g));
        let near = full().filter_map(|g| Some((last_before(*g)?, *g))).max();
        let named =
            near.or_else(|| full().filter_map(|g| Some((first(*g)?, *g))).min()).map_or(at, |(_, g)| g);
        // "Petra Lind" itself may be short for "Petra Maria Lind".
        let fuller = self.groups.list.get(named).filter(|_| named != at).and_then(|g| g.full.first());
        fuller.map_or(named, |fuller| *fuller)
    }

    /// Which of several full names the title of a mention allows: "Mayor Lind" is the one who was called mayor,
    /// if one was, and "Mrs Lind" no man. "Lind" alone is not the one who came in as a relative: he goes by his
    /// given name or by his full one.
    fn title_test(&self, c: usize, group: &Group) -> impl Fn(usize) -> bool {
        let titled = self.found.get(c).filter(|c| group.full.len() > 1 && c.title.is_some());
        let first = |g: usize| self.groups.list.get(g).and_then(|g| self.found.get(g.first));
        let office = titled.and_then(|c| self.office_of(c));
        let holds = move |g: usize| office.is_some() && first(g).and_then(|c| self.office_of(c)) == office;
        let held = group.full.iter().any(|g| holds(*g));
        let told = titled.and_then(|c| self.title_gender(c));
        let agrees = move |g: usize| {
            told.is_none() || first(g).and_then(|c| self.gender(c)).is_none_or(|gender| Some(gender) == told)
        };
        let kin = move |g: usize| first(g).is_some_and(|c| self.reader.is_relative(c.tokens.clone()));
        let others = titled.is_none() && group.full.len() > 1 && !group.full.iter().all(|g| kin(*g));
        move |g| if held { holds(g) } else { agrees(g) && !(others && kin(g)) }
    }

    fn named(mut self) -> Named {
        // Who speaks is the country, and what "it" is later.
        for (c, country) in self.metonyms.drain(..) {
            if let Some(entity) = self.entity_of.get_mut(c) {
                *entity = Some(country);
            }
        }
        let mut names = Vec::with_capacity(self.found.len());
        names.extend(self.found.iter().zip(&self.entity_of).filter_map(|(c, entity)| {
            let (start, end) = (c.tokens.start, c.tokens.end);
            Some(Name { entity: (*entity)?, start, end, demonym: c.demonym })
        }));
        Named { names, list: self.list, offices: self.offices }
    }
}

/// How a mention names its entity, by the alias of its row.
fn form(group: &Group, short: bool, alias: Option<Alias>) -> MentionForm {
    match alias {
        Some(Alias::Demonym) => MentionForm::Demonym,
        Some(Alias::Acronym) => MentionForm::Acronym,
        _ if short && group.acronym => MentionForm::Acronym,
        Some(Alias::Short | Alias::Surname | Alias::Weak) => MentionForm::Short,
        Some(_) => MentionForm::Name,
        None if short => MentionForm::Short,
        None => MentionForm::Name,
    }
}
