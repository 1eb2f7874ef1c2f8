//! One entity of a table, and the surfaces that name it.

use std::collections::BTreeMap;

use super::EntityKind;
use super::line::{Line, Town, column};
use crate::text::{fields, first_field};

/// An entity as the tables know it: a view into their text, which finds a cell when it is asked for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Row<'a> {
    /// Its line in a table; none of a small town.
    pub(super) line: Option<Line<'a>>,
    /// Its line in the table of towns, which says where a place lies.
    pub(super) town: Option<Town>,
    pub(crate) kind: &'a EntityKind,
    /// 0 to 9: how often world news names it.
    pub(crate) weight: u8,
    /// Whether the caller brought the row: its facts are attributes, its id is the caller's.
    pub(crate) own: bool,
}

impl<'a> Row<'a> {
    #[inline]
    fn cell(self, i: usize) -> &'a str {
        self.line.map_or("", |line| line.cell(i))
    }

    fn separator(self) -> u8 {
        if self.own { UNIT } else { b';' }
    }

    /// The table's id: `iso:SY`, `gn:170654`, `dl:world-bank`, or the caller's.
    #[inline]
    pub(crate) fn id(self) -> &'a str {
        // The line of a town is unlike any other id, as no other holds a tab.
        self.town.map_or_else(|| self.cell(column::ID), |town| town.0)
    }

    /// The finer class: `country`, `city`, `ministry`, `news_agency` …; may be empty.
    #[inline]
    pub(crate) fn class(self) -> &'a str {
        match (self.line, self.town) {
            (None, Some(town)) => town.sort().0,
            _ => self.cell(column::CLASS),
        }
    }

    #[inline]
    pub(crate) fn name(self) -> &'a str {
        match (self.line, self.town) {
            (None, Some(town)) => town.name(),
            _ => self.cell(column::NAME),
        }
    }

    /// ISO 3166 alpha-2 codes of the countries it belongs to, the most important first.
    #[inline]
    pub(crate) fn countries(self) -> List<'a> {
        List(self.town.map_or_else(|| self.cell(column::COUNTRY), |town| town.country()))
    }

    pub(crate) fn ids(self) -> Pairs<'a> {
        match self.town {
            Some(town) => Pairs::led((town.sort().1, town.number()), ""),
            None => Pairs::of(self.cell(column::IDS), self.separator()),
        }
    }

    /// Free facts: `gender`, `role`, `pop`, `domain` …, and the caller's attributes.
    #[inline]
    pub(crate) fn facts(self) -> Pairs<'a> {
        match self.town {
            Some(town) => Pairs::led(("admin1", town.admin1()), town.at()),
            None => Pairs::of(self.cell(column::FACTS), self.separator()),
        }
    }

    /// The year or month for which dated facts (offices) are known; may be empty.
    pub(super) fn as_of(self) -> &'a str {
        self.cell(column::AS_OF)
    }

    /// The same entity, lying where a town does.
    pub(crate) fn at(self, town: Row<'static>) -> Self {
        Self { town: town.town, ..self }
    }
}

/// Values parted by commas, without blanks around them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct List<'a>(pub(super) &'a str);

impl<'a> List<'a> {
    pub(crate) fn iter(self) -> impl Iterator<Item = &'a str> {
        fields(self.0, b',').filter(|value| !value.is_empty())
    }

    pub(crate) fn first(self) -> Option<&'a str> {
        self.iter().next()
    }

    pub(crate) fn contains(self, value: &str) -> bool {
        self.iter().any(|one| one == value)
    }
}

/// `key=value` pairs, in the order of the table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Pairs<'a> {
    /// A pair whose key the table does not repeat in every row.
    pub(super) lead: Option<(&'a str, &'a str)>,
    pub(super) text: &'a str,
    /// `;` in the bundled tables; the caller's values may hold any printable character.
    pub(super) separator: u8,
}

/// Parts pairs of the caller's rows: no value can hold it, because control characters are refused.
pub(super) const UNIT: u8 = 0x1f;

impl<'a> Pairs<'a> {
    fn of(text: &'a str, separator: u8) -> Self {
        Self { lead: None, text, separator }
    }

    fn led(lead: (&'a str, &'a str), text: &'a str) -> Self {
        Self { lead: Some(lead), text, separator: b';' }
    }

    pub(crate) fn iter(self) -> impl Iterator<Item = (&'a str, &'a str)> {
        let pair = |pair: &'a str| {
            let key = first_field(pair, b'=');
            Some((key, pair.get(key.len().saturating_add(1)..)?))
        };
        self.lead.into_iter().chain(fields(self.text, self.separator).filter_map(pair))
    }

    pub(crate) fn get(self, key: &str) -> Option<&'a str> {
        let lead = self.lead.filter(|(k, _)| *k == key).map(|(_, value)| value);
        let value = |pair: &'a str| pair.strip_prefix(key)?.strip_prefix('=');
        lead.or_else(|| fields(self.text, self.separator).find_map(value))
    }

    /// The pairs as a map, for the public types.
    pub(crate) fn to_map(self) -> BTreeMap<String, String> {
        let mut map = BTreeMap::new();
        // One by one: they are one or two, and to collect them would sort them in a list of their own.
        self.iter().for_each(|(key, value)| drop(map.insert(key.to_owned(), value.to_owned())));
        map
    }
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

impl Alias {
    /// The alias type of a table's type letter.
    pub(super) fn from_letter(letter: u8) -> Option<Self> {
        Some(match letter {
            b'f' | b'v' => Self::Full,
            b's' => Self::Short,
            b'a' => Self::Acronym,
            b'n' => Self::Surname,
            b'h' => Self::Historic,
            b'd' => Self::Demonym,
            b'm' => Self::Metonym,
            b'w' => Self::Weak,
            _ => return None,
        })
    }
}

/// Why a surface may mislead: computed for every surface when the tables are made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
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

    pub(super) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The bit of a table's letter.
    pub(super) fn from_letter(letter: u8) -> Option<Self> {
        Some(match letter {
            b'W' => Self::WORD,
            b'C' => Self::CALENDAR,
            b'G' => Self::GIVEN,
            b'S' => Self::SURNAME,
            b'K' => Self::KINDS,
            b'M' => Self::PLACES,
            _ => return None,
        })
    }
}

/// One spelling of one row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Surface {
    pub(crate) row: u32,
    pub(crate) alias: Alias,
    pub(crate) bits: Bits,
}
