//! The closed word classes: what a word does that holds a sentence together, as far as the word alone tells.
//!
//! Two words in five are of these classes, so this is a column of the lexicon: one index a word, where a list of
//! sixty words was compared before.

use once_cell::sync::Lazy;

use super::tag::Tag;
use crate::lexicon::{self, Class, Column, Entry};

/// What a word of a closed class is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Closed {
    /// Of no closed class.
    #[default]
    Not,
    /// The same wherever it stands.
    Tag(Tag),
    /// `this`, `many`: a determiner before a noun, a pronoun elsewhere.
    Quantifier,
    /// A determiner before a noun, an object elsewhere.
    Her,
    /// Before a verb or before a noun.
    To,
    /// `again`, `still`.
    Adverb,
    /// Denies before `longer`, a determiner elsewhere.
    No,
    /// An adverb behind an auxiliary, a preposition elsewhere.
    Since,
}

const CLASSES: Class = Class::PREPOSITION
    .or(Class::CONJUNCTION)
    .or(Class::DETERMINER)
    .or(Class::PRONOUN)
    .or(Class::AUXILIARY)
    .or(Class::NEGATION)
    .or(Class::ADVERB);

static WORDS: Lazy<Column<Closed>> = Lazy::new(|| {
    Column::new(lexicon::words_of(CLASSES).map(|word| (word, Closed::read(word, lexicon::look_up(word)))))
});

impl Closed {
    /// What a word of the text is.
    #[inline]
    pub(super) fn of(word: Entry) -> Self {
        WORDS.get(word)
    }

    /// What a listed word is: the words that behave as no other of their class first.
    fn read(word: &str, entry: Entry) -> Self {
        match word {
            "that" => return Self::Tag(Tag::That),
            "who" | "which" | "what" | "whose" | "whom" | "how" | "why" | "where" => {
                return Self::Tag(Tag::Relative);
            }
            "this" | "these" | "those" | "some" | "many" | "several" | "all" | "both" | "most"
            | "another" | "each" | "either" | "neither" | "any" => return Self::Quantifier,
            "him" | "them" | "me" | "us" | "himself" | "themselves" | "herself" | "itself" => {
                return Self::Tag(Tag::Object);
            }
            "her" => return Self::Her,
            "no" => return Self::No,
            "since" => return Self::Since,
            "so" => return Self::Adverb,
            _ => {}
        }
        let conjunction = entry.is(Class::CONJUNCTION) && !matches!(word, "once" | "than" | "so");
        match word {
            _ if entry.is(Class::DETERMINER) => Self::Tag(Tag::Determiner),
            _ if entry.is(Class::PRONOUN) => Self::Tag(Tag::Pronoun),
            "nobody" => Self::Tag(Tag::Pronoun),
            "not" | "never" => Self::Tag(Tag::Negation),
            _ if entry.is(Class::AUXILIARY) => Self::Tag(Tag::Auxiliary),
            "to" => Self::To,
            // Those that join equals; the others subordinate.
            "and" | "or" | "but" | "nor" | "yet" => Self::Tag(Tag::Conjunction),
            _ if conjunction => Self::Tag(Tag::Subordinator),
            "as" | "than" => Self::Tag(Tag::Preposition),
            _ if entry.is(Class::PREPOSITION) => Self::Tag(Tag::Preposition),
            _ if entry.is(Class::ADVERB) => Self::Adverb,
            _ => Self::Not,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Closed, Tag};
    use crate::lexicon::look_up;

    #[test]
    fn a_word_alone() {
        for (word, want) in [
            ("That", Closed::Tag(Tag::That)),
            ("whose", Closed::Tag(Tag::Relative)),
            ("many", Closed::Quantifier),
            ("her", Closed::Her),
            ("his", Closed::Tag(Tag::Determiner)),
            ("nobody", Closed::Tag(Tag::Pronoun)),
            ("to", Closed::To),
            ("nor", Closed::Tag(Tag::Conjunction)),
            ("because", Closed::Tag(Tag::Subordinator)),
            ("than", Closed::Tag(Tag::Preposition)),
            ("during", Closed::Tag(Tag::Preposition)),
            ("again", Closed::Adverb),
            ("harbour", Closed::Not),
        ] {
            assert_eq!(Closed::of(look_up(word)), want, "{word}");
        }
    }
}
