//! The key of a name: the bytes under which all its spellings are one.
//!
//! A name and a stretch of text are equal when their keys are. Both are made by the same function from the
//! same tokens, so what is listed is what is found. Beyond [`fold`](crate::text::fold), which makes one
//! word of its spellings, a key drops what print varies *between* words:
//!
//! - spaces, a line end and a hyphen inside a name are one space (`Al-Amin`, `al Amin`, `Coca Cola`);
//! - full stops of abbreviations go (`U.S.`, `US`; `J. K. Aro`, `J.K. Aro`; `St. Ives`, `St Ives`);
//! - an apostrophe inside a word goes (`Sana'a`, `Sanaa`), unless it marks a contraction: `She'll` is not
//!   `Shell`;
//! - the Arabic article is one, whatever its vowel and assimilation (`el-Sisi`, `as-Suwayda`), and `&`
//!   between spaces is `and`.

use crate::text::fold::fold_char;
use crate::text::{Gap, Shape, Token, Tokens};

/// Abbreviations, folded and sorted, whose full stop goes inside a name. Short on purpose: after any other
/// word a full stop ends a sentence ("… war with Iran. Air raids …" is not `Iran Air`).
const ABBREVIATIONS: &[&str] = &[
    "bros", "capt", "co", "col", "corp", "dr", "fr", "ft", "gen", "gov", "inc", "jr", "lt", "ltd", "mr",
    "mrs", "ms", "mt", "prof", "rev", "sen", "sgt", "sr", "st", "ste", "supt",
];

/// Spellings of the Arabic article before a hyphen. `el` counts before a space as well.
const ARTICLES: &[&str] = &["ad", "an", "ar", "as", "ash", "at", "az", "el", "er", "es", "esh"];

/// What became of a token that was offered to a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fed {
    /// Taken; a name can end after it.
    Word,
    /// Taken, but no name ends here: a hyphen or the stop of an abbreviation.
    Joint,
    /// No name goes on over it: it stands after a blank line, or the reader of bytes wants no more.
    Stop,
}

/// Offers token `i`, with what joins it to the token before, to `eat`, byte by byte; `eat` answers whether
/// it wants more.
#[inline]
pub(super) fn feed(tokens: &Tokens<'_>, i: usize, first: bool, mut eat: impl FnMut(u8) -> bool) -> Fed {
    let Some(token) = tokens.get(i) else { return Fed::Stop };
    if !first {
        match joint(tokens, i, token) {
            Joint::Break => return Fed::Stop,
            Joint::Drop => return Fed::Joint,
            Joint::Space if !eat(b' ') => return Fed::Stop,
            Joint::Space | Joint::Nothing => {}
        }
    }
    match feed_body(tokens, i, token, &mut eat) {
        true => Fed::Word,
        false => Fed::Stop,
    }
}

/// How a token hangs on the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Joint {
    Nothing,
    Space,
    /// The token itself is no part of the key.
    Drop,
    Break,
}

/// What joins token `i` to the one before it, inside a name.
pub(super) fn joint(tokens: &Tokens<'_>, i: usize, token: Token) -> Joint {
    let before = i.checked_sub(1).and_then(|b| tokens.get(b));
    let after_hyphen = before.is_some_and(|b| is_hyphen(tokens, i.wrapping_sub(1), b));
    match token.gap {
        Gap::Blank => Joint::Break,
        Gap::None if is_hyphen(tokens, i, token) => Joint::Drop,
        Gap::None if after_hyphen => Joint::Space,
        Gap::None if token.shape == Shape::Stop && abbreviates(tokens, i) => Joint::Drop,
        Gap::None => Joint::Nothing,
        // "J. K." is "J.K.": initials that follow their stop join on.
        _ if token.shape == Shape::Initial && after_initial(tokens, i) => Joint::Nothing,
        Gap::Space | Gap::Line => Joint::Space,
    }
}

/// A hyphen or en dash that joins: no space before it, and none but a line end after it.
fn is_hyphen(tokens: &Tokens<'_>, i: usize, token: Token) -> bool {
    let joins = match token.shape {
        Shape::Hyphen => true,
        Shape::Dash => tokens.str(i) == "–",
        _ => false,
    };
    joins
        && token.gap == Gap::None
        && tokens
            .get(i.saturating_add(1))
            .is_some_and(|n| matches!(n.gap, Gap::None | Gap::Line) && n.shape.is_word())
}

/// Whether the stop at `i` belongs to the initial or abbreviation before it.
fn abbreviates(tokens: &Tokens<'_>, i: usize) -> bool {
    let Some(before) = i.checked_sub(1) else { return false };
    if tokens.str(i) != "." {
        return false;
    }
    match tokens.shape(before) {
        Some(Shape::Initial) => true,
        Some(Shape::Title | Shape::Upper | Shape::Lower) => listed(ABBREVIATIONS, tokens.str(before)),
        _ => false,
    }
}

fn after_initial(tokens: &Tokens<'_>, i: usize) -> bool {
    i >= 2
        && tokens.str(i.saturating_sub(1)) == "."
        && tokens.shape(i.saturating_sub(2)) == Some(Shape::Initial)
        && tokens.get(i.saturating_sub(1)).is_some_and(|stop| stop.gap == Gap::None)
}

fn listed(list: &[&str], word: &str) -> bool {
    word.len() <= 4 && list.iter().any(|one| one.eq_ignore_ascii_case(word))
}

/// The bytes of the token itself.
#[inline]
fn feed_body(tokens: &Tokens<'_>, i: usize, token: Token, eat: &mut impl FnMut(u8) -> bool) -> bool {
    let word = tokens.str(i);
    match token.shape {
        Shape::Title | Shape::Lower | Shape::Upper if word.len() <= 3 && is_article(tokens, i, word) => {
            eat(b'a') && eat(b'l')
        }
        Shape::Dotted => feed_text(word, |b| b == b'.' || eat(b)),
        Shape::Quote => eat(b'"'),
        Shape::Apostrophe => eat(b'\''),
        Shape::Symbol if word == "&" && token.gap != Gap::None && spaced(tokens, i) => {
            eat(b'a') && eat(b'n') && eat(b'd')
        }
        _ => feed_text(word, eat),
    }
}

fn spaced(tokens: &Tokens<'_>, i: usize) -> bool {
    tokens.get(i.saturating_add(1)).is_some_and(|next| next.gap != Gap::None)
}

/// Whether the short word at `i` is the Arabic article: joined to a capital by a hyphen, or `el`.
fn is_article(tokens: &Tokens<'_>, i: usize, word: &str) -> bool {
    if !word.bytes().next().is_some_and(|b| matches!(b | 0x20, b'a' | b'e')) || !listed(ARTICLES, word) {
        return false;
    }
    let next = i.saturating_add(1);
    match tokens.get(next) {
        Some(t) if t.shape == Shape::Hyphen => {
            is_hyphen(tokens, next, t) && tokens.shape(next.saturating_add(1)).is_some_and(Shape::is_capital)
        }
        Some(t) => word.eq_ignore_ascii_case("el") && t.gap == Gap::Space && t.shape.is_capital(),
        None => false,
    }
}

/// Folds one word; an apostrophe goes unless it marks a contraction.
#[inline]
fn feed_text(word: &str, mut eat: impl FnMut(u8) -> bool) -> bool {
    for (at, &b) in word.as_bytes().iter().enumerate() {
        if !b.is_ascii() || b == b'\'' {
            return feed_rest(word, at, eat);
        }
        if !eat(b.to_ascii_lowercase()) {
            return false;
        }
    }
    true
}

/// The slow way on, from the first byte of the word that is not plain ASCII.
#[cold]
fn feed_rest(word: &str, from: usize, mut eat: impl FnMut(u8) -> bool) -> bool {
    let Some(rest) = word.get(from..) else { return false };
    for (at, c) in rest.char_indices() {
        let mut buffer = [0; 4];
        for &b in fold_char(c, &mut buffer) {
            let kept = b != b'\'' || contracts(rest.get(at.saturating_add(c.len_utf8())..).unwrap_or(""));
            if kept && !eat(b) {
                return false;
            }
        }
    }
    true
}

/// Whether `tail` ends an English contraction (`'t`, `'ll`, `'re` …), or is no tail at all.
fn contracts(tail: &str) -> bool {
    ["", "d", "ll", "m", "re", "s", "t", "ve"].iter().any(|one| one.eq_ignore_ascii_case(tail))
}

/// The key of a whole name; empty where the name holds no token.
pub(super) fn key(tokens: &Tokens<'_>, into: &mut Vec<u8>) {
    into.clear();
    for i in 0..tokens.len() {
        feed(tokens, i, i == 0, |b| {
            into.push(b);
            true
        });
    }
}

#[cfg(test)]
mod tests {
    use super::{ABBREVIATIONS, ARTICLES, Tokens};

    fn key(name: &str) -> String {
        let mut out = Vec::new();
        super::key(&Tokens::new(name), &mut out);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn spellings_of_one_name_have_one_key() {
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
            ("holm's", &["Holm's", "Holm’s"]),
            ("coca cola", &["Coca-Cola", "Coca Cola"]),
            ("apple inc", &["Apple Inc", "Apple Inc."]),
        ] {
            for name in spellings {
                assert_eq!(key(name), want, "{name:?}");
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
    fn lists_are_sorted() {
        for list in [ABBREVIATIONS, ARTICLES] {
            assert!(list.windows(2).all(|w| w[0] < w[1]), "{list:?}");
        }
    }
}
