//! brat standoff: one annotation a line, beside the unchanged text.

use std::fmt::{self, Write as _};

use super::{reference, words};
use crate::article::Article;
use crate::entity::Entity;
use crate::offsets::OffsetMap;
use crate::quote::Quote;
use crate::span::Span;

/// The annotations of the article as a brat `.ann` file; the `.txt` beside it is the text, unchanged.
///
/// | line | holds |
/// |---|---|
/// | `T` | mentions (`person`, `place`, …), `date`, `time`, `duration`, `set`, quotes (`direct`, `indirect`, `mixed`), `source`, `cue` |
/// | `A` | the `Form` of a mention |
/// | `N` | the best-known id of an entity, at its first mention |
/// | `*` | the mentions of one entity |
/// | `R` | `said_by` from quote to source, `cued_by` to the cue, `via` to each relay, `cites` to whom the source relies on |
/// | `#` | the value of a date |
///
/// Offsets count characters. A stretch that runs over a line end is written in fragments, as brat wants it.
///
/// ```
/// let article = dateline::parse("Zürich is in Switzerland.");
/// let brat = dateline::format::brat(&article).to_string();
/// assert!(brat.starts_with("T1\tplace 0 6\tZürich\nA1\tForm T1 name\n"));
/// ```
pub fn brat<'a>(article: &'a Article<'a>) -> impl fmt::Display + 'a {
    Brat(article)
}

struct Brat<'a>(&'a Article<'a>);

impl fmt::Display for Brat<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut writer = Writer { f, article: self.0, map: self.0.offsets(), last: Last::default() };
        self.0.entities.iter().try_for_each(|entity| writer.entity(entity))?;
        for date in &self.0.dates {
            if let Some(t) = writer.text_bound(date.kind.as_str(), &[date.span])? {
                writer.note(t, &date.value)?;
            }
        }
        self.0.quotes.iter().try_for_each(|quote| writer.quote(quote))
    }
}

/// The numbers given last.
#[derive(Default)]
struct Last {
    text_bound: usize,
    attribute: usize,
    normalization: usize,
    relation: usize,
    note: usize,
}

struct Writer<'w, 'f, 'a> {
    f: &'w mut fmt::Formatter<'f>,
    article: &'a Article<'a>,
    map: OffsetMap<'a>,
    last: Last,
}

impl Writer<'_, '_, '_> {
    fn entity(&mut self, entity: &Entity) -> fmt::Result {
        let kind = type_name(entity.kind.as_str());
        let mut mentions = Vec::with_capacity(entity.mentions.len());
        for mention in &entity.mentions {
            let Some(t) = self.text_bound(&kind, &[mention.span])? else { continue };
            self.last.attribute += 1;
            writeln!(self.f, "A{}\tForm T{t} {}", self.last.attribute, mention.form)?;
            mentions.push(t);
        }
        if let (Some(reference), Some(first)) = (reference(entity), mentions.first()) {
            self.last.normalization += 1;
            let (n, reference, name) =
                (self.last.normalization, blank_free(&reference), one_line(&entity.name));
            writeln!(self.f, "N{n}\tReference T{first} {reference}\t{name}")?;
        }
        if mentions.len() > 1 {
            self.f.write_str("*\tEquiv")?;
            mentions.iter().try_for_each(|t| write!(self.f, " T{t}"))?;
            self.f.write_char('\n')?;
        }
        Ok(())
    }

    fn quote(&mut self, quote: &Quote) -> fmt::Result {
        let Some(said) = self.text_bound(quote.kind.as_str(), &quote.spans)? else { return Ok(()) };
        let Some(attribution) = quote.attribution.and_then(|id| self.article.attribution(id)) else {
            return Ok(());
        };
        let source = attribution.source.iter().map(|source| ("said_by", "source", source.span));
        let cue = attribution.cue.iter().map(|cue| ("cued_by", "cue", cue.span));
        let via = attribution.via.iter().map(|source| ("via", "source", source.span));
        let cited = attribution.cited.iter().map(|source| ("cites", "source", source.span));
        for (relation, kind, span) in source.chain(cue).chain(via).chain(cited) {
            let Some(t) = self.text_bound(kind, &[span])? else { continue };
            self.last.relation += 1;
            writeln!(self.f, "R{}\t{relation} Arg1:T{said} Arg2:T{t}", self.last.relation)?;
        }
        Ok(())
    }

    fn note(&mut self, t: usize, note: &dyn fmt::Display) -> fmt::Result {
        self.last.note += 1;
        writeln!(self.f, "#{}\tAnnotatorNotes T{t}\t{note}", self.last.note)
    }

    /// Writes an annotation of text and gives its number; nothing for spans that hold only line ends.
    fn text_bound(&mut self, kind: &str, spans: &[Span]) -> Result<Option<usize>, fmt::Error> {
        let fragments: Vec<Span> = spans.iter().flat_map(|span| lines(self.article, *span)).collect();
        if fragments.is_empty() {
            return Ok(None);
        }
        self.last.text_bound += 1;
        write!(self.f, "T{}\t{kind} ", self.last.text_bound)?;
        for (i, span) in fragments.iter().enumerate() {
            let range = self.map.chars(*span);
            write!(self.f, "{}{} {}", if i == 0 { "" } else { ";" }, range.start, range.end)?;
        }
        for (i, span) in fragments.iter().enumerate() {
            write!(self.f, "{}{}", if i == 0 { '\t' } else { ' ' }, words(self.article, *span))?;
        }
        self.f.write_char('\n')?;
        Ok(Some(self.last.text_bound))
    }
}

/// The stretches of a span between characters that a line of the file cannot hold.
fn lines(article: &Article<'_>, span: Span) -> Vec<Span> {
    let mut out = Vec::new();
    let mut start = span.start;
    let text = words(article, span);
    let breaks = text.char_indices().filter(|(_, c)| breaks_line(*c));
    for (at, len) in breaks.map(|(at, c)| (span.start + at, c.len_utf8())).chain([(span.end, 0)]) {
        if at > start && !text.is_empty() {
            out.push(Span::new(start, at));
        }
        start = at + len;
    }
    out
}

/// What ends a line or a column for one of brat's readers: Python's `splitlines` knows more ends than most.
fn breaks_line(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')
}

fn one_line(text: &str) -> String {
    text.replace(breaks_line, " ")
}

fn blank_free(text: &str) -> String {
    text.replace(|c: char| breaks_line(c) || c.is_whitespace(), "_")
}

/// A kind as brat writes types: letters, digits, `_` and `-`.
fn type_name(kind: &str) -> String {
    kind.replace(|c: char| !c.is_ascii_alphanumeric() && c != '-', "_")
}

#[cfg(test)]
mod tests {
    use super::{brat, type_name};
    use crate::parser::Parser;
    use crate::quote::QuoteKind;
    use crate::span::Span;

    /// Each text-bound line holds what brat finds at its offsets.
    fn assert_readable(text: &str) {
        let article = Parser::new().parse(text);
        let chars: Vec<char> = text.chars().collect();
        for line in brat(&article).to_string().lines().filter(|line| line.starts_with('T')) {
            let columns: Vec<&str> = line.split('\t').collect();
            assert_eq!(columns.len(), 3, "{line:?}");
            let (_, offsets) = columns[1].split_once(' ').unwrap();
            let pieces: Vec<String> = offsets
                .split(';')
                .map(|pair| {
                    let (start, end) = pair.split_once(' ').unwrap();
                    chars[start.parse().unwrap()..end.parse().unwrap()].iter().collect()
                })
                .collect();
            assert_eq!(pieces.join(" "), columns[2], "{line:?}");
        }
    }

    #[test]
    fn offsets_are_characters_and_lines_stay_whole() {
        assert_readable(
            "🚢 Zürich\r\n“We </script>\twon,” Ola Berg told Reuters in Oslo on May 3, 2025.\u{202e}",
        );
        assert_readable("“A,” said Ola Berg. “B\n\n“and C,\u{2028}D.” He left\tNorway\u{85} on\nMay 3.");
        assert_readable("");
    }

    #[test]
    fn a_quote_points_to_its_source_and_its_cue() {
        let article = Parser::new().parse("“We have won,” said Ola Berg.");
        assert_eq!(article.quotes[0].kind, QuoteKind::Direct);
        let ann = brat(&article).to_string();
        for line in ["direct 1 13\tWe have won,", "source 20 28\tOla Berg", "cue 15 19\tsaid"] {
            assert!(ann.contains(line), "{ann}");
        }
        assert!(ann.contains("R1\tsaid_by Arg1:T2 Arg2:T3") && ann.contains("R2\tcued_by"), "{ann}");
    }

    #[test]
    fn kinds_of_the_callers_become_types() {
        assert_eq!(type_name("oil tanker\t1"), "oil_tanker_1");
    }

    #[test]
    fn a_span_that_does_not_fit_writes_nothing() {
        let mut article = Parser::new().parse("On May 3, 2025 it rained.");
        article.dates[0].span = Span::new(3, 900);
        assert_eq!(brat(&article).to_string(), "");
    }
}
