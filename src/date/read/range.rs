//! Ranges and lists: one number that stands for a whole date because its neighbour is one.
//!
//! "10-18 June", "April 24 and 25", "1916-17", "264 to 241 BC". Each end is an expression of its own.

use super::rules;
use super::scan::{Scan, after};
use super::words::Word;
use crate::date::phrase::{Fields, Found, Phrase, Stretch, Year};
use crate::text::{Shape, atom, atoms};

/// The most numbers in one list of days; more are a table, not a sentence.
const MAX_LIST: usize = 6;

/// A mark or word that joins two ends: the token after it.
fn joint(scan: &Scan<'_>, i: usize) -> Option<usize> {
    let mark =
        matches!(scan.shape(i), Some(Shape::Hyphen | Shape::Dash)) || scan.is(i, atom!("/")) && scan.glued(i);
    let word = scan.is_any(i, atoms!["to", "and", "or", "through", "until", "till", "thru"]);
    let comma = scan.is_shape(i, Shape::Comma);
    if comma && scan.is_any(after(i, 1), atoms!["and", "or"]) {
        return Some(after(i, 2));
    }
    (mark || word || comma).then(|| after(i, 1))
}

/// A number whose month or era comes later: "10" in "10-18 June", "264" in "264 to 241 BC".
pub(super) fn leading(scan: &Scan<'_>, i: usize, out: &mut Vec<Found>) -> Option<usize> {
    if scan.word(i) != Word::Digits
        || (scan.glued(i)
            && scan.before(i).is_some_and(|b| !matches!(scan.shape(b), Some(Shape::Open | Shape::Quote))))
    {
        return None;
    }
    let first = rules::day_of_month(scan, i);
    let next = first.map_or(after(i, 1), |(_, next)| next);
    let second = joint(scan, next)?;
    let fields = days_of_month(scan, first, second).or_else(|| years_of_era(scan, i, second))?;
    out.push(Found { tokens: i..next, phrase: Phrase::Date(fields), modifier: None, rule: "range.first" });
    Some(next)
}

fn days_of_month(scan: &Scan<'_>, first: Option<(u8, usize)>, mut at: usize) -> Option<Fields> {
    let (day, _) = first?;
    // "10, 12 and 14 June": walk over the other days to their month.
    for _ in 0..MAX_LIST {
        let (_, next) = rules::day_of_month(scan, at)?;
        let of = if scan.is(next, atom!("of")) { after(next, 1) } else { next };
        if let Some((month, end)) = rules::month_at(scan, of) {
            let mut fields = Fields { day: Some(day), month: Some(month), ..Fields::default() };
            let year_at = if scan.is_shape(end, Shape::Comma) { after(end, 1) } else { end };
            fields.year = rules::named_year(scan, year_at).map(|(year, _)| Year::Is(year));
            return Some(fields);
        }
        at = joint(scan, next)?;
    }
    None
}

fn years_of_era(scan: &Scan<'_>, i: usize, at: usize) -> Option<Fields> {
    let (year, digits) = scan.digits(i)?;
    let (_, second_digits) = scan.digits(at)?;
    let (before, _) = rules::era(scan, after(at, 1))?;
    let year =
        i32::try_from(year).ok().filter(|y| (1..=9999).contains(y) && digits <= 4 && second_digits <= 4)?;
    let year = if before { year.checked_neg()? } else { year };
    Some(Fields { year: Some(Year::Is(year)), ..Fields::default() })
}

/// What follows a date and takes its month or century: "25" in "April 24 and 25", "17" in "1916-17".
/// Gives the token after the last of them.
pub(super) fn trailing(scan: &Scan<'_>, mut at: usize, out: &mut Vec<Found>) -> usize {
    for _ in 0..MAX_LIST {
        let Some((found, next)) = out.last().and_then(|last| follow(scan, last, at)) else { break };
        out.push(found);
        at = next;
    }
    at
}

fn follow(scan: &Scan<'_>, last: &Found, at: usize) -> Option<(Found, usize)> {
    let Phrase::Date(fields) = last.phrase else { return None };
    if last.tokens.end != at {
        return None;
    }
    let second = joint(scan, at)?;
    let (fields, next) =
        next_day(scan, fields, at, second).or_else(|| short_year(scan, fields, at, second))?;
    Some((
        Found { tokens: second..next, phrase: Phrase::Date(fields), modifier: None, rule: "range.second" },
        next,
    ))
}

/// "and 25" after "April 24".
fn next_day(scan: &Scan<'_>, fields: Fields, joint: usize, at: usize) -> Option<(Fields, usize)> {
    let day = fields.day?;
    // After "24 April" the next number is no day; after a year neither.
    if fields.year.is_some()
        || fields.time.is_some()
        || scan.before(joint).is_some_and(|b| scan.word(b) != Word::Digits)
    {
        return None;
    }
    let (next_day, next) = rules::day_of_month(scan, at)?;
    let comma = scan.is_shape(joint, Shape::Comma) && at == after(joint, 1);
    let stops = match scan.shape(next) {
        None => true,
        Some(Shape::Lower) => {
            !comma
                && !scan.is_any(
                    next,
                    atoms![
                        "percent", "people", "per", "million", "months", "days", "years", "of", "others",
                        "to"
                    ],
                )
                && !matches!(scan.word(next), Word::Units(_) | Word::Unit(_))
                && !scan.str(next).ends_with('s')
        }
        Some(Shape::Comma | Shape::Stop | Shape::Close | Shape::Semicolon | Shape::Dash) => true,
        Some(Shape::Title) => !comma && rules::month_at(scan, next).is_none(),
        _ => false,
    };
    // In a list of commas each number must be joined on: "May 3, 4 and 5".
    let listed = !comma || self::joint(scan, next).is_some_and(|n| rules::day_of_month(scan, n).is_some());
    if !listed || next_day <= day || !stops && !comma {
        return None;
    }
    let mut fields = Fields { day: Some(next_day), weekday: None, ..fields };
    // "June 10-18, 1953": the year at the end is of both.
    let year_at = if scan.is_shape(next, Shape::Comma) { after(next, 1) } else { next };
    if let Some((year, end)) = rules::named_year(scan, year_at) {
        fields.year = Some(Year::Is(year));
        return Some((fields, end));
    }
    Some((fields, next))
}

/// "17" in "1916-17", "BC" years after a dash are read by the year rules themselves.
fn short_year(scan: &Scan<'_>, fields: Fields, joint: usize, at: usize) -> Option<(Fields, usize)> {
    let Some(Year::Is(year)) = fields.year else { return None };
    if fields.month.is_some()
        || !matches!(fields.stretch, None | Some(Stretch::Season(_)))
        || !(matches!(scan.shape(joint), Some(Shape::Hyphen | Shape::Dash)) || scan.is(joint, atom!("/")))
    {
        return None;
    }
    if !(scan.glued(joint) && scan.glued(at)) {
        return None;
    }
    let (short, 2) = scan.digits(at)? else { return None };
    let short = i32::try_from(short).ok()?;
    let century = year.checked_sub(year.checked_rem(100)?)?;
    let full = century.checked_add(short)?;
    let full = if full <= year { full.checked_add(100)? } else { full };
    let near = full.checked_sub(year)? <= 40;
    near.then(|| (Fields { year: Some(Year::Is(full)), ..Fields::default() }, after(at, 1)))
}
