//! Who has the word: paragraphs that are speech without marks, because the page is set as a conversation.
//!
//! Two settings are read: labels before the speech ([`label`]), and questions between the answers
//! ([`interview`]). Both give turns; a turn runs over every paragraph up to the next one.

use super::board::Find;
use super::{interview, label};
use crate::doc::Doc;
use crate::entity::Entity;

/// The rules that find a turn: all of one is in the speaker’s own words.
pub(super) const RULES: [&str; 2] = ["transcript.label", "interview.answer"];

/// What the document says in turns. Where it has labels, its questions have them too.
pub(super) fn turns(doc: &Doc<'_>, entities: &[Entity]) -> Vec<Find> {
    let labelled = label::turns(doc, entities);
    if labelled.is_empty() { interview::turns(doc, entities) } else { labelled }
}
