//! What an expression takes from its neighbour: the year, month or day that two of them share.
//!
//! "April and June 1955", "3 p.m. on Saturday", "from Friday to Sunday", "the quarter ended Sept. 30".

use std::ops::Range;

use crate::date::phrase::{Fields, Found, From, Phrase, Pick, Shift, Stretch, Year};
use crate::date::read::scan::Scan;
use crate::date::read::words::Word;
use crate::date::value::calendar;
use crate::date::value::{Time, Unit};
use crate::text::{Atom, Shape, atom, atoms};

/// Completes the expressions of one part from one another.
pub(super) fn lend(scan: &Scan<'_>, found: &mut [Found]) {
    for i in (1..found.len()).rev() {
        let (left, right) = found.split_at_mut(i);
        let (Some(a), Some(b)) = (left.last_mut(), right.first_mut()) else { continue };
        let gap = a.tokens.end..b.tokens.start;
        if gap.len() <= MAX_GAP {
            backward(scan, &gap, a, b);
            forward(scan, &gap, a, b);
        }
    }
}

/// Tokens between two expressions that lend to one another: ") on the".
const MAX_GAP: usize = 3;

/// What the first takes from the second.
fn backward(scan: &Scan<'_>, gap: &Range<usize>, a: &mut Found, b: &Found) {
    if let (Phrase::Date(first), Phrase::Date(second)) = (a.phrase, b.phrase) {
        if let Some(fields) = shared_year(first, second).filter(|_| joined(scan, gap)) {
            a.phrase = Phrase::Date(fields);
        }
    }
    if let Some(time) = time_alone(&a.phrase) {
        let timed = time_of(&b.phrase).is_some();
        let lends = gap.clone().all(|i| links(scan, i, timed)) && (timed || !gap.is_empty());
        if let Some(phrase) = at_time(&b.phrase, time).filter(|_| lends) {
            a.phrase = phrase;
        }
    }
    if let (true, Phrase::Date(end)) = (is_quarter(&a.phrase) && ends(scan, gap), b.phrase) {
        a.phrase = quarter_ended(end).map_or(a.phrase, Phrase::Date);
    }
}

/// What the second takes from the first: it does not lie before it.
fn forward(scan: &Scan<'_>, gap: &Range<usize>, a: &Found, b: &mut Found) {
    let between = scan.before(a.tokens.start).is_some_and(|i| scan.is(i, atom!("between")));
    let to = gap.len() == 1
        && (matches!(scan.shape(gap.start), Some(Shape::Hyphen | Shape::Dash))
            || scan.is_any(gap.start, atoms!["to", "through", "until", "till", "thru"])
            || scan.is(gap.start, atom!("and")) && between);
    if let (Phrase::Shift(week), Phrase::Date(day)) = (a.phrase, b.phrase) {
        b.phrase = Phrase::Date(day_of_week(scan, gap, week, day));
    }
    let (Phrase::Date(first), Phrase::Date(mut second)) = (a.phrase, b.phrase) else { return };
    let weekdays = first.weekday.is_some() && second.weekday.is_some() && first.weekday != second.weekday;
    let soon = first.weekday.zip(second.weekday).is_some_and(|(from, to)| is_soon(from, to));
    if !(to || soon && listed(scan, gap, b.tokens.end)) {
        return;
    }
    let plain = second.pick == Pick::Plain && second.year.is_none() && second.stretch.is_none();
    match (first.year, first.month, second.month) {
        // "from 30 December 2024 until 2 January".
        (Some(Year::Is(year)), Some(m), Some(n)) if plain => {
            let later = (n, second.day) >= (m, first.day);
            second.year = if later { first.year } else { calendar::add_years(year, 1).map(Year::Is) };
        }
        // "Friday to Sunday", "Friday and Saturday".
        (None, None, None) if plain && weekdays => second.pick = Pick::Mention(1),
        _ => return,
    }
    b.phrase = Phrase::Date(second);
}

/// Whether the second day of the week follows the first within a few days: "Friday and Thursday" looks back.
fn is_soon(from: u8, to: u8) -> bool {
    const WEEK: u8 = 7;
    const FEW: u8 = 4;
    let ahead = to.saturating_add(WEEK).saturating_sub(from).checked_rem(WEEK);
    ahead.is_some_and(|days| (1..=FEW).contains(&days))
}

/// Whether two days of the week stand in a list: "Friday and Saturday", "Friday, Saturday and Sunday".
fn listed(scan: &Scan<'_>, gap: &Range<usize>, end: usize) -> bool {
    let and = |i: usize| scan.is_any(i, atoms!["and", "or"]);
    let comma = scan.is_shape(gap.start, Shape::Comma);
    let goes_on = end.saturating_add(1);
    match gap.len() {
        1 => and(gap.start) || comma && and(end) && matches!(scan.word(goes_on), Word::Weekday(_)),
        2 => comma && gap.clone().last().is_some_and(and),
        _ => false,
    }
}

/// "last week, on Monday": the day is of that week.
fn day_of_week(scan: &Scan<'_>, gap: &Range<usize>, week: Shift, day: Fields) -> Fields {
    let on = gap.clone().last().is_some_and(|i| scan.is(i, atom!("on")));
    let comma = gap.len() == 1 || gap.len() == 2 && scan.is_shape(gap.start, Shape::Comma);
    let plain = day.weekday.is_some() && day.day.is_none() && day.pick == Pick::Plain;
    let by = week.by.and_then(|by| i8::try_from(by).ok());
    match by.filter(|_| on && comma && plain && week.unit == Unit::Week && week.from == From::Now) {
        Some(by) => Fields { pick: Pick::InWeek(by), ..day },
        None => day,
    }
}

/// The year of the second for a first that has none: "April and June 1955", "14 August - 24 August 1914";
/// and its month: "the 13th to the 19th of October".
fn shared_year(first: Fields, second: Fields) -> Option<Fields> {
    if first.month.is_none() && first.day.is_some() && second.day.is_some() {
        return Some(Fields { month: second.month, year: second.year, ..first });
    }
    let alike = first.month.is_some() && second.month.is_some()
        || first.stretch.is_some() && second.stretch.is_some();
    if first.year.is_some() || second.year.is_none() || first.pick != Pick::Plain || !alike {
        return None;
    }
    Some(match (first.month, second.month, second.year) {
        // "December and January 1953": the first month is of the year before.
        (Some(m), Some(n), Some(Year::Is(year))) if m > n => {
            Fields { year: calendar::add_years(year, -1).map(Year::Is), ..first }
        }
        _ => Fields { year: second.year, ..first },
    })
}

/// Whether an expression is "the quarter", "the latest quarter".
fn is_quarter(phrase: &Phrase) -> bool {
    matches!(phrase, Phrase::Shift(Shift { unit: Unit::Quarter, from: From::Latest, .. }))
}

/// Whether "ended" or the like stands between a stretch and its last day.
fn ends(scan: &Scan<'_>, gap: &Range<usize>) -> bool {
    gap.clone().last().is_some_and(|i| scan.is_any(i, atoms!["ended", "ending", "to", "through"]))
}

/// The quarter of the calendar that holds the middle of the three months up to a day: business years shift.
fn quarter_ended(end: Fields) -> Option<Fields> {
    let month = end.month?;
    let back = if end.day.is_some_and(|day| day < 15) { -2 } else { -1 };
    let year = match end.year {
        None => None,
        Some(Year::Is(year)) => Some(year),
        Some(_) => return None,
    };
    let (of, middle) = calendar::shift_month(year.unwrap_or(2000), month, back)?;
    let stretch = Some(Stretch::Quarter(calendar::quarter_of(middle)));
    Some(Fields { stretch, year: year.map(|_| Year::Is(of)), ..Fields::default() })
}

/// What can stand between a time and the day that it belongs to, or another time of the same day.
fn links(scan: &Scan<'_>, i: usize, timed: bool) -> bool {
    let brackets = matches!(scan.shape(i), Some(Shape::Open | Shape::Close));
    let joint = timed
        && (matches!(scan.shape(i), Some(Shape::Hyphen | Shape::Dash))
            || scan.is_any(i, atoms!["to", "and", "until"]));
    brackets || joint || scan.is_any(i, atoms!["on", "the"])
}

/// The time of an expression that says no more than that.
fn time_alone(phrase: &Phrase) -> Option<Time> {
    match *phrase {
        Phrase::Date(fields) => fields.time.filter(|_| Fields { time: None, ..fields } == Fields::default()),
        Phrase::Shift(shift) => shift
            .time
            .filter(|_| shift.unit == Unit::Day && shift.by == Some(0) && shift.from == From::Mention),
        _ => None,
    }
}

fn time_of(phrase: &Phrase) -> Option<Time> {
    match *phrase {
        Phrase::Date(fields) => fields.time,
        Phrase::Shift(shift) => shift.time,
        _ => None,
    }
}

/// The day of `phrase` at another time; nothing where it is none.
fn at_time(phrase: &Phrase, time: Time) -> Option<Phrase> {
    let time = Some(time);
    match *phrase {
        Phrase::Date(fields)
            if fields.day.is_some()
                || fields.weekday.is_some()
                || matches!(fields.stretch, Some(Stretch::Holiday(_))) =>
        {
            Some(Phrase::Date(Fields { time, ..fields }))
        }
        Phrase::Shift(shift) if shift.unit == Unit::Day && shift.from != From::Mention => {
            Some(Phrase::Shift(Shift { time, ..shift }))
        }
        _ => None,
    }
}

/// Whether only a joint stands between two expressions.
fn joined(scan: &Scan<'_>, gap: &Range<usize>) -> bool {
    const WORDS: &[Atom] =
        atoms!["to", "and", "or", "through", "until", "till", "again", "in", "early", "late", "the"];
    let fits = |i: usize| {
        matches!(scan.shape(i), Some(Shape::Hyphen | Shape::Dash | Shape::Comma)) || scan.is_any(i, WORDS)
    };
    !gap.is_empty() && gap.clone().all(fits)
}
