//! A cue in its sentence: the verb with its auxiliaries, who stands before it, what follows.

use std::ops::Range;

use super::{CueClass, Polarity};
use crate::lexicon::{Class, CueWord, Frames};
use crate::quote::{Tag, View, is_be, long_subject, phrase};
use crate::text::{Atom, atoms};

/// Cues of what is not said: "declined to say".
const REFUSING: &[Atom] = atoms!["decline", "refuse"];

/// How far back the subject of a participle is sought.
const MAX_LOOK_BACK: usize = 80;

/// Cues before a participle that may lend it their subject.
const MAX_LENDERS: usize = 4;

/// A cue verb and its subject, as units of one sentence.
#[derive(Clone, Debug)]
pub(super) struct Site {
    /// The verb itself.
    pub(super) verb: usize,
    /// The verb with its auxiliaries, negation and particle.
    pub(super) units: Range<usize>,
    pub(super) word: CueWord,
    pub(super) class: CueClass,
    /// Who does it, as far as the words before the verb tell.
    pub(super) subject: Option<Range<usize>>,
    /// Whether the subject belongs to an earlier verb: "…, adding that", "and called".
    pub(super) shared: bool,
    /// "was asked", "is expected".
    pub(super) passive: bool,
    pub(super) polarity: Polarity,
}

impl Site {
    /// Whether a clause can be told with it: "says", "writes", "shows".
    pub(super) fn tells(&self) -> bool {
        let speech = matches!(self.class, CueClass::Say | CueClass::Write | CueClass::Show);
        speech && self.word.frames.has(Frames::CLAUSE)
    }

    /// The units that are reported as the cue: without the adverbs before the verb group.
    pub(super) fn named(&self, s: &View<'_, '_>) -> Range<usize> {
        let mut from = self.units.start;
        while from < self.verb && s.tag(from) == Tag::Adverb {
            from += 1;
        }
        from..self.units.end
    }

    /// The first unit of the saying: its own subject, or the verb.
    pub(super) fn start(&self) -> usize {
        match &self.subject {
            Some(subject) if !self.shared => subject.start.min(self.units.start),
            _ => self.units.start,
        }
    }

    /// Whether a later participle or coordinate verb has this one's subject: the main saying does.
    fn lends(&self, s: &View<'_, '_>) -> bool {
        self.subject
            .as_ref()
            .is_some_and(|subject| self.shared || heads_clause(s, subject) || self.is_relative(s))
    }

    /// "to say" without a verb that it hangs on: a purpose, not a saying.
    pub(super) fn is_purpose(&self, s: &View<'_, '_>) -> bool {
        s.tag(self.units.start) == Tag::To
    }

    /// Whether the subject is "who" or "which".
    pub(super) fn is_relative(&self, s: &View<'_, '_>) -> bool {
        self.subject.as_ref().is_some_and(|subject| matches!(s.tag(subject.start), Tag::Relative | Tag::That))
    }
}

/// Fills `sites` with every cue verb of the sentence, in order.
pub(super) fn find(s: &View<'_, '_>, sites: &mut Vec<Site>) {
    sites.clear();
    for verb in s.hooks() {
        if let Some(word) = s.cue(verb).filter(|_| !keeps_name_back(s, verb)) {
            let Some((word, particle)) = word.with_particle(|i| s.atom(verb + 1 + i)) else { continue };
            let site = read(s, verb, verb + 1 + particle, word, sites);
            sites.push(site);
        }
    }
    lend_back(s, sites);
}

/// "Asked not to be named": it tells what the source is, and nothing that it says.
fn keeps_name_back(s: &View<'_, '_>, verb: usize) -> bool {
    let to = verb + 1 + usize::from(s.tag(verb + 1) == Tag::Negation);
    s.is_word(to, atoms!["to"])
        && s.is_word(to + 1, atoms!["be"])
        && s.is_word(to + 2, atoms!["named", "identified", "quoted"])
}

/// "Citing two officials, the Post reported": the participle that opens the sentence has the subject that follows.
fn lend_back(s: &View<'_, '_>, sites: &mut [Site]) {
    let opens = |site: &Site| site.units.start == 0 && s.tag(0) == Tag::Ing && site.subject.is_none();
    if !sites.first().is_some_and(opens) {
        return;
    }
    let own = |site: &&Site| !site.shared && !site.passive;
    let after_comma = |n: &Range<usize>| s.tag_before(n.start) == Tag::Comma;
    let lent = sites.iter().skip(1).filter(own).find_map(|site| site.subject.clone().filter(after_comma));
    if let Some(site) = sites.first_mut() {
        site.subject = lent;
    }
}

/// The cue at `verb`, behind those of `sites`.
fn read(s: &View<'_, '_>, verb: usize, to: usize, word: CueWord, sites: &[Site]) -> Site {
    let chain = chain(s, verb);
    let auxiliaries = || (chain..verb).filter(|i| s.tag(*i) == Tag::Auxiliary);
    let passive = s.tag(verb) == Tag::Participle
        && !s.is(verb, Class::CUE_ADJECTIVE)
        && auxiliaries().next_back().is_none_or(|i| is_be(s.atom(i)));
    let (subject, shared) = subject(s, verb, chain, word, sites);
    let polarity = polarity(s, chain, verb, word);
    Site { verb, units: chain..to, word, class: word.class, subject, shared, passive, polarity }
}

/// The first unit of the verb group that ends with `verb`: "has not yet said", "went on to say".
fn chain(s: &View<'_, '_>, verb: usize) -> usize {
    let mut from = verb;
    let mut finite = s.tag(verb) == Tag::Verb;
    while from > 0 && verb - from < 8 {
        let before = from - 1;
        let joins = match s.tag(before) {
            Tag::Auxiliary | Tag::Negation => true,
            Tag::Adverb => true,
            _ if floats(s, before) => true,
            Tag::To => !finite,
            // "declined to say", "continued to insist", "went on to add".
            // "is expected to show": the expecting is what is said.
            Tag::Participle if s.cue(before).is_some_and(|c| c.class == CueClass::Think) => false,
            Tag::Verb | Tag::Participle | Tag::Ing => {
                s.tag(from) == Tag::To || (s.is_word(from, atoms!["on"]) && s.tag(from + 1) == Tag::To)
            }
            Tag::Preposition => s.tag(from) == Tag::To && s.is_word(before, atoms!["on"]),
            _ => false,
        };
        if !joins {
            break;
        }
        finite |= matches!(s.tag(before), Tag::Verb | Tag::Auxiliary);
        from = before;
    }
    // An adverb that opens the sentence is no part of the verb.
    while from < verb && s.tag(from) == Tag::Adverb && matches!(s.tag_before(from), Tag::Stop | Tag::Comma) {
        from += 1;
    }
    from
}

/// "They all agreed", "who has both praised", "the paper first reported": words of number beside a verb that has its
/// subject before them.
fn floats(s: &View<'_, '_>, word: usize) -> bool {
    if !s.is_word(word, atoms!["all", "both", "each", "first"]) {
        return false;
    }
    match s.tag_before(word) {
        Tag::Auxiliary | Tag::Pronoun | Tag::Relative | Tag::Close => true,
        // "Holm and Aro, who sail together, both said".
        Tag::Comma | Tag::Dash => phrase::before(s, word).is_some(),
        before => before.is_nominal() && before != Tag::Determiner,
    }
}

fn polarity(s: &View<'_, '_>, chain: usize, verb: usize, word: CueWord) -> Polarity {
    let negated = (chain..verb)
        .any(|i| s.tag(i) == Tag::Negation || s.tag(i) == Tag::Auxiliary && ends_in_not(s.word(i)));
    let refused = (chain..verb).any(|i| s.cue(i).is_some_and(|c| c.is(REFUSING)));
    if !negated && word.is(atoms!["deny", "refute"]) {
        return Polarity::Denied;
    }
    let declined = negated || refused || word.is(REFUSING);
    if declined { Polarity::Declined } else { Polarity::Affirmed }
}

/// "didn’t", "won't".
fn ends_in_not(auxiliary: &str) -> bool {
    ["n't", "n’t"].iter().any(|not| auxiliary.ends_with(not))
}

/// The subject of the verb group `chain..=verb`, and whether one of `sites` before it lends it.
fn subject(
    s: &View<'_, '_>,
    verb: usize,
    chain: usize,
    word: CueWord,
    sites: &[Site],
) -> (Option<Range<usize>>, bool) {
    let last = || sites.iter().rev().take(MAX_LENDERS).find(|site| site.lends(s));
    let participle = s.tag(chain) == Tag::Ing || (chain == verb && s.tag(verb) == Tag::Participle);
    let coordinated = s.tag_before(chain) == Tag::Conjunction
        || (s.tag_before(chain) == Tag::Comma && s.tag(verb) == Tag::Ing && last().is_some());
    if participle || coordinated {
        let near = |site: &&Site| verb - site.verb < MAX_LOOK_BACK;
        let lent = || last().filter(near).and_then(|site| site.subject.clone());
        // "The Post, citing two officials, reported": the subject stands before the comma.
        let comma = chain.checked_sub(1).filter(|c| s.tag(*c) == Tag::Comma);
        // "called for a probe, insisting that": what is called for insists on nothing.
        let object = |n: &Range<usize>| {
            let tie = usize::from(s.tag_before(n.start) == Tag::Preposition);
            s.tag_before(n.start.saturating_sub(tie)).is_finite()
        };
        let noun = || comma.and_then(|c| phrase::plain_before(s, c)).filter(|n| !object(n));
        // "Anyone questioning the count": the participle belongs to the noun beside it.
        // "with one calling it a farce".
        let alone = |n: &Range<usize>| n.start == 0 || s.is_word(n.start - 1, atoms!["with"]);
        let beside = || phrase::plain_before(s, chain).filter(|n| alone(n) && s.tag(chain) == Tag::Ing);
        return (beside().or_else(lent).or_else(|| governor(s, chain)).or_else(noun), true);
    }
    let from = before_time(s, chain);
    // "A poll published last week shows": the time is no subject, so all of the clause is one.
    let near = phrase::before(s, from);
    let time = near.as_ref().is_some_and(|n| phrase::is_time(s, n));
    let sure = s.tag(chain).is_finite() && word.frames.has(Frames::CLAUSE);
    let subject = near.filter(|_| !time).or_else(|| long_subject(s, from).filter(|_| sure || time));
    (subject.map(|n| split_verb(s, &n).unwrap_or(n)), false)
}

/// "The club had in its letter claimed": the subject stands before the auxiliary, not before the verb.
fn split_verb(s: &View<'_, '_>, near: &Range<usize>) -> Option<Range<usize>> {
    let tie = near.start.checked_sub(1).filter(|t| s.tag(*t) == Tag::Preposition)?;
    let auxiliary = tie.checked_sub(1).filter(|a| s.tag(*a) == Tag::Auxiliary)?;
    phrase::before(s, auxiliary)
}

/// Steps back over a weekday between speaker and verb: "the report on Friday said".
fn before_time(s: &View<'_, '_>, chain: usize) -> usize {
    // "The firm, a maker of nets, today announced".
    if chain > 1
        && s.is_word(chain - 1, atoms!["today", "yesterday"])
        && s.tag_before(chain - 1) == Tag::Comma
    {
        return chain - 1;
    }
    let Some(day) = chain.checked_sub(1).filter(|d| *d > 1 && s.is(*d, Class::WEEKDAY)) else {
        return chain;
    };
    let on = s.tag_before(day) == Tag::Preposition && s.is_word(day - 1, atoms!["on", "late", "early"]);
    // "the letter from Friday": no time of saying.
    if s.tag_before(day) == Tag::Preposition && !on {
        return chain;
    }
    let from = if on { day - 1 } else { day };
    // "A poll released Monday showed": the day of the release.
    if s.is(from - 1, Class::VERB_PAST) && matches!(s.tag_before(from - 1), Tag::Noun | Tag::Name) {
        return chain;
    }
    let adverb = s.tag_before(from) == Tag::Adverb
        || from > 0 && s.is_word(from - 1, atoms!["earlier", "later", "late", "early"]);
    from - usize::from(adverb)
}

/// The subject of the nearest finite verb before `at`.
pub(super) fn governor(s: &View<'_, '_>, at: usize) -> Option<Range<usize>> {
    let floor = at.saturating_sub(MAX_LOOK_BACK);
    let mut nearest = None;
    let mut i = at;
    while i > floor {
        i -= 1;
        if !s.tag(i).is_finite() {
            continue;
        }
        let mut from = i;
        while from > floor
            && (matches!(s.tag_before(from), Tag::Auxiliary | Tag::Adverb | Tag::Negation)
                || floats(s, from - 1))
        {
            from -= 1;
        }
        let subject = phrase::before(s, before_time(s, from));
        if subject.is_none() && speaks_behind(s, i, from) {
            return phrase::after(s, i + 1);
        }
        if let Some(subject) = subject {
            if heads_clause(s, &subject) {
                return Some(subject);
            }
            nearest = nearest.or(Some(subject));
        }
        i = from;
    }
    nearest
}

/// "“No,” said Lind, adding …": whether the subject of the verb group `from..=verb` stands behind it.
fn speaks_behind(s: &View<'_, '_>, verb: usize, from: usize) -> bool {
    let speaks = s.cue(verb).is_some_and(|cue| cue.frames.has(Frames::QUOTE));
    speaks && matches!(s.tag_before(from), Tag::Comma | Tag::Quoted) && phrase::after(s, verb + 1).is_some()
}

/// Whether a subject begins a main clause: nothing before it subordinates it.
fn heads_clause(s: &View<'_, '_>, subject: &Range<usize>) -> bool {
    let relative = matches!(s.tag(subject.start), Tag::Relative | Tag::That);
    let free = matches!(
        s.tag_before(subject.start),
        Tag::Stop
            | Tag::Comma
            | Tag::Conjunction
            | Tag::Dash
            | Tag::Semicolon
            | Tag::Colon
            | Tag::Adverb
            | Tag::Quoted
    );
    // "• Lind said": a bullet opens the line.
    let bullet = subject.start == 1 && s.tag(0) == Tag::Symbol;
    (free || bullet) && !relative
}
