//! What the first stages leave for the later ones: one text, read once.

use std::ops::Range;

use chrono::NaiveDate;

use crate::gazetteer::{Gazetteer, Hit};
use crate::lexicon::{self, Class, Entry};
use crate::segment::{self, Part, PartKind};
use crate::span::Span;
use crate::text::{Gap, Token, Tokens, sentence};

/// A text with its tokens, word classes, names, parts and sentences.
///
/// Every field is filled once, in the order of the stages; nothing changes afterwards.
///
/// A stage asks what is cheap first. What a token is, in order of price:
///
/// - its shape: `doc.tokens.shape(i)`;
/// - the classes of its word: `doc.is(i, Class::CUE | Class::TITLE)`, one mask for any number of lists;
/// - which word it is: `doc.tokens.atom(i) == atom!("said")`, `atoms!["or", "nor"].contains(&doc.tokens.atom(i))`.
///   Equal atoms are equal folded words, so two tokens are compared, and names are keys, without a string;
/// - what a stage knows of a listed word: `column.get(doc.word(i))`, an index into the stage's own
///   [`Column`](crate::lexicon::Column).
///
/// The text of a token, `doc.tokens.str(i)`, is for what goes into a result. Rules start from rare tokens: walk
/// `doc.words` or the tokens once, and run a rule only at those that have its class or shape.
#[derive(Debug)]
pub(crate) struct Doc<'t> {
    pub(crate) text: &'t str,
    pub(crate) tokens: Tokens<'t>,
    /// One entry a token.
    pub(crate) words: Vec<Entry>,
    pub(crate) gazetteer: Gazetteer,
    /// Listed names, sorted, disjoint.
    pub(crate) hits: Vec<Hit>,
    /// Parts, sorted, disjoint.
    pub(crate) parts: Vec<Part>,
    /// The tokens of each part.
    pub(crate) part_tokens: Vec<Range<usize>>,
    /// Sentences, sorted, each within one part; a dateline is in none.
    pub(crate) sentences: Vec<Sentence>,
    /// The publication date that the caller gave.
    pub(crate) published: Option<NaiveDate>,
}

/// A sentence: a run of tokens inside one part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sentence {
    pub(crate) tokens: Range<usize>,
    pub(crate) part: usize,
}

/// The sentences of each part.
#[inline(never)] // a stage: counted by its name in benches/cost
fn sentences(tokens: &Tokens<'_>, parts: &[Part], part_tokens: &[Range<usize>]) -> Vec<Sentence> {
    // News has a sentence every twenty tokens.
    let mut sentences = Vec::with_capacity(tokens.len() / 16 + parts.len());
    for (part, range) in part_tokens.iter().enumerate() {
        // A dateline belongs to no sentence: the first one starts after its separator.
        let dateline = parts.get(part).and_then(|part| part.dateline.as_ref());
        let mut from = dateline.map_or(range.start, |dateline| tokens.first_at(dateline.span.end));
        // Each line of a byline is a sentence: "Ada Holt" over "Political Editor" is no name of four words.
        if parts.get(part).is_some_and(|part| part.kind == PartKind::Byline) {
            let opens_line = |i: &usize| tokens.get(*i).is_some_and(|token| token.gap >= Gap::Line);
            for line in (range.start + 1..range.end).filter(opens_line) {
                sentences.push(Sentence { tokens: from..line, part });
                from = line;
            }
        }
        let cut = sentence::split(tokens, from..range.end);
        sentences.extend(cut.map(|tokens| Sentence { tokens, part }));
    }
    sentences
}

impl<'t> Doc<'t> {
    /// Reads `text` up to its sentences.
    pub(crate) fn read(text: &'t str, published: Option<NaiveDate>, gazetteer: &Gazetteer) -> Self {
        let tokens = Tokens::new(text);
        let words = lexicon::tag(&tokens);
        let hits = gazetteer.scan(&tokens, published);
        let parts = segment::find(&tokens, &words, &hits, gazetteer);
        let part_tokens: Vec<_> = parts.iter().map(|part| tokens.within(part.span)).collect();
        let sentences = sentences(&tokens, &parts, &part_tokens);
        Self {
            text,
            tokens,
            words,
            gazetteer: gazetteer.clone(),
            hits,
            parts,
            part_tokens,
            sentences,
            published,
        }
    }

    pub(crate) fn token(&self, i: usize) -> Option<Token> {
        self.tokens.get(i)
    }

    /// What the lists know of token `i`.
    #[inline]
    pub(crate) fn word(&self, i: usize) -> Entry {
        self.words.get(i).copied().unwrap_or_default()
    }

    /// Whether token `i` is of any class of `class`.
    #[inline]
    pub(crate) fn is(&self, i: usize, class: Class) -> bool {
        self.words.get(i).is_some_and(|entry| entry.is(class))
    }

    pub(crate) fn span(&self, tokens: Range<usize>) -> Span {
        self.tokens.span(tokens.start, tokens.end)
    }

    /// The text under a span; nothing where it does not fit.
    pub(crate) fn str(&self, span: Span) -> &'t str {
        span.of(self.text).unwrap_or("")
    }
}
