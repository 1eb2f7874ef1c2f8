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
}

impl Plain {
    /// The letters and digits at `start`, if there are any.
    #[inline]
    pub(super) fn read(bytes: &[u8], start: usize) -> Option<Self> {
        let eight = Eight::load(bytes, start);
        let len = eight.run();
        if len == 0 {
            return None;
        }
        let head = eight.first(len);
        let look = head.look();
        let packer = Packer::NEW.push_chunk(head.lower(), len);
        if len < 8 {
            return Some(Self { len, shape: look.shape(len), atom: packer.finish() });
        }
        Some(Self::read_on(bytes, start, look, packer))
    }

    /// The rest of a word of eight bytes and more.
    fn read_on(bytes: &[u8], start: usize, mut look: Look, mut packer: Packer) -> Self {
        let mut len = 8;
        loop {
            let eight = Eight::load(bytes, start.saturating_add(len));
            let more = eight.run();
            if more > 0 {
                let next = eight.first(more);
                packer = packer.push_chunk(next.lower(), more);
                look = look.and(next);
            }
            len = len.saturating_add(more);
            if more < 8 {
                return Self { len, shape: look.shape(len), atom: packer.finish() };
            }
        }
    }
}

/// Eight bytes of text, with the high bit of each byte of a mask telling what it is.
#[derive(Clone, Copy, Debug)]
struct Eight {
    bytes: u64,
    letters: u64,
    digits: u64,
    upper: u64,
}

impl Eight {
    /// The bytes at `at`; zeros beyond the end.
    #[inline]
    fn load(bytes: &[u8], at: usize) -> Self {
        let eight = bytes.get(at..at.wrapping_add(8)).and_then(|eight| eight.try_into().ok());
        let tail = || pack(bytes.get(at..).unwrap_or_default());
        let bytes = eight.map_or_else(tail, u64::from_le_bytes);
        // The sum of a byte below 0x80 and of a number up to 0x80 does not reach the next byte.
        let low = bytes & !HIGH;
        let from = |low: u64, first: u8| low.wrapping_add(LOW * (0x80 - first as u64));
        let within = |low: u64, first: u8, last: u8| from(low, first) & !from(low, last + 1) & !bytes & HIGH;
        let letters = within(low | (LOW * 0x20), b'a', b'z');
        let digits = within(low, b'0', b'9');
        Self { bytes, letters, digits, upper: letters & !(bytes << 2) }
    }

    /// How many letters and digits stand at its start.
    #[inline]
    fn run(self) -> usize {
        (!(self.letters | self.digits) & HIGH).trailing_zeros() as usize / 8
    }

    /// Its first `len` bytes, at least one.
    #[inline]
    fn first(self, len: usize) -> Self {
        let keep = u64::MAX >> (64_usize.wrapping_sub(len.wrapping_mul(8)) & 63);
        let Self { bytes, letters, digits, upper } = self;
        Self { bytes: bytes & keep, letters: letters & keep, digits: digits & keep, upper: upper & keep }
    }

    #[inline]
    fn lower(self) -> u64 {
        self.bytes | self.upper >> 2
    }

    #[inline]
    fn look(self) -> Look {
        let later = Look::later(self.upper & !0x80, self.letters ^ self.upper);
        // The first byte is the lowest; a digit there counts 8, a capital 4.
        Look((self.digits & 0x80) >> 4 | (self.upper & 0x80) >> 5 | later.0)
    }
}

/// What kinds of letters a word has, as bits: a digit first 8, a capital first 4, a capital later 2, a small
/// letter 1.
#[derive(Clone, Copy, Debug)]
struct Look(u64);

/// The shape of each look.
const SHAPES: [Shape; 16] = {
    use Shape::{Alnum, Camel, Lower, Mixed, Number, Title, Upper};
    [
        Lower, Lower, Camel, Camel, Upper, Title, Upper, Mixed, Number, Alnum, Alnum, Alnum, Number, Alnum,
        Alnum, Alnum,
    ]
};

impl Look {
    #[inline]
    fn later(upper: u64, lower: u64) -> Self {
        Self(u64::from(upper != 0) << 1 | u64::from(lower != 0))
    }

    /// The look of a word that goes on so.
    fn and(self, next: Eight) -> Self {
        Self(self.0 | Self::later(next.upper, next.letters ^ next.upper).0)
    }

    #[inline]
    fn shape(self, len: usize) -> Shape {
        let shape = usize::try_from(self.0).ok().and_then(|look| SHAPES.get(look));
        let shape = shape.copied().unwrap_or(Shape::Lower);
        if len == 1 && shape == Shape::Upper { Shape::Initial } else { shape }
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
                let want = Plain { len: word.len(), shape, atom };
                assert_eq!(Plain::read(text.as_bytes(), 0), Some(want), "{text}");
            }
        }
        for text in ["", " a", "\u{e9}", "@", "'s", "\u{ff}a"] {
            assert_eq!(Plain::read(text.as_bytes(), 0), None, "{text}");
        }
        assert_eq!(Plain::read(b"abc", 7), None);
    }
}
