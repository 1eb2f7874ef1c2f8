//! Byte offsets as characters and as UTF-16 units, and back.
//!
//! Rust, C and SQLite count bytes; Python, brat and the W3C's Web Annotation count characters; JavaScript, Java
//! and C# count UTF-16 units. The three agree only in ASCII.

use std::ops::Range;

use crate::span::Span;

/// Bytes between two entries of the map: one cache line to count in a look-up, and a map of a quarter of the
/// text's size.
const BLOCK: usize = 64;

/// Translates spans of one text into offsets in characters (Unicode code points) and in UTF-16 units, and back.
///
/// # Cost
///
/// Building is one pass over the text. A text that is all ASCII needs no memory, others 16 bytes for every 64 of
/// the text. From bytes, an offset costs the counting of at most 63 bytes, wherever it lies; into bytes, a
/// binary search comes before that.
///
/// # Offsets that do not fit
///
/// Looking up never panics. A byte offset inside a character counts as the start of that character, one beyond
/// the text as its end. Going back, what lies beyond the text or inside a surrogate pair gives `None`.
///
/// ```
/// use dateline::{OffsetMap, Span};
///
/// let map = OffsetMap::new("“🚢 sails,” Bø said.");
/// let name = Span::new(18, 21);
/// assert_eq!(&map.text()[name], "Bø");
/// assert_eq!(map.chars(name), 11..13);
/// assert_eq!(map.utf16(name), 12..14);
/// assert_eq!(map.from_utf16(12..14), Some(name));
/// ```
#[derive(Clone, Debug)]
pub struct OffsetMap<'t> {
    text: &'t str,
    /// The counts before each block; empty where the text is ASCII.
    blocks: Vec<Counts>,
}

/// What stands before an offset.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Counts {
    chars: usize,
    utf16: usize,
}

impl Counts {
    /// These counts and those of some more bytes, which need not begin or end with a character: a character
    /// counts where its first byte stands.
    fn and(self, bytes: &[u8]) -> Self {
        let mut counts = self;
        for byte in bytes {
            // A first byte of F0 or more opens a character outside the Basic Multilingual Plane: a surrogate pair.
            let first = usize::from(byte & 0xC0 != 0x80);
            counts.chars += first;
            counts.utf16 += first + usize::from(*byte >= 0xF0);
        }
        counts
    }
}

impl<'t> OffsetMap<'t> {
    /// Reads `text` once.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        let mut blocks = Vec::new();
        if !text.is_ascii() {
            blocks.reserve_exact(text.len() / BLOCK + 1);
            let mut counts = Counts::default();
            for block in text.as_bytes().chunks(BLOCK) {
                blocks.push(counts);
                counts = counts.and(block);
            }
        }
        Self { text, blocks }
    }

    /// The text that the map was made of.
    #[must_use]
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// A span in characters: Unicode code points, as Python counts.
    #[must_use]
    pub fn chars(&self, span: Span) -> Range<usize> {
        self.before(span.start).chars..self.before(span.end).chars
    }

    /// A span in UTF-16 units, as JavaScript, Java and C# count.
    #[must_use]
    pub fn utf16(&self, span: Span) -> Range<usize> {
        self.before(span.start).utf16..self.before(span.end).utf16
    }

    /// The span of a range of characters.
    #[must_use]
    pub fn from_chars(&self, range: Range<usize>) -> Option<Span> {
        let byte = |at| self.byte(at, |counts| counts.chars);
        Some(Span::new(byte(range.start)?, byte(range.end)?))
    }

    /// The span of a range of UTF-16 units.
    #[must_use]
    pub fn from_utf16(&self, range: Range<usize>) -> Option<Span> {
        let byte = |at| self.byte(at, |counts| counts.utf16);
        Some(Span::new(byte(range.start)?, byte(range.end)?))
    }

    /// The counts before a byte offset.
    fn before(&self, byte: usize) -> Counts {
        let mut byte = byte.min(self.text.len());
        if self.blocks.is_empty() {
            return Counts { chars: byte, utf16: byte };
        }
        while !self.text.is_char_boundary(byte) {
            byte -= 1;
        }
        // The end of a text that fills its last block is counted from that block.
        let block = (byte / BLOCK).min(self.blocks.len() - 1);
        let counts = self.blocks.get(block).copied().unwrap_or_default();
        counts.and(self.text.as_bytes().get(block * BLOCK..byte).unwrap_or_default())
    }

    /// The byte offset before which `unit` counts `wanted`, where that is the start of a character or the end.
    fn byte(&self, wanted: usize, unit: impl Fn(Counts) -> usize) -> Option<usize> {
        if self.blocks.is_empty() {
            return (wanted <= self.text.len()).then_some(wanted);
        }
        let after = self.blocks.partition_point(|counts| unit(*counts) <= wanted);
        let block = after.checked_sub(1)?;
        let mut counts = *self.blocks.get(block)?;
        for (at, byte) in self.text.as_bytes().iter().enumerate().skip(block * BLOCK) {
            if byte & 0xC0 == 0x80 {
                continue;
            }
            if unit(counts) >= wanted {
                return (unit(counts) == wanted).then_some(at);
            }
            counts = counts.and(&[*byte]);
        }
        (unit(counts) == wanted).then_some(self.text.len())
    }
}

#[cfg(test)]
mod tests {
    use super::{OffsetMap, Span};

    /// One, two, three and four bytes a character; combining marks, line ends of both kinds, an emoji family.
    const TEXTS: &[&str] = &[
        "",
        "a",
        "é",
        "🚢",
        "Plain words,\r\nand a second line.\r\n",
        "“Né à Zürich,” — said Ōta…\r\n🚢🚢 e\u{301} 👩\u{200d}👩\u{200d}👧 \u{10ffff}end",
    ];

    /// Each text alone, and behind paddings of every length up to two blocks, so that characters of each width
    /// lie across the border of a block.
    fn texts() -> impl Iterator<Item = String> {
        TEXTS.iter().flat_map(|text| {
            let padded = move |n: usize| format!("{}{text}{}", "x".repeat(n), "é🚢".repeat(n % 23));
            (0..130).map(padded)
        })
    }

    #[test]
    fn each_offset_is_what_the_standard_library_counts() {
        for text in texts() {
            let map = OffsetMap::new(&text);
            for at in (0..=text.len()).filter(|at| text.is_char_boundary(*at)) {
                let (chars, utf16) = (text[..at].chars().count(), text[..at].encode_utf16().count());
                let span = Span::new(at, text.len());
                assert_eq!(
                    (map.chars(span).start, map.utf16(span).start),
                    (chars, utf16),
                    "{at} of {text:?}"
                );
                assert_eq!(map.from_chars(chars..chars), Some(Span::new(at, at)), "{at} of {text:?}");
                assert_eq!(map.from_utf16(utf16..utf16), Some(Span::new(at, at)), "{at} of {text:?}");
            }
        }
    }

    #[test]
    fn what_does_not_fit_is_moved_one_way_and_refused_the_other() {
        let map = OffsetMap::new("a🚢b");
        assert_eq!(map.chars(Span::new(3, 99)), 1..3);
        assert_eq!(map.utf16(Span::new(3, 99)), 1..4);
        assert_eq!(map.from_utf16(1..2), None, "between the halves of a pair");
        assert_eq!(map.from_chars(0..4), None);
        assert_eq!(map.from_utf16(0..4), Some(Span::new(0, 6)));
        assert_eq!(OffsetMap::new("ab").from_chars(0..3), None);
    }

    #[test]
    fn ascii_needs_no_memory() {
        let text = "Rain fell on Oslo.\r\n".repeat(50);
        assert!(OffsetMap::new(&text).blocks.is_empty());
    }
}
