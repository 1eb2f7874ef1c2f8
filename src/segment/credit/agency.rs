//! Listed agencies of pictures and text, by name.

use once_cell::sync::Lazy;

use crate::lexicon::Class;
use crate::segment::page::Page;
use crate::segment::phrase::Phrases;
use crate::text::Shape;

pub(super) const LIST: &str = include_str!("../../lexicon/part_agencies.tsv");

/// Each name with whether it is written in small letters ("dpa").
static NAMES: Lazy<Phrases<bool>> =
    Lazy::new(|| Phrases::load(LIST, |row| Some(row.starts_with(char::is_lowercase))));

/// The end of the picture agency that starts at token `at`.
#[inline] // Nearly all words end here.
pub(in crate::segment) fn agency_at(page: &Page<'_>, at: usize, end: usize) -> Option<usize> {
    if page.is(at, Class::AGENCY) { listed_at(page, at, end) } else { None }
}

fn listed_at(page: &Page<'_>, at: usize, end: usize) -> Option<usize> {
    let (end, small) = NAMES.longest(page.tokens, at, end)?;
    (small || page.shape(at) != Some(Shape::Lower)).then_some(end)
}
