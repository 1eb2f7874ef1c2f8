//! Who a source is: its kind, and the entity that it names or stands for.

use std::ops::Range;

use super::board::Speaker;
use super::source_word::{self, Tells};
use super::{Resolution, Source, SourceKind, kind};
use crate::doc::Doc;
use crate::entity::{Entity, EntityId, EntityKind, Gender, MentionForm};
use crate::lexicon::Class;
use crate::segment::PartKind;
use crate::span::Span;
use crate::text::{Gap, Shape, atom, atoms};

/// How many earlier mentions a pronoun looks back over.
const MAX_CANDIDATES: usize = 40;

/// Bytes from a speaker within which the next sentences go on with him: two or three paragraphs of news.
const NEAR: usize = 600;

/// Every mention of the article, in order.
pub(super) struct Resolver<'a, 't> {
    doc: &'a Doc<'t>,
    entities: &'a [Entity],
    /// Span, entity and form, sorted.
    mentions: Vec<(Span, EntityId, MentionForm)>,
    /// Entities that have an office.
    officials: Vec<bool>,
    /// The last speaker that was resolved, and where.
    last: Option<(EntityId, usize)>,
    /// Entities that the text calls a newspaper, an agency, a channel.
    outlets: Vec<bool>,
    /// The last document or outlet that spoke, and its part.
    carrier: Option<(EntityId, usize)>,
}

impl<'a, 't> Resolver<'a, 't> {
    pub(super) fn new(doc: &'a Doc<'t>, entities: &'a [Entity]) -> Self {
        // Who wrote it is nobody whom it speaks of.
        let is_frame = |kind| matches!(kind, PartKind::Byline | PartKind::Contributors);
        let frames: Vec<_> = doc.parts.iter().filter(|p| is_frame(p.kind)).map(|p| p.span).collect();
        let is_framed = |span: Span| {
            let at = frames.partition_point(|frame| frame.end <= span.start);
            frames.get(at).is_some_and(|frame| frame.contains(span))
        };
        let mut mentions = Vec::with_capacity(entities.iter().map(|e| e.mentions.len()).sum());
        for entity in entities {
            let spoken_of = entity.mentions.iter().filter(|m| !is_framed(m.span));
            mentions.extend(spoken_of.map(|m| (m.span, entity.id, m.form)));
        }
        // Of a seat and the country that it stands for, the country speaks.
        mentions.sort_by_key(|m| (m.0.start, m.0.end, m.2 == MentionForm::Metonym));
        let officials = entities.iter().map(|entity| !entity.roles.is_empty()).collect();
        let outlets = vec![false; entities.len()];
        Self { doc, entities, mentions, officials, last: None, outlets, carrier: None }
    }

    /// The source at `tokens`.
    pub(super) fn source(&mut self, tokens: &Range<usize>, part: usize) -> Source {
        let span = self.without_verb(tokens);
        let head = self.head(tokens);
        let kind = kind::of(self.doc, tokens, head);
        let (entity, resolved) = match self.resolve(tokens, head, kind, part) {
            Some((entity, how)) => (Some(entity), Some(how)),
            None => (None, None),
        };
        let kind = match entity
            .and_then(|e| self.entities.get(e.0))
            .filter(|_| resolved == Some(Resolution::Mention))
        {
            Some(entity) => match entity.kind {
                EntityKind::Person => SourceKind::Person,
                EntityKind::Outlet => SourceKind::Outlet,
                EntityKind::Organization | EntityKind::Place => SourceKind::Organization,
                _ => kind,
            },
            None => kind,
        };
        // "The Scot": a person, but not by name.
        let kind = match (kind, resolved) {
            (SourceKind::Person, Some(Resolution::Nominal)) => SourceKind::Role,
            _ => kind,
        };
        let called = || source_word::within(self.doc, tokens.start..head + 1).has(Tells::OUTLET);
        let kind = match entity.and_then(|e| self.outlets.get_mut(e.0)) {
            Some(outlet) if *outlet || called() => {
                *outlet = true;
                SourceKind::Outlet
            }
            _ => kind,
        };
        if let Some(entity) = entity {
            self.last = Some((entity, span.start));
            if matches!(kind, SourceKind::Outlet | SourceKind::Organization | SourceKind::Document) {
                self.carrier = Some((entity, part));
            }
        }
        Source { span, kind, entity, resolved }
    }

    /// The source without the verb that is written into its last word: "I|’ve", "she|’d".
    fn without_verb(&self, tokens: &Range<usize>) -> Span {
        let span = self.doc.span(tokens.clone());
        if tokens.len() > 1 || !self.doc.is(tokens.start, Class::PRONOUN) {
            return span;
        }
        let verb = self.doc.tokens.str(tokens.start).find(['\'', '’']);
        verb.map_or(span, |at| Span { end: span.start + at, ..span })
    }

    /// The one who has the word, whatever words say so.
    pub(super) fn speaker(&mut self, tokens: &Range<usize>, speaker: Speaker) -> Source {
        let span = self.doc.span(tokens.clone());
        let how = if speaker.named { Resolution::Mention } else { Resolution::Nominal };
        if let Some(entity) = speaker.entity {
            self.last = Some((entity, span.start));
        }
        Source { span, kind: speaker.kind, entity: speaker.entity, resolved: speaker.entity.map(|_| how) }
    }

    /// An intermediary: read like a source, but it is not the one who speaks on.
    pub(super) fn relay(&mut self, tokens: &Range<usize>, part: usize) -> Source {
        let last = self.last;
        let source = self.source(tokens, part);
        self.last = last;
        source
    }

    /// Intermediaries, which most finds have none of.
    pub(super) fn relays(&mut self, all: &[Range<usize>], part: usize) -> Vec<Source> {
        if all.is_empty() {
            return Vec::new();
        }
        all.iter().filter(|tokens| !tokens.is_empty()).map(|tokens| self.relay(tokens, part)).collect()
    }

    /// The head word: the last before the first comma, "of" or relative clause.
    fn head(&self, tokens: &Range<usize>) -> usize {
        if tokens.len() < 2 {
            return tokens.start;
        }
        let stops = |i: &usize| {
            let first = *i == tokens.start;
            let mark = self
                .doc
                .tokens
                .shape(*i)
                .is_some_and(|s| !s.is_word() && s != Shape::Hyphen && s != Shape::Possessive)
                && !self.is_genitive(*i)
                && !self.is_shortened(*i, tokens.end);
            let word = self.doc.tokens.atom(*i);
            let tie = self.doc.is(*i, Class::PREPOSITION | Class::CONJUNCTION)
                || atoms!["who", "which", "whose"].contains(&word);
            let small = || self.doc.tokens.str(*i).starts_with(char::is_lowercase);
            let stop =
                (tie || self.describes(*i, tokens.end)) && small() && !self.is_within_name(*i, tokens.end);
            !first && ((mark && word != atom!(".")) || stop)
        };
        let end = tokens.clone().find(stops).unwrap_or(tokens.end);
        let mut head = end.saturating_sub(1).max(tokens.start);
        while head > tokens.start && !self.doc.tokens.shape(head).is_some_and(|s| s.is_word()) {
            head -= 1;
        }
        head
    }

    /// The apostrophe of a plural: "the Greens’ Anna Lind".
    fn is_genitive(&self, i: usize) -> bool {
        let glued = self.doc.token(i).is_some_and(|t| t.shape == Shape::Apostrophe && t.gap == Gap::None);
        glued && i.checked_sub(1).is_some_and(|b| self.doc.tokens.str(b).ends_with('s'))
    }

    /// "The Bank of Norway governor Anna Lind": the small word of a name that more words follow.
    fn is_within_name(&self, i: usize, end: usize) -> bool {
        let span = self.doc.span(i..i + 1);
        let to = self.mentions.partition_point(|m| m.0.start < span.start);
        let near = self.mentions.get(to.saturating_sub(2)..to).unwrap_or_default();
        let name = near.iter().rev().find(|m| m.0.contains(span)).map(|m| self.doc.tokens.first_at(m.0.end));
        let goes_on = |at: usize| {
            let shape = self.doc.tokens.shape(at);
            shape.is_some_and(Shape::is_word) && !self.doc.is(at, Class::PREPOSITION | Class::CONJUNCTION)
                || shape == Some(Shape::Open) && self.is_shortened(at, end)
        };
        name.is_some_and(|after| after < end && goes_on(after))
    }

    /// The brackets of "the Workers’ Union (WU) chairman Anna Lind", which goes on behind them.
    fn is_shortened(&self, i: usize, end: usize) -> bool {
        let open = if self.doc.tokens.shape(i) == Some(Shape::Close) { i.saturating_sub(2) } else { i };
        let shape = |at: usize| self.doc.tokens.shape(at);
        shape(open) == Some(Shape::Open)
            && shape(open + 2) == Some(Shape::Close)
            && open + 3 < end
            && shape(open + 3).is_some_and(Shape::is_word)
            && !self.doc.is(open + 3, Class::PREPOSITION | Class::CONJUNCTION)
    }

    /// "A source close to the talks", "residents reached by the paper", "those surveyed": what is told of the head.
    fn describes(&self, word: usize, end: usize) -> bool {
        let next = word + 1;
        let reduced = self.doc.is(word, Class::VERB_PAST) && !self.doc.is(word, Class::OCCUPATION);
        let adjective = atoms!["close", "familiar"].contains(&self.doc.tokens.atom(word));
        (reduced || adjective) && (next >= end || self.doc.is(next, Class::PREPOSITION | Class::WEEKDAY))
    }

    /// The entity behind the source, and how it was found.
    fn resolve(
        &self,
        tokens: &Range<usize>,
        head: usize,
        kind: SourceKind,
        part: usize,
    ) -> Option<(EntityId, Resolution)> {
        let span = self.doc.span(tokens.clone());
        let head_span = self.doc.span(head..head + 1);
        if let Some((entity, form)) = self.mention_at(head_span) {
            if form == MentionForm::Demonym && self.is_countryman(tokens) {
                return self.role(tokens.clone()).map(|e| (e, Resolution::Nominal));
            }
            let how = match form {
                MentionForm::Pronoun => Resolution::Pronoun,
                MentionForm::Nominal => Resolution::Nominal,
                _ => Resolution::Mention,
            };
            return Some((entity, how));
        }
        match kind {
            SourceKind::Pronoun => self.pronoun(head, span.start).or_else(|| self.it(head, part)),
            // "A study" is a new one; "the study" and "its report" may be of the body that spoke before.
            SourceKind::Document if self.introduces(tokens.start) || self.is_owned(tokens) => None,
            SourceKind::Document => self.carried(part, 4).map(|e| (e, Resolution::Nominal)),
            SourceKind::Role => self
                .named_inside(span)
                .map(|e| (e, Resolution::Mention))
                .or_else(|| self.role(tokens.start..head + 1).map(|e| (e, Resolution::Nominal))),
            SourceKind::Author | SourceKind::Anonymous | SourceKind::Group => None,
            _ => self
                .named_inside(span)
                .or_else(|| self.body_before(span.start, head_span.end))
                .or_else(|| self.outlet_before(span.start, head_span.end))
                .map(|e| (e, Resolution::Mention))
                .or_else(|| self.outlet(tokens.start, head, part)),
        }
    }

    /// An indefinite article opens what the text has not spoken of yet.
    fn introduces(&self, first: usize) -> bool {
        atoms!["a", "an", "another"].contains(&self.doc.tokens.atom(first))
    }

    /// "The Scot", "the Brazilian": one person, by a country; but "the Dutch", "the Scots".
    fn is_countryman(&self, tokens: &Range<usize>) -> bool {
        let word = self.doc.tokens.str(tokens.end.saturating_sub(1));
        let many = ["s", "sh", "ch", "ese"].iter().any(|end| word.ends_with(end));
        tokens.len() == 2 && self.doc.tokens.is(tokens.start, "the") && !many
    }

    /// "The council’s own figures": whose they are is told.
    fn is_owned(&self, tokens: &Range<usize>) -> bool {
        tokens.clone().any(|i| self.doc.tokens.shape(i) == Some(Shape::Possessive))
    }

    /// The entity whose mention covers `span`, and the form of that mention.
    fn mention_at(&self, span: Span) -> Option<(EntityId, MentionForm)> {
        let to = self.mentions.partition_point(|m| m.0.start <= span.start);
        let near = self.mentions.get(to.saturating_sub(4)..to)?;
        near.iter().rev().find(|m| m.0.contains(span)).map(|m| (m.1, m.2))
    }

    /// A person named within the source, as in "team captain Anna Lind, 24,".
    fn named_inside(&self, span: Span) -> Option<EntityId> {
        let from = self.mentions.partition_point(|m| m.0.start < span.start);
        let inside = self.mentions.get(from..)?.iter().take_while(|m| m.0.end <= span.end);
        // "Her lawyer, Anna Lind": she is not her lawyer.
        let named = |form| form != MentionForm::Pronoun;
        let whole = |m: Span| !self.owned(m) && !self.lends_its_name(m, span.end);
        inside.filter(|m| named(m.2) && self.is_person(m.1) && whole(m.0)).map(|m| m.1).next()
    }

    /// A body named before the head: "Tanjug media in Serbia", "the Oslo council".
    fn body_before(&self, start: usize, end: usize) -> Option<EntityId> {
        let from = self.mentions.partition_point(|m| m.0.start < start);
        let inside = self.mentions.get(from..)?.iter().take_while(|m| m.0.end <= end);
        let body = |id: EntityId| {
            let kind = self.entities.get(id.0).map(|e| &e.kind);
            matches!(kind, Some(EntityKind::Outlet | EntityKind::Organization))
        };
        inside.filter(|m| body(m.1) && !self.owned(m.0)).map(|m| m.1).next()
    }

    /// "Al-Rai media in Jordan": whatever the name was taken for, it names the outlet.
    fn outlet_before(&self, start: usize, end: usize) -> Option<EntityId> {
        let from = self.mentions.partition_point(|m| m.0.start < start);
        let (span, entity, _) = self.mentions.get(from).filter(|m| m.0.end <= end)?;
        let next = self.doc.tokens.first_at(span.end);
        source_word::at(self.doc, next).has(Tells::OUTLET).then_some(*entity)
    }

    /// Whether a genitive follows: "Lind’s spokesman" is not Lind.
    fn owned(&self, span: Span) -> bool {
        let after = self.doc.tokens.first_at(span.end);
        self.doc.tokens.shape(after) == Some(Shape::Possessive)
    }

    /// Whether a noun follows that bears the name: "the Lind campaign" is not Lind.
    fn lends_its_name(&self, name: Span, end: usize) -> bool {
        let after = self.doc.tokens.first_at(name.end);
        let grammar = Class::PREPOSITION | Class::CONJUNCTION | Class::PRONOUN | Class::ADVERB;
        // "Lind last night".
        let time = atoms!["last", "late", "early", "earlier", "only"].contains(&self.doc.tokens.atom(after));
        let token =
            self.doc.token(after).filter(|token| token.shape == Shape::Lower && token.span().start < end);
        token.is_some()
            && self.doc.is(after, Class::COMMON)
            && !self.doc.is(after, grammar | Class::CUE)
            && !time
    }

    fn is_person(&self, id: EntityId) -> bool {
        self.entities.get(id.0).is_some_and(|e| e.kind == EntityKind::Person)
    }

    /// "he", "she", "who": the last compatible person.
    fn pronoun(&self, head: usize, at: usize) -> Option<(EntityId, Resolution)> {
        let word = self.doc.tokens.atom(head);
        let before = self.mentions.get(..self.mentions.partition_point(|m| m.0.end <= at))?;
        if atoms!["who", "which", "that"].contains(&word) {
            let (span, entity, _) = before.last()?;
            let gap = self.doc.tokens.first_at(at).saturating_sub(self.doc.tokens.first_at(span.end));
            // "Anna Lind, 24, who".
            let age = self.doc.tokens.shape(self.doc.tokens.first_at(span.end) + 1) == Some(Shape::Number);
            return (gap <= 2 + usize::from(age)).then_some((*entity, Resolution::Relative));
        }
        let wanted = match word {
            _ if word == atom!("he") => Gender::Masculine,
            _ if word == atom!("she") => Gender::Feminine,
            _ => return None,
        };
        // A person whose gender the text tells is found first; then one of whom nothing is known.
        self.goes_on(before, at, wanted)
            .or_else(|| self.person_before(before, at, |g| g == Some(wanted)))
            .or_else(|| self.person_before(before, at, |g| g.is_none()))
            .map(|e| (e, Resolution::Pronoun))
    }

    /// Who spoke just before, of whom the text does not tell whether it is a man, where nobody else was named since of
    /// whom it does.
    fn goes_on(
        &self,
        before: &[(Span, EntityId, MentionForm)],
        at: usize,
        wanted: Gender,
    ) -> Option<EntityId> {
        let person = |id: EntityId| self.entities.get(id.0).filter(|e| e.kind == EntityKind::Person);
        let near = |place: usize| place < at && at - place < NEAR;
        let (last, place) = self.last.filter(|(_, place)| near(*place))?;
        let other = |m: &&(Span, EntityId, MentionForm)| {
            person(m.1).is_some_and(|e| e.gender == Some(wanted)) && m.1 != last
        };
        let named =
            before.iter().rev().take(MAX_CANDIDATES).take_while(|m| m.0.start > place).any(|m| other(&m));
        (person(last)?.gender.is_none() && !named).then_some(last)
    }

    /// The document or outlet that spoke at most `parts` ago.
    fn carried(&self, part: usize, parts: usize) -> Option<EntityId> {
        self.carrier.filter(|(_, at)| part.saturating_sub(*at) <= parts).map(|(entity, _)| entity)
    }

    /// "It added": the paper or body that spoke just before.
    fn it(&self, head: usize, part: usize) -> Option<(EntityId, Resolution)> {
        let it = self.doc.tokens.atom(head) == atom!("it");
        let spoke = self.carried(part, 1).filter(|body| self.last.is_some_and(|(last, _)| last == *body));
        spoke.filter(|_| it).map(|e| (e, Resolution::Pronoun))
    }

    /// "The outlet", "the newspaper": the one that spoke before. "The agency" may be any.
    fn outlet(&self, first: usize, head: usize, part: usize) -> Option<(EntityId, Resolution)> {
        let word = source_word::at(self.doc, head);
        let meant = head == first + 1 && self.doc.tokens.is(first, "the");
        let called = word.has(Tells::OUTLET) && !word.has(Tells::VAGUE);
        let outlet = self.carried(part, 4).filter(|e| self.is_outlet(*e));
        outlet.filter(|_| meant && called).map(|e| (e, Resolution::Nominal))
    }

    fn is_outlet(&self, id: EntityId) -> bool {
        let called = self.outlets.get(id.0).copied().unwrap_or_default();
        called || self.entities.get(id.0).is_some_and(|e| e.kind == EntityKind::Outlet)
    }

    /// Who spoke last, unless somebody else was named since as a subject; else the last one named.
    fn person_before(
        &self,
        before: &[(Span, EntityId, MentionForm)],
        at: usize,
        agrees: impl Fn(Option<Gender>) -> bool,
    ) -> Option<EntityId> {
        let fits = |id: EntityId| {
            self.entities.get(id.0).is_some_and(|e| e.kind == EntityKind::Person && agrees(e.gender))
        };
        let named = |m: &&(Span, EntityId, MentionForm)| fits(m.1) && !self.owned(m.0);
        let near = || before.iter().rev().take(MAX_CANDIDATES);
        // “He told me so,” Lind said: who is named behind the words is not meant in them.
        let last = self.last.filter(|(last, place)| *place < at && fits(*last));
        let since = |m: &&(Span, EntityId, MentionForm)| last.is_none_or(|(_, place)| m.0.start > place);
        let subject = near().take_while(since).find(|m| named(m) && self.opens_sentence(m.0));
        subject.map(|m| m.1).or(last.map(|(last, _)| last)).or_else(|| near().find(named).map(|m| m.1))
    }

    /// Whether a mention is the first thing of its sentence, title aside.
    fn opens_sentence(&self, span: Span) -> bool {
        let token = self.doc.tokens.first_at(span.start);
        let after = self.doc.sentences.partition_point(|s| s.tokens.start <= token);
        let start = after.checked_sub(1).and_then(|i| self.doc.sentences.get(i)).map(|s| s.tokens.start);
        start.is_some_and(|start| token - start <= 3)
    }

    /// "the minister", "the 79-year-old": the last person who holds such an office, or who is meant at all.
    fn role(&self, words: Range<usize>) -> Option<EntityId> {
        let head = words.end.saturating_sub(1);
        let definite = self.doc.tokens.is(words.start, "the");
        let title = self.doc.span(words.start + usize::from(definite)..words.end);
        let at = self.doc.span(words.clone()).start;
        let before = self.mentions.get(..self.mentions.partition_point(|m| m.0.end <= at))?;
        let near = before.iter().rev().take(MAX_CANDIDATES).map(|m| m.1);
        let (title, word) = (self.doc.str(title), self.doc.tokens.str(head));
        let officials = near.filter(|id| self.officials.get(id.0).copied().unwrap_or(false));
        let holds = |id: &EntityId, of: &str| self.entities.get(id.0).is_some_and(|e| holds(e, of));
        let holder = |of: &str| officials.clone().find(|id| holds(id, of));
        let named = holder(title).or_else(|| holder(word).filter(|_| title != word));
        // "the teenager": nobody holds it as an office, the last person is meant.
        let other = self.doc.is(head, Class::OTHER);
        let meant = definite && !other && (words.len() == 2 || kind::is_aged(self.doc, head));
        named.or_else(|| meant.then(|| self.person_before(before, at, |_| true)).flatten())
    }
}

/// Whether an entity has a role whose title holds the words of `wanted`: "Chief Minister" in "former Chief Minister".
fn holds(entity: &Entity, wanted: &str) -> bool {
    entity.known_roles().any(|role| holds_words(&role.title, wanted))
}

/// Whether `wanted` stands in a title from the start of a word to the end of one, ASCII case aside.
fn holds_words(title: &str, wanted: &str) -> bool {
    let begins = |rest: &str| {
        let ends = matches!(rest.as_bytes().get(wanted.len()), None | Some(b' '));
        ends && rest.get(..wanted.len()).is_some_and(|words| words.eq_ignore_ascii_case(wanted))
    };
    let mut rest = title;
    while !begins(rest) {
        match rest.split_once(' ') {
            Some((_, behind)) if behind.len() >= wanted.len() => rest = behind,
            _ => return false,
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::holds_words;

    #[test]
    fn a_title_holds_whole_words() {
        for held in ["chief", "Minister", "Chief Minister", "deputy chief minister"] {
            assert!(holds_words("Deputy Chief Minister", held), "{held}");
        }
        for other in ["Chief Ministers", "minist", "puty chief", "Deputy Minister", "Minister of"] {
            assert!(!holds_words("Deputy Chief Minister", other), "{other}");
        }
    }
}
