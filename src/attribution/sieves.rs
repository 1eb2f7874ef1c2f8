//! The sieves in order, the most certain first, over each sentence.

use super::board::{Board, Find};
use super::pieces::Pieces;
use super::site::{self, Site};
use super::{
    according, after, asked, before, carried, carried::lone_quote, chain, cited, clause, colon, evidential,
    fronted, gap, headline, inserted, lead, noun, passive, signed, verb,
};
use crate::doc::Doc;
use crate::lexicon::{self, Class, Evidence, Sort};
use crate::quote::{Reading, Tag, View};

/// What a sentence may have, as bits: without it, sieves that need it are not run.
#[derive(Clone, Copy, Debug)]
struct Trait(u8);

impl Trait {
    /// Marked stretches.
    const MARKS: Self = Self(1);
    /// "quoted", "cited".
    const CITES: Self = Self(2);
    /// "asked", "pressed".
    const ASKS: Self = Self(4);
    /// "was told".
    const PASSIVE: Self = Self(8);

    /// All that a sentence has.
    fn of(sites: &[Site], triggers: &[Trigger]) -> Self {
        let bit = |has: bool, of: Self| if has { of.0 } else { 0 };
        let marks = triggers.iter().any(|trigger| matches!(trigger, Trigger::Quoted(_)));
        let cues = sites.iter().map(|site| {
            bit(site.word.is(chain::CITING), Self::CITES)
                | bit(site.word.is(asked::ASKING), Self::ASKS)
                | bit(site.passive, Self::PASSIVE)
        });
        Self(cues.fold(bit(marks, Self::MARKS), |all, bits| all | bits))
    }

    /// Whether nothing of `other` is missing.
    fn holds(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }
}

/// Everything said in the document, as the sieves find it.
pub(super) fn run(doc: &Doc<'_>, reading: &Reading) -> Vec<Find> {
    // News has six of them in ten sentences.
    let mut all = Vec::with_capacity(reading.scopes.len() * 5 / 8);
    let mut room = Room { sites: Vec::new(), triggers: Vec::new(), board: Board::new() };
    let mut views = reading.scopes.iter().map(|scope| reading.view(doc, scope));
    let (mut before, mut coming) = (None, views.next());
    // Whether a scope's only quote went to the sentence before it.
    let mut lent = false;
    while let Some(view) = coming {
        coming = views.next();
        if !std::mem::take(&mut lent) {
            let next = coming.as_ref().filter(|next| next.scope.inside == view.scope.inside);
            lent = scope(&view, before.as_ref(), next, &mut all, &mut room);
        }
        before = Some(view);
    }
    all
}

/// Adds the finds of one sentence to `all`, and says whether the quote that makes up the next sentence went with them.
fn scope(
    s: &View<'_, '_>,
    before: Option<&View<'_, '_>>,
    next: Option<&View<'_, '_>>,
    all: &mut Vec<Find>,
    room: &mut Room,
) -> bool {
    if let Some(find) = signed::sieve(s, before) {
        // Who signs a quote said it, whoever spoke last.
        let carried = |last: &Find| last.cue.is_none() && last.pieces == find.pieces;
        if all.last().is_some_and(carried) {
            all.pop();
        }
        all.push(find);
        return false;
    }
    if let Some(find) = carried::sieve(s, before, all) {
        all.push(find);
        return false;
    }
    let took_next = sentence(s, next, room);
    if room.board.finds.is_empty() {
        all.extend(carried::mostly(s, before, all));
    } else {
        all.append(&mut room.board.finds);
    }
    took_next
}

/// What is written anew for each sentence, in memory that all of them share.
struct Room {
    sites: Vec<Site>,
    triggers: Vec<Trigger>,
    board: Board,
}

/// Leaves the finds of one sentence on the board, and says whether the quote that makes up the next sentence went
/// with them.
fn sentence(s: &View<'_, '_>, next: Option<&View<'_, '_>>, room: &mut Room) -> bool {
    let Room { sites, triggers, board } = room;
    site::find(s, sites);
    find_triggers(s, triggers);
    let lone = next.and_then(lone_quote);
    if sites.is_empty() && triggers.is_empty() && lone.is_none() {
        return false;
    }
    board.clear(s.len(), sites.len());
    let has = Trait::of(sites, triggers);
    certain(s, sites, has, board);
    for trigger in triggers.iter().filter(|t| t.rank(sites) == 0) {
        trigger.pull(s, sites, board);
    }
    for trigger in triggers.iter().filter(|t| t.rank(sites) == 1) {
        trigger.pull(s, sites, board);
    }
    likely(s, sites, has, board);
    for trigger in triggers.iter().filter(|t| t.rank(sites) == 2) {
        trigger.pull(s, sites, board);
    }
    let mut took = false;
    if let Some(stretch) = lone {
        took = lend(s, sites, board, stretch, next);
    }
    cited::join(s, &mut board.finds);
    fronted::give(s, &mut board.finds);
    took
}

/// A unit that a sieve other than those of the cue verbs hangs on: found once a sentence.
enum Trigger {
    /// A marked stretch, for a verb of no list.
    Quoted(usize),
    /// The first sentence of a headline.
    Headline,
    /// The first colon.
    Colon,
    /// A colon or comma before marks.
    Lead(usize),
    /// "the claim that".
    Noun(usize),
    /// "according to", "seems", "reportedly", "his support for".
    Evidence(usize, Evidence),
}

/// Fills `found` with the triggers of the sentence.
fn find_triggers(s: &View<'_, '_>, found: &mut Vec<Trigger>) {
    found.clear();
    let mut colon = false;
    if headline::is_one(s) {
        found.push(Trigger::Headline);
    }
    for at in s.hooks() {
        let word = s.entry(at);
        match s.tag(at) {
            Tag::Quoted => {
                found.push(Trigger::Quoted(at));
                let mark = at.checked_sub(1).filter(|m| matches!(s.tag(*m), Tag::Colon | Tag::Comma));
                found.extend(mark.map(Trigger::Lead));
            }
            Tag::Colon if !colon => {
                colon = true;
                found.push(Trigger::Colon);
            }
            _ if word.is(Class::EVIDENCE) => {
                let tied = |e: &Evidence| e.tie.is_none_or(|tie| s.is_word(at + 1, &[tie]));
                found.extend(lexicon::evidence(word).filter(tied).map(|e| Trigger::Evidence(at, e)));
            }
            _ => {}
        }
        if word.is(Class::CUE_NOUN) {
            found.push(Trigger::Noun(at));
        }
    }
}

impl Trigger {
    /// When its sieve runs: 0 and 1 between the certain and the likely sieves of the cue verbs, 2 after them.
    fn rank(&self, sites: &[Site]) -> u8 {
        match *self {
            Self::Headline | Self::Quoted(_) | Self::Colon | Self::Lead(_) => 0,
            Self::Evidence(_, Evidence { sort: Sort::Source, .. }) => 1,
            Self::Evidence(_, Evidence { sort: Sort::Stand, .. }) | Self::Noun(_) => 2,
            // "The report says prices seem to fall": what is said goes before what seems.
            Self::Evidence(at, _) => 1 + u8::from(sites.iter().any(|site| site.verb < at && site.tells())),
        }
    }

    fn pull(&self, s: &View<'_, '_>, sites: &[Site], board: &mut Board) {
        let found = match *self {
            Self::Quoted(at) => verb::sieve(s, sites, at, board),
            Self::Headline => headline::sieve(s, board),
            Self::Colon => colon::sieve(s, board),
            Self::Lead(at) => lead::sieve(s, sites, at, board),
            Self::Noun(at) => noun::sieve(s, at, board),
            Self::Evidence(at, evidence) => match evidence.sort {
                Sort::Source => according::sieve(s, at, board).or_else(|| {
                    according::relay(s, at, board);
                    None
                }),
                Sort::Seem => evidential::seem(s, at, evidence, board),
                Sort::Hearsay => evidential::hearsay(s, at, evidence, board),
                Sort::Stand => noun::stand(s, at, evidence, board),
            },
        };
        if let Some((pieces, find)) = found {
            board.keep(None, &pieces, find);
        }
    }
}

/// The most certain sieves, which run before those that need no cue verb.
fn certain(s: &View<'_, '_>, sites: &[Site], has: Trait, board: &mut Board) {
    pass(has.holds(Trait::CITES), s, sites, board, chain::sieve);
    pass(has.holds(Trait::MARKS), s, sites, board, after::sieve);
    pass(has.holds(Trait::MARKS), s, sites, board, before::sieve);
}

/// The other sieves of the cue verbs, the most certain first.
fn likely(s: &View<'_, '_>, sites: &[Site], has: Trait, board: &mut Board) {
    pass(has.holds(Trait::ASKS), s, sites, board, asked::sieve);
    pass(true, s, sites, board, inserted::sieve);
    pass(true, s, sites, board, clause::sieve);
    pass(true, s, sites, board, gap::sieve);
    pass(has.holds(Trait::PASSIVE), s, sites, board, passive::sieve);
}

/// Runs a sieve over the cues that no sieve before it used, if the sentence has what it needs.
fn pass(
    runs: bool,
    s: &View<'_, '_>,
    sites: &[Site],
    board: &mut Board,
    sieve: impl Fn(&View<'_, '_>, &[Site], usize, &Board) -> Option<(Pieces, Find)>,
) {
    for i in 0..if runs { sites.len() } else { 0 } {
        if board.done.get(i).copied().unwrap_or(true) {
            continue;
        }
        if let Some((pieces, find)) = sieve(s, sites, i, board) {
            board.keep(Some(i), &pieces, find);
        }
    }
}

/// “A,” she said. “B.”: the second sentence carries the first on. “Lind said:” takes the next paragraph.
fn lend(
    s: &View<'_, '_>,
    sites: &[Site],
    board: &mut Board,
    stretch: usize,
    next: Option<&View<'_, '_>>,
) -> bool {
    let (Some(next), Some(inner)) = (next, s.stretches.get(stretch).map(|q| q.inner.clone())) else {
        return false;
    };
    if next.scope.part == s.scope.part {
        // A direct quote later in the sentence would be the one that goes on.
        let last = board
            .finds
            .iter_mut()
            .rev()
            .find(|f| f.rule.starts_with("quote.") || f.rule.starts_with("chain."));
        return match last.filter(|f| {
            matches!(f.rule, "quote.after" | "quote.verb" | "chain.quoted_as") && f.pieces.len() == 1
        }) {
            Some(find) => {
                find.pieces.push(inner);
                true
            }
            None => false,
        };
    }
    let Some(colon) = s.len().checked_sub(1).filter(|last| s.tag(*last) == Tag::Colon) else { return false };
    let site = sites.last().filter(|_| !board.done.last().copied().unwrap_or(true));
    let said = site.and_then(|site| {
        let tail = super::tail::read(s, site, site.units.end);
        (tail.end == colon && site.subject.is_some())
            .then(|| Find::of(s, site, &tail, &[]).by("quote.colon", 60))
    });
    let Some(mut find) = said.or_else(|| lead::announce(s, sites, colon, &[])) else { return false };
    find.pieces.push(inner);
    board.finds.push(find);
    true
}
