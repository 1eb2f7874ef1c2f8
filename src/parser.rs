//! The way of the data, on one screen.

use std::sync::Arc;

use crate::article::Article;
use crate::date::{Date, DatePolicy};
use crate::doc::Doc;
use crate::error::Error;
use crate::gazetteer::Gazetteer;
use crate::input::Input;
use crate::segment::Part;
use crate::{attribution, date, entity, quote};

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
    dates: DatePolicy,
}

impl Parser {
    /// A parser with the bundled names and the default options.
    #[must_use]
    pub fn new() -> Self {
        Self(Arc::new(Options { gazetteer: Gazetteer::bundled(), dates: DatePolicy::News }))
    }

    /// Starts a parser with options.
    pub fn builder() -> ParserBuilder {
        ParserBuilder::default()
    }

    /// Takes an article apart. Never fails, whatever the text.
    ///
    /// Time and memory are linear in the length of the text.
    #[must_use]
    #[inline(never)] // counted by its name in benches/cost
    pub fn parse<'t>(&self, input: impl Into<Input<'t>>) -> Article<'t> {
        let input = input.into();
        let doc = Doc::read(input.readable(), input.published, &self.0.gazetteer);
        let entities = entity::find(&doc);
        let focus = entity::focus(&doc, &entities);
        let (dates, published) = date::find(&doc, self.0.dates);
        let reading = quote::read(&doc);
        let speech = attribution::find(&doc, &entities, &dates, &reading);
        let sentences = doc.sentences.iter().map(|s| doc.span(s.tokens.clone())).collect();
        let parts = told(doc.parts, &dates);
        Article {
            text: input.text,
            published,
            parts,
            sentences,
            entities,
            focus,
            dates,
            quotes: speech.quotes,
            attributions: speech.attributions,
            marked: speech.marked,
        }
    }
}

/// The parts, without times that the date stage read as none ("9L15 p.m.").
fn told(mut parts: Vec<Part>, dates: &[Date]) -> Vec<Part> {
    for part in parts.iter_mut().filter(|part| !part.stamps.is_empty()) {
        part.stamps.retain(|stamp| date::meets(dates, stamp.span));
    }
    parts
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
    dates: Option<DatePolicy>,
}

impl ParserBuilder {
    /// The names to know; without it, the bundled ones.
    pub fn gazetteer(mut self, gazetteer: Gazetteer) -> Self {
        self.gazetteer = Some(gazetteer);
        self
    }

    /// Which way a date looks whose text does not say; without it, as news uses it.
    pub fn dates(mut self, policy: DatePolicy) -> Self {
        self.dates = Some(policy);
        self
    }

    /// The parser.
    ///
    /// # Errors
    ///
    /// None today; options that can contradict one another will report it here.
    pub fn build(self) -> Result<Parser, Error> {
        Ok(Parser(Arc::new(Options {
            gazetteer: self.gazetteer.unwrap_or_else(Gazetteer::bundled),
            dates: self.dates.unwrap_or(DatePolicy::News),
        })))
    }
}
