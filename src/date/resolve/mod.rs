//! From what an expression says to what it means on the day it was written.
//!
//! One file a kind of expression, each after the same pattern: fields and [`Context`] in, [`Resolved`] out. The
//! policies and their measured accuracy stand in `docs/dates.md`.

mod anchor;
mod context;
mod day;
mod feast;
mod month;
mod order;
mod published;
mod relative;
mod stretch;
mod tense;
mod timeline;
mod weekday;

use super::phrase::{Fields, Found, Phrase};
use super::read::Word;
use super::value::{Calendar, Reference, Time, Value, Within};
use super::{Anchor, Date, DateKind, DatePolicy, Published};
use crate::doc::Doc;
use context::{Context, Resolved, of_day, year_of};

/// The dates that a document's expressions mean, and its publication date.
pub(super) fn resolve(
    doc: &Doc<'_>,
    words: &[Word],
    found: &[Found],
    policy: DatePolicy,
) -> (Vec<Date>, Option<Published>) {
    let day_first = order::day_first(doc, words, found);
    let stated = published::stated(doc, found, day_first);
    // Known by its own line, too, it tells which years are far: in an obituary "Friday" is of this week.
    let history = anchor::is_history(found, stated.map(|published| published.date));
    let published =
        stated.or_else(|| if history { None } else { published::from_text(doc, found, day_first) });
    (timeline::resolve(doc, words, found, published, policy, (history, day_first)), published)
}

/// The meaning of a phrase.
fn meaning(phrase: &Phrase, context: &Context<'_>) -> Resolved {
    match *phrase {
        Phrase::Date(fields) => date(fields, context),
        Phrase::Shift(shift) => relative::shift(shift, context),
        Phrase::Length(length) => Resolved::new(length, Anchor::None, 95),
        Phrase::Set(value) => Resolved { kind: DateKind::Set, ..Resolved::new(value, Anchor::None, 90) },
        Phrase::Vague(reference) => Resolved {
            relative: reference != Reference::Past,
            ..Resolved::new(Value::Reference(reference), Anchor::None, 90)
        },
    }
}

/// A date by its fields.
fn date(fields: Fields, context: &Context<'_>) -> Resolved {
    let fields = order::kept(fields, context.day_first);
    let alone = fields.month.is_none()
        && fields.day.is_none()
        && fields.weekday.is_none()
        && fields.stretch.is_none();
    if alone && fields.year.is_none() {
        return time_alone(fields.time, context);
    }
    if let Some(stretch) = fields.stretch {
        return stretch::resolve(stretch, fields, context);
    }
    match (fields.month, fields.day, fields.weekday) {
        (Some(month), Some(day), _) => day::of_year(month, day, fields, context),
        (Some(month), None, _) => month::of_year(month, fields, context),
        (None, Some(day), None) => day::of_month(day, fields, context),
        (None, _, Some(weekday)) => weekday::near(weekday, fields, context),
        _ => whole_year(fields, context),
    }
}

/// A time of day without a day: that of the day last mentioned nearby, else today's.
fn time_alone(time: Option<Time>, context: &Context<'_>) -> Resolved {
    let near =
        context.day.filter(|m| context.history || m.sentence == context.sentence || m.part == context.part);
    let at_night = matches!(time, Some(Time::Part(_)));
    if at_night {
        return Resolved::new(Calendar::new(None, Within::Day(None, None)).at(time), Anchor::None, 70);
    }
    let (day, anchor) = match near.and_then(|m| Some((m.day()?, Anchor::Mention(m.index)))) {
        Some((day, anchor)) => (Some(day), anchor),
        None if context.history => (None, Anchor::None),
        None => (context.now, context.now_is),
    };
    match day {
        Some(day) => Resolved::new(of_day(day).at(time), anchor, 75).counted(),
        None => Resolved::new(Calendar::new(None, Within::Day(None, None)).at(time), Anchor::None, 70),
    }
}

fn whole_year(fields: Fields, context: &Context<'_>) -> Resolved {
    match year_of(fields, context) {
        Some((year, anchor)) => {
            Resolved::new(Calendar::new(Some(year), Within::Year).at(fields.time), anchor, 95)
        }
        None => Resolved::new(Calendar::new(None, Within::Year), Anchor::None, 50),
    }
}
