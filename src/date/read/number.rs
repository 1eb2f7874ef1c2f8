//! Numbers as news writes them: `16`, `twenty-four`, `a hundred`, `2 1/2`, `a couple of`, `nineteen ninety-six`.

use super::scan::{Scan, after};
use super::words::{Key, Word};
use crate::text::{Shape, atom, atoms};

/// How many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Amount {
    /// The whole number; `None` for "several".
    pub(super) count: Option<u32>,
    /// Whether a half comes on top.
    pub(super) half: bool,
}

impl Amount {
    pub(super) const fn exactly(count: u32) -> Self {
        Self { count: Some(count), half: false }
    }

    pub(super) const VAGUE: Self = Self { count: None, half: false };
}

/// An amount at token `i`, and the token after it.
pub(super) fn amount(scan: &Scan<'_>, i: usize) -> Option<(Amount, usize)> {
    match scan.word(i) {
        Word::Digits => in_digits(scan, i),
        Word::Count(_) => {
            let (count, next) = spelled(scan, i)?;
            Some(with_half(scan, count, next))
        }
        Word::Vague(count) => Some(vague(scan, i, count)),
        Word::Key(Key::A) => with_article(scan, i),
        Word::Key(Key::Half) => half(scan, i),
        _ => None,
    }
}

/// "half a year", "half an hour", "half-hour".
fn half(scan: &Scan<'_>, i: usize) -> Option<(Amount, usize)> {
    let next = after(i, 1);
    let next = if scan.key(next, Key::A) || scan.hyphen(next) { after(next, 1) } else { next };
    matches!(scan.word(next), Word::Unit(_)).then_some((Amount { count: Some(0), half: true }, next))
}

fn in_digits(scan: &Scan<'_>, i: usize) -> Option<(Amount, usize)> {
    let text = scan.str(i);
    if scan.shape(i) != Some(Shape::Number) {
        return None;
    }
    if let Some(whole) = text.strip_suffix(".5") {
        let count = whole.parse().ok()?;
        return Some((Amount { count: Some(count), half: true }, after(i, 1)));
    }
    let plain: String = text.chars().filter(|c| *c != ',').collect();
    let count: u32 = plain.parse().ok()?;
    let next = after(i, 1);
    if scan.is(next, atom!("1")) && scan.is(after(next, 1), atom!("/")) && scan.is(after(next, 2), atom!("2"))
    {
        return Some((Amount { count: Some(count), half: true }, after(next, 3)));
    }
    if scan.is(next, atom!("/")) && scan.is(i, atom!("1")) && scan.is(after(next, 1), atom!("2")) {
        return Some((Amount { count: Some(0), half: true }, after(next, 2)));
    }
    if let Word::Scale(scale) = scan.word(next) {
        return Some((Amount::exactly(count.checked_mul(scale)?), after(next, 1)));
    }
    Some(with_half(scan, count, next))
}

/// "two and a half", "one-and-a-half".
fn with_half(scan: &Scan<'_>, count: u32, next: usize) -> (Amount, usize) {
    let step = usize::from(scan.hyphen(next));
    let and = after(next, step);
    let article = after(and, after(1, step));
    if scan.is(and, atom!("and")) {
        if scan.key(article, Key::A) && scan.is(after(article, after(1, step)), atom!("half")) {
            return (Amount { count: Some(count), half: true }, after(article, after(2, step)));
        }
        if scan.is(article, atom!("half")) && !scan.key(after(article, 1), Key::A) {
            return (Amount { count: Some(count), half: true }, after(article, 1));
        }
    }
    (Amount::exactly(count), next)
}

fn vague(scan: &Scan<'_>, i: usize, count: Option<u8>) -> (Amount, usize) {
    let next = after(i, 1);
    let next = if scan.is(next, atom!("of")) || scan.is(next, atom!("more")) { after(next, 1) } else { next };
    // "tens of thousands of years"
    let next = match scan.word(next) {
        Word::Vague(None) if scan.is(after(next, 1), atom!("of")) => after(next, 2),
        _ => next,
    };
    (Amount { count: count.map(u32::from), half: false }, next)
}

/// "a", "a few", "a couple of", "a dozen", "a hundred", "a half", "a single", "an additional".
fn with_article(scan: &Scan<'_>, i: usize) -> Option<(Amount, usize)> {
    let next = after(i, 1);
    match scan.word(next) {
        Word::Vague(count) => Some(vague(scan, next, count)),
        Word::Scale(_) => {
            let (count, next) = scaled(scan, 1, next)?;
            Some((Amount::exactly(count), next))
        }
        Word::Key(Key::Half) => match scan.word(after(next, 1)) {
            Word::Vague(_) => Some((Amount::VAGUE, after(next, 2))),
            _ => Some((Amount { count: Some(0), half: true }, after(next, 1))),
        },
        Word::Unit(_) | Word::Key(Key::Fortnight) => Some((Amount::exactly(1), next)),
        _ if scan.is_any(next, atoms!["single", "full", "mere", "whole", "additional", "entire"]) => {
            Some(match amount_of_word(scan, after(next, 1)) {
                Some((amount, after)) => (amount, after),
                None => (Amount::exactly(1), after(next, 1)),
            })
        }
        _ => None,
    }
}

fn amount_of_word(scan: &Scan<'_>, i: usize) -> Option<(Amount, usize)> {
    match scan.word(i) {
        Word::Count(_) => spelled(scan, i).map(|(count, next)| (Amount::exactly(count), next)),
        Word::Digits => in_digits(scan, i),
        Word::Vague(count) => Some(vague(scan, i, count)),
        _ => None,
    }
}

/// "seven", "twenty-four", "two hundred", "one hundred and fifty", "two thousand".
pub(super) fn spelled(scan: &Scan<'_>, i: usize) -> Option<(u32, usize)> {
    let (count, next) = below_hundred(scan, i)?;
    match scan.word(next) {
        Word::Scale(_) => scaled(scan, count, next),
        _ => Some((count, next)),
    }
}

/// `count` times the scale word at `i`, with what follows: "… hundred and fifty".
fn scaled(scan: &Scan<'_>, count: u32, i: usize) -> Option<(u32, usize)> {
    let Word::Scale(scale) = scan.word(i) else { return None };
    let count = count.checked_mul(scale)?;
    let next = after(i, 1);
    let rest = if scan.is(next, atom!("and")) { after(next, 1) } else { next };
    match below_hundred(scan, rest) {
        Some((small, next)) => Some((count.checked_add(small)?, next)),
        None => Some((count, next)),
    }
}

/// 1 to 99 in letters.
pub(super) fn below_hundred(scan: &Scan<'_>, i: usize) -> Option<(u32, usize)> {
    let Word::Count(count) = scan.word(i) else { return None };
    let next = after(i, 1);
    if count >= 20 {
        let unit = if scan.hyphen(next) { after(next, 1) } else { next };
        if let Word::Count(small @ 1..=9) = scan.word(unit) {
            return Some((u32::from(count).saturating_add(u32::from(small)), after(unit, 1)));
        }
    }
    Some((u32::from(count), next))
}

/// "nineteen ninety-six", "two thousand", "two thousand and three", "nineteen hundred": a year in letters.
pub(super) fn year(scan: &Scan<'_>, i: usize) -> Option<(i32, usize)> {
    let Word::Count(first) = scan.word(i) else { return None };
    if first == 2 {
        let Word::Scale(1000) = scan.word(after(i, 1)) else { return None };
        let (year, next) = scaled(scan, 2, after(i, 1))?;
        return Some((i32::try_from(year).ok()?, next));
    }
    if !(13..=20).contains(&first) {
        return None;
    }
    let next = after(i, 1);
    let next = if scan.hyphen(next) { after(next, 1) } else { next };
    let century = i32::from(first).checked_mul(100)?;
    if scan.word(next) == Word::Scale(100) {
        return Some((century, after(next, 1)));
    }
    // "twenty two years" is a number, "twenty twelve" a year.
    let (rest, next) = below_hundred(scan, next)?;
    (rest >= 10).then_some((century.checked_add(i32::try_from(rest).ok()?)?, next))
}

/// An ordinal day of the month or the like: `3rd`, `third`, `twenty-first`.
pub(super) fn ordinal(scan: &Scan<'_>, i: usize) -> Option<(u32, usize)> {
    match scan.word(i) {
        Word::Ordinal(n) => Some((u32::from(n), after(i, 1))),
        Word::Unit(crate::date::value::Unit::Second) => Some((2, after(i, 1))),
        Word::Digits => {
            let text = scan.str(i);
            let digits = text.strip_suffix("st").or(text.strip_suffix("nd")).or(text.strip_suffix("rd"));
            Some((digits.or(text.strip_suffix("th"))?.parse().ok()?, after(i, 1)))
        }
        Word::Count(tens @ 20..=90) => {
            let next = after(i, 1);
            let next = if scan.hyphen(next) { after(next, 1) } else { next };
            let small = match scan.word(next) {
                Word::Ordinal(n @ 1..=9) => n,
                Word::Unit(crate::date::value::Unit::Second) => 2,
                _ => return None,
            };
            Some((u32::from(tens).saturating_add(u32::from(small)), after(next, 1)))
        }
        _ => None,
    }
}
