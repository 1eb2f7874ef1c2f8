//! Questions that the rules of this stage ask of tokens.

use std::ops::Range;

use crate::doc::Doc;
use crate::gazetteer::Hit;
use crate::lexicon::Class;
use crate::text::{Gap, Shape, Shapes, TokenSet, atom};

use super::listed::{Listed, Lists};

/// The listed names of a document, found by token, each with what it can be.
#[derive(Debug)]
pub(super) struct Names {
    /// For each token the listed name that covers it: its position in `Doc::hits` plus one, 0 where there is none.
    over: Vec<u32>,
    /// One entry a hit.
    listed: Vec<Listed>,
    /// Tokens that a run of names may start with, a particle before them aside: capitals, listed names.
    pub(super) starts: TokenSet,
}

impl Names {
    pub(super) fn of(doc: &Doc<'_>) -> Self {
        let mut over = Vec::with_capacity(doc.tokens.len());
        let mut listed = Vec::with_capacity(doc.hits.len());
        for (hit, number) in doc.hits.iter().zip(1..) {
            over.resize(hit.start as usize, 0);
            over.resize(hit.end as usize, number);
            listed.push(Listed::of(&doc.gazetteer, *hit));
        }
        over.resize(doc.tokens.len(), 0);
        let mut starts = TokenSet::of(doc.tokens.as_slice(), |token| token.shape.may_be_capital());
        starts.extend(doc.hits.iter().map(|hit| hit.start as usize));
        Self { over, listed, starts }
    }
}

/// The [`Doc`], as the rules of this stage read it.
#[derive(Clone, Copy)]
pub(super) struct Reader<'d, 't> {
    pub(super) doc: &'d Doc<'t>,
    pub(super) names: &'d Names,
}

impl<'d, 't> Reader<'d, 't> {
    #[inline]
    pub(super) fn str(self, i: usize) -> &'t str {
        self.doc.tokens.str(i)
    }

    #[inline]
    pub(super) fn is(self, i: usize, class: Class) -> bool {
        self.doc.is(i, class)
    }

    #[inline]
    pub(super) fn shape(self, i: usize) -> Option<Shape> {
        self.doc.tokens.shape(i)
    }

    /// Whether nothing stands between token `i` and the one before it.
    #[inline]
    pub(super) fn tight(self, i: usize) -> bool {
        self.doc.tokens.get(i).is_some_and(|t| t.gap == Gap::None)
    }

    /// Whether token `i` begins with a capital letter, as names do. The pronoun "I" does not count.
    #[inline]
    pub(super) fn capital(self, i: usize) -> bool {
        const CAPITALS: Shapes = Shapes::of(&[Shape::Title, Shape::Upper, Shape::Mixed, Shape::Camel]);
        const DOUBTFUL: Shapes = Shapes::of(&[Shape::Initial, Shape::Dotted]);
        self.shape(i).is_some_and(|shape| {
            CAPITALS.has(shape) || DOUBTFUL.has(shape) && self.is_capital_letter(i, shape)
        })
    }

    /// The same of one letter or several with stops.
    fn is_capital_letter(self, i: usize, shape: Shape) -> bool {
        match shape {
            Shape::Initial => self.doc.tokens.atom(i) != atom!("i"),
            _ => self.str(i).starts_with(char::is_uppercase),
        }
    }

    /// A small word.
    #[inline]
    pub(super) fn small(self, i: usize) -> bool {
        self.shape(i) == Some(Shape::Lower)
    }

    #[inline]
    pub(super) fn shape_is(self, i: usize, shape: Shape) -> bool {
        self.shape(i) == Some(shape)
    }

    /// Capitals only: `SANA`, `U.S.`.
    #[inline]
    pub(super) fn all_caps(self, i: usize) -> bool {
        matches!(self.shape(i), Some(Shape::Upper)) || self.shape_is(i, Shape::Dotted) && self.capital(i)
    }

    /// The position of the listed name that covers token `i`.
    #[inline]
    fn number(self, i: usize) -> Option<usize> {
        (*self.names.over.get(i)? as usize).checked_sub(1)
    }

    /// Whether a listed name covers token `i`.
    #[inline]
    pub(super) fn is_listed(self, i: usize) -> bool {
        self.number(i).is_some()
    }

    /// The listed name that starts at token `i`.
    #[inline]
    pub(super) fn hit_from(self, i: usize) -> Option<Hit> {
        self.hit_over(i).filter(|hit| hit.start as usize == i)
    }

    /// The listed name that covers token `i`.
    #[inline]
    pub(super) fn hit_over(self, i: usize) -> Option<Hit> {
        self.doc.hits.get(self.number(i)?).copied()
    }

    /// What the words of `hit` can be.
    #[inline]
    pub(super) fn listed(self, hit: Hit) -> Listed {
        self.number(hit.start as usize).and_then(|n| self.names.listed.get(n)).copied().unwrap_or_default()
    }

    /// Whether the tokens from `at` up to `end` are the name of a country.
    pub(super) fn is_country(self, at: usize, end: usize) -> bool {
        self.hit_from(at).is_some_and(|hit| hit.end as usize == end && self.listed(hit).is(Lists::COUNTRY))
    }

    /// The listed body that a name gives with its country: "U.S. | State Department".
    pub(super) fn body_behind(self, tokens: &Range<usize>) -> Option<Hit> {
        let country = self.hit_from(tokens.start).filter(|hit| self.listed(*hit).is(Lists::COUNTRY))?;
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
