//! What a token does in its clause.

/// What a token does in its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tag {
    /// A capitalised word.
    Name,
    /// Nouns, adjectives and all that is not listed.
    Noun,
    Number,
    /// `the`, `his`.
    Determiner,
    /// `’s` after a name or noun.
    Possessive,
    /// `he`, `they`, `it`.
    Pronoun,
    /// `him`, `them`.
    Object,
    /// `who`, `which`, `what`.
    Relative,
    That,
    Preposition,
    /// `to` before a verb.
    To,
    /// `and`, `or`, `but`.
    Conjunction,
    /// `because`, `while`, `if`.
    Subordinator,
    Auxiliary,
    /// A finite verb.
    Verb,
    /// A participle of the past that is no main verb: `made by`, `has said`.
    Participle,
    /// `saying`.
    Ing,
    /// A bare infinitive.
    Infinitive,
    Adverb,
    Negation,
    Comma,
    Semicolon,
    Colon,
    Dash,
    Hyphen,
    /// A full stop that only abbreviates.
    Dot,
    Stop,
    Open,
    Close,
    /// A whole stretch between marks.
    Quoted,
    Symbol,
    /// What its neighbours will tell: no token has it once all are tagged.
    Undecided,
}

impl Tag {
    /// What a noun phrase is made of.
    pub(crate) const fn is_nominal(self) -> bool {
        use Tag::{Determiner, Dot, Hyphen, Name, Noun, Number, Possessive, Symbol};
        matches!(self, Name | Noun | Number | Determiner | Possessive | Hyphen | Dot | Symbol)
    }

    /// Verbs that carry a clause.
    pub(crate) const fn is_finite(self) -> bool {
        matches!(self, Self::Verb | Self::Auxiliary)
    }
}

/// A set of tags, a bit each: asked of unit after unit, it is no branch.
#[derive(Clone, Copy, Debug)]
pub(super) struct TagSet(u64);

impl TagSet {
    pub(super) const fn of(list: &[Tag]) -> Self {
        let (mut bits, mut rest) = (0, list);
        while let [tag, after @ ..] = rest {
            bits |= 1 << *tag as u64;
            rest = after;
        }
        Self(bits)
    }

    pub(super) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    #[inline]
    pub(super) const fn has(self, tag: Tag) -> bool {
        self.0 >> tag as u64 & 1 == 1
    }
}
