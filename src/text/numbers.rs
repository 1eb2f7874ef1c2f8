//! Atoms numbered in the order in which they came: one probe a word.

use super::atom::Atom;

/// A set of atoms, each with its number.
#[derive(Clone, Debug, Default)]
pub(crate) struct Numbers {
    /// A power of two of slots, at most three quarters of them taken.
    slots: Vec<Slot>,
    len: u32,
}

#[derive(Clone, Copy, Debug)]
struct Slot {
    atom: Atom,
    number: u32,
}

const EMPTY: Slot = Slot { atom: Atom::NONE, number: u32::MAX };

impl Numbers {
    /// An empty set with room for `atoms`.
    pub(crate) fn with_capacity(atoms: usize) -> Self {
        Self { slots: vec![EMPTY; atoms.saturating_mul(3).div_ceil(2).next_power_of_two()], len: 0 }
    }

    /// The set of some folded words.
    pub(crate) fn of(words: &[&str]) -> Self {
        let mut set = Self::with_capacity(words.len());
        words.iter().for_each(|word| {
            set.intern(Atom::of(word.as_bytes()));
        });
        set
    }

    /// Whether an atom is in the set.
    #[inline]
    pub(crate) fn has(&self, atom: Atom) -> bool {
        self.get(atom).is_some()
    }

    /// The number of an atom of the set.
    #[inline]
    pub(crate) fn get(&self, atom: Atom) -> Option<u32> {
        self.find(atom).ok()
    }

    /// The number of `atom`, which is added where it is new.
    pub(crate) fn intern(&mut self, atom: Atom) -> u32 {
        // An empty slot must be left, or the search for what is not there would not end.
        if (self.len as usize).saturating_add(1).saturating_mul(4) > self.slots.len().saturating_mul(3) {
            self.grow();
        }
        let at = match self.find(atom) {
            Ok(number) => return number,
            Err(at) => at,
        };
        let number = self.len;
        if let Some(slot) = self.slots.get_mut(at) {
            *slot = Slot { atom, number };
            self.len = self.len.saturating_add(1);
        }
        number
    }

    /// The number of an atom, or the slot where it belongs. Some slots are empty: the search ends.
    #[inline]
    fn find(&self, atom: Atom) -> Result<u32, usize> {
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = atom.spread() & mask;
        while let Some(slot) = self.slots.get(at).filter(|slot| slot.number != EMPTY.number) {
            if slot.atom == atom {
                return Ok(slot.number);
            }
            at = at.wrapping_add(1) & mask;
        }
        Err(at)
    }

    fn grow(&mut self) {
        let size = self.slots.len().saturating_mul(2).max(16);
        let old = std::mem::replace(&mut self.slots, vec![EMPTY; size]);
        for slot in old.into_iter().filter(|slot| slot.number != EMPTY.number) {
            if let Err(at) = self.find(slot.atom) {
                if let Some(free) = self.slots.get_mut(at) {
                    *free = slot;
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Atom, Numbers};
    use crate::text::atom;

    #[test]
    fn atoms_are_numbered_and_found() {
        let mut numbers = Numbers::default();
        assert_eq!(numbers.get(atom!("x")), None);
        let atoms: Vec<Atom> =
            (0..20_000_u64).map(|i| Atom::fold(&format!("w{}", i * 7919 * 104_729))).collect();
        for (number, atom) in (0..).zip(&atoms) {
            assert_eq!(numbers.intern(*atom), number);
        }
        for (number, atom) in (0..).zip(&atoms) {
            assert_eq!((numbers.get(*atom), numbers.intern(*atom)), (Some(number), number));
        }
        assert_eq!(numbers.get(atom!("x")), None);
    }

    #[test]
    fn a_set_without_room_has_an_end() {
        for room in 0..4 {
            let mut numbers = Numbers::with_capacity(room);
            for (number, atom) in (0..).zip([atom!("a"), atom!("b"), atom!("c")]) {
                assert_eq!(numbers.intern(atom), number);
                assert_eq!(numbers.get(atom!("x")), None);
            }
        }
    }
}
