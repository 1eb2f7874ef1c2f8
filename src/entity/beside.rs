//! What single words say of the names beside them: one probe a word answers for all lists.

use once_cell::sync::Lazy;

use crate::text::numbers::Numbers;
use crate::text::{Atom, atoms};

use super::read::Reader;
use super::signal::Signal as S;

const DIRECTIONS: &[Atom] = atoms![
    "northern", "southern", "eastern", "western", "central", "north", "south", "east", "west",
    "northeastern", "northwestern", "southeastern", "southwestern", "downtown", "nearby", "neighboring",
    "neighbouring", "coastal", "greater", "northeast", "northwest", "southeast", "southwest", "mainland",
    "upstate", "rural", "occupied",
];

/// Prepositions of place other than `in`, `at`, `from`, `to`.
const OF_PLACE: &[Atom] = atoms![
    "near", "across", "outside", "inside", "around", "towards", "toward", "into", "throughout", "above",
    "off", "via", "through",
];

/// What is a person's: kin, parts, what happens to people.
const KIN: &[Atom] = atoms![
    "wife", "husband", "son", "daughter", "father", "mother", "brother", "sister", "widow", "family",
    "parents", "lawyer", "lawyers", "attorney", "death", "life", "body", "face", "hand", "book", "novel",
    "career", "children", "friend", "friends", "supporters", "aide", "aides", "predecessor", "successor",
    "resignation", "birthday", "arrest", "trial", "murder", "killing", "goal", "wedding", "funeral", "home",
    "house", "comments", "remarks", "visit", "speech", "decision", "mentor", "sons", "daughters",
    "inauguration", "assassination", "nomination", "appointment", "girlfriend", "boyfriend", "partner",
    "idea",
];

/// What firms have: shares, units, chairmen.
const FIRM_NOUNS: &[Atom] = atoms![
    "shares", "stock", "stake", "stakes", "unit", "units", "subsidiary", "subsidiaries", "division",
    "shareholders", "chairman", "ceo", "executive", "chief", "director", "managers", "employees",
    "customers", "acquisition", "takeover", "purchase", "merger", "bonds", "investors", "owner", "maker",
    "manufacturer", "parent", "profit", "profits", "earnings", "sales", "revenue", "products",
    "headquarters", "offices", "board",
];

/// Nouns for news outlets.
const OUTLET_NOUNS: &[Atom] = atoms![
    "newspaper", "newspapers", "daily", "weekly", "tabloid", "broadsheet", "broadcaster", "channel",
    "station", "radio", "television", "tv", "magazine", "media", "agency", "wire", "outlet", "website",
    "site", "network", "paper",
];

/// Parts of places.
const PARTS: &[Atom] = atoms![
    "capital", "north", "south", "east", "west", "northern", "southern", "eastern", "western", "border",
    "borders", "economy", "largest", "biggest", "second", "population", "parliament", "airport", "main",
    "city", "coast", "streets", "constitution", "northwest", "northeast", "southwest", "southeast",
    "province", "region", "central", "army", "military", "nuclear", "oil", "independence", "foreign",
    "interior", "prime", "supreme", "ruling", "ambassador", "embassy", "national",
];

/// People that news calls by their town: "a Nordvik man".
const RESIDENTS: &[Atom] = atoms![
    "man", "woman", "boy", "girl", "teen", "teenager", "motorist", "pensioner", "resident", "native",
    "couple",
];

/// What somebody heads: "the Aro government".
const GOVERNMENTS: &[Atom] = atoms!["government", "administration", "cabinet", "presidency", "premiership"];

/// Verbs before what a name is.
const COPULAS: &[Atom] = atoms!["is", "was", "are", "were", "became", "remains"];

/// What a small word directly before a name says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Before {
    /// What its classes say.
    #[default]
    Word,
    /// This alone.
    Tells(S),
    /// This, and it may join the name to an office: "an analyst at Aro".
    Joins(S),
    In,
    Of,
    For,
    The,
    And,
}

/// The small words before names, and what each says.
const BEFORE: &[(&[Atom], Before)] = &[
    (atoms!["in"], Before::In),
    (atoms!["of"], Before::Of),
    (atoms!["for"], Before::For),
    (atoms!["the"], Before::The),
    (atoms!["and", "or"], Before::And),
    (atoms!["at"], Before::Joins(S::At)),
    (atoms!["with"], Before::Joins(S::With)),
    (atoms!["from"], Before::Tells(S::From)),
    (atoms!["to"], Before::Tells(S::To)),
    (atoms!["by"], Before::Tells(S::By)),
    (atoms!["on"], Before::Tells(S::On)),
    (atoms!["against"], Before::Tells(S::Against)),
    (atoms!["a", "an"], Before::Tells(S::IndefiniteArticle)),
    (OF_PLACE, Before::Tells(S::PlacePrep)),
    (DIRECTIONS, Before::Tells(S::DirectionBefore)),
];

/// Lists of words, a bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Said(u8);

impl Said {
    pub(super) const KIN: Self = Self(1);
    pub(super) const FIRM: Self = Self(2);
    pub(super) const OUTLET: Self = Self(4);
    pub(super) const PART: Self = Self(8);
    pub(super) const RESIDENT: Self = Self(16);
    pub(super) const GOVERNMENT: Self = Self(32);
    pub(super) const COPULA: Self = Self(64);

    /// Whether the word is in a list.
    #[inline]
    pub(super) fn has(self, list: Self) -> bool {
        self.0 & list.0 != 0
    }
}

/// The lists by their bits.
const SAID: &[(&[Atom], Said)] = &[
    (KIN, Said::KIN),
    (FIRM_NOUNS, Said::FIRM),
    (OUTLET_NOUNS, Said::OUTLET),
    (PARTS, Said::PART),
    (RESIDENTS, Said::RESIDENT),
    (GOVERNMENTS, Said::GOVERNMENT),
    (COPULAS, Said::COPULA),
];

/// What one word says.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Beside {
    /// Where it stands before a name.
    pub(super) before: Before,
    /// The lists that hold it.
    pub(super) said: Said,
}

/// The words of all lists.
struct Words {
    numbers: Numbers,
    /// By their numbers.
    list: Vec<Beside>,
}

impl Words {
    fn new() -> Self {
        let mut words = Self { numbers: Numbers::with_capacity(256), list: Vec::new() };
        for (list, before) in BEFORE {
            words.note(list, |beside| beside.before = *before);
        }
        for (list, said) in SAID {
            words.note(list, |beside| beside.said.0 |= said.0);
        }
        words
    }

    fn note(&mut self, words: &[Atom], note: impl Fn(&mut Beside)) {
        for word in words {
            let number = self.numbers.intern(*word) as usize;
            if number >= self.list.len() {
                self.list.push(Beside::default());
            }
            self.list.get_mut(number).into_iter().for_each(&note);
        }
    }
}

static WORDS: Lazy<Words> = Lazy::new(Words::new);

impl Reader<'_, '_> {
    /// What token `i` says of the name beside it.
    #[inline]
    pub(super) fn beside(self, i: usize) -> Beside {
        let words = &*WORDS;
        let number = words.numbers.get(self.word(i));
        number.and_then(|number| words.list.get(number as usize)).copied().unwrap_or_default()
    }
}
