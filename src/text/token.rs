//! One pass from bytes to tokens.
//!
//! A token is a word, a number, or one punctuation mark; white space is kept only as the [`Gap`]
//! before the next token. Hyphens split (`Ontario-based` is three tokens without gaps, because names
//! end inside such compounds); a possessive `’s` is a token of its own (it lies outside every name);
//! other apostrophes stay inside their word (`O’Brien`, `don’t`).

use super::atom::{Atom, atom};
use super::fold::is_apostrophe;
use super::plain::Plain;
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

/// What a token looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// `said`; also scripts without case.
    Lower,
    /// `Moscow`.
    Title,
    /// `SANA`, `G20`: two or more letters or digits, no small letter.
    Upper,
    /// One capital letter: `A`.
    Initial,
    /// `McCain`, `O’Brien`, `YouTube`.
    Mixed,
    /// `iPhone`: a small letter first, a capital later.
    Camel,
    /// `U.S.`, `a.m.`: single letters with full stops, the last stop included.
    Dotted,
    /// `7`, `1,990`, `3.5`.
    Number,
    /// `3rd`, `1990s`, `10k`: a digit first, letters later.
    Alnum,
    /// `’s` after a word.
    Possessive,
    Comma,
    /// `.`, `!`, `?`, `…`, `...`.
    Stop,
    Colon,
    Semicolon,
    Hyphen,
    /// `–`, `—`, `--`.
    Dash,
    Open,
    Close,
    /// Double marks of every style, guillemets, and the opening single `‘`.
    Quote,
    /// `'` and `’`: apostrophe or single mark, told apart by their neighbours.
    Apostrophe,
    Symbol,
}

impl Shape {
    /// How many shapes there are.
    pub(crate) const COUNT: usize = Self::Symbol as usize + 1;

    /// Words and numbers, as against marks.
    pub(crate) fn is_word(self) -> bool {
        use Shape::{Alnum, Camel, Dotted, Initial, Lower, Mixed, Number, Title, Upper};
        matches!(self, Lower | Title | Upper | Initial | Mixed | Camel | Dotted | Number | Alnum)
    }

    /// Words that begin with a capital letter. (`a.m.` is dotted and small: ask the text where it matters.)
    pub(crate) fn is_capital(self) -> bool {
        matches!(self, Self::Title | Self::Upper | Self::Initial | Self::Mixed)
    }
}

impl Shape {
    /// Words with a capital letter in them: whether it is their first, [`Dotted`](Self::Dotted) ones do not say.
    pub(crate) fn may_be_capital(self) -> bool {
        self.is_capital() || matches!(self, Self::Camel | Self::Dotted)
    }
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

impl<'t> Tokens<'t> {
    /// Cuts `text` into tokens, in one pass.
    #[inline(never)] // a stage: counted by its name in benches/cost
    pub(crate) fn new(text: &'t str) -> Self {
        let mut tokens = Tokens::default().again(text);
        let list = &tokens.list;
        let marks = TokenSet::of(list, |token| matches!(token.shape, Shape::Quote | Shape::Apostrophe));
        let stops = TokenSet::of(list, |token| matches!(token.shape, Shape::Stop | Shape::Dotted));
        (tokens.marks, tokens.stops) = (marks, stops);
        tokens
    }

    /// Cuts another text in the room of these tokens, without the sets of rare tokens.
    pub(crate) fn again(self, text: &str) -> Tokens<'_> {
        let (mut list, mut atoms) = (self.list, self.atoms);
        let mut cutter = Cutter { text, bytes: text.as_bytes(), at: 0 };
        // News has a token every 5 to 6 bytes, marks included.
        let expected = text.len() / 5 + 1;
        list.clear();
        list.reserve(expected);
        atoms.clear();
        atoms.reserve(expected);
        let mut gap = Gap::Blank;
        while let Some(start) = cutter.skip_space(&mut gap) {
            let piece = match cutter.plain_word(start) {
                Some(word) => {
                    cutter.at = start + word.len;
                    Piece { shape: word.shape, atom: word.atom, apostrophe: false }
                }
                None => cutter.take(list.last(), gap, start),
            };
            debug_assert!(cutter.at > start, "each token takes at least one byte");
            let (Ok(from), Ok(to)) = (u32::try_from(start), u32::try_from(cutter.at)) else { break };
            let Piece { shape, atom, apostrophe } = piece;
            list.push(Token { start: from, end: to, shape, gap, apostrophe });
            atoms.push(atom);
            gap = Gap::None;
        }
        Tokens { text, list, atoms, ..Tokens::default() }
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

/// What a token is, its place aside.
struct Piece {
    shape: Shape,
    atom: Atom,
    apostrophe: bool,
}

impl Piece {
    fn mark(shape: Shape, atom: Atom) -> Self {
        Self { shape, atom, apostrophe: false }
    }
}

struct Cutter<'t> {
    text: &'t str,
    bytes: &'t [u8],
    at: usize,
}

impl Cutter<'_> {
    fn byte(&self, i: usize) -> u8 {
        self.bytes.get(i).copied().unwrap_or(0)
    }

    fn char_at(&self, i: usize) -> Option<char> {
        match self.bytes.get(i)? {
            b if b.is_ascii() => Some(char::from(*b)),
            _ => self.text.get(i..)?.chars().next(),
        }
    }

    /// Moves to the next byte that is not white space; `None` at the end.
    fn skip_space(&mut self, gap: &mut Gap) -> Option<usize> {
        if self.byte(self.at) == b' ' && self.byte(self.at + 1).is_ascii_graphic() {
            // One space between two words: the usual case.
            *gap = (*gap).max(Gap::Space);
            self.at += 1;
            return Some(self.at);
        }
        loop {
            let c = self.char_at(self.at)?;
            let seen = match c {
                '\r' if self.byte(self.at + 1) == b'\n' => *gap,
                '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{0b}' | '\u{0c}' => match *gap {
                    Gap::None | Gap::Space => Gap::Line,
                    Gap::Line | Gap::Blank => Gap::Blank,
                },
                c if is_space(c) => (*gap).max(Gap::Space),
                _ => return Some(self.at),
            };
            *gap = seen;
            self.at += c.len_utf8();
        }
    }

    /// Takes the token at `start`, which is no plain word.
    fn take(&mut self, last: Option<&Token>, gap: Gap, start: usize) -> Piece {
        if let Some(shape) = self.plain_mark(start) {
            self.at = start + 1;
            return Piece::mark(shape, Atom::of(&[self.byte(start)]));
        }
        let Some(c) = self.char_at(start) else { return Piece::mark(Shape::Symbol, Atom::NONE) };
        if is_word_char(c) {
            let shape = self.take_word(start);
            let word = self.text.get(start..self.at).unwrap_or_default();
            return Piece { shape, atom: Atom::fold(word), apostrophe: word.contains(is_apostrophe) };
        }
        let after_word = gap == Gap::None && last.is_some_and(|t| t.shape.is_word());
        self.at = start + c.len_utf8();
        if matches!(c, '\'' | '’') && after_word && self.possessive_at(start) {
            self.at += 1;
            return Piece::mark(Shape::Possessive, atom!("'s"));
        }
        match self.take_mark(c) {
            Shape::Apostrophe => Piece::mark(Shape::Apostrophe, atom!("'")),
            shape => Piece::mark(shape, Atom::of(self.bytes.get(start..self.at).unwrap_or_default())),
        }
    }

    /// The shape of a mark of one byte that no other byte can prolong: most marks.
    #[inline]
    fn plain_mark(&self, start: usize) -> Option<Shape> {
        match (self.byte(start), self.byte(start + 1)) {
            (b',', _) => Some(Shape::Comma),
            (b'.', next) if next != b'.' => Some(Shape::Stop),
            (b'-', next) if next != b'-' => Some(Shape::Hyphen),
            (b'"', _) => Some(Shape::Quote),
            _ => None,
        }
    }

    /// Whether two more apostrophes and then no word follow: a single and a double mark close together.
    fn closes_three(&self) -> bool {
        let after = self.byte(self.at + 2);
        self.byte(self.at + 1) == b'\'' && !after.is_ascii_alphanumeric() && after != b'\''
    }

    fn take_mark(&mut self, c: char) -> Shape {
        let next = self.byte(self.at);
        match c {
            ',' | '،' | '，' => Shape::Comma,
            '.' => {
                while self.byte(self.at) == b'.' {
                    self.at += 1;
                }
                Shape::Stop
            }
            '!' | '?' | '…' | '。' | '؟' => Shape::Stop,
            ':' => Shape::Colon,
            ';' => Shape::Semicolon,
            '-' if next == b'-' => {
                while self.byte(self.at) == b'-' {
                    self.at += 1;
                }
                Shape::Dash
            }
            '-' | '‐' | '‑' => Shape::Hyphen,
            '–' | '—' | '―' | '‒' => Shape::Dash,
            '(' | '[' | '{' => Shape::Open,
            ')' | ']' | '}' => Shape::Close,
            // “'Yes,'''”: the single mark inside closes first.
            '\'' if next == b'\'' && !self.closes_three() => {
                self.at += 1;
                Shape::Quote
            }
            '`' => {
                self.at += usize::from(next == b'`');
                Shape::Quote
            }
            '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '‹' | '›' | '‘' | '‚' | '＂' => {
                Shape::Quote
            }
            '\'' | '’' => Shape::Apostrophe,
            _ => Shape::Symbol,
        }
    }

    /// `'s` or `’s` at `i`, with no letter after it.
    fn possessive_at(&self, i: usize) -> bool {
        let mark = self.char_at(i).map_or(1, char::len_utf8);
        matches!(self.byte(i + mark), b's' | b'S') && !self.char_at(i + mark + 1).is_some_and(is_word_char)
    }

    fn take_word(&mut self, start: usize) -> Shape {
        if let Some(end) = self.dotted_end(start) {
            self.at = end;
            return Shape::Dotted;
        }
        let mut look = Look::default();
        let mut last = '\0';
        while let Some(c) = self.char_at(self.at) {
            if is_word_char(c) {
                look.see(c);
            } else if !self.joins(last, c) {
                break;
            }
            last = c;
            self.at += c.len_utf8();
        }
        look.shape()
    }

    /// A word of ASCII letters and digits that no mark can prolong: nineteen in twenty.
    #[inline]
    fn plain_word(&self, start: usize) -> Option<Plain> {
        let word = Plain::read(self.bytes, start)?;
        let end = start + word.len;
        if word.shape == Shape::Number && matches!(word.len, 5 | 6) && self.year_glued(start, end) {
            let year = self.bytes.get(start..start + 4)?;
            return Some(Plain { len: 4, shape: Shape::Number, atom: Atom::of(year) });
        }
        let after = self.byte(end);
        // One branch, seldom taken, and not one for each mark.
        let number = (word.len == 1) | self.byte(end - 1).is_ascii_digit();
        let stop = (after == b'.') | (after == b',');
        let open = (after == b'\'') | (after >= 0x80) | (stop & number);
        (!open).then_some(word)
    }

    /// A year with the hour or day of the next time behind it, as pages print them without the element
    /// between: "June 11, 20257:41 PM", "9 Dec 20249 Dec 2024".
    #[cold]
    fn year_glued(&self, start: usize, end: usize) -> bool {
        let century = matches!(self.bytes.get(start..start + 2), Some(b"19" | b"20"));
        let hour = self.byte(end) == b':' && self.byte(end + 1).is_ascii_digit();
        let letter = |k: usize| self.byte(end + k).is_ascii_alphabetic();
        let month =
            self.byte(end) == b' ' && letter(1) && letter(2) && letter(3) && self.byte(end + 4) == b' ';
        let year = matches!(self.bytes.get(end + 5..end + 7), Some(b"19" | b"20"));
        century && (hour || month && year && self.byte(end + 1).is_ascii_uppercase())
    }

    /// Whether the mark `c` at the cursor, after the word character `last`, stays inside the word.
    fn joins(&self, last: char, c: char) -> bool {
        let next = self.char_at(self.at + c.len_utf8());
        match c {
            // "Sana‘a": between letters even the opening mark is an apostrophe.
            '\'' | '’' | '‘' => {
                last.is_alphabetic() && next.is_some_and(char::is_alphabetic) && !self.possessive_at(self.at)
            }
            ',' | '.' => last.is_ascii_digit() && next.is_some_and(|n| n.is_ascii_digit()),
            // Soft hyphens and zero-width joiners do not end a word.
            '\u{ad}' | '\u{200c}' | '\u{200d}' => next.is_some_and(is_word_char),
            _ => false,
        }
    }

    /// The end of `U.S.`, `a.m.`, `J.R.R.`: two or more single letters, each with a full stop (the last
    /// may lack it). `None` where the word is not of that build.
    fn dotted_end(&self, start: usize) -> Option<usize> {
        let (mut at, mut letters) = (start, 0);
        loop {
            let letter = self.char_at(at).filter(|c| c.is_alphabetic());
            let Some(c) = letter else { break };
            let after = at + c.len_utf8();
            if self.byte(after) != b'.' {
                // A longer word begins here: the dotted run, if any, ended before it.
                let alone = !self.char_at(after).is_some_and(is_word_char);
                return (letters >= 1 && alone).then_some(after);
            }
            letters += 1;
            at = after + 1;
        }
        (letters >= 2).then_some(at)
    }
}

/// Counts of letter kinds seen in a word.
#[derive(Default)]
struct Look {
    first: Option<char>,
    letters: u32,
    upper: u32,
    lower: u32,
    digits: u32,
}

impl Look {
    fn see(&mut self, c: char) {
        self.first.get_or_insert(c);
        if c.is_ascii_digit() {
            self.digits = self.digits.saturating_add(1);
            return;
        }
        self.letters = self.letters.saturating_add(1);
        if c.is_uppercase() {
            self.upper = self.upper.saturating_add(1);
        } else if c.is_lowercase() {
            self.lower = self.lower.saturating_add(1);
        }
    }

    fn shape(&self) -> Shape {
        let first = self.first.unwrap_or(' ');
        if first.is_ascii_digit() {
            return if self.letters == 0 { Shape::Number } else { Shape::Alnum };
        }
        match (first.is_uppercase(), self.upper, self.lower) {
            (true, 1, 0) if self.letters == 1 && self.digits == 0 => Shape::Initial,
            (true, _, 0) => Shape::Upper,
            (true, 1, _) => Shape::Title,
            (true, ..) => Shape::Mixed,
            (false, 0, _) => Shape::Lower,
            (false, ..) => Shape::Camel,
        }
    }
}

/// Letters, digits and combining marks: what a word is made of.
pub(crate) fn is_word_char(c: char) -> bool {
    match c {
        c if c.is_ascii() => c.is_ascii_alphanumeric(),
        // Latin-1 punctuation and spaces, general punctuation, arrows to dingbats, CJK marks,
        // full-width ASCII punctuation, specials and emoji: no words.
        '\u{80}'..='\u{bf}' => matches!(c, 'ª' | 'µ' | 'º'),
        '×' | '÷' => false,
        '\u{2000}'..='\u{206f}' | '\u{2190}'..='\u{2bff}' | '\u{3000}'..='\u{3004}' => false,
        '\u{3008}'..='\u{3020}' | '\u{fe00}'..='\u{fe6f}' | '\u{feff}' | '\u{fff0}'..='\u{ffff}' => false,
        '\u{ff01}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff20}' | '\u{e000}'..='\u{f8ff}' => false,
        '،' | '؟' | '؛' => false,
        c => !c.is_whitespace() && !c.is_control() && !('\u{1f000}'..='\u{1faff}').contains(&c),
    }
}

/// White space, and the invisible characters that stand for it or for nothing.
pub(crate) fn is_space(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{ad}')
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
