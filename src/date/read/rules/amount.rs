//! An amount of a unit of time: "two years", "16-hour", "a year and a half", "three-quarters of an hour".

use crate::date::phrase::Core;
use crate::date::read::number::{self, Amount};
use crate::date::read::scan::{Scan, after};
use crate::date::read::words::{Key, Word};
use crate::date::value::{Length, Unit, Value};
use crate::text::{Atom, Shape, atom, atoms};

/// A unit at token `i`, singular or plural.
pub(super) fn unit(scan: &Scan<'_>, i: usize) -> Option<(Unit, bool)> {
    match scan.word(i) {
        Word::Unit(unit) => Some((unit, false)),
        Word::Units(unit) => Some((unit, true)),
        Word::Key(Key::Fortnight) => Some((Unit::Week, false)),
        _ => None,
    }
}

/// The words that stand between a number and its unit and change nothing: "two full years".
const FILLERS: &[Atom] = atoms![
    "full", "more", "consecutive", "straight", "additional", "long", "short", "other", "whole", "further",
    "calendar", "trading", "working", "business", "fiscal", "extra", "solid",
];

/// An amount with its unit: the length, whether its unit stood in the plural, and the token after.
pub(super) fn counted(scan: &Scan<'_>, i: usize) -> Option<(Length, bool, usize)> {
    let (amount, at) = number::amount(scan, i)?;
    let hyphen = scan.hyphen(at);
    let mut at = if hyphen { after(at, 1) } else { at };
    if !hyphen && scan.is_any(at, FILLERS) {
        at = after(at, 1);
    }
    let (unit, plural) = unit(scan, at)?;
    if scan.hyphen(after(at, 1))
        && scan.is_any(after(at, 2), atoms!["ago", "earlier", "end", "over", "to", "on", "round"])
    {
        return None;
    }
    // "twenty second" is an ordinal; "a second" is one more often than a length.
    if unit == Unit::Second && !plural && !hyphen {
        return None;
    }
    // "three quarters of the town", "a quarter".
    if unit == Unit::Quarter
        && (scan.is(after(at, 1), atom!("of")) && amount.count.is_some_and(|n| n <= 3) && !is_led(scan, i)
            || amount.count == Some(1)
            || hyphen && plural)
    {
        return None;
    }
    let double = if scan.key(at, Key::Fortnight) { 2 } else { 1 };
    let next = after(at, 1);
    let (amount, next) = trailing_half(scan, amount, next);
    let count = amount.count.map(|n| n.checked_mul(double)).map_or(Some(None), |n| n.map(Some))?;
    Some((length(Amount { count, ..amount }, unit)?, plural, next))
}

/// Whether "first", "last" or "past" stands before an amount: "the first two quarters of the year".
fn is_led(scan: &Scan<'_>, i: usize) -> bool {
    scan.before(i).is_some_and(|b| matches!(scan.word(b), Word::Ordinal(0 | 1) | Word::Which(_)))
}

/// "a quarter of an hour", "three-quarters of an hour", "a quarter-century".
pub(super) fn quarter_of(scan: &Scan<'_>, i: usize) -> Option<Core> {
    let (count, at): (u32, usize) = match scan.word(i) {
        Word::Key(Key::A) => (1, after(i, 1)),
        Word::Unit(Unit::Quarter) => (1, i),
        Word::Count(3) => (3, after(i, 1)),
        _ => return None,
    };
    let at = if scan.hyphen(at) { after(at, 1) } else { at };
    if !matches!(scan.word(at), Word::Unit(Unit::Quarter) | Word::Units(Unit::Quarter)) {
        return None;
    }
    let next = after(at, 1);
    let of = scan.is(next, atom!("of")) && scan.key(after(next, 1), Key::A);
    let at = if of {
        after(next, 2)
    } else if scan.hyphen(next) {
        after(next, 1)
    } else {
        next
    };
    let (unit, parts) = match scan.word(at) {
        Word::Unit(Unit::Century) => (Unit::Year, 25),
        Word::Unit(Unit::Hour) if of => (Unit::Minute, 15),
        _ => return None,
    };
    let length = Length::new(Some(count.checked_mul(parts)?), unit);
    Some(Core::length(length, after(at, 1), "duration.counted"))
}

/// "a year and a half", "an hour and a half".
fn trailing_half(scan: &Scan<'_>, amount: Amount, i: usize) -> (Amount, usize) {
    let half =
        scan.is(i, atom!("and")) && scan.key(after(i, 1), Key::A) && scan.is(after(i, 2), atom!("half"));
    if half && !amount.half { (Amount { half: true, ..amount }, after(i, 3)) } else { (amount, i) }
}

/// The length of an amount of a unit: decades count as ten years, a half as the next smaller unit.
pub(super) fn length(amount: Amount, unit: Unit) -> Option<Length> {
    let (factor, unit) = match (unit, amount.count) {
        (Unit::Decade, Some(_)) => (10, Unit::Year),
        (Unit::Century, Some(_)) => (100, Unit::Year),
        (Unit::Millennium, Some(_)) => (1000, Unit::Year),
        (unit, _) => (1, unit),
    };
    let Some(count) = amount.count else { return Some(Length::new(None, unit)) };
    let count = count.checked_mul(factor)?;
    let half = amount.half.then(|| half_of(unit, factor)).flatten();
    Some(match (count, half) {
        (0, Some((n, smaller))) => Length::new(Some(n), smaller),
        (0, None) if amount.half => return None,
        (_, rest @ Some((n, smaller))) if factor > 1 => {
            let _ = (rest, smaller);
            Length::new(Some(count.checked_add(n)?), unit)
        }
        (_, rest) => Length { amount: Some(count), unit, rest },
    })
}

fn half_of(unit: Unit, factor: u32) -> Option<(u32, Unit)> {
    if factor > 1 {
        return Some((factor.checked_div(2)?, unit));
    }
    match unit {
        Unit::Year => Some((6, Unit::Month)),
        Unit::Month => Some((15, Unit::Day)),
        Unit::Week => Some((3, Unit::Day)),
        Unit::Day => Some((12, Unit::Hour)),
        Unit::Hour => Some((30, Unit::Minute)),
        Unit::Minute => Some((30, Unit::Second)),
        _ => None,
    }
}

/// "two to three weeks", "two or three weeks": the larger number counts.
pub(super) fn range_of(scan: &Scan<'_>, i: usize) -> Option<(Length, bool, usize)> {
    let (_, at) = number::amount(scan, i)?;
    if !scan.is_any(at, atoms!["to", "or"]) && !scan.hyphen(at) {
        return None;
    }
    let (length, plural, next) = counted(scan, after(at, 1))?;
    plural.then_some((length, plural, next))
}

pub(super) fn smaller(scan: &Scan<'_>, i: usize, first: Length) -> Option<((u32, Unit), usize)> {
    let joins = scan.is(i, atom!("and")) || scan.is_shape(i, Shape::Comma);
    if first.rest.is_some() || first.amount.is_none() {
        return None;
    }
    let at = if joins { after(i, 1) } else { i };
    let (rest, _, next) = counted(scan, at)?;
    // `Unit` runs from small to large.
    (rest.unit < first.unit && rest.rest.is_none()).then_some(((rest.amount?, rest.unit), next))
}

pub(super) fn length_one(unit: Unit) -> Length {
    length(Amount::exactly(1), unit).unwrap_or(Length::new(Some(1), unit))
}

/// A duration's value, for sets.
pub(super) fn every(count: u32, unit: Unit) -> Value {
    match unit {
        Unit::Quarter => Length::new(count.checked_mul(3), Unit::Month).into(),
        unit => length(Amount::exactly(count), unit).unwrap_or(Length::new(Some(count), unit)).into(),
    }
}
