//! Families of hostile text: what a parser must read in linear time and memory, however much there is of it.
//!
//! One table for three promises: `tests/hostile.rs` holds that each is sound, `tests/linear.rs` that time, and
//! `tests/memory.rs` that memory grows with the text and no faster.

/// Texts of one build, of any length.
pub(crate) struct Family {
    pub(crate) name: &'static str,
    build: Build,
}

enum Build {
    /// One piece, again and again.
    Repeat(&'static str),
    /// Pieces that differ, by their number.
    Numbered(fn(usize) -> String),
    /// So many of the first, then as many of the second: what goes deep.
    Nested(&'static str, &'static str),
    /// So many, and one ending that everything before may matter to.
    Before(&'static str, &'static str),
}

impl Family {
    /// A text of at least `length` bytes, and of hardly more.
    pub(crate) fn text(&self, length: usize) -> String {
        match self.build {
            Build::Repeat(piece) => piece.repeat(length.div_ceil(piece.len())),
            Build::Numbered(piece) => {
                let mut text = String::with_capacity(length + 100);
                for i in 0.. {
                    if text.len() >= length {
                        break;
                    }
                    text.push_str(&piece(i));
                }
                text
            }
            Build::Nested(open, close) => {
                let depth = length.div_ceil(open.len() + close.len());
                open.repeat(depth) + "no" + &close.repeat(depth)
            }
            Build::Before(piece, end) => piece.repeat(length.div_ceil(piece.len())) + end,
        }
    }
}

/// A made-up word for a number: distinct, pronounceable, in no list.
pub(crate) fn word(i: usize) -> String {
    let syllable =
        |digit: u8| ["ka", "lo", "mi", "ru", "te", "vo", "zu", "ne", "pa", "si"][usize::from(digit)];
    let low: String = i.to_string().bytes().map(|digit| syllable(digit - b'0')).collect();
    low[..1].to_uppercase() + &low[1..]
}

const fn repeat(name: &'static str, piece: &'static str) -> Family {
    Family { name, build: Build::Repeat(piece) }
}

const fn numbered(name: &'static str, piece: fn(usize) -> String) -> Family {
    Family { name, build: Build::Numbered(piece) }
}

const fn nested(name: &'static str, open: &'static str, close: &'static str) -> Family {
    Family { name, build: Build::Nested(open, close) }
}

const fn before(name: &'static str, piece: &'static str, end: &'static str) -> Family {
    Family { name, build: Build::Before(piece, end) }
}

/// All of them.
pub(crate) const FAMILIES: &[Family] = &[
    // Nothing, and what stands for nothing.
    repeat("blanks", " "),
    repeat("NULs", "\0"),
    repeat("byte order marks", "\u{feff}"),
    repeat("combining marks", "\u{301}"),
    repeat("zero-width blanks", "a\u{200b}"),
    // Lines and parts.
    repeat("line ends", "\n"),
    repeat("line ends of all systems", "\r\n\r\n\u{2028}\u{85}\u{b}\u{c}"),
    repeat("carriage returns", "a\r"),
    repeat("one-letter lines", "a\n"),
    repeat("one-letter words", "a "),
    numbered("headings", |i| format!("Section {i}\n\n")),
    repeat("one line again and again", "Port reopens\n"),
    repeat("bylines", "By A\n"),
    repeat("bylines of reporters", "By Ada Holt, Reporting Fellow\n"),
    repeat("datelines", "OSLO (AP) - \n"),
    repeat("stamps", "Updated May 3, 2025\n"),
    repeat("credits", "(Photo: A/AFP via B)\n"),
    repeat("list marks", "- x\n"),
    repeat("handles", "@x "),
    repeat("rights", "© "),
    numbered("paragraphs", |i| {
        format!("The council met in town {i} and talked about roads for two hours.\n")
    }),
    repeat("one paragraph", "The council met in the old hall and talked about roads. "),
    repeat("one sentence", "and the council met "),
    repeat("hard-wrapped lines", "the council met in the old hall and talked about roads for two\n"),
    // Marks.
    repeat("opening marks", "“"),
    repeat("closing marks", "”"),
    repeat("straight marks", "\""),
    repeat("apostrophes", "'"),
    repeat("curly apostrophes", "’"),
    repeat("empty quotes", "“”"),
    repeat("marks within marks", "‘“"),
    repeat("a mark before each letter", "'x "),
    repeat("marks that never match", "'x '\"x"),
    repeat("quotes never closed", "“a "),
    repeat("quotes never closed, one a paragraph", "“a b c d.\n"),
    repeat("quotes never opened", "a” "),
    repeat("spaced straight marks", "\" "),
    repeat("marks of other countries", "«»„“‚‘"),
    repeat("typewriter marks", "``x'' "),
    repeat("apostrophes of all kinds", "'90s dogs' rock 'n' roll 5' 6\" "),
    nested("quotes in quotes", "“a ‘b ", " c’ d”"),
    nested("closed before opened", "a” b’ ", " ‘c “d"),
    nested("straight marks in marks", "\"a 'b ", " c' d\""),
    nested("brackets", "(a ", ") "),
    repeat("brackets never closed", "("),
    // Who said what.
    repeat("quotes", "“No,” he said. "),
    numbered("numbered quotes", |i| format!("“Number {i},” she said. ")),
    repeat("said", "said "),
    repeat("according to", "according to "),
    repeat("X said Y said Z said", "X said Y said Z said "),
    repeat("labels of two who speak", "HOLM: I saw it, did you?\n\nBRANDT: We did.\n\nAnd I ran.\n\n"),
    repeat("questions and answers", "Q: Why, Anna Lind?\n\nA: I was there.\n\n"),
    repeat("questions without labels", "Anna Lind is here.\n\nDid you see it?\n\nI did.\n\n"),
    repeat("open marks before a speaker", "“It broke, Anna Lind said. “It broke, "),
    repeat("signatures", "“It broke.”\n\n— Anna Lind, pilot\n\n"),
    repeat("who said", ", who said "),
    repeat("pronouns", "He said that she left. "),
    repeat("himself", "himself said "),
    repeat("said that", "she said that "),
    before("marks behind one question", "?”", " Ada Holt asked. "),
    before("quotes before one speaker", "“No.” ", "Ada Holt said."),
    nested("reports of reports", "Aro said that ", ", Lind said"),
    before("sources of sources", "according to Aro, ", "it rained."),
    repeat("colons", "Holt: no. "),
    // Names.
    repeat("initials", "A. B. "),
    repeat("a run of one name", "Ola "),
    numbered("a run of capitals", |i| word(i) + " "),
    numbered("distinct names", |i| format!("{} {} went home. ", word(i), word(i + 7))),
    numbered("one surname", |i| format!("{} Lindqvist went home. ", word(i))),
    repeat("one name", "Ola Lindqvist went home. "),
    repeat("one family, a line each", "The Lindqvists left.\n\n"),
    repeat("one man and his pronouns", "Ola Lindqvist left. He said he saw his coat. "),
    numbered("one club against all others", |i| format!("{} FC beat Lind Rovers, ", word(i))),
    numbered("it in one sentence", |i| format!("on Monday, {} Corp 3, it fell, ", word(i))),
    numbered("authors who are spoken of", |i| format!("By {} Lindqvist\nLindqvist left.\n", word(i))),
    numbered("one speaker goes on", |i| format!("“I saw it.\n\n“I saw {},” she said\n", word(i))),
    numbered("offices of one man", |i| {
        format!(
            "Ola Berg, chairman of the {} Trust, said it rained.\n\nThe minister said it snowed.\n\n",
            word(i)
        )
    }),
    numbered("roles", |i| format!("Foreign Minister {} said no. ", word(i))),
    numbered("acronyms", |i| format!("{} ({}) said no. ", word(i), word(i).to_uppercase())),
    repeat("a word", "x"),
    repeat("a word of capitals", "Xy"),
    repeat("joined names", "Berg and "),
    repeat("hyphens", "Berg-"),
    repeat("particles", "van der al-"),
    repeat("of", "University of "),
    repeat("titles", "President "),
    repeat("possessives", "’s "),
    repeat("abbreviations", "U.S. "),
    repeat("countries", "Chad Mali Peru "),
    repeat("commas", "Oslo, "),
    repeat("the minister", "the minister he the company "),
    repeat("ellipses", "...."),
    repeat("stops", ". "),
    // Dates.
    repeat("weekdays", "Monday "),
    repeat("months", "May "),
    repeat("days", "May 3, "),
    repeat("slashes", "1/2/"),
    repeat("hyphened numbers", "2025-"),
    repeat("digits", "7"),
    repeat("digits of other scripts", "٣１"),
    repeat("times", "12:30 "),
    repeat("later", "two days later "),
    repeat("last year", "last year "),
    numbered("years", |i| format!("in {} and ", 1000 + i % 1000)),
    repeat("ranges", "from March to May, "),
    repeat("numbers in words", "two hundred thousand and "),
    // Characters.
    repeat("accents", "é"),
    repeat("letters whose case has another length", "İßŉﬁ "),
    repeat("soft hyphens", "co\u{ad}op "),
    repeat("overrides", "\u{202e}a\u{2066}"),
    repeat("joined emoji", "👩\u{200d}👩\u{200d}👧"),
    repeat("the last character", "\u{10ffff}"),
    repeat("letters without case", "外交部发言人表示"),
    repeat("right to left", "قال الوزير "),
];
