//! Words of ASCII letters and digits, read eight bytes at a time.
//!
//! The bytes are never looked at one by one: eight are loaded as a number, each is told letter, digit or neither by
//! additions that do not carry over, and the word's length, shape and atom follow without a branch. Nearly all
//! words end within the first eight. Byte by byte this took 44 instructions a byte of text and guessed a branch
//! wrong on every second byte.

use super::atom::{Atom, HIGH, LOW, Packer, pack};
use super::shape::Shape;

/// A word of ASCII letters and digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Plain {
    pub(super) len: usize,
    pub(super) shape: Shape,
    pub(super) atom: Atom,
    /// Whether a comma or full stop behind it can belong to it: it is one letter, or has digits.
    pointed: bool,
}

impl Plain {
    /// The word at `start`, if it is of letters and digits and no mark can prolong it: nineteen words in twenty.
    #[inline]
    pub(super) fn whole(bytes: &[u8], start: usize) -> Option<Self> {
        let word = Self::read(bytes, start)?;
        let end = start.wrapping_add(word.len);
        let prolongs = PROLONGS | if word.pointed { POINTS } else { 0 };
        let behind = BEHIND.get(usize::from(byte(bytes, end))).copied().unwrap_or(PROLONGS);
        let goes_on = behind & prolongs != 0;
        let beyond_year = (word.shape == Shape::Number) & (word.len.wrapping_sub(5) < 2);
        // One branch, seldom taken, and not one for each case.
        if goes_on | beyond_year {
            let glued = beyond_year && year_glued(bytes, start, end);
            return if glued { word.year(bytes, start) } else { (!goes_on).then_some(word) };
        }
        Some(word)
    }

    /// The year that a number begins with.
    fn year(self, bytes: &[u8], start: usize) -> Option<Self> {
        let year = bytes.get(start..start.wrapping_add(4))?;
        Some(Self { len: 4, atom: Atom::of(year), ..self })
    }

    /// The letters and digits at `start`, if there are any.
    #[inline]
    fn read(bytes: &[u8], start: usize) -> Option<Self> {
        let head = Eight::load(bytes, start);
        if head.len == 0 {
            return None;
        }
        let packer = Packer::NEW.push_chunk(head.lower(), head.len);
        if head.len < 8 {
            let Eight { len, digits, .. } = head;
            let shape = head.look().with(ALONE, len == 1).shape();
            return Some(Self { len, shape, atom: packer.finish(), pointed: digits | (len == 1) });
        }
        Some(Self::read_on(bytes, start, head, packer))
    }

    /// The rest of a word of eight bytes and more.
    fn read_on(bytes: &[u8], start: usize, head: Eight, mut packer: Packer) -> Self {
        let (mut len, mut look, mut pointed) = (8, head.look(), head.digits);
        loop {
            let next = Eight::load(bytes, start.saturating_add(len));
            if next.len > 0 {
                packer = packer.push_chunk(next.lower(), next.len);
                look = look.and(next);
                pointed |= next.digits;
            }
            len = len.saturating_add(next.len);
            if next.len < 8 {
                return Self { len, shape: look.shape(), atom: packer.finish(), pointed };
            }
        }
    }
}

/// Marks that can prolong any word: apostrophes, and what is not ASCII.
const PROLONGS: u8 = 1;
/// Marks that can prolong a [pointed](Plain::pointed) word: `U.S.`, `1,990`.
const POINTS: u8 = 2;

/// What each byte is behind a word.
#[allow(clippy::indexing_slicing, reason = "evaluated by the compiler")]
const BEHIND: [u8; 256] = {
    let (mut marks, mut ascii) = ([PROLONGS; 256], 0);
    while ascii < 0x80 {
        marks[ascii] = 0;
        ascii += 1;
    }
    marks[b'\'' as usize] = PROLONGS;
    marks[b',' as usize] = POINTS;
    marks[b'.' as usize] = POINTS;
    marks
};

/// The byte at `i`; zero beyond the end.
#[inline]
fn byte(bytes: &[u8], i: usize) -> u8 {
    bytes.get(i).copied().unwrap_or(0)
}

/// A year with the hour or day of the next time behind it, as pages print them without the element
/// between: "June 11, 20257:41 PM", "9 Dec 20249 Dec 2024".
#[cold]
fn year_glued(bytes: &[u8], start: usize, end: usize) -> bool {
    let century = matches!(bytes.get(start..start.saturating_add(2)), Some(b"19" | b"20"));
    let behind = |k: usize| byte(bytes, end.saturating_add(k));
    let hour = behind(0) == b':' && behind(1).is_ascii_digit();
    let letters = (1..=3).all(|k| behind(k).is_ascii_alphabetic());
    let month = behind(0) == b' ' && letters && behind(4) == b' ';
    let year = matches!([behind(5), behind(6)], [b'1', b'9'] | [b'2', b'0']);
    century && (hour || month && year && behind(1).is_ascii_uppercase())
}

/// The letters and digits that eight bytes of text begin with.
#[derive(Clone, Copy, Debug)]
struct Eight {
    /// How many they are.
    len: usize,
    /// They, and zeros.
    bytes: u64,
    /// The high bit of each capital.
    upper: u64,
    /// Whether there are small letters.
    small: bool,
    digits: bool,
}

impl Eight {
    /// Those at `at`; the text goes on in zeros.
    #[inline]
    fn load(bytes: &[u8], at: usize) -> Self {
        let eight = bytes.get(at..).and_then(|rest| rest.first_chunk());
        let tail = || pack(bytes.get(at..).unwrap_or_default());
        let bytes = eight.map_or_else(tail, |eight| u64::from_le_bytes(*eight));
        // The sum of a byte below 0x80 and of a number up to 0x80 does not reach the next byte: the high bit of each
        // byte tells.
        let low = bytes & !HIGH;
        let from = |low: u64, first: u8| low.wrapping_add(LOW * (0x80 - first as u64));
        let within = |low: u64, first: u8, last: u8| from(low, first) & !from(low, last + 1);
        let letters = within(low | (LOW * 0x20), b'a', b'z');
        let other = (!(letters | within(low, b'0', b'9')) | bytes) >> 7 & LOW;
        let keep = other.wrapping_sub(1) & !other;
        // Of letters and digits two bits tell which: letters have 0x40, and small ones 0x20 as well.
        let (letter, small) = (bytes << 1 & keep & HIGH, bytes << 2);
        Self {
            len: other.trailing_zeros() as usize / 8,
            bytes: bytes & keep,
            upper: letter & !small,
            small: letter & small != 0,
            digits: letter != keep & HIGH,
        }
    }

    /// Them as small letters.
    #[inline]
    fn lower(self) -> u64 {
        self.bytes | self.upper >> 2
    }

    #[inline]
    fn look(self) -> Look {
        // Two bits of a letter or digit are its kind.
        let [first, ..] = self.bytes.to_le_bytes();
        Look(usize::from(first) >> 5 & FIRST)
            .with(CAPITAL_LATER, self.upper & !0x80 != 0)
            .with(SMALL, self.small)
    }
}

/// What kinds of letters a word has, as bits. The first two are the kind of its first letter.
#[derive(Clone, Copy, Debug)]
struct Look(usize);

const FIRST: usize = 3;
const DIGIT: usize = 1;
const CAPITAL: usize = 2;
/// A capital, not the first letter.
const CAPITAL_LATER: usize = 4;
const SMALL: usize = 8;
/// It is one letter or digit.
const ALONE: usize = 16;

/// The shape of each look.
#[allow(clippy::indexing_slicing, reason = "evaluated by the compiler")]
const SHAPES: [Shape; 32] = {
    let (mut shapes, mut look) = ([Shape::Lower; 32], 0);
    while look < 32 {
        shapes[look] = Look(look).read();
        look += 1;
    }
    shapes
};

impl Look {
    #[inline]
    fn with(self, bit: usize, is: bool) -> Self {
        Self(self.0 | if is { bit } else { 0 })
    }

    /// The look of a word that goes on so.
    fn and(self, next: Eight) -> Self {
        self.with(CAPITAL_LATER, next.upper != 0).with(SMALL, next.small)
    }

    #[inline]
    fn shape(self) -> Shape {
        SHAPES.get(self.0).copied().unwrap_or(Shape::Lower)
    }

    const fn read(self) -> Shape {
        let (later, small) = (self.0 & CAPITAL_LATER != 0, self.0 & SMALL != 0);
        match (self.0 & FIRST, later, small) {
            (DIGIT, false, false) => Shape::Number,
            (DIGIT, ..) => Shape::Alnum,
            (CAPITAL, false, false) if self.0 & ALONE != 0 => Shape::Initial,
            (CAPITAL, _, false) => Shape::Upper,
            (CAPITAL, false, true) => Shape::Title,
            (CAPITAL, true, true) => Shape::Mixed,
            (_, false, _) => Shape::Lower,
            (_, true, _) => Shape::Camel,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Atom, Plain};
    use crate::text::Shape;

    #[test]
    fn words_of_every_length_and_place() {
        use Shape::{Alnum, Camel, Initial, Lower, Mixed, Number, Title, Upper};
        for (word, shape) in [
            ("said", Lower),
            ("internationalisation", Lower),
            ("Oslo", Title),
            ("Internationalisation", Title),
            ("SANA", Upper),
            ("G20", Upper),
            ("A", Initial),
            ("a", Lower),
            ("7", Number),
            ("20250304050607080910", Number),
            ("3rd", Alnum),
            ("1234567890K", Alnum),
            ("McKay", Mixed),
            ("MacDonaldsonKay", Mixed),
            ("iPad", Camel),
            ("internationalIsation", Camel),
            ("b2", Lower),
            ("Abcdefgh", Title),
            ("ABCDEFGHi", Mixed),
        ] {
            for after in
                ["", " ", ",", "\u{e9}", "-", "@", "[", "`", "{", "/", ":", "\u{0}", " longer text here"]
            {
                let text = format!("{word}{after}");
                let atom = Atom::of(word.to_ascii_lowercase().as_bytes());
                let got = Plain::read(text.as_bytes(), 0).map(|plain| (plain.len, plain.shape, plain.atom));
                assert_eq!(got, Some((word.len(), shape, atom)), "{text}");
            }
        }
        for text in ["", " a", "\u{e9}", "@", "'s", "\u{ff}a"] {
            assert_eq!(Plain::read(text.as_bytes(), 0), None, "{text}");
        }
        assert_eq!(Plain::read(b"abc", 7), None);
    }
}
