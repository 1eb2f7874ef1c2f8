//! Timestamps: lines that only say when the article appeared or was changed.
//!
//! A timestamp is made of months, numbers, hours, zones and a few words ("Published", "Updated",
//! "min read"). The dates themselves are read by the date stage; here their spans and roles are marked.

use std::ops::Range;

use super::page::Page;
use super::{Stamp, StampRole};
use crate::lexicon::Class;
use crate::span::Span;
use crate::text::{Shape, atom, atoms};

/// The longest timestamp line, in words: two full dates with times, zones and weekdays have 20.
const MOST_WORDS: usize = 24;

/// A timestamp has fewer words that belong to none; beyond them nothing more is read.
const MOST_STRANGE: usize = 5;

/// What a line of time words holds.
#[derive(Debug, Default)]
pub(super) struct Reading {
    /// A day: "May 4", "4/5/2024", "2024-05-04", "3 hours ago".
    pub(super) day: bool,
    /// A time of day.
    pub(super) clock: bool,
    pub(super) year: bool,
    /// "Published", "Updated".
    pub(super) lead: bool,
    /// Words that belong to no timestamp.
    pub(super) strange: usize,
    /// "5 min read", "2 days ago".
    pub(super) relative: bool,
}

impl Reading {
    /// Enough to tell a moment.
    pub(super) fn tells(&self) -> bool {
        self.day || self.clock || self.relative
    }
}

/// Reads the tokens of `range` as a timestamp.
pub(super) fn read(page: &Page<'_>, range: Range<usize>) -> Reading {
    let mut reading = Reading::default();
    for i in range.clone() {
        let Some(shape) = page.shape(i).filter(|_| reading.strange <= MOST_STRANGE) else { break };
        match shape {
            _ if is_lead(page, i) => reading.lead = true,
            Shape::Number | Shape::Alnum => read_number(page, i, &range, &mut reading),
            _ if shape.is_word() => read_word(page, i, &mut reading),
            _ => {}
        }
    }
    reading
}

fn read_number(page: &Page<'_>, i: usize, range: &Range<usize>, reading: &mut Reading) {
    let word = page.str(i);
    let beside = |k: usize| range.contains(&k) && page.is(k, Class::MONTH);
    let month = beside(i + 1)
        || i.checked_sub(1).is_some_and(beside)
        || i.checked_sub(2).is_some_and(|k| beside(k) && page.atom(k + 1) == atom!("."));
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let numeric = separated(page, i, &["/", "-", "."]) && separated(page, i + 2, &["/", "-", "."]);
    reading.day |= (month && digits <= 2) || numeric;
    reading.year |= digits >= 4 && (word.starts_with("20") || word.starts_with("19"));
    let meridiem = page.is(i + 1, Class::STAMP) && is_meridiem(page.str(i + 1));
    let glued = page.shape(i) == Some(Shape::Alnum)
        && is_meridiem(word.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.'));
    let zoned = is_clock(word) && page.is(i + 1, Class::STAMP);
    reading.clock |= separated(page, i, &[":"]) || meridiem || glued || zoned;
    // "2014-03-04T10:20:30Z" and "3rd" are letters with digits too.
    let split =
        digits > 0 && word.get(digits..).is_some_and(|rest| rest.contains(|c: char| c.is_ascii_digit()));
    let known = matches!(page.shape(i), Some(Shape::Number))
        || glued
        || is_ordinal(word)
        || numeric
        || word.contains('T');
    // "9L15" is no hour.
    reading.strange += usize::from(!known && (digits == 0 || split));
}

fn read_word(page: &Page<'_>, i: usize, reading: &mut Reading) {
    let word = page.str(i);
    let time = Class::STAMP | Class::MONTH | Class::WEEKDAY;
    reading.relative |= word.eq_ignore_ascii_case("ago") || word.eq_ignore_ascii_case("read");
    if !page.is(i, time) && glue(page, i).is_none() {
        reading.strange += 1;
    }
}

/// "16.58": an hour of two digits and its minutes.
fn is_clock(word: &str) -> bool {
    let part = |part: &str, most: u8| part.len() == 2 && part.parse::<u8>().is_ok_and(|n| n < most);
    word.split_once('.').is_some_and(|(hour, minute)| part(hour, 24) && part(minute, 60))
}

/// Token `i` and `i + 2` are digits with one of `marks` between, nothing else.
fn separated(page: &Page<'_>, i: usize, marks: &[&str]) -> bool {
    let digits = |k: usize| page.str(k).starts_with(|c: char| c.is_ascii_digit());
    digits(i) && marks.contains(&page.str(i + 1)) && page.glued(i + 1) && page.glued(i + 2) && digits(i + 2)
}

pub(super) fn is_meridiem(word: &str) -> bool {
    ["am", "pm", "a.m.", "p.m.", "a.m", "p.m"].iter().any(|m| word.eq_ignore_ascii_case(m))
}

fn is_ordinal(word: &str) -> bool {
    let rest = word.trim_start_matches(|c: char| c.is_ascii_digit());
    ["st", "nd", "rd", "th"].iter().any(|o| rest.eq_ignore_ascii_case(o))
}

fn is_lead(page: &Page<'_>, i: usize) -> bool {
    page.is(i, Class::STAMP_LEAD) || glue(page, i).is_some_and(|at| at.lead)
}

/// A word glued to the one before it: "UTCUpdated", "HoltApril".
#[derive(Clone, Copy, Debug)]
pub(super) struct Glue {
    /// Byte where the second word begins, in the text.
    pub(super) at: usize,
    lead: bool,
}

/// Where token `i` falls into two words, the second one a month, weekday or word of a timestamp.
#[inline] // Nearly all words end here.
pub(super) fn glue(page: &Page<'_>, i: usize) -> Option<Glue> {
    match page.shape(i)? {
        Shape::Alnum | Shape::Mixed | Shape::Camel => glue_inside(page, i),
        _ => None,
    }
}

#[cold]
fn glue_inside(page: &Page<'_>, i: usize) -> Option<Glue> {
    /// Longer words are not two that were glued; looking into them would take long.
    const LONGEST: usize = 64;
    let (word, start) = (page.str(i), page.tokens.get(i)?.start as usize);
    if word.len() > LONGEST {
        return None;
    }
    if page.shape(i) == Some(Shape::Alnum) {
        return glued_hour(word, start);
    }
    let mut small = false;
    for (k, c) in word.char_indices().skip(1) {
        if small && c.is_uppercase()
            || (c.is_uppercase() && word.get(k + 1..)?.starts_with(char::is_lowercase))
        {
            let entry = crate::lexicon::look_up(word.get(k..)?);
            if entry.is(Class::MONTH | Class::WEEKDAY | Class::STAMP_LEAD) {
                return Some(Glue { at: start + k, lead: entry.is(Class::STAMP_LEAD) });
            }
        }
        small = c.is_lowercase();
    }
    None
}

/// "6.42pmfirst", "2024Updated": an hour or year with the word that begins the next time.
fn glued_hour(word: &str, start: usize) -> Option<Glue> {
    let hour = ["am", "pm"].iter().find_map(|hour| Some(word.find(hour)? + hour.len()));
    let at = hour.or_else(|| word.find(|c: char| c.is_ascii_uppercase()))?;
    let lead = crate::lexicon::look_up(word.get(at..)?).is(Class::STAMP_LEAD);
    lead.then_some(Glue { at: start + at, lead })
}

/// Whether the line of `range` is a timestamp, and how surely.
pub(super) fn confidence(page: &Page<'_>, range: Range<usize>, words: usize) -> Option<u8> {
    // "Published", on a line above its time.
    if words == 1 && page.is(range.start, Class::STAMP_LEAD) && page.shape(range.start) != Some(Shape::Lower)
    {
        return Some(60);
    }
    // "16.58", "16:58": a line of a live text. Lengths of films have one digit before the colon.
    let hour = || page.written(range.clone()).replacen(':', ".", 1);
    if range.len() <= 3 && page.shape(range.start) == Some(Shape::Number) && is_clock(&hour()) {
        return Some(60);
    }
    if !(2..=MOST_WORDS).contains(&words) {
        return None;
    }
    let reading = read(page, range.clone());
    if !reading.tells() {
        return None;
    }
    let iso = page.str(range.start).len() == 4 && reading.day && reading.clock;
    match reading.strange {
        0 if reading.lead || iso || (reading.day && (reading.clock || reading.year)) => Some(98),
        0 if reading.relative => Some(85),
        0 => Some(70),
        n if reading.lead && page.is(range.start, Class::STAMP_LEAD) && n <= 4 && n * 3 <= words => Some(90),
        // "May 3, 2024 09:14 pm | Updated 10:02 pm IST - LUCKNOW": a place ends the line; "…, The Times".
        n if reading.day && reading.clock && (reading.lead || reading.year) && n <= 2 && n * 4 <= words => {
            Some(if reading.lead { 90 } else { 80 })
        }
        // "General News of Tuesday, 10 December 2024".
        n if reading.day && reading.year && n <= 2 && words <= 8 && of_weekday(page, &range) => Some(75),
        _ => None,
    }
}

/// "of Tuesday": the section's name stands before its day.
fn of_weekday(page: &Page<'_>, range: &Range<usize>) -> bool {
    range.clone().any(|i| page.atom(i) == atom!("of") && page.is(i + 1, Class::WEEKDAY))
}

/// The moments that `range` names, with what happened at each.
pub(super) fn stamps(page: &Page<'_>, range: Range<usize>) -> Vec<Stamp> {
    let mut marker = Marker { page, out: Vec::new(), run: None, role: StampRole::Published, led: true };
    for i in range {
        marker.see(i);
    }
    marker.close();
    marker.out
}

/// Marks the moments of a line.
struct Marker<'p, 'a> {
    page: &'p Page<'a>,
    out: Vec<Stamp>,
    /// The moment being read, and its first token.
    run: Option<(Span, Range<usize>)>,
    role: StampRole,
    /// A word that names the role stands before the run.
    led: bool,
}

impl Marker<'_, '_> {
    fn see(&mut self, i: usize) {
        let page = self.page;
        let span = page.span(i..i + 1);
        if let Some(glue) = glue(page, i) {
            return self.see_glued(i, span, glue);
        }
        if page.is(i, Class::STAMP_LEAD) {
            self.lead(page.str(i));
        } else if is_time(page, i) {
            self.take(i, span);
        } else if breaks_run(page, i) {
            self.close();
        }
    }

    fn see_glued(&mut self, i: usize, span: Span, glue: Glue) {
        let (head, tail) = (Span::new(span.start, glue.at), Span::new(glue.at, span.end));
        if !glue.lead {
            self.close();
            return self.take(i, tail);
        }
        // "PDTUpdated", "6.42pmfirst": the head ends the time before.
        if self.run.is_some() || self.page.shape(i) == Some(Shape::Alnum) {
            self.take(i, head);
        }
        self.lead(self.page.text(tail));
    }

    fn lead(&mut self, word: &str) {
        self.close();
        self.role = role_of(word, self.role);
        self.led = true;
    }

    fn take(&mut self, i: usize, span: Span) {
        let (run, tokens) = self.run.take().unwrap_or((span, i..i));
        self.run = Some((run.cover(span), tokens.start..i + 1));
    }

    /// Ends the moment. A day and an hour that only marks part are one: "May 3, 2024 — 5.45pm".
    fn close(&mut self) {
        let Some((span, tokens)) = self.run.take() else { return };
        let reading = read(self.page, tokens.clone());
        if !(reading.tells() || reading.year) || span.len() <= 2 {
            return;
        }
        let led = std::mem::replace(&mut self.led, false);
        let before = self.out.last_mut().filter(|_| !led);
        let joins = before.filter(|last| {
            let within = |span: Span| self.page.tokens.within(span);
            !(reading.day && read(self.page, within(last.span)).day)
        });
        match joins {
            Some(last) => last.span = last.span.cover(span),
            None => self.out.push(Stamp { span, role: self.role }),
        }
    }
}

fn role_of(lead: &str, before: StampRole) -> StampRole {
    match lead.to_ascii_lowercase().as_str() {
        "updated" | "modified" | "edited" | "update" => StampRole::Updated,
        // "Last", "First": what follows decides; "Published" ends an "Updated".
        "last" | "first" => before,
        _ => StampRole::Published,
    }
}

/// A token that a moment is made of.
fn is_time(page: &Page<'_>, i: usize) -> bool {
    let joining = atoms!["at", "on", "of", "read", "min", "mins", "minute", "minutes"];
    match page.shape(i) {
        Some(Shape::Number | Shape::Alnum) => true,
        Some(shape) if shape.is_word() => {
            glue(page, i).is_some_and(|glue| !glue.lead)
                || (page.is(i, Class::MONTH | Class::WEEKDAY | Class::STAMP) && !page.one_of(i, joining))
        }
        _ => false,
    }
}

/// A mark or word that parts two moments.
fn breaks_run(page: &Page<'_>, i: usize) -> bool {
    match page.shape(i) {
        Some(Shape::Symbol) => page.atom(i) != atom!("/") && page.atom(i) != atom!("@"),
        Some(Shape::Dash | Shape::Semicolon) => true,
        Some(shape) => shape.is_word() && page.atom(i) != atom!("at") && page.atom(i) != atom!("on"),
        None => true,
    }
}
