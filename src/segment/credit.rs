//! Credits: whose picture it is.
//!
//! `[lead:] PERSON[/POOL]{/AGENCY} [via DISTRIBUTOR]`, in brackets or bare, at the end of a caption or on
//! a line of its own; also glued to the last word ("the finalCredit: PA"). A lead ("Photo:", "Courtesy
//! of") or a listed agency tells it; an agency after a verb of saying is the source of a statement.

use std::ops::Range;

use once_cell::sync::Lazy;

use super::line::Line;
use super::page::Page;
use super::phrase::Phrases;
use super::{Credit, name};
use crate::gazetteer::EntityKind;
use crate::lexicon::{self, Class};
use crate::text::{Atom, Shape, atom, atoms};

/// A credit has at most this many tokens: a name, two agencies, a client and a distributor have 20.
const MOST_TOKENS: usize = 32;

pub(super) const AGENCIES: &str = include_str!("../lexicon/part_agencies.tsv");

/// Each name with whether it is written in small letters ("dpa").
static NAMES: Lazy<Phrases<bool>> =
    Lazy::new(|| Phrases::load(AGENCIES, |row| Some(row.starts_with(char::is_lowercase))));

/// The end of the picture agency that starts at token `at`.
pub(super) fn agency_at(page: &Page<'_>, at: usize, end: usize) -> Option<usize> {
    if !page.is(at, Class::AGENCY) {
        return None;
    }
    let (end, small) = NAMES.longest(page.tokens, at, end)?;
    (small || page.shape(at) != Some(Shape::Lower)).then_some(end)
}

/// A credit at the end of a line.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) credit: Credit,
    /// Where the credit begins, brackets and lead included.
    pub(super) from: usize,
    pub(super) rule: &'static str,
    pub(super) percent: u8,
}

/// The credit that ends the line of `range`.
pub(super) fn at_end(page: &Page<'_>, range: Range<usize>) -> Option<Found> {
    if ends_plainly(page, &range) {
        return None;
    }
    let range = range.start..trim_end(page, &range);
    bracketed(page, &range).or_else(|| led(page, &range)).or_else(|| agency_tail(page, &range))
}

/// The last word is a small one, as of most sentences: no name of a credit. "tab" and "more" end links.
fn ends_plainly(page: &Page<'_>, range: &Range<usize>) -> bool {
    let mark = |i: usize| matches!(page.shape(i), Some(Shape::Stop | Shape::Quote | Shape::Apostrophe));
    let last = range.clone().rev().find(|i| !mark(*i)).unwrap_or(range.start);
    page.shape(last) == Some(Shape::Lower)
        && !page.is(last, Class::AGENCY)
        && !page.any(last..last + 1, atoms!["tab", "more"])
}

/// Without the "more >" of a gallery, a mark, and the links to rights that agencies add.
fn trim_end(page: &Page<'_>, range: &Range<usize>) -> usize {
    /// "Purchase Licensing Rights, opens new tab".
    const RIGHTS: usize = 8;
    let low = range.end.saturating_sub(RIGHTS).max(range.start + 1);
    let rights = |i: &usize| {
        page.any(*i..*i + 1, atoms!["purchase", "acquire"]) && page.atom(*i + 1) == atom!("licensing")
            || page.atom(*i) == atom!("opens") && page.atom(*i + 1) == atom!("new")
    };
    let mut end = (low..range.end).find(rights).unwrap_or(range.end);
    while end > range.start + 1 {
        let last = end - 1;
        let mark = matches!(page.shape(last), Some(Shape::Symbol)) && !page.one_of(last, atoms![")", "©"]);
        if !(mark || page.atom(last) == atom!("more") && end < range.end) {
            break;
        }
        end = last;
    }
    end
}

/// "… (Name/Agency)", "[Name/Agency]", "(credit: NAME/POOL)".
fn bracketed(page: &Page<'_>, range: &Range<usize>) -> Option<Found> {
    let stop = usize::from(page.atom(range.end.saturating_sub(1)) == atom!("."));
    let close = range.end.checked_sub(1 + stop).filter(|c| page.shape(*c) == Some(Shape::Close))?;
    let low = range.start.max(close.saturating_sub(MOST_TOKENS));
    let open = (low..close).rev().find(|i| page.shape(*i) == Some(Shape::Open))?;
    let lead = lead_inside(page, open + 1, close);
    let inside = lead.as_ref().map_or(open + 1, |lead| lead.end)..close;
    let agency = inside.clone().any(|i| agency_at(page, i, close).is_some());
    let slashed = inside.clone().any(|i| page.one_of(i, atoms!["/", "|"])) && is_names(page, inside.clone());
    let strong = lead.is_some() || slashed;
    // "… at dawn. (Harbour Trust)": an unlisted source, told by the full stop before it.
    let after_stop =
        open.checked_sub(1).is_some_and(|b| matches!(page.shape(b), Some(Shape::Stop | Shape::Quote)));
    let words = name::words(page, inside.start, inside.end);
    let source = agency && words <= 6 || after_stop && words <= 10 && is_plain_name(page, inside.clone());
    if !strong && !source || !plain(page, inside.clone(), lead.is_some()) {
        return None;
    }
    let (rule, percent) = if strong { ("credit.brackets", 98) } else { ("credit.source", 80) };
    let mut credit = parse(page, inside);
    if let Some(outlet) = lead.map(|lead| open + 1..lead.start).filter(|outlet| !outlet.is_empty()) {
        credit.agencies.insert(0, page.written(outlet).to_owned());
    }
    Some(Found { credit, from: open, rule, percent })
}

/// "(Photo: …", "(Express Photo by …": the lead at the head of a bracket, or behind the outlet's name.
fn lead_inside(page: &Page<'_>, from: usize, close: usize) -> Option<Range<usize>> {
    /// "Harbour Post Photo by …".
    const OUTLET: usize = 3;
    let lead = |i: usize| Some(i..lead_at(page, i, close)?);
    lead(from).or_else(|| {
        let names = (from + 1..close.min(from + 1 + OUTLET)).take_while(|i| page.is_capital(*i - 1));
        names.filter(|i| page.any(i + 1..i + 2, atoms!["by", ":"])).find_map(lead)
    })
}

/// "… Photo: Name", "… Photograph by Name", "… finalCredit: PA".
fn led(page: &Page<'_>, range: &Range<usize>) -> Option<Found> {
    let low = range.start.max(range.end.saturating_sub(MOST_TOKENS));
    let mut found = (low..range.end).rev().find_map(|i| Some((i, lead_at(page, i, range.end)?)));
    // "Photo credit:", "Image credits:": the lead begins with its first word.
    while let Some((from, after)) = found.filter(|(from, _)| *from > low && page.is(from - 1, Class::CREDIT))
    {
        found = Some((from - 1, after));
    }
    let (lead, after) = found?;
    let from = before_lead(page, range.start, lead);
    let inside = after..range.end;
    let marked = page.one_of(after - 1, atoms![":", ";"]) || page.atom(from) == atom!("©");
    let names = is_names(page, inside.clone());
    if inside.is_empty() || !names || inside.len() > MOST_TOKENS {
        return None;
    }
    let percent = if marked { 96 } else { 90 };
    let mut credit = parse(page, inside);
    if from < lead {
        credit.agencies.insert(0, page.written(from..lead).to_owned());
    }
    Some(Found { credit, from, rule: "credit.lead", percent })
}

/// "ST PHOTO: …", "HT Photo: …": the outlet's initials before the lead belong to it, at the start of a line.
fn before_lead(page: &Page<'_>, start: usize, lead: usize) -> usize {
    let initials = lead == start + 1 && page.shape(start) == Some(Shape::Upper) && page.str(start).len() <= 4;
    if initials { start } else { lead }
}

/// "Getty Images A street under water": the alternative text of a picture, its credit first.
pub(super) fn at_head(page: &Page<'_>, range: Range<usize>) -> Option<Found> {
    const SAYING: &[Atom] =
        atoms!["said", "says", "reported", "reports", "reporting", "news", "breakingviews"];
    let end = agency_at(page, range.start, range.end)?;
    let phrase = end + 4 <= range.end && page.is(end, Class::DETERMINER) && page.is_capital(end)
        || end + 6 <= range.end && page.shape(end) == Some(Shape::Title) && page.is(end, Class::GIVEN);
    let plain = !page.any(range.clone(), SAYING) && !page.shape(range.end - 1)?.eq(&Shape::Stop);
    let small = (end..range.end).filter(|i| page.shape(*i) == Some(Shape::Lower)).count();
    (phrase && plain && small >= 2).then(|| Found {
        credit: parse(page, range.start..end),
        from: range.start,
        rule: "credit.first",
        percent: 85,
    })
}

/// "… Name/Getty Images", "AP Photo/Name", "Name | Moment | Getty Images", "… Getty Images".
fn agency_tail(page: &Page<'_>, range: &Range<usize>) -> Option<Found> {
    let low = range.start.max(range.end.saturating_sub(MOST_TOKENS));
    let mut from = range.end;
    let mut agency = false;
    for i in (low..range.end).rev() {
        agency |= agency_at(page, i, range.end).is_some();
        let small = page.one_of(i, atoms!["for", "via", "of", "and", "the"]);
        let mark = page.one_of(i, atoms!["/", "|", "-", ".", ","]) || page.is(i, Class::PARTICLE);
        // A full stop with a blank after it ends the caption's sentence, unless it is an initial's.
        let sentence = page.shape(i) == Some(Shape::Stop)
            && !page.glued(i + 1)
            && i.checked_sub(1).is_some_and(|b| page.shape(b) != Some(Shape::Initial));
        let name = page.is_capital(i) || matches!(page.shape(i), Some(Shape::Camel | Shape::Alnum));
        if sentence || !(name || small || mark || agency_at(page, i, range.end).is_some()) {
            break;
        }
        if page.is_capital(i) || agency_at(page, i, range.end).is_some() {
            from = i;
        }
    }
    let alone = from == range.start;
    let after_stop = from
        .checked_sub(1)
        .is_some_and(|b| page.shape(b) == Some(Shape::Stop) || page.shape(b) == Some(Shape::Close));
    let joined = (from..range.end).any(|i| page.one_of(i, atoms!["/", "|", "via"]));
    if !agency || !(alone || after_stop || joined) || range.end - from > 16 {
        return None;
    }
    let percent = if after_stop || joined { 94 } else { 80 };
    Some(Found { credit: parse(page, from..range.end), from, rule: "credit.agency", percent })
}

/// The token after a credit lead at `at`: "Photo:", "Photo by", "Courtesy of", "©".
pub(super) fn lead_at(page: &Page<'_>, at: usize, end: usize) -> Option<usize> {
    const NOUNS: &[Atom] = atoms!["credit", "credits", "by"];
    if page.shape(at) == Some(Shape::Symbol) {
        return (page.atom(at) == atom!("©")).then_some(at + 1);
    }
    if !page.is(at, Class::CREDIT) && glued_lead(page, at).is_none() {
        return None;
    }
    let mut i = at + 1;
    while i < end && (page.is(i, Class::CREDIT) || page.one_of(i, NOUNS)) {
        i += 1;
    }
    let by = page.atom(i - 1) == atom!("by");
    let of = page.atom(i) == atom!("of") && (at..i).any(|k| page.atom(k) == atom!("courtesy"));
    let courtesy = (at..i).any(|k| page.atom(k) == atom!("courtesy") || page.atom(k) == atom!("copyright"));
    let marked = page.one_of(i, atoms![":", ";"]) && i < end;
    let source = page.atom(i) == atom!("source") && i < end;
    match () {
        () if marked || of => Some(i + 1),
        () if source => Some(i + 1 + usize::from(page.one_of(i + 1, atoms![",", ":"]))),
        () if by || courtesy => Some(i),
        () => None,
    }
}

/// Where a lead is glued to the word before it: the byte at which it begins.
pub(super) fn glued_lead(page: &Page<'_>, i: usize) -> Option<usize> {
    if page.shape(i) != Some(Shape::Mixed) && page.shape(i) != Some(Shape::Camel) {
        return None;
    }
    let word = page.str(i);
    let start = page.tokens.get(i)?.start as usize;
    let (at, _) = word.char_indices().skip(1).filter(|(_, c)| c.is_uppercase()).last()?;
    lexicon::look_up(word.get(at..)?).is(Class::CREDIT).then_some(start + at)
}

/// Names, agencies and the marks between them, nothing else.
fn is_names(page: &Page<'_>, range: Range<usize>) -> bool {
    range.clone().any(|i| page.is_capital(i) || matches!(page.shape(i), Some(Shape::Camel | Shape::Alnum)))
        && range.clone().all(|i| {
            let small =
                atoms!["for", "via", "of", "and", "the", "by", "from", "et", "with", "al", "on", "at", "in"];
            match page.shape(i) {
                Some(Shape::Lower) => page.is(i, Class::PARTICLE) || page.one_of(i, small),
                Some(Shape::Stop) => page.glued(i),
                Some(Shape::Quote) => false,
                _ => !page.is(i, Class::AUXILIARY | Class::PRONOUN),
            }
        })
}

/// One name and nothing else: "Harbour Trust", "Christie's".
fn is_plain_name(page: &Page<'_>, range: Range<usize>) -> bool {
    is_names(page, range.clone())
        && range
            .clone()
            .all(|i| page.shape(i) != Some(Shape::Number) && !page.is(i, Class::VERB | Class::MONTH))
        && range.into_iter().any(|i| page.str(i).len() > 2)
}

/// Nothing of a sentence: few small words.
fn plain(page: &Page<'_>, range: Range<usize>, led: bool) -> bool {
    let small = range.clone().filter(|i| page.shape(*i) == Some(Shape::Lower)).count();
    small <= if led { 6 } else { 3 }
        && !range.into_iter().any(|i| page.is(i, Class::AUXILIARY | Class::PRONOUN))
}

/// Takes a credit apart.
pub(super) fn parse(page: &Page<'_>, range: Range<usize>) -> Credit {
    let mut credit = Credit { span: page.span(range.clone()), person: None, agencies: Vec::new(), via: None };
    let (mut at, mut via) = (range.start, false);
    while at < range.end {
        let cut = (at..range.end).find(|i| parts(page, *i)).unwrap_or(range.end);
        add(page, &mut credit, at..cut, via);
        via = page.atom(cut) == atom!("via");
        at = cut + 1;
    }
    credit
}

/// A person or body is in it.
pub(super) fn names_somebody(credit: &Credit) -> bool {
    credit.person.is_some() || credit.via.is_some() || !credit.agencies.is_empty()
}

/// A mark or word between the pieces of a credit.
fn parts(page: &Page<'_>, i: usize) -> bool {
    page.one_of(i, atoms!["/", "|", ";", ",", "•"])
        || matches!(page.shape(i), Some(Shape::Dash))
        || (page.shape(i) == Some(Shape::Hyphen) && !page.glued(i))
        || page.one_of(i, atoms!["via", "for", "and"])
}

/// Words in credits that name nobody.
const NOBODY: &[&str] = &["pool", "file", "handout", "supplied", "files", "photo", "stock", "archive"];

/// Files one piece of a credit under what it is.
fn add(page: &Page<'_>, credit: &mut Credit, piece: Range<usize>, via: bool) {
    let piece = trim(page, piece);
    let span = page.span(piece.clone());
    let written = page.text(span);
    if written.is_empty() || NOBODY.iter().any(|word| written.eq_ignore_ascii_case(word)) {
        return;
    }
    let agency = agency_at(page, piece.start, piece.end);
    let for_client = piece.start.checked_sub(1).is_some_and(|b| page.atom(b) == atom!("for"));
    if via && credit.via.is_none() {
        credit.via = Some(written.to_owned());
    } else if agency == Some(piece.end)
        || page.named(piece.start, piece.end, &EntityKind::Outlet) == Some(piece.end)
        || for_client
        || (agency.is_none() && credit.person.is_some())
    {
        credit.agencies.push(short(page, &piece, agency).to_owned());
    } else if let Some(end) = agency {
        // "AP Photo Name", "Getty Images Name".
        credit.agencies.push(short(page, &(piece.start..end), agency).to_owned());
        add_person(page, credit, end..piece.end);
    } else {
        add_person(page, credit, piece);
    }
}

fn add_person(page: &Page<'_>, credit: &mut Credit, piece: Range<usize>) {
    let written = page.written(trim(page, piece));
    if !written.is_empty() {
        credit.person.get_or_insert_with(|| written.to_owned());
    }
}

/// "AP" of "AP Photo".
fn short<'a>(page: &Page<'a>, piece: &Range<usize>, agency: Option<usize>) -> &'a str {
    let end = agency.unwrap_or(piece.end);
    let cut = end.checked_sub(1).filter(|l| *l > piece.start && page.one_of(*l, atoms!["photo", "photos"]));
    page.written(piece.start..cut.unwrap_or(end))
}

/// Without quote marks and stops at the edges.
fn trim(page: &Page<'_>, mut piece: Range<usize>) -> Range<usize> {
    let edge =
        |i: usize| page.shape(i).is_some_and(|s| !s.is_word() && s != Shape::Open && s != Shape::Close);
    while piece.start < piece.end && edge(piece.start) {
        piece.start += 1;
    }
    while piece.start < piece.end && edge(piece.end - 1) && !page.str(piece.end - 1).starts_with(')') {
        piece.end -= 1;
    }
    piece
}

/// A line that is nothing but a credit.
pub(super) fn is_alone(page: &Page<'_>, range: Range<usize>, found: &Found) -> bool {
    let marks = range.start..found.from;
    let bare = !marks.clone().any(|i| page.shape(i).is_some_and(Shape::is_word));
    bare || found.credit.span == page.span(range)
}

/// Agencies of text and nothing else: "REUTERS, AFP", "— Bernama". Those of pictures are not among them.
pub(super) fn is_agencies(page: &Page<'_>, line: &Line) -> bool {
    const PICTURES: &[Atom] =
        atoms!["getty", "images", "photo", "shutterstock", "alamy", "istock", "unsplash"];
    let credit = parse(page, line.tokens.clone());
    credit.person.is_none() && !credit.agencies.is_empty() && !page.any(line.tokens.clone(), PICTURES)
}

/// A bare name after the last sentence: "The harbour at dawn. Ana Ruiz".
pub(super) fn bare_name(page: &Page<'_>, range: Range<usize>) -> Option<Found> {
    let low = range.start.max(range.end.saturating_sub(14));
    let stop = (low..range.end).rev().find(|i| page.shape(*i) == Some(Shape::Stop) && !page.glued(*i + 1))?;
    let initial = stop.checked_sub(1).is_some_and(|b| page.shape(b) == Some(Shape::Initial));
    let inside = stop + 1..range.end;
    let names = !inside.is_empty()
        && is_names(page, inside.clone())
        && name::words(page, inside.start, inside.end) <= 7;
    if initial || !names || !page.is_capital(inside.start) || !page.is_capital(inside.end - 1) {
        return None;
    }
    let credit = parse(page, inside.clone());
    Some(Found { credit, from: inside.start, rule: "credit.name", percent: 80 })
}

#[cfg(test)]
mod tests {
    use super::{AGENCIES, at_end};
    use crate::lexicon::rows;
    use crate::segment::page::tests::with_page;

    /// The credit at the end of `text`: person, agencies, distributor, and where it begins.
    fn read(text: &str) -> Option<(Option<String>, String, Option<String>, String)> {
        with_page(text, |page| {
            let found = at_end(page, page.lines[0].tokens.clone())?;
            let credit = found.credit;
            let written = page.text(credit.span).to_owned();
            Some((credit.person, credit.agencies.join("+"), credit.via, written))
        })
    }

    #[test]
    fn every_agency_is_read_from_its_example() {
        for row in rows(AGENCIES) {
            let (name, example) = row.split_once('\t').unwrap();
            let (person, agencies, ..) = read(example).unwrap_or_else(|| panic!("{row:?}"));
            let want = name.strip_suffix(" Photos").or(name.strip_suffix(" Photo")).unwrap_or(name);
            let nobody = super::NOBODY.contains(&name.to_lowercase().as_str());
            let same = agencies.eq_ignore_ascii_case(want) || agencies == name.trim_end_matches(" PHOTO");
            assert!(same || (nobody && agencies.is_empty()), "{row:?}: {agencies:?}");
            assert_eq!(person.as_deref(), Some("Ada Holt"), "{row:?}");
        }
    }

    #[test]
    fn credits_are_taken_apart() {
        for (text, person, agencies, via, written) in [
            ("Boats at dawn. (AP Photo/Ada Holt)", "Ada Holt", "AP", "", "AP Photo/Ada Holt"),
            (
                "Boats (credit: ADA HOLT/POOL/AFP via Getty Images)",
                "ADA HOLT",
                "AFP",
                "Getty Images",
                "ADA HOLT/POOL/AFP via Getty Images",
            ),
            ("Boats at dawn [Ada Holt/Reuters]", "Ada Holt", "Reuters", "", "Ada Holt/Reuters"),
            ("Boats at the finalCredit: PA", "", "PA", "", "PA"),
            (
                "Boats at dawn. Photo by Ada Holt /AFP via Getty Images",
                "Ada Holt",
                "AFP",
                "Getty Images",
                "Ada Holt /AFP via Getty Images",
            ),
            ("Photograph: Ada Holt; Getty Images", "Ada Holt", "Getty Images", "", "Ada Holt; Getty Images"),
            (
                "Ada Holt | Moment | Getty Images",
                "Ada Holt",
                "Moment+Getty Images",
                "",
                "Ada Holt | Moment | Getty Images",
            ),
            (
                "Boats. Photo: Ada Holt for The Harbour Post via Getty Images",
                "Ada Holt",
                "The Harbour Post",
                "Getty Images",
                "Ada Holt for The Harbour Post via Getty Images",
            ),
            ("Boats at dawn. (Courtesy of Ada Holt)", "Ada Holt", "", "", "Ada Holt"),
        ] {
            let opt = |s: &str| (!s.is_empty()).then(|| s.to_owned());
            assert_eq!(
                read(text),
                Some((opt(person), agencies.to_owned(), opt(via), written.to_owned())),
                "{text}"
            );
        }
    }

    #[test]
    fn sentences_are_no_credits() {
        for text in [
            "The minister will resign, Reuters reported.",
            "He read the image and left.",
            "They sold Alamy to a rival.",
            "The talks (which began on Monday) failed.",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
