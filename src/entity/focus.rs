//! The countries that an article is about.
//!
//! Every mention of a place, or of a body of a state, is a vote for its country; what stands in the headline, in
//! the line below it or in the dateline counts twice. A country is in focus that has a good share of all votes.

use serde::{Deserialize, Serialize};

use crate::doc::Doc;
use crate::segment::PartKind;

use super::{Entity, EntityId, EntityKind, MentionForm};

/// A country that the article is about.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Focus {
    /// ISO 3166 alpha-2.
    pub country: String,
    /// The entity of the country, where the article names it.
    pub entity: Option<EntityId>,
    /// The percentage of all mentions of places and state bodies that belong to it.
    pub share: u8,
}

/// Countries in focus, at most: what is about four is about the world.
const MOST: usize = 3;

/// The least share of all votes, in percent: with less, a country is mentioned.
const LEAST: u32 = 20;

/// The votes of a mention: a place says more of where the article is than a body, which may act abroad.
const OF_PLACE: u32 = 2;
const OF_BODY: u32 = 1;

/// Classes of bodies that belong to a state.
const STATE: &[&str] = &[
    "government", "ministry", "legislature", "court", "agency", "military", "police", "intelligence", "party",
];

/// The votes for one country.
struct Count<'e> {
    country: &'e str,
    entity: Option<EntityId>,
    votes: u32,
}

/// The countries that a document is about, the most-named first.
pub(crate) fn focus(doc: &Doc<'_>, entities: &[Entity]) -> Vec<Focus> {
    let (mut counts, mut total): (Vec<Count<'_>>, u32) = (Vec::new(), 0);
    for entity in entities {
        let (Some(country), Some(worth)) = (entity.country.as_deref(), worth(entity)) else { continue };
        let votes = votes(doc, entity).saturating_mul(worth);
        total = total.saturating_add(votes);
        let own = entity.ids.contains_key("iso3166").then_some(entity.id);
        match counts.iter_mut().find(|count| count.country == country) {
            Some(count) => {
                count.votes = count.votes.saturating_add(votes);
                count.entity = count.entity.or(own);
            }
            None => counts.push(Count { country, entity: own, votes }),
        }
    }
    counts.sort_by_key(|count| std::cmp::Reverse(count.votes));
    let share = |count: &Count<'_>| count.votes.saturating_mul(100) / total.max(1);
    let clear = counts.iter().filter(|count| share(count) >= LEAST).take(MOST);
    clear
        .map(|count| Focus {
            country: count.country.to_owned(),
            entity: count.entity,
            share: u8::try_from(share(count)).unwrap_or(100),
        })
        .collect()
}

fn worth(entity: &Entity) -> Option<u32> {
    match entity.kind {
        EntityKind::Place => Some(OF_PLACE),
        EntityKind::Organization => {
            entity.class.as_deref().filter(|class| STATE.contains(class)).map(|_| OF_BODY)
        }
        _ => None,
    }
}

/// The mentions of an entity, those at the head of the article twice.
fn votes(doc: &Doc<'_>, entity: &Entity) -> u32 {
    // A metonym has voted with its seat.
    let named = |form| !matches!(form, MentionForm::Nominal | MentionForm::Pronoun | MentionForm::Metonym);
    let mentions = entity.mentions.iter().filter(|mention| named(mention.form));
    let weight = mentions.map(|mention| {
        let after = doc.parts.partition_point(|part| part.span.start <= mention.span.start);
        let part = after.checked_sub(1).and_then(|at| doc.parts.get(at));
        let head = part.is_some_and(|part| {
            let dateline = part.dateline.as_ref().is_some_and(|line| line.span.contains(mention.span));
            dateline || matches!(part.kind, PartKind::Headline | PartKind::Dek)
        });
        1 + u32::from(head)
    });
    weight.fold(0, u32::saturating_add)
}
