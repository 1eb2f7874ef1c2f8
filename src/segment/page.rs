//! What every pass reads: the text's lines with their tokens, word classes and names.

use std::ops::Range;

use super::PartKind;
use super::line::Line;
use crate::gazetteer::{EntityKind, Gazetteer, Hit};
use crate::lexicon::{Class, Entry};
use crate::span::Span;
use crate::text::{Atom, Gap, Shape, Tokens};

/// A text ready to be judged.
pub(super) struct Page<'a> {
    pub(super) tokens: &'a Tokens<'a>,
    pub(super) words: &'a [Entry],
    pub(super) hits: &'a [Hit],
    pub(super) gazetteer: &'a Gazetteer,
    pub(super) lines: Vec<Line>,
}

/// What a line was taken for, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Call {
    pub(super) kind: PartKind,
    pub(super) rule: &'static str,
    pub(super) percent: u8,
}

impl Call {
    pub(super) const fn new(kind: PartKind, rule: &'static str, percent: u8) -> Self {
        Self { kind, rule, percent }
    }
}

/// One call a line. The first pass that is sure enough decides; later ones fill what is open.
#[derive(Debug)]
pub(super) struct Calls(Vec<Option<Call>>);

impl Calls {
    pub(super) fn new(calls: Vec<Option<Call>>) -> Self {
        Self(calls)
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    pub(super) fn get(&self, i: usize) -> Option<Call> {
        self.0.get(i).copied().flatten()
    }

    pub(super) fn kind(&self, i: usize) -> Option<PartKind> {
        self.get(i).map(|call| call.kind)
    }

    /// Nobody has called the line yet.
    pub(super) fn open(&self, i: usize) -> bool {
        self.0.get(i).is_some_and(Option::is_none)
    }

    /// Calls line `i`, if it is open.
    pub(super) fn set(&mut self, i: usize, call: Call) {
        if let Some(slot) = self.0.get_mut(i) {
            slot.get_or_insert(call);
        }
    }

    /// Calls line `i`, whatever it was called before: for what its neighbours make of a weak call.
    pub(super) fn correct(&mut self, i: usize, call: Call) {
        if let Some(slot) = self.0.get_mut(i) {
            *slot = Some(call);
        }
    }
}

impl<'a> Page<'a> {
    pub(super) fn new(
        tokens: &'a Tokens<'a>,
        words: &'a [Entry],
        hits: &'a [Hit],
        gazetteer: &'a Gazetteer,
    ) -> Self {
        Self { tokens, words, hits, gazetteer, lines: super::line::read(tokens, words) }
    }

    pub(super) fn str(&self, i: usize) -> &'a str {
        self.tokens.str(i)
    }

    pub(super) fn shape(&self, i: usize) -> Option<Shape> {
        self.tokens.shape(i)
    }

    pub(super) fn is(&self, i: usize, class: Class) -> bool {
        self.words.get(i).is_some_and(|entry| entry.is(class))
    }

    /// The word or mark at token `i` as a number.
    pub(super) fn atom(&self, i: usize) -> Atom {
        self.tokens.atom(i)
    }

    /// Token `i` is one of `words`.
    pub(super) fn one_of(&self, i: usize, words: &[Atom]) -> bool {
        words.contains(&self.tokens.atom(i))
    }

    /// The tokens of `range` that are of any class of `class`.
    pub(super) fn of_class(&self, range: Range<usize>, class: Class) -> impl Iterator<Item = usize> + '_ {
        let words = self.words.get(range.clone()).unwrap_or_default();
        range.zip(words).filter(move |(_, word)| word.is(class)).map(|(i, _)| i)
    }

    /// Some token of `range` is one of `words`.
    pub(super) fn any(&self, mut range: Range<usize>, words: &[Atom]) -> bool {
        range.any(|i| self.one_of(i, words))
    }

    /// A mark that opens a quote, double or single, curly or straight, stands in `range`.
    pub(super) fn quotes(&self, mut range: Range<usize>) -> bool {
        let single =
            |i: usize| self.shape(i) == Some(Shape::Apostrophe) && !self.glued(i) && self.glued(i + 1);
        range.any(|i| self.shape(i) == Some(Shape::Quote) || single(i))
    }

    /// No white space before token `i`.
    pub(super) fn glued(&self, i: usize) -> bool {
        self.tokens.get(i).is_some_and(|t| t.gap == Gap::None)
    }

    /// Two blanks or more before token `i`, or a tab.
    pub(super) fn spread(&self, i: usize) -> bool {
        let Some(last) = i.checked_sub(1) else { return false };
        let blanks = self.text(Span::new(self.span(last..i).end, self.span(i..i + 1).start));
        blanks.chars().nth(1).is_some() || blanks == "\t"
    }

    /// A line end before token `i`.
    pub(super) fn starts_line(&self, i: usize) -> bool {
        self.tokens.get(i).is_some_and(|t| t.gap >= Gap::Line)
    }

    /// A word or number with a capital or digit at its head.
    pub(super) fn is_capital(&self, i: usize) -> bool {
        match self.shape(i) {
            Some(Shape::Dotted) => self.str(i).starts_with(char::is_uppercase),
            Some(shape) => shape.is_capital(),
            None => false,
        }
    }

    pub(super) fn span(&self, tokens: Range<usize>) -> Span {
        self.tokens.span(tokens.start, tokens.end)
    }

    pub(super) fn text(&self, span: Span) -> &'a str {
        span.of(self.tokens.text).unwrap_or("")
    }

    /// The tokens of `range` as the text writes them.
    pub(super) fn written(&self, range: Range<usize>) -> &'a str {
        self.text(self.span(range))
    }

    pub(super) fn line(&self, i: usize) -> Option<&Line> {
        self.lines.get(i)
    }

    /// Lines `a` and `b` are the same words.
    pub(super) fn same(&self, a: usize, b: usize) -> bool {
        let text = |i: usize| self.line(i).map(|line| self.written(line.tokens.clone()));
        text(a) == text(b)
    }

    /// Whether a listed name of `kind` starts at token `at` and ends by `end`; gives its end.
    pub(super) fn named(&self, at: usize, end: usize, kind: &EntityKind) -> Option<usize> {
        let first = self.hits.partition_point(|hit| (hit.start as usize) < at);
        let hit = *self.hits.get(first).filter(|hit| hit.start as usize == at && hit.end as usize <= end)?;
        let mut kinds = self.gazetteer.surfaces(hit).iter().filter_map(|s| self.gazetteer.kind(s));
        kinds.any(|one| one == kind).then_some(hit.end as usize)
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::Page;
    use crate::gazetteer::Gazetteer;
    use crate::lexicon;
    use crate::text::Tokens;

    /// Runs `test` on the page of `text`, without any names.
    pub(in crate::segment) fn with_page<T>(text: &str, test: impl FnOnce(&Page<'_>) -> T) -> T {
        let tokens = Tokens::new(text);
        let words = lexicon::tag(&tokens);
        test(&Page::new(&tokens, &words, &[], &Gazetteer::empty()))
    }
}
