//! A point on the map.

use serde::{Deserialize, Serialize};

/// Where a place lies, to a thousandth of a degree, about a hundred metres. Of an area it is a point inside: of a
/// country that of the World Factbook, of a region or county the middle of its towns.
///
/// In JSON it is `{"lat": 59.913, "lon": 10.739}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "Degrees", into = "Degrees")]
pub struct Point {
    /// In thousandths of a degree north.
    lat: i32,
    /// In thousandths of a degree east.
    lon: i32,
}

/// A degree, which no county is larger than in each direction from its middle.
const NEAR: u32 = 1000;

/// The parts of a degree.
const THOUSAND: f64 = 1000.0;

impl Point {
    /// Degrees north of the equator, from -90 to 90.
    #[must_use]
    pub fn lat(self) -> f64 {
        f64::from(self.lat) / THOUSAND
    }

    /// Degrees east of Greenwich, from -180 to 180.
    #[must_use]
    pub fn lon(self) -> f64 {
        f64::from(self.lon) / THOUSAND
    }

    /// Whether it is at most a degree away, as the towns of a county are from its middle.
    pub(super) fn is_near(self, other: Self) -> bool {
        self.lat.abs_diff(other.lat) <= NEAR && self.lon.abs_diff(other.lon) <= NEAR
    }

    /// Reads the fact of a table: `59913,10739`.
    pub(super) fn read(fact: &str) -> Option<Self> {
        let (lat, lon) = fact.split_once(',')?;
        Some(Self { lat: lat.parse().ok()?, lon: lon.parse().ok()? })
    }
}

/// As JSON holds it.
#[derive(Serialize, Deserialize)]
struct Degrees {
    lat: f64,
    lon: f64,
}

impl From<Point> for Degrees {
    fn from(point: Point) -> Self {
        Self { lat: point.lat(), lon: point.lon() }
    }
}

impl TryFrom<Degrees> for Point {
    type Error = &'static str;

    fn try_from(Degrees { lat, lon }: Degrees) -> Result<Self, Self::Error> {
        if lat.abs() > 90.0 || lon.abs() > 180.0 || lat.is_nan() || lon.is_nan() {
            return Err("a point that is not on the map");
        }
        #[expect(clippy::cast_possible_truncation, reason = "at most 180,000, as was just seen")]
        let thousandths = |degrees: f64| (degrees * THOUSAND).round() as i32;
        Ok(Self { lat: thousandths(lat), lon: thousandths(lon) })
    }
}

#[cfg(test)]
mod tests {
    use super::Point;

    #[test]
    fn points_are_read_and_go_both_ways() {
        let point = Point::read("-33868,151207").unwrap();
        assert_eq!((point.lat(), point.lon()), (-33.868, 151.207));
        let json = serde_json::to_string(&point).unwrap();
        assert_eq!(json, r#"{"lat":-33.868,"lon":151.207}"#);
        assert_eq!(serde_json::from_str::<Point>(&json).unwrap(), point);
        assert_eq!(Point::read(""), None);
        assert_eq!(Point::read("59913"), None);
        for json in [r#"{"lat":90.1,"lon":0}"#, r#"{"lat":0,"lon":-181}"#, r#"{"lat":1e300,"lon":0}"#] {
            assert!(serde_json::from_str::<Point>(json).is_err(), "{json}");
        }
    }
}
