//! Sentences: where a stop ends one and where it does not.
//!
//! Works inside one run of tokens (a part of the article), so that no sentence crosses a line of
//! another kind. Closing marks and brackets after the stop belong to the sentence that they close.

use std::ops::Range;

use once_cell::sync::Lazy;

use super::numbers::Numbers;
use super::{Atom, Gap, Shape, Tokens, atom, atoms};

/// Abbreviations that a name or number follows, folded: their full stop ends no sentence.
static LEADING: Lazy<Numbers> = Lazy::new(|| {
    Numbers::of(&[
        "adj", "adm", "ald", "amb", "arch", "asst", "atty", "br", "brig", "capt", "cdr", "cmdr", "col",
        "cons", "const", "cpl", "dep", "det", "dr", "fr", "gen", "gov", "hon", "insp", "lt", "maj", "messrs",
        "mgr", "mlle", "mme", "mr", "mrs", "ms", "msgr", "mt", "mx", "pfc", "pres", "prof", "pte", "pvt",
        "rep", "reps", "rev", "revd", "rs", "rt", "sen", "sens", "sgt", "shri", "smt", "st", "supt", "v",
        "vs",
    ])
});

/// Abbreviations that may also end a sentence, folded: a capital after them decides nothing, so
/// the words that open sentences do.
static TRAILING: Lazy<Numbers> = Lazy::new(|| {
    Numbers::of(&[
        "al", "approx", "apr", "aug", "ave", "bhd", "blvd", "bros", "ca", "cf", "cie", "co", "corp", "dec",
        "dept", "est", "etc", "ext", "feb", "fig", "ft", "inc", "inst", "jan", "jr", "jul", "jun", "ltd",
        "mar", "misc", "nov", "oct", "op", "pp", "pty", "rd", "sdn", "sep", "sept", "sr", "univ", "vol",
    ])
});

/// Abbreviations before a number: "No. 10", "p. 12", "Sec. 5".
const NUMBERED: &[Atom] = atoms!["art", "ch", "no", "nos", "p", "par", "pp", "sec"];

/// What stands after "9 a.m." inside a sentence: zones and days, folded.
const AFTER_HOUR: &[Atom] = atoms![
    "april", "august", "central", "december", "eastern", "february", "friday", "january", "july", "june",
    "london", "march", "may", "monday", "mountain", "november", "october", "pacific", "saturday",
    "september", "sunday", "thursday", "tuesday", "wednesday",
];

/// Verbs after the speaker of a quote that ends in `?` or `!`: "“Why now?” Holt asked." is one sentence.
const ASKING: &[Atom] = atoms![
    "added", "asked", "asks", "cried", "demanded", "exclaimed", "joked", "quipped", "replied", "said",
    "says", "shouted", "told", "tweeted", "wondered", "wrote", "yelled",
];

/// Small words that names begin with: "al-Amin", "de Souza".
const PARTICLES: &[Atom] =
    atoms!["al", "ben", "bin", "d'", "da", "de", "del", "di", "el", "ibn", "la", "le", "van", "von"];

/// Words that open a sentence after a dotted abbreviation ("… in the U.S. The minister …").
static OPENERS: Lazy<Numbers> = Lazy::new(|| {
    Numbers::of(&[
        "a", "after", "all", "an", "and", "as", "at", "but", "for", "he", "her", "his", "i", "if", "in",
        "it", "its", "most", "no", "on", "one", "she", "so", "some", "that", "the", "their", "there",
        "these", "they", "this", "those", "we", "what", "when", "while", "with", "you",
    ])
});

/// Cuts the tokens of `range` into sentences, in order, without gaps.
pub(crate) fn split<'s>(
    tokens: &'s Tokens<'_>,
    range: Range<usize>,
) -> impl Iterator<Item = Range<usize>> + 's {
    let (mut from, mut at) = (range.start, range.start);
    let mut stops = tokens.stops().within(range.clone());
    std::iter::from_fn(move || {
        for stop in stops.by_ref() {
            // A stop that closes the sentence of the one before it is behind `at` already.
            if stop < at || !ends_at(tokens, stop, from) {
                continue;
            }
            at = stop + 1;
            while at < range.end && closes(tokens, at) {
                at += 1;
            }
            if starts_at(tokens, at, &range) {
                return Some(std::mem::replace(&mut from, at)..at);
            }
        }
        (from < range.end).then(|| std::mem::replace(&mut from, range.end)..range.end)
    })
}

/// Whether token `i` is a stop that can end a sentence.
fn ends_at(tokens: &Tokens<'_>, i: usize, from: usize) -> bool {
    match tokens.shape(i) {
        Some(Shape::Stop) if tokens.str(i) == "." => !abbreviates(tokens, i, from),
        Some(Shape::Stop) => !asks_on(tokens, i),
        Some(Shape::Dotted) if tokens.str(i).ends_with('.') => dotted_ends(tokens, i),
        _ => false,
    }
}

/// Whether the full stop at `i` only marks the abbreviation or number before it.
fn abbreviates(tokens: &Tokens<'_>, i: usize, from: usize) -> bool {
    let Some(before) = i.checked_sub(1).filter(|b| *b >= from) else { return false };
    if tokens.get(i).is_none_or(|t| t.gap != Gap::None) {
        return false;
    }
    let word = tokens.atom(before);
    match tokens.shape(before) {
        // "J. Ruud", but "vitamin C. The …".
        Some(Shape::Initial) => word != atom!("i") && (!opens(tokens, i + 1) || nicknames(tokens, i + 1)),
        // "1. Open the door": the number of an item.
        Some(Shape::Number) => before == from && tokens.str(before).len() <= 2,
        // "No. 10", "p. 12", but "He said no. Police came."
        _ if NUMBERED.contains(&word) => tokens.shape(i + 1) == Some(Shape::Number),
        // "Col. (Retd.) Aro": a bracket with one word.
        Some(Shape::Title | Shape::Lower)
            if tokens.shape(i + 1) == Some(Shape::Close)
                && before.checked_sub(1).is_some_and(|open| tokens.shape(open) == Some(Shape::Open)) =>
        {
            true
        }
        Some(Shape::Title | Shape::Lower | Shape::Upper) => {
            LEADING.has(word) || TRAILING.has(word) && !opens(tokens, i + 1)
        }
        _ => false,
    }
}

/// J. | “Buck” Lind: one word in marks and the name that goes on behind it.
fn nicknames(tokens: &Tokens<'_>, i: usize) -> bool {
    let glued = |i: usize| tokens.get(i).is_some_and(|t| t.gap == Gap::None);
    let marks = [i, i + 2].iter().all(|i| tokens.shape(*i) == Some(Shape::Quote));
    let names = [i + 1, i + 3].iter().all(|i| tokens.shape(*i) == Some(Shape::Title));
    marks && names && glued(i + 1) && glued(i + 2) && !glued(i + 3)
}

/// Whether the sentence ends with the dotted abbreviation `i`: "… in the U.S. The minister …".
fn dotted_ends(tokens: &Tokens<'_>, i: usize) -> bool {
    let next = after_closers(tokens, i + 1);
    let hour = atoms!["a.m.", "p.m."].contains(&tokens.atom(i));
    // "at 9 a.m. Police came", but "at 9 a.m. Monday", "at 9 a.m. Lagos time", "at 9 a.m. ET".
    let after_hour = hour
        && tokens.shape(next) == Some(Shape::Title)
        && !AFTER_HOUR.contains(&tokens.atom(next))
        && !tokens.is(next + 1, "time");
    opens(tokens, next) || after_hour
}

/// A quote that ends in `?` or `!` and goes on with its speaker: "“Why now?” Ada Holt asked."
fn asks_on(tokens: &Tokens<'_>, i: usize) -> bool {
    /// A speaker's name has at most this many words.
    const NAME: usize = 4;
    let next = after_closers(tokens, i + 1);
    let quoted = (i + 1..next).any(|k| matches!(tokens.shape(k), Some(Shape::Quote | Shape::Apostrophe)));
    let name = (next..next + NAME).take_while(|k| tokens.shape(*k).is_some_and(Shape::is_capital)).count();
    quoted && name > 0 && ASKING.contains(&tokens.atom(next + name))
}

fn after_closers(tokens: &Tokens<'_>, from: usize) -> usize {
    /// Text closes a few marks at once; a long run of them is no text and must not be walked again and
    /// again.
    const MOST: usize = 8;
    (from..from + MOST).find(|i| !closes(tokens, *i)).unwrap_or(from + MOST)
}

/// A closing mark that hangs on the word before it, or stands loosely after it.
fn closes(tokens: &Tokens<'_>, i: usize) -> bool {
    let Some(token) = tokens.get(i) else { return false };
    let mark = matches!(token.shape, Shape::Quote | Shape::Close | Shape::Apostrophe | Shape::Stop)
        && tokens.str(i) != "“";
    let loose = token.gap == Gap::Space
        && matches!(tokens.str(i), "”" | "»" | "’’" | "''")
        && tokens.get(i + 1).is_none_or(|next| next.gap != Gap::None);
    mark && (token.gap == Gap::None || loose)
}

/// Whether a sentence can begin at token `i`.
fn starts_at(tokens: &Tokens<'_>, i: usize, range: &Range<usize>) -> bool {
    if i >= range.end {
        return true;
    }
    let Some(token) = tokens.get(i) else { return true };
    match token.shape {
        // "… 3.5 million"; ".com": no white space, no new sentence, but "It ended.The next began".
        _ if token.gap == Gap::None => glued_start(tokens, i),
        Shape::Lower => opens_name(tokens, i),
        Shape::Camel | Shape::Quote | Shape::Apostrophe | Shape::Open | Shape::Dash | Shape::Symbol => true,
        Shape::Hyphen => true,
        shape => shape.is_word(),
    }
}

/// Two sentences of a page whose blank was lost: "It ended.The next began", "“Go,” he said.“Now.”".
fn glued_start(tokens: &Tokens<'_>, i: usize) -> bool {
    let stop = i.checked_sub(1).filter(|s| tokens.shape(*s) == Some(Shape::Stop));
    let word = stop.and_then(|s| s.checked_sub(1)).map_or("", |w| tokens.str(w));
    let ended = word.len() >= 3 && word.bytes().all(|b| b.is_ascii_lowercase());
    ended && (tokens.str(i) == "“" || tokens.shape(i) == Some(Shape::Title) && opens(tokens, i))
}

/// A name with a small word at its head: "al-Amin", "de Souza".
fn opens_name(tokens: &Tokens<'_>, i: usize) -> bool {
    let name = i + 1 + usize::from(tokens.shape(i + 1) == Some(Shape::Hyphen));
    PARTICLES.contains(&tokens.atom(i)) && tokens.shape(name).is_some_and(Shape::is_capital)
}

/// Whether token `i` is a capitalised word that typically opens a sentence, or an opening mark.
fn opens(tokens: &Tokens<'_>, i: usize) -> bool {
    match tokens.shape(i) {
        None => true,
        Some(Shape::Title | Shape::Initial) => OPENERS.has(tokens.atom(i)),
        Some(Shape::Quote) => tokens.get(i).is_some_and(|t| t.gap != Gap::None),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{Tokens, split};

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
            (
                "“Why now?” Ada Holt asked. “Why not?” he said.",
                vec!["“Why now?” Ada Holt asked.", "“Why not?” he said."],
            ),
            ("“Why now?” Nobody knew.", vec!["“Why now?”", "Nobody knew."]),
            ("‘We won.’ She left.", vec!["‘We won.’", "She left."]),
            (
                "They met at 9 a.m. Monday. They left at 5 p.m. Police came.",
                vec!["They met at 9 a.m. Monday.", "They left at 5 p.m.", "Police came."],
            ),
            ("He said no. Police came to No. 10.", vec!["He said no.", "Police came to No. 10."]),
            ("1. Open the door. 2. Close it.", vec!["1. Open the door.", "2. Close it."]),
            (
                "It ended in Dec. The rest of it, etc. They paid Rs. 500.",
                vec!["It ended in Dec.", "The rest of it, etc.", "They paid Rs. 500."],
            ),
            (
                "In Lind v. Aro the court spoke. Lind Bros. lost.",
                vec!["In Lind v. Aro the court spoke.", "Lind Bros. lost."],
            ),
            (
                "The raid failed. al-Amin fled. de Souza stayed.",
                vec!["The raid failed.", "al-Amin fled.", "de Souza stayed."],
            ),
            ("(He left.) She stayed.", vec!["(He left.)", "She stayed."]),
            ("“It is over. ” She wept.", vec!["“It is over. ”", "She wept."]),
            (
                "Holt, Ph.D., and George W. Lind met in St. Ives. It rained!",
                vec!["Holt, Ph.D., and George W. Lind met in St. Ives.", "It rained!"],
            ),
            ("We lost ... but why? Nobody … knows.", vec!["We lost ... but why?", "Nobody … knows."]),
            (
                "He earns $3.5 million. See example.org. Prices rose 2 p.c. in May.",
                vec!["He earns $3.5 million.", "See example.org.", "Prices rose 2 p.c. in May."],
            ),
        ] {
            let tokens = Tokens::new(text);
            let got: Vec<_> =
                split(&tokens, 0..tokens.len()).map(|r| &text[tokens.span(r.start, r.end)]).collect();
            assert_eq!(got, want);
        }
    }
}
