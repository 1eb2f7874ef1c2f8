//! Leads of credits: "Photo:", "Photograph by", "Courtesy of", "©".

use std::ops::Range;

use crate::lexicon::{self, Class};
use crate::segment::page::Page;
use crate::text::{Atom, Shape, atom, atoms};

/// The token after a credit lead at `at`: "Photo:", "Photo by", "Courtesy of", "©".
#[inline] // Nearly all words end here.
pub(super) fn end(page: &Page<'_>, at: usize, end: usize) -> Option<usize> {
    match page.shape(at)? {
        Shape::Symbol => (page.atom(at) == atom!("©")).then_some(at + 1),
        _ if page.is(at, Class::CREDIT) => behind(page, at, end),
        Shape::Mixed | Shape::Camel if glued(page, at).is_some() => behind(page, at, end),
        _ => None,
    }
}

/// The token after the lead that begins with the word at `at`.
fn behind(page: &Page<'_>, at: usize, end: usize) -> Option<usize> {
    const NOUNS: &[Atom] = atoms!["credit", "credits", "by"];
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
fn glued(page: &Page<'_>, i: usize) -> Option<usize> {
    if page.shape(i) != Some(Shape::Mixed) && page.shape(i) != Some(Shape::Camel) {
        return None;
    }
    let word = page.str(i);
    let start = page.tokens.get(i)?.start as usize;
    let (at, _) = word.char_indices().skip(1).filter(|(_, c)| c.is_uppercase()).last()?;
    lexicon::look_up(word.get(at..)?).is(Class::CREDIT).then_some(start + at)
}

/// "(Photo: …", "(Express Photo by …": the lead at the head of a bracket, or behind the outlet's name.
pub(super) fn inside(page: &Page<'_>, from: usize, close: usize) -> Option<Range<usize>> {
    /// "Harbour Post Photo by …".
    const OUTLET: usize = 3;
    let lead = |i: usize| Some(i..end(page, i, close)?);
    lead(from).or_else(|| {
        let names = (from + 1..close.min(from + 1 + OUTLET)).take_while(|i| page.is_capital(*i - 1));
        names.filter(|i| page.any(i + 1..i + 2, atoms!["by", ":"])).find_map(lead)
    })
}

/// "ST PHOTO: …", "HT Photo: …": the outlet's initials before the lead belong to it, at the start of a line.
pub(super) fn start(page: &Page<'_>, start: usize, lead: usize) -> usize {
    let initials = lead == start + 1 && page.shape(start) == Some(Shape::Upper) && page.str(start).len() <= 4;
    if initials { start } else { lead }
}
