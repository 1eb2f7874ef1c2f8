//! Reads articles and lists what happened when: every sentence with a date on the calendar, by its first day.
//!
//! ```sh
//! cargo run --release --example timeline                              # the articles of examples/data
//! cargo run --release --example timeline -- a.txt b.txt:2025-12-24    # yours, with the day they appeared
//! ```

mod shared;

use std::cmp::Reverse;
use std::path::PathBuf;
use std::process::ExitCode;

use chrono::NaiveDate;
use dateline::{Anchor, Article, Date, Days, Granularity, Input, Parser};

use shared::one_line;

const USAGE: &str = "timeline [ARTICLE.txt[:YYYY-MM-DD] ...]";

/// One date of one article, and the sentence that it stands in.
struct Event {
    days: Days,
    granularity: Granularity,
    /// The value, the words, and what the words were counted from.
    when: String,
    article: String,
    sentence: String,
}

fn main() -> ExitCode {
    shared::run(USAGE, |args| {
        let mut inputs: Vec<(PathBuf, Option<NaiveDate>)> = args.iter().map(|arg| input(arg)).collect();
        if inputs.is_empty() {
            inputs = shared::texts(&shared::ours())?.into_iter().map(|path| (path, None)).collect();
        }
        let parser = Parser::new();
        let mut events = Vec::new();
        for (path, published) in inputs {
            let article = parser.parse(Input::new(shared::read(&path)?).published(published));
            let name = shared::stem(&path);
            events.extend(article.dates.iter().filter_map(|date| event(&article, &name, date)));
        }
        // Of what begins on one day the coarse comes first: the year, its month, its day.
        events.sort_by_key(|event| (event.days.from, Reverse(event.days.until)));
        shared::print_visible(&events.iter().map(lines).collect::<String>())
    })
}

/// A path, with the day of publication behind a colon.
fn input(arg: &str) -> (PathBuf, Option<NaiveDate>) {
    let dated = arg.rsplit_once(':').and_then(|(path, day)| Some((path.into(), Some(day.parse().ok()?))));
    dated.unwrap_or_else(|| (arg.into(), None))
}

/// The event of a date: none for lengths of time, for what recurs, for days that no calendar has, for what says
/// no more than "now", and for the frame of the article.
fn event(article: &Article<'_>, name: &str, date: &Date) -> Option<Event> {
    if date.impossible || !article.part_at(date.span)?.kind.is_content() {
        return None;
    }
    let words = one_line(&article[date.span]);
    let sentence = article.sentence_at(date.span).or_else(|| Some(article.part_at(date.span)?.span))?;
    Some(Event {
        days: date.range?,
        granularity: date.granularity?,
        when: format!("“{words}” = {} ({})", date.value, anchor(article, date)),
        article: name.to_owned(),
        sentence: one_line(&article[sentence]),
    })
}

/// What the value was counted from, in words.
fn anchor(article: &Article<'_>, date: &Date) -> String {
    match date.anchor {
        Anchor::Explicit => "names its year".to_owned(),
        Anchor::Published => match article.published {
            Some(published) => format!("from publication, {}, {}", published.date, published.origin),
            None => "from publication".to_owned(),
        },
        Anchor::Caption => "from its caption".to_owned(),
        Anchor::Dateline => "from the dateline".to_owned(),
        Anchor::Mention(at) => match article.dates.get(at) {
            Some(before) => format!("from “{}”", &article[before.span]),
            None => "from an earlier date".to_owned(),
        },
        _ => "from nothing".to_owned(),
    }
}

fn lines(event: &Event) -> String {
    // The range is half-open: the last day is the one before its end.
    let last = event.days.until.pred_opt().unwrap_or(event.days.until);
    let days = match last == event.days.from {
        true => event.days.from.to_string(),
        false => format!("{} – {last}", event.days.from),
    };
    let Event { granularity, when, article, sentence, .. } = event;
    format!("{days:<23}  {granularity:<8}  {article}: {when}\n{:37}{sentence}\n", "")
}

#[cfg(test)]
mod tests {
    use super::{event, input};
    use dateline::{Input, Parser};

    #[test]
    fn dates_of_the_calendar_become_events() {
        let text = "The port closed on Monday for three weeks. It opened in 1921. It floods every June.";
        let day = chrono::NaiveDate::from_ymd_opt(2025, 3, 4);
        let article = Parser::new().parse(Input::new(text).published(day));
        let events: Vec<_> = article.dates.iter().filter_map(|date| event(&article, "port", date)).collect();
        let whens: Vec<_> = events.iter().map(|event| event.when.as_str()).collect();
        let monday = "“Monday” = 2025-03-03 (from publication, 2025-03-04, given)";
        assert_eq!(whens, [monday, "“1921” = 1921 (names its year)"]);
        assert_eq!(events[1].sentence, "It opened in 1921.");
    }

    #[test]
    fn a_path_may_carry_its_day() {
        let (path, day) = input("c:/a.txt:2025-12-24");
        assert_eq!(
            (path.to_str(), day.map(|day| day.to_string())),
            (Some("c:/a.txt"), Some("2025-12-24".to_owned()))
        );
        assert_eq!(input("c:/a.txt").1, None);
    }
}
