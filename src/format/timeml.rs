//! TimeML 1.2.1: the text with each date in a `TIMEX3` element.

use std::fmt;

use super::escape::escape;
use super::words;
use crate::article::Article;
use crate::date::{Anchor, Date};
use crate::span::Span;

/// The article as a TimeML document, its dates inline.
///
/// The publication date, where it is known, is the document creation time, `t0`; the dates of the text follow as
/// `t1`, `t2`, … in order. `temporalFunction` says that a value depends on another, `anchorTimeID` on which. A date
/// that the calendar does not have carries the value that the text says. With the elements taken out and the
/// entities read, the `TEXT` element is the text, except for control characters, which XML cannot hold.
///
/// ```
/// let article = dateline::parse("Prices rose <5% in the third quarter of 2024.");
/// let timeml = dateline::format::timeml(&article).to_string();
/// assert!(timeml.contains(
///     r#"rose &lt;5% in <TIMEX3 tid="t1" type="DATE" value="2024-Q3">the third quarter of 2024</TIMEX3>."#
/// ));
/// ```
pub fn timeml<'a>(article: &'a Article<'a>) -> impl fmt::Display + 'a {
    TimeMl(article)
}

struct TimeMl<'a>(&'a Article<'a>);

const OPEN: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
    <TimeML xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" \
    xsi:noNamespaceSchemaLocation=\"http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd\">\n";

impl fmt::Display for TimeMl<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(OPEN)?;
        if let Some(published) = self.0.published {
            let day = published.date;
            f.write_str("<DCT><TIMEX3 tid=\"t0\" type=\"DATE\" ")?;
            writeln!(
                f,
                "value=\"{day}\" temporalFunction=\"false\" functionInDocument=\"CREATION_TIME\">{day}</TIMEX3></DCT>"
            )?;
        }
        f.write_str("<TEXT>")?;
        let mut written = 0;
        for (i, date) in self.0.dates.iter().enumerate() {
            let before = Span::new(written, date.span.start);
            write!(f, "{}", escape(words(self.0, before)))?;
            self.timex3(f, i, date)?;
            written = date.span.end;
        }
        let rest = Span::new(written, self.0.text.len());
        writeln!(f, "{}</TEXT>\n</TimeML>", escape(words(self.0, rest)))
    }
}

impl TimeMl<'_> {
    fn timex3(&self, f: &mut fmt::Formatter<'_>, i: usize, date: &Date) -> fmt::Result {
        let kind = date.kind.as_str().to_ascii_uppercase();
        write!(f, "<TIMEX3 tid=\"t{}\" type=\"{kind}\" value=\"{}\"", i + 1, date.value)?;
        if let Some(modifier) = date.modifier {
            write!(f, " mod=\"{modifier}\"")?;
        }
        if date.relative {
            f.write_str(" temporalFunction=\"true\"")?;
        }
        match date.anchor {
            Anchor::Published if self.0.published.is_some() => f.write_str(" anchorTimeID=\"t0\"")?,
            Anchor::Mention(at) if at < self.0.dates.len() => write!(f, " anchorTimeID=\"t{}\"", at + 1)?,
            _ => {}
        }
        write!(f, ">{}</TIMEX3>", escape(words(self.0, date.span)))
    }
}

#[cfg(test)]
mod tests {
    use super::timeml;
    use crate::input::Input;
    use crate::parser::Parser;

    /// The text of the `TEXT` element, read as an XML parser would.
    fn text_of(timeml: &str) -> String {
        let inside = &timeml[timeml.find("<TEXT>").unwrap() + 6..timeml.find("</TEXT>").unwrap()];
        let mut text = String::new();
        let mut rest = inside;
        while let Some(at) = rest.find('<') {
            text += &rest[..at];
            rest = &rest[at + rest[at..].find('>').unwrap() + 1..];
        }
        text += rest;
        let refs =
            [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#13;", "\r"), ("&amp;", "&")];
        refs.iter().fold(text, |text, (entity, c)| text.replace(entity, c))
    }

    #[test]
    fn the_text_comes_back_whatever_it_holds() {
        let text =
            "A </TEXT> & <script>\"May 3, 2025\"</script> isn't\r\nMay 4, 2025 \u{202e}é🚢 ]]> \t&amp;lt;";
        let article = Parser::new().parse(text);
        assert_eq!(article.dates.len(), 2);
        assert_eq!(text_of(&timeml(&article).to_string()), text);
    }

    #[test]
    fn dates_name_what_they_depend_on() {
        let day = chrono::NaiveDate::from_ymd_opt(2025, 3, 4);
        let input = Input::new("It closed on Monday for about three weeks.").published(day);
        let article = Parser::new().parse(input);
        let timeml = timeml(&article).to_string();
        assert!(
            timeml.contains("functionInDocument=\"CREATION_TIME\">2025-03-04</TIMEX3></DCT>"),
            "{timeml}"
        );
        let monday = "<TIMEX3 tid=\"t1\" type=\"DATE\" value=\"2025-03-03\" temporalFunction=\"true\" anchorTimeID=\"t0\">Monday<";
        assert!(timeml.contains(monday), "{timeml}");
        let weeks =
            "<TIMEX3 tid=\"t2\" type=\"DURATION\" value=\"P3W\" mod=\"APPROX\">about three weeks</TIMEX3>.";
        assert!(timeml.contains(weeks), "{timeml}");
    }
}
