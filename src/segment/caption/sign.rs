//! Signs of a caption in its own words.

use super::MOST_WORDS;
use crate::lexicon::Class;
use crate::segment::PartKind::Caption;
use crate::segment::credit;
use crate::segment::dateline;
use crate::segment::frame_word::Does;
use crate::segment::line::{End, Line};
use crate::segment::name;
use crate::segment::page::{Call, Page};
use crate::text::{Atom, Shape, atom, atoms};

/// A caption has at most this many inner stops.
const MOST_BREAKS: usize = 2;

/// A caption without a verb is short.
const FRAGMENT: std::ops::RangeInclusive<usize> = 4..=18;

/// Whether a line has the sign.
type Sign = fn(&Page<'_>, &Line) -> bool;

/// Signs of a caption, the surest first, each with its rule and how often it is right.
const SIGNS: &[(Sign, &str, u8)] = &[
    (file_lead, "caption.file", 95),
    (positions, "caption.positions", 88),
    (view, "caption.view", 85),
    (name_after, "caption.name_after", 85),
    (person_of, "caption.person", 70),
    (scene, "caption.scene", 65),
    (fragment, "caption.fragment", 65),
];

/// The call of a line by its surest sign.
pub(super) fn call(page: &Page<'_>, line: &Line) -> Option<Call> {
    if line.words > MOST_WORDS
        || line.words < 3
        || line.breaks > MOST_BREAKS
        || line.bullet
        || line.opens_quote
    {
        return None;
    }
    let (_, rule, percent) = SIGNS.iter().find(|(sign, ..)| sign(page, line))?;
    // "OSLO, May 3 (NTB) -- Ministers proposed talks with …" opens the text; "FILE - " only looks so.
    let told = *rule != "caption.file" && dateline::read(page, line.tokens.clone()).is_some();
    (!told).then(|| Call::new(Caption, rule, *percent))
}

/// "FILE - Dockers load …", "File photo of …", "…; from file, 2015."
fn file_lead(page: &Page<'_>, line: &Line) -> bool {
    let first = line.tokens.start;
    let dash = matches!(page.shape(first + 1), Some(Shape::Dash | Shape::Hyphen | Shape::Colon));
    let shouted = page.str(first) == "FILE" && dash;
    let named = page.atom(first) == atom!("file")
        && page.one_of(first + 1, atoms!["photo", "photograph", "image", "picture"]);
    let low = first.max(line.tokens.end.saturating_sub(6));
    let from_file =
        (low..line.tokens.end).any(|i| page.atom(i) == atom!("from") && page.atom(i + 1) == atom!("file"));
    shouted || named || from_file && line.words <= 20
}

/// "(left)", "second from left", ", centre,", "pictured".
fn positions(page: &Page<'_>, line: &Line) -> bool {
    const PICTURED: &[Atom] =
        atoms!["in", "at", "on", "with", "above", "below", "here", "during", "outside", "last"];
    // "(R)" alone is a party.
    let both = || page.any(line.tokens.clone(), atoms!["l"]) && page.any(line.tokens.clone(), atoms!["r"]);
    page.of_class(line.tokens.clone(), Class::FRAME).filter(|i| page.does(*i, Does::SIDE)).any(|i| {
        if page.str(i).len() == 1 && !both() {
            return false;
        }
        let before = i.checked_sub(1).map_or("", |b| page.str(b));
        let after = page.str(i + 1);
        let bracketed = matches!(before, "(" | "[") && matches!(after, ")" | "]" | ",");
        let commas = before == "," && matches!(after, "," | "and") && page.str(i).len() > 1;
        let from = before.eq_ignore_ascii_case("from")
            && page.str(i).len() > 1
            && (matches!(after, "," | ":" | ")") || i == line.tokens.start + 1);
        // ", pictured in 2022,".
        let when = before == "," && page.atom(i) == atom!("pictured") && page.one_of(i + 1, PICTURED);
        bracketed || commas || from || when
    })
}

/// "A general view of …", "An aerial photo of …", "This handout image shows …".
fn view(page: &Page<'_>, line: &Line) -> bool {
    const AFTER: &[Atom] =
        atoms!["of", "from", "shows", "showing", "taken", "released", "provided", "photo", "view", "image"];
    if !line.holds(Class::FRAME) {
        return false;
    }
    let first = line.tokens.start;
    let article = page.one_of(first, atoms!["a", "an", "the", "this", "artist's", "artist"]);
    let head = (first..line.tokens.end.min(first + 5)).find(|i| page.does(*i, Does::VIEW));
    head.is_some_and(|head| {
        let shows = page.one_of(head + 1, AFTER);
        // "The view from here was grim", "The video shows a man": told, not shown.
        let word = page.one_of(head, atoms!["example", "map", "video"])
            || page.atom(head) == atom!("view") && !page.any(first..head, atoms!["general", "aerial"]);
        let told = page.atom(first) == atom!("the") && page.atom(head) == atom!("video");
        let strong = !word || page.atom(head + 1) == atom!("shows") && !told || !has_verb(page, line);
        // "The letter includes a photo of …".
        let verb = (first + 1..head).any(|i| page.is(i, Class::VERB_S | Class::VERB | Class::AUXILIARY));
        (article || head == first) && shows && strong && !verb
    })
}

/// "The harbour at dawn. Ana Ruiz": a name alone after the last full stop.
fn name_after(page: &Page<'_>, line: &Line) -> bool {
    /// What is named must be a phrase: "Austen, Jane. Emma" is a title.
    const PHRASE: usize = 3;
    line.end == End::Open
        && line.chars < 260
        && line.small >= 1
        && credit::bare_name(page, line.tokens.clone()).is_some_and(|found| {
            let before = line.tokens.start..found.from;
            let alone = found.from + 1 == line.tokens.end;
            !(alone && ends_copy(page, found.from))
                && name::words(page, before.start, before.end) >= PHRASE
                && before.into_iter().any(|i| page.shape(i) == Some(Shape::Lower))
        })
}

/// "ENDS", "Enditem", "DM": a word alone that ends the text names nobody.
fn ends_copy(page: &Page<'_>, i: usize) -> bool {
    page.shape(i) == Some(Shape::Upper) || page.one_of(i, atoms!["ends", "enditem"])
}

/// "Ada Holt of the Harbour Party", "The union's Ada Holt": a person and a body, nothing said of them.
fn person_of(page: &Page<'_>, line: &Line) -> bool {
    let (first, end) = (line.tokens.start, line.tokens.end);
    let given = |i: usize| {
        page.is(i, Class::GIVEN_F | Class::GIVEN_M) && page.is_capital(i) && !page.is(i, Class::COMMON)
    };
    let small =
        |i: usize| matches!(page.shape(i), Some(Shape::Lower)) && !page.one_of(i, atoms!["of", "the", "and"]);
    if line.end != End::Open || line.words > 9 || (first..end).any(small) {
        return false;
    }
    let name = name::end(page, first, end);
    let of =
        name.is_some_and(|at| page.atom(at) == atom!("of") && at - first >= 2 && page.is_capital(end - 1));
    let owned = (first..end)
        .find(|i| page.shape(*i) == Some(Shape::Possessive))
        .is_some_and(|at| given(at + 1) && name::is_full(page, at + 1, end));
    of && given(first) || owned
}

/// "A nurse waits outside a clinic in Goma, Tuesday, May 3, 2022.": one sentence in the present tense,
/// with a full date, or with a place or occasion of the picture.
fn scene(page: &Page<'_>, line: &Line) -> bool {
    if !line.holds(Class::SCENE) {
        return false;
    }
    let near = line.tokens.start + 1..line.tokens.end.min(line.tokens.start + 22);
    let verb = page.of_class(near, Class::SCENE).find(|i| is_scene_verb(page, *i));
    let Some(verb) = verb else { return false };
    const TOLD: &[Atom] = atoms![
        "%", "percent", "according", "poll", "polls", "what", "because", "but", "while", "data", "figures"
    ];
    let dated = dated(page, line);
    let quoted = page.quotes(line.tokens.clone());
    if !dated && (line.breaks > 0 || quoted) || !matches!(line.end, End::Stop | End::Open) {
        return false;
    }
    let first = line.tokens.start;
    let opener = Class::PRONOUN | Class::CONJUNCTION | Class::AUXILIARY | Class::PREPOSITION;
    if page.is(first, opener) || page.atom(first) == atom!("this") || page.atom(first) == atom!("these") {
        return false;
    }
    let past = line.tokens.clone().any(|i| {
        page.is(i, Class::AUXILIARY)
            && !page.is(i, Class::MONTH)
            && !page.one_of(i, atoms!["is", "are", "be", "being"])
    });
    // "A crew loads sandbags at the gate": without a stop only a picture begins so.
    let shown = line.end == End::Stop || (verb <= first + 5 && page.any(first..first + 1, atoms!["a", "an"]));
    // What a poll or a law shows is told, not seen.
    if !dated && page.any(line.tokens.clone(), TOLD) {
        return false;
    }
    let shows = dated || (shown && line.words <= 30 && placed(page, verb, line));
    !past && shows
}

/// "Ada Holt attends a premiere": one sentence with its verb behind the name.
pub(in crate::segment) fn opens_scene(page: &Page<'_>, line: &Line) -> bool {
    let first = line.tokens.start;
    line.breaks == 0 && line.words <= MOST_WORDS && (first + 1..first + 5).any(|i| is_scene_verb(page, i))
}

/// A verb of what pictures show, where a verb can stand: after a name, a plural, a comma.
fn is_scene_verb(page: &Page<'_>, i: usize) -> bool {
    if !page.is(i, Class::SCENE) || page.shape(i) != Some(Shape::Lower) {
        return false;
    }
    let Some(before) = i.checked_sub(1) else { return false };
    let function =
        Class::DETERMINER | Class::PREPOSITION | Class::CONJUNCTION | Class::AUXILIARY | Class::PRONOUN;
    let third = page.str(i).ends_with('s');
    let plural = page.str(before).ends_with('s')
        || page.one_of(before, atoms!["people", "men", "women", "children", "police"]);
    match page.shape(before) {
        Some(Shape::Comma | Shape::Close) => true,
        _ if page.is(before, function) => false,
        // A picture shows a moment, not what is now or often so.
        _ if page.one_of(before, atoms!["now", "still", "often", "always", "usually", "also", "never"]) => {
            false
        }
        // "Two crews load", "Holt and Ruud speak"; "a crew loads".
        Some(shape) => shape.is_word() && (third || plural || page.is_capital(before)),
        None => false,
    }
}

/// "The road to the port from Kisumu.": a phrase with a full stop and no verb.
fn fragment(page: &Page<'_>, line: &Line) -> bool {
    let first = line.tokens.start;
    let opener =
        Class::PRONOUN | Class::CONJUNCTION | Class::AUXILIARY | Class::NEGATION | Class::PREPOSITION;
    // "Bears: At Minnesota on Sunday.": a note on each side of a match.
    let labelled = || (first + 1..first + 4).any(|i| page.shape(i) == Some(Shape::Colon));
    let opens = || {
        page.is_capital(first)
            && !labelled()
            && !page.is(first, opener)
            && !page.any(first..first + 1, atoms!["no", "reporting"])
            // What happens "while" something else does is a clause, whatever its verb.
            && !page.any(line.tokens.clone(), atoms!["while"])
    };
    line.end == End::Stop
        && FRAGMENT.contains(&line.words)
        && line.breaks == 0
        && line.holds(Class::PREPOSITION)
        && opens()
        && page.atom(line.tokens.end - 1) == atom!(".")
        && !page.quotes(line.tokens.clone())
        && !has_verb(page, line)
}

/// Some word of the line can be its verb.
pub(in crate::segment) fn has_verb(page: &Page<'_>, line: &Line) -> bool {
    let function = Class::DETERMINER | Class::PREPOSITION | Class::CONJUNCTION;
    line.tokens.clone().skip(1).any(|i| {
        let word = page.str(i);
        let small = page.shape(i) == Some(Shape::Lower);
        let after_function = page.is(i - 1, function) || page.shape(i - 1) == Some(Shape::Number);
        let third = small && word.ends_with('s') && !word.ends_with("ss") && !after_function;
        let past = small && word.ends_with("ed") && !page.is(i - 1, Class::DETERMINER);
        let object = page.is(i, Class::PRONOUN) && page.is(i - 1, Class::PREPOSITION);
        page.is(i, Class::AUXILIARY | Class::PRONOUN | Class::VERB) && !page.is(i, Class::MONTH) && !object
            || third
            || past
            || small && word.contains(['’', '\''])
    })
}

/// A day with its year: how captions date a picture.
fn dated(page: &Page<'_>, line: &Line) -> bool {
    line.tokens.clone().any(|i| {
        let day = page.is(i, Class::MONTH) && page.is_capital(i);
        let next = i + 1 + usize::from(page.atom(i + 1) == atom!("."));
        let year = |k: usize| page.shape(k) == Some(Shape::Number) && page.str(k).len() == 4;
        day && page.shape(next) == Some(Shape::Number)
            && (year(next) || page.atom(next + 1) == atom!(",") && year(next + 2))
    })
}

/// A place or occasion follows the verb: "at the gate", "during a rally".
fn placed(page: &Page<'_>, verb: usize, line: &Line) -> bool {
    const OCCASIONS: &[Atom] =
        atoms!["during", "outside", "near", "at", "inside", "after", "on", "in", "along", "beside"];
    (verb + 1..line.tokens.end).any(|i| page.one_of(i, OCCASIONS))
}
