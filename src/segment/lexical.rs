//! The first pass: what a line is on its own, whatever stands around it.

use super::PartKind::{
    AuthorBio, Byline, Caption, Contributors, Credit, Embed, Interface, Paragraph, Promo, Related, Separator,
    Timestamp,
};
use super::frame_word::Does;
use super::line::{End, Line};
use super::page::{Call, Calls, Page};
use super::{byline, credit, dateline, embed, name, stamp, trigger, wire};
use crate::gazetteer::EntityKind;
use crate::lexicon::Class;
use crate::text::{Atom, Shape, atom, atoms};

/// Longer lines are paragraphs, whatever stands at their end: the longest of 190 labelled captions has
/// about 500 characters.
const LONGEST_CAPTION: usize = 550;

/// One call a line, where the line itself tells.
pub(super) fn read(page: &Page<'_>) -> Calls {
    Calls::new(page.lines.iter().map(|line| call(page, line)).collect())
}

/// The first sieve that knows the line, the most certain first.
fn call(page: &Page<'_>, line: &Line) -> Option<Call> {
    const SIEVES: &[fn(&Page<'_>, &Line) -> Option<Call>] = &[
        separator,
        signature,
        stamped,
        timestamp,
        wire::call,
        counter,
        address,
        path,
        trigger::call,
        bracketed_link,
        appeal,
        contact,
        with_agency,
        by,
        dateline_alone,
        alternative,
        initials,
        credited,
        photographer,
        slashed,
        newsroom,
    ];
    SIEVES.iter().find_map(|sieve| sieve(page, line))
}

/// Dashes, stars, underscores: no word at all.
fn separator(page: &Page<'_>, line: &Line) -> Option<Call> {
    let marks = line.words == 0 && !line.tokens.clone().any(|i| page.one_of(i, atoms!["?", "!"]));
    marks.then_some(Call::new(Separator, "separator", 95))
}

fn signature(page: &Page<'_>, line: &Line) -> Option<Call> {
    if line.symbols == 0 {
        return None; // No "@".
    }
    if embed::handle(page, line.tokens.clone(), line.words).is_some() {
        return Some(Call::new(Embed, "embed.signature", 95));
    }
    embed::signature_inside(page, line).map(|_| Call::new(Embed, "embed.whole", 95))
}

fn timestamp(page: &Page<'_>, line: &Line) -> Option<Call> {
    // "Published" alone, "an hour ago": without a number only these words tell a time.
    if line.numbers == 0 && !line.bullet && !line.holds(Class::STAMP | Class::STAMP_LEAD) {
        return None;
    }
    let percent = stamp::confidence(page, line.tokens.clone(), line.words)?;
    (line.end != End::Question).then_some(Call::new(Timestamp, "timestamp", percent))
}

/// "TNN / Dec 9, 2024, 23:41 IST", "Ada Holt · Harbour News · Posted: Dec 9, 2024": a byline by its time.
fn stamped(page: &Page<'_>, line: &Line) -> Option<Call> {
    const MOST_WORDS: usize = 30;
    let range = line.tokens.clone();
    let agency = || {
        credit::agency_at(page, range.start, range.end).is_some()
            // "Harbour Post / May 3, 2024", but "Harbour Post Weekly Recap, May 3".
            || page
                .named(range.start, range.end, &EntityKind::Outlet)
                .is_some_and(|end| !page.shape(end).is_some_and(Shape::is_word))
    };
    if line.words > MOST_WORDS || line.end != End::Open || page.is(range.start, Class::MONTH) {
        return None;
    }
    let starts = page.is_capital(range.start) && (page.is(range.start, Class::GIVEN) || agency());
    if !starts {
        return None;
    }
    let found = byline::read_bare(page, range)?;
    (!found.stamps.is_empty()).then_some(Call::new(Byline, "byline.stamped", 92))
}

/// "[ Storm closes harbour for a week ]": a link set between paragraphs.
fn bracketed_link(page: &Page<'_>, line: &Line) -> Option<Call> {
    const WORDS: std::ops::RangeInclusive<usize> = 3..=20;
    let (first, last) = (line.tokens.start, line.tokens.end.saturating_sub(1));
    let brackets = page.atom(first) == atom!("[") && page.atom(last) == atom!("]");
    let headline = line.end == End::Open && line.breaks == 0 && WORDS.contains(&line.words);
    (brackets && headline).then_some(Call::new(Related, "related.brackets", 75))
}

/// "@adaholt", "ada.holt@example.com", "www.example.com": addresses and nothing else.
fn address(page: &Page<'_>, line: &Line) -> Option<Call> {
    const MOST_WORDS: usize = 12;
    if line.symbols == 0 && line.tokens.len() > 1 && !page.glued(line.tokens.start + 1) {
        return None; // No "@", and several words.
    }
    let (first, mut rest) = (line.tokens.start, line.tokens.clone().skip(1));
    if !rest.all(|i| page.glued(i)) {
        let mut written = page.written(line.tokens.clone()).split_whitespace();
        let several = line.words <= MOST_WORDS
            && page.any(line.tokens.clone(), atoms!["@"])
            && written.all(|word| word.contains('@'));
        return several.then_some(Call::new(Interface, "interface.address", 85));
    }
    let marked = page.any(line.tokens.clone(), atoms!["@"])
        || page.any(first..first + 1, atoms!["www", "http", "https"])
        || page.atom(first + 1) == atom!(".") && page.any(line.tokens.clone(), atoms!["/"]);
    marked.then_some(Call::new(Interface, "interface.address", 85))
}

/// "Home > News > Floods": the way to the page.
fn path(page: &Page<'_>, line: &Line) -> Option<Call> {
    const MOST_WORDS: usize = 16;
    let mark = |i: usize| matches!(page.shape(i), Some(Shape::Symbol | Shape::Quote));
    let arrow = |i: usize| mark(i) && page.one_of(i, atoms![">", "›", "»", "→"]) && !page.glued(i);
    let slash = |i: &usize| page.atom(*i) == atom!("/") && !page.glued(*i) && !page.glued(*i + 1);
    let inner = line.tokens.start + 1..line.tokens.end.saturating_sub(1);
    if line.words > MOST_WORDS || line.end != End::Open || line.opens_quote {
        return None;
    }
    let sections = page.is_capital(line.tokens.start) && inner.clone().filter(slash).count() >= 2;
    let way = inner.into_iter().any(arrow) || sections;
    (way || is_menu(page, line)).then_some(Call::new(Interface, "interface.path", 85))
}

/// "Home  News  Sport": capitals with wide blanks between all of them.
fn is_menu(page: &Page<'_>, line: &Line) -> bool {
    const FEWEST: usize = 3;
    line.tokens.len() >= FEWEST
        && line.small == 0
        && line.tokens.clone().skip(1).all(|i| page.is_capital(i) && page.spread(i))
}

/// Numbers and what they count: "3", "1 of 5", "12 shares", "list 1 of 4", "2 min".
fn counter(page: &Page<'_>, line: &Line) -> Option<Call> {
    let number = |i: usize| matches!(page.shape(i), Some(Shape::Number | Shape::Alnum));
    let counts = |i: usize| number(i) || page.does(i, Does::COUNTED);
    let counter = line.words <= 5
        && line.tokens.clone().any(number)
        && line.tokens.clone().all(|i| counts(i) || !page.shape(i).is_some_and(Shape::is_word));
    counter.then_some(Call::new(Interface, "interface.counter", 85))
}

fn by(page: &Page<'_>, line: &Line) -> Option<Call> {
    let found = byline::read(page, line.tokens.clone(), line.words)?;
    let percent = if line.end == End::Stop { 75 } else { 97 };
    (!found.authors.is_empty()).then_some(Call::new(Byline, "byline.by", percent))
}

/// "Join our channel for alerts", "Follow the Post on Facebook": a request, and where to follow it.
fn appeal(page: &Page<'_>, line: &Line) -> Option<Call> {
    const MOST_WORDS: usize = 35;
    let first = line.body.start;
    let asks = page.does(first, Does::REQUEST) && page.is_capital(first) && !line.opens_quote;
    let linked = |i: usize| page.does(i, Does::CHANNEL) || page.one_of(i, atoms!["http", "https"]);
    (asks && line.words <= MOST_WORDS && line.tokens.clone().any(linked))
        .then_some(Call::new(Promo, "promo.appeal", 80))
}

/// "Write to Ada Holt at ada.holt@post.example", "Contact Ada Holt at 555-1234 or aholt@post.example".
fn contact(page: &Page<'_>, line: &Line) -> Option<Call> {
    const MOST_WORDS: usize = 30;
    let first = line.body.start;
    // "Email: …" is the head of a letter.
    let asks = page.one_of(first, atoms!["contact", "write", "reach", "email"])
        && page.is_capital(first)
        && page.atom(first + 1) != atom!(":");
    let addressed = line.symbols > 0 && page.any(line.tokens.clone(), atoms!["@"]);
    (asks && addressed && line.words <= MOST_WORDS && !line.opens_quote).then_some(Call::new(
        AuthorBio,
        "author_bio.contact",
        85,
    ))
}

/// "with AAP", "With Reuters and AFP".
fn with_agency(page: &Page<'_>, line: &Line) -> Option<Call> {
    let first = line.tokens.start;
    let agency = credit::agency_at(page, first + 1, line.tokens.end)?;
    let whole = agency == line.tokens.end || page.atom(agency) == atom!("and");
    (page.atom(first) == atom!("with") && whole && line.words <= 6).then_some(Call::new(
        Contributors,
        "contributors.with",
        90,
    ))
}

/// "LAGOS —" on a line of its own: the paragraph begins on the next.
fn dateline_alone(page: &Page<'_>, line: &Line) -> Option<Call> {
    if !matches!(line.end, End::Pending | End::Colon | End::Open) || line.words > 12 {
        return None;
    }
    let found = dateline::read(page, line.tokens.clone())?;
    let whole = found.end == line.tokens.end;
    whole.then_some(Call::new(Paragraph, "dateline.alone", found.percent.min(90)))
}

/// A credit: a line of its own, or the end of a caption.
fn credited(page: &Page<'_>, line: &Line) -> Option<Call> {
    if line.chars > LONGEST_CAPTION {
        return None;
    }
    let found = credit::at_end(page, line.tokens.clone())?;
    if credit::is_alone(page, line.tokens.clone(), &found) {
        return Some(Call::new(Credit, "credit.alone", found.percent.min(90)));
    }
    if signs_text(page, line, found.from) {
        return Some(Call::new(Paragraph, "paragraph.signed", 85));
    }
    if attributes(page, line, found.from) || dateline::read(page, line.tokens.clone()).is_some() {
        return None;
    }
    if found.rule == "credit.source" && !is_sourced_caption(page, line) {
        return None;
    }
    Some(Call::new(Caption, found.rule, found.percent))
}

/// "… he said. PTI SAN BDC": an agency and the initials of its writers and editors.
fn signs_text(page: &Page<'_>, line: &Line, from: usize) -> bool {
    const INITIALS: usize = 3;
    let end = line.tokens.end;
    let agency = credit::agency_at(page, from, end).filter(|agency| *agency < end);
    let initials = |i: usize| page.shape(i) == Some(Shape::Upper) && page.str(i).len() <= INITIALS;
    agency.is_some_and(|agency| (agency..end).all(initials))
}

/// "Getty Images A street under water": what a page says of a picture that is not shown.
fn alternative(page: &Page<'_>, line: &Line) -> Option<Call> {
    const MOST_WORDS: usize = 60;
    if line.words > MOST_WORDS || line.is_titled() {
        return None;
    }
    let found = credit::at_head(page, line.tokens.clone())?;
    Some(Call::new(Caption, found.rule, found.percent))
}

/// "BEN RUUD/HARBOUR POST": a person and the outlet of the picture, on a line of their own.
fn slashed(page: &Page<'_>, line: &Line) -> Option<Call> {
    const MOST_WORDS: usize = 8;
    if line.words > MOST_WORDS || line.end != End::Open || line.small > 0 {
        return None;
    }
    let mut slashes = line.tokens.clone().filter(|i| page.atom(*i) == atom!("/"));
    let (slash, other) = (slashes.next()?, slashes.next());
    let first = line.tokens.start;
    let outlet = slash + 1..line.tokens.end;
    let person = page.is(first, Class::GIVEN) && name::is_full(page, first, slash);
    let body =
        !outlet.is_empty() && outlet.into_iter().all(|i| page.is_capital(i) && !page.is(i, Class::ROLE));
    (other.is_none() && person && body).then_some(Call::new(Credit, "credit.slashed", 80))
}

/// "ah/br/co": the initials of an agency's writers and editors.
fn initials(page: &Page<'_>, line: &Line) -> Option<Call> {
    const INITIALS: std::ops::RangeInclusive<usize> = 2..=4;
    // No "/".
    if line.symbols == 0 || !page.glued(line.tokens.start + 1) {
        return None;
    }
    let short = |i: usize| page.shape(i) == Some(Shape::Lower) && INITIALS.contains(&page.str(i).len());
    let part = |i: usize| short(i) || page.one_of(i, atoms!["/", "-"]);
    // "rm/wmr (AFP, Reuters)".
    let open = line.tokens.clone().find(|i| page.shape(*i) == Some(Shape::Open));
    let inside = |open: usize| credit::agency_at(page, open + 1, line.tokens.end).is_some();
    let letters = line.tokens.start..open.filter(|open| inside(*open)).unwrap_or(line.tokens.end);
    let glued = letters.clone().skip(1).all(|i| page.glued(i));
    let slashed = letters.len() >= 3 && page.any(letters.clone(), atoms!["/"]);
    (glued && slashed && letters.into_iter().all(part)).then_some(Call::new(
        Contributors,
        "contributors.initials",
        75,
    ))
}

/// "-- Lagos newsroom 555-1234": who filed it.
fn newsroom(page: &Page<'_>, line: &Line) -> Option<Call> {
    const MOST_WORDS: usize = 10;
    if !matches!(page.shape(line.tokens.start), Some(Shape::Dash | Shape::Hyphen)) || line.words > MOST_WORDS
    {
        return None;
    }
    let desk = page.any(line.tokens.clone(), atoms!["newsroom", "bureau", "newsdesk", "desk"]);
    let call = Call::new(Contributors, "contributors.newsroom", 80);
    (desk && line.end == End::Open).then_some(call)
}

/// "… (AP)", "… (Harbour Trust)": a bracketed name alone may sign a paragraph too, as Indian agencies do.
fn is_sourced_caption(page: &Page<'_>, line: &Line) -> bool {
    const LONGEST: usize = 220;
    let quoted = page.quotes(line.tokens.clone());
    line.chars <= LONGEST && !quoted && line.breaks <= 2
}

/// A verb of saying shortly before the credit: the agency is the source of a statement.
fn attributes(page: &Page<'_>, line: &Line, from: usize) -> bool {
    const SAYING: &[Atom] =
        atoms!["said", "says", "told", "reported", "reports", "according", "quoted", "added"];
    let said = |i: usize| page.one_of(i, SAYING);
    // Before a bracket only the very end counts: "… he said. (PTI)".
    let bracket = page.shape(from) == Some(Shape::Open);
    let reach = if bracket { 5 } else { 10 };
    let low = line.tokens.start.max(from.saturating_sub(reach));
    let near = (low..from).any(said);
    let after = (from..line.tokens.end).any(said);
    after || near && !page.is(from, Class::CREDIT) && (!bracket || line.end == End::Stop)
}

/// "(Ada Holt)" on a line of its own.
fn photographer(page: &Page<'_>, line: &Line) -> Option<Call> {
    let (open, close) = (line.tokens.start, line.tokens.end.saturating_sub(1));
    let bracketed = page.shape(open) == Some(Shape::Open) && page.shape(close) == Some(Shape::Close);
    (bracketed && name::is_full(page, open + 1, close)).then_some(Call::new(
        Credit,
        "credit.brackets_alone",
        70,
    ))
}
