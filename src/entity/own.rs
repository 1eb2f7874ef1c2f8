//! What a candidate shows by itself: lists, words, shape.

use std::ops::Range;

use crate::lexicon::Class;
use crate::text::{Atom, Shape, Shapes, atom, atoms};

use super::anatomy::Anatomy;
use super::context::NEWS;
use super::listed::Lists;
use super::read::Reader;
use super::run::JOURNALS;
use super::signal::{Signal as S, Signals};
use super::split::Candidate;

/// What stands before the name of a ship.
const SHIPS: &[Atom] = atoms![
    "hms", "uss", "mv", "rv", "ins", "ss", "rms", "hmas", "hmcs", "hmnzs", "rrs", "rfa", "usns", "uscgc",
    "ara", "kri", "brp", "fv",
];

/// What stands between the letters of a station and its town: "KRTO Radio Oslo".
const AIR: &[Atom] = atoms!["radio", "tv", "television", "news"];

/// Leagues that are named by their letters before a quarter: "NL East".
const LEAGUES: &[Atom] = atoms!["nl", "al", "nfc", "afc"];

/// Storms that bear names.
const STORMS: &[Atom] = atoms!["hurricane", "typhoon", "cyclone"];

/// What the divisions of a league are called after; its conferences are two.
const QUARTERS: &[Atom] = atoms![
    "eastern", "western", "atlantic", "pacific", "central", "northern", "southern", "northeast", "northwest",
    "southeast", "southwest", "midwest", "east", "west", "north", "south", "metropolitan",
];

/// Legal forms of firms: they close the name of nothing else.
const FIRM_TAILS: &[Atom] = atoms![
    "inc", "corp", "co", "ltd", "llc", "llp", "plc", "ag", "sa", "spa", "nv", "bv", "gmbh", "ab", "asa",
    "oyj", "pty", "pte", "bhd", "tbk", "corporation", "company", "companies", "incorporated", "limited",
    "holdings", "s.p.a.", "n.v.", "s.a.", "a.g.", "b.v.", "l.p.", "s.a", "n.v",
];

/// What tokens of a shape tell of the name that holds them.
const MARKS: &[(Shape, S)] = &[
    (Shape::Symbol, S::Ampersand),
    (Shape::Possessive, S::Possessed),
    (Shape::Hyphen, S::Hyphened),
    (Shape::Mixed, S::MixedCase),
    (Shape::Camel, S::CamelCase),
];

/// Letters of currencies that stand before amounts.
const CURRENCIES: &[Atom] = atoms![
    "rs", "re", "inr", "pkr", "lkr", "npr", "tk", "bdt", "sh", "shs", "ksh", "kes", "ugx", "tzs", "ngn",
    "ghs", "zar", "usd", "eur", "gbp", "chf", "jpy", "cny", "rmb", "rm", "php", "sgd", "hkd", "aud", "nzd",
    "cad", "aed", "sar",
];

/// What counts the bearers of a name.
const NUMERALS: &[Atom] = atoms!["ii", "iii", "iv", "vi", "xvi"];

/// Roads that are numbered.
const ROADS: &[Atom] = atoms!["highway", "interstate", "motorway", "road", "route"];

impl Reader<'_, '_> {
    /// Whether token `i` is the legal form of a firm.
    pub(super) fn is_firm_tail(self, i: usize) -> bool {
        (self.is(i, Class::ORG_TAIL) || self.shape_is(i, Shape::Dotted)) && FIRM_TAILS.contains(&self.word(i))
    }

    /// The signals of the candidate's own words.
    pub(super) fn observe_own(self, c: &Candidate, name: Anatomy, signals: &mut Signals) {
        signals.add_if(c.hit.is_none(), S::Unlisted);
        signals.add_lists(c.listed.lists);
        if name.count == 0 {
            return;
        }
        signals.add(match name.count {
            1 => S::Long1,
            2 => S::Long2,
            3 => S::Long3,
            _ => S::Long4,
        });
        // The words inside a listed name tell nothing that its row does not.
        let telling = c.hit.is_none() || c.listed.is(Lists::WORD) || c.listed.only_demonym();
        let alone = name.count == 1;
        if alone {
            self.alone(name.first, c, signals);
        } else if telling {
            self.several(c, name, signals);
        }
        let body = c.listed.is_body() && !telling;
        signals.add_if(body && !alone, S::ListBodyLong);
        signals.add_if(body && alone && !c.listed.is(Lists::GIVEN | Lists::SURNAME), S::ListBodySure);
        if telling {
            self.kinds_of_words(c, name, signals);
        }
        let road =
            c.tokens.end.checked_sub(1).is_some_and(|end| self.is_numbered_road(&(c.tokens.start..end)));
        signals.add_if(road, S::PlaceTail);
        self.suffixes(name.last, signals);
        signals.add_if(alone && name.classes.has(Class::NO_NAME | Class::SPORT), S::NoName);
        self.marks(c, name.shapes, signals);
    }

    /// "Interstate | 95", "State Route | 39": a road whose number stands behind it.
    pub(super) fn is_numbered_road(self, tokens: &Range<usize>) -> bool {
        let road = || tokens.end.checked_sub(1).filter(|i| tokens.contains(i));
        self.shape_is(tokens.end, Shape::Number)
            && road().is_some_and(|i| self.capital(i) && ROADS.contains(&self.word(i)))
    }

    /// "Rs | 38 lakh", "USD | 5": the letters of a currency before an amount.
    pub(super) fn is_currency(self, i: usize) -> bool {
        let next = i.saturating_add(1);
        let amount = if self.shape_is(next, Shape::Stop) { next.saturating_add(1) } else { next };
        self.shape_is(amount, Shape::Number) && CURRENCIES.contains(&self.word(i))
    }

    fn alone(self, i: usize, c: &Candidate, signals: &mut Signals) {
        let word = self.doc.word(i);
        let known = Class::GIVEN | Class::SURNAME | Class::COMMON;
        signals.add_if(word.is(Class::TITLE) && self.shape_is(i, Shape::Title), S::OfficeAlone);
        signals.add_if(word.is(Class::GIVEN), S::GivenAlone);
        signals.add_if(word.is(Class::SURNAME), S::SurnameAlone);
        // "US" is no pronoun.
        let letters = !c.loud && c.hit.is_some() && self.shape_is(i, Shape::Upper);
        signals.add_if(word.is(Class::COMMON) && !letters, S::CommonAlone);
        signals.add_if(!word.is(known) && c.hit.is_none(), S::UnknownAlone);
        match self.shape(i) {
            Some(Shape::Upper) if !c.loud => self.acronym(i, c, signals),
            Some(Shape::Dotted) => signals.add(S::Dotted),
            Some(Shape::Mixed) => {
                // "CrudeStocks.pdf" is a file.
                let file = self.tight(i.saturating_add(1)) && self.tight(i.saturating_add(2));
                signals.add_if(c.hit.is_none() && !file && is_brand(self.str(i)), S::Brand);
            }
            _ => {}
        }
        signals.add_if(self.is_paper(i), S::PaperAlone);
    }

    /// "told the | Herald", "seen by the | Star", "the | Courier reported": a paper by the last word of its name.
    fn is_paper(self, i: usize) -> bool {
        let Some(article) =
            i.checked_sub(1).filter(|_| self.is(i, Class::MEDIA) && self.shape_is(i, Shape::Title))
        else {
            return false;
        };
        let verb = article.checked_sub(1).map_or(Atom::NONE, |verb| self.word(verb));
        let told = atoms!["told", "tells", "telling", "by", "to", "with"].contains(&verb);
        let tells = atoms!["reported", "reports", "said", "understands", "revealed"];
        let next = i.saturating_add(1);
        self.word(article) == atom!("the")
            && !self.capital(next)
            && (told || tells.contains(&self.word(next)))
    }

    fn acronym(self, i: usize, c: &Candidate, signals: &mut Signals) {
        match self.str(i).chars().count() {
            2 => signals.add(S::Acronym2),
            // "NSW" is the short form of a place.
            3.. if c.listed.is_place() && !c.listed.is_body() => {}
            ..=5 => signals.add(S::Acronym3),
            _ => signals.add(S::CapsLong),
        }
    }

    fn several(self, c: &Candidate, name: Anatomy, signals: &mut Signals) {
        let (first, last) = (name.first, name.last);
        let (opening, closing) = (self.doc.word(first), self.doc.word(last));
        let inner = self.hit_from(first).map(|hit| self.listed(hit)).unwrap_or_default();
        // "Sydney | Trains": what a great city runs.
        let city = inner.is(Lists::GREAT_CITY)
            && closing.is(Class::COMMON)
            && !closing.is(Class::SURNAME | Class::GIVEN);
        signals.add_if(opening.is(Class::GIVEN) && !opening.is(Class::PARTICLE) && !city, S::GivenFirst);
        // "Natural Resources | Wales": the name of a country is also some family's.
        let place = self
            .hit_over(last)
            .map(|hit| self.listed(hit))
            .is_some_and(|l| l.is_place() && !l.is(Lists::SURNAME | Lists::GIVEN));
        signals.add_if(closing.is(Class::SURNAME) && !place, S::SurnameLast);
        signals.add_if(place, S::PlaceLast);
        signals.add_if(inner.is_place(), S::PlaceFirst);
        // "P.T. | Lund" has two initials, but "U.N. | Women" a body.
        let initials = self.shape_is(first, Shape::Dotted)
            && !closing.is(Class::COMMON)
            && name.count == 2
            && !inner.is(Lists::HEAVY);
        signals.add_if(inner.is_body() && !inner.is_place() && !initials, S::BodyFirst);
        signals.add_if(initials && !inner.is_place(), S::Initials);
        signals.add_if(inner.is(Lists::OUTLET) && !inner.is_place(), S::Media);
        signals.add_if(opening.is(Class::COMMON), S::CommonFirst);
        signals.add_if(closing.is(Class::COMMON), S::CommonLast);
        let numeral =
            name.count > 2 && NUMERALS.contains(&self.word(last)) && self.shape_is(last, Shape::Upper);
        let junior = atoms!["jr", "sr"].contains(&self.word(last)) && self.shape_is(last, Shape::Title);
        signals.add_if(numeral || junior, S::Junior);
        self.capitals_of(c, signals);
        if name.shapes.has_any(const { Shapes::of(&[Shape::Initial, Shape::Lower, Shape::Hyphen]) }) {
            self.small_words(c, last, signals);
        }
    }

    /// What all capitalised words of a name are.
    fn capitals_of(self, c: &Candidate, signals: &mut Signals) {
        let (mut common, mut known) = (true, false);
        for i in self.words(c.tokens.clone()) {
            let (word, capital) = (self.doc.word(i), self.capital(i));
            common &= !capital | word.is(Class::COMMON);
            known |= capital & word.is(Class::GIVEN | Class::SURNAME | Class::COMMON);
        }
        signals.add_if(common, S::CommonAll);
        signals.add_if(!known, S::UnknownAll);
    }

    /// Initials, particles and syllables inside a name.
    fn small_words(self, c: &Candidate, last: usize, signals: &mut Signals) {
        for i in self.words(c.tokens.clone()) {
            let before = |mark| i != last && self.shape_is(i.saturating_add(1), mark);
            signals.add_if(self.shape_is(i, Shape::Initial) && before(Shape::Stop), S::Initials);
            let particle = self.is(i, Class::PARTICLE) && (self.small(i) || before(Shape::Hyphen));
            signals.add_if(particle, S::Particle);
            signals.add_if(self.is_syllable(i), S::Syllable);
        }
    }

    /// "Geun-|hye": the second syllable of a given name, behind a hyphen.
    pub(super) fn is_syllable(self, i: usize) -> bool {
        self.small(i)
            && self.tight(i)
            && i.checked_sub(2)
                .is_some_and(|b| self.shape_is(b, Shape::Title) && !self.is(b, Class::PARTICLE))
    }

    fn kinds_of_words(self, c: &Candidate, name: Anatomy, signals: &mut Signals) {
        let Anatomy { count, first, last, classes: any, inner, .. } = name;
        let (opening, closing) = (self.doc.word(first), self.doc.word(last));
        let body = Class::ORG_TAIL | Class::ORG_HEAD;
        signals.add_if(count == 1 && any.has(body), S::OrgWordAlone);
        signals.add_if(any.has(Class::EVENT), S::Event);
        signals.add_if(any.has(Class::NO_NAME), S::NoName);
        signals.add_if(any.has(Class::TITLE), S::TitleInside);
        signals.add_if(self.is_storm(c.tokens.clone()), S::Storm);
        if count == 1 {
            return;
        }
        let firm = self.is_firm_tail(last);
        signals.add_if(firm, S::FirmTail);
        signals.add_if(closing.is(Class::ORG_TAIL) && !firm, S::OrgTail);
        let office = last.checked_sub(2).is_some_and(|officer| self.has_office(officer));
        signals.add_if(office || closing.is(Class::STATE_BODY), S::StateBody);
        // "Radio Nordvik" as well as "Nordvik Radio".
        let station = || AIR.contains(&self.word(first.saturating_add(1))) && self.all_caps(first) && !c.loud;
        let radio = self.word(first) == atom!("radio");
        let journal = || {
            let of = first.saturating_add(1);
            self.word(of) == atom!("of") && self.small(of) && JOURNALS.contains(&self.word(first))
        };
        signals.add_if(self.is_media(last) || radio || station() || journal(), S::Media);
        signals.add_if(self.shape_is(first, Shape::Upper) && SHIPS.contains(&self.word(first)), S::Ship);
        signals.add_if(count == 2 && self.is_league_part(first, last), S::LeaguePart);
        let letters = !c.loud && self.shape_is(first, Shape::Upper) && self.str(first).len() >= 3;
        let tail = closing.is(Class::ORG_TAIL) || !closing.is(Class::COMMON);
        let name = self.shape_is(last, Shape::Title) && tail && !closing.is(Class::PLACE_TAIL);
        signals.add_if(letters && name && !opening.is(Class::COMMON), S::AcronymFirst);
        let quality = Class::QUALIFIER
            | Class::PLACE_HEAD
            | Class::NO_NAME
            | Class::GIVEN
            | Class::SURNAME
            | Class::PREPOSITION
            | Class::CONJUNCTION;
        let noun = opening.is(Class::COMMON) && !opening.is(quality);
        let country = || {
            self.hit_from(last)
                .is_some_and(|hit| self.listed(hit).is(Lists::COUNTRY) && !self.listed(hit).is(Lists::GIVEN))
        };
        signals.add_if(noun && country(), S::CountryLast);
        signals.add_if(closing.is(Class::PLACE_TAIL), S::PlaceTail);
        signals.add_if(opening.is(Class::ORG_HEAD), S::OrgHead);
        signals.add_if(opening.is(Class::PLACE_HEAD), S::PlaceHead);
        signals.add_if(inner.has(body), S::OrgInside);
        // "Surfers Against Sewage", "Doctors Without Borders".
        let second = first.saturating_add(1);
        let cause = atoms!["against", "without"].contains(&self.word(second)) && second < last;
        signals.add_if(cause && self.str(first).ends_with('s'), S::OrgHeadOf);
        if !any.has(Class::PREPOSITION) {
            return;
        }
        let link = |i: &usize| self.small(*i) && atoms!["of", "for", "on"].contains(&self.word(*i));
        let of = self.words(c.tokens.clone()).find(link);
        if let Some(head) = of.and_then(|i| i.checked_sub(1)) {
            // "State Railway | of Norway".
            let closed = head > first && self.is(head, Class::ORG_TAIL) && !self.is(head, Class::PLACE_TAIL);
            signals.add_if(closed || self.is(head, Class::ORG_HEAD), S::OrgHeadOf);
            signals.add_if(self.is(head, Class::PLACE_HEAD), S::PlaceHeadOf);
        }
    }

    /// "Atlantic Division", "Eastern Conference".
    fn is_league_part(self, quarter: usize, noun: usize) -> bool {
        // "NFC North".
        let league = self.shape_is(quarter, Shape::Upper) && LEAGUES.contains(&self.word(quarter));
        if league {
            return QUARTERS.contains(&self.word(noun));
        }
        let known = QUARTERS.iter().position(|word| *word == self.word(quarter));
        let division = self.word(noun) == atom!("division");
        known.is_some_and(|at| division || at < 2 && self.word(noun) == atom!("conference"))
    }

    /// "Hurricane Ada", "Ada" behind "Hurricane", "Storm Ada": the name of a storm. Behind a bare "Storm" only a
    /// given name is one.
    fn is_storm(self, name: Range<usize>) -> bool {
        let last = name.end.saturating_sub(1);
        let Some(noun) = last.checked_sub(1).filter(|noun| self.capital(*noun)) else { return false };
        let tropical = || noun.checked_sub(1).is_some_and(|i| self.word(i) == atom!("tropical"));
        let given = || self.is(last, Class::GIVEN) && !self.is(last, Class::SURNAME);
        let storm =
            STORMS.contains(&self.word(noun)) || self.word(noun) == atom!("storm") && (tropical() || given());
        storm && !self.is(last, Class::COMMON) && name.start.saturating_add(2) >= noun
    }

    /// Whether token `i` closes the name of an outlet: an agency does behind "news" alone.
    fn is_media(self, i: usize) -> bool {
        let news = || i.checked_sub(1).is_some_and(|i| NEWS.contains(&self.word(i)));
        self.is(i, Class::MEDIA) && (self.word(i) != atom!("agency") || news())
    }

    fn marks(self, c: &Candidate, seen: Shapes, signals: &mut Signals) {
        const FIGURES: Shapes = Shapes::of(&[Shape::Number, Shape::Alnum]);
        for (shape, signal) in MARKS {
            signals.add_if(seen.has(*shape), *signal);
        }
        let digit =
            |i: usize| self.shape_is(i, Shape::Upper) && self.str(i).bytes().any(|b| b.is_ascii_digit());
        let numbered = seen.has_any(FIGURES) || seen.has(Shape::Upper) && c.tokens.clone().any(digit);
        signals.add_if(numbered, S::Numbered);
        signals.add_if(c.loud, S::Loud);
    }
}

/// "PitchBook", "StatCounter": two words in one, and no "McAro", "MacAro", "DeAro" or "O'Aro".
fn is_brand(word: &str) -> bool {
    let first: usize = word.chars().skip(1).take_while(|c| c.is_lowercase()).count();
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    first >= 3 && capitals == 2 && word.chars().all(char::is_alphabetic)
}
