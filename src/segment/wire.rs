//! What only the copy of a wire carries: slugs, notes to editors, marks of the end.

use super::PartKind::{Correction, Interface, Separator};
use super::frame_word::Does;
use super::line::Line;
use super::page::{Call, Page};
use crate::text::{Atom, Shape, atom, atoms};

/// The first sign that knows the line.
pub(super) fn call(page: &Page<'_>, line: &Line) -> Option<Call> {
    end_mark(page, line).or_else(|| slug(page, line)).or_else(|| note(page, line))
}

/// "-30-": the end of the copy.
fn end_mark(page: &Page<'_>, line: &Line) -> Option<Call> {
    let first = line.tokens.start;
    let dash = |i: usize| matches!(page.shape(i), Some(Shape::Hyphen | Shape::Dash));
    let whole = line.tokens.len() == 3 && dash(first) && dash(first + 2);
    (whole && page.one_of(first + 1, atoms!["30", "0", "ends", "end"]))
        .then_some(Call::new(Separator, "separator.end", 90))
}

/// "BC-Norway-Sea Wall, 2nd Ld-Writethru", "a0471 PM-SeaWall 1stLd": the name of the copy.
fn slug(page: &Page<'_>, line: &Line) -> Option<Call> {
    const CYCLES: &[Atom] = atoms!["bc", "am", "pm"];
    const VERSIONS: &[Atom] = atoms!["writethru", "ld", "1stld", "2ndld", "3rdld"];
    const MOST_WORDS: usize = 12;
    if line.words > MOST_WORDS || line.terminated() {
        return None;
    }
    let first = line.tokens.start;
    let cycle = page.one_of(first, CYCLES)
        && page.shape(first) == Some(Shape::Upper)
        && page.shape(first + 1) == Some(Shape::Hyphen)
        && page.glued(first + 1)
        && page.glued(first + 2);
    let version = page.any(line.tokens.clone(), VERSIONS)
        && line.tokens.clone().any(|i| page.shape(i) == Some(Shape::Hyphen) && page.glued(i + 1));
    (cycle || version).then_some(Call::new(Interface, "interface.slug", 85))
}

/// "(Adds analyst comment, share price)", "Eds: Updates with details": what changed since the last version.
fn note(page: &Page<'_>, line: &Line) -> Option<Call> {
    const MOST_WORDS: usize = 40;
    let first = line.tokens.start;
    let bracketed = page.shape(first) == Some(Shape::Open)
        && page.shape(line.tokens.end.saturating_sub(1)) == Some(Shape::Close)
        && page.does(first + 1, Does::CHANGE);
    let editors = page.atom(first) == atom!("eds") && page.atom(first + 1) == atom!(":");
    (line.words <= MOST_WORDS && (bracketed || editors)).then_some(Call::new(
        Correction,
        "correction.note",
        85,
    ))
}

#[cfg(test)]
mod tests {
    use crate::segment::page::tests::with_page;

    #[test]
    fn marks_of_wire_copy() {
        for (text, want) in [
            ("-30-", Some("separator.end")),
            ("BC-Norland--Sea Wall, 2nd Ld-Writethru", Some("interface.slug")),
            ("AM-SeaWall", Some("interface.slug")),
            ("(Adds comment, paragraph 4)", Some("correction.note")),
            ("Eds: Updates with quotes.", Some("correction.note")),
            ("(Repeats were shown at night.) The channel lost viewers.", None),
            ("AM radio is dying, and pilots miss it", None),
            ("Sub-zero nights kill the early vines", None),
        ] {
            let got = with_page(text, |page| super::call(page, &page.lines[0]));
            assert_eq!(got.map(|call| call.rule), want, "{text}");
        }
    }
}
