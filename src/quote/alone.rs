//! What a token is alone, whatever stands around it: the first of the two passes of [`tag`](super::tagger).
//!
//! Two tokens in three need no more. Every token is asked, so its shape and its word are looked up, and no branch is taken:
//! a branch each for marks, capitals and listed words was guessed wrong twice a token.

use once_cell::sync::Lazy;

use super::closed::Closed;
use super::tag::Tag;
use crate::doc::Doc;
use crate::lexicon::{self, Class, Entry};
use crate::text::{Shape, Token};

/// One tag a token; [`Tag::Undecided`] where its neighbours must tell.
pub(super) fn tags(doc: &Doc<'_>) -> Vec<Tag> {
    let rows = ROWS.as_slice();
    let tag = |(token, word): (&Token, &Entry)| tag(token.shape, *word, rows);
    doc.tokens.as_slice().iter().zip(&doc.words).map(tag).collect()
}

#[inline]
fn tag(shape: Shape, word: Entry, rows: &[Tag]) -> Tag {
    let small = SMALL.get(shape as usize).copied().unwrap_or_default();
    let row = shape as usize & !small | (word.number as usize).wrapping_add(Shape::COUNT) & small;
    let tag = rows.get(row).copied().unwrap_or(Tag::Undecided);
    // "I" has its capital everywhere.
    if (tag == Tag::Name) & word.is(Class::PRONOUN) { Tag::Undecided } else { tag }
}

/// All ones for the shapes of small words, whose row is that of the word; no ones for those that have rows of their own.
#[allow(clippy::indexing_slicing, reason = "evaluated by the compiler")]
const SMALL: [usize; Shape::COUNT] = {
    let mut small = [0; Shape::COUNT];
    small[Shape::Lower as usize] = usize::MAX;
    small[Shape::Camel as usize] = usize::MAX;
    small
};

/// What each shape tells. In mid-sentence a capital makes a name: "May", "Will", "the States"; of words behind a quotation
/// mark or a colon the second pass knows more.
#[allow(clippy::indexing_slicing, reason = "evaluated by the compiler")]
const SHAPES: [Tag; Shape::COUNT] = {
    let mut tags = [Tag::Undecided; Shape::COUNT];
    tags[Shape::Title as usize] = Tag::Name;
    tags[Shape::Upper as usize] = Tag::Name;
    tags[Shape::Initial as usize] = Tag::Name;
    tags[Shape::Mixed as usize] = Tag::Name;
    tags[Shape::Number as usize] = Tag::Number;
    tags[Shape::Alnum as usize] = Tag::Number;
    tags[Shape::Comma as usize] = Tag::Comma;
    tags[Shape::Semicolon as usize] = Tag::Semicolon;
    tags[Shape::Dash as usize] = Tag::Dash;
    tags[Shape::Open as usize] = Tag::Open;
    tags[Shape::Close as usize] = Tag::Close;
    tags[Shape::Symbol as usize] = Tag::Symbol;
    tags
};

/// A row a shape, then one for the words in no list, then one a listed word, by its number.
static ROWS: Lazy<Vec<Tag>> = Lazy::new(|| {
    let listed = lexicon::entries().iter().skip(1).map(|word| listed(*word));
    SHAPES.into_iter().chain([Tag::Undecided]).chain(listed).collect()
});

/// A listed word, small: of a closed class, or a noun; forms of verbs may be either, and adverbs are told by their ending.
fn listed(word: Entry) -> Tag {
    let verb = word.is(Class::VERB_BASE | Class::VERB_S | Class::VERB_PAST | Class::VERB_ING);
    match Closed::of(word) {
        Closed::Tag(tag) => tag,
        Closed::Not if !(verb || word.inflected) => Tag::Noun,
        _ => Tag::Undecided,
    }
}

#[cfg(test)]
mod tests {
    use super::{ROWS, Tag, tag};
    use crate::lexicon::look_up;
    use crate::text::Shape;

    #[test]
    fn a_token_alone() {
        for (shape, word, want) in [
            (Shape::Lower, "harbour", Tag::Noun),
            (Shape::Lower, "during", Tag::Preposition),
            (Shape::Lower, "plans", Tag::Undecided),
            (Shape::Lower, "early", Tag::Undecided),
            (Shape::Lower, "many", Tag::Undecided),
            (Shape::Lower, "xyzzed", Tag::Undecided),
            (Shape::Title, "During", Tag::Name),
            (Shape::Title, "Xyzzed", Tag::Name),
            (Shape::Title, "I’m", Tag::Undecided),
            (Shape::Number, "1990", Tag::Number),
            (Shape::Comma, ",", Tag::Comma),
            (Shape::Stop, ".", Tag::Undecided),
        ] {
            assert_eq!(tag(shape, look_up(word), &ROWS), want, "{word}");
        }
    }
}
