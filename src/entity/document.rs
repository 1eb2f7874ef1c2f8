//! The whole document decides: one spelling, one reading; the full name decides for its short forms.
//!
//! In: candidates with their signals. Out: [`Group`]s, one a spelling, each with a reading and, where it is
//! a short form, the group of the full name. Every lookup is by key, so the work is linear in the names.

use std::ops::Range;

use crate::text::{Shape, atoms};

use super::read::Reader;
use super::short::{Form, Index};
use super::signal::{self, Reading, Signal, Signals, Sums};
use super::split::Candidate;
use super::words::{EMPTY, Key};

/// All mentions of one spelling.
#[derive(Debug)]
pub(super) struct Group {
    key: Key,
    /// Its mentions, as a range of `Groups::members`.
    members: Range<usize>,
    /// The first of them, a position in the list of candidates.
    pub(super) first: usize,
    pub(super) sums: Sums,
    pub(super) reading: Reading,
    /// By how much the reading leads, in hundredths.
    pub(super) lead: i32,
    /// The groups of full names of which this can be a short form, in the order of the text.
    pub(super) full: Vec<usize>,
    /// It is an acronym of its full name.
    pub(super) acronym: bool,
    /// The text itself says so: "Kelso Harbour Fund (KHF)".
    pub(super) defined: bool,
    /// What the document as a whole says of it.
    pub(super) signals: Signals,
    /// What any of its mentions says of it.
    pub(super) told: Signals,
    /// It is the plural of a surname: "the Assads".
    pub(super) family: bool,
    /// Of a place the first mention that says where it is: "Bangor, Maine".
    pub(super) placed: Option<usize>,
    /// What its neighbours in lists are.
    near: Signals,
}

/// Signals of a place that tells where something happens, and is in no list with what follows.
pub(super) const ADVERBIAL: Signals = Signals::of(&[Signal::In, Signal::At, Signal::PlacePrep]);

/// The share, in hundredths, of the full name's evidence that counts for its short form.
const INHERITED: i32 = 50;

/// The spellings of one document, in the order of their first mentions.
#[derive(Debug, Default)]
pub(super) struct Groups {
    pub(super) list: Vec<Group>,
    /// The candidates, those of one group together and in the order of the text.
    members: Vec<usize>,
    /// The group of each candidate.
    pub(super) of: Vec<usize>,
}

impl Groups {
    /// One group for all candidates of one key.
    pub(super) fn new(keys: impl Iterator<Item = Key>) -> Self {
        let mut sorted: Vec<(Key, usize)> = keys.zip(0..).collect();
        // As one number, which is compared without a branch.
        sorted.sort_unstable_by_key(|(key, candidate)| u128::from(*key) << 64 | *candidate as u128);
        let alike = || sorted.chunk_by(|one, other| one.0 == other.0);
        // The first candidate of each key stands for all of them, and then the number of its group does.
        let mut of = vec![0; sorted.len()];
        for alike in alike() {
            let first = alike.first().map_or(0, |(_, first)| *first);
            for (_, c) in alike {
                of.get_mut(*c).into_iter().for_each(|of| *of = first);
            }
        }
        let mut list = Vec::with_capacity(sorted.len());
        for c in 0..of.len() {
            let first = of.get(c).copied().unwrap_or(c);
            let group = if first == c { list.len() } else { of.get(first).copied().unwrap_or(0) };
            if first == c {
                list.push(Group::new(first));
            }
            if let Some(of) = of.get_mut(c) {
                *of = group;
            }
        }
        let mut from = 0_usize;
        for alike in alike() {
            let members = from..from.saturating_add(alike.len());
            from = members.end;
            let Some((key, first)) = alike.first() else { continue };
            if let Some(group) = of.get(*first).and_then(|group| list.get_mut(*group)) {
                (group.key, group.members) = (*key, members);
            }
        }
        let members = sorted.iter().map(|(_, candidate)| *candidate).collect();
        Self { list, members, of }
    }

    /// The mentions of a group: positions in the list of candidates, in the order of the text.
    pub(super) fn members(&self, group: &Group) -> &[usize] {
        self.members.get(group.members.clone()).unwrap_or_default()
    }

    /// Reads every group: first by its own mentions, then with its full or short forms.
    pub(super) fn decide(&mut self, reader: Reader<'_, '_>, found: &[Candidate], seen: &[Signals]) {
        for group in &mut self.list {
            let members = self.members.get(group.members.clone()).unwrap_or_default();
            let mentions = || members.iter().filter_map(|c| seen.get(*c).copied());
            group.signals = document_signals(members.len(), mentions());
            group.told = mentions().fold(Signals::default(), Signals::with);
            group.sums = signal::sums(group.signals);
            signal::add(&mut group.sums, mean(members.len(), mentions(), group.told));
            (group.reading, group.lead) = signal::best(group.sums);
        }
        self.beside(reader, found, seen);
        let read = self.list.iter().map(|group| (group.key, group.first, group.reading));
        let index = Index::new(reader, read, found);
        for at in 0..self.list.len() {
            self.link(at, &index, reader, found);
            self.unseat(at, seen);
        }
        for at in 0..self.list.len() {
            self.share(at);
        }
        for group in self.list.iter_mut().filter(|group| group.reading == Reading::Place) {
            let members = self.members.get(group.members.clone()).unwrap_or_default();
            let said = |c: &&usize| found.get(**c).is_some_and(|c| reader.area_of(c).is_some());
            group.placed = members.iter().find(said).copied();
        }
    }

    /// Names in a list are of one kind: what the neighbours of each mention were read as.
    fn beside(&mut self, reader: Reader<'_, '_>, found: &[Candidate], seen: &[Signals]) {
        for (at, pair) in found.windows(2).enumerate() {
            let [first, second] = pair else { continue };
            let between = first.tokens.end;
            let joins = between.saturating_add(1) == second.tokens.start
                && atoms![",", "and", "or"].contains(&reader.word(between));
            if !joins || second.title.is_some() {
                continue;
            }
            // "In Aro, Ola Dahl said …" is no list.
            let adverbial =
                reader.shape_is(between, Shape::Comma) && seen.get(at).is_some_and(|s| s.has_any(ADVERBIAL));
            // "Ola Dahl and Oslo's | Karin Moe": the second owns somebody; "Ola Dahl, Oslo adviser": it tells who he is.
            let comma = reader.shape_is(between, Shape::Comma);
            let owner = reader.shape_is(second.tokens.end, Shape::Possessive)
                || comma && second.listed.is_place() && reader.is_noun(second.tokens.end);
            let groups = (self.of.get(at).copied(), self.of.get(at.saturating_add(1)).copied());
            if let ((Some(one), Some(other)), false) = (groups, adverbial || owner) {
                self.tell(one, other);
                self.tell(other, one);
            }
        }
        for group in self.list.iter_mut().filter(|group| group.near != Signals::default()) {
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
    fn link(&mut self, at: usize, index: &Index, reader: Reader<'_, '_>, found: &[Candidate]) {
        let Some(group) = self.list.get_mut(at) else { return };
        let Some(c) = found.get(group.first) else { return };
        let Some(short) = index.find(reader, c, group.key, at) else { return };
        let signal = match short.form {
            Form::Surname | Form::Family => Signal::SurnameOf,
            Form::Given => Signal::GivenOf,
            Form::Acronym => Signal::AcronymOf,
            Form::Opening | Form::Head | Form::Players => Signal::ShortOf,
        };
        group.family = short.form == Form::Family;
        group.acronym = short.form == Form::Acronym;
        let members = self.members.get(group.members.clone()).unwrap_or_default();
        let definer = members.iter().filter(|_| group.acronym).find_map(|c| definer(reader, found, *c));
        let definer = definer.and_then(|c| self.of.get(c)).filter(|full| short.full.contains(full));
        group.defined = definer.is_some();
        group.full = definer.map_or(short.full, |full| vec![*full]);
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

    /// "Corsairs: Lund 3, Moe 2": behind the surname of somebody the figure says what he scored, not that a side
    /// plays.
    fn unseat(&mut self, at: usize, seen: &[Signals]) {
        let Some(group) = self.list.get_mut(at).filter(|g| g.signals.has(Signal::SurnameOf)) else { return };
        let members = self.members.get(group.members.clone()).unwrap_or_default();
        let side = |c: &&usize| seen.get(**c).is_some_and(|s| s.has(Signal::TableSide));
        let [sides, all] = [members.iter().filter(side).count(), members.len()];
        let [sides, all] = [sides, all].map(|count| i32::try_from(count).unwrap_or(i32::MAX));
        for (sum, weight) in group.sums.iter_mut().zip(signal::weights(Signal::TableSide)) {
            let counted = weight.saturating_mul(sides).saturating_mul(2) / all.saturating_add(1);
            *sum = sum.saturating_sub(counted);
        }
        (group.reading, group.lead) = signal::best(group.sums);
    }

    /// A short form that is read otherwise than its full name is none; one read alike stays.
    fn share(&mut self, at: usize) {
        let Some(group) = self.list.get_mut(at).filter(|group| !group.full.is_empty()) else { return };
        let (reading, mut full) = (group.reading, std::mem::take(&mut group.full));
        full.retain(|f| self.list.get(*f).is_some_and(|full| full.reading == reading));
        if let Some(group) = self.list.get_mut(at) {
            group.full = full;
        }
    }
}

impl Group {
    fn new(first: usize) -> Self {
        Self {
            key: EMPTY,
            members: 0..0,
            first,
            sums: [0; 4],
            reading: Reading::Other,
            lead: 0,
            full: Vec::new(),
            acronym: false,
            defined: false,
            signals: Signals::default(),
            told: Signals::default(),
            family: false,
            placed: None,
            near: Signals::default(),
        }
    }
}

/// "Kelso Harbour Fund | (KHF)", "Kelso Harbour Fund, | KHF, said": the candidate whose acronym the brackets or commas
/// behind it say that candidate `c` is.
fn definer(reader: Reader<'_, '_>, found: &[Candidate], c: usize) -> Option<usize> {
    let (acronym, before) = (found.get(c)?, c.checked_sub(1)?);
    let bracket = found.get(before)?.tokens.end;
    let beside = bracket.saturating_add(1) == acronym.tokens.start;
    // "the Trades Union Congress, | TUC |, said".
    let apposed =
        || reader.shape_is(bracket, Shape::Comma) && reader.shape_is(acronym.tokens.end, Shape::Comma);
    (beside && (reader.shape_is(bracket, Shape::Open) || apposed())).then_some(before)
}

/// Signals of a plain word.
const PLAIN: Signals = Signals::of(&[Signal::CommonAlone, Signal::CommonAll, Signal::ListWord]);

/// What all mentions together say.
fn document_signals(count: usize, mentions: impl Iterator<Item = Signals>) -> Signals {
    let (mut starts, mut doubtful) = (0_usize, false);
    for mention in mentions {
        starts = starts.saturating_add(usize::from(mention.has(Signal::Start)));
        let first = mention.has(Signal::CommonFirst) & mention.has(Signal::Long2);
        doubtful |= mention.has_any(PLAIN) | first;
    }
    let mut signals = Signals::default();
    signals.add_if(count >= 3, Signal::Repeated);
    // Only a doubtful word is made more so by its position.
    signals.add_if(starts == count && doubtful, Signal::OnlyStart);
    signals.add_if(starts > 0 && starts < count, Signal::MidSentence);
    signals
}

/// What says once and for all what a name is: said of one mention it holds for all.
const DEFINING: &[Signal] = &[
    Signal::Age,
    Signal::Honoured,
    Signal::CommaRole,
    Signal::CommaBody,
    Signal::CommaPlaceNoun,
    Signal::IsRole,
    Signal::IsBody,
    Signal::IsPlace,
    Signal::OutletNoun,
    Signal::FirmTail,
];

/// Sums of one spelling: the mean of its mentions, up to twice as heavy the more there are; what defines it counts
/// whole, however many mentions say nothing. One mention is its own mean.
fn mean(count: usize, mentions: impl Iterator<Item = Signals> + Clone, told: Signals) -> Sums {
    if count == 1 {
        return signal::sums(told);
    }
    let mut sums = [0; 4];
    mentions.clone().for_each(|signals| signal::add(&mut sums, signal::sums(signals)));
    let count = i32::try_from(count).unwrap_or(i32::MAX).max(1);
    for sum in &mut sums {
        *sum = sum.saturating_mul(2) / count.saturating_add(1);
    }
    if !told.has_any(const { Signals::of(DEFINING) }) {
        return sums;
    }
    for defining in DEFINING.iter().filter(|signal| told.has(**signal)) {
        let times = mentions.clone().filter(|signals| signals.has(*defining)).count();
        let rest = count
            .saturating_add(1)
            .saturating_sub(i32::try_from(times).unwrap_or(i32::MAX).saturating_mul(2));
        for (sum, weight) in sums.iter_mut().zip(signal::weights(*defining)) {
            *sum = sum.saturating_add(weight.saturating_mul(rest.max(0)) / count.saturating_add(1));
        }
    }
    sums
}
