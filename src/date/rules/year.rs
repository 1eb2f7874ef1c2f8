//! Years, decades and centuries: "1998", "nineteen ninety-six", "480 BC", "the 1990s", "the 19th century".

use super::super::number;
use super::super::phrase::{Core, Fields, From, Shift, Stretch, Year};
use super::super::scan::{Scan, after};
use super::super::value::Unit;
use super::super::words::{Edge, Key, Word};
use super::day::short_year;
use crate::text::Shape;

/// Four-digit numbers that can be years. News counts more than 999 with a comma.
const YEARS: std::ops::RangeInclusive<u32> = 1000..=2100;

/// An era after a year: whether it is before Christ, and the token after it.
pub(in super::super) fn era(scan: &Scan<'_>, i: usize) -> Option<(bool, usize)> {
    let text = scan.str(i);
    let before = ["BC", "B.C.", "B.C", "BCE", "B.C.E."].contains(&text);
    let since = ["AD", "A.D.", "CE", "C.E."].contains(&text);
    (before || since).then(|| (before, after(i, 1)))
}

/// A year that is one by its company: four digits after a month or "of", with or without an era.
pub(in super::super) fn named_year(scan: &Scan<'_>, i: usize) -> Option<(i32, usize)> {
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
        &[
            "%", "percent", "per", "km", "m", "kg", "ft", "mph", "hours", "GMT", "euros", "people",
            "million", "billion",
        ],
    ) || matches!(scan.word(i), Word::Units(_))
        || scan.word(i) == Word::Unit(Unit::Year) && scan.is(after(i, 1), "old")
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
            &[
                "since",
                "by",
                "until",
                "till",
                "during",
                "from",
                "of",
                "before",
                "after",
                "through",
                "throughout",
                "circa",
                "autumn",
                "winter",
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
        let joins = scan.is(lead, "between") && scan.is(joint, "and")
            || scan.is(lead, "from") && scan.is_any(joint, &["to", "until", "through"]);
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
            &[
                "was",
                "has",
                "does",
                "versus",
                "levels",
                "perhaps",
                "besides",
                "towards",
                "always",
                "thus",
                "figures",
                "results",
                "sales",
                "earnings",
                "elections",
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
            || scan.is_any(b, &["its", "his", "her", "their"])
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
    if is_span(scan, after(i, 1)) && scan.is_any(before, &["over", "in", "the"]) {
        return true;
    }
    !is_address(scan, before) && (modern || !scan.is(before, "to"))
}

/// Whether what is glued to a number at `i` leaves it a number: a mark, not a letter or a unit.
fn ends_whole(scan: &Scan<'_>, i: usize) -> bool {
    let slashed = scan.is(i, "/") && scan.digits(after(i, 1)).is_some_and(|d| matches!(d.1, 2 | 4));
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
    let slash = scan.is(before, "/") && scan.glued(before);
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
const ADDRESSES: &[&str] = &[
    "no",
    "number",
    "room",
    "flight",
    "highway",
    "route",
    "channel",
    "at",
    "nearly",
    "about",
    "over",
    "than",
    "some",
    "with",
    "resolution",
    "article",
    "section",
    "page",
    "unit",
    "windows",
    "boeing",
    "apartment",
    "suite",
    "model",
    "gate",
    "platform",
    "psalm",
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
    let led = |words: &[&str]| scan.before(i).is_some_and(|b| scan.is_any(b, words));
    // "nineteen ninety-six" is nearly always a year; "two thousand" and "thirteen forty" need to be called one.
    let plain =
        (1800..2000).contains(&year) || year > 2000 && led(&["of", "by", "from", "to", "and", "during"]);
    let fits = !counted && (plain || led(&["in", "since", "year", "until"]));
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
            || scan.is_any(b, &["of", "since", "until"])
    });
    let fields = Fields { year: Some(Year::Is(short_year(year)?)), ..Fields::default() };
    (led && scan.glued(i) && !scan.glued(mark)).then(|| Core::date(fields, after(i, 1), "date.year_short"))
}

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
            || scan.is_any(b, &["'", "’", "-"])
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
    let left = scan.before(i).filter(|_| scan.is_any(i, &["and", "or", "to"]));
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
            || scan.is_any(b, &["swinging", "roaring"])
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
        if scan.is_any(before, &["his", "her", "their", "my", "our", "your", "aged", "people's"]) {
            return true;
        }
        if !matches!(scan.word(before), Word::Edge(_)) && !scan.hyphen(before) && !scan.is(before, "to") {
            return false;
        }
        at = before;
    }
    false
}

/// "in the 90s": degrees as often as years.
fn in_the(scan: &Scan<'_>, i: usize) -> bool {
    scan.before(i).is_some_and(|b| scan.key(b, Key::The))
        && !scan.is(after(i, 1), "and")
        && scan
            .before(i)
            .and_then(|b| scan.before(b))
            .is_some_and(|b| scan.is_any(b, &["temperatures", "into", "upper", "low", "high"]))
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
    scan.is_any(at, &["century", "centuries"]).then(|| after(at, 1))
}

/// Whether "and 19th centuries", "to early 20th century" stands at `i`.
fn shares_noun(scan: &Scan<'_>, i: usize) -> bool {
    if !scan.is_any(i, &["and", "or", "to", "through"]) && !scan.hyphen(i) {
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

/// "FY25", "FY2024".
pub(super) fn fiscal_code(scan: &Scan<'_>, i: usize) -> Option<Core> {
    let digits = scan.str(i).get(2..)?;
    let number = digits.parse().ok()?;
    let year = if digits.len() == 2 { 2000_i32.checked_add(number)? } else { number };
    let fits = (1900..=2100).contains(&year);
    let fields = Fields { year: Some(Year::Is(year)), ..Fields::default() };
    fits.then(|| Core::date(fields, after(i, 1), "date.fiscal_year"))
}

/// "fiscal 1998", "fiscal year 1998", "FY1998", "the fiscal year".
pub(super) fn fiscal(scan: &Scan<'_>, i: usize) -> Option<Core> {
    let next = after(i, 1);
    let next = if scan.is(next, "year") { after(next, 1) } else { next };
    if let Some((year, next)) = named_year(scan, next) {
        let fields = Fields { year: Some(Year::Is(year)), ..Fields::default() };
        return Some(Core::date(fields, next, "date.fiscal_year"));
    }
    let led = scan.before(i).is_some_and(|b| {
        matches!(scan.word(b), Word::Key(Key::The) | Word::Which(_) | Word::Edge(Edge::Start | Edge::End))
    });
    (next > after(i, 1) && led)
        .then(|| Core::shift(Shift::new(Unit::Year, 0, From::Now), next, "date.fiscal_year"))
}
