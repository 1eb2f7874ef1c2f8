//! What the entity stage must say of short texts: `tests/cases/entities.txt`, `references.txt` and `places.txt`, one block a case.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may panic")]

use std::fs;
use std::path::Path;

use dateline::{Article, Entity, EntityKind, MentionForm, Parser};

/// A text with the facts that must hold of it.
struct Case {
    text: String,
    facts: Vec<String>,
}

fn cases(file: &str) -> Vec<Case> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases").join(file);
    let mut cases: Vec<Case> = Vec::new();
    for line in fs::read_to_string(path).unwrap().lines() {
        if let Some(text) = line.strip_prefix("> ") {
            cases.push(Case { text: text.replace("\\n", "\n"), facts: Vec::new() });
        } else if !line.is_empty() && !line.starts_with('#') {
            cases.last_mut().unwrap().facts.push(line.to_owned());
        }
    }
    cases
}

fn entity<'a>(article: &'a Article<'_>, name: &str) -> Option<&'a Entity> {
    let called = || article.entities.iter().find(|e| is_called(article, e, name));
    article.entities.iter().find(|e| e.name == name).or_else(called)
}

fn is_called(article: &Article<'_>, e: &Entity, name: &str) -> bool {
    e.name == name || e.mentions.iter().any(|m| &article[m.span] == name)
}

/// Where a place lies, as the cases write it; nothing for what has no point on the map.
fn location(e: &Entity) -> Option<String> {
    e.point?;
    let area = e.admin1.as_ref().or(e.country.as_ref())?;
    let id = e.ids.get("geonames").or_else(|| e.ids.get("geonames-admin2"));
    Some(format!("{area} {}", id.map_or("-", String::as_str)))
}

/// `NAME: title`, `NAME: title @ body`.
fn has_role(article: &Article<'_>, fact: &str) -> bool {
    let (name, title) = fact.split_once(": ").unwrap();
    let (title, of) = title.split_once(" @ ").map_or((title, None), |(t, of)| (t, Some(of)));
    entity(article, name).is_some_and(|e| {
        e.roles.iter().any(|r| {
            let body = r.of.and_then(|id| article.entity(id)).map(|e| e.name.as_str());
            r.title == title && of.is_none_or(|of| body == Some(of))
        })
    })
}

fn is_name(form: MentionForm) -> bool {
    matches!(form, MentionForm::Name | MentionForm::Short | MentionForm::Acronym)
}

/// Whether `fact` holds: see the head of the file of cases.
fn holds(article: &Article<'_>, fact: &str) -> bool {
    let (what, rest) = fact.split_once(' ').unwrap_or((fact, ""));
    match what {
        "-" => !article
            .entities
            .iter()
            .flat_map(|e| &e.mentions)
            .any(|m| is_name(m.form) && &article[m.span] == rest),
        "id" => {
            let (name, id) = rest.split_once(": ").unwrap();
            entity(article, name).is_some_and(|e| e.ids.iter().any(|(k, v)| format!("{k}={v}") == id))
        }
        "role" => has_role(article, rest),
        "focus" => {
            let got: Vec<_> = article.focus.iter().map(|focus| focus.country.as_str()).collect();
            got.join(" ") == rest
        }
        "roles" => {
            let (name, _) = rest.split_once(": ").unwrap();
            entity(article, name).is_some_and(|e| e.roles.is_empty())
        }
        "roles-not" => !holds(article, &format!("role {rest}")),
        "not-form" => !holds(article, &format!("form {rest}")),
        "name" | "country" => {
            let (name, wanted) = rest.split_once(": ").unwrap();
            entity(article, name).is_some_and(|e| match what {
                "name" => e.name == wanted,
                _ => e.country.as_deref().unwrap_or("-") == wanted,
            })
        }
        "where" => {
            let (name, wanted) = rest.split_once(": ").unwrap();
            article
                .entities
                .iter()
                .any(|e| is_called(article, e, name) && location(e).as_deref() == Some(wanted))
        }
        "gender" => {
            let (name, gender) = rest.split_once(": ").unwrap();
            entity(article, name).and_then(|e| e.gender).is_some_and(|g| g.as_str() == gender)
        }
        "form" => {
            let (name, forms) = rest.split_once(": ").unwrap();
            let wanted: Vec<_> = forms.split(" | ").collect();
            entity(article, name).is_some_and(|e| {
                let got: Vec<_> =
                    e.mentions.iter().map(|m| format!("{} {}", m.form, &article[m.span])).collect();
                wanted.iter().all(|w| got.iter().any(|g| g == w))
            })
        }
        kind => {
            let (name, mentions) = rest.split_once(": ").unwrap_or((rest, rest));
            let wanted: Vec<_> = mentions.split(" | ").collect();
            entity(article, name).is_some_and(|e| {
                let got = e.mentions.iter().filter(|m| is_name(m.form)).map(|m| &article[m.span]);
                e.kind.as_str() == kind && got.eq(wanted.iter().copied())
            })
        }
    }
}

#[test]
fn names_are_found_typed_and_merged() {
    hold_all("entities.txt");
}

#[test]
fn later_mentions_and_roles_join_their_entity() {
    hold_all("references.txt");
}

#[test]
fn of_several_places_of_a_name_the_one_that_is_meant_is_taken() {
    hold_all("places.txt");
}

fn hold_all(file: &str) {
    let parser = Parser::new();
    let mut wrong = Vec::new();
    let all = cases(file);
    assert!(all.len() >= 40, "{} cases", all.len());
    for case in &all {
        let article = parser.parse(case.text.as_str());
        article.check().unwrap();
        for fact in &case.facts {
            match fact.strip_prefix("? ") {
                Some(known) if holds(&article, known) => {
                    wrong.push(format!("strike off `? {known}`: {}", case.text))
                }
                None if !holds(&article, fact) => wrong.push(format!("missing `{fact}`: {}", case.text)),
                _ => {}
            }
        }
    }
    assert!(wrong.is_empty(), "{} facts:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_noun_for_bodies_holds_for_its_example() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lexicon/nominals.tsv");
    let list = fs::read_to_string(path).unwrap();
    let parser = Parser::new();
    let mut wrong = Vec::new();
    for row in list.lines().filter(|row| !row.starts_with('#')) {
        let [noun, _, example] = row.split('\t').collect::<Vec<_>>()[..] else { panic!("{row:?}") };
        let text = format!("{example} opened an office. The {noun} hired ten people.");
        let article = parser.parse(text.as_str());
        let said = |m: &dateline::Mention| {
            m.form == MentionForm::Nominal && article[m.span] == *format!("The {noun}")
        };
        if !entity(&article, example).is_some_and(|e| e.mentions.iter().any(said)) {
            wrong.push(row);
        }
    }
    assert!(wrong.is_empty(), "{wrong:?}");
}

/// The first column of a list of the lexicon, with a capital as names have it.
fn capitals(list: &str) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lexicon").join(list);
    let list = fs::read_to_string(path).unwrap();
    let words = list.lines().filter(|row| !row.starts_with('#')).filter_map(|row| row.split('\t').next());
    words
        .map(|word| word.chars().take(1).flat_map(char::to_uppercase).chain(word.chars().skip(1)).collect())
        .collect()
}

/// The words of a list for which the text that `write` makes of them does not name an entity so and of these kinds.
fn unnamed(
    list: &str,
    kinds: &[EntityKind],
    name: impl Fn(&str) -> String,
    write: impl Fn(&str) -> String,
) -> Vec<String> {
    let parser = Parser::new();
    let fails = |word: &String| {
        let (name, text) = (name(word), write(word));
        !entity(&parser.parse(text.as_str()), &name).is_some_and(|e| kinds.contains(&e.kind))
    };
    capitals(list).into_iter().filter(fails).collect()
}

#[test]
fn every_title_stands_outside_the_name() {
    let write = |title: &str| format!("The committee met {title} Petra Lindqvist in the morning.");
    let wrong = unnamed("titles.tsv", &[EntityKind::Person], |_| "Petra Lindqvist".to_owned(), write);
    // Alone before a name, these are given names more often.
    assert_eq!(wrong, ["Earl", "Sayyid", "Seyed", "Sayed", "Dean"]);
}

const BODIES: &[EntityKind] = &[EntityKind::Organization, EntityKind::Outlet];

#[test]
fn every_head_and_tail_makes_the_name_of_a_body() {
    let head = |word: &str| format!("{word} of Nordic Affairs");
    let of_head = |word: &str| format!("On Monday the {word} of Nordic Affairs said it would wait.");
    let wrong = unnamed("org_heads.tsv", BODIES, head, of_head);
    assert!(wrong.is_empty(), "{wrong:?}");
    for list in ["org_tails.tsv", "team_tails.tsv"] {
        let tail = |word: &str| format!("Nordvik {word}");
        let of_tail = |word: &str| format!("On Monday Nordvik {word} said it would wait.");
        let wrong = unnamed(list, BODIES, tail, of_tail);
        assert!(wrong.is_empty(), "{list}: {wrong:?}");
    }
}
