//! An article in the formats that other tools read.
//!
//! Each function is a view of the article: nothing is computed until it is written. A text format is a
//! [`Display`](std::fmt::Display), a JSON format a [`Serialize`](serde::Serialize), so that the caller
//! chooses the writer. The article's own JSON, which loses nothing, is [`Article`] itself.
//!
//! | function | format | read by | holds | offsets |
//! |---|---|---|---|---|
//! | [`timeml()`] | TimeML 1.2.1, XML | temporal taggers, their scorers | dates | inline |
//! | [`brat()`] | brat standoff, `.ann` | brat, many annotation tools | names, dates, quotes, sources | characters |
//! | [`conll()`] | CoNLL-2003 columns, BIO | sequence labellers, their scorers | names | bytes, in columns |
//! | [`spacy()`] | spaCy's `Doc.to_json` | `Doc.from_json`, displaCy | names, dates, sentences, quotes | characters |
//! | [`web_annotation()`] | W3C Web Annotation, JSON-LD | Hypothesis, Recogito, annotation stores | names, dates, quotes | characters |
//! | [`schema_org()`] | schema.org `NewsArticle`, JSON-LD | search engines, knowledge graphs | parts, names, quotations | none |
//!
//! Text of an article goes into a page of your own through [`escape()`], and JSON-LD into its `<script>` through
//! [`script_safe`].
//!
//! ```
//! use dateline::format;
//!
//! let article = dateline::parse("The talks in Oslo began on May 3, 2025.");
//! assert!(format::timeml(&article).to_string().contains(r#"value="2025-05-03""#));
//! assert!(format::brat(&article).to_string().contains("place 13 17\tOslo"));
//! ```

mod brat;
mod conll;
mod escape;
mod named;
mod schema_org;
mod spacy;
mod timeml;
mod web_annotation;

pub use brat::brat;
pub use conll::conll;
pub use escape::{escape, script_safe};
pub use schema_org::schema_org;
pub use spacy::spacy;
pub use timeml::timeml;
pub use web_annotation::web_annotation;

use crate::article::Article;
use crate::entity::Entity;
use crate::span::Span;

/// The text of a span of `article`; nothing where it does not fit, which no parsed article knows.
fn words<'a>(article: &'a Article<'_>, span: Span) -> &'a str {
    article.get(span).unwrap_or_default()
}

/// The schemes that most readers know, the best known first.
const SCHEMES: [&str; 3] = ["wikidata", "iso3166", "geonames"];

/// The best-known id of an entity, with its scheme: `iso3166:NO`.
fn reference(entity: &Entity) -> Option<String> {
    let known = SCHEMES.iter().find_map(|scheme| entity.ids.get_key_value(*scheme));
    known.or(entity.ids.first_key_value()).map(|(scheme, id)| format!("{scheme}:{id}"))
}
