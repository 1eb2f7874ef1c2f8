//! Verbs: the cues of speech with what may stand around them, and the frequent verbs that are no cues.
//!
//! There is no part-of-speech model in this crate. A clause is found by its verbs, and its verbs by these two
//! lists together with the words beside them (`quote/tag.rs`).

use once_cell::sync::Lazy;

use super::{Class, Column, Entry, rows};
use crate::names::named_enum;
use crate::text::Atom;

const CUES: &str = include_str!("cues.tsv");
const ADJECTIVES: &str = include_str!("cue_adjectives.tsv");
const VERBS: &str = include_str!("verbs.tsv");

named_enum! {
    /// What sort of saying a cue is.
    pub enum CueClass {
        /// said, told, added, warned.
        Say = "say",
        /// wrote, tweeted, posted.
        Write = "write",
        /// asked, wondered.
        Ask = "ask",
        /// urged, ordered, demanded.
        Order = "order",
        /// thinks, believes, expects.
        Think = "think",
        /// hopes, fears, regrets.
        Feel = "feel",
        /// showed, found, suggests.
        Show = "show",
        /// praised, criticised, supported.
        Act = "act",
        /// according to.
        AccordingTo = "according_to",
        /// A colon or dash.
        Colon = "colon",
        /// "the claim that", "a statement that".
        Noun = "noun",
    }
}

/// What may stand around a cue, as bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Frames(u8);

impl Frames {
    /// A marked quote: “No,” she said.
    pub(crate) const QUOTE: Self = Self(1);
    /// A clause, with or without "that".
    pub(crate) const CLAUSE: Self = Self(2);
    /// An infinitive: "pledged to build".
    pub(crate) const INFINITIVE: Self = Self(4);
    /// A noun phrase: "criticised the plan".
    pub(crate) const NOUN: Self = Self(8);
    /// "whether", "how", "why".
    pub(crate) const QUESTION: Self = Self(16);
    /// A hearer before the content: "told reporters".
    pub(crate) const HEARER: Self = Self(32);
    /// No cue without one of its particles: "made clear", "laid out".
    const PARTICLE: Self = Self(64);
    /// A noun phrase and what it is taken for: "saw the move as a threat".
    pub(crate) const AS: Self = Self(128);

    pub(crate) const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    fn read(column: &str) -> Self {
        let bits = column.chars().map(|c| match c {
            'q' => Self::QUOTE.0,
            't' => Self::CLAUSE.0,
            'i' => Self::INFINITIVE.0,
            'n' => Self::NOUN.0,
            'w' => Self::QUESTION.0,
            'o' => Self::HEARER.0,
            '+' => Self::PARTICLE.0,
            'a' => Self::AS.0,
            _ => 0,
        });
        Self(bits.fold(0, |all, bit| all | bit))
    }
}

/// A row of the cue list.
#[derive(Clone, Copy, Debug)]
pub(crate) struct CueWord {
    /// The dictionary form, with its particle where one [is joined](Self::with_particle).
    pub(crate) lemma: &'static str,
    /// The dictionary form without particle, to be compared.
    head: Atom,
    pub(crate) class: CueClass,
    pub(crate) frames: Frames,
    /// What joins it, "for" in "called for": which rows of the list of particles.
    particles: (u16, u16),
}

/// Words of the longest particle: "in favour of" after "came out".
const PARTICLE_WORDS: usize = 4;

/// What joins a cue.
struct Particle {
    /// Its words; no words behind the last.
    words: [Atom; PARTICLE_WORDS],
    /// The cue with it: "call for".
    lemma: String,
}

impl Particle {
    fn new(lemma: &str, words: &str) -> Self {
        let mut particle =
            Self { words: Default::default(), lemma: format!("{lemma} {}", words.replace('_', " ")) };
        particle.words.iter_mut().zip(words.split('_')).for_each(|(slot, word)| *slot = Atom::fold(word));
        particle
    }

    fn words(&self) -> impl Iterator<Item = Atom> {
        self.words.iter().copied().take_while(|word| *word != Atom::NONE)
    }
}

impl CueWord {
    /// Whether it is a form of one of these, its particle aside.
    #[inline]
    pub(crate) fn is(&self, lemmas: &[Atom]) -> bool {
        self.head.is_among(lemmas)
    }

    /// The cue with the particle that stands behind it, and the words of that: "called for", "took issue with".
    ///
    /// `word` gives the words from there on. Nothing where the cue needs a particle and has none.
    pub(crate) fn with_particle(self, word: impl Fn(usize) -> Atom) -> Option<(Self, usize)> {
        let bare = (!self.frames.has(Frames::PARTICLE)).then_some((self, 0));
        let (from, to) = self.particles;
        if from == to {
            return bare;
        }
        let stands = |particle: &&Particle| particle.words().enumerate().all(|(i, part)| part == word(i));
        let list = READ.particles.get(usize::from(from)..usize::from(to)).unwrap_or_default();
        let found = list.iter().filter(stands).max_by_key(|particle| particle.words().count());
        found.map(|particle| (Self { lemma: &particle.lemma, ..self }, particle.words().count())).or(bare)
    }
}

/// The cues, and for each form the position of the first that it is a form of, counted from 1.
struct Cues {
    list: Vec<CueWord>,
    /// Those of all cues, one cue's behind another's.
    particles: Vec<Particle>,
    verbs: Column<u16>,
    /// The adjectives that say something of a person's mind.
    adjectives: Column<u16>,
}

impl Cues {
    fn load() -> Self {
        let (mut list, mut particles) = (Vec::new(), Vec::new());
        let mut read = |rows: &'static str| {
            let mut forms = Vec::new();
            for cue in cues(rows) {
                let from = particles.len();
                let words = cue.particles.split(' ').filter(|p| !p.is_empty());
                particles.extend(words.map(|words| Particle::new(cue.word.lemma, words)));
                list.push(CueWord { particles: (place(from), place(particles.len())), ..cue.word });
                let all = std::iter::once(cue.word.lemma).chain(cue.forms.split(' '));
                forms.extend(all.filter(|form| *form != "-").map(|form| (form, place(list.len()))));
            }
            Column::new(forms)
        };
        let (verbs, adjectives) = (read(CUES), read(ADJECTIVES));
        Self { list, particles, verbs, adjectives }
    }

    fn at(&self, place: u16) -> Option<CueWord> {
        self.list.get(usize::from(place).checked_sub(1)?).copied()
    }
}

static READ: Lazy<Cues> = Lazy::new(Cues::load);

/// A position in a list, of which none has more than some hundred rows.
fn place(at: usize) -> u16 {
    u16::try_from(at).unwrap_or(u16::MAX)
}

/// The cue verb that a word is a form of.
pub(crate) fn cue(word: Entry) -> Option<CueWord> {
    READ.at(READ.verbs.get(word))
}

/// The cue that an adjective is after "is" or "was": "was critical of".
pub(crate) fn cue_adjective(word: Entry) -> Option<CueWord> {
    READ.at(READ.adjectives.get(word))
}

/// A row of a list of cues.
struct Row {
    /// The cue, its particles aside.
    word: CueWord,
    particles: &'static str,
    /// Its inflected forms.
    forms: &'static str,
}

fn cues(list: &'static str) -> impl Iterator<Item = Row> {
    rows(list).filter_map(|row| {
        let mut columns = row.split('\t');
        let mut next = || columns.next();
        let (lemma, class, frames, particles, forms) = (next()?, next()?, next()?, next()?, next()?);
        let particles = if particles == "-" { "" } else { particles };
        let (head, class) = (Atom::fold(lemma), class.parse().unwrap_or(CueClass::Say));
        let word = CueWord { lemma, head, class, frames: Frames::read(frames), particles: (0, 0) };
        Some(Row { word, particles, forms })
    })
}

/// Every verb form of both lists with its classes.
pub(super) fn verb_forms(mut add: impl FnMut(&str, Class)) {
    for (row, Row { word: cue, forms, .. }) in rows(CUES).zip(cues(CUES)) {
        let noun = row.split('\t').nth(2).is_some_and(|frames| frames.contains('~'));
        let also = Class::CUE | if noun { Class::VERB_NOUN } else { Class::NONE };
        add(cue.lemma, Class::VERB_BASE | also);
        for form in forms.split(' ') {
            add(form, form_class(cue.lemma, form) | also);
        }
    }
    for cue in cues(ADJECTIVES) {
        add(cue.word.lemma, Class::CUE_ADJECTIVE);
    }
    for row in rows(VERBS) {
        let mut words = row.split(' ').filter(|word| *word != "~");
        let also = if row.ends_with('~') || row.contains(" ~ ") { Class::VERB_NOUN } else { Class::NONE };
        let Some(base) = words.next() else { continue };
        add(base, Class::VERB_BASE | also);
        add(&third_person(base), Class::VERB_S | also);
        for form in with_ending(base, "ing") {
            add(&form, Class::VERB_ING | also);
        }
        let irregular: Vec<_> = words.map(str::to_owned).collect();
        let past = if irregular.is_empty() { with_ending(base, "ed") } else { irregular };
        for form in past {
            add(&form, Class::VERB_PAST | also);
        }
    }
}

/// What a listed form of a cue is, by its ending.
fn form_class(lemma: &str, form: &str) -> Class {
    if form.ends_with("ing") && form != lemma {
        Class::VERB_ING
    } else if form.ends_with('s') && form != lemma && !form.ends_with("ss") {
        Class::VERB_S
    } else if matches!(form, "emphasise" | "apologise" | "criticise" | "realise" | "enquire") {
        Class::VERB_BASE
    } else {
        Class::VERB_PAST
    }
}

fn third_person(base: &str) -> String {
    match base.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u'])) {
        Some(stem) => format!("{stem}ies"),
        None if base.ends_with(['s', 'x', 'z', 'o']) || base.ends_with("ch") || base.ends_with("sh") => {
            format!("{base}es")
        }
        None => format!("{base}s"),
    }
}

/// The base with "ed" or "ing". Where a final consonant may double, both spellings: a form that does not
/// exist does no harm in a list.
fn with_ending(base: &str, ending: &str) -> Vec<String> {
    let vowel = |c: Option<char>| c.is_some_and(|c| "aeiou".contains(c));
    if let Some(stem) = base.strip_suffix('e').filter(|stem| !stem.ends_with(['e', 'i'])) {
        return vec![format!("{stem}{ending}")];
    }
    if let Some(stem) = base.strip_suffix('e') {
        return vec![if ending == "ed" { format!("{stem}ed") } else { format!("{base}ing") }];
    }
    let mut back = base.chars().rev();
    let (last, before) = (back.next(), back.next());
    if ending == "ed" && last == Some('y') && !vowel(before) {
        return vec![format!("{}ied", base.strip_suffix('y').unwrap_or(base))];
    }
    let mut forms = vec![format!("{base}{ending}")];
    if let Some(last) = last.filter(|c| !"aeiouwxy".contains(*c) && vowel(before)) {
        forms.push(format!("{base}{last}{ending}"));
    }
    forms
}

#[cfg(test)]
mod tests {
    use super::{ADJECTIVES, Atom, CUES, Class, CueClass, Frames, cue, rows, third_person, with_ending};
    use crate::lexicon::look_up;

    #[test]
    fn every_row_has_six_columns_and_one_marked_example() {
        let mut lemmas = std::collections::HashSet::new();
        for row in rows(CUES).chain(rows(ADJECTIVES)) {
            let columns: Vec<_> = row.split('\t').collect();
            assert_eq!(columns.len(), 6, "{row}");
            assert!(lemmas.insert(columns[0]), "twice: {row}");
            assert!(columns[1].parse::<CueClass>().is_ok(), "{row}");
            assert!(columns[2].chars().all(|c| "qtinwoa~+-".contains(c)), "{row}");
            for mark in ["[", "]", "{", "}"] {
                assert_eq!(columns[5].matches(mark).count(), 1, "{row}");
            }
        }
    }

    #[test]
    fn forms_lead_to_their_cue() {
        let cue = |word| cue(look_up(word));
        let told = cue("Told").unwrap();
        assert_eq!(told.lemma, "tell");
        assert!(told.frames.has(Frames::HEARER) && !told.frames.has(Frames::INFINITIVE));
        let particle = |form, words: &[&'static str]| {
            let word = |i| Atom::fold(words.get(i).copied().unwrap_or_default());
            cue(form).unwrap().with_particle(word).map(|(cue, words)| (cue.lemma, words))
        };
        assert_eq!(particle("called", &["for"]), Some(("call for", 1)));
        assert_eq!(particle("called", &["to"]), Some(("call", 0)));
        assert_eq!(particle("took", &["issue", "with"]), Some(("take issue with", 2)));
        assert_eq!(particle("took", &["the"]), None, "alone it says nothing");
        assert!(cue("table").is_none());
    }

    #[test]
    fn verbs_are_inflected() {
        assert_eq!(third_person("carry"), "carries");
        assert_eq!(third_person("reach"), "reaches");
        assert_eq!(third_person("play"), "plays");
        assert_eq!(with_ending("drop", "ed"), ["droped", "dropped"]);
        assert_eq!(with_ending("change", "ing"), ["changing"]);
        assert_eq!(with_ending("agree", "ed"), ["agreed"]);
        assert_eq!(with_ending("deny", "ed"), ["denied"]);
        assert!(look_up("fought").is(Class::VERB_PAST) && look_up("carries").is(Class::VERB_S));
        assert!(look_up("saying").is(Class::CUE) && look_up("saying").is(Class::VERB_ING));
        assert!(look_up("plans").is(Class::VERB_NOUN));
    }
}
