//! Business years: "fiscal 1998", "the fiscal year", "FY25".

use super::year::named_year;
use crate::date::phrase::{Core, Fields, From, Shift, Year};
use crate::date::read::scan::{Scan, after};
use crate::date::read::words::{Edge, Key, Word};
use crate::date::value::Unit;
use crate::text::atom;

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
    let next = if scan.is(next, atom!("year")) { after(next, 1) } else { next };
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
