//! Decades and centuries: "the 1990s", "the late Seventies", "the 19th century", "the 5th century BC".

use super::year::{YEARS, era, short_year};
use crate::date::phrase::{Core, Fields, Stretch, Year};
use crate::date::read::number;
use crate::date::read::scan::{Scan, after};
use crate::date::read::words::{Key, Word};
use crate::text::{Shape, atom, atoms};

/// "1990s", "'90s", "90s".
pub(super) fn decade(scan: &Scan<'_>, i: usize) -> Option<Core> {
    let mut next = after(i, 1);
    let text = match scan.str(i).strip_suffix('s') {
        Some(text) => text,
        // "1990's"
        None if scan.is_shape(next, Shape::Possessive) && scan.digits(i).is_some_and(|d| d.1 == 4) => {
            next = after(next, 1);
            scan.str(i)
        }
        None => return None,
    };
    let number: u32 = text.parse().ok()?;
    let led = scan.before(i).is_some_and(|b| {
        matches!(scan.word(b), Word::Key(Key::The) | Word::Edge(_))
            || scan.is_any(b, atoms!["'", "‘", "-"])
            || joined_to_decade(scan, b)
    });
    let year = match text.len() {
        // Ages and temperatures are "in her 30s", "in the 90s": two digits need an apostrophe or "early".
        2 if led && !is_age(scan, i) && number.checked_rem(10) == Some(0) && !in_the(scan, i) => {
            short_year(number)?
        }
        4 if YEARS.contains(&number) => i32::try_from(number).ok()?,
        3 if era(scan, next).is_some() => i32::try_from(number).ok()?,
        _ => return None,
    };
    if year.checked_rem(10) != Some(0) {
        return None;
    }
    let (year, next) = match era(scan, next) {
        Some((true, next)) => (year.checked_neg()?, next),
        Some((false, next)) => (year, next),
        None => (year, next),
    };
    // "1900s" is the century only in old texts; news means the decade.
    let fields = Fields { year: Some(Year::Is(year)), stretch: Some(Stretch::Decade), ..Fields::default() };
    Some(Core::date(fields, next, "date.decade"))
}

/// Whether the word at `i` joins on to a decade: "the 60s and".
fn joined_to_decade(scan: &Scan<'_>, i: usize) -> bool {
    let left = scan.before(i).filter(|_| scan.is_any(i, atoms!["and", "or", "to"]));
    left.is_some_and(|left| {
        matches!(scan.word(left), Word::Decade(_))
            || scan.word(left) == Word::Digits && scan.str(left).ends_with("0s") && !is_age(scan, left)
    })
}

/// "the sixties", "the late Seventies", "the eighties and nineties".
pub(super) fn named_decade(scan: &Scan<'_>, i: usize) -> Option<Core> {
    let Word::Decade(decade) = scan.word(i) else { return None };
    let led = scan.before(i).is_some_and(|b| {
        matches!(scan.word(b), Word::Key(Key::The) | Word::Edge(_))
            || scan.hyphen(b)
            || scan.is_any(b, atoms!["swinging", "roaring"])
            || joined_to_decade(scan, b)
    });
    let fits = led && !is_age(scan, i) && !in_the(scan, i);
    let year = 1900_i32.checked_add(i32::from(decade))?;
    let fields = Fields { year: Some(Year::Is(year)), stretch: Some(Stretch::Decade), ..Fields::default() };
    fits.then(|| Core::date(fields, after(i, 1), "date.decade"))
}

/// "in her late 30s", "a man in his mid-40s".
fn is_age(scan: &Scan<'_>, i: usize) -> bool {
    let mut at = i;
    // "her", "mid", "-" and "to", "late" at the most.
    for _ in 0..5 {
        let Some(before) = scan.before(at) else { return false };
        if scan.is_any(before, atoms!["his", "her", "their", "my", "our", "your", "aged", "people's"]) {
            return true;
        }
        if !matches!(scan.word(before), Word::Edge(_))
            && !scan.hyphen(before)
            && !scan.is(before, atom!("to"))
        {
            return false;
        }
        at = before;
    }
    false
}

/// "in the 90s": degrees as often as years.
fn in_the(scan: &Scan<'_>, i: usize) -> bool {
    scan.before(i).is_some_and(|b| scan.key(b, Key::The))
        && !scan.is(after(i, 1), atom!("and"))
        && scan
            .before(i)
            .and_then(|b| scan.before(b))
            .is_some_and(|b| scan.is_any(b, atoms!["temperatures", "into", "upper", "low", "high"]))
}

/// "19th century", "twenty-first century", "5th century BC", "eighteenth-century".
pub(super) fn century(scan: &Scan<'_>, i: usize) -> Option<Core> {
    let (n, next) = number::ordinal(scan, i)?;
    let next = match century_noun(scan, next) {
        Some(next) => next,
        // "the 18th and 19th centuries": the first shares the noun of the second.
        None => shares_noun(scan, next).then_some(next)?,
    };
    (1..=99).contains(&n).then_some(())?;
    // There is no year 0: the first century is known by its year 1.
    let start = i32::try_from(n).ok()?.checked_sub(1)?.checked_mul(100)?.max(1);
    let (year, next) = match era(scan, next) {
        // Before Christ the digits of TIMEX3 run the same way: the 5th century is BC04.
        Some((true, next)) => (start.checked_neg()?, next),
        Some((false, next)) => (start, next),
        None => (start, next),
    };
    let fields = Fields { year: Some(Year::Is(year)), stretch: Some(Stretch::Century), ..Fields::default() };
    Some(Core::date(fields, next, "date.century"))
}

/// "century", "-century": the token after it.
fn century_noun(scan: &Scan<'_>, i: usize) -> Option<usize> {
    let at = if scan.hyphen(i) { after(i, 1) } else { i };
    scan.is_any(at, atoms!["century", "centuries"]).then(|| after(at, 1))
}

/// Whether "and 19th centuries", "to early 20th century" stands at `i`.
fn shares_noun(scan: &Scan<'_>, i: usize) -> bool {
    if !scan.is_any(i, atoms!["and", "or", "to", "through"]) && !scan.hyphen(i) {
        return false;
    }
    let mut at = after(i, 1);
    // "the", "mid", "-" at the most.
    for _ in 0..3 {
        if matches!(scan.word(at), Word::Key(Key::The) | Word::Edge(_)) || scan.hyphen(at) {
            at = after(at, 1);
        }
    }
    number::ordinal(scan, at).is_some_and(|(_, next)| century_noun(scan, next).is_some())
}
