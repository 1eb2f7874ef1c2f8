//! What single words tell of the source that they stand in.

use std::ops::Range;

use crate::doc::Doc;
use crate::lexicon::{self, Class, word_set};

word_set! {
    /// What words tell: a set.
    pub(super) struct Tells of lexicon::SOURCE_WORDS, Class::SOURCE {
        /// The writer, as the head: "I".
        AUTHOR = "author",
        /// A pronoun: "who".
        RELATIVE = "relative",
        /// A head that names nobody: "sources".
        NOBODY = "nobody",
        /// The speaker is left without a name: "a person familiar with the talks".
        UNNAMED = "unnamed",
        /// A naming: "named".
        NAMED = "named",
        /// A denial: "declined".
        DENIED = "denied",
        /// Several people who speak as one, as the head: "the pair", "both".
        TOGETHER = "together",
        /// Several people, wherever it stands: "many in the village".
        QUANTITY = "quantity",
        /// What a text calls an outlet: "the newspaper".
        OUTLET = "outlet",
        /// That, and other bodies as well: "the agency".
        VAGUE = "vague",
    }
}

/// What the word at token `i` tells.
pub(super) fn at(doc: &Doc<'_>, i: usize) -> Tells {
    Tells::of(doc.word(i))
}

/// What the words at `tokens` tell together.
pub(super) fn within(doc: &Doc<'_>, tokens: Range<usize>) -> Tells {
    tokens.fold(Tells::default(), |all, i| all | at(doc, i))
}
