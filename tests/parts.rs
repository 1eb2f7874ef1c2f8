//! The parts of articles, line by line (see `parts.txt`, `pages.txt`, `outlets.txt` and `builds.txt` in `tests/cases`).
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test may panic"
)]

use dateline::{Article, Part, PartKind, Stamp, StampRole};

/// What a line must be.
struct Line {
    kind: String,
    text: String,
    details: Vec<(String, String)>,
}

/// An article of the case file.
struct Case {
    name: String,
    lines: Vec<Line>,
}

fn cases() -> Vec<Case> {
    let read = |name: &str| {
        let path = format!("{}/tests/cases/{name}.txt", env!("CARGO_MANIFEST_DIR"));
        let file = std::fs::read_to_string(path).unwrap();
        // The first block describes the file.
        file.split("\n\n").skip(1).map(case).filter(|case| !case.lines.is_empty()).collect::<Vec<_>>()
    };
    ["parts", "pages", "outlets", "builds"].into_iter().flat_map(read).collect()
}

fn case(block: &str) -> Case {
    let name = block.lines().find(|l| l.starts_with('#')).unwrap_or(block).to_owned();
    Case { name, lines: block.lines().filter(|l| !l.starts_with('#')).map(line).collect() }
}

/// `kind | text`, or `kind | text | key=value; key=value`. The text may hold bars too.
fn line(row: &str) -> Line {
    const KEYS: &[&str] = &[
        "authors=", "role=", "affiliation=", "location=", "published=", "updated=", "places=", "agency=",
        "date=", "person=", "agencies=", "via=", "handle=",
    ];
    let (kind, rest) = row.split_once(" | ").unwrap_or_else(|| panic!("{row:?}"));
    let (text, details) = match rest.rsplit_once(" | ") {
        Some((text, tail)) if KEYS.iter().any(|key| tail.starts_with(key)) => (text, tail),
        _ => (rest, ""),
    };
    let pair = |p: &str| p.trim().split_once('=').map(|(k, v)| (k.to_owned(), v.to_owned()));
    Line {
        kind: kind.trim().to_owned(),
        text: text.to_owned(),
        details: details.split(';').filter_map(pair).collect(),
    }
}

/// The details of a part as the case file writes them.
fn detail(article: &Article<'_>, part: &Part, key: &str) -> String {
    let join = |list: Vec<&str>| list.join(", ");
    let author = |get: fn(&dateline::Author) -> Option<&str>| {
        let mut all: Vec<&str> = part.authors.iter().filter_map(get).collect();
        all.dedup();
        join(all)
    };
    let stamp = |role: StampRole| {
        let wanted = |s: &&Stamp| s.role == role;
        part.stamps.iter().find(wanted).map_or(String::new(), |s| article[s.span].to_owned())
    };
    let credit = part.credits.first();
    let dateline = part.dateline.as_ref();
    match key {
        "authors" => join(part.authors.iter().map(|a| a.name.as_str()).collect()),
        "role" => author(|a| a.role.as_deref()),
        "affiliation" => author(|a| a.affiliation.as_deref()),
        "location" => author(|a| a.location.as_deref()),
        "published" => stamp(StampRole::Published),
        "updated" => stamp(StampRole::Updated),
        "places" => join(dateline.iter().flat_map(|d| &d.places).map(|p| &article[*p]).collect()),
        "agency" => dateline.and_then(|d| d.agency).map_or("", |s| &article[s]).to_owned(),
        "date" => dateline.and_then(|d| d.date).map_or("", |s| &article[s]).to_owned(),
        "person" => credit.and_then(|c| c.person.clone()).unwrap_or_default(),
        "agencies" => join(credit.iter().flat_map(|c| &c.agencies).map(String::as_str).collect()),
        "via" => credit.and_then(|c| c.via.clone()).unwrap_or_default(),
        "handle" => part.handle.clone().unwrap_or_default(),
        key => panic!("no such detail: {key}"),
    }
}

/// What is wrong with the reading of a case, its lines joined by `between`.
fn faults(case: &Case, between: &str) -> Vec<String> {
    let texts: Vec<&str> = case.lines.iter().map(|l| l.text.as_str()).collect();
    let text = texts.join(between);
    let article = dateline::parse(&text);
    article.check().unwrap();
    let mut out = Vec::new();
    let mut start = 0;
    let mut wanted = "";
    for line in &case.lines {
        let continued = line.kind == "+";
        wanted = if continued { wanted } else { &line.kind };
        let part = article.parts.iter().find(|p| p.span.start <= start && start < p.span.end).unwrap();
        if part.kind.as_str() != wanted || (part.span.start == start) == continued {
            out.push(format!("{wanted} is {} ({}): {:?}", part.kind, part.rule, line.text));
        }
        for (key, value) in &line.details {
            let got = detail(&article, part, key);
            if got != *value {
                out.push(format!("{key} is {got:?}, not {value:?}: {:?}", line.text));
            }
        }
        start += line.text.len() + between.len();
    }
    out
}

#[test]
fn every_line_is_what_it_is() {
    let mut wrong = Vec::new();
    for case in cases() {
        for between in ["\n", "\n\n", "\r\n", "\n \u{a0}\n"] {
            wrong.extend(faults(&case, between).iter().map(|f| format!("{} [{between:?}]: {f}", case.name)));
        }
    }
    assert!(wrong.is_empty(), "{} faults\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn the_cases_show_every_kind() {
    let cases = cases();
    assert!(cases.len() >= 50, "{} cases", cases.len());
    for kind in PartKind::ALL.iter().filter(|kind| **kind != PartKind::Unknown) {
        let shown = cases.iter().flat_map(|case| &case.lines).any(|line| line.kind == kind.as_str());
        assert!(shown, "no case shows {kind}");
    }
}

#[test]
fn sections_hold_every_part_but_the_headings() {
    for case in cases() {
        let texts: Vec<&str> = case.lines.iter().map(|l| l.text.as_str()).collect();
        let text = texts.join("\n");
        let article = dateline::parse(&text);
        let sections: Vec<_> = article.sections().collect();
        let headings = article.parts_of(PartKind::Heading).count();
        assert_eq!(sections.iter().filter(|s| s.heading.is_some()).count(), headings, "{}", case.name);
        let held: usize = sections.iter().map(|s| s.parts.len()).sum();
        assert_eq!(held + headings, article.parts.len(), "{}", case.name);
    }
}

/// Blanks of every kind between words, tabs and zero-width characters at the head of lines change nothing.
#[test]
fn blanks_of_every_kind_are_blanks() {
    let kinds =
        |text: &str| -> Vec<PartKind> { dateline::parse(text).parts.iter().map(|part| part.kind).collect() };
    for case in cases() {
        let lines: Vec<&str> = case.lines.iter().map(|l| l.text.as_str()).collect();
        let text = lines.join("\n");
        let want = kinds(&text);
        for (blank, head, tail) in
            [("\u{a0}", "", ""), (" ", "\t", "  \t"), (" ", "\u{200b}", "\u{200b}"), (" ", "", "\u{feff}")]
        {
            let odd: Vec<String> =
                lines.iter().map(|l| format!("{head}{}{tail}", l.replace(' ', blank))).collect();
            let odd = format!("\u{feff}{}", odd.join("\n"));
            assert_eq!(kinds(&odd), want, "{} with {blank:?} {head:?} {tail:?}", case.name);
        }
    }
}

/// What tells when an article appeared: its own time, not that of a post or of a link; a year glued to an
/// hour is a year.
#[test]
fn the_time_of_the_article_is_its_own() {
    let body = "The harbour reopened to traffic after crews lifted the last of the wreck from the channel, two \
        weeks after the collision, the port said.";
    for (text, want) in [
        (format!("Harbour reopens\nJune 11, 20257:41 PM EDT\n{body}"), Some("2025-06-11")),
        (format!("Harbour reopens\nPublished On 9 Dec 20249 Dec 2024\n{body}"), Some("2024-12-09")),
        (format!("Harbour reopens\n{body}\nAt last\n— Port (@port) July 18, 2026\n{body}"), None),
        (format!("Harbour reopens\n{body}\nMore on this story\nTwo ships collide in port\n6 May 2024"), None),
        (format!("Harbour reopens\nPORT ORLA, May 3, 2024 (AP) — {body}"), Some("2024-05-03")),
    ] {
        let article = dateline::parse(&text);
        let told = article.published.filter(|published| published.origin != dateline::Origin::Text);
        assert_eq!(told.map(|p| p.date.to_string()).as_deref(), want, "{text}");
    }
}

/// Text broken at a column gives the same parts as text with a paragraph a line.
#[test]
fn hard_wrapped_text_is_joined() {
    let mut checked = 0;
    for case in cases() {
        let prose = case.lines.iter().filter(|l| l.kind == "paragraph" && l.text.len() > 100).count();
        // One wrapped paragraph is not enough to know that a text is wrapped.
        if prose < 2
            || case.lines.iter().any(|l| l.kind != "paragraph" && l.kind != "headline" && l.kind != "heading")
        {
            continue;
        }
        for column in [60, 72, 80] {
            let wrapped: Vec<String> = case.lines.iter().map(|l| wrap(&l.text, column)).collect();
            let text = wrapped.join("\n\n");
            let article = dateline::parse(&text);
            let got: Vec<_> = article.parts.iter().map(|p| (p.kind.as_str(), p.span.len())).collect();
            let want: Vec<_> = case.lines.iter().map(|l| (l.kind.as_str(), l.text.len())).collect();
            assert_eq!(got, want, "{} at {column}", case.name);
            checked += 1;
        }
    }
    assert!(checked >= 9, "{checked} texts");
}

/// Greedy wrapping, as mail programs do it.
fn wrap(text: &str, column: usize) -> String {
    let mut out = String::new();
    let mut used = 0;
    for word in text.split(' ') {
        let length = word.chars().count();
        if used > 0 {
            let fits = used + 1 + length <= column;
            out.push(if fits { ' ' } else { '\n' });
            used = if fits { used + 1 } else { 0 };
        }
        out.push_str(word);
        used += length;
    }
    out
}

/// Indented paragraphs without blank lines between them, as wires send them.
#[test]
fn indented_wire_copy_is_joined() {
    let text = "Pilots end strike at southern port, shipping to resume\n\n\
        PORT LOUIS, May 3 (Reuters) - Harbour pilots at the island's main port\n\
        voted on Tuesday to end a three-week strike that had kept more than 40\n\
        ships waiting at anchor, their union and the port authority said.\n   \
        The pilots will return to work on Friday under a deal that gives them\n\
        a pay rise of 9% over two years, the union said in a statement.\n   \
        \"We got most of what we asked for,\" union leader Ada Holt told\n\
        Reuters by telephone. \"Nobody wanted to see a fourth week.\"\n";
    let article = dateline::parse(text);
    let kinds: Vec<_> = article.parts.iter().map(|p| p.kind.as_str()).collect();
    assert_eq!(kinds, ["headline", "paragraph", "paragraph", "paragraph"]);
    assert!(article[article.parts[3].span].ends_with("fourth week.\""));
}

/// A sentence begins after the dateline, not with it.
#[test]
fn the_first_sentence_begins_after_the_dateline() {
    let text =
        "Harbour reopens after storm\nLAGOS, Nigeria (AP) — “It is over.” The harbour reopened on Monday.";
    let article = dateline::parse(text);
    let sentences: Vec<_> = article.sentences.iter().map(|s| &article[*s]).collect();
    assert_eq!(
        sentences,
        ["Harbour reopens after storm", "“It is over.”", "The harbour reopened on Monday."]
    );
}
