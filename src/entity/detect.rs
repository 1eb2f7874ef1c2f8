//! Candidates: every stretch of the content that may be a name, with what is seen of it.

use std::ops::Range;

use crate::lexicon::Class;
use crate::segment::{Part, PartKind};
use crate::text::{Atom, Shape, Token, atom, atoms};

use super::authors;
use super::line::Line;
use super::loud::Known;
use super::read::{Reader, range};
use super::signal::{Signal, Signals};
use super::split::{Candidate, Splitter};
use super::words::Key;

/// The candidates of all content, in the order of the text.
///
/// Ordinary sentences first: the names that they spell out are looked for in the loud ones.
pub(super) fn candidates(reader: Reader<'_, '_>) -> Vec<Candidate> {
    let mut out = Vec::with_capacity(reader.doc.hits.len() * 2);
    let mut loud = Vec::new();
    let mut frame = Frame { reader, next: 0 };
    for (at, sentence) in reader.doc.sentences.iter().enumerate() {
        if !reader.doc.parts.get(sentence.part).is_some_and(is_read) {
            continue;
        }
        let tokens = sentence.tokens.clone();
        frame.datelines(at, sentence.part, tokens.start, &mut out);
        if is_loud(reader, tokens.clone()) {
            loud.push((at, tokens));
            continue;
        }
        let first =
            tokens.clone().find(|i| reader.shape(*i).is_some_and(Shape::is_word)).unwrap_or(tokens.start);
        let mut splitter = Splitter { reader, sentence: at, first, loud: false, out: &mut out };
        let mut from = tokens.start;
        for at in reader.names.starts.within(tokens.clone()) {
            if at < from || reader.opens_alone(at) {
                continue;
            }
            if let Some(run) = reader.run(at, from..tokens.end) {
                from = run.end;
                splitter.split(run);
            }
        }
    }
    if !loud.is_empty() {
        let known = Known::of(reader, &out);
        for (at, tokens) in loud {
            reader.loud_candidates(at, tokens, &known, &mut out);
        }
        out.sort_by_key(|candidate| candidate.tokens.start);
    }
    out.retain(|candidate| {
        !in_credit(reader, candidate) && !is_eponym(reader, candidate) && !is_word(reader, candidate)
    });
    authors::named(reader, &mut out);
    out
}

/// "Ferry sinks …", where the text goes on with "the ferry": a word that has its capital from opening the headline.
fn is_word(reader: Reader<'_, '_>, c: &Candidate) -> bool {
    /// The words of an article that stand in its headline stand again in its first two thousand.
    const READ: usize = 2048;
    let first = c.tokens.start;
    let alone =
        c.tokens.len() == 1 && c.hit.is_none() && c.title.is_none() && reader.shape_is(first, Shape::Title);
    let sentence = reader.doc.sentences.get(c.sentence).filter(|s| alone && s.tokens.start == first);
    let part = sentence.and_then(|sentence| reader.doc.parts.get(sentence.part));
    if part.is_none_or(|part| part.kind != PartKind::Headline) {
        return false;
    }
    let word = reader.word(first);
    let small = |token: &Token| token.shape == Shape::Lower;
    let tokens = reader.doc.tokens.as_slice().iter().zip(reader.doc.tokens.atoms());
    tokens.take(READ).any(|(token, atom)| *atom == word && small(token))
}

/// Whether names are looked for in a part: in the content, in the lines of the author, the day and those who
/// helped ("Reporting by … in Oslo"), and where a line of the frame is only guessed to be one.
fn is_read(part: &Part) -> bool {
    let frame = matches!(
        part.kind,
        PartKind::Unknown | PartKind::Byline | PartKind::Timestamp | PartKind::Contributors
    );
    part.kind.is_content() || frame || part.confidence.get() <= GUESSED
}

/// Up to this confidence a part is read although it is called a part of the frame: tables of results have been
/// taken for menus (75) and for lists of links (60).
const GUESSED: u8 = 75;

/// The names that a part holds beside its sentences: the places and the agency of its dateline.
struct Frame<'d, 't> {
    reader: Reader<'d, 't>,
    /// The next part whose dateline is read; most articles have one at most.
    next: usize,
}

impl Frame<'_, '_> {
    /// Adds the names of the dateline of `part`, once, where it stands before the first sentence.
    fn datelines(&mut self, sentence: usize, part: usize, start: usize, out: &mut Vec<Candidate>) {
        if part < self.next {
            return;
        }
        let reader = self.reader;
        let dateline = |part: usize| reader.doc.parts.get(part).and_then(|part| part.dateline.as_ref());
        let behind = part.saturating_add(1)..reader.doc.parts.len();
        self.next = behind.into_iter().find(|part| dateline(*part).is_some()).unwrap_or(usize::MAX);
        let Some(line) = dateline(part) else { return };
        for span in line.places.iter().chain(&line.agency) {
            let tokens = reader.doc.tokens.within(*span);
            if tokens.is_empty() || tokens.end > start {
                continue;
            }
            let hit = reader.hit_from(tokens.start).filter(|hit| range(*hit) == tokens);
            if hit.is_none() && reader.is_slug(tokens.clone()) {
                continue;
            }
            let listed = hit.map(|hit| reader.listed(hit)).unwrap_or_default();
            out.push(Candidate { tokens, sentence, title: None, hit, listed, loud: true, demonym: false });
        }
    }
}

/// Whether a name stands in a credit: whose picture it is says nothing of who is in it.
fn in_credit(reader: Reader<'_, '_>, c: &Candidate) -> bool {
    let part = reader.doc.sentences.get(c.sentence).and_then(|s| reader.doc.parts.get(s.part));
    let Some(part) = part.filter(|part| !part.credits.is_empty()) else { return false };
    let span = reader.doc.span(c.tokens.clone());
    part.credits.iter().any(|credit| credit.span.overlaps(span))
}

/// What bears the name of those who found it: "Parkinson's disease" names nobody in the news.
const EPONYMS: &[Atom] = atoms!["disease", "syndrome", "lymphoma", "sarcoma", "palsy", "chorea"];

/// Whether a name is part of the name of a disease, or of that of a kind of oil.
fn is_eponym(reader: Reader<'_, '_>, c: &Candidate) -> bool {
    let next = c.tokens.end;
    let disease = next.saturating_add(1);
    let ill = || reader.small(disease) && EPONYMS.contains(&reader.word(disease));
    let oil = || {
        let brent = c.tokens.len() == 1 && reader.word(c.tokens.start) == atom!("brent");
        brent && atoms!["crude", "futures"].contains(&reader.word(next))
    };
    // A caller who lists the name wants it wherever it stands.
    let own = || c.hit.is_some_and(|hit| reader.rows(hit, |_, _| true).any(|(row, _)| row.own));
    (reader.shape_is(next, Shape::Possessive) && ill() || oil()) && !own()
}

/// What is seen of each candidate, and the name that it spells.
pub(super) fn observe(reader: Reader<'_, '_>, found: &[Candidate]) -> (Vec<Signals>, Vec<Key>) {
    let mut line = Line::default();
    let look = |c: &Candidate| {
        let mut signals = Signals::default();
        let name = reader.anatomy(c.tokens.clone());
        reader.observe_own(c, name, &mut signals);
        reader.observe_context(c, &mut signals);
        line.observe(reader, c, &mut signals);
        signals.add_if(authors::is_person(reader, c), Signal::Author);
        (signals, name.key)
    };
    found.iter().map(look).unzip()
}

/// Whether capitals tell no names in the sentence: it has no small letter, or it is a headline in which nearly
/// every long word has a capital. A headline has five long words at least, and two in five are plain ones: a
/// list of people ("Ola Dahl, Karin Moe, Nils Berg") and a caption ("Ola Dahl, Oslo") are none.
fn is_loud(reader: Reader<'_, '_>, tokens: Range<usize>) -> bool {
    let list = reader.doc.tokens.as_slice().get(tokens.clone()).unwrap_or_default();
    if !list.iter().any(|token| has_small_letters(token.shape)) {
        return true;
    }
    // "Army General Ola Dahl and Navy Captain Karin Moe spoke." is a sentence: a headline has no stop.
    !reader.is_closed(&tokens) && is_headline(reader, tokens)
}

fn has_small_letters(shape: Shape) -> bool {
    matches!(shape, Shape::Lower | Shape::Title | Shape::Mixed | Shape::Camel)
}

/// Whether nearly every long word of a line has a capital, and many of them are plain.
fn is_headline(reader: Reader<'_, '_>, tokens: Range<usize>) -> bool {
    let (mut long, mut capital, mut plain) = (0_usize, 0_usize, 0_usize);
    let most = tokens.len();
    let list = reader.doc.tokens.as_slice().get(tokens.clone()).unwrap_or_default();
    for (i, token) in tokens.zip(list) {
        if token.end.saturating_sub(token.start) < 4 || !token.shape.is_word() {
            continue;
        }
        long = long.saturating_add(1);
        if reader.capital(i) {
            capital = capital.saturating_add(1);
            let common = reader.is(i, Class::COMMON) && !reader.is(i, Class::GIVEN | Class::SURNAME);
            plain = plain.saturating_add(usize::from(common));
        } else if long.saturating_sub(capital).saturating_mul(10) > most {
            // Most lines are ordinary sentences, and say so with their first words.
            return false;
        }
    }
    long >= 5
        && capital.saturating_mul(10) >= long.saturating_mul(9)
        && plain.saturating_mul(5) >= long.saturating_mul(2)
}
