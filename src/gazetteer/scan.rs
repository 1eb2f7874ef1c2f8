//! The engine: which listed names stand in the text.
//!
//! A contiguous Aho-Corasick automaton over the keys of all names, walked *anchored* at each token where a
//! name can start, and fed folded bytes on the way. The longest key that ends with a token, and whose
//! capitals fit, is a hit. Asking the automaton for leftmost-longest matches instead loses names: it finds
//! `South Korea` in "South Korean", where it does not end, and by then `Korean` is behind it.

use std::ops::Range;

use aho_corasick::automaton::{Automaton, StateID};
use aho_corasick::nfa::contiguous::NFA;
use aho_corasick::{Anchored, MatchKind};

use super::case::{Fit, Looks, Reader, Spelling};
use super::key::{self, Fed};
use super::{Surface, limits};
use crate::error::Problem;
use crate::lexicon::{self, Class};
use crate::text::{Gap, Shape, Token, Tokens};

/// A listed name in the text: tokens `start..end`. [`surfaces`](super::Gazetteer::surfaces) says what it
/// can stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Hit {
    pub(crate) start: u32,
    pub(crate) end: u32,
    /// Its surfaces, as a range of the engine's list.
    surfaces: (u32, u32),
}

/// A name on its way into the engine.
#[derive(Clone, Copy, Debug)]
pub(super) struct Name {
    /// Its key, as a range of the collector's bytes.
    key: (u32, u32),
    spelling: Spelling,
    surface: Surface,
    /// Its place among the names of the same spelling: the greatest first.
    rank: u32,
}

/// Collects names before they are compiled.
#[derive(Clone, Debug, Default)]
pub(super) struct Collector {
    keys: Vec<u8>,
    names: Vec<Name>,
    scratch: Vec<u8>,
}

impl Collector {
    /// Adds a name. `rank` orders the meanings of one spelling.
    pub(super) fn add(&mut self, name: &str, surface: Surface, rank: u32) -> Result<(), Problem> {
        let tokens = Tokens::new(name);
        key::key(&tokens, &mut self.scratch);
        if self.keys.len().saturating_add(self.scratch.len()) > limits::NAMES {
            return Err(Problem::TooMany { what: "bytes of names", max: limits::NAMES });
        }
        let start = u32::try_from(self.keys.len()).unwrap_or(u32::MAX);
        self.keys.extend_from_slice(&self.scratch);
        let end = u32::try_from(self.keys.len()).unwrap_or(u32::MAX);
        let spelling = Spelling::of(&tokens);
        let spelling = if is_spoken(&tokens, surface) { spelling.spoken() } else { spelling };
        self.names.push(Name { key: (start, end), spelling, surface, rank });
        Ok(())
    }

    fn key(&self, name: &Name) -> &[u8] {
        self.keys.get(name.key.0 as usize..name.key.1 as usize).unwrap_or_default()
    }

    /// Sorts the names into patterns and builds the automaton.
    pub(super) fn compile(mut self) -> Result<Engine, Problem> {
        let mut names = std::mem::take(&mut self.names);
        names.retain(|name| name.key.0 < name.key.1);
        names.sort_by(|a, b| {
            let order = self.key(a).cmp(self.key(b)).then(a.spelling.cmp(&b.spelling));
            order.then(b.rank.cmp(&a.rank)).then(a.surface.row.cmp(&b.surface.row))
        });
        let mut engine = Engine::default();
        let mut patterns: Vec<&[u8]> = Vec::new();
        for name in &names {
            let key = self.key(name);
            let new = patterns.last() != Some(&key);
            if new {
                patterns.push(key);
            }
            engine.push(new, name);
        }
        engine.close();
        if !patterns.is_empty() {
            engine.trie = Some(Trie::build(&patterns)?);
        }
        Ok(engine)
    }
}

/// Acronyms that print also writes as words (`Nato`, `Unesco`): four letters or more, with a vowel, and
/// nothing else that a capitalised word could be.
fn is_spoken(name: &Tokens<'_>, surface: Surface) -> bool {
    name.len() == 1
        && name.shape(0) == Some(Shape::Upper)
        && surface.bits == super::Bits::default()
        && name.str(0).len() >= 4
        && name.str(0).bytes().any(|b| matches!(b, b'A' | b'E' | b'I' | b'O' | b'U'))
        && name.str(0).bytes().all(|b| b.is_ascii_alphabetic())
}

/// The compiled names.
#[derive(Debug, Default)]
pub(super) struct Engine {
    trie: Option<Trie>,
    /// For each pattern its first group; one more at the end.
    patterns: Vec<u32>,
    groups: Vec<Group>,
    surfaces: Vec<Surface>,
}

/// The surfaces of one pattern that are spelled alike.
#[derive(Clone, Copy, Debug)]
struct Group {
    /// Its first surface; the next group's first is the end.
    from: u32,
    spelling: Spelling,
    rank: u32,
}

/// The automaton, and where it starts.
#[derive(Debug)]
struct Trie {
    nfa: NFA,
    start: StateID,
}

impl Trie {
    fn build(patterns: &[&[u8]]) -> Result<Self, Problem> {
        // The kind is set, not left to the crate: its own choice takes a DFA for few names. Leftmost-longest
        // only so that the automaton can be walked anchored; what is longest is decided here.
        let nfa = NFA::builder().match_kind(MatchKind::LeftmostLongest).prefilter(false).build(patterns);
        let nfa = nfa.map_err(|error| Problem::Automaton(error.to_string()))?;
        let start = nfa.start_state(Anchored::Yes).map_err(|error| Problem::Automaton(error.to_string()))?;
        Ok(Self { nfa, start })
    }

    /// Walks from token `i` and shows `each` pattern that ends with a token, the shortest first.
    #[inline]
    fn walk(&self, tokens: &Tokens<'_>, i: usize, mut each: impl FnMut(usize, usize)) {
        let (mut state, mut depth) = (self.start, 0_usize);
        for at in i..tokens.len().min(i.saturating_add(limits::NAME)) {
            let fed = key::feed(tokens, at, at == i, |b| {
                state = self.nfa.next_state(Anchored::Yes, state, b);
                depth = depth.saturating_add(1);
                !self.nfa.is_dead(state)
            });
            match fed {
                Fed::Stop => return,
                Fed::Joint => continue,
                Fed::Word => {}
            }
            if self.nfa.is_match(state) {
                // A state also lists the patterns that end inside its own.
                let pattern = self.nfa.match_pattern(state, 0);
                if self.nfa.pattern_len(pattern) == depth {
                    each(at.saturating_add(1), pattern.as_usize());
                }
            }
        }
    }
}

impl Engine {
    fn push(&mut self, new: bool, name: &Name) {
        let next = |len: usize| u32::try_from(len).unwrap_or(u32::MAX);
        if new {
            self.patterns.push(next(self.groups.len()));
        }
        if new || self.groups.last().is_some_and(|group| group.spelling != name.spelling) {
            let from = next(self.surfaces.len());
            self.groups.push(Group { from, spelling: name.spelling, rank: name.rank });
        }
        let from = self.groups.last().map_or(0, |group| group.from as usize);
        let twice = |one: &Surface| one.row == name.surface.row;
        if !self.surfaces.get(from..).unwrap_or_default().iter().any(twice) {
            self.surfaces.push(name.surface);
        }
    }

    fn close(&mut self) {
        self.patterns.push(u32::try_from(self.groups.len()).unwrap_or(u32::MAX));
        let from = u32::try_from(self.surfaces.len()).unwrap_or(u32::MAX);
        self.groups.push(Group { from, spelling: Spelling::default(), rank: 0 });
    }

    /// The longest listed names, in order, not overlapping.
    pub(super) fn scan(&self, tokens: &Tokens<'_>) -> Vec<Hit> {
        let mut hits = Vec::new();
        let Some(trie) = &self.trie else { return hits };
        let mut reader = Reader::default();
        let mut i = 0;
        while let Some(token) = tokens.get(i) {
            let hit =
                if is_start(tokens, i, token) { self.longest(trie, tokens, i, &mut reader) } else { None };
            i = match hit {
                Some(hit) => hit.end as usize,
                None => i.saturating_add(1),
            };
            hits.extend(hit);
        }
        hits
    }

    fn longest(&self, trie: &Trie, tokens: &Tokens<'_>, i: usize, reader: &mut Reader) -> Option<Hit> {
        let mut best = None;
        trie.walk(tokens, i, |end, pattern| {
            if let Some(surfaces) = self.meanings(tokens, &(i..end), pattern, reader) {
                best = Some((end, surfaces));
            }
        });
        let (end, surfaces) = best?;
        Some(Hit { start: u32::try_from(i).ok()?, end: u32::try_from(end).ok()?, surfaces })
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
        for (i, group) in self.groups.get(from..to)?.iter().enumerate() {
            let Some(fit) = reader.fit(tokens, &looks, group.spelling) else { continue };
            // In a line of capitals "exact" tells nothing.
            let fit = if reader.in_capitals(tokens, range.start) { Fit::Loose } else { fit };
            let key = (fit, group.rank);
            if best.is_none_or(|(most, _)| key > most) {
                best = Some((key, from.saturating_add(i)));
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

/// Whether a name can start at token `i`: a capital, a digit, a letter beyond ASCII, or a particle before a
/// capital.
fn is_start(tokens: &Tokens<'_>, i: usize, token: Token) -> bool {
    match token.shape {
        Shape::Lower => {
            tokens.text.as_bytes().get(token.start as usize).is_some_and(|b| !b.is_ascii())
                || is_particle(tokens, i)
        }
        shape => shape.is_word(),
    }
}

/// A small word inside names (`al`, `bin`, `van der`) with a capital after it.
fn is_particle(tokens: &Tokens<'_>, i: usize) -> bool {
    let next = i.saturating_add(1);
    let leads = match tokens.get(next) {
        Some(Token { shape: Shape::Hyphen, gap: Gap::None, .. }) => next.saturating_add(1),
        Some(Token { shape: Shape::Lower, gap: Gap::Space, .. }) => next.saturating_add(1),
        _ => next,
    };
    tokens.shape(leads).is_some_and(Shape::is_capital)
        && tokens.str(i).len() <= 4
        && lexicon::look_up(tokens.str(i)).is(Class::PARTICLE)
}

#[cfg(test)]
mod tests {
    use super::super::row::{Alias, Bits};
    use super::{Collector, Surface, Tokens};

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
