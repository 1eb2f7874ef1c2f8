//! Where an article is set: the countries and regions that it names, by how often.
//!
//! What can lie in several countries says nothing of where the article is: "Georgia" votes for neither.

use crate::gazetteer::{Alias, EntityKind, Hit, Row};
use crate::text::{Atom, Shape};

use super::listed::Lists;
use super::read::Reader;
use super::split::Candidate;

/// The countries and regions of an article.
#[derive(Debug, Default)]
pub(super) struct Setting {
    countries: Votes,
    regions: Votes,
}

/// Votes for areas by their codes.
#[derive(Debug, Default)]
struct Votes {
    counts: Vec<(Atom, u32)>,
    total: u32,
}

/// Areas of one kind that are counted: an article that names more is set in none of them, and a search among
/// them stays short.
const MOST: usize = 64;

/// What the share of a country in the article is worth at most, and that of a region, against weights of 0 to 9,
/// each times ten.
const SHARE: u32 = 60;

/// A namesake abroad that is so much less known does not count.
const FAR: u8 = 3;

/// A country or region says where an article is; a town only where it lies itself.
const NAMED: u32 = 2;
const TOWN: u32 = 1;
/// A body of one country says as much as a town.
const BODY: u32 = 1;

impl Votes {
    fn add(&mut self, code: &str, votes: u32) {
        let code = Atom::of_long(code.as_bytes());
        let room = self.counts.len() < MOST;
        match self.counts.iter_mut().find(|(known, _)| *known == code) {
            Some((_, count)) => *count = count.saturating_add(votes),
            None if room => self.counts.push((code, votes)),
            None => {}
        }
        self.total = self.total.saturating_add(votes);
    }

    fn count(&self, code: &str) -> u32 {
        let code = Atom::of_long(code.as_bytes());
        self.counts.iter().find(|(known, _)| *known == code).map_or(0, |(_, count)| *count)
    }
}

impl Setting {
    /// Counts the areas that the candidates name: by name, as an adjective, by a town that has no namesake, by
    /// a body of one country, and those that a town and the area behind it agree on.
    pub(super) fn of(reader: Reader<'_, '_>, found: &[Candidate]) -> Self {
        let mut all = Self::default();
        let tells = |c: &&Candidate| c.listed.is_place() || c.listed.is(Lists::DEMONYM) || c.listed.is_body();
        for c in found.iter().filter(tells) {
            let Some(hit) = c.hit else { continue };
            if let Some(code) = reader.sole_country_of_body(hit) {
                all.countries.add(code, BODY);
                continue;
            }
            if let Some(row) = reader.sole_place(hit) {
                if row.class() == "region" && reader.is_loose_code(c) {
                    continue;
                }
                let area = matches!(row.class(), "country" | "territory" | "capital" | "region");
                all.add(&row, if area { NAMED } else { TOWN });
            } else if let Some(town) = reader.contained(c, hit) {
                all.add(&town, NAMED);
            }
        }
        all
    }

    fn add(&mut self, row: &Row<'_>, votes: u32) {
        if let Some(code) = row.countries().first() {
            self.countries.add(code, votes);
        }
        if let Some(code) = row.admin1() {
            self.regions.add(code, votes);
        }
    }

    /// Whether the article speaks for the country of a place, or for none.
    pub(super) fn allows(&self, row: &Row<'_>) -> bool {
        self.count(row) > 0 || !self.has_countries()
    }

    /// How often the article names the country of a row.
    pub(super) fn count(&self, row: &Row<'_>) -> u32 {
        row.countries().iter().map(|code| self.countries.count(code)).sum()
    }

    /// Whether the country of a row is among those that the article is about: where Nepal is named ten times and India
    /// once, "the Supreme Court" is not that of India.
    pub(super) fn is_of(&self, row: &Row<'_>) -> bool {
        let most = self.countries.counts.iter().map(|(_, count)| *count).max().unwrap_or(0);
        let count = self.count(row);
        count > 0 && count.saturating_mul(3) >= most
    }

    /// Whether the article names any country.
    pub(super) fn has_countries(&self) -> bool {
        self.countries.total >= NAMED
    }

    fn region_count(&self, row: &Row<'_>) -> u32 {
        row.admin1().map_or(0, |code| self.regions.count(code))
    }

    /// Whether the article speaks for the region of a place.
    pub(super) fn names_region_of(&self, row: &Row<'_>) -> bool {
        self.region_count(row) >= NAMED
    }

    /// Whether it names any region.
    pub(super) fn has_regions(&self) -> bool {
        self.regions.total >= NAMED
    }

    /// What the share of the country and that of the region of a row count for it.
    pub(super) fn share(&self, row: &Row<'_>) -> u32 {
        let of = |count: u32, votes: &Votes| SHARE.saturating_mul(count) / votes.total.saturating_add(NAMED);
        of(self.count(row), &self.countries).saturating_add(of(self.region_count(row), &self.regions))
    }

    /// Whether any region speaks louder than that of a known place.
    pub(super) fn is_set_elsewhere(&self, namesake: &Row<'_>) -> bool {
        let most = self.regions.counts.iter().map(|(_, count)| *count).max().unwrap_or(0);
        most >= u32::from(namesake.weight).max(NAMED) && most >= self.region_count(namesake).saturating_mul(2)
    }

    /// Whether a small town lies in the region where the article is set, and its known namesake elsewhere.
    pub(super) fn is_home(&self, town: &Row<'_>, namesake: &Row<'_>) -> bool {
        let count = self.region_count(town);
        count >= u32::from(namesake.weight).max(NAMED)
            && count >= self.region_count(namesake).saturating_mul(2)
    }

    /// Of places of one name, the largest first, the one that the article speaks for most, and how much.
    pub(super) fn best<'r>(&self, places: impl Iterator<Item = Row<'r>>) -> Option<((u32, u32), Row<'r>)> {
        let score = |row: &Row<'_>| (self.region_count(row), self.count(row));
        let scored = places.map(|row| (score(&row), row));
        scored.reduce(|best, other| if other.0 > best.0 { other } else { best })
    }

    /// The same, if the article speaks for it or there is but one.
    pub(super) fn likeliest<'r>(&self, places: impl Iterator<Item = Row<'r>>) -> Option<Row<'r>> {
        let mut count = 0_u32;
        let (score, row) = self.best(places.inspect(|_| count = count.saturating_add(1)))?;
        (count == 1 || score > (0, 0)).then_some(row)
    }
}

impl<'d> Reader<'d, '_> {
    /// The place that a hit can be, if all that it can be lie in one country or are far less known.
    fn sole_place(self, hit: Hit) -> Option<Row<'d>> {
        let strong = |kind: &EntityKind, alias| {
            *kind == EntityKind::Place && !matches!(alias, Alias::Surname | Alias::Weak)
        };
        let places = || self.rows(hit, strong).map(|(row, _)| row);
        let best = places().max_by_key(|row| row.weight)?;
        let other = |row: &Row<'_>| {
            row.countries().first() != best.countries().first()
                && row.weight.saturating_add(FAR) > best.weight
        };
        let alone = self.doc.gazetteer.surfaces(hit).len() == 1;
        (alone || !places().any(|row| other(&row))).then_some(best)
    }

    /// "SC adjourns plea": two letters that are a region's code only behind a town, "Aro, SC".
    fn is_loose_code(self, c: &Candidate) -> bool {
        let code = c.tokens.len() == 1 && self.str(c.tokens.start).len() == 2;
        let behind = c.tokens.start.checked_sub(1).is_some_and(|i| self.shape_is(i, Shape::Comma));
        code && !behind
    }

    /// The country of a body in full, if nothing else is called so. A short name is often a foreign body's, too.
    fn sole_country_of_body(self, hit: Hit) -> Option<&'d str> {
        let [_] = self.doc.gazetteer.surfaces(hit) else { return None };
        let full = |kind: &EntityKind, alias| *kind == EntityKind::Organization && alias == Alias::Full;
        let (body, _) = self.rows(hit, full).next()?;
        body.countries().first()
    }

    /// "Atlanta, Georgia": the place that a hit is, where the area behind it tells.
    fn contained(self, c: &Candidate, hit: Hit) -> Option<Row<'d>> {
        let outer = self.outer(c)?;
        let inside = |row: &Row<'d>| self.areas(outer).any(|area| is_inside(row, &area));
        self.rows(hit, |kind, _| *kind == EntityKind::Place).map(|(row, _)| row).find(inside)
    }
}

impl<'d> Row<'d> {
    /// The first-level region that a place is or lies in, as GeoNames codes it: `US.TX`.
    pub(super) fn admin1(&self) -> Option<&'d str> {
        self.id().strip_prefix("gna:").or_else(|| self.facts().get("admin1"))
    }
}

/// Whether a place lies in an area: in that country, or in that region.
pub(super) fn is_inside(row: &Row<'_>, area: &Row<'_>) -> bool {
    let same_country =
        row.id() != area.id() && row.countries().iter().any(|code| area.countries().contains(code));
    let region = area.id().strip_prefix("gna:").filter(|_| area.class() == "region");
    same_country && region.is_none_or(|id| row.facts().get("admin1").is_none_or(|admin1| admin1 == id))
}
