//! Reports inside a report: who speaks within what another one said.

use super::nest::MAX_NESTING;
use super::{Attribution, Resolution, Source, SourceKind, conversation};
use crate::doc::Doc;
use crate::quote::Quote;
use crate::text::{atom, atoms};

/// Reads `inner` as a report that stands in `quote`, which `outer` attributes.
pub(super) fn reported(doc: &Doc<'_>, inner: &mut Attribution, quote: &Quote, outer: &Attribution) {
    if let Some(source) = &mut inner.source {
        let marked = quote.verbatim.iter().any(|words| words.contains(source.span));
        if marked || conversation::RULES.contains(&outer.rule.as_str()) {
            in_own_words(doc, source, outer.source.as_ref());
        }
    }
    // What is reported of a report came through the one who reported it; but nobody is heard through himself: in "Lind
    // said she had warned them" she is both.
    let speaker = inner.source.as_ref().and_then(|source| source.entity);
    let others = |relay: &&Source| speaker.is_none() || relay.entity != speaker;
    let through = outer.source.iter().chain(&outer.via).filter(others);
    inner.via.extend(through.take(MAX_NESTING).cloned());
}

/// In a speaker's own words "I" is the speaker, no author of the article, and "she" is somebody else.
fn in_own_words(doc: &Doc<'_>, source: &mut Source, speaker: Option<&Source>) {
    let speaker = speaker.and_then(|speaker| speaker.entity);
    let word = doc.tokens.atom(doc.tokens.first_at(source.span.start));
    if source.kind == SourceKind::Author {
        source.kind = SourceKind::Pronoun;
        source.entity = speaker.filter(|_| word == atom!("i"));
        source.resolved = source.entity.map(|_| Resolution::Pronoun);
    } else if source.kind == SourceKind::Pronoun
        && atoms!["he", "she"].contains(&word)
        && source.entity == speaker
    {
        (source.entity, source.resolved) = (None, None);
    }
}
