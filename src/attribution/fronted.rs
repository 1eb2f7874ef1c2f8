//! In a statement on Tuesday, the minister said: what opens the sentence and tells where or when it was said.

use super::board::Find;
use crate::lexicon::Class;
use crate::quote::{Tag, View};
use crate::text::atoms;

/// How far into the sentence the comma behind the medium may stand.
const MAX_UNITS: usize = 16;

/// Gives the medium that opens a sentence to the saying whose source follows its comma.
pub(super) fn give(s: &View<'_, '_>, finds: &mut [Find]) {
    if finds.is_empty()
        || s.tag(0) != Tag::Preposition
        || !s.is_word(0, atoms!["in", "on", "during", "at", "via"])
    {
        return;
    }
    let limit = s.len().min(MAX_UNITS);
    let Some(comma) = (2..limit).find(|i| s.tag(*i) == Tag::Comma) else { return };
    let medium = (1..comma).find(|i| s.is(*i, Class::MEDIUM) && s.tag(*i) == Tag::Noun);
    let Some(medium) = medium.filter(|_| !s.has_verb(0..comma)) else { return };
    let first = s.tokens(comma + 1..comma + 2).start;
    let says = |f: &&mut Find| f.source.as_ref().is_some_and(|source| source.start == first);
    let Some(find) = finds.iter_mut().find(says).filter(|f| f.medium.is_none()) else { return };
    let day = (medium + 1..comma).find(|i| s.is(*i, Class::WEEKDAY | Class::MONTH));
    let end = day.map_or(comma, |day| day - usize::from(s.tag_before(day) == Tag::Preposition));
    find.medium = Some(s.tokens(0..end));
    find.time = find.time.take().or(day.map(|day| s.tokens(day..comma)));
}
