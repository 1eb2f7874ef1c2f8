//! The order of day and month that a text's numeric dates keep: "09/12/2024".

use crate::date::phrase::{Fields, Found, Phrase};
use crate::date::read::{Scan, Word, zone};
use crate::date::value::{Clock, Time};
use crate::doc::Doc;

/// Day and month as the text's own numeric dates order them.
pub(super) fn kept(fields: Fields, day_first: bool) -> Fields {
    if fields.swappable && day_first {
        return Fields { month: fields.day, day: fields.month, ..fields };
    }
    fields
}

/// Whether the text's numeric dates put the day first: one that can be read no other way decides, else the
/// order of the dates with a month's name, else the clock.
pub(super) fn day_first(doc: &Doc<'_>, words: &[Word], found: &[Found]) -> bool {
    let count = |holds: &dyn Fn(&Found) -> bool| found.iter().filter(|one| holds(one)).count();
    let swappable = |one: &Found| matches!(one.phrase, Phrase::Date(Fields { swappable: true, .. }));
    if !found.iter().any(swappable) {
        return false;
    }
    // A numeric date with a day above 12 was read in its own order; the rule's name keeps which.
    let day = count(&|one| one.rule == "date.numeric_day_first");
    let month = count(&|one| one.rule == "date.numeric" && !swappable(one));
    if day != month {
        return day > month;
    }
    let (day, month) =
        (count(&|one| one.rule == "date.day_month"), count(&|one| one.rule == "date.month_day"));
    if day != month {
        return day > month;
    }
    found.iter().any(|one| runs_to_24(doc, one) || is_abroad(doc, words, one))
}

/// Whether a time of day is given by the 24-hour clock, in its second half: who counts hours to 24 puts the
/// day first ("09/12/2024 18:45").
fn runs_to_24(doc: &Doc<'_>, found: &Found) -> bool {
    let afternoon = matches!(
        found.phrase,
        Phrase::Date(Fields { time: Some(Time::Clock(Clock { hour: 13..=23, .. })), .. })
    );
    afternoon && doc.tokens.str(found.tokens.start).parse().is_ok_and(|hour: u8| hour >= 13)
}

/// Whether a time of day is of a zone east of the Atlantic ("09/12/2024 06:45 PM IST"): only in America does the
/// month come first.
fn is_abroad(doc: &Doc<'_>, words: &[Word], found: &Found) -> bool {
    let Phrase::Date(Fields { time: Some(Time::Clock(_)), .. }) = found.phrase else { return false };
    let scan = Scan::new(doc, words, found.tokens.clone());
    zone(&scan, &found.tokens).is_some_and(|east| east > 0)
}
