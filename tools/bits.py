"""The ambiguity bits of a surface: what else its letters may mean.

W common word, C calendar word, G given name, S surname, K several kinds of
entity, M several places. W, C, G and S ask single words only: a longer name is
hardly ever anything else.
"""

from collections import Counter

from fold import fold
from rows import Surface

# SCOWL sizes: the words of any small dictionary, and those that stand in every text.
DICTIONARY = 50
FREQUENT = 20
CALENDAR = set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december spring summer autumn fall winter easter christmas ramadan".split()
)


class Lists:
    """What the bits are asked of."""

    def __init__(self, sizes, given, surnames):
        self.sizes, self.given, self.surnames = sizes, given, surnames

    def of(self, text, limit):
        """The bits of a single word by itself; W for words up to a SCOWL size."""
        word = fold(text)
        if " " in word:
            return ""
        found = [
            ("W", self.sizes.get(word.replace(".", ""), 99) <= limit),
            ("C", word in CALENDAR),
            ("G", word in self.given),
            ("S", word in self.surnames),
        ]
        return "".join(bit for bit, holds in found if holds)


def assign(rows, lists):
    """Write the canonical name as the first surface and the bits of every surface.

    A surname counts only after the full name, so it makes no other name ambiguous.
    """
    places, by_kind = Counter(), {}
    for row in rows:
        for text in {fold(row.name)} | {fold(s.text) for s in row.surfaces if s.type != "n"}:
            places[text] += row.kind == "place"
            by_kind.setdefault(text, set()).add(row.kind)
    for row in rows:
        row.surfaces.insert(0, Surface("f", row.name))
        for surface in row.surfaces:
            key = fold(surface.text)
            bits = lists.of(surface.text, _limit(row, surface))
            bits += "K" if len(by_kind.get(key, set()) | {row.kind}) > 1 else ""
            bits += "M" if row.kind == "place" and places[key] > 1 else ""
            surface.bits = bits


def _limit(row, surface):
    """Up to which SCOWL size a word makes the surface a common word.

    Turkey, China and Guinea are countries far more often than anything else; of
    the capitals only one that is a frequent word (`Male`) gives way.
    """
    if surface.type == "a":
        return DICTIONARY
    return {"country": 0, "capital": FREQUENT}.get(row.cls, DICTIONARY)
