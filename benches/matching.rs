//! How fast names are found: `cargo bench -p dateline-benches`, some three minutes.
//!
//! For each list of names the engines read the same synthetic news in turn, round after round, so that what else
//! the machine does falls on all alike; the figure is the median of the rounds. Time is that of the thread where
//! the system tells it (Linux), so a busy machine distorts less. Before anything is timed, the exact engines are
//! held against one another. Start-up and memory are measured in processes of their own. `-- --parse` times the
//! parse alone.
//!
//! Beside the stages of this crate: one pass of memchr (the floor), `AhoCorasick::find_iter` leftmost-longest
//! (what one would write in five lines, and what loses matches), its overlapping search with a boundary filter
//! (the same made right), daachorse, a regex alternation, and a hash map of phrases.

use std::collections::{HashMap, HashSet};
use std::hint::black_box;
use std::time::{Duration, Instant};

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use dateline::stages::{Cut, Read};
use dateline::{Entry, Gazetteer, Parser};
use dateline_benches::{Random, articles, bundled_names};

const ROUNDS: usize = 7;
const BYTES: usize = 4 << 20;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let Some(at) = arguments.iter().position(|argument| argument == "--child") {
        return child(&arguments[at + 1]);
    }
    let bundled = bundled_names();
    if arguments.iter().any(|argument| argument == "--parse") {
        return whole(&bundled);
    }
    start_up();
    println!(
        "\n{} names ship with the crate; those of each list are a sample, or these and made-up ones",
        bundled.len()
    );
    for size in [5_000, 30_000, 100_000] {
        compare(&sample(&bundled, size));
    }
    whole(&bundled);
}

// The names.

/// So many names: taken evenly from the bundled ones, or these with made-up ones of two and three words.
fn sample(bundled: &[String], size: usize) -> Vec<String> {
    if size <= bundled.len() {
        return (0..size).map(|i| bundled[i * bundled.len() / size].clone()).collect();
    }
    let words: Vec<&str> = bundled.iter().flat_map(|name| name.split(' ')).filter(|w| w.len() > 3).collect();
    let tails = ["Holdings", "Group", "Bay", "Institute", "Partners", "Hills", "Foundation", "Lines"];
    let mut random = Random::new(7);
    let mut seen: HashSet<String> = bundled.iter().cloned().collect();
    let mut names = bundled.to_vec();
    while names.len() < size {
        let (a, b) = (words[random.below(words.len())], words[random.below(words.len())]);
        let name = match random.below(3) {
            0 => format!("{a} {b}"),
            1 => format!("{a} {}", random.pick(&tails)),
            _ => format!("{a} {b} {}", random.pick(&tails)),
        };
        if name.chars().next().is_some_and(char::is_uppercase) && seen.insert(name.clone()) {
            names.push(name);
        }
    }
    names
}

fn gazetteer(names: &[String]) -> Gazetteer {
    let entry = |(i, name): (usize, &String)| Entry::new(i.to_string(), "organization", name);
    let builder = names.iter().enumerate().map(entry).fold(Gazetteer::builder(), |b, entry| b.entry(entry));
    builder.build().expect("names that load")
}

// The engines.

/// A word boundary, as the references see it: letters and digits against everything else.
fn boundary(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back().is_some_and(char::is_alphanumeric);
    let after = text[at..].chars().next().is_some_and(char::is_alphanumeric);
    !(before && after)
}

fn find_iter(matcher: &AhoCorasick, text: &str) -> usize {
    matcher.find_iter(text).count()
}

/// Every match between boundaries, then the leftmost and longest of those: exact, where `find_iter` is not.
fn overlapping(matcher: &AhoCorasick, text: &str) -> Vec<(usize, usize)> {
    let all = matcher.find_overlapping_iter(text).map(|found| (found.start(), found.end()));
    let mut all: Vec<_> = all.filter(|&(start, end)| boundary(text, start) && boundary(text, end)).collect();
    all.sort_unstable_by_key(|&(start, end)| (start, usize::MAX - end));
    let mut end = 0;
    all.retain(|found| {
        let fits = found.0 >= end;
        if fits {
            end = found.1;
        }
        fits
    });
    all
}

/// Phrases of up to six words, the longest first, looked up in a map.
fn phrases(map: &HashMap<&str, usize>, text: &str) -> usize {
    let mut words: Vec<(usize, usize)> = Vec::with_capacity(text.len() / 5);
    let mut start = None;
    for (at, c) in text.char_indices() {
        match (c.is_alphanumeric(), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                words.push((from, at));
                start = None;
            }
            _ => {}
        }
    }
    let (mut i, mut hits) = (0, 0);
    while i < words.len() {
        let longest = (i..words.len().min(i + 6)).rev();
        match longest.clone().find(|&j| map.contains_key(&text[words[i].0..words[j].1])) {
            Some(j) => {
                hits += 1;
                i = j + 1;
            }
            None => i += 1,
        }
    }
    hits
}

// Timing.

/// Time of this thread: other processes do not count. Elsewhere than on Linux the time of the wall.
fn now(origin: Instant) -> Duration {
    let stat = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanos = stat.and_then(|stat| stat.split(' ').next()?.parse().ok());
    nanos.map_or_else(|| origin.elapsed(), Duration::from_nanos)
}

/// One engine: its name and what it does with one article.
type Engine<'a> = (&'a str, Box<dyn Fn(&str) -> usize + 'a>);

/// The median seconds of each engine, over rounds that interleave.
fn race(news: &[String], engines: &[Engine<'_>]) -> Vec<f64> {
    let origin = Instant::now();
    let mut times = vec![Vec::new(); engines.len()];
    for _ in 0..ROUNDS {
        for (engine, times) in engines.iter().zip(&mut times) {
            let (start, mut passes) = (now(origin), 0.0);
            // Some systems count a thread's time in steps of ten milliseconds.
            while passes == 0.0 || now(origin) - start < Duration::from_millis(300) {
                black_box(news.iter().map(|article| engine.1(article)).sum::<usize>());
                passes += 1.0;
            }
            times.push((now(origin) - start).as_secs_f64() / passes);
        }
    }
    times.iter_mut().map(|times| median(times)).collect()
}

fn median(times: &mut [f64]) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

fn report(news: &[String], engines: &[Engine<'_>], against: &str) {
    let bytes: usize = news.iter().map(String::len).sum();
    let times = race(news, engines);
    let base = engines.iter().position(|(name, _)| *name == against).map_or(1.0, |at| times[at]);
    for ((name, _), time) in engines.iter().zip(&times) {
        let rate = bytes as f64 / 1e6 / time;
        println!("  {name:<34} {rate:>8.0} MB/s   {:>6.2} × {against}", base / time);
    }
}

fn compare(names: &[String]) {
    let list: Vec<&str> = names.iter().map(String::as_str).collect();
    let news = articles(&list, BYTES, 42);
    let started = Instant::now();
    let mine = gazetteer(names);
    let built = started.elapsed();
    let build = |kind| {
        let mut builder = AhoCorasick::builder();
        builder.match_kind(kind).kind(Some(AhoCorasickKind::ContiguousNFA)).build(&list).expect("a matcher")
    };
    let started = Instant::now();
    let longest = build(MatchKind::LeftmostLongest);
    let built_raw = started.elapsed();
    let standard = build(MatchKind::Standard);
    let (hits, more) = check(&mine, &standard, &news);
    println!(
        "\n{} names, {} articles, {hits} matches ({more} more by folding); built in {built:.0?}, AhoCorasick in {built_raw:.0?}",
        names.len(),
        news.len()
    );
    let mut unique: Vec<&str> = list.iter().copied().collect::<HashSet<_>>().into_iter().collect();
    unique.sort_unstable();
    let daachorse = daachorse::DoubleArrayAhoCorasickBuilder::new()
        .match_kind(daachorse::MatchKind::LeftmostLongest)
        .build::<_, _, u32>(&unique)
        .expect("a matcher");
    let map: HashMap<&str, usize> = list.iter().enumerate().map(|(i, name)| (*name, i)).collect();
    let cuts: HashMap<*const u8, Cut<'_>> =
        news.iter().map(|article| (article.as_ptr(), Cut::new(article))).collect();
    let alternation = (names.len() <= 5_000).then(|| {
        let mut longest_first = list.clone();
        longest_first.sort_by_key(|name| usize::MAX - name.len());
        let names: Vec<String> = longest_first.iter().map(|name| regex::escape(name)).collect();
        let pattern = format!(r"(?-u:\b)(?:{})(?-u:\b)", names.join("|"));
        regex::RegexBuilder::new(&pattern).unicode(true).size_limit(1 << 30).build().expect("a pattern")
    });
    let mut engines: Vec<Engine<'_>> = vec![
        ("memchr", Box::new(|text| memchr::memchr_iter(b'\n', text.as_bytes()).count())),
        ("find_iter", Box::new(|text| find_iter(&longest, text))),
        ("overlapping + boundaries", Box::new(|text| overlapping(&standard, text).len())),
        ("daachorse", Box::new(|text| daachorse.leftmost_find_iter(text).count())),
        ("hash map of phrases", Box::new(|text| phrases(&map, text))),
        ("dateline: tokenise", Box::new(|text| Cut::new(text).tokens())),
        ("dateline: gazetteer", Box::new(|text| cuts[&text.as_ptr()].names(&mine).len())),
        ("dateline: tokenise + gazetteer", Box::new(|text| Cut::new(text).names(&mine).len())),
    ];
    if let Some(regex) = &alternation {
        engines.push(("regex alternation", Box::new(|text| regex.find_iter(text).count())));
    }
    report(&news, &engines, "find_iter");
}

/// Holds the stage against the exact reference: every stretch that the reference finds lies under a name found
/// here. (Folding finds more, and longer names: capitals, hyphens, line ends.) Gives the matches, and how many
/// the reference does not know.
fn check(mine: &Gazetteer, standard: &AhoCorasick, news: &[String]) -> (usize, usize) {
    let (mut hits, mut more) = (0, 0);
    for article in news {
        let found = Cut::new(article).names(mine);
        let reference = overlapping(standard, article);
        for &(start, end) in &reference {
            let covered = found.iter().any(|span| span.start < end && start < span.end);
            // The reference cuts "Hawai|i" and "U.S|.": such matches end inside a token.
            let inside =
                article[end..].starts_with(['\'', '’', '.']) || article[..start].ends_with(['\'', '’', '.']);
            assert!(covered || inside, "lost: {:?} in {:?}", &article[start..end], context(article, start));
        }
        let known: HashSet<(usize, usize)> = reference.into_iter().collect();
        more += found.iter().filter(|span| !known.contains(&(span.start, span.end))).count();
        hits += found.len();
    }
    (hits, more)
}

fn context(text: &str, at: usize) -> &str {
    let mut from = at.saturating_sub(30);
    while !text.is_char_boundary(from) {
        from -= 1;
    }
    let mut to = (at + 60).min(text.len());
    while !text.is_char_boundary(to) {
        to += 1;
    }
    &text[from..to]
}

/// The whole parse with the bundled names, stage by stage.
fn whole(bundled: &[String]) {
    let list: Vec<&str> = bundled.iter().map(String::as_str).collect();
    let news = articles(&list, BYTES, 43);
    let parser = Parser::new();
    let gazetteer = Gazetteer::bundled();
    let raw = AhoCorasick::builder()
        .match_kind(MatchKind::LeftmostLongest)
        .kind(Some(AhoCorasickKind::ContiguousNFA))
        .build(&list)
        .expect("a matcher");
    println!("\nthe bundled names, {} articles", news.len());
    let reads: HashMap<*const u8, Read<'_>> =
        news.iter().map(|article| (article.as_ptr(), Read::new(article, &gazetteer))).collect();
    let engines: Vec<Engine<'_>> = vec![
        ("find_iter", Box::new(|text| find_iter(&raw, text))),
        ("dateline: tokenise", Box::new(|text| Cut::new(text).tokens())),
        ("dateline: tokenise + words", Box::new(|text| Cut::new(text).tag())),
        ("dateline: tokenise + gazetteer", Box::new(|text| Cut::new(text).names(&gazetteer).len())),
        ("dateline: up to sentences", Box::new(|text| Read::new(text, &gazetteer).parts())),
        ("dateline: entities alone", Box::new(|text| reads[&text.as_ptr()].entities())),
        ("dateline: dates alone", Box::new(|text| reads[&text.as_ptr()].dates())),
        ("dateline: quotes, attributions alone", Box::new(|text| reads[&text.as_ptr()].speech())),
        ("dateline: whole parse", Box::new(|text| parser.parse(text).entities.len())),
    ];
    report(&news, &engines, "find_iter");
    lengths(&news, &parser);
    threads(&news, &parser);
    json(&news, &parser);
}

/// The whole parse of texts of other lengths: what it takes must not depend on that.
fn lengths(news: &[String], parser: &Parser) {
    println!("\nthe whole parse, by the length of a text:");
    let all = news.concat();
    for length in [1 << 10, 4 << 10, 64 << 10, 1 << 20, 4 << 20] {
        let texts: Vec<String> = pieces(&all, length);
        let engine: Engine<'_> = ("", Box::new(|text| parser.parse(text).entities.len()));
        let time = race(&texts, &[engine])[0];
        let bytes: usize = texts.iter().map(String::len).sum();
        println!("  {:>6} KB {:>8.1} MB/s", length >> 10, bytes as f64 / 1e6 / time);
    }
}

/// A text cut into pieces of about so many bytes, between paragraphs.
fn pieces(text: &str, length: usize) -> Vec<String> {
    let mut pieces = vec![String::new()];
    for paragraph in text.split_inclusive("\n\n") {
        match pieces.last_mut() {
            Some(last) if last.len() < length => last.push_str(paragraph),
            _ => pieces.push(paragraph.to_owned()),
        }
    }
    pieces
}

/// What two threads read in the time of one. Each is timed by what it runs, so that other processes do not count, while
/// what the two take from one another does: memory, the cache, a shared counter. (There is no lock to wait for.)
fn threads(news: &[String], parser: &Parser) {
    let origin = Instant::now();
    let read = || {
        let start = now(origin);
        black_box(news.iter().map(|text| parser.parse(text).entities.len()).sum::<usize>());
        (now(origin) - start).as_secs_f64()
    };
    let (mut one, mut two) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        one.push(read());
        std::thread::scope(|scope| {
            let other = scope.spawn(read);
            two.push((read() + other.join().expect("a parse does not panic")) / 2.0);
        });
    }
    println!("\ntwo threads read {:.2} times as much as one", 2.0 * median(&mut one) / median(&mut two));
}

/// How fast articles are written as JSON.
fn json(news: &[String], parser: &Parser) {
    let parsed: HashMap<*const u8, dateline::Article<'_>> =
        news.iter().map(|text| (text.as_ptr(), parser.parse(text))).collect();
    let write = |text: &str| serde_json::to_string(&parsed[&text.as_ptr()]).expect("JSON").len();
    let written: usize = news.iter().map(|text| write(text)).sum();
    let time = race(news, &[("", Box::new(write))])[0];
    println!("JSON is written at {:.0} MB/s of JSON", written as f64 / 1e6 / time);
}

// Processes of their own.

fn start_up() {
    let me = std::env::current_exe().expect("a path");
    println!("in a fresh process (median of {ROUNDS}):");
    for what in ["bundled", "names", "million"] {
        let rounds = if what == "million" { 3 } else { ROUNDS };
        let mut runs: Vec<Vec<f64>> = (0..rounds)
            .map(|_| {
                let output =
                    std::process::Command::new(&me).args(["--child", what]).output().expect("a child");
                let text = String::from_utf8_lossy(&output.stdout).into_owned();
                text.split_whitespace().map(|number| number.parse().expect("a number")).collect()
            })
            .collect();
        let mut median = |field: usize| {
            runs.sort_by(|a, b| a[field].total_cmp(&b[field]));
            runs[runs.len() / 2][field]
        };
        let (ready, held, peak, rate) = (median(0), median(1), median(2), median(3));
        let what = match what {
            "bundled" => "first parse, bundled names",
            "names" => "the bundled names alone",
            _ => "a million names of the caller's",
        };
        println!(
            "  {what:<32} {ready:>7.0} ms   held {held:>5.1} MB   peak {peak:>5.1} MB   {rate:>4.0} MB/s after"
        );
    }
}

/// Prints: milliseconds until ready, megabytes held, megabytes at the peak, MB/s of tokenise + gazetteer.
fn child(what: &str) {
    let table = if what == "million" { million() } else { String::new() };
    let before = status("VmRSS");
    let origin = Instant::now();
    let start = now(origin);
    let gazetteer = match what {
        "bundled" => {
            black_box(dateline::parse("Rain fell in Oslo on Monday, said Anna Lindholm."));
            Gazetteer::bundled()
        }
        "names" => Gazetteer::bundled(),
        _ => Gazetteer::builder().tsv(table).build().expect("a million names"),
    };
    let ready = now(origin) - start;
    let (held, peak) = (status("VmRSS"), status("VmHWM"));
    let bundled = bundled_names();
    let names = if what == "million" { sample(&bundled, 60_000) } else { bundled };
    let list: Vec<&str> = names.iter().map(String::as_str).collect();
    let news = articles(&list, BYTES, 44);
    let bytes: usize = news.iter().map(String::len).sum();
    let from = now(origin);
    let hits: usize = news.iter().map(|article| Cut::new(article).names(&gazetteer).len()).sum();
    let rate = bytes as f64 / 1e6 / (now(origin) - from).as_secs_f64();
    black_box(hits);
    println!("{} {} {} {rate}", ready.as_secs_f64() * 1e3, held - before, peak - before);
}

/// A line of `/proc/self/status` in megabytes; zero where there is none.
fn status(key: &str) -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with(key)).unwrap_or("");
    line.split_whitespace().nth(1).and_then(|kb| kb.parse::<f64>().ok()).unwrap_or(0.0) / 1024.0
}

/// A table of a million names.
fn million() -> String {
    let names = sample(&bundled_names(), 1_000_000);
    let mut table = String::from("id\tkind\tname\n");
    for (i, name) in names.iter().enumerate() {
        table.push_str(&format!("m:{i}\torganization\t{name}\n"));
    }
    table
}
