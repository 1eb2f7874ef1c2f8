//! Who and what the article names.
//!
//! In: the [`Doc`]. Out: [`Entity`]s, each with every mention of it, sorted by first mention.

mod after;
mod anatomy;
mod authors;
mod beside;
mod body;
mod build;
mod context;
mod defined;
mod detect;
mod document;
mod fields;
mod focus;
mod lead;
mod line;
mod listed;
mod loud;
mod metonym;
mod own;
mod person;
mod place;
mod point;
mod read;
mod reference;
mod role;
mod row;
mod run;
mod setting;
mod short;
mod signal;
mod split;
mod start;
mod suffix;
mod title;
#[cfg(test)]
mod train;
mod words;

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::doc::Doc;
use crate::evidence::{Confidence, Rule};
pub use crate::gazetteer::EntityKind;
use crate::lexicon::Class;
use crate::names::named_enum;
use crate::span::Span;
use crate::text::{Atom, atoms};
pub use focus::Focus;
pub(crate) use focus::focus;
pub use point::Point;

use document::Groups;
use line::Sides;
use listed::Lists;
use read::{Names, Reader};
use setting::Setting;
use signal::{Signal, Signals};
use split::Candidate;

/// An entity's position in `Article::entities`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct EntityId(pub usize);

impl fmt::Display for EntityId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A person, place, organisation or outlet, with all its mentions.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[non_exhaustive]
pub struct Entity {
    /// Its position in `Article::entities`.
    pub id: EntityId,
    /// What it is.
    pub kind: EntityKind,
    /// The finer class, where a table gives one: `country`, `ministry`, `news_agency`.
    pub class: Option<String>,
    /// The canonical name where a table knows it, else the fullest name in the text.
    pub name: String,
    /// Identifiers: `iso3166`, `geonames` and, of a county, `geonames-admin2`, and the others of its row; `own` is the id of a caller's own row.
    pub ids: BTreeMap<String, String>,
    /// The country it belongs to, ISO 3166 alpha-2.
    pub country: Option<String>,
    /// The first-level region that a place is or lies in, as GeoNames codes it: `US.TX`.
    #[serde(default)]
    pub admin1: Option<String>,
    /// Where a place lies.
    #[serde(default)]
    pub point: Option<Point>,
    /// Offices, titles and ranks that the text gives it, in order.
    pub roles: Vec<Role>,
    /// Grammatical gender, where a title, pronoun or given name tells.
    pub gender: Option<Gender>,
    /// The caller's attributes of the matched row.
    #[serde(default)]
    pub attributes: BTreeMap<String, String>,
    /// Every mention, sorted.
    pub mentions: Vec<Mention>,
    /// The rule that typed it.
    pub rule: Rule,
    /// How sure the kind is.
    pub confidence: Confidence,
}

/// Roles of one entity that a search for "the minister" looks at, the first ones told: no person of an article has more
/// offices, and a text that gives one thousands of them is still read in linear time.
const MAX_ROLES: usize = 24;

impl Entity {
    /// The roles that a later nominal may take up.
    pub(crate) fn known_roles(&self) -> impl Iterator<Item = &Role> {
        self.roles.iter().take(MAX_ROLES)
    }
}

/// "Foreign Minister", "interim President", "Gen."
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Role {
    /// Where the text says it.
    #[serde(flatten)]
    pub span: Span,
    /// The title as written.
    pub title: String,
    /// The country or body it represents, as an entity of the article.
    pub of: Option<EntityId>,
}

named_enum! {
    /// The gender that pronouns must agree with.
    pub enum Gender {
        /// He.
        Masculine = "m",
        /// She.
        Feminine = "f",
    }
}

/// One place where the text mentions an entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[non_exhaustive]
pub struct Mention {
    /// Where: without titles, articles and possessive endings.
    #[serde(flatten)]
    pub span: Span,
    /// How.
    pub form: MentionForm,
}

named_enum! {
    /// How a mention names its entity.
    pub enum MentionForm {
        /// The full name.
        Name = "name",
        /// A part of the name or a short form: "Putin", "the Fed".
        Short = "short",
        /// "UN", "SANA".
        Acronym = "acronym",
        /// "Syrian", "Syrians".
        Demonym = "demonym",
        /// A seat or capital for its government: "the Kremlin said". The seat is an entity of its own, and has a
        /// mention of the same words.
        Metonym = "metonym",
        /// "the minister", "the group".
        Nominal = "nominal",
        /// "he", "she", "they".
        Pronoun = "pronoun",
    }
}

/// The entities of a document.
#[inline(never)] // a stage: counted by its name in benches/cost
pub(crate) fn find(doc: &Doc<'_>) -> Vec<Entity> {
    let names = Names::of(doc);
    let reader = Reader { doc, names: &names };
    reference::resolve(reader, build::entities(&Evidence::gather(reader)))
}

/// Verbs whose "to" is followed by who listens.
const SPOKEN: &[Atom] = atoms!["speaking", "spoke", "speaks", "talking", "talked", "referring"];

/// Signals that a name is where something is.
const WHERE: Signals = Signals::of(&[
    Signal::In,
    Signal::From,
    Signal::To,
    Signal::PlacePrep,
    Signal::CommaPlace,
    Signal::PlaceNounBefore,
    Signal::Dateline,
    Signal::LineDate,
]);

/// Whether a name is where something is: "flew to Al Ain", and not "spoke to Al-Ain".
fn is_where(reader: Reader<'_, '_>, c: &Candidate, seen: &Signals) -> bool {
    let verb = c.tokens.start.checked_sub(2).filter(|_| seen.has(Signal::To));
    let told =
        verb.is_some_and(|i| reader.is(i, Class::CUE | Class::EVIDENCE) || SPOKEN.contains(&reader.word(i)));
    !told && seen.has_any(WHERE)
}

/// Every candidate of a document, with what was seen of it and what its spelling is read as.
struct Evidence<'d, 't> {
    reader: Reader<'d, 't>,
    found: Vec<Candidate>,
    /// One entry a candidate.
    seen: Vec<Signals>,
    groups: Groups,
    /// Where the article is set.
    setting: Setting,
}

impl<'d, 't> Evidence<'d, 't> {
    fn gather(reader: Reader<'d, 't>) -> Self {
        let found = detect::candidates(reader);
        let setting = Setting::of(reader, &found);
        let (mut seen, mut keys) = detect::observe(reader, &found);
        if setting.has_regions() {
            for (c, seen) in found.iter().zip(&mut seen) {
                let town = reader.is_small_town(c, seen, &setting);
                seen.add_if(town, Signal::Town);
            }
        }
        let sides = Sides::of(reader, &found, &seen);
        // A city and its team are spelled alike, and are two; so are a town and the outlet named after it.
        for ((c, seen), key) in
            found.iter().zip(&mut seen).zip(&mut keys).filter(|((c, _), _)| c.listed.is_place())
        {
            if seen.is_side() || sides.has(*key) && !is_where(reader, c, seen) {
                *key = words::team(*key);
            } else if c.listed.is(Lists::OUTLET) && is_where(reader, c, seen) {
                seen.remove(Signal::ListOutlet);
                *key = words::town(*key);
            }
        }
        let mut groups = Groups::new(keys.into_iter());
        groups.decide(reader, &found, &seen);
        Self { reader, found, seen, groups, setting }
    }
}
