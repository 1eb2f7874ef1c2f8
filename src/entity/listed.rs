//! What a listed name can be: its rows, summed up in one small value.

use std::ops::BitOr;

use crate::gazetteer::{Alias, Bits, EntityKind, Gazetteer, Hit, Surface};

use super::signal::Signal as S;

/// The weight from which a name counts as great: known to every news reader.
const GREAT: u8 = 6;

/// Lists that hold a name: a bit each, that of the signal which says so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Lists(u32);

impl Lists {
    pub(super) const COUNTRY: Self = Self::of(&[S::ListCountry]);
    pub(super) const CAPITAL: Self = Self::of(&[S::ListCapital]);
    /// Any place that is none of the other sorts.
    pub(super) const PLACE: Self = Self::of(&[S::ListPlace]);
    pub(super) const ORGANIZATION: Self = Self::of(&[S::ListBody]);
    pub(super) const OUTLET: Self = Self::of(&[S::ListOutlet]);
    pub(super) const PERSON: Self = Self::of(&[S::ListPerson]);
    pub(super) const EVENT: Self = Self::of(&[S::ListEvent]);
    pub(super) const WORK: Self = Self::of(&[S::ListWork]);
    pub(super) const DEMONYM: Self = Self::of(&[S::ListDemonym]);
    pub(super) const METONYM: Self = Self::of(&[S::ListMetonym]);
    /// A surname alone, or a weak alias: needs support in the article.
    pub(super) const WEAK: Self = Self::of(&[S::ListWeak]);
    pub(super) const WORD: Self = Self::of(&[S::ListWord]);
    pub(super) const CALENDAR: Self = Self::of(&[S::ListCalendar]);
    pub(super) const GIVEN: Self = Self::of(&[S::ListGiven]);
    pub(super) const SURNAME: Self = Self::of(&[S::ListSurname]);
    pub(super) const GREAT_CITY: Self = Self::of(&[S::ListCityGreat]);
    const SMALL_CITY: Self = Self::of(&[S::ListCitySmall]);
    pub(super) const HEAVY: Self = Self::of(&[S::ListHeavy]);
    const ANY_PLACE: Self =
        Self::of(&[S::ListCountry, S::ListCapital, S::ListCityGreat, S::ListCitySmall, S::ListPlace]);
    const BODY: Self = Self::of(&[S::ListBody, S::ListOutlet]);

    const fn of(signals: &[S]) -> Self {
        let (mut bits, mut rest) = (0, signals);
        while let [signal, after @ ..] = rest {
            bits |= 1 << *signal as u32;
            rest = after;
        }
        Self(bits)
    }

    /// These lists, where `condition` holds.
    fn given(self, condition: bool) -> Self {
        if condition { self } else { Self::default() }
    }

    /// The bits of the signals.
    pub(super) fn bits(self) -> u32 {
        self.0
    }
}

impl BitOr for Lists {
    type Output = Self;

    #[inline]
    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// The readings of one hit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Listed {
    pub(super) lists: Lists,
    /// The most-named city among the readings: weight plus one, so that none is 0.
    pub(super) city: u8,
    /// The greatest weight of any reading.
    pub(super) weight: u8,
}

impl Listed {
    /// Whether any of `lists` holds it.
    #[inline]
    pub(super) fn is(self, lists: Lists) -> bool {
        self.lists.0 & lists.0 != 0
    }

    #[inline]
    pub(super) fn is_place(self) -> bool {
        self.is(Lists::ANY_PLACE)
    }

    #[inline]
    pub(super) fn is_body(self) -> bool {
        self.is(Lists::BODY)
    }

    /// Nothing but an adjective or noun of origin.
    #[inline]
    pub(super) fn only_demonym(self) -> bool {
        self.is(Lists::DEMONYM) && !self.is(Lists::ANY_PLACE | Lists::BODY | Lists::PERSON)
    }

    /// What the words of `hit` can be.
    pub(super) fn of(gazetteer: &Gazetteer, hit: Hit) -> Self {
        let mut listed = Self::default();
        for surface in gazetteer.surfaces(hit) {
            listed.add(gazetteer, surface);
        }
        let (city, weight) = (listed.city, listed.weight);
        listed.lists = listed.lists
            | Lists::GREAT_CITY.given(city > GREAT)
            | Lists::SMALL_CITY.given(city > 0 && city <= GREAT)
            | Lists::HEAVY.given(weight >= GREAT);
        listed
    }

    fn add(&mut self, gazetteer: &Gazetteer, surface: &Surface) {
        let bits = surface.bits;
        let kind = match surface.alias {
            Alias::Demonym => Lists::DEMONYM,
            Alias::Metonym => Lists::METONYM,
            Alias::Surname | Alias::Weak => Lists::WEAK,
            _ => {
                self.weight = self.weight.max(gazetteer.weight(surface));
                self.kind(gazetteer, surface)
            }
        };
        self.lists = self.lists
            | kind
            | Lists::WORD.given(bits.has(Bits::WORD))
            | Lists::CALENDAR.given(bits.has(Bits::CALENDAR))
            | Lists::GIVEN.given(bits.has(Bits::GIVEN))
            | Lists::SURNAME.given(bits.has(Bits::SURNAME));
    }

    /// The list of a surface's row; that of a city is known by its weight.
    fn kind(&mut self, gazetteer: &Gazetteer, surface: &Surface) -> Lists {
        match gazetteer.kind(surface) {
            Some(EntityKind::Place) => match gazetteer.class(surface) {
                "country" | "territory" => Lists::COUNTRY,
                "capital" => Lists::CAPITAL,
                "city" => {
                    self.city = self.city.max(gazetteer.weight(surface).saturating_add(1));
                    Lists::default()
                }
                _ => Lists::PLACE,
            },
            Some(EntityKind::Organization) => Lists::ORGANIZATION,
            Some(EntityKind::Outlet) => Lists::OUTLET,
            Some(EntityKind::Person) => Lists::PERSON,
            Some(EntityKind::Event) => Lists::EVENT,
            Some(EntityKind::Work) => Lists::WORK,
            Some(EntityKind::Custom(_)) | None => Lists::default(),
        }
    }
}
