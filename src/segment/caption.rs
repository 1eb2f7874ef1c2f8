//! Captions without a credit, told by what they say.
//!
//! About one caption in four cannot be told by its text at all; these signs find part of the rest, and
//! their confidence says so.

use super::PartKind::{self, Caption};
use super::credit;
use super::line::{BODY, End, Line};
use super::page::{Call, Calls, Page};
use crate::lexicon::Class;
use crate::text::Shape;

/// A caption has at most this many words and sentences.
const MOST_WORDS: usize = 50;
const MOST_BREAKS: usize = 2;

/// Whether a line has the sign.
type Sign = fn(&Page<'_>, &Line) -> bool;

/// Signs of a caption, the surest first, each with its rule and how often it is right.
const SIGNS: &[(Sign, &str, u8)] = &[
    (file_lead, "caption.file", 95),
    (positions, "caption.positions", 88),
    (view, "caption.view", 85),
    (name_after, "caption.name_after", 85),
    (scene, "caption.scene", 75),
];

/// Calls the captions among the lines that the first pass left open.
pub(super) fn read(page: &Page<'_>, calls: &mut Calls) {
    for (line, call) in page.lines.iter().zip(calls.iter_mut()).skip(1) {
        if call.is_none() {
            *call = by_content(page, line);
        }
    }
    before_credit(page, calls);
}

/// An open line directly above a line that is only a credit.
fn before_credit(page: &Page<'_>, calls: &mut Calls) {
    for i in 1..calls.len() {
        let credit = calls.get(i).copied().flatten().is_some_and(|c| c.kind == PartKind::Credit);
        let open = calls.get(i - 1).is_some_and(Option::is_none);
        let fits = page
            .line(i - 1)
            .is_some_and(|l| l.words <= 25 && l.breaks == 0 && !l.opens_quote && l.chars < BODY);
        if credit && open && fits && i >= 2 {
            if let Some(slot) = calls.get_mut(i - 1) {
                *slot = Some(Call::new(Caption, "caption.credit_below", 75));
            }
        }
    }
}

fn by_content(page: &Page<'_>, line: &Line) -> Option<Call> {
    if line.words > MOST_WORDS
        || line.words < 3
        || line.breaks > MOST_BREAKS
        || line.bullet
        || line.opens_quote
    {
        return None;
    }
    let (_, rule, percent) = SIGNS.iter().find(|(sign, ..)| sign(page, line))?;
    Some(Call::new(Caption, rule, *percent))
}

/// "FILE - Dockers load …", "File photo of …".
fn file_lead(page: &Page<'_>, line: &Line) -> bool {
    let first = line.tokens.start;
    let dash = matches!(page.shape(first + 1), Some(Shape::Dash | Shape::Hyphen | Shape::Colon));
    let file = page.tokens.is(first, "file")
        && (page.str(first) == "FILE" && dash
            || page.tokens.is(first + 1, "photo")
            || page.tokens.is(first + 1, "image"));
    let from_file = page.tokens.is(line.tokens.end.saturating_sub(2), "file")
        && page.tokens.is(line.tokens.end.saturating_sub(3), "from");
    file || from_file
}

/// "(left)", "second from left", ", centre,", "pictured".
fn positions(page: &Page<'_>, line: &Line) -> bool {
    const SIDES: &[&str] = &["left", "right", "centre", "center", "pictured", "above", "below", "far"];
    line.tokens.clone().any(|i| {
        let side = SIDES.iter().any(|word| page.tokens.is(i, word));
        let before = i.checked_sub(1).map(|b| page.str(b)).unwrap_or("");
        let after = page.str(i + 1);
        let set_off = matches!(before, "(" | "[") && !matches!(page.str(i), "below" | "above" | "far")
            || before == ","
                && matches!(after, "," | "and")
                && !matches!(page.str(i), "below" | "above" | "far");
        let from = before.eq_ignore_ascii_case("from")
            && matches!(page.str(i), "left" | "right")
            && (matches!(after, "," | ":" | ")") || i == line.tokens.start + 1);
        side && (set_off || from)
    })
}

/// "A general view of …", "An aerial photo of …", "This handout image shows …".
fn view(page: &Page<'_>, line: &Line) -> bool {
    const VIEWS: &[&str] = &[
        "view",
        "photo",
        "photograph",
        "image",
        "picture",
        "screenshot",
        "screengrab",
        "portrait",
        "aerial",
        "snapshot",
        "rendering",
    ];
    let first = line.tokens.start;
    let article = ["a", "an", "the", "this", "artist's"].iter().any(|word| page.tokens.is(first, word));
    let head = (first..first + 5)
        .take_while(|i| *i < line.tokens.end)
        .find(|i| VIEWS.iter().any(|word| page.tokens.is(*i, word)));
    head.is_some_and(|head| {
        let after = page.str(head + 1);
        (article || head == first)
            && matches!(
                after,
                "of" | "from"
                    | "shows"
                    | "showing"
                    | "taken"
                    | "released"
                    | "provided"
                    | "photo"
                    | "view"
                    | "image"
            )
    })
}

/// "The harbour at dawn. Ana Ruiz": a name alone after the last full stop.
fn name_after(page: &Page<'_>, line: &Line) -> bool {
    line.end == End::Open && line.chars < 260 && credit::bare_name(page, line.tokens.clone()).is_some()
}

/// "A nurse waits outside a clinic in Goma, Tuesday, May 3, 2022.": one sentence in the present tense
/// with a full date or a place of the picture.
fn scene(page: &Page<'_>, line: &Line) -> bool {
    if line.breaks > 0 && !dated(page, line)
        || line.tokens.clone().any(|i| page.shape(i) == Some(Shape::Quote))
    {
        return false;
    }
    let early = line.tokens.start + 1..line.tokens.end.min(line.tokens.start + 22);
    let verb = early.clone().find(|i| page.is(*i, Class::SCENE));
    let past =
        line.tokens.clone().any(|i| page.is(i, Class::AUXILIARY) && !matches!(page.str(i), "is" | "are"));
    verb.is_some_and(|verb| {
        let fits = page.is_capital(verb.saturating_sub(1))
            || page.str(verb - 1) == ","
            || page.shape(verb - 1) == Some(Shape::Lower);
        fits && !past && (dated(page, line) || line.words <= 30 && placed(page, verb, line))
    })
}

/// A day with its year, or a weekday with its day: how captions date a picture.
fn dated(page: &Page<'_>, line: &Line) -> bool {
    line.tokens.clone().any(|i| {
        let day = page.is(i, Class::MONTH) && page.is_capital(i);
        let next = i + 1 + usize::from(page.str(i + 1) == ".");
        let number = page.shape(next) == Some(Shape::Number);
        let year = |k: usize| page.shape(k) == Some(Shape::Number) && page.str(k).len() == 4;
        day && number && (year(next) || page.str(next + 1) == "," && year(next + 2))
    })
}

/// A place or occasion follows the verb: "at the gate", "during a rally".
fn placed(page: &Page<'_>, verb: usize, line: &Line) -> bool {
    const OCCASIONS: &[&str] = &["during", "outside", "near", "at", "inside", "after", "on", "in"];
    (verb + 1..line.tokens.end).any(|i| OCCASIONS.iter().any(|word| page.tokens.is(i, word)))
}
