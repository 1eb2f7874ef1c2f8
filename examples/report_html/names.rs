//! Who and what the article names, by kind.

use std::fmt::Write as _;

use dateline::format::escape;
use dateline::{Article, Entity, MentionForm};

/// The kinds of the crate in the order of the page; kinds of the caller's own follow.
const KINDS: [(&str, &str); 6] = [
    ("person", "People"),
    ("organization", "Organizations"),
    ("outlet", "Outlets"),
    ("place", "Places"),
    ("event", "Events"),
    ("work", "Works"),
];

pub(crate) fn section(article: &Article<'_>) -> String {
    let mut out = String::new();
    for (kind, title) in KINDS {
        out.push_str(&group(article, title, |entity| entity.kind.as_str() == kind));
    }
    out.push_str(&group(article, "Others", |entity| {
        KINDS.iter().all(|(kind, _)| entity.kind.as_str() != *kind)
    }));
    if out.is_empty() { out } else { format!("<section class=\"names\">\n<h2>Names</h2>\n{out}</section>\n") }
}

fn group(article: &Article<'_>, title: &str, belongs: impl Fn(&Entity) -> bool) -> String {
    let rows: String =
        article.entities.iter().filter(|entity| belongs(entity)).map(|entity| row(article, entity)).collect();
    if rows.is_empty() { rows } else { format!("<h3>{title}</h3>\n<ul>\n{rows}</ul>\n") }
}

fn row(article: &Article<'_>, entity: &Entity) -> String {
    let mut more = roles(entity);
    let also = other_names(article, entity);
    if !also.is_empty() {
        let _ = write!(more, "{}also {}", if more.is_empty() { "" } else { "; " }, also.join(", "));
    }
    let ids: String = entity
        .ids
        .iter()
        .map(|(key, value)| format!(" <code>{} {}</code>", escape(key), escape(value)))
        .collect();
    format!(
        "<li id=\"e{id}\" title=\"rule {rule} · {sure}\"><span class=\"name {class}\">{name}</span> \
         <small>{more}{ids} <span class=\"count\">{count}</span></small></li>\n",
        id = entity.id,
        rule = escape(entity.rule.as_str()),
        sure = entity.confidence,
        class = css_name(entity.kind.as_str()),
        name = escape(&entity.name),
        more = escape(&more),
        count = entity.mentions.len(),
    )
}

/// What else the text calls it, pronouns and descriptions left out.
fn other_names<'a>(article: &'a Article<'_>, entity: &Entity) -> Vec<&'a str> {
    let mut others: Vec<&str> = Vec::new();
    for mention in &entity.mentions {
        let words = &article[mention.span];
        let named = !matches!(mention.form, MentionForm::Nominal | MentionForm::Pronoun);
        if named && words != entity.name && !others.contains(&words) {
            others.push(words);
        }
    }
    others
}

/// The roles that the text gives an entity, each once.
pub(crate) fn roles(entity: &Entity) -> String {
    let mut roles: Vec<&str> = Vec::new();
    for role in &entity.roles {
        if !roles.contains(&role.title.as_str()) {
            roles.push(&role.title);
        }
    }
    roles.join(", ")
}

/// A kind of the caller's own may hold any character: only letters and digits reach a class name.
pub(crate) fn css_name(kind: &str) -> String {
    kind.chars().filter(char::is_ascii_alphanumeric).collect()
}
