//! Feasts and days of a name: "Christmas", "Election Day", "Easter 2016".

use super::day::take_year;
use super::hour::part_after;
use crate::date::phrase::{Core, Fields, Stretch};
use crate::date::read::holidays;
use crate::date::read::scan::Scan;

/// A holiday with the part of its day and its year.
pub(super) fn named(scan: &Scan<'_>, i: usize) -> Option<Core> {
    let (holiday, next) = holidays::named(scan, i)?;
    let mut fields = Fields { stretch: Some(Stretch::Holiday(holiday)), ..Fields::default() };
    let (part, next) = part_after(scan, next);
    fields.time = part;
    let next = take_year(scan, next, &mut fields).unwrap_or(next);
    Some(Core::date(fields, next, "date.holiday"))
}
