//! Seams: where two words of a page were glued because the element between them is not in the text
//! ("Ada HoltNews Reporter").

use super::page::Page;
use crate::lexicon::{self, Class};
use crate::text::Shape;

/// Longer words are not two that were glued; looking into them would take long.
const LONGEST: usize = 64;

/// A word that is two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Seam {
    pub(super) token: usize,
    /// The byte in the text at which the second word begins.
    pub(super) at: usize,
    /// The second word begins an outlet's name, not a role.
    pub(super) outlet: bool,
}

/// The seam in token `i` before a role or outlet, where a role follows in the line.
pub(super) fn role(page: &Page<'_>, i: usize) -> Option<Seam> {
    /// "Senior Home Affairs Correspondent".
    const ROLE_WORDS: usize = 4;
    let (word, start) = (page.str(i), page.tokens.get(i)?.start as usize);
    if page.shape(i) != Some(Shape::Mixed) || word.len() > LONGEST {
        return None;
    }
    let cut = first_seam(word)?;
    // "McDonald", "DeSouza", "LaRose" are whole.
    let head = word.get(..cut)?;
    if matches!(head, "Mc" | "Mac" | "Fitz") || lexicon::look_up(head).is(Class::PARTICLE) {
        return None;
    }
    let entry = lexicon::look_up(word.get(cut..)?);
    let ahead = (i + 1..i + 1 + ROLE_WORDS)
        .take_while(|k| page.shape(*k).is_some_and(Shape::is_word))
        .any(|k| page.is(k, Class::ROLE));
    let outlet = entry.is(Class::AGENCY) && !ahead;
    (outlet || entry.is(Class::ROLE) || entry.is(Class::COMMON) && ahead).then_some(Seam {
        token: i,
        at: start + cut,
        outlet,
    })
}

/// The first capital after a small letter.
fn first_seam(word: &str) -> Option<usize> {
    let mut small = false;
    for (k, c) in word.char_indices() {
        if small && c.is_uppercase() {
            return Some(k);
        }
        small = c.is_lowercase();
    }
    None
}
