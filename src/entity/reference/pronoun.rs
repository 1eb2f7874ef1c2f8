//! "He", "she", "it", "they" and the one entity that each can stand for.
//!
//! A person pronoun takes the person that its sentence, or the last one that names any, is about, if one alone
//! fits in gender. "It" and "they" are safer left alone than guessed: most are no body's. They are resolved to
//! the body that is the subject of a verb of saying before them ("Nordvik said it …"), or of the sentence
//! before, and then where the verb behind says that they act ("It said …", not "It was raining").

use crate::gazetteer::EntityKind;
use crate::lexicon::Class;
use crate::text::{Atom, Shape, atom, atoms};

use super::super::{Gender, MentionForm};
use super::recent::{Fitting, Seen};
use super::{Found, Scan};

/// Verbs behind "it" that need no body to act: "it will be", "it has become".
const PLEONASTIC: &[Atom] = atoms![
    "be", "been", "become", "became", "appear", "appeared", "seem", "seemed", "take", "took", "taken",
    "remain", "remained", "rain", "rained", "turn", "turned", "help", "helped", "matter", "happen",
    "happened", "emerge", "emerged", "follow", "followed", "cost", "makes", "made", "make", "came", "come",
    "felt", "feels",
];

/// Words of a verb, at most: "has also said that".
const MAX_VERBS: usize = 6;

/// How far behind the subject a plural noun is looked for, in tokens: a sentence of news has thirty.
const MAX_BETWEEN: usize = 60;

impl Scan<'_, '_, '_> {
    fn pronoun(i: usize, entity: usize, gender: Option<Gender>) -> Found {
        Found { entity, tokens: i..i.saturating_add(1), form: MentionForm::Pronoun, gender, role: None }
    }

    /// "he" and the one person it can stand for.
    pub(super) fn person_pronoun(&self, i: usize, gender: Gender) -> Option<Found> {
        let fits = |seen: Seen| {
            self.entity(seen)
                .is_some_and(|e| e.kind == EntityKind::Person && e.gender.is_none_or(|g| g == gender))
        };
        let here = || self.recent.iter().filter(|seen| seen.turn == self.turn && fits(*seen));
        let entity = match Fitting::of(here()) {
            Fitting::One(entity) => entity,
            // Several persons of this sentence fit: the first, its subject, is as likely as the last.
            Fitting::Several => return None,
            Fitting::None => {
                let there = || self.recent.last_sentence(self.turn, fits);
                // Where the gender of one alone is told, and the sentence is about that one, it is no other.
                let told = || there().filter(|seen| self.entity(*seen).is_some_and(|e| e.gender.is_some()));
                let subject = || Fitting::of(told()).one().filter(|e| self.is_about(*e, there()));
                Fitting::of(there()).one().or_else(subject)?
            }
        };
        Some(Self::pronoun(i, entity, Some(gender)))
    }

    /// Whether the first of `mentions` is the subject of its sentence and names `entity`.
    fn is_about(&self, entity: usize, mut mentions: impl Iterator<Item = Seen>) -> bool {
        mentions.next().is_some_and(|seen| seen.entity == entity && self.is_subject(seen))
    }

    /// "it" and the one body it can stand for.
    pub(super) fn body_pronoun(&self, i: usize) -> Option<Found> {
        let body = self.body_here(i).or_else(|| self.body_before(i).map(|seen| seen.entity))?;
        Some(Self::pronoun(i, body, None))
    }

    /// "they" and the one body it can stand for. "The bank said they …": its customers, maybe.
    pub(super) fn people_pronoun(&self, i: usize) -> Option<Found> {
        let body = self.body_before(i).filter(|body| !self.names_many(*body))?;
        Some(Self::pronoun(i, body.entity, None))
    }

    fn is_body(&self, seen: Seen) -> bool {
        self.entity(seen).is_some_and(|e| match e.kind {
            EntityKind::Organization | EntityKind::Outlet => true,
            EntityKind::Place => matches!(e.class.as_deref(), Some("country" | "territory")),
            _ => false,
        })
    }

    /// "Nordvik said | it …", "Nordvik has cut | its …": nothing but its verb stands between subject and pronoun.
    fn body_here(&self, i: usize) -> Option<usize> {
        let r = self.reader;
        if self.shares_subject(i) {
            return self.only_body_here();
        }
        let seen = self.recent.iter().rev().find(|seen| seen.turn == self.turn)?;
        let verb = Class::CUE | Class::AUXILIARY | Class::VERB_PAST | Class::VERB_S | Class::ADVERB;
        let between = seen.end..i;
        let verbs = !between.is_empty()
            && between.len() <= MAX_VERBS
            && between.clone().all(|k| r.small(k) && (r.is(k, verb) || r.word(k) == atom!("that")));
        if !verbs || !self.is_body(seen) || !self.is_subject(seen) {
            return None;
        }
        // "reported it": the pronoun is a subject, or owns something.
        let says = between.into_iter().any(|k| r.is(k, Class::CUE));
        let acts = says && r.is(i.saturating_add(1), Class::AUXILIARY | Class::VERB_PAST | Class::VERB_S);
        (acts || r.word(i) == atom!("its")).then_some(seen.entity)
    }

    /// "…, sending | its …", "… after raising | its …": the participle has the subject of its sentence.
    fn shares_subject(&self, i: usize) -> bool {
        let r = self.reader;
        let (Some(verb), Some(link)) = (i.checked_sub(1), i.checked_sub(2)) else { return false };
        let joined = r.shape_is(link, Shape::Comma)
            || atoms!["after", "before", "by", "while"].contains(&r.word(link));
        r.word(i) == atom!("its") && r.small(verb) && r.is(verb, Class::VERB_ING) && joined
    }

    /// The subject of the sentence, where it names no other that can be meant: a country is none beside a body.
    fn only_body_here(&self) -> Option<usize> {
        let here = || self.recent.iter().filter(|seen| seen.turn == self.turn && self.is_body(*seen));
        let first = here().next().filter(|seen| self.is_subject(*seen))?;
        let kind = self.entity(first).map(|e| &e.kind)?;
        let rival = |seen: &Seen| {
            *kind == EntityKind::Place || self.entity(*seen).is_some_and(|e| e.kind != EntityKind::Place)
        };
        Fitting::of(here().filter(rival)).one()
    }

    /// "Nordvik fell. | It blamed …": the subject of the last sentence, where it alone is a body.
    fn body_before(&self, i: usize) -> Option<Seen> {
        if !self.acts(i) {
            return None;
        }
        let last = self.turn.checked_sub(1)?;
        if self.recent.iter().any(|seen| seen.turn == self.turn && self.is_body(seen)) {
            return None;
        }
        let there = || self.recent.iter().filter(|seen| seen.turn == last);
        let first = there().next().filter(|seen| self.is_body(*seen) && self.is_subject(*seen))?;
        let alone = Fitting::of(there().filter(|seen| self.is_body(*seen))) == Fitting::One(first.entity);
        alone.then_some(first)
    }

    /// Whether the pronoun opens its sentence or what follows speech, and its verb says that it acts.
    fn acts(&self, i: usize) -> bool {
        let r = self.reader;
        let opens = i == self.sentence.start
            || i.checked_sub(1).is_some_and(|k| {
                matches!(r.shape(k), Some(Shape::Quote | Shape::Comma))
                    || k == self.sentence.start && r.is(k, Class::CONJUNCTION)
            });
        if !opens {
            return false;
        }
        let next = i.saturating_add(1);
        match r.word(i) {
            word if atoms!["its", "their"].contains(&word) => i == self.sentence.start && r.small(next),
            _ if r.is(next, Class::CUE | Class::PERSON_VERB) => !PLEONASTIC.contains(&r.word(next)),
            _ => {
                let modal = atoms!["has", "had", "will", "would", "did", "also", "plans", "expects", "hopes"];
                let verb = next.saturating_add(
                    1 + usize::from(r.is(next.saturating_add(1), Class::ADVERB | Class::NEGATION)),
                );
                modal.contains(&r.word(next))
                    && (r.is(verb, Class::VERB_BASE | Class::VERB_PAST) || r.word(verb) == atom!("to"))
                    && !PLEONASTIC.contains(&r.word(verb))
            }
        }
    }

    /// Whether a plural noun stands behind the subject in its sentence: "They" may be those.
    fn names_many(&self, subject: Seen) -> bool {
        let r = self.reader;
        let plural = |k: usize| {
            let word = r.str(k);
            r.small(k)
                && word.ends_with('s')
                && !word.ends_with("ss")
                && !r.is(k, Class::VERB_S | Class::AUXILIARY | Class::PRONOUN)
        };
        (subject.end..self.sentence.start).take(MAX_BETWEEN).any(plural)
    }
}
