//! “Nobody swims here alone.” — Ida Holm, harbour master. A quote set apart with its speaker behind it or below.

use std::ops::Range;

use super::CueClass;
use super::board::Find;
use super::carried::lone_quote;
use super::pieces::only;
use crate::lexicon::Class;
use crate::quote::{Tag, View, phrase};
use crate::segment::PartKind;

/// Units of a signature: a name, an office, a body.
const MAX_UNITS: usize = 20;

/// The signed quote that the sentence ends with: it stands before the dash, or makes up the sentence before it.
pub(super) fn sieve(s: &View<'_, '_>, before: Option<&View<'_, '_>>) -> Option<Find> {
    let own = s.stretch_at(0);
    let dash = usize::from(own.is_some());
    if s.scope.inside.is_some() || s.len() > MAX_UNITS || !opens(s, dash) {
        return None;
    }
    let source = signature(s, dash)?;
    let stretch = own.or_else(|| {
        let above = before.filter(|b| b.scope.inside.is_none() && b.scope.part + 1 >= s.scope.part)?;
        lone_quote(above)
    })?;
    let cue = dash..source.start;
    let mut find = Find::bare(s, &[], Some(source), cue.clone(), "—", CueClass::Colon).by("quote.signed", 90);
    find.cue = find.cue.filter(|_| !cue.is_empty());
    find.pieces = only(s.stretches.get(stretch)?.inner.clone());
    Some(find)
}

/// Whether a signature can begin at unit `at`: with a dash, or as a line that the page sets apart.
fn opens(s: &View<'_, '_>, at: usize) -> bool {
    let apart = || s.doc.parts.get(s.scope.part).is_some_and(|part| part.kind == PartKind::PullQuote);
    is_dash(s, at) || at == 0 && s.scope.first && apart()
}

fn is_dash(s: &View<'_, '_>, at: usize) -> bool {
    matches!(s.tag(at), Tag::Dash | Tag::Hyphen)
}

/// The name and office that fill the rest of the sentence.
fn signature(s: &View<'_, '_>, dash: usize) -> Option<Range<usize>> {
    let from = dash + usize::from(is_dash(s, dash));
    let source = phrase::after_with_appositive(s, from)?;
    let office = Class::SPEAKER_ROLE | Class::OCCUPATION | Class::TITLE;
    let named = s.tag(from) == Tag::Name || s.is(from, office);
    // “Port to Close” — Oslo Post, May 4, 2021: a title in a list of references.
    let dated = source.clone().any(|i| s.is(i, Class::MONTH) && s.tag(i + 1) == Tag::Number);
    (named && !dated && source.end >= s.end()).then_some(source)
}
