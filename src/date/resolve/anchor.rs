//! What dates are counted from: the day of publication, a caption's or dateline's own date, the date last
//! mentioned; and whether the text tells news or history.

use chrono::NaiveDate;

use crate::date::phrase::{Fields, Found, From, Phrase, Pick, Year};
use crate::date::value::calendar;
use crate::date::value::{Calendar, Within};

/// The date last mentioned.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mention {
    /// Its position in the list of dates.
    pub(super) index: usize,
    pub(super) value: Calendar,
    /// The sentence it stands in.
    pub(super) sentence: usize,
    /// The part it stands in.
    pub(super) part: usize,
    /// Whether its year was written out.
    pub(super) explicit: bool,
}

impl Mention {
    /// Its first day, where its fields are known.
    pub(super) fn day(&self) -> Option<NaiveDate> {
        let (from, _) = calendar::range(&self.value)?;
        matches!(self.value.within, Within::Day(..) | Within::Weekday(..)).then_some(from)
    }

    /// Its month, where it has one.
    pub(super) fn month(&self) -> Option<(i32, u8)> {
        match self.value.within {
            Within::Month(month) | Within::Day(month, _) => Some((self.value.year?, month?)),
            Within::Weekday(..) | Within::Week(_) | Within::Weekend(_) => {
                let (from, _) = calendar::range(&self.value)?;
                Some((calendar::year(from), calendar::month(from)))
            }
            _ => None,
        }
    }
}

/// Far years that make a text history where it also counts from today; articles about an anniversary name
/// up to seven, histories of a war eighteen and more.
const FAR_YEARS: usize = 8;
/// Far years that do where nothing is counted from today; without a publication date no year is known to
/// be far, and few prove nothing.
const FEW_YEARS: usize = 3;

/// Whether the text tells of years long before its publication rather than of the news of the day.
///
/// History names years and counts on from them; news counts from today. The evidence is in the text: years
/// two or more before publication against days counted from it.
pub(super) fn is_history(found: &[Found], now: Option<NaiveDate>) -> bool {
    let year = now.map(calendar::year);
    let far = |y: i32| year.is_none_or(|now| now.saturating_sub(y) >= 2);
    let (mut history, mut news) = (0_usize, 0_usize);
    for phrase in found.iter().map(|found| found.phrase) {
        match phrase {
            Phrase::Date(Fields { year: Some(Year::Is(y)), .. }) if far(y) => {
                history = history.saturating_add(1)
            }
            Phrase::Date(Fields { year: Some(Year::Is(_) | Year::FromNow(_)), .. }) => {
                news = news.saturating_add(1)
            }
            Phrase::Date(Fields { weekday: Some(_), day: None, pick, .. })
                if !matches!(pick, Pick::Mention(_)) =>
            {
                news = news.saturating_add(1);
            }
            Phrase::Shift(shift) if matches!(shift.from, From::Now | From::Ago | From::Latest) => {
                news = news.saturating_add(1)
            }
            _ => {}
        }
    }
    let counts = history.saturating_mul(3) > news.saturating_mul(4);
    history >= FAR_YEARS && counts || now.is_some() && history >= FEW_YEARS && news == 0
}
