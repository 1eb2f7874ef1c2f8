//! Names known before the text is read: the bundled tables, the caller's own, and the engine that finds them.
//!
//! In: tokens. Out: [`Hit`]s, each a run of tokens whose folded spelling is a listed surface. A hit says
//! what the words *can* be; the entity stage decides what they are.

mod builder;
mod case;
mod collect;
mod delimited;
mod entry;
mod find;
mod gate;
mod key;
mod kind;
mod limits;
mod line;
mod load;
mod patterns;
mod row;
mod scan;
mod starts;
mod table;
mod tails;
mod towns;
mod trie;
mod units;

use std::sync::Arc;

use chrono::NaiveDate;
use once_cell::sync::Lazy;

pub use builder::{GazetteerBuilder, Overlaps};
pub use entry::Entry;
pub use find::Match;
pub use kind::EntityKind;
pub(crate) use row::{Alias, Bits, Row, Surface};
pub(crate) use scan::Hit;
pub(crate) use towns::towns;

use crate::text::Tokens;

/// The names that a parser knows.
///
/// Cheap to clone, shared by threads. [`Gazetteer::bundled`] holds the names that ship with the
/// crate; [`Gazetteer::builder`] adds the caller's own, or replaces the bundled ones.
#[derive(Clone, Debug)]
pub struct Gazetteer(Arc<Tables>);

/// Rows, surfaces and the automaton over them.
#[derive(Debug, Default)]
struct Tables {
    rows: table::Rows,
    engine: scan::Engine,
    overlaps: Overlaps,
}

static BUNDLED: Lazy<Gazetteer> = Lazy::new(|| Gazetteer::builder().bundled().build_or_empty());

impl Gazetteer {
    /// The names that ship with the crate, loaded on first use and then shared.
    #[must_use]
    pub fn bundled() -> Self {
        BUNDLED.clone()
    }

    /// No names at all.
    #[must_use]
    pub fn empty() -> Self {
        Self::builder().build_or_empty()
    }

    /// Loads the bundled names and the word lists now, which the first parse would do otherwise: a tenth of a
    /// second at most.
    ///
    /// ```
    /// dateline::Gazetteer::warm_up();
    /// ```
    pub fn warm_up() {
        Lazy::force(&BUNDLED);
        crate::lexicon::warm_up();
    }

    /// Starts an empty gazetteer of the caller's own names.
    pub fn builder() -> GazetteerBuilder {
        GazetteerBuilder::default()
    }

    /// The longest listed names of the text that count on the day of publication, in order, not overlapping.
    ///
    /// A name may run over a line end, and so out of its part of the article; never over a blank line.
    #[inline(never)] // a stage: counted by its name in benches/cost
    pub(crate) fn scan(&self, tokens: &Tokens<'_>, published: Option<NaiveDate>) -> Vec<Hit> {
        self.0.engine.scan(tokens, published.map(entry::Day::of))
    }

    /// What a hit can stand for: its surfaces, each with the row that it names.
    #[inline]
    pub(crate) fn surfaces(&self, hit: Hit) -> &[Surface] {
        self.0.engine.surfaces(hit)
    }

    /// The bundled row of the country of an ISO 3166 code.
    pub(crate) fn country(&self, code: &str) -> Option<Row<'_>> {
        self.0.rows.country(code)
    }

    /// The kind of the row of a surface.
    #[inline]
    pub(crate) fn kind(&self, surface: &Surface) -> Option<&EntityKind> {
        self.0.rows.kind_of(surface.row)
    }

    /// The finer class of the row of a surface; may be empty.
    #[inline]
    pub(crate) fn class(&self, surface: &Surface) -> &str {
        self.0.rows.class(surface.row).unwrap_or("")
    }

    /// How often world news names the row of a surface, from 0 to 9.
    #[inline]
    pub(crate) fn weight(&self, surface: &Surface) -> u8 {
        self.0.rows.weight(surface.row)
    }

    /// The row of a surface.
    #[inline]
    pub(crate) fn row(&self, surface: &Surface) -> Option<Row<'_>> {
        self.0.rows.get(surface.row)
    }
}

#[cfg(test)]
mod tests {
    use super::{Alias, Gazetteer};
    use crate::text::Tokens;

    #[test]
    fn bundled_rows_have_no_fault() {
        let built = Gazetteer::builder().bundled().build().unwrap();
        assert!(built.0.rows.len() > 5_000, "{} rows", built.0.rows.len());
    }

    #[test]
    fn of_spellings_with_one_key_the_one_that_says_most_counts() {
        let gazetteer = Gazetteer::bundled();
        let hits = gazetteer.scan(&Tokens::new("The EU and the E.U., the FBI and the F.B.I."), None);
        let aliases: Vec<_> = hits.iter().map(|&hit| gazetteer.surfaces(hit)[0].alias).collect();
        assert_eq!(aliases, [Alias::Acronym; 4]);
    }

    #[test]
    fn a_row_is_read_back_whole() {
        let gazetteer = Gazetteer::bundled();
        let tokens = Tokens::new("Officials in NEPAL and the Nepalese army.");
        let hits = gazetteer.scan(&tokens, None);
        let rows: Vec<_> = hits.iter().map(|&hit| gazetteer.surfaces(hit)[0]).collect();
        assert_eq!([rows[0].alias, rows[1].alias], [Alias::Full, Alias::Demonym]);
        let row = gazetteer.row(&rows[1]).unwrap();
        assert_eq!(
            (row.id(), row.name(), row.class(), row.kind.as_str()),
            ("iso:NP", "Nepal", "country", "place")
        );
        assert_eq!((row.countries().first(), row.ids().get("iso3")), (Some("NP"), Some("NPL")));
        assert!(!row.own && row.weight > 0 && row.facts().get("gender").is_none());
    }
}
