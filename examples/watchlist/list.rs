//! The names to look for.

use std::collections::HashMap;
use std::path::Path;

use chrono::NaiveDate;
use dateline::Entry;
use serde::Deserialize;

/// The scheme under which an entity of the article carries the id of its row.
pub(crate) const SCHEME: &str = "watchlist";

#[derive(Debug, Deserialize)]
pub(crate) struct Row {
    pub(crate) id: String,
    pub(crate) name: String,
    aliases: String,
    #[serde(rename = "type")]
    kind: String,
    weak: String,
    valid_from: Option<NaiveDate>,
    valid_to: Option<NaiveDate>,
}

pub(crate) struct List {
    rows: Vec<Row>,
    /// The place of each id.
    at: HashMap<String, usize>,
}

impl List {
    pub(crate) fn read(path: &Path) -> Result<Self, String> {
        let fault = |error: csv::Error| format!("{}: {error}", path.display());
        let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_path(path).map_err(fault)?;
        let rows: Vec<Row> = reader.deserialize().collect::<Result<_, _>>().map_err(fault)?;
        let at = rows.iter().enumerate().map(|(at, row)| (row.id.clone(), at)).collect();
        Ok(Self { rows, at })
    }

    pub(crate) fn len(&self) -> usize {
        self.rows.len()
    }

    pub(crate) fn get(&self, id: &str) -> Option<&Row> {
        self.rows.get(*self.at.get(id)?)
    }

    /// The rows as the parser wants them.
    pub(crate) fn entries(&self) -> impl Iterator<Item = Entry> {
        self.rows.iter().map(Row::entry)
    }
}

impl Row {
    fn entry(&self) -> Entry {
        let mut entry = Entry::new(&self.id, self.kind.as_str(), &self.name).external_id(SCHEME, &self.id);
        entry = self.aliases().fold(entry, Entry::alias);
        entry = self.weak().fold(entry, Entry::weak_alias);
        if let Some(day) = self.valid_from {
            entry = entry.valid_from(day);
        }
        if let Some(day) = self.valid_to {
            entry = entry.valid_to(day);
        }
        entry
    }

    pub(crate) fn aliases(&self) -> impl Iterator<Item = &str> {
        cells(&self.aliases)
    }

    pub(crate) fn weak(&self) -> impl Iterator<Item = &str> {
        cells(&self.weak)
    }
}

fn cells(cell: &str) -> impl Iterator<Item = &str> {
    cell.split(';').map(str::trim).filter(|name| !name.is_empty())
}

/// The `n`th of many names that nobody bears: given name and surname, each spelled by digits of `n`.
pub(crate) fn invented(n: usize) -> Entry {
    const ONSETS: [&str; 8] = ["Br", "D", "F", "Gl", "K", "M", "St", "V"];
    const RIMES: [&str; 8] = ["abo", "elu", "ino", "oru", "umi", "aze", "eko", "iru"];
    const ENDS: [&str; 8] = ["bax", "dorf", "gan", "lix", "mund", "nek", "sorn", "vik"];
    let pick = |list: [&'static str; 8], place: u32| {
        list.get(n / 8_usize.pow(place) % 8).copied().unwrap_or_default()
    };
    let given = format!("{}{}", pick(ONSETS, 0), pick(RIMES, 1));
    let family = format!("{}{}{}{}", pick(ONSETS, 2), pick(RIMES, 3), pick(RIMES, 4), pick(ENDS, 5));
    // Eight to the sixth power of names; beyond, a numeral tells them apart.
    let name = match n / 8_usize.pow(6) {
        0 => format!("{given} {family}"),
        round => format!("{given} {family} {round}"),
    };
    Entry::new(format!("G-{n}"), "person", name)
}
