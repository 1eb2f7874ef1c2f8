//! The JSON shape of an article, schema 1: all of it in this file.
//!
//! Every span is written as `start`, `end` and, for the reader's comfort, its `text`; reading ignores that
//! text and checks the spans instead. Field names and order are a promise (see the README).

use std::borrow::Cow;

use serde::de::Error as _;
use serde::ser::{SerializeMap, SerializeStruct};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::article::Article;
use crate::attribution::{Attribution, Cue, Source};
use crate::date::{Date, Published};
use crate::entity::{Entity, Focus, Mention, Role};
use crate::quote::{Marked, Quote};
use crate::segment::{Author, Credit, Dateline, Part, Stamp};
use crate::span::Span;

/// The version of the shape. It changes when a field is renamed, removed or changes its meaning.
const SCHEMA: u32 = 1;

/// A value together with the text that its spans point into.
struct In<'a, T: ?Sized>(&'a str, &'a T);

impl<'a, T> Serialize for In<'a, [T]>
where
    In<'a, T>: Serialize,
{
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.1.iter().map(|item| In(self.0, item)))
    }
}

impl<'a, T> Serialize for In<'a, Vec<T>>
where
    In<'a, T>: Serialize,
{
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        In(self.0, self.1.as_slice()).serialize(serializer)
    }
}

impl<'a, T> Serialize for In<'a, Option<T>>
where
    In<'a, T>: Serialize,
{
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.1 {
            Some(value) => serializer.serialize_some(&In(self.0, value)),
            None => serializer.serialize_none(),
        }
    }
}

impl Serialize for In<'_, Span> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_map(Some(3))?;
        write_span(&mut out, *self.1, self.0)?;
        out.end()
    }
}

fn write_span<S: SerializeMap>(out: &mut S, span: Span, text: &str) -> Result<(), S::Error> {
    out.serialize_entry("start", &span.start)?;
    out.serialize_entry("end", &span.end)?;
    out.serialize_entry("text", span.of(text).unwrap_or(""))
}

/// Writes a struct field by field, as a map, because it counts its fields while it writes them: `@span` is the flattened span, `in name` a field that holds spans,
/// a bare name a plain value.
macro_rules! record {
    ($($type:ident { $($field:tt)* })*) => {
        $(impl Serialize for In<'_, $type> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let In(text, value) = *self;
                let mut out = serializer.serialize_map(None)?;
                record!(@fields out, text, value, $($field)*);
                out.end()
            }
        })*
    };
    (@fields $out:ident, $text:ident, $value:ident, ) => {};
    (@fields $out:ident, $text:ident, $value:ident, @span, $($rest:tt)*) => {
        write_span(&mut $out, $value.span, $text)?;
        record!(@fields $out, $text, $value, $($rest)*);
    };
    (@fields $out:ident, $text:ident, $value:ident, in $name:ident, $($rest:tt)*) => {
        $out.serialize_entry(stringify!($name), &In($text, &$value.$name))?;
        record!(@fields $out, $text, $value, $($rest)*);
    };
    (@fields $out:ident, $text:ident, $value:ident, $name:ident, $($rest:tt)*) => {
        $out.serialize_entry(stringify!($name), &$value.$name)?;
        record!(@fields $out, $text, $value, $($rest)*);
    };
}

record! {
    Part {
        kind, @span, section, in authors, in dateline, in credits, in stamps, handle, rule, confidence,
    }
    Author { @span, name, role, affiliation, location, }
    Dateline { @span, in places, in agency, in date, }
    Credit { @span, person, agencies, via, }
    Stamp { @span, role, }
    Entity {
        id, kind, class, name, ids, country, admin1, point, in roles, gender, attributes, in mentions, rule, confidence,
    }
    Role { @span, title, of, }
    Mention { @span, form, }
    Date {
        @span, kind, value, modifier, granularity, range, anchor, relative, utc_offset, direction, alternative, impossible,
        rule, confidence,
    }
    Quote { id, kind, in spans, in verbatim, marks, parent, attribution, rule, confidence, }
    Marked { @span, role, }
    Attribution {
        id, quote, in source, in cue, polarity, in addressee, in medium, said_on, in via, in cited, rule, confidence,
    }
    Source { @span, kind, entity, resolved, }
    Cue { @span, lemma, class, }
}

impl Serialize for Article<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let text = &*self.text;
        let mut out = serializer.serialize_struct("Article", 11)?;
        out.serialize_field("schema", &SCHEMA)?;
        out.serialize_field("text", text)?;
        out.serialize_field("published", &self.published)?;
        out.serialize_field("parts", &In(text, &self.parts))?;
        out.serialize_field("sentences", &self.sentences)?;
        out.serialize_field("entities", &In(text, &self.entities))?;
        out.serialize_field("focus", &self.focus)?;
        out.serialize_field("dates", &In(text, &self.dates))?;
        out.serialize_field("quotes", &In(text, &self.quotes))?;
        out.serialize_field("attributions", &In(text, &self.attributions))?;
        out.serialize_field("marked", &In(text, &self.marked))?;
        out.end()
    }
}

/// The fields as they are read, before they are checked.
#[derive(Deserialize)]
struct Unchecked {
    schema: u32,
    text: String,
    published: Option<Published>,
    parts: Vec<Part>,
    sentences: Vec<Span>,
    entities: Vec<Entity>,
    #[serde(default)]
    focus: Vec<Focus>,
    dates: Vec<Date>,
    quotes: Vec<Quote>,
    attributions: Vec<Attribution>,
    marked: Vec<Marked>,
}

impl<'de> Deserialize<'de> for Article<'static> {
    /// Reads schema 1 and refuses what is not sound: spans that do not fit the text, ids of nothing.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = Unchecked::deserialize(deserializer)?;
        if raw.schema != SCHEMA {
            return Err(D::Error::custom(format_args!("schema {} is not {SCHEMA}", raw.schema)));
        }
        let article = Self {
            text: Cow::Owned(raw.text),
            published: raw.published,
            parts: raw.parts,
            sentences: raw.sentences,
            entities: raw.entities,
            focus: raw.focus,
            dates: raw.dates,
            quotes: raw.quotes,
            attributions: raw.attributions,
            marked: raw.marked,
        };
        article.check().map_err(D::Error::custom)?;
        Ok(article)
    }
}
