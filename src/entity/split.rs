//! A run of capitalised words cut into its names: titles, adjectives of origin and listed names apart.
//!
//! "Norwegian Foreign Minister Ola bin Lund" is an adjective of origin, a title and a person.

use std::ops::Range;

use crate::gazetteer::{EntityKind, Hit};
use crate::lexicon::Class;
use crate::segment::PartKind;
use crate::text::{Atom, Shape, atom, atoms};

use super::listed::{Listed, Lists};
use super::read::{Reader, range};
use super::title;

/// A stretch that may be a name.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    /// The name without title, article and possessive ending.
    pub(super) tokens: Range<usize>,
    /// Its position in `Doc::sentences`.
    pub(super) sentence: usize,
    /// The title, rank or office directly before it, capitalised: "Defense Minister General".
    pub(super) title: Option<Range<usize>>,
    /// The listed name that it is.
    pub(super) hit: Option<Hit>,
    pub(super) listed: Listed,
    /// It stands in a line where capitals tell nothing: all capitals, or each word with one.
    pub(super) loud: bool,
    /// It is an adjective or noun of origin: "Syrian".
    pub(super) demonym: bool,
}

/// Cuts the runs of one sentence.
pub(super) struct Splitter<'d, 't, 'o> {
    pub(super) reader: Reader<'d, 't>,
    pub(super) sentence: usize,
    /// The first word of the sentence.
    pub(super) first: usize,
    pub(super) loud: bool,
    pub(super) out: &'o mut Vec<Candidate>,
}

/// Abbreviations at the end of names.
const CLOSING: &[Atom] = atoms!["inc", "corp", "co", "ltd", "bros", "jr", "sr", "st", "ave", "rd", "blvd"];

/// Houses and places that are named after people: their titles belong to the name.
const HOUSES: &[Atom] = atoms![
    "school", "college", "university", "academy", "institute", "hospital", "airport", "stadium", "library",
    "bridge", "street", "avenue", "road", "highway", "boulevard", "square", "park", "cathedral", "church",
    "mosque", "foundation", "prize", "award", "medal", "cup", "trophy", "museum", "centre", "center",
    "barracks", "hotel", "theatre", "theater", "island", "islands", "county", "mine", "dam",
];

/// Schools with several campuses, named by their first or last word: "University of …", "Institute of Technology".
const SCHOOLS: &[Atom] = atoms!["university", "technology"];

/// Members of parties, who are named behind it.
const PARTISANS: &[Atom] =
    atoms!["republican", "democrat", "conservative", "tory", "liberal", "socialist", "independent", "labour"];

impl Splitter<'_, '_, '_> {
    /// Cuts one run.
    pub(super) fn split(&mut self, run: Range<usize>) {
        let defined = self.reader.defined(run.clone());
        let opened = self.skip_openers(run.clone());
        // "All | Fishers Grand Alliance (AFGA)".
        let mut at = defined.map_or(opened, |start| start.min(opened));
        let mut title = None;
        while at < run.end {
            if !self.starts(at) {
                at = at.saturating_add(1);
                continue;
            }
            let title_end = title::phrase(self.reader, at..run.end).filter(|_| defined != Some(at));
            if let Some(end) = title_end.filter(|end| !self.is_namesake(at, *end, run.end)) {
                title = (end < run.end).then_some(at..end);
                if title.is_none() {
                    self.push_office(at..end);
                }
                at = end;
                continue;
            }
            let end = self.name_end(at, run.end, title.is_some());
            let cut = defined.is_some_and(|start| (at..end).contains(&start));
            let end = if cut { run.end } else { end };
            self.push(at..end, title.take());
            at = end.max(at.saturating_add(1));
        }
    }

    /// "Bishop Halloran | High School", "King Faisal Hospital": a house named after somebody with a title; or one's
    /// office: "Sheriff's Office".
    fn is_namesake(&self, at: usize, title_end: usize, end: usize) -> bool {
        let r = self.reader;
        if title_end < end && r.has_office(title_end.saturating_sub(1)) {
            return true;
        }
        let stop = (title_end..end).find(|i| !r.capital(*i)).unwrap_or(end);
        let last = stop.saturating_sub(1);
        let first = at.saturating_add(usize::from(r.word(at) == atom!("royal")));
        first.saturating_add(1) == title_end && last > title_end && HOUSES.contains(&r.word(last))
    }

    /// A token that can begin a name: a capital, a listed name, a particle.
    fn starts(&self, at: usize) -> bool {
        let r = self.reader;
        r.capital(at) || r.hit_from(at).is_some() || r.is(at, Class::PARTICLE) && r.word(at) != atom!("the")
    }

    /// Where the name that begins at `at` ends.
    fn name_end(&self, at: usize, end: usize, titled: bool) -> usize {
        if end == at.saturating_add(1) {
            return end;
        }
        let r = self.reader;
        let first = r.hit_from(at).filter(|hit| hit.end as usize <= end);
        let mut k = match first {
            Some(hit) => {
                let listed = r.listed(hit);
                let stop = hit.end as usize;
                if let Some(end) = self.branch_end(hit, listed, end) {
                    return end;
                }
                if !titled && (self.stands_alone(hit, listed, stop, end) || self.is_held(at, listed)) {
                    return stop;
                }
                stop
            }
            None => at.saturating_add(1),
        };
        while k < end {
            if self.breaks(at, k, end, titled) {
                break;
            }
            k = match r.hit_from(k) {
                Some(hit) => (hit.end as usize).clamp(k.saturating_add(1), end),
                None => k.saturating_add(1),
            };
        }
        self.trim(at, k)
    }

    /// "Chief Justice of | India | Petra Lind": the place of an office.
    fn is_held(&self, at: usize, listed: Listed) -> bool {
        let r = self.reader;
        let office = at.checked_sub(2).filter(|i| r.capital(*i) && r.is(*i, Class::TITLE));
        listed.is_place() && office.is_some() && r.word(at.saturating_sub(1)) == atom!("of")
    }

    /// Whether a listed name at the head of a run is a name of its own, whatever capitals follow it.
    fn stands_alone(&self, hit: Hit, listed: Listed, stop: usize, end: usize) -> bool {
        let r = self.reader;
        if stop >= end {
            return true;
        }
        let tail = self.tail_word(stop, end);
        if listed.only_demonym() {
            // "Danish | Interior Ministry", but "Danish Refugee Council".
            let field = |t: usize| r.word(t) == atom!("council") && t > stop;
            return tail.is_none_or(|t| r.is(t, Class::STATE_BODY) && !field(t));
        }
        // "St Olaf | 's Catholic Church".
        let last = stop.saturating_sub(1);
        if r.shape_is(stop, Shape::Possessive) && r.is_of_saint(hit.start as usize, last) {
            return false;
        }
        let long = hit.end - hit.start > 1;
        if r.tight(stop) && !r.shape_is(stop, Shape::Symbol) {
            // "Paris-Dakar", "Kim-Aro": one of a pair.
            return listed.is_place() && r.hit_from(stop.saturating_add(1)).is_some();
        }
        if !r.capital(stop) {
            let inside = matches!(r.shape(stop), Some(Shape::Lower | Shape::Symbol | Shape::Quote));
            // "Aro Dahl | & Co.".
            let firm = r.shape_is(stop, Shape::Symbol) && r.is_firm_tail(stop.saturating_add(1));
            return long && !firm || !inside;
        }
        if long && (listed.is_body() || listed.is(Lists::PERSON | Lists::COUNTRY)) {
            let person =
                r.is(stop, Class::GIVEN) && !r.is(stop, Class::COMMON) && r.capital(stop.saturating_add(1));
            return tail.is_none() || person && stop.saturating_add(2) == end;
        }
        // "Ohio | Republican Maria Aro", "the Ohio | Republican".
        let behind = stop.saturating_add(1);
        let partisan = behind == end && atoms!["republican", "democrat"].contains(&r.word(stop))
            || self.is_given(behind) && PARTISANS.contains(&r.word(stop));
        if listed.is_place() && partisan {
            return true;
        }
        // "Ohio | Maria Aro".
        listed.is_place()
            && !listed.is(Lists::GIVEN)
            && r.is(stop, Class::GIVEN)
            && !r.is(stop, Class::COMMON)
            && stop.saturating_add(1) < end
            && tail.is_none()
    }

    /// The end of the place of its branch with which a listed body goes on: "World Vision | Australia", "Liberation Front |
    /// of Tripura" where the run ends, and "University of California | Berkeley" before a person too.
    fn branch_end(&self, hit: Hit, listed: Listed, end: usize) -> Option<usize> {
        let r = self.reader;
        let (first, stop) = (hit.start as usize, hit.end as usize);
        let last = stop.saturating_sub(1);
        let of = r.small(stop) && r.word(stop) == atom!("of");
        let place = r.hit_from(if of { stop.saturating_add(1) } else { stop })?;
        let behind = place.end as usize;
        let campus = [first, last].iter().any(|i| SCHOOLS.contains(&r.word(*i)));
        let whole = behind == end || behind < end && campus && self.is_given(behind);
        let party = r.is(last, Class::ORG_HEAD | Class::ORG_TAIL) && !campus;
        let branch = r.listed(place).is(Lists::COUNTRY) || campus;
        let body = listed.is_body() && !listed.is_place() && !r.is(last, Class::STATE_BODY);
        let fits = body && whole && last > first && r.listed(place).is_place();
        (fits && if of { party } else { branch }).then_some(behind)
    }

    /// The last word of the capitals from `at` on, where it closes the name of a body, place or event.
    fn tail_word(&self, at: usize, end: usize) -> Option<usize> {
        let r = self.reader;
        let stop = (at..end).find(|i| !r.capital(*i) && !r.tight(*i)).unwrap_or(end);
        let last = stop.checked_sub(1).filter(|last| *last >= at)?;
        r.is(last, Class::ORG_TAIL | Class::PLACE_TAIL | Class::EVENT | Class::MEDIA).then_some(last)
    }

    /// Whether a new name begins at `k`, inside the run that began at `at`.
    fn breaks(&self, at: usize, k: usize, end: usize, titled: bool) -> bool {
        let r = self.reader;
        let before = k.saturating_sub(1);
        if !r.capital(k) || r.tight(k) || !r.capital(before) && !r.shape_is(before, Shape::Stop) {
            return false;
        }
        // "Republican | Maria Aro".
        if before == at && PARTISANS.contains(&r.word(at)) && self.is_given(k) {
            return true;
        }
        // "Aro County | District Attorney".
        if r.word(k) == atom!("county") {
            return false;
        }
        let given = r.is(before, Class::GIVEN) && !self.is_place_before_title(at, k);
        let title = title::phrase(r, k..end).filter(|_| !titled && !given);
        // A title at the end of the run belongs to nobody named here: "NASA | Administrator".
        let held = || r.all_caps(before) || r.hit_from(at).is_some_and(|hit| hit.end as usize == k);
        // "Royal | Prince Alfred Hospital" is a house, too.
        let royal = |stop: usize| r.word(before) == atom!("royal") && self.is_namesake(k, stop, end);
        let office = |stop: usize| stop < end && r.has_office(stop.saturating_sub(1)) || royal(stop);
        if title.is_some_and(|stop| (stop < end || held()) && !office(stop)) {
            return true;
        }
        let Some(hit) = r.hit_from(k) else { return false };
        let listed = r.listed(hit);
        if listed.is_body() && r.is_country(at, k) {
            return false;
        }
        if self.is_branch(at..k, hit, end) {
            return false;
        }
        // "Federal | High Court".
        let court = listed.is(Lists::ORGANIZATION)
            && hit.end as usize == end
            && r.is(end.saturating_sub(1), Class::STATE_BODY);
        if court && before == at && r.is(at, Class::COMMON) && !r.is(at, Class::GIVEN | Class::SURNAME) {
            return false;
        }
        // "Melissa | Fleming" is no Fleming.
        let surname =
            before == at && self.is_given(at) && r.is(k, Class::SURNAME) && k.saturating_add(1) == end;
        let long = hit.end - hit.start > 1;
        let body = self.tail_word(hit.end as usize, end).is_some() || r.is(at, Class::ORG_HEAD);
        let unit = before == at && self.is_unit(at);
        // "Jean | St. Louis" is somebody.
        let saint =
            r.word(k) == atom!("st") && before == at && r.is(at, Class::GIVEN) && !r.is(at, Class::COMMON);
        (long && !(listed.is(Lists::WORD) || saint || unit) || listed.only_demonym() && !titled && !surname)
            && !body
            && !r.is(before, Class::PLACE_HEAD)
            // "Christian | Democratic Party" is one party.
            && !(r.is(before, Class::NO_NAME) && before == at && listed.is(Lists::ORGANIZATION))
    }

    /// "Business Unity | South Africa", "Netball | New Zealand": what unites the firms or players of a country is named
    /// for what they do. At the head of a sentence one word may tell of the country: "Hosts | South Africa".
    fn is_branch(&self, words: Range<usize>, country: Hit, end: usize) -> bool {
        let r = self.reader;
        let other = Class::QUALIFIER
            | Class::GIVEN
            | Class::SURNAME
            | Class::TITLE
            | Class::OCCUPATION
            | Class::GROUP
            | Class::PLACE_HEAD
            | Class::STATE_BODY
            | Class::ADVERB;
        let does = |i: usize| r.shape_is(i, Shape::Title) && r.is(i, Class::COMMON) && !r.is(i, other);
        let told = words.start != self.first || words.len() > 1 || r.is(words.start, Class::SPORT);
        country.end as usize == end
            && !self.loud
            && told
            && r.listed(country).is(Lists::COUNTRY)
            && words.into_iter().all(does)
    }

    /// "Georgia | Gov. Maria Aro", "Houston | QB Ola Aro": the place is no given name before a title that is no surname.
    fn is_place_before_title(&self, at: usize, k: usize) -> bool {
        let r = self.reader;
        let place = r.hit_from(at).is_some_and(|hit| hit.end as usize == k && r.listed(hit).is_place());
        let stop = k.saturating_add(1);
        let abbreviated = r.shape_is(stop, Shape::Stop) && r.tight(stop);
        place && (abbreviated || !r.is(k, Class::GIVEN | Class::SURNAME))
    }

    /// Without connectors and marks at the end.
    fn trim(&self, at: usize, mut end: usize) -> usize {
        let r = self.reader;
        while end > at.saturating_add(1) {
            let last = end.saturating_sub(1);
            let inside =
                r.hit_over(last).is_some_and(|hit| hit.start as usize >= at && hit.end as usize == end);
            if r.capital(last)
                || r.shape_is(last, Shape::Initial)
                || inside
                || r.tight(last) && r.small(last)
                || r.doc.tokens.shape(last) == Some(Shape::Number)
            {
                break;
            }
            end = last;
        }
        let state = end.saturating_sub(1);
        // "NPF | State president Maria Aro": where her office is.
        let branch = r.word(state) == atom!("state") && state > at && r.all_caps(state.saturating_sub(1));
        if branch && r.small(end) && r.is(end, Class::OCCUPATION | Class::BODY_NOUN) { state } else { end }
    }

    /// A title with no name behind it is somebody's surname, maybe: "Ola King … King said".
    fn push_office(&mut self, tokens: Range<usize>) {
        let r = self.reader;
        let name = tokens.len() == 1
            && r.is(tokens.start, Class::SURNAME | Class::GIVEN)
            && !tokens.start.checked_sub(1).is_some_and(|i| r.is(i, Class::DETERMINER));
        if name {
            self.push(tokens, None);
        }
    }

    fn push(&mut self, tokens: Range<usize>, title: Option<Range<usize>>) {
        let r = self.reader;
        let hit =
            r.hit_from(tokens.start).filter(|hit| range(*hit) == tokens).or_else(|| r.body_behind(&tokens));
        // One letter ("F-94", "vitamin C") names nothing, nor does a day of the week.
        let letter = hit.is_none() && r.shape_is(tokens.start, Shape::Initial);
        if tokens.len() == 1 && (letter || r.is(tokens.start, Class::WEEKDAY)) {
            return;
        }
        if tokens.len() == 1 && r.is_currency(tokens.start) {
            return;
        }
        // The line of the day names places at most: "Oslo, 3 May", and not "Updated".
        let dated = r.doc.sentences.get(self.sentence).and_then(|s| r.doc.parts.get(s.part));
        let place = hit.is_some_and(|hit| r.listed(hit).is_place());
        if dated.is_some_and(|part| part.kind == PartKind::Timestamp) && !place {
            return;
        }
        let tokens = self.with_stop(self.without_noun(tokens));
        let tokens =
            if r.is_numbered_road(&tokens) { tokens.start..tokens.end.saturating_add(1) } else { tokens };
        let listed = hit.map(|hit| r.listed(hit)).unwrap_or_default();
        let (tokens, title) = self.strip_listed_title(tokens, title, hit);
        let demonym = listed.only_demonym() && title.is_none();
        self.out.push(Candidate {
            tokens,
            sentence: self.sentence,
            title,
            hit,
            listed,
            loud: self.loud,
            demonym,
        });
    }

    /// Without the common nouns that end some listed names: "Nordvik | news agency", "Aro | province".
    fn without_noun(&self, tokens: Range<usize>) -> Range<usize> {
        let r = self.reader;
        let mut end = tokens.end;
        while end > tokens.start.saturating_add(1)
            && r.small(end.saturating_sub(1))
            && !r.tight(end.saturating_sub(1))
        {
            end = end.saturating_sub(1);
        }
        tokens.start..end
    }

    /// With the full stop of the abbreviation that closes the name: "Nordvik Inc.", "Ola Dahl Jr.", "Rose St."
    fn with_stop(&self, tokens: Range<usize>) -> Range<usize> {
        let r = self.reader;
        let last = tokens.end.saturating_sub(1);
        let closes = tokens.len() > 1
            && r.word(tokens.end) == atom!(".")
            && r.tight(tokens.end)
            && CLOSING.contains(&r.word(last));
        tokens.start..tokens.end.saturating_add(usize::from(closes))
    }

    /// A person listed with a title ("King Aro III") is named without it.
    fn strip_listed_title(
        &self,
        tokens: Range<usize>,
        title: Option<Range<usize>>,
        hit: Option<Hit>,
    ) -> (Range<usize>, Option<Range<usize>>) {
        let r = self.reader;
        let gazetteer = &r.doc.gazetteer;
        let named = |hit| gazetteer.surfaces(hit).iter().filter_map(|s| gazetteer.kind(s));
        let person = || hit.is_some_and(|hit| named(hit).any(|kind| *kind == EntityKind::Person));
        let first = tokens.start;
        // "Amir Aro", "Dean Aro": a given name.
        let given = r.is(first, Class::GIVEN) && !r.is(first, Class::COMMON);
        let titled = tokens.len() > 1 && r.is(first, Class::TITLE) && !given && title.is_none() && person();
        let next = first.saturating_add(1);
        if titled && r.capital(next) { (next..tokens.end, Some(first..next)) } else { (tokens, title) }
    }
}
