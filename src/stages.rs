//! The stages one by one, for the benches; no part of the public promise.

use crate::date::DatePolicy;
use crate::doc::Doc;
use crate::gazetteer::Gazetteer;
use crate::span::Span;
use crate::text::Tokens;
use crate::{attribution, date, entity, lexicon, quote};

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

/// A text read up to its sentences.
#[derive(Debug)]
pub struct Read<'t>(Doc<'t>);

impl<'t> Read<'t> {
    /// Reads a text.
    #[must_use]
    pub fn new(text: &'t str, gazetteer: &Gazetteer) -> Self {
        Self(Doc::read(text, None, gazetteer))
    }

    /// How many parts there are.
    #[must_use]
    pub fn parts(&self) -> usize {
        self.0.parts.len()
    }

    /// Finds the entities, and says how many there are.
    #[must_use]
    pub fn entities(&self) -> usize {
        entity::find(&self.0).len()
    }

    /// Finds the dates, and says how many there are.
    #[must_use]
    pub fn dates(&self) -> usize {
        date::find(&self.0, DatePolicy::News).0.len()
    }

    /// Finds who said what without names or dates, and says how many quotes there are.
    #[must_use]
    pub fn speech(&self) -> usize {
        attribution::find(&self.0, &[], &[], &quote::read(&self.0)).quotes.len()
    }
}
