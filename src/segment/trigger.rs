//! Line triggers: phrases that tell what a line of the frame is ("Read more:", "Story continues below").
//!
//! One list, one row a phrase: where in the line it stands, what the line then is, and an example.

use std::ops::Range;

use once_cell::sync::Lazy;

use super::PartKind;
use super::line::Line;
use super::page::{Call, Page};
use super::phrase::Phrases;
use crate::lexicon::{self, ANYWHERE, Class, Column, PART_TRIGGERS};
use crate::text::{Ones, Shape, atom};

static TRIGGERS: Lazy<Phrases<Trigger>> = Lazy::new(|| Phrases::load(PART_TRIGGERS, Trigger::read));

/// Those that may stand anywhere.
static WITHIN: Lazy<Phrases<Trigger>> = Lazy::new(|| {
    Phrases::load(PART_TRIGGERS, |row| Trigger::read(row).filter(|trigger| trigger.place == Where::Anywhere))
});

/// How far before a word the triggers begin that are looked for by it: bit 2 is set for "inbox", of "in your inbox".
static BACK: Lazy<Column<u16>> = Lazy::new(|| {
    let all = |word: &str| {
        let alike = lexicon::anchors().filter(|(other, _)| word.eq_ignore_ascii_case(other));
        alike.fold(0, |places, (_, place)| places | 1 << place)
    };
    Column::new(lexicon::anchors().map(|(word, _)| (word, all(word))))
});

/// Beyond this many tokens a line is not searched for phrases that may stand anywhere: frame lines are short.
const SEARCHED: usize = 60;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Where {
    /// The phrase is the line; marks, numbers and repetitions of triggers may follow.
    Whole,
    Start,
    Anywhere,
}

#[derive(Clone, Copy, Debug)]
struct Trigger {
    place: Where,
    kind: PartKind,
}

impl Trigger {
    fn read(row: &str) -> Option<Self> {
        let mut columns = row.split('\t').skip(1);
        let place = match columns.next()? {
            "whole" => Where::Whole,
            "start" => Where::Start,
            ANYWHERE => Where::Anywhere,
            _ => return None,
        };
        Some(Self { place, kind: columns.next()?.parse().ok()? })
    }

    fn call(self) -> Call {
        let (rule, percent) = match self.place {
            Where::Whole => ("trigger.whole", 97),
            Where::Start => ("trigger.start", 92),
            Where::Anywhere => ("trigger.anywhere", 85),
        };
        Call::new(self.kind, rule, percent)
    }
}

/// The longest line that a phrase may tell, in characters. What says more is a text of its own.
const fn longest(kind: PartKind) -> usize {
    match kind {
        PartKind::Advert => 160,
        PartKind::Interface | PartKind::Kicker => 120,
        PartKind::Related => 220,
        PartKind::Promo => 420,
        PartKind::Contributors => 600,
        _ => 1500,
    }
}

/// What the triggers say of a line.
pub(super) fn call(page: &Page<'_>, line: &Line) -> Option<Call> {
    let (from, end) = (first_word(page, line), line.tokens.end);
    if !page.is(from, Class::TRIGGER) && line.tokens.len() > SEARCHED {
        return None;
    }
    let fits = |trigger: &Trigger| line.chars <= longest(trigger.kind);
    let whole = |stop: usize| {
        (stop..end)
            .all(|i| !page.shape(i).is_some_and(Shape::is_word) || page.shape(i) == Some(Shape::Number))
    };
    let at_start = TRIGGERS
        .all(page.tokens, from, end)
        .find(|(stop, trigger)| fits(trigger) && (trigger.place != Where::Whole || whole(*stop)));
    if let Some((_, trigger)) = at_start {
        return Some(trigger.call());
    }
    if !line.holds(Class::TRIGGER_WITHIN) {
        return None;
    }
    within(page, from + 1..end, fits).map(Trigger::call)
}

/// The first trigger that stands anywhere among `tokens` and `fits` its line.
fn within(page: &Page<'_>, tokens: Range<usize>, fits: impl Fn(&Trigger) -> bool) -> Option<Trigger> {
    let near = tokens.start..tokens.end.min(tokens.start + SEARCHED);
    let anchors = page.of_class(near, Class::TRIGGER_WITHIN);
    let starts = anchors.flat_map(|i| {
        let word = page.words.get(i).copied().unwrap_or_default();
        let places = Ones(u64::from(BACK.get(word)));
        places.filter_map(move |place| i.checked_sub(place))
    });
    let found = starts.filter(|start| *start >= tokens.start).filter_map(|start| {
        let fitting = WITHIN.all(page.tokens, start, tokens.end).find(|(_, trigger)| fits(trigger));
        fitting.map(|(_, trigger)| (start, trigger))
    });
    found.min_by_key(|(start, _)| *start).map(|(_, trigger)| trigger)
}

/// Past arrows, bullets, brackets and other marks that open the line; `©` itself is a trigger.
fn first_word(page: &Page<'_>, line: &Line) -> usize {
    line.tokens
        .clone()
        .find(|i| {
            page.is(*i, Class::TRIGGER)
                || page.shape(*i).is_some_and(Shape::is_word)
                || page.atom(*i) == atom!("©")
        })
        .unwrap_or(line.tokens.start)
}

#[cfg(test)]
mod tests {
    use super::{PART_TRIGGERS, TRIGGERS, Trigger};
    use crate::lexicon::rows;
    use crate::segment::page::tests::with_page;

    #[test]
    fn every_row_tells_its_own_example() {
        for row in rows(PART_TRIGGERS) {
            let trigger = Trigger::read(row).unwrap_or_else(|| panic!("{row:?}"));
            let example = row.split('\t').nth(3).unwrap_or_else(|| panic!("no example: {row:?}"));
            let call = with_page(example, |page| super::call(page, &page.lines[0]));
            assert_eq!(call.map(|call| call.kind), Some(trigger.kind), "{row:?}");
        }
        assert!(rows(PART_TRIGGERS).count() > 400 && !TRIGGERS.is_empty());
    }

    #[test]
    fn phrases_tell_nothing_of_longer_lines() {
        for text in [
            "Share prices fell in Leeds on Monday.",
            "Video of the crash was shown in court.",
            "Subscribers left in droves after the price rose.",
            "Read, write and count: that was the old school.",
            "Related costs rose to 4 million pounds.",
        ] {
            assert_eq!(with_page(text, |page| super::call(page, &page.lines[0])), None, "{text}");
        }
    }
}
