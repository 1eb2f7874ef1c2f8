//! Words as numbers: equal atoms, equal words.
//!
//! Every token has its atom, so rules, lists and names compare integers and never touch the text again. An atom
//! is the [folded](super::fold) word itself where that fits eight bytes, which nine words in ten do, and a hash
//! of 63 bits otherwise. (A text made for it could hold two long words of one hash. They would count as one
//! word; nothing worse can come of it.)
//!
//! What a rule looks for is a constant: `atom!("said")`, `atoms!["or", "nor"]`, worked out by the compiler.

use super::fold::fold_char;

/// A folded word, or the bytes of a mark, as one number. Apostrophes are one mark, `'`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Atom(u64);

impl Atom {
    /// The atom of no token.
    pub(crate) const NONE: Self = Self(0);

    /// The atom of these bytes, which are folded already, or a mark.
    pub(crate) const fn of(bytes: &[u8]) -> Self {
        let (mut packer, mut rest) = (Packer::NEW, bytes);
        while let [byte, after @ ..] = rest {
            packer = packer.push(*byte);
            rest = after;
        }
        packer.finish()
    }

    /// The same, eight bytes at a time.
    pub(crate) fn of_long(bytes: &[u8]) -> Self {
        let add = |packer: Packer, chunk: &[u8]| packer.push_chunk(pack(chunk), chunk.len());
        bytes.chunks(8).fold(Packer::NEW, add).finish()
    }

    /// The atoms of some literals, for [`atoms!`](crate::text::atoms).
    pub(crate) const fn all<const N: usize>(words: [&str; N]) -> [Self; N] {
        let (mut atoms, mut i) = ([Self::NONE; N], 0);
        while i < N {
            #[allow(clippy::indexing_slicing, reason = "evaluated by the compiler")]
            {
                atoms[i] = Self::of(words[i].as_bytes());
            }
            i += 1;
        }
        atoms
    }

    /// The atom of a word as it is written.
    pub(crate) fn fold(word: &str) -> Self {
        if word.is_ascii() {
            let chunks = word.as_bytes().chunks(8);
            let add = |packer: Packer, chunk: &[u8]| packer.push_chunk(lower(pack(chunk)), chunk.len());
            return chunks.fold(Packer::NEW, add).finish();
        }
        let mut packer = Packer::NEW;
        for c in word.chars() {
            let mut buffer = [0; 4];
            packer = fold_char(c, &mut buffer).iter().fold(packer, |packer, byte| packer.push(*byte));
        }
        packer.finish()
    }

    /// The atom as a number.
    #[inline]
    pub(crate) const fn number(self) -> u64 {
        self.0
    }

    /// Whether it is one of a few words. Asked in vain mostly, and without a branch a word.
    #[inline]
    pub(crate) fn is_among(self, words: &[Self]) -> bool {
        words.iter().fold(false, |found, word| found | (*word == self))
    }

    /// Two words as one.
    #[inline]
    pub(crate) const fn pair(self, next: Self) -> Self {
        Self(self.0.wrapping_mul(FACTOR).rotate_left(32) ^ next.0)
    }

    /// A number of 32 bits, each of which depends on every letter: its low bits are a place in a table.
    #[inline]
    pub(crate) fn spread(self) -> usize {
        // The high half of a product depends on the whole of the low half, where the letters of a word are.
        let product = (self.0 ^ self.0 >> 32).wrapping_mul(FACTOR);
        usize::try_from(product >> 32).unwrap_or(0)
    }
}

/// An odd number with bits of no pattern: 2^64 over the golden ratio.
const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;

/// An atom in the making.
#[derive(Clone, Copy, Debug)]
pub(super) struct Packer {
    /// What the full eights before the last say.
    hash: u64,
    /// The last bytes, up to eight, the first in the lowest place.
    word: u64,
    len: u64,
}

impl Packer {
    pub(super) const NEW: Self = Self { hash: 0, word: 0, len: 0 };

    const fn push(self, byte: u8) -> Self {
        let full = self.len > 0 && self.len % 8 == 0;
        let (hash, word) = if full { (mix(self.hash, self.word), 0) } else { (self.hash, self.word) };
        Self { hash, word: word | (byte as u64) << (self.len % 8 * 8), len: self.len.wrapping_add(1) }
    }

    /// Adds up to eight bytes behind a multiple of eight.
    #[inline]
    pub(super) fn push_chunk(self, word: u64, len: usize) -> Self {
        let hash = if self.len == 0 { 0 } else { mix(self.hash, self.word) };
        Self { hash, word, len: self.len.wrapping_add(len as u64) }
    }

    #[inline]
    pub(super) const fn finish(self) -> Atom {
        if self.len <= 8 {
            return Atom(self.word);
        }
        Atom(mix(mix(self.hash, self.word), self.len) | 1 << 63)
    }
}

#[inline]
const fn mix(all: u64, word: u64) -> u64 {
    let product = (all.rotate_left(23) ^ word).wrapping_mul(FACTOR);
    product ^ product >> 29
}

/// The atom of a literal: small ASCII letters, or one mark.
macro_rules! atom {
    ($word:literal) => {
        const { $crate::text::Atom::of($word.as_bytes()) }
    };
}

/// The atoms of some literals.
macro_rules! atoms {
    ($($word:literal),+ $(,)?) => {
        const { &$crate::text::Atom::all([$($word),+]) }
    };
}

pub(crate) use {atom, atoms};

/// One in each byte.
pub(super) const LOW: u64 = 0x0101_0101_0101_0101;
/// The high bit of each byte.
pub(super) const HIGH: u64 = LOW << 7;

/// Up to eight bytes as a number, the first in the lowest place.
#[inline]
pub(super) fn pack(bytes: &[u8]) -> u64 {
    if let Ok(eight) = bytes.try_into() {
        return u64::from_le_bytes(eight);
    }
    bytes.iter().rev().fold(0, |all, &b| all << 8 | u64::from(b))
}

/// Eight ASCII letters made small at once: the high bit of each byte tells whether it is from A to Z.
#[inline]
pub(super) fn lower(ascii: u64) -> u64 {
    let from_a = ascii.wrapping_add(LOW * (0x80 - b'A' as u64));
    let beyond_z = ascii.wrapping_add(LOW * (0x7f - b'Z' as u64));
    ascii | ((from_a ^ beyond_z) & HIGH) >> 2
}

#[cfg(test)]
mod tests {
    use super::{Atom, lower, pack};
    use crate::text::fold::fold;
    use crate::text::{Shape, Tokens};

    #[test]
    fn a_token_has_the_atom_of_its_folded_word() {
        let text = "Said, DON’T said Parliamentary Élysée O’Brien-Straße’s 1,990.5 U.S. “Kyiv” ‘Київ’ -- 3rd … \
                    internationalisation Muḥammad x";
        let tokens = Tokens::new(text);
        for i in 0..tokens.len() {
            let word = tokens.str(i);
            let folds = matches!(tokens.shape(i).unwrap(), Shape::Possessive | Shape::Apostrophe);
            let folds = folds || tokens.shape(i).unwrap().is_word();
            let want = if folds { fold(word) } else { word.to_owned() };
            assert_eq!(tokens.atom(i), Atom::of(want.as_bytes()), "{word}");
        }
        assert_eq!(tokens.atom(0), atom!("said"));
        assert_eq!(tokens.atom(2), atom!("don't"));
        assert!(atoms!["parliamentary", "said"].contains(&tokens.atom(4)));
        assert_eq!(tokens.atom(tokens.len()), Atom::NONE);
    }

    #[test]
    fn words_of_every_length_have_their_own_atom() {
        let mut seen = std::collections::HashSet::new();
        for len in 1..200 {
            for word in ["a".repeat(len), "b".repeat(len), format!("{}b", "a".repeat(len)), "é".repeat(len)]
            {
                let folded = fold(&word);
                assert_eq!(Atom::fold(&word), Atom::of(folded.as_bytes()), "{word}");
                assert_eq!(Atom::of_long(folded.as_bytes()), Atom::of(folded.as_bytes()), "{word}");
                seen.insert((folded, Atom::fold(&word)));
            }
        }
        let atoms: std::collections::HashSet<Atom> = seen.iter().map(|(_, atom)| *atom).collect();
        assert_eq!(atoms.len(), seen.len());
    }

    #[test]
    fn eight_letters_are_made_small_at_once() {
        assert_eq!(lower(pack(b"Az@[`{Z'")), pack(b"az@[`{z'"));
    }
}
