//! Names known before the text is read: the bundled tables, the caller's own, and the engine that finds them.
//!
//! In: tokens. Out: [`Hit`]s, each a run of tokens whose folded spelling is a listed surface. A hit says
//! what the words *can* be; the entity stage decides what they are.

mod builder;
mod kind;
mod row;
mod scan;

use std::sync::Arc;

use once_cell::sync::Lazy;

pub use builder::GazetteerBuilder;
pub use kind::EntityKind;
pub(crate) use row::{Alias, Bits, Row, Surface};
pub(crate) use scan::Hit;

use crate::text::Tokens;

/// The names that a parser knows.
///
/// Cheap to clone, shared by threads. [`Gazetteer::bundled`] holds the names that ship with the
/// crate; [`Gazetteer::builder`] adds the caller's own, or replaces the bundled ones.
#[derive(Clone, Debug)]
pub struct Gazetteer(Arc<Tables>);

/// Rows, surfaces and the automaton over them.
#[derive(Debug)]
struct Tables {
    rows: Vec<Row>,
    engine: scan::Engine,
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

    /// Starts an empty gazetteer of the caller's own names.
    pub fn builder() -> GazetteerBuilder {
        GazetteerBuilder::default()
    }

    /// The longest listed names of the text, in order, not overlapping.
    pub(crate) fn scan(&self, tokens: &Tokens<'_>) -> Vec<Hit> {
        self.0.engine.scan(tokens)
    }

    /// What a hit can stand for: its surfaces, each with the row that it names.
    pub(crate) fn surfaces(&self, hit: Hit) -> &[Surface] {
        self.0.engine.surfaces(hit)
    }

    /// The row of a surface.
    pub(crate) fn row(&self, surface: &Surface) -> Option<&Row> {
        self.0.rows.get(surface.row as usize)
    }
}
