//! Holidays: which year's is meant, and its day.

use chrono::NaiveDate;

use super::context::{Context, Resolved, direction, of_day, year_in_force, year_of};
use crate::date::holiday::{Holiday, Rule};
use crate::date::phrase::{Fields, Pick};
use crate::date::value::{Calendar, Within, calendar};
use crate::date::{Anchor, DatePolicy};

pub(super) fn of_holiday(holiday: Holiday, fields: Fields, context: &Context<'_>) -> Resolved {
    let month_only = matches!(holiday.rule, Rule::IslamicMonth(_));
    let value = |day: NaiveDate| {
        let value = of_day(day).at(fields.time);
        if month_only { Calendar::new(value.year, Within::Month(Some(calendar::month(day)))) } else { value }
    };
    let percent = if holiday.is_estimate() { 60 } else { 90 };
    if let Some((year, anchor)) = year_of(fields, context).or_else(|| year_in_force(context)) {
        return match holiday.in_year(year) {
            Some(day) => Resolved {
                relative: anchor != Anchor::Explicit,
                ..Resolved::new(value(day), anchor, percent)
            },
            None => Resolved::new(Calendar::new(Some(year), Within::Year), anchor, 40),
        };
    }
    let near = context.now.and_then(|now| Some((now, near_holiday(holiday, now, fields.pick, context)?)));
    let Some((now, day)) = near else {
        let (month, day) = holiday.fixed().unzip();
        return Resolved::new(Calendar::new(None, Within::Day(month, day)).at(fields.time), Anchor::None, 60);
    };
    let resolved = Resolved::new(value(day), context.now_is, percent).counted();
    Resolved { direction: Some(direction(now, day)), ..resolved }
}

/// Days before a holiday in which a past verb does not make it the one of a year ago: "announced a truce over
/// Christmas" in mid-December.
const EVE: i64 = 30;

fn is_near(now: NaiveDate, next: Option<NaiveDate>) -> bool {
    next.is_some_and(|day| calendar::days_between(now, day) <= EVE)
}

/// The holiday nearest to now, as pick, policy and tense direct.
fn near_holiday(holiday: Holiday, now: NaiveDate, pick: Pick, context: &Context<'_>) -> Option<NaiveDate> {
    let year = calendar::year(now);
    let days = || (-1..=1).filter_map(|step| holiday.in_year(year.checked_add(step)?));
    let past = || days().filter(|day| *day <= now).max();
    let future = || days().filter(|day| *day >= now).min();
    match (pick, context.policy, context.tense) {
        (Pick::Last, ..) => days().filter(|day| *day < now).max(),
        (Pick::Next, ..) => days().filter(|day| *day > now).min(),
        (Pick::This, ..) => holiday.in_year(year),
        (_, DatePolicy::Past, _) => past(),
        (_, DatePolicy::Future, _) => future(),
        (_, _, tense) if tense.is_ahead() => future(),
        (_, _, tense) if tense.is_past() && !is_near(now, future()) => past(),
        _ => days().min_by_key(|day| calendar::days_between(now, *day).abs()),
    }
}
