//! Quarters, halves, seasons, weeks of a month, nth weekdays and holidays: their year and value.

use chrono::NaiveDate;

use super::anchor::Mention;
use super::context::{Context, Resolved, of_day, season_year, year_in_force, year_of};
use super::feast;
use crate::date::phrase::{Fields, Pick, Stretch};
use crate::date::value::calendar;
use crate::date::value::{Calendar, Season, Value, Within};
use crate::date::{Anchor, DatePolicy};

/// The meaning of a stretch.
pub(super) fn resolve(stretch: Stretch, fields: Fields, context: &Context<'_>) -> Resolved {
    match stretch {
        Stretch::Century => whole(Within::Century, fields, context),
        Stretch::Decade => whole(Within::Decade, fields, context),
        Stretch::Half(n) => half(n, fields, context),
        Stretch::Quarter(n) => quarter(n, fields, context),
        Stretch::Season(season) => season_of(season, fields, context),
        Stretch::Week(n) => week_of(n, fields, context),
        Stretch::NthWeekday(n) => nth_weekday(n, fields, context),
        Stretch::IsoWeek(n) => iso_week(n, fields, context),
        Stretch::Holiday(holiday) => feast::of_holiday(holiday, fields, context),
    }
}

fn whole(within: Within, fields: Fields, context: &Context<'_>) -> Resolved {
    let year = year_of(fields, context);
    let anchor = year.map_or(Anchor::None, |(_, anchor)| anchor);
    Resolved::new(Calendar::new(year.map(|(year, _)| year), within), anchor, 90)
}

/// The year named, in force, or last begun: `before(year of now)` says whether the stretch had begun.
fn year_near(
    fields: Fields,
    context: &Context<'_>,
    begun: impl Fn(NaiveDate) -> bool,
) -> Option<(i32, Anchor, bool)> {
    if let Some((year, anchor)) = year_of(fields, context) {
        return Some((year, anchor, anchor != Anchor::Explicit));
    }
    if let Some((year, anchor)) = year_in_force(context) {
        return Some((year, anchor, true));
    }
    let now = context.now?;
    let year = calendar::year(now);
    let year = if begun(now) { year } else { year.checked_sub(1)? };
    Some((year, context.now_is, true))
}

fn half(n: u8, fields: Fields, context: &Context<'_>) -> Resolved {
    let near = year_near(fields, context, |now| n == 1 || calendar::month(now) > 6);
    finish(near, Within::Half(Some(n)), fields)
}

/// A quarter of the business year: the latest that had begun (79 of 81).
fn quarter(n: u8, fields: Fields, context: &Context<'_>) -> Resolved {
    if n == 0 {
        let told = context.told_quarter().map(|(_, quarter)| quarter);
        return finish(year_near(fields, context, |_| true), Within::Quarter(told), fields);
    }
    let first = n.saturating_sub(1).saturating_mul(3).saturating_add(1);
    let near = year_near(fields, context, |now| first <= calendar::month(now));
    finish(near, Within::Quarter(Some(n)), fields)
}

fn finish(near: Option<(i32, Anchor, bool)>, within: Within, fields: Fields) -> Resolved {
    match near {
        Some((year, anchor, relative)) => {
            let resolved = Resolved::new(Calendar::new(Some(year), within).at(fields.time), anchor, 90);
            Resolved { relative, ..resolved }
        }
        None => Resolved::new(Calendar::new(None, within), Anchor::None, 60),
    }
}

fn season_of(season: Season, fields: Fields, context: &Context<'_>) -> Resolved {
    let within = Within::Season(season);
    let value = |year| Calendar::new(Some(year), within);
    if fields.year.is_some() {
        return finish(year_near(fields, context, |_| true), within, fields);
    }
    if let Pick::Mention(by) = fields.pick {
        let mention = context.mention.and_then(|m| Some((m.value.year?, Anchor::Mention(m.index))));
        if let Some((year, anchor)) = mention {
            let year = calendar::add_years(year, i64::from(by)).unwrap_or(year);
            return Resolved::new(value(year), anchor, 80).counted();
        }
    }
    if fields.pick == Pick::Plain {
        if let Some((year, anchor)) = year_in_force(context) {
            // Histories name a winter after the year it ends in.
            let late = context.year.and_then(Mention::month).is_some_and(|(_, month)| month >= 9);
            let next = season == Season::Winter && late;
            let year = calendar::add_years(year, i64::from(next)).unwrap_or(year);
            return Resolved::new(value(year), anchor, 80).counted();
        }
    }
    let Some(now) = context.now else {
        return Resolved::new(Calendar::new(None, within), Anchor::None, 60);
    };
    let plain = season_year(season, now);
    let begun = calendar::first_month(season) <= calendar::month(now);
    let this_year = calendar::year(now);
    let year = match fields.pick {
        // "last fall" in November is the year before's; "last winter" in March has only just ended.
        Pick::Last => last_season(season, now),
        Pick::Next => {
            if begun {
                this_year.saturating_add(1)
            } else {
                this_year
            }
        }
        Pick::This => this_season(season, now),
        _ => match context.policy {
            DatePolicy::Past if !begun => this_year.saturating_sub(1),
            DatePolicy::Future => {
                if begun {
                    this_year.saturating_add(1)
                } else {
                    this_year
                }
            }
            _ => plain,
        },
    };
    Resolved::new(value(year), context.now_is, 85)
        .or(year.checked_add(1).map(|y| Value::from(value(y))))
        .counted()
}

fn last_season(season: Season, now: NaiveDate) -> i32 {
    let year = calendar::year(now);
    let over = calendar::month(now) >= calendar::first_month(season).saturating_add(3);
    match season {
        Season::Winter => year.saturating_sub(if calendar::month(now) <= 2 { 2 } else { 1 }),
        // Summer in October: the one just over.
        _ if over => year,
        _ => year.saturating_sub(1),
    }
}

fn this_season(season: Season, now: NaiveDate) -> i32 {
    let year = calendar::year(now);
    if season == Season::Winter && calendar::month(now) <= 3 { year.saturating_sub(1) } else { year }
}

/// The month that "first week of May" or "last Friday of this month" names.
fn month_named(fields: Fields, context: &Context<'_>) -> Option<(i32, u8, Anchor)> {
    if let Some(month) = fields.month {
        if let Some((year, anchor)) = year_of(fields, context).or_else(|| year_in_force(context)) {
            return Some((year, month, anchor));
        }
        let now = context.now?;
        let ahead = i64::from(month).saturating_sub(i64::from(calendar::month(now)));
        let year = calendar::year(now);
        let step = if ahead > 4 { -1 } else { i32::from(ahead < -8) };
        return Some((year.checked_add(step)?, month, context.now_is));
    }
    let by = match fields.pick {
        Pick::Last => -1,
        Pick::Next => 1,
        _ => 0,
    };
    if let (Pick::Mention(_), Some(mention)) = (fields.pick, context.mention) {
        let (year, month) = mention.month()?;
        return Some((year, month, Anchor::Mention(mention.index)));
    }
    let now = context.now?;
    let (year, month) = calendar::shift_month(calendar::year(now), calendar::month(now), by)?;
    Some((year, month, context.now_is))
}

/// The ISO week of the nth seven days of a month.
fn week_of(n: u8, fields: Fields, context: &Context<'_>) -> Resolved {
    let found = month_named(fields, context).and_then(|(year, month, anchor)| {
        let first = calendar::day(year, month, 1)?;
        let last = calendar::last_of_month(year, month)?;
        let day = if n >= 5 {
            last
        } else {
            calendar::add_days(first, i64::from(n).checked_sub(1)?.checked_mul(7)?)?
        };
        let (year, week) = calendar::week(day);
        Some((Calendar::new(Some(year), Within::Week(Some(week))), anchor))
    });
    match found {
        Some((value, anchor)) => Resolved::new(value, anchor, 70).counted(),
        None => Resolved::new(Calendar::new(None, Within::Week(None)), Anchor::None, 40),
    }
}

/// A week by its number, or a day of it.
fn iso_week(n: u8, fields: Fields, context: &Context<'_>) -> Resolved {
    let year = year_of(fields, context).map(|(year, _)| year);
    match fields.weekday.and_then(|day| calendar::week_day(year?, n, day)) {
        Some(day) => Resolved::new(of_day(day), Anchor::Explicit, 98),
        None => Resolved::new(Calendar::new(year, Within::Week(Some(n))), Anchor::Explicit, 98),
    }
}

fn nth_weekday(n: u8, fields: Fields, context: &Context<'_>) -> Resolved {
    let weekday = fields.weekday.unwrap_or(1);
    let found = month_named(fields, context)
        .and_then(|(year, month, anchor)| Some((calendar::nth_weekday(year, month, n, weekday)?, anchor)));
    match found {
        Some((day, anchor)) => Resolved::new(of_day(day).at(fields.time), anchor, 90).counted(),
        None => Resolved::new(Calendar::new(None, Within::Weekday(None, weekday)), Anchor::None, 40),
    }
}
