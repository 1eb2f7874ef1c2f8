//! What a token looks like.

/// What a token looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// `said`; also scripts without case.
    Lower,
    /// `Moscow`.
    Title,
    /// `SANA`, `G20`: two or more letters or digits, no small letter.
    Upper,
    /// One capital letter: `A`.
    Initial,
    /// `McCain`, `O’Brien`, `YouTube`.
    Mixed,
    /// `iPhone`: a small letter first, a capital later.
    Camel,
    /// `U.S.`, `a.m.`: single letters with full stops, the last stop included.
    Dotted,
    /// `7`, `1,990`, `3.5`.
    Number,
    /// `3rd`, `1990s`, `10k`: a digit first, letters later.
    Alnum,
    /// `’s` after a word.
    Possessive,
    Comma,
    /// `.`, `!`, `?`, `…`, `...`.
    Stop,
    Colon,
    Semicolon,
    Hyphen,
    /// `–`, `—`, `--`.
    Dash,
    Open,
    Close,
    /// Double marks of every style, guillemets, and the opening single `‘`.
    Quote,
    /// `'` and `’`: apostrophe or single mark, told apart by their neighbours.
    Apostrophe,
    Symbol,
}

impl Shape {
    /// How many shapes there are.
    pub(crate) const COUNT: usize = Self::Symbol as usize + 1;

    /// Words and numbers, as against marks.
    pub(crate) fn is_word(self) -> bool {
        use Shape::{Alnum, Camel, Dotted, Initial, Lower, Mixed, Number, Title, Upper};
        matches!(self, Lower | Title | Upper | Initial | Mixed | Camel | Dotted | Number | Alnum)
    }

    /// Words that begin with a capital letter. (`a.m.` is dotted and small: ask the text where it matters.)
    pub(crate) fn is_capital(self) -> bool {
        matches!(self, Self::Title | Self::Upper | Self::Initial | Self::Mixed)
    }
}

impl Shape {
    /// Words with a capital letter in them: whether it is their first, [`Dotted`](Self::Dotted) ones do not say.
    pub(crate) fn may_be_capital(self) -> bool {
        self.is_capital() || matches!(self, Self::Camel | Self::Dotted)
    }
}

/// A set of shapes, a bit each.
///
/// What shape comes next cannot be guessed: asked of every token, a `match` is a branch that is guessed wrong, this is
/// none.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shapes(u32);

impl Shapes {
    pub(crate) const fn of(list: &[Shape]) -> Self {
        let (mut bits, mut rest) = (0, list);
        while let [shape, after @ ..] = rest {
            bits |= 1 << *shape as u32;
            rest = after;
        }
        Self(bits)
    }

    /// These and one more.
    pub(crate) const fn with(self, shape: Shape) -> Self {
        Self(self.0 | 1 << shape as u32)
    }

    #[inline]
    pub(crate) const fn has(self, shape: Shape) -> bool {
        self.0 >> (shape as u32) & 1 == 1
    }

    /// Whether the sets share a shape.
    #[inline]
    pub(crate) const fn has_any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}
