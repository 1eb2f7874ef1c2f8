//! Dates in digits: ISO 8601, "11/9/2001", "24.12.2025".

use super::year::short_year;
use super::zone;
use crate::date::phrase::{Core, Fields, Stretch, Year};
use crate::date::read::scan::{Scan, after};
use crate::date::value::calendar;
use crate::date::value::{Clock, Time};
use crate::text::{Shape, atom};

/// "2025-12-24", "2025-12-24T09:30", "2025-12".
pub(super) fn iso(scan: &Scan<'_>, i: usize) -> Option<Core> {
    let (year, 4) = scan.digits(i)? else { return None };
    let year = i32::try_from(year).ok().filter(|y| calendar::YEARS.contains(y))?;
    let (one, two) = (after(i, 1), after(i, 3));
    let marks = scan.hyphen(one) && scan.hyphen(two) || scan.is(one, atom!("/")) && scan.is(two, atom!("/"));
    if !(marks && (1..=4).all(|n| scan.glued(after(i, n)))) {
        return None;
    }
    let (month, 2) = scan.digits(after(i, 2))? else { return None };
    let text = scan.str(after(i, 4));
    let (day, rest) = text.split_at_checked(2)?;
    let (day, month) = (day.parse().ok()?, u8::try_from(month).ok()?);
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) || !(rest.is_empty() || rest.starts_with('T')) {
        return None;
    }
    let mut fields =
        Fields { year: Some(Year::Is(year)), month: Some(month), day: Some(day), ..Fields::default() };
    let mut next = after(i, 5);
    if let Some(hour) = rest.strip_prefix('T').and_then(|h| h.parse::<u8>().ok()).filter(|h| *h <= 24) {
        let minute = scan
            .is(next, atom!(":"))
            .then(|| scan.str(after(next, 1)).get(..2)?.parse::<u8>().ok())
            .flatten();
        if let Some(minute) = minute.filter(|m| *m < 60) {
            next = after(next, 2);
            let second = second_at(scan, next);
            next = if second.is_some() { after(next, 2) } else { next };
            next = zone::offset_after(scan, next);
            fields.time = Some(Time::Clock(Clock { hour, minute: Some(minute), second }));
        }
    }
    Some(Core::date(fields, next, "date.iso"))
}

/// The seconds in ":15" or ":15Z" at token `i`.
fn second_at(scan: &Scan<'_>, i: usize) -> Option<u8> {
    if !(scan.is(i, atom!(":")) && scan.glued(i) && scan.glued(after(i, 1))) {
        return None;
    }
    let text = scan.str(after(i, 1));
    let (digits, rest) = text.split_at_checked(2)?;
    let second = digits.parse::<u8>().ok().filter(|second| *second < 60)?;
    (rest.is_empty() || rest == "Z" || rest.starts_with('.')).then_some(second)
}

/// "2025-W51", "2025-W51-3".
pub(super) fn iso_week(scan: &Scan<'_>, i: usize) -> Option<Core> {
    let (year, 4) = scan.digits(i)? else { return None };
    let year = i32::try_from(year).ok()?;
    let at = after(i, 2);
    let week = scan.str(at).strip_prefix('W').filter(|week| week.len() == 2)?.parse().ok()?;
    if !(scan.hyphen(after(i, 1)) && scan.glued(at)) {
        return None;
    }
    calendar::week_day(year, week, 1)?;
    let stretch = Some(Stretch::IsoWeek(week));
    let fields = Fields { year: Some(Year::Is(year)), stretch, ..Fields::default() };
    let weekday = scan.digits(after(i, 4)).filter(|_| scan.hyphen(after(i, 3)) && scan.glued(after(i, 4)));
    match weekday.and_then(|(day, _)| u8::try_from(day).ok()).filter(|day| (1..=7).contains(day)) {
        Some(day) => {
            let fields = Fields { weekday: Some(day), ..fields };
            Some(Core::date(fields, after(i, 5), "date.iso"))
        }
        None => Some(Core::date(fields, after(i, 3), "date.iso")),
    }
}

/// "11/9/2001", "11/09/01", "9-11-2001", "24.12.2025": day and month in the order that makes a date, and
/// where both do, in an order that the text's other dates decide.
pub(super) fn slashed(scan: &Scan<'_>, i: usize) -> Option<Core> {
    let stops = dotted(scan, i);
    let (first, second, year, next) = stops.or_else(|| three(scan, i))?;
    if scan
        .before(i)
        .is_some_and(|b| scan.glued(i) && !matches!(scan.shape(b), Some(Shape::Open | Shape::Quote)))
    {
        return None;
    }
    let (month, day) = match (first, second) {
        (1..=12, 1..=31) => (first, second),
        (13..=31, 1..=12) if stops.is_none() => (second, first),
        _ => return None,
    };
    let fields = Fields {
        year: Some(Year::Is(year)),
        month: Some(month),
        day: Some(day),
        swappable: first <= 12 && second <= 12 && first != second && stops.is_none(),
        ..Fields::default()
    };
    let day_first = first > 12 || stops.is_some();
    let rule = if day_first { "date.numeric_day_first" } else { "date.numeric" };
    Some(Core::date(fields, next, rule))
}

/// Three numbers with the same mark between: 11/9/2001.
fn three(scan: &Scan<'_>, i: usize) -> Option<(u8, u8, i32, usize)> {
    let mark = scan.str(after(i, 1));
    if !(mark == "/" || mark == "-")
        || scan.str(after(i, 3)) != mark
        || !(1..=4).all(|n| scan.glued(after(i, n)))
    {
        return None;
    }
    let small = |i| scan.digits(i).filter(|d| d.1 <= 2).and_then(|d| u8::try_from(d.0).ok());
    let (year, digits) = scan.digits(after(i, 4))?;
    let year = match digits {
        2 if mark == "/" => short_year(year)?,
        4 => i32::try_from(year).ok()?,
        _ => return None,
    };
    let next = after(i, 5);
    let goes_on = scan.glued(next) && matches!(scan.shape(next), Some(Shape::Symbol | Shape::Hyphen));
    (!goes_on).then_some((small(i)?, small(after(i, 2))?, year, next))
}

/// One token 24.12.2025: only those write stops who put the day first.
fn dotted(scan: &Scan<'_>, i: usize) -> Option<(u8, u8, i32, usize)> {
    let mut parts = scan.str(i).split('.');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || year.len() != 4 || day.len() > 2 || month.len() > 2 {
        return None;
    }
    let (day, month): (u8, u8) = (day.parse().ok()?, month.parse().ok()?);
    Some((month, day, year.parse().ok()?, after(i, 1)))
}

/// "9/11" is the attack, named after its day.
pub(super) fn short(scan: &Scan<'_>, i: usize) -> Option<Core> {
    let all = scan.is(i, atom!("9")) && scan.is(after(i, 1), atom!("/")) && scan.is(after(i, 2), atom!("11"));
    let alone = scan.before(i).is_none_or(|b| !scan.glued(i) || !scan.is(b, atom!("/")))
        && !scan.is(after(i, 3), atom!("/"));
    let fields = Fields { year: Some(Year::Is(2001)), month: Some(9), day: Some(11), ..Fields::default() };
    (all && alone).then(|| Core::date(fields, after(i, 3), "date.nine_eleven"))
}
