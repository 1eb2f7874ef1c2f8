//! A row of the output, in the format that was asked for.

use std::str::FromStr;

use dateline::{Article, format};
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use serde_json::Value;

#[derive(Clone, Copy)]
pub(crate) enum Format {
    Json,
    Spacy,
    Brat,
    WebAnnotation,
    TimeMl,
    Conll,
    SchemaOrg,
}

impl FromStr for Format {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        match name {
            "json" => Ok(Self::Json),
            "spacy" => Ok(Self::Spacy),
            "brat" => Ok(Self::Brat),
            "webanno" => Ok(Self::WebAnnotation),
            "timeml" => Ok(Self::TimeMl),
            "conll" => Ok(Self::Conll),
            "schema-org" => Ok(Self::SchemaOrg),
            _ => Err(format!("unknown format {name:?}")),
        }
    }
}

/// `{"id": …, "article": …}`, or the format's own name in place of `article`.
pub(crate) struct Answer<'a> {
    pub(crate) id: Value,
    pub(crate) article: &'a Article<'a>,
    pub(crate) format: Format,
}

impl Serialize for Answer<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let article = self.article;
        let mut out = serializer.serialize_map(Some(2))?;
        out.serialize_entry("id", &self.id)?;
        match self.format {
            Format::Json => out.serialize_entry("article", article)?,
            Format::Spacy => out.serialize_entry("spacy", &format::spacy(article))?,
            Format::Brat => out.serialize_entry("brat", &format::brat(article).to_string())?,
            Format::WebAnnotation => {
                out.serialize_entry("webanno", &format::web_annotation(article, &self.iri()))?
            }
            Format::TimeMl => out.serialize_entry("timeml", &format::timeml(article).to_string())?,
            Format::Conll => out.serialize_entry("conll", &format::conll(article).to_string())?,
            Format::SchemaOrg => out.serialize_entry("schema-org", &format::schema_org(article))?,
        }
        out.end()
    }
}

impl Answer<'_> {
    /// The id as the IRI of the text: as it is where it is one, else as a reference relative to the file.
    fn iri(&self) -> String {
        match &self.id {
            Value::String(id) => id.clone(),
            Value::Null => String::new(),
            id => id.to_string(),
        }
    }
}
