//! CoNLL-2003: a token a line, its label in the last of four columns, a blank line between sentences.

use std::fmt::{self, Write as _};

use super::named::names;
use crate::article::Article;
use crate::span::Span;
use crate::text::Tokens;

/// The names of the article as a CoNLL-2003 table: `word start end label`, parted by spaces.
///
/// Word first and label fourth, as in CoNLL-2003, so that its readers and scorers work unchanged; in place of its
/// parts of speech and chunks stand the first byte and the byte after the last. Labels are `PER`, `LOC`, `ORG` and
/// `MISC` (demonyms, events, works, kinds of the caller's own) with `B-` at the first token of a name and `I-` at
/// the others (BIO2), else `O`. Names do not overlap: of two that do, the longer stays. Pronouns and noun phrases
/// are not names. Sentences end with a sentence, a dateline or a part of the article.
///
/// ```
/// let article = dateline::parse("The talks in New York failed.");
/// let conll = dateline::format::conll(&article).to_string();
/// assert!(conll.contains("in 10 12 O\nNew 13 16 B-LOC\nYork 17 21 I-LOC\nfailed 22 28 O\n. 28 29 O\n"));
/// ```
pub fn conll<'a>(article: &'a Article<'a>) -> impl fmt::Display + 'a {
    Conll(article)
}

struct Conll<'a>(&'a Article<'a>);

impl fmt::Display for Conll<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("-DOCSTART- -X- -X- O\n")?;
        let names = names(self.0);
        let breaks = self.breaks();
        let (mut names, mut breaks) = (names.iter().peekable(), breaks.iter().peekable());
        let tokens = Tokens::new(&self.0.text);
        for token in tokens.as_slice() {
            let span = token.span();
            if breaks.next_if(|at| **at <= span.start).is_some() {
                while breaks.next_if(|at| **at <= span.start).is_some() {}
                f.write_char('\n')?;
            }
            while names.next_if(|name| name.span.end <= span.start).is_some() {}
            let name = names.peek().filter(|name| name.span.overlaps(span));
            self.word(f, span)?;
            match name {
                Some(name) if span.start <= name.span.start => writeln!(f, "B-{}", name.conll())?,
                Some(name) => writeln!(f, "I-{}", name.conll())?,
                None => f.write_str("O\n")?,
            }
        }
        Ok(())
    }
}

impl Conll<'_> {
    /// Where parts and sentences begin, sorted.
    fn breaks(&self) -> Vec<usize> {
        let parts = self.0.parts.iter().map(|part| part.span.start);
        let mut breaks: Vec<_> = parts.chain(self.0.sentences.iter().map(|span| span.start)).collect();
        breaks.sort_unstable();
        breaks
    }

    /// The first three columns. A token holds no white space; what other readers might take for it is replaced.
    fn word(&self, f: &mut fmt::Formatter<'_>, span: Span) -> fmt::Result {
        for c in super::words(self.0, span).chars() {
            f.write_char(if c.is_whitespace() || c.is_control() { '_' } else { c })?;
        }
        write!(f, " {} {} ", span.start, span.end)
    }
}

#[cfg(test)]
mod tests {
    use super::conll;
    use crate::parser::Parser;

    #[test]
    fn columns_stay_four_whatever_the_text() {
        let text = "Oslo wins\r\n\u{1c}\0<script>\"a\" \u{202e}b\u{a0}c\u{85}d 'e f\tg\u{2028}h\n\nHe left Norway. She did not.";
        let article = Parser::new().parse(text);
        let table = conll(&article).to_string();
        for line in table.lines().filter(|line| !line.is_empty()) {
            assert_eq!(line.split(char::is_whitespace).count(), 4, "{line:?}");
        }
        assert!(table.contains("\nNorway 56 62 B-LOC\n. 62 63 O\n\nShe 64 67 O\n"), "{table}");
    }

    #[test]
    fn each_label_inside_follows_one_of_its_kind() {
        let article =
            Parser::new().parse("French officials met Maria Berg-Strand of the World Bank in New York City.");
        let table = conll(&article).to_string();
        let labels: Vec<_> = table.lines().filter_map(|line| line.rsplit(' ').next()).collect();
        for pair in labels.windows(2) {
            if let Some(kind) = pair[1].strip_prefix("I-") {
                assert!(pair[0] == format!("B-{kind}") || pair[0] == pair[1], "{pair:?}\n{table}");
            }
        }
        assert!(table.contains("\nFrench 0 6 B-MISC\n") && labels.contains(&"I-LOC"), "{table}");
    }
}
