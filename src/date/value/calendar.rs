//! Calendar arithmetic: the only file that computes with days, and every step of it checked.
//!
//! Years run from 1 to 9999. Weeks are ISO 8601's, Monday first; week 1 holds the year's first Thursday.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use super::{Calendar, Season, Unit, Within};

/// The years whose days have a place in the calendar.
pub(in crate::date) const YEARS: std::ops::RangeInclusive<i32> = 1..=9999;

/// A day that exists.
pub(in crate::date) fn day(year: i32, month: u8, day: u8) -> Option<NaiveDate> {
    let date = NaiveDate::from_ymd_opt(year, u32::from(month), u32::from(day))?;
    YEARS.contains(&year).then_some(date)
}

pub(in crate::date) fn year(date: NaiveDate) -> i32 {
    date.year()
}

pub(in crate::date) fn month(date: NaiveDate) -> u8 {
    u8::try_from(date.month()).unwrap_or(1)
}

pub(in crate::date) fn day_of_month(date: NaiveDate) -> u8 {
    u8::try_from(date.day()).unwrap_or(1)
}

/// Monday 1 to Sunday 7.
pub(in crate::date) fn weekday(date: NaiveDate) -> u8 {
    u8::try_from(date.weekday().number_from_monday()).unwrap_or(1)
}

/// The ISO year and week.
pub(in crate::date) fn week(date: NaiveDate) -> (i32, u8) {
    let week = date.iso_week();
    (week.year(), u8::try_from(week.week()).unwrap_or(1))
}

pub(in crate::date) const fn quarter_of(month: u8) -> u8 {
    match month {
        0..=3 => 1,
        4..=6 => 2,
        7..=9 => 3,
        _ => 4,
    }
}

/// `date` moved by whole days; `None` outside the years 1 to 9999.
pub(in crate::date) fn add_days(date: NaiveDate, days: i64) -> Option<NaiveDate> {
    let step = Days::new(days.unsigned_abs());
    let moved = if days < 0 { date.checked_sub_days(step) } else { date.checked_add_days(step) };
    moved.filter(|date| YEARS.contains(&date.year()))
}

/// A year moved by `years`, over the missing year 0 where it must; `None` outside 9999 BC to 9999.
pub(in crate::date) fn add_years(year: i32, years: i64) -> Option<i32> {
    let line = if year < 0 { i64::from(year).checked_add(1)? } else { i64::from(year) };
    let moved = line.checked_add(years)?;
    let year = if moved <= 0 { moved.checked_sub(1)? } else { moved };
    i32::try_from(year).ok().filter(|year| (-9999..=9999).contains(year))
}

/// The year and month that lie `months` from another.
pub(in crate::date) fn shift_month(year: i32, month: u8, months: i64) -> Option<(i32, u8)> {
    let zero = i64::from(month).checked_sub(1)?.checked_add(months)?;
    let year = add_years(year, zero.div_euclid(12))?;
    Some((year, u8::try_from(zero.rem_euclid(12)).ok()?.checked_add(1)?))
}

/// The year and quarter that lie `quarters` from another.
pub(in crate::date) fn shift_quarter(year: i32, quarter: u8, quarters: i64) -> Option<(i32, u8)> {
    let zero = i64::from(quarter).checked_sub(1)?.checked_add(quarters)?;
    let year = add_years(year, zero.div_euclid(4))?;
    Some((year, u8::try_from(zero.rem_euclid(4)).ok()?.checked_add(1)?))
}

/// Days from `a` to `b`.
pub(in crate::date) fn days_between(a: NaiveDate, b: NaiveDate) -> i64 {
    i64::from(b.num_days_from_ce()).saturating_sub(i64::from(a.num_days_from_ce()))
}

/// The latest day that is weekday `want`, on or before `date`.
pub(in crate::date) fn on_or_before(date: NaiveDate, want: u8) -> Option<NaiveDate> {
    let back = i64::from(weekday(date)).checked_sub(i64::from(want))?.rem_euclid(7);
    add_days(date, back.checked_neg()?)
}

/// The first day that is weekday `want`, on or after `date`.
pub(in crate::date) fn on_or_after(date: NaiveDate, want: u8) -> Option<NaiveDate> {
    let ahead = i64::from(want).checked_sub(i64::from(weekday(date)))?.rem_euclid(7);
    add_days(date, ahead)
}

/// The day of an ISO week.
pub(in crate::date) fn week_day(year: i32, week: u8, day: u8) -> Option<NaiveDate> {
    // Chrono's own constructor is only safe near its calendar; news is far inside.
    if !YEARS.contains(&year) {
        return None;
    }
    let weekday = match day {
        1 => Weekday::Mon,
        2 => Weekday::Tue,
        3 => Weekday::Wed,
        4 => Weekday::Thu,
        5 => Weekday::Fri,
        6 => Weekday::Sat,
        7 => Weekday::Sun,
        _ => return None,
    };
    NaiveDate::from_isoywd_opt(year, u32::from(week), weekday).filter(|date| YEARS.contains(&date.year()))
}

/// The `n`th given weekday of a month; 5 means the last.
pub(in crate::date) fn nth_weekday(year: i32, month: u8, n: u8, want: u8) -> Option<NaiveDate> {
    if n >= 5 {
        return on_or_before(last_of_month(year, month)?, want);
    }
    let first = on_or_after(day(year, month, 1)?, want)?;
    add_days(first, i64::from(n).checked_sub(1)?.checked_mul(7)?)
}

pub(in crate::date) fn last_of_month(year: i32, month: u8) -> Option<NaiveDate> {
    (28..=31).rev().find_map(|last| day(year, month, last))
}

/// Western Easter Sunday, by the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, ch. 8).
pub(in crate::date) fn easter(year: i32) -> Option<NaiveDate> {
    let y = i64::from(*YEARS.contains(&year).then_some(&year)?);
    let (a, b, c) = (y.rem_euclid(19), y.div_euclid(100), y.rem_euclid(100));
    let (d, e) = (b.div_euclid(4), b.rem_euclid(4));
    let g = b.checked_mul(8)?.checked_add(13)?.div_euclid(25);
    let h =
        a.checked_mul(19)?.checked_add(b)?.checked_sub(d)?.checked_sub(g)?.checked_add(15)?.rem_euclid(30);
    let (i, k) = (c.div_euclid(4), c.rem_euclid(4));
    let l = e.checked_add(i)?.checked_mul(2)?.checked_add(32)?.checked_sub(h)?.checked_sub(k)?.rem_euclid(7);
    let m = h.checked_mul(11)?.checked_add(a)?.checked_add(l.checked_mul(22)?)?.div_euclid(451);
    let n = h.checked_add(l)?.checked_sub(m.checked_mul(7)?)?.checked_add(114)?;
    let dom = n.rem_euclid(31).checked_add(1)?;
    day(year, u8::try_from(n.div_euclid(31)).ok()?, u8::try_from(dom).ok()?)
}

/// Orthodox Easter Sunday: Meeus's Julian algorithm, and the days between the calendars.
pub(in crate::date) fn orthodox_easter(year: i32) -> Option<NaiveDate> {
    let y = i64::from(*YEARS.contains(&year).then_some(&year)?);
    let (a, b, c) = (y.rem_euclid(4), y.rem_euclid(7), y.rem_euclid(19));
    let d = c.checked_mul(19)?.checked_add(15)?.rem_euclid(30);
    let e = a.checked_mul(2)?.checked_add(b.checked_mul(4)?)?.checked_sub(d)?.checked_add(34)?.rem_euclid(7);
    let n = d.checked_add(e)?.checked_add(114)?;
    let dom = u8::try_from(n.rem_euclid(31).checked_add(1)?).ok()?;
    let julian = day(year, u8::try_from(n.div_euclid(31)).ok()?, dom)?;
    let century = y.div_euclid(100);
    add_days(julian, century.checked_sub(century.div_euclid(4))?.checked_sub(2)?)
}

/// The first day of the Hebrew year that begins in the autumn of `year`, Rosh Hashanah, by the arithmetic of
/// Reingold and Dershowitz, Calendrical Calculations, ch. 8.
pub(in crate::date) fn rosh_hashanah(year: i32) -> Option<NaiveDate> {
    let hebrew = i64::from(*YEARS.contains(&year).then_some(&year)?).checked_add(3761)?;
    let (before, this, next) =
        (molad(hebrew.checked_sub(1)?)?, molad(hebrew)?, molad(hebrew.checked_add(1)?)?);
    let delay = match (next.checked_sub(this)?, this.checked_sub(before)?) {
        (356, _) => 2,
        (_, 382) => 1,
        _ => 0,
    };
    // The epoch is Rata Die -1373427.
    let days = this.checked_add(delay)?.checked_sub(1_373_427)?;
    NaiveDate::from_num_days_from_ce_opt(i32::try_from(days).ok()?).filter(|day| YEARS.contains(&day.year()))
}

/// Days from the Hebrew epoch to the mean new moon of a year, put off from Sunday, Wednesday and Friday.
fn molad(year: i64) -> Option<i64> {
    let months = year.checked_mul(235)?.checked_sub(234)?.div_euclid(19);
    let parts = months.checked_mul(13_753)?.checked_add(12_084)?;
    let day = months.checked_mul(29)?.checked_add(parts.div_euclid(25_920))?;
    let late = day.checked_add(1)?.checked_mul(3)?.rem_euclid(7) < 3;
    day.checked_add(i64::from(late))
}

/// The first day of Hanukkah, 25 Kislev; the month before has 30 days only in a year of 355 or 385.
pub(in crate::date) fn hanukkah(year: i32) -> Option<NaiveDate> {
    let first = rosh_hashanah(year)?;
    let length = days_between(first, rosh_hashanah(year.checked_add(1)?)?);
    add_days(first, if length.rem_euclid(10) == 5 { 84 } else { 83 })
}

/// The day in Gregorian `year` on which a day of the tabular Islamic calendar falls, if any. Sighting moves
/// the true day by one or two; a value from here is an estimate.
pub(in crate::date) fn islamic(year: i32, month: u8, dom: u8) -> Option<NaiveDate> {
    // An Islamic year is some 354.37 days: the one that begins in `year` is near this number.
    let near = i64::from(year).checked_sub(622)?.checked_mul(33)?.div_euclid(32);
    (-1..=2).find_map(|step| {
        let date = islamic_day(near.checked_add(step)?, month, dom)?;
        (date.year() == year).then_some(date)
    })
}

fn islamic_day(year: i64, month: u8, dom: u8) -> Option<NaiveDate> {
    // Day 1 of year 1 is 16 July 622 Julian, Rata Die 227015.
    let years = year.checked_sub(1)?;
    let leaps = year.checked_mul(11)?.checked_add(3)?.div_euclid(30);
    let months = i64::from(month).checked_sub(1)?;
    let before = months.checked_mul(59)?.checked_add(1)?.div_euclid(2);
    let days =
        years.checked_mul(354)?.checked_add(leaps)?.checked_add(before)?.checked_add(i64::from(dom))?;
    NaiveDate::from_num_days_from_ce_opt(i32::try_from(days.checked_add(227_014)?).ok()?)
}

/// First day and day after the last; `None` where a field is unknown, before Christ, or not of the calendar.
pub(in crate::date) fn range(value: &Calendar) -> Option<(NaiveDate, NaiveDate)> {
    let year = value.year?;
    let first = |month| day(year, month, 1);
    let (from, unit, count) = match value.within {
        Within::Century => (first(1)?, Unit::Month, 1200),
        Within::Decade => (first(1)?, Unit::Month, 120),
        Within::Year => (first(1)?, Unit::Month, 12),
        Within::Half(half) => (first(if half? == 1 { 1 } else { 7 })?, Unit::Month, 6),
        Within::Quarter(quarter) => (first(quarter?.checked_mul(3)?.checked_sub(2)?)?, Unit::Month, 3),
        Within::Season(season) => (first(first_month(season))?, Unit::Month, 3),
        Within::Month(month) => (first(month?)?, Unit::Month, 1),
        Within::Week(week) => (week_day(year, week?, 1)?, Unit::Day, 7),
        Within::Weekend(week) => (week_day(year, week?, 6)?, Unit::Day, 2),
        Within::Weekday(week, weekday) => (week_day(year, week?, weekday)?, Unit::Day, 1),
        Within::Day(month, dom) => (day(year, month?, dom?)?, Unit::Day, 1),
    };
    let until = match unit {
        Unit::Month => from.checked_add_months(Months::new(count)),
        _ => from.checked_add_days(Days::new(u64::from(count))),
    };
    Some((from, until?))
}

/// The month in which a season begins (north of the equator).
pub(in crate::date) const fn first_month(season: Season) -> u8 {
    match season {
        Season::Spring => 3,
        Season::Summer => 6,
        Season::Fall => 9,
        Season::Winter => 12,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ymd(y: i32, m: u8, d: u8) -> NaiveDate {
        day(y, m, d).unwrap()
    }

    #[test]
    fn weeks_at_year_ends() {
        assert_eq!(week(ymd(2020, 12, 31)), (2020, 53));
        assert_eq!(week(ymd(2021, 1, 3)), (2020, 53));
        assert_eq!(week(ymd(2018, 12, 31)), (2019, 1));
        assert_eq!(week_day(2021, 1, 1), Some(ymd(2021, 1, 4)));
        assert_eq!(week_day(2021, 53, 1), None);
    }

    #[test]
    fn months_and_days_move_over_leap_days_and_stop_at_the_ends() {
        assert_eq!(day(2015, 2, 29), None);
        assert_eq!(add_days(ymd(2024, 2, 28), 2), Some(ymd(2024, 3, 1)));
        assert_eq!(add_days(ymd(9999, 12, 31), 1), None);
        assert_eq!(add_days(ymd(1, 1, 1), -1), None);
        assert_eq!(add_days(ymd(1, 1, 1), i64::MIN), None);
        assert_eq!(add_years(-1, 1), Some(1));
        assert_eq!(add_years(1, -1), Some(-1));
        assert_eq!(add_years(9999, 1), None);
        assert_eq!(shift_month(2025, 1, -1), Some((2024, 12)));
        assert_eq!(shift_quarter(2025, 1, -1), Some((2024, 4)));
    }

    #[test]
    fn movable_feasts() {
        for (year, month, dom) in
            [(1999, 4, 4), (2000, 4, 23), (2016, 3, 27), (2024, 3, 31), (2025, 4, 20), (2038, 4, 25)]
        {
            assert_eq!(easter(year), Some(ymd(year, month, dom)));
        }
        for (year, month, dom) in [(1999, 4, 11), (2016, 5, 1), (2024, 5, 5), (2025, 4, 20)] {
            assert_eq!(orthodox_easter(year), Some(ymd(year, month, dom)));
        }
        for (year, month, dom) in [(1999, 9, 11), (2020, 9, 19), (2023, 9, 16), (2024, 10, 3), (2025, 9, 23)]
        {
            assert_eq!(rosh_hashanah(year), Some(ymd(year, month, dom)));
        }
        assert_eq!((hanukkah(2023), hanukkah(2024)), (Some(ymd(2023, 12, 8)), Some(ymd(2024, 12, 26))));
        assert_eq!(nth_weekday(2025, 11, 4, 4), Some(ymd(2025, 11, 27)));
        assert_eq!(nth_weekday(2025, 5, 5, 1), Some(ymd(2025, 5, 26)));
        // Eid al-Fitr of 2024 was kept on 10 April, of 2025 on 30 or 31 March.
        let eid = |year| islamic(year, 10, 1).unwrap();
        assert!(days_between(eid(2024), ymd(2024, 4, 10)).abs() <= 1);
        assert!(days_between(eid(2025), ymd(2025, 3, 31)).abs() <= 1);
    }

    #[test]
    fn ranges_are_half_open() {
        let range = |text: &str| {
            let value: super::super::Value = text.parse().unwrap();
            range(&value.calendar().unwrap())
        };
        assert_eq!(range("2024-02"), Some((ymd(2024, 2, 1), ymd(2024, 3, 1))));
        assert_eq!(range("2024-W52-WE"), Some((ymd(2024, 12, 28), ymd(2024, 12, 30))));
        assert_eq!(range("1989-Q4"), Some((ymd(1989, 10, 1), ymd(1990, 1, 1))));
        assert_eq!(range("19"), Some((ymd(1900, 1, 1), ymd(2000, 1, 1))));
        assert_eq!(range("9999-12-31").map(|r| r.0), Some(ymd(9999, 12, 31)));
        assert_eq!(range("2015-02-29"), None);
        assert_eq!(range("XXXX-02-28"), None);
        assert_eq!(range("BC0044-03-15"), None);
    }
}
