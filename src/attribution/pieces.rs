//! The pieces of one thing said, kept in place: nine in ten have one, and few have more than two.

use std::ops::{Deref, Range};

/// Ranges of units or tokens, in order of the saying.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Pieces {
    /// The first ones, as long as there are no more than fit.
    few: [Range<usize>; FEW],
    len: usize,
    /// All of them, once they do not fit.
    many: Vec<Range<usize>>,
}

const FEW: usize = 2;

impl Pieces {
    pub(super) fn push(&mut self, piece: Range<usize>) {
        match self.few.get_mut(self.len) {
            Some(slot) => *slot = piece,
            None if self.many.is_empty() => self.many.extend(self.few.iter().cloned().chain([piece])),
            None => self.many.push(piece),
        }
        self.len = self.len.saturating_add(1);
    }

    /// Puts a piece before the others.
    pub(super) fn push_front(&mut self, piece: Range<usize>) {
        *self = std::iter::once(piece).chain(self.iter().cloned()).collect();
    }
}

impl Deref for Pieces {
    type Target = [Range<usize>];

    fn deref(&self) -> &Self::Target {
        self.few.get(..self.len).unwrap_or(&self.many)
    }
}

impl FromIterator<Range<usize>> for Pieces {
    fn from_iter<I: IntoIterator<Item = Range<usize>>>(pieces: I) -> Self {
        let mut all = Self::default();
        pieces.into_iter().for_each(|piece| all.push(piece));
        all
    }
}

impl<const N: usize> From<[Range<usize>; N]> for Pieces {
    fn from(pieces: [Range<usize>; N]) -> Self {
        pieces.into_iter().collect()
    }
}

/// A content in one piece.
pub(super) fn only(piece: Range<usize>) -> Pieces {
    Pieces { few: [piece, Range::default()], len: 1, many: Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::{Pieces, only};

    #[test]
    fn pieces_in_place_and_not_are_one_list() {
        let mut pieces = Pieces::default();
        let mut want = Vec::new();
        for i in 0..6 {
            assert_eq!(*pieces, *want);
            pieces.push(i..i + 1);
            want.push(i..i + 1);
            let mut front = pieces.clone();
            front.push_front(9..10);
            assert_eq!(front.first(), Some(&(9..10)));
            assert_eq!(front.get(1..), Some(&*want));
        }
        assert_eq!((only(3..4).len(), only(3..4).first()), (1, Some(&(3..4))));
    }
}
