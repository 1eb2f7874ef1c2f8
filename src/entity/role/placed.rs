//! Offices that more is told of before the name: "A spokesman for the agency in Geneva, | Petra Lind |, said",
//! "The Special Adviser to the Governor on Media, | Petra Lind |, …".

use std::ops::Range;

use crate::lexicon::Class;
use crate::text::{Shape, atom, atoms};

use super::super::listed::Lists;
use super::super::read::Reader;
use super::Found;
use super::before::KIN;

/// How far before its comma such a phrase begins, in tokens: "the spokesman for the U.N. High Commissioner for Refugees
/// (UNHCR) in Geneva" has fourteen.
const MAX_PHRASE: usize = 18;

impl Reader<'_, '_> {
    /// The office of the name behind the comma at `comma`, of which prepositions tell more; the name is closed by a
    /// comma or a stop at `end`.
    pub(super) fn role_placed(self, comma: usize, end: usize, from: usize) -> Option<Found> {
        let closed = matches!(self.shape(end), Some(Shape::Comma | Shape::Stop));
        if !closed || !self.shape_is(comma, Shape::Comma) {
            return None;
        }
        let phrase = self.phrase_with_more(comma, from)?;
        let is_link = |i: &usize| self.small(*i) && self.is(*i, Class::PREPOSITION);
        let link = phrase.clone().find(is_link)?;
        let noun = self.noun_of(link.checked_sub(1)?).filter(|noun| *noun > phrase.start)?;
        // "the lawyer for the accused, Ola Dahl,", "a spokesman for the minister, …": the name may be that one's.
        let person = Class::OCCUPATION | Class::TITLE | Class::SPEAKER_ROLE | Class::GROUP;
        let last = comma.saturating_sub(1);
        let served = self.word(link) == atom!("to");
        let another =
            !served && self.small(last) && self.is(last, person) || self.word(last) == atom!("accused");
        if another || KIN.contains(&self.word(noun)) || self.is(noun, Class::PLACE_HEAD) {
            return None;
        }
        let start = self.office_start(phrase.start, noun);
        // "the Commissioner for Agriculture".
        let field = link.saturating_add(1)..comma;
        let plain =
            |i: usize| self.capital(i) && self.hit_over(i).is_none_or(|hit| self.listed(hit).is(Lists::WORD));
        if self.capital(noun) && field.into_iter().all(|i| plain(i) || self.word(i) == atom!("and")) {
            return Some(Found { tokens: start..comma, of: self.owner(start.saturating_sub(1)) });
        }
        let of = self.behind(link.saturating_sub(1)).or_else(|| self.owner(start.saturating_sub(1)));
        Some(Found { tokens: start..link, of })
    }

    /// The noun phrase with its prepositional phrases that ends at `comma`: from its article, or whose it is, with no
    /// verb and no other mark in it.
    fn phrase_with_more(self, comma: usize, from: usize) -> Option<Range<usize>> {
        let mut start = None;
        for i in (from..comma).rev().take(MAX_PHRASE) {
            let bracket = matches!(self.shape(i), Some(Shape::Open | Shape::Close | Shape::Hyphen));
            let verb =
                Class::AUXILIARY | Class::PRONOUN | Class::CONJUNCTION | Class::CUE | Class::PERSON_VERB;
            let noun = Class::OCCUPATION | Class::TITLE | Class::DETERMINER | Class::BODY_NOUN;
            let named = i > from && self.is(i.saturating_sub(1), Class::DETERMINER);
            let joins = self.small(i) && atoms!["and", "of", "for"].contains(&self.word(i));
            let broken = self.small(i) && self.is(i, verb) && !self.is(i, noun) && !joins && !named;
            let mark = !bracket
                && !self.shape(i).is_some_and(Shape::is_word)
                && !self.shape_is(i, Shape::Possessive);
            if broken || mark {
                break;
            }
            if self.is(i, Class::DETERMINER) && !self.is(i, Class::PREPOSITION) {
                start = Some(i);
            }
        }
        start.map(|start| start..comma)
    }

    /// The first word of the office that ends in `noun`, behind the article or the name at `open`.
    fn office_start(self, open: usize, noun: usize) -> usize {
        let named = |i: &usize| {
            self.shape_is(*i, Shape::Possessive)
                || self.capital(*i) && self.small(noun) && !self.is(*i, Class::TITLE | Class::QUALIFIER)
                || self
                    .hit_over(*i)
                    .is_some_and(|hit| self.listed(hit).is_place() && !self.listed(hit).is(Lists::WORD))
        };
        (open..noun).rev().find(|i| *i == open || named(i)).map_or(noun, |i| i.saturating_add(1))
    }
}
