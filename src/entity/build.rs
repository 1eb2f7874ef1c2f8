//! From groups to entities: one for all its mentions, with ids, roles and gender.

use std::collections::{BTreeMap, HashMap};

use crate::evidence::{Confidence, Rule};
use crate::gazetteer::{Alias, EntityKind, Row};

use super::document::{Group, Groups};
use super::read::Reader;
use super::signal::{self, Reading, Signals};
use super::split::Candidate;
use super::{Entity, EntityId, Evidence, Mention, MentionForm};

/// What two mentions must share to be of one entity.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Identity {
    /// One row of the tables, by its id.
    Row(String),
    /// One spelling of the document.
    Group(usize),
}

/// Collects mentions under their entities.
struct Builder<'a, 'd, 't> {
    reader: Reader<'d, 't>,
    found: &'a [Candidate],
    seen: &'a [Signals],
    groups: &'a Groups,
    at: HashMap<Identity, usize>,
    list: Vec<Entity>,
}

/// The entities of a document, sorted by first mention.
pub(super) fn entities(evidence: &Evidence<'_, '_>) -> Vec<Entity> {
    let Evidence { reader, found, seen, groups, group_of } = evidence;
    let mut builder = Builder { reader: *reader, found, seen, groups, at: HashMap::new(), list: Vec::new() };
    for (c, group) in group_of.iter().enumerate() {
        builder.add(c, *group);
    }
    builder.finish()
}

impl<'d> Builder<'_, 'd, '_> {
    fn add(&mut self, c: usize, at: usize) {
        let (Some(candidate), Some(group)) = (self.found.get(c), self.groups.list.get(at)) else { return };
        let full = self.full_name(c, at, group);
        let Some((kind, row)) = self.kind(candidate, group, full) else { return };
        let identity = match &row {
            Some((row, _)) => Identity::Row(row.id.to_owned()),
            None => match self.row_of(full, &kind) {
                Some(row) => Identity::Row(row.id.to_owned()),
                None => Identity::Group(full),
            },
        };
        let form = self.form(candidate, group, at, full, row.as_ref().map(|(_, alias)| *alias));
        let span = self.reader.doc.span(candidate.tokens.clone());
        let next = self.list.len();
        let place = *self.at.entry(identity).or_insert(next);
        if place == next {
            let entity = self.start(kind, row.map(|(row, _)| row), candidate, group);
            self.list.push(entity);
        }
        if let Some(entity) = self.list.get_mut(place) {
            entity.mentions.push(Mention { span, form });
        }
    }

    /// The group of the full name that this mention is short for: the nearest before it, else the first.
    fn full_name(&self, c: usize, at: usize, group: &Group) -> usize {
        let first = |g: usize| self.groups.list.get(g).and_then(|g| g.candidates.first()).copied();
        let last_before = |g: usize| {
            let list = &self.groups.list.get(g)?.candidates;
            list.get(list.partition_point(|m| *m < c).checked_sub(1)?).copied()
        };
        let near = group.full.iter().filter_map(|g| Some((last_before(*g)?, *g))).max();
        near.map(|(_, g)| g)
            .or_else(|| group.full.iter().filter_map(|g| Some((first(*g)?, *g))).min().map(|(_, g)| g))
            .unwrap_or(at)
    }

    /// The kind of a mention and the row that it names; nothing where it is no name.
    fn kind(
        &self,
        c: &Candidate,
        group: &Group,
        full: usize,
    ) -> Option<(EntityKind, Option<(Row<'d>, Alias)>)> {
        if c.demonym && group.reading == Reading::Other {
            let row =
                self.best_row(c, |row, alias| alias == Alias::Demonym && *row.kind == EntityKind::Place)?;
            return Some((EntityKind::Place, Some(row)));
        }
        let _ = full;
        let row = match group.reading {
            Reading::Person => self.best_row(c, |row, _| *row.kind == EntityKind::Person),
            Reading::Place => {
                self.best_row(c, |row, alias| *row.kind == EntityKind::Place && alias != Alias::Demonym)
            }
            Reading::Body => {
                self.best_row(c, |row, _| matches!(row.kind, EntityKind::Organization | EntityKind::Outlet))
            }
            Reading::Other => self.best_row(c, |row, _| {
                matches!(row.kind, EntityKind::Event | EntityKind::Work | EntityKind::Custom(_))
            }),
        };
        let kind = match (group.reading, &row) {
            (Reading::Person, _) => EntityKind::Person,
            (Reading::Place, _) => EntityKind::Place,
            (Reading::Body, Some((row, _))) => row.kind.clone(),
            (Reading::Body, None) => EntityKind::Organization,
            (Reading::Other, Some((row, _))) => row.kind.clone(),
            (Reading::Other, None) => return None,
        };
        Some((kind, row))
    }

    /// The most-named row of the candidate's hit that `fits`.
    fn best_row(&self, c: &Candidate, fits: impl Fn(&Row<'d>, Alias) -> bool) -> Option<(Row<'d>, Alias)> {
        let gazetteer = &self.reader.doc.gazetteer;
        let rows = gazetteer.surfaces(c.hit?).iter().filter_map(|s| Some((gazetteer.row(s)?, s.alias)));
        rows.filter(|(row, alias)| fits(row, *alias))
            .max_by_key(|(row, alias)| (row.own, row.weight, std::cmp::Reverse(*alias)))
    }

    /// The row of a full name, so that its short forms join the same entity.
    fn row_of(&self, group: usize, kind: &EntityKind) -> Option<Row<'d>> {
        let first = *self.groups.list.get(group)?.candidates.first()?;
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

    fn start(&self, kind: EntityKind, row: Option<Row<'_>>, c: &Candidate, group: &Group) -> Entity {
        let span = self.reader.doc.span(c.tokens.clone());
        let written = self.reader.doc.str(span).to_owned();
        let signals = group.candidates.iter().filter_map(|c| self.seen.get(*c));
        let rule = signals.flat_map(|s| s.iter()).chain(group.signals.iter());
        let index = Reading::ALL.iter().position(|r| *r == group.reading).unwrap_or(0);
        let strongest = rule.max_by_key(|s| signal::weights(*s).get(index).copied().unwrap_or(0));
        Entity {
            id: EntityId(0),
            kind,
            class: row.map(|r| r.class.to_owned()).filter(|class| !class.is_empty()),
            name: row.map_or(written, |r| r.name.to_owned()),
            ids: row.map(|r| r.ids.to_map()).unwrap_or_default(),
            country: row.and_then(|r| r.countries.first().map(str::to_owned)),
            roles: Vec::new(),
            gender: None,
            attributes: row.filter(|r| r.own).map_or_else(BTreeMap::new, |r| r.facts.to_map()),
            mentions: Vec::new(),
            rule: Rule::named(strongest.map_or("entity", signal::Signal::name)),
            confidence: confidence(group.lead),
        }
    }

    fn finish(mut self) -> Vec<Entity> {
        self.list.sort_by_key(|entity| entity.mentions.first().map(|m| m.span));
        for (i, entity) in self.list.iter_mut().enumerate() {
            entity.id = EntityId(i);
        }
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
