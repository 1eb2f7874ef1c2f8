//! Verbs among the [tags](super::tag): which words of the verb lists are verbs where they stand.
//!
//! A form that is noun or verb ("plans", "report") is what the words beside it make of it: a governor that calls for
//! a verb, a subject before it, or, for verbs of saying, a content behind it.

use super::tag::Tag;
use super::tagger::{Tagger, ends};
use crate::doc::Doc;
use crate::lexicon::{Class, Entry};
use crate::text::{Atom, Gap, Shape, atom, atoms};

/// What form of a verb a word can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Ing,
    /// A past or a participle.
    Past,
    /// In -s.
    Third,
    Base,
}

impl Form {
    /// The form of a word that is on a verb list, or else `past`: looks like a past.
    pub(super) fn of(word: Entry, past: bool) -> Option<Self> {
        let noun = word.is(Class::VERB_BASE) && word.is(Class::VERB_NOUN);
        match () {
            () if word.is(Class::VERB_ING) => Some(Self::Ing),
            () if (past || word.is(Class::VERB_PAST)) && !noun => Some(Self::Past),
            () if word.is(Class::VERB_S) => Some(Self::Third),
            () if word.is(Class::VERB_BASE) => Some(Self::Base),
            () => None,
        }
    }
}

impl Tagger<'_, '_> {
    /// The tag of a word that can be a form of a verb; nothing where it is a noun here.
    pub(super) fn verb(&self, i: usize, form: Form) -> Option<Tag> {
        match form {
            Form::Ing => self.ing(i),
            Form::Past => self.past(i),
            Form::Third => self.third_person(i),
            Form::Base => self.base(i),
        }
    }

    /// Whether token `i` stands where a noun does: "the calls", "four calls".
    fn is_nominal(&self, i: usize) -> bool {
        matches!(self.prev(i), Some(Tag::Determiner | Tag::Possessive | Tag::Number | Tag::Hyphen))
    }

    pub(super) fn ing(&self, i: usize) -> Option<Tag> {
        (!self.is_nominal(i) && !self.is_office(i) && !self.is_occasion(i)).then_some(Tag::Ing)
    }

    /// "Managing director Ida Holm": the participle belongs to the office.
    fn is_office(&self, i: usize) -> bool {
        self.doc.is(i, Class::QUALIFIER) && self.doc.is(i + 1, Class::SPEAKER_ROLE | Class::OCCUPATION)
    }

    /// "a news briefing that", "at a court hearing in Oslo": where things are said, named by two nouns.
    fn is_occasion(&self, i: usize) -> bool {
        let article = i.checked_sub(2).and_then(|at| self.tags.get(at)) == Some(&Tag::Determiner);
        let object = Class::DETERMINER | Class::PRONOUN | Class::GROUP;
        self.doc.is(i, Class::MEDIUM)
            && self.prev(i) == Some(Tag::Noun)
            && article
            && !atoms!["last", "next"].contains(&self.governing_word(i))
            && (!self.doc.is(i + 1, object) || self.doc.tokens.atom(i + 1) == atom!("that"))
            && !self.doc.tokens.shape(i + 1).is_some_and(Shape::is_capital)
    }

    /// Whether what stands at `i` can begin what is said.
    fn begins_content(&self, i: usize) -> bool {
        let closed = Class::DETERMINER | Class::PRONOUN | Class::PREPOSITION;
        self.doc.is(i, closed)
            || self.doc.tokens.shape(i).is_some_and(|s| s.is_capital() || s == Shape::Number)
            || self.opens_mark(i)
            || self.doc.tokens.atom(i) == atom!("there")
    }

    /// Whether token `i` is a mark that can open speech; a straight single one has a blank before it.
    fn opens_mark(&self, i: usize) -> bool {
        self.doc
            .token(i)
            .is_some_and(|t| t.shape == Shape::Quote || t.shape == Shape::Apostrophe && t.gap != Gap::None)
    }

    /// Whether the word at `i`, which no noun is spelt like, is a verb of saying before what is said.
    fn speaks(&self, i: usize) -> bool {
        let follows = self.begins_content(i + 1) || self.doc.tokens.shape(i + 1) == Some(Shape::Colon);
        self.doc.is(i, Class::CUE) && !self.doc.is(i, Class::VERB_NOUN) && follows
    }

    pub(super) fn past(&self, i: usize) -> Option<Tag> {
        match self.governor(i) {
            Some(Tag::Auxiliary) => Some(Tag::Participle),
            // "Four in 10 said they were": a number can speak.
            Some(Tag::Number) if self.doc.is(i, Class::CUE) && self.begins_content(i + 1) => Some(Tag::Verb),
            _ if self.is_nominal(i) => None,
            Some(Tag::Preposition) => None,
            // "the plan proposed by": but "she said by telephone".
            Some(Tag::Noun | Tag::Comma | Tag::Close) if self.doc.tokens.atom(i + 1) == atom!("by") => {
                Some(Tag::Participle)
            }
            _ => Some(Tag::Verb),
        }
    }

    pub(super) fn third_person(&self, i: usize) -> Option<Tag> {
        if self.is_nominal(i) || matches!(self.governor(i), Some(Tag::Preposition | Tag::Auxiliary)) {
            return None;
        }
        // "announced plans to": beside a verb it is the object.
        let object = matches!(self.prev(i), Some(Tag::Verb | Tag::Infinitive | Tag::Ing));
        if object && self.doc.is(i, Class::VERB_NOUN) {
            return None;
        }
        // "Figures to be published today show": no statement opens with its verb.
        let says = self.doc.is(i, Class::CUE) && !self.doc.is(i, Class::VERB_NOUN);
        if self.starts.has(i) && !says {
            return None;
        }
        if !self.doc.is(i, Class::VERB_NOUN) {
            return Some(Tag::Verb);
        }
        // "The company plans to", "she hopes that"; but "tax plans were", "peace calls from".
        let after = i + 1;
        let relative = || atoms!["who", "whom", "whose", "which"].contains(&self.doc.tokens.atom(after));
        let follows = self.doc.is(after, Class::DETERMINER | Class::PRONOUN) && !relative()
            || self.doc.tokens.atom(after) == atom!("to") && self.next_is_infinitive(after)
            || self.doc.tokens.shape(after).is_some_and(Shape::is_capital)
            || self.doc.tokens.shape(after) == Some(Shape::Colon)
            || self.opens_mark(after)
            // "A poll in May shows 68 % of voters".
            || self.doc.tokens.shape(after) == Some(Shape::Number) && self.doc.is(i, Class::CUE)
            || self.doc.tokens.shape(after) == Some(Shape::Comma) && self.opens_mark(after + 1);
        let subject = matches!(self.prev(i), Some(Tag::Pronoun | Tag::Relative | Tag::Adverb | Tag::That));
        let speaker = Class::DOCUMENT | Class::SPEAKER_ROLE | Class::GROUP;
        let spoken = i.checked_sub(1).is_some_and(|b| self.doc.is(b, speaker));
        let ends = self.doc.is(after, Class::PREPOSITION | Class::AUXILIARY | Class::CONJUNCTION)
            || !self.doc.tokens.shape(after).is_some_and(Shape::is_word);
        (subject || follows || spoken && !ends && self.doc.is(i, Class::CUE)).then_some(Tag::Verb)
    }

    /// Whether the noun before token `i` is plural: "aides", "the men", but not "a news report".
    fn is_plural(&self, i: usize) -> bool {
        let Some(noun) = self.governing(i) else { return false };
        if atoms!["people", "women", "men", "police"].contains(&self.governing_word(i)) {
            return true;
        }
        let one = |at: usize| {
            self.tags.get(at) == Some(&Tag::Determiner)
                && atoms!["a", "an", "this", "each", "every"].contains(&self.doc.tokens.atom(at))
        };
        self.doc.tokens.ending(noun)[1] == b's' && !(noun.saturating_sub(2)..noun).any(one)
    }

    pub(super) fn base(&self, i: usize) -> Option<Tag> {
        // "sources close to the firm": an adjective.
        if self.doc.tokens.atom(i) == atom!("close") && self.doc.tokens.atom(i + 1) == atom!("to") {
            return None;
        }
        match self.governor(i) {
            Some(Tag::To) => return Some(Tag::Infinitive),
            Some(Tag::Auxiliary) if !is_be_or_have(self.governing_word(i)) => return Some(Tag::Infinitive),
            Some(Tag::Preposition | Tag::Auxiliary) => return None,
            // "Four in 10 say they were".
            Some(Tag::Number) if self.speaks(i) => return Some(Tag::Verb),
            _ if self.is_nominal(i) => return None,
            // "The bank forecast that": past forms that are spelt like the base.
            _ if self.doc.is(i, Class::VERB_PAST) && self.doc.tokens.atom(i + 1) == atom!("that") => {
                return Some(Tag::Verb);
            }
            // "The minister hit back".
            Some(Tag::Name | Tag::Noun)
                if self.doc.is(i, Class::VERB_PAST) && self.doc.tokens.atom(i + 1) == atom!("back") =>
            {
                return Some(Tag::Verb);
            }
            _ => {}
        }
        let plural = match self.governor(i) {
            Some(Tag::Pronoun) => !atoms!["he", "she", "it"].contains(&self.governing_word(i)),
            // "Those whose claim fails": the noun that is owned.
            Some(Tag::Relative) => self.governing_word(i) != atom!("whose"),
            Some(Tag::Noun) if self.is_plural(i) => true,
            // "organizers in Oslo say", "aides close to the campaign say", "26 % say", "those polled say": no noun is
            // spelt so.
            Some(
                Tag::Name | Tag::Noun | Tag::Comma | Tag::Dash | Tag::Symbol | Tag::Participle | Tag::Verb,
            ) => self.speaks(i),
            Some(Tag::Conjunction | Tag::Object | Tag::Close) => !self.doc.is(i, Class::VERB_NOUN),
            _ => false,
        };
        plural.then_some(Tag::Verb)
    }
}

/// Words in -ed that are no verbs.
const NO_PASTS: &[Atom] = atoms![
    "hundred", "indeed", "speed", "greed", "breed", "exceed", "proceed", "succeed", "united", "sacred",
    "naked", "hatred", "kindred", "weed",
];

/// A past form that the lists do not know: small, in -ed.
pub(super) fn looks_past(doc: &Doc<'_>, i: usize) -> bool {
    ends(doc, i, *b"ed")
        && doc
            .token(i)
            .is_some_and(|token| matches!(token.shape, Shape::Lower | Shape::Camel) && token.span().len() > 4)
        // "undocumented", "unmoved": adjectives; the verbs of this form are listed.
        && !doc.tokens.str(i).starts_with("un")
        && !NO_PASTS.contains(&doc.tokens.atom(i))
}

fn is_be_or_have(word: Atom) -> bool {
    atoms![
        "am", "are", "aren't", "be", "been", "being", "had", "hadn't", "has", "hasn't", "have", "haven't",
        "is", "isn't", "was", "wasn't", "were", "weren't",
    ]
    .contains(&word)
}
