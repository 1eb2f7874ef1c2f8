//! The key of a name: the bytes under which all its spellings are one.
//!
//! A key is a sequence of units, mostly one a token. A name and a stretch of text are equal when their units
//! are; both are made by the same functions from the same tokens, so what is listed is what is found. Beyond [`fold`](crate::text::fold), which makes one
//! word of its spellings, a key drops what print varies *between* words:
//!
//! - spaces, a line end and a hyphen inside a name are one space (`Al-Amin`, `al Amin`, `Coca Cola`);
//! - full stops of abbreviations go (`U.S.`, `US`; `J. K. Aro`, `J.K. Aro`; `St. Ives`, `St Ives`);
//! - an apostrophe inside a word goes (`Sana'a`, `Sanaa`), unless it marks a contraction: `She'll` is not
//!   `Shell`;
//! - the Arabic article is one, whatever its vowel and assimilation (`el-Sisi`, `as-Suwayda`), and `&`
//!   between spaces is `and`.

use super::units::Unit;
use crate::text::fold_char;
use crate::text::{Atom, Gap, Shape, Shapes, Token, Tokens, atom, atoms};

/// Abbreviations, sorted, whose full stop goes inside a name. Short on purpose: after any other
/// word a full stop ends a sentence ("… war with Iran. Air raids …" is not `Iran Air`).
const ABBREVIATIONS: &[Atom] = atoms![
    "bros", "capt", "co", "col", "corp", "dr", "fr", "ft", "gen", "gov", "inc", "jr", "lt", "ltd", "mr",
    "mrs", "ms", "mt", "prof", "rev", "sen", "sgt", "sr", "st", "ste", "supt",
];

/// Spellings of the Arabic article before a hyphen. `el` counts before a space as well.
const ARTICLES: [&str; 11] = ["ad", "an", "ar", "as", "ash", "at", "az", "el", "er", "es", "esh"];
const ARTICLE_ATOMS: [Atom; 11] = Atom::all(ARTICLES);

/// The next step along the tokens of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// The tokens up to `next` are one unit of the key, after a space or right behind the unit before.
    Unit { spaced: bool, next: usize },
    /// A hyphen or the stop of an abbreviation: no part of the key.
    Skip,
    /// No name goes on here.
    End,
}

/// What token `i` is to the name that reaches up to it (or starts with it).
#[inline]
pub(super) fn step(tokens: &Tokens<'_>, i: usize, first: bool) -> Step {
    let Some(token) = tokens.get(i) else { return Step::End };
    let next = i.saturating_add(1);
    let next = if token.shape == Shape::Initial { after_initials(tokens, next) } else { next };
    if first {
        return Step::Unit { spaced: false, next };
    }
    let behind_hyphen = || i.checked_sub(1).is_some_and(|before| is_hyphen(tokens, before));
    match token.gap {
        Gap::Blank => Step::End,
        Gap::Space | Gap::Line => Step::Unit { spaced: true, next },
        Gap::None if is_hyphen(tokens, i) => Step::Skip,
        Gap::None if token.shape == Shape::Stop && abbreviates(tokens, i) => Step::Skip,
        Gap::None => Step::Unit { spaced: behind_hyphen(), next },
    }
}

/// The most initials that are one unit. Bodies abbreviate to six letters or so; without a cap, a text of
/// nothing but initials would be read to its end from each of them.
const INITIALS: usize = 8;

/// Past further initials: in "J. K." and "J.K." the letters are one unit. `i` is the token after the first.
fn after_initials(tokens: &Tokens<'_>, mut i: usize) -> usize {
    let end = i.saturating_add(2 * INITIALS);
    while i < end
        && tokens.shape(i) == Some(Shape::Stop)
        && tokens.atom(i) == atom!(".")
        && tokens.get(i).is_some_and(|stop| stop.gap == Gap::None)
        && tokens.get(i.saturating_add(1)).is_some_and(|t| t.shape == Shape::Initial && t.gap <= Gap::Line)
    {
        i = i.saturating_add(2);
    }
    i
}

/// A hyphen or en dash that joins: no space before it, and none but a line end after it.
fn is_hyphen(tokens: &Tokens<'_>, i: usize) -> bool {
    let joins = tokens.get(i).is_some_and(|token| match token.shape {
        Shape::Hyphen => token.gap == Gap::None,
        Shape::Dash => token.gap == Gap::None && tokens.str(i) == "–",
        _ => false,
    });
    let next = tokens.get(i.saturating_add(1));
    joins && next.is_some_and(|n| matches!(n.gap, Gap::None | Gap::Line) && n.shape.is_word())
}

/// Whether the stop at `i` belongs to the initial or abbreviation before it.
fn abbreviates(tokens: &Tokens<'_>, i: usize) -> bool {
    let Some(before) = i.checked_sub(1) else { return false };
    if tokens.atom(i) != atom!(".") {
        return false;
    }
    match tokens.shape(before) {
        Some(Shape::Initial) => true,
        Some(Shape::Title | Shape::Upper | Shape::Lower) => ABBREVIATIONS.contains(&tokens.atom(before)),
        _ => false,
    }
}

/// Whether token `i` alone is a unit and its atom the unit's: what most units are. `next` is the shape behind it.
///
/// Asked of every token, so put together without branches; where it errs, it says no.
#[inline]
pub(super) fn is_plain(token: Token, atom: Atom, next: Shape) -> bool {
    const PLAIN: Shapes = Shapes::of(&[
        Shape::Lower,
        Shape::Title,
        Shape::Upper,
        Shape::Initial,
        Shape::Mixed,
        Shape::Camel,
        Shape::Number,
        Shape::Alnum,
    ]);
    let short = token.end.wrapping_sub(token.start) <= 3;
    let article = short & ((next == Shape::Hyphen) | (atom == atom!("el")));
    let initials = (token.shape == Shape::Initial) & (next == Shape::Stop);
    PLAIN.has(token.shape) & !token.apostrophe & !article & !initials
}

/// Marks whose atom is the unit's.
const MARKS: Shapes = Shapes::of(&[
    Shape::Comma,
    Shape::Colon,
    Shape::Semicolon,
    Shape::Stop,
    Shape::Open,
    Shape::Close,
    Shape::Possessive,
    Shape::Apostrophe,
]);

/// Whether the unit behind the plain `word` can only be `token`, the one after it, and its atom the unit's. `next` is
/// the shape behind that. Without branches, and where it errs, it says no.
#[inline]
pub(super) fn is_plain_behind(word: Token, token: Token, atom: Atom, next: Shape) -> bool {
    // The stop of an abbreviation is no unit.
    let short = word.end.wrapping_sub(word.start) <= 4;
    let dropped = short & (token.shape == Shape::Stop);
    is_plain(token, atom, next) | (MARKS.has(token.shape) & !dropped)
}

/// The word of the unit of tokens `from..next`.
#[inline]
pub(super) fn word(tokens: &Tokens<'_>, from: usize, next: usize, buffer: &mut Buffer) -> Atom {
    let token = tokens.get(from).filter(|_| next == from.saturating_add(1));
    let behind = tokens.shape(from.saturating_add(1)).unwrap_or(Shape::Stop);
    match token {
        Some(token) if is_plain(token, tokens.atom(from), behind) || MARKS.has(token.shape) => {
            tokens.atom(from)
        }
        _ => {
            buffer.read(tokens, from, next);
            Atom::of(buffer.as_bytes())
        }
    }
}

/// The bytes of one unit, in a buffer that is used again and again.
#[derive(Clone, Debug)]
pub(super) struct Buffer {
    bytes: [u8; Buffer::MAX],
    len: usize,
}

impl Default for Buffer {
    fn default() -> Self {
        Self { bytes: [0; Self::MAX], len: 0 }
    }
}

impl Buffer {
    /// Room for the longest name and what folding adds (`ß`).
    const MAX: usize = 2 * super::limits::NAME;

    fn as_bytes(&self) -> &[u8] {
        self.bytes.get(..self.len).unwrap_or_default()
    }

    /// Reads the unit of tokens `from..next`. What does not fit is in no table: the unit is then left empty.
    fn read(&mut self, tokens: &Tokens<'_>, from: usize, next: usize) {
        self.len = 0;
        let word = tokens.str(from);
        let whole = match tokens.shape(from) {
            Some(Shape::Initial) if next > from.saturating_add(1) => self.push_initials(tokens, from, next),
            Some(shape) if shape.is_word() && shape != Shape::Dotted && !is_article(tokens, from) => {
                self.push_word(word)
            }
            _ => self.push_other(tokens, from, word),
        };
        if !whole {
            self.len = 0;
        }
    }

    fn push(&mut self, byte: u8) -> bool {
        let slot = self.bytes.get_mut(self.len);
        slot.map(|slot| *slot = byte).map(|()| self.len += 1).is_some()
    }

    fn push_all(&mut self, bytes: &[u8]) -> bool {
        bytes.iter().all(|&b| self.push(b))
    }

    /// Folds a word; an apostrophe goes unless it marks a contraction.
    #[inline]
    fn push_word(&mut self, word: &str) -> bool {
        let bytes = word.as_bytes();
        let Some(room) = self.bytes.get_mut(self.len..self.len.saturating_add(bytes.len())) else {
            return false;
        };
        let mut plain = true;
        for (slot, &b) in room.iter_mut().zip(bytes) {
            *slot = b.to_ascii_lowercase();
            plain &= b.is_ascii() && b != b'\'';
        }
        if plain {
            self.len += bytes.len();
            return true;
        }
        self.push_folded(word)
    }

    #[cold]
    fn push_folded(&mut self, word: &str) -> bool {
        word.char_indices().all(|(at, c)| {
            let mut buffer = [0; 4];
            let tail = || word.get(at.saturating_add(c.len_utf8())..).unwrap_or("");
            match fold_char(c, &mut buffer) {
                b"'" if !contracts(tail()) => true,
                folded => self.push_all(folded),
            }
        })
    }

    fn push_initials(&mut self, tokens: &Tokens<'_>, from: usize, next: usize) -> bool {
        (from..next).step_by(2).all(|i| self.push_word(tokens.str(i)))
    }

    /// Marks, dotted words and the Arabic article.
    fn push_other(&mut self, tokens: &Tokens<'_>, i: usize, word: &str) -> bool {
        let gap = |i: usize| tokens.get(i).map_or(Gap::Blank, |t| t.gap);
        match tokens.shape(i) {
            Some(Shape::Dotted) => word.split('.').all(|letter| self.push_word(letter)),
            Some(Shape::Quote) => self.push(b'"'),
            Some(Shape::Apostrophe) => self.push(b'\''),
            Some(Shape::Possessive) => self.push_all(b"'s"),
            Some(Shape::Symbol)
                if word == "&" && gap(i) != Gap::None && gap(i.saturating_add(1)) != Gap::None =>
            {
                self.push_all(b"and")
            }
            Some(shape) if shape.is_word() => self.push_all(b"al"),
            _ => self.push_word(word),
        }
    }
}

/// Whether the short word at `i` is the Arabic article: joined to a capital by a hyphen, or `el`.
#[inline]
fn is_article(tokens: &Tokens<'_>, i: usize) -> bool {
    let (word, next) = (tokens.atom(i), i.saturating_add(1));
    match tokens.get(next) {
        Some(t) if t.shape == Shape::Hyphen => {
            ARTICLE_ATOMS.contains(&word)
                && is_hyphen(tokens, next)
                && tokens.shape(next.saturating_add(1)).is_some_and(Shape::is_capital)
        }
        Some(t) => word == atom!("el") && t.gap == Gap::Space && t.shape.is_capital(),
        None => false,
    }
}

/// Whether `tail` ends an English contraction (`'t`, `'ll`, `'re` …), or is no tail at all.
fn contracts(tail: &str) -> bool {
    ["", "d", "ll", "m", "re", "s", "t", "ve"].iter().any(|one| one.eq_ignore_ascii_case(tail))
}

/// Shows the units of a whole name, in order; `false` from `each` stops.
pub(super) fn units(tokens: &Tokens<'_>, mut each: impl FnMut(Unit) -> bool) -> bool {
    let mut buffer = Buffer::default();
    let mut i = 0;
    loop {
        match step(tokens, i, i == 0) {
            Step::Unit { spaced, next } => {
                if !each(Unit { word: word(tokens, i, next, &mut buffer), spaced }) {
                    return false;
                }
                i = next;
            }
            Step::Skip => i = i.saturating_add(1),
            Step::End => return true,
        }
    }
}

/// Spellings of the Arabic article, for the starts of names.
pub(super) fn articles() -> impl Iterator<Item = &'static str> {
    ARTICLES.into_iter()
}

#[cfg(test)]
mod tests {
    use super::{ARTICLES, Atom, Tokens, Unit};

    fn key(name: &str) -> Vec<Unit> {
        let mut out = Vec::new();
        super::units(&Tokens::new(name), |unit| {
            out.push(unit);
            true
        });
        out
    }

    #[test]
    fn spellings_of_one_name_have_one_key() {
        // The units of a key, spaces and bars between them.
        let of = |key: &str| {
            let words = key.split(' ').enumerate();
            let units = words.flat_map(|(word, units)| {
                let units = units.split('|').enumerate();
                units.map(move |(i, unit)| Unit {
                    word: Atom::of(unit.as_bytes()),
                    spaced: word > 0 && i == 0,
                })
            });
            units.collect::<Vec<_>>()
        };
        for (want, spellings) in [
            ("al amin", &["al-Amin", "Al-Amin", "al Amin", "AL AMIN", "el-Amin", "El Amin", "Al-\nAmin"][..]),
            ("al suwayda", &["as-Suwayda", "al-Suwayda", "As-Suwayda", "al–Suwayda"]),
            ("south korea", &["South  Korea", "South\nKorea", "South\u{a0}Korea", "SOUTH KOREA"]),
            ("us", &["US", "U.S.", "U.S", "U. S."]),
            ("jk aro", &["J. K. Aro", "J.K. Aro", "JK Aro"]),
            ("st ives", &["St. Ives", "St Ives", "ST. IVES"]),
            ("sanaa", &["Sana'a", "Sana’a", "Sanaa", "Sanaʻa"]),
            ("sao paulo", &["São Paulo", "Sa\u{303}o Paulo", "SÃO PAULO"]),
            ("lind and aro", &["Lind & Aro", "Lind and Aro"]),
            ("holm|'s", &["Holm's", "Holm’s"]),
            ("coca cola", &["Coca-Cola", "Coca Cola"]),
            ("apple inc", &["Apple Inc", "Apple Inc."]),
        ] {
            for name in spellings {
                assert_eq!(key(name), of(want), "{name:?}");
            }
        }
    }

    #[test]
    fn different_names_keep_their_keys() {
        for (a, b) in [
            ("Shell", "She'll"),
            ("Iran Air", "Iran. Air"),
            ("South\n\nKorea", "South Korea"),
            ("An Najaf", "Al Najaf"),
            ("A - B", "A B"),
            ("AT&T", "AT and T"),
            ("SouthKorea", "South Korea"),
        ] {
            assert_ne!(key(a), key(b), "{a:?} {b:?}");
        }
    }

    #[test]
    fn the_list_is_sorted() {
        assert!(ARTICLES.windows(2).all(|w| w[0] < w[1]));
    }
}
