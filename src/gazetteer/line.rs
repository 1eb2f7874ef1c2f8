//! Lines of the tables, and their cells.

use crate::text::{fields, first_field};

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

/// A line of a table.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'a> {
    /// The text of the table from the line on.
    pub(super) text: &'a str,
    /// The end of each column, counted from the start of the line.
    pub(super) ends: &'a [u16; COLUMNS],
}

impl<'a> Line<'a> {
    #[inline]
    pub(super) fn cell(self, i: usize) -> &'a str {
        let start = i.checked_sub(1).and_then(|before| self.ends.get(before));
        let start = start.map_or(0, |end| usize::from(*end).saturating_add(1));
        let end = self.ends.get(i).map_or(0, |end| usize::from(*end));
        self.text.get(start..end).unwrap_or("")
    }
}

/// A line of the table of towns: name, number, region and point.
#[derive(Clone, Copy, Debug)]
pub(super) struct Town(pub(super) &'static str);

impl Town {
    fn cell(self, i: usize) -> &'static str {
        fields(self.0, b'\t').nth(i).unwrap_or("")
    }

    pub(super) fn name(self) -> &'static str {
        first_field(self.0, b'\t')
    }

    /// The number by which GeoNames knows it, or the code of a region or county.
    pub(super) fn number(self) -> &'static str {
        self.cell(1)
    }

    /// The first-level region that it lies in: `US.TX`.
    pub(super) fn admin1(self) -> &'static str {
        self.cell(2)
    }

    /// Where it lies: `at=31342,34346`.
    pub(super) fn at(self) -> &'static str {
        self.cell(3)
    }

    pub(super) fn country(self) -> &'static str {
        first_field(self.admin1(), b'.')
    }

    /// Its class, and the scheme of its number.
    pub(super) fn sort(self) -> (&'static str, &'static str) {
        match self.number().matches('.').count() {
            0 => ("city", "geonames"),
            1 => ("region", "geonames-admin1"),
            _ => ("county", "geonames-admin2"),
        }
    }
}
