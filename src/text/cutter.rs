//! Where tokens begin and end, and what each is.

use super::atom::{Atom, atom};
use super::fold::is_apostrophe;
use super::plain::Plain;
use super::shape::Shape;
use super::token::{Gap, Token};

/// What a token is, and where it ends.
pub(super) struct Piece {
    pub(super) end: usize,
    pub(super) shape: Shape,
    pub(super) atom: Atom,
    pub(super) apostrophe: bool,
}

impl Piece {
    /// The plain word that stands at `start`.
    #[inline]
    pub(super) fn plain(bytes: &[u8], start: usize) -> Option<Self> {
        let Plain { len, shape, atom, .. } = Plain::whole(bytes, start)?;
        Some(Self { end: start + len, shape, atom, apostrophe: false })
    }
}

/// Cuts tokens of every kind out of a text.
pub(super) struct Cutter<'t> {
    text: &'t str,
    bytes: &'t [u8],
    pub(super) at: usize,
}

impl<'t> Cutter<'t> {
    pub(super) fn new(text: &'t str, at: usize) -> Self {
        Self { text, bytes: text.as_bytes(), at }
    }

    fn byte(&self, i: usize) -> u8 {
        self.bytes.get(i).copied().unwrap_or(0)
    }

    fn char_at(&self, i: usize) -> Option<char> {
        match self.bytes.get(i)? {
            b if b.is_ascii() => Some(char::from(*b)),
            _ => self.text.get(i..)?.chars().next(),
        }
    }

    /// Moves to the next byte that is not white space; `None` at the end. `gap` is the white space before.
    pub(super) fn skip_space(&mut self, mut gap: Gap) -> Option<Gap> {
        if self.byte(self.at).is_ascii_graphic() {
            return Some(gap);
        }
        loop {
            let c = self.char_at(self.at)?;
            gap = match c {
                '\r' if self.byte(self.at + 1) == b'\n' => gap,
                '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{0b}' | '\u{0c}' => match gap {
                    Gap::None | Gap::Space => Gap::Line,
                    Gap::Line | Gap::Blank => Gap::Blank,
                },
                c if is_space(c) => gap.max(Gap::Space),
                _ => return Some(gap),
            };
            self.at += c.len_utf8();
        }
    }

    /// Takes the token here, which is no plain word; `last` is the one before it.
    pub(super) fn take(&mut self, last: Option<&Token>, gap: Gap) -> Piece {
        let start = self.at;
        let mut apostrophe = false;
        let (shape, atom) = if let Some(shape) = self.plain_mark(start) {
            self.at += 1;
            (shape, Atom::of(&[self.byte(start)]))
        } else if self.char_at(start).is_some_and(is_word_char) {
            let shape = self.take_word(start);
            let word = self.text.get(start..self.at).unwrap_or_default();
            apostrophe = word.contains(is_apostrophe);
            (shape, Atom::fold(word))
        } else {
            self.take_mark(gap == Gap::None && last.is_some_and(|t| t.shape.is_word()))
        };
        Piece { end: self.at, shape, atom, apostrophe }
    }

    /// Takes a mark, behind a word or not.
    fn take_mark(&mut self, after_word: bool) -> (Shape, Atom) {
        let start = self.at;
        let Some(c) = self.char_at(start) else { return (Shape::Symbol, Atom::NONE) };
        self.at += c.len_utf8();
        if matches!(c, '\'' | '’') && after_word && self.possessive_at(start) {
            self.at += 1;
            return (Shape::Possessive, atom!("'s"));
        }
        match self.prolong_mark(c) {
            Shape::Apostrophe => (Shape::Apostrophe, atom!("'")),
            shape => (shape, Atom::of(self.bytes.get(start..self.at).unwrap_or_default())),
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

    /// Takes what else belongs to the mark that was taken.
    fn prolong_mark(&mut self, c: char) -> Shape {
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
