//! What a part says beyond its kind: authors, dateline, credits, times, handle.

use std::ops::Range;

use super::page::Page;
use super::{Author, Part, PartKind, byline, contributors, credit, dateline, embed, name, stamp};

/// Fills the details of `part`, which stands on the tokens of `range`.
pub(super) fn fill(page: &Page<'_>, part: &mut Part, range: Range<usize>) {
    match part.kind {
        PartKind::Byline => authors(page, part, range),
        PartKind::Contributors => part.authors = contributors::read(page, range),
        PartKind::AuthorBio => portrayed(page, part, range),
        PartKind::Timestamp => part.stamps = stamp::stamps(page, range),
        PartKind::Caption | PartKind::Credit => credits(page, part, range),
        PartKind::Paragraph | PartKind::Dek => {
            part.dateline = dateline::read(page, range).map(|found| found.dateline);
        }
        PartKind::Embed => signature(page, part, range),
        _ => {}
    }
}

fn authors(page: &Page<'_>, part: &mut Part, range: Range<usize>) {
    if part.rule.as_str() == "byline.desk" {
        part.authors = vec![Author::named(part.span, page.text(part.span))];
        return;
    }
    let words = 0;
    let found = byline::read(page, range.clone(), words)
        .or_else(|| byline::read_pictures(page, range.clone()))
        .or_else(|| byline::read_bare(page, range));
    if let Some(found) = found {
        part.authors = found.authors;
        part.stamps = found.stamps;
    }
}

/// The one whom a biography is about.
fn portrayed(page: &Page<'_>, part: &mut Part, range: Range<usize>) {
    let end = name::end(page, range.start, range.end).filter(|end| *end < range.end);
    if let Some(end) = end {
        let span = page.span(range.start..end);
        part.authors = vec![Author::named(span, page.text(span))];
    }
}

fn credits(page: &Page<'_>, part: &mut Part, range: Range<usize>) {
    let found = credit::at_end(page, range.clone())
        .or_else(|| credit::at_head(page, range.clone()))
        .or_else(|| credit::bare_name(page, range.clone()));
    part.credits = match found {
        // "(File)" names nobody.
        Some(found) if credit::names_somebody(&found.credit) => vec![found.credit],
        // A line that was called a credit by its neighbours is one as a whole.
        None if part.kind == PartKind::Credit => vec![credit::parse(page, range)],
        _ => Vec::new(),
    };
}

fn signature(page: &Page<'_>, part: &mut Part, range: Range<usize>) {
    let low = range.start.max(range.end.saturating_sub(40));
    let from = (low..range.end).rev().find_map(|i| {
        let handle = embed::handle(page, i..range.end, 0)?;
        Some((i, handle))
    });
    if let Some((from, handle)) = from {
        part.handle = Some(page.text(handle).to_owned());
        part.stamps = stamp::stamps(page, from..range.end);
    }
}
