//! Who said what: a card for each speaker, and one for those whom the text does not name.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use dateline::format::escape;
use dateline::{Article, Attribution, Entity, EntityId, Quote, QuoteId, Source};

use crate::names::{css_name, roles};

/// Colours for speakers; the style sheet has as many.
const HUES: usize = 6;

/// The speakers in the order in which they first speak.
pub(crate) struct Speakers(BTreeMap<EntityId, usize>);

impl Speakers {
    pub(crate) fn of(article: &Article<'_>) -> Self {
        let mut order = BTreeMap::new();
        for speaker in article.quotes.iter().filter_map(|quote| article.speaker(quote)) {
            let next = order.len();
            order.entry(speaker.id).or_insert(next);
        }
        Self(order)
    }

    /// The number of the colour of who said it; 0 where nobody knows.
    pub(crate) fn hue(&self, article: &Article<'_>, quote: QuoteId) -> usize {
        let speaker = article.quote(quote).and_then(|quote| article.speaker(quote));
        let at = speaker.and_then(|speaker| self.0.get(&speaker.id));
        at.map_or(0, |at| 1 + at % HUES)
    }

    pub(crate) fn section(&self, article: &Article<'_>) -> String {
        let mut cards: Vec<(Option<&Entity>, Vec<&Quote>)> =
            vec![(None, Vec::new()); self.0.len().saturating_add(1)];
        for quote in &article.quotes {
            let speaker = article.speaker(quote);
            let at = speaker.and_then(|speaker| self.0.get(&speaker.id)).copied().unwrap_or(self.0.len());
            if let Some(card) = cards.get_mut(at) {
                card.0 = speaker;
                card.1.push(quote);
            }
        }
        cards.retain(|(_, quotes)| !quotes.is_empty());
        if cards.is_empty() {
            return String::new();
        }
        let cards: String = cards.iter().map(|(speaker, said)| self.card(article, *speaker, said)).collect();
        format!("<section class=\"cards\">\n<h2>Who said what</h2>\n{cards}</section>\n")
    }

    fn card(&self, article: &Article<'_>, speaker: Option<&Entity>, said: &[&Quote]) -> String {
        let hue = said.first().map_or(0, |quote| self.hue(article, quote.id));
        let head = match speaker {
            Some(speaker) => format!(
                "<h3><a href=\"#e{}\">{}</a></h3>\n<p class=\"who\"><span class=\"kind {}\">{}</span> {}</p>\n",
                speaker.id,
                escape(&speaker.name),
                css_name(speaker.kind.as_str()),
                escape(speaker.kind.as_str()),
                escape(&roles(speaker))
            ),
            None => "<h3>Sources without a name</h3>\n".to_owned(),
        };
        let lines: String = said.iter().map(|quote| line(article, quote)).collect();
        format!("<div class=\"card s{hue}\">\n{head}<ol>\n{lines}</ol>\n</div>\n")
    }
}

/// One quote of a card: its number in the text, its words, the chain, and why.
fn line(article: &Article<'_>, quote: &Quote) -> String {
    let words: Vec<&str> = quote.spans.iter().map(|span| article[*span].trim_end_matches(',')).collect();
    let said = quote.attribution.and_then(|id| article.attribution(id));
    format!(
        "<li id=\"s{id}\"><a class=\"number\" href=\"#q{id}\">{number}</a>\n\
         <blockquote class=\"{kind}\">{words}</blockquote>\n{chain}<p class=\"why\">{kind} · {why}</p>\n</li>\n",
        id = quote.id,
        number = number(quote.id),
        kind = quote.kind,
        words = escape(&words.join(" … ")),
        chain = said.map_or_else(String::new, |said| chain(article, said)),
        why = escape(&why(quote, said)),
    )
}

/// Which rule found the quote and which its speaker, and how sure they are.
fn why(quote: &Quote, said: Option<&Attribution>) -> String {
    let found = format!("{}, {}", quote.rule, quote.confidence);
    match said {
        Some(said) if said.rule != quote.rule || said.confidence != quote.confidence => {
            format!("{found} · speaker by {}, {}", said.rule, said.confidence)
        }
        _ => found,
    }
}

/// The number that a reader sees.
pub(crate) fn number(quote: QuoteId) -> usize {
    quote.0.saturating_add(1)
}

/// How the words came to the reader: who, with which verb, to whom, through whom.
fn chain(article: &Article<'_>, said: &Attribution) -> String {
    let mut out = String::from("<p class=\"chain\">");
    let words = |source: &Source| format!("<b>{}</b>", escape(&article[source.span]));
    out.push_str(&said.source.as_ref().map_or_else(|| "<b>nobody is named</b>".to_owned(), words));
    if let Some(cue) = &said.cue {
        let _ = write!(out, " <i>{}</i>", escape(&article[cue.span]));
    }
    if let Some(addressee) = said.addressee {
        let _ = write!(out, " {}", escape(&article[addressee]));
    }
    for cited in &said.cited {
        let _ = write!(out, " <i>citing</i> {}", words(cited));
    }
    for relay in &said.via {
        let _ = write!(out, " <i class=\"arrow\">→</i> {}", words(relay));
    }
    out.push_str("</p>\n");
    out
}
