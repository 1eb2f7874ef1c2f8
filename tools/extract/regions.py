"""First-level regions of GeoNames (`gna:SY.13`): provinces, states, governorates."""

import json
import re

from extract.cities import ENGLISH, all_of, printed
from extract.points import at, centre
from fold import fold
from rows import Row

# Countries whose first level is hundreds of municipalities that no news names.
_MUNICIPAL = {
    "SI", "LV", "MT", "MK", "SM", "AD", "LI", "AZ", "MD", "BZ", "BB", "PW", "NR", "TV", "MH", "WF", "KI", "TO", "AG", "DM",
    "GD", "LC", "VC", "KN", "MS", "BM", "KY", "VG", "VI", "GU", "MP", "AS", "PR", "MU", "SC", "CV", "ST", "BS", "FO", "GI",
    "IM", "JE", "GG", "CK", "NU", "PF", "NC", "AX", "SB", "VU", "WS", "FM", "AI", "AW", "CW", "TC", "MC", "BQ", "SH", "UG",
}
_HEAVY = {"US": 6, "GB": 7, "CA": 5, "AU": 5, "DE": 4, "IT": 4, "FR": 4, "ES": 4, "IN": 4, "PK": 4, "CN": 4, "RU": 3, "UA": 4, "IQ": 4, "SY": 4, "AF": 4, "YE": 3}
_KIND = (
    "Autonomous Oblast|Autonomous Okrug|Oblast|Krai|Kray|Okrug|Governorate|Autonomous Region|Region|Province|Prefecture|"
    "Department|District|Voivodeship|County|State|Republic|Division|Municipality|Territory|Sheng|Parish|Canton|Emirate|Wilaya"
)
_SUFFIX = re.compile(rf"^(.+?),? (?:{_KIND})'?$", re.I)
_PREFIX = re.compile(
    r"^(?:Provincia di|Provincia de|Provincia del|Departamento de|Departamento del|Estado de|Muhafazat|Wilaya de|Region of|"
    r"Province of|Republic of|State of|Canton of|Kanton|Emirate of|Municipality of|Departement de l'|Departement du|Departement de)\s+(.+)$",
    re.I,
)


def short(name):
    """The name of a region without its class word: `Kharkiv Oblast` is Kharkiv."""
    match = _SUFFIX.match(name) or _PREFIX.match(name)
    return match[1] if match else name


def names(archive):
    """`{short name: country}` of every region, for reading glosses."""
    found = {}
    for item in json.loads(archive.read("package/admin1.json")):
        name = printed(item["name"])
        match = _SUFFIX.match(name)
        found.setdefault(match[1] if match else name, item["code"][:2])
    return found


def rows(archives, cities, aliases, doubt):
    """Regions as rows; one that only repeats the name of a city of its country is left out."""
    cities_by_country = {}
    for row in cities:
        cities_by_country.setdefault(row.country, set()).update(row.folds())
    middles, numbers = points(archives["geonames"]), _states(archives["geonames"])
    out = []
    for item in json.loads(archives["admin1"].read("package/admin1.json")):
        code = item["code"]
        country = code[:2]
        if country in _MUNICIPAL and code not in aliases:
            continue
        row = _row(code, printed(item["name"]), country, aliases.get(code))
        if code not in aliases and row.weight < 4 and doubt(row.name):
            continue
        if fold(row.name) in cities_by_country.get(country, ()) and code not in aliases and country != "US":
            continue
        row.surfaces = [
            s for s in row.surfaces
            if s.type != "s" or not (doubt(s.text) or fold(s.text) in cities_by_country.get(country, ()))
        ]
        row.ids["geonames"] = numbers.get(code, "")
        row.facts["at"] = at(*centre(middles[code])) if code in middles else ""
        out.append(row)
    return out


def points(archive):
    """The towns of each region: the source gives regions no coordinates, so theirs are the middle of their towns."""
    found = {}
    for city in all_of(archive):
        code = f"{city['countrycode']}.{city.get('admin1code')}"
        found.setdefault(code, []).append((city["latitude"], city["longitude"]))
    return found


def _states(archive):
    """The GeoNames ids of the states of the US, the only regions whose ids the sources give."""
    states = json.loads(archive.read("us_states.json"))
    return {f"US.{code}": str(state["geonameid"]) for code, state in states.items()}


def _row(code, name, country, alias):
    row = Row(
        f"gna:{code}", "place", "region", alias["name"] if alias else re.sub(r"\s*\(.*?\)", "", name), [], country,
        {"geonames-admin1": code}, _HEAVY.get(country, 3 if country in ENGLISH else 2),
    )
    if alias:
        row.weight = max(row.weight, alias["weight"])
        for surface in alias["surfaces"]:
            row.add(surface.type, surface.text)
    elif match := _SUFFIX.match(row.name) or _PREFIX.match(row.name):
        if len(match[1]) > 3 and match[1].lower() not in _NOT_ALONE:
            row.add("s", match[1])
            if country in {"RU", "UA", "BY", "KZ"}:
                row.add("v", f"{match[1]} region")
    return row


# What is left of a region's name without its class word and is no name by itself.
_NOT_ALONE = {
    "jewish", "south bohemian", "moravian-silesian", "national capital", "northern borders", "southern highlands",
    "eastern highlands", "western highlands", "central ethiopia regional", "south ethiopia regional",
    "south west ethiopia peoples'", "abidjan autonomous", "para", "saint andrew", "saint ann", "saint catherine",
    "saint james", "saint mary", "saint thomas",
    "northern", "southern", "eastern", "western", "central", "north", "south", "east", "west", "north east", "north west",
    "north western", "north eastern", "south west", "south east", "upper", "lower", "capital", "coast", "littoral", "centre", "est", "ouest",
    "nord", "sud", "northwest", "northeast", "southwest", "southeast", "federal", "north central", "metropolitan",
}
