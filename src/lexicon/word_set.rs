//! What a list says of its words beyond that they are in it: a set for each, as the cell "outlet vague" of a row names it.

use std::ops::BitOr;

use super::{Column, rows};

/// Defines a set of bits whose members a list names, and the set of each of its words.
macro_rules! word_set {
    (
        $(#[$meta:meta])*
        $vis:vis struct $set:ident of $list:path, $class:path {
            $($(#[$doc:meta])* $member:ident = $name:literal,)*
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        $vis struct $set(u16);

        impl $set {
            $($(#[$doc])* $vis const $member: Self = Self(1 << Place::$member as u16);)*

            fn named(name: &str) -> Option<Self> {
                match name { $($name => Some(Self::$member),)* _ => None }
            }

            /// What the list says of a word; nothing of one that it does not hold.
            $vis fn of(word: $crate::lexicon::Entry) -> Self {
                if word.is($class) { WORDS.get(word) } else { Self::default() }
            }

            /// Whether the set holds any of `other`.
            $vis const fn has(self, other: Self) -> bool {
                self.0 & other.0 != 0
            }
        }

        impl std::ops::BitOr for $set {
            type Output = Self;

            fn bitor(self, other: Self) -> Self {
                Self(self.0 | other.0)
            }
        }

        /// The places of the members among the bits.
        #[allow(clippy::upper_case_acronyms, non_camel_case_types)]
        enum Place { $($member,)* }

        /// The table, loaded once. Holds no data of a text.
        static WORDS: once_cell::sync::Lazy<$crate::lexicon::Column<$set>> =
            once_cell::sync::Lazy::new(|| $crate::lexicon::word_sets($list, $set::named));

        #[cfg(test)]
        mod word_set {
            use super::*;

            #[test]
            fn every_row_is_known_and_stands_in_its_example() {
                $crate::lexicon::check_word_sets($list, $set::named, $set::of);
            }
        }
    };
}

pub(crate) use word_set;

/// The column of a list of words and their sets.
pub(crate) fn word_sets<T>(list: &'static str, named: fn(&str) -> Option<T>) -> Column<T>
where
    T: BitOr<Output = T> + Copy + Default,
{
    Column::new(rows(list).filter_map(|row| read_row(row, named)))
}

/// A word and its set; none where the row lacks one or names a member that is unknown.
fn read_row<T: BitOr<Output = T> + Default>(
    row: &'static str,
    named: fn(&str) -> Option<T>,
) -> Option<(&'static str, T)> {
    let mut cells = row.split('\t');
    let (word, members) = (cells.next()?, cells.next()?);
    let set = members.split(' ').map(named).try_fold(T::default(), |set, one| Some(set | one?))?;
    Some((word, set))
}

/// Holds every row against its example, in which `{}` marks the word, and against what is looked up.
#[cfg(test)]
pub(crate) fn check_word_sets<T>(list: &'static str, named: fn(&str) -> Option<T>, of: fn(super::Entry) -> T)
where
    T: BitOr<Output = T> + Default + PartialEq,
{
    for row in rows(list) {
        let (word, set) = read_row(row, named).unwrap_or_else(|| panic!("{row:?}"));
        let example = row.split('\t').nth(2).unwrap_or_else(|| panic!("no example: {row:?}"));
        let marked = example.split_once('{').and_then(|(_, rest)| rest.split_once('}')).unwrap();
        assert!(marked.0.eq_ignore_ascii_case(word), "{row:?}");
        assert!(set != T::default() && of(super::look_up(word)) == set, "{row:?}");
    }
}
