//! What a name can be the name of.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// The kind of an entity.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
#[non_exhaustive]
pub enum EntityKind {
    /// A human being.
    Person,
    /// A country, city, region, building or body of water.
    Place,
    /// A body of people: a ministry, company, party, army, team.
    Organization,
    /// A news outlet: an agency, newspaper, broadcaster or site.
    Outlet,
    /// Something that happens: a war, tournament, summit, holiday.
    Event,
    /// Something made: a book, film, treaty, product.
    Work,
    /// A kind of the caller's own.
    Custom(String),
}

impl EntityKind {
    /// The kind as tables and JSON write it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Person => "person",
            Self::Place => "place",
            Self::Organization => "organization",
            Self::Outlet => "outlet",
            Self::Event => "event",
            Self::Work => "work",
            Self::Custom(name) => name,
        }
    }
}

impl fmt::Display for EntityKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for EntityKind {
    type Err = std::convert::Infallible;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        Ok(name.into())
    }
}

impl From<&str> for EntityKind {
    fn from(name: &str) -> Self {
        match name {
            "person" => Self::Person,
            "place" => Self::Place,
            "organization" => Self::Organization,
            "outlet" => Self::Outlet,
            "event" => Self::Event,
            "work" => Self::Work,
            _ => Self::Custom(name.to_owned()),
        }
    }
}

impl From<String> for EntityKind {
    fn from(name: String) -> Self {
        name.as_str().into()
    }
}

impl From<EntityKind> for String {
    fn from(kind: EntityKind) -> Self {
        match kind {
            EntityKind::Custom(name) => name,
            kind => kind.as_str().to_owned(),
        }
    }
}
