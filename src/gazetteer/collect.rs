//! Names on their way into the engine: read, sorted, grouped by what they spell.

use std::cmp::Ordering;

use super::case::Spelling;
use super::entry::Window;
use super::key;
use super::scan::{Engine, Listed};
use super::starts::Starts;
use super::table::Rows;
use super::trie::Trie;
use super::units::{Pattern, Units};
use super::{Bits, Surface, limits};
use crate::error::Problem;
use crate::text::{Atom, Shape, Tokens, atom};

/// A name that was read.
#[derive(Clone, Copy, Debug)]
struct Name {
    /// Its units, as a range of the collector's.
    units: (u32, u32),
    /// How many units it has, up to three, and its first two, 24 bits each. Names are sorted by it first: those of
    /// one unit stand before those of two, and these before the longer ones, as the trie takes them.
    head: u64,
    spelling: Spelling,
    listed: Listed,
}

/// Collects names before they are compiled.
#[derive(Debug)]
pub(super) struct Collector {
    words: Units,
    units: Vec<u32>,
    names: Vec<Name>,
    small: Starts,
    /// Room for the tokens of a name, used again and again.
    room: Tokens<'static>,
}

impl Default for Collector {
    fn default() -> Self {
        // The bundled names have some thirty thousand units.
        let words = Units::with_capacity(1 << 15);
        Self {
            words,
            units: Vec::new(),
            names: Vec::new(),
            small: Starts::default(),
            room: Tokens::default(),
        }
    }
}

impl Collector {
    /// Adds a name.
    pub(super) fn add(&mut self, name: &str, listed: Listed) -> Result<(), Problem> {
        let tokens = std::mem::take(&mut self.room).again(name);
        let added = self.add_tokens(&tokens, listed);
        self.room = tokens.again("");
        added
    }

    fn add_tokens(&mut self, tokens: &Tokens<'_>, listed: Listed) -> Result<(), Problem> {
        let start = u32::try_from(self.units.len());
        let whole = key::units(tokens, |unit| {
            let number = self.words.intern(unit);
            self.units.push(number);
            number < limits::UNITS
        });
        let end = u32::try_from(self.units.len());
        let (Ok(start), Ok(end), true) = (start, end, whole) else {
            return Err(Problem::TooMany { what: "different words in names", max: limits::UNITS as usize });
        };
        let spelling = match listed.any_case {
            true => Spelling::default(),
            false if is_spoken(tokens, listed.surface) => Spelling::of(tokens).spoken(),
            false => Spelling::of(tokens),
        };
        self.add_start(tokens, spelling);
        let units = self.units.get(start as usize..).unwrap_or_default();
        let unit = |i: usize| units.get(i).map_or(0, |unit| u64::from(*unit));
        let head = (units.len().min(3) as u64) << 48 | unit(0) << 24 | unit(1);
        self.names.push(Name { units: (start, end), head, spelling, listed });
        Ok(())
    }

    /// Notes a first word that has no capital, or need not have one.
    fn add_start(&mut self, name: &Tokens<'_>, spelling: Spelling) {
        let Some(shape) = name.shape(0) else { return };
        let (word, next) = (name.atom(0), name.shape(1));
        let small = shape == Shape::Lower || !shape.is_word();
        if small {
            self.small.add(word, shape, next);
        }
        if spelling.starts_free() {
            // In any case, of letters: numbers and marks are starts as they are.
            let next = if spelling == Spelling::default() { None } else { next };
            self.small.add(word, shape, next);
            if word == atom!("al") || word == atom!("el") {
                let articles = key::articles().map(|article| Atom::of(article.as_bytes()));
                articles.for_each(|article| self.small.add(article, shape, Some(Shape::Hyphen)));
            }
        }
    }

    fn units(&self, name: &Name) -> &[u32] {
        self.units.get(name.units.0 as usize..name.units.1 as usize).unwrap_or_default()
    }

    /// Sorts the names into patterns and builds the engine.
    pub(super) fn compile(mut self, rows: &Rows, windows: Vec<Window>) -> Result<Engine, Problem> {
        let (mut names, words) = (std::mem::take(&mut self.names), std::mem::take(&mut self.words));
        names.retain(|name| name.units.0 < name.units.1);
        // By one number first: two names in three share it with none.
        names.sort_unstable_by_key(|name| name.head);
        names.chunk_by_mut(|a, b| a.head == b.head).for_each(|alike| {
            alike.sort_unstable_by(|a, b| self.order(a, b));
        });
        let mut engine = Engine::new(self.small.clone(), windows);
        let mut patterns: Vec<Pattern<'_>> = Vec::new();
        for name in &names {
            let units = self.units(name);
            let new = patterns.last().is_none_or(|last| last.units != units);
            let group = engine.push(new, name.spelling, name.listed);
            if new {
                patterns.push(Pattern { units, group });
            }
        }
        engine.close();
        engine.mark_shared(rows);
        Ok(engine.with(Trie::build(words, &patterns)?))
    }

    /// Of names with one head: by pattern, then as groups stand in the engine.
    fn order(&self, a: &Name, b: &Name) -> Ordering {
        let pattern = self.units(a).cmp(self.units(b));
        let group = pattern.then_with(|| a.spelling.cmp(&b.spelling));
        let group = group.then_with(|| b.listed.window.cmp(&a.listed.window));
        let row = group.then_with(|| b.listed.rank.cmp(&a.listed.rank));
        let row = row.then_with(|| a.listed.surface.row.cmp(&b.listed.surface.row));
        // Of spellings of one row that the text cannot tell apart, the one that misleads least counts, then the one
        // that says more: "F.B.I." is an acronym as "FBI" is.
        let surface = row.then_with(|| a.listed.surface.bits.cmp(&b.listed.surface.bits));
        surface.then_with(|| b.listed.surface.alias.cmp(&a.listed.surface.alias))
    }
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
