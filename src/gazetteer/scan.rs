//! The engine: which listed names stand in the text.
//!
//! A name is a sequence of units (see [`key`]), and each unit has a number. One probe at a token where a name
//! can start tells whether any name starts so; names of one unit are then found. Longer ones are a contiguous
//! Aho-Corasick automaton over the numbers, two or three bytes each, walked *anchored* from the state that
//! stands beside the first unit. The longest name that ends with a token, and whose capitals fit, is a hit.
//!
//! Two things that look simpler are not done. Asking the automaton for leftmost-longest matches loses names: it
//! finds `South Korea` in "South Korean", where it does not end, and by then `Korean` is behind it. And an
//! automaton over letters has three times the states, nearly all of them to spell single words, which a hash
//! does better: building it took four fifths of the first parse.

use std::ops::Range;

use super::case::{Fit, Looks, Reader, Spelling};
use super::key::{self, Step, Unit};
use super::trie::Trie;
use super::{Surface, limits};
use crate::text::{Shape, Token, Tokens};

/// A listed name in the text: tokens `start..end`. [`surfaces`](super::Gazetteer::surfaces) says what it
/// can stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Hit {
    pub(crate) start: u32,
    pub(crate) end: u32,
    /// Its surfaces, as a range of the engine's list.
    surfaces: (u32, u32),
}

/// The compiled names.
#[derive(Debug, Default)]
pub(super) struct Engine {
    pub(super) trie: Trie,
    /// Words that start a name without a capital.
    pub(super) small: Starts,
    /// For each pattern its first group; one more at the end.
    pub(super) patterns: Vec<u32>,
    pub(super) groups: Vec<Group>,
    pub(super) surfaces: Vec<Surface>,
}

/// The surfaces of one pattern that are spelled alike.
#[derive(Clone, Copy, Debug)]
pub(super) struct Group {
    /// Its first surface; the next group's first is the end.
    pub(super) from: u32,
    pub(super) spelling: Spelling,
    pub(super) rank: u32,
}

/// The first two letters of the words, without a capital, that names start with: `al-Amin`, `eBay`, `détente`.
/// A name can start at every capital and digit; small words are too many to try them all.
#[derive(Clone, Debug, Default)]
pub(super) struct Starts {
    letters: [u64; 16],
    marks: bool,
}

impl Starts {
    pub(super) fn add(&mut self, word: &str, shape: Shape) {
        self.marks |= !shape.is_word();
        let at = Self::place(word);
        if let Some(slot) = self.letters.get_mut(at >> 6) {
            *slot |= 1 << (at & 63);
        }
    }

    /// Five bits of each of the first two bytes.
    fn place(word: &str) -> usize {
        let byte = |i: usize| usize::from(word.as_bytes().get(i).copied().unwrap_or(0) & 31);
        byte(0) << 5 | byte(1)
    }

    #[inline]
    fn has(&self, tokens: &Tokens<'_>, i: usize, shape: Shape) -> bool {
        let word = tokens.str(i);
        let at = Self::place(word);
        let listed = self.letters.get(at >> 6).is_some_and(|slot| slot >> (at & 63) & 1 == 1);
        match shape.is_word() {
            // Letters beyond ASCII fold: their bytes are not those of the list.
            true => listed || word.bytes().take(2).any(|b| !b.is_ascii()),
            false => self.marks && listed,
        }
    }
}

impl Engine {
    /// The longest listed names, in order, not overlapping.
    pub(super) fn scan(&self, tokens: &Tokens<'_>) -> Vec<Hit> {
        let mut hits = Vec::new();
        let mut reader = Reader::default();
        let mut unit = Unit::default();
        let mut i = 0;
        while let Some(token) = tokens.get(i) {
            let mut hit = None;
            if self.is_start(tokens, i, token) {
                self.walk(tokens, i, &mut unit, |end, pattern| {
                    let found = self.meanings(tokens, &(i..end), pattern, &mut reader);
                    hit = found.and_then(|surfaces| Hit::new(i, end, surfaces)).or(hit);
                });
            }
            i = hit.map_or(i.saturating_add(1), |hit| hit.end as usize);
            hits.extend(hit);
        }
        hits
    }

    /// Whether a name can start at token `i`.
    #[inline]
    fn is_start(&self, tokens: &Tokens<'_>, i: usize, token: Token) -> bool {
        match token.shape {
            Shape::Lower => self.small.has(tokens, i, token.shape),
            shape if shape.is_word() => true,
            shape => self.small.has(tokens, i, shape),
        }
    }

    /// Shows `each` pattern that starts at token `i`, the shortest first.
    #[inline]
    fn walk(&self, tokens: &Tokens<'_>, i: usize, unit: &mut Unit, mut each: impl FnMut(usize, usize)) {
        let Step::Unit { next, .. } = key::step(tokens, i, true) else { return };
        unit.read(tokens, i, next, false);
        let Some(first) = self.trie.first(unit.as_bytes()) else { return };
        if let Some(pattern) = first.pattern {
            each(next, pattern);
        }
        let Some(mut at) = first.position else { return };
        let mut i = next;
        let last = i.saturating_add(limits::NAME);
        while i < last {
            match key::step(tokens, i, false) {
                Step::End => return,
                Step::Skip => i = i.saturating_add(1),
                Step::Unit { spaced, next } => {
                    unit.read(tokens, i, next, spaced);
                    let Some(ahead) = self.trie.next(at, unit.as_bytes()) else { return };
                    at = ahead;
                    if let Some(pattern) = self.trie.pattern(at) {
                        each(next, pattern);
                    }
                    i = next;
                }
            }
        }
    }

    /// The surfaces of a pattern whose spelling fits the text.
    fn meanings(
        &self,
        tokens: &Tokens<'_>,
        range: &Range<usize>,
        pattern: usize,
        reader: &mut Reader,
    ) -> Option<(u32, u32)> {
        let from = *self.patterns.get(pattern)? as usize;
        let to = *self.patterns.get(pattern.saturating_add(1))? as usize;
        let looks = Looks::new(tokens, range);
        let mut best = None;
        for (at, group) in (from..).zip(self.groups.get(from..to)?) {
            let Some(fit) = reader.fit(tokens, &looks, group.spelling) else { continue };
            // In a line of capitals "exact" tells nothing.
            let several = to.saturating_sub(from) > 1;
            let fit = if several && reader.in_capitals(tokens, range.start) { Fit::Loose } else { fit };
            let key = (fit, group.rank);
            if best.is_none_or(|(most, _)| key > most) {
                best = Some((key, at));
            }
        }
        let (_, at) = best?;
        Some((self.groups.get(at)?.from, self.groups.get(at.saturating_add(1))?.from))
    }

    /// What a hit can stand for, the likeliest first.
    pub(super) fn surfaces(&self, hit: Hit) -> &[Surface] {
        self.surfaces.get(hit.surfaces.0 as usize..hit.surfaces.1 as usize).unwrap_or_default()
    }
}

impl Hit {
    fn new(start: usize, end: usize, surfaces: (u32, u32)) -> Option<Self> {
        Some(Self { start: u32::try_from(start).ok()?, end: u32::try_from(end).ok()?, surfaces })
    }
}

#[cfg(test)]
mod tests {
    use super::super::collect::Collector;
    use super::super::row::{Alias, Bits};
    use super::{Surface, Tokens};

    /// What a scan of `text` finds when `names` are listed, each with the listed spelling it found.
    fn find<'t>(names: &[&str], text: &'t str) -> Vec<(&'t str, String)> {
        let mut collector = Collector::default();
        for (row, name) in (0..).zip(names) {
            collector.add(name, Surface { row, alias: Alias::Full, bits: Bits::default() }, 0).unwrap();
        }
        let engine = collector.compile().unwrap();
        let tokens = Tokens::new(text);
        let hits = engine.scan(&tokens);
        let found = hits.iter().map(|&hit| {
            let listed: Vec<_> = engine.surfaces(hit).iter().map(|s| names[s.row as usize]).collect();
            (&text[tokens.span(hit.start as usize, hit.end as usize)], listed.join("|"))
        });
        found.collect()
    }

    #[track_caller]
    fn finds(names: &[&str], text: &str, want: &[&str]) {
        let found = find(names, text);
        let spans: Vec<_> = found.iter().map(|(span, _)| *span).collect();
        assert_eq!(spans, want, "{names:?} in {text:?}");
    }

    #[test]
    fn the_longest_name_that_ends_on_a_boundary() {
        finds(&["South Korea", "Korean"], "A South Korean boat.", &["Korean"]);
        finds(&["Testing", "Testing 123"], "Testing 12345", &["Testing"]);
        finds(&["New York"], "New Yorkers in New York.", &["New York"]);
        finds(&["New York", "New York Times", "Times Square"], "New York Times Square", &["New York Times"]);
        finds(&["Aro", "Aro Lind Holm"], "Aro Lind fell", &["Aro"]);
    }

    #[test]
    fn case_must_fit() {
        finds(&["WHO", "IT", "US"], "Who said It about Us? It, who, us.", &[]);
        finds(&["WHO", "US"], "The WHO and the U.S. agree.", &["WHO", "U.S."]);
        finds(&["Most", "May"], "most may go to Most", &["Most"]);
        finds(&["Oman"], "OMAN (Lind) – The OMAN talks.", &["OMAN"]);
        finds(&["Syria"], "The SYRIA file", &["SYRIA"]);
        finds(&["NATO", "ACER"], "Nato and Acer", &["Nato", "Acer"]);
        finds(
            &["Bank of Aro"],
            "Bank Of Aro Says Rates Will Rise\nThe Bank Of Aro said so today.",
            &["Bank Of Aro"],
        );
        finds(&["Omar bin Aro"], "Omar Bin Aro; OMAR BIN ARO", &["Omar Bin Aro", "OMAR BIN ARO"]);
        finds(&["McKay", "eBay"], "Mckay bought EBay; eBay paid McKay", &["Mckay", "EBay", "eBay", "McKay"]);
    }
}
