//! Where a name can start: what is asked of every token first.
//!
//! A name can start at every capital and digit. Small words and marks are too many to try them all: only those that
//! a listed name starts with (`al-Amin`, `the Gambia`, `crypto`, `'s-Hertogenbosch`).

use crate::text::{Atom, Shape, Shapes};

/// The starts of the listed names that are no capitals.
#[derive(Clone, Debug)]
pub(super) struct Starts {
    /// For each number that words and marks spread to: [`FREE`], [`LEADING`]. Few names start small, so a table of
    /// one page tells nearly all other words from them.
    small: [u8; PLACES],
    /// Shapes at which a name can start, whatever the word: [`BIG`], and where a name starts with a mark of many
    /// [spellings](VARIED), such marks.
    always: Shapes,
}

/// A power of two.
const PLACES: usize = 1 << 12;
/// Such small words start names before anything.
const FREE: u8 = 1;
/// They start names before a capital or a hyphen.
const LEADING: u8 = 2;

impl Default for Starts {
    fn default() -> Self {
        Self { small: [0; PLACES], always: BIG }
    }
}

use Shape::{Alnum, Camel, Dash, Dotted, Hyphen, Initial, Mixed, Number, Quote, Symbol, Title, Upper};

/// Shapes at which a name can always start.
const BIG: Shapes = Shapes::of(&[Title, Upper, Initial, Mixed, Camel, Dotted, Number, Alnum]);
/// Marks that a text may spell in another way than the name.
const VARIED: Shapes = Shapes::of(&[Quote, Symbol]);
/// Shapes before which a small word can be a part of a name.
const LEADS: Shapes = Shapes::of(&[Title, Upper, Initial, Mixed, Dotted, Hyphen, Dash]);

impl Starts {
    /// Adds the first word of a name, whose second token has the shape `next`.
    pub(super) fn add(&mut self, word: Atom, shape: Shape, next: Option<Shape>) {
        if VARIED.has(shape) {
            self.always = self.always.with(shape);
        }
        let leads = shape.is_word() && next.is_some_and(|next| LEADS.has(next));
        let kind = if leads { LEADING } else { FREE };
        if let Some(small) = self.small.get_mut(word.spread() & (PLACES - 1)) {
            *small |= kind;
        }
    }

    /// Whether a name can start with `word`, before a token of the shape `next`. Without branches: which token
    /// comes next cannot be predicted.
    #[inline]
    pub(super) fn at(&self, word: Atom, shape: Shape, next: Shape) -> bool {
        let small = self.small.get(word.spread() & (PLACES - 1)).copied().unwrap_or(0);
        let wanted = FREE | u8::from(LEADS.has(next)) << 1;
        self.always.has(shape) | (small & wanted != 0)
    }
}
