//! What one quotation mark is: single or double, opening or closing.
//!
//! A mark is told by its own shape where it has one (`“`, `»`), and by what touches it where it has none
//! (`"`, `'`). Apostrophes are told from single marks by their neighbours: `’90s`, `dogs’`, `rock ’n’ roll`.

use crate::text::{Gap, Shape, Tokens};

/// Which of the two families a mark belongs to: they alternate as quotes nest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Family {
    Single,
    Double,
}

/// Where a mark points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Open,
    Close,
    /// Straight double marks: the marks around decide.
    Either,
}

/// Words that begin with an apostrophe of their own: ’em, ’til, ’n’.
const ELIDED: &[&str] = &["bout", "cause", "em", "n", "nother", "round", "til", "tis", "twas", "twere"];

/// The mark at token `i`, if it can be one.
pub(super) fn read(tokens: &Tokens<'_>, i: usize) -> Option<(Family, Side)> {
    let (opening, closing) = (looks_open(tokens, i), looks_close(tokens, i));
    match (tokens.shape(i)?, tokens.str(i)) {
        (Shape::Quote, "\"" | "＂") => Some((Family::Double, Side::Either)),
        (Shape::Quote, "“" | "„" | "«" | "``" | "‟") if closing && !opening => {
            Some((Family::Double, Side::Either))
        }
        (Shape::Quote, "“" | "„" | "«" | "``" | "‟") => Some((Family::Double, Side::Open)),
        (Shape::Quote, "”" | "»" | "''") if opening && !closing => Some((Family::Double, Side::Either)),
        (Shape::Quote, "”" | "»" | "''") => Some((Family::Double, Side::Close)),
        (Shape::Quote, "‘" | "‚" | "‹" | "`") => {
            (!elides(tokens, i)).then_some((Family::Single, Side::Open))
        }
        (Shape::Quote, "›") => Some((Family::Single, Side::Close)),
        (Shape::Apostrophe, _) if opening && !closing => {
            (!elides(tokens, i)).then_some((Family::Single, Side::Open))
        }
        (Shape::Apostrophe, _) if closing => Some((Family::Single, Side::Close)),
        _ => None,
    }
}

/// Nothing before it, a word hard behind it.
pub(super) fn looks_open(tokens: &Tokens<'_>, i: usize) -> bool {
    let Some(mark) = tokens.get(i) else { return false };
    let before = match i.checked_sub(1).and_then(|b| tokens.get(b)) {
        _ if mark.gap != Gap::None => true,
        Some(t) => matches!(t.shape, Shape::Open | Shape::Dash | Shape::Hyphen | Shape::Quote | Shape::Colon),
        None => true,
    };
    before && tokens.get(i + 1).is_some_and(|next| next.gap == Gap::None)
}

/// A word or stop hard before it, nothing or a mark behind it.
pub(super) fn looks_close(tokens: &Tokens<'_>, i: usize) -> bool {
    let Some(mark) = tokens.get(i) else { return false };
    if mark.gap != Gap::None {
        return false;
    }
    match tokens.get(i + 1) {
        Some(next) => next.gap != Gap::None || !next.shape.is_word(),
        None => true,
    }
}

/// Whether a closing apostrophe may as well end a plural possessive: `the workers’ rights`.
pub(super) fn may_possess(tokens: &Tokens<'_>, i: usize) -> bool {
    let before = i.checked_sub(1).map_or("", |b| tokens.str(b));
    let after = tokens.get(i + 1);
    before.ends_with(['s', 'S']) && after.is_some_and(|next| next.gap == Gap::Space && next.shape.is_word())
}

fn elides(tokens: &Tokens<'_>, i: usize) -> bool {
    let next = tokens.str(i + 1);
    matches!(tokens.shape(i + 1), Some(Shape::Alnum))
        || (matches!(tokens.shape(i + 1), Some(Shape::Number)) && next.len() == 2)
        || ELIDED.iter().any(|word| next.eq_ignore_ascii_case(word))
}
