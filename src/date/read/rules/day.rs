//! Days and months by name: "Friday", "Sept. 30", "30 September 1998", "Friday, May 3", "the 25th of August".

use super::hour::part_after;
use super::year::{named_year, short_year};
use crate::date::phrase::{Core, Fields, Phrase, Pick, Year};
use crate::date::read::article;
use crate::date::read::number;
use crate::date::read::scan::{Scan, after};
use crate::date::read::words::{Key, Which, Word};
use crate::date::value::calendar;
use crate::date::value::{Calendar, Time, Unit, Within};
use crate::lexicon::Class;
use crate::text::{Atom, Shape, atom, atoms};

/// A month at token `i`: its number, and the token after it with its full stop.
pub(in crate::date::read) fn month_at(scan: &Scan<'_>, i: usize) -> Option<(u8, usize)> {
    let next = after(i, 1);
    match scan.word(i) {
        Word::Month(month) if scan.capital(i) || !is_plain_word(scan, i) => {
            // "Sept." is listed without its stop, but "March." ends a sentence.
            Some((month, next))
        }
        Word::MonthAbbr(month) if scan.capital(i) => {
            let dot = scan.is(next, atom!(".")) && scan.glued(next);
            Some((month, if dot { after(next, 1) } else { next }))
        }
        _ => None,
    }
}

/// "may", "march", "august": words of their own in small letters.
fn is_plain_word(scan: &Scan<'_>, i: usize) -> bool {
    scan.is_any(i, atoms!["may", "march", "august"])
}

/// A day of the month at token `i`, 1 to 31, as `3`, `3rd`, `03` or `third`.
pub(in crate::date::read) fn day_of_month(scan: &Scan<'_>, i: usize) -> Option<(u8, usize)> {
    let (day, next) = match scan.digits(i) {
        Some((day, 1 | 2)) => (day, after(i, 1)),
        Some(_) => return None,
        None => number::ordinal(scan, i)?,
    };
    let day = u8::try_from(day).ok().filter(|day| (1..=31).contains(day))?;
    Some((day, next))
}

/// What follows a day and month: ", 1998", " 1998", " of last year". Sets the year; gives the token after.
pub(super) fn take_year(scan: &Scan<'_>, i: usize, fields: &mut Fields) -> Option<usize> {
    let comma = scan.is_shape(i, Shape::Comma);
    let at = if comma { after(i, 1) } else { i };
    if let Some((year, next)) = named_year(scan, at) {
        fields.year = Some(Year::Is(year));
        return Some(next);
    }
    if let Some((year, next)) = apostrophe_year(scan, at) {
        fields.year = Some(Year::Is(year));
        return Some(next);
    }
    if comma {
        return None;
    }
    // "in February this year": two expressions, and the second dates the first.
    let mut named = *fields;
    if !scan.is(i, atom!("of")) && year_of(scan, i, &mut named).is_some() {
        fields.year = named.year;
        return None;
    }
    if scan.is(i, atom!("of")) {
        let at = after(i, 1);
        if let Some((year, next)) = named_year(scan, at).or_else(|| apostrophe_year(scan, at)) {
            fields.year = Some(Year::Is(year));
            return Some(next);
        }
        return year_of(scan, at, fields);
    }
    None
}

/// "'68" in "May '68", "the summer of '68".
fn apostrophe_year(scan: &Scan<'_>, i: usize) -> Option<(i32, usize)> {
    let digits = after(i, 1);
    let (year, 2) = scan.digits(digits).filter(|_| scan.is(i, atom!("'")) && scan.glued(digits))? else {
        return None;
    };
    Some((short_year(year)?, after(i, 2)))
}

/// "that year", "the same year", "last year", "this year" after "of".
fn year_of(scan: &Scan<'_>, i: usize, fields: &mut Fields) -> Option<usize> {
    let i = if scan.key(i, Key::The) { after(i, 1) } else { i };
    let Word::Which(which) = scan.word(i) else { return None };
    if !scan.is(after(i, 1), atom!("year")) {
        return None;
    }
    fields.year = Some(match which {
        Which::Last | Which::Past => Year::FromNow(-1),
        Which::This | Which::Current => Year::FromNow(0),
        Which::Next | Which::Coming => Year::FromNow(1),
        Which::That | Which::Same => Year::FromMention(0),
        Which::Following => Year::FromMention(1),
        Which::Previous => Year::FromMention(-1),
        _ => return None,
    });
    Some(after(i, 2))
}

/// "March", "March 3", "March 3, 1998", "March 1998", "March of last year".
pub(super) fn month_first(scan: &Scan<'_>, i: usize) -> Option<Core> {
    let (month, next) = month_at(scan, i)?;
    let mut fields = Fields { month: Some(month), ..Fields::default() };
    if let Some((day, next)) = day_after_month(scan, next) {
        fields.day = Some(day);
        let next = take_year(scan, next, &mut fields).unwrap_or(next);
        return Some(Core::date(fields, next, "date.month_day"));
    }
    if let Some(next) = take_year(scan, next, &mut fields) {
        return Some(Core::date(fields, next, "date.month_year"));
    }
    if matches!(scan.word(i), Word::MonthAbbr(_)) && next == after(i, 1) {
        return None;
    }
    stands_alone(scan, i, next).then(|| Core::date(fields, next, "date.month"))
}

fn day_after_month(scan: &Scan<'_>, i: usize) -> Option<(u8, usize)> {
    let i = if scan.key(i, Key::The) { after(i, 1) } else { i };
    if matches!(scan.word(i), Word::Unit(_)) {
        return None;
    }
    let (day, next) = day_of_month(scan, i)?;
    // "in March 20 percent", "May 10:30".
    let other = scan.is_any(next, atoms!["percent", "%", "per"])
        || scan.is_shape(next, Shape::Colon)
            && scan.glued(next)
            && scan.digits(after(next, 1)).is_some_and(|d| d.1 == 2);
    (!other).then_some((day, next))
}

/// Whether a bare month is a month: "in May", "last March", but not "Theresa May" or "April Lind".
fn stands_alone(scan: &Scan<'_>, i: usize, next: usize) -> bool {
    let doubtful =
        matches!(scan.word(i), Word::Month(1 | 3..=6 | 8)) || matches!(scan.word(i), Word::MonthAbbr(_));
    if !doubtful {
        return scan.capital(i) || !is_plain_word(scan, i);
    }
    let before = scan.before(i);
    if before.is_some_and(|b| leads(scan, b)) {
        return true;
    }
    let the = before.is_some_and(|b| scan.key(b, Key::The));
    if the && article::noun_follows(scan, next) && !scan.is_shape(i, Shape::Upper) {
        // "the March accession"; "the March for Life" is a walk.
        return scan.capital(i);
    }
    let name_before = before.is_some_and(|b| {
        scan.shape(b).is_some_and(Shape::is_capital) && !scan.of_class(b, Class::PREPOSITION)
    }) || before.is_some_and(|b| scan.is_shape(b, Shape::Possessive));
    let name_after =
        scan.shape(next).is_some_and(Shape::is_capital) && !matches!(scan.word(next), Word::Month(_));
    let modal = scan.is_any(i, atoms!["may", "march"])
        && scan.opens(i)
        && !matches!(scan.shape(next), Some(Shape::Hyphen | Shape::Dash | Shape::Comma));
    // A shouted "MAY" in a headline is the verb; "the March" on its own the walk.
    let shouted = scan.is_shape(i, Shape::Upper) && scan.is(i, atom!("may"));
    scan.capital(i) && !the && !name_before && !name_after && !modal && !shouted
}

/// Words that stand before months and not before names.
fn leads(scan: &Scan<'_>, i: usize) -> bool {
    matches!(scan.word(i), Word::Which(_) | Word::Edge(_) | Word::Key(Key::Each | Key::Every | Key::In))
        || scan.is_any(
            i,
            atoms![
                "from", "since", "until", "till", "during", "by", "of", "through", "between", "early",
                "late", "before", "after"
            ],
        )
}

/// "30 September", "30 Sept. 1998", "3rd of May, 1998", "19-Nov-12".
pub(super) fn day_first(scan: &Scan<'_>, i: usize) -> Option<Core> {
    let (day, at) = day_of_month(scan, i)?;
    if scan.hyphen(at) {
        return hyphened(scan, day, at);
    }
    month_after(scan, day, at)
}

/// "the third of May", "twenty-fifth of August".
pub(super) fn ordinal_first(scan: &Scan<'_>, i: usize) -> Option<Core> {
    let (day, at) = day_of_month(scan, i)?;
    month_after(scan, day, at)
}

fn month_after(scan: &Scan<'_>, day: u8, at: usize) -> Option<Core> {
    let at = if scan.is(at, atom!("of")) { after(at, 1) } else { at };
    let (month, next) = month_at(scan, at)?;
    let mut fields = Fields { month: Some(month), day: Some(day), ..Fields::default() };
    let next = take_year(scan, next, &mut fields).unwrap_or(next);
    Some(Core::date(fields, next, "date.day_month"))
}

/// Words before "the 3rd" that make it a day of the month.
const DAY_LEADS: &[Atom] =
    atoms!["on", "by", "until", "till", "from", "since", "to", "through", "before", "after"];

/// "on the 3rd", "by the 15th of this month": a day of the month told of.
pub(super) fn day_alone(scan: &Scan<'_>, i: usize) -> Option<Core> {
    if !scan.is_shape(i, Shape::Alnum) {
        return None;
    }
    let (day, next) = day_of_month(scan, i)?;
    let the = scan.before(i).filter(|b| scan.key(*b, Key::The))?;
    let led = scan.before(the).is_some_and(|b| scan.is_any(b, DAY_LEADS));
    let fields = Fields { day: Some(day), ..Fields::default() };
    if scan.is(next, atom!("of")) {
        let at = after(next, 1);
        let at = if scan.key(at, Key::The) { after(at, 1) } else { at };
        let pick = match scan.word(at) {
            Word::Unit(Unit::Month) => return Some(Core::date(fields, after(at, 1), "date.day")),
            Word::Which(Which::This | Which::Current) => Pick::This,
            Word::Which(Which::Last) => Pick::Last,
            Word::Which(Which::Next) => Pick::Next,
            Word::Which(Which::That | Which::Same) => Pick::Mention(0),
            _ => return None,
        };
        let month = scan.word(after(at, 1)) == Word::Unit(Unit::Month);
        return month.then(|| Core::date(Fields { pick, ..fields }, after(at, 2), "date.day"));
    }
    let alone = match scan.shape(next) {
        None | Some(Shape::Comma | Shape::Stop | Shape::Semicolon | Shape::Close) => true,
        _ => article::is_function_word(scan, next),
    };
    (led && alone).then(|| Core::date(fields, next, "date.day"))
}

/// The rest of "19-Nov-12" from its first hyphen.
fn hyphened(scan: &Scan<'_>, day: u8, at: usize) -> Option<Core> {
    let (month, next) = month_at(scan, after(at, 1))?;
    if !scan.hyphen(next) {
        return None;
    }
    let (year, digits) = scan.digits(after(next, 1))?;
    let year = match digits {
        2 => short_year(year)?,
        4 => i32::try_from(year).ok()?,
        _ => return None,
    };
    let fields =
        Fields { year: Some(Year::Is(year)), month: Some(month), day: Some(day), ..Fields::default() };
    Some(Core::date(fields, after(next, 2), "date.day_month"))
}

/// "Friday", "Friday, May 3", "Friday 3 May 1998", "Friday morning".
pub(super) fn weekday(scan: &Scan<'_>, i: usize) -> Option<Core> {
    let (weekday, short) = match scan.word(i) {
        Word::Weekday(day) => (day, false),
        Word::WeekdayAbbr(day) => (day, true),
        _ => return None,
    };
    if !scan.capital(i) {
        return None;
    }
    let mut next = after(i, 1);
    if short && scan.is(next, atom!(".")) {
        next = after(next, 1);
    }
    if let Some(core) = dated(scan, (weekday, short), next) {
        return Some(core);
    }
    if short || names_a_paper(scan, next) {
        return None;
    }
    if let Word::Parts(part) = scan.word(next) {
        // "Tuesday nights": every one.
        let value = Calendar::new(None, Within::Weekday(None, weekday)).at(Some(Time::Part(part)));
        return Some(Core { phrase: Phrase::Set(value.into()), next: after(next, 1), rule: "set.weekdays" });
    }
    let mut fields = Fields { weekday: Some(weekday), ..Fields::default() };
    if is_week_on(scan, i, next) {
        fields.pick = Pick::WeekOn;
        return Some(Core::date(fields, after(next, 1), "date.weekday"));
    }
    let (part, next) = part_after(scan, next);
    fields.time = part;
    fields.pick = week_after(scan, next).map_or(fields.pick, Pick::InWeek);
    Some(Core::date(fields, next, if part.is_some() { "date.weekday_part" } else { "date.weekday" }))
}

/// "on Friday week", where "week" at `next` ends its phrase.
fn is_week_on(scan: &Scan<'_>, i: usize, next: usize) -> bool {
    let end = after(next, 1);
    let ends = match scan.shape(end) {
        None | Some(Shape::Comma | Shape::Stop | Shape::Semicolon | Shape::Close | Shape::Quote) => true,
        _ => article::is_function_word(scan, end),
    };
    let led = scan.before(i).is_some_and(|b| scan.of_class(b, Class::PREPOSITION));
    scan.is(next, atom!("week")) && led && ends
}

/// "last week", "of next week" after a day: an expression of its own, that says which week the day is of.
fn week_after(scan: &Scan<'_>, i: usize) -> Option<i8> {
    let i = if scan.is(i, atom!("of")) { after(i, 1) } else { i };
    let week = scan.word(after(i, 1)) == Word::Unit(Unit::Week);
    let by = match scan.word(i) {
        Word::Which(Which::Last) => -1,
        Word::Which(Which::This) => 0,
        Word::Which(Which::Next) => 1,
        _ => return None,
    };
    week.then_some(by)
}

/// The date after a weekday's name.
fn dated(scan: &Scan<'_>, (weekday, short): (u8, bool), i: usize) -> Option<Core> {
    let (time, i) = part_after(scan, i);
    let i = if scan.is_shape(i, Shape::Comma) { after(i, 1) } else { i };
    let i = if scan.key(i, Key::The) { after(i, 1) } else { i };
    let mut core = match scan.word(i) {
        Word::Month(_) | Word::MonthAbbr(_) => month_first(scan, i)?,
        Word::Digits => day_first(scan, i)?,
        Word::Ordinal(_) | Word::Count(_) => ordinal_first(scan, i)?,
        _ => return None,
    };
    let Phrase::Date(mut fields) = core.phrase else { return None };
    fields.day?;
    // "the Shetland Sun, August 16, 2008": a short form that its date contradicts is no weekday.
    if short && contradicts(weekday, fields) {
        return None;
    }
    fields.weekday = Some(weekday);
    fields.time = time;
    core.phrase = Phrase::Date(fields);
    core.rule = "date.weekday_date";
    Some(core)
}

/// Whether a date with all its fields falls on another day of the week.
fn contradicts(weekday: u8, fields: Fields) -> bool {
    let (Some(Year::Is(year)), Some(month), Some(day)) = (fields.year, fields.month, fields.day) else {
        return false;
    };
    calendar::day(year, month, day).is_some_and(|day| calendar::weekday(day) != weekday)
}

/// "Sunday Times", "Friday Journal": a title goes on with a capital.
fn names_a_paper(scan: &Scan<'_>, next: usize) -> bool {
    scan.is_any(
        next,
        atoms![
            "times", "telegraph", "mail", "mirror", "herald", "express", "post", "tribune", "review",
            "agreement"
        ],
    ) && scan.capital(next)
}
