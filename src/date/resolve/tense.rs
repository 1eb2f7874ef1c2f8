//! Tense: whether the clause around a day looks ahead or back.
//!
//! Only a cue that governs the same clause counts. Over 310 weekdays of annotated news, tense cues taken
//! anywhere in the sentence gained nothing (90.0 to 90.3 % against 91.0 % without); a future cue with no
//! past verb between it and the day does.

use std::ops::Range;

use once_cell::sync::Lazy;

use crate::date::read::{Scan, after};
use crate::lexicon::{self, Class, Column};
use crate::text::{Atom, Shape, atom, atoms};

/// How many words back a verb can govern a weekday: "is expected to peak late on Monday, before falling on".
const REACH: usize = 12;
/// The same for a month; farther off, it speaks of something else.
const REACH_MONTH: usize = 9;

/// How many words before a day leave it at the head of its sentence: "But on", "In early".
const LEAD: usize = 2;

/// How far after a day at the head of a sentence its verb may stand.
const REACH_AFTER: usize = 14;

/// What the words before a day say of its direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    /// A past verb governs it.
    Past,
    /// It is over, whatever the verb: "since", "as of", "the year ended".
    Over,
    /// A cue that looks ahead from the time told of: "would", "until", "scheduled".
    Future,
    /// One that looks ahead from the day of writing: "will".
    Will,
    Unknown,
}

impl Tense {
    pub(super) const fn is_past(self) -> bool {
        matches!(self, Self::Past | Self::Over)
    }

    pub(super) const fn is_ahead(self) -> bool {
        matches!(self, Self::Future | Self::Will)
    }
}

/// Words after which a form like "come" or "put" is no past, nor "closed" after "remain".
const BEFORE_BASE: &[Atom] = atoms![
    "to", "be", "can", "could", "may", "might", "should", "must", "will", "would", "shall", "won't",
    "wouldn't", "remain", "remains", "stay", "stays"
];

/// Words before which a form like "cut" is a noun: "the first cut".
const ORDINALS: &[Atom] = atoms!["first", "second", "third", "fourth", "next", "latest"];

/// What a word of `lexicon/tense_words.tsv` says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Cue {
    #[default]
    None,
    Is(Tense),
    /// The words after it decide.
    Phrase,
    /// A past verb that arranges what lasts "until" a day: that day lies ahead.
    Until,
}

/// The table, loaded once. Holds no data of a text.
static CUES: Lazy<Column<Cue>> =
    Lazy::new(|| Column::new(lexicon::rows(lexicon::TENSE_WORDS).filter_map(read_row)));

fn read_row(row: &str) -> Option<(&str, Cue)> {
    let mut cells = row.split('\t');
    let word = cells.next()?;
    let cue = match cells.next()? {
        "will" => Cue::Is(Tense::Will),
        "ahead" => Cue::Is(Tense::Future),
        "past" => Cue::Is(Tense::Past),
        "phrase" => Cue::Phrase,
        "until" => Cue::Until,
        _ => return None,
    };
    Some((word, cue))
}

/// The direction that the verb governing the expression `tokens` gives: the nearest before it, or, where it
/// opens its sentence ("In January, the firm sold …"), the first after it.
///
/// What is done "by August" is mostly still to be done, "by Friday" leaves that open: `month` tells whether
/// the expression has a month.
pub(super) fn around(scan: &Scan<'_>, tokens: &Range<usize>, month: bool) -> Tense {
    if let Some(tense) = adjoining(scan, tokens) {
        return tense;
    }
    let (tense, opens) = before(scan, tokens.start, month);
    if opens { after_it(scan, tokens.end) } else { tense }
}

/// What the word right before the expression says, over any verb.
fn adjoining(scan: &Scan<'_>, tokens: &Range<usize>) -> Option<Tense> {
    let before = scan.before(tokens.start)?;
    let of = |word| scan.is(before, atom!("of")) && scan.before(before).is_some_and(|b| scan.is(b, word));
    match () {
        () if scan.is_any(before, atoms!["since", "ended"]) || of(atom!("as")) => Some(Tense::Over),
        // "ahead of Sunday's vote", "gave them until May to pay".
        () if of(atom!("ahead")) => Some(Tense::Future),
        () if scan.is_any(before, UNTIL) && scan.is(tokens.end, atom!("to")) => Some(Tense::Future),
        () if awaited(scan, tokens.end) => Some(Tense::Future),
        () => None,
    }
}

/// Words before the day up to which something lasts.
const UNTIL: &[Atom] = atoms!["until", "till", "through"];

/// "the data on Friday, which are expected to …": what follows looks ahead.
fn awaited(scan: &Scan<'_>, i: usize) -> bool {
    scan.is_shape(i, Shape::Comma)
        && scan.is(after(i, 1), atom!("which"))
        && scan.is_any(after(i, 2), atoms!["is", "are"])
        && of_word(scan, after(i, 3)).is_some_and(Tense::is_ahead)
}

/// The nearest verb before token `i`, and whether the expression opens its sentence.
fn before(scan: &Scan<'_>, i: usize, month: bool) -> (Tense, bool) {
    let mut at = i;
    // What is open "until Monday" looks ahead, unless a past verb governs it: "ran until Monday".
    let mut ahead = Tense::Unknown;
    let mut infinitive = false;
    for step in 0..if month { REACH_MONTH } else { REACH } {
        let Some(back) = scan.before(at) else {
            // "Union to strike on Friday": a headline whose only verb is an infinitive looks ahead.
            return (if infinitive { Tense::Future } else { ahead }, step <= LEAD);
        };
        infinitive |= scan.of_class(at, Class::VERB_BASE) && scan.is(back, atom!("to"));
        at = back;
        if scan.shape(at).is_some_and(|s| matches!(s, Shape::Stop | Shape::Semicolon | Shape::Quote)) {
            return (ahead, step <= LEAD);
        }
        let lasts = scan.is_any(at, if step <= 1 { UNTIL } else { atoms!["until", "till"] });
        if lasts || step == 0 && month && scan.is(at, atom!("by")) {
            ahead = Tense::Future;
        }
        let arranged = || scan.of_class(at, Class::TENSE) && CUES.get(scan.entry(at)) == Cue::Until;
        match of_word(scan, at) {
            // "was adjourned until Monday".
            Some(Tense::Past) if step > 0 && ahead.is_ahead() && arranged() => return (ahead, false),
            // "had been due to expire Friday" looks back for all its "due".
            Some(tense) if tense.is_ahead() && pluperfect(scan, at) => return (Tense::Past, false),
            Some(tense) => return (tense, false),
            None => {}
        }
    }
    (ahead, false)
}

/// The first verb after token `i` in its sentence.
fn after_it(scan: &Scan<'_>, i: usize) -> Tense {
    for n in 0..REACH_AFTER {
        let at = after(i, n);
        if scan.shape(at).is_none_or(|s| matches!(s, Shape::Stop | Shape::Semicolon | Shape::Quote)) {
            break;
        }
        if let Some(tense) = of_word(scan, at) {
            return tense;
        }
    }
    Tense::Unknown
}

fn of_word(scan: &Scan<'_>, i: usize) -> Option<Tense> {
    if scan.of_class(i, Class::TENSE) {
        match CUES.get(scan.entry(i)) {
            // "was to meet" looks ahead.
            Cue::Is(Tense::Past)
                if scan.is(after(i, 1), atom!("to")) && scan.is_any(i, atoms!["was", "were"]) =>
            {
                return Some(Tense::Future);
            }
            // "will reopen".
            Cue::Is(Tense::Future) if scan.before(i).is_some_and(|b| is_will(scan, b)) => {
                return Some(Tense::Will);
            }
            Cue::Is(tense) => return Some(tense),
            Cue::Phrase if phrase_ahead(scan, i) => return Some(Tense::Future),
            _ => {}
        }
    }
    is_past(scan, i).then_some(Tense::Past)
}

fn is_will(scan: &Scan<'_>, i: usize) -> bool {
    scan.of_class(i, Class::TENSE) && CUES.get(scan.entry(i)) == Cue::Is(Tense::Will)
}

/// "is to resume", "to be held", "planned for Friday", "takes place", "go to the polls".
fn phrase_ahead(scan: &Scan<'_>, i: usize) -> bool {
    let next = after(i, 1);
    match scan.str(i) {
        "is" | "are" => scan.is(next, atom!("to")),
        "be" => scan.before(i).is_some_and(|b| scan.is(b, atom!("to"))),
        "take" | "takes" => scan.is_any(next, atoms!["place", "effect", "office"]),
        // "were waiting for a home in March" looks back.
        "waiting" => {
            scan.is(next, atom!("for")) && scan.before(i).is_some_and(|b| scan.is_any(b, atoms!["is", "are"]))
        }
        "kick" | "kicks" => scan.is(next, atom!("off")),
        "go" | "goes" | "head" | "heads" => scan.is(after(i, 3), atom!("polls")),
        _ => scan.is_any(next, atoms!["for", "to"]),
    }
}

/// Whether the word is a past form that governs: no participle after "be", and no adjective.
fn is_past(scan: &Scan<'_>, i: usize) -> bool {
    if !scan.is_shape(i, Shape::Lower) {
        return false;
    }
    let regular = || {
        let text = scan.str(i).as_bytes();
        text.len() > 4 && text.ends_with(b"ed")
    };
    if !scan.of_class(i, Class::VERB_PAST) && !regular() {
        return false;
    }
    let Some(before) = scan.before(i) else { return true };
    // "to be published", "will not run" are no past, nor is "a still unspecified date".
    let late = scan.of_class(before, Class::ADVERB | Class::NEGATION) || scan.is(before, atom!("again"));
    let governor = scan.before(before).filter(|_| late).unwrap_or(before);
    let noun = scan.is_any(before, ORDINALS)
        || scan.of_class(before, Class::DETERMINER)
        || regular() && scan.of_class(governor, Class::DETERMINER);
    !noun && !scan.is_any(governor, BEFORE_BASE)
}

/// Whether "had" stands shortly before a future cue.
fn pluperfect(scan: &Scan<'_>, i: usize) -> bool {
    (1..=3).filter_map(|n| i.checked_sub(n)).any(|b| scan.is(b, atom!("had")))
}

#[cfg(test)]
mod tests {
    use super::{CUES, read_row};
    use crate::lexicon::{self, Class};

    #[test]
    fn every_row_is_known_and_stands_in_its_example() {
        for row in lexicon::rows(lexicon::TENSE_WORDS) {
            let cells: Vec<&str> = row.split('\t').collect();
            let marked = cells[2].split_once('{').and_then(|(_, rest)| rest.split_once('}')).unwrap();
            assert!(marked.0.eq_ignore_ascii_case(cells[0]), "{row:?}");
            let entry = lexicon::look_up(cells[0]);
            assert_eq!(read_row(row), Some((cells[0], CUES.get(entry))), "{row:?}");
            assert!(entry.is(Class::TENSE), "{row:?}");
        }
    }
}
