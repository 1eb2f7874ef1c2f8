//! The whole document decides: one spelling, one reading; the full name decides for its short forms.
//!
//! In: candidates with their signals. Out: [`Group`]s, one a spelling, each with a reading and, where it is
//! a short form, the group of the full name. Every lookup is by key, so the work is linear in the names.

use std::collections::HashMap;

use crate::lexicon::Class;
use crate::text::Shape;

use super::read::Reader;
use super::signal::{self, Reading, Signal, Signals, Sums};
use super::split::Candidate;
use super::words::{Key, Words};

/// All mentions of one spelling.
#[derive(Debug)]
pub(super) struct Group {
    pub(super) key: Key,
    /// Positions in the list of candidates, in the order of the text.
    pub(super) candidates: Vec<usize>,
    pub(super) sums: Sums,
    pub(super) reading: Reading,
    /// By how much the reading leads, in hundredths.
    pub(super) lead: i32,
    /// The groups of full names of which this can be a short form, in the order of the text.
    pub(super) full: Vec<usize>,
    /// It is an acronym of its full name.
    pub(super) acronym: bool,
    /// What the document as a whole says of it.
    pub(super) signals: Signals,
    /// It is the plural of a surname: "the Assads".
    pub(super) family: bool,
    /// What its neighbours in lists are.
    near: Signals,
}

/// The share, in hundredths, of the full name's evidence that counts for its short form.
const INHERITED: i32 = 50;

/// Full names kept for one short form: an article that names more bearers of one surname than this tells
/// none of them apart by it.
const MAX_FULL: usize = 8;

/// The spellings of one document.
#[derive(Debug, Default)]
pub(super) struct Groups {
    pub(super) list: Vec<Group>,
    pub(super) by_key: HashMap<Key, usize>,
}

impl Groups {
    /// Adds a candidate to the group of its spelling.
    pub(super) fn add(&mut self, key: Key, candidate: usize) -> usize {
        let next = self.list.len();
        let at = *self.by_key.entry(key.clone()).or_insert(next);
        if at == next {
            self.list.push(Group {
                key,
                candidates: Vec::new(),
                sums: [0; 4],
                reading: Reading::Other,
                lead: 0,
                full: Vec::new(),
                acronym: false,
                signals: Signals::default(),
                family: false,
                near: Signals::default(),
            });
        }
        if let Some(group) = self.list.get_mut(at) {
            group.candidates.push(candidate);
        }
        at
    }

    /// Reads every group: first by its own mentions, then with its full or short forms.
    pub(super) fn decide(
        &mut self,
        reader: Reader<'_, '_>,
        words: &mut Words,
        found: &[Candidate],
        seen: &[Signals],
        group_of: &[usize],
    ) {
        for group in &mut self.list {
            group.signals = document_signals(group, seen);
            group.sums = sum_up(group, seen);
            (group.reading, group.lead) = signal::best(group.sums);
        }
        self.beside(reader, found, seen, group_of);
        let index = Index::new(reader, words, self, found);
        for at in 0..self.list.len() {
            self.link(at, &index, reader, words, found);
        }
        for at in 0..self.list.len() {
            self.share(at);
        }
    }

    /// Names in a list are of one kind: what the neighbours of each mention were read as.
    fn beside(&mut self, reader: Reader<'_, '_>, found: &[Candidate], seen: &[Signals], group_of: &[usize]) {
        for (at, pair) in found.windows(2).enumerate() {
            let [first, second] = pair else { continue };
            let between = first.tokens.end;
            let joins = between.saturating_add(1) == second.tokens.start
                && (reader.shape_is(between, Shape::Comma)
                    || reader.says(between, "and")
                    || reader.says(between, "or"));
            let (Some(one), Some(other)) = (group_of.get(at), group_of.get(at.saturating_add(1))) else {
                continue;
            };
            // "In Aro, Ola Dahl said …" is no list.
            let adverbial = reader.shape_is(between, Shape::Comma)
                && seen.get(at).is_some_and(|s| s.has_any(&[Signal::In, Signal::At, Signal::PlacePrep]));
            if joins && second.title.is_none() && !adverbial {
                self.tell(*one, *other);
                self.tell(*other, *one);
            }
        }
        for group in &mut self.list {
            signal::add(&mut group.sums, signal::sums(group.near));
            group.signals = group.signals.with(group.near);
            (group.reading, group.lead) = signal::best(group.sums);
        }
    }

    /// Adds to the group `to` what the group `from` was read as.
    fn tell(&mut self, from: usize, to: usize) {
        let signal = match self.list.get(from).map(|group| group.reading) {
            Some(Reading::Person) => Signal::BesidePerson,
            Some(Reading::Place) => Signal::BesidePlace,
            Some(Reading::Body) => Signal::BesideBody,
            _ => return,
        };
        if let Some(group) = self.list.get_mut(to).filter(|_| from != to) {
            group.near.add(signal);
        }
    }

    /// Finds the full names of a short form.
    fn link(&mut self, at: usize, index: &Index, reader: Reader<'_, '_>, words: &Words, found: &[Candidate]) {
        let Some(group) = self.list.get_mut(at) else { return };
        let listed_else = group
            .candidates
            .first()
            .and_then(|c| found.get(*c))
            .is_some_and(|c| c.listed.country || c.listed.only_demonym());
        let mut found_signal = None;
        if let Some(full) = index.suffixes.get(&group.key).filter(|_| !listed_else) {
            group.full.extend(full.iter().copied().filter(|f| *f != at));
            found_signal = Some(Signal::SurnameOf);
        } else if group.key.len() == 1 && !listed_else && index.is_family(reader, words, group, found) {
            group.family = true;
            found_signal = Some(Signal::SurnameOf);
        } else if let Some(full) = index.prefixes.get(&group.key).filter(|_| !listed_else) {
            group.full.extend(full.iter().copied().filter(|f| *f != at));
            found_signal = Some(Signal::GivenOf);
        } else if let Some(full) = index.acronyms.get(&group.key) {
            group.full.extend(full.iter().copied().filter(|f| *f != at));
            group.acronym = true;
            found_signal = Some(Signal::AcronymOf);
        } else if let Some(full) = index.shorts.get(&group.key).filter(|_| !listed_else) {
            group.full.extend(full.iter().copied().filter(|f| *f != at));
            found_signal = Some(Signal::ShortOf);
        }
        if let Some(signal) = found_signal.filter(|_| group.family || !group.full.is_empty()) {
            group.signals.add(signal);
            signal::add(&mut group.sums, signal::weights(signal));
            let full = group.full.first().copied();
            let mut sums = full.and_then(|full| self.list.get(full)).map_or([0; 4], |full| full.sums);
            for sum in &mut sums {
                *sum = sum.saturating_mul(INHERITED) / 100;
            }
            if let Some(group) = self.list.get_mut(at) {
                signal::add(&mut group.sums, sums);
                (group.reading, group.lead) = signal::best(group.sums);
            }
        }
    }

    /// A short form that is read otherwise than its full name is none; one read alike stays.
    fn share(&mut self, at: usize) {
        let Some(group) = self.list.get(at) else { return };
        let reading = group.reading;
        let kept: Vec<usize> = group
            .full
            .iter()
            .copied()
            .filter(|f| self.list.get(*f).is_some_and(|full| full.reading == reading))
            .collect();
        if let Some(group) = self.list.get_mut(at) {
            group.full = kept;
        }
    }
}

/// Short forms by key, each with the groups of its full names.
#[derive(Debug, Default)]
struct Index {
    /// Surnames and other endings of persons' names.
    suffixes: HashMap<Key, Vec<usize>>,
    /// Given names of persons.
    prefixes: HashMap<Key, Vec<usize>>,
    /// Initials of bodies, and acronyms in brackets behind them.
    acronyms: HashMap<Key, Vec<usize>>,
    /// First words of bodies.
    shorts: HashMap<Key, Vec<usize>>,
}

fn push(map: &mut HashMap<Key, Vec<usize>>, key: Key, at: usize) {
    let list = map.entry(key).or_default();
    if list.len() < MAX_FULL && list.last() != Some(&at) {
        list.push(at);
    }
}

impl Index {
    fn new(reader: Reader<'_, '_>, words: &mut Words, groups: &Groups, found: &[Candidate]) -> Self {
        let mut index = Self::default();
        for (at, group) in groups.list.iter().enumerate() {
            let Some(candidate) = group.candidates.first().and_then(|c| found.get(*c)) else { continue };
            match group.reading {
                Reading::Person if group.key.len() > 1 => index.add_person(reader, group, candidate, at),
                Reading::Body if group.key.len() > 1 => index.add_body(reader, words, group, candidate, at),
                _ => {}
            }
        }
        index
    }

    /// Whether a word is the plural of a surname of the document: "the Assads", "the Joneses".
    fn is_family(&self, reader: Reader<'_, '_>, words: &Words, group: &Group, found: &[Candidate]) -> bool {
        let Some(c) = group.candidates.first().and_then(|c| found.get(*c)) else { return false };
        let after_the = c.tokens.start.checked_sub(1).is_some_and(|i| reader.says(i, "the"));
        let word = reader.str(c.tokens.start);
        after_the
            && ["s", "es"]
                .iter()
                .filter_map(|plural| word.strip_suffix(plural))
                .any(|one| words.known(one).is_some_and(|id| self.suffixes.contains_key([id].as_slice())))
    }

    fn add_person(&mut self, reader: Reader<'_, '_>, group: &Group, c: &Candidate, at: usize) {
        let words: Vec<usize> =
            c.tokens.clone().filter(|i| reader.shape(*i).is_some_and(Shape::is_word)).collect();
        // Initials and Jr. do not stand alone.
        let junior = |i: usize| ["jr", "sr", "ii", "iii"].iter().any(|w| reader.says(i, w));
        let trim = words.last().is_some_and(|i| junior(*i));
        let end = group.key.len().saturating_sub(usize::from(trim));
        for from in 1..end {
            // The particle stays with the name ("al-Assad") and can be left out ("Assad").
            let plain = words.get(from).is_some_and(|i| !reader.shape_is(*i, Shape::Initial));
            if let Some(suffix) = group.key.get(from..end).filter(|_| plain) {
                push(&mut self.suffixes, suffix.to_vec(), at);
            }
        }
        let given =
            words.first().is_some_and(|i| reader.is(*i, Class::GIVEN) && !reader.is(*i, Class::COMMON));
        if let Some(first) = group.key.get(..1).filter(|_| given && end > 1) {
            push(&mut self.prefixes, first.to_vec(), at);
        }
    }

    fn add_body(
        &mut self,
        reader: Reader<'_, '_>,
        words: &mut Words,
        group: &Group,
        c: &Candidate,
        at: usize,
    ) {
        let initials: String =
            reader.capitals(c.tokens.clone()).filter_map(|i| reader.str(i).chars().next()).collect();
        let known = words.known(&initials).filter(|_| initials.chars().count() >= 2);
        if let Some(id) = known {
            push(&mut self.acronyms, vec![id], at);
        }
        let bracket = c.tokens.end;
        let inner = bracket.saturating_add(1);
        if reader.shape_is(bracket, Shape::Open) && reader.shape_is(inner, Shape::Upper) {
            push(&mut self.acronyms, vec![words.id(reader.str(inner))], at);
        }
        let first = c.tokens.start;
        let telling = !reader.is(first, Class::COMMON | Class::ORG_HEAD | Class::GIVEN | Class::PLACE_HEAD)
            && reader
                .hit_from(first)
                .is_none_or(|hit| !reader.listed(hit).is_place() && !reader.listed(hit).demonym);
        for length in usize::from(!telling).saturating_add(1)..group.key.len() {
            if let Some(short) = group.key.get(..length) {
                push(&mut self.shorts, short.to_vec(), at);
            }
        }
    }
}

/// What all mentions together say.
fn document_signals(group: &Group, seen: &[Signals]) -> Signals {
    let mut signals = Signals::default();
    let mentions = || group.candidates.iter().filter_map(|c| seen.get(*c));
    let starts = mentions().filter(|s| s.has(Signal::Start)).count();
    let count = group.candidates.len();
    signals.add_if(count >= 3, Signal::Repeated);
    // Only a doubtful word is made more so by its position.
    let plain = mentions().any(|s| {
        s.has(Signal::CommonAlone)
            || s.has(Signal::CommonAll)
            || s.has(Signal::ListWord)
            || s.has(Signal::CommonFirst) && s.has(Signal::Long2)
    });
    signals.add_if(starts == count && plain, Signal::OnlyStart);
    signals.add_if(starts > 0 && starts < count, Signal::MidSentence);
    signals
}

/// Sums of one spelling: the mean of its mentions, up to twice as heavy the more there are.
fn sum_up(group: &Group, seen: &[Signals]) -> Sums {
    let mut sums: Sums = [0; 4];
    let count = i32::try_from(group.candidates.len()).unwrap_or(i32::MAX).max(1);
    for signals in group.candidates.iter().filter_map(|c| seen.get(*c)) {
        signal::add(&mut sums, signal::sums(*signals));
    }
    for sum in &mut sums {
        *sum = sum.saturating_mul(2) / count.saturating_add(1);
    }
    signal::add(&mut sums, signal::sums(group.signals));
    sums
}
