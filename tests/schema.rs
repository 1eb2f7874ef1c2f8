//! `docs/schema.json` against what is really written: each property is described, each name of each enum listed.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may panic")]

use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use dateline::{
    CueClass, DateKind, Direction, Gender, Granularity, MarkRole, MarkState, MentionForm, Modifier, Origin,
    Parser, PartKind, Polarity, QuoteKind, Resolution, SourceKind, StampRole,
};
use serde_json::{Value, json};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn schema() -> Value {
    serde_json::from_str(&fs::read_to_string(root().join("docs/schema.json")).unwrap()).unwrap()
}

/// A validator of the keywords that the schema uses. One it does not know fails the test, so that nothing stands in
/// the schema unheld. Stricter than the standard in one point: a property that is not described is an error.
struct Validator<'s> {
    root: &'s Value,
}

type Checked = Result<(), String>;

impl Validator<'_> {
    fn check(&self, schema: &Value, value: &Value, at: &str) -> Checked {
        for (keyword, rule) in schema.as_object().unwrap() {
            let fine = match keyword.as_str() {
                "$schema" | "$defs" | "title" | "description" => true,
                "$ref" => {
                    let target = self.root.pointer(rule.as_str().unwrap().trim_start_matches('#'));
                    self.check(target.unwrap_or_else(|| panic!("no {rule}")), value, at)?;
                    true
                }
                "anyOf" => rule.as_array().unwrap().iter().any(|one| self.check(one, value, at).is_ok()),
                "type" => match rule {
                    Value::Array(types) => types.iter().any(|one| is_type(one, value)),
                    one => is_type(one, value),
                },
                "const" => rule == value,
                "enum" => rule.as_array().unwrap().contains(value),
                "format" => {
                    rule == "date" && value.as_str().is_none_or(|day| day.parse::<NaiveDate>().is_ok())
                }
                "minimum" => value.as_f64().is_none_or(|number| number >= rule.as_f64().unwrap()),
                "maximum" => value.as_f64().is_none_or(|number| number <= rule.as_f64().unwrap()),
                "required" => {
                    rule.as_array().unwrap().iter().all(|name| value.get(name.as_str().unwrap()).is_some())
                }
                "properties" => return self.properties(schema, value, at),
                "additionalProperties" => return self.map(rule, value, at),
                "items" => return self.items(rule, value, at),
                keyword => panic!("the validator does not know {keyword}"),
            };
            if !fine {
                return Err(format!("{at}: {value} is not {keyword} {rule}"));
            }
        }
        Ok(())
    }

    fn properties(&self, schema: &Value, value: &Value, at: &str) -> Checked {
        let Some(object) = value.as_object() else { return Err(format!("{at}: {value} is no object")) };
        for name in schema["required"].as_array().unwrap() {
            if !object.contains_key(name.as_str().unwrap()) {
                return Err(format!("{at}: no {name}"));
            }
        }
        object.iter().try_for_each(|(name, inner)| match schema["properties"].get(name) {
            Some(rule) => self.check(rule, inner, &format!("{at}/{name}")),
            None => Err(format!("{at}: {name} is not described")),
        })
    }

    fn map(&self, rule: &Value, value: &Value, at: &str) -> Checked {
        let Some(object) = value.as_object() else { return Err(format!("{at}: {value} is no object")) };
        object.iter().try_for_each(|(name, inner)| self.check(rule, inner, &format!("{at}/{name}")))
    }

    fn items(&self, rule: &Value, value: &Value, at: &str) -> Checked {
        let items = value.as_array().into_iter().flatten().enumerate();
        items.into_iter().try_for_each(|(i, item)| self.check(rule, item, &format!("{at}/{i}")))
    }
}

fn is_type(name: &Value, value: &Value) -> bool {
    match name.as_str().unwrap() {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "number" => value.is_number(),
        "integer" => value.is_i64() || value.is_u64(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        other => panic!("no type {other}"),
    }
}

fn articles() -> impl Iterator<Item = (PathBuf, Value)> {
    let folder = root().join("examples/data");
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    assert!(paths.len() >= 9, "the articles are where they were");
    let parser = Parser::new();
    paths.into_iter().map(move |path| {
        let text = fs::read_to_string(&path).unwrap();
        let value = serde_json::to_value(parser.parse(text)).unwrap();
        (path, value)
    })
}

#[test]
fn every_article_fits_the_schema() {
    let schema = schema();
    let validator = Validator { root: &schema };
    for (path, value) in articles() {
        validator.check(&schema, &value, "").unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    }
}

/// An empty list fits any schema of its items.
#[test]
fn every_list_of_the_schema_is_seen() {
    for list in ["parts", "sentences", "entities", "dates", "quotes", "attributions"] {
        assert!(articles().all(|(_, value)| !value[list].as_array().unwrap().is_empty()), "{list}");
    }
}

#[test]
fn what_does_not_fit_is_seen() {
    let schema = schema();
    let validator = Validator { root: &schema };
    let text = "Port reopens\n“We won,” minister Ola Berg said in Oslo on May 3, 2025.";
    let sample = serde_json::to_value(dateline::parse(text)).unwrap();
    validator.check(&schema, &sample, "").unwrap();
    let spoiled = |path: &str, bad: Value| {
        let mut value = sample.clone();
        *value.pointer_mut(path).unwrap_or_else(|| panic!("no {path}")) = bad;
        assert!(validator.check(&schema, &value, "").is_err(), "{path}");
    };
    spoiled("/schema", json!(2));
    spoiled("/text", json!(null));
    spoiled("/published/date", json!("May 3"));
    spoiled("/parts/0/kind", json!("title"));
    spoiled("/parts/0/start", json!(-1));
    spoiled("/parts/0/confidence", json!(101));
    spoiled("/entities/0/ids", json!({"wikidata": 42}));
    spoiled("/entities/0/mentions/0", json!({"start": 0, "end": 4}));
    spoiled("/dates/0/anchor", json!("earlier"));
    spoiled("/quotes/0/spans", json!({}));
    spoiled("/attributions/0/cue/class", json!("shout"));
    spoiled("/marked", json!([{"start": 0, "end": 4, "text": "Port", "role": "loud"}]));
    let mut more = sample.clone();
    more["marked"] = json!([{"start": 0, "end": 4, "text": "Port", "role": "scare"}]);
    validator.check(&schema, &more, "").unwrap();
    more["surprise"] = json!(1);
    assert!(validator.check(&schema, &more, "").is_err());
}

/// The enums of the schema are those of the crate, name by name.
#[test]
fn enums_list_every_name() {
    let schema = schema();
    let listed = |name: &str| schema["$defs"][name]["enum"].clone();
    macro_rules! held {
        ($($enum:ident $name:literal)*) => {
            $(let names: Vec<_> = $enum::ALL.iter().map(|one| one.as_str()).collect();
            assert_eq!(listed($name), json!(names), $name);)*
        };
    }
    held! {
        Origin "origin" PartKind "partKind" StampRole "stampRole" Gender "gender" MentionForm "mentionForm"
        DateKind "dateKind" Modifier "modifier" Granularity "granularity" Direction "direction"
        QuoteKind "quoteKind" MarkState "markState" SourceKind "sourceKind" Resolution "resolution"
        CueClass "cueClass" Polarity "polarity" MarkRole "markRole"
    }
}

#[test]
fn the_schema_names_only_what_it_defines() {
    let text = fs::read_to_string(Path::new(&root()).join("docs/schema.json")).unwrap();
    let defined = schema()["$defs"].as_object().unwrap().clone();
    for name in defined.keys() {
        assert!(text.contains(&format!("\"#/$defs/{name}\"")), "{name} is defined and never used");
    }
}
