//! Tables: texts whose fields stand between marks.

/// The fields of a text between marks of one ASCII byte.
///
/// A search for the next mark is built for long stretches; fields have ten bytes, and the first parse reads
/// three hundred thousand of them: byte by byte that takes a quarter of the time.
pub(crate) fn fields(text: &str, mark: u8) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let Some(at) = text.bytes().position(|byte| byte == mark) else { return rest.take() };
        rest = text.get(at.saturating_add(1)..);
        text.get(..at)
    })
}

/// The first field of a text.
pub(crate) fn first_field(text: &str, mark: u8) -> &str {
    fields(text, mark).next().unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::{fields, first_field};

    #[test]
    fn fields_are_those_of_the_standard_library() {
        for text in ["", "a", "\t", "a\tb", "\ta\t\té\t", "é"] {
            assert!(fields(text, b'\t').eq(text.split('\t')), "{text:?}");
        }
        assert_eq!(first_field("ab\tc", b'\t'), "ab");
    }
}
