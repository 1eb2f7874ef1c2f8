//! What one stage knows of the words of a list, beyond their classes.

use super::{Entry, look_up};

/// A value for each listed word, found by the word's number: one index, no probe.
///
/// Words in no list of the lexicon cannot have a value; the list of a column belongs into the lexicon as well.
#[derive(Debug)]
pub(crate) struct Column<T>(Vec<T>);

impl<T: Copy + Default> Column<T> {
    /// A column of `rows`; of several rows of a word the first counts.
    pub(crate) fn new<'a>(rows: impl IntoIterator<Item = (&'a str, T)>) -> Self {
        let mut values: Vec<Option<T>> = Vec::new();
        for (word, value) in rows {
            let number = look_up(word).number as usize;
            debug_assert!(number > 0, "{word:?} is in no list");
            if number >= values.len() {
                values.resize(number.saturating_add(1), None);
            }
            if let Some(slot) = values.get_mut(number).filter(|_| number > 0) {
                slot.get_or_insert(value);
            }
        }
        Self(values.into_iter().map(Option::unwrap_or_default).collect())
    }

    /// The value of a word; the default where it has none.
    #[inline]
    pub(crate) fn get(&self, word: Entry) -> T {
        self.0.get(word.number as usize).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::{Column, look_up};

    #[test]
    fn a_word_has_the_value_of_its_first_row() {
        let column = Column::new([("said", 1_u8), ("Monday", 2), ("said", 3)]);
        let get = |word| column.get(look_up(word));
        assert_eq!([get("Said"), get("monday"), get("tuesday"), get("xyzzy")], [1, 2, 0, 0]);
    }
}
