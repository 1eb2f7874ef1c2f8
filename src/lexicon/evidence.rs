//! Words that make something a report without a verb of saying: "seems to", "his support for", "reportedly".

use super::rows;

pub(super) const LIST: &str = include_str!("evidence.tsv");

/// What a word of the list does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sort {
    /// "seems", before an infinitive.
    Seem,
    /// "reportedly".
    Hearsay,
    /// "his support for".
    Stand,
    /// "according to".
    Source,
}

/// A row of the list.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Evidence {
    pub(crate) sort: Sort,
    pub(crate) lemma: &'static str,
    /// The word that must follow.
    pub(crate) tie: &'static str,
}

/// The row of `word`. Read through from the top: few words of a text are asked for, those of the class alone.
pub(crate) fn evidence(word: &str) -> Option<Evidence> {
    rows(LIST).find_map(|row| {
        let mut columns = row.split('\t');
        columns.next().filter(|first| first.eq_ignore_ascii_case(word))?;
        let sort = match columns.next()? {
            "seem" => Sort::Seem,
            "hearsay" => Sort::Hearsay,
            "stand" => Sort::Stand,
            _ => Sort::Source,
        };
        Some(Evidence { sort, lemma: columns.next()?, tie: columns.next()? })
    })
}
