//! The page: the article on the left, speakers, dates and names on the right.

use dateline::Article;
use dateline::format::escape;

use crate::speakers::Speakers;
use crate::text::Text;
use crate::{names, timeline};

const STYLE: &str = include_str!("style.css");

/// The whole page. Everything that comes from the text is escaped; should something not be, the browser runs and loads
/// nothing all the same.
pub(crate) fn render(article: &Article<'_>) -> String {
    let speakers = Speakers::of(article);
    let text = Text::new(article, &speakers);
    let parts: String = article.parts.iter().map(|part| text.part(part)).collect();
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n{}\
         <main>\n<article>\n{parts}</article>\n<aside>\n{}{}{}</aside>\n</main>\n</body>\n</html>\n",
        escape(article.headline().unwrap_or("Article")),
        header(article),
        speakers.section(article),
        timeline::section(article),
        names::section(article),
    )
}

/// What was found, and what the colours mean.
fn header(article: &Article<'_>) -> String {
    let counts = [
        (article.parts.len(), "part"),
        (article.entities.len(), "name"),
        (article.dates.len(), "date"),
        (article.quotes.len(), "quote"),
    ];
    let counts: Vec<String> = counts.iter().map(|(n, what)| counted(*n, what)).collect();
    let kinds = ["person", "organization", "outlet", "place"];
    let kinds: String =
        kinds.iter().map(|kind| format!("<span class=\"name {kind}\">{kind}</span> ")).collect();
    format!(
        "<header>\n<p><b>dateline</b> {}</p>\n<p class=\"legend\">{kinds}<span class=\"date\">date</span> \
         <span class=\"quote direct s1\">in marks</span> <span class=\"quote indirect s1\">in other words</span> \
         <span class=\"cue s1\">cue</span></p>\n</header>\n",
        counts.join(" · ")
    )
}

fn counted(n: usize, what: &str) -> String {
    format!("{n} {what}{}", if n == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::string_slice, reason = "a test may panic")]

    use super::render;
    use crate::speakers::Speakers;
    use crate::text::Text;
    use dateline::Parser;

    const NASTY: &str = "<script>alert(1)</script> wins\nBy \"onmouseover=alert(1) x=\"\nOSLO (Reuters) - “</span>\
        <img src=x onerror='y'>,” Minister <b>Ola Berg said on May 3, 2025. &lt; \u{0}\u{c} `x` \u{202e}evil\u{202c}";

    #[test]
    fn nothing_of_the_text_becomes_markup() {
        let parser = Parser::new();
        let page = render(&parser.parse(NASTY));
        for bad in ["<script", "<img", "<b>Ola", "\"onmouseover", "'y'", "\0", "\u{c}"] {
            assert!(!page.contains(bad), "{bad:?} in the page");
        }
        assert!(page.contains("&lt;script&gt;"));
    }

    #[test]
    fn without_its_tags_a_part_is_its_text() {
        let parser = Parser::new();
        for text in [
            "Talks in Oslo end\n“We won,” Ola Berg said in Oslo on May 3, 2025 & left.",
            include_str!("../data/health.txt"),
            include_str!("../data/wildfire.txt"),
            NASTY,
        ] {
            let article = parser.parse(text);
            let speakers = Speakers::of(&article);
            let marked = Text::new(&article, &speakers);
            for part in &article.parts {
                let wanted = article[part.span].replace(['\0', '\u{c}'], "\u{fffd}");
                assert_eq!(strip(&marked.part(part)).trim_end(), wanted);
            }
        }
    }

    /// Each link leads somewhere, and nothing has two places.
    #[test]
    fn links_hold() {
        let parser = Parser::new();
        let page = render(&parser.parse(include_str!("../data/health.txt")));
        let all = |open: &str| -> Vec<String> {
            page.split(open).skip(1).map(|rest| rest[..rest.find('"').unwrap()].to_owned()).collect()
        };
        let (mut ids, links) = (all(" id=\""), all("href=\"#"));
        assert!(ids.len() > 20 && links.len() > 20);
        for link in links {
            assert!(ids.contains(&link), "{link}");
        }
        let many = ids.len();
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), many);
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
