//! The expressions of a text in order, each resolved with what the ones before it have said.

use chrono::NaiveDate;

use super::anchor::Mention;
use super::context::{Context, Resolved, can_anchor};
use super::meaning;
use super::tense::{self, Tense};
use crate::date::phrase::{Fields, Found, From, Phrase, Stretch, Year};
use crate::date::read::{Scan, Word, zone};
use crate::date::value::calendar;
use crate::date::value::{Calendar, Length, Time, Unit, Value, Within};
use crate::date::{Anchor, Date, DateKind, DatePolicy, Days, Published};
use crate::doc::Doc;
use crate::evidence::{Confidence, Rule};
use crate::segment::PartKind;
use crate::text::{atom, atoms};

/// Resolves all expressions, in order.
pub(super) fn resolve(
    doc: &Doc<'_>,
    words: &[Word],
    found: &[Found],
    published: Option<Published>,
    policy: DatePolicy,
    (history, day_first): (bool, bool),
) -> Vec<Date> {
    let mut line = Timeline {
        doc,
        words,
        policy,
        history,
        // What lies outside the years of the calendar anchors nothing.
        now: published.map(|p| p.date).filter(|day| calendar::YEARS.contains(&calendar::year(*day))),
        day_first,
        mention: None,
        day: None,
        year: first_year(found).filter(|_| history),
        told: None,
        quarter: None,
        quarter_age: 0,
        sentence: 0,
        part: 0,
    };
    line.set_aside();
    let mut dates: Vec<Date> = Vec::with_capacity(found.len());
    for (i, one) in found.iter().enumerate() {
        line.step_to(one.tokens.start);
        let own = line.own_date(found, i);
        let resolved = within_calendar(line.resolve(one, own));
        line.remember(one, &resolved, dates.len());
        dates.push(line.finish(one, &resolved));
    }
    dates
}

/// Paragraphs over which a quarter stays what results are compared with; wire copy breaks every two
/// sentences.
const QUARTER_PARTS: usize = 3;

/// Years that a story moves on at once to a day or month; one farther off is looked back or ahead at.
const STORY_JUMP: u32 = 4;
/// The same for a year alone.
const YEAR_JUMP: u32 = 1;
/// Words from the start of a sentence within which a year says where the story now is: "In late March 1975".
const OPENING: usize = 4;

/// The state of reading.
struct Timeline<'d, 't> {
    doc: &'d Doc<'t>,
    words: &'d [Word],
    policy: DatePolicy,
    history: bool,
    now: Option<NaiveDate>,
    day_first: bool,
    mention: Option<Mention>,
    day: Option<Mention>,
    year: Option<Mention>,
    /// The three as they were before a part that is no part of the story.
    told: Option<[Option<Mention>; 3]>,
    quarter: Option<(i32, u8)>,
    quarter_age: usize,
    sentence: usize,
    part: usize,
}

impl Timeline<'_, '_> {
    /// Moves on to the sentence and part of a token.
    fn step_to(&mut self, token: usize) {
        while self.doc.part_tokens.get(self.part).is_some_and(|range| range.end <= token) {
            self.part = self.part.saturating_add(1);
            self.set_aside();
            self.quarter_age = self.quarter_age.saturating_add(1);
            if self.quarter_age > QUARTER_PARTS {
                self.quarter = None;
            }
        }
        while self.doc.sentences.get(self.sentence).is_some_and(|sentence| sentence.tokens.end <= token) {
            self.sentence = self.sentence.saturating_add(1);
        }
    }

    /// The dates of a linked story or a timestamp are their own: what was told before it is told on after it.
    fn set_aside(&mut self) {
        let told = [self.mention, self.day, self.year];
        let outside = self.doc.parts.get(self.part).is_some_and(|part| !part.kind.is_content());
        match (outside, self.told) {
            (true, None) => self.told = Some(told),
            (false, Some(before)) => {
                [self.mention, self.day, self.year] = before;
                self.told = None;
            }
            _ => {}
        }
    }

    /// The explicit day of the caption or dateline that the expression stands in.
    fn own_date(&self, found: &[Found], i: usize) -> Option<(NaiveDate, Anchor)> {
        let part = self.doc.parts.get(self.part)?;
        if part.kind != PartKind::Caption {
            return None;
        }
        let range = self.doc.part_tokens.get(self.part)?;
        let inside = |one: &&Found| range.contains(&one.tokens.start);
        let (before, after) = found.split_at_checked(i)?;
        // Captions hold few dates; the explicit one is mostly the last.
        let near = before.iter().rev().take_while(inside).chain(after.iter().take_while(inside));
        near.take(8).find_map(explicit_day).map(|day| (day, Anchor::Caption))
    }

    fn resolve(&self, one: &Found, own: Option<(NaiveDate, Anchor)>) -> Resolved {
        let range = self.doc.part_tokens.get(self.part).cloned().unwrap_or(0..0);
        let scan = Scan::new(self.doc, self.words, range);
        let (now, now_is) = match own {
            Some((day, anchor)) => (Some(day), anchor),
            None => (self.now, Anchor::Published),
        };
        let context = Context {
            now,
            now_is,
            policy: self.policy,
            history: self.history && own.is_none(),
            day_first: self.day_first,
            mention: self.mention.as_ref(),
            day: self.day.as_ref(),
            year: self.year.as_ref(),
            quarter: self.quarter,
            sentence: self.sentence,
            part: self.part,
            tense: self.tense(&scan, one),
            after_for: scan.before(one.tokens.start).is_some_and(|b| scan.is(b, atom!("for"))),
            has_edge: one.modifier.is_some(),
            ends: scan.is_any(one.tokens.end, atoms!["ended", "ending", "ends"]),
        };
        meaning(&one.phrase, &context)
    }

    /// The tense before an expression, where it can decide.
    fn tense(&self, scan: &Scan<'_>, one: &Found) -> Tense {
        let decides = match one.phrase {
            Phrase::Date(
                Fields { weekday: Some(_), day: None, .. } | Fields { month: None, day: Some(_), .. },
            ) => true,
            Phrase::Date(Fields { stretch: Some(Stretch::Holiday(_)), .. }) => true,
            Phrase::Date(Fields { month: Some(_), year: None, .. }) => true,
            Phrase::Shift(shift) => shift.from == From::Bare || shift.unit == Unit::Weekend,
            _ => false,
        };
        let month = matches!(one.phrase, Phrase::Date(Fields { month: Some(_), .. }));
        if decides { tense::around(scan, &one.tokens, month) } else { Tense::Unknown }
    }

    /// Keeps what later expressions may count from.
    fn remember(&mut self, one: &Found, resolved: &Resolved, index: usize) {
        self.keep_quarter(one, resolved);
        let Some(value) = can_anchor(&resolved.value) else { return };
        // Today's date is no part of the story that history tells.
        let is_now = matches!(one.phrase, Phrase::Shift(shift) if matches!(shift.from, From::Now | From::Ago | From::Latest));
        if resolved.kind == DateKind::Set || resolved.impossible || self.history && is_now {
            return;
        }
        let explicit = matches!(one.phrase, Phrase::Date(Fields { year: Some(Year::Is(_)), .. }));
        let aside = self.is_aside(one, &value, explicit);
        let mention = Mention { index, value, sentence: self.sentence, part: self.part, explicit };
        self.mention = Some(mention);
        if matches!(value.within, Within::Day(Some(_), Some(_)) | Within::Weekday(Some(_), _)) {
            self.day = Some(mention);
        }
        if (explicit || self.history) && !aside {
            self.year = Some(mention);
        }
    }

    /// Whether a date only looks aside, so that the story does not move to its year: "the 1967 war", "the
    /// Constitution of 1791", or a year far from the story's in the middle of a sentence.
    fn is_aside(&self, one: &Found, value: &Calendar, explicit: bool) -> bool {
        let range = self.doc.part_tokens.get(self.part).cloned().unwrap_or(0..0);
        let scan = Scan::new(self.doc, self.words, range.clone());
        if one.rule == "date.year" && one.tokens.len() == 1 {
            if let Some(before) = scan.before(one.tokens.start) {
                let named = scan
                    .before(before)
                    .is_some_and(|b| scan.capital(b) && !matches!(scan.word(b), Word::Season(_)));
                if scan.is(before, atom!("the"))
                    || scan.hyphen(before)
                    || scan.is(before, atom!("of")) && named
                {
                    return true;
                }
            }
        }
        let Some((told, year)) = self.year.as_ref().and_then(|m| m.value.year).zip(value.year) else {
            return false;
        };
        let jump = told.abs_diff(year);
        let opening = self.doc.sentences.get(self.sentence).map_or(range.start, |s| s.tokens.start);
        let opens = explicit && one.tokens.start.saturating_sub(opening) <= OPENING;
        if !self.history || opens {
            return false;
        }
        match value.within {
            // The year alone adds nothing to a day or month already told of in it.
            Within::Year => jump == 0 || jump > YEAR_JUMP,
            Within::Season(_) if !explicit => true,
            _ => jump > STORY_JUMP,
        }
    }

    fn keep_quarter(&mut self, one: &Found, resolved: &Resolved) {
        if matches!(one.phrase, Phrase::Length(Length { amount: Some(6 | 9), unit: Unit::Month, .. })) {
            // "the nine months": what follows compares these.
            self.quarter = None;
        }
        if let Some(Calendar { year: Some(year), within: Within::Quarter(Some(quarter)), .. }) =
            resolved.value.calendar()
        {
            // "a year earlier" itself must not move the quarter on.
            let compared =
                matches!(one.phrase, Phrase::Shift(shift) if matches!(shift.from, From::Ago | From::Later));
            if !compared {
                self.quarter = Some((year, quarter));
                self.quarter_age = 0;
            }
        }
    }

    fn finish(&self, one: &Found, resolved: &Resolved) -> Date {
        let range = match resolved.value {
            Value::Calendar(value) if resolved.kind != DateKind::Set => calendar::range(&value),
            _ => None,
        };
        Date {
            span: self.doc.span(one.tokens.clone()),
            kind: resolved.kind,
            value: resolved.value,
            modifier: one.modifier,
            granularity: resolved.value.granularity(),
            range: range.map(|(from, until)| Days { from, until }),
            anchor: resolved.anchor,
            relative: resolved.relative,
            utc_offset: self.zone(one, resolved),
            direction: resolved.direction,
            alternative: resolved.alternative,
            impossible: resolved.impossible,
            rule: Rule::named(one.rule),
            confidence: Confidence::percent(resolved.percent),
        }
    }

    /// The zone named inside a time by the clock.
    fn zone(&self, one: &Found, resolved: &Resolved) -> Option<i16> {
        let Some(Time::Clock(_)) = resolved.value.calendar()?.time else { return None };
        zone(&Scan::new(self.doc, self.words, one.tokens.clone()), &one.tokens)
    }
}

/// The first year that the text names, for what it tells before.
fn first_year(found: &[Found]) -> Option<Mention> {
    let (index, year) = found.iter().enumerate().find_map(|(i, one)| match one.phrase {
        Phrase::Date(Fields { year: Some(Year::Is(year)), stretch: None, .. }) => Some((i, year)),
        _ => None,
    })?;
    let value = Calendar::new(Some(year), Within::Year);
    Some(Mention { index, value, sentence: usize::MAX, part: usize::MAX, explicit: true })
}

fn explicit_day(found: &Found) -> Option<NaiveDate> {
    match found.phrase {
        Phrase::Date(Fields { year: Some(Year::Is(year)), month: Some(month), day: Some(day), .. }) => {
            calendar::day(year, month, day)
        }
        _ => None,
    }
}

/// A result whose year the notation cannot hold loses that year; a second reading of that kind is dropped.
fn within_calendar(resolved: Resolved) -> Resolved {
    let fits = |value: &Value| {
        let year = value.calendar().and_then(|calendar| calendar.year);
        year.is_none_or(|year| year != 0 && (-9999..=9999).contains(&year))
    };
    let alternative = resolved.alternative.filter(fits);
    let value = match resolved.value {
        Value::Calendar(calendar) if !fits(&resolved.value) => Calendar { year: None, ..calendar }.into(),
        value => value,
    };
    Resolved { value, alternative, ..resolved }
}
