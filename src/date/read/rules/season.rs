//! Seasons: "summer", "the summer of 1998", "spring 1945", "1991 summer".

use super::day::take_year;
use super::year::named_year;
use crate::date::phrase::{Core, Fields, Phrase, Stretch, Year};
use crate::date::read::scan::{Scan, after};
use crate::date::read::words::{Edge, Key, Word};
use crate::date::value::{Calendar, Season, Within};
use crate::text::{Atom, Shape, atom, atoms};

/// A season by name, with the year that may follow.
pub(super) fn named(scan: &Scan<'_>, i: usize) -> Option<Core> {
    let Word::Season(season) = scan.word(i) else { return None };
    let mut fields = Fields { stretch: Some(Stretch::Season(season)), ..Fields::default() };
    let next = after(i, 1);
    if let Some(next) = take_year(scan, next, &mut fields) {
        return Some(Core::date(fields, next, "date.season_year"));
    }
    if is_every(scan, i) {
        let value = Calendar::new(None, Within::Season(season));
        return Some(Core { phrase: Phrase::Set(value.into()), next, rule: "set.season" });
    }
    stands_alone(scan, i, season).then(|| Core::date(fields, next, "date.season"))
}

/// "only in winter", "mostly in summer": every year's.
fn is_every(scan: &Scan<'_>, i: usize) -> bool {
    let led = scan.before(i).filter(|b| scan.key(*b, Key::In)).and_then(|b| scan.before(b));
    led.is_some_and(|b| {
        scan.is_any(
            b,
            atoms!["only", "even", "mostly", "mainly", "usually", "normally", "typically", "often"],
        )
    })
}

/// Words before a season that say it is one.
const LEADS: &[Atom] = atoms![
    "by", "until", "since", "during", "through", "throughout", "and", "or", "of", "over", "from", "to",
    "after", "before", "this", "for"
];

/// Nouns that make a capitalised season part of a name.
const NAMES: &[Atom] = atoms![
    "olympics", "games", "olympic", "palace", "paralympics", "park", "street", "league", "classic", "break"
];

/// Whether a season without a year is one: "in spring", "the summer", not "the fall of the city".
fn stands_alone(scan: &Scan<'_>, i: usize, season: Season) -> bool {
    let next = after(i, 1);
    let before = scan.before(i);
    let hyphened = before.is_some_and(|b| scan.hyphen(b) && !scan.is(b.saturating_sub(1), atom!("mid")));
    if hyphened || scan.hyphen(next) || scan.capital(i) && scan.is_any(next, NAMES) {
        return false;
    }
    if scan.is(i, atom!("fall")) {
        return is_autumn(scan, i);
    }
    // "John Winter", but "the Spring", "a Spring Offensive", "in Summer".
    let led =
        before.is_some_and(|b| scan.key(b, Key::The)) || scan.shape(next).is_some_and(Shape::is_capital);
    if scan.is_shape(i, Shape::Title) && !led && !is_season(scan, i) {
        return false;
    }
    season != Season::Spring || !scan.is(i, atom!("spring")) || is_season(scan, i)
}

/// "in the fall", not "the fall of the city" or "the fall in prices".
fn is_autumn(scan: &Scan<'_>, i: usize) -> bool {
    let the = scan.before(i).filter(|b| scan.key(*b, Key::The));
    let led = the.and_then(|b| scan.before(b));
    let led = led.is_some_and(|b| {
        scan.key(b, Key::In) || matches!(scan.word(b), Word::Edge(_)) || scan.is_any(b, LEADS)
    });
    led && !scan.is_any(after(i, 1), atoms!["of", "in"])
}

/// "in spring", "the spring", not "a hot spring" or "spring a leak".
fn is_season(scan: &Scan<'_>, i: usize) -> bool {
    let next = after(i, 1);
    let led = scan.before(i).is_some_and(|b| {
        matches!(
            scan.word(b),
            Word::Edge(Edge::Start | Edge::Mid | Edge::End) | Word::Key(Key::In) | Word::Which(_)
        ) || scan.is_any(b, LEADS)
    });
    let the = scan.before(i).is_some_and(|b| scan.key(b, Key::The));
    let alone = the && !scan.is(next, atom!("of")) && !scan.is_shape(next, Shape::Lower);
    let offensive =
        scan.is_shape(i, Shape::Title) && !scan.opens(i) && scan.shape(next).is_some_and(Shape::is_capital);
    led || alone || the && scan.is_shape(i, Shape::Title) || offensive
}

/// "1991 summer", "1991's spring".
pub(super) fn after_year(scan: &Scan<'_>, i: usize) -> Option<Core> {
    let (year, next) = named_year(scan, i)?;
    let Word::Season(season) = scan.word(next) else { return None };
    if scan.is(next, atom!("fall")) || scan.capital(next) {
        return None;
    }
    let fields =
        Fields { stretch: Some(Stretch::Season(season)), year: Some(Year::Is(year)), ..Fields::default() };
    Some(Core::date(fields, after(next, 1), "date.season_year"))
}
