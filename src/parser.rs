//! The way of the data, on one screen.

use std::borrow::Cow;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::article::Article;
use crate::doc::Doc;
use crate::error::Error;
use crate::gazetteer::Gazetteer;
use crate::{attribution, date, entity};

/// Reads articles. Cheap to clone, shared by threads, holds nothing of any text.
///
/// ```
/// use dateline::{Input, Parser};
///
/// let parser = Parser::new();
/// let day = chrono::NaiveDate::from_ymd_opt(2025, 3, 4).unwrap();
/// let article = parser.parse(Input::new("The harbour reopened on Tuesday.").published(day));
/// assert_eq!(article.published.unwrap().date, day);
/// ```
#[derive(Clone, Debug)]
pub struct Parser(Arc<Options>);

#[derive(Debug)]
struct Options {
    gazetteer: Gazetteer,
}

impl Parser {
    /// A parser with the bundled names and the default options.
    #[must_use]
    pub fn new() -> Self {
        Self(Arc::new(Options { gazetteer: Gazetteer::bundled() }))
    }

    /// Starts a parser with options.
    pub fn builder() -> ParserBuilder {
        ParserBuilder::default()
    }

    /// Takes an article apart. Never fails, whatever the text.
    ///
    /// Time and memory are linear in the length of the text.
    #[must_use]
    pub fn parse<'t>(&self, input: impl Into<Input<'t>>) -> Article<'t> {
        let input = input.into();
        let doc = Doc::read(input.readable(), input.published, &self.0.gazetteer);
        let entities = entity::find(&doc);
        let (dates, published) = date::find(&doc);
        let speech = attribution::find(&doc, &entities, &dates);
        let sentences = doc.sentences.iter().map(|s| doc.span(s.tokens.clone())).collect();
        let parts = doc.parts;
        Article {
            text: input.text,
            published,
            parts,
            sentences,
            entities,
            dates,
            quotes: speech.quotes,
            attributions: speech.attributions,
            marked: speech.marked,
        }
    }
}

impl Default for Parser {
    fn default() -> Self {
        Self::new()
    }
}

/// Options of a [`Parser`].
#[derive(Clone, Debug, Default)]
#[must_use]
pub struct ParserBuilder {
    gazetteer: Option<Gazetteer>,
}

impl ParserBuilder {
    /// The names to know; without it, the bundled ones.
    pub fn gazetteer(mut self, gazetteer: Gazetteer) -> Self {
        self.gazetteer = Some(gazetteer);
        self
    }

    /// The parser.
    ///
    /// # Errors
    ///
    /// None today; options that can contradict one another will report it here.
    pub fn build(self) -> Result<Parser, Error> {
        Ok(Parser(Arc::new(Options { gazetteer: self.gazetteer.unwrap_or_else(Gazetteer::bundled) })))
    }
}

/// A text to parse, with what the caller knows of it.
#[derive(Clone, Debug)]
#[must_use]
pub struct Input<'t> {
    text: Cow<'t, str>,
    published: Option<NaiveDate>,
}

impl<'t> Input<'t> {
    /// The longest text that is read, in bytes: 256 MiB, a thousand times the longest article, so that
    /// offsets fit 32 bits and one text cannot take all memory. What lies beyond is not read; the
    /// article then has no part there.
    pub const MAX_LEN: usize = 256 << 20;

    /// The text alone. `&str` borrows; `String` and the result of `from_utf8_lossy` fit too.
    pub fn new(text: impl Into<Cow<'t, str>>) -> Self {
        Self { text: text.into(), published: None }
    }

    /// The day on which the article appeared: what "yesterday" is counted from.
    pub fn published(mut self, day: impl Into<Option<NaiveDate>>) -> Self {
        self.published = day.into();
        self
    }

    /// The text up to the cap, cut at a character boundary.
    fn readable(&self) -> &str {
        let mut end = self.text.len().min(Self::MAX_LEN);
        while !self.text.is_char_boundary(end) {
            end = end.saturating_sub(1);
        }
        self.text.get(..end).unwrap_or("")
    }
}

impl<'t, T: Into<Cow<'t, str>>> From<T> for Input<'t> {
    fn from(text: T) -> Self {
        Self::new(text)
    }
}
