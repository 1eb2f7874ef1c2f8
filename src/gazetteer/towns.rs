//! Places too small to be looked for in every text: asked for once a text has called a name a place.
//!
//! They are no patterns and no rows at rest: a lookup is a search in the text of the table, so fifty thousand of
//! them cost neither start-up nor heap.

use std::borrow::Cow;
use std::cmp::Ordering;

use once_cell::sync::Lazy;

use super::EntityKind;
use super::line::Town;
use super::row::Row;
use crate::text::{fields, fold_char};

/// Name, id, region and point; sorted by [`key`], of namesakes the larger first.
static TOWNS: &str = include_str!("../../data/bundled/towns.tsv");

static PLACE: EntityKind = EntityKind::Place;

/// First words of towns that are written out or not, as the paper likes.
const SHORT: &[(&str, &str)] =
    &[("St. ", "Saint "), ("St ", "Saint "), ("Mt. ", "Mount "), ("Ft. ", "Fort "), ("Saint ", "St. ")];

/// The heads of lines at even distances, made on first use: 36 KB that tell a lookup where to begin.
static HEADS: Lazy<Vec<u64>> = Lazy::new(|| {
    let lines = (0..TOWNS.len()).step_by(STRIDE).map_while(|byte| lines_from(byte).next());
    lines.map(|line| head(&key(Town(line).name()))).collect()
});

/// Bytes of the table between two heads, some twelve lines.
const STRIDE: usize = 1 << 9;

/// The small places of a name, the larger first.
pub(crate) fn towns(name: &str) -> impl Iterator<Item = Row<'static>> {
    let names = [Some(Cow::Borrowed(name)), respelled(name)];
    names.into_iter().flatten().flat_map(|name| namesakes(key(&name))).map(row)
}

fn respelled(name: &str) -> Option<Cow<'_, str>> {
    let other = |(from, to): &(&str, &str)| Some(format!("{to}{}", name.strip_prefix(from)?).into());
    SHORT.iter().find_map(other)
}

/// The lines of one name.
fn namesakes(key: Vec<u8>) -> impl Iterator<Item = &'static str> {
    let head = head(&key);
    // Behind the last head that is surely before the name, its line is a few lines away.
    let strides = HEADS.partition_point(|one| *one < head).saturating_sub(1);
    let ordered = lines_from(strides.saturating_mul(STRIDE)).map(move |line| (line, compare(line, &key)));
    ordered
        .skip_while(|(_, order)| order.is_lt())
        .take_while(|(_, order)| order.is_eq())
        .map(|(line, _)| line)
}

/// The lines that begin at a byte of the table or behind it.
fn lines_from(byte: usize) -> impl Iterator<Item = &'static str> {
    let rest = TOWNS.as_bytes().get(byte.saturating_sub(1)..).unwrap_or_default();
    let skipped = || rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len());
    let start = if byte == 0 { 0 } else { byte.saturating_add(skipped()) };
    fields(TOWNS.get(start..).unwrap_or(""), b'\n').take_while(|line| !line.is_empty())
}

/// The first eight bytes of a key as a number: keys are in the order of these, or share them.
fn head(key: &[u8]) -> u64 {
    (0..8).fold(0, |head, at| head << 8 | u64::from(key.get(at).copied().unwrap_or(0)))
}

/// What names are compared by: folded, hyphens as blanks, without full stops.
fn key(name: &str) -> Vec<u8> {
    let mut key = Vec::with_capacity(name.len());
    for c in name.chars() {
        match c {
            '.' => {}
            '-' => key.push(b' '),
            c => key.extend_from_slice(fold_char(c, &mut [0; 4])),
        }
    }
    key
}

/// The order of the name that a line begins with and a key: most differ in their first letters, so nothing is worked
/// out beyond these.
fn compare(line: &str, other: &[u8]) -> Ordering {
    let mut rest = other.iter();
    let mut step = |byte: u8| rest.next().map_or(Ordering::Greater, |other| byte.cmp(other));
    for c in line.chars() {
        let order = match u8::try_from(c) {
            Ok(b'\t') => break,
            Ok(b'.') => continue,
            Ok(b'-') => step(b' '),
            Ok(byte) if byte.is_ascii() => step(byte.to_ascii_lowercase()),
            _ => {
                let mut buffer = [0; 4];
                let mut orders = fold_char(c, &mut buffer).iter().map(|byte| step(*byte));
                orders.find(|order| order.is_ne()).unwrap_or(Ordering::Equal)
            }
        };
        if order.is_ne() {
            return order;
        }
    }
    if rest.next().is_some() { Ordering::Less } else { Ordering::Equal }
}

fn row(line: &'static str) -> Row<'static> {
    Row { line: None, town: Some(Town(line)), kind: &PLACE, weight: 0, own: false }
}

#[cfg(test)]
mod tests {
    use super::{HEADS, STRIDE, TOWNS, Town, key, namesakes, towns};
    use crate::text::fields;

    #[test]
    fn the_table_is_sorted_and_every_row_is_read() {
        let names: Vec<_> = TOWNS.lines().map(|line| Town(line).name()).collect();
        assert!(names.len() > 30_000, "{} rows", names.len());
        let fault = names.windows(2).find(|pair| key(pair[0]) > key(pair[1]));
        assert_eq!(fault, None);
        assert_eq!(TOWNS.lines().find(|line| fields(line, b'\t').count() != 4), None);
    }

    #[test]
    fn namesakes_are_found_however_they_are_spelled() {
        let regions =
            |name: &str| towns(name).map(|row| row.facts().get("admin1").unwrap()).collect::<Vec<_>>();
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
    fn every_line_is_found_from_its_head() {
        assert!(HEADS.is_sorted() && HEADS.len() >= TOWNS.len() / STRIDE);
        for line in TOWNS.lines() {
            assert!(namesakes(key(Town(line).name())).any(|same| same == line), "{line}");
        }
    }
}
