//! The classes a word can have, as bits.

use std::ops::BitOr;

/// A set of word classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Class(u64);

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $bit:literal;)*) => {
        impl Class {
            $($(#[$doc])* pub(crate) const $name: Self = Self(1 << $bit);)*
        }
    };
}

classes! {
    // Grammar: bits 0-15.
    /// `in`, `at`, `from`.
    PREPOSITION = 0;
    /// `and`, `but`, `because`.
    CONJUNCTION = 1;
    /// `the`, `a`, `this`.
    DETERMINER = 2;
    /// `he`, `who`, `they`.
    PRONOUN = 3;
    /// `has`, `will`, `was`.
    AUXILIARY = 4;
    /// `not`, `never`.
    NEGATION = 5;
    /// `al`, `bin`, `de`, `van`: the small words inside names.
    PARTICLE = 6;
    /// `company`, `ministry`: behind "the" a body named before.
    BODY_NOMINAL = 7;
    /// `soccer`, `athletics`.
    SPORT = 8;
    /// `Rovers`, `Tigers`: close a club's name.
    TEAM = 9;
    /// `judge`, `king`: behind "the" somebody beside the person just named.
    OTHER = 10;
    /// `anonymity`, `both`, `newspaper`: words that tell what kind of source they stand in.
    SOURCE = 11;
    /// `resigned`, `said`: verbs whose subject is mostly a person.
    PERSON_VERB = 14;
    /// `Times`, `Radio`: nouns in the names of outlets.
    MEDIA = 15;
    // Calendar: bits 16-23.
    /// `Monday`, `Tues`.
    WEEKDAY = 16;
    /// `January`, `Sept`.
    MONTH = 17;
    /// Any word that an expression of time can hold; `date/read/words.rs` knows which.
    CALENDAR = 18;
    /// The first word of a holiday: `Christmas`, `Labor`.
    FESTIVE = 19;
    /// A word that an expression of time is built around: `Friday`, `weeks`, `yesterday`.
    TIME = 20;
    /// A word that gives a clause its direction: `will`, `was`.
    TENSE = 21;
    /// A word that only stands inside one: `of`, `than`, `full`.
    TIME_LINK = 22;
    /// The word by which a line trigger is looked for that may stand anywhere in its line: `contributed`, `inbox`.
    TRIGGER_WITHIN = 23;
    // Names: bits 24-39.
    /// `Maria`: a given name that women bear.
    GIVEN_F = 24;
    /// `Ahmed`: a given name that men bear.
    GIVEN_M = 25;
    /// `Schmidt`. Evidence, never a decision: most capitalised words are some family's name.
    SURNAME = 26;
    /// One of the ten thousand commonest words that are no names: `most`, `reading`.
    COMMON = 27;
    /// `President`, `Gen`, `Mrs`: capitalised before a person's name.
    TITLE = 28;
    /// `striker`, `spokesman`: what people do.
    OCCUPATION = 29;
    /// `former`, `deputy`, `acting`: words that belong to a title or role.
    QUALIFIER = 30;
    /// `Ministry`, `University`: open a body's name before `of`.
    ORG_HEAD = 31;
    /// `Inc`, `Party`: close a body's name.
    ORG_TAIL = 32;
    /// `Ministry`, `Army`: bodies of a state.
    STATE_BODY = 33;
    /// `Mount`, `Gulf`: open a place's name.
    PLACE_HEAD = 34;
    /// `River`, `Province`: close a place's name.
    PLACE_TAIL = 35;
    /// `Cup`, `War`: nouns in the names of events.
    EVENT = 36;
    /// `company`, `rebels`: common nouns for bodies.
    BODY_NOUN = 37;
    /// `city`, `province`: common nouns for places.
    PLACE_NOUN = 38;
    /// `Muslim`, `Koran`: capitalised, and neither person, place nor body.
    NO_NAME = 39;
    // Speech: bits 40-51.
    /// `said`, `warned`: a form of a cue verb.
    CUE = 40;
    /// `claim`, `statement`: a noun that holds what was said.
    CUE_NOUN = 41;
    /// `report`, `poll`: a document that speaks.
    DOCUMENT = 42;
    /// `minister`, `spokesman`: one person, by office or calling.
    SPEAKER_ROLE = 43;
    /// The base form of a verb.
    VERB_BASE = 44;
    /// `says`, `plans`.
    VERB_S = 45;
    /// `went`, `gone`: past or participle.
    VERB_PAST = 46;
    /// `going`.
    VERB_ING = 47;
    /// A verb whose forms are as often nouns: `plan`, `calls`.
    VERB_NOUN = 48;
    /// `officials`, `residents`: people quoted together.
    GROUP = 49;
    /// `statement`, `interview`: where something is said.
    MEDIUM = 50;
    /// `also`, `yesterday`: adverbs without "-ly".
    ADVERB = 51;
    /// `critical`, `aware`: an adjective that says something of a person's mind.
    CUE_ADJECTIVE = 60;
    /// `according`, `seems`, `opposition`: a report without a verb of saying may hang on it.
    EVIDENCE = 61;
    // Parts: bits 52-59, 62 and 63.
    /// `gmt`, `pm`, `ago`: what timestamps are made of, months and weekdays aside.
    STAMP = 52;
    /// `published`, `updated`.
    STAMP_LEAD = 53;
    /// `reporter`, `correspondent`.
    ROLE = 54;
    /// The first word of a picture agency: `getty`, `reuters`.
    AGENCY = 55;
    /// `photo`, `credit`, `courtesy`.
    CREDIT = 56;
    /// The first word of a line trigger: `advertisement`, `sign`.
    TRIGGER = 57;
    /// `attends`, `speaks`, `walk`: what people in pictures do.
    SCENE = 58;
    /// `went`, `knows`: a line that holds one is a sentence, not a phrase.
    VERB = 59;
    /// `watch`, `soccer`: a word that stands before a dash or colon as the place of a dateline does.
    LABEL = 62;
    /// `words`, `shares`, `join`, `newsletter`: words of the frame, each with what it does there.
    FRAME = 63;
}

impl Class {
    pub(crate) const NONE: Self = Self(0);

    /// A given name of either gender.
    pub(crate) const GIVEN: Self = Self(Self::GIVEN_F.0 | Self::GIVEN_M.0);

    /// Both sets together.
    pub(crate) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether the set holds any class of `other`.
    pub(crate) const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

impl BitOr for Class {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        self.or(other)
    }
}
