"""Cities of GeoNames: main names, the few alternates that English prints, capitals."""

import json
import re

from fold import clean_name, fold, is_latin, strip_marks
from rows import Row

MIN_POPULATION = 100_000
SMALL_POPULATION = 15_000
_ENGLISH = {"US", "GB", "CA", "AU", "NZ", "IE"}
_ARTICLE = re.compile(r"^(?:Al|Ar|As|Ash|Ad|Adh|Az|An|At|Ath)[ -](?=[A-Z])")
_MARKS_KEPT = re.compile(r"[À-ÖØ-öø-ÿĀ-ſ]")


def load(archive):
    """Every city of at least 15,000 people, the largest first."""
    cities = json.loads(archive.read("cities15000.json")).values()
    return sorted(cities, key=lambda c: (-c["population"], c["geonameid"]))


def rows(cities, attested, capitals, aliases):
    """Cities as rows.

    Taken: 100,000 people and more, every capital, every city with a hand row,
    and smaller ones whose name English reference text also prints (`attested`,
    a function of a name and a country).
    """
    taken = []
    seen_capitals = set()
    for city in cities:
        capital_of = _capital(city, capitals, seen_capitals)
        alias = aliases.get((city["countrycode"], fold(city["name"])))
        if alias and alias.get("used"):
            alias = None
        known = attested(city["name"], city["countrycode"])
        if re.search(r"\d", city["name"]):
            continue
        if city["population"] < MIN_POPULATION and not (capital_of or alias or known):
            continue
        taken.append(_row(city, capital_of, alias, known))
    return taken


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
    if alias:
        alias["used"] = True
    row = Row(
        f"gn:{city['geonameid']}", "place", "capital" if capital_of else "city",
        alias["name"] if alias else name, [], code,
        {"geonames": str(city["geonameid"])},
        weight(city, capital_of, known),
        {"pop": str(city["population"]), "lat": f"{city['latitude']:.2f}", "lon": f"{city['longitude']:.2f}"},
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
    value += city["countrycode"] in _ENGLISH
    value += known
    value -= city["countrycode"] in {"CN", "IN", "BR", "ID", "PH", "VN"} and not known
    if capital_of:
        value = max(value + 1, 5 if population > 500_000 else 4)
    return max(1, min(8, value))


def alternates(city, allowed):
    """Alternate names that English text prints, and that are no other place's main name."""
    names = [clean_name(a) for a in city["alternatenames"] if is_latin(a) and a[:1].isupper()]
    return [n for n in dict.fromkeys(names) if len(n) > 3 and allowed(n)]
