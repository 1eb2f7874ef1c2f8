"""Points on the map: as they are written, and the middle of many."""


def at(lat, lon):
    """Latitude and longitude in thousandths of a degree, about a hundred metres."""
    return f"{round(float(lat) * 1000)},{round(float(lon) * 1000)}"


def centre(points):
    """The mean of points; around the date line in degrees east."""
    lats, lons = zip(*points)
    if max(lons) - min(lons) > 180:
        lons = [lon % 360 for lon in lons]
    lon = sum(lons) / len(lons)
    return sum(lats) / len(lats), lon - 360 if lon > 180 else lon
