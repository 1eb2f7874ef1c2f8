//! Days of the week: the one meant, and the second reading.

use chrono::NaiveDate;

use super::context::{Context, Resolved, direction, of_day};
use super::tense::Tense;
use crate::date::phrase::{Fields, Pick};
use crate::date::value::{Calendar, Value, Within, calendar};
use crate::date::{Anchor, DatePolicy, Direction};

/// The first day of the week.
const MONDAY: u8 = 1;

/// A day of the week.
pub(super) fn near(weekday: u8, fields: Fields, context: &Context<'_>) -> Resolved {
    let history = context.history && fields.pick == Pick::Plain && context.tense != Tense::Will;
    let mentioned = || context.day.and_then(|m| Some((m.day()?, Anchor::Mention(m.index))));
    let base = match fields.pick {
        Pick::Mention(_) => mentioned().or_else(|| Some((context.now?, context.now_is))),
        // A life told in years opens with the day of its end: "died Friday" before any other day is of the news.
        _ if history => mentioned().or_else(|| Some((context.now?, context.now_is))),
        _ => context.now.map(|now| (now, context.now_is)),
    };
    let unknown = || {
        let value = Calendar::new(None, Within::Weekday(None, weekday)).at(fields.time);
        Resolved::new(value, Anchor::None, 60)
    };
    let Some((now, anchor)) = base else { return unknown() };
    let Some((day, other)) = pick(weekday, now, fields.pick, history, context) else {
        return unknown();
    };
    let direction = direction(now, day);
    let percent = if direction == Direction::Future { 80 } else { 92 };
    let resolved = Resolved::new(of_day(day).at(fields.time), anchor, percent).counted();
    let other = other.map(|day| Value::from(of_day(day).at(fields.time)));
    Resolved { direction: Some(direction), ..resolved.or(other) }
}

/// The day meant, and the second reading.
fn pick(
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
        Pick::InWeek(by) => {
            let days = i64::from(by).saturating_mul(7).saturating_add(i64::from(weekday)).saturating_sub(1);
            (calendar::on_or_before(now, MONDAY).and_then(|monday| calendar::add_days(monday, days)), None)
        }
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
