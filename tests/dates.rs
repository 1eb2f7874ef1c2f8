//! Expressions of time, row by row: the right spans with the right values, and nothing else.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may panic")]

use std::fmt::Write as _;

use chrono::NaiveDate;
use dateline::{Anchor, Article, DateKind, DatePolicy, Direction, Input, Modifier, Origin, Parser};

/// Published, text without its brackets, the bracketed stretches with their values.
type Row<'r> = (Option<NaiveDate>, String, Vec<(String, &'r str)>);

fn read(row: &str) -> Row<'_> {
    let mut cells = row.split('\t');
    let (published, marked, values) = (cells.next().unwrap(), cells.next().unwrap(), cells.next().unwrap());
    let mut text = String::new();
    let mut spans: Vec<String> = Vec::new();
    let mut inside = false;
    for c in marked.chars() {
        match c {
            '[' => (inside, ()) = (true, spans.push(String::new())),
            ']' => inside = false,
            c => {
                text.push(c);
                if let Some(span) = spans.last_mut().filter(|_| inside) {
                    span.push(c);
                }
            }
        }
    }
    let values: Vec<&str> = values.split(' ').filter(|value| *value != "-").collect();
    assert_eq!(spans.len(), values.len(), "a value a bracket: {row}");
    (published.parse().ok(), text, spans.into_iter().zip(values).collect())
}

fn found<'a>(article: &'a Article<'_>) -> Vec<(&'a str, String)> {
    article.dates.iter().map(|date| (article.get(date.span).unwrap(), date.value.to_string())).collect()
}

#[test]
fn rows() {
    let parser = Parser::new();
    let (mut wrong, mut count) = (String::new(), 0);
    for row in include_str!("cases/dates.tsv").lines().filter(|row| !row.starts_with('#')) {
        let (published, text, want) = read(row);
        let article = parser.parse(Input::new(text.as_str()).published(published));
        article.check().unwrap();
        let got = found(&article);
        let same = got.len() == want.len()
            && got.iter().zip(&want).all(|(got, want)| got.0 == want.0 && got.1 == want.1);
        if !same {
            writeln!(wrong, "{row}\n    found {got:?}").unwrap();
        }
        assert_eq!(parser.parse(Input::new(text.as_str()).published(published)), article, "twice the same");
        count += 1;
    }
    assert!(wrong.is_empty(), "{wrong}");
    assert!(count >= 580, "{count} rows");
}

/// Each holiday's own example: its bracketed name is one expression of that holiday's day.
#[test]
fn holidays() {
    let parser = Parser::new();
    let day = NaiveDate::from_ymd_opt(2025, 6, 1);
    for row in include_str!("../src/lexicon/holidays.tsv").lines().filter(|row| !row.starts_with('#')) {
        let example = row.split('\t').nth(2).unwrap();
        let (head, rest) = example.split_once('[').unwrap();
        let name = rest.split_once(']').unwrap().0;
        let text = example.replace(['[', ']'], "");
        let article = parser.parse(Input::new(text.as_str()).published(day));
        let date = article.dates.first().unwrap_or_else(|| panic!("{row}"));
        assert_eq!(date.span, head.len()..head.len() + name.len(), "{row}");
        assert!(date.range.is_some() && date.rule.as_str() == "date.holiday", "{row}: {date:?}");
    }
}

#[test]
fn the_direction_policy_decides_where_the_text_does_not() {
    let day = NaiveDate::from_ymd_opt(2025, 12, 24);
    let value = |policy, text: &str| {
        let parser = Parser::builder().dates(policy).build().unwrap();
        parser.parse(Input::new(text).published(day)).dates[0].value.to_string()
    };
    for (text, news, past, future) in [
        ("The shop shut on Friday.", "2025-12-19", "2025-12-19", "2025-12-26"),
        ("The date was May 3.", "2025-05-03", "2025-05-03", "2026-05-03"),
        ("The date is January 5.", "2026-01-05", "2025-01-05", "2026-01-05"),
        ("It is October.", "2025-10", "2025-10", "2026-10"),
        ("It is February.", "2026-02", "2025-02", "2026-02"),
    ] {
        assert_eq!(value(DatePolicy::News, text), news, "{text}");
        assert_eq!(value(DatePolicy::Past, text), past, "{text}");
        assert_eq!(value(DatePolicy::Future, text), future, "{text}");
    }
}

#[test]
fn a_date_says_what_it_was_counted_from() {
    let parser = Parser::new();
    let day = NaiveDate::from_ymd_opt(2025, 12, 24);
    let text = "The mill burned on May 3, 1998. Two days later it rained. It reopened on Friday.";
    let article = parser.parse(Input::new(text).published(day));
    let anchors: Vec<Anchor> = article.dates.iter().map(|date| date.anchor).collect();
    assert_eq!(anchors, [Anchor::Explicit, Anchor::Mention(0), Anchor::Published]);
    let friday = &article.dates[2];
    assert_eq!(friday.direction, Some(Direction::Past));
    assert_eq!(friday.alternative.map(|value| value.to_string()).as_deref(), Some("2025-12-26"));
    assert!(friday.relative && !article.dates[0].relative);
    let range = article.dates[0].range.unwrap();
    assert_eq!((range.from.to_string(), range.until.to_string()), ("1998-05-03".into(), "1998-05-04".into()));
}

#[test]
fn a_clock_time_keeps_the_zone_that_the_text_names() {
    for (text, zone) in [
        ("It began at 3 p.m.", None),
        ("It began at 1500 GMT.", Some(0)),
        ("It began at 8:30 IST.", Some(330)),
        ("It began at 8:30 a.m. Eastern time.", Some(-300)),
        ("It began at 8:30 a.m. Pacific Daylight Time.", Some(-420)),
        ("It began at 9 p.m. Eastern.", Some(-300)),
        ("It began at 10:30 (GMT).", Some(0)),
        ("It began at 08:30 UTC+2.", Some(120)),
        ("It began at 2025-12-03T10:30:00Z.", Some(0)),
        ("It began at 2025-12-03T10:30:00+05:30.", Some(330)),
        ("It began at 2025-12-03T10:30-05:00.", Some(-300)),
    ] {
        assert_eq!(dateline::parse(text).dates[0].utc_offset, zone, "{text}");
    }
}

#[test]
fn an_expression_says_how_it_narrows_its_value() {
    for (text, modifier) in [
        ("They met in May.", None),
        ("They met in early May.", Some(Modifier::Start)),
        ("They met in mid-May.", Some(Modifier::Mid)),
        ("They met at the end of May.", Some(Modifier::End)),
        ("They met later this year.", Some(Modifier::End)),
        ("They met for about two hours.", Some(Modifier::Approx)),
        ("They met for nearly two hours.", Some(Modifier::LessThan)),
        ("They met for more than two hours.", Some(Modifier::MoreThan)),
        ("They met for up to two hours.", Some(Modifier::EqualOrLess)),
        ("They met for at least two hours.", Some(Modifier::EqualOrMore)),
    ] {
        assert_eq!(dateline::parse(text).dates[0].modifier, modifier, "{text}");
    }
}

#[test]
fn recurring_times_are_sets() {
    for text in
        ["It is paid every other Tuesday.", "It opens on weekends.", "It costs $5 a month.", "It runs daily."]
    {
        assert_eq!(dateline::parse(text).dates[0].kind, DateKind::Set, "{text}");
    }
}

#[test]
fn impossible_days_are_marked_and_not_moved() {
    let article = dateline::parse("The form says June 31, 2024, and the next one Feb. 29, 2015.");
    for date in &article.dates {
        assert!(date.impossible && date.range.is_none(), "{date:?}");
    }
    assert_eq!(found(&article)[1], ("Feb. 29, 2015", "2015-02-29".to_owned()));
}

/// Without a publication date, an article's own explicit days tell when it appeared.
#[test]
fn the_publication_date_is_worked_out_from_the_text() {
    let text = "A ferry sank off the coast on November 9.\n\nThe owner bought the ferry last March.\n\nIts last inspection was on September 2, 2025, a clerk said.\n";
    let article = dateline::parse(text);
    let published = article.published.unwrap();
    assert_eq!((published.date.to_string().as_str(), published.origin), ("2025-11-09", Origin::Text));
    let values: Vec<String> = article.dates.iter().map(|date| date.value.to_string()).collect();
    assert_eq!(values, ["2025-11-09", "2025-03", "2025-09-02"]);
}

/// A life told in years is news of this week all the same.
#[test]
fn the_days_of_an_obituary_are_counted_from_its_publication() {
    let life = "Ada Holm, a teacher, died Friday in Nordvik.\n\nShe was born in 1937, came to Nordvik in 1955, taught from \
                1958, ran the school from 1971, retired in 1994, wrote her book in 2001 and won a prize for it in 2009.\n\n\
                “Last week she still corrected me,” her son said.\n";
    let parser = Parser::new();
    let day = NaiveDate::from_ymd_opt(2025, 3, 2);
    let stamped = format!("Ada Holm dies at 88\n\nMarch 2, 2025\n\n{life}");
    for input in [Input::new(life).published(day), Input::new(stamped.as_str())] {
        let article = parser.parse(input);
        let friday = found(&article).into_iter().find(|(text, _)| *text == "Friday");
        assert_eq!(friday, Some(("Friday", "2025-02-28".to_owned())));
    }
}

/// The dates of a timestamp or of a linked story are their own.
#[test]
fn other_stories_anchor_nothing_here() {
    let text = "Ferry sinks off Aro\n\nPublished 9 November 2025\n\nA ferry sank off Aro on May 3, 1998. Two days later it \
                was raised.\n\nRelated: Harbour fire of 12 June 2011\n\nThat week, three divers came.\n";
    let article = dateline::parse(text);
    let values: Vec<String> = article.dates.iter().map(|date| date.value.to_string()).collect();
    assert_eq!(values.first().map(String::as_str), Some("2025-11-09"));
    assert!(values.contains(&"1998-05-05".to_owned()), "{values:?}");
    assert_eq!(values.last().map(String::as_str), Some("1998-W19"), "{values:?}");
}

/// A history goes on from the year it tells of, whatever the day of its publication.
#[test]
fn a_history_counts_from_its_own_years() {
    let text = "In 1848 the town rose. In March the guard fired. The siege of 1849 failed by October. In 1850 the \
                walls fell, and the next day the mayor fled. Since 1811 nobody had seen such a winter.";
    let day = NaiveDate::from_ymd_opt(2009, 12, 19);
    let article = Parser::new().parse(Input::new(text).published(day));
    let values: Vec<String> = article.dates.iter().map(|date| date.value.to_string()).collect();
    assert!(values.contains(&"1848-03".to_owned()), "{values:?}");
    assert!(!values.iter().any(|value| value.starts_with("2009") || value.starts_with("2010")), "{values:?}");
}

#[test]
fn extreme_days_and_numbers_end_in_values_and_never_in_panics() {
    let texts = [
        "99/99/9999",
        "year 999999",
        "10000 years ago",
        "4294967296 days ago",
        "-1 days",
        "in 1e9 weeks",
        "the 1000th of May",
        "at 00:60",
        "at 24:00",
        "25 o'clock",
        "0000-00-00",
        "2025-W54",
        "yesterday",
        "last week",
        "300,000 years from now",
        "next century",
        "a millennium ago",
        "9999-12-31 and the next day",
        "1 BC and the following year",
        "9999 BC and the previous year",
        "Monday Monday Monday",
        "1/2/3/4/5",
        "May May May",
        "٣ مايو",
        "１２月",
        "the end of the",
        "the early late mid",
        "about about two",
        "half half a",
        "a a year",
        "2 1/2 1/2 years",
        "two and a half and a half years",
    ];
    let days = [
        NaiveDate::MIN,
        NaiveDate::MAX,
        NaiveDate::from_ymd_opt(1, 1, 1).unwrap(),
        NaiveDate::from_ymd_opt(9999, 12, 31).unwrap(),
    ];
    let parser = Parser::new();
    for text in texts {
        for day in days.map(Some).into_iter().chain([None]) {
            let article = parser.parse(Input::new(text).published(day));
            article.check().unwrap();
            for date in &article.dates {
                assert_eq!(date.value.to_string().parse(), Ok(date.value), "{text}: {date:?}");
            }
            let json = serde_json::to_string(&article).unwrap();
            assert_eq!(serde_json::from_str::<Article<'_>>(&json).unwrap(), article, "{text}");
        }
    }
}
