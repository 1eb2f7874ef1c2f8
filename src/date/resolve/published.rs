//! When the article appeared, and what told it: the caller, a timestamp, the dateline, or its own dates.

use chrono::NaiveDate;

use super::day::after_or_near;
use super::order;
use crate::date::phrase::{Fields, Found, Phrase, Pick, Stretch, Year};
use crate::date::value::calendar;
use crate::date::{Origin, Published};
use crate::doc::Doc;
use crate::segment::{PartKind, StampRole};
use crate::text::atom;

/// The publication date where it is stated: by the caller, a timestamp or the dateline.
pub(super) fn stated(doc: &Doc<'_>, found: &[Found], day_first: bool) -> Option<Published> {
    if let Some(date) = doc.published {
        return Some(Published { date, origin: Origin::Given });
    }
    let explicit = |one: &Found| explicit(one, day_first);
    let told = stamped(doc, found, &explicit).map(|date| (date, Origin::Timestamp));
    let told = told.or_else(|| datelined(doc, found, &explicit).map(|date| (date, Origin::Dateline)));
    told.map(|(date, origin)| Published { date, origin })
}

/// A day whose year the text names, by the order that its numeric dates keep.
fn explicit(found: &Found, day_first: bool) -> Option<NaiveDate> {
    let Phrase::Date(fields) = found.phrase else { return None };
    match order::kept(fields, day_first) {
        Fields { year: Some(Year::Is(year)), month: Some(month), day: Some(day), stretch: None, .. } => {
            calendar::day(year, month, day)
        }
        _ => None,
    }
}

/// Reads the day that an expression names.
type Explicit<'e> = &'e dyn Fn(&Found) -> Option<NaiveDate>;

/// The time of publication named by a timestamp or byline; the time of an update only without one.
fn stamped(doc: &Doc<'_>, found: &[Found], explicit: Explicit<'_>) -> Option<NaiveDate> {
    // The time of an embedded post is that of the post.
    let stamps =
        || doc.parts.iter().filter(|part| part.kind != PartKind::Embed).flat_map(|part| &part.stamps);
    let of = |role| {
        let stamp = stamps().find(|stamp| stamp.role == role)?;
        found.iter().filter(|f| stamp.span.overlaps(doc.span(f.tokens.clone()))).find_map(explicit)
    };
    let lines = || {
        let parts = doc.parts.iter().filter(|part| part.kind == PartKind::Timestamp);
        parts
            .flat_map(|part| found.iter().filter(|f| part.span.contains(doc.span(f.tokens.clone()))))
            .find_map(explicit)
    };
    of(StampRole::Published).or_else(|| of(StampRole::Updated)).or_else(lines)
}

/// The date of the first dateline, with the year of the text's latest explicit date where it names none.
fn datelined(doc: &Doc<'_>, found: &[Found], explicit: Explicit<'_>) -> Option<NaiveDate> {
    let span = doc.parts.iter().find_map(|part| part.dateline.as_ref()?.date)?;
    let at = found.iter().find(|f| span.overlaps(doc.span(f.tokens.clone())))?;
    explicit(at).or_else(|| {
        let Phrase::Date(Fields { month: Some(month), day: Some(day), .. }) = at.phrase else { return None };
        let latest = found.iter().filter_map(explicit).max()?;
        after_or_near(latest, month, day)
    })
}

/// "born in Bergen on May 3, 1937": the day of a birth, long before what is told of the life.
fn is_birth(doc: &Doc<'_>, found: &Found) -> bool {
    /// "Born Ola Maria Dahl in the harbour district of Oslo on".
    const REACH: usize = 14;
    let before = (0..found.tokens.start).rev().take(REACH);
    before
        .map(|i| doc.tokens.atom(i))
        .take_while(|word| *word != atom!("."))
        .any(|word| word == atom!("born"))
}

/// The publication date as the text's own dates tell it: the latest day that they reach, counted on from the latest
/// explicit one. An article that names 15 October 2025 and tells what happened on December 23 appeared on or after that day.
///
/// The days beside links to other stories are not its own.
pub(super) fn from_text(doc: &Doc<'_>, found: &[Found], day_first: bool) -> Option<Published> {
    let explicit = |one: &Found| explicit(one, day_first).filter(|_| !is_birth(doc, one));
    let own = |found: &&Found| {
        let after = doc.part_tokens.partition_point(|part| part.start <= found.tokens.start);
        after
            .checked_sub(1)
            .and_then(|part| doc.parts.get(part))
            .is_none_or(|part| part.kind != PartKind::Related)
    };
    let found = || found.iter().filter(own);
    let latest = found().filter_map(explicit).max()?;
    let partial = |found: &Found| match found.phrase {
        Phrase::Date(Fields {
            year: None,
            month: Some(month),
            day: Some(day),
            pick: Pick::Plain,
            stretch,
            ..
        }) => (!matches!(stretch, Some(Stretch::Holiday(_))))
            .then(|| after_or_near(latest, month, day))
            .flatten(),
        _ => None,
    };
    let date = found().filter_map(partial).chain([latest]).max()?;
    Some(Published { date, origin: Origin::Text })
}
