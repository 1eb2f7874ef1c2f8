//! spaCy's EntityRuler patterns: JSON Lines of `{"label": …, "pattern": …, "id": …}`.
//!
//! A pattern is a string, or a list of tokens that hold `TEXT`, `ORTH` or `LOWER` with a string. The crate
//! carries no JSON parser at run time, and this shape needs none: what is read here is objects and lists of
//! strings, strictly, and everything else is a fault with its byte.

use super::EntityKind;
use super::entry::Entry;
use crate::error::{Error, Place, Problem, short};

/// Reads patterns and shows each as an entry.
pub(super) fn read(
    lines: &str,
    mut each: impl FnMut(usize, Entry) -> Result<(), Error>,
) -> Result<(), Error> {
    let lines = lines.strip_prefix('\u{feff}').unwrap_or(lines);
    for (number, line) in (1..).zip(lines.lines()).filter(|(_, line)| !line.trim().is_empty()) {
        let entry = pattern(line).map_err(|problem| Error::new(Place::Line(number), problem))?;
        each(number, entry)?;
    }
    Ok(())
}

/// The kind of a spaCy label; an unknown label is a kind of the caller's.
fn kind(label: &str) -> EntityKind {
    match label {
        "PERSON" | "PER" => EntityKind::Person,
        "GPE" | "LOC" | "FAC" => EntityKind::Place,
        "ORG" => EntityKind::Organization,
        "EVENT" => EntityKind::Event,
        "WORK_OF_ART" | "LAW" | "PRODUCT" => EntityKind::Work,
        label => label.into(),
    }
}

fn pattern(line: &str) -> Result<Entry, Problem> {
    let mut json = Json { text: line, at: 0 };
    let (mut label, mut name, mut id) = (None, None, None);
    json.object(|json, key| {
        match key {
            "label" => label = Some(json.string()?),
            "id" => id = Some(json.string()?),
            "pattern" => name = Some(json.name()?),
            _ => return Err(json.fault("label, pattern or id")),
        }
        Ok(())
    })?;
    json.end()?;
    let label = label.filter(|label| !label.is_empty()).ok_or_else(|| json.fault("a label"))?;
    let (name, any_case) = name.ok_or_else(|| json.fault("a pattern"))?;
    let mut entry = Entry::new(id.unwrap_or_default(), kind(&label), name);
    entry.any_case = any_case;
    Ok(entry)
}

/// Joins the next token to a name as print does: marks and possessives hang on the word before them.
fn join(name: &mut String, token: &str) {
    let mark = |c: char| matches!(c, ',' | '.' | ':' | ';' | ')' | '-' | '–' | '\'' | '’' | '/');
    let hangs = token.starts_with(mark) || name.ends_with(['-', '–', '(', '/', '$', '#', '@']);
    if !name.is_empty() && !hangs {
        name.push(' ');
    }
    name.push_str(token);
}

/// A reader of the JSON that patterns are made of.
struct Json<'t> {
    text: &'t str,
    at: usize,
}

impl Json<'_> {
    fn fault(&self, expected: &'static str) -> Problem {
        Problem::Json { expected, at: self.at.saturating_add(1) }
    }

    fn peek(&mut self) -> Option<u8> {
        let bytes = self.text.as_bytes();
        while matches!(bytes.get(self.at), Some(b' ' | b'\t' | b'\r')) {
            self.at = self.at.saturating_add(1);
        }
        bytes.get(self.at).copied()
    }

    fn take(&mut self, byte: u8, expected: &'static str) -> Result<(), Problem> {
        if self.peek() != Some(byte) {
            return Err(self.fault(expected));
        }
        self.at = self.at.saturating_add(1);
        Ok(())
    }

    fn end(&mut self) -> Result<(), Problem> {
        if self.peek().is_none() { Ok(()) } else { Err(self.fault("the end of the line")) }
    }

    /// Whether another member follows; over the comma or the closing mark.
    fn more(&mut self, close: u8, expected: &'static str) -> Result<bool, Problem> {
        match self.peek() {
            Some(b',') => self.take(b',', expected).map(|()| true),
            _ => self.take(close, expected).map(|()| false),
        }
    }

    /// An object; `member` reads the value of each key.
    fn object(
        &mut self,
        mut member: impl FnMut(&mut Self, &str) -> Result<(), Problem>,
    ) -> Result<(), Problem> {
        self.take(b'{', "an object")?;
        loop {
            let key = self.string()?;
            self.take(b':', "a colon")?;
            member(self, &key)?;
            if !self.more(b'}', "a comma or }")? {
                return Ok(());
            }
        }
    }

    /// The value of `pattern`: a string, or a list of tokens. With it, whether any case will do.
    fn name(&mut self) -> Result<(String, bool), Problem> {
        if self.peek() == Some(b'"') {
            return Ok((self.string()?, false));
        }
        self.take(b'[', "a string or a list of tokens")?;
        let (mut name, mut any_case) = (String::new(), false);
        loop {
            self.object(|json, key| {
                match key {
                    "LOWER" => any_case = true,
                    "TEXT" | "ORTH" => {}
                    key => return Err(Problem::TokenPattern(short(key))),
                }
                if json.peek() != Some(b'"') {
                    return Err(Problem::TokenPattern(short(key)));
                }
                join(&mut name, &json.string()?);
                Ok(())
            })?;
            if !self.more(b']', "a comma or ]")? {
                return Ok((name, any_case));
            }
        }
    }

    fn string(&mut self) -> Result<String, Problem> {
        self.take(b'"', "a string")?;
        let mut out = String::new();
        loop {
            let rest = self.text.get(self.at..).unwrap_or("");
            let end = rest.find(['"', '\\']).ok_or_else(|| self.fault("the end of a string"))?;
            let piece = rest.get(..end).unwrap_or("");
            out.push_str(piece);
            self.at = self.at.saturating_add(end).saturating_add(1);
            if rest.as_bytes().get(end) == Some(&b'"') {
                return Ok(out);
            }
            out.push(self.escape()?);
        }
    }

    /// The character of an escape, after its backslash.
    fn escape(&mut self) -> Result<char, Problem> {
        let Some(&byte) = self.text.as_bytes().get(self.at) else { return Err(self.fault("an escape")) };
        let plain = match byte {
            b'"' | b'\\' | b'/' => char::from(byte),
            b'n' => '\n',
            b't' => '\t',
            b'r' => '\r',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'u' => return self.unicode(),
            _ => return Err(self.fault("an escape")),
        };
        self.at = self.at.saturating_add(1);
        Ok(plain)
    }

    /// `uXXXX`, or a surrogate pair of two.
    fn unicode(&mut self) -> Result<char, Problem> {
        let high = self.unit()?;
        let code = match high {
            0xd800..0xdc00 if self.text.get(self.at..).is_some_and(|rest| rest.starts_with("\\u")) => {
                self.at = self.at.saturating_add(1);
                match self.unit()? {
                    low @ 0xdc00..0xe000 => 0x1_0000 + ((high - 0xd800) << 10) + (low - 0xdc00),
                    _ => high,
                }
            }
            code => code,
        };
        char::from_u32(code).ok_or_else(|| self.fault("a character"))
    }

    fn unit(&mut self) -> Result<u32, Problem> {
        let from = self.at.saturating_add(1);
        let to = from.saturating_add(4);
        let digits = self.text.get(from..to).filter(|d| d.bytes().all(|b| b.is_ascii_hexdigit()));
        let unit =
            digits.and_then(|d| u32::from_str_radix(d, 16).ok()).ok_or_else(|| self.fault("an escape"))?;
        self.at = to;
        Ok(unit)
    }
}

#[cfg(test)]
mod tests {
    use super::{EntityKind, Entry, pattern};

    fn fault(line: &str) -> String {
        pattern(line).unwrap_err().to_string()
    }

    #[test]
    fn strings_and_token_lists() {
        let entry: Entry =
            pattern(r#"{"label": "ORG", "pattern": "Lind \u0026 S\u00f8n", "id": "l\"1"}"#).unwrap();
        assert_eq!((&*entry.id, &*entry.name, entry.kind), ("l\"1", "Lind & Søn", EntityKind::Organization));
        let tokens = r#"{"id":"x","pattern":[{"LOWER":"lind"},{"ORTH":"'s"},{"TEXT":"al"},{"TEXT":"-"},{"TEXT":"Aro"}],"label":"SHIP"}"#;
        let entry = pattern(tokens).unwrap();
        assert_eq!((&*entry.name, entry.any_case), ("lind's al-Aro", true));
        assert_eq!(entry.kind, EntityKind::Custom("SHIP".into()));
        assert_eq!(pattern(r#"{"label":"GPE","pattern":"\ud83d\ude00 a"}"#).unwrap().name, "😀 a");
    }

    #[test]
    fn what_is_no_plain_pattern_is_refused() {
        for (line, want) in [
            (
                r#"{"label": "ORG", "pattern": [{"LOWER": "a", "OP": "?"}]}"#,
                "a token pattern holds TEXT, ORTH or LOWER with a string, this one has \"OP\"",
            ),
            (
                r#"{"label": "ORG", "pattern": [{"LOWER": {"IN": ["a"]}}]}"#,
                "a token pattern holds TEXT, ORTH or LOWER with a string, this one has \"LOWER\"",
            ),
            (r#"{"label": "ORG"}"#, "not a pattern: expected a pattern at byte 17"),
            (r#"{"pattern": "x"}"#, "not a pattern: expected a label at byte 17"),
            (
                r#"{"label": "ORG", "pattern": "x"} y"#,
                "not a pattern: expected the end of the line at byte 34",
            ),
            (r#"{"label": 7}"#, "not a pattern: expected a string at byte 11"),
            (r#"{"label": "ORG"#, "not a pattern: expected the end of a string at byte 12"),
            (r#"{"colour": "red"}"#, "not a pattern: expected label, pattern or id at byte 11"),
            (r#"{"label": "\ud800"}"#, "not a pattern: expected a character at byte 18"),
            (r#"{"label": "\x"}"#, "not a pattern: expected an escape at byte 13"),
            ("[]", "not a pattern: expected an object at byte 1"),
        ] {
            assert_eq!(fault(line), want, "{line}");
        }
    }
}
