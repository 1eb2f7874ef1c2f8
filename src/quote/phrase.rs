//! Noun phrases beside a verb, by their tags.
//!
//! A speaker is a noun phrase: a name with its title, a pronoun, "a spokesman for the port", "the minister",
//! and often an appositive between two commas. These functions find where one begins or ends; they know no
//! names beyond their capital letters.

use std::ops::Range;

use super::tag::Tag;
use super::view::View;
use crate::lexicon::Class;
use crate::text::{Atom, atoms};

/// Prepositional phrases that hang on one noun: "the head of the council for the north of England".
const MAX_POSTMODIFIERS: usize = 5;
/// Appositives and list items of one speaker.
const MAX_SEGMENTS: usize = 6;
/// Units of one appositive: longer stretches between commas are clauses.
const MAX_SEGMENT: usize = 30;
/// Units of brackets inside a noun phrase: "(R-Ohio)", "(prosecution)".
const MAX_BRACKETS: usize = 12;

/// Units of a relative clause that keeps a name back.
const MAX_CLAUSE: usize = 12;

/// Prepositions that tie a noun to the one before it.
const TIES: &[Atom] = atoms![
    "of", "for", "from", "at", "in", "with", "to", "on", "by", "about", "under", "behind", "near", "against",
    "between", "outside", "within", "like",
];

const TIMES: &[Atom] = atoms![
    "week", "month", "year", "morning", "afternoon", "evening", "night", "weekend", "day", "days", "weeks",
    "hours", "years", "months", "time", "later", "earlier", "ago", "summer", "spring", "winter", "autumn",
    "fall",
];

/// Whether unit `i` is a "week", a "month", an "evening".
pub(super) fn is_period(s: &View<'_, '_>, i: usize) -> bool {
    s.is_word(i, TIMES)
}

/// Whether a phrase tells when: "last week", "Sunday".
pub(crate) fn is_time(s: &View<'_, '_>, phrase: &Range<usize>) -> bool {
    let last = phrase.end - 1;
    let turn = s.is_word(phrase.start, atoms!["last", "this", "next", "earlier", "later"]);
    phrase.len() == 1 && s.is(last, Class::WEEKDAY) || turn && phrase.len() <= 3 && is_period(s, last)
}

/// The noun phrase that ends just before unit `end`.
pub(crate) fn before(s: &View<'_, '_>, end: usize) -> Option<Range<usize>> {
    match s.tag_before(end) {
        Tag::Comma => with_appositive(s, end - 1).or_else(|| stray_comma(s, end - 1)),
        Tag::Dash => between_dashes(s, end - 1),
        _ => plain_before(s, end),
    }
}

/// The noun phrase before `end`, without appositive.
pub(crate) fn plain_before(s: &View<'_, '_>, end: usize) -> Option<Range<usize>> {
    let last = end.checked_sub(1)?;
    match s.tag(last) {
        Tag::Pronoun => Some(coordinated(s, last..end)),
        Tag::Relative => Some(last..end),
        Tag::Verb | Tag::Participle if is_part(s, last) => Some(last - 1..end),
        // "the man that said": the relative pronoun; "she said that" has no noun before.
        Tag::That if matches!(s.tag_before(last), Tag::Noun | Tag::Name) => Some(last..end),
        Tag::Close => Some(coordinated(s, bracketed(s, end)?)),
        Tag::Object if s.is_word(last, atoms!["himself", "herself", "themselves", "itself"]) => {
            plain_before(s, last)
        }
        tag if tag.is_nominal() && tag != Tag::Determiner => {
            let full = modified_before(s, end)?;
            Some(with_relative(s, &full).unwrap_or_else(|| coordinated(s, full)))
        }
        _ => None,
    }
}

/// The noun phrase that a preposition at `end` ties something to: "the Workers' Union (WU) in".
fn head_before(s: &View<'_, '_>, end: usize) -> Option<Range<usize>> {
    if s.tag_before(end) == Tag::Close { core_before(s, opening(s, end)?) } else { core_before(s, end) }
}

/// The bracket that the one before `end` closes.
fn opening(s: &View<'_, '_>, end: usize) -> Option<usize> {
    (end.saturating_sub(MAX_BRACKETS)..end).rev().find(|i| s.tag(*i) == Tag::Open)
}

/// "Those surveyed said", "many polled in May": a participle that makes a group of a pronoun.
fn is_part(s: &View<'_, '_>, participle: usize) -> bool {
    let groups = atoms!["all", "many", "most", "several", "some", "those"];
    let pronoun = participle.checked_sub(1).filter(|p| s.tag(*p) == Tag::Pronoun && s.is_word(*p, groups));
    pronoun.is_some() && s.is(participle, Class::VERB_PAST)
}

/// "Anna Lind (R-Ohio)", "Lind (right)".
fn bracketed(s: &View<'_, '_>, end: usize) -> Option<Range<usize>> {
    Some(modified_before(s, opening(s, end)?)?.start..end)
}

/// The core that ends at `end`, with the phrases that make it part of a larger one.
fn modified_before(s: &View<'_, '_>, end: usize) -> Option<Range<usize>> {
    let core = core_before(s, end)?;
    Some(postmodified(s, core.clone()).unwrap_or(core))
}

/// What can be joined by "and" to a phrase behind it: a phrase, one with brackets, a pronoun.
fn item_before(s: &View<'_, '_>, end: usize) -> Option<Range<usize>> {
    match s.tag_before(end) {
        Tag::Close => bracketed(s, end),
        Tag::Pronoun => Some(end - 1..end),
        _ => modified_before(s, end),
    }
}

/// The run of nominal units that ends at `end`, back to its determiner.
fn core_before(s: &View<'_, '_>, end: usize) -> Option<Range<usize>> {
    let mut from = end;
    let mut noun = false;
    while from > 0 {
        let tag = s.tag_before(from);
        let nickname =
            tag == Tag::Quoted && s.tag(from) == Tag::Name && from >= 2 && s.tag(from - 2) == Tag::Name;
        if !(tag.is_nominal() || nickname || hyphenated(s, from)) || is_time_before_name(s, from) {
            break;
        }
        from -= 1;
        noun |= matches!(tag, Tag::Noun | Tag::Name | Tag::Number);
        if tag == Tag::Determiner && !s.is_word(from.wrapping_sub(1), atoms!["all", "both", "half"]) {
            break;
        }
    }
    while from < end && matches!(s.tag(from), Tag::Hyphen | Tag::Dot | Tag::Possessive | Tag::Symbol) {
        from += 1;
    }
    (noun && from < end).then_some(from..end)
}

/// "the Oslo-based firm", "the then-minister": a participle or adverb tied by a hyphen.
fn hyphenated(s: &View<'_, '_>, from: usize) -> bool {
    let tied = s.tag(from) == Tag::Hyphen || (from >= 2 && s.tag(from - 2) == Tag::Hyphen);
    tied && matches!(
        s.tag_before(from),
        Tag::Verb | Tag::Ing | Tag::Adverb | Tag::Preposition | Tag::Participle
    )
}

/// "Last week Lind said", "on Tuesday Lind said": the time is no part of the name.
fn is_time_before_name(s: &View<'_, '_>, from: usize) -> bool {
    let Some(b) = from.checked_sub(1) else { return false };
    let named = s.tag(from) == Tag::Name || s.tag(from) == Tag::Determiner;
    // "by Jan Holm", "to April Lind".
    let given =
        s.is(b, Class::GIVEN) && !s.is_word(b.wrapping_sub(1), atoms!["in", "since", "until", "last", "on"]);
    let calendar = s.is(b, Class::WEEKDAY | Class::MONTH) && s.tag(b) == Tag::Name && !given;
    named
        && (s.is_word(b, TIMES) && s.tag(b) == Tag::Noun
            || (calendar && matches!(s.tag_before(b), Tag::Preposition | Tag::Stop | Tag::Noun)))
}

/// "People who watched the debate said", "most of those who spoke to the paper say": the phrase before the verb closes a
/// relative clause.
fn with_relative(s: &View<'_, '_>, last: &Range<usize>) -> Option<Range<usize>> {
    let closes =
        matches!(s.tag_before(last.start), Tag::Verb | Tag::Infinitive | Tag::Participle | Tag::Preposition);
    if !closes {
        return None;
    }
    let floor = last.start.saturating_sub(10);
    let who = (floor..last.start)
        .rev()
        .find(|i| s.is_word(*i, atoms!["who", "whose"]) || s.tag(*i) == Tag::Comma)?;
    // "The port whose crane fell spent a year saying": the second verb is that of the sentence.
    let verbs = (who + 2..last.start).filter(|i| s.tag(*i) == Tag::Verb).count();
    let second = verbs > 1 && s.is_word(who, atoms!["whose"]);
    if s.tag(who) == Tag::Comma || !s.has_verb(who..last.start) || second {
        return None;
    }
    let head = item_before(s, who)?;
    let head = head.start - parts_of(s, head.start)..head.end;
    Some(coordinated(s, head).start..last.end)
}

/// "Most of those who", "some of her aides": how many units before `start` make it a part of a whole.
fn parts_of(s: &View<'_, '_>, start: usize) -> usize {
    let Some(of) = start.checked_sub(1).filter(|of| s.is_word(*of, atoms!["of"])) else { return 0 };
    match s.tag_before(of) {
        Tag::Pronoun => 2,
        // "nine out of 10".
        _ if of > 1 && s.is_word(of - 1, atoms!["out"]) && s.tag(of - 2).is_nominal() => 3,
        _ => 0,
    }
}

/// Extends a core over the prepositional phrases on its left that make it part of a larger phrase.
fn postmodified(s: &View<'_, '_>, core: Range<usize>) -> Option<Range<usize>> {
    let mut from = core.start;
    for _ in 0..MAX_POSTMODIFIERS {
        let Some(tie) = from.checked_sub(1) else { break };
        // "her successor as health secretary": an office, without an article.
        let office = s.is_word(tie, atoms!["as"])
            && !matches!(s.tag(from), Tag::Determiner | Tag::Pronoun)
            && (from..core.end).all(|i| s.tag(i) != Tag::Possessive);
        if s.tag(tie) != Tag::Preposition || !(office || s.is_word(tie, TIES)) {
            break;
        }
        let mut head = tie;
        // "The firm based in Oslo", "a man close to the talks".
        if matches!(s.tag_before(head), Tag::Verb | Tag::Participle | Tag::Ing)
            && head >= 2
            && s.tag(head - 2) == Tag::Noun
        {
            head -= 1;
        }
        let Some(next) = head_before(s, head) else {
            from -= parts_of(s, from);
            break;
        };
        from = next.start;
    }
    // "At the meeting in Oslo officials said": the whole is an adverbial, its last noun the speaker; but "about
    // four in ten said".
    let about = from > 0 && s.is_word(from - 1, atoms!["about", "around", "than", "over"]);
    let adverbial = s.tag_before(from) == Tag::Preposition && !about;
    (!adverbial && from < core.start).then_some(from..core.end)
}

/// "Lind and Aro", "Lind, Aro and the mayor", where the whole begins a clause.
fn coordinated(s: &View<'_, '_>, last: Range<usize>) -> Range<usize> {
    let Some(and) = last.start.checked_sub(1) else { return last };
    // "Politicians and even some engineers".
    let and = if s.tag(and) == Tag::Adverb { and.saturating_sub(1) } else { and };
    if s.tag(and) != Tag::Conjunction || !s.is_word(and, atoms!["and", "or"]) {
        return last;
    }
    let at = if s.tag_before(and) == Tag::Comma { and - 1 } else { and };
    let Some(mut all) = item_before(s, at) else { return last };
    for _ in 0..MAX_SEGMENTS {
        let Some(comma) = all.start.checked_sub(1).filter(|c| s.tag(*c) == Tag::Comma) else { break };
        match core_before(s, comma) {
            Some(item)
                if item.start == 0 || [item.start, all.start].iter().all(|i| s.tag(*i) == Tag::Name) =>
            {
                all.start = item.start;
            }
            _ => break,
        }
    }
    // "Both the bank and the port": the first word belongs to the two.
    let paired = all.start > 0 && s.is_word(all.start - 1, atoms!["both", "either", "neither"]);
    all.start -= usize::from(paired);
    if opens_clause(s, all.start) { all.start..last.end } else { last }
}

/// Whether a clause can begin at `at`: "But Lind and Aro", "Even Lind and Aro".
fn opens_clause(s: &View<'_, '_>, at: usize) -> bool {
    let edge = |at: usize| {
        use Tag::{Colon, Comma, Dash, Quoted, Semicolon, Stop, Subordinator, That};
        matches!(s.tag_before(at), Stop | Comma | That | Semicolon | Subordinator | Colon | Quoted | Dash)
    };
    edge(at) || matches!(s.tag_before(at), Tag::Conjunction | Tag::Adverb) && edge(at - 1)
}

/// "Lind, the mayor of Ystad, said": from the name to the closing comma at `comma`.
fn with_appositive(s: &View<'_, '_>, comma: usize) -> Option<Range<usize>> {
    let mut close = comma;
    let mut best = None;
    for _ in 0..MAX_SEGMENTS {
        let floor = close.saturating_sub(MAX_SEGMENT);
        let Some(open) = (floor..close).rev().find(|i| s.tag(*i) == Tag::Comma) else { break };
        if !is_appositive(s, open + 1..close) {
            break;
        }
        if let Some(head) = plain_before(s, open).filter(|h| !is_bare_pronoun(s, h)) {
            if best.is_some() && is_fronted(s, &head) {
                break;
            }
            // "The Post, citing two officials, reported": what it leans on is not its name.
            let cites = begins_saying(s, open + 1);
            let aside = close == open + 2 && matches!(s.tag(open + 1), Tag::Adverb | Tag::Subordinator);
            best = Some(if cites || aside && best.is_none() { head } else { head.start..comma });
        }
        close = open;
    }
    best
}

/// "On Thursday, Lind, the mayor, said", "In Oslo, Lind, …": a time or place that opens the sentence.
fn is_fronted(s: &View<'_, '_>, head: &Range<usize>) -> bool {
    s.tag_before(head.start) == Tag::Preposition || s.is(head.end - 1, Class::WEEKDAY | Class::MONTH)
}

/// "The firm, has said": a comma between subject and verb that should not be there.
fn stray_comma(s: &View<'_, '_>, comma: usize) -> Option<Range<usize>> {
    plain_before(s, comma)
        .filter(|n| n.start == 0 && !is_bare_pronoun(s, n) && s.tag(comma + 1) == Tag::Auxiliary)
}

fn is_bare_pronoun(s: &View<'_, '_>, phrase: &Range<usize>) -> bool {
    phrase.len() == 1 && matches!(s.tag(phrase.start), Tag::Pronoun | Tag::Relative | Tag::That)
}

/// Whether the units between two commas say more of the noun before them.
fn is_appositive(s: &View<'_, '_>, segment: Range<usize>) -> bool {
    let first = s.tag(segment.start);
    // "Holm, though, said": an aside.
    if segment.len() == 1 && s.is_word(segment.start, atoms!["though", "too", "meanwhile", "instead"]) {
        return true;
    }
    match first {
        Tag::Determiner | Tag::Number | Tag::Relative | Tag::Participle | Tag::Adverb | Tag::Ing => true,
        Tag::Noun => true,
        // "…, and chairman of the port".
        Tag::Conjunction => segment.len() > 2 && s.is(segment.start + 1, Class::SPEAKER_ROLE),
        Tag::Preposition => s.is_word(segment.start, atoms!["of", "in", "from", "at", "with", "for"]),
        Tag::Name => {
            // "President of …", "R-Ohio", "Lind’s campaign manager", "Foreign Secretary"; but not a second name.
            let units = s.units.get(segment.clone()).unwrap_or_default();
            let tied = units.iter().any(|u| matches!(u.tag, Tag::Preposition | Tag::Possessive));
            let last = segment.end - 1;
            let role = s.is(last, Class::SPEAKER_ROLE) || s.is(segment.start, Class::SPEAKER_ROLE);
            // "the two engineers, Ida Holm and Per Aro, said".
            let names = s.tag_before(segment.start.saturating_sub(1)) == Tag::Noun
                && units.iter().any(|u| u.tag == Tag::Conjunction);
            tied || names || segment.len() <= 2 || role || s.tag(last) == Tag::Noun
        }
        Tag::Verb => true,
        _ => false,
    }
}

/// The end of "who did not wish to be named" behind a noun: it tells why the noun is all that is told.
fn unnamed(s: &View<'_, '_>, at: usize) -> Option<usize> {
    let limit = s.end().min(at + MAX_CLAUSE);
    let last = |i: &usize| s.is_word(*i, atoms!["named", "identified", "anonymity"]);
    let last = (at + 1..limit).find(last).filter(|_| s.is_word(at, atoms!["who"]))?;
    let ends = matches!(s.tag(last + 1), Tag::Comma | Tag::Stop | Tag::Close) || last + 1 >= s.end();
    ends.then_some(last + 1)
}

/// Whether a participle begins a saying of its own: "citing two officials"; but "speaking on condition of anonymity"
/// says who speaks.
fn begins_saying(s: &View<'_, '_>, at: usize) -> bool {
    let unnamed = s.is_word(at, atoms!["speaking"]) && s.is_word(at + 2, atoms!["condition"]);
    s.tag(at) == Tag::Ing && s.is(at, Class::CUE) && !unnamed
}

/// "Lind — the mayor of Ystad — said".
fn between_dashes(s: &View<'_, '_>, dash: usize) -> Option<Range<usize>> {
    let floor = dash.saturating_sub(MAX_SEGMENT);
    let open = (floor..dash).rev().find(|i| s.tag(*i) == Tag::Dash)?;
    let head = plain_before(s, open).filter(|h| !is_bare_pronoun(s, h))?;
    Some(head.start..dash)
}

/// The noun phrase that begins at unit `start`, with its prepositional phrases.
pub(crate) fn after(s: &View<'_, '_>, start: usize) -> Option<Range<usize>> {
    if matches!(s.tag(start), Tag::Pronoun | Tag::Object) {
        return Some(start..start + 1);
    }
    let mut to = core_after(s, start)?;
    for _ in 0..MAX_POSTMODIFIERS {
        to = brackets_after(s, to);
        let tie = s.tag(to) == Tag::Preposition && s.is_word(to, TIES);
        match core_after(s, to + 1) {
            Some(end) if tie => to = end,
            _ => break,
        }
    }
    to = brackets_after(s, to);
    if s.tag(to) == Tag::Conjunction && s.is_word(to, atoms!["and"]) {
        to = core_after(s, to + 1).unwrap_or(to);
    }
    Some(start..to)
}

/// Steps over brackets at `at`: "the commissioner | (traffic) | of the port".
fn brackets_after(s: &View<'_, '_>, at: usize) -> usize {
    if s.tag(at) != Tag::Open {
        return at;
    }
    (at..(at + MAX_BRACKETS).min(s.len())).find(|i| s.tag(*i) == Tag::Close).map_or(at, |close| close + 1)
}

/// The noun phrase that begins at unit `start`, with "of" alone: "told the head of the council in Oslo".
pub(crate) fn short_after(s: &View<'_, '_>, start: usize) -> Option<Range<usize>> {
    if matches!(s.tag(start), Tag::Pronoun | Tag::Object) {
        return Some(start..start + 1);
    }
    let mut to = core_after(s, start)?;
    while s.is_word(to, atoms!["of", "and"]) {
        match core_after(s, to + 1) {
            Some(end) => to = end,
            None => break,
        }
    }
    Some(start..to)
}

/// The end of the run of nominal units at `start`: a second determiner begins another phrase.
pub(crate) fn core_after(s: &View<'_, '_>, start: usize) -> Option<usize> {
    let mut to = start;
    let mut noun = false;
    loop {
        let tag = s.tag(to);
        let nickname =
            tag == Tag::Quoted && to > start && s.tag(to - 1) == Tag::Name && s.tag(to + 1) == Tag::Name;
        if !(tag.is_nominal() || nickname) || (tag == Tag::Determiner && to > start && noun) {
            break;
        }
        noun |= matches!(tag, Tag::Noun | Tag::Name | Tag::Number);
        to += 1;
    }
    (noun && to <= s.len()).then_some(to)
}

/// A noun phrase after the verb with its appositives: "said Anna Lind, the mayor of Ystad."
pub(crate) fn after_with_appositive(s: &View<'_, '_>, start: usize) -> Option<Range<usize>> {
    let head = after(s, start)?;
    let mut to = unnamed(s, head.end).unwrap_or(head.end);
    for _ in 0..MAX_SEGMENTS {
        if s.tag(to) != Tag::Comma {
            break;
        }
        let limit = (to + 1 + MAX_SEGMENT).min(s.len());
        let stops = |t: Tag| {
            matches!(t, Tag::Comma | Tag::Stop | Tag::Quoted | Tag::Colon | Tag::Semicolon | Tag::Dash)
        };
        let opens = |i: usize| (to + 1..i).any(|at| s.tag(at) == Tag::Open);
        let outer = |i: usize| s.tag(i) == Tag::Close && !opens(i);
        let close = (to + 1..limit).find(|i| stops(s.tag(*i)) || outer(*i)).unwrap_or(limit);
        let closed = matches!(s.tag(close), Tag::Comma | Tag::Stop | Tag::Close) || close == s.len();
        // "said the Post, citing two officials": another saying.
        if !closed
            || begins_saying(s, to + 1)
            || close == to + 1
            || !is_appositive(s, to + 1..close)
            || s.tag(to + 1) == Tag::Adverb
        {
            break;
        }
        to = close;
    }
    Some(head.start..to)
}
