"""Countries and territories: hand rows for what news prints, ISO codes and official names from the sources."""

import json

from extract import factbook


def complete(rows, archives):
    """Fill the hand rows with codes, a point, the official name and the name of the CLDR.

    Returns the rows and, by country code, the names of the capital's rows in
    the city table.
    """
    iso3 = {a: b for a, b, *_ in json.loads(archives["isocodes"].read("package/codes.json"))}
    iso3["XK"] = "XKX"
    records = factbook.records(archives["factbook"])
    official = {code: factbook.official_name(r) for code, r in records}
    points = {code: factbook.point(r) for code, r in records}
    numbers = {code: str(c["geonameid"]) for code, c in json.loads(archives["geonames"].read("countries.json")).items()}
    names = _cldr(archives["cldr"])
    capitals = {}
    for row in rows:
        capital = row.facts.pop("capital", "")
        if not row.id.startswith("iso:"):
            continue
        code = row.id[4:]
        capitals[code] = [c.strip() for c in capital.split(",") if c.strip()]
        row.ids = {"iso3166": code, "iso3": iso3.get(code, ""), "geonames": numbers.get(code, "")} | row.ids
        row.facts["at"] = points.get(code, "")
        for name in (names.get(code, ""), official.get(code, "")):
            if name and usable(name):
                row.add("v", name)
    missing = set(names) - {r.id[4:] for r in rows if r.id.startswith("iso:")}
    if missing:
        raise SystemExit(f"countries.tsv lacks {sorted(missing)}")
    return rows, capitals


def usable(name):
    """No brackets, no inverted order."""
    return not any(c in name for c in "()[],")


def _cldr(archive):
    """English names by ISO code; regions and codes that ISO only reserves are left out."""
    data = json.loads(archive.read("main/en/territories.json"))
    names = data["main"]["en"]["localeDisplayNames"]["territories"]
    reserved = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}
    return {k: v for k, v in names.items() if len(k) == 2 and k not in reserved}
