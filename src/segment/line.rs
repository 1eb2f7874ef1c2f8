//! Lines: the units that the passes judge, with what one look at each tells.
//!
//! A line is a run of tokens without a line end before any but the first; the lines of a hard-wrapped
//! paragraph are joined first (see [`super::wrap`]).

use std::collections::HashMap;
use std::ops::Range;

use crate::lexicon::{Class, Entry};
use crate::text::{Gap, Shape, Tokens};

/// How a line ends, closing quote marks and brackets aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// A word: no mark at all.
    Open,
    /// `.` or `!`.
    Stop,
    Question,
    Ellipsis,
    Colon,
    /// `,` `;` or a dash: something must follow.
    Pending,
}

/// A line and its looks.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) tokens: Range<usize>,
    /// The tokens after a bullet or number that opens the line.
    pub(super) body: Range<usize>,
    /// A list mark stands before the first word.
    pub(super) bullet: bool,
    /// Characters, blanks included.
    pub(super) chars: usize,
    pub(super) words: usize,
    /// Words that begin with a capital letter.
    pub(super) capitals: usize,
    /// Words in capitals only, of two letters or more.
    pub(super) shouted: usize,
    /// Words without any capital letter.
    pub(super) small: usize,
    /// Numbers, with or without letters behind them: "3", "3rd".
    pub(super) numbers: usize,
    /// Signs that no other shape has: "@", "/", "©".
    pub(super) symbols: usize,
    /// The classes of all its words.
    classes: Class,
    pub(super) end: End,
    pub(super) opens_quote: bool,
    pub(super) closes_quote: bool,
    /// Full stops inside the line with a capital after them.
    pub(super) breaks: usize,
    /// How many lines of the text are these words, this one included.
    pub(super) copies: u32,
}

/// A body paragraph is at least this long, in characters; shorter ones are told by what stands around.
pub(super) const BODY: usize = 100;

impl Line {
    fn new(tokens: &Tokens<'_>, words: &[Entry], range: Range<usize>) -> Self {
        let mut line = Self {
            body: after_bullet(tokens, &range),
            bullet: false,
            chars: characters(tokens, &range),
            words: 0,
            capitals: 0,
            shouted: 0,
            small: 0,
            numbers: 0,
            symbols: 0,
            classes: Class::NONE,
            end: end_of(tokens, &range),
            opens_quote: false,
            closes_quote: matches!(tokens.shape(range.end.saturating_sub(1)), Some(Shape::Quote)),
            breaks: 0,
            copies: 1,
            tokens: range,
        };
        line.bullet = line.body.start > line.tokens.start;
        line.opens_quote = matches!(tokens.shape(line.body.start), Some(Shape::Quote | Shape::Apostrophe));
        line.count(tokens, words);
        let breaks = tokens.stops().within(line.body.clone()).filter(|i| line.breaks_at(tokens, words, *i));
        line.breaks = breaks.count();
        line
    }

    /// Counts the words of each look. What shape comes next cannot be guessed, so no branch asks for it.
    fn count(&mut self, tokens: &Tokens<'_>, words: &[Entry]) {
        use Shape::{Alnum, Camel, Dotted, Initial, Lower, Mixed, Number, Symbol, Title, Upper};
        let mut counts = [0_usize; Shape::COUNT];
        for token in tokens.as_slice().get(self.body.clone()).unwrap_or_default() {
            if let Some(count) = counts.get_mut(token.shape as usize) {
                *count += 1;
            }
        }
        let of = |shapes: &[Shape]| shapes.iter().filter_map(|shape| counts.get(*shape as usize)).sum();
        self.capitals = of(&[Title, Mixed, Initial, Upper, Dotted]);
        self.shouted = of(&[Upper]);
        self.small = of(&[Lower]);
        self.numbers = of(&[Number, Alnum]);
        self.symbols = of(&[Symbol]);
        self.words = self.capitals + self.small + self.numbers + of(&[Camel]);
        let classes = words.get(self.tokens.clone()).unwrap_or_default().iter().map(|word| word.class);
        self.classes = classes.fold(Class::NONE, Class::or);
    }

    /// Whether some word of the line is of any class of `class`.
    pub(super) fn holds(&self, class: Class) -> bool {
        self.classes.has(class)
    }

    /// Whether token `i` is a full stop with a capital after it, and ends no abbreviation.
    fn breaks_at(&self, tokens: &Tokens<'_>, words: &[Entry], i: usize) -> bool {
        let next = tokens.get(i + 1).filter(|t| i + 1 < self.body.end && t.gap >= Gap::Space);
        tokens.shape(i) == Some(Shape::Stop)
            && next.is_some_and(|t| t.shape != Shape::Lower)
            && !abbreviates(tokens, words, i)
    }

    /// The line stands more than once.
    pub(super) fn repeated(&self) -> bool {
        self.copies > 1
    }

    /// The line ends as a sentence does.
    pub(super) fn terminated(&self) -> bool {
        matches!(self.end, End::Stop | End::Question | End::Ellipsis)
    }

    /// Long enough, and ended: a paragraph of the body, whatever stands around it.
    pub(super) fn is_body(&self) -> bool {
        self.chars >= BODY && (self.terminated() || self.end == End::Colon || self.closes_quote)
    }

    /// Most words begin with a capital, as in an American headline.
    pub(super) fn is_titled(&self) -> bool {
        self.capitals * 10 >= self.words * 6
    }

    /// Every word is in capitals, and there are at least two.
    pub(super) fn is_shouted(&self) -> bool {
        self.small == 0 && self.shouted >= 2 && self.shouted * 2 > self.words
    }
}

/// Characters from the first token to the last.
pub(super) fn characters(tokens: &Tokens<'_>, range: &Range<usize>) -> usize {
    // Either test takes many bytes at a time, the first the most.
    let count = |text: &str| if text.is_ascii() { text.len() } else { text.chars().count() };
    tokens.span(range.start, range.end).of(tokens.text).map_or(0, count)
}

/// The tokens after the mark of a list item: `-`, `•`, `*`, `1.`, `(a)`.
fn after_bullet(tokens: &Tokens<'_>, range: &Range<usize>) -> Range<usize> {
    let spaced = |i: usize| i < range.end && tokens.get(i).is_some_and(|t| t.gap == Gap::Space);
    let first = range.start;
    let mark = tokens.str(first);
    let skip = match tokens.shape(first) {
        Some(Shape::Hyphen) if spaced(first + 1) => 1,
        Some(Shape::Dash) if mark != "--" && spaced(first + 1) => 1,
        Some(Shape::Symbol) if matches!(mark, "•" | "*" | "·" | "▪" | "■" | "●" | "‣" | "◦" | "–" | "►") => {
            1
        }
        Some(Shape::Number) if mark.len() <= 2 && is_numbering(tokens, first + 1) && spaced(first + 2) => 2,
        _ => 0,
    };
    if first + skip < range.end { first + skip..range.end } else { range.clone() }
}

fn is_numbering(tokens: &Tokens<'_>, i: usize) -> bool {
    tokens.get(i).is_some_and(|t| t.gap == Gap::None) && matches!(tokens.str(i), "." | ")")
}

fn end_of(tokens: &Tokens<'_>, range: &Range<usize>) -> End {
    let end = before_aside(tokens, range).unwrap_or(range.end);
    for i in (range.start..end).rev() {
        return match tokens.shape(i) {
            Some(Shape::Quote | Shape::Apostrophe | Shape::Close) => continue,
            Some(Shape::Stop) => match tokens.str(i) {
                "?" | "؟" => End::Question,
                "…" | "..." => End::Ellipsis,
                _ => End::Stop,
            },
            Some(Shape::Dotted) if tokens.str(i).ends_with('.') => End::Stop,
            Some(Shape::Colon) => End::Colon,
            Some(Shape::Comma | Shape::Semicolon | Shape::Dash) => End::Pending,
            _ => End::Open,
        };
    }
    End::Open
}

/// The stop at `i` ends a month, a title or an initial: "Dec. 4", "Gen. Holt", "J. Holt".
fn abbreviates(tokens: &Tokens<'_>, words: &[Entry], i: usize) -> bool {
    let Some(before) = i.checked_sub(1) else { return false };
    let title = words.get(before).is_some_and(|w| w.is(Class::MONTH | Class::TITLE));
    tokens.shape(before) == Some(Shape::Initial) || title && tokens.str(before).len() <= 4
}

/// Where a sentence ends that only a short bracket follows: "… he said. (PTI)".
fn before_aside(tokens: &Tokens<'_>, range: &Range<usize>) -> Option<usize> {
    /// An agency, a photographer, a note.
    const MOST_TOKENS: usize = 10;
    let close = range.end.checked_sub(1).filter(|c| tokens.shape(*c) == Some(Shape::Close))?;
    let low = range.start.max(close.saturating_sub(MOST_TOKENS));
    let open = (low..close).rev().find(|i| tokens.shape(*i) == Some(Shape::Open))?;
    let stop =
        (low..open).rev().find(|i| !matches!(tokens.shape(*i), Some(Shape::Quote | Shape::Apostrophe)))?;
    (tokens.shape(stop) == Some(Shape::Stop)).then_some(open)
}

/// The lines of a text, hard-wrapped ones joined, repeated ones marked.
pub(super) fn read(tokens: &Tokens<'_>, words: &[Entry]) -> Vec<Line> {
    let mut lines: Vec<Line> = super::wrap::join(tokens, words, &physical(tokens))
        .into_iter()
        .map(|r| Line::new(tokens, words, r))
        .collect();
    mark_repeated(tokens, &mut lines);
    lines
}

/// The lines as the text has them.
fn physical(tokens: &Tokens<'_>) -> Vec<Range<usize>> {
    // Room for a line every 32 tokens: paragraphs of news are longer.
    let mut out = Vec::with_capacity(tokens.len() / 32 + 4);
    let mut from = 0;
    for (i, token) in tokens.as_slice().iter().enumerate().skip(1) {
        if token.gap >= Gap::Line {
            out.push(from..i);
            from = i;
        }
    }
    if from < tokens.len() {
        out.push(from..tokens.len());
    }
    out
}

/// Marks lines whose text stands more than once. Lines of the frame are short; longer ones are left
/// alone, so that nothing long is hashed.
fn mark_repeated(tokens: &Tokens<'_>, lines: &mut [Line]) {
    const SHORT: usize = 60;
    let mut seen: HashMap<&str, u32> = HashMap::new();
    let key = |line: &Line| tokens.span(line.tokens.start, line.tokens.end).of(tokens.text).unwrap_or("");
    for line in lines.iter().filter(|line| line.chars <= SHORT) {
        *seen.entry(key(line)).or_default() += 1;
    }
    for line in lines.iter_mut().filter(|line| line.chars <= SHORT) {
        line.copies = seen.get(key(line)).copied().unwrap_or(1);
    }
}

/// Whether token `i` is a small word that a line cannot end with.
pub(super) fn leaves_open(tokens: &Tokens<'_>, words: &[Entry], i: usize) -> bool {
    let function = Class::PREPOSITION | Class::DETERMINER | Class::CONJUNCTION;
    tokens.shape(i) == Some(Shape::Lower) && words.get(i).is_some_and(|w| w.is(function))
}
