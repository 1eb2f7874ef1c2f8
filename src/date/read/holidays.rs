//! The names of holidays.
//!
//! To add one, add a row to `lexicon/holidays.tsv`; its example is its test.

use once_cell::sync::Lazy;

use crate::date::holiday::{Holiday, Rule};
use crate::date::read::scan::{Scan, after};
use crate::lexicon::{self, Class, Column};
use crate::text::{Atom, Shape, atom, atoms};

#[derive(Clone)]
struct Row {
    words: Vec<Atom>,
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
        let (mut heads, mut rows): (Vec<&str>, Vec<Vec<Row>>) = (Vec::new(), Vec::new());
        for (head, row) in lexicon::rows(lexicon::HOLIDAYS).filter_map(read_row) {
            match heads.iter().position(|known| *known == head) {
                Some(at) => rows.get_mut(at).into_iter().for_each(|rows| rows.push(row.clone())),
                None => {
                    heads.push(head);
                    rows.push(vec![row]);
                }
            }
        }
        for rows in &mut rows {
            rows.sort_by_key(|row| std::cmp::Reverse(row.words.len()));
        }
        let heads = Column::new(heads.iter().enumerate().map(|(at, head)| (*head, Some(at))));
        Self { heads, rows }
    }
}

/// A row with the word that begins its name.
fn read_row(row: &str) -> Option<(&str, Row)> {
    let mut fields = row.split('\t');
    let (name, rule) = (fields.next()?, fields.next()?);
    let words = name.split(' ').map(Atom::fold).collect();
    Some((name.split(' ').next()?, Row { words, holiday: Holiday { rule: read_rule(rule)? } }))
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
        .is_some_and(|b| scan.capital(b) && !scan.is_any(b, atoms!["u.s.", "us", "american", "america"]))
}

/// The token after the words of a name, where they all stand at `i`.
fn matches(scan: &Scan<'_>, i: usize, words: &[Atom]) -> Option<usize> {
    let mut at = i;
    for &word in words {
        // A possessive is a token of its own: "New Year's Day". A full stop may follow "St".
        let same = if word == atom!("'s") {
            scan.is_shape(at, Shape::Possessive)
        } else if word == atom!("'") {
            matches!(scan.shape(at), Some(Shape::Apostrophe | Shape::Quote))
        } else {
            scan.is(at, word)
        };
        if !same {
            return None;
        }
        at = after(at, 1);
        if word == atom!("st") && scan.is(at, atom!(".")) {
            at = after(at, 1);
        }
    }
    Some(at)
}
