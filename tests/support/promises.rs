//! What holds of every parse, whatever the text: one function for the tests and for the fuzz targets.

use chrono::NaiveDate;
use dateline::stages::Cut;
use dateline::{Article, Input, OffsetMap, Parser, Span, format};

/// Parses, and gives the article's JSON, or the first promise that is broken.
///
/// # Errors
///
/// What is broken, in words.
pub(crate) fn keeps(parser: &Parser, text: &str, day: Option<NaiveDate>) -> Result<String, String> {
    let article = parser.parse(Input::new(text).published(day));
    hold(article.text == text, "the text is unchanged")?;
    hold(parser.parse(Input::new(text).published(day)) == article, "two parses agree")?;
    answers(&article)?;
    let json = serde_json::to_string(&article).map_err(|error| error.to_string())?;
    let back: Article<'static> = serde_json::from_str(&json).map_err(|error| error.to_string())?;
    hold(serde_json::to_string(&back).is_ok_and(|again| again == json), "JSON reads back as it was")?;
    hold(back == article.into_owned(), "an article reads back as it was")?;
    Ok(json)
}

/// What holds of every sound article, from a parse or from JSON: it is sound, its findings are no more than its
/// tokens, its spans translate there and back, and it can be looked up and written in every format.
///
/// # Errors
///
/// What is broken, in words.
pub(crate) fn answers(article: &Article<'_>) -> Result<(), String> {
    article.check().map_err(|unsound| unsound.to_string())?;
    let tokens = Cut::new(&article.text).tokens();
    let mentions: usize = article.entities.iter().map(|entity| entity.mentions.len()).sum();
    let lists =
        [article.parts.len(), article.sentences.len(), mentions, article.dates.len(), article.marked.len()];
    hold(lists.iter().all(|list| *list <= tokens), "findings are no more than tokens")?;
    let map = article.offsets();
    let dates = article.dates.iter().map(|date| date.span);
    let pieces = article.quotes.iter().flat_map(|quote| quote.spans.iter().copied());
    hold(dates.chain(pieces).all(|span| translates(&map, span)), "offsets translate there and back")?;
    for quote in &article.quotes {
        let source = article.source(quote).is_none_or(|source| article.get(source.span).is_some());
        hold(source, "a source is in the text")?;
        hold(article.speaker(quote).is_none() || article.source(quote).is_some(), "a speaker is a source")?;
    }
    let sections: usize =
        article.sections().map(|section| section.parts.len() + usize::from(section.heading.is_some())).sum();
    hold(sections == article.parts.len(), "sections hold every part")?;
    writes(article).map_err(|error| error.to_string())
}

fn hold(kept: bool, promise: &str) -> Result<(), String> {
    if kept { Ok(()) } else { Err(format!("broken: {promise}")) }
}

fn translates(map: &OffsetMap<'_>, span: Span) -> bool {
    map.from_chars(map.chars(span)) == Some(span) && map.from_utf16(map.utf16(span)) == Some(span)
}

/// Writes every format; what each says is held by tests of its own.
fn writes(article: &Article<'_>) -> serde_json::Result<()> {
    for text in [
        format::brat(article).to_string(),
        format::conll(article).to_string(),
        format::timeml(article).to_string(),
    ] {
        drop(text);
    }
    serde_json::to_string(&format::spacy(article))?;
    serde_json::to_string(&format::web_annotation(article, "urn:text"))?;
    let page = format::script_safe(&serde_json::to_string(&format::schema_org(article))?);
    drop(page);
    Ok(())
}
