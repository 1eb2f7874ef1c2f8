//! Quotes and attributions, case by case: `tests/cases/{quotes,attribution,direct,requests,turns,sources}.txt`, and the
//! example of every row of the cue list.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::string_slice,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

use dateline::{Article, Attribution, Quote, Source};

const CASES: &[(&str, &str)] = &[
    ("quotes.txt", include_str!("cases/quotes.txt")),
    ("attribution.txt", include_str!("cases/attribution.txt")),
    ("direct.txt", include_str!("cases/direct.txt")),
    ("requests.txt", include_str!("cases/requests.txt")),
    ("turns.txt", include_str!("cases/turns.txt")),
];

/// A text and what must be found in it: every quote and every other marked stretch, no more.
struct Case {
    line: usize,
    text: String,
    wanted: Vec<String>,
    /// Whether the case is known to fail.
    fails: bool,
}

/// Cases are separated by blank lines; `text:` lines are paragraphs, the others findings.
fn cases(file: &str) -> Vec<Case> {
    let mut out: Vec<Case> = Vec::new();
    let mut open = false;
    for (number, line) in file.lines().enumerate() {
        let line = line.trim_end();
        if line.is_empty() || line.starts_with('#') {
            open &= line.starts_with('#');
            continue;
        }
        if !open {
            out.push(Case { line: number + 1, text: String::new(), wanted: Vec::new(), fails: false });
            open = true;
        }
        let case = out.last_mut().unwrap();
        match line.split_once(": ").unwrap_or((line, "")) {
            ("text" | "?text", paragraph) => {
                case.fails |= line.starts_with('?');
                if !case.text.is_empty() {
                    case.text.push_str("\n\n");
                }
                case.text.push_str(paragraph);
            }
            ("nothing", _) => {}
            _ => case.wanted.push(line.to_owned()),
        }
    }
    out
}

fn describe(article: &Article<'_>) -> Vec<String> {
    let quotes = article.quotes.iter().map(|q| quote_line(article, q));
    let marked = article.marked.iter().map(|m| format!("{}: {}", m.role, &article[m.span]));
    quotes.chain(marked).collect()
}

/// `direct: pieces | source | cue`, then what is out of the ordinary.
fn quote_line(article: &Article<'_>, quote: &Quote) -> String {
    let pieces: Vec<_> = quote.spans.iter().map(|s| article[*s].trim_end_matches(',')).collect();
    let mut line = format!("{}: {}", quote.kind, pieces.join(" … "));
    let Some(attribution) = quote.attribution.and_then(|id| article.attribution(id)) else { return line };
    let source = attribution.source.as_ref().map_or("-", |s| &article[s.span]);
    let cue = attribution.cue.as_ref().map_or("-", |c| &article[c.span]);
    line.push_str(&format!(" | {source} | {cue}"));
    for extra in extras(article, quote, attribution) {
        line.push_str(&format!(" | {extra}"));
    }
    line
}

fn extras(article: &Article<'_>, quote: &Quote, attribution: &Attribution) -> Vec<String> {
    let mut out = Vec::new();
    if attribution.polarity.as_str() != "affirmed" {
        out.push(attribution.polarity.to_string());
    }
    if let Some(span) = attribution.addressee {
        out.push(format!("to {}", &article[span]));
    }
    if let Some(span) = attribution.medium {
        out.push(format!("by {}", &article[span]));
    }
    for via in &attribution.via {
        out.push(format!("via {}", &article[via.span]));
    }
    for cited in &attribution.cited {
        out.push(format!("citing {}", &article[cited.span]));
    }
    if let Some(parent) = quote.parent {
        out.push(format!("in {parent}"));
    }
    if !matches!(quote.marks.as_str(), "bare" | "closed") {
        out.push(quote.marks.to_string());
    }
    out
}

/// The cases of a file that are not described as they should be.
fn wrong_cases(name: &str, file: &str, describe: fn(&Article<'_>) -> Vec<String>) -> Vec<String> {
    let mut wrong = Vec::new();
    for case in cases(file) {
        let article = dateline::parse(&case.text);
        article.check().unwrap();
        let got = describe(&article);
        if (got == case.wanted) == case.fails {
            wrong.push(format!("{name}:{}\n  want {:#?}\n  got  {got:#?}", case.line, case.wanted));
        }
    }
    wrong
}

#[test]
fn cases_are_found_as_written() {
    let wrong: Vec<_> = CASES.iter().flat_map(|(name, file)| wrong_cases(name, file, describe)).collect();
    assert!(wrong.is_empty(), "{} cases\n{}", wrong.len(), wrong.join("\n"));
}

/// `source: words = kind entity`.
fn sources(article: &Article<'_>) -> Vec<String> {
    let sources = article.attributions.iter().filter_map(|a| a.source.as_ref());
    let line = |s: &Source| {
        let entity = s.entity.map_or(String::new(), |id| format!(" {}", article.entities[id.0].name));
        format!("source: {} = {}{entity}", &article[s.span], s.kind)
    };
    sources.map(line).collect()
}

#[test]
fn sources_are_who_they_are() {
    let wrong = wrong_cases("sources.txt", include_str!("cases/sources.txt"), sources);
    assert!(wrong.is_empty(), "{} cases\n{}", wrong.len(), wrong.join("\n"));
}

/// Each row of the cue list carries its test: `[speaker]` and `{cue}` in its example are found.
#[test]
fn every_cue_is_found_in_its_example() {
    let mut wrong = Vec::new();
    let lists = [include_str!("../src/lexicon/cues.tsv"), include_str!("../src/lexicon/cue_adjectives.tsv")];
    for row in lists.iter().flat_map(|list| list.lines()).filter(|row| !row.starts_with('#')) {
        let example = row.split('\t').nth(5).unwrap();
        let between = |open, close| {
            let from = example.find(open).unwrap() + 1;
            let to = example.find(close).unwrap();
            example[from..to].to_owned()
        };
        let (speaker, cue) = (between('[', ']'), between('{', '}'));
        let text = example.replace(['[', ']', '{', '}'], "");
        let article = dateline::parse(&text);
        let found = article.attributions.iter().any(|a| {
            let source = a.source.as_ref().map(|s| &article[s.span]);
            let said = a.cue.as_ref().map(|c| &article[c.span]);
            source == Some(speaker.as_str()) && said == Some(cue.as_str())
        });
        if !found {
            wrong.push(format!("{example}\n    {:?}", describe(&article)));
        }
    }
    assert!(wrong.is_empty(), "{} rows\n{}", wrong.len(), wrong.join("\n"));
}

/// Each row of the list of other evidence carries its test: the `{cue}` in its example is found.
#[test]
fn every_evidence_is_found_in_its_example() {
    let list = include_str!("../src/lexicon/evidence.tsv");
    let mut wrong = Vec::new();
    for row in list.lines().filter(|row| !row.starts_with('#')) {
        let example = row.split('\t').nth(4).unwrap();
        let cue = &example[example.find('{').unwrap() + 1..example.find('}').unwrap()];
        let text = example.replace(['{', '}'], "");
        let article = dateline::parse(&text);
        let mut cues = article.attributions.iter().filter_map(|a| a.cue.as_ref());
        if !cues.any(|c| &article[c.span] == cue) {
            wrong.push(format!("{example}\n    {:?}", describe(&article)));
        }
    }
    assert!(wrong.is_empty(), "{} rows\n{}", wrong.len(), wrong.join("\n"));
}

/// Offsets are bytes of the caller's text, whatever stands before.
#[test]
fn offsets_hold_after_letters_of_many_bytes() {
    for before in ["Ærø – ", "日本語。 ", "👩‍🌾 ", "e\u{301}t\u{e9}. "] {
        let text = format!("{before}“We lost the boat,” Ida Holm said.");
        let article = dateline::parse(&text);
        assert_eq!(&article[article.quotes[0].spans[0]], "We lost the boat,", "{text}");
        assert_eq!(&article[article.attributions[0].source.as_ref().unwrap().span], "Ida Holm", "{text}");
    }
}
