//! What the sieves find, before it becomes quotes and attributions.

use std::borrow::Cow;
use std::ops::Range;

use super::pieces::Pieces;
use super::site::Site;
use super::tail::Tail;
use super::{CueClass, Polarity, SourceKind};
use crate::entity::EntityId;
use crate::quote::View;
use crate::text::TokenSet;

/// Cues of one sentence, of which few have more: room for them is made once.
const MAX_SITES: usize = 16;

/// A speaker who is known by more than the words of the source.
#[derive(Clone, Copy, Debug)]
pub(super) struct Speaker {
    pub(super) kind: SourceKind,
    pub(super) entity: Option<EntityId>,
    /// Whether the words of the source name the entity.
    pub(super) named: bool,
}

/// One thing said: token ranges throughout.
#[derive(Clone, Debug)]
pub(super) struct Find {
    /// The content, in order.
    pub(super) pieces: Pieces,
    pub(super) source: Option<Range<usize>>,
    /// Who the source is, where its words alone do not tell.
    pub(super) speaker: Option<Speaker>,
    /// Whether the source is lent by an earlier saying.
    pub(super) shared: bool,
    pub(super) cue: Option<Range<usize>>,
    pub(super) lemma: Cow<'static, str>,
    pub(super) class: CueClass,
    pub(super) polarity: Polarity,
    pub(super) addressee: Option<Range<usize>>,
    pub(super) medium: Option<Range<usize>>,
    pub(super) time: Option<Range<usize>>,
    pub(super) via: Vec<Range<usize>>,
    /// Those on whom the source relies.
    pub(super) cited: Vec<Range<usize>>,
    /// The stretch whose inside it was found in.
    pub(super) inside: Option<usize>,
    pub(super) part: usize,
    pub(super) rule: &'static str,
    pub(super) percent: u8,
}

impl Find {
    /// A find of which nothing else is known yet.
    pub(super) fn blank(class: CueClass, part: usize) -> Self {
        Self {
            pieces: Pieces::default(),
            source: None,
            speaker: None,
            shared: false,
            cue: None,
            lemma: Cow::Borrowed(""),
            class,
            polarity: Polarity::Affirmed,
            addressee: None,
            medium: None,
            time: None,
            via: Vec::new(),
            cited: Vec::new(),
            inside: None,
            part,
            rule: "",
            percent: 0,
        }
    }

    /// A find without a cue verb: `pieces`, `source` and `cue` are units.
    pub(super) fn bare(
        s: &View<'_, '_>,
        pieces: &[Range<usize>],
        source: Option<Range<usize>>,
        cue: Range<usize>,
        lemma: impl Into<Cow<'static, str>>,
        class: CueClass,
    ) -> Self {
        Self {
            pieces: pieces.iter().map(|p| s.tokens(p.clone())).filter(|p| !p.is_empty()).collect(),
            source: source.map(|n| s.tokens(n)),
            cue: Some(s.tokens(cue)),
            lemma: lemma.into(),
            inside: s.scope.inside,
            ..Self::blank(class, s.scope.part)
        }
    }

    /// A find from a cue verb: `pieces` are units.
    pub(super) fn of(s: &View<'_, '_>, site: &Site, tail: &Tail, pieces: &[Range<usize>]) -> Self {
        let tokens = |units: &Range<usize>| s.tokens(units.clone());
        Self {
            pieces: pieces.iter().map(tokens).filter(|p| !p.is_empty()).collect(),
            source: site.subject.as_ref().map(tokens),
            shared: site.shared,
            cue: Some(s.tokens(site.named(s))),
            lemma: Cow::Borrowed(site.word.lemma),
            polarity: site.polarity,
            addressee: tail.addressee.as_ref().map(tokens),
            medium: tail.medium.as_ref().map(tokens),
            time: tail.time.as_ref().map(tokens),
            inside: s.scope.inside,
            ..Self::blank(site.class, s.scope.part)
        }
    }

    pub(super) fn by(mut self, rule: &'static str, percent: u8) -> Self {
        self.rule = rule;
        self.percent = percent;
        self
    }
}

/// What is known of one sentence while the sieves go over it. One board serves all sentences.
#[derive(Debug)]
pub(super) struct Board {
    pub(super) finds: Vec<Find>,
    /// Units that are content already.
    taken: TokenSet,
    /// Cues that are used.
    pub(super) done: Vec<bool>,
}

impl Board {
    pub(super) fn new() -> Self {
        Self { finds: Vec::new(), taken: TokenSet::default(), done: Vec::with_capacity(MAX_SITES) }
    }

    /// Makes it the board of another sentence.
    pub(super) fn clear(&mut self, units: usize, sites: usize) {
        self.finds.clear();
        self.taken.clear(units);
        self.done.clear();
        self.done.resize(sites, false);
    }

    /// Whether all of `units` is still free.
    pub(super) fn is_free(&self, units: &Range<usize>) -> bool {
        !self.taken.touches(units.clone())
    }

    pub(super) fn is_taken(&self, unit: usize) -> bool {
        self.taken.has(unit)
    }

    /// Keeps a find of cue `site` and marks its content.
    pub(super) fn keep(&mut self, site: Option<usize>, pieces: &[Range<usize>], find: Find) {
        for piece in pieces {
            self.taken.fill(piece.clone());
        }
        if let Some(done) = site.and_then(|i| self.done.get_mut(i)) {
            *done = true;
        }
        if !find.pieces.is_empty() {
            self.finds.push(find);
        }
    }
}
