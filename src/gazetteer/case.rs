//! Case: whether capitals in the text fit the capitals of a listed name.
//!
//! Keys ignore case, names do not: `Who` is not `WHO`, `most` is no town. After a key has matched, each
//! token of the text is held against the spelling of the table. It fits
//!
//! - exactly, particles (`al`, `bin`, `van`) aside, which print writes either way;
//! - in capitals: `SYRIA` for `Syria` in a headline, a dateline, a run of capitals, or any name too long to
//!   be an acronym by chance;
//! - in title case: small words of the name (`of`) with capitals in a headline that capitalises every word;
//! - as `Nato` for `NATO`, the British way, where the acronym can be spoken and is no word or name.

use std::ops::Range;

use super::key::{Step, step};
use crate::lexicon::{self, Class};
use crate::text::{Gap, Shape, Tokens};

/// How one token is written; three bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Look {
    /// Numbers, marks, particles: case says nothing.
    Free = 0,
    Lower = 1,
    Title = 2,
    /// One capital.
    One = 3,
    Upper = 4,
    /// `McKay`, `eBay`.
    Mixed = 5,
    /// An acronym that print also writes as a word.
    Spoken = 6,
}

const BITS: u32 = 3;

/// Words of a name whose case is held against the text; what lies beyond is not (no real name is as long).
const MAX_WORDS: usize = 21;

/// How the words of a listed name are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Spelling(u64);

impl Spelling {
    /// The spelling of a whole name.
    pub(super) fn of(name: &Tokens<'_>) -> Self {
        let looks = Looks::new(name, &(0..name.len()));
        let several = looks.as_slice().len() > 1;
        let listed = looks.as_slice().iter().map(|&(at, look)| match look {
            Look::Lower | Look::Title
                if several && lexicon::entry(name.atom(at as usize)).is(Class::PARTICLE) =>
            {
                Look::Free
            }
            look => look,
        });
        Self(listed.enumerate().fold(0, |bits, (i, look)| bits | place(look, i)))
    }

    /// The same, where print also writes the acronym as a word.
    pub(super) fn spoken(self) -> Self {
        match self.look(0) == Look::Upper as u64 {
            true => Self(self.0 & !place(Look::Upper, 0) | place(Look::Spoken, 0)),
            false => self,
        }
    }

    /// Whether print writes the first word with or without a capital.
    pub(super) fn starts_free(self) -> bool {
        self.look(0) == Look::Free as u64
    }

    fn look(self, i: usize) -> u64 {
        self.0.checked_shr(shift(i)).unwrap_or(0) & ((1 << BITS) - 1)
    }
}

fn place(look: Look, i: usize) -> u64 {
    (look as u64).checked_shl(shift(i)).unwrap_or(0)
}

fn shift(i: usize) -> u32 {
    u32::try_from(i).map_or(u32::MAX, |i| i.saturating_mul(BITS))
}

/// How the words of a stretch of tokens are written, each with its first token. A word is what a key has
/// between two spaces, so that `U. S.` and `U.S.` are one word each.
#[derive(Debug)]
pub(super) struct Looks {
    words: [(u32, Look); MAX_WORDS],
    len: usize,
}

impl Looks {
    pub(super) fn new(tokens: &Tokens<'_>, range: &Range<usize>) -> Self {
        let mut looks = Self { words: [(0, Look::Free); MAX_WORDS], len: 0 };
        let mut i = range.start;
        while i < range.end {
            match step(tokens, i, i == range.start) {
                Step::Unit { spaced, next } => {
                    let look = if next > i.saturating_add(1) { Look::Upper } else { look(tokens, i) };
                    if spaced || i == range.start {
                        looks.push(i, look)
                    } else {
                        looks.join(look)
                    }
                    i = next;
                }
                Step::Skip => i = i.saturating_add(1),
                Step::End => break,
            }
        }
        looks
    }

    fn as_slice(&self) -> &[(u32, Look)] {
        self.words.get(..self.len).unwrap_or_default()
    }

    fn push(&mut self, at: usize, look: Look) {
        if let Some(word) = self.words.get_mut(self.len) {
            // Tokens of a text are far fewer.
            *word = (u32::try_from(at).unwrap_or(u32::MAX), look);
            self.len += 1;
        }
    }

    /// Adds a token to the last word.
    fn join(&mut self, next: Look) {
        let Some(word) = self.len.checked_sub(1).and_then(|last| self.words.get_mut(last)) else { return };
        word.1 = match (word.1, next) {
            (look, Look::Free) | (Look::Free, look) => look,
            (Look::One | Look::Upper, Look::One | Look::Upper) => Look::Upper,
            _ => Look::Mixed,
        };
    }
}

/// How token `i` is written.
fn look(tokens: &Tokens<'_>, i: usize) -> Look {
    match tokens.shape(i) {
        Some(Shape::Title) => Look::Title,
        Some(Shape::Upper) => Look::Upper,
        Some(Shape::Lower) => Look::Lower,
        Some(Shape::Initial) => Look::One,
        Some(Shape::Mixed | Shape::Camel) => Look::Mixed,
        Some(Shape::Dotted) if tokens.str(i).starts_with(char::is_uppercase) => Look::Upper,
        Some(Shape::Dotted) => Look::Lower,
        _ => Look::Free,
    }
}

/// How well the text fits a spelling.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// Through capitals or a headline.
    Loose,
    Exact,
}

/// Where a word of a hit stands.
#[derive(Clone, Copy, Debug)]
struct Here {
    at: usize,
    first: bool,
    alone: bool,
}

/// Reads the case of one text; remembers the line that it last looked at.
#[derive(Debug, Default)]
pub(super) struct Reader {
    line: Option<Line>,
}

/// What the capitals of a line say.
#[derive(Clone, Debug)]
struct Line {
    tokens: Range<usize>,
    /// Nearly every word is in capitals.
    capitals: bool,
    /// Nearly every long word starts with one.
    headline: bool,
    /// The tokens before this one are capitals only: the places of a dateline.
    run: usize,
}

impl Reader {
    /// How well the words of the text fit the spelling, if they do.
    pub(super) fn fit(&mut self, tokens: &Tokens<'_>, looks: &Looks, spelling: Spelling) -> Option<Fit> {
        let words = looks.as_slice();
        let mut fit = Fit::Exact;
        for (i, &(at, seen)) in words.iter().enumerate() {
            let here = Here { at: at as usize, first: i == 0, alone: words.len() == 1 };
            fit = fit.min(self.fit_word(tokens, here, spelling.look(i), seen)?);
        }
        Some(fit)
    }

    fn fit_word(&mut self, tokens: &Tokens<'_>, here: Here, listed: u64, seen: Look) -> Option<Fit> {
        const FREE: u64 = Look::Free as u64;
        const LOWER: u64 = Look::Lower as u64;
        const TITLE: u64 = Look::Title as u64;
        const MIXED: u64 = Look::Mixed as u64;
        const UPPER: u64 = Look::Upper as u64;
        const SPOKEN: u64 = Look::Spoken as u64;
        if listed == FREE || listed == seen as u64 {
            return Some(Fit::Exact);
        }
        let fits = match (listed, seen) {
            (SPOKEN, Look::Upper) => return Some(Fit::Exact),
            (SPOKEN, Look::Title) | (UPPER, Look::One) | (_, Look::Free) | (TITLE, Look::Mixed) => true,
            (UPPER | SPOKEN, _) => false,
            (LOWER, Look::Title | Look::One) => here.first || self.line(tokens, here.at).headline,
            (MIXED, Look::Title) => tokens.str(here.at).len() >= 4,
            (_, Look::Upper) => self.capitals_fit(tokens, here),
            _ => false,
        };
        fits.then_some(Fit::Loose)
    }

    /// Whether capitals say nothing here: the name is long, or its surroundings are in capitals too.
    fn capitals_fit(&mut self, tokens: &Tokens<'_>, here: Here) -> bool {
        !here.alone || tokens.str(here.at).len() >= 5 || {
            let line = self.line(tokens, here.at);
            line.capitals || here.at <= line.run
        }
    }

    /// Whether the line of token `at` is in capitals, so that capitals tell no acronym.
    pub(super) fn in_capitals(&mut self, tokens: &Tokens<'_>, at: usize) -> bool {
        self.line(tokens, at).capitals
    }

    fn line(&mut self, tokens: &Tokens<'_>, at: usize) -> &Line {
        let known = self.line.take().filter(|line| line.tokens.contains(&at));
        self.line.insert(known.unwrap_or_else(|| Line::read(tokens, at)))
    }
}

impl Line {
    fn read(tokens: &Tokens<'_>, at: usize) -> Self {
        let breaks = |i: &usize| tokens.get(*i).is_none_or(|t| t.gap >= Gap::Line);
        let start = (0..=at).rev().find(breaks).unwrap_or(0);
        let end = (at.saturating_add(1)..tokens.len()).find(breaks).unwrap_or(tokens.len());
        let (mut words, mut upper, mut long, mut capital) = (0_usize, 0_usize, 0_usize, 0_usize);
        let mut run = start;
        for i in start..end {
            let Some(shape) = tokens.shape(i).filter(|s| s.is_word()) else { continue };
            if matches!(shape, Shape::Number | Shape::Alnum) {
                continue;
            }
            if matches!(shape, Shape::Upper | Shape::Initial) && words == upper {
                run = i;
            }
            words += 1;
            upper += usize::from(matches!(shape, Shape::Upper | Shape::Initial | Shape::Dotted));
            if tokens.str(i).len() >= 4 {
                long += 1;
                capital += usize::from(shape.is_capital() || shape == Shape::Camel);
            }
        }
        // Nine in ten, so that one "of" or "iPhone" does not undo a headline.
        Self {
            tokens: start..end,
            capitals: words >= 2 && upper.saturating_mul(10) >= words.saturating_mul(9),
            headline: long >= 3 && capital.saturating_mul(10) >= long.saturating_mul(9),
            run,
        }
    }
}
