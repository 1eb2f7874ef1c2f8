//! Where indirect speech ends.
//!
//! Two thirds of what is reported bears no marks, and there the right edge decides: most contents run to the
//! end of the sentence, the others stop before a clause that the writer adds (", but …", ", which …"), before
//! the next saying (", adding …", "and called …", ", Lind said"), or before the phrase that says where it was
//! said ("in a statement").

use super::phrase;
use super::tag::Tag;
use super::view::View;
use crate::lexicon::{Class, CueWord, Frames};

/// What stands around a content and bears on its end.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Ending {
    /// The saying is itself a relative clause: "Lind, who said he was ill, left".
    pub(crate) relative: bool,
    /// The saying is a subordinate clause that opens the sentence: "When Lind said no, we left".
    pub(crate) subordinate: bool,
    /// The content is a noun phrase, not a clause: "criticised the plan".
    pub(crate) phrase: bool,
}

/// Words after a comma that begin a clause of the writer's own.
const TURNS: &[&str] =
    &["but", "though", "although", "while", "whereas", "despite", "even", "compared", "given", "yet"];
/// Words after a dash that go on with what was said.
const CONTINUES: &[&str] = &["or", "including", "because", "as", "if", "not"];
/// Dashes further apart than this are no pair.
const DASH_REACH: usize = 60;

/// The unit after the content that begins at `from`.
pub(crate) fn content_end(s: &View<'_, '_>, from: usize, ending: Ending) -> usize {
    let end = s.end();
    let mut at = from + 1;
    while at < end {
        if cuts(s, from, at, ending) {
            return trim(s, from, without_time(s, from, at, ending));
        }
        at += 1;
    }
    trim(s, from, without_time(s, from, without_medium(s, from, end), ending))
}

/// Whether the content ends before unit `at`.
fn cuts(s: &View<'_, '_>, from: usize, at: usize, ending: Ending) -> bool {
    match s.tag(at) {
        Tag::Comma => cuts_at_comma(s, from, at, ending),
        Tag::Conjunction if s.is_word(at, &["or", "nor"]) => false,
        Tag::Conjunction => says_again(s, at + 1) || (ending.phrase && begins_clause(s, at + 1)),
        Tag::Dash => cuts_at_dash(s, at),
        Tag::Semicolon => ending.phrase || speaker_says(s, at + 1),
        Tag::Subordinator => {
            ending.phrase && s.is_word(at, &["when", "while", "because", "although", "though"])
        }
        tag if tag.is_finite() && ending.phrase && (ending.relative || ending.subordinate) => {
            !matches!(s.tag_before(at), Tag::Relative | Tag::Pronoun | Tag::That | Tag::Adverb)
        }
        _ => s.is_word(at, &["according"]) && s.is_word(at + 1, &["to"]),
    }
}

/// A dash that has no partner turns back to the writer; two of them only insert something.
fn cuts_at_dash(s: &View<'_, '_>, dash: usize) -> bool {
    let limit = s.end().min(dash + DASH_REACH);
    !s.is_word(dash + 1, CONTINUES) && !(dash + 1..limit).any(|i| s.tag(i) == Tag::Dash)
}

fn cuts_at_comma(s: &View<'_, '_>, from: usize, comma: usize, ending: Ending) -> bool {
    let next = comma + 1;
    let complete = s.has_verb(from..comma) || ending.phrase || s.tag(from) == Tag::To;
    match s.tag(next) {
        _ if s.is_word(next, TURNS) => complete && !goes_on(s, next),
        Tag::Relative if s.is_word(next, &["which", "who", "where"]) => complete,
        Tag::Ing => s.is(next, Class::CUE),
        Tag::Conjunction => {
            says_again(s, next + 1)
                || speaker_says(s, next + 1)
                || (ending.phrase && (s.tag(next + 1).is_finite() || begins_clause(s, next + 1)))
        }
        tag if tag.is_finite() && ending.relative => complete || tag == Tag::Verb,
        tag if tag.is_finite() && ending.phrase => true,
        Tag::Verb if s.is(next, Class::CUE) => complete,
        _ if ending.subordinate => begins_clause(s, next),
        _ => complete && speaker_says(s, next),
    }
}

/// Whether a turn still belongs to what is said: ", but not", ", but that it", ", even if".
fn goes_on(s: &View<'_, '_>, turn: usize) -> bool {
    let next = turn + 1;
    if s.is_word(turn, &["but"]) {
        return s.is_word(next, &["not", "only", "that", "rather", "instead"]);
    }
    s.is_word(turn, &["even"]) && s.is_word(next, &["if", "when"])
}

/// Whether a cue verb without subject of its own stands at `at`: "and called the plan a mistake".
fn says_again(s: &View<'_, '_>, at: usize) -> bool {
    let mut verb = at;
    while matches!(s.tag(verb), Tag::Adverb | Tag::Auxiliary | Tag::Negation) && verb < at + 4 {
        verb += 1;
    }
    let speaks = |cue: CueWord| cue.frames.has(Frames::QUOTE) || matches!(cue.class, "act" | "order");
    s.tag(verb) == Tag::Verb && s.cue(verb).is_some_and(speaks)
}

/// Whether "Lind said", "the mayor told" stands at `at`.
fn speaker_says(s: &View<'_, '_>, at: usize) -> bool {
    let Some(subject) = phrase::after_with_appositive(s, at) else { return false };
    let mut verb = subject.end;
    while matches!(s.tag(verb), Tag::Comma | Tag::Adverb | Tag::Auxiliary) && verb < subject.end + 3 {
        verb += 1;
    }
    let speaks = |cue: CueWord| cue.frames.has(Frames::QUOTE) && cue.class == "say";
    s.tag(verb) == Tag::Verb && s.cue(verb).is_some_and(speaks)
}

/// Whether a subject and its verb stand at `at`.
pub(crate) fn begins_clause(s: &View<'_, '_>, at: usize) -> bool {
    let Some(subject) = phrase::after(s, at) else { return false };
    let mut verb = subject.end;
    while s.tag(verb) == Tag::Adverb && verb < subject.end + 3 {
        verb += 1;
    }
    s.tag(verb).is_finite()
}

/// Cuts a closing "in a statement on Monday": it belongs to the saying.
fn without_medium(s: &View<'_, '_>, from: usize, end: usize) -> usize {
    const MEDIA: &[&str] =
        &["statement", "interview", "tweet", "briefing", "conference", "email", "speech", "letter"];
    let floor = end.saturating_sub(10).max(from + 3);
    for at in (floor..end).rev() {
        if s.tag(at) != Tag::Preposition || !s.is_word(at, &["in", "on", "during", "at", "via"]) {
            continue;
        }
        let Some(to) = phrase::core_after(s, at + 1) else { continue };
        if s.tag(at + 1) == Tag::Determiner && s.is_word(to - 1, MEDIA) {
            return at;
        }
    }
    end
}

/// Cuts a closing "on Thursday" from a noun phrase: "endorsed the plan on Thursday".
fn without_time(s: &View<'_, '_>, from: usize, end: usize, ending: Ending) -> usize {
    let last = end.saturating_sub(1);
    let day = s.is(last, Class::WEEKDAY) || s.is_word(last, &["yesterday", "today", "tonight"]);
    if !ending.phrase || !day || last <= from + 1 {
        return end;
    }
    if s.tag_before(last) == Tag::Preposition && last > from + 2 { last - 1 } else { last }
}

fn trim(s: &View<'_, '_>, from: usize, mut end: usize) -> usize {
    let loose = |tag| {
        matches!(tag, Tag::Comma | Tag::Dash | Tag::Conjunction | Tag::Semicolon | Tag::Stop | Tag::Colon)
    };
    while end > from && loose(s.tag_before(end)) {
        end -= 1;
    }
    end
}
