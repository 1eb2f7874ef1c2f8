//! What opens a byline: "By", "Words by", "Story and photos by", "From Ada Holt in Nairobi", "Writer:".

use std::ops::Range;

use crate::lexicon::Class;
use crate::segment::credit;
use crate::segment::frame_word::Does;
use crate::segment::page::Page;
use crate::text::{Atom, Shape, atom, atoms};

/// What opens a byline: the work, if it is named, and the token after it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lead<'a> {
    pub(super) work: Option<&'a str>,
    pub(super) after: usize,
}

/// "By", "Words by", "Written by:", "Exclusive by", "Words and pictures by". Only behind a first author do
/// pictures alone open a byline: else "Photos by" is a credit.
pub(super) fn lead<'a>(page: &Page<'a>, range: &Range<usize>, pictures: bool) -> Option<Lead<'a>> {
    /// Works that say no more than "by" does.
    const PLAIN: &[Atom] = atoms!["article", "exclusive", "posted", "written"];
    /// "Writer: Ada Holt".
    const LABELS: &[Atom] = atoms!["author", "byline", "journalist", "reporter", "words", "writer"];
    let first = range.start;
    if page.one_of(first, LABELS) && page.atom(first + 1) == atom!(":") {
        return (first + 2 < range.end).then_some(Lead { work: None, after: first + 2 });
    }
    let work = work(page, first, pictures);
    let by = work.map_or(first, |end| end + usize::from(page.atom(end) == atom!(":")));
    let after = by + 1 + usize::from(page.atom(by + 1) == atom!(":"));
    let from = page.atom(first) == atom!("from") && sent_from(page, range);
    let told = work.filter(|_| !page.one_of(first, PLAIN)).map(|end| page.written(first..end));
    ((page.atom(by) == atom!("by") || from) && after < range.end).then_some(Lead { work: told, after })
}

/// The end of the works named at token `at`: "Story", "Words and pictures".
fn work(page: &Page<'_>, at: usize, pictures: bool) -> Option<usize> {
    let opens = if pictures { Does::TEXT | Does::PICTURE } else { Does::TEXT };
    let mut end = page.does(at, opens).then_some(at + 1)?;
    while page.one_of(end, atoms!["and", "&", ","]) && page.does(end + 1, Does::TEXT | Does::PICTURE) {
        end += 2;
    }
    Some(end)
}

/// "From Ada Holt in Nairobi", "From CNN's Ada Holt": only with a given name and a place, or behind an
/// agency, is it a byline.
fn sent_from(page: &Page<'_>, range: &Range<usize>) -> bool {
    let agency = credit::agency_at(page, range.start + 1, range.end);
    if agency.is_some_and(|end| page.shape(end) == Some(Shape::Possessive) && page.is_capital(end + 1)) {
        return true;
    }
    let given = page.is(range.start + 1, Class::GIVEN) && page.is_capital(range.start + 1);
    given && page.any(range.clone(), atoms!["in"])
}
