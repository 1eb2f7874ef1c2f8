//! The evidence that is weighed: every signal, by name, and its weights.
//!
//! A signal says one thing that can be seen of a candidate: that it ends in `Inc`, stands behind `in`, is
//! listed as a city. None decides alone. The weights stand in `signals.tsv`, one row a signal, with what it
//! says; a candidate's reading is the one with the greatest sum.

use once_cell::sync::Lazy;

use crate::lexicon;
use crate::text::Ones;

use super::listed::Lists;

/// What a candidate can be read as, in the order of [`Sums`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reading {
    Person,
    Place,
    Body,
    /// Event, work, product, plain word: no name of the first three.
    Other,
}

macro_rules! signals {
    ($($variant:ident = $name:literal,)*) => {
        /// One thing that can be seen of a candidate.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(usize)]
        pub(super) enum Signal {
            $($variant,)*
        }

        impl Signal {
            pub(super) const ALL: &'static [Self] = &[$(Self::$variant),*];

            pub(super) const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }
        }
    };
}

signals! {
    ListCountry = "list.country",
    ListCapital = "list.capital",
    ListCityGreat = "list.city-great",
    ListCitySmall = "list.city-small",
    ListPlace = "list.place",
    ListBody = "list.organization",
    ListOutlet = "list.outlet",
    ListPerson = "list.person",
    ListEvent = "list.event",
    ListWork = "list.work",
    ListDemonym = "list.demonym",
    ListMetonym = "list.metonym",
    ListWeak = "list.weak",
    ListWord = "list.word",
    ListCalendar = "list.calendar",
    ListGiven = "list.given",
    ListSurname = "list.surname",
    ListHeavy = "list.heavy",
    Unlisted = "list.none",
    GivenFirst = "word.given-first",
    GivenAlone = "word.given-alone",
    SurnameLast = "word.surname-last",
    SurnameAlone = "word.surname-alone",
    CommonAlone = "word.common-alone",
    CommonAll = "word.common-all",
    CommonFirst = "word.common-first",
    CommonLast = "word.common-last",
    UnknownAlone = "word.unknown-alone",
    UnknownAll = "word.unknown-all",
    Initials = "word.initial",
    Particle = "word.particle",
    Junior = "word.junior",
    TitleInside = "word.title",
    OrgTail = "word.org-tail",
    OrgHead = "word.org-head",
    OrgHeadOf = "word.org-head-of",
    OrgInside = "word.org-inside",
    OrgWordAlone = "word.org-alone",
    StateBody = "word.state-body",
    Media = "word.media",
    PlaceTail = "word.place-tail",
    PlaceHead = "word.place-head",
    PlaceHeadOf = "word.place-head-of",
    Event = "word.event",
    Ship = "word.ship",
    LeaguePart = "word.league-part",
    Storm = "word.storm",
    AcronymFirst = "word.acronym-first",
    CountryLast = "word.country-last",
    OfPerson = "before.of-person",
    Honoured = "before.honorific",
    BodyNounComma = "before.body-noun-comma",
    PlaceNounComma = "before.place-noun-comma",
    Author = "part.author",
    Governs = "after.government",
    PaperAlone = "word.paper-alone",
    NoName = "word.no-name",
    Ampersand = "word.ampersand",
    Possessed = "word.possessive-inside",
    Hyphened = "word.hyphen",
    Numbered = "word.number",
    Acronym2 = "shape.acronym-2",
    Acronym3 = "shape.acronym-3",
    CapsLong = "shape.capitals",
    MixedCase = "shape.mixed",
    CamelCase = "shape.camel",
    Brand = "shape.brand",
    Dotted = "shape.dotted",
    Long1 = "length.1",
    Long2 = "length.2",
    Long3 = "length.3",
    Long4 = "length.4",
    Titled = "before.title",
    RoleBefore = "before.role",
    RoleComma = "before.role-comma",
    BodyNounBefore = "before.body-noun",
    PlaceNounBefore = "before.place-noun",
    In = "before.in",
    PlacePrep = "before.place-preposition",
    From = "before.from",
    At = "before.at",
    To = "before.to",
    Of = "before.of",
    By = "before.by",
    With = "before.with",
    For = "before.for",
    On = "before.on",
    Against = "before.against",
    Article = "before.the",
    IndefiniteArticle = "before.a",
    Determiner = "before.determiner",
    DemonymBefore = "before.demonym",
    PossessiveBefore = "before.possessive",
    DirectionBefore = "before.direction",
    AndBefore = "before.and",
    VerbBefore = "before.verb",
    SmallBefore = "before.small",
    Start = "sentence.start",
    StartCommon = "sentence.start-common",
    Line = "sentence.line",
    Age = "after.age",
    CommaRole = "after.comma-role",
    CommaWho = "after.who",
    CommaWhich = "after.which",
    CommaPlace = "after.comma-place",
    PersonVerb = "after.person-verb",
    SaidBefore = "before.person-verb",
    Auxiliary = "after.auxiliary",
    Possessive = "after.possessive",
    BodyNounAfter = "after.body-noun",
    PlaceNounAfter = "after.place-noun",
    RoleAfter = "after.role",
    SmallAfter = "after.small",
    CommonAfter = "after.common",
    BracketAcronym = "after.bracket-acronym",
    BracketPlace = "after.bracket-place",
    InBrackets = "in.brackets",
    Acronym = "in.bracket-acronym",
    Based = "after.based",
    HyphenAfter = "after.hyphen",
    HyphenBefore = "before.hyphen",
    Quoted = "in.quotes",
    Score = "after.score",
    NumberAfter = "after.number",
    NumberBefore = "before.number",
    Dateline = "in.dateline",
    DatelineAgency = "in.dateline-agency",
    Loud = "line.loud",
    CommaPlaceBefore = "before.comma-place",
    PlaceAfterIn = "before.in-run",
    PersonPair = "before.and-person",
    PlacePair = "before.and-place",
    BodyPair = "before.and-body",
    SurnameOf = "document.surname",
    GivenOf = "document.given",
    AcronymOf = "document.acronym",
    ShortOf = "document.short",
    MidSentence = "document.mid",
    Repeated = "document.repeated",
    OnlyStart = "document.only-start",
    Syllable = "word.syllable",
    PlaceSuffix = "word.place-suffix",
    SurnameSuffix = "word.surname-suffix",
    FirmSuffix = "word.firm-suffix",
    PossessiveRole = "after.possessive-office",
    PossessiveKin = "after.possessive-kin",
    PossessivePart = "after.possessive-part",
    OfOffice = "before.of-office",
    OfKin = "before.of-kin",
    OfGroup = "before.of-group",
    ShortQuote = "in.short-quote",
    AndPersonAfter = "after.and-person",
    AndPlaceAfter = "after.and-place",
    AndBodyAfter = "after.and-body",
    VerbAfter = "after.verb",
    PastAfter = "after.past",
    VerbBefore2 = "before.any-verb",
    DemonymAfter = "after.demonym",
    CommaEnd = "after.comma",
    AdverbAfter = "after.adverb",
    GroupAfter = "after.people",
    OutletNoun = "near.outlet-noun",
    ListBodyLong = "list.body-long",
    ListBodySure = "list.body-sure",
    Town = "list.town",
    Resident = "after.resident",
    LineDate = "line.dated",
    TableRank = "line.rank",
    TableSide = "line.table-side",
    Fixture = "line.fixture",
    MatchSide = "line.match",
    Figures = "after.figures",
    FirmTail = "word.firm-tail",
    OfFirm = "before.of-firm",
    RoleAt = "before.role-at",
    OfficeAlone = "word.office-alone",
    CommaBody = "after.comma-body-noun",
    CommaPlaceNoun = "after.comma-place-noun",
    IsRole = "after.is-role",
    IsBody = "after.is-body",
    IsPlace = "after.is-place",
    PossessiveFirm = "after.possessive-firm",
    BodyFirst = "word.body-first",
    PlaceFirst = "word.place-first",
    PlaceLast = "word.place-last",
    BesidePerson = "document.beside-person",
    BesidePlace = "document.beside-place",
    BesideBody = "document.beside-body",
}

/// A set of signals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Signals([u64; 3]);

impl Signals {
    pub(super) fn add(&mut self, signal: Signal) {
        let bit = signal as usize;
        if let Some(word) = self.0.get_mut(bit / 64) {
            *word |= 1 << (bit % 64);
        }
    }

    /// Adds a signal where `condition` holds. Without a branch: nobody can guess which of two hundred hold.
    #[inline]
    pub(super) fn add_if(&mut self, condition: bool, signal: Signal) {
        let bit = signal as usize;
        if let Some(word) = self.0.get_mut(bit / 64) {
            *word |= u64::from(condition) << (bit % 64);
        }
    }

    /// Adds what the tables say of a name.
    #[inline]
    pub(super) fn add_lists(&mut self, lists: Lists) {
        let [first, ..] = &mut self.0;
        *first |= u64::from(lists.bits());
    }

    pub(super) fn remove(&mut self, signal: Signal) {
        let bit = signal as usize;
        if let Some(word) = self.0.get_mut(bit / 64) {
            *word &= !(1 << (bit % 64));
        }
    }

    /// The set of some signals.
    pub(super) const fn of(signals: &[Signal]) -> Self {
        let ([mut a, mut b, mut c], mut rest) = ([0; 3], signals);
        while let [signal, after @ ..] = rest {
            let bit = 1 << (*signal as usize % 64);
            match *signal as usize / 64 {
                0 => a |= bit,
                1 => b |= bit,
                _ => c |= bit,
            }
            rest = after;
        }
        Self([a, b, c])
    }

    /// Whether the sets share a signal.
    #[inline]
    pub(super) fn has_any(self, other: Self) -> bool {
        let (Self([a, b, c]), Self([d, e, f])) = (self, other);
        (a & d) | (b & e) | (c & f) != 0
    }

    /// Both sets.
    pub(super) fn with(self, more: Self) -> Self {
        let (Self([a, b, c]), Self([d, e, f])) = (self, more);
        Self([a | d, b | e, c | f])
    }

    #[inline]
    pub(super) fn has(self, signal: Signal) -> bool {
        let bit = signal as usize;
        self.0.get(bit / 64).is_some_and(|word| (word >> (bit % 64)) & 1 == 1)
    }

    /// The loudest signal of the set for a reading, of equals the last, and whether another is as loud.
    fn loudest(self, reading: Reading) -> Option<(Loudness, bool)> {
        let (mut loudest, mut next) = (i32::MIN, i32::MIN);
        for ((word, weights), first) in self.0.into_iter().zip(WEIGHTS.iter()).zip([0, 64, 128]) {
            for bit in Ones(word) {
                let weight =
                    weights.get(bit).and_then(|sums| sums.get(reading as usize)).copied().unwrap_or(0);
                // One number, so that the greatest is found without a branch.
                let one = weight << 8 | first | i32::try_from(bit).unwrap_or(0);
                next = next.max(one.min(loudest));
                loudest = loudest.max(one);
            }
        }
        let [loudest, next] = [loudest, next].map(Loudness);
        (loudest.0 > i32::MIN).then_some((loudest, loudest.weight() == next.weight()))
    }

    /// Whether it is seen as a side of a match.
    pub(super) fn is_side(self) -> bool {
        self.has_any(const { Self::of(&[Signal::TableSide, Signal::Fixture, Signal::MatchSide]) })
    }

    /// The signals of the set, in order.
    #[cfg(test)]
    pub(super) fn iter(self) -> impl Iterator<Item = Signal> {
        Signal::ALL.iter().copied().filter(move |signal| self.has(*signal))
    }
}

/// The sums for person, place, body and other, in hundredths.
pub(super) type Sums = [i32; 4];

/// How loud a signal speaks for a reading: its weight, and in the last eight bits which signal it is.
#[derive(Clone, Copy)]
struct Loudness(i32);

impl Loudness {
    fn weight(self) -> i32 {
        self.0 >> 8
    }

    fn signal(self) -> Option<Signal> {
        let [last, ..] = self.0.to_le_bytes();
        Signal::ALL.get(usize::from(last)).copied()
    }
}

/// The weights of all signals, by the words of [`Signals`].
static WEIGHTS: Lazy<[[Sums; 64]; 3]> = Lazy::new(|| {
    let mut weights = [[[0; 4]; 64]; 3];
    for row in lexicon::rows(include_str!("signals.tsv")) {
        let mut cells = row.split('\t');
        let name = cells.next().unwrap_or("");
        let Some(at) = Signal::ALL.iter().position(|s| s.name() == name) else { continue };
        let Some(sums) = weights.as_flattened_mut().get_mut(at) else { continue };
        for (sum, cell) in sums.iter_mut().zip(cells) {
            *sum = cell.parse().unwrap_or(0);
        }
    }
    weights
});

/// The weights of one signal.
pub(super) fn weights(signal: Signal) -> Sums {
    WEIGHTS.as_flattened().get(signal as usize).copied().unwrap_or_default()
}

/// Adds `more` to `sums`.
pub(super) fn add(sums: &mut Sums, more: Sums) {
    for (sum, w) in sums.iter_mut().zip(more) {
        *sum = sum.saturating_add(w);
    }
}

/// The sums of a set.
pub(super) fn sums(signals: Signals) -> Sums {
    let mut sums: Sums = [0; 4];
    for (word, weights) in signals.0.into_iter().zip(WEIGHTS.iter()) {
        for weights in Ones(word).filter_map(|bit| weights.get(bit)) {
            // Two hundred weights of five digits cannot overflow, and so the four are added at once.
            sums.iter_mut().zip(weights).for_each(|(sum, weight)| *sum = sum.wrapping_add(*weight));
        }
    }
    sums
}

/// The signal of all the sets, which are `all` together, that speaks loudest for a reading; of equals the last.
pub(super) fn strongest(
    all: Signals,
    sets: impl DoubleEndedIterator<Item = Signals>,
    reading: Reading,
) -> Option<Signal> {
    let (loudest, shared) = all.loudest(reading)?;
    if !shared {
        return loudest.signal();
    }
    let mut each = sets.rev().filter_map(|set| set.loudest(reading));
    each.find(|(one, _)| one.weight() == loudest.weight()).and_then(|(one, _)| one.signal())
}

/// The reading with the greatest sum, and by how much it leads.
pub(super) fn best(sums: Sums) -> (Reading, i32) {
    let [person, place, body, other] = sums;
    let (mut reading, mut first, mut second) = (Reading::Person, person, i32::MIN);
    for (sum, other) in [(place, Reading::Place), (body, Reading::Body), (other, Reading::Other)] {
        second = second.max(sum.min(first));
        reading = if sum > first { other } else { reading };
        first = first.max(sum);
    }
    (reading, first.saturating_sub(second))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{Reading, Signal, Signals, strongest, sums, weights};
    use crate::lexicon;

    #[test]
    fn every_signal_has_one_row_of_weights() {
        let rows: Vec<_> = lexicon::rows(include_str!("signals.tsv")).collect();
        let names: Vec<_> = rows.iter().map(|row| row.split('\t').next().unwrap()).collect();
        let all: BTreeSet<_> = Signal::ALL.iter().map(|s| s.name()).collect();
        assert!(names.len() == all.len() && names.into_iter().collect::<BTreeSet<_>>() == all);
        for row in rows {
            let cells: Vec<_> = row.split('\t').collect();
            assert!(cells.len() == 6 && !cells[5].is_empty(), "{row}");
            assert!(cells[1..5].iter().all(|w| w.parse::<i16>().is_ok()), "{row}");
        }
    }

    /// Every `step`th signal.
    fn every(step: usize) -> impl Iterator<Item = Signal> {
        Signal::ALL.iter().step_by(step).copied()
    }

    fn set(step: usize) -> Signals {
        let mut set = Signals::default();
        every(step).for_each(|signal| set.add(signal));
        set
    }

    #[test]
    fn a_set_holds_what_was_put_in() {
        assert!(set(7).iter().eq(every(7)));
    }

    #[test]
    fn sums_and_the_strongest_are_those_of_the_rows() {
        for reading in [Reading::Person, Reading::Place, Reading::Body, Reading::Other] {
            let weight = |signal: &Signal| weights(*signal)[reading as usize];
            let sum: i32 = every(5).map(|signal| weight(&signal)).sum();
            assert_eq!(sums(set(5))[reading as usize], sum);
            let steps = [5, 3, 11, 5];
            let all = steps.into_iter().flat_map(every);
            let together = steps.into_iter().map(set).fold(Signals::default(), Signals::with);
            assert_eq!(strongest(together, steps.into_iter().map(set), reading), all.max_by_key(weight));
        }
    }
}
