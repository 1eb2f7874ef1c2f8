//! The one error type. Text never causes an error: only building a gazetteer can fail.

use std::fmt;

/// Why a gazetteer could not be built.
///
/// It names the line of the table and the value that is wrong.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub struct Error(#[from] Box<Fault>);

/// What went wrong, and where.
#[derive(Debug, thiserror::Error)]
struct Fault {
    line: Option<usize>,
    #[source]
    what: Problem,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "line {line}: {}", self.what),
            None => self.what.fmt(f),
        }
    }
}

/// The kinds of fault a row can have.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Problem {
    #[error("a row has 3 to 10 columns, this one has {0}")]
    Columns(usize),
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
    #[error("{what} over the limit of {max}")]
    TooMany { what: &'static str, max: usize },
    #[error("the names cannot be compiled: {0}")]
    Automaton(String),
}

impl Error {
    pub(crate) fn new(line: Option<usize>, what: Problem) -> Self {
        Self(Box::new(Fault { line, what }))
    }

    /// The line of the table, counted from 1, where the fault has one.
    #[must_use]
    pub fn line(&self) -> Option<usize> {
        self.0.line
    }
}
