//! Which row of the tables a mention names, and of what kind it is.

use crate::gazetteer::{Alias, EntityKind, Row};

use super::build::Builder;
use super::document::Group;
use super::signal::{Reading, Signal};
use super::split::Candidate;

impl<'d> Builder<'_, 'd, '_> {
    /// The kind of a mention and the row that it names; nothing where it is no name.
    pub(super) fn kind(
        &self,
        c: &Candidate,
        group: &Group,
    ) -> Option<(EntityKind, Option<(Row<'d>, Alias)>)> {
        if c.demonym && group.reading == Reading::Other {
            let row =
                self.best_row(c, |row, alias| alias == Alias::Demonym && *row.kind == EntityKind::Place)?;
            return Some((EntityKind::Place, Some(row)));
        }
        let row = match group.reading {
            Reading::Person => self.best_row(c, |row, _| *row.kind == EntityKind::Person),
            Reading::Place => self.reader.place(c, &self.countries),
            Reading::Body => self.reader.body(c, &self.countries),
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
    pub(super) fn best_row(
        &self,
        c: &Candidate,
        fits: impl Fn(&Row<'d>, Alias) -> bool,
    ) -> Option<(Row<'d>, Alias)> {
        let gazetteer = &self.reader.doc.gazetteer;
        let rows = gazetteer.surfaces(c.hit?).iter().filter_map(|s| Some((gazetteer.row(s)?, s.alias)));
        rows.filter(|(row, alias)| fits(row, *alias))
            .max_by_key(|(row, alias)| (row.own, row.weight, std::cmp::Reverse(*alias)))
    }

    /// A short form takes the row of its full name; a surname or weak alias alone has none of its own.
    pub(super) fn row_for(
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
}
