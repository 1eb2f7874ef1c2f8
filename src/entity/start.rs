//! An entity before its mentions: what its row and its group say of it.

use std::collections::BTreeMap;

use crate::evidence::{Confidence, Rule};
use crate::gazetteer::{EntityKind, Row};

use super::build::Builder;
use super::document::Group;
use super::signal::{self, Reading};
use super::{Entity, EntityId, Point, short};

impl Builder<'_, '_, '_> {
    /// The entity of a row or, without one, of the full name of a group.
    pub(super) fn start(&self, kind: EntityKind, row: Option<Row<'_>>, full: usize, group: &Group) -> Entity {
        let written = || self.groups.list.get(full).map_or_else(String::new, |full| self.written(full));
        let members = self.groups.members(group).iter().filter_map(|c| self.seen.get(*c).copied());
        let sets = members.chain([group.signals]);
        let strongest = signal::strongest(group.told.with(group.signals), sets, group.reading);
        // What a caller's row says comes back as attributes.
        let listed = row.filter(|row| !row.own);
        Entity {
            id: EntityId(self.list.len()),
            kind,
            class: match row {
                Some(row) => Some(row.class().to_owned()).filter(|class| !class.is_empty()),
                None => group.family.then(|| "family".to_owned()),
            },
            name: row.map_or_else(written, |r| r.name().to_owned()),
            ids: row.map(ids).unwrap_or_default(),
            country: row
                .map_or_else(|| self.said_country(group), |row| row.countries().first().map(str::to_owned)),
            admin1: listed.and_then(|row| row.admin1()).map(str::to_owned),
            point: listed.and_then(|row| Point::read(row.facts().get("at")?)),
            roles: Vec::new(),
            gender: None,
            attributes: row.filter(|r| r.own).map_or_else(BTreeMap::new, |r| r.facts().to_map()),
            mentions: Vec::with_capacity(self.groups.members(group).len()),
            rule: Rule::named(strongest.map_or("entity", signal::Signal::name)),
            confidence: confidence(group.lead),
        }
    }

    /// The country in which the text says that an unlisted place lies: "Paris, Texas".
    fn said_country(&self, group: &Group) -> Option<String> {
        let hit = self
            .reader
            .area_of(self.found.get(group.placed?)?)
            .filter(|_| group.reading == Reading::Place)?;
        let area = self.reader.areas(hit).max_by_key(|area| area.weight)?;
        area.countries().first().map(str::to_owned)
    }

    /// The name of a group as the text first writes it; a given name with the surname that it shares.
    fn written(&self, group: &Group) -> String {
        let doc = self.reader.doc;
        let str = |tokens| doc.str(doc.span(tokens));
        let name = self.found.get(group.first).map_or("", |c| str(c.tokens.clone()));
        match short::shared_surname(self.reader, self.found, group.first) {
            Some(surname) if group.reading == Reading::Person => format!("{name} {}", str(surname)),
            _ => name.to_owned(),
        }
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
    let mut ids = row.ids().to_map();
    if row.own {
        ids.insert("own".to_owned(), row.id().to_owned());
    }
    ids
}
