//! Months, with or without their year.

use super::context::{Context, MONTHS_AHEAD, Resolved, year_for_month, year_of};
use crate::date::phrase::{Fields, Pick};
use crate::date::value::{Calendar, Value, Within, calendar};
use crate::date::{Anchor, DatePolicy, Direction};

/// A month, with or without a year.
pub(super) fn of_year(month: u8, fields: Fields, context: &Context<'_>) -> Resolved {
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
