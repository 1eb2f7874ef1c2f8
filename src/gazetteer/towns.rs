//! Places too small to be looked for in every text: asked for once a text has called a name a place.
//!
//! They are no patterns and no rows at rest: a lookup is a binary search in the text of the table, so fifty
//! thousand of them cost neither start-up nor heap.

use std::borrow::Cow;
use std::ops::Range;

use super::EntityKind;
use super::row::{List, Pairs, Row};
use crate::text::{fields, fold_char};

/// Name, id, region and point; sorted by [`key`], of namesakes the larger first.
static TOWNS: &str = include_str!("../../data/bundled/towns.tsv");

static PLACE: EntityKind = EntityKind::Place;

/// First words of towns that are written out or not, as the paper likes.
const SHORT: &[(&str, &str)] =
    &[("St. ", "Saint "), ("St ", "Saint "), ("Mt. ", "Mount "), ("Ft. ", "Fort "), ("Saint ", "St. ")];

/// The small places of a name, the larger first.
pub(crate) fn towns(name: &str) -> impl Iterator<Item = Row<'static>> {
    let ranges = [Some(Cow::Borrowed(name)), respelled(name)].map(|name| name.map(|name| namesakes(&name)));
    let rows = ranges.into_iter().flatten().filter_map(|range| TOWNS.get(range));
    rows.flat_map(str::lines).filter_map(row)
}

fn respelled(name: &str) -> Option<Cow<'_, str>> {
    let other = |(from, to): &(&str, &str)| Some(format!("{to}{}", name.strip_prefix(from)?).into());
    SHORT.iter().find_map(other)
}

/// The lines of one name.
fn namesakes(name: &str) -> Range<usize> {
    let from = lower_bound(|line| key(line).lt(key(name)));
    from..lower_bound(|line| key(line).le(key(name)))
}

/// The start of the first line whose name is not `before`.
fn lower_bound(before: impl Fn(&str) -> bool) -> usize {
    let (mut low, mut high) = (0, TOWNS.len());
    while low < high {
        let middle = usize::midpoint(low, high);
        let line_end = |byte: &u8| *byte == b'\n';
        let ahead = TOWNS.as_bytes().get(..middle).and_then(|ahead| ahead.iter().rposition(line_end));
        let start = ahead.map_or(0, |end| end.saturating_add(1));
        let line = TOWNS.get(start..).and_then(|rest| rest.lines().next()).unwrap_or("");
        if before(first_cell(line)) {
            low = start.saturating_add(line.len()).saturating_add(1);
        } else {
            high = start;
        }
    }
    low
}

fn first_cell(line: &str) -> &str {
    fields(line, b'\t').next().unwrap_or("")
}

/// What names are compared by: folded, hyphens as blanks, without full stops.
fn key(name: &str) -> impl Iterator<Item = u8> {
    let bytes = name.chars().filter(|c| *c != '.').flat_map(|c| {
        let mut folded = [0; 4];
        let mut buffer = [0; 4];
        let bytes = fold_char(c, &mut buffer);
        let length = bytes.len();
        for (to, from) in folded.iter_mut().zip(bytes) {
            *to = *from;
        }
        folded.into_iter().take(length)
    });
    bytes.map(|byte| if byte == b'-' { b' ' } else { byte })
}

fn row(line: &'static str) -> Option<Row<'static>> {
    let mut cells = fields(line, b'\t');
    let (name, number, admin1, at) = (cells.next()?, cells.next()?, cells.next()?, cells.next()?);
    let (class, scheme) = match number.matches('.').count() {
        0 => ("city", "geonames"),
        1 => ("region", "geonames-admin1"),
        _ => ("county", "geonames-admin2"),
    };
    Some(Row {
        // Unlike any other id, as no other holds a tab.
        id: line,
        kind: &PLACE,
        class,
        name,
        countries: List(fields(admin1, b'.').next()?),
        ids: Pairs::led((scheme, number), ""),
        weight: 0,
        facts: Pairs::led(("admin1", admin1), at),
        as_of: "",
        own: false,
    })
}

#[cfg(test)]
mod tests {
    use super::{TOWNS, first_cell, key, row, towns};

    #[test]
    fn the_table_is_sorted_and_every_row_is_read() {
        let names: Vec<_> = TOWNS.lines().map(first_cell).collect();
        assert!(names.len() > 30_000, "{} rows", names.len());
        let fault = names.windows(2).find(|pair| key(pair[0]).gt(key(pair[1])));
        assert_eq!(fault, None);
        assert_eq!(TOWNS.lines().find(|line| row(line).is_none()), None);
    }

    #[test]
    fn namesakes_are_found_however_they_are_spelled() {
        let regions =
            |name: &str| towns(name).map(|row| row.facts.get("admin1").unwrap()).collect::<Vec<_>>();
        for name in ["Paris", "PARIS"] {
            assert!(regions(name).contains(&"US.TX") && regions(name).contains(&"CA.08"), "{name}");
        }
        let sorted = |name: &str| {
            let mut all = regions(name);
            all.sort_unstable();
            all
        };
        assert_eq!(sorted("St. Marys"), sorted("Saint Marys"));
        assert!(regions("Bourton on the Water").contains(&"GB.ENG"));
        assert!(regions("Orange County").contains(&"US.NY"));
        assert_eq!(regions("Nowhere at All"), [""; 0]);
        assert_eq!(regions(""), [""; 0]);
    }

    #[test]
    fn the_first_and_the_last_are_found() {
        for line in [TOWNS.lines().next(), TOWNS.lines().last()].into_iter().flatten() {
            assert!(towns(first_cell(line)).any(|row| row.id == line), "{line}");
        }
    }
}
