//! What a single word can contribute to an expression of time.
//!
//! In: `lexicon/date_words.tsv`. Out: one [`Word`] a token. Rules match on these values, never on spelling,
//! except for the few function words that no table needs.

use std::ops::Range;

use once_cell::sync::Lazy;

use crate::date::value::{DayPart, Reference, Season, Unit};
use crate::doc::Doc;
use crate::lexicon::{self, Class, Column, Entry};
use crate::text::{Shape, Token};

/// A word of the calendar, or a small word that can open or hold together an expression of time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::date) enum Word {
    /// Nothing to do with time.
    #[default]
    None,
    /// A number or a word that begins with a digit: `24`, `1990s`, `3rd`.
    Digits,
    /// `Friday`, as 5.
    Weekday(u8),
    /// `Fridays`.
    Weekdays(u8),
    /// `Fri`, a date only beside one.
    WeekdayAbbr(u8),
    /// `March`, as 3.
    Month(u8),
    /// `Sept`, with its full stop or a number after it.
    MonthAbbr(u8),
    /// `year`.
    Unit(Unit),
    /// `years`.
    Units(Unit),
    /// `seven`, `twenty`.
    Count(u8),
    /// `hundred`, `thousand`.
    Scale(u32),
    /// `third`; 0 for `final`.
    Ordinal(u8),
    /// `summer`.
    Season(Season),
    /// `summers`.
    Seasons(Season),
    /// `morning`.
    Part(DayPart),
    /// `mornings`.
    Parts(DayPart),
    /// `noon` 12, `midnight` 24.
    Hour(u8),
    /// `yesterday` -1, `today` 0, `tomorrow` 1.
    Shift(i8),
    /// `tonight`, `overnight`.
    Tonight,
    /// `last`, `next`, `this`, `same`.
    Which(Which),
    /// `early`, `end`.
    Edge(Edge),
    /// `about`, `nearly`.
    About(About),
    /// `several`, `couple`.
    Vague(Option<u8>),
    /// `now`, `soon`.
    Ref(Reference),
    /// `daily`: one a unit.
    Every(u8, Unit),
    /// `sixties`, as 60; `noughties`, as 100.
    Decade(u8),
    /// `Q3`, as 3.
    Quarter(u8),
    /// `H1`, as 1.
    HalfYear(u8),
    /// `FY25`, `FY2025`.
    FiscalYear,
    /// The first word of a holiday.
    Festive,
    /// `the`, `a`, `each` and other small words.
    Key(Key),
}

macro_rules! keys {
    ($(#[$meta:meta])* enum $name:ident { $($variant:ident = $text:literal,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(in crate::date) enum $name { $($variant,)* }

        impl $name {
            fn named(text: &str) -> Option<Self> {
                match text { $($text => Some(Self::$variant),)* _ => None }
            }
        }
    };
}

keys! {
    /// The words that pick one of several: "last week".
    enum Which {
        Last = "last",
        Past = "past",
        Previous = "previous",
        This = "this",
        These = "these",
        That = "that",
        Those = "those",
        Same = "same",
        Current = "current",
        Latest = "latest",
        Recent = "recent",
        Next = "next",
        Coming = "coming",
        Following = "following",
        Between = "same_units",
    }
}

keys! {
    /// A stretch at one end of another: "the end of May".
    enum Edge {
        Start = "START",
        Mid = "MID",
        End = "END",
        Earlier = "EARLIER",
        Later = "LATER",
    }
}

keys! {
    /// How exact an amount is.
    enum About {
        Approx = "APPROX",
        Less = "LESS_THAN",
        More = "MORE_THAN",
    }
}

keys! {
    /// Small words.
    enum Key {
        The = "the",
        A = "a",
        Each = "each",
        Every = "every",
        Per = "per",
        Another = "another",
        Once = "once",
        Twice = "twice",
        At = "at",
        In = "in",
        More = "more",
        Less = "less",
        Up = "up",
        No = "no",
        As = "as",
        Fiscal = "fiscal",
        Period = "period",
        Half = "half",
        Fortnight = "fortnight",
        YearEnd = "year_end",
        Right = "right",
        Ad = "ad",
        Bc = "bc",
        Am = "am",
    }
}

/// The table, loaded once. Holds no data of a text.
static TABLE: Lazy<Column<Word>> =
    Lazy::new(|| Column::new(lexicon::rows(lexicon::DATE_WORDS).filter_map(read_row)));

fn read_row(row: &str) -> Option<(&str, Word)> {
    let mut fields = row.split('\t');
    let (word, kind, value) = (fields.next()?, fields.next()?, fields.next()?);
    let small = || value.parse::<u8>().ok();
    let meaning = match kind {
        "weekday" => Word::Weekday(small()?),
        "weekdays" => Word::Weekdays(small()?),
        "weekday_abbr" => Word::WeekdayAbbr(small()?),
        "month" => Word::Month(small()?),
        "month_abbr" => Word::MonthAbbr(small()?),
        "unit" => Word::Unit(value.parse().ok()?),
        "units" => Word::Units(value.parse().ok()?),
        "count" | "year_count" => Word::Count(small()?),
        "scale" => Word::Scale(value.parse().ok()?),
        "ordinal" => Word::Ordinal(small()?),
        "season" => Word::Season(value.parse().ok()?),
        "seasons" => Word::Seasons(value.parse().ok()?),
        "part" => Word::Part(value.parse().ok()?),
        "parts" => Word::Parts(value.parse().ok()?),
        "clock" => Word::Hour(small()?),
        "shift" => Word::Shift(value.parse().ok()?),
        "tonight" => Word::Tonight,
        "which" | "which_alone" => Word::Which(Which::named(value)?),
        "edge" => Word::Edge(Edge::named(value)?),
        "about" => Word::About(About::named(value)?),
        "vague" => Word::Vague(small()),
        "ref" => Word::Ref(value.parse().ok()?),
        "set" => every(value)?,
        "decade" => Word::Decade(small()?),
        "quarter" => Word::Quarter(small()?),
        "half_year" => Word::HalfYear(small()?),
        "key" | "key_alone" => Word::Key(Key::named(value)?),
        _ => return None,
    };
    Some((word, meaning))
}

fn every(value: &str) -> Option<Word> {
    let mut parts = value.split(' ');
    let count = parts.next()?.parse().ok()?;
    Some(Word::Every(count, parts.next()?.parse().ok()?))
}

/// `FY25`, `FY2025`: no list holds every year.
pub(super) fn is_fiscal_year(word: &str) -> bool {
    let digits = word.strip_prefix("FY").unwrap_or("");
    matches!(digits.len(), 2 | 4) && digits.bytes().all(|b| b.is_ascii_digit())
}

/// The words of one text, looked up where an expression may stand: few tokens are near one.
#[derive(Debug)]
pub(super) struct Reading {
    /// One a token, as far as the text is read; none where nothing was looked up.
    words: Vec<Word>,
}

impl Reading {
    pub(super) fn new(doc: &Doc<'_>) -> Self {
        Self { words: Vec::with_capacity(doc.tokens.len()) }
    }

    /// Looks up a stretch of tokens; stretches come in order.
    pub(super) fn look_up(&mut self, doc: &Doc<'_>, tokens: Range<usize>) {
        let from = self.words.len().max(tokens.start);
        let to = tokens.end.min(doc.tokens.len());
        let list = doc.tokens.as_slice();
        if let (Some(list), Some(entries)) = (list.get(from..to), doc.words.get(from..to)) {
            self.words.resize(from, Word::None);
            self.words.extend(list.iter().zip(entries).map(|(token, entry)| word_at(doc, *token, *entry)));
        }
    }

    pub(super) fn words(&self) -> &[Word] {
        &self.words
    }

    pub(super) fn into_words(self) -> Vec<Word> {
        self.words
    }
}

/// The word at one token of a text.
fn word_at(doc: &Doc<'_>, token: Token, entry: Entry) -> Word {
    match token.shape {
        Shape::Number | Shape::Alnum => Word::Digits,
        Shape::Upper if token.span().of(doc.tokens.text).is_some_and(is_fiscal_year) => Word::FiscalYear,
        _ if entry.is(Class::CALENDAR) => TABLE.get(entry),
        _ if entry.is(Class::FESTIVE) => Word::Festive,
        _ => Word::None,
    }
}

#[cfg(test)]
mod tests {
    use super::{TABLE, Word, read_row};
    use crate::lexicon::{self, Class};

    #[test]
    fn every_row_is_read_and_known_to_the_lexicon() {
        for row in lexicon::rows(lexicon::DATE_WORDS) {
            let (word, meaning) = read_row(row).unwrap_or_else(|| panic!("{row:?}"));
            assert_eq!(TABLE.get(lexicon::look_up(word)), meaning, "{row:?}");
            assert!(lexicon::look_up(word).is(Class::CALENDAR), "{row:?}");
        }
        assert_eq!(TABLE.get(lexicon::look_up("harbour")), Word::None);
    }
}
