//! What holds of every article: one function, used by tests, examples, fuzzing and reading JSON.

use crate::article::Article;
use crate::attribution::Source;
use crate::date::Anchor;
use crate::entity::EntityId;
use crate::input::Input;
use crate::quote::Quote;
use crate::span::Span;
use crate::text::is_space;

/// A promise that an article does not keep.
///
/// Parsing never produces one; JSON from elsewhere may.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{promise}: {place}")]
pub struct Unsound {
    promise: &'static str,
    place: String,
}

type Checked = Result<(), Unsound>;

fn broken(promise: &'static str, place: impl std::fmt::Display) -> Checked {
    Err(Unsound { promise, place: place.to_string() })
}

/// The deepest nesting of quotes. Printed English knows three alternating marks; eight leaves room and
/// bounds the work.
pub(crate) const MAX_QUOTE_DEPTH: usize = 8;

impl Article<'_> {
    /// Checks the promises that every parsed article keeps.
    ///
    /// Spans are not empty, in range and on character boundaries; parts, sentences, dates and other marks
    /// are sorted and disjoint; parts cover all text that is not blank; ids are positions; a quote and its
    /// attribution name each other, its pieces are ordered, its nesting is no deeper than eight.
    ///
    /// # Errors
    ///
    /// The first promise that is broken.
    pub fn check(&self) -> Result<(), Unsound> {
        self.check_parts()?;
        self.check_runs()?;
        self.check_dates()?;
        self.check_entities()?;
        self.check_quotes()?;
        self.check_attributions()
    }

    fn check_span(&self, span: Span) -> Checked {
        match span.of(&self.text) {
            Some(piece) if !piece.is_empty() => Ok(()),
            _ => broken("a span is not empty, in range, on character boundaries", span),
        }
    }

    fn check_sorted(&self, spans: impl Iterator<Item = Span>) -> Checked {
        let mut end = 0;
        for span in spans {
            self.check_span(span)?;
            if span.start < end {
                return broken("spans of one list are sorted and disjoint", span);
            }
            end = span.end;
        }
        Ok(())
    }

    /// No text outside the parts but white space, up to the cap on what is read.
    fn check_cover(&self) -> Checked {
        let read = self.text.len().min(Input::MAX_LEN);
        let starts = self.parts.iter().map(|part| part.span.start).chain([read]);
        let ends = [0].into_iter().chain(self.parts.iter().map(|part| part.span.end));
        for (from, to) in ends.zip(starts) {
            let gap = Span::new(from, to);
            if gap.of(&self.text).is_some_and(|gap| !gap.chars().all(is_space)) {
                return broken("parts cover all text that is not blank", gap);
            }
        }
        Ok(())
    }

    fn check_parts(&self) -> Checked {
        self.check_sorted(self.parts.iter().map(|part| part.span))?;
        self.check_cover()?;
        for part in &self.parts {
            let inner = part.authors.iter().map(|a| a.span).chain(part.credits.iter().map(|c| c.span));
            for span in inner.chain(part.stamps.iter().map(|s| s.span)) {
                self.check_inside(span, part.span)?;
            }
            if let Some(dateline) = &part.dateline {
                let inner = dateline.places.iter().chain(&dateline.agency).chain(&dateline.date);
                for span in inner.copied() {
                    self.check_inside(span, dateline.span)?;
                }
                self.check_inside(dateline.span, part.span)?;
            }
            if part.section.is_some_and(|heading| heading >= self.parts.len()) {
                return broken("a section is a part", part.span);
            }
        }
        Ok(())
    }

    fn check_inside(&self, inner: Span, outer: Span) -> Checked {
        self.check_span(inner)?;
        if outer.contains(inner) { Ok(()) } else { broken("a span lies inside its part", inner) }
    }

    fn check_runs(&self) -> Checked {
        self.check_sorted(self.sentences.iter().copied())?;
        self.check_sorted(self.dates.iter().map(|date| date.span))?;
        self.check_sorted(self.marked.iter().map(|mark| mark.span))?;
        let dates = self.dates.iter().map(|date| date.span);
        for span in self.sentences.iter().copied().chain(dates) {
            self.check_in_one_part(span)?;
        }
        Ok(())
    }

    fn check_in_one_part(&self, span: Span) -> Checked {
        match self.part_at(span) {
            Some(part) if part.span.contains(span) => Ok(()),
            _ => broken("a finding lies in one part", span),
        }
    }

    fn check_dates(&self) -> Checked {
        for (i, date) in self.dates.iter().enumerate() {
            if date.value.to_string().parse() != Ok(date.value) {
                return broken("a value reads back as it is written", date.span);
            }
            if matches!(date.anchor, Anchor::Mention(other) if other == i || other >= self.dates.len()) {
                return broken("a date is counted from another one", date.span);
            }
            if date.range.is_some_and(|days| days.from >= days.until) {
                return broken("a range holds a day", date.span);
            }
        }
        Ok(())
    }

    fn check_entities(&self) -> Checked {
        for (i, entity) in self.entities.iter().enumerate() {
            if entity.id.0 != i {
                return broken("an entity's id is its position", i);
            }
            if entity.mentions.is_empty() || entity.name.is_empty() {
                return broken("an entity has a name and a mention", i);
            }
            self.check_sorted(entity.mentions.iter().map(|mention| mention.span))?;
            for mention in &entity.mentions {
                self.check_in_one_part(mention.span)?;
                if self.get(mention.span).is_some_and(|text| text.trim() != text) {
                    return broken("a mention is trimmed", mention.span);
                }
            }
            for role in &entity.roles {
                self.check_span(role.span)?;
                self.check_entity(role.of)?;
            }
        }
        Ok(())
    }

    fn check_entity(&self, id: Option<EntityId>) -> Checked {
        match id {
            Some(EntityId(i)) if i >= self.entities.len() => broken("an entity id is a position", i),
            _ => Ok(()),
        }
    }

    fn check_quotes(&self) -> Checked {
        for (i, quote) in self.quotes.iter().enumerate() {
            if quote.id.0 != i {
                return broken("a quote's id is its position", i);
            }
            if quote.spans.is_empty() {
                return broken("a quote has a piece", i);
            }
            self.check_sorted(quote.spans.iter().copied())?;
            self.check_sorted(quote.verbatim.iter().copied())?;
            self.check_depth(quote)?;
            let said = quote.attribution.map(|id| self.attribution(id).map(|a| a.quote));
            if said.is_some_and(|back| back != Some(quote.id)) {
                return broken("a quote and its attribution name each other", i);
            }
        }
        Ok(())
    }

    fn check_depth(&self, quote: &Quote) -> Checked {
        let mut parent = quote.parent;
        for _ in 0..MAX_QUOTE_DEPTH {
            let Some(id) = parent else { return Ok(()) };
            match self.quote(id) {
                Some(outer) => parent = outer.parent,
                None => return broken("a parent is a quote", id),
            }
        }
        if parent.is_none() { Ok(()) } else { broken("quotes nest at most eight deep", quote.id) }
    }

    fn check_attributions(&self) -> Checked {
        for (i, attribution) in self.attributions.iter().enumerate() {
            if attribution.id.0 != i {
                return broken("an attribution's id is its position", i);
            }
            let Some(quote) = self.quote(attribution.quote) else {
                return broken("an attribution has a quote", i);
            };
            if quote.attribution != Some(attribution.id) {
                return broken("a quote and its attribution name each other", i);
            }
            for source in attribution.source.iter().chain(&attribution.via).chain(&attribution.cited) {
                self.check_source(source)?;
            }
            let words =
                attribution.source.iter().map(|s| s.span).chain(attribution.cue.iter().map(|c| c.span));
            for span in words {
                if quote.spans.iter().any(|piece| piece.overlaps(span)) {
                    return broken("source and cue stand outside what was said", span);
                }
            }
            let spans = attribution.cue.iter().map(|cue| cue.span);
            for span in spans.chain(attribution.addressee).chain(attribution.medium) {
                self.check_span(span)?;
            }
            if attribution.said_on.is_some_and(|date| date >= self.dates.len()) {
                return broken("the time of saying is a date", i);
            }
        }
        Ok(())
    }

    fn check_source(&self, source: &Source) -> Checked {
        self.check_span(source.span)?;
        self.check_entity(source.entity)
    }
}
