//! Phrases from a list, found by their first word.

use crate::lexicon;
use crate::text::Tokens;
use crate::text::fold::{Folded, fold};
use crate::text::words::Words;

/// Lists of phrases with the row that each came from.
#[derive(Debug)]
pub(super) struct Phrases<T> {
    first: Words,
    /// The phrases of each first word, longest first.
    lists: Vec<Vec<Phrase<T>>>,
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
        let (mut firsts, mut lists) = (Words::default(), Vec::<Vec<_>>::new());
        for row in lexicon::rows(list) {
            let phrase = row.split('\t').next().unwrap_or("");
            let tokens = Tokens::new(phrase);
            let mut words = (0..tokens.len()).map(|i| fold(tokens.str(i)).into_bytes().into_boxed_slice());
            let (Some(first), Some(value)) = (words.next(), value(row)) else { continue };
            let Some(number) = firsts.intern(&first) else { continue };
            let phrase = Phrase { rest: words.collect(), value };
            match lists.get_mut(number as usize) {
                Some(list) => list.push(phrase),
                None => lists.push(vec![phrase]),
            }
        }
        for list in &mut lists {
            list.sort_by_key(|phrase| std::cmp::Reverse(phrase.rest.len()));
        }
        Self { first: firsts, lists }
    }

    #[cfg(test)]
    pub(super) fn is_empty(&self) -> bool {
        self.lists.is_empty()
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
        self.those(tokens, at, end, |_| true)
    }

    /// The phrases at token `at` that end by `end` and whose row is `wanted`, longest first. What is not
    /// wanted is not compared.
    pub(super) fn those<'s>(
        &'s self,
        tokens: &'s Tokens<'_>,
        at: usize,
        end: usize,
        wanted: impl Fn(T) -> bool + 's,
    ) -> impl Iterator<Item = (usize, T)> + 's {
        let token = tokens.get(at).filter(|_| at < end);
        let first =
            token.and_then(|token| self.first.find(tokens.text, token.start as usize, token.end as usize));
        let list = first.and_then(|first| self.lists.get(first));
        list.into_iter().flatten().filter(move |phrase| wanted(phrase.value)).filter_map(move |phrase| {
            let stop = at + 1 + phrase.rest.len();
            let fits =
                stop <= end && phrase.rest.iter().enumerate().all(|(k, word)| same(tokens, at + 1 + k, word));
            fits.then_some((stop, phrase.value))
        })
    }
}

/// Whether token `i` folds to `word`.
fn same(tokens: &Tokens<'_>, i: usize, word: &[u8]) -> bool {
    let text = tokens.str(i);
    if text.is_ascii() {
        // Nearly all words, and most of them are another: nothing is copied to see that.
        return text.as_bytes().eq_ignore_ascii_case(word);
    }
    Folded::new(text).is_some_and(|folded| folded.as_bytes() == word)
}
