//! The first stages one by one, for the benches; no part of the public promise.

use crate::gazetteer::Gazetteer;
use crate::lexicon;
use crate::span::Span;
use crate::text::Tokens;

/// A text cut into tokens.
#[derive(Debug)]
pub struct Cut<'t>(Tokens<'t>);

impl<'t> Cut<'t> {
    /// Cuts a text.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        Self(Tokens::new(text))
    }

    /// How many tokens there are.
    #[must_use]
    pub fn tokens(&self) -> usize {
        self.0.len()
    }

    /// Looks every word up; how many are in a list.
    #[must_use]
    pub fn tag(&self) -> usize {
        lexicon::tag(&self.0).iter().filter(|entry| **entry != lexicon::Entry::default()).count()
    }

    /// The spans of listed names.
    #[must_use]
    pub fn names(&self, gazetteer: &Gazetteer) -> Vec<Span> {
        let hits = gazetteer.scan(&self.0, None);
        hits.iter().map(|hit| self.0.span(hit.start as usize, hit.end as usize)).collect()
    }
}
