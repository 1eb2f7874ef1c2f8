"""Plain words and personal names: the word classes of the library, and what the ambiguity bits ask."""

import json
import re

from extract import efrt
from fold import fold

_VARIETIES = ("english", "american", "british", "canadian", "australian")
COMMON = 20



def scowl(archive):
    """Lower-case English words with the smallest SCOWL size that has them (10 = most common)."""
    sizes = {}
    for size in (10, 20, 35, 40, 50):
        for variety in _VARIETIES:
            for word in json.loads(archive.read(f"package/{variety}-words-{size}.json")):
                if word == word.lower():
                    sizes.setdefault(word, size)
    return sizes


def census_given(archive):
    """`{name: {gender: share in per cent}}` of the 1990 Census."""
    names = {}
    for gender, part in (("m", "male"), ("f", "female")):
        for name, share in _census(archive, f"names/dist.{part}.first"):
            names.setdefault(name, {})[gender] = share
    return names


def census_surnames(archive, top):
    """The most frequent surnames, in order."""
    return [name for name, _ in _census(archive, "names/dist.all.last")[:top]]


def _census(archive, member):
    rows = [line.split() for line in archive.read(member).splitlines() if line.strip()]
    return [(name.lower(), float(share)) for name, share, *_ in rows]


def compromise(archive):
    """The word lists of the compromise lexicon that name something, by tag."""
    packed = efrt.lexicon(archive.read("package/src/2-two/preTagger/model/lexicon/_data.js"))
    tags = ("MaleName", "FemaleName", "FirstName", "LastName", "Organization", "SportsTeam")
    return {tag: efrt.unpack(packed[tag]) for tag in tags}


def edits(path):
    """A hand-kept list of words: `+word` adds, `-word` removes, `#` comments."""
    add, remove = set(), set()
    for line in path.read_text(encoding="utf-8").splitlines():
        line = line.split("#")[0].strip()
        for word in line.split():
            (remove if word.startswith("-") else add).add(word.lstrip("+-"))
    return add, remove


def common_words(sizes, path, names, surnames):
    """The frequent words that are no names at the start of a sentence.

    SCOWL sizes 10 and 20, the forms of these words that it has at 35 and that are
    no surnames (`wells`), the hand edits; without `names`, which a capital turns
    into names (`Polish`).
    """
    add, remove = edits(path)
    frequent = {w for w, size in sizes.items() if size <= COMMON and re.fullmatch(r"[a-z-]+", w)}
    forms = {w for w, size in sizes.items() if size == 35 and any(stem in frequent for stem in _stems(w))}
    return sorted((frequent | forms - set(surnames) | add) - remove - names)


def _stems(word):
    """What an inflected form may be a form of: `rebels`, `denied`, `looting`, `sharply`."""
    for ending, *heads in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            stem = word[: -len(ending)]
            yield from (stem + head for head in heads)
            if stem[-1] == stem[-2] and ending in ("ed", "ing"):
                yield stem[:-1]


_ENDINGS = [
    ("s", ""), ("es", ""), ("ies", "y"), ("ed", "", "e"), ("ied", "y"), ("ing", "", "e"), ("ly", "", "le"), ("ily", "y"),
]


def given_names(census, lists, hand, sizes, places, sure):
    """`{name: (gender, class)}`.

    Class 1: hardly anything else; 2: rarer; 3: also an ordinary word or a
    well-known place, so evidence only beside other evidence. `sure` are words
    that are names all the same (`mark`, `bill`).
    """
    names = {}
    for name, shares in census.items():
        total = sum(shares.values())
        if sizes.get(name, 99) <= COMMON and total < 0.01 and name not in sure:
            continue
        names[name] = (_gender(shares), 1 if total >= 0.01 else 2)
    for tag, gender in (("MaleName", "m"), ("FemaleName", "f"), ("FirstName", "u")):
        for name in lists[tag]:
            if " " not in name and len(name) > 1 and sizes.get(name, 99) > COMMON:
                names.setdefault(fold(name), (gender, 2))
    for name, (gender, _) in hand.items():
        before = names.get(fold(name), (gender, 2))
        frequent = census.get(fold(name), {})
        both = before[0] != gender and max(frequent.values(), default=0) >= 0.005
        names[fold(name)] = ("u" if both else gender, 1)
    frequent = {n for n, shares in census.items() if sum(shares.values()) >= 0.05}
    return {n: (g, 3 if _doubtful(n, sizes, places, sure, frequent) else c) for n, (g, c) in names.items()}


def _doubtful(name, sizes, places, sure, frequent):
    """Whether a given name is as well a word or a place that news prints."""
    if name in places:
        return True
    limit = COMMON if name in frequent else 35
    return sizes.get(name, 99) <= limit and name not in sure


def _gender(shares):
    """One gender where it has nine tenths of the bearers, else `u`."""
    male, female = shares.get("m", 0), shares.get("f", 0)
    if male >= 9 * female:
        return "m"
    return "f" if female >= 9 * male else "u"


def read_hand_names(path):
    """`{name: (gender, section)}` of a hand-kept list of names."""
    names = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, gender = (line.split("\t") + ["u"])[:2]
            names[name] = (gender, "")
    return names


def surnames(census, extra, sizes):
    """`{name: class}`: 1 frequent, 2 rarer, 3 also an ordinary word."""
    names = {}
    for rank, name in enumerate(census):
        if sizes.get(name, 99) <= 10 and rank >= 500:
            continue
        names[name] = 3 if sizes.get(name, 99) <= 35 else 1 if rank < 2000 else 2
    for name in extra:
        names.setdefault(fold(name), 3 if sizes.get(fold(name), 99) <= 35 else 1)
    return names
