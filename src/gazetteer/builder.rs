//! Building a gazetteer.

use std::sync::Arc;

use super::delimited::{self, Format};
use super::entry::Entry;
use super::load::Load;
use super::{Gazetteer, patterns, table};
use crate::error::{Error, Place};

/// Collects names, then compiles them.
///
/// Rows that share an id are one entity: a later row adds its names, ids and attributes (of two values for one
/// key the later stays), and the first name stays canonical. So a row with the id of a bundled entity adds to
/// that. Rows of one id and two kinds are an error. A name that is listed twice for an entity counts once.
///
/// ```
/// use dateline::Gazetteer;
///
/// let table = "id,kind,name,aliases,weak_aliases,attributes\n\
///              c-17,organization,Aro Shipping Group,Aro Shipping;ASG,Aro,risk=high\n";
/// let gazetteer = Gazetteer::builder().bundled().csv(table).build()?;
/// let found = gazetteer.find("ARO SHIPPING sails from Oslo.");
/// assert_eq!(found[0].id(), "c-17");
/// assert_eq!(found[0].attribute("risk"), Some("high"));
/// assert_eq!(found[1].name(), "Oslo");
/// # Ok::<(), dateline::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
#[must_use]
pub struct GazetteerBuilder {
    bundled: bool,
    overlaps: Overlaps,
    sources: Vec<Source>,
}

/// What to do where names overlap.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Overlaps {
    /// The longest name that starts first wins.
    #[default]
    Longest,
    /// [`Gazetteer::find`] gives every name, also inside others. A parse gives the longest all the same: each
    /// stretch of an article names one thing.
    All,
}

/// Where names come from.
#[derive(Clone, Debug)]
enum Source {
    Table(String, Format),
    Patterns(String),
    Entry(Box<Entry>),
}

impl GazetteerBuilder {
    /// Adds the names that ship with the crate.
    pub fn bundled(mut self) -> Self {
        self.bundled = true;
        self
    }

    /// Adds a table of cells parted by tabs, whose first line names the columns, in any order:
    ///
    /// | column | holds |
    /// |---|---|
    /// | `id` | your id: what comes back |
    /// | `kind` | `person`, `place`, `organization`, `outlet`, `event`, `work`, or a kind of your own |
    /// | `name` | the canonical name |
    /// | `aliases` | further names, parted by `;` |
    /// | `weak_aliases` | names that count only where the article also gives a stronger one |
    /// | `class` | a finer class: `company`, `ministry` |
    /// | `country` | ISO 3166 alpha-2 codes, parted by `,` |
    /// | `ids` | ids elsewhere: `wikidata=Q42;isin=…` |
    /// | `weight` | 0 to 9: how often news names it |
    /// | `valid_from`, `valid_to` | `2014`, `2014-03` or `2014-03-18`, held against the publication date |
    /// | `priority` | -128 to 127: decides where names overlap or are shared; 0 where empty |
    /// | `attributes` | facts of your own, `key=value` parted by `;`: they come back on the entity |
    ///
    /// The first three must be there. Blank lines and lines that start with `#` are skipped; empty cells at the
    /// end of a row may be left out. The tables that ship with the crate can be read too: their columns
    /// `surfaces`, `facts` and `as_of` are known.
    pub fn tsv(mut self, table: impl Into<String>) -> Self {
        self.sources.push(Source::Table(table.into(), Format::Tabs));
        self
    }

    /// Adds a table like that of [`tsv`](Self::tsv), with cells parted by commas. A cell in double quotes may hold
    /// commas, and a double quote written twice (RFC 4180).
    pub fn csv(mut self, table: impl Into<String>) -> Self {
        self.sources.push(Source::Table(table.into(), Format::Commas));
        self
    }

    /// Adds spaCy EntityRuler patterns, one JSON object a line: `{"label": "ORG", "pattern": "Aro Shipping",
    /// "id": "c-17"}`.
    ///
    /// A pattern is a string, or a list of tokens that hold `TEXT`, `ORTH` or `LOWER` with a string; a list with
    /// a `LOWER` matches in any case. Labels of spaCy's models give their kinds (`ORG` is `organization`); others
    /// are kinds of your own. Patterns with one id, or with one label and text, are one entity.
    pub fn patterns_jsonl(mut self, lines: impl Into<String>) -> Self {
        self.sources.push(Source::Patterns(lines.into()));
        self
    }

    /// Adds one entity.
    pub fn entry(mut self, entry: Entry) -> Self {
        self.sources.push(Source::Entry(Box::new(entry)));
        self
    }

    /// What [`Gazetteer::find`] does where names overlap.
    pub fn overlaps(mut self, overlaps: Overlaps) -> Self {
        self.overlaps = overlaps;
        self
    }

    /// Compiles the names.
    ///
    /// # Errors
    ///
    /// Where a row cannot be read: the error names its line and the value. Names have at most 128 bytes, a letter
    /// or a digit, and no control characters.
    pub fn build(self) -> Result<Gazetteer, Error> {
        let mut load = Load::default();
        if self.bundled {
            for table in table::BUNDLED {
                load.add_bundled(table)?;
            }
        }
        let mut entries = 0_usize;
        for source in self.sources {
            let mut add = |place, entry: &Entry| load.add(entry).map_err(|what| Error::new(place, what));
            match source {
                Source::Table(text, format) => {
                    delimited::read(&text, format, |line, entry| add(Place::Line(line), &entry))?;
                }
                Source::Patterns(text) => {
                    patterns::read(&text, |line, entry| add(Place::Line(line), &entry))?
                }
                Source::Entry(entry) => {
                    entries = entries.saturating_add(1);
                    add(Place::Entry(entries), &entry)?;
                }
            }
        }
        Ok(Gazetteer(Arc::new(load.finish(self.overlaps)?)))
    }

    /// The bundled names, which a test holds to be without fault; nothing in place of a panic.
    pub(super) fn build_or_empty(self) -> Gazetteer {
        self.build().unwrap_or_else(|_| Gazetteer(Arc::default()))
    }
}
