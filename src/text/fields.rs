//! Tables: texts whose fields stand between marks.

use super::atom::{HIGH, LOW};

/// The fields of a text between marks of one ASCII byte.
///
/// A search for the next mark is built for long stretches; fields have ten bytes, and the first parse reads
/// three hundred thousand of them.
pub(crate) fn fields(text: &str, mark: u8) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let Some(at) = find(text.as_bytes(), mark) else { return rest.take() };
        rest = text.get(at.saturating_add(1)..);
        text.get(..at)
    })
}

/// The first field of a text.
pub(crate) fn first_field(text: &str, mark: u8) -> &str {
    fields(text, mark).next().unwrap_or("")
}

/// The first byte `mark`: eight bytes at a time, the last few one by one.
fn find(bytes: &[u8], mark: u8) -> Option<usize> {
    let eights = bytes.chunks_exact(8);
    let tail = eights.remainder();
    for (i, eight) in eights.filter_map(|eight| eight.first_chunk()).enumerate() {
        let other = u64::from_le_bytes(*eight) ^ (LOW * u64::from(mark));
        // The lowest byte of zero borrows first.
        let zeros = other.wrapping_sub(LOW) & !other & HIGH;
        if zeros != 0 {
            return Some(i * 8 + zeros.trailing_zeros() as usize / 8);
        }
    }
    let from = bytes.len() - tail.len();
    tail.iter().position(|byte| *byte == mark).map(|at| from + at)
}

#[cfg(test)]
mod tests {
    use super::{fields, first_field};

    #[test]
    fn fields_are_those_of_the_standard_library() {
        let long = "\u{1}\u{8}\t\t0123456\t01234567\t012345678\té\u{89}\u{89}\t0123456789abcdef\t\u{a}\t";
        for text in ["", "a", "\t", "a\tb", "\ta\t\té\t", "é", long] {
            for from in (0..text.len()).filter(|i| text.is_char_boundary(*i)) {
                assert!(fields(&text[from..], b'\t').eq(text[from..].split('\t')), "{text:?} from {from}");
            }
            assert!(fields(text, b'\t').eq(text.split('\t')), "{text:?}");
        }
        assert_eq!(first_field("ab\tc", b'\t'), "ab");
    }
}
