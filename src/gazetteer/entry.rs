//! One entity of the caller's.

use chrono::{Datelike, NaiveDate};

use super::EntityKind;
use super::row::Alias;

/// An entity for [`GazetteerBuilder::entry`](super::GazetteerBuilder::entry): its id, its kind, and the names by
/// which texts call it.
///
/// ```
/// use dateline::{Entry, Gazetteer};
///
/// let vessel = Entry::new("imo:1234567", "vessel", "Nordic Petrel")
///     .alias("MV Nordic Petrel")
///     .weak_alias("Petrel")
///     .attribute("flag", "NO");
/// let gazetteer = Gazetteer::builder().entry(vessel).build()?;
/// let found = gazetteer.find("The Nordic  Petrel left port.");
/// assert_eq!(found[0].id(), "imo:1234567");
/// assert_eq!(found[0].attribute("flag"), Some("NO"));
/// # Ok::<(), dateline::Error>(())
/// ```
#[derive(Clone, Debug)]
#[must_use]
pub struct Entry {
    pub(super) id: String,
    pub(super) kind: EntityKind,
    pub(super) class: String,
    pub(super) name: String,
    pub(super) surfaces: Vec<Surface>,
    pub(super) country: String,
    pub(super) ids: Vec<(String, String)>,
    pub(super) weight: u8,
    pub(super) valid: Window,
    pub(super) priority: i8,
    pub(super) attributes: Vec<(String, String)>,
    pub(super) as_of: String,
    /// Whether any case of the name will do.
    pub(super) any_case: bool,
}

/// A further name of an entry.
#[derive(Clone, Debug)]
pub(super) struct Surface {
    pub(super) alias: Alias,
    pub(super) text: String,
}

impl Entry {
    /// An entity with its canonical name.
    ///
    /// The kind is `person`, `place`, `organization`, `outlet`, `event`, `work`, or a word of your own.
    pub fn new(id: impl Into<String>, kind: impl Into<EntityKind>, name: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            kind: kind.into(),
            class: String::new(),
            name: name.into(),
            surfaces: Vec::new(),
            country: String::new(),
            ids: Vec::new(),
            weight: 0,
            valid: Window::default(),
            priority: 0,
            attributes: Vec::new(),
            as_of: String::new(),
            any_case: false,
        }
    }

    /// Another name that stands for the entity by itself.
    pub fn alias(self, text: impl Into<String>) -> Self {
        self.surface(Alias::Full, text)
    }

    /// A name that counts only where the article also gives a stronger one, such as a surname or a word that has
    /// other meanings.
    pub fn weak_alias(self, text: impl Into<String>) -> Self {
        self.surface(Alias::Weak, text)
    }

    pub(super) fn surface(mut self, alias: Alias, text: impl Into<String>) -> Self {
        self.surfaces.push(Surface { alias, text: text.into() });
        self
    }

    /// The finer class: `company`, `ministry`, `city`.
    pub fn class(mut self, class: impl Into<String>) -> Self {
        self.class = class.into();
        self
    }

    /// The country it belongs to, as an ISO 3166 alpha-2 code; several are parted by commas.
    pub fn country(mut self, country: impl Into<String>) -> Self {
        self.country = country.into();
        self
    }

    /// An identifier elsewhere: `("wikidata", "Q42")`.
    pub fn external_id(mut self, scheme: impl Into<String>, id: impl Into<String>) -> Self {
        self.ids.push((scheme.into(), id.into()));
        self
    }

    /// From 0 to 9, how often news names it: decides between entities that share a name.
    pub fn weight(mut self, weight: u8) -> Self {
        self.weight = weight;
        self
    }

    /// Held against the publication date: before this day the names do not count.
    pub fn valid_from(mut self, day: NaiveDate) -> Self {
        self.valid.from = Day::of(day).0;
        self
    }

    /// Held against the publication date: after this day the names do not count.
    pub fn valid_to(mut self, day: NaiveDate) -> Self {
        self.valid.to = Day::of(day).0;
        self
    }

    /// Decides between names that overlap, and between entities that share one, before length and weight do. The
    /// bundled names have 0.
    pub fn priority(mut self, priority: i8) -> Self {
        self.priority = priority;
        self
    }

    /// A fact of your own, which comes back on the entity.
    pub fn attribute(mut self, key: impl Into<String>, value: impl Into<String>) -> Self {
        self.attributes.push((key.into(), value.into()));
        self
    }
}

/// A day as the number `yyyymmdd`, so that days compare as numbers do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Day(u32);

impl Day {
    pub(crate) fn of(day: NaiveDate) -> Self {
        // Years before our era are before every window.
        let year = u32::try_from(day.year()).unwrap_or(0).min(9999);
        Self(year * 10_000 + day.month() * 100 + day.day())
    }
}

/// The days on which a name counts, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Window {
    pub(super) from: u32,
    pub(super) to: u32,
}

impl Default for Window {
    fn default() -> Self {
        Self { from: 0, to: u32::MAX }
    }
}

impl Window {
    pub(super) fn contains(self, day: Day) -> bool {
        (self.from..=self.to).contains(&day.0)
    }

    /// Reads one end: `2014`, `2014-03` or `2014-03-18`; nothing leaves the window open. The last end of a year
    /// or month is its end.
    pub(super) fn read(cell: &str, end: bool) -> Option<u32> {
        let mut fields = cell.split('-');
        let mut field = |digits: usize| match fields.next() {
            None => Some(None),
            Some(text) if text.len() == digits && text.bytes().all(|b| b.is_ascii_digit()) => {
                text.parse::<u32>().ok().map(Some)
            }
            Some(_) => None,
        };
        let (year, month, day) = (field(4)??, field(2)?, field(2)?);
        if fields.next().is_some() {
            return None;
        }
        let year_number = i32::try_from(year).ok()?;
        // Whatever is not given must still be a date: the first of the month exists in each.
        NaiveDate::from_ymd_opt(year_number, month.unwrap_or(1), day.unwrap_or(1))?;
        let open = if end { 99 } else { 0 };
        Some(year * 10_000 + month.unwrap_or(open) * 100 + day.unwrap_or(open))
    }
}

#[cfg(test)]
mod tests {
    use super::{Day, NaiveDate, Window};

    #[test]
    fn windows_hold_whole_years_and_months() {
        let day = |y, m, d| Day::of(NaiveDate::from_ymd_opt(y, m, d).unwrap());
        let window = |from, to| Window {
            from: Window::read(from, false).unwrap(),
            to: Window::read(to, true).unwrap(),
        };
        assert!(window("2014", "2014").contains(day(2014, 1, 1)));
        assert!(window("2014", "2014").contains(day(2014, 12, 31)));
        assert!(!window("2014", "2014").contains(day(2015, 1, 1)));
        assert!(window("2014-03", "2014-03").contains(day(2014, 3, 31)));
        assert!(!window("2014-03-18", "2014-03-20").contains(day(2014, 3, 17)));
        assert!(Window::default().contains(day(-4, 1, 1)));
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in ["2014-13", "2014-02-30", "14", "2014-3", "now", "2014-03-18-1", "٢٠١٤", "2014-", ""]
        {
            assert_eq!(Window::read(text, false), None, "{text:?}");
        }
    }
}
