//! A light part-of-speech tag for each token: enough to find verbs, noun phrases and clause edges.
//!
//! Closed word classes decide first, then the verb lists, and where a form can be noun or verb the words
//! beside it. Everything else is a noun: in English news an unknown word nearly always is one, or an
//! adjective, which stands in the same places.

use std::ops::Range;

use super::alone;
use super::closed::Closed;
use super::tag::Tag;
use crate::doc::Doc;
use crate::lexicon::Class;
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

/// One tag a token; `starts` are the tokens that begin a sentence.
///
/// The first pass gives what each token is [alone]; the second asks the neighbours of those that are not decided by it.
pub(super) fn tag(doc: &Doc<'_>, starts: &TokenSet) -> Vec<Tag> {
    let (tags, titled) = (alone::tags(doc), titled(doc));
    let undecided = TokenSet::of(&tags, |tag| *tag == Tag::Undecided).or(starts).or(&titled);
    let mut tagger = Tagger { doc, starts, titled, tags };
    for i in undecided.within(0..doc.tokens.len()) {
        let Some(token) = doc.token(i) else { break };
        tagger.decide(i, token);
        // Behind a mark or colon anything has a capital.
        let marks = matches!(token.shape, Shape::Quote | Shape::Apostrophe | Shape::Colon);
        if let Some(next) = doc.token(i + 1).filter(|_| marks && tagger.follows_mark(i + 1)) {
            tagger.decide(i + 1, next);
        }
    }
    tagger.tags
}

/// The tokens of sentences in which hardly a long word is small.
fn titled(doc: &Doc<'_>) -> TokenSet {
    let titled = doc.sentences.iter().filter(|sentence| is_titled(doc, &sentence.tokens));
    TokenSet::with(doc.tokens.len(), titled.flat_map(|sentence| sentence.tokens.clone()))
}

fn is_titled(doc: &Doc<'_>, sentence: &Range<usize>) -> bool {
    let (mut small, mut all) = (0_usize, 0_usize);
    for token in doc.tokens.as_slice().get(sentence.clone()).unwrap_or_default() {
        // Without a branch, because half of the tokens are long.
        let long = (token.span().len() > 3) & token.shape.is_word();
        all += usize::from(long);
        small += usize::from(long & (token.shape == Shape::Lower));
        if small * 5 > sentence.len() {
            // Most sentences say in their first half that they are none.
            return false;
        }
    }
    all >= 4 && small * 5 <= all
}

pub(super) struct Tagger<'a, 't> {
    pub(super) doc: &'a Doc<'t>,
    /// Whether a sentence begins at each token.
    pub(super) starts: &'a TokenSet,
    /// The tokens of lines In Title Case, where a capital tells nothing.
    titled: TokenSet,
    /// One a token; those before the token in hand are decided.
    pub(super) tags: Vec<Tag>,
}

impl Tagger<'_, '_> {
    fn decide(&mut self, i: usize, token: Token) {
        let tag = self.one(i, token);
        if let Some(slot) = self.tags.get_mut(i) {
            *slot = tag;
        }
    }

    fn one(&self, i: usize, token: Token) -> Tag {
        match token.shape {
            // " - " is a dash, "twenty-one" is not.
            Shape::Hyphen if token.gap != Gap::None => Tag::Dash,
            Shape::Hyphen => Tag::Hyphen,
            Shape::Stop if self.abbreviates(i) => Tag::Dot,
            Shape::Stop => Tag::Stop,
            Shape::Possessive => self.possessive(i),
            Shape::Apostrophe
                if token.gap == Gap::None && matches!(self.prev(i), Some(Tag::Noun | Tag::Name)) =>
            {
                Tag::Possessive
            }
            Shape::Quote | Shape::Apostrophe => Tag::Symbol,
            Shape::Colon => Tag::Colon,
            shape if shape.is_word() && !matches!(shape, Shape::Number | Shape::Alnum) => self.word(i, token),
            // A mark that opens a sentence.
            _ => self.tags.get(i).copied().unwrap_or(Tag::Symbol),
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

    fn abbreviates(&self, i: usize) -> bool {
        let next_starts = i + 1 >= self.doc.tokens.len() || self.starts.has(i + 1);
        let glued = self.doc.token(i).is_some_and(|t| t.gap == Gap::None);
        // "Nordvik Inc. said", "R-Mo., said".
        let goes_on = self.doc.tokens.shape(i + 1).is_some_and(|s| s.is_word() || s == Shape::Comma);
        glued && !next_starts && goes_on && self.doc.tokens.str(i) == "."
    }

    /// `’s`: a genitive after nouns, a verb after pronouns.
    fn possessive(&self, i: usize) -> Tag {
        match self.prev(i) {
            Some(Tag::Pronoun | Tag::Relative | Tag::That) => Tag::Auxiliary,
            _ => Tag::Possessive,
        }
    }

    fn word(&self, i: usize, token: Token) -> Tag {
        let capital = match token.shape {
            Shape::Dotted => self.doc.tokens.str(i).starts_with(char::is_uppercase),
            shape => shape.is_capital(),
        };
        // In mid-sentence a capital makes a name: "May", "Will", "the States".
        let starts = capital && (self.starts.has(i) || self.follows_mark(i));
        let titled = capital && self.titled.has(i);
        if capital && !starts && !titled && !I.contains(&self.doc.tokens.atom(i)) {
            return Tag::Name;
        }
        if let Some(tag) = self.closed(i) {
            return tag;
        }
        match self.verb(i) {
            Some(tag) if capital && titled && !starts => {
                let speaks = tag == Tag::Verb && self.doc.is(i, Class::CUE) || tag != Tag::Verb;
                if speaks { tag } else { Tag::Name }
            }
            Some(tag) if !(capital && tag == Tag::Verb && self.next_is_nominal(i)) => tag,
            _ if capital && !(starts && self.is_common(i)) => Tag::Name,
            _ if is_adverb(self.doc, i) => Tag::Adverb,
            _ => Tag::Noun,
        }
    }

    /// Whether a word that opens a sentence is a plain noun: "Polls", "Officials".
    fn is_common(&self, i: usize) -> bool {
        let names = Class::GIVEN_F | Class::GIVEN_M | Class::SURNAME;
        self.doc.is(i, Class::COMMON | Class::GROUP | Class::DOCUMENT) && !self.doc.is(i, names)
    }

    fn follows_mark(&self, i: usize) -> bool {
        let before = i.checked_sub(1).and_then(|b| self.doc.tokens.shape(b));
        let glued = self.doc.token(i).is_some_and(|t| t.gap == Gap::None);
        (glued && matches!(before, Some(Shape::Quote | Shape::Apostrophe)))
            || (before == Some(Shape::Colon) && self.doc.token(i).is_some_and(|t| t.gap != Gap::None))
    }

    /// The tag of a word of a closed class: pronouns, determiners, prepositions, conjunctions, auxiliaries, adverbs.
    fn closed(&self, i: usize) -> Option<Tag> {
        let by_next = |nominal, other| Some(if self.next_is_nominal(i) { nominal } else { other });
        match Closed::of(self.doc.word(i)) {
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
