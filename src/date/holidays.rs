//! Holidays: fixed days, nth weekdays, and feasts counted from Easter, by the Hebrew or the Islamic calendar.
//!
//! To add one, add a row to `lexicon/holidays.tsv`; its example is its test.

use once_cell::sync::Lazy;

use super::calendar;
use super::scan::{Scan, after};
use crate::lexicon::{self, Class, Column};
use crate::text::Shape;
use crate::text::fold::fold;
use chrono::NaiveDate;

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

#[derive(Clone)]
struct Row {
    words: Vec<String>,
    holiday: Holiday,
}

/// The table, by the first word of each name, the longest names first. Holds no data of a text.
static TABLE: Lazy<Table> = Lazy::new(Table::load);

struct Table {
    /// The place in `rows` of each word that begins a name.
    heads: Column<Option<usize>>,
    rows: Vec<Vec<Row>>,
}

impl Table {
    fn load() -> Self {
        let (mut heads, mut rows): (Vec<String>, Vec<Vec<Row>>) = (Vec::new(), Vec::new());
        for row in lexicon::rows(lexicon::HOLIDAYS).filter_map(read_row) {
            let Some(head) = row.words.first() else { continue };
            match heads.iter().position(|known| known == head) {
                Some(at) => rows.get_mut(at).into_iter().for_each(|rows| rows.push(row.clone())),
                None => {
                    heads.push(head.clone());
                    rows.push(vec![row]);
                }
            }
        }
        for rows in &mut rows {
            rows.sort_by_key(|row| std::cmp::Reverse(row.words.len()));
        }
        let heads = Column::new(heads.iter().enumerate().map(|(at, head)| (head.as_str(), Some(at))));
        Self { heads, rows }
    }
}

fn read_row(row: &str) -> Option<Row> {
    let mut fields = row.split('\t');
    let (name, rule) = (fields.next()?, fields.next()?);
    let words = fold(name).split(' ').map(str::to_owned).collect();
    Some(Row { words, holiday: Holiday { rule: read_rule(rule)? } })
}

fn read_rule(text: &str) -> Option<Rule> {
    let mut parts = text.split(' ');
    let kind = parts.next()?;
    let mut number = || parts.next()?.parse::<i16>().ok();
    let small = |n: i16| u8::try_from(n).ok();
    Some(match kind {
        "fixed" => Rule::Fixed(small(number()?)?, small(number()?)?),
        "nth" => Rule::Nth {
            month: small(number()?)?,
            n: small(number()?)?,
            weekday: small(number()?)?,
            plus: i8::try_from(number().unwrap_or(0)).ok()?,
        },
        "american" => Rule::American(small(number()?)?, small(number()?)?),
        "easter" => Rule::Easter(number()?),
        "orthodox" => Rule::Orthodox(number()?),
        "hebrew" => Rule::Hebrew(number()?),
        "hanukkah" => Rule::Hanukkah,
        "islamic" => Rule::Islamic(small(number()?)?, small(number()?)?),
        "islamic_month" => Rule::IslamicMonth(small(number()?)?),
        _ => return None,
    })
}

/// The holiday named at token `i`, and the token after it.
pub(super) fn named(scan: &Scan<'_>, i: usize) -> Option<(Holiday, usize)> {
    if !scan.capital(i) {
        return None;
    }
    let rows = TABLE.heads.get(scan.entry(i)).and_then(|head| TABLE.rows.get(head))?;
    let (holiday, next) = rows.iter().find_map(|row| Some((row.holiday, matches(scan, i, &row.words)?)))?;
    let american = matches!(holiday.rule, Rule::American(..));
    let named = next == after(i, 1) && is_surname(scan, i);
    (!named && (!american || !is_foreign(scan, i))).then_some((holiday, next))
}

/// "Ada Christmas": a given name before it.
fn is_surname(scan: &Scan<'_>, i: usize) -> bool {
    scan.before(i).is_some_and(|b| scan.capital(b) && scan.of_class(b, Class::GIVEN))
}

/// "India's Independence Day", "Nigerian Independence Day": not America's.
fn is_foreign(scan: &Scan<'_>, i: usize) -> bool {
    let Some(before) = scan.before(i) else { return false };
    let of = if scan.is_shape(before, Shape::Possessive) { scan.before(before) } else { Some(before) };
    of.filter(|b| *b != before || !scan.opens(*b))
        .is_some_and(|b| scan.capital(b) && !scan.is_any(b, &["U.S.", "US", "American", "America"]))
}

/// The token after the words of a name, where they all stand at `i`.
fn matches(scan: &Scan<'_>, i: usize, words: &[String]) -> Option<usize> {
    let mut at = i;
    for word in words {
        // A possessive is a token of its own: "New Year's Day". A full stop may follow "St".
        let same = match word.as_str() {
            "'s" => scan.is_shape(at, Shape::Possessive),
            "'" => matches!(scan.shape(at), Some(Shape::Apostrophe | Shape::Quote)),
            word => scan.is(at, word),
        };
        if !same {
            return None;
        }
        at = after(at, 1);
        if word == "st" && scan.is(at, ".") {
            at = after(at, 1);
        }
    }
    Some(at)
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
