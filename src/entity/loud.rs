//! Lines where capitals tell nothing: headlines in capitals or with each word capitalised, tables, datelines.
//!
//! There a name must be known: from the tables, from the body of the same article, or by a given name or
//! title before a word that is no common one.

use std::ops::Range;

use crate::lexicon::Class;
use crate::text::Shape;

use super::listed::Lists;
use super::read::{Reader, range};
use super::split::Candidate;
use super::words::{EMPTY, Key, join, single};

/// The longest name that is looked for, in words.
const MAX_NAME: usize = 6;

/// How far figures are counted in a row of a table, in tokens.
const MAX_ROW: usize = 12;

/// The names that the body of the article spells out, and the last words of those of several words: sorted.
#[derive(Debug, Default)]
pub(super) struct Known(Vec<Key>);

impl Known {
    /// The names among the candidates of ordinary sentences.
    pub(super) fn of(reader: Reader<'_, '_>, found: &[Candidate]) -> Self {
        let mut keys = Vec::with_capacity(found.len().saturating_mul(2));
        for candidate in found {
            let plain = candidate.tokens.len() == 1 && reader.is(candidate.tokens.start, Class::COMMON);
            if plain || candidate.demonym {
                continue;
            }
            let mut words = reader.words(candidate.tokens.clone());
            let last = words.next_back();
            let closing = Class::COMMON | Class::ORG_TAIL | Class::PLACE_TAIL;
            if let Some(last) = last.filter(|last| words.next().is_some() && !reader.is(*last, closing)) {
                keys.push(single(reader.word(last)));
            }
            keys.push(reader.key(candidate.tokens.clone()));
        }
        keys.sort_unstable();
        Self(keys)
    }

    /// The end of the longest known name that begins at token `i`.
    fn name_from(&self, reader: Reader<'_, '_>, i: usize, end: usize) -> Option<usize> {
        let (mut name, mut words, mut longest) = (EMPTY, 0_usize, None);
        for k in i..end.min(i.saturating_add(MAX_NAME.saturating_mul(2))) {
            if !reader.shape(k)?.is_word() {
                if reader.shape_is(k, Shape::Hyphen) || reader.shape_is(k, Shape::Stop) && reader.tight(k) {
                    continue;
                }
                break;
            }
            name = join(name, reader.word(k));
            words = words.saturating_add(1);
            if self.0.binary_search(&name).is_ok() {
                longest = Some(k.saturating_add(1));
            }
            if words >= MAX_NAME {
                break;
            }
        }
        longest
    }
}

impl Reader<'_, '_> {
    /// The candidates of one loud sentence.
    pub(super) fn loud_candidates(
        self,
        sentence: usize,
        tokens: Range<usize>,
        known: &Known,
        out: &mut Vec<Candidate>,
    ) {
        let (mut i, mut title) = (tokens.start, None);
        while i < tokens.end {
            let row = || self.row_name(&tokens).filter(|_| i == tokens.start);
            let Some(end) = self.loud_name(i, tokens.end, known).max(row()) else {
                title = self.loud_title(i, title);
                i = i.saturating_add(1);
                continue;
            };
            let hit = self.hit_from(i).filter(|hit| range(*hit) == (i..end));
            let listed = hit.map(|hit| self.listed(hit)).unwrap_or_default();
            let demonym = listed.only_demonym();
            out.push(Candidate {
                tokens: i..end,
                sentence,
                title: title.take(),
                hit,
                listed,
                loud: true,
                demonym,
            });
            i = end.max(i.saturating_add(1));
        }
    }

    /// The title that ends at token `i`, with what stood before it.
    fn loud_title(self, i: usize, before: Option<Range<usize>>) -> Option<Range<usize>> {
        let next = i.saturating_add(1);
        match before {
            Some(title) if title.end == i && self.shape_is(i, Shape::Stop) && self.tight(i) => {
                Some(title.start..next)
            }
            Some(title) if title.end == i && self.is(i, Class::TITLE) => Some(title.start..next),
            _ => (self.is(i, Class::TITLE) && self.capital(i)).then_some(i..next),
        }
    }

    /// "GOLDEN STATE | 6 11 .353 7": the end of the name that opens a row of a table, whatever its words are. A row
    /// has three figures at least; one plain word before them is a label ("ATTENDANCE").
    fn row_name(self, tokens: &Range<usize>) -> Option<usize> {
        let figure = |i: &usize| matches!(self.shape(*i), Some(Shape::Number | Shape::Alnum));
        let end = tokens.clone().take(MAX_NAME).find(|i| !self.capital(*i))?;
        let named =
            end > tokens.start.saturating_add(1) || end > tokens.start && !self.is_plain(tokens.start);
        let figures = (end..tokens.end).take(MAX_ROW).filter(figure).count();
        (named && figure(&end) && figures >= 3).then_some(end)
    }

    fn loud_name(self, i: usize, end: usize, known: &Known) -> Option<usize> {
        if !self.capital(i)
            || self.is(i, Class::MONTH | Class::WEEKDAY)
                && self.hit_from(i).is_none_or(|hit| hit.end - hit.start < 2)
        {
            return None;
        }
        let listed = self.hit_from(i).filter(|hit| hit.end as usize <= end).filter(|hit| {
            let listed = self.listed(*hit);
            let long = hit.end - hit.start > 1;
            let famous = listed.is(Lists::COUNTRY | Lists::CAPITAL);
            (long || famous || !listed.is(Lists::WORD) && !self.is_plain(i)) && !listed.is(Lists::WEAK)
        });
        let named = known.name_from(self, i, end);
        let listed_end = listed.map(|hit| hit.end as usize);
        let stop = named.max(listed_end).or_else(|| self.unknown(i, end))?;
        // "HALTEC | CORP".
        if stop < end && !self.tight(stop) && self.is_firm_tail(stop) {
            return Some(stop.saturating_add(1));
        }
        let given = stop == i.saturating_add(1) && self.is(i, Class::GIVEN) && !self.is(i, Class::COMMON);
        Some(if given { self.surname_after(stop, end, known).unwrap_or(stop) } else { stop })
    }

    /// "GEORGE | ARO": what follows a given name, known or of no common word.
    fn surname_after(self, i: usize, end: usize, known: &Known) -> Option<usize> {
        if i >= end || !self.capital(i) || self.tight(i) {
            return None;
        }
        known.name_from(self, i, end).or_else(|| self.unknown(i, end))
    }

    /// A word that is common, or one that grammar needs.
    fn is_plain(self, i: usize) -> bool {
        let grammar = Class::PREPOSITION
            | Class::CONJUNCTION
            | Class::DETERMINER
            | Class::PRONOUN
            | Class::AUXILIARY
            | Class::NEGATION;
        let verbs = Class::VERB_PAST | Class::VERB_S | Class::VERB_ING | Class::CUE;
        let nouns = Class::COMMON | Class::OCCUPATION | Class::BODY_NOUN | Class::PLACE_NOUN | Class::TITLE;
        self.is(i, grammar | verbs | nouns | Class::WEEKDAY | Class::MONTH | Class::NO_NAME | Class::SPORT)
    }

    /// Words of no list, and given names with what follows them.
    fn unknown(self, i: usize, end: usize) -> Option<usize> {
        let fits = |k: usize| self.capital(k) && !self.is_plain(k) && self.str(k).len() >= 3;
        if !fits(i) {
            return None;
        }
        let mut stop = i.saturating_add(1);
        while stop < end && stop.saturating_sub(i) < MAX_NAME {
            let initial = self.shape_is(stop, Shape::Initial)
                || self.shape_is(stop, Shape::Stop)
                    && self.tight(stop)
                    && self.shape_is(stop.saturating_sub(1), Shape::Initial);
            let joined =
                self.shape_is(stop, Shape::Hyphen) && self.tight(stop) && fits(stop.saturating_add(1));
            if !(fits(stop) && self.hit_from(stop).is_none()
                || joined
                || initial && stop.saturating_add(1) < end)
            {
                break;
            }
            stop = stop.saturating_add(1);
        }
        while stop > i.saturating_add(1) && !fits(stop.saturating_sub(1)) {
            stop = stop.saturating_sub(1);
        }
        Some(stop)
    }
}
