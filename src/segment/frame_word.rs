//! Words of the frame by what they do there: "photos" are a kind of work in a byline, and what a button counts.

use super::page::Page;
use crate::lexicon::{self, Class, word_set};

word_set! {
    /// What a word can do in the frame: a set.
    pub(super) struct Does of lexicon::PART_WORDS, Class::FRAME {
        /// Opens a byline: "Words by".
        TEXT = "text",
        /// Opens a byline behind another: "photos by".
        PICTURE = "picture",
        /// Names what a contributor did: "editing by".
        WORK = "work",
        /// Is counted: "12 shares".
        COUNTED = "counted",
        /// Asks the reader: "join".
        REQUEST = "request",
        /// Is where the reader shall go: "newsletter".
        CHANNEL = "channel",
        /// Is what a caption calls its picture: "a view of".
        VIEW = "view",
        /// Is what a page calls itself and its readers: "our site".
        PAGE = "page",
        /// Says what changed since the last version: "adds".
        CHANGE = "change",
        /// Tells where in the picture somebody stands: "left".
        SIDE = "side",
    }
}

impl Page<'_> {
    /// Whether token `i` is a word that does one of `does` in the frame.
    pub(super) fn does(&self, i: usize, does: Does) -> bool {
        Does::of(self.words.get(i).copied().unwrap_or_default()).has(does)
    }
}
