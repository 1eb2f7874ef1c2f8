//! schema.org: a `NewsArticle` with its quotations, as JSON-LD.

use std::borrow::Cow;

use serde::Serialize;

use super::words;
use crate::article::Article;
use crate::attribution::{Source, SourceKind};
use crate::entity::{Entity, EntityKind};
use crate::quote::{Quote, QuoteKind};
use crate::segment::{Author, Part, PartKind, StampRole};
use crate::span::Span;

/// The article as a schema.org `NewsArticle`.
///
/// Its parts give `headline`, `alternativeHeadline` (the dek), `author`, `dateline`, `datePublished`,
/// `dateModified`, `articleBody`, `image` (captions with their credits) and `correction`; the entities are its
/// `mentions`, with their ids as `identifier` and, for GeoNames and Wikidata, as `sameAs`. Direct and mixed quotes
/// are a `Quotation` each, with the words inside the marks alone: indirect speech quotes nobody. What is absent is
/// left out, as schema.org wants it.
///
/// In a page, write it through [`script_safe`](super::script_safe).
///
/// ```
/// let article = dateline::parse("Port reopens\n\nWork began again. “We won,” said Ola Berg.");
/// let json = serde_json::to_value(dateline::format::schema_org(&article))?;
/// assert_eq!(json["headline"], "Port reopens");
/// assert_eq!(json["hasPart"][0]["text"], "We won,");
/// assert_eq!(json["hasPart"][0]["spokenByCharacter"]["name"], "Ola Berg");
/// # Ok::<(), serde_json::Error>(())
/// ```
pub fn schema_org<'a>(article: &'a Article<'a>) -> impl Serialize + 'a {
    let text_of = |kind| article.parts_of(kind).map(|part| words(article, part.span));
    NewsArticle {
        context: "https://schema.org",
        kind: "NewsArticle",
        headline: article.headline(),
        alternative_headline: text_of(PartKind::Dek).next(),
        author: article.parts_of(PartKind::Byline).flat_map(|part| &part.authors).map(author).collect(),
        dateline: article.parts.iter().find_map(|part| dateline(article, part)),
        date_published: article.published.map(|published| published.date.to_string()),
        date_modified: modified(article),
        article_body: body(article),
        image: article.parts_of(PartKind::Caption).map(|part| image(article, part)).collect(),
        correction: text_of(PartKind::Correction).collect(),
        mentions: article.entities.iter().map(entity).collect(),
        has_part: article.quotes.iter().filter_map(|quote| quotation(article, quote)).collect(),
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct NewsArticle<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    headline: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    alternative_headline: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    author: Vec<Thing<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    dateline: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_modified: Option<String>,
    article_body: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    image: Vec<Image<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    correction: Vec<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    mentions: Vec<Thing<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    has_part: Vec<Quotation<'a>>,
}

/// A person, place, organization, or what else has a name.
#[derive(Default, Serialize)]
#[serde(rename_all = "camelCase")]
struct Thing<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    job_title: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    affiliation: Option<Box<Thing<'a>>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    identifier: Vec<Identifier<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    same_as: Vec<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Identifier<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "propertyID")]
    property_id: &'a str,
    value: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Image<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    caption: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    credit_text: Vec<&'a str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Quotation<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    text: Cow<'a, str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    spoken_by_character: Option<Thing<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    is_based_on: Option<Thing<'a>>,
}

impl<'a> Thing<'a> {
    fn named(kind: &'static str, name: &'a str) -> Self {
        Self { kind, name: Some(name), ..Self::default() }
    }

    fn described(kind: &'static str, words: &'a str) -> Self {
        Self { kind, description: Some(words), ..Self::default() }
    }
}

fn author(author: &Author) -> Thing<'_> {
    let outlet = author.affiliation.as_deref().map(|name| Thing::named("NewsMediaOrganization", name));
    Thing {
        job_title: author.role.as_deref().into_iter().collect(),
        affiliation: outlet.map(Box::new),
        ..Thing::named("Person", &author.name)
    }
}

/// The words of a dateline, without its separator.
fn dateline<'a>(article: &'a Article<'_>, part: &Part) -> Option<&'a str> {
    let line = words(article, part.dateline.as_ref()?.span);
    Some(line.trim_end_matches(|c: char| c.is_whitespace() || "-–—:".contains(c)))
}

/// The day of the last change, where a timestamp names one.
fn modified(article: &Article<'_>) -> Option<String> {
    let mut stamps = article.parts.iter().flat_map(|part| &part.stamps);
    let updated = stamps.rfind(|stamp| stamp.role == StampRole::Updated)?;
    let date = article.dates.iter().find(|date| updated.span.contains(date.span))?;
    date.range.map(|days| days.from.to_string())
}

/// What the article says, captions left out: schema.org gives them a place of their own.
fn body(article: &Article<'_>) -> String {
    use PartKind::{Embed, Heading, List, Paragraph, PullQuote};
    let inside = |part: &&Part| matches!(part.kind, Paragraph | Heading | List | PullQuote | Embed);
    let parts: Vec<_> = article.parts.iter().filter(inside).map(|part| words(article, part.span)).collect();
    parts.join("\n\n")
}

fn image<'a>(article: &'a Article<'_>, part: &Part) -> Image<'a> {
    Image {
        kind: "ImageObject",
        caption: words(article, part.span),
        credit_text: part.credits.iter().map(|credit| words(article, credit.span)).collect(),
    }
}

fn entity(entity: &Entity) -> Thing<'_> {
    let kind = match entity.kind {
        EntityKind::Person => "Person",
        EntityKind::Place => "Place",
        EntityKind::Organization => "Organization",
        EntityKind::Outlet => "NewsMediaOrganization",
        EntityKind::Event => "Event",
        EntityKind::Work => "CreativeWork",
        EntityKind::Custom(_) => "Thing",
    };
    let person = entity.kind == EntityKind::Person;
    let roles = entity.roles.iter().filter(|_| person);
    Thing {
        job_title: roles.map(|role| role.title.as_str()).collect(),
        identifier: entity
            .ids
            .iter()
            .map(|(scheme, id)| Identifier { kind: "PropertyValue", property_id: scheme, value: id })
            .collect(),
        same_as: entity.ids.iter().filter_map(|(scheme, id)| same_as(scheme, id)).collect(),
        ..Thing::named(kind, &entity.name)
    }
}

/// The address under which the world knows an id.
fn same_as(scheme: &str, id: &str) -> Option<String> {
    match scheme {
        "geonames" => Some(format!("https://sws.geonames.org/{id}/")),
        "wikidata" => Some(format!("http://www.wikidata.org/entity/{id}")),
        _ => None,
    }
}

fn quotation<'a>(article: &'a Article<'_>, quote: &'a Quote) -> Option<Quotation<'a>> {
    // The words between the stretches of a mixed quote are the writer's.
    let joint = match quote.kind {
        QuoteKind::Direct => " ",
        QuoteKind::Mixed => " … ",
        _ => return None,
    };
    let said: Vec<&str> = quote.verbatim.iter().map(|span: &Span| words(article, *span)).collect();
    let text = match said.as_slice() {
        [] => return None,
        [one] => Cow::Borrowed(*one),
        _ => Cow::Owned(said.join(joint)),
    };
    let source = article.source(quote);
    let document = source.filter(|source| source.kind == SourceKind::Document);
    Some(Quotation {
        kind: "Quotation",
        text,
        spoken_by_character: source.and_then(|source| speaker(article, source)),
        is_based_on: document.map(|source| Thing::named("CreativeWork", words(article, source.span))),
    })
}

/// The one who spoke: the entity, or the words that stand for one.
fn speaker<'a>(article: &'a Article<'_>, source: &Source) -> Option<Thing<'a>> {
    use SourceKind::{Anonymous, Group, Organization, Outlet, Person, Role};
    let written = words(article, source.span);
    match (source.entity.and_then(|id| article.entity(id)), source.kind) {
        (_, SourceKind::Document) => None,
        (Some(known), _) => Some(entity(known)),
        (None, Person) => Some(Thing::named("Person", written)),
        (None, Outlet) => Some(Thing::named("NewsMediaOrganization", written)),
        (None, Organization) => Some(Thing::named("Organization", written)),
        (None, Role | Anonymous) => Some(Thing::described("Person", written)),
        (None, Group) => Some(Thing::described("Organization", written)),
        (None, _) => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::parser::Parser;
    use serde_json::Value;

    use super::schema_org;
    use crate::format::script_safe;

    const TEXT: &str = "Port of Oslo reopens\n\
        By Ingrid Solberg\n\n\
        OSLO, Norway (Reuters) - The port reopened, Minister Ola Berg said on Monday.\n\n\
        “We </script> won,” Berg told Reuters. “At last.”\n\n\
        He called the strike “a shame” and the offer “an insult”. Officials said that work would resume.\n\n\
        “Nobody asked us,” said a person familiar with the talks.";

    fn json(text: &str) -> Value {
        serde_json::to_value(schema_org(&Parser::new().parse(text))).unwrap()
    }

    #[test]
    fn parts_become_properties() {
        let json = json(TEXT);
        assert_eq!(json["headline"], "Port of Oslo reopens");
        assert_eq!(json["author"][0]["name"], "Ingrid Solberg");
        assert_eq!(json["dateline"], "OSLO, Norway (Reuters)");
        assert!(json["articleBody"].as_str().unwrap().starts_with("OSLO, Norway"));
        assert_eq!(json.get("datePublished"), None, "what is absent is left out");
    }

    #[test]
    fn only_words_inside_marks_are_quotations() {
        let json = json(TEXT);
        let quotes = json["hasPart"].as_array().unwrap();
        let of = |text: &str| {
            quotes.iter().find(|quote| quote["text"] == text).unwrap_or_else(|| panic!("{json:#}"))
        };
        assert_eq!(of("We </script> won, At last.")["spokenByCharacter"]["name"], "Ola Berg");
        let nobody = &of("Nobody asked us,")["spokenByCharacter"];
        assert_eq!(nobody["description"], "a person familiar with the talks");
        assert!(quotes.iter().all(|quote| !quote["text"].as_str().unwrap().contains("resume")));
    }

    #[test]
    fn a_page_can_hold_it() {
        let article = Parser::new().parse(TEXT);
        let json = serde_json::to_string(&schema_org(&article)).unwrap();
        assert!(json.contains("</script>") && !script_safe(&json).contains("</script>"));
    }
}
