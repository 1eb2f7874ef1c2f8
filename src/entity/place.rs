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
    /// The country or territory that a hit can be.
    pub(super) fn country(self, hit: Hit) -> Option<Row<'d>> {
        let gazetteer = &self.doc.gazetteer;
        let rows = gazetteer.surfaces(hit).iter().filter_map(|s| gazetteer.row(s));
        rows.filter(|row| matches!(row.class, "country" | "territory" | "capital"))
            .max_by_key(|row| row.weight)
    }

    /// The place that a candidate names.
    pub(super) fn place(self, c: &Candidate, countries: &Countries<'_>) -> Option<(Row<'d>, Alias)> {
        let gazetteer = &self.doc.gazetteer;
        let rows = gazetteer.surfaces(c.hit?).iter().filter_map(|s| Some((gazetteer.row(s)?, s.alias)));
        let places = rows.filter(|(row, alias)| *row.kind == EntityKind::Place && *alias != Alias::Demonym);
        let container = self.container(c);
        let contents = self.contents(c);
        places.max_by_key(|(row, alias)| {
            let inside = container.as_ref().is_some_and(|outer| is_inside(row, outer))
                || contents.iter().any(|inner| is_inside(inner, std::slice::from_ref(row)));
            let score = u32::from(inside)
                .saturating_mul(CONTAINED)
                .saturating_add(u32::from(row.weight).saturating_mul(10))
                .saturating_add(countries.share(row));
            (row.own, score, std::cmp::Reverse(*alias))
        })
    }

    /// "Aro, | Maine": the listed place behind a comma.
    fn container(self, c: &Candidate) -> Option<Vec<Row<'d>>> {
        let comma = c.tokens.end;
        let hit = self.hit_from(comma.saturating_add(1)).filter(|_| self.shape_is(comma, Shape::Comma))?;
        let gazetteer = &self.doc.gazetteer;
        let rows = gazetteer.surfaces(hit).iter().filter_map(|s| gazetteer.row(s));
        Some(
            rows.filter(|row| {
                *row.kind == EntityKind::Place
                    && matches!(row.class, "country" | "territory" | "region" | "area")
            })
            .collect(),
        )
    }

    /// "Bangor, | Aro": the listed places before a comma.
    fn contents(self, c: &Candidate) -> Vec<Row<'d>> {
        let comma = c.tokens.start.checked_sub(1).filter(|i| self.shape_is(*i, Shape::Comma));
        let hit = comma
            .and_then(|comma| self.hit_over(comma.checked_sub(1)?).filter(|hit| hit.end as usize == comma));
        let gazetteer = &self.doc.gazetteer;
        let rows = hit
            .map(|hit| gazetteer.surfaces(hit))
            .unwrap_or_default()
            .iter()
            .filter_map(|s| gazetteer.row(s));
        rows.filter(|row| *row.kind == EntityKind::Place && matches!(row.class, "city" | "capital")).collect()
    }
}

/// Whether a place lies in one of the `outer` ones: in its country, or in its region.
fn is_inside(row: &Row<'_>, outer: &[Row<'_>]) -> bool {
    outer.iter().any(|o| {
        let same_country = row.countries.iter().any(|code| o.countries.contains(code)) && row.id != o.id;
        match o.class {
            "region" => {
                same_country
                    && (o
                        .id
                        .strip_prefix("gna:")
                        .is_none_or(|id| row.facts.get("admin1").is_none_or(|a| a == id)))
            }
            _ => same_country,
        }
    })
}
