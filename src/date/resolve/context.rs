//! What is known where an expression stands, and what it was found to mean.

use chrono::NaiveDate;

use super::anchor::Mention;
use super::tense::Tense;
use crate::date::phrase::{Fields, Year};
use crate::date::value::{Calendar, Granularity, Season, Unit, Value, Within, calendar};
use crate::date::{Anchor, DateKind, DatePolicy, Direction};
/// Months after publication to which a month without a year reaches ahead (88.5 % of 87).
pub(super) const MONTHS_AHEAD: i64 = 4;

/// Months that a story may step back within its year; a month further back is the next year's.
const STORY_BACK: i64 = -8;

/// What an expression means, and how that was found.
#[derive(Clone, Copy, Debug)]
pub(super) struct Resolved {
    pub(super) kind: DateKind,
    pub(super) value: Value,
    pub(super) anchor: Anchor,
    pub(super) direction: Option<Direction>,
    pub(super) alternative: Option<Value>,
    pub(super) impossible: bool,
    pub(super) relative: bool,
    pub(super) percent: u8,
}

impl Resolved {
    pub(super) fn new(value: impl Into<Value>, anchor: Anchor, percent: u8) -> Self {
        let value = value.into();
        let kind = match value {
            Value::Calendar(Calendar { time: Some(_), .. }) => DateKind::Time,
            Value::Duration(_) => DateKind::Duration,
            _ => DateKind::Date,
        };
        Self {
            kind,
            value,
            anchor,
            direction: None,
            alternative: None,
            impossible: false,
            relative: false,
            percent,
        }
    }

    pub(super) fn counted(self) -> Self {
        Self { relative: true, ..self }
    }

    pub(super) fn or(self, alternative: Option<Value>) -> Self {
        Self { alternative, ..self }
    }
}

/// What is known at one expression.
#[derive(Clone, Copy, Debug)]
pub(super) struct Context<'m> {
    pub(super) now: Option<NaiveDate>,
    /// What `now` is: the publication date, or a caption's or dateline's own date.
    pub(super) now_is: Anchor,
    pub(super) policy: DatePolicy,
    pub(super) history: bool,
    pub(super) day_first: bool,
    /// The date last mentioned.
    pub(super) mention: Option<&'m Mention>,
    /// The day last mentioned.
    pub(super) day: Option<&'m Mention>,
    /// The year last written out, for history.
    pub(super) year: Option<&'m Mention>,
    /// The grain of the period last compared in this paragraph: a quarter.
    pub(super) quarter: Option<(i32, u8)>,
    pub(super) sentence: usize,
    pub(super) part: usize,
    pub(super) tense: Tense,
    /// The word before, where it decides.
    pub(super) after_for: bool,
    pub(super) has_edge: bool,
    /// Whether "ended" or "ending" follows.
    pub(super) ends: bool,
}

impl Context<'_> {
    /// The last quarter that is over at `now`.
    pub(super) fn last_quarter(&self) -> Option<(i32, u8)> {
        let now = self.now?;
        calendar::shift_quarter(calendar::year(now), calendar::quarter_of(calendar::month(now)), -1)
    }

    /// The quarter that the text speaks of; without one, or where that one is not over, the last that is.
    pub(super) fn told_quarter(&self) -> Option<(i32, u8)> {
        let last = self.last_quarter();
        self.quarter.filter(|told| last.is_none_or(|last| *told <= last)).or(last)
    }
}

pub(super) fn of_day(day: NaiveDate) -> Calendar {
    let within = Within::Day(Some(calendar::month(day)), Some(calendar::day_of_month(day)));
    Calendar::new(Some(calendar::year(day)), within)
}

/// The year that the fields name or count to, with its anchor.
pub(super) fn year_of(fields: Fields, context: &Context<'_>) -> Option<(i32, Anchor)> {
    match fields.year? {
        Year::Is(year) => Some((year, Anchor::Explicit)),
        Year::FromNow(by) => {
            let now = calendar::year(context.now?);
            Some((calendar::add_years(now, i64::from(by))?, context.now_is))
        }
        Year::FromMention(by) => {
            let (year, anchor) = mentioned_year(context)?;
            Some((calendar::add_years(year, i64::from(by))?, anchor))
        }
    }
}

/// The year last mentioned; without any, the year of publication.
pub(super) fn mentioned_year(context: &Context<'_>) -> Option<(i32, Anchor)> {
    let told = if context.history { context.year } else { context.mention };
    match told.filter(|m| m.value.year.is_some()) {
        Some(mention) => Some((mention.value.year?, Anchor::Mention(mention.index))),
        None => Some((calendar::year(context.now?), context.now_is)),
    }
}

/// The year that history goes on in, or that the same sentence has named.
pub(super) fn year_in_force(context: &Context<'_>) -> Option<(i32, Anchor)> {
    let mention = match context.history {
        // "The bridge will open by May": the writer's own future, whatever the story has reached.
        true => context.year.filter(|_| context.tense != Tense::Will),
        false => {
            let ahead = context.tense.is_ahead();
            context.year.filter(|m| !ahead && m.sentence == context.sentence && m.explicit)
        }
    };
    let mention = mention?;
    Some((mention.value.year?, Anchor::Mention(mention.index)))
}

/// The year in force for a month: a story that has reached December goes on in January of the next year.
pub(super) fn year_for_month(month: u8, context: &Context<'_>) -> Option<(i32, Anchor)> {
    let (year, anchor) = year_in_force(context)?;
    let told = context.year.and_then(Mention::month).filter(|_| context.history);
    let ahead = told.map_or(0, |(_, told)| i64::from(month).saturating_sub(i64::from(told)));
    let step = i64::from(ahead < STORY_BACK);
    Some((calendar::add_years(year, step)?, anchor))
}

pub(super) fn direction(now: NaiveDate, day: NaiveDate) -> Direction {
    match day.cmp(&now) {
        std::cmp::Ordering::Less => Direction::Past,
        std::cmp::Ordering::Equal => Direction::Present,
        std::cmp::Ordering::Greater => Direction::Future,
    }
}

/// The season's year at `now`: its last beginning no more than four months ahead.
pub(super) fn season_year(season: Season, now: NaiveDate) -> i32 {
    let year = calendar::year(now);
    let ahead = i64::from(calendar::first_month(season)).saturating_sub(i64::from(calendar::month(now)));
    if ahead > MONTHS_AHEAD { year.saturating_sub(1) } else { year }
}

/// Whether a value can be counted from: a calendar value of a known year.
pub(super) fn can_anchor(value: &Value) -> Option<Calendar> {
    value
        .calendar()
        .filter(|calendar| calendar.year.is_some() && calendar.granularity() < Granularity::Century)
}

/// Whether a shift of this kind moves by whole calendar units.
pub(super) const fn is_calendar_unit(unit: Unit) -> bool {
    !matches!(unit, Unit::Second | Unit::Minute | Unit::Hour)
}
