//! Zones of clock times: "GMT", "UTC+2", "Eastern time", "+05:30".

use std::ops::Range;

use crate::date::read::scan::{Scan, after};
use crate::date::value::Clock;
use crate::text::{Shape, atom, atoms};

/// Minutes east of Greenwich of the zones that news names by letters.
const ZONES: &[(&str, i16)] = &[
    ("GMT", 0),
    ("UTC", 0),
    ("BST", 60),
    ("CET", 60),
    ("CEST", 120),
    ("EET", 120),
    ("EEST", 180),
    ("MSK", 180),
    ("IST", 330),
    ("JST", 540),
    ("KST", 540),
    ("AEST", 600),
    ("AEDT", 660),
    ("EST", -300),
    ("EDT", -240),
    ("CST", -360),
    ("CDT", -300),
    ("MST", -420),
    ("MDT", -360),
    ("PST", -480),
    ("PDT", -420),
    ("ET", -300),
    ("CT", -360),
    ("PT", -480),
    ("AKST", -540),
    ("HST", -600),
];

/// Minutes east of Greenwich of a zone named by letters.
fn offset(name: &str) -> Option<i16> {
    ZONES.iter().find(|(zone, _)| *zone == name).map(|(_, offset)| *offset)
}

/// The time with the zone that follows, if one does: "GMT", "(GMT)", "Eastern time", "local time".
pub(super) fn zoned(scan: &Scan<'_>, clock: Clock, i: usize) -> (Clock, usize) {
    let open = scan.is_shape(i, Shape::Open);
    let at = if open { after(i, 1) } else { i };
    let Some(next) = zone_at(scan, at) else { return (clock, i) };
    match (open, scan.is_shape(next, Shape::Close)) {
        (true, true) => (clock, after(next, 1)),
        (true, false) => (clock, i),
        (false, _) => (clock, next),
    }
}

/// The token after a zone at `i`: "GMT", "UTC+2", "local time", "Eastern Time", "Eastern Standard Time".
fn zone_at(scan: &Scan<'_>, i: usize) -> Option<usize> {
    let next = after(i, 1);
    if offset(scan.str(i)).is_some() {
        return Some(offset_after(scan, next));
    }
    let standard = if scan.is_any(next, atoms!["standard", "daylight"]) { after(next, 1) } else { next };
    let named = scan.is_any(i, atoms!["local", "eastern", "central", "mountain", "pacific"]);
    if named && scan.is(standard, atom!("time")) {
        return Some(after(standard, 1));
    }
    is_coast(scan, i).then_some(next)
}

/// "9 p.m. Eastern", with no name going on.
fn is_coast(scan: &Scan<'_>, i: usize) -> bool {
    let name = scan.shape(after(i, 1)).is_some_and(Shape::is_capital);
    ["Eastern", "Pacific"].contains(&scan.str(i)) && !name
}

/// The token after "+2", "+05:30", "-04:00" right behind a time or "UTC".
pub(super) fn offset_after(scan: &Scan<'_>, i: usize) -> usize {
    let sign = scan.glued(i) && (scan.is(i, atom!("+")) || scan.is_shape(i, Shape::Hyphen));
    let at = after(i, 1);
    if !sign || !scan.glued(at) || scan.digits(at).is_none_or(|d| d.0 > 14 || d.1 > 2) {
        return i;
    }
    let (colon, minutes) = (after(at, 1), after(at, 2));
    let full =
        scan.is(colon, atom!(":")) && scan.glued(colon) && scan.digits(minutes).is_some_and(|d| d.1 == 2);
    if full { after(at, 3) } else { after(at, 1) }
}

/// The zone written inside a time by the clock, in minutes east of Greenwich.
pub(in crate::date) fn zone(scan: &Scan<'_>, tokens: &Range<usize>) -> Option<i16> {
    let (at, base) = tokens.clone().find_map(|i| {
        let utc = scan
            .str(i)
            .strip_suffix('Z')
            .is_some_and(|digits| digits.ends_with(|c: char| c.is_ascii_digit()));
        let name = offset(scan.str(i)).or_else(|| offset_of_coast(scan, i)).or(utc.then_some(0));
        // "10:30+05:30": the sign comes after the minutes.
        let late = i.checked_sub(tokens.start).is_some_and(|n| n > 5);
        let bare = (scan.is(i, atom!("+")) || scan.is_shape(i, Shape::Hyphen) && late).then_some(0);
        Some((if bare.is_some() { i.checked_sub(1)? } else { i }, name.or(bare)?))
    })?;
    let sign = after(at, 1);
    let end = offset_after(scan, sign);
    if end == sign || end > tokens.end {
        return Some(base);
    }
    let number = |i: usize| scan.digits(i).and_then(|d| i16::try_from(d.0).ok());
    let hours = number(after(sign, 1))?.checked_mul(60)?;
    let minutes = if end > after(sign, 2) { number(after(sign, 3))? } else { 0 };
    let east = hours.checked_add(minutes)?;
    base.checked_add(if scan.is(sign, atom!("+")) { east } else { east.checked_neg()? })
}

/// "Eastern Time": standard time, unless the text says "Daylight".
fn offset_of_coast(scan: &Scan<'_>, i: usize) -> Option<i16> {
    let coast =
        atoms!["eastern", "central", "mountain", "pacific"].iter().position(|name| scan.is(i, *name))?;
    let next = after(i, 1);
    let standard = scan.is_any(next, atoms!["standard", "daylight"]);
    if !scan.is(if standard { after(next, 1) } else { next }, atom!("time")) && !is_coast(scan, i) {
        return None;
    }
    let west = 300_i16.checked_add(i16::try_from(coast).ok()?.checked_mul(60)?)?;
    let west = if scan.is(next, atom!("daylight")) { west.checked_sub(60)? } else { west };
    west.checked_neg()
}
