//! Which tokens are of some kind, as bits: what a rule starts from is walked, the tokens between are not.

use std::ops::Range;

use super::atom;

/// A set of tokens, one bit each.
#[derive(Clone, Debug, Default)]
pub(crate) struct TokenSet(Vec<u64>);

/// Tokens whose bits share a number.
const WORD: usize = 64;

impl TokenSet {
    /// The tokens of which `is` holds, by what `list` has of each. It is asked of every token, and without a branch
    /// if it has none.
    pub(crate) fn of<T>(list: &[T], is: impl Fn(&T) -> bool) -> Self {
        let bits = |chunk: &[T]| {
            let mut flags = [0; WORD];
            flags.iter_mut().zip(chunk).for_each(|(flag, one)| *flag = u8::from(is(one)));
            pack(&flags)
        };
        // The chunks that are known to be full become code without loops.
        let mut full = list.chunks_exact(WORD);
        let mut all = Vec::with_capacity(list.len().div_ceil(WORD));
        all.extend(full.by_ref().map(bits));
        all.extend(Some(full.remainder()).filter(|rest| !rest.is_empty()).map(bits));
        Self(all)
    }

    /// The same by what two lists have of each token.
    pub(crate) fn of_both<T, U>(list: &[T], other: &[U], is: impl Fn(&T, &U) -> bool) -> Self {
        let bits = |(chunk, other): (&[T], &[U])| {
            let mut flags = [0; WORD];
            let both = chunk.iter().zip(other);
            flags.iter_mut().zip(both).for_each(|(flag, (one, other))| *flag = u8::from(is(one, other)));
            pack(&flags)
        };
        Self(list.chunks(WORD).zip(other.chunks(WORD)).map(bits).collect())
    }

    /// The tokens of both sets.
    pub(crate) fn and(mut self, other: &Self) -> Self {
        self.0.iter_mut().zip(&other.0).for_each(|(bits, other)| *bits &= other);
        self
    }

    /// The tokens of either set.
    pub(crate) fn or(mut self, other: &Self) -> Self {
        self.0.iter_mut().zip(&other.0).for_each(|(bits, other)| *bits |= other);
        self
    }

    /// Whether a token of `range` is in the set.
    #[inline]
    pub(crate) fn touches(&self, range: Range<usize>) -> bool {
        self.within(range).next().is_some()
    }

    /// The `tokens`, of a text of `len` tokens.
    pub(crate) fn with(len: usize, tokens: impl Iterator<Item = usize>) -> Self {
        let mut set = Self(vec![0; len.div_ceil(WORD)]);
        set.extend(tokens);
        set
    }

    /// Adds tokens of the text.
    pub(crate) fn extend(&mut self, tokens: impl Iterator<Item = usize>) {
        for i in tokens {
            if let Some(bits) = self.0.get_mut(i / WORD) {
                *bits |= 1 << (i % WORD);
            }
        }
    }

    /// Empties the set, and makes room for some tokens.
    pub(crate) fn clear(&mut self, expected: usize) {
        self.0.clear();
        self.0.resize(expected.div_ceil(WORD), 0);
    }

    /// Adds token `i`, if it `is` of the kind, to a set of tokens before it. Without a branch on whether it is.
    #[inline]
    pub(super) fn put(&mut self, i: usize, is: bool) {
        let at = i / WORD;
        if at >= self.0.len() {
            self.0.resize(at.saturating_add(1), 0);
        }
        if let Some(bits) = self.0.get_mut(at) {
            *bits |= u64::from(is) << (i % WORD);
        }
    }

    /// Ends a set into which tokens were [`put`](Self::put), of a text of `len` tokens.
    pub(super) fn close(&mut self, len: usize) {
        self.0.resize(len.div_ceil(WORD), 0);
    }

    /// Gives back the room that was doubled because far more tokens came than were expected.
    pub(super) fn fit(&mut self) {
        if self.0.capacity() > self.0.len().saturating_add(self.0.len() / 4) {
            self.0.shrink_to_fit();
        }
    }

    /// Adds all tokens of a range of the text.
    pub(crate) fn fill(&mut self, range: Range<usize>) {
        if range.is_empty() {
            return;
        }
        let (first, last) = (range.start / WORD, range.end.saturating_sub(1) / WORD);
        for (at, bits) in self.0.iter_mut().enumerate().take(last.saturating_add(1)).skip(first) {
            let from = if at == first { u64::MAX << (range.start % WORD) } else { u64::MAX };
            let to = if at == last { u64::MAX >> ((WORD - range.end % WORD) % WORD) } else { u64::MAX };
            *bits |= from & to;
        }
    }

    /// Whether token `i` is in the set.
    #[inline]
    pub(crate) fn has(&self, i: usize) -> bool {
        self.word(i / WORD) >> (i % WORD) & 1 != 0
    }

    /// Whether any token of `range` is in the set: asked of few tokens, which stand in one word or two.
    #[inline]
    pub(crate) fn has_any(&self, range: Range<usize>) -> bool {
        let end = range.end.min(self.0.len() * WORD);
        if range.start >= end {
            return false;
        }
        let (first, last) = (range.start / WORD, (end - 1) / WORD);
        let behind = self.word(first) & (u64::MAX << (range.start % WORD));
        let before = u64::MAX >> (WORD - 1 - (end - 1) % WORD);
        if first == last {
            return behind & before != 0;
        }
        let between = || self.0.get(first + 1..last).is_some_and(|words| words.iter().any(|word| *word != 0));
        behind != 0 || self.word(last) & before != 0 || between()
    }

    /// How many tokens are in the set.
    pub(crate) fn count(&self) -> usize {
        self.0.iter().map(|bits| bits.count_ones() as usize).sum()
    }

    /// The tokens of the set in `range`, in order.
    pub(crate) fn within(&self, range: Range<usize>) -> impl Iterator<Item = usize> + '_ {
        let mut at = range.start / WORD;
        let mut bits = Ones(self.word(at) & (u64::MAX << (range.start % WORD)));
        std::iter::from_fn(move || {
            loop {
                if let Some(one) = bits.next() {
                    let i = at.wrapping_mul(WORD).wrapping_add(one);
                    return (i < range.end).then_some(i);
                }
                at = at.wrapping_add(1);
                if at.wrapping_mul(WORD) >= range.end {
                    return None;
                }
                bits = Ones(self.word(at));
            }
        })
    }

    fn word(&self, at: usize) -> u64 {
        self.0.get(at).copied().unwrap_or(0)
    }
}

/// The lowest bits of some bytes side by side, the first in the lowest place: eight by one multiplication, whose product
/// has them in its highest byte.
fn pack(flags: &[u8; WORD]) -> u64 {
    let byte = |eight| atom::pack(eight).wrapping_mul(0x0102_0408_1020_4080) >> 56;
    flags.chunks_exact(8).rev().fold(0, |bits, eight| bits << 8 | byte(eight))
}

/// The positions of the bits of a number that are set, the lowest first.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ones(pub(crate) u64);

impl Iterator for Ones {
    type Item = usize;

    #[inline]
    fn next(&mut self) -> Option<usize> {
        let one = self.0.trailing_zeros();
        self.0 &= self.0.wrapping_sub(1);
        (one < u64::BITS).then_some(one as usize)
    }
}

#[cfg(test)]
mod tests {
    use crate::text::{Shape, Tokens};

    #[test]
    fn the_tokens_of_a_set_within_any_range() {
        let text = "one. two three. four ".repeat(40);
        let tokens = Tokens::new(&text);
        let set = super::TokenSet::of(tokens.as_slice(), |token| token.shape == Shape::Stop);
        for from in 0..tokens.len() {
            for to in [from, from + 1, from + 63, from + 64, from + 65, tokens.len(), tokens.len() + 100] {
                let want: Vec<_> = (from..to).filter(|i| tokens.shape(*i) == Some(Shape::Stop)).collect();
                assert_eq!(set.within(from..to).collect::<Vec<_>>(), want, "{from}..{to}");
                let mut full = super::TokenSet::with(tokens.len(), std::iter::empty());
                full.fill(from..to.min(tokens.len()));
                assert_eq!(full.count(), to.min(tokens.len()).saturating_sub(from), "{from}..{to}");
                assert_eq!(full.and(&set).within(0..tokens.len()).collect::<Vec<_>>(), want, "{from}..{to}");
                assert_eq!(set.has_any(from..to), !want.is_empty(), "{from}..{to}");
                let same = super::TokenSet::with(tokens.len(), want.iter().copied());
                assert!((from..to).all(|i| same.has(i) == set.has(i)), "{from}..{to}");
            }
        }
    }
}
