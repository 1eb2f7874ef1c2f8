//! One pass from bytes to tokens.
//!
//! A token is a word, a number, or one punctuation mark; white space is kept only as the [`Gap`]
//! before the next token. Hyphens split (`Ontario-based` is three tokens without gaps, because names
//! end inside such compounds); a possessive `’s` is a token of its own (it lies outside every name);
//! other apostrophes stay inside their word (`O’Brien`, `don’t`).

use super::atom::Atom;
use super::cutter::{Cutter, Piece};
use super::shape::{Shape, Shapes};
use super::token_set::TokenSet;
use crate::span::Span;

/// A word, a number or a mark of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    /// First byte. Texts are capped far below 4 GiB (see `Input`), so 32 bits hold every offset.
    pub(crate) start: u32,
    /// Byte after the last.
    pub(crate) end: u32,
    pub(crate) shape: Shape,
    /// The white space before it.
    pub(crate) gap: Gap,
    /// Whether it is a word with an apostrophe inside.
    pub(crate) apostrophe: bool,
}

impl Token {
    pub(crate) fn span(self) -> Span {
        Span::new(self.start as usize, self.end as usize)
    }
}

/// What stands between a token and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Gap {
    None,
    Space,
    /// One line end.
    Line,
    /// Two or more line ends.
    Blank,
}

/// The tokens of one text.
#[derive(Debug, Default)]
pub(crate) struct Tokens<'t> {
    pub(crate) text: &'t str,
    list: Vec<Token>,
    /// One a token.
    atoms: Vec<Atom>,
    marks: TokenSet,
    stops: TokenSet,
}

/// The shapes of [`Tokens::marks`].
const MARKS: Shapes = Shapes::of(&[Shape::Quote, Shape::Apostrophe]);
/// The shapes of [`Tokens::stops`].
const STOPS: Shapes = Shapes::of(&[Shape::Stop, Shape::Dotted]);

impl<'t> Tokens<'t> {
    /// Cuts `text` into tokens, in one pass.
    #[inline(never)] // a stage: counted by its name in benches/cost
    pub(crate) fn new(text: &'t str) -> Self {
        let mut tokens = Tokens::default().again(text);
        tokens.marks.fit();
        tokens.stops.fit();
        tokens
    }

    /// Cuts another text in the room of these tokens.
    pub(crate) fn again(self, text: &str) -> Tokens<'_> {
        let Self { mut list, mut atoms, mut marks, mut stops, .. } = self;
        // News has a token every 5 to 6 bytes, marks included.
        let expected = text.len() / 5 + 1;
        list.clear();
        list.reserve(expected);
        atoms.clear();
        atoms.reserve(expected);
        marks.clear(expected);
        stops.clear(expected);
        let (mut start, mut gap) = (0, Gap::Blank);
        loop {
            // Seven tokens in eight are plain words, behind one space or none.
            let piece = match Piece::plain(text.as_bytes(), start) {
                Some(word) => word,
                None => {
                    let mut cutter = Cutter::new(text, start);
                    let Some(wider) = cutter.skip_space(gap) else { break };
                    if cutter.at > start {
                        (start, gap) = (cutter.at, wider);
                        continue;
                    }
                    let piece = cutter.take(list.last(), gap);
                    marks.put(list.len(), MARKS.has(piece.shape));
                    stops.put(list.len(), STOPS.has(piece.shape));
                    piece
                }
            };
            let Piece { end, shape, atom, apostrophe } = piece;
            debug_assert!(start < end, "each token takes at least one byte");
            let (Ok(from), Ok(to)) = (u32::try_from(start), u32::try_from(end)) else { break };
            list.push(Token { start: from, end: to, shape, gap, apostrophe });
            atoms.push(atom);
            let Some(behind) = text.as_bytes().get(end) else { break };
            let spaced = *behind == b' ';
            (start, gap) = (end + usize::from(spaced), if spaced { Gap::Space } else { Gap::None });
        }
        marks.close(list.len());
        stops.close(list.len());
        Tokens { text, list, atoms, marks, stops }
    }

    /// Quotation marks and apostrophes: one token in fifty.
    pub(crate) fn marks(&self) -> &TokenSet {
        &self.marks
    }

    /// Stops and dotted words: where sentences can end.
    pub(crate) fn stops(&self) -> &TokenSet {
        &self.stops
    }

    pub(crate) fn len(&self) -> usize {
        self.list.len()
    }

    pub(crate) fn as_slice(&self) -> &[Token] {
        &self.list
    }

    pub(crate) fn get(&self, i: usize) -> Option<Token> {
        self.list.get(i).copied()
    }

    pub(crate) fn shape(&self, i: usize) -> Option<Shape> {
        self.list.get(i).map(|t| t.shape)
    }

    /// The word or mark at token `i` as a number; that of no token past the end.
    #[inline]
    pub(crate) fn atom(&self, i: usize) -> Atom {
        self.atoms.get(i).copied().unwrap_or_default()
    }

    /// One atom a token.
    pub(crate) fn atoms(&self) -> &[Atom] {
        &self.atoms
    }

    /// The text of token `i`; nothing past the end.
    pub(crate) fn str(&self, i: usize) -> &'t str {
        self.get(i).and_then(|t| self.text.get(t.span().range())).unwrap_or("")
    }

    /// The last two bytes of token `i`; zeros where it is shorter.
    #[inline]
    pub(crate) fn ending(&self, i: usize) -> [u8; 2] {
        let bytes = self.list.get(i).and_then(|token| self.text.as_bytes().get(token.span().range()));
        bytes.and_then(|bytes| bytes.last_chunk()).copied().unwrap_or_default()
    }

    /// Whether token `i` is `word`, ASCII case aside.
    ///
    /// Rules ask this of nearly every token, mostly in vain: the length, which the token knows, says no
    /// before the text is touched.
    #[inline]
    pub(crate) fn is(&self, i: usize, word: &str) -> bool {
        let Some(token) = self.list.get(i) else { return word.is_empty() };
        let (start, end) = (token.start as usize, token.end as usize);
        end.wrapping_sub(start) == word.len()
            && self.text.as_bytes().get(start..end).is_some_and(|it| it.eq_ignore_ascii_case(word.as_bytes()))
    }

    /// The span from token `from` up to, not including, token `to`.
    pub(crate) fn span(&self, from: usize, to: usize) -> Span {
        match (self.get(from), to.checked_sub(1).and_then(|i| self.get(i))) {
            (Some(a), Some(b)) if from < to => Span::new(a.start as usize, b.end as usize),
            _ => Span::default(),
        }
    }

    /// The first token that starts at or after `byte`.
    pub(crate) fn first_at(&self, byte: usize) -> usize {
        self.list.partition_point(|t| (t.start as usize) < byte)
    }

    /// The tokens that start inside `span`, as positions.
    pub(crate) fn within(&self, span: Span) -> std::ops::Range<usize> {
        self.first_at(span.start)..self.first_at(span.end)
    }
}

#[cfg(test)]
mod tests {
    use super::{Gap, Shape, Tokens};

    fn words(text: &str) -> Vec<&str> {
        let tokens = Tokens::new(text);
        (0..tokens.len()).map(|i| tokens.str(i)).collect()
    }

    #[test]
    fn words_marks_and_possessives() {
        for (text, want) in [
            ("Mr Holm’s plan, he said.", vec!["Mr", "Holm", "’s", "plan", ",", "he", "said", "."]),
            ("O'Brien don't 'stop'", vec!["O'Brien", "don't", "'", "stop", "'"]),
            (
                "the U.S. and the U.N said at 9 a.m.",
                vec!["the", "U.S.", "and", "the", "U.N", "said", "at", "9", "a.m."],
            ),
            ("J. K. Ruud", vec!["J", ".", "K", ".", "Ruud"]),
            ("1,990 rose 3.5% to $7.", vec!["1,990", "rose", "3.5", "%", "to", "$", "7", "."]),
            ("Oslo-based al-Amin", vec!["Oslo", "-", "based", "al", "-", "Amin"]),
            (
                "``Go,'' she said... no -- yes",
                vec!["``", "Go", ",", "''", "she", "said", "...", "no", "--", "yes"],
            ),
            ("the '90s and the 1990s", vec!["the", "'", "90s", "and", "the", "1990s"]),
            ("e.g. this", vec!["e.g.", "this"]),
        ] {
            assert_eq!(words(text), want, "{text}");
        }
    }

    #[test]
    fn shapes() {
        use Shape::{Alnum, Camel, Dotted, Initial, Lower, Mixed, Number, Title, Upper};
        let tokens = Tokens::new("said Oslo SANA A McKay iPad U.S. 12 3rd Émile G20");
        let want = [Lower, Title, Upper, Initial, Mixed, Camel, Dotted, Number, Alnum, Title, Upper];
        let got: Vec<_> = tokens.as_slice().iter().map(|t| t.shape).collect();
        assert_eq!(got, want);
    }

    #[test]
    fn line_ends_count_once_whatever_their_bytes() {
        let gaps = |text| Tokens::new(text).as_slice().iter().map(|t| t.gap).collect::<Vec<_>>();
        assert_eq!(gaps("a\r\nb\r\n\r\nc d"), [Gap::Blank, Gap::Line, Gap::Blank, Gap::Space]);
        assert_eq!(gaps("a\nb\n \nc d"), gaps("a\r\nb\r\n \r\nc d"));
    }

    #[test]
    fn odd_bytes_give_tokens_and_no_panic() {
        for text in ["", "\0", "’", "’s", "é", "a’", "…", "\u{feff}x", "😀a", "U.", "A.B", "İ", "'''"]
        {
            let tokens = Tokens::new(text);
            for token in tokens.as_slice() {
                assert!(text.get(token.span().range()).is_some_and(|s| !s.is_empty()), "{text:?}");
            }
        }
    }
}
