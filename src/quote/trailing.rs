//! What stands at the end of a content and belongs to the saying: when and in what it was said.

use super::phrase;
use super::tag::Tag;
use super::view::View;
use crate::lexicon::Class;
use crate::text::{Atom, atoms};

/// Cuts a closing "in a statement on Monday": it belongs to the saying.
pub(super) fn without_medium(s: &View<'_, '_>, from: usize, end: usize) -> usize {
    const MEDIA: &[Atom] =
        atoms!["statement", "interview", "tweet", "briefing", "conference", "email", "speech", "letter"];
    let floor = end.saturating_sub(10).max(from + 3);
    for at in (floor..end).rev() {
        if s.tag(at) != Tag::Preposition || !s.is_word(at, atoms!["in", "on", "during", "at", "via"]) {
            continue;
        }
        let Some(to) = phrase::core_after(s, at + 1) else { continue };
        if s.tag(at + 1) == Tag::Determiner && s.is_word(to - 1, MEDIA) {
            return at;
        }
    }
    end
}

/// Cuts a closing "on Thursday" from a content that is a noun phrase: "endorsed the plan on Thursday".
pub(super) fn without_time(s: &View<'_, '_>, from: usize, end: usize, phrase: bool) -> usize {
    if !phrase {
        return end;
    }
    let last = end.saturating_sub(1);
    let day = s.is(last, Class::WEEKDAY) || s.is_word(last, atoms!["yesterday", "today", "tonight"]);
    let period =
        phrase::is_period(s, last) && s.is_word(last.saturating_sub(1), atoms!["last", "this", "next"]);
    let first = if period { last - 1 } else { last };
    if !(day || period) || first <= from + 1 {
        return end;
    }
    let tied = s.tag_before(first) == Tag::Preposition || s.is_word(first - 1, atoms!["earlier", "later"]);
    if tied && first > from + 2 { first - 1 } else { first }
}

/// Cuts loose marks and conjunctions.
pub(super) fn trim(s: &View<'_, '_>, from: usize, mut end: usize) -> usize {
    let loose = |tag| {
        matches!(tag, Tag::Comma | Tag::Dash | Tag::Conjunction | Tag::Semicolon | Tag::Stop | Tag::Colon)
    };
    while end > from && loose(s.tag_before(end)) {
        end -= 1;
    }
    end
}
