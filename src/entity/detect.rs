//! Candidates: every stretch of the content that may be a name, with what is seen of it.

use std::ops::Range;

use crate::segment::PartKind;
use crate::text::Shape;

use super::read::Reader;
use super::signal::Signals;
use super::split::{Candidate, Splitter};

/// The candidates of all content, in the order of the text.
pub(super) fn candidates(reader: Reader<'_, '_>) -> Vec<Candidate> {
    let mut out = Vec::new();
    for (at, sentence) in reader.doc.sentences.iter().enumerate() {
        let kind = reader.doc.parts.get(sentence.part).map(|part| part.kind);
        if !kind.is_some_and(|kind| kind.is_content() || kind == PartKind::Unknown) {
            continue;
        }
        let tokens = sentence.tokens.clone();
        let loud = is_loud(reader, tokens.clone());
        let first =
            tokens.clone().find(|i| reader.shape(*i).is_some_and(Shape::is_word)).unwrap_or(tokens.start);
        let mut splitter = Splitter { reader, sentence: at, first, loud, out: &mut out };
        for run in reader.runs(tokens) {
            splitter.split(run);
        }
    }
    out
}

/// What is seen of each candidate.
pub(super) fn observe(reader: Reader<'_, '_>, found: &[Candidate]) -> Vec<Signals> {
    let look = |c: &Candidate| {
        let mut signals = Signals::default();
        reader.observe_own(c, &mut signals);
        reader.observe_context(c, &mut signals);
        signals
    };
    found.iter().map(look).collect()
}

/// Whether nearly every long word of the sentence has a capital, so that capitals tell no names. Five long
/// words at least: a caption such as "Ola Dahl, Oslo" is no headline.
fn is_loud(reader: Reader<'_, '_>, tokens: Range<usize>) -> bool {
    let (mut long, mut capital) = (0_usize, 0_usize);
    for i in tokens {
        if reader.shape(i).is_some_and(Shape::is_word) && reader.str(i).len() >= 4 {
            long = long.saturating_add(1);
            capital = capital.saturating_add(usize::from(reader.capital(i)));
        }
    }
    long >= 5 && capital.saturating_mul(10) >= long.saturating_mul(9)
}
