//! Rows and names while a gazetteer is built: checks, merges, and the text that the caller's rows live in.

use super::collect::Collector;
use super::entry::{Entry, Window};
use super::line::{COLUMNS, column};
use super::row::{Alias, Bits, Surface, UNIT};
use super::scan::Listed;
use super::table::{self, Rows};
use super::{EntityKind, Overlaps, Tables, limits};
use crate::error::{Error, Place, Problem, short};
use crate::text::numbers::Numbers;
use crate::text::{Atom, fields};

/// A gazetteer in the making.
#[derive(Debug, Default)]
pub(super) struct Load {
    rows: Rows,
    names: Collector,
    /// The ids of the rows, for merging; for a row without one its kind and name. Filled only once the caller
    /// brings rows.
    ids: Numbers,
    /// The row of each id.
    rows_of_ids: Vec<u32>,
    windows: Vec<Window>,
}

impl Load {
    /// Adds a table that ships with the crate.
    pub(super) fn add_bundled(&mut self, table: &'static str) -> Result<(), Error> {
        let text = self.rows.add_text(table);
        for (line, start, row) in table::lines(table) {
            let added = table::cells(row).and_then(|cells| self.add_row(text, start, &cells));
            added.map_err(|problem| Error::new(Place::Line(line), problem))?;
        }
        Ok(())
    }

    fn add_row(&mut self, text: u16, start: usize, cells: &[&str; COLUMNS]) -> Result<(), Problem> {
        let row = self.rows.add(text, start, cells)?;
        let rank = rank(0, false, self.rows.weight(row));
        for surface in fields(cells[column::SURFACES], b';').filter(|s| !s.is_empty()) {
            let (alias, bits, name) = table::surface(surface)?;
            check_name(name)?;
            let surface = Surface { row, alias, bits };
            self.names.add(name, Listed { surface, rank, window: 0, any_case: false })?;
        }
        Ok(())
    }

    /// Adds an entity of the caller's. A row whose id is known adds its names, ids and attributes to that row.
    pub(super) fn add(&mut self, entry: &Entry) -> Result<(), Problem> {
        check_entry(entry)?;
        let row = match self.known(entry)? {
            Some(row) => self.merge(row, entry)?,
            None => {
                let row = self.rows.add_own(&cells(entry, None))?;
                self.note_id(Atom::of(identity(&entry.id, &entry.kind, &entry.name).as_bytes()), row);
                row
            }
        };
        let window = self.window(entry.valid)?;
        let rank = rank(entry.priority, true, entry.weight);
        let name = std::iter::once((Alias::Full, entry.name.as_str()));
        let others = entry.surfaces.iter().map(|surface| (surface.alias, surface.text.as_str()));
        for (alias, text) in name.chain(others) {
            let alias = if is_acronym(alias, text, &entry.name) { Alias::Acronym } else { alias };
            let surface = Surface { row, alias, bits: Bits::default() };
            self.names.add(text, Listed { surface, rank, window, any_case: entry.any_case })?;
        }
        Ok(())
    }

    /// The row that an entry belongs to, if there is one.
    fn known(&mut self, entry: &Entry) -> Result<Option<u32>, Problem> {
        if self.rows_of_ids.is_empty() {
            for row in 0..self.rows.len() {
                let id = self.rows.get(row).map(|row| Atom::of(row.id().as_bytes()));
                self.note_id(id.unwrap_or_default(), row);
            }
        }
        let wanted = identity(&entry.id, &entry.kind, &entry.name);
        let number = self.ids.get(Atom::of(wanted.as_bytes()));
        let number = number.and_then(|number| self.rows_of_ids.get(number as usize)).copied();
        let row = number.and_then(|number| self.rows.get(number));
        // Long ids are told apart by a hash.
        let Some(row) = row.filter(|row| identity(row.id(), row.kind, row.name()) == wanted) else {
            return Ok(None);
        };
        if *row.kind != entry.kind {
            let (first, second) = (row.kind.to_string(), entry.kind.to_string());
            return Err(Problem::TwoKinds { id: short(&entry.id), first, second });
        }
        Ok(number)
    }

    fn note_id(&mut self, id: Atom, row: u32) {
        if self.ids.intern(id) as usize == self.rows_of_ids.len() {
            self.rows_of_ids.push(row);
        }
    }

    fn merge(&mut self, row: u32, entry: &Entry) -> Result<u32, Problem> {
        let Some(old) = self.rows.get(row) else { return Ok(row) };
        let mut merged = entry.clone();
        merged.name = old.name().to_owned();
        merged.weight = entry.weight.max(old.weight);
        if merged.class.is_empty() {
            merged.class = old.class().to_owned();
        }
        if merged.country.is_empty() {
            merged.country = old.countries().0.to_owned();
        }
        if merged.as_of.is_empty() {
            merged.as_of = old.as_of().to_owned();
        }
        merged.ids = union(old.ids().iter(), &entry.ids);
        merged.attributes = union(old.facts().iter(), &entry.attributes);
        let cells = cells(&merged, Some(old.id()));
        self.rows.replace(row, &cells)?;
        Ok(row)
    }

    /// The number of a window; 0 is always.
    fn window(&mut self, window: Window) -> Result<u16, Problem> {
        if window == Window::default() {
            return Ok(0);
        }
        let known = self.windows.iter().rposition(|one| *one == window);
        let at = known.unwrap_or_else(|| {
            self.windows.push(window);
            self.windows.len().saturating_sub(1)
        });
        let number = u16::try_from(at.saturating_add(1)).ok().filter(|n| usize::from(*n) < limits::WINDOWS);
        number.ok_or(Problem::TooMany { what: "different spans of validity", max: limits::WINDOWS })
    }

    /// Compiles what was added.
    pub(super) fn finish(self, overlaps: Overlaps) -> Result<Tables, Error> {
        let engine = self.names.compile(&self.rows, self.windows);
        let engine = engine.map_err(|problem| Error::new(Place::All, problem))?;
        Ok(Tables { rows: self.rows, engine, overlaps })
    }
}

/// Orders the meanings of one spelling: priority, then the caller's, then weight.
fn rank(priority: i8, own: bool, weight: u8) -> u32 {
    let priority = u32::try_from(i32::from(priority) - i32::from(i8::MIN)).unwrap_or(0);
    priority << 8 | u32::from(own) << 4 | u32::from(weight)
}

/// What makes two rows one: the id, or kind and name where there is none.
fn identity<'a>(id: &'a str, kind: &EntityKind, name: &str) -> std::borrow::Cow<'a, str> {
    match id {
        "" => format!("{kind}{}{name}", char::from(UNIT)).into(),
        id => id.into(),
    }
}

/// The columns of an own row; `id` where the row keeps another.
fn cells(entry: &Entry, id: Option<&str>) -> [String; COLUMNS] {
    let pairs = |pairs: &[(String, String)]| {
        let pairs: Vec<_> = pairs.iter().map(|(key, value)| format!("{key}={value}")).collect();
        pairs.join(&char::from(UNIT).to_string())
    };
    [
        id.unwrap_or(&entry.id).to_owned(),
        entry.kind.to_string(),
        entry.class.clone(),
        entry.name.clone(),
        String::new(),
        trimmed(&entry.country),
        pairs(&entry.ids),
        entry.weight.to_string(),
        pairs(&entry.attributes),
        entry.as_of.clone(),
    ]
}

/// Values parted by commas, without the blanks that callers put around them.
fn trimmed(list: &str) -> String {
    list.split(',').map(str::trim).collect::<Vec<_>>().join(",")
}

/// The pairs of both, where a later value replaces an earlier one.
fn union<'a>(
    old: impl Iterator<Item = (&'a str, &'a str)>,
    new: &[(String, String)],
) -> Vec<(String, String)> {
    let replaced = |key: &str| new.iter().any(|(one, _)| one == key);
    let kept = old.filter(|(key, _)| !replaced(key)).map(|(key, value)| (key.to_owned(), value.to_owned()));
    kept.chain(new.iter().cloned()).collect()
}

/// A further name in capitals is an acronym of a name that is not.
fn is_acronym(alias: Alias, text: &str, name: &str) -> bool {
    let capitals = |text: &str| !text.chars().any(|c| c.is_lowercase() || c.is_whitespace());
    alias == Alias::Full && text.len() <= 8 && capitals(text) && !capitals(name)
}

fn check_entry(entry: &Entry) -> Result<(), Problem> {
    check_name(&entry.name)?;
    entry.surfaces.iter().try_for_each(|surface| check_name(&surface.text))?;
    let texts =
        [("id", &entry.id), ("class", &entry.class), ("country", &entry.country), ("as_of", &entry.as_of)];
    let kind = entry.kind.to_string();
    for (column, text) in texts.into_iter().chain([("kind", &kind)]) {
        check_text(column, text)?;
    }
    if kind.is_empty() {
        return Err(Problem::value("kind", &kind));
    }
    if entry.weight > 9 {
        return Err(Problem::value("weight", &entry.weight.to_string()));
    }
    for (column, pairs) in [("ids", &entry.ids), ("attributes", &entry.attributes)] {
        for (key, value) in pairs {
            check_text(column, value)?;
            if key.is_empty() || key.contains('=') || key.contains(is_hidden) {
                return Err(Problem::value(column, key));
            }
        }
    }
    Ok(())
}

fn check_text(column: &'static str, text: &str) -> Result<(), Problem> {
    if text.contains(char::is_control) { Err(Problem::value(column, text)) } else { Ok(()) }
}

/// Whether a name can be one.
fn check_name(name: &str) -> Result<(), Problem> {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b' ';
    if name.len() <= limits::NAME
        && name.starts_with(|c: char| c.is_ascii_alphabetic())
        // Without an end before the last byte, sixteen are looked at at once.
        && name.bytes().fold(true, |all, byte| all & plain(byte))
    {
        // Nearly all names: nothing below can be wrong with them.
        return Ok(());
    }
    if name.trim().is_empty() {
        return Err(Problem::EmptyName);
    }
    if name.len() > limits::NAME {
        return Err(Problem::LongName { name: short(name), len: name.len(), max: limits::NAME });
    }
    if name.contains(is_hidden) {
        return Err(Problem::ControlCharacter(short(name)));
    }
    if !name.contains(char::is_alphanumeric) {
        return Err(Problem::NoLetter(short(name)));
    }
    Ok(())
}

/// Control characters, and marks that turn the direction of writing: both hide what a name is.
fn is_hidden(c: char) -> bool {
    c.is_control() || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
