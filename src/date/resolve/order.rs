//! The order of day and month that a text's numeric dates keep: "09/12/2024".

use crate::date::phrase::{Fields, Found, Phrase};
use crate::date::value::{Clock, Time};
use crate::doc::Doc;

/// Whether the text's numeric dates put the day first: one that can be read no other way decides, else the
/// order of the dates with a month's name, else the clock.
pub(super) fn day_first(doc: &Doc<'_>, found: &[Found]) -> bool {
    let count = |holds: &dyn Fn(&Found) -> bool| found.iter().filter(|one| holds(one)).count();
    // A numeric date with a day above 12 was read in its own order; the rule's name keeps which.
    let sure = |one: &Found| matches!(one.phrase, Phrase::Date(Fields { swappable: false, .. }));
    let day = count(&|one| one.rule == "date.numeric_day_first");
    let month = count(&|one| one.rule == "date.numeric" && sure(one));
    if day != month {
        return day > month;
    }
    let (day, month) =
        (count(&|one| one.rule == "date.day_month"), count(&|one| one.rule == "date.month_day"));
    if day != month {
        return day > month;
    }
    // Who counts hours to 24 puts the day first: "09/12/2024 18:45".
    found.iter().any(|one| runs_to_24(doc, one))
}

/// Whether a time of day is given by the 24-hour clock, in its second half.
fn runs_to_24(doc: &Doc<'_>, found: &Found) -> bool {
    let afternoon = matches!(
        found.phrase,
        Phrase::Date(Fields { time: Some(Time::Clock(Clock { hour: 13..=23, .. })), .. })
    );
    afternoon && doc.tokens.str(found.tokens.start).parse().is_ok_and(|hour: u8| hour >= 13)
}
