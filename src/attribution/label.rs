//! HOLM: We lost the mast. Q: And the trawler? A: It came at dawn. A label before a paragraph tells who speaks.
//!
//! A label is a name, a surname, initials, an office, or the letters of question and answer. Lists have labels too
//! ("Oslo: rain"), and so have the marks that players are given after a match: a conversation has at least three
//! turns, and somebody has the word twice.

use std::collections::HashMap;
use std::ops::Range;

use super::SourceKind;
use super::board::{Find, Speaker};
use super::turn::{self, ADDRESS, Turn};
use crate::doc::Doc;
use crate::entity::{Entity, EntityId, EntityKind, MentionForm};
use crate::lexicon::Class;
use crate::text::{Atom, Gap, Shape, atom, atoms};

/// Words of a label: "Foreign Minister Ida Holm".
const MAX_LABEL: usize = 6;

/// Turns of a conversation.
const MIN_TURNS: usize = 3;

/// The one who asks, and is nobody of the article.
const ASKING: &[Atom] = atoms!["q", "question"];

/// The one who is asked.
const ANSWERING: &[Atom] = atoms!["a", "answer"];

/// The turns of an article that is set with labels.
pub(super) fn turns(doc: &Doc<'_>, entities: &[Entity]) -> Vec<Find> {
    let labels: Vec<_> = (0..doc.parts.len()).filter_map(|part| Label::read(doc, part)).collect();
    if labels.len() < MIN_TURNS {
        return Vec::new();
    }
    let cast = Cast::of(doc, entities, &labels);
    let spoken: Vec<_> = labels.iter().filter_map(|label| Some((label, cast.speaker(label)?))).collect();
    if spoken.len() < MIN_TURNS || !cast.converses(&spoken) {
        return Vec::new();
    }
    let nexts = spoken.iter().skip(1).map(|(label, _)| Some(label.part)).chain([None]);
    let turns = spoken.iter().zip(nexts).map(|((label, speaker), next)| label.turn(doc, *speaker, next));
    turns.map(|turn| turn.find("transcript.label", 90)).collect()
}

/// A label at the start of a part.
struct Label {
    part: usize,
    words: Range<usize>,
}

impl Label {
    fn read(doc: &Doc<'_>, part: usize) -> Option<Self> {
        let range = doc.part_tokens.get(part).filter(|_| turn::is_spoken(doc, part))?;
        let limit = range.end.min(range.start.saturating_add(MAX_LABEL + 1));
        let shape = |i: usize| doc.tokens.shape(i);
        let capital =
            |i: &usize| shape(*i).is_some_and(|s| s.is_capital() || s == Shape::Stop || s == Shape::Hyphen);
        let colon = (range.start..limit).find(|i| !capital(i)).filter(|i| shape(*i) == Some(Shape::Colon))?;
        let words = range.start..colon;
        let follows = doc.token(colon + 1).is_some_and(|next| next.gap != Gap::None) && colon + 1 < range.end;
        (!words.is_empty() && follows).then_some(Self { part, words })
    }

    /// The last word: the surname, if it is a name.
    fn head(&self) -> usize {
        self.words.end.saturating_sub(1)
    }

    fn turn(&self, doc: &Doc<'_>, speaker: Speaker, next: Option<usize>) -> Turn {
        let own = self.words.end + 1..doc.part_tokens.get(self.part).map_or(0, |tokens| tokens.end);
        let rest = self.part + 1..next.unwrap_or(doc.parts.len());
        let mut pieces = vec![own];
        let free = if next.is_some() { usize::MAX } else { 0 };
        pieces.extend(turn::going_on(doc, rest, free));
        let cue = Some(self.words.end..self.words.end + 1);
        Turn { source: self.words.clone(), speaker: Some(speaker), cue, part: self.part, pieces }
    }
}

/// Those whom labels can mean.
struct Cast<'a, 't> {
    doc: &'a Doc<'t>,
    entities: &'a [Entity],
    /// People by the last word of their names.
    surnames: HashMap<Atom, EntityId>,
    /// People and outlets by the first letters of their names.
    initials: HashMap<String, EntityId>,
    /// How often each last word of a label stands in one.
    heads: HashMap<Atom, usize>,
    /// Whether questions and answers are labelled as such, and who answers.
    asked: Option<Option<EntityId>>,
}

impl<'a, 't> Cast<'a, 't> {
    fn of(doc: &'a Doc<'t>, entities: &'a [Entity], labels: &[Label]) -> Self {
        let mut heads: HashMap<Atom, usize> = HashMap::new();
        for label in labels {
            *heads.entry(doc.tokens.atom(label.head())).or_default() += 1;
        }
        let count = |side: &[Atom]| side.iter().filter_map(|word| heads.get(word)).sum::<usize>();
        // Some pages print the questions with their letter glued on, and so without a label.
        let both = count(ANSWERING) >= MIN_TURNS || count(ANSWERING) > 0 && count(ASKING) > 0;
        let first = labels.first().map_or(0, |label| label.words.start);
        let asked = both.then(|| turn::interviewee(doc, entities, first));
        let mut cast =
            Self { doc, entities, surnames: HashMap::new(), initials: HashMap::new(), heads, asked };
        entities.iter().for_each(|entity| cast.add(entity));
        cast
    }

    fn add(&mut self, entity: &Entity) {
        if !matches!(entity.kind, EntityKind::Person | EntityKind::Outlet) {
            return;
        }
        for mention in entity.mentions.iter().filter(|m| m.form != MentionForm::Pronoun) {
            let last = self.doc.tokens.first_at(mention.span.end).saturating_sub(1);
            self.surnames.entry(self.doc.tokens.atom(last)).or_insert(entity.id);
        }
        let letters = entity.name.split(' ').filter_map(|word| word.chars().next());
        self.initials.entry(letters.filter(|c| c.is_uppercase()).collect()).or_insert(entity.id);
    }

    /// Who is meant by a label, if it means somebody.
    fn speaker(&self, label: &Label) -> Option<Speaker> {
        let (head, word) = (label.head(), self.doc.tokens.atom(label.head()));
        if let Some(answering) = self.asked.filter(|_| label.words.len() == 1) {
            if ASKING.contains(&word) {
                return Some(Speaker { kind: SourceKind::Author, entity: None, named: false });
            }
            if ANSWERING.contains(&word) {
                return Some(Speaker { kind: SourceKind::Person, entity: answering, named: false });
            }
        }
        let short = self.doc.tokens.shape(head) == Some(Shape::Upper) && label.words.len() == 1;
        let initials = || self.initials.get(self.doc.tokens.str(head)).filter(|_| short);
        let entity = self.surnames.get(&word).or_else(initials).and_then(|id| self.entities.get(id.0));
        if let Some(entity) = entity {
            let outlet = entity.kind == EntityKind::Outlet;
            let kind = if outlet { SourceKind::Outlet } else { SourceKind::Person };
            return Some(Speaker { kind, entity: Some(entity.id), named: true });
        }
        let office = self.doc.is(head, Class::SPEAKER_ROLE | Class::OCCUPATION | Class::TITLE | Class::ROLE);
        let loud = label.words.clone().all(|i| self.doc.tokens.shape(i) == Some(Shape::Upper));
        let known = office || !self.doc.is(head, Class::COMMON) && (loud || self.is_repeated(word));
        let kind = if office { SourceKind::Role } else { SourceKind::Person };
        known.then_some(Speaker { kind, entity: None, named: false })
    }

    fn is_repeated(&self, head: Atom) -> bool {
        self.heads.get(&head).is_some_and(|times| *times > 1)
    }

    /// Whether these turns make a conversation: somebody known has the word twice, and one turn in three asks, or
    /// speaks of oneself or to somebody.
    fn converses(&self, spoken: &[(&Label, Speaker)]) -> bool {
        let known = |s: &Speaker| s.entity.is_some() || s.kind != SourceKind::Person;
        let again = |label: &Label| self.is_repeated(self.doc.tokens.atom(label.head()));
        let personal = spoken.iter().filter(|(label, _)| self.is_personal(label)).count();
        spoken.iter().any(|(label, speaker)| known(speaker) && again(label))
            && (self.asked.is_some() || personal * 3 >= spoken.len())
    }

    fn is_personal(&self, label: &Label) -> bool {
        let tokens = self.doc.part_tokens.get(label.part).cloned().unwrap_or_default();
        let asks = atom!("?");
        turn::speaks_of_self(self.doc, &tokens)
            || tokens.into_iter().map(|i| self.doc.tokens.atom(i)).any(|w| w == asks || ADDRESS.contains(&w))
    }
}
