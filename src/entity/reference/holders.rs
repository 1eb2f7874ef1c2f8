//! Who holds an office: the nouns by which the text, or a table, calls persons.

use crate::lexicon::Class;
use crate::text::Atom;

use super::super::read::Reader;
use super::super::{Entity, Role};

/// Nouns of roles with the one person who has it: none where several have.
pub(super) struct Holders {
    /// By what the text says, sorted.
    text: Vec<(Atom, Option<usize>)>,
    /// By what the tables say, sorted.
    listed: Vec<(Atom, Option<usize>)>,
}

impl Holders {
    pub(super) fn new(reader: Reader<'_, '_>, entities: &[Entity], offices: Vec<(Atom, usize)>) -> Self {
        let mut text = Vec::new();
        for (at, entity) in entities.iter().enumerate() {
            let nouns = entity.roles.iter().filter_map(|role| noun(reader, role));
            text.extend(nouns.map(|noun| (reader.word(noun), Some(at))));
        }
        let listed = offices.into_iter().map(|(noun, at)| (noun, Some(at))).collect();
        Self { text: sole(text), listed: sole(listed) }
    }

    /// Who is called by `noun` in the text: an error where several are.
    pub(super) fn by_text(&self, noun: Atom) -> Option<Result<usize, ()>> {
        find(&self.text, noun)
    }

    /// Of whom the tables know that `noun` is the office.
    pub(super) fn by_table(&self, noun: Atom) -> Option<usize> {
        find(&self.listed, noun)?.ok()
    }

    /// Whether a table knows an office of the person.
    pub(super) fn is_listed(&self, person: usize) -> bool {
        self.listed.iter().any(|(_, holder)| *holder == Some(person))
    }
}

/// The noun of a role: "defense | minister".
pub(super) fn noun(reader: Reader<'_, '_>, role: &Role) -> Option<usize> {
    reader.doc.tokens.within(role.span).rev().find(|i| reader.is(*i, Class::OCCUPATION | Class::TITLE))
}

fn sole(mut nouns: Vec<(Atom, Option<usize>)>) -> Vec<(Atom, Option<usize>)> {
    nouns.sort_unstable();
    nouns.dedup_by(|next, kept| {
        let same = next.0 == kept.0;
        if same && next.1 != kept.1 {
            kept.1 = None;
        }
        same
    });
    nouns
}

fn find(nouns: &[(Atom, Option<usize>)], noun: Atom) -> Option<Result<usize, ()>> {
    let at = nouns.binary_search_by_key(&noun, |(noun, _)| *noun).ok()?;
    nouns.get(at).map(|(_, holder)| holder.ok_or(()))
}
