//! A credit taken apart: the person, the agencies, the distributor.

use std::ops::Range;

use super::agency_at;
use crate::gazetteer::EntityKind;
use crate::segment::Credit;
use crate::segment::page::Page;
use crate::text::{Shape, atom, atoms};

/// Takes a credit apart.
pub(in crate::segment) fn parse(page: &Page<'_>, range: Range<usize>) -> Credit {
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
pub(in crate::segment) fn names_somebody(credit: &Credit) -> bool {
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
pub(super) const NOBODY: &[&str] =
    &["pool", "file", "handout", "supplied", "files", "photo", "stock", "archive"];

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
