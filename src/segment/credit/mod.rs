//! Credits: whose picture it is.
//!
//! `[lead:] PERSON[/POOL]{/AGENCY} [via DISTRIBUTOR]`, in brackets or bare, at the end of a caption or on
//! a line of its own; also glued to the last word ("the finalCredit: PA"). A lead ("Photo:", "Courtesy
//! of") or a listed agency tells it; an agency after a verb of saying is the source of a statement.

mod agency;
mod lead;
mod pieces;

use std::ops::Range;

pub(super) use agency::agency_at;
pub(super) use pieces::{names_somebody, parse};

use super::line::Line;
use super::page::Page;
use super::{Credit, name};
use crate::lexicon::Class;
use crate::text::{Atom, Shape, atom, atoms};

/// A credit has at most this many tokens: a name, two agencies, a client and a distributor have 20.
const MOST_TOKENS: usize = 32;

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
    let lead = lead::inside(page, open + 1, close);
    let inside = lead.as_ref().map_or(open + 1, |lead| lead.end)..close;
    if inside.is_empty() {
        return None;
    }
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

/// "… Photo: Name", "… Photograph by Name", "… finalCredit: PA".
fn led(page: &Page<'_>, range: &Range<usize>) -> Option<Found> {
    let low = range.start.max(range.end.saturating_sub(MOST_TOKENS));
    let mut found = (low..range.end).rev().find_map(|i| Some((i, lead::end(page, i, range.end)?)));
    // "Photo credit:", "Image credits:": the lead begins with its first word.
    while let Some((from, after)) = found.filter(|(from, _)| *from > low && page.is(from - 1, Class::CREDIT))
    {
        found = Some((from - 1, after));
    }
    let (lead, after) = found?;
    let from = lead::start(page, range.start, lead);
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
            && i.checked_sub(1).is_some_and(|b| match page.glued(i + 1) {
                false => page.shape(b) != Some(Shape::Initial),
                // "… on Wednesday.Ada Holt / AP".
                true => page.str(b).len() > 3 && page.is_capital(i + 1),
            });
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
    use super::agency::LIST;
    use super::at_end;
    use super::pieces::NOBODY;
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
        for row in rows(LIST) {
            let (name, example) = row.split_once('\t').unwrap();
            let (person, agencies, ..) = read(example).unwrap_or_else(|| panic!("{row:?}"));
            let want = name.strip_suffix(" Photos").or(name.strip_suffix(" Photo")).unwrap_or(name);
            let nobody = NOBODY.contains(&name.to_lowercase().as_str());
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
