//! Words that make something a report without a verb of saying: "seems to", "his support for", "reportedly".

use once_cell::sync::Lazy;

use super::{Column, Entry, rows};
use crate::text::Atom;

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
    /// The word that must follow, if one must.
    pub(crate) tie: Option<Atom>,
}

struct Rows {
    list: Vec<Evidence>,
    /// The position of each word's row, counted from 1.
    at: Column<u16>,
}

static ROWS: Lazy<Rows> = Lazy::new(|| {
    let read = |row: &'static str| {
        let mut columns = row.split('\t');
        let word = columns.next()?;
        let sort = match columns.next()? {
            "seem" => Sort::Seem,
            "hearsay" => Sort::Hearsay,
            "stand" => Sort::Stand,
            _ => Sort::Source,
        };
        let lemma = columns.next()?;
        let tie = Some(columns.next()?).filter(|tie| *tie != "-").map(Atom::fold);
        Some((word, Evidence { sort, lemma, tie }))
    };
    let rows: Vec<_> = rows(LIST).filter_map(read).collect();
    let at = Column::new(rows.iter().zip(1..).map(|((word, _), at)| (*word, at)));
    Rows { list: rows.into_iter().map(|(_, row)| row).collect(), at }
});

/// The row of a word of the list.
pub(crate) fn evidence(word: Entry) -> Option<Evidence> {
    ROWS.list.get(usize::from(ROWS.at.get(word)).checked_sub(1)?).copied()
}
