//! A light part-of-speech tag for each token: enough to find verbs, noun phrases and clause edges.
//!
//! Closed word classes decide first, then the verb lists, and where a form can be noun or verb the words
//! beside it. Everything else is a noun: in English news an unknown word nearly always is one, or an
//! adjective, which stands in the same places.

use std::ops::Range;

use super::alone::{self, Alone};
use super::closed::Closed;
use super::tag::Tag;
use super::verb_tag::{Form, looks_past};
use crate::doc::Doc;
use crate::lexicon::{Class, Entry};
use crate::text::{Atom, Gap, Shape, Token, TokenSet, atom, atoms};

/// Words in -ly that are no adverbs.
const NO_ADVERBS: &[Atom] = atoms![
    "ally", "anomaly", "assembly", "belly", "bully", "butterfly", "deadly", "early", "elderly", "family",
    "fly", "friendly", "homily", "italy", "jelly", "july", "lonely", "lovely", "melancholy", "monopoly",
    "only", "rally", "reply", "silly", "supply", "ugly", "unlikely", "weekly", "likely", "daily",
];

/// The pronoun that has a capital everywhere.
const I: &[Atom] = atoms!["i", "i'd", "i'll", "i'm", "i've"];

/// Words of number that only plurals follow.
const PLURALS: &[Atom] = atoms!["both", "few", "many", "several"];

/// The tags of a text, and the tokens that a rule may start from.
pub(super) struct Tags {
    /// One a token.
    pub(super) list: Vec<Tag>,
    /// Cues, words that make something a report, colons.
    pub(super) hooks: TokenSet,
}

/// Tags a text; `starts` are the tokens that begin a sentence.
///
/// The first pass gives what each token is [alone]; the second asks the neighbours of those that are not decided by it,
/// and of capitals where anything has one.
pub(super) fn tag(doc: &Doc<'_>, starts: &TokenSet) -> Tags {
    let tags = alone::tags(doc);
    let is = |tag| TokenSet::of(&tags, move |one| *one == tag);
    let colons = is(Tag::Colon);
    let titled = titled(doc);
    let mut capital = titled.clone().or(starts);
    let all = 0..doc.tokens.len();
    let marks = doc.tokens.marks().within(all.clone()).chain(colons.within(all.clone()));
    capital.extend(marks.map(|mark| mark + 1).filter(|i| follows_mark(doc, *i)));
    let undecided = is(Tag::Name).and(&capital).or(&is(Tag::Undecided));
    let mut tagger = Tagger { doc, words: alone::words(), starts, titled, tags };
    tagger.abbreviations();
    for i in undecided.within(all) {
        let Some(token) = doc.token(i) else { break };
        let tag = tagger.one(i, token);
        tagger.set(i, tag);
    }
    let words = Class::CUE | Class::CUE_ADJECTIVE | Class::CUE_NOUN | Class::EVIDENCE;
    let hooks = TokenSet::of(&doc.words, |word| word.is(words)).or(&colons);
    Tags { list: tagger.tags, hooks }
}

/// The tokens of sentences in which hardly a long word is small.
fn titled(doc: &Doc<'_>) -> TokenSet {
    let mut titled = TokenSet::with(doc.tokens.len(), std::iter::empty());
    for sentence in doc.sentences.iter().filter(|sentence| is_titled(doc, &sentence.tokens)) {
        titled.fill(sentence.tokens.clone());
    }
    titled
}

fn is_titled(doc: &Doc<'_>, sentence: &Range<usize>) -> bool {
    let tokens = doc.tokens.as_slice().get(sentence.clone()).unwrap_or_default();
    let long = |token: &Token| token.end.wrapping_sub(token.start) > 3;
    let limit = tokens.len() / 5;
    let mut small = 0_usize;
    for eight in tokens.chunks(8) {
        let more = eight.iter().map(|token| u8::from(long(token) & (token.shape == Shape::Lower)));
        small += usize::from(more.sum::<u8>());
        if small > limit {
            // Most sentences say in their first half that they are none.
            return false;
        }
    }
    let all = tokens.iter().filter(|token| long(token) & token.shape.is_word()).count();
    all >= 4 && small * 5 <= all
}

pub(super) struct Tagger<'a, 't> {
    pub(super) doc: &'a Doc<'t>,
    words: &'static [Alone],
    /// Whether a sentence begins at each token.
    pub(super) starts: &'a TokenSet,
    /// The tokens of lines In Title Case, where a capital tells nothing.
    titled: TokenSet,
    /// One a token; those before the token in hand are decided.
    pub(super) tags: Vec<Tag>,
}

impl Tagger<'_, '_> {
    fn set(&mut self, i: usize, tag: Tag) {
        if let Some(slot) = self.tags.get_mut(i) {
            *slot = tag;
        }
    }

    /// Tells stops that abbreviate from those that end a sentence.
    fn abbreviations(&mut self) {
        for i in self.doc.tokens.stops().within(0..self.doc.tokens.len()) {
            if !self.starts.has(i + 1) && self.tags.get(i) == Some(&Tag::Stop) && self.abbreviates(i) {
                self.set(i, Tag::Dot);
            }
        }
    }

    fn one(&self, i: usize, token: Token) -> Tag {
        match token.shape {
            Shape::Lower | Shape::Camel => self.small(i, self.doc.word(i)),
            // " - " is a dash, "twenty-one" is not.
            Shape::Hyphen if token.gap != Gap::None => Tag::Dash,
            Shape::Hyphen => Tag::Hyphen,
            Shape::Possessive => self.possessive(i),
            Shape::Apostrophe
                if token.gap == Gap::None && matches!(self.prev(i), Some(Tag::Noun | Tag::Name)) =>
            {
                Tag::Possessive
            }
            Shape::Apostrophe => Tag::Symbol,
            _ => self.large(i, token, self.doc.word(i)),
        }
    }

    /// The tag before token `i`.
    pub(super) fn prev(&self, i: usize) -> Option<Tag> {
        self.tags.get(i.checked_sub(1)?).copied()
    }

    /// The last token before `i` that is neither adverb nor negation.
    pub(super) fn governing(&self, i: usize) -> Option<usize> {
        let past = |at: &usize| matches!(self.tags.get(*at), Some(Tag::Adverb | Tag::Negation));
        (i.saturating_sub(4)..i).rev().find(|at| !past(at))
    }

    /// Its tag.
    pub(super) fn governor(&self, i: usize) -> Option<Tag> {
        self.tags.get(self.governing(i)?).copied()
    }

    /// Its word.
    pub(super) fn governing_word(&self, i: usize) -> Atom {
        self.governing(i).map_or(Atom::NONE, |at| self.doc.tokens.atom(at))
    }

    /// Whether the stop `i`, behind which no sentence begins, is part of its word: "Nordvik Inc. said", "R-Mo., said".
    fn abbreviates(&self, i: usize) -> bool {
        let glued = self.doc.token(i).is_some_and(|t| t.gap == Gap::None);
        let goes_on = self.doc.tokens.shape(i + 1).is_some_and(|s| s.is_word() || s == Shape::Comma);
        glued && goes_on && self.doc.tokens.atom(i) == atom!(".")
    }

    /// `’s`: a genitive after nouns, a verb after pronouns.
    fn possessive(&self, i: usize) -> Tag {
        match self.prev(i) {
            Some(Tag::Pronoun | Tag::Relative | Tag::That) => Tag::Auxiliary,
            _ => Tag::Possessive,
        }
    }

    /// A word without a capital.
    fn small(&self, i: usize, word: Entry) -> Tag {
        let alone = self.words.get(word.number as usize).copied().unwrap_or(Alone::Ending);
        let verb = match alone {
            Alone::Tag(tag) => return tag,
            Alone::Ing => self.ing(i),
            Alone::Past => self.past(i),
            Alone::Third => self.third_person(i),
            Alone::Base => self.base(i),
            Alone::Closed => match self.closed(i, Closed::of(word)) {
                None => self.by_ending(i, word),
                tag => tag,
            },
            Alone::Ending => self.by_ending(i, word),
        };
        match verb {
            Some(tag) => tag,
            None if is_adverb(self.doc, i) => Tag::Adverb,
            None => Tag::Noun,
        }
    }

    /// The verb that a word is which its ending may make one.
    fn by_ending(&self, i: usize, word: Entry) -> Option<Tag> {
        Form::of(word, looks_past(self.doc, i)).and_then(|form| self.verb(i, form))
    }

    /// A word with a capital, or one with stops in it.
    fn large(&self, i: usize, token: Token, word: Entry) -> Tag {
        let capital = token.shape != Shape::Dotted || self.doc.tokens.str(i).starts_with(char::is_uppercase);
        // In mid-sentence a capital makes a name: "May", "Will", "the States".
        let starts = capital && (self.starts.has(i) || follows_mark(self.doc, i));
        let titled = capital && self.titled.has(i);
        if capital && !starts && !titled && !I.contains(&self.doc.tokens.atom(i)) {
            return Tag::Name;
        }
        // "US envoys said", "WHO chiefs met": letters, where the next word shows that not all is in capitals.
        let letters = token.shape == Shape::Upper && !word.is(Class::AUXILIARY | Class::NEGATION);
        let next = self.doc.tokens.shape(i + 1);
        if letters && matches!(next, Some(Shape::Lower | Shape::Title | Shape::Possessive)) {
            return Tag::Name;
        }
        if let Some(tag) = self.closed(i, Closed::of(word)) {
            return tag;
        }
        let form = Form::of(word, word.is(Class::VERB_PAST));
        match form.and_then(|form| self.verb(i, form)) {
            Some(tag) if capital && titled && !starts => {
                let speaks = tag == Tag::Verb && word.is(Class::CUE) || tag != Tag::Verb;
                if speaks { tag } else { Tag::Name }
            }
            Some(tag) if !(capital && tag == Tag::Verb && self.next_is_nominal(i)) => tag,
            _ if capital && !(starts && is_common(word)) => Tag::Name,
            _ if is_adverb(self.doc, i) => Tag::Adverb,
            _ => Tag::Noun,
        }
    }

    /// The tag of a word of a closed class: pronouns, determiners, prepositions, conjunctions, auxiliaries, adverbs.
    fn closed(&self, i: usize, closed: Closed) -> Option<Tag> {
        let by_next = |nominal, other| Some(if self.next_is_nominal(i) { nominal } else { other });
        match closed {
            Closed::Not => None,
            Closed::Tag(tag) => Some(tag),
            // "both sides": no plural has a verb in -s.
            Closed::Quantifier
                if self.doc.is(i + 1, Class::VERB_S) && PLURALS.contains(&self.doc.tokens.atom(i)) =>
            {
                Some(Tag::Determiner)
            }
            // "has since said".
            Closed::Since if self.prev(i) == Some(Tag::Auxiliary) => Some(Tag::Adverb),
            Closed::Since => Some(Tag::Preposition),
            Closed::Quantifier => by_next(Tag::Determiner, Tag::Pronoun),
            Closed::Her => by_next(Tag::Determiner, Tag::Object),
            Closed::No if self.doc.tokens.atom(i + 1) == atom!("longer") => Some(Tag::Negation),
            Closed::No => Some(Tag::Determiner),
            Closed::To if self.next_is_infinitive(i) => Some(Tag::To),
            Closed::To => Some(Tag::Preposition),
            Closed::Adverb => {
                let modifies = self.prev(i) == Some(Tag::Determiner) && self.next_is_nominal(i);
                (!modifies).then_some(Tag::Adverb)
            }
        }
    }

    pub(super) fn next_is_infinitive(&self, i: usize) -> bool {
        let adverb = is_adverb(self.doc, i + 1);
        // "vowed to “end” the war": the mark stands before the verb.
        let mark = self.doc.tokens.shape(i + 1) == Some(Shape::Quote);
        let next = i + 1 + usize::from(adverb || mark);
        let infinitive =
            self.doc.is(next, Class::VERB_BASE) || atoms!["be", "have"].contains(&self.doc.tokens.atom(next));
        infinitive && matches!(self.doc.tokens.shape(next), Some(Shape::Lower | Shape::Camel))
    }

    /// Whether the next word can go on a noun phrase.
    fn next_is_nominal(&self, i: usize) -> bool {
        let next = i + 1;
        let Some(token) = self.doc.token(next).filter(|t| t.shape.is_word()) else { return false };
        let closed = Class::PREPOSITION | Class::CONJUNCTION | Class::DETERMINER | Class::PRONOUN;
        let verbs = Class::AUXILIARY | Class::NEGATION | Class::VERB_S | Class::VERB_PAST;
        if token.shape.is_capital() {
            return true;
        }
        let plain_verb = self.doc.is(next, Class::VERB_BASE) && !self.doc.is(next, Class::VERB_NOUN);
        !plain_verb && !self.doc.is(next, closed | verbs | Class::ADVERB) && !is_adverb(self.doc, next)
    }
}

/// Whether a word that opens a sentence is a plain noun: "Polls", "Officials".
fn is_common(word: Entry) -> bool {
    let names = Class::GIVEN_F | Class::GIVEN_M | Class::SURNAME;
    word.is(Class::COMMON | Class::GROUP | Class::DOCUMENT) && !word.is(names)
}

/// Whether token `i` stands behind a mark or a colon, where anything has a capital.
fn follows_mark(doc: &Doc<'_>, i: usize) -> bool {
    let before = i.checked_sub(1).and_then(|b| doc.tokens.shape(b));
    let glued = doc.token(i).is_some_and(|t| t.gap == Gap::None);
    (glued && matches!(before, Some(Shape::Quote | Shape::Apostrophe)))
        || (before == Some(Shape::Colon) && doc.token(i).is_some_and(|t| t.gap != Gap::None))
}

pub(crate) fn is_be(word: Atom) -> bool {
    atoms!["am", "are", "be", "been", "being", "is", "was", "were"].contains(&word)
}

/// Whether the word at `i` ends so, in "ed" or "ly". Of listed words the list says whether they may.
pub(super) fn ends(doc: &Doc<'_>, i: usize, ending: [u8; 2]) -> bool {
    let word = doc.word(i);
    (word.number == 0 || word.inflected) && doc.tokens.ending(i) == ending
}

fn is_adverb(doc: &Doc<'_>, i: usize) -> bool {
    ends(doc, i, *b"ly")
        && doc.token(i).is_some_and(|token| token.span().len() > 4)
        && !NO_ADVERBS.contains(&doc.tokens.atom(i))
}
