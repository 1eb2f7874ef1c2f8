//! An HTML page in, the text and date of its article out.

use std::error::Error;

use chrono::NaiveDate;
use dom_smoothie::{Config, Readability, TextMode};

/// The article of a page: the headline, then the body, one block a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Plain text, ready to be parsed.
    pub text: String,
    /// The day of publication, where the page's metadata tell it.
    pub published: Option<NaiveDate>,
}

/// Finds the article in a page.
///
/// # Errors
///
/// Where the page holds no article.
pub fn read_page(html: &str) -> Result<Page, Box<dyn Error + Send + Sync>> {
    let config = Config { text_mode: TextMode::Formatted, ..Config::default() };
    let mut reader = Readability::new(html, None, Some(config))?;
    let found = reader.parse()?;
    let published = found.published_time.as_deref().and_then(day_of);
    Ok(Page { text: format!("{}\n{}", found.title.trim(), found.text_content.trim()), published })
}

/// The calendar day of an ISO 8601 time: its first ten characters.
fn day_of(time: &str) -> Option<NaiveDate> {
    time.get(..10)?.parse().ok()
}
