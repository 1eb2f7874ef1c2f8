//! Closed lists: what a word can be, known before any context is read.
//!
//! One probe a token gives an [`Entry`]: a set of word [`Class`]es. Rules read these bits, not strings.
//! Each list is a file of its own, beside this one or in `data/words/`; to add a word, add a row.

mod class;
mod column;
mod evidence;
mod speech;
mod word_set;

use once_cell::sync::Lazy;

pub(crate) use class::Class;
pub(crate) use column::Column;
pub(crate) use evidence::{Evidence, Sort, evidence};
pub use speech::CueClass;
pub(crate) use speech::{CueWord, Frames, cue, cue_adjective};
#[cfg(test)]
pub(crate) use word_set::check_word_sets;
pub(crate) use word_set::{word_set, word_sets};

/// Titles before names, with the gender that they tell; read by `entity/title.rs`.
pub(crate) const TITLES: &str = include_str!("titles.tsv");

/// Nouns for bodies named before, with the classes that they fit; read by `entity/reference/nominal.rs`.
pub(crate) const NOMINALS: &str = include_str!("nominals.tsv");

use crate::text::numbers::Numbers;
use crate::text::{Atom, Token, Tokens, fields, first_field};

/// What the lists know of one word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Entry {
    pub(crate) class: Class,
    /// The number under which each [`Column`] finds the word; 0 where no list has it.
    pub(crate) number: u32,
    /// Whether the word may end as participles and adverbs do, in "-ed" or "-ly".
    pub(crate) inflected: bool,
}

/// The entry of marks, and of words that are in no list.
static UNLISTED: Entry = Entry { class: Class::NONE, number: 0, inflected: false };

impl Entry {
    pub(crate) fn is(self, class: Class) -> bool {
        self.class.has(class)
    }
}

/// The lists with one word a line (`#` comments; further columns are read by their stage).
const LISTS: &[(Class, &str)] = &[
    (Class::PREPOSITION, include_str!("prepositions.tsv")),
    (Class::CONJUNCTION, include_str!("conjunctions.tsv")),
    (Class::DETERMINER, include_str!("determiners.tsv")),
    (Class::PRONOUN, include_str!("pronouns.tsv")),
    (Class::AUXILIARY, include_str!("auxiliaries.tsv")),
    (Class::NEGATION, include_str!("negations.tsv")),
    (Class::PARTICLE, include_str!("particles.tsv")),
    (Class::WEEKDAY, include_str!("weekdays.tsv")),
    (Class::MONTH, include_str!("months.tsv")),
    (Class::PERSON_VERB, include_str!("person_verbs.tsv")),
    (Class::MEDIA, include_str!("media_words.tsv")),
    (Class::TITLE, TITLES),
    (Class::OCCUPATION, include_str!("occupations.tsv")),
    (Class::OTHER, include_str!("others.tsv")),
    (Class::QUALIFIER, include_str!("qualifiers.tsv")),
    (Class::ORG_HEAD, include_str!("org_heads.tsv")),
    (Class::ORG_TAIL, include_str!("org_tails.tsv")),
    (Class::ORG_TAIL, TEAM_TAILS),
    (Class::TEAM, TEAM_TAILS),
    (Class::STATE_BODY, include_str!("state_bodies.tsv")),
    (Class::PLACE_HEAD, include_str!("place_heads.tsv")),
    (Class::PLACE_TAIL, include_str!("place_tails.tsv")),
    (Class::EVENT, include_str!("event_words.tsv")),
    (Class::BODY_NOUN, include_str!("body_nouns.tsv")),
    (Class::BODY_NOMINAL, NOMINALS),
    (Class::PLACE_NOUN, include_str!("place_nouns.tsv")),
    (Class::NO_NAME, include_str!("not_names.tsv")),
    (Class::SPORT, include_str!("sports.tsv")),
    (Class::CALENDAR, DATE_WORDS),
    (Class::TIME_LINK, include_str!("date_links.tsv")),
    (Class::TENSE, TENSE_WORDS),
    (Class::CUE_NOUN, include_str!("cue_nouns.tsv")),
    (Class::EVIDENCE, evidence::LIST),
    (Class::DOCUMENT, include_str!("documents.tsv")),
    (Class::SPEAKER_ROLE, include_str!("speaker_roles.tsv")),
    (Class::GROUP, include_str!("groups.tsv")),
    (Class::SOURCE, SOURCE_WORDS),
    (Class::MEDIUM, include_str!("media.tsv")),
    (Class::ADVERB, include_str!("adverbs.tsv")),
    (Class::STAMP, include_str!("part_stamp_words.tsv")),
    (Class::STAMP_LEAD, include_str!("part_stamp_leads.tsv")),
    (Class::ROLE, include_str!("part_roles.tsv")),
    (Class::CREDIT, include_str!("part_credit_leads.tsv")),
    (Class::SCENE, include_str!("part_scene_verbs.tsv")),
    (Class::VERB, include_str!("part_verbs.tsv")),
    (Class::LABEL, include_str!("part_labels.tsv")),
    (Class::FRAME, PART_WORDS),
];

/// The lists of phrases: the first word of each gets the class, so that a phrase is looked for only where
/// it can begin.
const PHRASES: &[(Class, &str)] = &[
    (Class::AGENCY, include_str!("part_agencies.tsv")),
    (Class::TRIGGER, PART_TRIGGERS),
    (Class::FESTIVE, HOLIDAYS),
];

/// The nouns that close the names of clubs.
const TEAM_TAILS: &str = include_str!("team_tails.tsv");

/// Given names: name, gender (`f`, `m`, `u` for both), frequency class. The first line names the columns.
const GIVEN_NAMES: &str = include_str!("../../data/words/given_names.tsv");

/// Surnames: name, frequency class. The first line names the columns.
const SURNAMES: &str = include_str!("../../data/words/surnames.tsv");

/// The commonest words that are no names, one a line.
const COMMON_WORDS: &str = include_str!("../../data/words/common_words.txt");

/// The words of the calendar; what they mean is read by `date/read/words.rs`.
pub(crate) const DATE_WORDS: &str = include_str!("date_words.tsv");

/// The kinds of those words that hold an expression together but are none by themselves.
const TIME_LINKS: &[&str] = &["count", "ordinal", "which", "edge", "about", "vague", "key"];

/// Words that give a clause its direction; read by `date/tense.rs`.
pub(crate) const TENSE_WORDS: &str = include_str!("tense_words.tsv");

/// Words by what they tell of the source that they stand in; read by `attribution/source_word.rs`.
pub(crate) const SOURCE_WORDS: &str = include_str!("source_words.tsv");

/// Words of the frame of an article; what they do there is read by `segment/frame_word.rs`.
pub(crate) const PART_WORDS: &str = include_str!("part_words.tsv");

/// Phrases of the frame of an article; what they tell is read by `segment/trigger.rs`.
pub(crate) const PART_TRIGGERS: &str = include_str!("part_triggers.tsv");

/// Where those of them stand that are looked for at every word of a line.
pub(crate) const ANYWHERE: &str = "anywhere";

/// Holidays by name; their days are computed by `date/holiday.rs`.
pub(crate) const HOLIDAYS: &str = include_str!("holidays.tsv");

/// Every list, loaded once. Holds no data of a text.
static LEXICON: Lazy<Lexicon> = Lazy::new(Lexicon::load);

struct Lexicon {
    numbers: Numbers,
    /// One entry a word; first that of the words that are in no list.
    entries: Vec<Entry>,
}

impl Lexicon {
    fn load() -> Self {
        // Some forty thousand words, most of them names.
        let mut numbers = Numbers::with_capacity(1 << 16);
        let mut entries = Vec::with_capacity(1 << 16);
        numbers.intern(Atom::NONE);
        entries.push(Entry::default());
        let mut lexicon = Self { numbers, entries };
        for (class, list) in LISTS {
            for row in rows(list) {
                lexicon.add(first_field(row, b'\t'), *class);
            }
        }
        for row in rows(DATE_WORDS) {
            let mut cells = row.split('\t');
            let word = cells.next().unwrap_or("");
            if cells.next().is_some_and(|kind| !TIME_LINKS.contains(&kind)) {
                lexicon.add(word, Class::TIME);
            }
        }
        lexicon.add_names();
        speech::verb_forms(|form, class| lexicon.add(form, class));
        for (class, list) in PHRASES {
            for row in rows(list) {
                lexicon.add(first_word(first_field(row, b'\t')), *class);
            }
        }
        for (word, _) in anchors() {
            lexicon.add(word, Class::TRIGGER_WITHIN);
        }
        lexicon
    }

    /// The long lists that the generator makes.
    fn add_names(&mut self) {
        for row in rows(GIVEN_NAMES).skip(1) {
            let mut cells = fields(row, b'\t');
            let name = cells.next().unwrap_or("");
            let class = match cells.next() {
                Some("f") => Class::GIVEN_F,
                Some("m") => Class::GIVEN_M,
                _ => Class::GIVEN,
            };
            self.add(name, class);
        }
        for row in rows(SURNAMES).skip(1) {
            self.add(first_field(row, b'\t'), Class::SURNAME);
        }
        for word in rows(COMMON_WORDS) {
            self.add(word, Class::COMMON);
        }
    }

    fn add(&mut self, word: &str, class: Class) {
        let number = self.numbers.intern(Atom::fold(word));
        match self.entries.get_mut(number as usize) {
            Some(entry) => entry.class = entry.class | class,
            None => self.entries.push(Entry { class, number, inflected: is_inflected(word) }),
        }
    }

    #[inline]
    fn entry(&self, atom: Atom) -> &Entry {
        let number = self.numbers.get(atom).unwrap_or(0);
        self.entries.get(number as usize).unwrap_or(&UNLISTED)
    }
}

fn is_inflected(word: &str) -> bool {
    let ending = word.as_bytes().last_chunk::<2>();
    ending.is_some_and(|it| [b"ed", b"ly"].iter().any(|one| it.eq_ignore_ascii_case(*one)))
        || !word.is_ascii()
}

/// The first word of a phrase, cut as a text is.
fn first_word(phrase: &str) -> &str {
    let tokens = Tokens::new(phrase);
    tokens.get(0).and_then(|token| token.span().of(phrase)).unwrap_or("")
}

/// The words that the phrases which may stand anywhere are looked for by, each with the place of the word in its
/// phrase: the longest, because "cookies" and "inbox" are rarer than "to" and "in".
pub(crate) fn anchors() -> impl Iterator<Item = (&'static str, usize)> {
    let anywhere = |row: &&str| fields(row, b'\t').nth(1) == Some(ANYWHERE);
    rows(PART_TRIGGERS).filter(anywhere).filter_map(|row| {
        let phrase = first_field(row, b'\t');
        let tokens = Tokens::new(phrase);
        let words = tokens.as_slice().iter().filter_map(|token| token.span().of(phrase)).zip(0..);
        // Of several the first.
        words.min_by_key(|(word, _)| std::cmp::Reverse(word.len()))
    })
}

/// Loads the lists now.
pub(crate) fn warm_up() {
    Lazy::force(&LEXICON);
}

/// The rows of a list: lines that are neither blank nor comments.
pub(crate) fn rows(list: &str) -> impl Iterator<Item = &str> {
    fields(list, b'\n').filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// The words of the lists of `class`.
pub(crate) fn words_of(class: Class) -> impl Iterator<Item = &'static str> {
    let lists = LISTS.iter().filter(move |(of, _)| class.has(*of));
    lists.flat_map(|(_, list)| rows(list)).map(|row| first_field(row, b'\t'))
}

/// What the lists know of each word, by the words' numbers.
pub(crate) fn entries() -> &'static [Entry] {
    &LEXICON.entries
}

/// What the lists know of a word by its atom.
pub(crate) fn entry(word: Atom) -> Entry {
    *LEXICON.entry(word)
}

/// What the lists know of `word`, whatever its case.
pub(crate) fn look_up(word: &str) -> Entry {
    *LEXICON.entry(Atom::fold(word))
}

/// One probe for each word of the text, in token order; marks get the empty entry.
#[inline(never)] // a stage: counted by its name in benches/cost
pub(crate) fn tag(tokens: &Tokens<'_>) -> Vec<Entry> {
    let lexicon = &*LEXICON;
    // Entries are copied whole: taken apart into their fields, they took twice the instructions.
    let entry = |(token, atom): (&Token, &Atom)| {
        *(if token.shape.is_word() { lexicon.entry(*atom) } else { &UNLISTED })
    };
    tokens.as_slice().iter().zip(tokens.atoms()).map(entry).collect()
}

#[cfg(test)]
mod tests {
    use super::{Class, LISTS, look_up, rows};

    #[test]
    fn lists_are_trimmed_and_unique() {
        for (_, list) in LISTS {
            let mut seen = std::collections::HashSet::new();
            for row in rows(list) {
                let word = row.split('\t').next().unwrap();
                assert_eq!(word, word.trim(), "{row:?}");
                assert!(seen.insert(word), "twice: {row:?}");
            }
        }
    }

    #[test]
    fn names_and_common_words_are_classes() {
        assert!(look_up("Maria").is(Class::GIVEN_F) && !look_up("Maria").is(Class::GIVEN_M));
        assert!(look_up("Friedrich").is(Class::GIVEN_M) && look_up("ABBOTT").is(Class::SURNAME));
        assert!(look_up("conducting").is(Class::COMMON) && !look_up("conducting").is(Class::SURNAME));
        assert!(
            !look_up("name").is(Class::SURNAME | Class::GIVEN_F | Class::GIVEN_M),
            "column names are no rows"
        );
    }

    #[test]
    fn a_word_can_be_of_several_classes() {
        assert!(look_up("May").is(Class::MONTH) && look_up("may").is(Class::AUXILIARY));
        assert!(look_up("THE").is(Class::DETERMINER));
        assert_eq!(look_up("xyzzy").class, Class::NONE);
    }
}
