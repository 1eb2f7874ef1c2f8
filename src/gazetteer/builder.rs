//! Building a gazetteer.

use std::borrow::Cow;
use std::sync::Arc;

use super::collect::Collector;
use super::row::{Alias, Bits, Surface};
use super::scan::Engine;
use super::table::{self, COLUMNS, Rows, column};
use super::{Gazetteer, Tables, limits};
use crate::error::{Error, Problem};

/// Collects names, then compiles them.
#[derive(Clone, Debug, Default)]
#[must_use]
pub struct GazetteerBuilder {
    bundled: bool,
}

impl GazetteerBuilder {
    /// Adds the names that ship with the crate.
    pub fn bundled(mut self) -> Self {
        self.bundled = true;
        self
    }

    /// Compiles the names.
    ///
    /// # Errors
    ///
    /// Where a row cannot be read: the error names its line and the value.
    pub fn build(self) -> Result<Gazetteer, Error> {
        let mut work = Work::default();
        if self.bundled {
            for table in table::BUNDLED {
                work.add_bundled(table)?;
            }
        }
        let engine = work.names.compile().map_err(|problem| Error::new(None, problem))?;
        Ok(Gazetteer(Arc::new(Tables { rows: work.rows, engine })))
    }

    /// The bundled names, which a test holds to be without fault; nothing in place of a panic.
    pub(crate) fn build_or_empty(self) -> Gazetteer {
        self.build().unwrap_or_else(|_| {
            Gazetteer(Arc::new(Tables { rows: Rows::default(), engine: Engine::default() }))
        })
    }
}

/// Rows and names while they are collected.
#[derive(Default)]
struct Work {
    rows: Rows,
    names: Collector,
}

impl Work {
    fn add_bundled(&mut self, table: &'static str) -> Result<(), Error> {
        let Some(text) = self.rows.add_text(Cow::Borrowed(table)) else { return Ok(()) };
        for (line, start, row) in table::lines(table) {
            let added = table::cells(row).and_then(|cells| self.add_row(text, start, &cells));
            added.map_err(|problem| Error::new(Some(line), problem))?;
        }
        Ok(())
    }

    fn add_row(&mut self, text: u16, start: usize, cells: &[&str; COLUMNS]) -> Result<(), Problem> {
        let row = self.rows.add(text, start, cells, false)?;
        let rank = u32::from(self.rows.weight(row));
        for surface in cells[column::SURFACES].split(';').filter(|s| !s.is_empty()) {
            let (alias, bits, name) = table::surface(surface)?;
            check_name(name)?;
            self.names.add(name, Surface { row, alias, bits }, rank)?;
        }
        Ok(())
    }
}

/// Whether a name can be one.
fn check_name(name: &str) -> Result<(), Problem> {
    if name.trim().is_empty() {
        return Err(Problem::EmptyName);
    }
    if name.len() > limits::NAME {
        let short = name.chars().take(32).collect();
        return Err(Problem::LongName { name: short, len: name.len(), max: limits::NAME });
    }
    if name.chars().any(|c| c.is_control() || is_bidi(c)) {
        return Err(Problem::ControlCharacter(name.to_owned()));
    }
    if !name.chars().any(char::is_alphanumeric) {
        return Err(Problem::NoLetter(name.to_owned()));
    }
    Ok(())
}

/// Marks that turn the direction of writing: invisible, and so a way to hide a name.
fn is_bidi(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
