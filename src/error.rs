//! The one error type. Text never causes an error: only building a gazetteer can fail.

use std::fmt;

/// Why a gazetteer could not be built.
///
/// It names the place in the table and the value that is wrong.
///
/// ```
/// use dateline::Gazetteer;
///
/// let table = "id\tkind\tname\taliases\n\
///              acme\torganization\tAcme Holdings\tAcme;Acme Group\n\
///              void\torganization\t\t\n";
/// let error = Gazetteer::builder().tsv(table).build().unwrap_err();
/// assert_eq!(error.line(), Some(3));
/// assert_eq!(error.to_string(), "line 3: a name is empty");
/// ```
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub struct Error(#[from] Box<Fault>);

/// What went wrong, and where.
#[derive(Debug, thiserror::Error)]
struct Fault {
    place: Place,
    what: Problem,
}

/// Where a fault is, counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// A line of a table.
    Line(usize),
    /// An entry that the caller built.
    Entry(usize),
    /// The names together.
    All,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.place {
            Place::Line(line) => write!(f, "line {line}: {}", self.what),
            Place::Entry(entry) => write!(f, "entry {entry}: {}", self.what),
            Place::All => self.what.fmt(f),
        }
    }
}

/// The kinds of fault a table can have.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Problem {
    #[error("the first line names the columns: {0:?} is missing")]
    MissingColumn(&'static str),
    #[error("no column is called {0:?}")]
    UnknownColumn(String),
    #[error("the column {0:?} is named twice")]
    ColumnTwice(String),
    #[error("the table has {want} columns, this row has {got}")]
    Columns { want: usize, got: usize },
    #[error("a quoted cell does not end")]
    OpenQuote,
    #[error("text after a quoted cell: {0:?}")]
    AfterQuote(String),
    #[error("not a pattern: expected {expected} at byte {at}")]
    Json { expected: &'static str, at: usize },
    #[error("a token pattern holds TEXT, ORTH or LOWER with a string, this one has {0:?}")]
    TokenPattern(String),
    #[error("an id is empty")]
    EmptyId,
    #[error("a name is empty")]
    EmptyName,
    #[error("a name has at most {max} bytes, {name:?}… has {len}")]
    LongName { name: String, len: usize, max: usize },
    #[error("a name holds a control character: {0:?}")]
    ControlCharacter(String),
    #[error("a name needs a letter or a digit: {0:?}")]
    NoLetter(String),
    #[error("{column} cannot be read: {value:?}")]
    Value { column: &'static str, value: String },
    #[error("{id:?} is of kind {first} and of kind {second}")]
    TwoKinds { id: String, first: String, second: String },
    #[error("{what}: more than {max}")]
    TooMany { what: &'static str, max: usize },
    #[error("the names cannot be compiled: {0}")]
    Automaton(String),
}

impl Problem {
    /// A value that a column cannot hold, cut to what a message can show.
    pub(crate) fn value(column: &'static str, value: &str) -> Self {
        Self::Value { column, value: short(value) }
    }
}

/// The first characters of a value.
pub(crate) fn short(value: &str) -> String {
    const SHOWN: usize = 40;
    value.chars().take(SHOWN).collect()
}

impl Error {
    pub(crate) fn new(place: Place, what: Problem) -> Self {
        Self(Box::new(Fault { place, what }))
    }

    /// The line of the table, counted from 1, where the fault has one.
    #[must_use]
    pub fn line(&self) -> Option<usize> {
        match self.0.place {
            Place::Line(line) => Some(line),
            Place::Entry(_) | Place::All => None,
        }
    }
}
