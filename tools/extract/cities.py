"""Cities of GeoNames: main names, the few alternates that English prints, capitals."""

import json
import re
from functools import cache

from extract.points import at
from fold import clean_name, fold, is_latin, strip_marks
from rows import Row

MIN_POPULATION = 100_000
SMALL_POPULATION = 15_000
_SURE = 500_000
ENGLISH = {"US", "GB", "CA", "AU", "NZ", "IE"}
# Wars, occupations and epidemics that world news follows town by town.
TOWN_LEVEL = {
    "SY", "PS", "LB", "IL", "UA", "IQ", "AF", "YE", "LY", "XK", "BA", "SO", "SS", "SD", "HT", "LR", "SL", "GN", "RW", "BI", "CF",
}
# Hundreds of large cities, few of them in English news.
_SELDOM = {"CN", "IN", "BR", "ID", "PH", "VN", "MX", "NG", "JP", "MY", "TR", "VE", "CO", "BD", "TH", "AO", "MM", "TZ", "CD"}
_ARTICLE = re.compile(r"^(?:Al|Ar|As|Ash|Ad|Adh|Az|An|At|Ath)[ -](?=[A-Z])")
_MARKS_KEPT = re.compile(r"[À-ÖØ-öø-ÿĀ-ſ]")


def load(archive, aliases):
    """Every city of at least 15,000 people and every one with a hand row, the largest first."""
    kept = [
        c for c in all_of(archive)
        if c["population"] >= SMALL_POPULATION or (c["countrycode"], fold(c["name"])) in aliases
    ]
    return sorted(kept, key=lambda c: (-c["population"], c["geonameid"]))


@cache
def all_of(archive):
    """Every city of at least 1,000 people."""
    return json.loads(archive.read("cities1000.json")).values()


def rows(cities, attested, capitals, aliases, doubt):
    """Cities as rows.

    Taken: every capital, every city with a hand row, every city whose name and
    country WordNet knows (`attested`), and the rest from a size on that falls
    where news reports more (`_least`). `doubt` is true of a single word that is
    likelier something else: a small city of that name would only mislead. A
    hand row of weight 0 keeps a city out.
    """
    taken, seen_capitals, used = [], set(), set()
    for city in cities:
        code, name = city["countrycode"], city["name"]
        capital_of = _capital(city, capitals, seen_capitals)
        key = (code, fold(name))
        alias = aliases.get(key) if key not in used else None
        known = attested(name, code)
        if not (capital_of or alias) and not _worth(city, known, doubt):
            continue
        if alias:
            used.add(key)
            if not alias["weight"]:
                continue
        taken.append(_row(city, capital_of, alias, known))
    unused = sorted(set(aliases) - used)
    if unused:
        raise SystemExit(f"cities.tsv: no such GeoNames city: {unused}")
    return taken


def _worth(city, known, doubt):
    """Whether a city that nobody asked for is worth its row."""
    name, population = city["name"], city["population"]
    if not usable(name):
        return False
    if known:
        return population >= 50_000 or not doubt(name)
    if population < _least(city["countrycode"]):
        return False
    return population >= _SURE or not doubt(name)


def usable(name):
    """Whether it is the name of a town, and not of a part of one."""
    return not re.search(r"[\d/()]|^Centr|^City of|District$|Arrondissement", name)


def _least(code):
    """The population from which on cities of a country are listed."""
    if code in TOWN_LEVEL:
        return 15_000
    if code in ENGLISH:
        return 20_000
    return 250_000 if code in _SELDOM else MIN_POPULATION


def _capital(city, capitals, seen):
    """The country that the city is a capital of: the largest city of that name counts."""
    code = city["countrycode"]
    wanted = {fold(c) for c in capitals.get(code, [])}
    forms = {fold(city["name"])} | {fold(a) for a in city["alternatenames"] if is_latin(a)}
    for name in sorted(wanted & forms):
        if (code, name) not in seen:
            seen.add((code, name))
            return code
    return ""


def _row(city, capital_of, alias, known):
    code = city["countrycode"]
    name = printed(city["name"])
    row = Row(
        f"gn:{city['geonameid']}", "place", "capital" if capital_of else "city",
        alias["name"] if alias else name, [], code,
        {"geonames": str(city["geonameid"])},
        weight(city, capital_of, known),
        {"pop": str(city["population"]), "at": at(city["latitude"], city["longitude"])},
    )
    if city.get("admin1code"):
        row.facts["admin1"] = f"{code}.{city['admin1code']}"
    if capital_of:
        row.facts["capital_of"] = capital_of
    if alias:
        row.weight = max(row.weight, alias["weight"])
        for surface in alias["surfaces"]:
            row.add(surface.type, surface.text)
    row.add("v", name)
    bare = _ARTICLE.sub("", name)
    if bare != name and len(bare) > 3:
        row.add("v", "al-" + bare)
        row.add("s", bare)
    return row


def printed(name):
    """A GeoNames name as a newspaper sets it: marks of transliteration go, those of European spelling stay."""
    name = clean_name(name)
    kept = []
    for char in name:
        plain = strip_marks(char)
        kept.append(char if "À" <= char <= "ÿ" or char in "čćšžđğışłńśźżęąěřůőűňťďľĺŕșțăŽŠČĆŁŚŻŹİŞ" else plain)
    return "".join(kept).rstrip("'")


def weight(city, capital_of, known):
    """How often world news names it, judged from size, rank and language."""
    population = city["population"]
    steps = (3_000_000, 1_000_000, 400_000, 150_000)
    value = 1 + sum(population >= s for s in steps)
    value += city["countrycode"] in ENGLISH
    value += known
    value -= city["countrycode"] in _SELDOM and not known
    if capital_of:
        value = max(value + 1, 5 if population > 500_000 else 4)
    return max(1, min(8, value))
