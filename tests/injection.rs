//! What a stranger writes never becomes markup, script or a control of the terminal in what the examples and formats
//! write: not from the text, and not from the names and ids of a table.
//!
//! The HTML report is read back by a strict reader of its own: every tag and attribute must be one that the page
//! writes itself, and all must nest. It knows nothing of how the page escapes.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::string_slice,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

#[path = "support/families.rs"]
mod families;
#[path = "../examples/report_html/marks.rs"]
mod marks;
#[path = "../examples/report_html/names.rs"]
mod names;
#[path = "../examples/report_html/page.rs"]
mod page;
#[path = "../examples/report_html/speakers.rs"]
mod speakers;
#[path = "../examples/report_html/text.rs"]
mod text;
#[path = "../examples/report_html/timeline.rs"]
mod timeline;

use dateline::{Article, Entry, Gazetteer, Parser, format};
use serde_json::Value;

use families::FAMILIES;

const TAGS: &[&str] = &[
    "html", "head", "meta", "title", "style", "code", "body", "main", "article", "aside", "section",
    "header", "details", "summary", "h1", "h2", "h3", "h4", "p", "span", "a", "div", "ul", "ol", "li", "b",
    "i", "small", "time", "table", "tr", "td", "th", "blockquote", "q", "cite", "dl", "dt", "dd",
    "figcaption", "figure", "nav", "footer",
];
const ATTRIBUTES: &[&str] = &[
    "lang", "charset", "http-equiv", "content", "name", "class", "title", "href", "id", "aria-label",
    "datetime",
];
const VOID: &[&str] = &["meta", "br"];

/// Reads a page: whatever is not a tag of the list, with attributes of the list, all nested, is an error.
fn read(page: &str) -> Result<(), String> {
    let mut rest = page.strip_prefix("<!doctype html>").ok_or("no doctype")?;
    let mut open: Vec<&str> = Vec::new();
    while let Some(at) = rest.find('<') {
        if rest[..at].contains(|c: char| c == '>' || c < ' ' && c != '\n' && c != '\t')
            && open.last() != Some(&"style")
        {
            return Err(format!("stray: {:?}", &rest[..at]));
        }
        let (tag, after) = rest[at + 1..].split_once('>').ok_or("a tag without an end")?;
        rest = after;
        if let Some(name) = tag.strip_prefix('/') {
            if open.pop() != Some(name) {
                return Err(format!("</{name}> closes nothing"));
            }
            continue;
        }
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        if !TAGS.contains(&name) {
            return Err(format!("tag <{tag}>"));
        }
        attributes_of(attributes)?;
        if !VOID.contains(&name) {
            open.push(name);
        }
    }
    if open.is_empty() { Ok(()) } else { Err(format!("left open: {open:?}")) }
}

/// Reads `name="value" …`.
fn attributes_of(mut rest: &str) -> Result<(), String> {
    while !rest.is_empty() {
        let (name, value) = rest.split_once("=\"").ok_or_else(|| format!("attribute {rest:?}"))?;
        let (value, after) = value.split_once('"').ok_or_else(|| format!("attribute {rest:?}"))?;
        if !ATTRIBUTES.contains(&name) && !name.starts_with("data-") {
            return Err(format!("attribute {name:?}"));
        }
        if name == "href" && !value.starts_with('#') {
            return Err(format!("link {value:?}"));
        }
        if value.contains(['<', '>']) {
            return Err(format!("value {value:?}"));
        }
        rest = after.trim_start();
    }
    Ok(())
}

#[track_caller]
fn assert_page(article: &Article<'_>) {
    if let Err(why) = read(&page::render(article)) {
        panic!("{why} in the page of {:?}", article.text);
    }
}

const ATTACKS: &[&str] = &[
    "<script>alert(1)</script>",
    "</script><script>alert(1)//",
    "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "\" onmouseover=\"alert(1)",
    "</style><svg onload=alert(1)>",
    "</title></head><body onload=alert(1)>",
    "&lt;script&gt;&#x3c;b&#62;&amp;",
    "<!-- --><![CDATA[ ]]><?xml ?>",
    "</mark></span></a></p></article>",
    "javascript:alert(1) http://x/\"><b>",
    "`x` ${1} {{2}} \\u003cscript\\u003e",
    "\u{202e}txet\u{202c}\u{2066}\u{2069}\u{200f}",
    "\0\u{1}\u{8}\u{b}\u{c}\u{1b}[31m\u{7f}\u{9b}31m\u{85}",
    "\u{2028}</script>\u{2029}",
    "+ADw-script+AD4-",
];

const SAMPLE: &str = "Port reopens, minister says\nBy Ada Lund\nOSLO, May 7 (Reuters) - “We won’t wait,” Foreign Minister \
    Ola Berg-Strand said on Tuesday, according to state agency NTB. The report said exports fell on May 3, 2025.\n\
    Ola Berg-Strand in Oslo. (Photo: Kim Lie/AFP via Getty Images)\n";

/// The sample with an attack at each word, and inside each.
fn attacked() -> impl Iterator<Item = String> {
    let places = SAMPLE.char_indices().filter(|(at, _)| at % 5 == 0).map(|(at, _)| at);
    places.enumerate().map(|(n, at)| {
        let attack = ATTACKS[n % ATTACKS.len()];
        format!("{}{attack}{}", &SAMPLE[..at], &SAMPLE[at..])
    })
}

#[test]
fn the_reader_sees_an_attack() {
    let page = page::render(&Parser::new().parse(SAMPLE));
    assert_eq!(read(&page), Ok(()));
    for attack in ["<script>", "<b onclick=\"x\">", "<a href=\"javascript:x\">", "</p>", "a > b", "\u{1b}"] {
        let broken = page.replacen("Tuesday", attack, 1);
        assert!(read(&broken).is_err(), "{attack}");
    }
}

#[test]
fn no_text_becomes_markup() {
    let parser = Parser::new();
    for text in attacked() {
        assert_page(&parser.parse(text.as_str()));
    }
    for family in FAMILIES {
        let page = page::render(&parser.parse(family.text(300)));
        assert_eq!(read(&page), Ok(()), "{}", family.name);
    }
    for attack in ATTACKS {
        assert_page(&parser.parse(*attack));
        let all = SAMPLE.replace(' ', &format!(" {attack} "));
        assert_page(&parser.parse(all.as_str()));
    }
}

/// Names, kinds, ids and attributes of a table are a stranger's as well.
#[test]
fn no_row_of_a_table_becomes_markup() {
    let hostile: Vec<&str> =
        ATTACKS.iter().copied().filter(|attack| !attack.contains(char::is_control)).collect();
    let mut marked = 0;
    for attack in hostile {
        let entry = Entry::new(attack, attack, "Aro Lind").alias(attack).external_id("x", attack);
        let entry = entry.attribute(attack, attack).class(attack).country(attack);
        let Ok(gazetteer) = Gazetteer::builder().entry(entry).build() else { continue };
        let parser = Parser::builder().gazetteer(gazetteer).build().unwrap();
        let text = format!("“No,” Aro Lind said on Monday. {attack} said yes. Aro Lind left.");
        let article = parser.parse(text.as_str());
        assert_eq!(article.check(), Ok(()));
        marked += usize::from(!article.entities.is_empty());
        assert_page(&article);
    }
    assert!(marked > 3, "{marked} tables are loaded");
}

/// JSON inside a script element: it ends nowhere, and reads back as the same.
#[test]
fn no_json_ends_its_script() {
    let parser = Parser::new();
    for text in attacked().chain(ATTACKS.iter().map(|attack| SAMPLE.replace(' ', attack))) {
        let article = parser.parse(text.as_str());
        let plain = [
            serde_json::to_string(&article).unwrap(),
            serde_json::to_string(&format::schema_org(&article)).unwrap(),
        ];
        for json in plain {
            let safe = format::script_safe(&json);
            assert!(!safe.contains(['<', '\u{2028}', '\u{2029}']), "{text:?}");
            assert!(!safe.contains(|c: char| c < ' '), "{text:?}");
            let (safe, json): (Value, Value) =
                (serde_json::from_str(&safe).unwrap(), serde_json::from_str(&json).unwrap());
            assert_eq!(safe, json);
        }
    }
}

/// TimeML is XML: tags are its own, and no character stands in it that XML cannot hold.
#[test]
fn no_text_becomes_xml() {
    let parser = Parser::new();
    for text in attacked().chain(ATTACKS.iter().map(|attack| SAMPLE.replace(' ', attack))) {
        let xml = format::timeml(&parser.parse(text.as_str())).to_string();
        let bad = |c: char| c < ' ' && !matches!(c, '\n' | '\t') || matches!(c, '\u{fffe}' | '\u{ffff}');
        assert!(!xml.contains(bad), "{text:?}");
        let own = [
            "?xml ", "TimeML", "/TimeML", "TIMEX3 ", "/TIMEX3", "DOCID", "/DOCID", "DCT", "/DCT", "TEXT",
            "/TEXT",
        ];
        for tag in xml.split('<').skip(1) {
            assert!(own.iter().any(|own| tag.starts_with(own)), "<{tag} of {text:?}");
        }
    }
}
