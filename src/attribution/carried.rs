//! A quote that names no speaker of its own, because the words before it do.
//!
//! “No,” Lind said. And in the next paragraph: “It went on.” Lind said the quay was lost. “We had no warning.”
//! Lind shrugged. “We had no warning.”

use std::ops::Range;

use super::CueClass;
use super::board::Find;
use super::pieces::only;
use crate::lexicon::Class;
use crate::quote::{Tag, View, phrase};
use crate::text::{Shape, atoms};

/// Units of a sentence that shows the speaker before he speaks: "Lind shrugged and looked at the sea".
const MAX_GESTURE: usize = 16;

/// Words from which on marks after such a sentence hold speech and not a name.
const MIN_WORDS: usize = 3;

/// Units before the marks of a sentence that goes on: "But, then, “…".
const MAX_OPENER: usize = 4;

/// Words from which on the marks of such a sentence hold speech.
const SPEECH_WORDS: usize = 6;

/// Words below which single marks around a line make a heading: ‘A hard choice.’
const HEADING_WORDS: usize = 6;

/// The quote that makes up the sentence, given to who spoke in the sentence before it.
pub(super) fn sieve(s: &View<'_, '_>, before: Option<&View<'_, '_>>, all: &[Find]) -> Option<Find> {
    let stretch = lone_quote(s)?;
    let before = before.filter(|b| b.scope.inside.is_none() && s.scope.inside.is_none())?;
    if before.scope.part + 1 == s.scope.part {
        return paragraph(s, stretch, before, all);
    }
    if before.scope.part != s.scope.part || !is_speech(s, stretch) || lone_quote(before).is_some() {
        return None;
    }
    let inner = s.stretches.get(stretch)?.inner.clone();
    match speaker(before, all) {
        Some(find) => Some(goes_on(find, inner, s.scope.part).by("quote.follows", 42)),
        None => gesture(before, inner),
    }
}

/// A paragraph that is one quote, after a paragraph that ended with speech: the same speaker goes on; after one that
/// ended with a question, whoever was asked answers.
///
/// Of the paragraphs of news that are quote from end to end, three in four take their speaker from an
/// earlier one.
fn paragraph(s: &View<'_, '_>, stretch: usize, before: &View<'_, '_>, all: &[Find]) -> Option<Find> {
    let inner = s.stretches.get(stretch)?;
    let part_end = s.doc.part_tokens.get(s.scope.part)?.end;
    let whole = s.scope.first && inner.tokens.end + 1 >= part_end && inner.carries.is_none();
    if let Some(answer) = answer(before, all).filter(|_| whole) {
        return Some(Find { pieces: only(inner.inner.clone()), part: s.scope.part, ..answer });
    }
    let last = all.last().filter(|f| f.source.is_some() && stands_in(f, before))?;
    let direct = matches!(last.rule, "quote.after" | "quote.carried" | "quote.before" | "quote.follows");
    let indirect = matches!(last.rule, "clause.say" | "clause.inserted") && last.class == CueClass::Say;
    let heading = !inner.is_double() && words(s, stretch) < HEADING_WORDS;
    let spoke = direct || indirect && is_speech(s, stretch);
    let find = goes_on(last, inner.inner.clone(), s.scope.part);
    (whole && spoke && !heading).then(|| find.by("quote.carried", 74))
}

/// Someone asks Lind what he saw. In the next paragraph: “Fog.” Whoever was asked answers.
fn answer(before: &View<'_, '_>, all: &[Find]) -> Option<Find> {
    let here = all.iter().rev().take_while(|f| stands_in(f, before));
    let asked = here.filter(|f| f.class == CueClass::Ask && f.cue.is_some()).last()?;
    let mut find = Find::blank(CueClass::Say, asked.part);
    find.source = Some(asked.addressee.clone()?);
    find.shared = true;
    Some(find.by("quote.carried", 74))
}

/// “A,” Lind said. “B” for the most part: a sentence that is speech but for some words goes on with the one before it.
pub(super) fn mostly(s: &View<'_, '_>, before: Option<&View<'_, '_>>, all: &[Find]) -> Option<Find> {
    let quoted = (0..s.len().min(MAX_OPENER)).find(|i| s.tag(*i) == Tag::Quoted)?;
    let before = before.filter(|b| b.scope.part == s.scope.part && b.scope.inside.is_none())?;
    let marked = words(s, s.stretch_at(quoted)?);
    let bare = (0..s.len()).filter(|i| s.shape(*i).is_some_and(Shape::is_word)).count();
    let opens = (0..quoted).all(|i| matches!(s.tag(i), Tag::Conjunction | Tag::Adverb | Tag::Comma));
    if s.scope.inside.is_some() || !opens || marked < SPEECH_WORDS || marked < 2 * bare {
        return None;
    }
    let last = all.last().filter(|f| f.source.is_some() && stands_in(f, before))?;
    let direct = matches!(last.rule, "quote.after" | "quote.verb" | "quote.follows");
    let mut find = goes_on(last, s.tokens(0..s.end()), s.scope.part).by("quote.follows", 42);
    (find.via, find.cited) = (Vec::new(), Vec::new());
    direct.then_some(find)
}

/// The main saying of a sentence: Lind said the quay was lost.
fn speaker<'f>(before: &View<'_, '_>, all: &'f [Find]) -> Option<&'f Find> {
    let here = all.iter().rev().take_while(|f| stands_in(f, before));
    here.filter(|f| f.source.is_some() && !f.shared && matches!(f.class, CueClass::Say | CueClass::Write))
        .last()
}

/// Lind shrugged. “We had no warning.” Who is shown doing something just before, speaks.
fn gesture(s: &View<'_, '_>, inner: Range<usize>) -> Option<Find> {
    if s.len() > MAX_GESTURE {
        return None;
    }
    let opens = |n: &Range<usize>| n.start == 0 || s.tag_before(n.start) == Tag::Comma;
    let acts =
        |verb: usize| phrase::before(s, verb).filter(|n| opens(n) && is_person(s, n)).map(|n| (n, verb));
    // "When I ask about the fire, she shrugs": the main clause is the last.
    let (subject, verb) = (0..s.len()).rev().filter(|i| s.tag(*i).is_finite()).find_map(acts)?;
    let mut find = Find::bare(s, &[], Some(subject), verb..verb + 1, "", CueClass::Say);
    find.pieces = only(inner);
    find.cue = None;
    find.shared = true;
    Some(find.by("quote.gesture", 50))
}

fn is_person(s: &View<'_, '_>, subject: &Range<usize>) -> bool {
    let last = subject.end - 1;
    let names = Class::GIVEN_F | Class::GIVEN_M | Class::SURNAME;
    s.is_word(last, atoms!["he", "she"]) || s.tag(last) == Tag::Name && s.is(last, names)
}

/// A find of the same speaker, without a cue of its own.
fn goes_on(find: &Find, inner: Range<usize>, part: usize) -> Find {
    Find { pieces: only(inner), cue: None, shared: true, part, ..find.clone() }
}

fn stands_in(find: &Find, s: &View<'_, '_>) -> bool {
    let Range { start, end } = s.tokens(0..s.len());
    find.pieces.iter().all(|p| p.start >= start && p.end <= end)
}

/// Whether the marks hold a sentence of some words.
fn is_speech(s: &View<'_, '_>, stretch: usize) -> bool {
    let Some(inner) = s.stretches.get(stretch).map(|q| q.inner.clone()) else { return false };
    let full = inner.end.checked_sub(1).and_then(|l| s.doc.tokens.shape(l)) == Some(Shape::Stop);
    words(s, stretch) >= MIN_WORDS && full && s.doc.tokens.str(inner.start).starts_with(char::is_uppercase)
}

fn words(s: &View<'_, '_>, stretch: usize) -> usize {
    let inner = s.stretches.get(stretch).map_or(0..0, |q| q.inner.clone());
    inner.filter(|i| s.doc.tokens.shape(*i).is_some_and(Shape::is_word)).count()
}

/// The stretch that makes up a whole sentence.
pub(super) fn lone_quote(s: &View<'_, '_>) -> Option<usize> {
    let (first, rest) = s.tags.split_first()?;
    let alone = *first == Tag::Quoted && rest.iter().all(|tag| matches!(tag, Tag::Stop | Tag::Symbol));
    s.stretch_at(0).filter(|_| alone)
}
