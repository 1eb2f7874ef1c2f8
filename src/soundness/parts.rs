//! Parts and what they are made of.

use crate::article::Article;
use crate::date::meets;
use crate::input::Input;
use crate::segment::{Part, PartKind};
use crate::span::Span;
use crate::text::is_space;

use super::{Checked, hold};

impl Article<'_> {
    pub(super) fn check_parts(&self) -> Checked {
        self.check_sorted(self.parts.iter().map(|part| part.span))?;
        self.check_cover()?;
        for (at, part) in self.parts.iter().enumerate() {
            self.check_part(part)?;
            let section = part.section.is_none_or(|heading| {
                heading <= at && self.parts.get(heading).is_some_and(|part| part.kind == PartKind::Heading)
            });
            hold(section, "a section is a heading above", part.span)?;
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
            let blank = gap.of(&self.text).is_none_or(|gap| gap.chars().all(is_space));
            hold(blank, "parts cover all text that is not blank", gap)?;
        }
        Ok(())
    }

    fn check_part(&self, part: &Part) -> Checked {
        let inner = part.authors.iter().map(|author| author.span);
        let inner = inner.chain(part.credits.iter().map(|credit| credit.span));
        for span in inner.chain(part.stamps.iter().map(|stamp| stamp.span)) {
            self.check_inside(span, part.span)?;
        }
        let Some(dateline) = &part.dateline else { return Ok(()) };
        self.check_inside(dateline.span, part.span)?;
        for span in dateline.places.iter().chain(&dateline.agency).chain(&dateline.date) {
            self.check_inside(*span, dateline.span)?;
        }
        Ok(())
    }

    pub(super) fn check_stamps(&self) -> Checked {
        let mut stamps = self.parts.iter().flat_map(|part| &part.stamps);
        stamps.try_for_each(|stamp| {
            hold(meets(&self.dates, stamp.span), "a time of a part is a date", stamp.span)
        })
    }

    pub(super) fn check_sentences(&self) -> Checked {
        self.check_sorted(self.sentences.iter().copied())?;
        self.check_sorted(self.marked.iter().map(|mark| mark.span))?;
        let marked = self.marked.iter().map(|mark| mark.span);
        self.sentences.iter().copied().chain(marked).try_for_each(|span| self.check_in_one_part(span))
    }
}
