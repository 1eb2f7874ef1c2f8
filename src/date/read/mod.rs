//! From tokens to expressions: prefix and core at every position near a word of time, left to right, none twice.
//!
//! One file a family of expressions in `rules`; what an expression says by itself is a [`Phrase`].

mod article;
mod holidays;
mod neighbours;
mod number;
mod prefix;
mod range;
mod rules;
mod scan;
mod trigger;
mod words;

use std::ops::Range;

use crate::date::phrase::{Core, Fields, Found, From, Modifier, Phrase, Shift, Stretch, Year};
use crate::date::value::{DayPart, Time, Unit};
use crate::doc::Doc;
use crate::segment::PartKind;
use crate::text::{Shape, TokenSet};
use prefix::Prefix;
use words::{Edge, Reading};

/// Tokens before an expression that its rules may look at.
const LOOK_BACK: usize = 3;
/// Tokens after the one it is read from that they may look at: "in the last three months of the year".
const LOOK_AHEAD: usize = 10;

pub(super) use rules::zone;
pub(super) use scan::{Scan, after};
pub(super) use words::Word;

/// Whether dates are read from parts of this kind.
const fn is_read(kind: PartKind) -> bool {
    use PartKind::{Byline, Kicker, Related, Timestamp, Unknown};
    kind.is_content() || matches!(kind, Timestamp | Byline | Kicker | Related | Unknown)
}

/// The words of time of a document, one a token, and its expressions, in order.
pub(super) fn expressions(doc: &Doc<'_>) -> (Vec<Word>, Vec<Found>) {
    let mut reading = Reading::new(doc);
    let triggers = trigger::find(doc);
    // Room for a date every 32 tokens: news has fewer.
    let mut found = Vec::with_capacity(doc.tokens.len() / 32);
    for (part, range) in doc.parts.iter().zip(&doc.part_tokens) {
        if is_read(part.kind) {
            let first = found.len();
            of_part(doc, &triggers, &mut reading, range.clone(), &mut found);
            let scan = Scan::new(doc, reading.words(), range.clone());
            neighbours::lend(&scan, found.get_mut(first..).unwrap_or_default());
        }
    }
    (reading.into_words(), found)
}

/// The expressions in the tokens of one part.
fn of_part(
    doc: &Doc<'_>,
    triggers: &TokenSet,
    reading: &mut Reading,
    part: Range<usize>,
    out: &mut Vec<Found>,
) {
    let mut at = part.start;
    while let Some(time) = trigger::next(doc, triggers, at..part.end) {
        at = trigger::start(doc, time, at);
        reading.look_up(doc, at.saturating_sub(LOOK_BACK)..at);
        while at <= time {
            reading.look_up(doc, at..after(at, LOOK_AHEAD));
            at = step(&Scan::new(doc, reading.words(), part.clone()), at, out);
        }
    }
}

/// The token to go on from, after what stands at one.
fn step(scan: &Scan<'_>, at: usize, out: &mut Vec<Found>) -> usize {
    let found = match scan.word(at) {
        Word::None => None,
        _ => range::leading(scan, at, out).or_else(|| at_token(scan, at, out)),
    };
    match found {
        Some(next) => range::trailing(scan, next, out),
        None => after(at, 1),
    }
}

/// The expression at one token: pushed, and the token after it given.
fn at_token(scan: &Scan<'_>, at: usize, out: &mut Vec<Found>) -> Option<usize> {
    let prefix = prefix::read(scan, at);
    if let Some(next) = prefix.part.and_then(|part| part_of_range(scan, at, &prefix, part, out)) {
        return Some(next);
    }
    let with_prefix = rules::core(scan, prefix.next).and_then(|core| {
        let (core, modifier) = join(&prefix, core)?;
        let article = prefix.next == after(at, 1) && prefix.the;
        let start = if article && article::is_of_noun(scan, prefix.next, &core) { prefix.next } else { at };
        Some((start, core, modifier))
    });
    // A prefix may have eaten the core's own first word: "the second half", "some 40 days".
    let (start, core, modifier) =
        with_prefix.or_else(|| Some((at, (prefix.next > at).then(|| rules::core(scan, at))??, None)))?;
    let apostrophe = scan.before(start).filter(|b| is_apostrophe_year(scan, *b, start));
    let start = apostrophe.unwrap_or(start);
    out.push(Found { tokens: start..core.next, phrase: core.phrase, modifier, rule: core.rule });
    Some(core.next)
}

/// "the night of 3-4 May": the part of the day is the first day's.
fn part_of_range(
    scan: &Scan<'_>,
    at: usize,
    prefix: &Prefix,
    part: DayPart,
    out: &mut Vec<Found>,
) -> Option<usize> {
    let next = range::leading(scan, prefix.next, out)?;
    let first = out.last_mut()?;
    first.tokens.start = at;
    if let Some(phrase) = on_day(first.phrase, Time::Part(part)) {
        first.phrase = phrase;
    }
    Some(next)
}

/// The apostrophe of "'90s" belongs to the expression.
fn is_apostrophe_year(scan: &Scan<'_>, before: usize, at: usize) -> bool {
    let mark = matches!(scan.shape(before), Some(Shape::Apostrophe) | Some(Shape::Quote));
    mark && scan.glued(at) && !scan.glued(before) && matches!(scan.word(at), Word::Digits)
}

/// The core with what its prefix says; `None` where the two do not go together.
fn join(prefix: &Prefix, core: Core) -> Option<(Core, Option<Modifier>)> {
    let is_length = matches!(core.phrase, Phrase::Length(_));
    let is_shift_of_amount = core.rule == "shift.ago" || core.rule == "shift.later";
    if prefix.amounts_only && !is_length && !is_shift_of_amount {
        return None;
    }
    if matches!(core.phrase, Phrase::Set(_)) && prefix.edge.is_some() {
        return None;
    }
    let mut core = core;
    if let Some(part) = prefix.part {
        core.phrase = on_day(core.phrase, Time::Part(part))?;
    }
    if let Some(half) = prefix.half {
        core.phrase = half_of(core.phrase, half)?;
    }
    if prefix.edge.is_some() && is_length && prefix.linked {
        return None;
    }
    let edge = prefix.edge.map(|edge| match edge {
        Edge::Start | Edge::Earlier => Modifier::Start,
        Edge::Mid => Modifier::Mid,
        Edge::End | Edge::Later => Modifier::End,
    });
    Some((core, edge.or(prefix.about)))
}

/// A day with a time of day.
fn on_day(phrase: Phrase, time: Time) -> Option<Phrase> {
    match phrase {
        Phrase::Date(fields)
            if fields.day.is_some()
                || fields.weekday.is_some()
                || matches!(fields.stretch, Some(Stretch::Holiday(_))) =>
        {
            Some(Phrase::Date(Fields { time: Some(time), ..fields }))
        }
        Phrase::Shift(shift) if shift.unit == Unit::Day => {
            Some(Phrase::Shift(Shift { time: Some(time), ..shift }))
        }
        _ => None,
    }
}

/// Half of a year.
fn half_of(phrase: Phrase, half: u8) -> Option<Phrase> {
    let stretch = Some(Stretch::Half(half));
    match phrase {
        Phrase::Date(fields)
            if fields.year.is_some() && fields.month.is_none() && fields.stretch.is_none() =>
        {
            Some(Phrase::Date(Fields { stretch, ..fields }))
        }
        Phrase::Date(fields) => Some(Phrase::Date(fields)),
        Phrase::Shift(Shift { unit: Unit::Year, by: Some(by), from, .. }) => {
            let by = i8::try_from(by).ok()?;
            let year = if from == From::Mention { Year::FromMention(by) } else { Year::FromNow(by) };
            Some(Phrase::Date(Fields { stretch, year: Some(year), ..Fields::default() }))
        }
        Phrase::Shift(shift) => Some(Phrase::Shift(shift)),
        _ => None,
    }
}
