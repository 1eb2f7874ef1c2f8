//! From groups to entities: one for all its mentions, with ids, roles and gender.

use std::collections::{BTreeMap, HashMap};

use crate::evidence::{Confidence, Rule};
use crate::gazetteer::{Alias, EntityKind, Row};
use crate::lexicon::Class;

use super::document::{Group, Groups};
use super::place::Focus;
use super::read::Reader;
use super::signal::{self, Reading, Signal, Signals};
use super::split::Candidate;
use super::{Entity, EntityId, Evidence, Gender, Mention, MentionForm, Role, role, title};

/// Collects mentions under their entities.
struct Builder<'a, 'd, 't> {
    reader: Reader<'d, 't>,
    found: &'a [Candidate],
    seen: &'a [Signals],
    groups: &'a Groups,
    focus: Focus<'d>,
    /// The entity of each row of the tables, by its id.
    of_row: HashMap<&'d str, usize>,
    /// The entity of each spelling that is no row's.
    of_group: Vec<Option<usize>>,
    list: Vec<Entity>,
    /// The entity of each candidate.
    entity_of: Vec<Option<usize>>,
}

/// The entities of a document, sorted by first mention.
pub(super) fn entities(evidence: &Evidence<'_, '_>) -> Vec<Entity> {
    let Evidence { reader, found, seen, groups } = evidence;
    let mut builder = Builder {
        reader: *reader,
        found,
        seen,
        groups,
        focus: Focus::of(*reader, found),
        of_row: HashMap::new(),
        of_group: vec![None; groups.list.len()],
        list: Vec::new(),
        entity_of: Vec::with_capacity(found.len()),
    };
    for (c, group) in groups.of.iter().enumerate() {
        let entity = builder.add(c, *group);
        builder.entity_of.push(entity);
    }
    builder.add_people();
    builder.finish()
}

impl<'d> Builder<'_, 'd, '_> {
    /// Adds one mention; gives the position of its entity.
    fn add(&mut self, c: usize, at: usize) -> Option<usize> {
        let (candidate, group) = (self.found.get(c)?, self.groups.list.get(at)?);
        let full = self.full_name(c, at, group);
        let (kind, row) = self.kind(candidate, group)?;
        let row = self.row_for(row, full != at, full, &kind);
        let form = self.form(candidate, group, at, full, row.as_ref().map(|(_, alias)| *alias));
        let span = self.reader.doc.span(candidate.tokens.clone());
        let next = self.list.len();
        let place = match &row {
            Some((row, _)) => *self.of_row.entry(row.id).or_insert(next),
            None => *self.of_group.get_mut(full)?.get_or_insert(next),
        };
        if place == next {
            let entity = self.start(kind, row.map(|(row, _)| row), full, group);
            self.list.push(entity);
        }
        self.list.get_mut(place)?.mentions.push(Mention { span, form });
        Some(place)
    }

    /// Roles and gender of the persons.
    fn add_people(&mut self) {
        for c in 0..self.entity_of.len() {
            let (Some(Some(at)), Some(candidate)) = (self.entity_of.get(c).copied(), self.found.get(c))
            else {
                continue;
            };
            if self.list.get(at).is_none_or(|entity| entity.kind != EntityKind::Person) {
                continue;
            }
            let found = self.reader.roles(candidate);
            let roles: Vec<Role> = found.into_iter().map(|role| self.role(role)).collect();
            let gender = self.gender(candidate);
            if let Some(entity) = self.list.get_mut(at) {
                entity.gender = entity.gender.or(gender);
                entity.roles.extend(roles);
            }
        }
    }

    fn role(&self, found: role::Found) -> Role {
        let span = self.reader.doc.span(found.tokens);
        let of = found.of.and_then(|token| self.entity_at(token));
        Role { span, title: self.reader.doc.str(span).to_owned(), of: of.map(EntityId) }
    }

    /// The entity whose name covers a token.
    fn entity_at(&self, token: usize) -> Option<usize> {
        let at = self.found.partition_point(|c| c.tokens.start <= token).checked_sub(1)?;
        self.found.get(at).filter(|c| c.tokens.contains(&token))?;
        self.entity_of.get(at).copied().flatten()
    }

    /// From the title, the table, or a given name that only women or only men bear.
    fn gender(&self, c: &Candidate) -> Option<Gender> {
        let told = c.title.clone().and_then(|title| title::gender(self.reader, title));
        let listed = || {
            let (row, _) = self.best_row(c, |row, _| *row.kind == EntityKind::Person)?;
            row.facts.get("gender")?.parse().ok()
        };
        let first = c.tokens.start;
        let given = || match (self.reader.is(first, Class::GIVEN_M), self.reader.is(first, Class::GIVEN_F)) {
            (true, false) if c.tokens.len() > 1 => Some(Gender::Masculine),
            (false, true) if c.tokens.len() > 1 => Some(Gender::Feminine),
            _ => None,
        };
        told.or_else(listed).or_else(given)
    }

    /// The group of the full name that this mention is short for: the nearest before it, else the first.
    fn full_name(&self, c: usize, at: usize, group: &Group) -> usize {
        let first = |g: usize| self.groups.list.get(g).map(|g| g.first);
        let last_before = |g: usize| {
            let list = self.groups.members(self.groups.list.get(g)?);
            list.get(list.partition_point(|m| *m < c).checked_sub(1)?).copied()
        };
        let near = group.full.iter().filter_map(|g| Some((last_before(*g)?, *g))).max();
        near.map(|(_, g)| g)
            .or_else(|| group.full.iter().filter_map(|g| Some((first(*g)?, *g))).min().map(|(_, g)| g))
            .unwrap_or(at)
    }

    /// The kind of a mention and the row that it names; nothing where it is no name.
    fn kind(&self, c: &Candidate, group: &Group) -> Option<(EntityKind, Option<(Row<'d>, Alias)>)> {
        if c.demonym && group.reading == Reading::Other {
            let row =
                self.best_row(c, |row, alias| alias == Alias::Demonym && *row.kind == EntityKind::Place)?;
            return Some((EntityKind::Place, Some(row)));
        }
        let row = match group.reading {
            Reading::Person => self.best_row(c, |row, _| *row.kind == EntityKind::Person),
            Reading::Place => self.reader.place(c, &self.focus),
            Reading::Body => self.reader.body(c, &self.focus),
            Reading::Other => self.best_row(c, |row, _| {
                matches!(row.kind, EntityKind::Event | EntityKind::Work | EntityKind::Custom(_))
            }),
        };
        let kind = match (group.reading, &row) {
            (Reading::Person, _) => EntityKind::Person,
            (Reading::Place, _) => EntityKind::Place,
            (Reading::Body, Some((row, _))) => row.kind.clone(),
            (Reading::Body, None) if self.is_outlet(group) => EntityKind::Outlet,
            (Reading::Body, None) => EntityKind::Organization,
            (Reading::Other, Some((row, _))) => row.kind.clone(),
            (Reading::Other, None) => return None,
        };
        Some((kind, row))
    }

    /// An unlisted body that its name or a noun beside it calls a newspaper, a broadcaster, an agency.
    fn is_outlet(&self, group: &Group) -> bool {
        let mut seen = self.groups.members(group).iter().filter_map(|c| self.seen.get(*c));
        seen.any(|s| s.has(Signal::Media) || s.has(Signal::OutletNoun))
    }

    /// The most-named row of the candidate's hit that `fits`.
    fn best_row(&self, c: &Candidate, fits: impl Fn(&Row<'d>, Alias) -> bool) -> Option<(Row<'d>, Alias)> {
        let gazetteer = &self.reader.doc.gazetteer;
        let rows = gazetteer.surfaces(c.hit?).iter().filter_map(|s| Some((gazetteer.row(s)?, s.alias)));
        rows.filter(|(row, alias)| fits(row, *alias))
            .max_by_key(|(row, alias)| (row.own, row.weight, std::cmp::Reverse(*alias)))
    }

    /// A short form takes the row of its full name; a surname or weak alias alone has none of its own.
    fn row_for(
        &self,
        row: Option<(Row<'d>, Alias)>,
        short: bool,
        full: usize,
        kind: &EntityKind,
    ) -> Option<(Row<'d>, Alias)> {
        let weak = row
            .as_ref()
            .is_some_and(|(row, alias)| matches!(alias, Alias::Surname | Alias::Weak) && !row.own);
        if !short {
            return row.filter(|_| !weak);
        }
        let of_full = self.row_of(full, kind).map(|row| (row, Alias::Short));
        match row {
            Some((_, Alias::Full | Alias::Acronym | Alias::Historic)) if of_full.is_none() => row,
            Some((row, alias)) if of_full.as_ref().is_some_and(|(full, _)| full.id == row.id) => {
                Some((row, alias))
            }
            _ => of_full,
        }
    }

    /// The row of a full name, so that its short forms join the same entity.
    fn row_of(&self, group: usize, kind: &EntityKind) -> Option<Row<'d>> {
        let first = self.groups.list.get(group)?.first;
        self.best_row(self.found.get(first)?, |row, alias| row.kind == kind && alias != Alias::Demonym)
            .map(|(row, _)| row)
    }

    fn form(
        &self,
        c: &Candidate,
        group: &Group,
        at: usize,
        full: usize,
        alias: Option<Alias>,
    ) -> MentionForm {
        match alias {
            Some(Alias::Demonym) => MentionForm::Demonym,
            Some(Alias::Acronym) => MentionForm::Acronym,
            Some(Alias::Short | Alias::Surname | Alias::Weak) => MentionForm::Short,
            Some(_) => MentionForm::Name,
            None if at != full && group.acronym => MentionForm::Acronym,
            None if at != full => MentionForm::Short,
            None => {
                let _ = c;
                MentionForm::Name
            }
        }
    }

    fn start(&self, kind: EntityKind, row: Option<Row<'_>>, full: usize, group: &Group) -> Entity {
        let first = self.groups.list.get(full).and_then(|g| self.found.get(g.first));
        let written =
            first.map_or("", |c| self.reader.doc.str(self.reader.doc.span(c.tokens.clone()))).to_owned();
        let signals = self.groups.members(group).iter().filter_map(|c| self.seen.get(*c));
        let rule = signals.flat_map(|s| s.iter()).chain(group.signals.iter());
        let index = Reading::ALL.iter().position(|r| *r == group.reading).unwrap_or(0);
        let strongest = rule.max_by_key(|s| signal::weights(*s).get(index).copied().unwrap_or(0));
        Entity {
            id: EntityId(0),
            kind,
            class: match row {
                Some(row) => Some(row.class.to_owned()).filter(|class| !class.is_empty()),
                None => group.family.then(|| "family".to_owned()),
            },
            name: row.map_or(written, |r| r.name.to_owned()),
            ids: row.map(ids).unwrap_or_default(),
            country: row.and_then(|r| r.countries.first().map(str::to_owned)),
            roles: Vec::new(),
            gender: None,
            attributes: row.filter(|r| r.own).map_or_else(BTreeMap::new, |r| r.facts.to_map()),
            mentions: Vec::new(),
            rule: Rule::named(strongest.map_or("entity", signal::Signal::name)),
            confidence: confidence(group.lead),
        }
    }

    /// Sorts by first mention and gives the entities their ids.
    fn finish(mut self) -> Vec<Entity> {
        let mut order: Vec<usize> = (0..self.list.len()).collect();
        order.sort_by_key(|at| self.list.get(*at).and_then(|e| e.mentions.first()).map(|m| m.span));
        let mut place = vec![0; order.len()];
        for (new, old) in order.iter().enumerate() {
            if let Some(slot) = place.get_mut(*old) {
                *slot = new;
            }
        }
        for (at, entity) in self.list.iter_mut().enumerate() {
            entity.id = EntityId(place.get(at).copied().unwrap_or(0));
            for role in &mut entity.roles {
                role.of = role.of.and_then(|of| place.get(of.0).copied().map(EntityId));
            }
        }
        self.list.sort_by_key(|entity| entity.id);
        self.list
    }
}

/// A lead of hundredths of a logit as the share of such readings that are right.
fn confidence(lead: i32) -> Confidence {
    Confidence::percent(match lead {
        ..50 => 55,
        50..100 => 65,
        100..200 => 80,
        200..400 => 90,
        _ => 97,
    })
}

/// The ids of a row. The id of a caller's own row is among them, as `own`: what the caller knows it by.
fn ids(row: Row<'_>) -> BTreeMap<String, String> {
    let mut ids = row.ids.to_map();
    if row.own {
        ids.insert("own".to_owned(), row.id.to_owned());
    }
    ids
}
