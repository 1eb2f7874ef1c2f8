//! Sets of folded words: one hash, one probe, for the lexicon and for names.
//!
//! The words lie end to end in one buffer and the table holds their numbers, so a set of forty thousand
//! words is four allocations and loads in a few milliseconds.

/// A hash of folded bytes: multiply and rotate, eight bytes a step. The words of a set are its owner's, so
/// no text can choose collisions.
pub(crate) fn hash(bytes: &[u8]) -> u32 {
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut chunks = bytes.chunks_exact(8);
    let mut all = bytes.len() as u64;
    for chunk in &mut chunks {
        let word = chunk.try_into().map_or(0, u64::from_le_bytes);
        all = (all.rotate_left(23) ^ word).wrapping_mul(FACTOR);
    }
    let rest = chunks.remainder().iter().fold(0_u64, |word, &b| (word << 8) | u64::from(b));
    all = (all.rotate_left(23) ^ rest).wrapping_mul(FACTOR);
    u32::try_from(all >> 32).unwrap_or(0)
}

/// An empty slot.
const NONE: u32 = u32::MAX;

/// Words, numbered in the order in which they were added.
#[derive(Clone, Debug, Default)]
pub(crate) struct Words {
    /// A power of two of slots, at most half of them taken: hash and number.
    slots: Vec<(u32, u32)>,
    /// The end of each word in `bytes`.
    ends: Vec<u32>,
    bytes: Vec<u8>,
}

impl Words {
    /// An empty set with room for `words`.
    pub(crate) fn with_capacity(words: usize) -> Self {
        let slots = words.saturating_mul(2).next_power_of_two();
        let ends = Vec::with_capacity(words);
        Self { slots: vec![(0, NONE); slots], ends, bytes: Vec::with_capacity(words.saturating_mul(8)) }
    }

    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The number of a word of the set.
    pub(crate) fn get(&self, word: &[u8]) -> Option<usize> {
        self.find(word, hash(word)).ok().map(|number| number as usize)
    }

    /// The number of `word`, which is added where it is new; `None` only where the set is full.
    pub(crate) fn intern(&mut self, word: &[u8]) -> Option<u32> {
        if self.ends.len().saturating_mul(2) >= self.slots.len() {
            self.grow();
        }
        let hash = hash(word);
        let at = match self.find(word, hash) {
            Ok(number) => return Some(number),
            Err(at) => at,
        };
        let number = u32::try_from(self.ends.len()).ok().filter(|n| *n != NONE)?;
        let end = u32::try_from(self.bytes.len().checked_add(word.len())?).ok()?;
        *self.slots.get_mut(at)? = (hash, number);
        self.bytes.extend_from_slice(word);
        self.ends.push(end);
        Some(number)
    }

    /// The number of a word, or the slot where it belongs.
    #[inline]
    fn find(&self, word: &[u8], hash: u32) -> Result<u32, usize> {
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = hash as usize & mask;
        // Half of the slots are empty: the search ends.
        while let Some(&(seen, number)) = self.slots.get(at) {
            if number == NONE {
                break;
            }
            if seen == hash && self.word(number) == word {
                return Ok(number);
            }
            at = at.wrapping_add(1) & mask;
        }
        Err(at)
    }

    fn word(&self, number: u32) -> &[u8] {
        let number = number as usize;
        let start = number.checked_sub(1).and_then(|before| self.ends.get(before)).map_or(0, |e| *e as usize);
        let end = self.ends.get(number).map_or(0, |e| *e as usize);
        self.bytes.get(start..end).unwrap_or_default()
    }

    fn grow(&mut self) {
        let size = self.slots.len().saturating_mul(2).max(16);
        let mut slots = vec![(0, NONE); size];
        let mask = size.wrapping_sub(1);
        for &(hash, number) in self.slots.iter().filter(|slot| slot.1 != NONE) {
            let mut at = hash as usize & mask;
            while slots.get(at).is_some_and(|slot| slot.1 != NONE) {
                at = at.wrapping_add(1) & mask;
            }
            if let Some(slot) = slots.get_mut(at) {
                *slot = (hash, number);
            }
        }
        self.slots = slots;
    }
}

#[cfg(test)]
mod tests {
    use super::Words;

    #[test]
    fn words_are_numbered_and_found() {
        let mut words = Words::default();
        assert_eq!(words.get(b"x"), None);
        let list: Vec<String> = (0..10_000).map(|i| format!("word{}", i * 7)).collect();
        for (number, word) in (0..).zip(&list) {
            assert_eq!(words.intern(word.as_bytes()), Some(number));
        }
        for (number, word) in list.iter().enumerate() {
            assert_eq!(words.get(word.as_bytes()), Some(number));
            assert_eq!(words.get(format!("{word}x").as_bytes()), None);
        }
        assert_eq!((words.intern(b"word7"), words.len()), (Some(1), 10_000));
        assert_eq!(words.get(b""), None);
    }
}
