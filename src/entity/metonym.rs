//! A seat or capital that stands for its government: "the Kremlin said", "Beijing has denied".
//!
//! The name stays a mention of the seat, and is one of the country, too: the only mention that shares its words
//! with another. A seat of government stands for its country where it does something or has a spokesman, a
//! capital where it says something: trains leave Moscow, and who runs for the White House wants to live there.

use crate::evidence::Rule;
use crate::gazetteer::{Alias, Row};
use crate::lexicon::Class;
use crate::text::{Atom, atom, atoms};

use super::build::Builder;
use super::document::Group;
use super::split::Candidate;
use super::{Mention, MentionForm};

/// Verbs between a capital and what it says.
const BEFORE_VERB: &[Atom] = atoms!["has", "have", "had", "will", "would", "did"];

/// Who speaks for a seat of government.
const SPEAKERS: &[Atom] = atoms![
    "spokesman", "spokeswoman", "spokesperson", "official", "officials", "aide", "aides", "adviser", "press"
];

/// The capital of a country that speaks for more than that: "Brussels said" is the European Union.
const SHARED: &str = "BE";

/// What a metonym says that it stands on.
enum Seat<'d> {
    Capital(&'d str),
    Government(&'d str),
}

impl<'d> Seat<'d> {
    fn of(row: &Row<'d>, alias: Alias) -> Option<Self> {
        match row.class() {
            "capital" if alias != Alias::Demonym => row.facts().get("capital_of").map(Self::Capital),
            "landmark" => row.facts().get("metonym_of").map(Self::Capital),
            "government" if alias == Alias::Metonym => row.countries().first().map(Self::Government),
            _ => None,
        }
    }
}

impl<'d> Builder<'_, 'd, '_> {
    /// The country that a mention stands for, with the mention added to it.
    pub(super) fn add_metonym(
        &mut self,
        c: &Candidate,
        row: &Row<'d>,
        alias: Alias,
        group: &Group,
    ) -> Option<usize> {
        let code = match Seat::of(row, alias)? {
            Seat::Capital(code) if code != SHARED && self.says(c) => code,
            Seat::Government(code) if self.acts(c) => code,
            _ => return None,
        };
        let country = self.reader.doc.gazetteer.country(code)?;
        let next = self.list.len();
        let at = *self.of_row.entry(country.id()).or_insert(next);
        if at == next {
            let mut entity = self.start(country.kind.clone(), Some(country), 0, group);
            entity.rule = Rule::named("metonym");
            self.list.push(entity);
        }
        let mention = Mention { span: self.reader.doc.span(c.tokens.clone()), form: MentionForm::Metonym };
        self.list.get_mut(at)?.mentions.push(mention);
        Some(at)
    }

    /// "The Kremlin | denied", "a Kremlin | spokesman".
    fn acts(&self, c: &Candidate) -> bool {
        let (r, next) = (self.reader, c.tokens.end);
        let verb = Class::CUE | Class::PERSON_VERB | Class::AUXILIARY | Class::VERB_PAST | Class::VERB_S;
        let acts = r.is(next, verb) && !r.is(next, Class::VERB_NOUN) && self.is_subject(c);
        r.small(next) && (acts || SPEAKERS.contains(&r.word(next)))
    }

    /// "Beijing | said", "Beijing | has denied". "Paris attacks" may be attacks.
    fn says(&self, c: &Candidate) -> bool {
        let r = self.reader;
        let behind = c.tokens.end..c.tokens.end.saturating_add(3);
        let verb = behind.clone().find(|i| !BEFORE_VERB.contains(&r.word(*i)) && !self.is_adverb(*i));
        let says = |i| r.small(i) && r.is(i, Class::CUE) && !(i == behind.start && r.is(i, Class::VERB_NOUN));
        self.is_subject(c) && verb.is_some_and(says)
    }

    fn is_adverb(&self, i: usize) -> bool {
        self.reader.small(i) && (self.reader.is(i, Class::ADVERB) || self.reader.str(i).ends_with("ly"))
    }

    /// Whether nothing before a name makes it anything but a subject: "in Berlin", "Oslo and Berlin",
    /// "anti-Berlin", "Angela Berlin".
    fn is_subject(&self, c: &Candidate) -> bool {
        let r = self.reader;
        let Some(last) = c.tokens.start.checked_sub(1).filter(|_| !r.tight(c.tokens.start)) else {
            return c.tokens.start == 0;
        };
        let before = if r.word(last) == atom!("the") { last.checked_sub(1) } else { Some(last) };
        let bound = Class::PREPOSITION | Class::CONJUNCTION;
        before.is_none_or(|i| !r.is(i, bound) && !r.capital(i) || self.opens(last))
    }

    /// Whether token `i` is the first of its sentence: "But | Berlin said …".
    fn opens(&self, i: usize) -> bool {
        let after = self.reader.doc.sentences.partition_point(|sentence| sentence.tokens.start <= i);
        after
            .checked_sub(1)
            .and_then(|at| self.reader.doc.sentences.get(at))
            .is_some_and(|s| s.tokens.start == i)
    }
}
