//! Days: "March 3" and "the 3rd", and the year and month they stand in.

use chrono::NaiveDate;

use super::context::{Context, Resolved, direction, year_for_month, year_of};
use super::tense::Tense;
use crate::date::phrase::{Fields, Pick};
use crate::date::value::{Calendar, Value, Within, calendar};
use crate::date::{Anchor, DatePolicy, Direction};

/// Days before publication to which a day without a year reaches back. Of 146 such days in annotated news
/// 97.3 % fall in this window; windows of 90 to 150 days ahead do nearly as well.
const DAYS_BACK: i64 = 245;
/// Days after publication to which it reaches ahead.
const DAYS_AHEAD: i64 = 120;
/// Days since which a thing that a future verb tells of may be under way: "is to run from January 23", said on
/// the 28th.
const DAYS_UNDER_WAY: i64 = 60;

/// Month and day, with or without a year.
pub(super) fn of_year(month: u8, day: u8, fields: Fields, context: &Context<'_>) -> Resolved {
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
pub(super) fn of_month(day: u8, fields: Fields, context: &Context<'_>) -> Resolved {
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
