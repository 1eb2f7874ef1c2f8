//! Names on their way into the engine: read, sorted, grouped by what they spell.

use super::case::Spelling;
use super::key;
use super::scan::{Engine, Group, Starts};
use super::trie::Trie;
use super::{Bits, Surface, limits};
use crate::error::Problem;
use crate::text::words::Words;
use crate::text::{Shape, Tokens};

/// A name that was read.
#[derive(Clone, Copy, Debug)]
struct Name {
    /// Its units, as a range of the collector's.
    units: (u32, u32),
    spelling: Spelling,
    surface: Surface,
    /// Orders the meanings of one spelling, the greatest first.
    rank: u32,
}

/// Collects names before they are compiled.
#[derive(Debug)]
pub(super) struct Collector {
    words: Words,
    units: Vec<u32>,
    names: Vec<Name>,
    small: Starts,
}

impl Default for Collector {
    fn default() -> Self {
        // The bundled names have some thirty thousand units.
        let words = Words::with_capacity(1 << 15);
        Self { words, units: Vec::new(), names: Vec::new(), small: Starts::default() }
    }
}

impl Collector {
    /// Adds a name. `rank` orders the meanings of one spelling.
    pub(super) fn add(&mut self, name: &str, surface: Surface, rank: u32) -> Result<(), Problem> {
        let tokens = Tokens::new(name);
        let start = u32::try_from(self.units.len());
        let whole = key::units(&tokens, |unit| {
            let number = self.words.intern(unit.as_bytes()).filter(|number| *number < limits::UNITS);
            self.units.extend(number);
            number.is_some()
        });
        let end = u32::try_from(self.units.len());
        let (Ok(start), Ok(end), true) = (start, end, whole) else {
            return Err(Problem::TooMany { what: "different words in names", max: limits::UNITS as usize });
        };
        let spelling = Spelling::of(&tokens);
        let spelling = if is_spoken(&tokens, surface) { spelling.spoken() } else { spelling };
        self.add_start(&tokens, spelling);
        self.names.push(Name { units: (start, end), spelling, surface, rank });
        Ok(())
    }

    /// Notes a first word that has no capital, or need not have one.
    fn add_start(&mut self, name: &Tokens<'_>, spelling: Spelling) {
        let Some(shape) = name.shape(0) else { return };
        let word = name.str(0);
        if shape == Shape::Lower || !shape.is_word() {
            self.small.add(word, shape);
        } else if spelling.starts_free() {
            let low = word.to_lowercase();
            self.small.add(&low, shape);
            if matches!(&*low, "al" | "el") {
                key::articles().for_each(|article| self.small.add(article, shape));
            }
        }
    }

    fn units(&self, name: &Name) -> &[u32] {
        self.units.get(name.units.0 as usize..name.units.1 as usize).unwrap_or_default()
    }

    /// Sorts the names into patterns and builds the engine.
    pub(super) fn compile(mut self) -> Result<Engine, Problem> {
        let (mut names, words) = (std::mem::take(&mut self.names), std::mem::take(&mut self.words));
        names.retain(|name| name.units.0 < name.units.1);
        names.sort_by(|a, b| {
            let (x, y) = (self.units(a), self.units(b));
            // Names of one unit come first: that is how the trie numbers patterns.
            let order = (x.len() > 1).cmp(&(y.len() > 1)).then_with(|| x.cmp(y));
            let order = order.then_with(|| a.spelling.cmp(&b.spelling)).then_with(|| b.rank.cmp(&a.rank));
            order.then_with(|| a.surface.row.cmp(&b.surface.row))
        });
        let mut engine = Engine { small: self.small.clone(), ..Engine::default() };
        let mut patterns: Vec<&[u32]> = Vec::new();
        for name in &names {
            let units = self.units(name);
            let new = patterns.last() != Some(&units);
            if new {
                patterns.push(units);
            }
            push(&mut engine, new, name);
        }
        close(&mut engine);
        engine.trie = Trie::build(words, &patterns)?;
        Ok(engine)
    }
}

/// Positions in lists that hold far fewer than `u32::MAX` entries (see [`limits`]).
fn position(len: usize) -> u32 {
    u32::try_from(len).unwrap_or(u32::MAX)
}

fn push(engine: &mut Engine, new: bool, name: &Name) {
    if new {
        engine.patterns.push(position(engine.groups.len()));
    }
    if new || engine.groups.last().is_some_and(|group| group.spelling != name.spelling) {
        let from = position(engine.surfaces.len());
        engine.groups.push(Group { from, spelling: name.spelling, rank: name.rank });
    }
    let from = engine.groups.last().map_or(0, |group| group.from as usize);
    let twice = |one: &Surface| one.row == name.surface.row;
    if !engine.surfaces.get(from..).unwrap_or_default().iter().any(twice) {
        engine.surfaces.push(name.surface);
    }
}

fn close(engine: &mut Engine) {
    engine.patterns.push(position(engine.groups.len()));
    let from = position(engine.surfaces.len());
    engine.groups.push(Group { from, spelling: Spelling::default(), rank: 0 });
}

/// Acronyms that print also writes as words (`Nato`, `Unesco`): four letters or more, with a vowel, and
/// nothing else that a capitalised word could be.
fn is_spoken(name: &Tokens<'_>, surface: Surface) -> bool {
    let word = name.str(0);
    name.len() == 1
        && name.shape(0) == Some(Shape::Upper)
        && surface.bits == Bits::default()
        && word.len() >= 4
        && word.bytes().any(|b| matches!(b, b'A' | b'E' | b'I' | b'O' | b'U'))
        && word.bytes().all(|b| b.is_ascii_alphabetic())
}
