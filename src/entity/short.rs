//! Short forms of the full names of a document: surnames, given names, acronyms, first words of bodies.
//!
//! In: the groups, read once by their own mentions. Out: for a spelling, the groups of the full names that it
//! can stand for. The short forms that the document can ask for lie in one sorted list, so that each lookup is a
//! search in it.

use std::ops::Range;

use crate::gazetteer::Alias;
use crate::lexicon::Class;
use crate::text::{Atom, Shape, atom, atoms};

use super::listed::Lists;
use super::read::Reader;
use super::signal::Reading;
use super::split::Candidate;
use super::words::{Bloom, EMPTY, Key, join, listed, single};

/// What a short form keeps of its full name. In the order of certainty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Form {
    /// A surname or another ending of a person's name: "Assad", "al-Assad".
    Surname,
    /// The plural of a surname: "the Assads".
    Family,
    Given,
    /// Initials, or an acronym in brackets behind the name.
    Acronym,
    /// The first words of a body's name: "Nordvik" for "Nordvik Shipping".
    Opening,
    /// What a body is by its name: "the Commission", "the Ministry".
    Head,
    /// The players of a club: "the Corsairs" for "Aro Corsairs".
    Players,
}

/// A spelling that can stand for full names.
#[derive(Debug)]
pub(super) struct Short {
    pub(super) form: Form,
    /// Groups, in the order of the text; none for a family.
    pub(super) full: Vec<usize>,
}

/// Full names kept for one short form: an article that names more bearers of one surname than this tells
/// none of them apart by it.
const MAX_FULL: usize = 8;

/// The longest short form, in words: longer ones are not in print.
const MAX_WORDS: usize = 6;

/// What closes the names of firms, and of no bodies of a town.
const FIRMS: &[Atom] = atoms![
    "airlines",
    "capital",
    "energy",
    "foods",
    "group",
    "holdings",
    "industries",
    "metals",
    "mining",
    "motors",
    "oil",
    "partners",
    "petroleum",
    "pharmaceuticals",
    "resources",
    "steel",
    "systems",
    "technologies",
    "therapeutics",
];

/// The greatest weight of a town that a firm of its name is likelier than.
const TOWN: u8 = 3;

/// The least weight of a place that is not the first word of a body.
const KNOWN: u8 = 6;

/// What tells a son from his father of the same name.
const JUNIOR: &[Atom] = atoms!["jr", "sr", "ii", "iii"];

/// The short forms of the full names of a document: the form, its spelling, the group of the full name.
#[derive(Debug)]
pub(super) struct Index {
    list: Vec<(Key, Form, usize)>,
    /// What can be looked up: of the forms that names could have, a document uses few.
    asked: Bloom,
    /// What the list holds: most names of a document are short for none.
    known: Bloom,
}

impl Index {
    /// `groups` gives the spelling of each group, its first candidate and how the group is read.
    pub(super) fn new(
        reader: Reader<'_, '_>,
        groups: impl ExactSizeIterator<Item = (Key, usize, Reading)> + Clone,
        found: &[Candidate],
    ) -> Self {
        let mut index =
            Self { list: Vec::with_capacity(groups.len()), asked: Bloom::default(), known: Bloom::default() };
        for (key, first, _) in groups.clone() {
            index.asked.add(key);
            let singulars = found.get(first).into_iter().flat_map(|c| singulars(reader, c));
            singulars.for_each(|key| index.asked.add(key));
        }
        let mut words = Vec::new();
        for (at, (_, first, reading)) in groups.enumerate() {
            let Some(c) = found.get(first) else { continue };
            if !matches!(reading, Reading::Person | Reading::Body) {
                continue;
            }
            words.clear();
            words.extend(reader.words(c.tokens.clone()));
            match reading {
                Reading::Person => {
                    index.add_person(reader, &words, at);
                    index.add_shared(reader, found, first, at);
                }
                Reading::Body => {
                    index.add_body(reader, c, &words, at);
                    index.add_row(reader, c, at);
                }
                _ => {}
            }
        }
        // As one number, which is compared without a branch.
        index.list.sort_unstable_by_key(|(key, form, at)| {
            u128::from(*key) << 64 | (*form as u128) << 56 | *at as u128
        });
        index.list.dedup();
        index.list.iter().for_each(|(key, ..)| index.known.add(*key));
        index
    }

    fn add(&mut self, key: Key, form: Form, at: usize) {
        if self.asked.may_hold(key) {
            self.list.push((key, form, at));
        }
    }

    fn add_person(&mut self, reader: Reader<'_, '_>, words: &[usize], at: usize) {
        let [first, rest @ ..] = words else { return };
        // Jr. does not stand alone, but behind the surname.
        let named = match rest {
            [named @ .., last] if JUNIOR.contains(&reader.word(*last)) => {
                self.add_endings(reader, rest, 1, at);
                named
            }
            _ => rest,
        };
        self.add_endings(reader, named, 0, at);
        // "Ban Ji-won", "Tan Chee Keong": the family name stands first.
        let family = reader.is(*first, Class::SURNAME) && !reader.is(*first, Class::GIVEN | Class::COMMON);
        let family_first = family && rest.len() > 1 || rest.iter().any(|i| reader.is_syllable(*i));
        // "Ola “Skipper” Dahl" is Skipper, too.
        let nickname = rest.iter().find(|i| reader.shape_is(i.saturating_sub(1), Shape::Quote));
        if let Some(nickname) = nickname.filter(|i| reader.shape_is(i.saturating_add(1), Shape::Quote)) {
            self.add(single(reader.word(*nickname)), Form::Given, at);
        }
        if family_first {
            self.add(single(reader.word(*first)), Form::Surname, at);
        } else if !named.is_empty() && is_given(reader, *first) {
            self.add(single(reader.word(*first)), Form::Given, at);
        }
        // "Petra Maria Lind" is "Petra Lind" later.
        if let ([_, .., surname], false) = (named, reader.shape_is(*first, Shape::Initial)) {
            let key = join(single(reader.word(*first)), reader.word(*surname));
            self.add(key, Form::Surname, at);
        }
    }

    /// The endings of a name that have more than `least` words. Initials do not stand alone. The particle stays
    /// with the name ("al-Assad") or is left out ("Assad").
    fn add_endings(&mut self, reader: Reader<'_, '_>, words: &[usize], least: usize, at: usize) {
        for length in least.saturating_add(1)..=words.len().min(MAX_WORDS) {
            let ending = words.get(words.len().saturating_sub(length)..).unwrap_or_default();
            if ending.first().is_some_and(|i| !reader.shape_is(*i, Shape::Initial)) {
                let key = ending.iter().fold(EMPTY, |name, i| join(name, reader.word(*i)));
                self.add(key, Form::Surname, at);
            }
        }
    }

    /// "Ola | and Petra Lind": the surname is his, too.
    fn add_shared(&mut self, reader: Reader<'_, '_>, found: &[Candidate], first: usize, at: usize) {
        if let Some(surname) = shared_surname(reader, found, first) {
            self.add(reader.key(surname), Form::Surname, at);
        }
    }

    /// The listed short names of a listed body: "the Fed", once the Federal Reserve is named.
    fn add_row(&mut self, reader: Reader<'_, '_>, c: &Candidate, at: usize) {
        let surfaces = c.hit.map(|hit| reader.doc.gazetteer.surfaces(hit)).unwrap_or_default();
        let full = surfaces.iter().filter(|surface| surface.alias == Alias::Full);
        self.list.extend(full.map(|surface| (listed(surface.row), Form::Opening, at)));
    }

    fn add_body(&mut self, reader: Reader<'_, '_>, c: &Candidate, words: &[usize], at: usize) {
        let count = words.len();
        if count < 2 {
            return;
        }
        let last = c.tokens.end.saturating_sub(1);
        let legal = (last..c.tokens.end).find(|i| reader.is_firm_tail(*i));
        for end in [Some(c.tokens.end), legal].into_iter().flatten() {
            if let Some(initials) = initials(reader, c.tokens.start..end) {
                self.add(single(initials), Form::Acronym, at);
            }
        }
        let bracket = c.tokens.end;
        let inner = bracket.saturating_add(1);
        // "(NASDAQ: NRDV)" is where its shares are listed.
        let listing = reader.shape_is(inner.saturating_add(1), Shape::Colon);
        if reader.shape_is(bracket, Shape::Open) && reader.shape_is(inner, Shape::Upper) && !listing {
            self.add(single(reader.word(inner)), Form::Acronym, at);
        }
        let first = c.tokens.start;
        let firm = c.tokens.end.checked_sub(1).is_some_and(|last| FIRMS.contains(&reader.word(last)));
        // "U.N." is the United Nations, whichever of its bodies the text names.
        let telling = !reader.is(first, Class::COMMON | Class::ORG_HEAD | Class::GIVEN | Class::PLACE_HEAD)
            && !reader.shape_is(first, Shape::Dotted)
            && reader.hit_from(first).is_none_or(|hit| {
                let listed = reader.listed(hit);
                // "Norco Resources" is "Norco", whatever town is called so, but "Boston Energy" is no Boston.
                let town = firm && !listed.is(Lists::COUNTRY | Lists::CAPITAL) && listed.weight <= TOWN;
                (!listed.is_place() || town) && !listed.is(Lists::DEMONYM)
            });
        for head in heads(reader, c) {
            self.add(single(reader.word(head)), Form::Head, at);
        }
        for from in local(reader, c) {
            self.add(reader.key(from..c.tokens.end), Form::Head, at);
        }
        if let Some(players) = players(reader, c) {
            self.add(single(reader.word(players)), Form::Players, at);
        }
        let mut name = EMPTY;
        let opening = count.saturating_sub(1).min(MAX_WORDS);
        for (n, i) in words.iter().copied().take(opening).enumerate() {
            name = join(name, reader.word(i));
            // "Aro County", where its council is named, is the county; "Aro State" is its university.
            let other = reader.is(i, Class::ORG_TAIL) || reader.word(i) == atom!("state");
            let place = reader.is(i, Class::PLACE_TAIL) && !other;
            if (telling || n > 0) && !place {
                self.add(name, Form::Opening, at);
            }
        }
    }

    /// The full names for which the spelling of group `at` can stand.
    pub(super) fn find(&self, reader: Reader<'_, '_>, c: &Candidate, key: Key, at: usize) -> Option<Short> {
        let other = c.listed.is(Lists::COUNTRY) || c.listed.only_demonym();
        // England is no cricket board, though Lind may be Lind Shipping.
        let known = c.listed.is_place() && !c.listed.is_body() && c.listed.weight >= KNOWN;
        // A country's name is nobody's surname, but may be an acronym.
        let fits = |form| if other { form == Form::Acronym } else { !known || form != Form::Opening };
        let spelled = self.named(key, at, fits);
        let surname = spelled.as_ref().is_some_and(|short| short.form == Form::Surname);
        if !surname && !other && self.is_family(reader, c) {
            return Some(Short { form: Form::Family, full: Vec::new() });
        }
        spelled.or_else(|| {
            let surfaces = reader.doc.gazetteer.surfaces(c.hit.filter(|_| !other)?);
            let mut short = surfaces.iter().filter(|s| matches!(s.alias, Alias::Short | Alias::Acronym));
            short.find_map(|surface| self.named(listed(surface.row), at, |_| true))
        })
    }

    /// The full names of one short form, in its most certain sense.
    fn named(&self, key: Key, at: usize, fits: impl Fn(Form) -> bool) -> Option<Short> {
        if !self.known.may_hold(key) {
            return None;
        }
        let from = self.list.partition_point(|(k, ..)| *k < key);
        let rows = self.list.get(from..).unwrap_or_default();
        let rows = rows.iter().take_while(|(k, ..)| *k == key).filter(|(_, form, _)| fits(*form));
        let form = rows.clone().next().map(|(_, form, _)| *form)?;
        let full = rows.take_while(|(_, f, _)| *f == form).map(|(.., group)| *group).take(MAX_FULL);
        let full: Vec<usize> = full.filter(|group| *group != at).collect();
        (!full.is_empty()).then_some(Short { form, full })
    }

    /// Whether a word is the plural of a surname of the document: "the Assads", "the Joneses".
    fn is_family(&self, reader: Reader<'_, '_>, c: &Candidate) -> bool {
        singulars(reader, c).any(|key| {
            let at = self.list.partition_point(|(k, form, _)| (*k, *form) < (key, Form::Surname));
            self.list.get(at).is_some_and(|(k, form, _)| (*k, *form) == (key, Form::Surname))
        })
    }
}

/// The names of which one word behind an article may be the plural: "the Assads", "the Joneses".
fn singulars<'t>(reader: Reader<'_, 't>, c: &Candidate) -> impl Iterator<Item = Key> + use<'t> {
    let start = c.tokens.start;
    let article = || start.checked_sub(1).is_some_and(|i| reader.word(i) == atom!("the"));
    let word = if c.tokens.len() == 1 && article() { reader.str(start) } else { "" };
    ["s", "es"].iter().filter_map(move |plural| word.strip_suffix(plural)).map(|one| single(Atom::fold(one)))
}

/// Whether the first word of a person's name can stand for it: a given name, or a word of no other use.
fn is_given(reader: Reader<'_, '_>, first: usize) -> bool {
    let other = Class::COMMON | Class::PARTICLE | Class::NO_NAME;
    let alone = || reader.hit_from(first).is_none_or(|hit| hit.end - hit.start > 1);
    let unknown = || reader.shape_is(first, Shape::Title) && alone();
    !reader.is(first, other) && (reader.is(first, Class::GIVEN) || unknown())
}

/// The nouns in the name of a body that say what it is: its last, and the first where "of" follows.
fn heads(reader: Reader<'_, '_>, c: &Candidate) -> impl Iterator<Item = usize> {
    let (first, last) = (c.tokens.start, c.tokens.end.saturating_sub(1));
    let of = atoms!["of", "for"].contains(&reader.word(first.saturating_add(1)));
    let opening = Some(first).filter(|i| of && reader.is(*i, Class::ORG_HEAD | Class::STATE_BODY));
    let closing =
        Some(last).filter(|i| reader.capital(*i) && reader.is(*i, Class::ORG_HEAD | Class::STATE_BODY));
    opening.into_iter().chain(closing)
}

/// Where the name of a body begins without its place: "Moss County | Board of Elections", "Oslo | City Council".
fn local<'d, 't>(reader: Reader<'d, 't>, c: &Candidate) -> impl Iterator<Item = usize> + use<'d, 't> {
    let last = c.tokens.end.saturating_sub(1);
    let place = move |i: usize| {
        let listed = reader.hit_over(i).filter(|hit| hit.end as usize == i.saturating_add(1));
        reader.is(i, Class::PLACE_TAIL) || listed.is_some_and(|hit| reader.listed(hit).is_place())
    };
    let body = reader.is(last, Class::STATE_BODY | Class::ORG_TAIL);
    let inner = c.tokens.start.saturating_add(1)..last;
    inner.take(MAX_WORDS).filter(move |i| {
        let head = reader.is(*i, Class::ORG_HEAD) && reader.word(i.saturating_add(1)) == atom!("of");
        reader.capital(*i) && place(i.saturating_sub(1)) && (body || head)
    })
}

/// The plural that ends the name of a club, and of few bodies else.
fn players(reader: Reader<'_, '_>, c: &Candidate) -> Option<usize> {
    let last = c.tokens.end.saturating_sub(1);
    // "University of Leeds", "Bank of the Netherlands" end with a place.
    let beside = last.checked_sub(1).is_some_and(|i| reader.capital(i));
    let plural = beside && reader.capital(last) && reader.str(last).ends_with('s');
    let other = Class::ORG_TAIL | Class::ORG_HEAD | Class::STATE_BODY | Class::MEDIA;
    (plural && (reader.is(last, Class::TEAM) || !reader.is(last, other))).then_some(last)
}

/// The surname that a given name shares with the full name behind it: "Ola | and Petra *Lind*".
pub(super) fn shared_surname(
    reader: Reader<'_, '_>,
    found: &[Candidate],
    first: usize,
) -> Option<Range<usize>> {
    let (c, next) = (found.get(first)?, found.get(first.saturating_add(1))?);
    let link = c.tokens.end;
    let given = c.tokens.len() == 1 && reader.is(c.tokens.start, Class::GIVEN);
    let pair = given
        && reader.word(link) == atom!("and")
        && next.tokens.start == link.saturating_add(1)
        && next.title.is_none()
        && next.tokens.len() > 1
        && reader.is(next.tokens.start, Class::GIVEN);
    pair.then(|| next.tokens.start.saturating_add(1)..next.tokens.end)
}

/// The first letters of the capitalised words of a body, its legal form aside or not, as the word that they spell.
fn initials(reader: Reader<'_, '_>, name: Range<usize>) -> Option<Atom> {
    let (mut letters, mut count) = ([0_u8; 8], 0_usize);
    for i in reader.capitals(name) {
        let letter = reader.str(i).bytes().next().filter(u8::is_ascii)?;
        *letters.get_mut(count)? = letter.to_ascii_lowercase();
        count = count.saturating_add(1);
    }
    letters.get(..count).filter(|letters| letters.len() >= 2).map(Atom::of)
}
