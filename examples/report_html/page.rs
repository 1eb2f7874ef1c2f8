//! The page: article on the left, speakers, names and dates on the right.

use std::fmt::Write as _;

use dateline::{Article, Attribution, Entity, MentionForm, Part, PartKind, Source};

use crate::escape::Escaped;
use crate::segments::{Marks, cut};

const STYLE: &str = include_str!("style.css");

/// The whole page. Everything that comes from the text is escaped.
pub(crate) fn render(article: &Article<'_>) -> String {
    let title = article.headline().unwrap_or("Article");
    let mut out = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n<article>\n",
        Escaped(title)
    );
    for part in &article.parts {
        out.push_str(&block(article, part));
    }
    out.push_str("</article>\n<aside>\n");
    out.push_str(&legend());
    out.push_str(&speakers(article));
    out.push_str(&timeline(article));
    out.push_str(&names(article));
    out.push_str("</aside>\n</main>\n</body>\n</html>\n");
    out
}

fn block(article: &Article<'_>, part: &Part) -> String {
    let tag = match part.kind {
        PartKind::Headline => "h1",
        PartKind::Heading => "h2",
        PartKind::Caption | PartKind::Credit => "figcaption",
        _ => "p",
    };
    let noise = if part.kind.is_content() || part.kind == PartKind::Byline { "" } else { " noise" };
    let mut out = format!(
        "<{tag} class=\"part {kind}{noise}\" title=\"{kind} · rule {rule} · {sure}\">",
        kind = part.kind,
        rule = Escaped(part.rule.as_str()),
        sure = part.confidence,
    );
    for (span, marks) in cut(article, part.span) {
        out.push_str(&stretch(article, &article[span], &marks));
    }
    let _ = writeln!(out, "</{tag}>");
    out
}

fn stretch(article: &Article<'_>, words: &str, marks: &Marks) -> String {
    let mut class = String::new();
    let mut why = String::new();
    if let Some(quote) = marks.quote.and_then(|id| article.quote(id)) {
        let _ = write!(class, "quote {} s{} ", quote.kind, speaker_hue(article, quote.id));
        let _ =
            writeln!(why, "{} quote {} · rule {} · {}", quote.kind, quote.id, quote.rule, quote.confidence);
    }
    if let Some(entity) = marks.entity.and_then(|(id, _)| article.entity(id)) {
        let _ = write!(class, "name {} ", css_name(entity.kind.as_str()));
        let _ =
            writeln!(why, "{}: {} · rule {} · {}", entity.kind, entity.name, entity.rule, entity.confidence);
    }
    if let Some(date) = marks.date.and_then(|i| article.dates.get(i)) {
        class.push_str("date ");
        let _ = writeln!(why, "{} {} · rule {} · {}", date.kind, date.value, date.rule, date.confidence);
    }
    if marks.cue {
        class.push_str("cue ");
    }
    if class.is_empty() {
        return Escaped(words).to_string();
    }
    let (open, close) = match marks.entity {
        Some((id, _)) => (format!("a href=\"#e{id}\""), "a"),
        None => ("span".to_owned(), "span"),
    };
    format!(
        "<{open} class=\"{}\" title=\"{}\">{}</{close}>",
        class.trim(),
        Escaped(why.trim()),
        Escaped(words)
    )
}

/// A kind of the caller's own may hold any character: only letters reach a class name.
fn css_name(kind: &str) -> String {
    kind.chars().filter(char::is_ascii_alphanumeric).collect()
}

/// One of six colours for the speaker of a quote; none for an unknown one.
fn speaker_hue(article: &Article<'_>, quote: dateline::QuoteId) -> usize {
    let speaker = article.quote(quote).and_then(|quote| article.speaker(quote));
    speaker.map_or(0, |entity| 1 + entity.id.0 % 6)
}

fn legend() -> String {
    let kinds = ["person", "place", "organization", "outlet"];
    let mut out = String::from("<p class=\"legend\">");
    for kind in kinds {
        let _ = write!(out, "<span class=\"name {kind}\">{kind}</span> ");
    }
    out.push_str("<span class=\"date\">date</span> <span class=\"quote direct s1\">quote</span> ");
    out.push_str("<span class=\"cue\">cue</span></p>\n");
    out
}

fn speakers(article: &Article<'_>) -> String {
    let mut out = String::from("<section>\n<h3>Who said what</h3>\n");
    for entity in &article.entities {
        let said: Vec<&Attribution> = article.attributions.iter().filter(|a| is_by(a, entity)).collect();
        if !said.is_empty() {
            out.push_str(&card(article, &entity.name, 1 + entity.id.0 % 6, &said));
        }
    }
    let unknown = |a: &&Attribution| a.source.as_ref().is_none_or(|source| source.entity.is_none());
    for attribution in article.attributions.iter().filter(unknown) {
        let name = attribution.source.as_ref().map_or("nobody is named", |source| &article[source.span]);
        out.push_str(&card(article, name, 0, &[attribution]));
    }
    out.push_str("</section>\n");
    out
}

fn is_by(attribution: &Attribution, entity: &Entity) -> bool {
    attribution.source.as_ref().is_some_and(|source| source.entity == Some(entity.id))
}

fn card(article: &Article<'_>, name: &str, hue: usize, said: &[&Attribution]) -> String {
    let mut out = format!("<div class=\"card s{hue}\"><h4>{}</h4>\n", Escaped(name));
    for attribution in said {
        let Some(quote) = article.quote(attribution.quote) else { continue };
        let words: Vec<&str> = quote.spans.iter().map(|span| &article[*span]).collect();
        let _ = writeln!(
            out,
            "<p class=\"said\"><span class=\"chain\">{}</span> {}</p>",
            chain(article, attribution),
            Escaped(&words.join(" … "))
        );
    }
    out.push_str("</div>\n");
    out
}

/// "Name ← Outlet · said": who, through whom, with which words.
fn chain(article: &Article<'_>, attribution: &Attribution) -> String {
    let words = |source: &Source| Escaped(&article[source.span]).to_string();
    let mut links: Vec<String> = attribution.source.iter().chain(&attribution.via).map(words).collect();
    if links.is_empty() {
        links.push("–".to_owned());
    }
    let cue = attribution.cue.as_ref().map_or("", |cue| &article[cue.span]);
    format!("{} · <i>{}</i>", links.join(" ← "), Escaped(cue))
}

fn timeline(article: &Article<'_>) -> String {
    let mut dates: Vec<(String, &str)> =
        article.dates.iter().map(|date| (date.value.to_string(), &article[date.span])).collect();
    dates.retain(|(value, _)| value.starts_with(|c: char| c.is_ascii_digit()));
    dates.sort();
    dates.dedup();
    if dates.is_empty() {
        return String::new();
    }
    let mut out = String::from("<section>\n<h3>Dates</h3>\n<ol class=\"strip\">\n");
    for (value, words) in dates {
        let _ = writeln!(out, "<li><time>{}</time> {}</li>", Escaped(&value), Escaped(words));
    }
    out.push_str("</ol>\n</section>\n");
    out
}

fn names(article: &Article<'_>) -> String {
    let mut out = String::from("<section>\n<h3>Names</h3>\n<ul class=\"names\">\n");
    for entity in &article.entities {
        let mut roles: Vec<&str> = Vec::new();
        for role in &entity.roles {
            if !roles.contains(&role.title.as_str()) {
                roles.push(&role.title);
            }
        }
        let named = |form| !matches!(form, MentionForm::Nominal | MentionForm::Pronoun);
        let count = entity.mentions.iter().filter(|mention| named(mention.form)).count();
        let _ = writeln!(
            out,
            "<li id=\"e{}\"><span class=\"name {}\">{}</span> <small>{} {} ×{count}</small></li>",
            entity.id,
            css_name(entity.kind.as_str()),
            Escaped(&entity.name),
            Escaped(&roles.join(", ")),
            Escaped(&ids(entity)),
        );
    }
    out.push_str("</ul>\n</section>\n");
    out
}

fn ids(entity: &Entity) -> String {
    entity.ids.iter().map(|(key, value)| format!("{key}:{value}")).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may panic")]

    use super::render;
    use dateline::Parser;

    const NASTY: &str = "<script>alert(1)</script> wins\nBy \"onmouseover=alert(1) x=\"\nOSLO (Reuters) - “</span>\
        <img src=x onerror='y'>,” Minister <b>Ola Berg said on May 3, 2025. &lt; \u{0}\u{c} `x` \u{202e}evil\u{202c}";

    #[test]
    fn nothing_of_the_text_becomes_markup() {
        let parser = Parser::new();
        let page = render(&parser.parse(NASTY));
        for bad in ["<script", "<img", "<b>", "\"onmouseover", "'y'", "\0", "\u{c}"] {
            assert!(!page.contains(bad), "{bad:?} in the page");
        }
        assert!(page.contains("&lt;script&gt;"));
    }

    #[test]
    fn without_its_tags_a_part_is_its_text() {
        let parser = Parser::new();
        let article =
            parser.parse("Talks in Oslo end\n“We won,” Ola Berg said in Oslo on May 3, 2025 & left.");
        for part in &article.parts {
            let html = super::block(&article, part);
            assert_eq!(strip(&html).trim_end(), &article[part.span]);
        }
    }

    /// Leaves out tags and resolves the five escapes.
    fn strip(html: &str) -> String {
        let mut out = String::new();
        let mut inside = false;
        for c in html.chars() {
            match c {
                '<' => inside = true,
                '>' => inside = false,
                c if !inside => out.push(c),
                _ => {}
            }
        }
        let out = out.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
        out.replace("&#39;", "'").replace("&amp;", "&")
    }
}
