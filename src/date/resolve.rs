//! From what an expression says to what it means on the day it was written.
//!
//! The policies and their measured accuracy stand in `docs/dates.md`.

use chrono::NaiveDate;

use super::anchor::Mention;
use super::calendar;
use super::phrase::{Fields, Phrase, Pick, Year};
use super::tense::Tense;
use super::value::{Calendar, Reference, Season, Time, Unit, Value, Within};
use super::{Anchor, DateKind, DatePolicy, Direction};
use super::{relative, value::Granularity};

/// Days before publication to which a day without a year reaches back. Of 146 such days in annotated news
/// 97.3 % fall in this window; windows of 90 to 150 days ahead do nearly as well.
const DAYS_BACK: i64 = 245;
/// Days after publication to which it reaches ahead.
const DAYS_AHEAD: i64 = 120;
/// Days since which a thing that a future verb tells of may be under way: "is to run from January 23", said on
/// the 28th.
const DAYS_UNDER_WAY: i64 = 60;
/// Months after publication to which a month without a year reaches ahead (88.5 % of 87).
const MONTHS_AHEAD: i64 = 4;

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

/// The meaning of a phrase.
pub(super) fn resolve(phrase: &Phrase, context: &Context<'_>) -> Resolved {
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
    let fields = in_order(fields, context);
    let alone = fields.month.is_none()
        && fields.day.is_none()
        && fields.weekday.is_none()
        && fields.stretch.is_none();
    if alone && fields.year.is_none() {
        return time_alone(fields.time, context);
    }
    if let Some(stretch) = fields.stretch {
        return super::stretch::resolve(stretch, fields, context);
    }
    match (fields.month, fields.day, fields.weekday) {
        (Some(month), Some(day), _) => day_of_year(month, day, fields, context),
        (Some(month), None, _) => month_of_year(month, fields, context),
        (None, Some(day), None) => day_of_month(day, fields, context),
        (None, _, Some(weekday)) => weekday_near(weekday, fields, context),
        _ => whole_year(fields, context),
    }
}

/// Day and month as the article's own numeric dates order them.
fn in_order(fields: Fields, context: &Context<'_>) -> Fields {
    if fields.swappable && context.day_first {
        return Fields { month: fields.day, day: fields.month, ..fields };
    }
    fields
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

fn whole_year(fields: Fields, context: &Context<'_>) -> Resolved {
    match year_of(fields, context) {
        Some((year, anchor)) => {
            Resolved::new(Calendar::new(Some(year), Within::Year).at(fields.time), anchor, 95)
        }
        None => Resolved::new(Calendar::new(None, Within::Year), Anchor::None, 50),
    }
}

/// Month and day, with or without a year.
fn day_of_year(month: u8, day: u8, fields: Fields, context: &Context<'_>) -> Resolved {
    let within = Within::Day(Some(month), Some(day));
    let value = |year| Calendar::new(Some(year), within).at(fields.time);
    let swapped = |year| Calendar::new(Some(year), Within::Day(Some(day), Some(month)));
    let exists = |year| calendar::day(year, month, day).is_some();
    if let Some((year, anchor)) = year_of(fields, context) {
        let other = fields.swappable.then(|| Value::from(swapped(year)));
        let sure = Resolved::new(value(year), anchor, if fields.swappable { 70 } else { 98 }).or(other);
        return Resolved {
            impossible: year > 0 && !exists(year),
            relative: anchor != Anchor::Explicit,
            ..sure
        };
    }
    // A day that no year has.
    let never = calendar::day(2000, month, day).is_none();
    let near = if never { None } else { near_day(month, day, fields, context) };
    let Some((year, anchor)) = near else {
        let year = context.now.map(calendar::year);
        let partial =
            Resolved::new(Calendar::new(year.filter(|_| never), within).at(fields.time), Anchor::None, 60);
        return Resolved { impossible: never, ..partial };
    };
    let direction = context.now.and_then(|now| Some(direction(now, calendar::day(year, month, day)?)));
    let other = if direction == Some(Direction::Future) { year.checked_sub(1) } else { year.checked_add(1) };
    let other = other.filter(|y| exists(*y)).map(|y| Value::from(value(y)));
    let resolved = Resolved::new(value(year), anchor, 95).or(other).counted();
    Resolved { direction, impossible: !exists(year), ..resolved }
}

/// "the 3rd": of the month last told of nearby, else of the latest month in which that day is not to come.
fn day_of_month(day: u8, fields: Fields, context: &Context<'_>) -> Resolved {
    let value = |(year, month)| Calendar::new(Some(year), Within::Day(Some(month), Some(day)));
    let told = context.mention.filter(|m| context.history || m.part == context.part || m.explicit);
    let told = told.and_then(|m| Some((m.month()?, Anchor::Mention(m.index))));
    let now = context.now.map(|now| (calendar::year(now), calendar::month(now)));
    let by = match fields.pick {
        Pick::Last => -1,
        Pick::Next => 1,
        Pick::Plain if told.is_none() => {
            let today = context.now.map_or(31, calendar::day_of_month);
            match context.tense {
                tense if tense.is_ahead() => i64::from(day < today),
                _ => i64::from(day <= today).saturating_sub(1),
            }
        }
        _ => 0,
    };
    let base = match fields.pick {
        Pick::Plain | Pick::Mention(_) => told.or_else(|| Some((now?, context.now_is))),
        _ => now.map(|now| (now, context.now_is)),
    };
    let found =
        base.and_then(|((year, month), anchor)| Some((calendar::shift_month(year, month, by)?, anchor)));
    match found {
        Some((month, anchor)) => Resolved {
            impossible: month.0 > 0 && calendar::day(month.0, month.1, day).is_none(),
            ..Resolved::new(value(month), anchor, 80).counted()
        },
        None => Resolved::new(Calendar::new(None, Within::Day(None, Some(day))), Anchor::None, 60),
    }
}

pub(super) fn direction(now: NaiveDate, day: NaiveDate) -> Direction {
    match day.cmp(&now) {
        std::cmp::Ordering::Less => Direction::Past,
        std::cmp::Ordering::Equal => Direction::Present,
        std::cmp::Ordering::Greater => Direction::Future,
    }
}

/// The year of a day without one.
fn near_day(month: u8, day: u8, fields: Fields, context: &Context<'_>) -> Option<(i32, Anchor)> {
    if fields.pick == Pick::Plain {
        if let Some(in_force) = year_for_month(month, context) {
            return Some(in_force);
        }
    }
    let (now, anchor) = match fields.pick {
        Pick::Mention(_) => match context.day.and_then(|m| Some((m.day()?, Anchor::Mention(m.index)))) {
            Some(found) => found,
            None => (context.now?, context.now_is),
        },
        _ => (context.now?, context.now_is),
    };
    let year = calendar::year(now);
    let candidate = |step: i32| year.checked_add(step).and_then(|y| calendar::day(y, month, day));
    // February 29 may be four years off.
    let back = || (-8..=0).rev().filter_map(candidate);
    let ahead = || (0..=8).filter_map(candidate);
    if let Some(weekday) = fields.weekday {
        let fits = |date: &NaiveDate| {
            calendar::weekday(*date) == weekday && calendar::days_between(now, *date).abs() < 400
        };
        if let Some(date) = (-1..=1).filter_map(candidate).find(fits) {
            return Some((calendar::year(date), anchor));
        }
    }
    let latest = |limit: NaiveDate| ahead().chain(back()).filter(|d| *d <= limit).max();
    let earliest = |limit: NaiveDate| back().chain(ahead()).filter(|d| *d >= limit).min();
    let found = match (fields.pick, context.policy) {
        (Pick::Last | Pick::Mention(-1), _) => latest(calendar::add_days(now, -1)?),
        (Pick::Next | Pick::Mention(1), _) => earliest(calendar::add_days(now, 1)?),
        (Pick::This, _) => candidate(0),
        (_, DatePolicy::Past) => latest(now),
        (_, DatePolicy::Future) => earliest(now),
        _ => {
            let usual = latest(calendar::add_days(now, DAYS_AHEAD)?);
            if context.tense == Tense::Over {
                return Some((calendar::year(latest(now)?), anchor));
            }
            // "will open on December 11", said in May.
            let long_ago = |day| calendar::days_between(day, now) > DAYS_UNDER_WAY;
            let missed = context.tense.is_ahead() && usual.is_some_and(long_ago);
            if missed { earliest(now) } else { usual }
        }
    };
    Some((calendar::year(found?), anchor))
}

/// The occurrence of a month and day in the window around `now`.
pub(super) fn after_or_near(now: NaiveDate, month: u8, day: u8) -> Option<NaiveDate> {
    let from = calendar::add_days(now, DAYS_BACK.checked_neg()?)?;
    let until = calendar::add_days(now, DAYS_AHEAD)?;
    let year = calendar::year(now);
    (-1..=1)
        .filter_map(|step| calendar::day(year.checked_add(step)?, month, day))
        .find(|d| from < *d && *d <= until)
}

/// A month, with or without a year.
fn month_of_year(month: u8, fields: Fields, context: &Context<'_>) -> Resolved {
    let value = |year| Calendar::new(Some(year), Within::Month(Some(month)));
    if let Some((year, anchor)) = year_of(fields, context) {
        return Resolved { relative: anchor != Anchor::Explicit, ..Resolved::new(value(year), anchor, 97) };
    }
    if fields.pick == Pick::Plain {
        if let Some((year, anchor)) = year_for_month(month, context) {
            return Resolved::new(value(year), anchor, 85).counted();
        }
    }
    let (base, anchor) =
        match (fields.pick, context.mention.and_then(|m| Some((m.month()?, Anchor::Mention(m.index))))) {
            (Pick::Mention(_), Some((base, anchor))) => (Some(base), anchor),
            _ => (context.now.map(|now| (calendar::year(now), calendar::month(now))), context.now_is),
        };
    let Some((now_year, now_month)) = base else {
        return Resolved::new(Calendar::new(None, Within::Month(Some(month))), Anchor::None, 60);
    };
    let ahead = i64::from(month).saturating_sub(i64::from(now_month));
    let step = match (fields.pick, context.policy) {
        (Pick::Last | Pick::Mention(-1), _) => i32::from(ahead < 0).saturating_sub(1),
        (Pick::Next | Pick::Mention(1), _) => i32::from(ahead <= 0),
        (Pick::This | Pick::Mention(_), _) => 0,
        (_, DatePolicy::Past) => i32::from(ahead <= 0).saturating_sub(1),
        (_, DatePolicy::Future) => i32::from(ahead < 0),
        (Pick::Plain, _) if context.tense.is_past() => i32::from(ahead <= 0).saturating_sub(1),
        (Pick::Plain, _) if context.tense.is_ahead() => i32::from(ahead < 0),
        // The latest occurrence that begins no more than four months ahead.
        _ if ahead > MONTHS_AHEAD => -1,
        _ if ahead.saturating_add(12) <= MONTHS_AHEAD => 1,
        _ => 0,
    };
    let Some(year) = now_year.checked_add(step) else { return Resolved::new(value(now_year), anchor, 50) };
    let other = if step < 0 || ahead <= 0 { year.checked_add(1) } else { year.checked_sub(1) };
    let direction = match (year, month).cmp(&(now_year, now_month)) {
        std::cmp::Ordering::Less => Direction::Past,
        std::cmp::Ordering::Equal => Direction::Present,
        std::cmp::Ordering::Greater => Direction::Future,
    };
    let resolved = Resolved::new(value(year), anchor, 88).or(other.map(|y| Value::from(value(y)))).counted();
    Resolved { direction: Some(direction), ..resolved }
}

/// A day of the week.
fn weekday_near(weekday: u8, fields: Fields, context: &Context<'_>) -> Resolved {
    let history = context.history && fields.pick == Pick::Plain && context.tense != Tense::Will;
    let mentioned = || context.day.and_then(|m| Some((m.day()?, Anchor::Mention(m.index))));
    let base = match fields.pick {
        Pick::Mention(_) => mentioned().or_else(|| Some((context.now?, context.now_is))),
        _ if history => mentioned(),
        _ => context.now.map(|now| (now, context.now_is)),
    };
    let unknown = || {
        let value = Calendar::new(None, Within::Weekday(None, weekday)).at(fields.time);
        Resolved::new(value, Anchor::None, 60)
    };
    let Some((now, anchor)) = base else { return unknown() };
    let Some((day, other)) = pick_weekday(weekday, now, fields.pick, history, context) else {
        return unknown();
    };
    let direction = direction(now, day);
    let percent = if direction == Direction::Future { 80 } else { 92 };
    let resolved = Resolved::new(of_day(day).at(fields.time), anchor, percent).counted();
    let other = other.map(|day| Value::from(of_day(day).at(fields.time)));
    Resolved { direction: Some(direction), ..resolved.or(other) }
}

/// The day meant, and the second reading.
fn pick_weekday(
    weekday: u8,
    now: NaiveDate,
    pick: Pick,
    history: bool,
    context: &Context<'_>,
) -> Option<(NaiveDate, Option<NaiveDate>)> {
    let past = calendar::on_or_before(now, weekday);
    let future = calendar::on_or_after(now, weekday);
    let before = calendar::add_days(now, -1).and_then(|day| calendar::on_or_before(day, weekday));
    let after = calendar::add_days(now, 1).and_then(|day| calendar::on_or_after(day, weekday));
    let (day, other) = match pick {
        Pick::Last | Pick::Mention(-1) => (before, past),
        Pick::Next | Pick::Mention(1) => (after, after.and_then(|day| calendar::add_days(day, 7))),
        Pick::WeekOn => (after.and_then(|day| calendar::add_days(day, 7)), None),
        Pick::This => match context.tense {
            tense if tense.is_past() => (past, future),
            _ => (future, past),
        },
        Pick::Mention(_) => (future, past),
        Pick::Plain if history => (future, past),
        Pick::Plain => match (context.policy, context.tense) {
            (DatePolicy::Past, _) => (past, after),
            (DatePolicy::Future, _) => (future, before),
            (_, tense) if tense.is_ahead() => (after.filter(|_| past != Some(now)).or(future), past),
            _ => (past, after),
        },
    };
    Some((day?, other))
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
