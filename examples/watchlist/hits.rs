//! From an article to the names of the list in it.

use dateline::{Article, Entity, Mention, MentionForm, PartKind, Span};

use crate::list::{List, Row, SCHEME};

/// A name of the list that an article names.
pub(crate) struct Hit<'a> {
    pub(crate) row: &'a Row,
    pub(crate) role: &'static str,
    /// The part of the article with the mention that is shown.
    pub(crate) part: PartKind,
    pub(crate) mentions: usize,
    pub(crate) reason: String,
    /// The sentence of that mention.
    pub(crate) sentence: &'a str,
}

/// The hits of an article, by first mention.
pub(crate) fn of<'a>(article: &'a Article<'_>, list: &'a List) -> Vec<Hit<'a>> {
    article.entities.iter().filter_map(|entity| hit(article, list, entity)).collect()
}

fn hit<'a>(article: &'a Article<'_>, list: &'a List, entity: &Entity) -> Option<Hit<'a>> {
    let row = list.get(entity.ids.get(SCHEME)?)?;
    let mentions: Vec<Mention> =
        entity.mentions.iter().filter(|m| !is_credit(article, m.span)).copied().collect();
    // The mention that says most: not in a caption, and the fullest name.
    let shown = mentions.iter().min_by_key(|m| (in_caption(article, m.span), rank(row, &article[m.span])))?;
    // Weak names alone are no hit.
    if mentions.iter().all(|m| rank(row, &article[m.span]) == WEAK) {
        return None;
    }
    let sentence = article.sentence_at(shown.span).or_else(|| Some(article.part_at(shown.span)?.span))?;
    Some(Hit {
        row,
        role: role(article, entity, &mentions),
        part: article.part_at(shown.span)?.kind,
        mentions: mentions.len(),
        reason: reason(article, row, *shown),
        sentence: &article[sentence],
    })
}

/// Whether a mention only says who wrote or photographed.
fn is_credit(article: &Article<'_>, span: Span) -> bool {
    article.part_at(span).is_none_or(|part| {
        !part.kind.is_content() || part.credits.iter().any(|credit| credit.span.overlaps(span))
    })
}

fn in_caption(article: &Article<'_>, span: Span) -> bool {
    article.part_at(span).is_some_and(|part| part.kind == PartKind::Caption)
}

/// What the article does with the name, the weightiest first.
fn role(article: &Article<'_>, entity: &Entity, mentions: &[Mention]) -> &'static str {
    let mut sources = article.attributions.iter().flat_map(|said| said.source.iter().chain(&said.via));
    let quoted =
        |m: &Mention| article.quotes.iter().any(|q| q.spans.iter().any(|span| span.contains(m.span)));
    if sources.any(|source| source.entity == Some(entity.id)) {
        "speaker"
    } else if mentions.iter().all(|m| in_caption(article, m.span)) {
        "caption only"
    } else if mentions.iter().any(quoted) {
        "spoken about"
    } else {
        "mentioned"
    }
}

/// Ranks of the names of a row, the surest first.
const NAME: usize = 0;
const ALIAS: usize = 1;
const OTHER: usize = 2;
const WEAK: usize = 3;

fn rank(row: &Row, words: &str) -> usize {
    let same = |name: &str| name.to_lowercase() == words.to_lowercase();
    match () {
        () if same(&row.name) => NAME,
        () if row.aliases().any(same) => ALIAS,
        () if row.weak().any(same) => WEAK,
        () => OTHER,
    }
}

fn reason(article: &Article<'_>, row: &Row, mention: Mention) -> String {
    let words = &article[mention.span];
    match (rank(row, words), mention.form) {
        (NAME, _) => "name".to_owned(),
        (ALIAS, _) => format!("alias “{words}”"),
        (_, form) => {
            format!("{} “{words}”", if form == MentionForm::Name { "spelling" } else { form.as_str() })
        }
    }
}
