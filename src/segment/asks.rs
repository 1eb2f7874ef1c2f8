//! Questions: those of an interview are text, those of a text in questions and answers are headings.

use super::line::{End, Line};
use super::page::Page;
use crate::lexicon::Class;
use crate::text::{Atom, Shape, atom, atoms};

/// A question that is a heading has at most this many words.
const HEADING_WORDS: usize = 20;

/// How the questions of a text are put.
#[derive(Clone, Copy, Debug)]
pub(super) struct Asks {
    /// They speak to someone, who answers in the first person: an interview, whose questions are text.
    pub(super) interview: bool,
    /// Questions with a question word stand alone more than once: a text in questions and answers.
    answers: bool,
}

impl Asks {
    pub(super) fn of(page: &Page<'_>) -> Self {
        /// A question of an interview may be long, but is no essay.
        const LONGEST: usize = 60;
        const SELF: &[Atom] = atoms!["i", "we", "i'm", "i've", "my", "yes", "yeah"];
        let has = |line: &Line, words: &[Atom]| page.any(line.tokens.clone(), words);
        let questions =
            || page.lines.iter().filter(|line| line.end == End::Question && line.words <= LONGEST);
        let to_you = questions().filter(|line| has(line, atoms!["you", "your"])).take(2).count();
        let spoken = |line: &&Line| !line.opens_quote && page.one_of(line.body.start, SELF);
        let first_person = page.lines.iter().filter(spoken).take(2).count();
        let asked = questions().filter(|line| opens_with_word(page, line) && line.words <= HEADING_WORDS);
        Self { interview: to_you >= 2 && first_person >= 2, answers: asked.take(2).count() >= 2 }
    }

    /// Whether a question on a line of its own heads what follows.
    pub(super) fn heads(self, page: &Page<'_>, line: &Line) -> bool {
        let first = line.body.start;
        let modal = page.one_of(first, atoms!["will", "can", "should", "could"]) && line.words <= 12;
        let yes_or_no = modal || page.is(first, Class::AUXILIARY) && self.answers;
        let colon = (first + 1..first + 3).find(|i| page.atom(*i) == atom!(":"));
        // "Q: …", "AH: …", "Ada Holt: …" is asked in an interview.
        let speaker = page.is(first, Class::GIVEN) && page.is_capital(first)
            || matches!(page.shape(first), Some(Shape::Initial)) && colon == Some(first + 1)
            || page.shape(first) == Some(Shape::Upper) && page.str(first).len() <= 3;
        if colon.is_some() && speaker {
            return false;
        }
        let labelled = colon.is_some();
        line.breaks == 0
            && !line.opens_quote
            && !self.interview
            && (opens_with_word(page, line) || yes_or_no || labelled || line.is_shouted())
    }
}

/// The line opens with "what", "who", "how".
pub(super) fn opens_with_word(page: &Page<'_>, line: &Line) -> bool {
    page.one_of(line.body.start, atoms!["what", "who", "where", "when", "why", "how", "which", "whose"])
}
