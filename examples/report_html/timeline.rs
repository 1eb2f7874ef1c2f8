//! The dates on a line of time, and beside it those that lie nowhere on it.

use dateline::format::escape;
use dateline::{Anchor, Article, Date};

pub(crate) fn section(article: &Article<'_>) -> String {
    if article.dates.is_empty() {
        return String::new();
    }
    let mut rows: Vec<_> = article
        .dates
        .iter()
        .enumerate()
        .filter_map(|(at, date)| Some(((date.range?.from, date.value.to_string()), row(article, at, date))))
        .collect();
    if let Some(published) = article.published {
        let day = published.date;
        let row = format!(
            "<li class=\"published\"><time>{day}</time><span>published <small>{}</small></span></li>\n",
            published.origin
        );
        rows.push(((day, day.to_string()), row));
    }
    rows.sort_by(|(a, _), (b, _)| a.cmp(b));
    let rows: String = rows.into_iter().map(|(_, row)| row).collect();
    format!(
        "<section>\n<h2>Timeline</h2>\n<ol class=\"timeline\">\n{rows}</ol>\n{}</section>\n",
        rest(article)
    )
}

fn row(article: &Article<'_>, at: usize, date: &Date) -> String {
    let class = if date.relative { "relative" } else { "explicit" };
    format!(
        "<li class=\"{class}\" id=\"d{at}\"><time>{}</time><span><a href=\"#w{at}\">{}</a> <small>{}</small></span></li>\n",
        escape(&date.value.to_string()),
        escape(&article[date.span]),
        anchor(article, date)
    )
}

/// What a value was counted from, in words.
fn anchor(article: &Article<'_>, date: &Date) -> String {
    match date.anchor {
        Anchor::Published => "from publication".to_owned(),
        Anchor::Caption => "from its caption".to_owned(),
        Anchor::Dateline => "from the dateline".to_owned(),
        Anchor::Mention(at) => match article.dates.get(at) {
            Some(before) => format!("from “{}”", escape(&article[before.span])),
            None => String::new(),
        },
        _ => String::new(),
    }
}

/// Lengths of time, recurring times, days that no calendar has.
fn rest(article: &Article<'_>) -> String {
    let dates = article.dates.iter().enumerate().filter(|(_, date)| date.range.is_none());
    let rows: String = dates.map(|(at, date)| length(article, at, date)).collect();
    if rows.is_empty() { rows } else { format!("<ul class=\"lengths\">\n{rows}</ul>\n") }
}

fn length(article: &Article<'_>, at: usize, date: &Date) -> String {
    let (words, value) = (&article[date.span], date.value.to_string());
    format!(
        "<li id=\"d{at}\"><a href=\"#w{at}\">{}</a> <time>{}</time></li>\n",
        escape(words),
        escape(&value)
    )
}
