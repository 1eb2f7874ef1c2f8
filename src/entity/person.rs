//! What the text tells of its persons: their roles, and their gender.

use crate::gazetteer::{EntityKind, Row};
use crate::lexicon::Class;
use crate::text::Atom;

use super::build::Builder;
use super::split::Candidate;
use super::{EntityId, Gender, Role, role, title};

impl Builder<'_, '_, '_> {
    /// Adds the roles and the gender of all persons.
    pub(super) fn add_people(&mut self) {
        let mut found = Vec::new();
        for c in 0..self.entity_of.len() {
            let (Some(Some(at)), Some(candidate)) = (self.entity_of.get(c).copied(), self.found.get(c))
            else {
                continue;
            };
            if self.list.get(at).is_none_or(|entity| entity.kind != EntityKind::Person) {
                continue;
            }
            self.reader.roles(candidate, &mut found);
            let mut roles =
                self.list.get_mut(at).map(|entity| std::mem::take(&mut entity.roles)).unwrap_or_default();
            roles.extend(found.drain(..).map(|role| self.role(role)));
            let gender = self.gender(candidate);
            if let Some(entity) = self.list.get_mut(at) {
                entity.gender = entity.gender.or(gender);
                entity.roles = roles;
            }
        }
    }

    fn role(&self, found: role::Found) -> Role {
        let span = self.reader.doc.span(found.tokens);
        let of = found.of.and_then(|token| self.entity_at(token));
        Role { span, title: self.reader.doc.str(span).to_owned(), of: of.map(EntityId) }
    }

    /// The entity whose name covers a token.
    fn entity_at(&self, token: usize) -> Option<usize> {
        let at = self.found.partition_point(|c| c.tokens.start <= token).checked_sub(1)?;
        self.found.get(at).filter(|c| c.tokens.contains(&token))?;
        self.entity_of.get(at).copied().flatten()
    }

    /// From the title, the table, what relative somebody is, or a given name that only women or only men bear.
    pub(super) fn gender(&self, c: &Candidate) -> Option<Gender> {
        let listed = || {
            let (row, _) = self.best_row(c, |kind, _| *kind == EntityKind::Person)?;
            row.facts().get("gender")?.parse().ok()
        };
        let first = c.tokens.start;
        let given = || match (self.reader.is(first, Class::GIVEN_M), self.reader.is(first, Class::GIVEN_F)) {
            (true, false) if c.tokens.len() > 1 => Some(Gender::Masculine),
            (false, true) if c.tokens.len() > 1 => Some(Gender::Feminine),
            _ => None,
        };
        let relative = || self.reader.relative_gender(c.tokens.clone());
        self.title_gender(c).or_else(listed).or_else(relative).or_else(given)
    }

    /// The last word of the title before a name, if it is an office: of "Foreign Minister" the minister.
    pub(super) fn office_of(&self, c: &Candidate) -> Option<Atom> {
        let title = c.title.clone().filter(|title| !title::is_honorific(self.reader, title.clone()))?;
        title.rev().find(|i| self.reader.is(*i, Class::TITLE)).map(|i| self.reader.word(i))
    }

    /// The gender that the title before a name tells.
    pub(super) fn title_gender(&self, c: &Candidate) -> Option<Gender> {
        c.title.clone().and_then(|title| title::gender(self.reader, title))
    }
}

/// The noun of the office that a table says a person holds: of "Foreign Minister of Iran" the minister.
pub(super) fn office(row: &Row<'_>) -> Option<Atom> {
    let role = row.facts().get("role").filter(|role| !role.starts_with("former"))?;
    let title = role.split(" of ").next()?;
    title.rsplit(' ').next().map(Atom::fold)
}
