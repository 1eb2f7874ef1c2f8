//! Dates and entities.

use crate::article::Article;
use crate::date::{Anchor, Date};
use crate::entity::{Entity, EntityId, MentionForm};
use crate::span::Span;

use super::{Checked, broken, hold};

impl Article<'_> {
    pub(super) fn check_dates(&self) -> Checked {
        self.check_sorted(self.dates.iter().map(|date| date.span))?;
        for date in &self.dates {
            self.check_in_one_part(date.span)?;
            let values = [Some(date.value), date.alternative];
            let back = values.iter().flatten().all(|value| value.to_string().parse() == Ok(*value));
            hold(back, "a value reads back as it is written", date.span)?;
            let days = date.range.is_none_or(|days| days.from < days.until);
            hold(days, "a range holds a day", date.span)?;
        }
        self.check_anchors()
    }

    /// Follows each chain of anchors to its end. Each date is followed once: what is known to end ends.
    fn check_anchors(&self) -> Checked {
        // The walk that each date was seen in, counted from one.
        let mut seen = vec![0; self.dates.len()];
        for first in 0..self.dates.len() {
            let (walk, mut at) = (first.saturating_add(1), Some(first));
            while let Some(i) = at {
                let Some(mark) = seen.get_mut(i) else {
                    return broken("a date is counted from another one", first);
                };
                hold(*mark != walk, "no date is counted from itself", i)?;
                if *mark != 0 {
                    break;
                }
                *mark = walk;
                at = self.dates.get(i).and_then(anchor);
            }
        }
        Ok(())
    }

    pub(super) fn check_entities(&self) -> Checked {
        let (mut mentions, mut metonyms): (Vec<Span>, Vec<Span>) = (Vec::new(), Vec::new());
        for (i, entity) in self.entities.iter().enumerate() {
            hold(entity.id.0 == i, "an entity's id is its position", i)?;
            let named = !entity.mentions.is_empty() && !entity.name.is_empty();
            hold(named, "an entity has a name and a mention", i)?;
            self.check_sorted(entity.mentions.iter().map(|mention| mention.span))?;
            for mention in &entity.mentions {
                let shared = mention.form == MentionForm::Metonym;
                if shared { metonyms.push(mention.span) } else { mentions.push(mention.span) }
            }
            self.check_roles(entity)?;
        }
        mentions.sort_unstable();
        self.check_sorted(mentions.iter().copied())?;
        for span in metonyms {
            hold(mentions.binary_search(&span).is_ok(), "a metonym is the name of its seat", span)?;
        }
        self.check_focus()?;
        mentions.into_iter().try_for_each(|span| self.check_mention(span))
    }

    fn check_focus(&self) -> Checked {
        for focus in &self.focus {
            self.check_entity(focus.entity)?;
            hold(focus.share <= 100, "a share is a percentage", focus.share)?;
        }
        Ok(())
    }

    fn check_mention(&self, span: Span) -> Checked {
        self.check_in_one_part(span)?;
        let trimmed = self.get(span).is_some_and(|text| text.trim() == text);
        hold(trimmed, "a mention is trimmed", span)
    }

    fn check_roles(&self, entity: &Entity) -> Checked {
        for role in &entity.roles {
            self.check_in_one_part(role.span)?;
            self.check_entity(role.of)?;
        }
        Ok(())
    }

    pub(super) fn check_entity(&self, id: Option<EntityId>) -> Checked {
        let known = id.is_none_or(|id| id.0 < self.entities.len());
        hold(known, "an entity id is a position", id.map_or(0, |id| id.0))
    }
}

/// The date that a date is counted from.
fn anchor(date: &Date) -> Option<usize> {
    match date.anchor {
        Anchor::Mention(other) => Some(other),
        _ => None,
    }
}
