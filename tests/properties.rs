//! What must not matter does not: line ends, the shape of marks, how accents are spelt, blanks at the end, a
//! neutral paragraph elsewhere, the thread, the run.
//!
//! Each article of the examples is changed in such a way, parsed again, and its findings, with their offsets
//! mapped back, are compared whole with the first ones, as JSON.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::string_slice,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

#[path = "support/corpora.rs"]
mod corpora;
#[path = "support/random.rs"]
mod random;

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use dateline::{Article, MentionForm, Parser, PartKind, Span};
use serde_json::Value;

use corpora::{examples, files, real_news};

/// A paragraph that names nobody, no day and no speech.
const NEUTRAL: &str =
    "The road to the coast is narrow and steep, and it is closed to heavy traffic when the wind is strong.";

/// A text made of another, piece by piece, and where each of its offsets came from.
#[derive(Default)]
struct Changed {
    text: String,
    /// Pairs of offsets, new and old, at each place where both texts have a boundary.
    places: Vec<(usize, usize)>,
}

impl Changed {
    /// Each character of `text` replaced by what `write` puts in its place.
    fn each(text: &str, write: impl Fn(char, &mut String)) -> Self {
        let mut out = Self::default();
        for (at, c) in text.char_indices() {
            out.places.push((out.text.len(), at));
            write(c, &mut out.text);
        }
        out.places.push((out.text.len(), text.len()));
        out
    }

    /// `more` inserted at `at`.
    fn insert(text: &str, at: usize, more: &str) -> Self {
        let places =
            (0..=at).map(|old| (old, old)).chain((at..=text.len()).map(|old| (old + more.len(), old)));
        let (before, after) = text.split_at(at);
        Self { text: format!("{before}{more}{after}"), places: places.collect() }
    }

    /// Where an offset of the new text stood in the old one.
    fn old(&self, new: usize) -> Option<usize> {
        let at = self.places.binary_search_by_key(&new, |(new, _)| *new).ok()?;
        Some(self.places[at].1)
    }
}

/// The findings of an article, a line each, with offsets and strings rewritten.
fn findings(
    article: &Article<'_>,
    offset: impl Fn(usize) -> Option<usize>,
    string: impl Fn(&str) -> String,
) -> Vec<String> {
    let mut value = serde_json::to_value(article).unwrap();
    let _ = value.as_object_mut().unwrap().remove("text");
    let mut todo = vec![&mut value];
    while let Some(value) = todo.pop() {
        match value {
            Value::String(s) => *s = string(s),
            Value::Array(list) => todo.extend(list),
            Value::Object(map) => {
                for (key, value) in map {
                    match (key.as_str(), value.as_u64()) {
                        ("start" | "end", Some(n)) => *value = offset(usize::try_from(n).unwrap()).into(),
                        _ => todo.push(value),
                    }
                }
            }
            _ => {}
        }
    }
    serde_json::to_string_pretty(&value).unwrap().lines().map(str::to_owned).collect()
}

/// Findings of the old text and of the new one, in the terms of the old one.
fn both(text: &str, changed: &Changed, string: impl Fn(&str) -> String) -> [Vec<String>; 2] {
    let parser = Parser::new();
    let (old, new) = (parser.parse(text), parser.parse(changed.text.as_str()));
    new.check().unwrap();
    [findings(&old, Some, &string), findings(&new, |at| changed.old(at), &string)]
}

/// Fails with the first lines that differ.
#[track_caller]
fn same(name: &str, old: &[String], new: &[String]) {
    if old == new {
        return;
    }
    let at = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let show = |list: &[String]| list[at.saturating_sub(8)..list.len().min(at + 4)].join("\n");
    panic!("{name}\nbefore\n{}\nafter\n{}", show(old), show(new));
}

#[track_caller]
fn unchanged(name: &str, text: &str, changed: &Changed, string: impl Fn(&str) -> String) {
    let [old, new] = both(text, changed, string);
    same(name, &old, &new);
}

/// The accented letters of the texts, composed and decomposed.
const ACCENTS: &[(char, &str)] = &[
    ('é', "e\u{301}"),
    ('á', "a\u{301}"),
    ('ó', "o\u{301}"),
    ('ã', "a\u{303}"),
    ('ñ', "n\u{303}"),
    ('ö', "o\u{308}"),
    ('ü', "u\u{308}"),
    ('Å', "A\u{30a}"),
    ('ç', "c\u{327}"),
    ('ž', "z\u{30c}"),
];

const ACCENTED: &str = "José Åberg opens the Müller-Ibáñez bridge\n\
    MÜNCHEN, May 3 (Reuters) – “We won’t wait,” Transport Minister José Åberg said on Monday, according to \
    the Süddeutsche Zeitung.\nÅberg met François Žižek, the mayor of Córdoba, in São Tomé and spoke of the tolls \
    that lorries will pay from the summer of 2027. “Mañana,” said Žižek.\n";

fn decompose(c: char, out: &mut String) {
    match ACCENTS.iter().find(|(composed, _)| *composed == c) {
        Some((_, apart)) => out.push_str(apart),
        None => out.push(c),
    }
}

fn crlf(c: char, out: &mut String) {
    out.push_str(if c == '\n' { "\r" } else { "" });
    out.push(c);
}

fn trailing(c: char, out: &mut String) {
    out.push_str(if c == '\n' { "  " } else { "" });
    out.push(c);
}

fn compose(s: &str) -> String {
    ACCENTS.iter().fold(s.to_owned(), |s, (composed, apart)| s.replace(apart, &composed.to_string()))
}

fn straight(s: &str) -> String {
    s.replace(['“', '”'], "\"").replace(['‘', '’'], "'")
}

#[test]
fn accents_in_one_character_or_two_give_the_same_facts() {
    for (name, text) in examples().into_iter().chain([("accented".to_owned(), ACCENTED.to_owned())]) {
        let changed = Changed::each(&text, decompose);
        unchanged(&name, &text, &changed, compose);
    }
}

#[test]
fn straight_and_curly_marks_give_the_same_facts() {
    let mut curly = 0;
    for (name, text) in examples() {
        let changed = Changed::each(&text, |c, out| out.push_str(&straight(&c.to_string())));
        curly += usize::from(changed.text != text);
        unchanged(&name, &text, &changed, straight);
    }
    assert!(curly >= 4, "only {curly} texts have marks to change");
}

#[test]
fn line_ends_of_other_systems_give_the_same_facts() {
    for (name, text) in examples() {
        let changed = Changed::each(&text, crlf);
        unchanged(&name, &text, &changed, |s| s.replace("\r\n", "\n"));
    }
}

#[test]
fn blanks_at_the_end_of_lines_and_text_do_not_matter() {
    for (name, text) in examples() {
        for more in ["\n", "\n\n\n", " ", " \t\r\n", "\u{a0}"] {
            let changed = Changed::insert(&text, text.len(), more);
            unchanged(&format!("{name} {more:?}"), &text, &changed, str::to_owned);
        }
        let changed = Changed::each(&text, trailing);
        // Of the places with a boundary in both texts the line's end is the one before its blanks.
        unchanged(&name, &text, &changed, |s| s.replace("  \n", "\n"));
    }
}

/// Pages of lines drawn from the cases of the parts: `kind | line | details`.
fn drawn_pages() -> Vec<(String, String)> {
    const PAGES: u64 = 200;
    const LINES: usize = 14;
    let cases = files("tests/cases", "txt").into_iter().filter(|path| {
        ["parts", "pages", "outlets"].iter().any(|name| path.file_stem().is_some_and(|stem| stem == *name))
    });
    let rows: Vec<String> = cases
        .flat_map(|path| {
            std::fs::read_to_string(path).unwrap().lines().map(str::to_owned).collect::<Vec<_>>()
        })
        .filter_map(|row| Some(row.split(" | ").nth(1)?.to_owned()))
        .collect();
    assert!(rows.len() > 500, "{} lines", rows.len());
    let mut random = random::Random(7);
    let mut page =
        || (0..LINES).map(|_| rows[random.below(rows.len())].as_str()).collect::<Vec<_>>().join("\n");
    (0..PAGES).map(|at| (format!("drawn page {at}"), page())).collect()
}

/// What the lines of a page are, and when things happened, does not hang on the shape of the marks. (Where a single
/// quote ends may: `’` is an apostrophe too, and `'` an opening mark as well.)
#[test]
fn straight_and_curly_marks_give_the_same_parts_and_dates() {
    let parser = Parser::new();
    for (name, text) in drawn_pages().into_iter().chain(real_news()) {
        let changed = Changed::each(&text, |c, out| out.push_str(&straight(&c.to_string())));
        if changed.text == text {
            continue;
        }
        let facts = |article: &Article<'_>, old: &dyn Fn(usize) -> Option<usize>| {
            let parts = article.parts.iter().map(|part| (part.kind.to_string(), part.span));
            let dates = article.dates.iter().map(|date| (date.value.to_string(), date.span));
            parts
                .chain(dates)
                .map(|(what, at)| format!("{what} {:?} {:?}", old(at.start), old(at.end)))
                .collect::<Vec<_>>()
        };
        let old = facts(&parser.parse(text.as_str()), &Some);
        let new = facts(&parser.parse(changed.text.as_str()), &|at| changed.old(at));
        same(&name, &old, &new);
    }
}

/// Real news, where it is at hand: each text is changed in each of the ways above.
#[test]
fn print_does_not_matter_in_real_news() {
    type Change = (&'static str, fn(&str) -> Changed, fn(&str) -> String);
    let changes: [Change; 4] = [
        ("line ends", |text| Changed::each(text, crlf), |s| s.replace("\r\n", "\n")),
        ("accents", |text| Changed::each(text, decompose), compose),
        ("blanks at the end", |text| Changed::insert(text, text.len(), " \n\n"), str::to_owned),
        ("blanks before line ends", |text| Changed::each(text, trailing), |s| s.replace("  \n", "\n")),
    ];
    for (name, text) in real_news() {
        for (what, change, back) in changes {
            unchanged(&format!("{name}, {what}"), &text, &change(&text), back);
        }
    }
}

/// Leaves out what "he", "the bank" and "the shipping ministry" refer to: they look back a bounded way, and a
/// paragraph between makes the way longer.
fn forget_references(article: &mut Article<'_>) {
    for entity in &mut article.entities {
        entity.mentions.retain(|m| !matches!(m.form, MentionForm::Pronoun | MentionForm::Nominal));
        // A pronoun may have told it.
        entity.gender = None;
    }
    let all = article.attributions.iter_mut().flat_map(|a| a.source.iter_mut().chain(&mut a.via));
    for source in all {
        (source.entity, source.resolved) = (None, None);
    }
}

/// What is found in `text` and in `text` with a neutral paragraph at `at`, that paragraph left out.
fn around(text: &str, at: usize) -> [Vec<String>; 2] {
    let gap = if text.contains("\n\n") { "\n\n" } else { "\n" };
    let more = if at == text.len() { format!("{gap}{NEUTRAL}") } else { format!("{NEUTRAL}{gap}") };
    let changed = Changed::insert(text, at, &more);
    let parser = Parser::new();
    let mut new = parser.parse(changed.text.as_str());
    new.check().unwrap();
    let inside = at + more.find(NEUTRAL).unwrap();
    let own = new.parts.iter().position(|part| part.span == (inside..inside + NEUTRAL.len()));
    let own = own.unwrap_or_else(|| panic!("the neutral paragraph is a part: {:?}", new.parts));
    assert_eq!(new.parts[own].kind, PartKind::Paragraph, "at {at} of {text:?}");
    new.parts.remove(own);
    for section in new.parts.iter_mut().filter_map(|part| part.section.as_mut()) {
        *section -= usize::from(*section > own);
    }
    let span = Span::from(inside..inside + NEUTRAL.len());
    new.sentences.retain(|sentence| !span.contains(*sentence));
    let mut old = parser.parse(text);
    if at != text.len() {
        forget_references(&mut old);
        forget_references(&mut new);
    }
    [findings(&old, Some, str::to_owned), findings(&new, |at| changed.old(at), str::to_owned)]
}

#[test]
fn a_neutral_paragraph_at_the_end_changes_nothing() {
    for (name, text) in examples() {
        // About the author, a link, a line without a stop: what closes an article no longer does with a paragraph
        // below it.
        let article = Parser::new().parse(text.as_str());
        let stops = |part: &dateline::Part| article[part.span].ends_with(['.', '?', '!', '”', '’', '"']);
        let close = article.parts.last().filter(|part| part.kind != PartKind::Paragraph || !stops(part));
        let text = text[..close.map_or(text.len(), |close| close.span.start)].trim_end();
        let [old, new] = around(text, text.len());
        same(&name, &old, &new);
    }
}

#[test]
fn a_neutral_paragraph_between_paragraphs_changes_nothing() {
    let mut tried = 0;
    for (name, text) in examples() {
        let article = Parser::new().parse(text.as_str());
        for pair in article.parts.windows(2) {
            let [before, after] = pair else { continue };
            // Speech that goes on from paragraph to paragraph is the one thing that a paragraph between can change: in
            // marks, or in a conversation without, where whoever has the word keeps it.
            let speech = |part: &dateline::Part| article[part.span].starts_with(['“', '"', '‘', '\'']);
            let both = [before, after].iter().all(|part| part.kind == PartKind::Paragraph);
            let carried = article.quotes.iter().any(|quote| {
                let (first, last) = (quote.spans.first().unwrap(), quote.spans.last().unwrap());
                first.start < after.span.start && last.end > before.span.end
            });
            let turns = article
                .quotes
                .iter()
                .filter(|quote| matches!(quote.rule.as_str(), "transcript.label" | "interview.answer"));
            let touches = |span: &Span| before.span.contains(*span) || after.span.contains(*span);
            let has_the_word = turns.flat_map(|quote| &quote.spans).any(touches);
            if both && !carried && !has_the_word && !speech(after) {
                tried += 1;
                let [old, new] = around(&text, after.span.start);
                same(&format!("{name} before {:?}", &article[after.span]), &old, &new);
            }
        }
    }
    assert!(tried > 20, "only {tried} places");
}

/// At the very top the first line is the headline, and what follows must find its own place: so there the body is
/// compared, not the head.
#[test]
fn a_neutral_paragraph_on_top_leaves_the_body_alone() {
    for (name, text) in examples() {
        let parser = Parser::new();
        let more = format!("{NEUTRAL}\n\n");
        let (old, changed) = (parser.parse(text.as_str()), format!("{more}{text}"));
        let new = parser.parse(changed.as_str());
        let first = old.parts_of(PartKind::Paragraph).nth(1).unwrap().span.start;
        let body = |article: &Article<'_>, shift: usize| -> Vec<String> {
            let after = |span: &Span| span.start >= first + shift;
            let at = |span: Span| (span.start - shift, span.end - shift);
            let parts = article.parts.iter().filter(|part| after(&part.span));
            let parts = parts.map(|part| format!("{} {:?}", part.kind, at(part.span)));
            let dates = article.dates.iter().filter(|date| after(&date.span));
            let dates = dates.map(|date| format!("{} {:?}", date.value, at(date.span)));
            let quotes = article.quotes.iter().filter(|quote| after(&quote.spans[0]));
            let quotes = quotes.map(|quote| {
                let said_by = article.source(quote).map(|source| &article[source.span]);
                format!("{} {:?} {said_by:?}", quote.kind, at(quote.spans[0]))
            });
            parts.chain(dates).chain(quotes).collect()
        };
        same(&name, &body(&old, 0), &body(&new, more.len()));
    }
}

fn as_json(parser: &Parser, text: &str) -> String {
    serde_json::to_string(&parser.parse(text)).unwrap()
}

/// Eight threads take texts in turn, from the examples many times over and from real news where it is at hand;
/// each article is, byte for byte, the one that a parser of its own gives.
#[test]
fn eight_threads_agree_with_one_byte_for_byte() {
    let (shared, alone) = (Parser::new(), Parser::new());
    let examples = examples();
    let texts: Vec<_> = std::iter::repeat_n(&examples, 8).flatten().cloned().chain(real_news()).collect();
    let next = AtomicUsize::new(0);
    let take = || {
        let at = next.fetch_add(1, Ordering::Relaxed);
        let (_, text) = texts.get(at)?;
        Some((at, as_json(&shared, text)))
    };
    let mut read: Vec<(usize, String)> = thread::scope(|scope| {
        let threads: Vec<_> = (0..8).map(|_| scope.spawn(|| std::iter::from_fn(take).collect())).collect();
        threads.into_iter().flat_map(|thread| -> Vec<_> { thread.join().unwrap() }).collect()
    });
    read.sort_unstable();
    assert_eq!(read.len(), texts.len());
    for ((_, json), (name, text)) in read.iter().zip(&texts) {
        assert!(*json == as_json(&alone, text), "{name}: a thread of eight disagrees");
    }
}
