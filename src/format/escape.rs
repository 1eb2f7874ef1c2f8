//! Text into XML and HTML, and JSON into HTML.

use std::fmt::{self, Write as _};

/// Text as it may stand inside an element or a quoted attribute, of XML and of HTML.
///
/// `& < > " '` are written as references. Neither language can hold most control characters, nor U+FFFE and U+FFFF,
/// escaped or not: they become U+FFFD. A carriage return is written as a reference, else reading would turn it
/// into a line feed. Bidirectional controls are text and stay: a page keeps them from turning its own words with
/// `unicode-bidi: isolate`.
///
/// ```
/// let title = dateline::format::escape("Dogs & \"cats\"").to_string();
/// assert_eq!(title, "Dogs &amp; &quot;cats&quot;");
/// ```
pub fn escape(text: &str) -> impl fmt::Display + '_ {
    Escaped(text)
}

struct Escaped<'a>(&'a str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for c in self.0.chars() {
            match c {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                '\'' => f.write_str("&#39;")?,
                '\r' => f.write_str("&#13;")?,
                '\n' | '\t' => f.write_char(c)?,
                '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => f.write_char('\u{fffd}')?,
                c => f.write_char(c)?,
            }
        }
        Ok(())
    }
}

/// JSON made safe to stand inside a `<script>` element of an HTML page, as JSON-LD does.
///
/// No JSON writer escapes `<`, so that an article that holds `</script>` would end the element. In JSON, `<`
/// stands only inside strings, where `\u003c` means the same.
///
/// ```
/// let json = r#"{"headline":"</script><script>alert(1)"}"#;
/// assert_eq!(
///     dateline::format::script_safe(json),
///     r#"{"headline":"\u003c/script>\u003cscript>alert(1)"}"#,
/// );
/// ```
#[must_use]
pub fn script_safe(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        match c {
            '<' => out.push_str("\\u003c"),
            // JavaScript before 2019 ends a line here, and a string with it.
            '\u{2028}' => out.push_str("\\u2028"),
            '\u{2029}' => out.push_str("\\u2029"),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{escape, script_safe};

    #[test]
    fn what_markup_cannot_hold_is_escaped_or_replaced() {
        let text = "<script>\"a\" & 'b'</script>\r\n\t\0\u{b}\u{ffff}\u{202e}é🚢";
        let want = "&lt;script&gt;&quot;a&quot; &amp; &#39;b&#39;&lt;/script&gt;&#13;\n\t\u{fffd}\u{fffd}\u{fffd}\u{202e}é🚢";
        assert_eq!(escape(text).to_string(), want);
    }

    #[test]
    fn json_in_a_script_reads_back_as_the_same() {
        let json = serde_json::to_string("a <!-- </script> \u{2028} \\ \" b").unwrap();
        let safe = script_safe(&json);
        assert!(!safe.contains(['<', '\u{2028}']));
        assert_eq!(
            serde_json::from_str::<String>(&safe).unwrap(),
            serde_json::from_str::<String>(&json).unwrap()
        );
    }
}
