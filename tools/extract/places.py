"""Everything on the map below the countries: cities, first-level regions, natural features."""

from extract import cities, features, regions
from fold import fold
from rows import parse_surface


_SHADOW = 4


def rows(archives, hand, nouns, country_rows, capitals, doubt):
    """City, region and feature rows.

    `doubt` is true of a single word that is likelier a word or a personal name
    than a small place.
    """
    aliases = read_aliases(hand / "cities.tsv")
    known = features.towns(nouns, _country_words(country_rows, archives))
    found = cities.rows(cities.load(archives["geonames"], aliases), _once(known), capitals, aliases, doubt)
    own = {(r.country, text) for r in country_rows for text in r.folds()}
    found = [r for r in found if (r.country, fold(r.name)) not in own]
    by_code = read_aliases(hand / "regions.tsv")
    named = regions.rows(archives, found, by_code, doubt)
    named = [r for r in named if (r.country, fold(r.name)) not in own]
    found, named = _without_shadows(country_rows, found, named, asked=_asked(aliases, by_code))
    taken = {text for r in country_rows + found + named for text in r.folds()}
    weak = lambda name: doubt(name) or fold(name) in taken
    edits = features.read_edits(hand / "features.txt")
    return found + named + features.places(nouns, taken, weak, edits)


def _asked(aliases, by_code):
    """Country and name of the places that somebody wrote a hand row for."""
    towns = {(key[0], row["name"]) for key, row in aliases.items()}
    return towns | {(code[:2], row["name"]) for code, row in by_code.items()}


def _without_shadows(country_rows, found, named, asked):
    """Drop small namesakes: a town called as a country, or as a place of four weights more."""
    heaviest = {text: 9 for row in country_rows for text in row.folds()}
    for row in found + named:
        key = fold(row.name)
        heaviest[key] = max(heaviest.get(key, 0), row.weight)

    def stands(row):
        return (row.country, row.name) in asked or row.cls == "capital" or heaviest[fold(row.name)] - row.weight < _SHADOW

    return [r for r in found if stands(r)], [r for r in named if stands(r)]


def _country_words(country_rows, archives):
    """What tells a country in a gloss: its names and adjectives, and those of its regions."""
    words = {}
    for row in country_rows:
        if row.id.startswith("iso:"):
            for text in [row.name] + [s.text for s in row.surfaces if s.type != "a"]:
                words.setdefault(fold(text), row.country)
    for name, code in regions.names(archives["admin1"]).items():
        words.setdefault(fold(name), code)
    return words


def _once(known):
    """Whether WordNet describes a town of that name in that country; true once, for the largest."""
    seen = set()

    def attested(name, code):
        key = (fold(name), code)
        if code not in known.get(key[0], ()) or key in seen:
            return False
        seen.add(key)
        return True

    return attested


def read_aliases(path):
    """Hand rows that rename a GeoNames row: what finds it, its name in news, surfaces, least weight."""
    found = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        key = cells.pop(0)
        if "." not in key:
            key = (key, fold(cells.pop(0)))
        name, surfaces, weight = cells
        found[key] = {
            "name": name,
            "surfaces": [parse_surface(s) for s in surfaces.split(";") if s],
            "weight": int(weight),
        }
    return found
