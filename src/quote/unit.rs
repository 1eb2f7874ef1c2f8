//! Units: what the sentences of the rules are made of, each a token or a whole marked stretch.

use std::ops::Range;

use super::tag::Tag;
use super::tagger::Tags;

/// The units of all sentences of a reading.
///
/// There is one a token, and rules ask mostly for tags, of unit after unit: so these stand alone, a byte each.
#[derive(Debug)]
pub(crate) struct Units {
    /// What each does in its clause; a stretch is [`Tag::Quoted`], and no token is.
    tags: Vec<Tag>,
    places: Vec<Place>,
    /// Those that a rule may start from, in order: cues, words that make something a report, colons, stretches.
    hooks: Vec<u32>,
    quoted: Vec<Quoted>,
}

/// What a unit is: a token, by its position, or a stretch, by how many stretches came before it, counted from the other
/// end of the numbers. Who asks for the word of a stretch so finds no token there.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place(u32);

impl Place {
    /// The place of no unit.
    pub(crate) const NONE: Self = Self(u32::MAX);

    /// The position of its token; for a stretch one beyond the text.
    #[inline]
    pub(crate) const fn token(self) -> usize {
        self.0 as usize
    }
}

/// A stretch as a unit: all its tokens, but those that a stretch before it has.
#[derive(Clone, Copy, Debug)]
struct Quoted {
    start: u32,
    end: u32,
    stretch: u32,
}

impl Units {
    pub(super) fn with_capacity(units: usize) -> Self {
        let (tags, places) = (Vec::with_capacity(units), Vec::with_capacity(units));
        Self { tags, places, hooks: Vec::with_capacity(units / 12), quoted: Vec::new() }
    }

    pub(super) fn push_stretch(&mut self, tokens: Range<usize>, stretch: usize) {
        self.hooks.push(number(self.tags.len()));
        self.tags.push(Tag::Quoted);
        self.quoted.push(Quoted {
            start: number(tokens.start),
            end: number(tokens.end),
            stretch: number(stretch),
        });
        self.places.push(Place(!number(self.quoted.len())));
    }

    pub(super) fn push_tokens(&mut self, tokens: Range<usize>, tags: &Tags) {
        let first = self.tags.len();
        self.hooks.extend(tags.hooks.within(tokens.clone()).map(|i| number(first + (i - tokens.start))));
        self.tags.extend_from_slice(tags.list.get(tokens.clone()).unwrap_or_default());
        self.places.extend((number(tokens.start)..number(tokens.end)).map(Place));
    }

    pub(super) fn len(&self) -> usize {
        self.tags.len()
    }

    pub(super) fn tags(&self, units: Range<usize>) -> &[Tag] {
        self.tags.get(units).unwrap_or_default()
    }

    pub(super) fn places(&self, units: Range<usize>) -> &[Place] {
        self.places.get(units).unwrap_or_default()
    }

    /// Some of the hooks, by their number: positions of units.
    pub(super) fn hooks(&self, hooks: Range<usize>) -> &[u32] {
        self.hooks.get(hooks).unwrap_or_default()
    }

    /// How many hooks stand before unit `end`, of which there are `known` at least.
    pub(super) fn hooks_before(&self, known: usize, end: usize) -> usize {
        let more = self.hooks.iter().skip(known).take_while(|hook| (**hook as usize) < end);
        known.saturating_add(more.count())
    }

    /// The tag of unit `i`; past the end a stop.
    pub(super) fn tag(&self, i: usize) -> Tag {
        self.tags.get(i).copied().unwrap_or(Tag::Stop)
    }

    pub(super) fn place(&self, i: usize) -> Place {
        self.places.get(i).copied().unwrap_or(Place::NONE)
    }

    /// The tokens of the unit at `place`.
    pub(super) fn tokens(&self, place: Place) -> Range<usize> {
        let own = place.token()..place.token().saturating_add(1);
        self.quoted(place).map_or(own, |quoted| quoted.start as usize..quoted.end as usize)
    }

    /// The stretch that the unit at `place` is.
    pub(super) fn stretch(&self, place: Place) -> Option<usize> {
        self.quoted(place).map(|quoted| quoted.stretch as usize)
    }

    fn quoted(&self, place: Place) -> Option<&Quoted> {
        let at = (!place.0).checked_sub(1)?;
        self.quoted.get(at as usize)
    }
}

/// Positions of tokens and of units, of which there are fewer than `u32::MAX` (see `Token`).
pub(super) fn number(i: usize) -> u32 {
    u32::try_from(i).unwrap_or(u32::MAX)
}
