//! CNN, citing two officials, reported that the port was mined: on whom a source relies.

use std::ops::Range;

use super::CueClass;
use super::board::Find;
use crate::lexicon::Class;
use crate::quote::View;
use crate::text::{Shape, atom, atoms};

/// Moves those who are cited into the finds of those who cite them. "Citing high costs" names no one and stays a
/// saying of its own.
pub(super) fn join(s: &View<'_, '_>, finds: &mut Vec<Find>) {
    finds.iter_mut().for_each(|find| relay(s, find));
    let Some(at) = finds.iter().position(|find| cites(find) && names_someone(s, find)) else { return };
    let Some(cited) = finds.get(at).cloned() else { return };
    let reported = |find: &&mut Find| {
        let says = !cites(find) && find.class != CueClass::Act;
        says && (cited.shared && (find.source == cited.source || beside(find, &cited))
            || tells_of(s, find, &cited))
    };
    if let Some(find) = finds.iter_mut().find(reported) {
        find.cited = cited.pieces.to_vec();
        finds.remove(at);
    }
}

/// "…, said the Post, citing two officials": it cites who stands just before it.
fn beside(find: &Find, cited: &Find) -> bool {
    let (source, cue) = (find.source.as_ref().map(|n| n.end), cited.cue.as_ref().map(|c| c.start));
    source.is_some_and(|end| Some(end + 1) == cue)
}

fn cites(find: &Find) -> bool {
    matches!(&*find.lemma, "cite" | "quote")
}

fn names_someone(s: &View<'_, '_>, find: &Find) -> bool {
    // "quoting his letter" repeats what it says, "citing a letter" relies on it.
    let documents = if find.lemma == "cite" { Class::DOCUMENT } else { Class::NONE };
    let someone = Class::GROUP | Class::SPEAKER_ROLE | documents;
    let names = |i: usize| s.doc.is(i, someone) || s.doc.tokens.atom(i) == atom!("people");
    find.pieces.iter().flat_map(Clone::clone).any(names)
}

/// "The Post, which cited two officials, said", "according to the Post, which cited two officials": whether the
/// relative word before "cited" stands for the source of `find`.
fn tells_of(s: &View<'_, '_>, find: &Find, cited: &Find) -> bool {
    let (Some(source), Some(word)) = (&find.source, &cited.source) else { return false };
    let relative = word.len() == 1 && atoms!["who", "which"].contains(&s.doc.tokens.atom(word.start));
    let comma = s.doc.tokens.shape(source.end) == Some(Shape::Comma);
    relative && (source.contains(&word.start) || comma && word.start == source.end + 1)
}

/// "The king, quoted by the palace paper, said": through whom a saying is known that its source tells of.
fn relay(s: &View<'_, '_>, find: &mut Find) {
    let Some(source) = find.source.clone().filter(|_| find.via.is_empty()) else { return };
    let quoted = |i: &usize| {
        let word = s.doc.tokens.atom(*i);
        atoms!["cited", "quoted"].contains(&word) && s.doc.tokens.is(i + 1, "by")
    };
    if let Some(at) = source.clone().find(quoted) {
        find.via = vec![outlet(s, at + 2..source.end)];
    }
}

/// The first phrase of `tokens`: up to a comma.
fn outlet(s: &View<'_, '_>, tokens: Range<usize>) -> Range<usize> {
    let end = tokens.clone().find(|i| s.doc.tokens.shape(*i) == Some(Shape::Comma));
    tokens.start..end.unwrap_or(tokens.end)
}
