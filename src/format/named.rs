//! Names as sequence labellers see them: flat, in order, no pronouns.

use crate::article::Article;
use crate::entity::{Entity, EntityKind, MentionForm};
use crate::span::Span;

/// A mention that is a name, with its entity.
#[derive(Clone, Copy, Debug)]
pub(super) struct Named<'a> {
    pub(super) span: Span,
    pub(super) form: MentionForm,
    pub(super) entity: &'a Entity,
}

/// The names of an article, sorted and disjoint: of two that overlap the one that starts first, then the longer.
pub(super) fn names<'a>(article: &'a Article<'_>) -> Vec<Named<'a>> {
    let mut all: Vec<Named<'a>> = Vec::new();
    for entity in &article.entities {
        let names = entity.mentions.iter().filter(|mention| is_name(mention.form));
        all.extend(names.map(|mention| Named { span: mention.span, form: mention.form, entity }));
    }
    all.sort_by_key(|name| (name.span.start, std::cmp::Reverse(name.span.end)));
    let mut end = 0;
    all.retain(|name| {
        let free = name.span.start >= end && !name.span.is_empty();
        if free {
            end = name.span.end;
        }
        free
    });
    all
}

/// A metonym is the name of its seat, and counts as that.
const fn is_name(form: MentionForm) -> bool {
    !matches!(form, MentionForm::Nominal | MentionForm::Pronoun | MentionForm::Metonym)
}

impl<'a> Named<'a> {
    /// The label of CoNLL-2003, which counts demonyms, events and works as `MISC`.
    pub(super) fn conll(&self) -> &'static str {
        match (&self.entity.kind, self.form) {
            (_, MentionForm::Demonym) => "MISC",
            (EntityKind::Person, _) => "PER",
            (EntityKind::Place, _) => "LOC",
            (EntityKind::Organization | EntityKind::Outlet, _) => "ORG",
            _ => "MISC",
        }
    }

    /// The label of OntoNotes, which spaCy's models use: places that govern themselves are `GPE`. A kind of the
    /// caller's own stays as it is.
    pub(super) fn onto_notes(&self) -> &'a str {
        match (&self.entity.kind, self.form) {
            (EntityKind::Place, MentionForm::Demonym) => "NORP",
            (EntityKind::Place, _) => place(self.entity.class.as_deref()),
            (EntityKind::Person, _) => "PERSON",
            (EntityKind::Organization | EntityKind::Outlet, _) => "ORG",
            (EntityKind::Event, _) => "EVENT",
            (EntityKind::Work, _) => "WORK_OF_ART",
            (EntityKind::Custom(kind), _) => kind,
        }
    }
}

/// A place that no table knows is most often a town.
fn place(class: Option<&str>) -> &'static str {
    match class {
        Some("landmark") => "FAC",
        Some("area" | "water" | "landform" | "island") => "LOC",
        _ => "GPE",
    }
}
