//! What a token is alone, whatever stands around it: the first of the two passes of [`tag`](super::tagger).
//!
//! Two tokens in three need no more. Every token is asked, so its shape and its word are looked up, and no branch is taken:
//! a branch each for marks, capitals and listed words was guessed wrong twice a token.

use once_cell::sync::Lazy;

use super::closed::Closed;
use super::tag::Tag;
use super::verb_tag::Form;
use crate::doc::Doc;
use crate::lexicon::{self, Class, Entry};
use crate::text::{Shape, Shapes, Token};

/// One tag a token; [`Tag::Undecided`] where its neighbours must tell.
pub(super) fn tags(doc: &Doc<'_>) -> Vec<Tag> {
    let rows = ROWS.as_slice();
    let tag = |(token, word): (&Token, &Entry)| tag(*token, *word, rows);
    doc.tokens.as_slice().iter().zip(&doc.words).map(tag).collect()
}

#[inline]
fn tag(token: Token, word: Entry, rows: &[Tag]) -> Tag {
    let own = token.shape as usize | usize::from(token.apostrophe) << APOSTROPHE;
    let listed = (word.number as usize).wrapping_add(SHAPES.len());
    let row = if SMALL.has(token.shape) { listed } else { own };
    rows.get(row).copied().unwrap_or(Tag::Undecided)
}

/// Behind the rows of the shapes, a power of two of them, stand those of words with an apostrophe.
const APOSTROPHE: usize = 5;

/// The shapes of small words, whose row is that of the word.
const SMALL: Shapes = Shapes::of(&[Shape::Lower, Shape::Camel]);

/// What each shape tells. In mid-sentence a capital makes a name: "May", "Will", "the States"; of words behind a quotation
/// mark or a colon the second pass knows more, and of "I" and "I’m", which have their capital everywhere.
#[allow(clippy::indexing_slicing, reason = "evaluated by the compiler")]
const SHAPES: [Tag; 2 << APOSTROPHE] = {
    let mut tags = [Tag::Undecided; 2 << APOSTROPHE];
    tags[Shape::Title as usize] = Tag::Name;
    tags[Shape::Upper as usize] = Tag::Name;
    tags[Shape::Mixed as usize] = Tag::Name;
    tags[Shape::Number as usize] = Tag::Number;
    tags[Shape::Alnum as usize] = Tag::Number;
    tags[Shape::Comma as usize] = Tag::Comma;
    tags[Shape::Semicolon as usize] = Tag::Semicolon;
    tags[Shape::Dash as usize] = Tag::Dash;
    tags[Shape::Open as usize] = Tag::Open;
    tags[Shape::Close as usize] = Tag::Close;
    tags[Shape::Symbol as usize] = Tag::Symbol;
    tags[Shape::Quote as usize] = Tag::Symbol;
    tags[Shape::Colon as usize] = Tag::Colon;
    tags[Shape::Stop as usize] = Tag::Stop;
    tags
};

/// A row a shape, then one for the words in no list, then one a listed word, by its number.
static ROWS: Lazy<Vec<Tag>> = Lazy::new(|| {
    let decided = |word: &Alone| if let Alone::Tag(tag) = word { *tag } else { Tag::Undecided };
    SHAPES.into_iter().chain(WORDS.iter().map(decided)).collect()
});

/// What a small word tells alone.
#[derive(Clone, Copy, Debug)]
pub(super) enum Alone {
    /// Its tag.
    Tag(Tag),
    /// That it is of a closed class, and its neighbours tell which.
    Closed,
    /// That it is a noun or the form of a verb: saying, a past or a participle, one in -s, the base.
    Ing,
    Past,
    Third,
    Base,
    /// Nothing but by its ending, which may be that of a past or an adverb.
    Ending,
}

/// One a listed word, by its number; the first for the words in no list.
static WORDS: Lazy<Vec<Alone>> = Lazy::new(|| {
    let listed = lexicon::entries().iter().skip(1).map(|word| Alone::read(*word));
    std::iter::once(Alone::Ending).chain(listed).collect()
});

/// What words tell alone, by their numbers; the first is that of the words in no list.
pub(super) fn words() -> &'static [Alone] {
    &WORDS
}

impl Alone {
    fn read(word: Entry) -> Self {
        match (Closed::of(word), Form::of(word, false)) {
            (Closed::Tag(tag), _) => Self::Tag(tag),
            (Closed::Not, _) if word.inflected && !word.is(Class::VERB_PAST) => Self::Ending,
            (Closed::Not, Some(Form::Ing)) => Self::Ing,
            (Closed::Not, Some(Form::Past)) => Self::Past,
            (Closed::Not, Some(Form::Third)) => Self::Third,
            (Closed::Not, Some(Form::Base)) => Self::Base,
            (Closed::Not, None) => Self::Tag(Tag::Noun),
            _ => Self::Closed,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{ROWS, Tag, tag};
    use crate::lexicon::look_up;
    use crate::text::{Shape, Tokens};

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
            (Shape::Initial, "I", Tag::Undecided),
            (Shape::Title, "I’m", Tag::Undecided),
            (Shape::Number, "1990", Tag::Number),
            (Shape::Comma, ",", Tag::Comma),
            (Shape::Stop, ".", Tag::Stop),
        ] {
            let tokens = Tokens::new(word);
            assert_eq!(tokens.shape(0), Some(shape), "{word}");
            assert_eq!(tag(tokens.get(0).unwrap(), look_up(word), &ROWS), want, "{word}");
        }
    }
}
