//! A sentence as the rules see it: units with their words and tags.

use std::ops::Range;

use super::pair::Stretch;
use super::scope::{Scope, Unit};
use super::tag::Tag;
use super::tagger::is_be;
use crate::doc::Doc;
use crate::lexicon::{self, Class, CueWord};
use crate::text::{Atom, TokenSet, atom, atoms};

/// Words before an adjective that the tags take for something else.
const DEGREES: &[Atom] = atoms!["more", "most", "less", "least", "too", "so", "very", "quite"];

/// One sentence of one level of marks, with the document around it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct View<'a, 't> {
    pub(crate) doc: &'a Doc<'t>,
    pub(crate) scope: &'a Scope,
    pub(crate) units: &'a [Unit],
    pub(crate) stretches: &'a [Stretch],
    pub(super) hooks: &'a TokenSet,
}

impl<'a, 't> View<'a, 't> {
    pub(crate) fn len(&self) -> usize {
        self.units.len()
    }

    /// The units that a cue or a trigger can stand at: one in twelve.
    pub(crate) fn hooks(&self) -> impl Iterator<Item = usize> + 'a {
        let first = self.scope.units.start;
        self.hooks.within(self.scope.units.clone()).map(move |i| i - first)
    }

    pub(crate) fn unit(&self, i: usize) -> Option<&'a Unit> {
        self.units.get(i)
    }

    /// The tag of unit `i`; past either end a stop, so that every rule meets an end.
    pub(crate) fn tag(&self, i: usize) -> Tag {
        self.unit(i).map_or(Tag::Stop, |unit| unit.tag)
    }

    /// The tag of the unit before `i`.
    pub(crate) fn tag_before(&self, i: usize) -> Tag {
        i.checked_sub(1).map_or(Tag::Stop, |b| self.tag(b))
    }

    /// The word at unit `i`; nothing for a stretch.
    pub(crate) fn word(&self, i: usize) -> &'t str {
        match self.unit(i) {
            Some(unit) if unit.is_token() => self.doc.tokens.str(unit.start()),
            _ => "",
        }
    }

    /// The word at unit `i` as a number; that of no word for a stretch.
    pub(crate) fn atom(&self, i: usize) -> Atom {
        self.unit(i).filter(|u| u.is_token()).map_or(Atom::NONE, |u| self.doc.tokens.atom(u.start()))
    }

    /// Whether unit `i` is one of some words.
    #[inline]
    pub(crate) fn is_word(&self, i: usize, words: &[Atom]) -> bool {
        self.unit(i)
            .is_some_and(|unit| unit.is_token() && words.contains(&self.doc.tokens.atom(unit.start())))
    }

    pub(crate) fn is(&self, i: usize, class: Class) -> bool {
        self.unit(i).is_some_and(|u| u.class.has(class))
    }

    pub(crate) fn stretch(&self, i: usize) -> Option<&'a Stretch> {
        self.stretches.get(self.unit(i)?.stretch()?)
    }

    /// The cue at unit `i`: a verb where it is used as one, or an adjective after "is", "was".
    #[inline] // asked of every unit, for one in twenty not in vain
    pub(crate) fn cue(&self, i: usize) -> Option<CueWord> {
        let unit = self.unit(i).filter(|unit| unit.class.has(Class::CUE | Class::CUE_ADJECTIVE))?;
        self.cue_of(i, unit)
    }

    fn cue_of(&self, i: usize, unit: &Unit) -> Option<CueWord> {
        let word = self.doc.word(unit.start());
        if word.is(Class::CUE_ADJECTIVE) && self.is_predicate(i) {
            return lexicon::cue_adjective(word);
        }
        let verb = matches!(unit.tag, Tag::Verb | Tag::Infinitive | Tag::Ing | Tag::Participle);
        verb.then(|| lexicon::cue(word)).flatten()
    }

    /// Whether unit `i` stands after a form of "be": "is not at all sure".
    fn is_predicate(&self, i: usize) -> bool {
        let passes =
            |at: &usize| matches!(self.tag(*at), Tag::Adverb | Tag::Negation) || self.is_word(*at, DEGREES);
        let before = (i.saturating_sub(4)..i).rev().find(|at| !passes(at));
        before.is_some_and(|at| match self.tag(at) {
            // "she’s sure", "they’re sure".
            Tag::Auxiliary => is_be(self.atom(at)) || self.atom(at) == atom!("'s"),
            Tag::Pronoun => ["'re", "’re", "'m", "’m"].iter().any(|be| self.word(at).ends_with(be)),
            _ => false,
        })
    }

    /// The tokens of a range of units.
    pub(crate) fn tokens(&self, units: Range<usize>) -> Range<usize> {
        let from = self.unit(units.start).map(Unit::start);
        let to = units.end.checked_sub(1).and_then(|e| self.unit(e)).map(Unit::end);
        match (from, to) {
            (Some(from), Some(to)) if units.start < units.end => from..to,
            _ => 0..0,
        }
    }

    /// Where the sentence's own words end: before its stop.
    pub(crate) fn end(&self) -> usize {
        let mut end = self.len();
        while end > 0 && matches!(self.tag_before(end), Tag::Stop | Tag::Symbol) {
            end -= 1;
        }
        end
    }

    /// Whether a finite verb stands in `units`.
    pub(crate) fn has_verb(&self, units: Range<usize>) -> bool {
        self.units.get(units).unwrap_or_default().iter().any(|u| u.tag.is_finite())
    }
}
