//! Tables of the caller's: tab-separated, or comma-separated with quotes.
//!
//! The first line names the columns, in any order. `id`, `kind` and `name` must be there; the others are
//! listed at [`GazetteerBuilder::tsv`](super::GazetteerBuilder::tsv). A bundled table can be read as well.

use std::borrow::Cow;

use super::entry::{Entry, Window};
use super::table;
use crate::error::{Error, Place, Problem, short};

/// What a column says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Id,
    Kind,
    Class,
    Name,
    Aliases,
    WeakAliases,
    /// Aliases with their types, as the bundled tables write them.
    Surfaces,
    Country,
    Ids,
    Weight,
    ValidFrom,
    ValidTo,
    Priority,
    Attributes,
    AsOf,
}

impl Column {
    const NAMES: &[(&'static str, Self)] = &[
        ("id", Self::Id),
        ("kind", Self::Kind),
        ("name", Self::Name),
        ("class", Self::Class),
        ("aliases", Self::Aliases),
        ("weak_aliases", Self::WeakAliases),
        ("surfaces", Self::Surfaces),
        ("country", Self::Country),
        ("ids", Self::Ids),
        ("weight", Self::Weight),
        ("valid_from", Self::ValidFrom),
        ("valid_to", Self::ValidTo),
        ("priority", Self::Priority),
        ("attributes", Self::Attributes),
        ("facts", Self::Attributes),
        ("as_of", Self::AsOf),
    ];

    fn of(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(known, _)| *known == name).map(|(_, column)| *column)
    }
}

/// How the cells of a line are parted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    Tabs,
    Commas,
}

/// Reads a table and shows each row as an entry.
pub(super) fn read(
    table: &str,
    format: Format,
    mut each: impl FnMut(usize, Entry) -> Result<(), Error>,
) -> Result<(), Error> {
    let mut records = Records::new(table, format);
    let mut header = None;
    let mut cells = Vec::new();
    while let Some(line) = records.next_into(&mut cells)? {
        let at = |problem| Error::new(Place::Line(line), problem);
        match &header {
            None => header = Some(columns(&cells).map_err(at)?),
            Some(columns) => each(line, entry(columns, &cells).map_err(at)?)?,
        }
    }
    Ok(())
}

/// The columns of a header.
fn columns(cells: &[Cow<'_, str>]) -> Result<Vec<Column>, Problem> {
    let mut columns = Vec::with_capacity(cells.len());
    for cell in cells {
        let column = Column::of(cell.trim()).ok_or_else(|| Problem::UnknownColumn(short(cell)))?;
        if columns.contains(&column) {
            return Err(Problem::ColumnTwice(short(cell)));
        }
        columns.push(column);
    }
    for (name, column) in Column::NAMES.iter().take(3) {
        if !columns.contains(column) {
            return Err(Problem::MissingColumn(name));
        }
    }
    Ok(columns)
}

/// The entry of one row. Empty cells at its end may be left out.
fn entry(columns: &[Column], cells: &[Cow<'_, str>]) -> Result<Entry, Problem> {
    if cells.len() > columns.len() {
        return Err(Problem::Columns { want: columns.len(), got: cells.len() });
    }
    let cell = |column| {
        let at = columns.iter().position(|one| *one == column);
        at.and_then(|at| cells.get(at)).map_or("", |cell| cell.trim_matches(' '))
    };
    let id = cell(Column::Id);
    if id.is_empty() {
        return Err(Problem::EmptyId);
    }
    let kind = cell(Column::Kind);
    if kind.is_empty() {
        return Err(Problem::value("kind", kind));
    }
    let mut entry = Entry::new(id, kind, cell(Column::Name));
    entry = entry.class(cell(Column::Class)).country(cell(Column::Country));
    for alias in values(cell(Column::Aliases)) {
        entry = entry.alias(alias);
    }
    for alias in values(cell(Column::WeakAliases)) {
        entry = entry.weak_alias(alias);
    }
    for surface in values(cell(Column::Surfaces)) {
        let (alias, _, text) = table::surface(surface)?;
        entry = entry.surface(alias, text);
    }
    entry.ids = pairs("ids", cell(Column::Ids))?;
    entry.attributes = pairs("attributes", cell(Column::Attributes))?;
    entry.weight = table::weight(cell(Column::Weight))?;
    entry.valid.from = end("valid_from", cell(Column::ValidFrom), false)?.unwrap_or(entry.valid.from);
    entry.valid.to = end("valid_to", cell(Column::ValidTo), true)?.unwrap_or(entry.valid.to);
    entry.priority = match cell(Column::Priority) {
        "" => 0,
        text => text.parse().map_err(|_| Problem::value("priority", text))?,
    };
    entry.as_of = cell(Column::AsOf).to_owned();
    Ok(entry)
}

/// Values parted by semicolons.
fn values(cell: &str) -> impl Iterator<Item = &str> {
    cell.split(';').map(|value| value.trim_matches(' ')).filter(|value| !value.is_empty())
}

fn pairs(column: &'static str, cell: &str) -> Result<Vec<(String, String)>, Problem> {
    let pair = |text: &str| match text.split_once('=') {
        Some((key, value)) if !key.is_empty() => Ok((key.to_owned(), value.to_owned())),
        _ => Err(Problem::value(column, text)),
    };
    values(cell).map(pair).collect()
}

fn end(column: &'static str, cell: &str, last: bool) -> Result<Option<u32>, Problem> {
    match cell {
        "" => Ok(None),
        text => Window::read(text, last).map(Some).ok_or_else(|| Problem::value(column, text)),
    }
}

/// The records of a table, cell by cell.
struct Records<'t> {
    rest: &'t str,
    format: Format,
    line: usize,
}

impl<'t> Records<'t> {
    fn new(table: &'t str, format: Format) -> Self {
        Self { rest: table.strip_prefix('\u{feff}').unwrap_or(table), format, line: 0 }
    }

    /// Reads the next record that is neither blank nor a comment; gives the line on which it starts.
    fn next_into(&mut self, cells: &mut Vec<Cow<'t, str>>) -> Result<Option<usize>, Error> {
        while !self.rest.is_empty() {
            cells.clear();
            let first = self.line.saturating_add(1);
            let skipped = self.rest.starts_with('#') || self.peek_line().trim().is_empty();
            if skipped || self.format == Format::Tabs {
                let line = self.take_line();
                if !skipped {
                    cells.extend(line.split('\t').map(Cow::Borrowed));
                    return Ok(Some(first));
                }
                continue;
            }
            self.take_commas(cells).map_err(|problem| Error::new(Place::Line(first), problem))?;
            return Ok(Some(first));
        }
        Ok(None)
    }

    fn peek_line(&self) -> &'t str {
        self.rest.split('\n').next().unwrap_or("")
    }

    fn take_line(&mut self) -> &'t str {
        let (line, rest) = self.rest.split_once('\n').unwrap_or((self.rest, ""));
        self.rest = rest;
        self.line = self.line.saturating_add(1);
        line.strip_suffix('\r').unwrap_or(line)
    }

    /// One record of comma-separated cells; a quoted one may hold commas, line ends and doubled quotes.
    fn take_commas(&mut self, cells: &mut Vec<Cow<'t, str>>) -> Result<(), Problem> {
        loop {
            let quoted = self.rest.strip_prefix('"');
            let cell = match quoted {
                Some(inside) => self.take_quoted(inside)?,
                None => {
                    let end = self.rest.find([',', '\n']).unwrap_or(self.rest.len());
                    let (cell, rest) = self.rest.split_at_checked(end).unwrap_or((self.rest, ""));
                    self.rest = rest;
                    let ends = !rest.starts_with(',');
                    Cow::Borrowed(if ends { cell.strip_suffix('\r').unwrap_or(cell) } else { cell })
                }
            };
            cells.push(cell);
            if let Some(rest) = self.rest.strip_prefix(',') {
                self.rest = rest;
                continue;
            }
            let after = self.take_line();
            return match after {
                "" => Ok(()),
                text => Err(Problem::AfterQuote(short(text))),
            };
        }
    }

    /// The rest of a quoted cell, and over its closing quote.
    fn take_quoted(&mut self, inside: &'t str) -> Result<Cow<'t, str>, Problem> {
        let mut cell = Cow::Borrowed("");
        let mut left = inside;
        loop {
            let (piece, rest) = left.split_once('"').ok_or(Problem::OpenQuote)?;
            self.line = self.line.saturating_add(piece.matches('\n').count());
            if cell.is_empty() {
                cell = Cow::Borrowed(piece);
            } else {
                cell.to_mut().push_str(piece);
            }
            match rest.strip_prefix('"') {
                Some(more) => {
                    cell.to_mut().push('"');
                    left = more;
                }
                None => {
                    self.rest = rest;
                    return Ok(cell);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Format, Records};

    fn cells(table: &str, format: Format) -> Vec<(usize, Vec<String>)> {
        let mut records = Records::new(table, format);
        let (mut out, mut cells) = (Vec::new(), Vec::new());
        while let Some(line) = records.next_into(&mut cells).unwrap() {
            out.push((line, cells.iter().map(|c| c.clone().into_owned()).collect()));
        }
        out
    }

    #[test]
    fn records_keep_their_lines() {
        let want = |line: usize, cells: &[&str]| (line, cells.iter().map(|c| (*c).to_owned()).collect());
        assert_eq!(
            cells("\u{feff}a\tb\r\n\r\n# no\nc\t", Format::Tabs),
            [want(1, &["a", "b"]), want(4, &["c", ""])]
        );
        assert_eq!(
            cells("a,b\r\n\"x, \"\"y\"\"\nz\",\"\"\n,w", Format::Commas),
            [want(1, &["a", "b"]), want(2, &["x, \"y\"\nz", ""]), want(4, &["", "w"])]
        );
    }
}
