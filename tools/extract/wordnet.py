"""Names in WordNet: seas, rivers, islands, ranges; and which cities it finds worth a word."""

import re

_POINTER = re.compile(r"(@i?) (\d{8}) n ")


class Nouns:
    """The noun synsets of one `data.noun`: lemmas, parents, gloss."""

    def __init__(self, archive):
        self.lemmas, self.parents, self.instance, self.gloss = {}, {}, {}, {}
        for line in archive.read("package/dict/data.noun").splitlines():
            if not line.startswith("  "):
                self._add(line)

    def _add(self, line):
        body, _, gloss = line.partition(" | ")
        cells = body.split(" ")
        offset, count = cells[0], int(cells[3], 16)
        self.lemmas[offset] = [cells[4 + 2 * i].replace("_", " ") for i in range(count)]
        found = _POINTER.findall(body)
        self.parents[offset] = [o for _, o in found]
        self.instance[offset] = any(kind == "@i" for kind, _ in found)
        self.gloss[offset] = gloss

    def chain(self, offset):
        """The lemmas of every ancestor, nearest first."""
        todo, seen, names = list(self.parents[offset]), set(), []
        while todo:
            parent = todo.pop(0)
            if parent not in seen:
                seen.add(parent)
                names.extend(self.lemmas[parent])
                todo.extend(self.parents[parent])
        return names

    def instances(self):
        """`(offset, lemmas, ancestors, gloss)` of every synset that names one thing."""
        for offset, named in sorted(self.instance.items()):
            if named:
                yield offset, self.lemmas[offset], self.chain(offset), self.gloss[offset]
