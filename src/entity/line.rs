//! Lines that are no sentences: scores, standings, rankings, fixtures, and the place and day above a story.
//!
//! "Vik 3 Lund 1", "Vik 8 4 .667 -", "1. Ola Dahl (Norway) 12.9", "VIK AT LUND", "OSLO 1997-09-06". There a
//! city is its team, what a rank stands before is a person, and the line itself gives no grammar to read.

use std::ops::Range;

use crate::lexicon::Class;
use crate::text::{Atom, Shape, Shapes, atom, atoms};

use super::listed::Lists;
use super::read::Reader;
use super::signal::{Signal as S, Signals};
use super::split::Candidate;
use super::words::Key;

/// Verbs of a match, whose subject and object are teams or players.
const MATCH_VERBS: &[Atom] = atoms![
    "beat", "beats", "defeated", "defeats", "downed", "edged", "thrashed", "trounced", "routed", "hosted",
    "hosts", "host", "visit", "visits", "blanked", "outlasted", "crushed", "overcame", "upset", "whipped",
    "nipped", "swept", "drew", "lost", "tied", "trailed", "trail", "lead", "leads", "shut", "held",
];

/// What a side has over the other.
const VICTORIES: &[Atom] =
    atoms!["win", "wins", "victory", "victories", "triumph", "lead", "rout", "advantage", "points", "clear"];

/// What a side does at the other's ground.
const WON: &[Atom] = atoms!["won", "win", "wins", "lost", "lose", "loses", "drew", "play", "plays", "played"];

/// Who plays for a city plays for its team: "Lund striker Ola Dahl".
const PLAYERS: &[Atom] = atoms![
    "striker", "midfielder", "defender", "goalkeeper", "winger", "flanker", "fullback", "quarterback",
    "linebacker", "pitcher", "shortstop", "playmaker", "goalscorer", "goalie", "defenseman", "outfielder",
    "batsman", "scrumhalf", "flyhalf",
];

/// Sports of cities and their teams, as the slug of a wire names them: "SOCCER - …".
const TEAM_SPORTS: &[Atom] = atoms![
    "soccer", "football", "rugby", "baseball", "basketball", "hockey", "cricket", "softball", "volleyball"
];

/// How far into an article its slug is looked for, in tokens.
const MAX_SLUG: usize = 5;

/// What says that a match did not take place, and is no verb of a sentence.
const PUT_OFF: &[Atom] = atoms!["postponed", "ppd", "suspended", "abandoned", "cancelled", "canceled"];

/// How a wicket fell, between a batsman and a bowler: "Dahl c Lund b | Moe 34".
const WICKETS: &[Atom] = atoms!["b", "c", "lbw", "st"];

/// Words between the two sides of a fixture.
const VERSUS: &[Atom] = atoms!["at", "v", "vs", "versus"];

/// How far back a bracket is looked for, in tokens: long lists of scorers have forty.
const MAX_BRACKET: usize = 48;

/// A line has few words beside its names and numbers; more make a sentence.
const MAX_SMALL: usize = 3;

/// What the sentence of the last candidate looks like, worked out once a sentence.
#[derive(Debug, Default)]
pub(super) struct Line {
    sentence: Option<usize>,
    bounds: Range<usize>,
    /// Numbers, and few other words.
    table: bool,
    /// Two names and "at" or "v" between them.
    fixture: bool,
    /// A batsman, how he was out, and his runs.
    wicket: bool,
    /// The slug of the article names a sport of teams; asked once.
    sport: Option<bool>,
    /// The first token of the date or time that closes the line.
    date: Option<usize>,
}

/// Countries of a kingdom, which play as countries.
const NATIONS: &[Atom] = atoms!["england", "ireland", "scotland", "wales"];

/// Whether a candidate is a country, as sport counts them.
fn is_country(r: Reader<'_, '_>, c: &Candidate) -> bool {
    let last = c.tokens.end.saturating_sub(1);
    c.listed.is(Lists::COUNTRY) || c.listed.is_place() && NATIONS.contains(&r.word(last))
}

impl Line {
    /// Adds what the line says of one of its candidates. Candidates come in the order of the text.
    pub(super) fn observe(&mut self, r: Reader<'_, '_>, c: &Candidate, signals: &mut Signals) {
        if self.sentence != Some(c.sentence) {
            let sport = self.sport.or_else(|| Some(r.is_team_sport()));
            *self = Self { sport, ..Self::read(r, c.sentence) };
        }
        if !self.may_tell(r, c) {
            return;
        }
        signals.add_if(self.date.is_some_and(|date| self.leads_to(r, c, date)), S::LineDate);
        let (before, next) =
            (c.tokens.start.checked_sub(1).filter(|i| self.bounds.contains(i)), c.tokens.end);
        let figure = self.bounds.contains(&next) && r.is_number(next);
        let bracketed = r.shape_is(next, Shape::Open) && r.is_number(next.saturating_add(1));
        let inner = figure && r.is_inside(self.bounds.start, c.tokens.start);
        let country = is_country(r, c);
        let cricketer = self.wicket && !country || figure && r.is_bowling(next);
        signals.add_if(bracketed || inner || cricketer, S::Figures);
        let ranked = self.table && self.is_ranked(r, c);
        signals.add_if(ranked, S::TableRank);
        let calendar = r.is(c.tokens.start, Class::MONTH | Class::WEEKDAY);
        let given = r.is(c.tokens.start, Class::GIVEN) && !r.is(c.tokens.start, Class::COMMON);
        let person = c.hit.is_none() && c.tokens.len() > 1 && given;
        if country || c.hit.is_some() && !c.listed.is_place() || calendar || person || cricketer {
            return;
        }
        // "Vik 45-1." is a score also in a sentence.
        let scored = figure && c.listed.is_place() && r.is_score(next);
        signals.add_if((self.table && figure || scored) && !ranked && !inner, S::TableSide);
        let versus = |i: usize| {
            self.bounds.contains(&i)
                && (self.fixture && r.is_versus(i) || c.listed.is_place() && r.is_against(i))
        };
        signals.add_if(versus(next) || before.is_some_and(versus), S::Fixture);
        signals.add_if(c.listed.is_place() && self.plays(r, c), S::MatchSide);
    }

    /// Whether the line can say anything of a candidate: most stand in sentences, before no figure, and are no places.
    fn may_tell(&self, r: Reader<'_, '_>, c: &Candidate) -> bool {
        const FIGURES: Shapes = Shapes::of(&[Shape::Number, Shape::Alnum, Shape::Open]);
        let line = self.table | self.fixture | self.wicket | self.date.is_some();
        line | c.listed.is_place() | r.shape(c.tokens.end).is_some_and(|shape| FIGURES.has(shape))
    }

    /// "1. | Ola Dahl", "62 | Ola Dahl", "2 - | Ola Dahl": behind the number that opens the line.
    fn is_ranked(&self, r: Reader<'_, '_>, c: &Candidate) -> bool {
        let first = self.bounds.start;
        let marks = first.saturating_add(1)..c.tokens.start;
        c.tokens.len() > 1
            && c.tokens.start > first
            && marks.len() <= 1
            && r.is_number(first)
            && marks.into_iter().all(|i| r.shape(i).is_some_and(|shape| !shape.is_word()))
    }

    /// A side of a match: beside a verb of sport where the sentence has a score, or the other side is a city too.
    fn plays(&self, r: Reader<'_, '_>, c: &Candidate) -> bool {
        if PLAYERS.contains(&r.word(c.tokens.end)) {
            return r.small(c.tokens.end);
        }
        if self.sport == Some(true) && self.opposes(r, c) {
            return true;
        }
        let verb = |i: usize| self.bounds.contains(&i) && r.small(i) && MATCH_VERBS.contains(&r.word(i));
        let small = |i: &usize| r.small(*i) && !verb(*i);
        let (start, end) = (c.tokens.start, c.tokens.end);
        let city = |i: usize| {
            r.hit_over(i).is_some_and(|hit| r.listed(hit).is_place() && !r.listed(hit).is(Lists::COUNTRY))
        };
        if verb(end) {
            let rest = end.saturating_add(1);
            let other = rest.saturating_add((rest..self.bounds.end).take(2).take_while(small).count());
            return self.is_match(r) || city(other);
        }
        let words = (self.bounds.start..start).rev().take(2).take_while(small).count();
        let at = start.checked_sub(words.saturating_add(1)).filter(|i| verb(*i));
        at.is_some_and(|verb| self.is_match(r) || verb.checked_sub(1).is_some_and(city))
    }

    /// "against | Lund", "a win over | Lund", "won at | Lund", "Lund's | Ola Dahl", in an article about a sport.
    fn opposes(&self, r: Reader<'_, '_>, c: &Candidate) -> bool {
        let before = |n: usize| c.tokens.start.checked_sub(n).map_or(Atom::NONE, |i| r.word(i));
        let (last, verb) = (before(1), before(2));
        let player = c.tokens.end.saturating_add(1);
        last == atom!("against")
            || last == atom!("over") && VICTORIES.contains(&verb)
            || last == atom!("at") && WON.contains(&verb)
            || r.shape_is(c.tokens.end, Shape::Possessive)
                && r.capital(player)
                && r.is(player, Class::GIVEN)
                && r.capital(player.saturating_add(1))
    }

    /// Whether the sentence tells of a match: it has a score, or the article is about a sport of teams.
    fn is_match(&self, r: Reader<'_, '_>) -> bool {
        self.sport == Some(true) || self.score(r)
    }

    /// Whether the sentence holds a score.
    fn score(&self, r: Reader<'_, '_>) -> bool {
        self.bounds.clone().any(|i| r.is_number(i) && r.is_score(i))
    }

    fn read(r: Reader<'_, '_>, sentence: usize) -> Self {
        let bounds = r.doc.sentences.get(sentence).map(|s| s.tokens.clone()).unwrap_or_default();
        let mut line = Self { sentence: Some(sentence), bounds: bounds.clone(), ..Self::default() };
        let (mut numbers, mut small, mut versus) = (0_usize, 0_usize, 0_usize);
        let shapes = r.doc.tokens.as_slice().get(bounds.clone()).unwrap_or_default();
        let atoms = r.doc.tokens.atoms().get(bounds.clone()).unwrap_or_default();
        let words = r.doc.words.get(bounds.clone()).unwrap_or_default();
        for ((token, atom), word) in shapes.iter().zip(atoms).zip(words) {
            match token.shape {
                Shape::Number | Shape::Alnum => numbers = numbers.saturating_add(1),
                Shape::Lower if WICKETS.contains(atom) => line.wicket = true,
                Shape::Lower => {
                    small = small.saturating_add(1);
                    // A verb holds a sentence together.
                    let past = word.is(Class::VERB_PAST) && !word.is(Class::VERB_NOUN);
                    let verb = word.is(Class::AUXILIARY) || past && !PUT_OFF.contains(atom);
                    if verb || small > MAX_SMALL {
                        // Most lines are sentences, and say so with their first words: "vitamin b helped".
                        line.wicket = false;
                        return line;
                    }
                    versus = versus.saturating_add(usize::from(VERSUS.contains(atom)));
                }
                Shape::Upper | Shape::Initial | Shape::Title => {
                    versus = versus.saturating_add(usize::from(VERSUS.contains(atom)));
                }
                _ => {}
            }
        }
        let last = bounds.end.saturating_sub(1);
        line.wicket =
            line.wicket && r.shape_is(last, Shape::Number) && !r.shape_is(bounds.start, Shape::Number);
        if numbers == 0 && versus != 1 {
            return line;
        }
        line.date = if numbers > 0 { r.date_tail(&bounds) } else { None };
        let stop = r.is_closed(&bounds);
        line.table = line.date.is_none() && (numbers >= 3 || numbers >= 1 && !stop);
        line.fixture = line.date.is_none() && versus == 1 && !stop && bounds.len() <= 12;
        line
    }

    /// Whether only places stand between the candidate and the date that closes the line.
    fn leads_to(&self, r: Reader<'_, '_>, c: &Candidate, date: usize) -> bool {
        c.tokens.end <= date
            && (self.bounds.start..date)
                .all(|i| r.capital(i) || matches!(r.shape(i), Some(Shape::Comma | Shape::Stop)))
    }
}

/// The cities whose teams play in a document. There the name of the city means the team also in a sentence that
/// says nothing of a place: "Leeds were without their captain".
#[derive(Debug)]
pub(super) struct Sides(Vec<Key>);

impl Sides {
    pub(super) fn of(r: Reader<'_, '_>, found: &[Candidate], seen: &[Signals]) -> Self {
        let side = |(c, seen): &(&Candidate, &Signals)| c.listed.is_place() && seen.is_side();
        let sides = found.iter().zip(seen).filter(side).map(|(c, _)| r.key(c.tokens.clone()));
        let mut sides: Vec<_> = sides.collect();
        sides.sort_unstable();
        Self(sides)
    }

    pub(super) fn has(&self, city: Key) -> bool {
        self.0.binary_search(&city).is_ok()
    }
}

impl Reader<'_, '_> {
    fn is_number(self, i: usize) -> bool {
        matches!(self.shape(i), Some(Shape::Number | Shape::Alnum))
    }

    /// Whether a full stop closes the line.
    pub(super) fn is_closed(self, bounds: &Range<usize>) -> bool {
        let last = bounds.end.saturating_sub(1);
        self.word(last) == atom!(".")
    }

    /// Whether the last bracket before token `i` opens: looked for as far as brackets in print reach, and not
    /// before the line, `from`.
    fn is_inside(self, from: usize, i: usize) -> bool {
        let mark = (from..i)
            .rev()
            .take(MAX_BRACKET)
            .find(|k| matches!(self.shape(*k), Some(Shape::Open | Shape::Close)));
        mark.is_some_and(|mark| self.shape_is(mark, Shape::Open))
    }

    /// "45-1" from token `i` on.
    fn is_score(self, i: usize) -> bool {
        let (hyphen, other) = (i.saturating_add(1), i.saturating_add(2));
        // "1996-09" is a day.
        self.str(i).len() <= 3
            && self.shape_is(hyphen, Shape::Hyphen)
            && self.tight(hyphen)
            && self.shape_is(other, Shape::Number)
    }

    /// "12-3-31-1" from token `i` on: overs, maidens, runs and wickets of a bowler.
    fn is_bowling(self, i: usize) -> bool {
        self.is_score(i) && self.is_score(i.saturating_add(2)) && self.is_score(i.saturating_add(4))
    }

    /// Whether the slug of the article names a sport of teams: "SOCCER - …", "NHL ICE HOCKEY - …".
    fn is_team_sport(self) -> bool {
        let slug = (0..MAX_SLUG).find(|i| self.shape_is(*i, Shape::Hyphen) && !self.tight(*i));
        slug.is_some_and(|end| (0..end).any(|i| TEAM_SPORTS.contains(&self.word(i)) && self.all_caps(i)))
    }

    /// "v", which stands between two sides in any sentence.
    fn is_against(self, i: usize) -> bool {
        self.word(i) == atom!("v") || self.word(i) == atom!("vs")
    }

    /// Whether token `i` stands between the two sides of a fixture.
    fn is_versus(self, i: usize) -> bool {
        VERSUS.contains(&self.word(i))
    }

    /// Where the date begins that a line of a few capitals ends in: "OSLO | 1997-09-06", "PARIS, | Aug 12".
    fn date_tail(self, bounds: &Range<usize>) -> Option<usize> {
        if bounds.len() > 12 {
            return None;
        }
        let dated = |i: usize| {
            matches!(self.shape(i), Some(Shape::Number | Shape::Hyphen | Shape::Stop | Shape::Comma))
                || self.is(i, Class::MONTH | Class::WEEKDAY)
        };
        let start = (bounds.clone()).rev().take_while(|i| dated(*i)).last()?;
        // A comma or stop belongs to the place before it.
        let start = (start..bounds.end)
            .find(|i| self.shape_is(*i, Shape::Number) || self.is(*i, Class::MONTH | Class::WEEKDAY))?;
        let whole = (start..bounds.end).any(|i| {
            self.is(i, Class::MONTH | Class::WEEKDAY)
                || self.shape_is(i, Shape::Number) && self.str(i).len() == 4
        });
        let numbers = (start..bounds.end).filter(|i| self.shape_is(*i, Shape::Number)).count();
        (whole && numbers >= 1 && start > bounds.start).then_some(start)
    }
}
