//! Phrases from a list, found by their first word.

use std::collections::HashMap;

use crate::lexicon;
use crate::text::Tokens;
use crate::text::fold::{Folded, fold};

/// Lists of phrases with the row that each came from.
#[derive(Debug)]
pub(super) struct Phrases<T> {
    by_first: HashMap<Box<[u8]>, Vec<Phrase<T>>>,
}

/// The folded words after the first, and what the row says.
#[derive(Debug)]
struct Phrase<T> {
    rest: Vec<Box<[u8]>>,
    value: T,
}

impl<T: Copy> Phrases<T> {
    /// Reads a list whose first column is the phrase. Rows that `value` does not accept are left out.
    pub(super) fn load(list: &str, value: impl Fn(&str) -> Option<T>) -> Self {
        let mut by_first: HashMap<_, Vec<_>> = HashMap::new();
        for row in lexicon::rows(list) {
            let phrase = row.split('\t').next().unwrap_or("");
            let tokens = Tokens::new(phrase);
            let mut words = (0..tokens.len()).map(|i| fold(tokens.str(i)).into_bytes().into_boxed_slice());
            if let (Some(first), Some(value)) = (words.next(), value(row)) {
                by_first.entry(first).or_default().push(Phrase { rest: words.collect(), value });
            }
        }
        for phrases in by_first.values_mut() {
            phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.rest.len()));
        }
        Self { by_first }
    }

    #[cfg(test)]
    pub(super) fn is_empty(&self) -> bool {
        self.by_first.is_empty()
    }

    /// The longest phrase at token `at` that ends by `end`: its end and value.
    pub(super) fn longest(&self, tokens: &Tokens<'_>, at: usize, end: usize) -> Option<(usize, T)> {
        self.all(tokens, at, end).next()
    }

    /// The phrases at token `at` that end by `end`, longest first.
    pub(super) fn all<'s>(
        &'s self,
        tokens: &'s Tokens<'_>,
        at: usize,
        end: usize,
    ) -> impl Iterator<Item = (usize, T)> + 's {
        let first = Folded::new(tokens.str(at)).filter(|_| at < end);
        let list = first.and_then(|first| self.by_first.get(first.as_bytes()));
        list.into_iter().flatten().filter_map(move |phrase| {
            let stop = at + 1 + phrase.rest.len();
            let fits =
                stop <= end && phrase.rest.iter().enumerate().all(|(k, word)| same(tokens, at + 1 + k, word));
            fits.then_some((stop, phrase.value))
        })
    }
}

fn same(tokens: &Tokens<'_>, i: usize, word: &[u8]) -> bool {
    Folded::new(tokens.str(i)).is_some_and(|folded| folded.as_bytes() == word)
}
