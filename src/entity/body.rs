//! Which body a name means: that of the country that the words before it name, else of the countries of the
//! article. "The Supreme Court" and "the army" are bodies of every country; where nothing tells, they are
//! nobody's in particular.

use crate::gazetteer::{Alias, EntityKind, Row};
use crate::lexicon::Class;
use crate::text::Shape;

use super::listed::Lists;
use super::read::Reader;
use super::setting::Setting;
use super::split::Candidate;

/// Classes of bodies that every state has, under one name.
const STATE: &[&str] = &["agency", "court", "legislature", "ministry", "police"];

impl<'d> Reader<'d, '_> {
    /// The body or outlet that a candidate names.
    pub(super) fn body(self, c: &Candidate, setting: &Setting) -> Option<(Row<'d>, Alias)> {
        let hit = c.hit?;
        let rows = || self.rows(hit, |kind, _| matches!(kind, EntityKind::Organization | EntityKind::Outlet));
        let before = self.country_before(c);
        let named = |row: &Row<'_>| {
            before
                .as_ref()
                .is_some_and(|country| row.countries().iter().any(|code| country.countries().contains(code)))
        };
        let score = |(row, alias): &(Row<'_>, Alias)| {
            let near = if before.is_none() { setting.count(row) } else { 0 };
            (row.own, named(row), near, row.weight, std::cmp::Reverse(*alias))
        };
        let best = rows().reduce(|best, other| if score(&other) >= score(&best) { other } else { best })?;
        let (row, alias) = &best;
        // "The Court of Appeal" of a country that the article does not name is some other country's.
        let foreign = || {
            *alias == Alias::Short
                && STATE.contains(&row.class())
                && !named(row)
                && setting.count(row) == 0
                && setting.has_countries()
        };
        let many =
            || c.tokens.len() == 1 || rows().filter(|(row, _)| row.countries().first().is_some()).count() > 1;
        let generic = || self.is(c.tokens.end.saturating_sub(1), Class::STATE_BODY) && many();
        let told = || named(row) || before.is_none() && setting.is_of(row);
        let known = || !generic() || row.countries().first().is_none() || told();
        (row.own || !foreign() && known()).then_some(best)
    }

    /// "the Syrian | Army", "U.S. | Army": the country before a body, or the one that its name opens with.
    fn country_before(self, c: &Candidate) -> Option<Row<'d>> {
        let own = self.hit_from(c.tokens.start).filter(|hit| c.hit != Some(*hit));
        let hit = own.or_else(|| {
            let last = c.tokens.start.checked_sub(1)?;
            let last = if self.shape_is(last, Shape::Possessive) { last.checked_sub(1)? } else { last };
            self.hit_over(last)
        })?;
        let listed = self.listed(hit);
        self.country(hit).filter(|_| listed.is(Lists::COUNTRY | Lists::DEMONYM))
    }
}
