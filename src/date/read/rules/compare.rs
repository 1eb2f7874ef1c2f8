//! What business news compares results with: "the year-ago quarter", "the same period last year".

use super::{amount, day, quarter};
use crate::date::phrase::{Core, Fields, From, Phrase, Shift, Stretch, Year};
use crate::date::read::scan::{Scan, after};
use crate::date::read::words::{Key, Which, Word};
use crate::date::value::Unit;
use crate::text::{atom, atoms};

/// "year-earlier", "year-ago", with the quarter or period it compares: "the year-ago third quarter".
pub(super) fn year_ago(scan: &Scan<'_>, i: usize) -> Option<Core> {
    if scan.word(i) != Word::Unit(Unit::Year) || !scan.hyphen(after(i, 1)) {
        return None;
    }
    let at = after(i, 2);
    if !scan.is_any(at, atoms!["earlier", "ago"]) {
        return None;
    }
    let next = after(at, 1);
    let mut next = if scan.key(next, Key::Fiscal) { after(next, 1) } else { next };
    let shift = Shift::new(Unit::Year, -1, From::Ago);
    if let Some(core) = quarter::numbered(scan, next) {
        if let Phrase::Date(fields) = core.phrase {
            let fields = Fields { year: fields.year.or(Some(Year::FromNow(-1))), ..fields };
            return Some(Core::date(fields, core.next, "date.quarter"));
        }
    }
    if scan.word(next) == Word::Unit(Unit::Quarter) {
        let shift = Shift::new(Unit::Quarter, -4, From::Ago);
        return Some(Core::shift(shift, after(next, 1), "shift.year_ago"));
    }
    if let Some((length, true, next)) = amount::counted(scan, next) {
        // "the year-earlier nine months"
        return Some(Core::length(length, next, "duration.past_n"));
    }
    if scan.key(next, Key::Period) {
        next = after(next, 1);
    }
    Some(Core::shift(shift, next, "shift.year_ago"))
}

/// "last quarter of 2024": the fourth, not three months.
pub(super) fn last_quarter_of(scan: &Scan<'_>, at: usize) -> Option<Core> {
    let mut fields = Fields { stretch: Some(Stretch::Quarter(4)), ..Fields::default() };
    let of = after(at, 1);
    let next = day::take_year(scan, of, &mut fields).filter(|_| scan.is(of, atom!("of")))?;
    Some(Core::date(fields, next, "date.quarter"))
}

/// "last year", "a year ago", "the previous year" after "the same quarter": the token after it.
pub(super) fn compared(scan: &Scan<'_>, i: usize) -> Option<usize> {
    let at = if scan.is_any(i, atoms!["of", "in"]) { after(i, 1) } else { i };
    let at = if scan.key(at, Key::The) { after(at, 1) } else { at };
    let year = |at: usize| scan.word(at) == Word::Unit(Unit::Year);
    match scan.word(at) {
        Word::Which(Which::Last | Which::Previous) if year(after(at, 1)) => Some(after(at, 2)),
        Word::Key(Key::A)
            if year(after(at, 1)) && scan.is_any(after(at, 2), atoms!["ago", "earlier", "before"]) =>
        {
            Some(after(at, 3))
        }
        Word::Unit(Unit::Year) if scan.is(after(at, 1), atom!("before")) => Some(after(at, 2)),
        _ => None,
    }
}

/// "the same quarter last year": the one told of, a year back.
pub(super) fn compared_unit(scan: &Scan<'_>, unit: Unit, i: usize) -> Option<Core> {
    let next = compared(scan, i)?;
    let by = match unit {
        Unit::Quarter => -4,
        Unit::Month => -12,
        Unit::Week => -52,
        Unit::Year => -1,
        _ => return None,
    };
    Some(Core::shift(Shift::new(unit, by, From::Ago), next, "shift.compared"))
}
