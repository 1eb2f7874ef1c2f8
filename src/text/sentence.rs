//! Sentences: where a stop ends one and where it does not.
//!
//! Works inside one run of tokens (a part of the article), so that no sentence crosses a line of
//! another kind. Closing marks and brackets after the stop belong to the sentence that they close.

use std::ops::Range;

use super::fold::Folded;
use super::{Shape, Tokens};

/// Abbreviations, folded and sorted, whose full stop does not end a sentence when a word follows.
const ABBREVIATIONS: &[&str] = &[
    "adm", "apr", "aug", "ave", "blvd", "brig", "capt", "cmdr", "co", "col", "corp", "cpl", "dec", "dept",
    "dr", "est", "etc", "feb", "fr", "ft", "gen", "gov", "hon", "inc", "jan", "jr", "jul", "jun", "lt",
    "ltd", "maj", "mar", "messrs", "mr", "mrs", "ms", "mt", "no", "nov", "oct", "op", "pfc", "prof", "pvt",
    "rd", "rep", "reps", "rev", "sen", "sens", "sep", "sept", "sgt", "sr", "st", "supt", "vs",
];

/// Abbreviations that also end names: a capital after them decides nothing, so the words that open
/// sentences do.
const TAIL_ABBREVIATIONS: &[&str] = &["co", "corp", "etc", "inc", "jr", "ltd", "no", "sr"];

/// Words that open a sentence after a dotted abbreviation ("… in the U.S. The minister …").
const OPENERS: &[&str] = &[
    "a", "after", "all", "an", "and", "as", "at", "but", "for", "he", "her", "his", "i", "if", "in", "it",
    "its", "most", "no", "on", "one", "she", "so", "some", "that", "the", "their", "there", "these", "they",
    "this", "those", "we", "what", "when", "while", "with", "you",
];

/// Cuts the tokens of `range` into sentences, in order, without gaps.
pub(crate) fn split(tokens: &Tokens<'_>, range: Range<usize>) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let (mut from, mut at) = (range.start, range.start);
    while at < range.end {
        at += 1;
        if !ends_at(tokens, at - 1, &range) {
            continue;
        }
        while at < range.end && closes(tokens, at) {
            at += 1;
        }
        if starts_at(tokens, at, &range) {
            out.push(from..at);
            from = at;
        }
    }
    if from < range.end {
        out.push(from..range.end);
    }
    out
}

/// Whether token `i` is a stop that can end a sentence.
fn ends_at(tokens: &Tokens<'_>, i: usize, range: &Range<usize>) -> bool {
    match tokens.shape(i) {
        Some(Shape::Stop) => !tokens.str(i).starts_with('.') || !abbreviates(tokens, i, range),
        Some(Shape::Dotted) => tokens.str(i).ends_with('.') && opens(tokens, after_closers(tokens, i + 1)),
        _ => false,
    }
}

/// Whether the full stop at `i` only marks the abbreviation before it.
fn abbreviates(tokens: &Tokens<'_>, i: usize, range: &Range<usize>) -> bool {
    let Some(before) = i.checked_sub(1).filter(|b| *b >= range.start) else { return false };
    if tokens.get(i).is_none_or(|t| t.gap != super::Gap::None) || tokens.str(i).len() > 1 {
        return false;
    }
    match tokens.shape(before) {
        // "J. Ruud", but "vitamin C. The …".
        Some(Shape::Initial) => tokens.str(before) != "I" && !opens(tokens, i + 1),
        Some(Shape::Title | Shape::Lower | Shape::Upper) => {
            listed(ABBREVIATIONS, tokens.str(before))
                && !(listed(TAIL_ABBREVIATIONS, tokens.str(before)) && opens(tokens, i + 1))
        }
        _ => false,
    }
}

fn after_closers(tokens: &Tokens<'_>, mut i: usize) -> usize {
    while closes(tokens, i) {
        i += 1;
    }
    i
}

/// A closing mark that hangs on the word before it.
fn closes(tokens: &Tokens<'_>, i: usize) -> bool {
    tokens.get(i).is_some_and(|t| {
        t.gap == super::Gap::None
            && matches!(t.shape, Shape::Quote | Shape::Close | Shape::Apostrophe | Shape::Stop)
    })
}

/// Whether a sentence can begin at token `i`.
fn starts_at(tokens: &Tokens<'_>, i: usize, range: &Range<usize>) -> bool {
    if i >= range.end {
        return true;
    }
    let Some(token) = tokens.get(i) else { return true };
    match token.shape {
        // "… 3.5 million"; ".com": no white space, no new sentence.
        _ if token.gap == super::Gap::None => false,
        Shape::Lower => false,
        Shape::Camel | Shape::Quote | Shape::Apostrophe | Shape::Open | Shape::Dash | Shape::Symbol => true,
        shape => shape.is_word(),
    }
}

/// Whether token `i` is a capitalised word that typically opens a sentence, or an opening mark.
fn opens(tokens: &Tokens<'_>, i: usize) -> bool {
    match tokens.shape(i) {
        None => true,
        Some(Shape::Title | Shape::Initial) => listed(OPENERS, tokens.str(i)),
        Some(Shape::Quote) => tokens.get(i).is_some_and(|t| t.gap != super::Gap::None),
        _ => false,
    }
}

fn listed(list: &[&str], word: &str) -> bool {
    Folded::new(word).is_some_and(|f| list.binary_search_by(|w| w.as_bytes().cmp(f.as_bytes())).is_ok())
}

#[cfg(test)]
mod tests {
    use super::{ABBREVIATIONS, OPENERS, TAIL_ABBREVIATIONS, Tokens, split};

    #[test]
    fn lists_are_sorted() {
        for list in [ABBREVIATIONS, TAIL_ABBREVIATIONS, OPENERS] {
            assert!(list.windows(2).all(|w| w[0] < w[1]), "{list:?}");
        }
    }

    #[test]
    fn sentences() {
        for (text, want) in [
            ("It rained. It poured.", vec!["It rained.", "It poured."]),
            ("Gen. Aro met Mr. Lind. They spoke.", vec!["Gen. Aro met Mr. Lind.", "They spoke."]),
            (
                "He left the U.S. in May. Then he returned to the U.S. The court ruled.",
                vec!["He left the U.S. in May.", "Then he returned to the U.S.", "The court ruled."],
            ),
            ("“We won.” She smiled.", vec!["“We won.”", "She smiled."]),
            ("“We won!” she said. “Go.”", vec!["“We won!” she said.", "“Go.”"]),
            ("It rose 3.5 percent. Lind Corp. fell.", vec!["It rose 3.5 percent.", "Lind Corp. fell."]),
            (
                "J. K. Aro works at Lind Inc. He lives there.",
                vec!["J. K. Aro works at Lind Inc.", "He lives there."],
            ),
            ("Wait... what? Yes.", vec!["Wait... what?", "Yes."]),
            ("No stop", vec!["No stop"]),
        ] {
            let tokens = Tokens::new(text);
            let got: Vec<_> = split(&tokens, 0..tokens.len())
                .into_iter()
                .map(|r| &text[tokens.span(r.start, r.end)])
                .collect();
            assert_eq!(got, want);
        }
    }
}
