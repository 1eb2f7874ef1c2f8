//! What the ending of a word tells of the name that it closes.

use once_cell::sync::Lazy;

use crate::lexicon::Class;
use crate::text::Shape;

use super::read::Reader;
use super::signal::{Signal as S, Signals};

/// Endings of the names of places, in many languages.
const PLACE_SUFFIXES: &[&str] = &[
    "stan", "burg", "burgh", "ville", "town", "land", "shire", "grad", "pur", "pura", "abad", "ford", "port",
    "field", "mouth", "bury", "minster", "dorf", "heim", "haven", "holm", "stad", "wick", "wich", "chester",
    "istan", "polis", "iya", "abbey", "shima", "gawa", "yama", "zhou", "jiang", "guri", "nagar", "garh",
    "wadi", "ovo", "ica", "evo",
];

/// Endings of surnames, in many languages.
const SURNAME_SUFFIXES: &[&str] = &[
    "ov", "ova", "ev", "eva", "sky", "ski", "ska", "skaya", "skii", "skiy", "ich", "vich", "vic", "ic", "ić",
    "ez", "es", "son", "sson", "sen", "stein", "escu", "ian", "yan", "idze", "shvili", "enko", "oglu", "ğlu",
    "mann", "inho", "inen", "nen", "elli", "etti", "ini", "acci", "opoulos", "akis", "idis", "ides", "aitis",
    "auskas", "zadeh", "nejad", "wala", "uddin", "ullah", "allah", "uk", "chuk", "czyk", "wicz", "ova",
    "berg", "quist", "kvist", "ström", "strom", "gren", "lund",
];

/// Endings of the names of firms.
const FIRM_SUFFIXES: &[&str] = &[
    "soft", "tech", "corp", "bank", "com", "tel", "net", "gas", "neft", "oil", "prom", "air", "ware",
    "works", "bus", "jet", "med", "pharm", "pharma", "genics", "tronics", "tron", "nix", "systems", "media",
    "group", "energo", "telecom",
];

/// All of them, each with what it tells.
static SUFFIXES: Lazy<Suffixes> = Lazy::new(|| {
    let lists = [
        (PLACE_SUFFIXES, S::PlaceSuffix),
        (SURNAME_SUFFIXES, S::SurnameSuffix),
        (FIRM_SUFFIXES, S::FirmSuffix),
    ];
    Suffixes::new(&lists)
});

/// Endings of words, by the two letters in which they end: a word is compared with those alone that share them.
struct Suffixes(Vec<([u8; 2], &'static str, S)>);

impl Suffixes {
    fn new(lists: &[(&[&'static str], S)]) -> Self {
        let rows = lists.iter().flat_map(|(list, signal)| list.iter().map(move |suffix| (*suffix, *signal)));
        let mut rows: Vec<_> =
            rows.filter_map(|(suffix, signal)| Some((end_of(suffix)?, suffix, signal))).collect();
        rows.sort_unstable_by_key(|(end, ..)| *end);
        Self(rows)
    }

    /// Adds what the endings of a word tell.
    fn observe(&self, word: &str, signals: &mut Signals) {
        let Some(end) = end_of(word) else { return };
        let from = self.0.partition_point(|(of, ..)| *of < end);
        let alike = self.0.iter().skip(from).take_while(|(of, ..)| *of == end);
        alike.for_each(|(_, suffix, signal)| signals.add_if(word.ends_with(suffix), *signal));
    }
}

/// The last two bytes of a word.
fn end_of(word: &str) -> Option<[u8; 2]> {
    word.as_bytes().last_chunk().copied()
}

impl Reader<'_, '_> {
    /// The signals of the ending of a name's last word.
    pub(super) fn suffixes(self, last: usize, signals: &mut Signals) {
        let word = self.str(last);
        if word.len() < 5 || self.shape_is(last, Shape::Upper) || self.is(last, Class::COMMON) {
            return;
        }
        SUFFIXES.observe(word, signals);
    }
}
