//! Which of several places of one name is meant: by what contains it, by the countries and regions of the article, by
//! how often news names it.

use crate::gazetteer::{self, Alias, EntityKind, Hit, Row, Surface};
use crate::text::{Atom, Shape, atom, atoms};

use super::point::Point;
use super::read::{Reader, range};
use super::setting::{Setting, is_inside};
use super::signal::{Signal, Signals};
use super::split::Candidate;

/// A place that the text itself names after a comma outweighs every other reason.
const CONTAINED: u32 = 1000;
/// What is seen of names that are no towns.
const NO_TOWN: Signals = Signals::of(&[
    Signal::GivenFirst,
    Signal::SurnameLast,
    Signal::Initials,
    Signal::OrgTail,
    Signal::OrgHead,
    Signal::FirmTail,
    Signal::Acronym2,
    Signal::Acronym3,
    Signal::CapsLong,
    Signal::CommonAll,
    Signal::CommonAlone,
    Signal::Age,
    Signal::Ampersand,
    Signal::Media,
    Signal::StateBody,
]);
/// The names of towns have four tokens at most, nearly all.
const MAX_TOWN: usize = 4;
/// Nouns behind the name of a region.
const REGION_NOUNS: &[Atom] = atoms![
    "province", "state", "region", "governorate", "prefecture", "oblast", "department", "county", "district",
    "division", "states", "provinces", "regions", "counties", "districts",
];
/// The weight from which a city is known without its country.
const GREAT: u8 = 6;

impl<'d> Reader<'d, '_> {
    /// What a hit can name, and by which alias: the rows of which `fits` says so. Most are of another kind, and are
    /// not read.
    pub(super) fn rows(
        self,
        hit: Hit,
        fits: impl Fn(&EntityKind, Alias) -> bool,
    ) -> impl Iterator<Item = (Row<'d>, Alias)> {
        let gazetteer = &self.doc.gazetteer;
        let fitting = move |s: &&Surface| gazetteer.kind(s).is_some_and(|kind| fits(kind, s.alias));
        let surfaces = gazetteer.surfaces(hit).iter().filter(fitting);
        surfaces.filter_map(|s| Some((gazetteer.row(s)?, s.alias)))
    }

    /// The places that a hit can name.
    fn places(self, hit: Hit) -> impl Iterator<Item = (Row<'d>, Alias)> {
        self.rows(hit, |kind, alias| *kind == EntityKind::Place && alias != Alias::Demonym)
    }

    /// The country or territory that a hit can be.
    pub(super) fn country(self, hit: Hit) -> Option<Row<'d>> {
        let rows = self.rows(hit, |kind, _| *kind == EntityKind::Place).map(|(row, _)| row);
        rows.filter(|row| matches!(row.class(), "country" | "territory" | "capital"))
            .max_by_key(|row| row.weight)
    }

    /// The place that a candidate names: none where the text says that it lies where no known one does.
    pub(super) fn place(self, c: &Candidate, setting: &Setting) -> Option<(Row<'d>, Alias)> {
        if let Some(region) = self.region(c, setting) {
            return Some(region);
        }
        let (outer, inner) = (self.area_of(c), self.inner(c));
        let inside = |row: &Row<'d>| {
            outer.is_some_and(|hit| self.is_in_area(row, hit, setting))
                || inner.is_some_and(|hit| self.has_town(row, hit))
        };
        let places = c.hit.into_iter().flat_map(|hit| self.places(hit));
        let score = |(row, alias): &(Row<'d>, Alias)| {
            let score = u32::from(inside(row))
                .saturating_mul(CONTAINED)
                .saturating_add(u32::from(row.weight).saturating_mul(10))
                .saturating_add(setting.share(row));
            (row.own, score, std::cmp::Reverse(*alias))
        };
        let best = places.reduce(|best, other| if score(&other) >= score(&best) { other } else { best });
        let small = || self.small_place(c, outer, setting);
        let Some(best) = best else { return small() };
        if best.0.own || inside(&best.0) {
            return Some(self.located(best, setting));
        }
        let Some(outer) = outer else {
            let home = matches!(best.0.class(), "city" | "capital" | "region")
                && best.0.weight <= GREAT
                && setting.is_set_elsewhere(&best.0);
            let town = home.then(small).flatten().filter(|(town, _)| setting.is_home(town, &best.0));
            return Some(town.unwrap_or_else(|| self.located(best, setting)));
        };
        let elsewhere = self.is_elsewhere(c, &best.0);
        let said =
            elsewhere || self.outer(c).is_none() || self.areas(outer).any(|area| area.class() == "region");
        said.then(small).flatten().or((!elsewhere).then_some(best))
    }

    /// Whether a place lies in an area that a hit can be. Tables give no county its towns: they are near its middle.
    fn is_in_area(self, row: &Row<'_>, hit: Hit, setting: &Setting) -> bool {
        self.areas(hit).filter(|area| is_inside(row, area)).any(|area| {
            let county = area.class() == "region" && area.admin1().is_none();
            let point = |row: &Row<'_>| Point::read(row.facts().get("at")?);
            let middle = county.then(|| point(&self.located((area, Alias::Full), setting).0)).flatten();
            middle.zip(point(row)).is_none_or(|(middle, town)| middle.is_near(town))
        })
    }

    /// "Kharkiv region", "Punjab province": the region of a name, which a city may have too.
    fn region(self, c: &Candidate, setting: &Setting) -> Option<(Row<'d>, Alias)> {
        let noun = c.tokens.end;
        if !self.small(noun) || !REGION_NOUNS.contains(&self.word(noun)) {
            return None;
        }
        let places = c.hit.into_iter().flat_map(|hit| self.places(hit));
        let listed = places.filter(|(row, _)| row.class() == "region");
        let score =
            |row: &Row<'_>| u32::from(row.weight).saturating_mul(10).saturating_add(setting.share(row));
        let best = listed.max_by_key(|(row, _)| score(row));
        best.or_else(|| {
            let name = self.doc.str(self.doc.span(c.tokens.clone()));
            let areas = gazetteer::towns(name).filter(|row| matches!(row.class(), "region" | "county"));
            setting.likeliest(areas).map(|row| (row, Alias::Full))
        })
    }

    /// "Orange County": of a listed place of which its row does not say where it lies, the one that is meant.
    fn located(self, best: (Row<'d>, Alias), setting: &Setting) -> (Row<'d>, Alias) {
        let (row, alias) = best;
        let settled = matches!(row.class(), "region" | "area" | "city" | "district");
        if !settled || row.own || row.facts().get("at").is_some() || row.countries().first().is_none() {
            return best;
        }
        let same = |town: &Row<'_>| town.countries().first() == row.countries().first();
        setting
            .likeliest(gazetteer::towns(row.name()).filter(same))
            .map_or(best, |town| (row.at(town), alias))
    }

    /// The town or county of a name that no text is searched for: where the text says that it lies, or in the
    /// regions and countries of the article; a name that only one place has needs nobody's word.
    fn small_place(self, c: &Candidate, outer: Option<Hit>, setting: &Setting) -> Option<(Row<'d>, Alias)> {
        let fits = |town: &Row<'_>| outer.is_none_or(|hit| self.is_in_area(town, hit, setting));
        let name = self.doc.str(self.doc.span(c.tokens.clone()));
        let towns = gazetteer::towns(name).filter(fits);
        let best = if outer.is_some() {
            setting.best(towns).map(|(_, town)| town)
        } else {
            setting.likeliest(towns).filter(|town| setting.allows(town))
        };
        best.map(|town| (town, Alias::Full))
    }

    /// An unlisted name that a town of the article's regions has. What its own words call a person or a body is
    /// not looked up.
    pub(super) fn is_small_town(self, c: &Candidate, seen: &Signals, setting: &Setting) -> bool {
        let asked = c.hit.is_none() && c.title.is_none() && !c.loud && c.tokens.len() <= MAX_TOWN;
        let name = || self.doc.str(self.doc.span(c.tokens.clone()));
        let town = |row: &Row<'_>| row.class() == "city" && setting.names_region_of(row);
        asked && !seen.has_any(NO_TOWN) && gazetteer::towns(name()).any(|row| town(&row))
    }

    /// "Paris, Texas,": the listed town lies elsewhere. A great city beside a country may be in a list with it.
    fn is_elsewhere(self, c: &Candidate, row: &Row<'_>) -> bool {
        let Some(hit) = self.outer(c).filter(|_| !row.own && is_town(row)) else { return false };
        let behind = self.shape(hit.end as usize);
        let closed = matches!(behind, None | Some(Shape::Comma | Shape::Stop | Shape::Close));
        closed && (row.weight < GREAT || self.areas(hit).any(|area| area.class() == "region"))
    }

    /// The listed area that the text says a place lies in.
    pub(super) fn area_of(self, c: &Candidate) -> Option<Hit> {
        self.outer(c).or_else(|| self.surroundings(c))
    }

    /// "Perth in | Scotland": the listed area that a place is said to lie in.
    fn surroundings(self, c: &Candidate) -> Option<Hit> {
        let preposition = c.tokens.end;
        let hit = self.hit_from(preposition.saturating_add(1));
        let hit = hit.filter(|_| self.doc.tokens.atom(preposition) == atom!("in"))?;
        self.areas(hit).next().map(|_| hit)
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
        self.places(hit).map(|(row, _)| row).filter(is_area)
    }

    /// Whether a town that a hit can be lies in an area: "Vancouver, | Washington".
    fn has_town(self, area: &Row<'_>, hit: Hit) -> bool {
        let name = || self.doc.str(self.doc.span(range(hit)));
        is_area(area) && self.towns(hit).any(|town| is_inside(&town, area))
            || area.class() == "region" && gazetteer::towns(name()).any(|town| is_inside(&town, area))
    }

    /// The towns that a hit can be.
    fn towns(self, hit: Hit) -> impl Iterator<Item = Row<'d>> {
        self.rows(hit, |kind, _| *kind == EntityKind::Place).map(|(row, _)| row).filter(is_town)
    }
}

fn is_area(row: &Row<'_>) -> bool {
    *row.kind == EntityKind::Place && matches!(row.class(), "country" | "territory" | "region" | "area")
}

fn is_town(row: &Row<'_>) -> bool {
    *row.kind == EntityKind::Place && matches!(row.class(), "city" | "capital")
}
