//! Shifts: whole units counted from the day of writing or from the date last mentioned.

use chrono::NaiveDate;

use super::anchor::Mention;
use super::context::{Context, Resolved, is_calendar_unit, of_day};
use crate::date::phrase::{From, Shift};
use crate::date::value::calendar;
use crate::date::value::{Calendar, Length, Reference, Unit, Value, Within};
use crate::date::{Anchor, Direction};

/// The meaning of a shift.
pub(super) fn shift(shift: Shift, context: &Context<'_>) -> Resolved {
    let resolved = match (shift.by, shift.from) {
        (None, _) => vague(shift),
        (Some(by), From::Ago) => ago(shift, by, context),
        (Some(by), From::Now) => from_now(shift, by, context),
        (Some(by), From::Mention) => from_mention(shift, by, context),
        (Some(by), From::Later) => later(shift, by, context),
        (Some(_), From::Latest) => latest(shift, context),
        (Some(_), From::Bare) => bare(shift, context),
    };
    let direction = match shift.by {
        Some(by) if by < 0 => Direction::Past,
        Some(0) => Direction::Present,
        Some(_) => Direction::Future,
        None if shift.back => Direction::Past,
        None => Direction::Future,
    };
    Resolved { direction: Some(direction), relative: true, ..resolved }
}

/// "several years ago", "a few days later".
fn vague(shift: Shift) -> Resolved {
    let reference = if shift.back { Reference::Past } else { Reference::Future };
    Resolved::new(Value::Reference(reference), Anchor::None, 60)
}

/// A point given as a day, for counting on.
#[derive(Clone, Copy)]
struct Base {
    year: i32,
    month: Option<u8>,
    day: Option<NaiveDate>,
    anchor: Anchor,
}

impl Base {
    fn of_day(day: NaiveDate, anchor: Anchor) -> Self {
        Self { year: calendar::year(day), month: Some(calendar::month(day)), day: Some(day), anchor }
    }

    fn of_mention(mention: &Mention) -> Option<Self> {
        let anchor = Anchor::Mention(mention.index);
        if let Some(day) = mention.day() {
            return Some(Self::of_day(day, anchor));
        }
        let month = mention.month().map(|(_, month)| month);
        Some(Self { year: mention.value.year?, month, day: None, anchor })
    }
}

/// `base` moved by `by` units, at the grain of the unit; `None` where the base is too coarse.
fn moved(base: Base, unit: Unit, by: i32) -> Option<Calendar> {
    let by = i64::from(by);
    let year = || calendar::add_years(base.year, by);
    Some(match unit {
        Unit::Day => of_day(calendar::add_days(base.day?, by)?),
        Unit::Week | Unit::Weekend => {
            let (year, week) = calendar::week(calendar::add_days(base.day?, by.checked_mul(7)?)?);
            Calendar::new(
                Some(year),
                if unit == Unit::Week { Within::Week(Some(week)) } else { Within::Weekend(Some(week)) },
            )
        }
        Unit::Month => {
            let (year, month) = calendar::shift_month(base.year, base.month?, by)?;
            Calendar::new(Some(year), Within::Month(Some(month)))
        }
        Unit::Quarter => {
            let (year, quarter) = calendar::shift_quarter(base.year, calendar::quarter_of(base.month?), by)?;
            Calendar::new(Some(year), Within::Quarter(Some(quarter)))
        }
        Unit::Half => {
            let (year, half) = calendar::shift_month(base.year, base.month?, by.checked_mul(6)?)?;
            Calendar::new(Some(year), Within::Half(Some(if half <= 6 { 1 } else { 2 })))
        }
        Unit::Year => Calendar::new(Some(year()?), Within::Year),
        Unit::Decade => stretch_of_years(base.year, by, 10, Within::Decade)?,
        Unit::Century | Unit::Millennium => stretch_of_years(base.year, by, 100, Within::Century)?,
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Season => return None,
    })
}

fn stretch_of_years(year: i32, by: i64, years: i32, within: Within) -> Option<Calendar> {
    let size = i64::from(years);
    let start =
        i64::from(year).checked_div(size)?.checked_add(if year < 0 { by.checked_neg()? } else { by })?;
    let start = i32::try_from(start.checked_mul(size)?).ok().filter(|y| y.unsigned_abs() <= 9990)?;
    Some(Calendar::new(Some(start), within))
}

/// The unknown value at the grain of a unit.
fn unknown(unit: Unit) -> Calendar {
    let within = match unit {
        Unit::Week => Within::Week(None),
        Unit::Weekend => Within::Weekend(None),
        Unit::Month => Within::Month(None),
        Unit::Quarter => Within::Quarter(None),
        Unit::Half => Within::Half(None),
        Unit::Year => Within::Year,
        Unit::Decade => Within::Decade,
        Unit::Century | Unit::Millennium => Within::Century,
        _ => Within::Day(None, None),
    };
    Calendar::new(None, within)
}

fn length(shift: Shift, by: i32) -> Resolved {
    Resolved::new(Length::new(Some(by.unsigned_abs()), shift.unit), Anchor::None, 60)
}

/// "yesterday", "last week", "next year".
fn from_now(shift: Shift, by: i32, context: &Context<'_>) -> Resolved {
    if !is_calendar_unit(shift.unit) {
        return length(shift, by);
    }
    if context.history && shift.unit == Unit::Day && by == 0 && shift.time.is_none() {
        // In a history "today" is the time of its writing.
        return Resolved::new(Value::Reference(Reference::Present), Anchor::None, 60);
    }
    // "this weekend" in a report of what happened there, from Monday on, is the one just over.
    let over = shift.unit == Unit::Weekend
        && by == 0
        && context.tense.is_past()
        && context.now.is_some_and(|now| calendar::weekday(now) < 5);
    let base = context.now.map(|now| Base::of_day(now, context.now_is));
    settle(shift, if over { -1 } else { by }, base, 95)
}

fn settle(shift: Shift, by: i32, base: Option<Base>, percent: u8) -> Resolved {
    match base.and_then(|base| Some((moved(base, shift.unit, by)?, base.anchor))) {
        Some((value, anchor)) => Resolved::new(value.at(shift.time), anchor, percent),
        None => Resolved::new(unknown(shift.unit).at(shift.time), Anchor::None, 40),
    }
}

/// Years back to which a quarter is compared.
const MAX_COMPARED: u32 = 2;

/// "two years ago"; "a year ago" beside a quarter is the same quarter a year back (31 of 54).
fn ago(shift: Shift, by: i32, context: &Context<'_>) -> Resolved {
    if let (Unit::Hour, Some(0)) = (shift.unit, by.checked_rem(24)) {
        // "48 hours ago" is the day before yesterday.
        let by = by.checked_div(24).unwrap_or(0);
        return from_now(Shift { unit: Unit::Day, by: Some(by), ..shift }, by, context);
    }
    if shift.unit == Unit::Quarter {
        // "the year-earlier quarter": of the quarter told of, else of the last that is over.
        let told =
            context.told_quarter().and_then(|(year, q)| calendar::shift_quarter(year, q, i64::from(by)));
        if let Some((year, quarter)) = told {
            return Resolved::new(
                Calendar::new(Some(year), Within::Quarter(Some(quarter))),
                context.now_is,
                75,
            );
        }
    }
    // Results are compared with those of one year before, hardly of more: "some 30 years ago" is none.
    let compared = context.quarter.filter(|_| by.unsigned_abs() <= MAX_COMPARED);
    if let (Unit::Year, Some((year, quarter))) = (shift.unit, compared) {
        if let Some(year) = calendar::add_years(year, i64::from(by)) {
            let value = Calendar::new(Some(year), Within::Quarter(Some(quarter)));
            return Resolved::new(value, context.now_is, 75);
        }
    }
    from_now(shift, by, context)
}

/// "that day", "the following year".
fn from_mention(shift: Shift, by: i32, context: &Context<'_>) -> Resolved {
    if !is_calendar_unit(shift.unit) {
        return length(shift, by);
    }
    if let (Unit::Quarter, Some((year, quarter))) = (shift.unit, context.quarter) {
        if let Some((year, quarter)) = calendar::shift_quarter(year, quarter, i64::from(by)) {
            return Resolved::new(
                Calendar::new(Some(year), Within::Quarter(Some(quarter))),
                context.now_is,
                75,
            );
        }
    }
    if context.after_for && by == 1 && shift.unit != Unit::Day {
        // "for the next year".
        return length(shift, 1);
    }
    let day = matches!(shift.unit, Unit::Day | Unit::Week | Unit::Weekend);
    let mention = if shift.unit == Unit::Year && context.history {
        context.year.or(context.mention)
    } else if day {
        context.day.or(context.mention)
    } else {
        context.mention
    };
    let now = || context.now.filter(|_| !context.history).map(|now| Base::of_day(now, context.now_is));
    let base = mention.and_then(Base::of_mention).or_else(now);
    if let Some(base) = base.filter(|base| day && base.day.is_none()) {
        // "that day" in a month without a day.
        let value = Calendar::new(Some(base.year), Within::Day(base.month, None)).at(shift.time);
        return Resolved::new(value, base.anchor, 40);
    }
    settle(shift, by, base, 85)
}

/// "two days later", "a year earlier": from the date last mentioned, at its own grain; without one, a length.
fn later(shift: Shift, by: i32, context: &Context<'_>) -> Resolved {
    if !is_calendar_unit(shift.unit) {
        return length(shift, by);
    }
    if shift.unit == Unit::Year && context.quarter.is_some() {
        return ago(shift, by, context);
    }
    let day = matches!(shift.unit, Unit::Day | Unit::Week);
    let mention = if day { context.day.or(context.mention) } else { context.mention };
    // Results compare "a year earlier" with now, unless the sentence itself has named another time.
    let compares = by == -1 && !day && !context.history;
    let here = |m: &&Mention| !compares || m.explicit && m.sentence == context.sentence;
    let mention = mention.filter(here);
    let news = |now| Base::of_day(now, context.now_is);
    let base = mention
        .and_then(Base::of_mention)
        .or_else(|| context.now.filter(|_| !day && !context.history).map(news));
    match base.and_then(|base| Some((moved(base, shift.unit, by)?, base.anchor))) {
        Some((value, anchor)) => Resolved::new(value.at(shift.time), anchor, 75),
        None => length(shift, by),
    }
}

/// "the latest quarter", "the quarter": the one that the text speaks of, else the last that is over.
fn latest(shift: Shift, context: &Context<'_>) -> Resolved {
    let value = |year, quarter| Calendar::new(Some(year), Within::Quarter(Some(quarter)));
    if shift.unit == Unit::Quarter {
        if let Some((year, quarter)) = context.told_quarter() {
            return Resolved::new(value(year, quarter), context.now_is, 75);
        }
    }
    let by = if shift.unit == Unit::Year { 0 } else { -1 };
    from_now(Shift { by: Some(by), ..shift }, by, context)
}

/// "the year", "the week", "the weekend".
fn bare(shift: Shift, context: &Context<'_>) -> Resolved {
    let now = context.now.map(|now| Base::of_day(now, context.now_is));
    let mention = context.mention.filter(|m| context.history || m.part == context.part && m.explicit);
    let told = mention.and_then(Base::of_mention);
    match shift.unit {
        Unit::Year if context.ends || context.after_for && !context.has_edge => length(shift, 1),
        Unit::Year | Unit::Month => settle(shift, 0, told.or(now), 70),
        Unit::Weekend => {
            // On any day but Saturday and Sunday the weekend told of is the one before, unless it is to come.
            let over = context.now.is_some_and(|now| calendar::weekday(now) < 6) && !context.tense.is_ahead();
            settle(shift, if over { -1 } else { 0 }, now, 70)
        }
        _ => settle(shift, 0, now, 60),
    }
}
