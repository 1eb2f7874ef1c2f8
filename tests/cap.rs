//! The cap on the length of a text, at full size: what lies beyond it is kept, and not read.
//!
//! A file of its own, because the text is large: blanks, which cost the least to read.

use dateline::{Input, Parser};

#[test]
fn nothing_is_read_beyond_the_cap() {
    let first = "“Not now,” Ola Berg said on May 3, 2025, in Oslo.\n";
    let beyond = "€ “Never,” Kim Lie said on Tuesday.\n";
    // The cap falls inside the three bytes of the first character beyond.
    let blanks = " ".repeat(Input::MAX_LEN - first.len() - 1);
    let text = format!("{first}{blanks}{beyond}");
    let article = Parser::new().parse(text.as_str());
    assert_eq!(article.check(), Ok(()));
    assert_eq!(article.text.len(), text.len());
    let alone = Parser::new().parse(first);
    assert!(!alone.dates.is_empty() && !alone.quotes.is_empty());
    assert_eq!((article.parts, article.dates), (alone.parts, alone.dates));
    assert_eq!((article.quotes, article.entities), (alone.quotes, alone.entities));
}
