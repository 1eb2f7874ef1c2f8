//! Bylines: who wrote the article, in what role, for whom, from where.
//!
//! "By A, B and C", "By A, Political Editor", "By A - Agency - Friday, May 3, 2024", "Words by A for
//! Outlet", "By A in Lagos". The whole line must be made of such pieces: a sentence that begins with
//! "By" is none.

mod edge;
mod lead;
mod reader;

use std::ops::Range;

use super::page::Page;
use super::{Author, Stamp};
use lead::lead;
use reader::Reader;

/// The longest byline, in words: four authors with roles and a date have about 25.
const MOST_WORDS: usize = 30;

/// What a byline says.
#[derive(Debug, Default)]
pub(super) struct Byline {
    pub(super) authors: Vec<Author>,
    pub(super) stamps: Vec<Stamp>,
}

/// Reads the line of `range` as a byline with its "By".
pub(super) fn read(page: &Page<'_>, range: Range<usize>, words: usize) -> Option<Byline> {
    if words > MOST_WORDS {
        return None;
    }
    let lead = lead(page, &range, false)?;
    Reader::new(page, lead.after..range.end).works(lead.work).read()
}

/// Reads a line below a byline: "Photographs by Ada Holt".
pub(super) fn read_pictures(page: &Page<'_>, range: Range<usize>) -> Option<Byline> {
    let lead = lead(page, &range, true)?;
    Reader::new(page, lead.after..range.end).works(lead.work).read()
}

/// Reads a line of names without "By", for places where only a byline can stand.
pub(super) fn read_bare(page: &Page<'_>, range: Range<usize>) -> Option<Byline> {
    Reader::new(page, range).read()
}
