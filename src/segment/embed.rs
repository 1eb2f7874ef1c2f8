//! Posts of social networks: their signature, "— Name (@handle) July 18, 2026", and the text before it.

use std::ops::Range;

use super::line::Line;
use super::page::{Call, Calls, Page};
use super::{PartKind, stamp};
use crate::span::Span;
use crate::text::{Shape, atom, atoms};

/// A signature has at most this many words; display names are long and full of emoji.
const MOST_WORDS: usize = 22;

/// A post has at most this many lines before its signature.
const MOST_LINES: usize = 6;

/// The handle that signs the line, without `@`.
pub(super) fn handle(page: &Page<'_>, range: Range<usize>, words: usize) -> Option<Span> {
    if words > MOST_WORDS {
        return None;
    }
    let at = range
        .clone()
        .find(|i| page.atom(*i) == atom!("@") && page.shape(i.wrapping_sub(1)) == Some(Shape::Open))?;
    let close = (at + 1..range.end).take(6).find(|i| page.shape(*i) == Some(Shape::Close))?;
    let dashed = page.shape(range.start) == Some(Shape::Dash);
    let dated = stamp::read(page, close + 1..range.end);
    let rest = close + 1 >= range.end || dated.strange == 0 && (dated.day || dated.year);
    (rest && (dashed || dated.day)).then(|| page.span(at + 1..close))
}

/// The signature at the end of a line that holds the whole post.
pub(super) fn signature_inside(page: &Page<'_>, line: &Line) -> Option<usize> {
    let low = line.tokens.start.max(line.tokens.end.saturating_sub(40));
    (low..line.tokens.end)
        .rev()
        .find(|i| page.shape(*i) == Some(Shape::Dash))
        .filter(|i| *i > line.tokens.start && handle(page, *i..line.tokens.end, MOST_WORDS).is_some())
}

/// Takes the lines of a post before its signature into the embed: at least one, more while they carry
/// links, tags or handles.
pub(super) fn gather(page: &Page<'_>, calls: &mut Calls) {
    for signature in 0..calls.len() {
        if calls.get(signature).is_none_or(|call| call.rule != "embed.signature") {
            continue;
        }
        for i in (signature.saturating_sub(MOST_LINES)..signature).rev() {
            let post = page.line(i).is_some_and(|line| i + 1 == signature || is_post_like(page, line));
            if !calls.open(i) || !post {
                break;
            }
            calls.set(i, Call::new(PartKind::Embed, "embed.body", 90));
        }
    }
}

fn is_post_like(page: &Page<'_>, line: &Line) -> bool {
    line.tokens.clone().any(|i| page.one_of(i, atoms!["@", "#", "pic", "https", "http"]))
}
