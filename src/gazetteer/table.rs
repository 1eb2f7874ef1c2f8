//! Rows at rest: the text of the tables, and where each column stands in it.
//!
//! The bundled tables stay where the compiler put them; the caller's rows are written into one text of the
//! same shape. A row is then forty bytes of positions, and a million rows need no million allocations.

use std::borrow::Cow;

use super::row::{Alias, Bits, List, Pairs, Row, UNIT};
use super::{EntityKind, limits};
use crate::error::Problem;

/// The columns of a table: id, kind, class, name, surfaces, country, ids, weight, facts, as_of.
pub(super) const COLUMNS: usize = 10;

/// Columns by position.
pub(super) mod column {
    pub(in crate::gazetteer) const ID: usize = 0;
    pub(in crate::gazetteer) const KIND: usize = 1;
    pub(in crate::gazetteer) const CLASS: usize = 2;
    pub(in crate::gazetteer) const NAME: usize = 3;
    pub(in crate::gazetteer) const SURFACES: usize = 4;
    pub(in crate::gazetteer) const COUNTRY: usize = 5;
    pub(in crate::gazetteer) const IDS: usize = 6;
    pub(in crate::gazetteer) const WEIGHT: usize = 7;
    pub(in crate::gazetteer) const FACTS: usize = 8;
    pub(in crate::gazetteer) const AS_OF: usize = 9;
}

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
    texts: Vec<Cow<'static, str>>,
    kinds: Vec<EntityKind>,
    list: Vec<Place>,
}

/// Where a row stands.
#[derive(Clone, Copy, Debug)]
struct Place {
    start: u32,
    /// The end of each column, counted from the start of the row.
    ends: [u16; COLUMNS],
    text: u16,
    kind: u16,
    weight: u8,
    own: bool,
}

impl Rows {
    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    /// Adds a text that rows will point into.
    pub(super) fn add_text(&mut self, text: Cow<'static, str>) -> Option<u16> {
        let index = u16::try_from(self.texts.len()).ok()?;
        self.texts.push(text);
        Some(index)
    }

    /// Adds the row that starts at `start` of text `text`, and gives its number.
    pub(super) fn add(
        &mut self,
        text: u16,
        start: usize,
        cells: &[&str; COLUMNS],
        own: bool,
    ) -> Result<u32, Problem> {
        let too_many = || Problem::TooMany { what: "rows", max: limits::ROWS };
        let number = u32::try_from(self.list.len()).map_err(|_| too_many())?;
        let mut ends = [0; COLUMNS];
        let mut at = 0_usize;
        for (end, cell) in ends.iter_mut().zip(cells) {
            at = at.saturating_add(cell.len());
            *end = u16::try_from(at)
                .map_err(|_| Problem::TooMany { what: "bytes in a row", max: limits::ROW })?;
            at = at.saturating_add(1);
        }
        let weight = weight(cells[column::WEIGHT])?;
        let kind = self.kind(cells[column::KIND]).ok_or_else(too_many)?;
        let start = u32::try_from(start).map_err(|_| too_many())?;
        self.list.push(Place { start, ends, text, kind, weight, own });
        Ok(number)
    }

    fn kind(&mut self, name: &str) -> Option<u16> {
        let known = self.kinds.iter().rposition(|kind| kind.as_str() == name);
        let index = known.unwrap_or_else(|| {
            self.kinds.push(name.into());
            self.kinds.len().saturating_sub(1)
        });
        u16::try_from(index).ok()
    }

    pub(super) fn weight(&self, row: u32) -> u8 {
        self.list.get(row as usize).map_or(0, |place| place.weight)
    }

    pub(super) fn get(&self, row: u32) -> Option<Row<'_>> {
        let place = self.list.get(row as usize)?;
        let text = self.texts.get(usize::from(place.text))?.get(place.start as usize..)?;
        let cell = |i: usize| {
            let start = match i.checked_sub(1) {
                Some(before) => usize::from(*place.ends.get(before)?).saturating_add(1),
                None => 0,
            };
            text.get(start..usize::from(*place.ends.get(i)?))
        };
        let separator = if place.own { UNIT } else { ';' };
        Some(Row {
            id: cell(column::ID)?,
            kind: self.kinds.get(usize::from(place.kind))?,
            class: cell(column::CLASS)?,
            name: cell(column::NAME)?,
            countries: List(cell(column::COUNTRY)?),
            ids: Pairs { text: cell(column::IDS)?, separator },
            weight: place.weight,
            facts: Pairs { text: cell(column::FACTS)?, separator },
            as_of: cell(column::AS_OF)?,
            own: place.own,
        })
    }
}

/// A weight: one digit, or nothing.
pub(super) fn weight(cell: &str) -> Result<u8, Problem> {
    match cell.as_bytes() {
        [] => Ok(0),
        [digit @ b'0'..=b'9'] => Ok(digit - b'0'),
        _ => Err(Problem::Value { column: "weight", value: cell.to_owned() }),
    }
}

/// The rows of a bundled table, each with its line number (from 1) and its first byte.
pub(super) fn lines(table: &str) -> impl Iterator<Item = (usize, usize, &str)> {
    let mut at = 0_usize;
    let placed = table.split('\n').enumerate().map(move |(i, line)| {
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
    for cell in line.split('\t') {
        if let Some(slot) = cells.get_mut(found) {
            *slot = cell;
        }
        found = found.saturating_add(1);
    }
    if found == COLUMNS { Ok(cells) } else { Err(Problem::Columns(found)) }
}

/// One surface of a bundled row: `sWG:Reading`.
pub(super) fn surface(text: &str) -> Result<(Alias, Bits, &str), Problem> {
    let wrong = || Problem::Value { column: "surfaces", value: text.to_owned() };
    let (mark, name) = text.split_once(':').ok_or_else(wrong)?;
    let (letter, bits) = mark.as_bytes().split_first().ok_or_else(wrong)?;
    let alias = Alias::from_letter(*letter).ok_or_else(wrong)?;
    let mut all = Bits::default();
    for &bit in bits {
        all = all.with(Bits::from_letter(bit).ok_or_else(wrong)?);
    }
    Ok((alias, all, name))
}
