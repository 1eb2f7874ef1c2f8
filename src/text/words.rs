//! Sets of folded words: one probe, for the lexicon and for names.
//!
//! Nine words in ten have at most eight bytes. Those are numbers: they are loaded, folded and compared at
//! once, eight letters in one register, and never touched as bytes. Longer words are found by a hash and
//! compared. Words lie end to end in one buffer, so a set of forty thousand is three allocations.

use super::fold::Folded;

/// A short word as a number: its folded bytes, the first in the lowest place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Short(u64);

impl Short {
    const MAX: usize = size_of::<u64>();

    /// The word at `start..end` of a text, folded; `None` where it is longer or not ASCII.
    #[inline]
    pub(crate) fn read(text: &str, start: usize, end: usize) -> Option<Self> {
        let len = end.wrapping_sub(start);
        if len.wrapping_sub(1) >= Self::MAX {
            return None;
        }
        let bytes = text.as_bytes();
        let raw = match bytes.get(start..).and_then(|rest| rest.first_chunk()) {
            Some(chunk) => u64::from_le_bytes(*chunk) & (u64::MAX >> (64 - 8 * len)),
            None => pack(bytes.get(start..end)?),
        };
        (raw & HIGH == 0).then(|| Self(lower(raw)))
    }

    /// The first letters of the word at `start..end`, as many as fit, folded; `None` where one is not ASCII.
    #[inline]
    pub(crate) fn head(text: &str, start: usize, end: usize) -> Option<Self> {
        Self::read(text, start, end.min(start.saturating_add(Self::MAX)))
    }

    /// The first letters of a folded word.
    pub(crate) fn head_of(word: &[u8]) -> Self {
        Self(pack(word.get(..Self::MAX).unwrap_or(word)))
    }

    /// Two words as one number.
    #[inline]
    pub(crate) fn pair(self, next: Self) -> Self {
        Self(self.0.wrapping_mul(0xd6e8_feb8_6659_fd93).rotate_left(32) ^ next.0)
    }

    /// `el`: the Spanish article, and an Arabic one.
    pub(crate) const EL: Self = Self(0x6c65);

    /// The word of these bytes, already folded.
    pub(crate) fn of(bytes: &[u8]) -> Option<Self> {
        (bytes.len() <= Self::MAX).then(|| Self(pack(bytes)))
    }

    /// The word after a space, where it has room for that.
    #[inline]
    pub(crate) fn spaced(self) -> Option<Self> {
        (self.0 >> 56 == 0).then_some(Self(self.0 << 8 | u64::from(b' ')))
    }

    /// A number of `bits` bits that depends on every letter.
    #[inline]
    pub(crate) fn spread(self, bits: u32) -> usize {
        spread(self.0, bits)
    }

    /// Whether it holds this ASCII byte.
    #[inline]
    pub(crate) fn has(self, byte: u8) -> bool {
        // A byte that equals becomes zero, and only a zero borrows into its own high bit.
        let zero = self.0 ^ (LOW * u64::from(byte));
        zero.wrapping_sub(LOW) & !zero & HIGH != 0
    }
}

/// The high bits of a product depend on every byte.
#[inline]
fn spread(key: u64, bits: u32) -> usize {
    let product = key.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    usize::try_from(product.checked_shr(64_u32.wrapping_sub(bits)).unwrap_or(0)).unwrap_or(0)
}

/// One in each byte.
const LOW: u64 = 0x0101_0101_0101_0101;
/// The high bit of each byte.
const HIGH: u64 = LOW << 7;

/// Up to eight bytes as a number, the first in the lowest place.
fn pack(bytes: &[u8]) -> u64 {
    if let Ok(eight) = bytes.try_into() {
        return u64::from_le_bytes(eight);
    }
    bytes.iter().rev().fold(0, |all, &b| all << 8 | u64::from(b))
}

/// Eight ASCII letters made small at once: the high bit of each byte tells whether it is from A to Z.
fn lower(ascii: u64) -> u64 {
    let from_a = ascii.wrapping_add(LOW * (0x80 - u64::from(b'A')));
    let beyond_z = ascii.wrapping_add(LOW * (0x7f - u64::from(b'Z')));
    ascii | ((from_a ^ beyond_z) & HIGH) >> 2
}

/// Words, numbered in the order in which they were added.
#[derive(Clone, Debug, Default)]
pub(crate) struct Words {
    /// A power of two of slots, at most three quarters of them taken.
    slots: Vec<Slot>,
    /// The end of each word in `bytes`.
    ends: Vec<u32>,
    bytes: Vec<u8>,
}

#[derive(Clone, Copy, Debug)]
struct Slot {
    /// The short word itself, or the hash of a long one.
    key: u64,
    /// The number of the word; with [`LONG`] where it is a long one.
    number: u32,
}

const LONG: u32 = 1 << 31;
const EMPTY: Slot = Slot { key: 0, number: u32::MAX };

impl Words {
    /// An empty set with room for `words`.
    pub(crate) fn with_capacity(words: usize) -> Self {
        let slots = words.saturating_mul(3).div_ceil(2).next_power_of_two();
        let ends = Vec::with_capacity(words);
        Self { slots: vec![EMPTY; slots], ends, bytes: Vec::with_capacity(words.saturating_mul(8)) }
    }

    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The number of a folded word of the set.
    #[inline]
    pub(crate) fn get(&self, word: &[u8]) -> Option<usize> {
        match Short::of(word) {
            Some(short) => self.get_short(short),
            None => self.find_long(word, hash(word)).ok().map(|number| number as usize),
        }
    }

    /// The number of a short word of the set.
    #[inline]
    pub(crate) fn get_short(&self, word: Short) -> Option<usize> {
        self.find_short(word).ok().map(|number| number as usize)
    }

    /// The number of the word at `start..end` of a text, whatever its case.
    #[inline]
    pub(crate) fn find(&self, text: &str, start: usize, end: usize) -> Option<usize> {
        match Short::read(text, start, end) {
            Some(word) => self.get_short(word),
            None => self.get(Folded::new(text.get(start..end)?)?.as_bytes()),
        }
    }

    /// The number of `word`, which is added where it is new; `None` only where the set is full.
    pub(crate) fn intern(&mut self, word: &[u8]) -> Option<u32> {
        if self.ends.len().saturating_mul(4) >= self.slots.len().saturating_mul(3) {
            self.grow();
        }
        let short = Short::of(word);
        let key = short.map_or_else(|| hash(word), |short| short.0);
        let found = short.map_or_else(|| self.find_long(word, key), |short| self.find_short(short));
        let at = match found {
            Ok(number) => return Some(number),
            Err(at) => at,
        };
        let number = u32::try_from(self.ends.len()).ok().filter(|number| *number < LONG)?;
        let end = u32::try_from(self.bytes.len().checked_add(word.len())?).ok()?;
        let long = if short.is_some() { 0 } else { LONG };
        *self.slots.get_mut(at)? = Slot { key, number: number | long };
        self.bytes.extend_from_slice(word);
        self.ends.push(end);
        Some(number)
    }

    /// Where the search for a key starts.
    #[inline]
    fn home(&self, key: u64) -> usize {
        spread(key, self.slots.len().trailing_zeros())
    }

    /// The number of a word, or the slot where it belongs. Some slots are empty: the search ends.
    #[inline]
    fn find_short(&self, word: Short) -> Result<u32, usize> {
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = self.home(word.0);
        while let Some(slot) = self.slots.get(at).filter(|slot| slot.number != EMPTY.number) {
            if slot.key == word.0 && slot.number < LONG {
                return Ok(slot.number);
            }
            at = at.wrapping_add(1) & mask;
        }
        Err(at)
    }

    fn find_long(&self, word: &[u8], key: u64) -> Result<u32, usize> {
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = self.home(key);
        while let Some(slot) = self.slots.get(at).filter(|slot| slot.number != EMPTY.number) {
            let number = slot.number & !LONG;
            if slot.key == key && slot.number >= LONG && self.word(number) == word {
                return Ok(number);
            }
            at = at.wrapping_add(1) & mask;
        }
        Err(at)
    }

    /// The word with this number; nothing where there is none.
    pub(crate) fn word(&self, number: u32) -> &[u8] {
        let number = number as usize;
        let start = number.checked_sub(1).and_then(|before| self.ends.get(before)).map_or(0, |e| *e as usize);
        let end = self.ends.get(number).map_or(0, |e| *e as usize);
        self.bytes.get(start..end).unwrap_or_default()
    }

    fn grow(&mut self) {
        let size = self.slots.len().saturating_mul(2).max(16);
        let old = std::mem::replace(&mut self.slots, vec![EMPTY; size]);
        let mask = size.wrapping_sub(1);
        for slot in old.into_iter().filter(|slot| slot.number != EMPTY.number) {
            let mut at = self.home(slot.key);
            while self.slots.get(at).is_some_and(|taken| taken.number != EMPTY.number) {
                at = at.wrapping_add(1) & mask;
            }
            if let Some(free) = self.slots.get_mut(at) {
                *free = slot;
            }
        }
    }
}

/// The hash of a long word. The words of a set are its owner's, so no text can choose collisions.
fn hash(bytes: &[u8]) -> u64 {
    let mut chunks = bytes.chunks_exact(8);
    let step = |all: u64, word: u64| (all.rotate_left(23) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let all = chunks.by_ref().fold(bytes.len() as u64, |all, chunk| step(all, pack(chunk)));
    step(all, pack(chunks.remainder()))
}

#[cfg(test)]
mod tests {
    use super::{Short, Words};

    #[test]
    fn words_are_numbered_and_found() {
        let mut words = Words::default();
        assert_eq!(words.get(b"x"), None);
        let list: Vec<String> = (0..20_000_u64).map(|i| format!("w{}", i * 7919 * 104_729)).collect();
        for (number, word) in (0..).zip(&list) {
            assert_eq!(words.intern(word.as_bytes()), Some(number));
        }
        for (number, word) in list.iter().enumerate() {
            assert_eq!(words.get(word.as_bytes()), Some(number));
            assert_eq!(words.get(format!("{word}x").as_bytes()), None);
        }
        assert_eq!((words.intern(list[1].as_bytes()), words.len()), (Some(1), 20_000));
        assert_eq!(words.get(b""), None);
    }

    #[test]
    fn short_words_are_folded_in_one_go() {
        let text = "Aro's LINDHOLM @[`{z Øre Azimuthal";
        for word in text.split(' ') {
            let start = text.find(word).unwrap();
            let read = Short::read(text, start, start + word.len());
            let want = (word.is_ascii() && word.len() <= 8).then(|| word.to_ascii_lowercase());
            assert_eq!(read, want.as_deref().and_then(|w| Short::of(w.as_bytes())), "{word}");
        }
        let at_end = Short::read(text, text.len() - 3, text.len()).unwrap();
        assert_eq!(Some(at_end), Short::of(b"hal"));
        assert_eq!(Short::head("Azimuthal", 0, 9), Short::of(b"azimutha"));
        assert_eq!(Some(Short::EL), Short::of(b"el"));
        assert!(at_end.has(b'h') && at_end.has(b'l') && !at_end.has(b'm') && !at_end.has(b'\''));
        assert_eq!(at_end.spaced(), Short::of(b" hal"));
        assert_eq!(Short::of(b"lindholm").unwrap().spaced(), None);
        assert_eq!(Short::read(text, 0, 0), None);
    }
}
