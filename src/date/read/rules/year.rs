//! Years, decades and centuries: "1998", "nineteen ninety-six", "480 BC", "the 1990s", "the 19th century".

use crate::date::phrase::{Core, Fields, Year};
use crate::date::read::number;
use crate::date::read::scan::{Scan, after};
use crate::date::read::words::{Key, Word};
use crate::date::value::Unit;
use crate::text::{Atom, Shape, atom, atoms};

/// Four-digit numbers that can be years. News counts more than 999 with a comma.
pub(super) const YEARS: std::ops::RangeInclusive<u32> = 1000..=2100;

/// Two digits of a year: 30 to 99 are the last century's.
pub(super) fn short_year(year: u32) -> Option<i32> {
    let year = i32::try_from(year).ok()?;
    year.checked_add(if year >= 30 { 1900 } else { 2000 })
}

/// An era after a year: whether it is before Christ, and the token after it.
pub(in crate::date::read) fn era(scan: &Scan<'_>, i: usize) -> Option<(bool, usize)> {
    let text = scan.str(i);
    let before = ["BC", "B.C.", "B.C", "BCE", "B.C.E."].contains(&text);
    let since = ["AD", "A.D.", "CE", "C.E."].contains(&text);
    (before || since).then(|| (before, after(i, 1)))
}

/// A year that is one by its company: four digits after a month or "of", with or without an era.
pub(in crate::date::read) fn named_year(scan: &Scan<'_>, i: usize) -> Option<(i32, usize)> {
    if let Some((year, digits)) = scan.digits(i) {
        let next = after(i, 1);
        if let Some((before, next)) = era(scan, next) {
            let year = i32::try_from(year).ok().filter(|y| (1..=9999).contains(y))?;
            return Some((if before { year.checked_neg()? } else { year }, next));
        }
        let plain = digits == 4 && YEARS.contains(&year) && !counts(scan, next);
        return plain.then(|| i32::try_from(year).ok()).flatten().map(|year| (year, next));
    }
    number::year(scan, i).filter(|(_, next)| !matches!(scan.word(*next), Word::Units(_)))
}

/// Whether what stands at `i` makes the number before it a count or an amount: "2000 euros", "1500 m".
fn counts(scan: &Scan<'_>, i: usize) -> bool {
    scan.is_any(
        i,
        atoms![
            "%", "percent", "per", "km", "m", "kg", "ft", "mph", "hours", "gmt", "euros", "people",
            "million", "billion"
        ],
    ) || matches!(scan.word(i), Word::Units(_))
        || scan.word(i) == Word::Unit(Unit::Year) && scan.is(after(i, 1), atom!("old"))
        || scan.is_shape(i, Shape::Colon)
            && scan.glued(i)
            && scan.digits(after(i, 1)).is_some_and(|d| d.1 == 2)
}

/// "AD 79", "A.D. 1066".
pub(super) fn after_era(scan: &Scan<'_>, i: usize) -> Option<Core> {
    let (false, at) = era(scan, i)? else { return None };
    let (year, 1..=4) = scan.digits(at)? else { return None };
    let year = i32::try_from(year).ok().filter(|y| (1..=9999).contains(y))?;
    let fields = Fields { year: Some(Year::Is(year)), ..Fields::default() };
    Some(Core::date(fields, after(at, 1), "date.year_era"))
}

/// A bare year: "in 1998", "the 1978 resolution", "480 BC".
pub(super) fn digits(scan: &Scan<'_>, i: usize) -> Option<Core> {
    let (year, next) = named_year(scan, i)?;
    let fields = Fields { year: Some(Year::Is(year)), ..Fields::default() };
    if next > after(i, 1) {
        return Some(Core::date(fields, next, "date.year_era"));
    }
    let fits = strong(scan, i) || weak(scan, i, year);
    fits.then(|| Core::date(fields, next, "date.year"))
}

/// Whether the word before says that a year follows.
fn strong(scan: &Scan<'_>, i: usize) -> bool {
    let Some(before) = scan.before(i) else { return false };
    let word = matches!(
        scan.word(before),
        Word::Edge(_) | Word::Key(Key::Fiscal | Key::In) | Word::Season(_) | Word::Unit(Unit::Year)
    );
    let near = word
        || scan.is_any(
            before,
            atoms![
                "since", "by", "until", "till", "during", "from", "of", "before", "after", "through",
                "throughout", "circa", "autumn", "winter"
            ],
        );
    // "one of 1500 workers", "by 2000 votes": a count goes on with a plural.
    (near || is_paired(scan, i)) && !plural(scan, after(i, 1))
}

/// "between 1500 and 1550", "from 1500 to 1550": whether token `i` is one of two such years.
fn is_paired(scan: &Scan<'_>, i: usize) -> bool {
    let year = |i: usize| scan.digits(i).is_some_and(|d| d.1 == 4 && YEARS.contains(&d.0));
    let pair = |lead: usize| {
        let (joint, second) = (after(lead, 2), after(lead, 3));
        let joins = scan.is(lead, atom!("between")) && scan.is(joint, atom!("and"))
            || scan.is(lead, atom!("from")) && scan.is_any(joint, atoms!["to", "until", "through"]);
        let past = after(second, 1);
        joins && year(after(lead, 1)) && year(second) && !counts(scan, past) && !plural(scan, past)
    };
    [1, 3].into_iter().filter_map(|back| i.checked_sub(back)).any(pair)
}

/// A lower-case word in -s directly after: what a count counts.
fn plural(scan: &Scan<'_>, i: usize) -> bool {
    let text = scan.str(i);
    scan.is_shape(i, Shape::Lower)
        && !scan.glued(i)
        && text.len() > 3
        && text.ends_with('s')
        && !text.ends_with("ss")
        && !scan.is_any(
            i,
            atoms![
                "was", "has", "does", "versus", "levels", "perhaps", "besides", "towards", "always", "thus",
                "figures", "results", "sales", "earnings", "elections"
            ],
        )
}

/// Whether a number without a preposition is a year all the same.
fn weak(scan: &Scan<'_>, i: usize, year: i32) -> bool {
    let modern = (1900..=2040).contains(&year);
    // "the 1992 protests", "its 2006 highs", but "1992 protests" is a count.
    let owned = scan.before(i).is_some_and(|b| {
        scan.key(b, Key::The)
            || scan.is_shape(b, Shape::Possessive)
            || scan.is_any(b, atoms!["its", "his", "her", "their"])
    });
    let counted = plural(scan, after(i, 1)) && !(owned && modern);
    // Before 1600 only a span is surely one of years: "(1500-1550)".
    let spanned = || {
        let second = after(i, 2);
        let first =
            is_span(scan, after(i, 1)) && !plural(scan, after(second, 1)) && !counts(scan, after(second, 1));
        first || scan.glued(i) && scan.before(i).is_some_and(|b| scan.hyphen(b))
    };
    if !(1600..=2100).contains(&year) && !spanned() || counted || !ends_whole(scan, after(i, 1)) {
        return false;
    }
    let Some(before) = scan.before(i) else { return true };
    if scan.glued(i) {
        return begins_whole(scan, before);
    }
    if is_span(scan, after(i, 1)) && scan.is_any(before, atoms!["over", "in", "the"]) {
        return true;
    }
    !is_address(scan, before) && (modern || !scan.is(before, atom!("to")))
}

/// Whether what is glued to a number at `i` leaves it a number: a mark, not a letter or a unit.
fn ends_whole(scan: &Scan<'_>, i: usize) -> bool {
    let slashed = scan.is(i, atom!("/")) && scan.digits(after(i, 1)).is_some_and(|d| matches!(d.1, 2 | 4));
    !scan.glued(i)
        || slashed
        || matches!(
            scan.shape(i),
            Some(
                Shape::Comma
                    | Shape::Stop
                    | Shape::Close
                    | Shape::Dash
                    | Shape::Hyphen
                    | Shape::Semicolon
                    | Shape::Quote
                    | Shape::Possessive
                    | Shape::Colon
                    | Shape::Apostrophe
            )
        )
}

/// Whether a year can be glued to the mark before it: "(1998", "post-1998", "1996-1998" and "2010/2011", not
/// "BR-1998" or "555-1998".
fn begins_whole(scan: &Scan<'_>, before: usize) -> bool {
    let slash = scan.is(before, atom!("/")) && scan.glued(before);
    if slash || scan.hyphen(before) {
        let left = before.checked_sub(1).map(|b| scan.str(b)).unwrap_or("");
        return left.len() == 4 && left.bytes().all(|b| b.is_ascii_digit())
            || ["pre", "post", "mid"].contains(&left.to_ascii_lowercase().as_str());
    }
    matches!(scan.shape(before), Some(Shape::Open | Shape::Hyphen | Shape::Dash | Shape::Quote))
}

/// Whether a second year follows a hyphen or dash at `i`: "over 2010-2015".
fn is_span(scan: &Scan<'_>, i: usize) -> bool {
    matches!(scan.shape(i), Some(Shape::Hyphen | Shape::Dash))
        && scan.digits(after(i, 1)).is_some_and(|d| d.1 == 4 && YEARS.contains(&d.0))
}

/// Words before a number that number things or count them.
const ADDRESSES: &[Atom] = atoms![
    "no", "number", "room", "flight", "highway", "route", "channel", "at", "nearly", "about", "over", "than",
    "some", "with", "resolution", "article", "section", "page", "unit", "windows", "boeing", "apartment",
    "suite", "model", "gate", "platform", "psalm"
];

fn is_address(scan: &Scan<'_>, before: usize) -> bool {
    scan.is_any(before, ADDRESSES)
        || scan.is_shape(before, Shape::Symbol)
        || scan.is_shape(before, Shape::Number)
}

/// A spelled year: "nineteen ninety-six".
pub(super) fn spelled(scan: &Scan<'_>, i: usize) -> Option<Core> {
    let (year, next) = number::year(scan, i)?;
    let counted = matches!(scan.word(next), Word::Units(_) | Word::Unit(_))
        || scan.is_shape(next, Shape::Lower) && plural(scan, next);
    let led = |words: &[Atom]| scan.before(i).is_some_and(|b| scan.is_any(b, words));
    // "nineteen ninety-six" is nearly always a year; "two thousand" and "thirteen forty" need to be called one.
    let plain =
        (1800..2000).contains(&year) || year > 2000 && led(atoms!["of", "by", "from", "to", "and", "during"]);
    let fits = !counted && (plain || led(atoms!["in", "since", "year", "until"]));
    let fields = Fields { year: Some(Year::Is(year)), ..Fields::default() };
    fits.then(|| Core::date(fields, next, "date.year_spelled"))
}

/// "the year 2000", "the years 1955-57".
pub(super) fn the_year(scan: &Scan<'_>, i: usize) -> Option<Core> {
    if !matches!(scan.word(i), Word::Unit(Unit::Year) | Word::Units(Unit::Year)) {
        return None;
    }
    let (year, next) = named_year(scan, after(i, 1))?;
    let fields = Fields { year: Some(Year::Is(year)), ..Fields::default() };
    Some(Core::date(fields, next, "date.year"))
}

/// "'89" after "of", "in" or a season.
pub(super) fn apostrophe(scan: &Scan<'_>, i: usize) -> Option<Core> {
    let mark = scan.before(i).filter(|b| matches!(scan.shape(*b), Some(Shape::Apostrophe | Shape::Quote)))?;
    let (year, 2) = scan.digits(i)? else { return None };
    let led = scan.before(mark).is_some_and(|b| {
        matches!(scan.word(b), Word::Season(_) | Word::Key(Key::In))
            || scan.is_any(b, atoms!["of", "since", "until"])
    });
    let fields = Fields { year: Some(Year::Is(short_year(year)?)), ..Fields::default() };
    (led && scan.glued(i) && !scan.glued(mark)).then(|| Core::date(fields, after(i, 1), "date.year_short"))
}
