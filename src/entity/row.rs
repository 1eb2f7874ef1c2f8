//! Which row of the tables a mention names, and of what kind it is.

use crate::gazetteer::{Alias, EntityKind, Row};
use crate::segment::PartKind;

use super::build::Builder;
use super::document::Group;
use super::signal::{Reading, Signal, Signals};
use super::split::Candidate;

/// Its name or a noun beside it calls a body that no table lists a newspaper, a broadcaster, an agency.
const OUTLET: Signals = Signals::of(&[Signal::Media, Signal::OutletNoun, Signal::PaperAlone]);

/// What a mention names: the kind, and the row with the alias by which it does.
pub(super) type Named<'d> = (EntityKind, Option<(Row<'d>, Alias)>);

impl<'d> Builder<'_, 'd, '_> {
    /// The kind of a mention and the row that it names; nothing where it is no name.
    pub(super) fn kind(&self, c: &Candidate, group: &Group) -> Option<Named<'d>> {
        if c.demonym && group.reading == Reading::Other {
            let row =
                self.best_row(c, |kind, alias| alias == Alias::Demonym && *kind == EntityKind::Place)?;
            return Some((EntityKind::Place, Some(row)));
        }
        let row = match group.reading {
            Reading::Person => self.best_row(c, |kind, _| *kind == EntityKind::Person),
            Reading::Place => self.reader.place(self.placed(c, group), self.setting),
            Reading::Body => self.agency(c, group).or_else(|| self.reader.body(c, self.setting)),
            Reading::Other => self.best_row(c, |kind, _| {
                matches!(kind, EntityKind::Event | EntityKind::Work | EntityKind::Custom(_))
            }),
        };
        let kind = match (group.reading, &row) {
            (Reading::Person, _) => EntityKind::Person,
            (Reading::Place, _) => EntityKind::Place,
            (Reading::Body, Some((row, _))) => row.kind.clone(),
            (Reading::Body, None) if group.told.has_any(OUTLET) => EntityKind::Outlet,
            (Reading::Body, None) => EntityKind::Organization,
            (Reading::Other, Some((row, _))) => row.kind.clone(),
            (Reading::Other, None) => return None,
        };
        Some((kind, row))
    }

    /// "(PA)" in a dateline is a news agency, whatever else has these letters; so is "with AAP" below the text.
    fn agency(&self, c: &Candidate, group: &Group) -> Option<(Row<'d>, Alias)> {
        let dateline = group.told.has(Signal::DatelineAgency);
        let sentence = self.reader.doc.sentences.get(c.sentence);
        let part = sentence.and_then(|sentence| self.reader.doc.parts.get(sentence.part));
        let credited =
            part.is_some_and(|part| matches!(part.kind, PartKind::Byline | PartKind::Contributors));
        if dateline || credited { self.best_row(c, |kind, _| *kind == EntityKind::Outlet) } else { None }
    }

    /// The mention that says where the place is, if this one does not: "Bangor, Maine, … in Bangor".
    fn placed<'c>(&'c self, c: &'c Candidate, group: &Group) -> &'c Candidate {
        let told = || self.found.get(group.placed?);
        if self.reader.area_of(c).is_some() { c } else { told().unwrap_or(c) }
    }

    /// The most-named row of the candidate's hit that `fits`.
    pub(super) fn best_row(
        &self,
        c: &Candidate,
        fits: impl Fn(&EntityKind, Alias) -> bool,
    ) -> Option<(Row<'d>, Alias)> {
        let rows = self.reader.rows(c.hit?, fits);
        rows.max_by_key(|(row, alias)| (row.own, row.weight, std::cmp::Reverse(*alias)))
    }

    /// The same for a mention that is short for the group `full`: both are one entity, so the kind and the row
    /// are those of the full name, unless no table has that and one has the short name, which the text does not
    /// define otherwise.
    pub(super) fn kind_of_short(&self, own: Named<'d>, short: &Group, full: &Group) -> Option<Named<'d>> {
        let of_full = self.kind(self.found.get(full.first)?, full)?;
        Some(match (own, of_full) {
            (_, (kind, None)) if short.defined => (kind, None),
            ((kind, Some((own, alias))), (_, Some((full, _)))) if own.id() == full.id() => {
                (kind, Some((own, alias)))
            }
            (_, (kind, Some((full, _)))) => (kind, Some((full, Alias::Short))),
            ((kind, own @ Some((_, Alias::Full | Alias::Acronym | Alias::Historic))), _) => (kind, own),
            (_, of_full) => of_full,
        })
    }
}

/// A surname or a weak alias alone names no row: its full name must stand in the text.
pub(super) fn without_weak((kind, row): Named<'_>) -> Named<'_> {
    let weak = |(row, alias): &(Row<'_>, Alias)| matches!(alias, Alias::Surname | Alias::Weak) && !row.own;
    (kind, row.filter(|row| !weak(row)))
}
