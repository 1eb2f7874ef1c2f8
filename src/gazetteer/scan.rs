//! The engine: which listed names stand in the text.
//!
//! A name is a sequence of units (see [`key`]). Where one can start, names of one unit and of two are found by a
//! probe each. What stands behind the pair in longer ones is a contiguous Aho-Corasick automaton over numbers of two
//! or three bytes, walked *anchored*. The longest name that ends with a token, and whose
//! capitals fit, is a hit.
//!
//! Two things that look simpler are not done. Asking the automaton for leftmost-longest matches loses names: it
//! finds `South Korea` in "South Korean", where it does not end, and by then `Korean` is behind it. And an
//! automaton over letters has three times the states, nearly all of them to spell single words, which a hash
//! does better: building it took four fifths of the first parse.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Range;

use super::case::{Fit, Looks, Reader, Spelling};
use super::entry::{Day, Window};
use super::key::{self, Buffer, Step};
use super::starts::Starts;
use super::table::Rows;
use super::trie::Trie;
use super::units::Unit;
use super::{Bits, EntityKind, Surface, limits};
use crate::text::{Ones, Shape, Tokens};

/// A listed name in the text: tokens `start..end`. [`surfaces`](super::Gazetteer::surfaces) says what it
/// can stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Hit {
    pub(crate) start: u32,
    pub(crate) end: u32,
    /// Its surfaces, as a range of the engine's list.
    surfaces: (u32, u32),
}

/// What comes with a name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Listed {
    pub(super) surface: Surface,
    /// Orders the meanings of one spelling, the greatest first. The priority is in the high bits.
    pub(super) rank: u32,
    /// When it counts; 0 is always.
    pub(super) window: u16,
    /// Whether its capitals do not matter.
    pub(super) any_case: bool,
}

/// The compiled names.
#[derive(Debug, Default)]
pub(super) struct Engine {
    trie: Trie,
    /// Words that start a name without a capital.
    small: Starts,
    /// The windows of [`Group::window`], from 1.
    windows: Vec<Window>,
    /// The groups of each pattern side by side; one more at the end.
    groups: Vec<Group>,
    surfaces: Vec<Surface>,
    /// Whether names differ in priority.
    ranked: bool,
}

/// The surfaces of one pattern that are spelled alike and count at the same time.
#[derive(Clone, Copy, Debug)]
struct Group {
    /// Its first surface; the next group's first is the end.
    from: u32,
    /// The rank of its first surface, which is the highest.
    rank: u32,
    spelling: Spelling,
    /// When its names count: 0 is always.
    window: u16,
    /// Whether the next group is of the same pattern.
    more: bool,
}

impl Group {
    fn priority(self) -> u32 {
        self.rank >> 8
    }
}

/// Filling the engine: names come sorted.
impl Engine {
    pub(super) fn new(small: Starts, windows: Vec<Window>) -> Self {
        Self { small, windows, ..Self::default() }
    }

    pub(super) fn with(self, trie: Trie) -> Self {
        Self { trie, ..self }
    }

    /// Adds a name; `new` where its pattern is not that of the name before. Gives the group.
    pub(super) fn push(&mut self, new: bool, spelling: Spelling, listed: Listed) -> u32 {
        let Listed { surface, rank, window, .. } = listed;
        let same = |group: &Group| group.spelling == spelling && group.window == window;
        if new || !self.groups.last().is_some_and(same) {
            if let Some(last) = self.groups.last_mut() {
                last.more = !new;
            }
            let from = position(self.surfaces.len());
            self.groups.push(Group { from, rank, spelling, window, more: false });
            self.ranked |= self.groups.first().is_some_and(|one| one.priority() != rank >> 8);
        }
        let from = self.groups.last().map_or(0, |group| group.from as usize);
        let twice = |one: &Surface| one.row == surface.row;
        if !self.surfaces.get(from..).unwrap_or_default().iter().any(twice) {
            self.surfaces.push(surface);
        }
        position(self.groups.len().saturating_sub(1))
    }

    pub(super) fn close(&mut self) {
        let from = position(self.surfaces.len());
        self.groups.push(Group { from, rank: 0, spelling: Spelling::default(), window: 0, more: false });
    }

    /// Marks surfaces that name several kinds or several places. The generator does so for the bundled names;
    /// the caller's may share theirs.
    pub(super) fn mark_shared(&mut self, rows: &Rows) {
        for pair in self.groups.windows(2) {
            let [group, next] = pair else { continue };
            let range = group.from as usize..next.from as usize;
            let Some(surfaces) = self.surfaces.get_mut(range).filter(|all| all.len() > 1) else { continue };
            let kinds = || surfaces.iter().filter_map(|surface| rows.kind_of(surface.row));
            let first = kinds().next();
            let mut shared = Bits::default();
            if kinds().any(|kind| Some(kind) != first) {
                shared = shared.with(Bits::KINDS);
            }
            if kinds().filter(|kind| **kind == EntityKind::Place).count() > 1 {
                shared = shared.with(Bits::PLACES);
            }
            surfaces.iter_mut().for_each(|surface| surface.bits = surface.bits.with(shared));
        }
    }
}

/// Positions in lists that hold far fewer than `u32::MAX` entries (see [`limits`]).
fn position(len: usize) -> u32 {
    u32::try_from(len).unwrap_or(u32::MAX)
}

impl Engine {
    /// The longest listed names that count on `day`, in order, not overlapping.
    pub(super) fn scan(&self, tokens: &Tokens<'_>, day: Option<Day>) -> Vec<Hit> {
        if self.ranked {
            return best(self.scan_all(tokens, day));
        }
        // News names something every twenty tokens.
        let mut hits = Vec::with_capacity(tokens.len() / 16);
        let mut reader = Reader::default();
        let mut buffer = Buffer::default();
        let mut until = 0;
        self.each_start(tokens, |i| {
            if i < until {
                return;
            }
            let mut hit = None;
            self.walk(tokens, i, &mut buffer, |end, group| {
                let found = self.meanings(tokens, &(i..end), group, day, &mut reader);
                hit = found.and_then(|(surfaces, _)| Hit::new(i, end, surfaces)).or(hit);
            });
            until = hit.map_or(until, |hit| hit.end as usize);
            hits.extend(hit);
        });
        hits
    }

    /// Every listed name, sorted by start and length, each with its priority.
    pub(super) fn scan_all(&self, tokens: &Tokens<'_>, day: Option<Day>) -> Vec<(Hit, u32)> {
        let mut hits = Vec::new();
        let mut reader = Reader::default();
        let mut buffer = Buffer::default();
        self.each_start(tokens, |i| {
            self.walk(tokens, i, &mut buffer, |end, group| {
                let found = self.meanings(tokens, &(i..end), group, day, &mut reader);
                hits.extend(
                    found.and_then(|(surfaces, priority)| Some((Hit::new(i, end, surfaces)?, priority))),
                );
            });
        });
        hits
    }

    /// Shows `each` token at which a name may start, in order.
    ///
    /// Whether it may cannot be predicted, and a branch that is guessed wrong costs more than all else here. So
    /// the tokens of a chunk are sieved twice without branches, and what is kept is a bit each.
    fn each_start(&self, tokens: &Tokens<'_>, mut each: impl FnMut(usize)) {
        const CHUNK: usize = u64::BITS as usize;
        let list = tokens.as_slice();
        for (number, (chunk, atoms)) in list.chunks(CHUNK).zip(tokens.atoms().chunks(CHUNK)).enumerate() {
            let base = number.wrapping_mul(CHUNK);
            // From the back: each token is the one behind the next that is asked for.
            let mut next = list.get(base.wrapping_add(CHUNK)).map_or(Shape::Stop, |next| next.shape);
            let mut bits = 0_u64;
            for (token, &atom) in chunk.iter().zip(atoms).rev() {
                bits = bits << 1 | u64::from(self.small.at(atom, token.shape, next));
                next = token.shape;
            }
            let starts = Ones(bits).fold(0_u64, |starts, k| {
                starts | u64::from(self.may_start(tokens, base.wrapping_add(k))) << k
            });
            Ones(starts).for_each(|k| each(base.wrapping_add(k)));
        }
    }

    /// Whether token `i`, and the next, are those of a listed name.
    #[inline]
    fn may_start(&self, tokens: &Tokens<'_>, i: usize) -> bool {
        let end = i.wrapping_add(3);
        let (Some([word, next, third]), Some([atom, next_atom, _])) =
            (tokens.as_slice().get(i..end), tokens.atoms().get(i..end))
        else {
            // The last two tokens of a text: the walk will see.
            return true;
        };
        // What the key of a name changes, the walk must see.
        let plain = key::is_plain(*word, *atom, next.shape);
        let known = key::is_plain_behind(*word, *next, *next_atom, third.shape);
        !plain | self.trie.gate.lets(*atom, *next_atom, known)
    }

    /// Shows `each` name that starts at token `i`, the shortest first, with the first of its groups.
    #[inline]
    fn walk(&self, tokens: &Tokens<'_>, i: usize, buffer: &mut Buffer, mut each: impl FnMut(usize, usize)) {
        let Step::Unit { next, .. } = key::step(tokens, i, true) else { return };
        let first = key::word(tokens, i, next, buffer);
        if let Some(group) = self.trie.single(first) {
            each(next, group);
        }
        let Some((second, next)) = next_unit(tokens, next, buffer) else { return };
        let Some(double) = self.trie.double(first, second) else { return };
        if let Some(group) = double.group {
            each(next, group);
        }
        let (Some(mut at), mut i) = (double.position, next) else { return };
        // No name has more units than bytes.
        let last = i.saturating_add(limits::NAME);
        while let Some((unit, next)) = next_unit(tokens, i, buffer).filter(|_| i < last) {
            let Some(ahead) = self.trie.next(at, unit) else { return };
            (at, i) = (ahead, next);
            if let Some(group) = self.trie.group(at) {
                each(next, group);
            }
        }
    }

    /// Of the groups from `first` on that share a pattern, the surfaces whose spelling fits the text, and their priority.
    fn meanings(
        &self,
        tokens: &Tokens<'_>,
        range: &Range<usize>,
        first: usize,
        day: Option<Day>,
        reader: &mut Reader,
    ) -> Option<((u32, u32), u32)> {
        let looks = Looks::new(tokens, range);
        let groups = self.groups.get(first..)?;
        let several = groups.first()?.more;
        let count = groups.iter().take_while(|group| group.more).count().saturating_add(1);
        let mut best: Option<(Range<usize>, (Fit, u32))> = None;
        for (at, group) in (first..).zip(groups).take(count) {
            if !self.counts(*group, day) {
                continue;
            }
            let Some(fit) = reader.fit(tokens, &looks, group.spelling) else { continue };
            // In a line of capitals "exact" tells nothing.
            let fit = if several && reader.in_capitals(tokens, range.start) { Fit::Loose } else { fit };
            let next = at.saturating_add(1);
            best = match best {
                // Groups of one spelling that count at different times stand side by side.
                Some((run, key)) if run.end == at && self.spelled_alike(at) => {
                    Some((run.start..next, key.max((fit, group.rank))))
                }
                Some((_, key)) if key >= (fit, group.rank) => best,
                _ => Some((at..next, (fit, group.rank))),
            };
        }
        let (run, (_, rank)) = best?;
        Some(((self.groups.get(run.start)?.from, self.groups.get(run.end)?.from), rank >> 8))
    }

    fn counts(&self, group: Group, day: Option<Day>) -> bool {
        let window = usize::from(group.window).checked_sub(1).and_then(|at| self.windows.get(at));
        match (window, day) {
            (Some(window), Some(day)) => window.contains(day),
            _ => true,
        }
    }

    fn spelled_alike(&self, group: usize) -> bool {
        let spelling = |at: usize| self.groups.get(at).map(|group| group.spelling);
        spelling(group) == group.checked_sub(1).and_then(spelling)
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

/// The next unit of a name at token `i` or behind it, and the token after it.
#[inline]
fn next_unit(tokens: &Tokens<'_>, mut i: usize, buffer: &mut Buffer) -> Option<(Unit, usize)> {
    loop {
        match key::step(tokens, i, false) {
            Step::End => return None,
            Step::Skip => i = i.saturating_add(1),
            Step::Unit { spaced, next } => {
                return Some((Unit { word: key::word(tokens, i, next, buffer), spaced }, next));
            }
        }
    }
}

/// Of all hits those with the highest priority, then the leftmost, then the longest, that do not overlap.
fn best(mut all: Vec<(Hit, u32)>) -> Vec<Hit> {
    all.sort_by_key(|(hit, priority)| (Reverse(*priority), hit.start, Reverse(hit.end)));
    let mut taken: BTreeMap<u32, Hit> = BTreeMap::new();
    for (hit, _) in all {
        let before = taken.range(..hit.end).next_back();
        if before.is_none_or(|(_, other)| other.end <= hit.start) {
            taken.insert(hit.start, hit);
        }
    }
    taken.into_values().collect()
}

#[cfg(test)]
mod tests {
    use super::super::collect::Collector;
    use super::super::row::{Alias, Bits};
    use super::{Listed, Rows, Surface, Tokens};

    /// What a scan of `text` finds when `names` are listed.
    #[track_caller]
    fn finds(names: &[&str], text: &str, want: &[&str]) {
        let mut collector = Collector::default();
        for (row, name) in (0..).zip(names) {
            let surface = Surface { row, alias: Alias::Full, bits: Bits::default() };
            collector.add(name, Listed { surface, rank: 0, window: 0, any_case: false }).unwrap();
        }
        let engine = collector.compile(&Rows::default(), Vec::new()).unwrap();
        let tokens = Tokens::new(text);
        let hits = engine.scan(&tokens, None);
        let spans: Vec<_> =
            hits.iter().map(|hit| &text[tokens.span(hit.start as usize, hit.end as usize)]).collect();
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
    fn names_that_start_with_a_mark() {
        finds(&["'s-Aroberg"], "in ’s-Aroberg and Aro's mill", &["’s-Aroberg"]);
        finds(&["\"Aro\" Club"], "The “Aro” Club, \"Lind\"", &["“Aro” Club"]);
        finds(&[".aro", "(Aro)"], "the .aro file (Aro), aro. Aro.", &[".aro", "(Aro)"]);
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
