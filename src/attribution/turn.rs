//! A turn of a conversation: who has the word, and the paragraphs that are said until another one has it.

use std::borrow::Cow;
use std::ops::Range;

use super::CueClass;
use super::board::{Find, Speaker};
use crate::doc::Doc;
use crate::entity::{Entity, EntityId, EntityKind};
use crate::segment::PartKind;
use crate::text::{Atom, atoms};

/// Paragraphs of one turn: more are the writer’s again.
const MAX_PARAGRAPHS: usize = 24;

/// Words by which one speaks of oneself. An answer without any may be the writer’s text.
const SELF: &[Atom] =
    atoms!["i", "i'd", "i'll", "i'm", "i've", "me", "my", "myself", "our", "us", "we", "we're", "we've"];

/// Words by which one speaks to somebody.
pub(super) const ADDRESS: &[Atom] = atoms!["you", "you'd", "you'll", "you're", "you've", "your"];

/// What one says before the next has the word.
pub(super) struct Turn {
    /// The words that name the speaker.
    pub(super) source: Range<usize>,
    pub(super) speaker: Option<Speaker>,
    /// The colon of a label.
    pub(super) cue: Option<Range<usize>>,
    pub(super) part: usize,
    pub(super) pieces: Vec<Range<usize>>,
}

impl Turn {
    pub(super) fn find(self, rule: &'static str, percent: u8) -> Find {
        Find {
            pieces: self.pieces.into_iter().collect(),
            source: Some(self.source),
            speaker: self.speaker,
            cue: self.cue,
            lemma: Cow::Borrowed(":"),
            ..Find::blank(CueClass::Colon, self.part)
        }
        .by(rule, percent)
    }
}

/// Whether one speaks or asks in parts of this kind: short questions look like headings.
pub(super) fn is_spoken(doc: &Doc<'_>, part: usize) -> bool {
    let kind = doc.parts.get(part).map(|part| part.kind);
    matches!(kind, Some(PartKind::Paragraph | PartKind::List | PartKind::Heading))
}

/// The paragraphs of `parts` that go on with a turn: behind the first `free` ones, those in which one speaks of oneself.
pub(super) fn going_on(doc: &Doc<'_>, parts: Range<usize>, free: usize) -> Vec<Range<usize>> {
    let body = |part: &usize| doc.parts.get(*part).is_some_and(|p| p.kind == PartKind::Paragraph);
    let tokens = parts.filter(body).filter_map(|part| doc.part_tokens.get(part).cloned());
    let goes_on = |(i, tokens): &(usize, Range<usize>)| {
        !is_glued(doc.tokens.str(tokens.start)) && (*i < free || speaks_of_self(doc, tokens))
    };
    tokens.enumerate().take_while(goes_on).map(|(_, tokens)| tokens).take(MAX_PARAGRAPHS).collect()
}

/// "QLast May you left": the letter of a question lost its colon with the markup.
fn is_glued(word: &str) -> bool {
    let mut rest = word.strip_prefix('Q').unwrap_or_default().chars();
    rest.next().is_some_and(char::is_uppercase) && rest.next().is_none_or(char::is_lowercase)
}

pub(super) fn speaks_of_self(doc: &Doc<'_>, tokens: &Range<usize>) -> bool {
    doc.tokens.atoms().get(tokens.clone()).unwrap_or_default().iter().any(|word| SELF.contains(word))
}

/// The person whom the text before token `end` speaks of most: the one who is asked.
pub(super) fn interviewee(doc: &Doc<'_>, entities: &[Entity], end: usize) -> Option<EntityId> {
    let until = doc.tokens.get(end)?.span().start;
    let told = |at: usize| {
        let part = doc.parts.partition_point(|part| part.span.end <= at);
        let kind = doc.parts.get(part).map(|part| part.kind);
        matches!(kind, Some(PartKind::Headline | PartKind::Dek | PartKind::Paragraph)) && at < until
    };
    let times = |e: &Entity| e.mentions.iter().filter(|m| told(m.span.start)).count();
    let people = entities.iter().filter(|e| e.kind == EntityKind::Person).map(|e| (times(e), e));
    let named = people.filter(|(times, _)| *times > 0);
    named.max_by_key(|(times, e)| (*times, std::cmp::Reverse(e.id))).map(|(_, e)| e.id)
}
