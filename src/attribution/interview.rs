//! What do you fear? — Fog. I was six when I first saw it. Questions as paragraphs, answers without marks between them.
//!
//! Pages with questions that the writer answers look alike. An interview has somebody who is introduced before the
//! first question, is spoken to in the questions, and speaks of himself in the answers.

use std::ops::Range;

use super::board::Find;
use super::turn::{self, Turn};
use crate::doc::Doc;
use crate::entity::{Entity, EntityId, MentionForm};
use crate::text::{Atom, Shape, atom, atoms};

/// Questions of an interview.
const MIN_QUESTIONS: usize = 3;

/// Words of a question with what leads up to it.
const MAX_QUESTION: usize = 80;

/// Words that open what one is asked for without a question mark: "Tell me about the fog."
const REQUESTS: &[Atom] = atoms!["describe", "explain", "talk", "tell"];

/// The answers of an interview.
pub(super) fn turns(doc: &Doc<'_>, entities: &[Entity]) -> Vec<Find> {
    let questions: Vec<usize> = (0..doc.parts.len()).filter(|part| asks(doc, *part)).collect();
    if questions.len() < MIN_QUESTIONS || !speaks_to(doc, &questions) {
        return Vec::new();
    }
    let nexts = questions.iter().skip(1).map(|part| Some(*part)).chain([None]);
    let answers: Vec<_> = questions.iter().zip(nexts).map(|(part, next)| answer(doc, *part, next)).collect();
    let first =
        questions.first().and_then(|part| doc.part_tokens.get(*part)).map_or(0, |tokens| tokens.start);
    let asked = turn::interviewee(doc, entities, first).and_then(|id| introduction(doc, entities, id, first));
    let Some(source) = asked.filter(|_| answers_personally(doc, &answers)) else { return Vec::new() };
    let turns = questions.into_iter().zip(answers).filter(|(_, pieces)| !pieces.is_empty());
    let turn = |(part, pieces)| Turn { source: source.clone(), speaker: None, cue: None, part, pieces };
    turns.map(|t| turn(t).find("interview.answer", 85)).collect()
}

/// Whether a part asks: it ends with a question mark, or requests.
fn asks(doc: &Doc<'_>, part: usize) -> bool {
    let Some(tokens) = doc.part_tokens.get(part).filter(|_| turn::is_spoken(doc, part)) else { return false };
    let last = tokens.end.checked_sub(1).map(|last| doc.tokens.atom(last));
    let requests = || REQUESTS.contains(&doc.tokens.atom(tokens.start)) && last == Some(atom!("."));
    tokens.len() <= MAX_QUESTION && (last == Some(atom!("?")) || requests())
}

/// Whether one question in three is put to somebody.
fn speaks_to(doc: &Doc<'_>, questions: &[usize]) -> bool {
    let to_you = |part: &&usize| {
        let tokens = doc.part_tokens.get(**part).cloned().unwrap_or_default();
        tokens.into_iter().any(|i| turn::ADDRESS.contains(&doc.tokens.atom(i)))
    };
    questions.iter().filter(to_you).count() * 3 >= questions.len()
}

/// The paragraphs between a question and the next; of the last, those that go on as an answer does.
fn answer(doc: &Doc<'_>, question: usize, next: Option<usize>) -> Vec<Range<usize>> {
    let free = if next.is_some() { usize::MAX } else { 1 };
    turn::going_on(doc, question + 1..next.unwrap_or(doc.parts.len()), free)
}

/// Whether half of the answers tell of the one who answers, and few stand in marks.
fn answers_personally(doc: &Doc<'_>, answers: &[Vec<Range<usize>>]) -> bool {
    let personal = |answer: &&Vec<Range<usize>>| answer.iter().any(|piece| turn::speaks_of_self(doc, piece));
    let marked = |answer: &&Vec<Range<usize>>| {
        answer.first().is_some_and(|piece| doc.tokens.shape(piece.start) == Some(Shape::Quote))
    };
    let given = answers.iter().filter(|answer| !answer.is_empty()).count();
    answers.iter().filter(personal).count() * 2 >= given && answers.iter().filter(marked).count() * 4 < given
}

/// Where the text before token `first` last names somebody.
fn introduction(doc: &Doc<'_>, entities: &[Entity], id: EntityId, first: usize) -> Option<Range<usize>> {
    let mentions = entities.get(id.0)?.mentions.iter();
    let mut named = mentions.filter(|m| m.form == MentionForm::Name).map(|m| doc.tokens.within(m.span));
    named.rfind(|tokens| tokens.end <= first)
}
