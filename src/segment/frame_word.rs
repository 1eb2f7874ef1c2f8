//! Words of the frame by what they do there: "photos" are a kind of work in a byline, and what a button counts.

use std::ops::BitOr;

use once_cell::sync::Lazy;

use super::page::Page;
use crate::lexicon::{self, Class, Column};

/// What a word can do in the frame: a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Does(u16);

impl Does {
    /// Opens a byline: "Words by".
    pub(super) const TEXT: Self = Self(1);
    /// Opens a byline behind another: "photos by".
    pub(super) const PICTURE: Self = Self(1 << 1);
    /// Names what a contributor did: "editing by".
    pub(super) const WORK: Self = Self(1 << 2);
    /// Is counted: "12 shares".
    pub(super) const COUNTED: Self = Self(1 << 3);
    /// Asks the reader: "join".
    pub(super) const REQUEST: Self = Self(1 << 4);
    /// Is where the reader shall go: "newsletter".
    pub(super) const CHANNEL: Self = Self(1 << 5);
    /// Is what a caption calls its picture: "a view of".
    pub(super) const VIEW: Self = Self(1 << 6);
    /// Is what a page calls itself and its readers: "our site".
    pub(super) const PAGE: Self = Self(1 << 7);
    /// Says what changed since the last version: "adds".
    pub(super) const CHANGE: Self = Self(1 << 8);
    /// Tells where in the picture somebody stands: "left".
    pub(super) const SIDE: Self = Self(1 << 9);

    fn named(word: &str) -> Option<Self> {
        Some(match word {
            "text" => Self::TEXT,
            "picture" => Self::PICTURE,
            "work" => Self::WORK,
            "counted" => Self::COUNTED,
            "request" => Self::REQUEST,
            "channel" => Self::CHANNEL,
            "view" => Self::VIEW,
            "page" => Self::PAGE,
            "change" => Self::CHANGE,
            "side" => Self::SIDE,
            _ => return None,
        })
    }
}

impl BitOr for Does {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// The table, loaded once. Holds no data of a text.
static WORDS: Lazy<Column<Does>> =
    Lazy::new(|| Column::new(lexicon::rows(lexicon::PART_WORDS).filter_map(read_row)));

fn read_row(row: &str) -> Option<(&str, Does)> {
    let mut cells = row.split('\t');
    let word = cells.next()?;
    let does =
        cells.next()?.split(' ').map(Does::named).try_fold(Does::default(), |all, one| Some(all | one?))?;
    Some((word, does))
}

impl Page<'_> {
    /// Whether token `i` is a word that does one of `does` in the frame.
    pub(super) fn does(&self, i: usize, does: Does) -> bool {
        let word = self.words.get(i).copied().unwrap_or_default();
        word.is(Class::FRAME) && WORDS.get(word).0 & does.0 != 0
    }
}

#[cfg(test)]
mod tests {
    use super::{WORDS, read_row};
    use crate::lexicon::{self, Class};

    #[test]
    fn every_row_is_known_and_stands_in_its_example() {
        for row in lexicon::rows(lexicon::PART_WORDS) {
            let (word, does) = read_row(row).unwrap_or_else(|| panic!("{row:?}"));
            let example = row.split('\t').nth(2).unwrap_or_else(|| panic!("no example: {row:?}"));
            let marked = example.split_once('{').and_then(|(_, rest)| rest.split_once('}')).unwrap();
            assert!(marked.0.eq_ignore_ascii_case(word), "{row:?}");
            let entry = lexicon::look_up(word);
            assert!(entry.is(Class::FRAME) && WORDS.get(entry) == does, "{row:?}");
        }
    }
}
