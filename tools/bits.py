"""The ambiguity bits of a surface: what else its letters may mean.

W common word, C calendar word, G given name, S surname, K several kinds of
entity, M several places. W, C, G and S ask single words only: a longer name is
hardly ever anything else.
"""

from collections import Counter

from fold import fold

CALENDAR = set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december spring summer autumn fall winter easter christmas ramadan".split()
)


class Lists:
    """What the bits are asked of."""

    def __init__(self, dictionary, given, surnames):
        self.dictionary, self.given, self.surnames = dictionary, given, surnames

    def of(self, text):
        """The bits of a single word by itself."""
        word = fold(text)
        if " " in word:
            return ""
        found = [
            ("W", word.replace(".", "") in self.dictionary),
            ("C", word in CALENDAR),
            ("G", word in self.given),
            ("S", word in self.surnames),
        ]
        return "".join(bit for bit, holds in found if holds)


def assign(rows, lists):
    """Write the canonical name as the first surface and the bits of every surface."""
    kinds, places = Counter(), Counter()
    for row in rows:
        for text in row.folds():
            kinds[text] += 0
            places[text] += row.kind == "place"
    by_kind = {}
    for row in rows:
        for text in row.folds():
            by_kind.setdefault(text, set()).add(row.kind)
    for row in rows:
        row.surfaces.insert(0, _canonical(row))
        for surface in row.surfaces:
            key = fold(surface.text)
            bits = lists.of(surface.text)
            if row.cls in ("country", "capital") and surface.type not in "a":
                bits = bits.replace("W", "")
            bits += "K" if len(by_kind[key]) > 1 else ""
            bits += "M" if row.kind == "place" and places[key] > 1 else ""
            surface.bits = bits


def _canonical(row):
    from rows import Surface

    return Surface("f", row.name)
