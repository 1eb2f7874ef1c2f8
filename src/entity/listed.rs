//! What a listed name can be: its rows, summed up in one small value.

use crate::gazetteer::{Alias, Bits, EntityKind, Gazetteer, Hit, Surface};

/// The readings of one hit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Listed {
    pub(super) country: bool,
    pub(super) capital: bool,
    /// The most-named city among the readings: weight plus one, so that none is 0.
    pub(super) city: u8,
    /// Any other place.
    pub(super) place: bool,
    pub(super) organization: bool,
    pub(super) outlet: bool,
    pub(super) person: bool,
    pub(super) event: bool,
    pub(super) work: bool,
    pub(super) demonym: bool,
    pub(super) metonym: bool,
    pub(super) acronym: bool,
    /// A surname alone, or a weak alias: needs support in the article.
    pub(super) weak: bool,
    pub(super) word: bool,
    pub(super) calendar: bool,
    pub(super) given: bool,
    pub(super) surname: bool,
    /// The greatest weight of any reading.
    pub(super) weight: u8,
}

impl Listed {
    pub(super) fn is_place(self) -> bool {
        self.country || self.capital || self.city > 0 || self.place
    }

    pub(super) fn is_body(self) -> bool {
        self.organization || self.outlet
    }

    /// Nothing but an adjective or noun of origin.
    pub(super) fn only_demonym(self) -> bool {
        self.demonym && !self.is_place() && !self.is_body() && !self.person
    }

    /// What the words of `hit` can be.
    pub(super) fn of(gazetteer: &Gazetteer, hit: Hit) -> Self {
        let mut listed = Self::default();
        for surface in gazetteer.surfaces(hit) {
            listed.add(gazetteer, surface);
        }
        listed
    }

    fn add(&mut self, gazetteer: &Gazetteer, surface: &Surface) {
        let bits = surface.bits;
        self.word |= bits.has(Bits::WORD);
        self.calendar |= bits.has(Bits::CALENDAR);
        self.given |= bits.has(Bits::GIVEN);
        self.surname |= bits.has(Bits::SURNAME);
        self.acronym |= surface.alias == Alias::Acronym;
        match surface.alias {
            Alias::Demonym => self.demonym = true,
            Alias::Metonym => self.metonym = true,
            Alias::Surname | Alias::Weak => self.weak = true,
            _ => {
                self.weight = self.weight.max(gazetteer.weight(surface));
                self.add_kind(gazetteer, surface);
            }
        }
    }

    fn add_kind(&mut self, gazetteer: &Gazetteer, surface: &Surface) {
        let Some(kind) = gazetteer.kind(surface) else { return };
        match kind {
            EntityKind::Place => match gazetteer.class(surface) {
                "country" | "territory" => self.country = true,
                "capital" => self.capital = true,
                "city" => self.city = self.city.max(gazetteer.weight(surface).saturating_add(1)),
                _ => self.place = true,
            },
            EntityKind::Organization => self.organization = true,
            EntityKind::Outlet => self.outlet = true,
            EntityKind::Person => self.person = true,
            EntityKind::Event => self.event = true,
            EntityKind::Work => self.work = true,
            EntityKind::Custom(_) => {}
        }
    }
}
