//! Holidays: fixed days, nth weekdays, and feasts counted from Easter, by the Hebrew or the Islamic calendar.

use chrono::NaiveDate;

use crate::date::value::calendar;

/// A holiday, as its row in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Holiday {
    pub(super) rule: Rule,
}

/// How the day of a holiday is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rule {
    /// The same month and day every year.
    Fixed(u8, u8),
    /// The nth weekday of a month (5: the last), and days after it.
    Nth { month: u8, n: u8, weekday: u8, plus: i8 },
    /// The same month and day every year in the United States; other countries keep another day of that name.
    American(u8, u8),
    /// Days from Easter Sunday.
    Easter(i16),
    /// Days from the Easter Sunday of the Orthodox churches.
    Orthodox(i16),
    /// Days from the Hebrew new year in the autumn of the same year.
    Hebrew(i16),
    /// The 25th of Kislev.
    Hanukkah,
    /// A day of the Islamic calendar, estimated.
    Islamic(u8, u8),
    /// A whole month of the Islamic calendar, by its first day, estimated.
    IslamicMonth(u8),
}

impl Holiday {
    /// The day of the holiday in `year`.
    pub(super) fn in_year(self, year: i32) -> Option<NaiveDate> {
        match self.rule {
            Rule::Fixed(month, day) | Rule::American(month, day) => calendar::day(year, month, day),
            Rule::Nth { month, n, weekday, plus } => {
                calendar::add_days(calendar::nth_weekday(year, month, n, weekday)?, i64::from(plus))
            }
            Rule::Easter(days) => calendar::add_days(calendar::easter(year)?, i64::from(days)),
            Rule::Orthodox(days) => calendar::add_days(calendar::orthodox_easter(year)?, i64::from(days)),
            Rule::Hebrew(days) => calendar::add_days(calendar::rosh_hashanah(year)?, i64::from(days)),
            Rule::Hanukkah => calendar::hanukkah(year),
            Rule::Islamic(month, day) => calendar::islamic(year, month, day),
            Rule::IslamicMonth(month) => calendar::islamic(year, month, 1),
        }
    }

    /// Whether the day is an estimate.
    pub(super) const fn is_estimate(self) -> bool {
        matches!(self.rule, Rule::Islamic(..) | Rule::IslamicMonth(_))
    }

    /// Month and day where they are the same every year.
    pub(super) const fn fixed(self) -> Option<(u8, u8)> {
        match self.rule {
            Rule::Fixed(month, day) | Rule::American(month, day) => Some((month, day)),
            _ => None,
        }
    }
}
