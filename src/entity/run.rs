//! Runs of capitalised words: where a stretch of names begins and how far it goes.
//!
//! In: the tokens of one sentence. Out: token ranges that hold one or more names and their titles, with
//! the small words inside names: particles (`bin`, `van der`), `of`, `for`, `and` behind the head of a body.

use std::ops::Range;

use crate::lexicon::Class;
use crate::text::{Atom, Shape, atom, atoms};

use super::read::Reader;

/// The longest run, in tokens: the longest names of bodies in print have about twenty words. A text of
/// nothing but capitals is cut into runs of this length, so that looking back inside one costs nothing.
const MAX_RUN: usize = 24;

/// The longest nickname, in words, and the mark behind it: "Iron Mike".
const MAX_NICKNAME: usize = 4;

/// Particles that join two capitalised words without a hyphen. Of the others (`an`, `as`, `e`, `st` …) print
/// has more that are plain words.
const JOINING: &[Atom] = atoms![
    "abu", "al", "ap", "bar", "ben", "bin", "bint", "da", "das", "de", "dei", "del", "della", "den", "der",
    "des", "di", "dos", "du", "el", "ibn", "la", "le", "ter", "ul", "van", "von", "y", "zu",
];

/// Abbreviations inside names whose full stop does not end them.
const ABBREVIATED: &[Atom] =
    atoms!["st", "mt", "ft", "ste", "jr", "sr", "inc", "corp", "co", "ltd", "bros", "gen", "no"];

/// Letters behind a name that are no part of it.
const POST_NOMINAL: &[Atom] =
    atoms!["kc", "qc", "mp", "mep", "msp", "cbe", "obe", "mbe", "md", "phd", "dfc", "mvp"];

/// Nouns of places that `of` follows inside a name: "Gulf of Aro".
const PLACES_OF: &[Atom] = atoms![
    "gulf", "bay", "strait", "straits", "cape", "isle", "isles", "republic", "kingdom", "commonwealth",
    "state", "emirate", "principality", "sultanate", "sea", "university", "port", "rock", "horn", "mouth",
    "tower", "palace", "duchy", "island", "lake", "mount", "church", "city", "borough", "county", "province",
    "hall", "municipality", "plains",
];

/// What a picture is called before its colon: "Image: Ola Dahl".
const LABELS: &[Atom] = atoms![
    "image", "images", "photo", "photos", "photograph", "picture", "pictures", "video", "file", "credit"
];

/// Bodies of a state that are named for what they do: "Department for Harbours".
const NAMED_FOR: &[Atom] =
    atoms!["department", "ministry", "office", "agency", "commission", "committee", "bureau", "directorate"];

/// Bodies that are sent to somebody: "Mission to the United Nations".
const SENT: &[Atom] = atoms!["commission", "committee", "delegation", "embassy", "mission"];

/// What periodicals of a trade or science are called before their field: "Annals of Surgery".
pub(super) const JOURNALS: &[Atom] = atoms!["journal", "annals", "archives", "bulletin", "transactions"];

/// Where an officer of a place works: "Harris County Sheriff's Office".
const OFFICES: &[Atom] = atoms!["office", "department", "bureau"];

/// Those whom a house serves: "Nordvik Children's Hospital".
const SERVED: &[Atom] = atoms!["children", "men", "people", "women"];

/// Officers who bear no title before their names.
const OFFICERS: &[Atom] = atoms!["examiner", "defender", "da", "appraiser", "assessor", "ombudsman"];

/// Surnames that history gave: "Ivan the Terrible".
const EPITHETS: &[Atom] = atoms![
    "great", "terrible", "elder", "younger", "conqueror", "magnificent", "wise", "bold", "bald", "baptist",
];

/// Who is numbered: "King Aro I".
const CROWNED: &[Atom] = atoms![
    "king", "queen", "pope", "emperor", "empress", "tsar", "czar", "prince", "duke", "sultan", "shah",
    "kaiser",
];

/// Words behind a hyphen that make an adjective of the name before it and lie outside it.
const COMPOUND: &[Atom] = atoms![
    "based", "backed", "led", "run", "born", "made", "style", "era", "wide", "like", "bound", "held",
    "owned", "type", "area", "linked", "trained", "funded", "sponsored", "controlled", "occupied", "ruled",
    "dominated", "brokered", "listed", "educated", "speaking", "friendly", "ravaged", "torn", "hit", "free",
    "only", "winning", "allied", "inspired", "affiliated", "imposed", "mediated", "appointed", "elect",
    "old", "year", "day", "and", "or", "to", "in", "on", "a", "the", "of", "for", "up", "area", "class",
    "related", "rich", "level", "ish", "esque", "time",
];

/// Small words inside names, particles aside.
const LINKS: &[Atom] = atoms!["of", "for", "on", "against", "to", "and", "the"];

impl Reader<'_, '_> {
    /// The run that starts at token `at` of `bounds`, maybe with a listed name, or with the particle before it.
    pub(super) fn run(self, at: usize, bounds: Range<usize>) -> Option<Range<usize>> {
        let end = bounds.end;
        let listed = || self.hit_from(at).map(|hit| hit.end as usize).filter(|stop| *stop <= end);
        let (start, mut last) = match (self.particle_before(at, bounds.start), listed()) {
            (Some(particle), _) => (particle, at),
            (None, Some(stop)) => (at, stop.saturating_sub(1)),
            (None, None) if self.capital(at) => (at, at),
            (None, None) => return None,
        };
        while let Some(next) = self.link(start, last, end) {
            if next.saturating_sub(start) >= MAX_RUN {
                break;
            }
            // A listed name goes whole into the run.
            last = self
                .hit_from(next)
                .map_or(next, |hit| (hit.end as usize).min(end).saturating_sub(1))
                .max(next);
        }
        Some(start..last.saturating_add(1).max(at.saturating_add(1)))
    }

    /// `al-|Amin`, `bin |Aro` behind small words: the particle, from token `from` on, that leads to the capitalised
    /// token `at`.
    fn particle_before(self, at: usize, from: usize) -> Option<usize> {
        let before = at.checked_sub(1)?;
        let joined = self.shape_is(before, Shape::Hyphen) && self.tight(before) && self.tight(at);
        let particle = if joined { before.checked_sub(1)? } else { before };
        let leads = self.is(particle, Class::PARTICLE)
            && self.small(particle)
            && self.shape_is(at, Shape::Title)
            && (joined || JOINING.contains(&self.word(particle)) && !self.tight(at));
        (leads && particle >= from).then_some(particle)
    }

    /// The next capitalised token of the same run after token `last`.
    fn link(self, start: usize, last: usize, end: usize) -> Option<usize> {
        let next = last.saturating_add(1);
        let after = next.saturating_add(1);
        if next >= end {
            return None;
        }
        let found = match self.shape(next)? {
            _ if self.capital(next) => self.goes_on(next).then_some(next),
            Shape::Initial => self.is_crowned(start, last).then_some(next),
            Shape::Quote => self.behind_nickname(start, last, next),
            Shape::Hyphen if self.tight(next) && self.tight(after) => self.behind_hyphen(last, after),
            Shape::Stop if self.tight(next) && self.abbreviated(last) => {
                if self.capital(after) {
                    Some(after)
                } else {
                    self.behind_nickname(start, last, after)
                }
            }
            // "Nordvik & Dahl", but "Ola Nordvik & | Karin Dahl".
            Shape::Symbol if self.word(next) == atom!("&") => {
                let person = self.is(after, Class::GIVEN)
                    && !self.is(after, Class::COMMON)
                    && self.capital(after.saturating_add(1))
                    && last > start;
                (self.capital(after) && !person).then_some(after)
            }
            Shape::Possessive => self.behind_possessive(start, last, after),
            // "Deckhands' Union".
            Shape::Apostrophe if self.tight(next) && self.str(last).ends_with('s') => {
                (self.capital(after) && !self.tight(after) && self.tail_ahead(after)).then_some(after)
            }
            Shape::Comma => self
                .junior(after)
                .or_else(|| self.next_field(start, last, after))
                .or_else(|| self.next_trade(last, after))
                .or_else(|| self.next_partner(start, last, after)),
            Shape::Lower => self.behind_small(start, last, next, end),
            _ => None,
        };
        found.filter(|found| *found < end)
    }

    /// A weekday or month that is no part of a longer listed name and not somebody's given name.
    fn is_calendar(self, i: usize) -> bool {
        let named =
            self.is(i, Class::GIVEN) && !self.is(i, Class::WEEKDAY) && self.capital(i.saturating_add(1));
        self.is(i, Class::WEEKDAY | Class::MONTH)
            && !named
            && self.hit_over(i).is_none_or(|hit| hit.end - hit.start < 2)
    }

    /// Whether the capital at `i` belongs to the run before it.
    fn goes_on(self, i: usize) -> bool {
        !self.is_calendar(i)
            && !self.opens_clause(i)
            && !self.is_label(i)
            && (!POST_NOMINAL.contains(&self.word(i)) || self.shape_is(i, Shape::Title))
    }

    /// "… in Oslo Image: Ola Dahl": the label of a picture whose line end was lost.
    fn is_label(self, i: usize) -> bool {
        LABELS.contains(&self.word(i)) && self.word(i.saturating_add(1)) == atom!(":")
    }

    /// A small word that has its capital from its position: "… of Aro In the north …".
    fn opens_clause(self, i: usize) -> bool {
        let small =
            Class::PREPOSITION | Class::CONJUNCTION | Class::DETERMINER | Class::PRONOUN | Class::AUXILIARY;
        self.shape_is(i, Shape::Title)
            && self.is(i, small)
            && !self.is(i, Class::PARTICLE | Class::MONTH)
            && self.hit_over(i).is_none_or(|hit| hit.end - hit.start < 2)
            && !self.capital(i.saturating_add(1))
    }

    fn abbreviated(self, i: usize) -> bool {
        self.shape_is(i, Shape::Initial)
            || ABBREVIATED.contains(&self.word(i))
            || self.is(i, Class::TITLE) && self.str(i).len() <= 5
    }

    fn behind_hyphen(self, last: usize, after: usize) -> Option<usize> {
        let joins = match self.shape(after)? {
            // "Ola Dahl, R-|Texas": the party and the state of an American politician.
            _ if self.capital(after) => !(self.shape_is(last, Shape::Initial) && self.is_area(after)),
            // "Inzamam-ul-|Haq".
            Shape::Lower
                if self.is(after, Class::PARTICLE)
                    && self.shape_is(after.saturating_add(1), Shape::Hyphen) =>
            {
                self.shape_is(last, Shape::Title) && self.capital(after.saturating_add(2))
            }
            // "Jong-il", "Geun-hye": the second syllable of a given name behind a family name.
            Shape::Lower => {
                self.shape_is(last, Shape::Title)
                    && !self.tight(last)
                    && last.checked_sub(1).is_some_and(|i| self.capital(i))
                    && self.str(after).len() <= 5
                    && !COMPOUND.contains(&self.word(after))
            }
            Shape::Number => false,
            _ => false,
        };
        joins.then_some(after)
    }

    /// Whether a region or country is listed from token `i` on.
    fn is_area(self, i: usize) -> bool {
        self.hit_from(i).is_some_and(|hit| self.areas(hit).next().is_some())
    }

    /// "Women's Tennis Association": a common word in the possessive opens the name of a body.
    fn behind_possessive(self, start: usize, last: usize, after: usize) -> Option<usize> {
        if self.is_of_saint(start, last) && self.closes_in(after, Class::ORG_TAIL | Class::PLACE_TAIL) {
            return Some(after);
        }
        // "Aro County | State's | Attorney's | Office".
        if self.has_office(last) || self.word(last) == atom!("state") && self.has_office(after) {
            return Some(after);
        }
        let common = self.capitals(start..last.saturating_add(1)).all(|i| self.is(i, Class::COMMON));
        let unlisted = self.hit_over(last).is_none();
        let prefixed = self.shape_is(start.saturating_sub(1), Shape::Hyphen);
        let served = SERVED.contains(&self.word(last)) && !prefixed;
        ((common || served) && unlisted && self.capital(after) && self.tail_ahead(after)).then_some(after)
    }

    /// "St Olaf | 's Catholic Church": the run names a saint and nobody else.
    pub(super) fn is_of_saint(self, start: usize, last: usize) -> bool {
        let names = last.saturating_sub(start);
        self.word(start) == atom!("st") && self.capital(start) && (1..=3).contains(&names)
    }

    /// Whether token `i` is an officer and his office stands behind him: "Sheriff's Office".
    pub(super) fn has_office(self, i: usize) -> bool {
        let office = i.saturating_add(2);
        self.shape_is(i.saturating_add(1), Shape::Possessive)
            && self.capital(office)
            && OFFICES.contains(&self.word(office))
            && self.capital(i)
            && (self.is(i, Class::TITLE) || OFFICERS.contains(&self.word(i)))
    }

    /// "…, Jr."
    fn junior(self, i: usize) -> Option<usize> {
        (self.capital(i) && atoms!["jr", "sr", "inc", "ltd"].contains(&self.word(i))).then_some(i)
    }

    /// Whether the capitalised words from `i` on end in a word that closes the names of bodies.
    pub(super) fn tail_ahead(self, i: usize) -> bool {
        self.closes_in(i, Class::ORG_TAIL)
    }

    /// Whether the capitalised words from `i` on end in a word of `class`.
    fn closes_in(self, i: usize, class: Class) -> bool {
        let end = (i..i.saturating_add(6)).find(|k| !self.capital(*k)).unwrap_or(i.saturating_add(6));
        end.checked_sub(1).is_some_and(|last| last >= i && self.is(last, class))
    }

    fn behind_small(self, start: usize, last: usize, next: usize, end: usize) -> Option<usize> {
        let link = self.word(next);
        if !LINKS.contains(&link) {
            return self.behind_particles(next, end);
        }
        self.behind_particles(next, end).or_else(|| match link {
            word if word == atom!("of") => self.behind_of(start, last, next),
            word if word == atom!("for")
                && self.is_office(start, last)
                && self.field_behind(last).is_some() =>
            {
                self.field_behind(last)
            }
            word if word == atom!("for") && self.word(last) == atom!("court") => self.district(next),
            word if atoms!["for", "on", "against", "to"].contains(&word) => {
                let after = self.past_article(next.saturating_add(1));
                // "Mission to Oslo", "Campaign to Protect …", but "from Nordvik Church | to Oslo".
                let verb = || self.is(after, Class::VERB_BASE) && !self.is(after, Class::GIVEN);
                let sent = word != atom!("to") || SENT.contains(&self.word(last)) || verb();
                (self.is(last, Class::ORG_HEAD)
                    && sent
                    && self.body_start(last, next)
                    && self.capital(after)
                    && !self.is_calendar(after))
                .then_some(after)
            }
            word if word == atom!("and") => self.behind_and(start, last, next.saturating_add(1)),
            word if word == atom!("the") => self.epithet(last, next.saturating_add(1)),
            _ => None,
        })
    }

    /// "District Court for the | District of Maryland", "… for the | Northern District of Ohio": for which a court is.
    fn district(self, link: usize) -> Option<usize> {
        let first = self.past_article(link.saturating_add(1));
        let named = (first..first.saturating_add(2)).any(|i| self.word(i) == atom!("district"));
        (named && self.capital(first)).then_some(first)
    }

    /// Whether the head at `i` can open a body's name before "for" or "on": "Centre for …", "Department for …" and
    /// not "… voted in Parliament on Tuesday".
    fn body_start(self, i: usize, link: usize) -> bool {
        let named_for = NAMED_FOR.contains(&self.word(i)) && self.word(link) == atom!("for");
        !self.is(i, Class::STATE_BODY) || self.word(i) == atom!("council") || named_for
    }

    /// "Ludwig van Aro", "Ahmed bin al-Aro".
    fn behind_particles(self, next: usize, end: usize) -> Option<usize> {
        let mut at = next;
        // No name has more than three particles in a row.
        for _ in 0..3 {
            if at >= end || !self.small(at) || !self.is(at, Class::PARTICLE) {
                return None;
            }
            let after = at.saturating_add(1);
            if self.shape_is(after, Shape::Hyphen) && self.tight(after) {
                let word = after.saturating_add(1);
                return (self.capital(word) && self.tight(word)).then_some(word);
            }
            if !JOINING.contains(&self.word(at)) {
                return None;
            }
            if self.capital(after) {
                return Some(after);
            }
            at = after;
        }
        None
    }

    /// Whether the run up to `last` ends in an office: "Minister", "Minister of State".
    fn is_office(self, start: usize, last: usize) -> bool {
        let title = |i: usize| i >= start && self.is(i, Class::TITLE) && self.capital(i);
        title(last) || last.checked_sub(2).is_some_and(title)
    }

    /// "Ivan the | Terrible".
    fn epithet(self, last: usize, word: usize) -> Option<usize> {
        let named = self.shape_is(last, Shape::Title) && self.is(last, Class::GIVEN);
        (named && self.shape_is(word, Shape::Title) && EPITHETS.contains(&self.word(word))).then_some(word)
    }

    /// "King Aro | I": the numeral of a crowned head, which looks like the pronoun.
    fn is_crowned(self, start: usize, last: usize) -> bool {
        let title = last.checked_sub(1).filter(|title| *title >= start);
        title.is_some_and(|i| CROWNED.contains(&self.word(i)) && self.capital(i))
            && self.is(last, Class::GIVEN)
    }

    /// "Ola “Skipper” | Dahl": the surname behind a nickname in marks.
    fn behind_nickname(self, start: usize, last: usize, mark: usize) -> Option<usize> {
        let from = mark.saturating_add(1);
        let opens = self.shape_is(mark, Shape::Quote) && !self.tight(mark) && self.tight(from);
        let named = |i: usize| self.is(i, Class::GIVEN) && !self.is(i, Class::PLACE_HEAD);
        let initial = self.shape_is(start, Shape::Initial);
        if !opens || !initial && !self.capitals(start..last.saturating_add(1)).any(named) {
            return None;
        }
        let close = (from..from.saturating_add(MAX_NICKNAME)).find(|i| !self.capital(*i))?;
        let surname = close.saturating_add(1);
        let closes = self.shape_is(close, Shape::Quote) && self.tight(close);
        (close > from && closes && self.shape_is(surname, Shape::Title) && !self.tight(surname))
            .then_some(surname)
    }

    fn past_article(self, i: usize) -> usize {
        if self.small(i) && self.word(i) == atom!("the") { i.saturating_add(1) } else { i }
    }

    fn behind_of(self, start: usize, last: usize, of: usize) -> Option<usize> {
        let after = self.past_article(of.saturating_add(1));
        if !self.capital(after) || self.is_calendar(after) {
            return None;
        }
        let alone = self.hit_over(after).is_none_or(|hit| hit.end - hit.start < 2);
        let office = self.is(last, Class::TITLE) && alone && self.field_behind(last) == Some(after);
        // "State Railway | of Norway".
        let closed = last > start
            && self.is(last, Class::ORG_TAIL)
            && !self.is(last, Class::STATE_BODY)
            && self.hit_from(after).is_some_and(|hit| self.listed(hit).is_place());
        // "Court for the Northern District | of Ohio".
        let court = self.word(last) == atom!("district")
            && self.capitals(start..last).any(|i| self.word(i) == atom!("court"));
        // "Journal | of Ecology", but "the Oslo Journal | of Norway".
        let place = self.hit_from(after).is_some_and(|hit| self.listed(hit).is_place());
        let journal = self.capital(last) && JOURNALS.contains(&self.word(last)) && !place;
        let opens = self.is(last, Class::ORG_HEAD | Class::EVENT)
            || journal
            || closed
            || court
            || PLACES_OF.contains(&self.word(last))
            || office;
        opens.then_some(after)
    }
}
