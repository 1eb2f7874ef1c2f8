//! Authors as names: the line that names them says where each name begins and ends.
//!
//! "Josh Haverill North of England editor" names Josh Haverill, and "By Mercy Otieno" somebody whose given name is
//! also a word.

use std::ops::Range;

use crate::lexicon::Class;
use crate::segment::{Part, PartKind};

use super::read::{Reader, range};
use super::split::Candidate;

/// Authors looked at in one line: more are a list of something else.
const MAX_AUTHORS: usize = 16;

/// Puts the authors of bylines and lines of contributors in the place of what their words alone were cut into.
pub(super) fn named(reader: Reader<'_, '_>, out: &mut Vec<Candidate>) {
    let parts = reader.doc.parts.iter();
    let authors: Vec<_> = parts.flat_map(|part| of_part(reader, part)).collect();
    if authors.is_empty() {
        return;
    }
    let over = |c: &Candidate| {
        let at = authors.partition_point(|author| author.end <= c.tokens.start);
        authors.get(at).filter(|author| author.start < c.tokens.end)
    };
    // "By Dr. | Ola Dahl": the title lies outside the name.
    let whole = |c: &Candidate, author: &Range<usize>| {
        c.tokens == *author || c.title.is_some() && c.tokens.end == author.end
    };
    out.retain(|c| over(c).is_none_or(|author| whole(c, author)));
    out.iter_mut().for_each(|c| without_role(reader, c));
    let kept: Vec<_> = out.iter().filter_map(over).map(|author| author.start).collect();
    let lost = authors.iter().filter(|author| kept.binary_search(&author.start).is_err());
    out.extend(lost.filter_map(|author| candidate(reader, author.clone())));
    out.sort_by_key(|c| c.tokens.start);
}

/// "AP Sports Writer" in a byline names the outlet.
fn without_role(reader: Reader<'_, '_>, c: &mut Candidate) {
    let part = reader.doc.sentences.get(c.sentence).and_then(|s| reader.doc.parts.get(s.part));
    let role = c.tokens.end.checked_sub(1).is_some_and(|last| reader.is(last, Class::ROLE));
    if !role || part.is_none_or(|part| part.kind != PartKind::Byline) {
        return;
    }
    let outlet = reader.hit_from(c.tokens.start).filter(|hit| reader.listed(*hit).is_body());
    if let Some(hit) = outlet.filter(|hit| (hit.end as usize) < c.tokens.end) {
        (c.tokens, c.hit, c.listed) = (range(hit), Some(hit), reader.listed(hit));
    }
}

/// Whether a candidate is a whole author who is a person, as far as the words tell: no desk and no outlet.
pub(super) fn is_person(reader: Reader<'_, '_>, c: &Candidate) -> bool {
    let part = reader.doc.sentences.get(c.sentence).and_then(|s| reader.doc.parts.get(s.part));
    part.is_some_and(|part| of_part(reader, part).any(|author| author == c.tokens))
}

/// The persons among the authors of a part: two words or more, and none of an office or a body.
fn of_part<'p>(reader: Reader<'p, '_>, part: &'p Part) -> impl Iterator<Item = Range<usize>> + use<'p> {
    let named = matches!(part.kind, PartKind::Byline | PartKind::Contributors);
    let authors = part.authors.iter().take(if named { MAX_AUTHORS } else { 0 });
    authors
        .map(move |author| reader.doc.tokens.within(author.span))
        .filter(move |t| is_name(reader, t.clone()))
}

fn is_name(reader: Reader<'_, '_>, tokens: Range<usize>) -> bool {
    let office =
        Class::ROLE | Class::MEDIA | Class::ORG_TAIL | Class::ORG_HEAD | Class::OCCUPATION | Class::BODY_NOUN;
    let common = |i: usize| reader.is(i, Class::COMMON) && !reader.is(i, Class::SURNAME | Class::GIVEN);
    let last = tokens.end.saturating_sub(1);
    let listed = reader.hit_over(last).map(|hit| reader.listed(hit)).unwrap_or_default();
    tokens.len() > 1
        && !listed.is_body()
        && !common(last)
        && tokens.clone().all(|i| !reader.is(i, office) || reader.is(i, Class::SURNAME | Class::GIVEN))
}

fn candidate(reader: Reader<'_, '_>, tokens: Range<usize>) -> Option<Candidate> {
    let sentences = &reader.doc.sentences;
    let sentence = sentences.partition_point(|s| s.tokens.end <= tokens.start);
    sentences.get(sentence).filter(|s| s.tokens.start <= tokens.start && tokens.end <= s.tokens.end)?;
    let hit = reader.hit_from(tokens.start).filter(|hit| range(*hit) == tokens);
    let listed = hit.map(|hit| reader.listed(hit)).unwrap_or_default();
    Some(Candidate { tokens, sentence, title: None, hit, listed, loud: false, demonym: false })
}
