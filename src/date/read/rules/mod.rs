//! The grammar: one file a family of expressions, one function a pattern.
//!
//! A rule looks at the tokens from one position on and gives the [`Core`] of an expression. The first word
//! decides which rules are asked; of their answers the longest stands, the earlier on a tie.

mod amount;
mod clock;
mod compare;
mod day;
mod decade;
mod fiscal;
mod holiday;
mod hour;
mod length;
mod numeric;
mod quarter;
mod recurring;
mod relative;
mod season;
mod vague;
mod year;
mod zone;

use crate::date::phrase::Core;
use crate::date::read::scan::{Scan, after};
use crate::date::read::words::{Key, Which, Word};
use crate::text::Shape;

pub(super) use day::{day_of_month, month_at};
pub(super) use year::{era, named_year};
pub(in crate::date) use zone::zone;

type Rule = fn(&Scan<'_>, usize) -> Option<Core>;

/// Rules of "1998", "2025-12-24", "0735 GMT".
const FOUR_DIGITS: &[Rule] = &[
    numeric::iso,
    numeric::iso_week,
    year::digits,
    decade::decade,
    clock::digits,
    quarter::after_year,
    season::after_year,
    length::plain,
];

/// Rules of "3rd", "1990s", "9pm", "3Q".
const ALNUM: &[Rule] = &[
    day::day_first,
    decade::decade,
    clock::digits,
    quarter::numbered,
    quarter::coded,
    decade::century,
    relative::ordinal_of,
    day::day_alone,
];

/// Rules of "3", "10.30", "24.12.2025".
const NUMBER: &[Rule] = &[
    day::day_first,
    numeric::slashed,
    numeric::short,
    year::digits,
    year::apostrophe,
    clock::digits,
    length::plain,
];

/// The rules that an expression beginning at token `i` can match.
fn rules(scan: &Scan<'_>, i: usize) -> &'static [Rule] {
    let word = scan.word(i);
    match word {
        Word::Weekday(_) | Word::WeekdayAbbr(_) => &[day::weekday],
        Word::Weekdays(_) => &[recurring::weekdays],
        Word::Month(_) | Word::MonthAbbr(_) => &[holiday::named, day::month_first],
        Word::Digits => match (scan.shape(i), scan.str(i).len()) {
            (Some(Shape::Alnum), _) => ALNUM,
            (_, 4) => FOUR_DIGITS,
            _ => NUMBER,
        },
        Word::Count(_) => &[
            year::spelled,
            clock::spelled,
            length::plain,
            amount::quarter_of,
            decade::century,
            day::ordinal_first,
            relative::ordinal_of,
        ],
        Word::Ordinal(_) => &[
            holiday::named,
            quarter::numbered,
            quarter::halves,
            decade::century,
            day::ordinal_first,
            relative::ordinal_of,
            length::first,
        ],
        _ => small_word_rules(word),
    }
}

/// The rules of words that are no names: units, determiners, adverbs.
fn small_word_rules(word: Word) -> &'static [Rule] {
    match word {
        Word::Unit(_) => &[
            relative::bare_unit,
            length::long,
            compare::year_ago,
            quarter::numbered,
            day::ordinal_first,
            relative::year_end,
            relative::ordinal_of,
            year::the_year,
            clock::past_hour,
            amount::quarter_of,
        ],
        Word::Units(_) => &[length::bare, length::long, year::the_year, recurring::weekends],
        Word::Season(_) | Word::Seasons(_) => &[season::named],
        Word::Part(_) => &[clock::part],
        Word::Parts(_) => &[recurring::parts],
        Word::Hour(_) => &[clock::noon],
        Word::Shift(_) => &[relative::today],
        Word::Tonight => &[relative::tonight],
        Word::Which(_) => {
            &[relative::which, quarter::of_which, length::which, vague::the_past, vague::current]
        }
        Word::Vague(_) => &[length::plain],
        Word::Key(Key::Half) => &[length::plain, clock::past_hour],
        Word::Key(Key::A) => &[length::plain, amount::quarter_of, recurring::article],
        Word::Key(Key::Ad) => &[year::after_era],
        Word::Decade(_) => &[decade::named_decade],
        Word::Quarter(_) | Word::HalfYear(_) => &[quarter::coded],
        Word::FiscalYear => &[fiscal::fiscal_code],
        Word::Key(Key::Another) => &[length::another],
        Word::Key(Key::Each | Key::Every | Key::Per) => &[recurring::each],
        Word::Key(Key::Once | Key::Twice) => &[recurring::times],
        Word::Key(Key::Fiscal) => &[fiscal::fiscal, quarter::fiscal],
        Word::Key(Key::YearEnd) => &[relative::year_end],
        Word::Every(..) => &[recurring::adverb],
        Word::Ref(_) => &[vague::word],
        Word::Key(Key::Right) => &[vague::right_now],
        Word::Key(Key::At) => &[],
        Word::Festive => &[holiday::named],
        _ => &[],
    }
}

/// The longest core at token `i`.
pub(super) fn core(scan: &Scan<'_>, i: usize) -> Option<Core> {
    if is_idle(scan, i) {
        return None;
    }
    let mut best: Option<Core> = None;
    for rule in rules(scan, i) {
        if let Some(core) = rule(scan, i) {
            if best.as_ref().is_none_or(|best| core.next > best.next) {
                best = Some(core);
            }
        }
    }
    best
}

/// Whether a small word begins nothing, as most do: no word of time among the next two. ("That" and "a"
/// stand at every tenth token; asking their rules each time would double the work.)
fn is_idle(scan: &Scan<'_>, i: usize) -> bool {
    let small = match scan.word(i) {
        Word::Which(which) => !matches!(which, Which::Past | Which::Current),
        Word::Key(_) | Word::Vague(_) => true,
        _ => false,
    };
    small
        && [1, 2].iter().all(|n| scan.word(after(i, *n)) == Word::None)
        && !scan.is_shape(after(i, 1), Shape::Hyphen)
}
