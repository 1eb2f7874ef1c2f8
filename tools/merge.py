"""Joins generated and hand-kept rows: what is written by hand wins."""

from fold import fold
from rows import read_table

_FILES = {
    "places": "places", "counties": "places", "people": "people", "organizations": "organizations",
    "outlets": "outlets", "events": "other", "works": "other",
}


def hand_groups(hand):
    """Hand rows by the bundled file that they go to."""
    groups = {}
    for name, file in _FILES.items():
        groups.setdefault(file, []).extend(read_table(hand / f"{name}.tsv"))
    return groups


def join(generated, hand):
    """One list; a generated row that a hand row also names lends it its ids and facts, and goes."""
    by_id = {row.id: row for row in hand}
    by_name = {}
    for row in hand:
        for text in {fold(row.name)} | {fold(s.text) for s in row.surfaces if s.type in "vs"}:
            by_name.setdefault((row.kind, text), []).append(row)
    out = list(hand)
    for row in generated:
        namesakes = [r for text in (row.name, row.also) for r in by_name.get((row.kind, fold(text)), [])]
        mine = by_id.get(row.id) or _same(namesakes, row)
        if mine is None:
            out.append(row)
            continue
        mine.ids = row.ids | mine.ids
        mine.facts = row.facts | mine.facts
        mine.country = mine.country or row.country
    return out


_SETTLED = {"city", "capital", "district"}


def _same(candidates, row):
    """The hand row that is this generated row under another id."""
    for mine in candidates:
        abroad = mine.country and row.country and not set(mine.country.split(",")) & set(row.country.split(","))
        if abroad and not mine.cls == row.cls == "company":
            continue
        if row.kind == "place" and (mine.cls in _SETTLED) != (row.cls in _SETTLED):
            continue
        return mine
    return None
