//! The article itself, part by part, with its marks.

use std::fmt::Write as _;

use dateline::format::escape;
use dateline::{Article, Part, PartKind, Quote, Span};

use crate::marks::{Mark, Marks};
use crate::names::css_name;
use crate::speakers::{Speakers, number};

/// What is marked in an article, ready to be written.
pub(crate) struct Text<'a> {
    article: &'a Article<'a>,
    marks: Marks,
    speakers: &'a Speakers,
}

impl<'a> Text<'a> {
    pub(crate) fn new(article: &'a Article<'a>, speakers: &'a Speakers) -> Self {
        Self { article, marks: Marks::of(article), speakers }
    }

    pub(crate) fn part(&self, part: &Part) -> String {
        let tag = match part.kind {
            PartKind::Headline => "h1",
            PartKind::Heading => "h2",
            _ => "p",
        };
        let mut out = format!(
            "<{tag} class=\"part {kind}{noise}\" data-kind=\"{label}\" title=\"{kind} · rule {rule} · {sure}\">",
            kind = part.kind,
            noise = if is_noise(part.kind) { " noise" } else { "" },
            label = part.kind.as_str().replace('_', " "),
            rule = escape(part.rule.as_str()),
            sure = part.confidence,
        );
        for (span, marks) in self.marks.cut(part.span) {
            self.stretch(&mut out, span, &marks);
        }
        let _ = writeln!(out, "</{tag}>");
        out
    }

    /// One stretch under one set of marks; what a card or the timeline points to gets an anchor before it.
    fn stretch(&self, out: &mut String, span: Span, marks: &[Mark]) {
        let words = escape(&self.article[span]);
        if marks.is_empty() {
            let _ = write!(out, "{words}");
            return;
        }
        marks.iter().filter_map(|mark| self.anchor(*mark, span)).for_each(|anchor| out.push_str(&anchor));
        let class: Vec<String> = marks.iter().map(|mark| self.class(*mark)).collect();
        let why: Vec<String> = marks.iter().filter_map(|mark| self.why(*mark)).collect();
        let (tag, link) = match marks.iter().find_map(|mark| target(*mark)) {
            Some(target) => ("a", format!(" href=\"#{target}\"")),
            None => ("span", String::new()),
        };
        let (class, why) = (class.join(" "), why.join("\n"));
        let _ = write!(out, "<{tag}{link} class=\"{class}\" title=\"{}\">{words}</{tag}>", escape(&why));
        marks.iter().filter_map(|mark| self.number(*mark, span)).for_each(|number| out.push_str(&number));
    }

    fn anchor(&self, mark: Mark, span: Span) -> Option<String> {
        match mark {
            Mark::Quote(id) => {
                let first = self.article.quote(id)?.spans.first()?;
                (first.start == span.start).then(|| format!("<span id=\"q{id}\"></span>"))
            }
            Mark::Date(at) => (self.article.dates.get(at)?.span.start == span.start)
                .then(|| format!("<span id=\"w{at}\"></span>")),
            _ => None,
        }
    }

    /// The number of a quote behind its last word, written by the style sheet.
    fn number(&self, mark: Mark, span: Span) -> Option<String> {
        let Mark::Quote(id) = mark else { return None };
        let last = self.article.quote(id)?.spans.last()?;
        (last.end == span.end).then(|| {
            let (hue, number) = (self.speakers.hue(self.article, id), number(id));
            format!("<a class=\"ref s{hue}\" href=\"#s{id}\" data-number=\"{number}\" aria-label=\"quote {number}\"></a>")
        })
    }

    fn class(&self, mark: Mark) -> String {
        let hue = |quote| self.speakers.hue(self.article, quote);
        match mark {
            Mark::Quote(id) => {
                let kind = self.article.quote(id).map_or("", |quote| quote.kind.as_str());
                format!("quote {kind} s{}", hue(id))
            }
            Mark::Cue(id) => format!("cue s{}", hue(id)),
            Mark::Name(id, _) => {
                let kind = self.article.entity(id).map_or("", |entity| entity.kind.as_str());
                format!("name {}", css_name(kind))
            }
            Mark::Date(_) => "date".to_owned(),
            Mark::Dateline => "dateline".to_owned(),
            Mark::Author => "author".to_owned(),
            Mark::Credit => "credit".to_owned(),
            Mark::Marked(role) => format!("marked {role}"),
        }
    }

    /// What the mark is, which rule made it, and how sure that is.
    fn why(&self, mark: Mark) -> Option<String> {
        Some(match mark {
            Mark::Quote(id) => said(self.article, self.article.quote(id)?),
            Mark::Name(id, at) => {
                let entity = self.article.entity(id)?;
                let form = entity.mentions.get(at)?.form;
                let (kind, name) = (&entity.kind, &entity.name);
                format!("{kind} {name}, by {form} · rule {} · {}", entity.rule, entity.confidence)
            }
            Mark::Date(at) => {
                let date = self.article.dates.get(at)?;
                format!("{} {} · rule {} · {}", date.kind, date.value, date.rule, date.confidence)
            }
            Mark::Cue(id) => {
                let cue = self.article.attribution(self.article.quote(id)?.attribution?)?.cue.as_ref()?;
                format!("cue “{}”, a word of {}", cue.lemma, cue.class)
            }
            Mark::Dateline => "dateline".to_owned(),
            Mark::Author => "author".to_owned(),
            Mark::Credit => "credit".to_owned(),
            Mark::Marked(role) => format!("in marks, no quote: {role}"),
        })
    }
}

fn said(article: &Article<'_>, quote: &Quote) -> String {
    let source = article.source(quote).map(|source| &article[source.span]);
    let who =
        article.speaker(quote).map(|speaker| speaker.name.as_str()).or(source).unwrap_or("nobody named");
    let number = number(quote.id);
    format!("quote {number}, {}, by {who} · rule {} · {}", quote.kind, quote.rule, quote.confidence)
}

/// What a click on the mark leads to.
fn target(mark: Mark) -> Option<String> {
    match mark {
        Mark::Name(id, _) => Some(format!("e{id}")),
        Mark::Date(at) => Some(format!("d{at}")),
        _ => None,
    }
}

/// What a reader would skip; bylines, times and corrections are no content, and still not noise.
fn is_noise(kind: PartKind) -> bool {
    use PartKind::{AuthorBio, Byline, Contributors, Correction, Credit, Kicker, Timestamp};
    !kind.is_content()
        && !matches!(kind, AuthorBio | Byline | Contributors | Correction | Credit | Kicker | Timestamp)
}
