//! One entity of a table, and the surfaces that name it.

use std::collections::BTreeMap;

use super::EntityKind;

/// An entity as the tables know it.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    /// The table's id: `iso:SY`, `gn:170654`, `dl:world-bank`, or the caller's.
    pub(crate) id: String,
    pub(crate) kind: EntityKind,
    /// The finer class: `country`, `city`, `ministry`, `news_agency` …; may be empty.
    pub(crate) class: String,
    pub(crate) name: String,
    /// ISO 3166 alpha-2 codes of the countries it belongs to.
    pub(crate) countries: Vec<String>,
    pub(crate) ids: BTreeMap<String, String>,
    /// 0 to 9: how often world news names it.
    pub(crate) weight: u8,
    /// Free facts: `gender`, `role`, `pop`, `domain` …, and the caller's attributes.
    pub(crate) facts: BTreeMap<String, String>,
}

/// How a surface relates to the row's canonical name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Alias {
    /// The canonical name (`f`) or another full name or spelling (`v`).
    Full,
    /// A short form that stands alone (`s`).
    Short,
    /// An acronym (`a`).
    Acronym,
    /// A surname alone (`n`): counts only after the full name was seen.
    Surname,
    /// A former name (`h`).
    Historic,
    /// An adjective or noun of origin (`d`).
    Demonym,
    /// A place that stands for a government (`m`).
    Metonym,
    /// A caller's weak alias (`w`): counts only with support in the article.
    Weak,
}

/// Why a surface may mislead: computed for every surface when the tables are made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Bits(pub(crate) u8);

impl Bits {
    /// Also a common word.
    pub(crate) const WORD: Self = Self(1);
    /// Also a month, weekday or season.
    pub(crate) const CALENDAR: Self = Self(2);
    /// Also a given name.
    pub(crate) const GIVEN: Self = Self(4);
    /// Also a surname.
    pub(crate) const SURNAME: Self = Self(8);
    /// Names entities of several kinds.
    pub(crate) const KINDS: Self = Self(16);
    /// Names several places.
    pub(crate) const PLACES: Self = Self(32);

    /// Whether any bit of `other` is set.
    pub(crate) const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// One spelling of one row.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Surface {
    pub(crate) row: u32,
    pub(crate) alias: Alias,
    pub(crate) bits: Bits,
}
