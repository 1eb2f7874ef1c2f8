//! Phrases that end where a verb begins: "the mayor of Ystad | said".

use std::ops::Range;

use super::appositive::{between_dashes, stray_comma, with_appositive};
use super::{MAX_BRACKETS, MAX_POSTMODIFIERS, MAX_SEGMENTS, TIES, TIMES};
use crate::lexicon::Class;
use crate::quote::{Tag, View};
use crate::text::{Atom, atoms};

/// Scenes that stand without an article.
const SCENES: &[Atom] =
    atoms!["church", "college", "court", "hospital", "jail", "parliament", "prison", "school"];

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
    let end = without_emphasis(s, end);
    let last = end.checked_sub(1)?;
    match s.tag(last) {
        Tag::Pronoun => Some(coordinated(s, last..end)),
        Tag::Relative => Some(last..end),
        Tag::Verb | Tag::Participle if is_part(s, last) => Some(last - 1..end),
        // "the man that said": the relative pronoun; "she said that" has no noun before.
        Tag::That if matches!(s.tag_before(last), Tag::Noun | Tag::Name) => Some(last..end),
        Tag::Close => Some(coordinated(s, bracketed(s, end)?)),
        tag if tag.is_nominal() && tag != Tag::Determiner => {
            let full = modified_before(s, end)?;
            Some(with_relative(s, &full).unwrap_or_else(|| coordinated(s, full)))
        }
        _ => None,
    }
}

/// The end of a phrase without its emphasis: "the minister | himself said".
fn without_emphasis(s: &View<'_, '_>, end: usize) -> usize {
    let last = end.saturating_sub(1);
    let words = atoms!["himself", "herself", "themselves", "itself"];
    if s.tag(last) == Tag::Object && s.is_word(last, words) { last } else { end }
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
    let open = opening(s, end)?;
    // "Lind Nets (OSE: LIND) (“Lind” or the “Company”)".
    let open = if s.tag_before(open) == Tag::Close { opening(s, open)? } else { open };
    Some(modified_before(s, open)?.start..end)
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
        if let Some(named) = shortened(s, from, end) {
            from = named;
            continue;
        }
        let nominal = tag.is_nominal() || nickname || hyphenated(s, from);
        if !nominal || is_time_before_name(s, from) || is_scene_before_name(s, from) {
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

/// "The Workers' Union | (WU) | chairman": before the brackets at `from` that hold a short form, where the phrase goes on
/// behind them.
fn shortened(s: &View<'_, '_>, from: usize, end: usize) -> Option<usize> {
    let open =
        from.checked_sub(3).filter(|open| s.tag_before(from) == Tag::Close && s.tag(*open) == Tag::Open)?;
    let short = s.tag(open + 1) == Tag::Name && s.tag_before(open).is_nominal();
    (short && from < end && s.tag(from).is_nominal()).then_some(open)
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
    let named = |from: &usize| matches!(s.tag(*from), Tag::Name | Tag::Determiner);
    let Some(b) = Some(from).filter(named).and_then(|from| from.checked_sub(1)) else { return false };
    // "by Jan Holm", "to April Lind".
    let given =
        s.is(b, Class::GIVEN) && !s.is_word(b.wrapping_sub(1), atoms!["in", "since", "until", "last", "on"]);
    let calendar = s.is(b, Class::WEEKDAY | Class::MONTH) && s.tag(b) == Tag::Name && !given;
    // "In 1994 Lind said".
    let year = s.tag(b) == Tag::Number && s.word(b).len() == 4 && s.tag(from) == Tag::Name;
    s.tag(b) == Tag::Noun && s.is_word(b, TIMES)
        || year && s.is_word(b.wrapping_sub(1), atoms!["in", "since"])
        || calendar && matches!(s.tag_before(b), Tag::Preposition | Tag::Stop | Tag::Noun)
}

/// "Outside court Lind said", "at school Mrs Aro said": nouns that name a scene without an article.
fn is_scene_before_name(s: &View<'_, '_>, from: usize) -> bool {
    let noun = |b: &usize| s.tag(from) == Tag::Name && s.tag(*b) == Tag::Noun && s.is_word(*b, SCENES);
    let Some(b) = from.checked_sub(1).filter(noun) else { return false };
    let stands = |b: usize| s.is_word(b, atoms!["after", "at", "before", "in", "inside", "near", "outside"]);
    b.checked_sub(1).is_some_and(stands)
}

/// "People who watched the debate said", "most of those who spoke to the paper say": the phrase before the verb closes a
/// relative clause.
fn with_relative(s: &View<'_, '_>, last: &Range<usize>) -> Option<Range<usize>> {
    let closes =
        matches!(s.tag_before(last.start), Tag::Verb | Tag::Infinitive | Tag::Participle | Tag::Preposition);
    if !closes {
        return None;
    }
    if let Some(head) = purposeful(s, last.start) {
        return Some(head.start..last.end);
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

/// "Leaders of the push to close the port": the phrase whose last noun is told on by "to" and the verb before `object`.
fn purposeful(s: &View<'_, '_>, object: usize) -> Option<Range<usize>> {
    let to = object.checked_sub(2).filter(|to| s.tag(*to) == Tag::To && s.tag(to + 1) == Tag::Infinitive)?;
    let head = modified_before(s, to).filter(|_| s.tag_before(to) == Tag::Noun)?;
    opens_clause(s, head.start).then_some(head)
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
        let joins = |c: &usize| s.tag(*c) == Tag::Comma || s.is_word(*c, atoms!["and"]);
        let Some(comma) = all.start.checked_sub(1).filter(joins) else { break };
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
    if opens_clause(s, all.start) {
        return all.start..last.end;
    }
    // "A bench of Lind and Aro".
    let of = all.start.checked_sub(1).filter(|of| s.is_word(*of, atoms!["of"]));
    let head = of.and_then(|of| core_before(s, of)).filter(|head| opens_clause(s, head.start));
    head.map_or(last.clone(), |head| head.start..last.end)
}

/// Whether a clause can begin at `at`: "But Lind and Aro", "Even Lind and Aro".
fn opens_clause(s: &View<'_, '_>, at: usize) -> bool {
    let edge = |at: usize| {
        use Tag::{Colon, Comma, Dash, Quoted, Semicolon, Stop, Subordinator, That};
        matches!(s.tag_before(at), Stop | Comma | That | Semicolon | Subordinator | Colon | Quoted | Dash)
    };
    edge(at) || matches!(s.tag_before(at), Tag::Conjunction | Tag::Adverb) && edge(at - 1)
}
