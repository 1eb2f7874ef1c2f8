//! Phrases from a list, found by their first word.

use crate::lexicon;
use crate::text::numbers::Numbers;
use crate::text::{Atom, Tokens};

/// Lists of phrases with the row that each came from.
#[derive(Debug)]
pub(super) struct Phrases<T> {
    first: Numbers,
    /// The phrases of each first word, longest first.
    lists: Vec<Vec<Phrase<T>>>,
}

/// The words after the first, and what the row says.
#[derive(Debug)]
struct Phrase<T> {
    rest: Vec<Atom>,
    value: T,
}

impl<T: Copy> Phrases<T> {
    /// Reads a list whose first column is the phrase. Rows that `value` does not accept are left out.
    pub(super) fn load(list: &str, value: impl Fn(&str) -> Option<T>) -> Self {
        let (mut firsts, mut lists) = (Numbers::default(), Vec::<Vec<_>>::new());
        for row in lexicon::rows(list) {
            let phrase = row.split('\t').next().unwrap_or("");
            let tokens = Tokens::new(phrase);
            let (Some((first, rest)), Some(value)) = (tokens.atoms().split_first(), value(row)) else {
                continue;
            };
            let phrase = Phrase { rest: rest.to_vec(), value };
            match lists.get_mut(firsts.intern(*first) as usize) {
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
        let first = self.first.get(tokens.atom(at)).filter(|_| at < end);
        let list = first.and_then(|first| self.lists.get(first as usize));
        list.into_iter().flatten().filter_map(move |phrase| {
            let rest = at + 1..at + 1 + phrase.rest.len();
            let fits = rest.end <= end && tokens.atoms().get(rest.clone()) == Some(&phrase.rest);
            fits.then_some((rest.end, phrase.value))
        })
    }
}
