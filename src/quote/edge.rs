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
    /// The saying is itself a relative or inserted clause: ", who said he was ill, left".
    pub(crate) embedded: bool,
    /// The sentence began with "While", "As", "Although": the main clause comes after a comma.
    pub(crate) subordinate: bool,
}

/// Words after a comma that begin a clause of the writer's own.
const TURNS: &[&str] =
    &["but", "though", "although", "while", "whereas", "despite", "even", "compared", "given", "yet"];

/// The unit after the content that begins at `from`.
pub(crate) fn content_end(s: &View<'_, '_>, from: usize, ending: Ending) -> usize {
    let end = s.end();
    let mut at = from + 1;
    while at < end {
        if cuts(s, from, at, ending) {
            return trim(s, from, at);
        }
        at += 1;
    }
    trim(s, from, without_medium(s, from, end))
}

/// Whether the content ends before unit `at`.
fn cuts(s: &View<'_, '_>, from: usize, at: usize, ending: Ending) -> bool {
    match s.tag(at) {
        Tag::Comma => cuts_at_comma(s, from, at, ending),
        Tag::Conjunction => says_again(s, at + 1) && !s.is_word(at, &["or", "nor"]),
        Tag::Dash => !(at + 1..s.end()).any(|i| s.tag(i) == Tag::Dash),
        Tag::Semicolon => speaker_says(s, at + 1),
        _ => s.is_word(at, &["according"]) && s.is_word(at + 1, &["to"]),
    }
}

fn cuts_at_comma(s: &View<'_, '_>, from: usize, comma: usize, ending: Ending) -> bool {
    let next = comma + 1;
    match s.tag(next) {
        _ if s.is_word(next, TURNS) => true,
        Tag::Relative if s.is_word(next, &["which", "who", "where"]) => true,
        Tag::Ing => s.is(next, Class::CUE),
        Tag::Conjunction => says_again(s, next + 1) || speaker_says(s, next + 1),
        tag if tag.is_finite() && ending.embedded => s.has_verb(from..comma) || tag == Tag::Verb,
        Tag::Verb if s.is(next, Class::CUE) => true,
        _ if ending.subordinate => begins_clause(s, next),
        _ => speaker_says(s, next),
    }
}

/// Whether a cue verb without subject of its own stands at `at`: "and called the plan a mistake".
fn says_again(s: &View<'_, '_>, at: usize) -> bool {
    let mut verb = at;
    while matches!(s.tag(verb), Tag::Adverb | Tag::Auxiliary) && verb < at + 4 {
        verb += 1;
    }
    s.tag(verb) == Tag::Verb
        && s.cue(verb).is_some_and(|cue| matches!(cue.class, "say" | "write" | "act" | "order" | "ask"))
}

/// Whether "Lind said", "the mayor told" stands at `at`.
fn speaker_says(s: &View<'_, '_>, at: usize) -> bool {
    let Some(subject) = phrase::after_with_appositive(s, at) else { return false };
    let mut verb = subject.end;
    while matches!(s.tag(verb), Tag::Comma | Tag::Adverb | Tag::Auxiliary) && verb < subject.end + 3 {
        verb += 1;
    }
    let said = Frames::QUOTE;
    s.tag(verb) == Tag::Verb && s.cue(verb).is_some_and(|cue| cue.frames.has(said) && cue.class == "say")
}

/// Whether a subject and its verb stand at `at`.
fn begins_clause(s: &View<'_, '_>, at: usize) -> bool {
    let Some(subject) = phrase::after(s, at) else { return false };
    let mut verb = subject.end;
    while s.tag(verb) == Tag::Adverb && verb < subject.end + 3 {
        verb += 1;
    }
    s.tag(verb).is_finite()
}

/// Cuts a closing "in a statement on Monday": it belongs to the saying.
fn without_medium(s: &View<'_, '_>, from: usize, end: usize) -> usize {
    let floor = end.saturating_sub(10).max(from + 3);
    for at in (floor..end).rev() {
        if s.tag(at) != Tag::Preposition || !s.is_word(at, &["in", "on", "during", "at", "via"]) {
            continue;
        }
        let Some(to) = phrase::core_after(s, at + 1) else { continue };
        let head = s.is(to - 1, Class::MEDIUM) && s.tag(at + 1) == Tag::Determiner;
        if head
            && s.is_word(
                to - 1,
                &["statement", "interview", "tweet", "briefing", "conference", "email", "speech", "letter"],
            )
        {
            return at;
        }
    }
    end
}

fn trim(s: &View<'_, '_>, from: usize, mut end: usize) -> usize {
    while end > from
        && matches!(
            s.tag_before(end),
            Tag::Comma | Tag::Dash | Tag::Conjunction | Tag::Semicolon | Tag::Stop | Tag::Colon
        )
    {
        end -= 1;
    }
    end
}
