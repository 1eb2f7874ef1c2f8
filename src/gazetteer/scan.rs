//! The engine: which listed names stand in the text.

use super::Surface;
use crate::text::Tokens;

/// A listed name in the text: tokens `start..end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Hit {
    pub(crate) start: u32,
    pub(crate) end: u32,
    /// The folded spelling that matched.
    pub(crate) pattern: u32,
}

/// The compiled names.
#[derive(Debug, Default)]
pub(crate) struct Engine {}

impl Engine {
    pub(crate) fn scan(&self, _tokens: &Tokens<'_>) -> Vec<Hit> {
        Vec::new()
    }

    pub(crate) fn surfaces(&self, _hit: Hit) -> &[Surface] {
        &[]
    }
}
