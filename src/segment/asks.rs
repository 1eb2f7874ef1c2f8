//! Questions: those of an interview are text, those of a text in questions and answers are headings.

use super::line::{End, Line};
use super::page::Page;
use crate::lexicon::Class;

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
        const SELF: &[&str] = &["I", "we", "I'm", "I've", "my", "yes", "yeah"];
        let has = |line: &Line, words: &[&str]| line.tokens.clone().any(|i| is_any(page, i, words));
        let questions =
            || page.lines.iter().filter(|line| line.end == End::Question && line.words <= LONGEST);
        let to_you = questions().filter(|line| has(line, &["you", "your"])).take(2).count();
        let spoken = |line: &&Line| !line.opens_quote && is_any(page, line.body.start, SELF);
        let first_person = page.lines.iter().filter(spoken).take(2).count();
        let asked = questions().filter(|line| opens_with_word(page, line) && line.words <= HEADING_WORDS);
        Self { interview: to_you >= 2 && first_person >= 2, answers: asked.take(2).count() >= 2 }
    }

    /// Whether a question on a line of its own heads what follows.
    pub(super) fn heads(self, page: &Page<'_>, line: &Line) -> bool {
        let first = line.body.start;
        let modal = is_any(page, first, &["will", "can", "should", "could"]) && line.words <= 12;
        let yes_or_no = modal || page.is(first, Class::AUXILIARY) && self.answers;
        let labelled = page.str(first + 1) == ":" || page.str(first + 2) == ":";
        line.breaks == 0
            && !line.opens_quote
            && !self.interview
            && (opens_with_word(page, line) || yes_or_no || labelled || line.is_shouted())
    }
}

fn is_any(page: &Page<'_>, i: usize, words: &[&str]) -> bool {
    words.iter().any(|word| page.tokens.is(i, word))
}

/// The line opens with "what", "who", "how".
pub(super) fn opens_with_word(page: &Page<'_>, line: &Line) -> bool {
    is_any(page, line.body.start, &["what", "who", "where", "when", "why", "how", "which", "whose"])
}
