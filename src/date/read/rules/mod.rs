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

/// The longest core of some rules, which are called by name: a call through a table is guessed wrong each time.
macro_rules! longest {
    ($scan:ident, $i:ident: $($rule:path),* $(,)?) => {{
        let best: Option<Core> = None;
        $(let best = longer(best, $rule($scan, $i));)*
        best
    }};
}

/// The longer core, the first on a tie.
fn longer(best: Option<Core>, other: Option<Core>) -> Option<Core> {
    match (&best, &other) {
        (Some(one), Some(two)) if two.next > one.next => other,
        (None, _) => other,
        _ => best,
    }
}

/// The longest core at token `i`.
pub(super) fn core(scan: &Scan<'_>, i: usize) -> Option<Core> {
    if is_idle(scan, i) {
        return None;
    }
    let word = scan.word(i);
    match word {
        Word::Weekday(_) | Word::WeekdayAbbr(_) => day::weekday(scan, i),
        Word::Weekdays(_) => recurring::weekdays(scan, i),
        Word::Month(_) | Word::MonthAbbr(_) => longest!(scan, i: holiday::named, day::month_first),
        Word::Digits => match (scan.shape(i), scan.str(i).len()) {
            (Some(Shape::Alnum), _) => alnum(scan, i),
            (_, 4) => four_digits(scan, i),
            _ => number(scan, i),
        },
        Word::Count(_) => longest!(scan, i:
            year::spelled,
            clock::spelled,
            length::plain,
            amount::quarter_of,
            decade::century,
            day::ordinal_first,
            relative::ordinal_of,
        ),
        Word::Ordinal(_) => longest!(scan, i:
            holiday::named,
            quarter::numbered,
            quarter::halves,
            decade::century,
            day::ordinal_first,
            relative::ordinal_of,
            length::first,
        ),
        _ => small_word(scan, i, word),
    }
}

/// "1998", "2025-12-24", "0735 GMT".
fn four_digits(scan: &Scan<'_>, i: usize) -> Option<Core> {
    longest!(scan, i:
        numeric::iso,
        numeric::iso_week,
        year::digits,
        decade::decade,
        clock::digits,
        quarter::after_year,
        season::after_year,
        length::plain,
    )
}

/// "3rd", "1990s", "9pm", "3Q".
fn alnum(scan: &Scan<'_>, i: usize) -> Option<Core> {
    longest!(scan, i:
        day::day_first,
        decade::decade,
        clock::digits,
        quarter::numbered,
        quarter::coded,
        decade::century,
        relative::ordinal_of,
        day::day_alone,
    )
}

/// "3", "10.30", "24.12.2025".
fn number(scan: &Scan<'_>, i: usize) -> Option<Core> {
    longest!(scan, i:
        day::day_first,
        numeric::slashed,
        numeric::short,
        year::digits,
        year::apostrophe,
        clock::digits,
        length::plain,
    )
}

/// Words that are no names: units, determiners, adverbs.
fn small_word(scan: &Scan<'_>, i: usize, word: Word) -> Option<Core> {
    match word {
        Word::Unit(_) => longest!(scan, i:
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
        ),
        Word::Units(_) => {
            longest!(scan, i: length::bare, length::long, year::the_year, recurring::weekends)
        }
        Word::Season(_) | Word::Seasons(_) => season::named(scan, i),
        Word::Part(_) => clock::part(scan, i),
        Word::Parts(_) => recurring::parts(scan, i),
        Word::Hour(_) => clock::noon(scan, i),
        Word::Shift(_) => relative::today(scan, i),
        Word::Tonight => relative::tonight(scan, i),
        Word::Which(_) => longest!(scan, i:
            relative::which,
            quarter::of_which,
            length::which,
            vague::the_past,
            vague::current,
        ),
        Word::Vague(_) => length::plain(scan, i),
        Word::Decade(_) => decade::named_decade(scan, i),
        Word::Quarter(_) | Word::HalfYear(_) => quarter::coded(scan, i),
        Word::FiscalYear => fiscal::fiscal_code(scan, i),
        Word::Every(..) => recurring::adverb(scan, i),
        Word::Ref(_) => vague::word(scan, i),
        Word::Festive => holiday::named(scan, i),
        Word::Key(key) => key_word(scan, i, key),
        _ => None,
    }
}

/// "half", "a", "each".
fn key_word(scan: &Scan<'_>, i: usize, key: Key) -> Option<Core> {
    match key {
        Key::Half => longest!(scan, i: length::plain, clock::past_hour),
        Key::A => longest!(scan, i: length::plain, amount::quarter_of, recurring::article),
        Key::Ad => year::after_era(scan, i),
        Key::Another => length::another(scan, i),
        Key::Each | Key::Every | Key::Per => recurring::each(scan, i),
        Key::Once | Key::Twice => recurring::times(scan, i),
        Key::Fiscal => longest!(scan, i: fiscal::fiscal, quarter::fiscal),
        Key::YearEnd => relative::year_end(scan, i),
        Key::Right => vague::right_now(scan, i),
        _ => None,
    }
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
