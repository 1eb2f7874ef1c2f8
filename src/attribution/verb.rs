//! “Q,” Lind surmised. “Q,” said the two heads of the port at Ystad, who run it. Any verb can follow a quote that
//! ends with a comma, and a subject can be longer than the rules for noun phrases reach.

use std::borrow::Cow;
use std::ops::Range;

use super::CueClass;
use super::after::{content_follows, ends_speech, is_show, left_content, quoted_before, relays};
use super::board::{Board, Find};
use super::pieces::Pieces;
use super::site::Site;
use super::tail;
use crate::lexicon::{self, Class, CueWord, Frames};
use crate::quote::{Tag, View, phrase};
use crate::text::{Shape, atoms};

/// Units of a subject between the marks and a verb of the lists.
const MAX_SUBJECT: usize = 40;

/// Words from which on marks that open a sentence hold speech, though no comma closes it.
const SPEECH_WORDS: usize = 6;

/// What the earlier sieves leave: a speaker and a verb after a marked quote.
pub(super) fn sieve(
    s: &View<'_, '_>,
    sites: &[Site],
    quoted: usize,
    board: &Board,
) -> Option<(Pieces, Find)> {
    if s.tag(quoted) != Tag::Quoted || board.is_taken(quoted) {
        return None;
    }
    // "On Channel Nine’s “Evening Talk,” Lind said": what somebody has is a name.
    let named = s.tag_before(quoted) == Tag::Possessive && !s.has_verb(0..quoted);
    if named || !ends_speech(s, quoted) && !opens_at_length(s, quoted) {
        return None;
    }
    let piece = left_content(s, sites, quoted);
    if is_show(s, quoted) || relays(s, sites, &piece) || !board.is_free(&piece) {
        return None;
    }
    let from = quoted + 1 + usize::from(matches!(s.tag(quoted + 1), Tag::Comma | Tag::Dash));
    let pieces: Pieces = std::iter::once(piece).collect();
    let find = distant(s, sites, from, &pieces)
        .or_else(|| unlisted(s, quoted, from, &pieces))
        .or_else(|| inverted(s, from, &pieces))
        .or_else(|| is_how(s, sites, from, &pieces))?;
    Some((pieces, find))
}

/// “Q,” the engineers Ames of the port at Ystad and Holm of Oslo wrote: all up to a verb of the lists.
fn distant(s: &View<'_, '_>, sites: &[Site], from: usize, pieces: &[Range<usize>]) -> Option<Find> {
    let speaks = |site: &&Site| site.word.frames.has(Frames::QUOTE) && s.tag(site.verb) == Tag::Verb;
    let site = sites.iter().filter(speaks).find(|site| site.verb > from && !site.passive)?;
    let subject = from..site.units.start;
    let breaks = |i: usize| matches!(s.tag(i), Tag::Quoted | Tag::Colon | Tag::Semicolon | Tag::That);
    let count = |found: fn(Tag) -> bool| subject.clone().filter(|i| found(s.tag(*i))).count();
    // Each verb in it must stand in a relative clause.
    let plain = count(Tag::is_finite) <= count(|tag| tag == Tag::Relative);
    let opens = s.tag(from).is_nominal() || s.tag(from) == Tag::Pronoun;
    if subject.is_empty() || subject.len() > MAX_SUBJECT || !opens || !plain || subject.clone().any(breaks) {
        return None;
    }
    let tail = tail::read(s, site, site.units.end);
    if content_follows(s, site, &tail) {
        return None;
    }
    let site = Site { subject: Some(subject), shared: false, ..site.clone() };
    Some(Find::of(s, &site, &tail, pieces).by("quote.after", 90))
}

/// “Q,” Lind surmised; “Q,” Lind notes: a verb of no list, or a form that was taken for a noun.
fn unlisted(s: &View<'_, '_>, quoted: usize, from: usize, pieces: &[Range<usize>]) -> Option<Find> {
    let source = phrase::after_with_appositive(s, from)?;
    let mut verb = source.end;
    while matches!(s.tag(verb), Tag::Comma | Tag::Adverb) && verb < source.end + 2 {
        verb += 1;
    }
    // A verb that the lists do not know was taken for a noun, and so for a part of the phrase.
    let verb = if s.tag(verb) == Tag::Verb { verb } else { source.end.checked_sub(1)? };
    let cue = spoken_form(s, verb);
    let past = s.word(verb).ends_with("ed") || s.is(verb, Class::VERB_PAST);
    let source = source.start..verb;
    if quoted_before(s, source.start) != Some(quoted)
        || source.is_empty()
        || !(past || cue.is_some())
        || s.tag(source.start) == Tag::Determiner && source.len() < 2
    {
        return None;
    }
    Some(found(s, pieces, source, verb, cue))
}

/// “Q!” marvelled Lind.
fn inverted(s: &View<'_, '_>, verb: usize, pieces: &[Range<usize>]) -> Option<Find> {
    let past = s.tag(verb) == Tag::Verb && (s.word(verb).ends_with("ed") || s.is(verb, Class::VERB_PAST));
    let source = phrase::after_with_appositive(s, verb + 1).filter(|_| past)?;
    let named = matches!(s.tag(source.start), Tag::Name | Tag::Determiner);
    let ends = source.end >= s.end() || s.tag(source.end) == Tag::Comma;
    (named && ends).then(|| found(s, pieces, source, verb, spoken_form(s, verb)))
}

/// “A war zone,” is how Lind describes the street.
fn is_how(s: &View<'_, '_>, sites: &[Site], from: usize, pieces: &[Range<usize>]) -> Option<Find> {
    let how = s.is_word(from, atoms!["is", "was"]) && s.is_word(from + 1, atoms!["how"]);
    let told = |site: &&Site| site.subject.as_ref().is_some_and(|n| n.start == from + 2) && !site.passive;
    let site = sites.iter().find(told).filter(|_| how)?;
    let source = site.subject.clone();
    Some(Find::bare(s, pieces, source, site.units.clone(), site.word.lemma, site.class).by("quote.verb", 90))
}

fn found(
    s: &View<'_, '_>,
    pieces: &[Range<usize>],
    source: Range<usize>,
    verb: usize,
    cue: Option<CueWord>,
) -> Find {
    let (lemma, class, percent) = match cue {
        Some(cue) => (cue.lemma.into(), cue.class, 90),
        None => (Cow::Owned(s.word(verb).to_lowercase()), CueClass::Say, 40),
    };
    Find::bare(s, pieces, Some(source), verb..verb + 1, lemma, class).by("quote.verb", percent)
}

/// The cue at a word that ends the saying, whatever it was tagged.
fn spoken_form(s: &View<'_, '_>, verb: usize) -> Option<CueWord> {
    let ends = !s.tag(verb + 1).is_nominal() && !s.tag(verb + 1).is_finite();
    let inflected = s.is(verb, Class::VERB_PAST | Class::VERB_S);
    let cue = lexicon::cue(s.entry(verb)).filter(|cue| cue.frames.has(Frames::QUOTE));
    cue.filter(|_| ends && inflected)
}

/// "“The bank lent more than it had to the port” the paper’s editor answered": the comma was forgotten.
fn opens_at_length(s: &View<'_, '_>, quoted: usize) -> bool {
    let inner = s.stretch(quoted).map_or(0..0, |stretch| stretch.inner.clone());
    let large = s.doc.tokens.str(inner.start).starts_with(char::is_uppercase);
    let words = inner.filter(|i| s.doc.tokens.shape(*i).is_some_and(Shape::is_word)).count();
    quoted == 0 && large && words >= SPEECH_WORDS
}
