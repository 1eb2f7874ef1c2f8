"""Seas, rivers, islands, ranges and regions of WordNet as rows; the towns that it knows as evidence."""

import re

from fold import clean_name, fold
from rows import Row

# The first of these among a synset's ancestors gives the class.
_CLASSES = [
    ("continent", "area"),
    ("body of water", "water"), ("stream", "water"), ("channel", "water"),
    ("island", "island"), ("archipelago", "island"),
    ("geological formation", "landform"), ("mountain", "landform"), ("natural elevation", "landform"),
    ("desert", "landform"), ("peninsula", "landform"), ("plain", "landform"), ("tract", "landform"),
    ("national park", "landmark"), ("bridge", "landmark"),
]
_TOWNS = {"city", "town", "village", "national capital", "port", "state capital", "provincial capital"}
_STATES = {"country", "state", "political unit", "American state", "administrative district", "municipality"}
_AREAS = {"geographical area", "region", "geographic region", "geographic area"}
_WEIGHT = {"area": 3, "water": 3, "island": 3, "landform": 2, "landmark": 1}


def places(nouns, taken, weak, edits):
    """Rows for features.

    `taken` are folds that other tables have, `weak` says that a single word is
    too ambiguous, `edits` are the hand corrections: names to trust, names to drop.
    """
    trusted, dropped = edits
    doubtful = lambda name: weak(name) and fold(name) not in trusted
    rows = {}
    for offset, lemmas, chain, gloss in nouns.instances():
        cls = _class(chain)
        names = [clean_name(n) for n in lemmas if _usable(n) and fold(n) not in dropped]
        if not cls or not names or any(fold(n) in taken for n in names):
            continue
        row = _row(cls, names, doubtful)
        if row and row.id not in rows:
            if chain[0] == "continent" or re.search(r"\b(largest|longest|highest|deepest)\b", gloss):
                row.weight += 2
            rows[row.id] = row
    return list(rows.values())


def _class(chain):
    if _TOWNS & set(chain[:6]) or _STATES & set(chain[:3]):
        return ""
    for ancestor, cls in _CLASSES:
        if ancestor in chain:
            return cls
    return "area" if _AREAS & set(chain[:4]) else ""


def _usable(name):
    return name[:1].isupper() and len(name) > 2 and not re.search(r"[()\d]", name)


def _row(cls, names, weak):
    """The longest name leads, since the short one is so often something else."""
    name = max(names, key=lambda n: (len(n.split()), -names.index(n)))
    if " " not in name and weak(name):
        return None
    slug = re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")
    row = Row(f"dl:{slug}", "place", cls, name, [], "", {}, _WEIGHT[cls])
    # "Ouse River" is "River Ouse" in British print.
    rivers = [f"River {n.removesuffix(' River')}" for n in names if n.endswith(" River")]
    for other in names + rivers:
        single = " " not in other
        if not (single and weak(other)):
            row.add("s" if single and " " in name else "v", other)
    return row


def read_edits(path):
    """`+Name` and `-Name` lines as two sets of folds."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return ({fold(line[1:]) for line in lines if line[0] == sign} for sign in "+-")


def towns(nouns, country_words):
    """`{folded name: countries}` of the towns that WordNet describes.

    The country is read from the gloss; `country_words` maps a folded country
    name, adjective or state to its code.
    """
    known = {}
    for _, lemmas, chain, gloss in nouns.instances():
        if not _TOWNS & set(chain[:6]):
            continue
        codes = {country_words[run] for run in _runs(fold(gloss)) if run in country_words}
        for name in lemmas:
            if name[:1].isupper():
                known.setdefault(fold(name), set()).update(codes)
    return known


def _runs(text):
    """Every run of one to four words."""
    parts = re.findall(r"[\w'.-]*\w", text)
    return {" ".join(parts[i : i + n]) for n in range(1, 5) for i in range(len(parts) - n + 1)}
