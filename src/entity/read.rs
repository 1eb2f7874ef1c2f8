//! Questions that the rules of this stage ask of tokens.

use std::ops::Range;

use crate::doc::Doc;
use crate::gazetteer::Hit;
use crate::lexicon::Class;
use crate::text::{Gap, Shape};

/// The [`Doc`], as the rules of this stage read it.
#[derive(Clone, Copy)]
pub(super) struct Reader<'d, 't> {
    pub(super) doc: &'d Doc<'t>,
}

impl<'d, 't> Reader<'d, 't> {
    pub(super) fn str(self, i: usize) -> &'t str {
        self.doc.tokens.str(i)
    }

    /// Whether token `i` is `word`, whatever its case.
    pub(super) fn says(self, i: usize, word: &str) -> bool {
        self.doc.tokens.is(i, word)
    }

    pub(super) fn is(self, i: usize, class: Class) -> bool {
        self.doc.is(i, class)
    }

    pub(super) fn shape(self, i: usize) -> Option<Shape> {
        self.doc.tokens.shape(i)
    }

    /// Whether nothing stands between token `i` and the one before it.
    pub(super) fn tight(self, i: usize) -> bool {
        self.doc.tokens.get(i).is_some_and(|t| t.gap == Gap::None)
    }

    /// Whether token `i` begins with a capital letter, as names do. The pronoun "I" does not count.
    pub(super) fn capital(self, i: usize) -> bool {
        match self.shape(i) {
            Some(Shape::Initial) => self.str(i) != "I",
            Some(Shape::Dotted) => self.str(i).starts_with(char::is_uppercase),
            Some(Shape::Camel) => true,
            Some(shape) => shape.is_capital(),
            None => false,
        }
    }

    /// A small word.
    pub(super) fn small(self, i: usize) -> bool {
        self.shape(i) == Some(Shape::Lower)
    }

    pub(super) fn shape_is(self, i: usize, shape: Shape) -> bool {
        self.shape(i) == Some(shape)
    }

    /// Capitals only: `SANA`, `U.S.`.
    pub(super) fn all_caps(self, i: usize) -> bool {
        matches!(self.shape(i), Some(Shape::Upper)) || self.shape_is(i, Shape::Dotted) && self.capital(i)
    }

    /// The listed name that starts at token `i`.
    pub(super) fn hit_from(self, i: usize) -> Option<Hit> {
        self.hits_from(i).first().copied().filter(|hit| hit.start as usize == i)
    }

    /// The listed names that start at token `i` or behind it.
    pub(super) fn hits_from(self, i: usize) -> &'d [Hit] {
        let at = self.doc.hits.partition_point(|hit| (hit.start as usize) < i);
        self.doc.hits.get(at..).unwrap_or_default()
    }

    /// The listed name that covers token `i`.
    pub(super) fn hit_over(self, i: usize) -> Option<Hit> {
        let after = self.doc.hits.partition_point(|hit| hit.start as usize <= i);
        let hit = self.doc.hits.get(after.checked_sub(1)?).copied()?;
        (i < hit.end as usize).then_some(hit)
    }

    /// Whether the tokens from `at` up to `end` are the name of a country.
    pub(super) fn is_country(self, at: usize, end: usize) -> bool {
        self.hit_from(at).is_some_and(|hit| hit.end as usize == end && self.listed(hit).country)
    }

    /// The listed body that a name gives with its country: "U.S. | State Department".
    pub(super) fn body_behind(self, tokens: &Range<usize>) -> Option<Hit> {
        let country = self.hit_from(tokens.start).filter(|hit| self.listed(*hit).country)?;
        let body = self.hit_from(country.end as usize).filter(|hit| hit.end as usize == tokens.end)?;
        self.listed(body).is_body().then_some(body)
    }

    /// The words of a run that begin with a capital.
    pub(super) fn capitals(self, range: Range<usize>) -> impl Iterator<Item = usize> {
        range.filter(move |i| self.capital(*i))
    }
}

/// The tokens of a hit.
pub(super) fn range(hit: Hit) -> Range<usize> {
    hit.start as usize..hit.end as usize
}
