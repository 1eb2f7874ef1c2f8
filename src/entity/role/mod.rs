//! Roles as data: what office, rank or calling the text gives a person, and of what body or country.
//!
//! Taken from before the name ("Syrian interim President Aro", stacked: "Defense Minister General Aro"; in
//! small letters: "finance minister Petra Lind") and from behind it ("Petra Lind, the president of Nordvik,").

mod before;
mod behind;
mod placed;

use std::ops::Range;

use crate::lexicon::Class;
use crate::text::{Atom, atoms};

use super::read::Reader;
use super::split::Candidate;
use super::title;

/// A role, before the entity that it belongs to is known.
#[derive(Clone, Debug)]
pub(super) struct Found {
    /// The words of the role, without article.
    pub(super) tokens: Range<usize>,
    /// A token of the name that it represents.
    pub(super) of: Option<usize>,
}

/// What follows the hyphen of an office that is not taken up yet.
const CHOSEN: &[Atom] = atoms!["elect", "designate", "nominee", "select"];

/// Grammar that no role holds.
const GRAMMAR: Class = Class::PREPOSITION;

impl Reader<'_, '_> {
    /// The roles that the text gives the person of a candidate.
    pub(super) fn roles(self, c: &Candidate, roles: &mut Vec<Found>) {
        let Some(sentence) = self.doc.sentences.get(c.sentence) else { return };
        let bounds = sentence.tokens.clone();
        if let Some(title) = &c.title {
            self.titles(title.clone(), bounds.start, roles);
        }
        // "The governor of Nordvik, Mrs | Petra Lind, …".
        let named = c.title.as_ref().filter(|title| !title::is_honorific(self, (*title).clone()));
        if named.is_none() {
            let start = c.title.as_ref().map_or(c.tokens.start, |title| title.start);
            roles.extend(self.role_before(start..c.tokens.end, bounds.start));
        }
        roles.extend(self.role_behind(c.tokens.end, bounds.end));
    }
}
