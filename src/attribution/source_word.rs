//! What single words tell of the source that they stand in.

use std::ops::{BitOr, Range};

use once_cell::sync::Lazy;

use crate::doc::Doc;
use crate::lexicon::{self, Class, Column};

/// What words tell: a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Tells(u16);

impl Tells {
    /// The writer, as the head: "I".
    pub(super) const AUTHOR: Self = Self(1);
    /// A pronoun: "who".
    pub(super) const RELATIVE: Self = Self(1 << 1);
    /// A head that names nobody: "sources".
    pub(super) const NOBODY: Self = Self(1 << 2);
    /// The speaker is left without a name: "a person familiar with the talks".
    pub(super) const UNNAMED: Self = Self(1 << 3);
    /// A naming: "named".
    pub(super) const NAMED: Self = Self(1 << 4);
    /// A denial: "declined".
    pub(super) const DENIED: Self = Self(1 << 5);
    /// Several people who speak as one, as the head: "the pair", "both".
    pub(super) const TOGETHER: Self = Self(1 << 6);
    /// Several people, wherever it stands: "many in the village".
    pub(super) const QUANTITY: Self = Self(1 << 7);
    /// What a text calls an outlet: "the newspaper".
    pub(super) const OUTLET: Self = Self(1 << 8);
    /// That, and other bodies as well: "the agency".
    pub(super) const VAGUE: Self = Self(1 << 9);

    fn named(word: &str) -> Option<Self> {
        Some(match word {
            "author" => Self::AUTHOR,
            "relative" => Self::RELATIVE,
            "nobody" => Self::NOBODY,
            "unnamed" => Self::UNNAMED,
            "named" => Self::NAMED,
            "denied" => Self::DENIED,
            "together" => Self::TOGETHER,
            "quantity" => Self::QUANTITY,
            "outlet" => Self::OUTLET,
            "vague" => Self::VAGUE,
            _ => return None,
        })
    }

    /// Whether the set holds any of `other`.
    pub(super) const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

impl BitOr for Tells {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// The table, loaded once. Holds no data of a text.
static WORDS: Lazy<Column<Tells>> =
    Lazy::new(|| Column::new(lexicon::rows(lexicon::SOURCE_WORDS).filter_map(read_row)));

fn read_row(row: &str) -> Option<(&str, Tells)> {
    let mut cells = row.split('\t');
    let (word, tells) = (cells.next()?, cells.next()?);
    let all = tells.split(' ').map(Tells::named).try_fold(Tells::default(), |all, one| Some(all | one?))?;
    Some((word, all))
}

/// What the word at token `i` tells.
pub(super) fn at(doc: &Doc<'_>, i: usize) -> Tells {
    let word = doc.word(i);
    if word.is(Class::SOURCE) { WORDS.get(word) } else { Tells::default() }
}

/// What the words at `tokens` tell together.
pub(super) fn within(doc: &Doc<'_>, tokens: Range<usize>) -> Tells {
    tokens.fold(Tells::default(), |all, i| all | at(doc, i))
}

#[cfg(test)]
mod tests {
    use super::{WORDS, read_row};
    use crate::lexicon::{self, Class};

    #[test]
    fn every_row_is_known_and_stands_in_its_example() {
        for row in lexicon::rows(lexicon::SOURCE_WORDS) {
            let (word, tells) = read_row(row).unwrap_or_else(|| panic!("{row:?}"));
            let example = row.split('\t').nth(2).unwrap_or_else(|| panic!("no example: {row:?}"));
            let marked = example.split_once('{').and_then(|(_, rest)| rest.split_once('}')).unwrap();
            assert!(marked.0.eq_ignore_ascii_case(word), "{row:?}");
            let entry = lexicon::look_up(word);
            assert!(entry.is(Class::SOURCE) && WORDS.get(entry) == tells, "{row:?}");
        }
    }
}
