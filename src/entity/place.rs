//! Which of several places of one name is meant: by what contains it, by the countries of the article, by
//! how often news names it.

use crate::gazetteer::{Alias, EntityKind, Hit, Row};
use crate::text::Shape;

use super::read::Reader;
use super::split::Candidate;

/// The countries of an article, by how often it names them.
#[derive(Debug, Default)]
pub(super) struct Countries<'d> {
    /// At most one entry a country, so a search in it is short.
    counts: Vec<(&'d str, u32)>,
    total: u32,
}

/// A place that the text itself names after a comma outweighs every other reason.
const CONTAINED: u32 = 1000;
/// The weight from which a city is known without its country.
const GREAT: u8 = 6;
/// What the share of a country in the article is worth at most, against weights of 0 to 9, each times ten.
const SHARE: u32 = 60;

impl<'d> Countries<'d> {
    /// Counts the countries that the candidates name: by name, as an adjective, by a capital or a great city.
    pub(super) fn of(reader: Reader<'d, '_>, found: &[Candidate]) -> Self {
        let mut all = Self::default();
        for candidate in found.iter().filter(|c| c.listed.country || c.listed.demonym || c.listed.capital) {
            let Some(row) = candidate.hit.and_then(|hit| reader.country(hit)) else { continue };
            if let Some(code) = row.countries.first() {
                match all.counts.iter_mut().find(|(known, _)| *known == code) {
                    Some((_, count)) => *count = count.saturating_add(1),
                    None => all.counts.push((code, 1)),
                }
                all.total = all.total.saturating_add(1);
            }
        }
        all
    }

    /// How often the article names the country of a row.
    pub(super) fn count(&self, row: &Row<'_>) -> u32 {
        let of = |code| self.counts.iter().find(|(known, _)| *known == code).map_or(0, |(_, count)| *count);
        row.countries.iter().map(of).sum()
    }

    fn share(&self, row: &Row<'_>) -> u32 {
        SHARE.saturating_mul(self.count(row)) / self.total.max(1)
    }
}

impl<'d> Reader<'d, '_> {
    /// What a hit can name, and by which alias.
    pub(super) fn rows(self, hit: Hit) -> impl Iterator<Item = (Row<'d>, Alias)> {
        let gazetteer = &self.doc.gazetteer;
        gazetteer.surfaces(hit).iter().filter_map(|s| Some((gazetteer.row(s)?, s.alias)))
    }

    /// The country or territory that a hit can be.
    pub(super) fn country(self, hit: Hit) -> Option<Row<'d>> {
        let rows = self.rows(hit).map(|(row, _)| row);
        rows.filter(|row| matches!(row.class, "country" | "territory" | "capital"))
            .max_by_key(|row| row.weight)
    }

    /// The place that a candidate names: none where the text says that it lies where no listed one does.
    pub(super) fn place(self, c: &Candidate, countries: &Countries<'_>) -> Option<(Row<'d>, Alias)> {
        let (outer, inner) = (self.outer(c), self.inner(c));
        let inside = |row: &Row<'d>| {
            outer.is_some_and(|hit| self.areas(hit).any(|area| is_inside(row, &area)))
                || inner.is_some_and(|hit| self.towns(hit).any(|town| is_inside(&town, row)))
        };
        let rows = self.rows(c.hit?);
        let places = rows.filter(|(row, alias)| *row.kind == EntityKind::Place && *alias != Alias::Demonym);
        let best = places.max_by_key(|(row, alias)| {
            let score = u32::from(inside(row))
                .saturating_mul(CONTAINED)
                .saturating_add(u32::from(row.weight).saturating_mul(10))
                .saturating_add(countries.share(row));
            (row.own, score, std::cmp::Reverse(*alias))
        })?;
        (inside(&best.0) || !self.is_elsewhere(c, &best.0)).then_some(best)
    }

    /// "Paris, Texas,": the listed town lies elsewhere. A great city beside a country may be in a list with it.
    fn is_elsewhere(self, c: &Candidate, row: &Row<'_>) -> bool {
        let Some(hit) = self.outer(c).filter(|_| !row.own && is_town(row)) else { return false };
        let behind = self.shape(hit.end as usize);
        let closed = matches!(behind, None | Some(Shape::Comma | Shape::Stop | Shape::Close));
        closed && (row.weight < GREAT || self.areas(hit).any(|area| area.class == "region"))
    }

    /// "Aro, | Maine": the listed area behind a comma.
    pub(super) fn outer(self, c: &Candidate) -> Option<Hit> {
        let comma = c.tokens.end;
        let hit = self.hit_from(comma.saturating_add(1)).filter(|_| self.shape_is(comma, Shape::Comma))?;
        self.areas(hit).next().map(|_| hit)
    }

    /// "Bangor, | Aro": the listed name before a comma.
    fn inner(self, c: &Candidate) -> Option<Hit> {
        let comma = c.tokens.start.checked_sub(1).filter(|i| self.shape_is(*i, Shape::Comma))?;
        self.hit_over(comma.checked_sub(1)?).filter(|hit| hit.end as usize == comma)
    }

    /// The areas that a hit can be.
    pub(super) fn areas(self, hit: Hit) -> impl Iterator<Item = Row<'d>> {
        let area = |row: &Row<'_>| {
            matches!(row.class, "country" | "territory" | "region" | "area") && *row.kind == EntityKind::Place
        };
        self.rows(hit).filter(|(_, alias)| *alias != Alias::Demonym).map(|(row, _)| row).filter(area)
    }

    /// The towns that a hit can be.
    fn towns(self, hit: Hit) -> impl Iterator<Item = Row<'d>> {
        self.rows(hit).map(|(row, _)| row).filter(is_town)
    }
}

fn is_town(row: &Row<'_>) -> bool {
    *row.kind == EntityKind::Place && matches!(row.class, "city" | "capital")
}

/// Whether a place lies in an area: in that country, or in that region.
fn is_inside(row: &Row<'_>, area: &Row<'_>) -> bool {
    let same_country = row.id != area.id && row.countries.iter().any(|code| area.countries.contains(code));
    let region = area.id.strip_prefix("gna:").filter(|_| area.class == "region");
    same_country && region.is_none_or(|id| row.facts.get("admin1").is_none_or(|admin1| admin1 == id))
}
