//! The engine against a brute force that shares no code with it: every name at every place, letter by letter.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice, reason = "a test may panic")]

use dateline::{Entry, Gazetteer, Overlaps};

/// A small generator with a fixed seed (xorshift): the same names and texts on every machine.
struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % n
    }

    fn pick<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.below(list.len())]
    }
}

/// Few words, so that names overlap and nest; some differ in marks that fold, some by a letter at the end.
const WORDS: &[&str] =
    &["Aro", "Aros", "Bé", "Be", "Caro", "Li", "Lin", "Lind", "Núñez", "Sana'a", "Øre", "7", "7th", "ROM"];

/// What stands between the words of a name, and of a text. The first four are one space to a name.
const JOINTS: &[&str] = &[" ", "-", "\n", "  ", ", ", ". ", " (", "\n\n", "’s ", " – ", " and "];

fn phrase(random: &mut Random, words: usize, joints: &[&str]) -> String {
    let mut out = random.pick(WORDS).to_owned();
    for _ in 1..words {
        out.push_str(random.pick(joints));
        out.push_str(random.pick(WORDS));
    }
    out
}

/// Folds a name or a stretch of text by hand.
fn plain(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            'é' => out.push('e'),
            'ú' => out.push('u'),
            'ñ' => out.push('n'),
            'Ø' => out.push('o'),
            '\'' | '’' => {}
            ' ' | '-' | '\n' if out.ends_with(' ') => {}
            ' ' | '-' | '\n' => out.push(' '),
            c => out.extend(c.to_lowercase()),
        }
    }
    out
}

/// Every stretch of `text` that starts and ends with a word and reads like a name.
fn brute(names: &[String], text: &str) -> Vec<(usize, usize)> {
    let names: Vec<String> = names.iter().map(|name| plain(name)).collect();
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let at = |i: usize| chars.get(i).map(|c| c.1);
    let letter = |i: usize| at(i).is_some_and(char::is_alphanumeric);
    // A straight mark between two letters belongs to its word; the curly ones here are possessives.
    let word = |i: usize| letter(i) || at(i) == Some('\'');
    let mut found = Vec::new();
    for from in (0..chars.len()).filter(|&i| word(i) && !i.checked_sub(1).is_some_and(word)) {
        for to in (from + 1..=chars.len()).filter(|&i| word(i - 1) && !word(i)) {
            let (start, end) = (chars[from].0, chars.get(to).map_or(text.len(), |c| c.0));
            let stretch = &text[start..end];
            let broken = stretch.contains("\n\n") || stretch.contains('’');
            if !broken && names.contains(&plain(stretch)) {
                found.push((start, end));
            }
        }
    }
    found
}

/// The leftmost, then longest, that do not overlap.
fn longest(all: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let mut out: Vec<(usize, usize)> = Vec::new();
    for &(start, end) in all {
        match out.last_mut() {
            Some(last) if last.0 == start => last.1 = last.1.max(end),
            Some(last) if start < last.1 => {}
            _ => out.push((start, end)),
        }
    }
    out
}

#[test]
fn the_engine_finds_what_brute_force_finds() {
    let mut random = Random(0x5eed_0f2a_3e11_9d07);
    let mut hits = 0;
    for round in 0..600 {
        let count = 1 + random.below(12);
        let name = |random: &mut Random| {
            let words = 1 + random.below(4);
            phrase(random, words, &JOINTS[..2])
        };
        let names: Vec<String> = (0..count).map(|_| name(&mut random)).collect();
        // One entity, so that a name listed twice counts once.
        let builder =
            names.iter().fold(Gazetteer::builder(), |b, name| b.entry(Entry::new("x", "place", name)));
        let every = builder.clone().overlaps(Overlaps::All).build().unwrap();
        let gazetteer = builder.build().unwrap();
        for _ in 0..4 {
            let words = 1 + random.below(24);
            let text = phrase(&mut random, words, JOINTS);
            let all = brute(&names, &text);
            let spans = |gazetteer: &Gazetteer| -> Vec<(usize, usize)> {
                gazetteer.find(&text).iter().map(|found| (found.span.start, found.span.end)).collect()
            };
            assert_eq!(spans(&every), all, "round {round}, all of {names:?} in {text:?}");
            assert_eq!(spans(&gazetteer), longest(&all), "round {round}: {names:?} in {text:?}");
            hits += all.len();
        }
    }
    assert!(hits > 4_000, "the texts hold names: {hits}");
}
