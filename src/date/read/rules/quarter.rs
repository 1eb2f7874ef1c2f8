//! Quarters and halves of the business year: "the third quarter", "third-quarter", "fiscal 1998's first half".

use super::day::take_year;
use super::year::named_year;
use crate::date::phrase::{Core, Fields, From, Phrase, Shift, Stretch, Year};
use crate::date::read::number;
use crate::date::read::scan::{Scan, after};
use crate::date::read::words::{Key, Which, Word};
use crate::date::value::Unit;
use crate::text::{Shape, atom};

/// "third quarter", "third-quarter", "3rd quarter of 1998": the stretch and the token after its noun.
fn stretch(scan: &Scan<'_>, i: usize) -> Option<(Stretch, usize)> {
    let (n, at) = number::ordinal(scan, i)?;
    let at = if scan.hyphen(at) { after(at, 1) } else { at };
    let at = if scan.key(at, Key::Fiscal) || scan.is(at, atom!("calendar")) { after(at, 1) } else { at };
    let n = u8::try_from(n).ok()?;
    match scan.word(at) {
        Word::Unit(Unit::Quarter) if (1..=4).contains(&n) => Some((Stretch::Quarter(n), after(at, 1))),
        Word::Key(Key::Half) if (1..=2).contains(&n) => Some((Stretch::Half(n), after(at, 1))),
        _ => None,
    }
}

/// "third quarter [of 1998]".
pub(super) fn numbered(scan: &Scan<'_>, i: usize) -> Option<Core> {
    let (Stretch::Quarter(n), next) = stretch(scan, i)? else { return None };
    let fields = Fields { stretch: Some(Stretch::Quarter(n)), ..Fields::default() };
    Some(with_year(scan, fields, next, "date.quarter"))
}

/// "first half of 1998"; a half alone may be one of a match.
pub(super) fn halves(scan: &Scan<'_>, i: usize) -> Option<Core> {
    let (Stretch::Half(n), next) = stretch(scan, i)? else { return None };
    let fields = Fields { stretch: Some(Stretch::Half(n)), ..Fields::default() };
    let core = with_year(scan, fields, next, "date.half");
    (core.next > next).then_some(core)
}

fn with_year(scan: &Scan<'_>, mut fields: Fields, next: usize, rule: &'static str) -> Core {
    if scan.is(next, atom!("of")) && scan.key(after(next, 1), Key::Fiscal) {
        if let Some((year, next)) = named_year(scan, after(next, 2)) {
            fields.year = Some(Year::Is(year));
            return Core::date(fields, next, rule);
        }
    }
    let next = take_year(scan, next, &mut fields).unwrap_or(next);
    Core::date(fields, next, rule)
}

/// "Q3", "3Q 2024", "H1 2024": as tables and headlines of business news write them.
pub(super) fn coded(scan: &Scan<'_>, i: usize) -> Option<Core> {
    let stretch = match (scan.word(i), scan.str(i).as_bytes()) {
        (Word::Quarter(n), _) => Stretch::Quarter(n),
        (Word::HalfYear(n), _) => Stretch::Half(n),
        (Word::Digits, [n @ b'1'..=b'4', b'Q']) => Stretch::Quarter(n & 0xf),
        (Word::Digits, [n @ b'1'..=b'2', b'H']) => Stretch::Half(n & 0xf),
        _ => return None,
    };
    let fields = Fields { stretch: Some(stretch), ..Fields::default() };
    let next = after(i, 1);
    let of = if scan.is(next, atom!("of")) { after(next, 1) } else { next };
    if scan.word(of) == Word::FiscalYear {
        let core = super::fiscal::fiscal_code(scan, of)?;
        let Phrase::Date(Fields { year, .. }) = core.phrase else { return None };
        return Some(Core::date(Fields { year, ..fields }, core.next, "date.quarter"));
    }
    let core = with_year(scan, fields, next, "date.quarter");
    // A bare "Q3" may be a car; a bare "H1" is nearly anything.
    let named = scan.before(i).is_some_and(|b| scan.shape(b).is_some_and(Shape::is_capital));
    let bare = matches!(stretch, Stretch::Quarter(_)) && !named && scan.capital(i);
    (core.next > next || bare || core.phrase != Phrase::Date(fields)).then_some(core)
}

/// "fiscal first quarter", "fiscal-first quarter", "fiscal second-quarter".
pub(super) fn fiscal(scan: &Scan<'_>, i: usize) -> Option<Core> {
    let at = after(i, 1);
    let at = if scan.hyphen(at) { after(at, 1) } else { at };
    numbered(scan, at)
}

/// "the 1988 second quarter", "the 1988 quarter", "1988's third quarter".
pub(super) fn after_year(scan: &Scan<'_>, i: usize) -> Option<Core> {
    let (year, at) = named_year(scan, i)?;
    let year = Some(Year::Is(year));
    let at = if scan.is_shape(at, Shape::Possessive) { after(at, 1) } else { at };
    if let Some((stretch, next)) = stretch(scan, at) {
        return Some(Core::date(
            Fields { stretch: Some(stretch), year, ..Fields::default() },
            next,
            "date.quarter",
        ));
    }
    if scan.word(at) == Word::Unit(Unit::Quarter) {
        let stretch = Some(Stretch::Quarter(0));
        return Some(Core::date(Fields { stretch, year, ..Fields::default() }, after(at, 1), "date.quarter"));
    }
    (scan.key(at, Key::Period) && scan.before(i).is_some_and(|b| scan.key(b, Key::The)))
        .then(|| Core::date(Fields { year, ..Fields::default() }, after(at, 1), "date.year"))
}

/// "this year's third quarter", "last year's first half", "last year's quarter".
pub(super) fn of_which(scan: &Scan<'_>, i: usize) -> Option<Core> {
    let Word::Which(which) = scan.word(i) else { return None };
    let by = match which {
        Which::Last | Which::Past => -1,
        Which::This | Which::Current => 0,
        Which::Next => 1,
        _ => return None,
    };
    if !(scan.is(after(i, 1), atom!("year")) && scan.is_shape(after(i, 2), Shape::Possessive)) {
        return None;
    }
    let at = after(i, 3);
    if let Some((stretch, next)) = stretch(scan, at) {
        let fields = Fields { stretch: Some(stretch), year: Some(Year::FromNow(by)), ..Fields::default() };
        return Some(Core::date(fields, next, "date.quarter"));
    }
    (scan.word(at) == Word::Unit(Unit::Quarter)).then(|| {
        Core::shift(Shift::new(Unit::Year, i32::from(by), From::Ago), after(at, 1), "shift.year_ago")
    })
}
