//! Where indirect speech ends.
//!
//! Two thirds of what is reported bears no marks, and there the right edge decides: most contents run to the
//! end of the sentence, the others stop before a clause that the writer adds (", but …", ", which …"), before
//! the next saying (", adding …", "and called …", ", Lind said"), or before the phrase that says where it was
//! said ("in a statement").

use super::clause::{SUBJECT_REACH, begins_clause, holds_verb, says_again, speaker_says};
use super::phrase;
use super::tag::{Tag, TagSet};
use super::trailing::{trim, without_medium, without_time};
use super::view::View;
use crate::lexicon::Class;
use crate::text::{Atom, Shape, atoms};

/// What stands around a content and bears on its end.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Ending {
    /// The saying is itself a relative clause: "Lind, who said he was ill, left".
    pub(crate) relative: bool,
    /// The saying is a subordinate clause that opens the sentence: "When Lind said no, we left".
    pub(crate) subordinate: bool,
    /// The content is a noun phrase, not a clause: "criticised the plan".
    pub(crate) phrase: bool,
    /// The saying is a participle: "calling the plan a mistake".
    pub(crate) participle: bool,
}

/// Words after a comma that begin a clause of the writer's own.
const TURNS: &[Atom] = atoms!["but", "though", "although", "while", "whereas", "despite", "compared", "yet"];
/// What alone answers a question.
const ANSWERS: &[Atom] = atoms!["no", "yes"];
/// Words after a dash that go on with what was said.
const CONTINUES: &[Atom] = atoms!["or", "including", "because", "as", "if", "not"];
/// Words after a comma that bring an example of the noun phrase before it.
const EXAMPLES: &[Atom] =
    atoms!["including", "especially", "particularly", "like", "such", "notably", "to", "of", "from", "for"];
/// Words that begin a circumstance of the saying.
const CIRCUMSTANCES: &[Atom] = atoms![
    "when", "while", "because", "although", "though", "after", "before", "during", "since", "until",
    "despite", "amid", "via", "following", "ahead",
];
/// Fractions of an appositive that measures what was said: "…, a third more than last year".
const FRACTIONS: &[Atom] = atoms!["fifth", "half", "quarter", "tenth", "third"];
/// Units of a clause that opens a content.
const OPENER_REACH: usize = 30;
/// Units in which the last item of a list must come.
const LIST_REACH: usize = 16;
/// Units of a clause in which marks show whose words it gives.
const MARKS_REACH: usize = 16;
/// Units between an infinitive and what says when.
const INFINITIVE_REACH: usize = 8;
/// Brackets further apart than this are no pair.
const BRACKET_REACH: usize = 40;
/// Dashes further apart than this are no pair.
const DASH_REACH: usize = 60;

/// The unit after the content that begins at `from`.
pub(crate) fn content_end(s: &View<'_, '_>, from: usize, ending: Ending) -> usize {
    let end = s.end();
    // "said yes and left", "said no.".
    let answer =
        s.is_word(from, ANSWERS) && !s.tag(from + 1).is_nominal() && s.tag(from + 1) != Tag::Preposition;
    if answer {
        return from + 1;
    }
    // "Asked if it was late, she nodded": the question is all that was asked.
    let question = ending.subordinate && s.is_word(from, atoms!["if", "whether"]);
    let first = if question { from } else { main_clause(s, from) } + 1;
    let source = according(s, first.saturating_sub(1));
    let mut at = next_edge(s, first, source, ending);
    while at < end {
        let behind = behind_brackets(s, at);
        if behind < end && cuts(s, from, behind, ending) {
            return trim(s, from, without_time(s, from, behind, ending.phrase));
        }
        at = next_edge(s, behind + 1, source, ending);
    }
    trim(s, from, without_time(s, from, without_medium(s, from, end), ending.phrase))
}

/// Tags of units before which a content may end, or at which brackets open.
const EDGES: TagSet = TagSet::of(&[Tag::Comma, Tag::Dash, Tag::Semicolon, Tag::Open, Tag::Conjunction]);
/// Those before which only one may that is a noun phrase.
const PHRASE_EDGES: TagSet =
    EDGES.and(TagSet::of(&[Tag::Subordinator, Tag::Preposition, Tag::Verb, Tag::Auxiliary]));

/// The first unit from `at` on before which a content may end, or at which brackets open: one in four. `source` is where
/// the sentence names its source.
fn next_edge(s: &View<'_, '_>, at: usize, source: usize, ending: Ending) -> usize {
    let end = s.end();
    let edges = if ending.phrase { PHRASE_EDGES } else { EDGES };
    let edge = |pair: &[Tag]| match pair {
        [before, here] => (*before == Tag::Quoted) | edges.has(*here),
        _ => false,
    };
    let tags = s.tags.get(at.saturating_sub(1)..end).unwrap_or_default();
    let edge = tags.windows(2).position(edge).map_or(end, |units| at + units);
    if at <= source { edge.min(source) } else { edge }
}

/// Where "according to" stands behind `from`; beyond the sentence where it does not.
fn according(s: &View<'_, '_>, from: usize) -> usize {
    let names = |i: &usize| *i > from && s.is_word(*i, atoms!["according"]) && s.is_word(i + 1, atoms!["to"]);
    s.hooks().find(names).unwrap_or(s.len())
}

/// The unit behind the brackets that open at `at`: nothing ends inside them.
fn behind_brackets(s: &View<'_, '_>, at: usize) -> usize {
    if s.tag(at) != Tag::Open {
        return at;
    }
    let limit = s.end().min(at + BRACKET_REACH);
    let close = (at..limit).find(|i| s.tag(*i) == Tag::Close);
    close.map_or(at, |close| close + 1)
}

/// Where the main clause begins behind one that opens the content: "as the road was wet, they walked".
fn main_clause(s: &View<'_, '_>, from: usize) -> usize {
    let opens = matches!(s.tag(from), Tag::Subordinator | Tag::Preposition)
        && !s.is_word(from, atoms!["whether"])
        || s.is_word(from, atoms!["according"]);
    if !opens {
        return from;
    }
    let limit = s.end().min(from + OPENER_REACH);
    let clause = |c: &usize| {
        // "In hindsight, what they bought was worthless".
        let what = s.is_word(c + 1, atoms!["what"]);
        s.tag(*c) == Tag::Comma && (what || begins_clause(s, c + 1))
    };
    let comma = (from + 2..limit).find(clause).filter(|_| opens);
    comma.map_or(from, |c| c + 1)
}

/// Whether the content ends before unit `at`.
fn cuts(s: &View<'_, '_>, from: usize, at: usize, ending: Ending) -> bool {
    if closes_with_comma(s, at - 1) && s.tag(at) != Tag::Comma {
        return cuts_at_comma(s, from, at, at, ending);
    }
    match s.tag(at) {
        Tag::Comma => cuts_at_comma(s, from, at, at + 1, ending),
        Tag::Conjunction if s.is_word(at, atoms!["or", "nor"]) && !ending.participle => false,
        // "cited two officials but gave no names".
        Tag::Conjunction if ending.phrase && s.tag(at + 1) == Tag::Verb && s.is_word(at, atoms!["but"]) => {
            true
        }
        Tag::Conjunction => {
            says_again(s, from, at + 1, ending.participle) || begins_equal_clause(s, from, at, ending)
        }
        Tag::Dash => cuts_at_dash(s, from, at),
        Tag::Semicolon => ending.phrase || speaker_says(s, at + 1),
        Tag::Subordinator | Tag::Preposition if ending.phrase && begins_adverbial(s, at) => {
            !goes_with_infinitive(s, from, at)
        }
        tag if tag.is_finite() && ending.phrase && (ending.relative || ending.subordinate) => {
            use Tag::{Adverb, Auxiliary, Pronoun, Relative, That, To};
            !matches!(s.tag_before(at), Relative | Pronoun | That | Adverb | Auxiliary | To)
        }
        _ => {
            s.is(at, Class::EVIDENCE) && s.is_word(at, atoms!["according"]) && s.is_word(at + 1, atoms!["to"])
        }
    }
}

/// A dash that has no partner turns back to the writer; two of them only insert something.
fn cuts_at_dash(s: &View<'_, '_>, from: usize, dash: usize) -> bool {
    let limit = s.end().min(dash + DASH_REACH);
    let is_dash = |i: &usize| s.tag(*i) == Tag::Dash;
    let floor = from.max(dash.saturating_sub(DASH_REACH));
    let closes = (floor..dash).filter(is_dash).count() % 2 == 1;
    !closes && !s.is_word(dash + 1, CONTINUES) && !(dash + 1..limit).any(|i| is_dash(&i))
}

/// Whether a comma inside the marks closes the stretch at `unit`: “… the king of debt,” noting that.
pub(crate) fn closes_with_comma(s: &View<'_, '_>, unit: usize) -> bool {
    let last = s.stretch(unit).and_then(|stretch| stretch.inner.end.checked_sub(1));
    last.and_then(|l| s.doc.tokens.shape(l)) == Some(Shape::Comma)
}

/// Whether the content ends at a comma: `next` is the unit after it.
fn cuts_at_comma(s: &View<'_, '_>, from: usize, comma: usize, next: usize, ending: Ending) -> bool {
    if ending.phrase && !goes_on_phrase(s, next) {
        return true;
    }
    let whole = s.tag(from) == Tag::Quoted && comma == from + 1;
    let complete = s.has_verb(from..comma) || ending.phrase || whole || s.tag(from) == Tag::To;
    match s.tag(next) {
        _ if s.is_word(next, TURNS) => {
            complete
                && (!goes_on(s, next) && !marks_go_on(s, next)
                    || says_again(s, from, next + 1, ending.participle))
        }
        // "…, which would cost jobs" goes on with what is said.
        Tag::Relative if s.is_word(next, atoms!["which", "who"]) => {
            let modal = s.is_word(next + 1, atoms!["would", "could", "might", "will", "may", "should"]);
            complete && !modal && !marks_go_on(s, next)
        }
        Tag::Ing => s.is(next, Class::CUE),
        Tag::Determiner if s.is_word(next, atoms!["a", "an"]) => complete && comments(s, next),
        // "…, with one calling it a farce".
        Tag::Preposition if s.is_word(next, atoms!["with"]) => {
            let verb = phrase::core_after(s, next + 1);
            verb.is_some_and(|v| s.tag(v) == Tag::Ing && s.is(v, Class::CUE))
        }
        Tag::Conjunction => {
            says_again(s, from, next + 1, ending.participle)
                || speaker_says(s, next + 1)
                || begins_equal_clause(s, from, next, ending)
                || ending.phrase && s.tag(next + 1).is_finite()
                // "wrote that “few pilots grow,” and the sale …": the comma inside the mark ends what is quoted.
                || whole && begins_clause(s, next + 1) && !marks_go_on(s, next)
        }
        tag if tag.is_finite() && ending.relative => complete || tag == Tag::Verb,
        tag if tag.is_finite() && ending.phrase => true,
        Tag::Verb if s.is(next, Class::CUE) => complete && says_again(s, from, next, ending.participle),
        _ if ending.subordinate => begins_clause(s, next),
        _ => complete && speaker_says(s, next),
    }
}

/// "…, which “will fill the wells”": marks with no verb of saying before them are still the words of the speaker.
fn marks_go_on(s: &View<'_, '_>, next: usize) -> bool {
    let limit = s.end().min(next + MARKS_REACH);
    let quoted = (next..limit).find(|i| s.tag(*i) == Tag::Quoted);
    quoted.is_some_and(|quoted| !(next..quoted).any(|i| s.cue(i).is_some()))
}

/// Whether what follows a comma still belongs to a noun phrase: an item of a list, or an example.
fn goes_on_phrase(s: &View<'_, '_>, next: usize) -> bool {
    if s.is_word(next, EXAMPLES) {
        return true;
    }
    if s.tag(next) == Tag::Conjunction {
        return !s.is_word(next, atoms!["but", "yet"])
            && !begins_clause(s, next + 1)
            && !s.tag(next + 1).is_finite();
    }
    let limit = s.end().min(next + LIST_REACH);
    let breaks =
        |i: &usize| s.tag(*i).is_finite() || matches!(s.tag(*i), Tag::Relative | Tag::Dash | Tag::That);
    let stop = (next..limit).find(breaks).unwrap_or(limit);
    s.tag(next).is_nominal()
        && ((next..stop).any(|i| s.is_word(i, atoms!["and", "or"])) || is_aside(s, next, stop))
}

/// "called on the commission, | a body of three, | to look into it".
fn is_aside(s: &View<'_, '_>, from: usize, stop: usize) -> bool {
    let comma = (from..stop).find(|i| s.tag(*i) == Tag::Comma);
    comma.is_some_and(|comma| s.tag(comma + 1) == Tag::To)
}

/// Whether a phrase of time or circumstance begins: it goes with the saying, "endorsed Lind after the debate".
fn begins_adverbial(s: &View<'_, '_>, at: usize) -> bool {
    s.is_word(at, CIRCUMSTANCES)
        || s.is_word(at, atoms!["as"]) && begins_clause(s, at + 1)
        || s.is_word(at, atoms!["by"]) && s.tag(at + 1) == Tag::Ing
        || s.is_word(at, atoms!["in", "on", "at"]) && is_when_or_where_said(s, at + 1)
}

/// "called for it to be published before Easter": when what is wanted shall be, not when it was said.
fn goes_with_infinitive(s: &View<'_, '_>, from: usize, at: usize) -> bool {
    let floor = from.max(at.saturating_sub(INFINITIVE_REACH));
    let finite = |i: usize| s.tag(i).is_finite() && s.tag_before(i) != Tag::To;
    let wanted = || (floor..at).any(|i| s.tag(i) == Tag::To) && !(floor..at).any(finite);
    s.is_word(at, atoms!["before", "until"]) && wanted()
}

/// "Monday", "June", "2015", "a statement", "an interview with".
fn is_when_or_where_said(s: &View<'_, '_>, from: usize) -> bool {
    let Some(to) = phrase::core_after(s, from) else { return false };
    let year = s.tag(from) == Tag::Number && s.word(from).len() == 4;
    // "in an interview", "on Facebook", "on television".
    let medium = s.is(to - 1, Class::MEDIUM)
        && (to == from + 1 || s.is_word(from, atoms!["a", "an", "his", "her", "their"]));
    year || medium || s.is(from, Class::WEEKDAY | Class::MONTH)
}

/// "…, a plan that has few friends": a noun phrase to the end of the sentence is the writer’s comment.
fn comments(s: &View<'_, '_>, from: usize) -> bool {
    let more = |i: usize| matches!(s.tag(i), Tag::Comma | Tag::Conjunction | Tag::Dash);
    let verb = phrase::after(s, from).is_some_and(|n| s.tag(n.end).is_finite());
    !verb && !s.is_word(from + 1, FRACTIONS) && !(from..s.end()).any(more)
}

/// Whether a turn still belongs to what is said: ", but not", ", but that it", ", but planned to wait". Where someone
/// else begins to speak or act, the writer does.
fn goes_on(s: &View<'_, '_>, turn: usize) -> bool {
    let next = turn + 1;
    let clause = begins_clause(s, next);
    if s.is_word(turn, atoms!["yet"]) {
        return !clause;
    }
    let joined = || s.is_word(next, atoms!["not", "only", "that"]) || !clause && !holds_verb(s, next);
    s.is_word(turn, atoms!["but"]) && joined()
}

/// Whether the conjunction at `and` joins a clause of the writer's own to a content that is none: "backed the plan and
/// the owners paid", "refused to sign and the owners left".
fn begins_equal_clause(s: &View<'_, '_>, from: usize, and: usize, ending: Ending) -> bool {
    (ending.phrase || s.tag(from) == Tag::To) && begins_clause(s, and + 1) && !joins_subjects(s, from, and)
}

/// "The boat on which he and Lind sailed", "the gap between Lind and Aro was small": two subjects of one verb.
fn joins_subjects(s: &View<'_, '_>, from: usize, and: usize) -> bool {
    let floor = from.max(and.saturating_sub(SUBJECT_REACH));
    for i in (floor..and).rev() {
        match s.tag(i) {
            Tag::Relative | Tag::That | Tag::Subordinator | Tag::Pronoun => return true,
            Tag::Preposition if s.is_word(i, atoms!["between"]) => return true,
            Tag::Comma => return false,
            tag if tag.is_finite() => return false,
            _ => {}
        }
    }
    false
}
