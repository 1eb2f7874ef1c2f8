"""From sources and hand tables to the text of every shipped file."""

import bits
import merge
from extract import cities, countries, features, regions, words
from extract.wordnet import Nouns
from fold import fold
from rows import parse_surface, read_table, table_text

_SURNAMES = 20_000


def tables(archives, hand):
    """`{path under data/: text}` of everything that is generated."""
    sizes = words.scowl(archives["scowl"])
    nouns = Nouns(archives["wordnet"])
    lists = words.compromise(archives["compromise"])
    country_rows, capitals = countries.complete(read_table(hand / "countries.tsv"), archives)
    place_rows = _places(archives, hand, nouns, sizes, country_rows, capitals)
    given = words.given_names(
        words.census_given(archives["census"]), lists, words.read_hand_names(hand / "given_names.tsv"), sizes,
        _well_known(country_rows + place_rows), words.edits(hand / "common_words.txt")[1],
    )
    surnames = words.surnames(
        words.census_surnames(archives["census"], _SURNAMES), words.read_hand_names(hand / "surnames.tsv"), sizes
    )
    groups = {"countries": country_rows, "places": place_rows}
    for file, rows in merge.hand_groups(hand).items():
        groups[file] = merge.join(groups.get(file, []), rows)
    everything = [row for rows in groups.values() for row in rows]
    bits.assign(everything, bits.Lists(set(sizes), given, surnames))
    files = {f"bundled/{name}.tsv": table_text(rows) for name, rows in groups.items()}
    files["words/given_names.tsv"] = _lines("name\tgender\tclass", (f"{n}\t{g}\t{c}" for n, (g, c) in given.items()))
    files["words/surnames.tsv"] = _lines("name\tclass", (f"{n}\t{c}" for n, c in surnames.items()))
    common = words.common_words(sizes, hand / "common_words.txt")
    files["words/common_words.txt"] = "\n".join(common) + "\n"
    return files


def _lines(header, rows):
    return "# " + header + "\n" + "\n".join(sorted(rows)) + "\n"


def _well_known(rows):
    """Single-word names of countries, capitals and cities that news knows."""
    return {fold(r.name) for r in rows if r.weight >= 5 and " " not in r.name}


def _places(archives, hand, nouns, sizes, country_rows, capitals):
    """Cities, regions and features."""
    country_words = {}
    for row in country_rows:
        for text in [row.name] + [s.text for s in row.surfaces if s.type != "a"]:
            if row.id.startswith("iso:"):
                country_words.setdefault(fold(text), row.country)
    all_cities = cities.load(archives["geonames"])
    region_names = regions.names(archives["admin1"])
    country_words |= {fold(n): c for n, c in region_names.items() if fold(n) not in country_words}
    towns = features.towns(nouns, country_words)
    seen = set()

    def attested(name, code):
        key = (fold(name), code)
        if code not in towns.get(key[0], ()) or key in seen:
            return False
        seen.add(key)
        return True

    city_rows = cities.rows(all_cities, attested, capitals, _aliases(hand / "cities.tsv"))
    own = {(r.country, t) for r in country_rows for t in r.folds()}
    city_rows = [r for r in city_rows if (r.country, fold(r.name)) not in own]
    region_rows = regions.rows(archives["admin1"], city_rows, _aliases(hand / "regions.tsv", by_code=True))
    region_rows = [r for r in region_rows if (r.country, fold(r.name)) not in own]
    taken = {t for r in country_rows + city_rows + region_rows for t in r.folds()}
    feature_rows = features.places(nouns, taken, lambda name: fold(name) in sizes or fold(name) in taken)
    return city_rows + region_rows + feature_rows


def _aliases(path, by_code=False):
    """Hand rows that rename a GeoNames row: `country name news-name surfaces weight` or `code news-name surfaces weight`."""
    found = {}
    if not path.exists():
        return found
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        key = cells.pop(0) if by_code else (cells.pop(0), fold(cells.pop(0)))
        name, surfaces, weight = (cells + ["", "", ""])[:3]
        found[key] = {
            "name": name,
            "surfaces": [parse_surface(s) for s in surfaces.split(";") if s],
            "weight": int(weight or 1),
        }
    return found
