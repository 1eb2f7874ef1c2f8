//! Matching alone: names in a text, without a parse.

use chrono::NaiveDate;

use super::entry::Day;
use super::row::{Alias, Row};
use super::scan::Hit;
use super::{EntityKind, Gazetteer, Overlaps, Surface};
use crate::span::Span;
use crate::text::Tokens;

/// A listed name in a text, and one entity that it can stand for.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Match<'g> {
    /// Where the name stands.
    pub span: Span,
    row: Row<'g>,
    alias: Alias,
}

impl<'g> Match<'g> {
    /// The id of the entity in its table.
    #[must_use]
    pub fn id(&self) -> &'g str {
        self.row.id()
    }

    /// What the entity is.
    #[must_use]
    pub fn kind(&self) -> &'g EntityKind {
        self.row.kind
    }

    /// Its canonical name.
    #[must_use]
    pub fn name(&self) -> &'g str {
        self.row.name()
    }

    /// Whether the name counts only with support: a weak alias, or a surname alone.
    #[must_use]
    pub fn is_weak(&self) -> bool {
        matches!(self.alias, Alias::Weak | Alias::Surname)
    }

    /// A fact that came with the row.
    #[must_use]
    pub fn attribute(&self, key: &str) -> Option<&'g str> {
        self.row.facts().get(key)
    }
}

impl Gazetteer {
    /// The listed names of a text, sorted, without a parse.
    ///
    /// A name that several entities share gives a match for each, the likeliest first. What the words stand for
    /// here is for the reader to tell: a parse weighs the context, this does not. A match starts and ends with a
    /// word; capitals must fit (`Who` is not `WHO`); spaces, line ends, hyphens, diacritics and the shapes of
    /// apostrophes do not count.
    ///
    /// Time is linear in the text, whatever the text.
    ///
    /// ```
    /// use dateline::Gazetteer;
    ///
    /// let table = "id\tkind\tname\nx:1\tplace\tSão Rafe\n";
    /// let gazetteer = Gazetteer::builder().tsv(table).build()?;
    /// let text = "Rain fell in Sao-Rafe.";
    /// let found = gazetteer.find(text);
    /// assert_eq!((&text[found[0].span], found[0].name()), ("Sao-Rafe", "São Rafe"));
    /// # Ok::<(), dateline::Error>(())
    /// ```
    #[must_use]
    pub fn find(&self, text: &str) -> Vec<Match<'_>> {
        self.find_where(text, None)
    }

    /// Like [`find`](Self::find), of the names that count on the day the text appeared.
    #[must_use]
    pub fn find_on(&self, text: &str, published: NaiveDate) -> Vec<Match<'_>> {
        self.find_where(text, Some(published))
    }

    fn find_where(&self, text: &str, published: Option<NaiveDate>) -> Vec<Match<'_>> {
        let tokens = Tokens::new(text);
        let hits = match self.0.overlaps {
            Overlaps::Longest => self.scan(&tokens, published),
            Overlaps::All => {
                let all = self.0.engine.scan_all(&tokens, published.map(Day::of));
                all.into_iter().map(|(hit, _)| hit).collect()
            }
        };
        hits.iter().flat_map(|&hit| self.matches(&tokens, hit)).collect()
    }

    fn matches<'g>(&'g self, tokens: &Tokens<'_>, hit: Hit) -> impl Iterator<Item = Match<'g>> {
        let span = tokens.span(hit.start as usize, hit.end as usize);
        let to_match = move |surface: &'g Surface| {
            self.row(surface).map(|row| Match { span, row, alias: surface.alias })
        };
        self.surfaces(hit).iter().filter_map(to_match)
    }
}
