//! A sentence as the rules see it: units with their words and tags.

use std::ops::Range;

use super::pair::Stretch;
use super::scope::Scope;
use super::tag::Tag;
use super::tagger::is_be;
use super::unit::{Place, Units};
use crate::doc::Doc;
use crate::lexicon::{self, Class, CueWord, Entry};
use crate::text::{Atom, Shape, atom, atoms};

/// Words before an adjective that the tags take for something else.
const DEGREES: &[Atom] = atoms!["more", "most", "less", "least", "too", "so", "very", "quite"];

/// One sentence of one level of marks, with the document around it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct View<'a, 't> {
    pub(crate) doc: &'a Doc<'t>,
    pub(crate) scope: &'a Scope,
    pub(crate) stretches: &'a [Stretch],
    /// One tag a unit.
    pub(crate) tags: &'a [Tag],
    /// Where the sentence's own words end: before its stop.
    end: usize,
    /// What each unit is.
    places: &'a [Place],
    units: &'a Units,
}

impl<'a, 't> View<'a, 't> {
    pub(super) fn new(
        doc: &'a Doc<'t>,
        scope: &'a Scope,
        stretches: &'a [Stretch],
        units: &'a Units,
    ) -> Self {
        let (tags, places) = (units.tags(scope.units.clone()), units.places(scope.units.clone()));
        let closes = |tag: &Tag| matches!(tag, Tag::Stop | Tag::Symbol);
        let end = tags.iter().rposition(|tag| !closes(tag)).map_or(0, |last| last + 1);
        View { doc, scope, stretches, tags, end, places, units }
    }

    pub(crate) fn len(&self) -> usize {
        self.tags.len()
    }

    /// The units that a cue or a trigger can stand at: one in twelve.
    pub(crate) fn hooks(&self) -> impl Iterator<Item = usize> + 'a {
        let first = self.scope.units.start;
        self.units.hooks(self.scope.hooks.clone()).iter().map(move |i| *i as usize - first)
    }

    fn place(&self, i: usize) -> Place {
        self.places.get(i).copied().unwrap_or(Place::NONE)
    }

    /// The shape of the word or mark at unit `i`; none for a stretch.
    pub(crate) fn shape(&self, i: usize) -> Option<Shape> {
        self.doc.tokens.shape(self.place(i).token())
    }

    /// What the lists know of the word at unit `i`; nothing of a stretch.
    pub(crate) fn entry(&self, i: usize) -> Entry {
        self.doc.word(self.place(i).token())
    }

    /// The tag of unit `i`; past either end a stop, so that every rule meets an end.
    pub(crate) fn tag(&self, i: usize) -> Tag {
        self.tags.get(i).copied().unwrap_or(Tag::Stop)
    }

    /// The tag of the unit before `i`.
    pub(crate) fn tag_before(&self, i: usize) -> Tag {
        i.checked_sub(1).map_or(Tag::Stop, |b| self.tag(b))
    }

    /// The word at unit `i`; nothing for a stretch.
    pub(crate) fn word(&self, i: usize) -> &'t str {
        self.doc.tokens.str(self.place(i).token())
    }

    /// The word at unit `i` as a number; that of no word for a stretch.
    pub(crate) fn atom(&self, i: usize) -> Atom {
        self.doc.tokens.atom(self.place(i).token())
    }

    /// Whether unit `i` is one of some words.
    #[inline]
    pub(crate) fn is_word(&self, i: usize, words: &[Atom]) -> bool {
        self.atom(i).is_among(words)
    }

    pub(crate) fn is(&self, i: usize, class: Class) -> bool {
        self.doc.is(self.place(i).token(), class)
    }

    pub(crate) fn stretch(&self, i: usize) -> Option<&'a Stretch> {
        self.stretches.get(self.stretch_at(i)?)
    }

    /// Which stretch unit `i` is.
    pub(crate) fn stretch_at(&self, i: usize) -> Option<usize> {
        self.units.stretch(self.place(i))
    }

    /// The cue at unit `i`: a verb where it is used as one, or an adjective after "is", "was".
    #[inline] // asked of every unit, for one in twenty not in vain
    pub(crate) fn cue(&self, i: usize) -> Option<CueWord> {
        let word = self.entry(i);
        if word.is(Class::CUE | Class::CUE_ADJECTIVE) { self.cue_of(i, word) } else { None }
    }

    fn cue_of(&self, i: usize, word: Entry) -> Option<CueWord> {
        if word.is(Class::CUE_ADJECTIVE) && self.is_predicate(i) {
            return lexicon::cue_adjective(word);
        }
        let verb = matches!(self.tag(i), Tag::Verb | Tag::Infinitive | Tag::Ing | Tag::Participle);
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
        match (self.places.get(units.start), units.end.checked_sub(1).and_then(|e| self.places.get(e))) {
            (Some(first), Some(last)) if units.start < units.end => {
                self.units.tokens(*first).start..self.units.tokens(*last).end
            }
            _ => 0..0,
        }
    }

    /// Where the sentence's own words end: before its stop.
    pub(crate) const fn end(&self) -> usize {
        self.end
    }

    /// Whether a finite verb stands in `units`.
    pub(crate) fn has_verb(&self, units: Range<usize>) -> bool {
        self.tags.get(units).unwrap_or_default().iter().any(|tag| tag.is_finite())
    }
}
