//! Rows at rest: the text of the tables, and where each column stands in it.
//!
//! The bundled tables stay where the compiler put them; the caller's rows are written into one text of the
//! same shape. A row is then forty bytes of positions, and a million rows need no million allocations.

use super::line::{COLUMNS, Line, column};
use super::row::{Alias, Bits, Row};
use super::{EntityKind, limits};
use crate::error::Problem;
use crate::text::{fields, first_field};

/// The tables that ship with the crate, the most trusted first.
pub(super) const BUNDLED: &[&str] = &[
    include_str!("../../data/bundled/countries.tsv"),
    include_str!("../../data/bundled/organizations.tsv"),
    include_str!("../../data/bundled/outlets.tsv"),
    include_str!("../../data/bundled/people.tsv"),
    include_str!("../../data/bundled/places.tsv"),
    include_str!("../../data/bundled/other.tsv"),
];

/// Every row, as positions in the texts of the tables.
#[derive(Debug, Default)]
pub(super) struct Rows {
    texts: Vec<&'static str>,
    /// The caller's rows, one after another, in the columns of the bundled ones.
    own: String,
    kinds: Vec<EntityKind>,
    list: Vec<Place>,
    /// The rows of today's countries: 250 at most.
    countries: Vec<u32>,
}

/// How the ids of countries begin; their ISO 3166 codes follow.
const COUNTRY_ID: &str = "iso:";

/// The number of the caller's text.
const OWN: u16 = u16::MAX;

/// Where a row stands.
#[derive(Clone, Copy, Debug)]
struct Place {
    start: u32,
    /// The end of each column, counted from the start of the row.
    ends: [u16; COLUMNS],
    text: u16,
    kind: u16,
    weight: u8,
}

impl Rows {
    pub(super) fn len(&self) -> u32 {
        u32::try_from(self.list.len()).unwrap_or(u32::MAX)
    }

    /// Adds a text that rows will point into.
    pub(super) fn add_text(&mut self, text: &'static str) -> u16 {
        self.texts.push(text);
        // There are six bundled tables.
        u16::try_from(self.texts.len().saturating_sub(1)).unwrap_or(OWN)
    }

    /// Adds the row that starts at `start` of text `text`, and gives its number.
    pub(super) fn add(&mut self, text: u16, start: usize, cells: &[&str; COLUMNS]) -> Result<u32, Problem> {
        if self.list.len() >= limits::ROWS {
            return Err(Problem::TooMany { what: "rows", max: limits::ROWS });
        }
        let place = self.place(text, start, cells)?;
        let row = self.len();
        if cells[column::ID].starts_with(COUNTRY_ID) && text != OWN {
            self.countries.push(row);
        }
        self.list.push(place);
        Ok(row)
    }

    /// Adds a row of the caller's.
    pub(super) fn add_own(&mut self, cells: &[String; COLUMNS]) -> Result<u32, Problem> {
        let cells = cells.each_ref().map(String::as_str);
        let start = self.write(&cells);
        self.add(OWN, start, &cells)
    }

    /// Puts a row of the caller's in the place of another.
    pub(super) fn replace(&mut self, row: u32, cells: &[String; COLUMNS]) -> Result<(), Problem> {
        let cells = cells.each_ref().map(String::as_str);
        let start = self.write(&cells);
        let place = self.place(OWN, start, &cells)?;
        if let Some(old) = self.list.get_mut(row as usize) {
            *old = place;
        }
        Ok(())
    }

    fn write(&mut self, cells: &[&str; COLUMNS]) -> usize {
        let start = self.own.len();
        for cell in cells {
            self.own.push_str(cell);
            self.own.push('\t');
        }
        start
    }

    fn place(&mut self, text: u16, start: usize, cells: &[&str; COLUMNS]) -> Result<Place, Problem> {
        let mut ends = [0; COLUMNS];
        let mut at = 0_usize;
        for (end, cell) in ends.iter_mut().zip(cells) {
            at = at.saturating_add(cell.len());
            let too_long = |_| Problem::TooMany { what: "bytes in a row", max: limits::ROW };
            *end = u16::try_from(at).map_err(too_long)?;
            at = at.saturating_add(1);
        }
        let too_many = |_| Problem::TooMany { what: "bytes in all rows", max: u32::MAX as usize };
        let start = u32::try_from(start).map_err(too_many)?;
        let weight = weight(cells[column::WEIGHT])?;
        let kind = self.kind(cells[column::KIND])?;
        Ok(Place { start, ends, text, kind, weight })
    }

    fn kind(&mut self, name: &str) -> Result<u16, Problem> {
        let known = self.kinds.iter().position(|kind| kind.as_str() == name);
        let index = known.unwrap_or(self.kinds.len());
        if index >= limits::KINDS {
            return Err(Problem::TooMany { what: "kinds", max: limits::KINDS });
        }
        if known.is_none() {
            self.kinds.push(name.into());
        }
        Ok(u16::try_from(index).unwrap_or(0))
    }

    /// The country of an ISO 3166 code.
    pub(super) fn country(&self, code: &str) -> Option<Row<'_>> {
        let mut rows = self.countries.iter().filter_map(|row| self.get(*row));
        rows.find(|row| row.id().strip_prefix(COUNTRY_ID) == Some(code))
    }

    #[inline]
    pub(super) fn weight(&self, row: u32) -> u8 {
        self.list.get(row as usize).map_or(0, |place| place.weight)
    }

    #[inline]
    pub(super) fn kind_of(&self, row: u32) -> Option<&EntityKind> {
        self.kinds.get(usize::from(self.list.get(row as usize)?.kind))
    }

    #[inline]
    pub(super) fn class(&self, row: u32) -> Option<&str> {
        Some(self.line(self.list.get(row as usize)?)?.cell(column::CLASS))
    }

    #[inline]
    fn line<'a>(&'a self, place: &'a Place) -> Option<Line<'a>> {
        let own = place.text == OWN;
        let text = if own { &*self.own } else { *self.texts.get(usize::from(place.text))? };
        Some(Line { text: text.get(place.start as usize..)?, ends: &place.ends })
    }

    #[inline]
    pub(super) fn get(&self, row: u32) -> Option<Row<'_>> {
        let place = self.list.get(row as usize)?;
        Some(Row {
            line: Some(self.line(place)?),
            town: None,
            kind: self.kinds.get(usize::from(place.kind))?,
            weight: place.weight,
            own: place.text == OWN,
        })
    }
}

/// A weight: one digit, or nothing.
pub(super) fn weight(cell: &str) -> Result<u8, Problem> {
    match cell.as_bytes() {
        [] => Ok(0),
        [digit @ b'0'..=b'9'] => Ok(digit - b'0'),
        _ => Err(Problem::value("weight", cell)),
    }
}

/// The rows of a bundled table, each with its line number (from 1) and its first byte.
pub(super) fn lines(table: &str) -> impl Iterator<Item = (usize, usize, &str)> {
    let mut at = 0_usize;
    let placed = fields(table, b'\n').enumerate().map(move |(i, line)| {
        let start = at;
        at = at.saturating_add(line.len()).saturating_add(1);
        (i.saturating_add(1), start, line)
    });
    placed.skip(1).filter(|(_, _, line)| !line.is_empty() && !line.starts_with('#'))
}

/// The ten cells of a bundled row.
pub(super) fn cells(line: &str) -> Result<[&str; COLUMNS], Problem> {
    let mut cells = [""; COLUMNS];
    let mut found = 0_usize;
    for cell in fields(line, b'\t') {
        if let Some(slot) = cells.get_mut(found) {
            *slot = cell;
        }
        found = found.saturating_add(1);
    }
    if found == COLUMNS { Ok(cells) } else { Err(Problem::Columns { want: COLUMNS, got: found }) }
}

/// One surface of a bundled row: `sWG:Reading`.
pub(super) fn surface(text: &str) -> Result<(Alias, Bits, &str), Problem> {
    let wrong = || Problem::value("surfaces", text);
    let mark = first_field(text, b':');
    let name = text.get(mark.len().saturating_add(1)..).ok_or_else(wrong)?;
    let (letter, bits) = mark.as_bytes().split_first().ok_or_else(wrong)?;
    let alias = Alias::from_letter(*letter).ok_or_else(wrong)?;
    let mut all = Bits::default();
    for &bit in bits {
        all = all.with(Bits::from_letter(bit).ok_or_else(wrong)?);
    }
    Ok((alias, all, name))
}
