"""The one row format of every gazetteer table, hand-kept or generated.

`id kind class name surfaces country ids weight facts as_of`, tab-separated.
A surface is `<type>:<text>`; in generated tables bit letters follow the type,
and the canonical name leads the surfaces as type `f`. See `data/README.md`.
"""

import re
from dataclasses import dataclass, field

from fold import fold

HEADER = "id kind class name surfaces country ids weight facts as_of".split()
KINDS = {"person", "place", "organization", "outlet", "event", "work"}
MAX_BYTES = 128
_ID = re.compile(r"^(iso:[A-Z]{2}|gn:\d+|gna:[A-Z]{2}\.[\w-]+|isin:[A-Z0-9]{12}|dl:[a-z0-9][a-z0-9-]*)$")
_SURFACE = re.compile(r"^([fsavnhdm])([WCGSKM]*):(.+)$")
_DATE = re.compile(r"^\d{4}(-\d{2})?$")


@dataclass
class Surface:
    """One printed form of an entity: `a:UN`, `sWG:Reading`."""

    type: str
    text: str
    bits: str = ""

    def __str__(self):
        return f"{self.type}{self.bits}:{self.text}"


@dataclass
class Row:
    """One entity."""

    id: str
    kind: str
    cls: str
    name: str
    surfaces: list = field(default_factory=list)
    country: str = ""
    ids: dict = field(default_factory=dict)
    weight: int = 1
    facts: dict = field(default_factory=dict)
    as_of: str = ""
    also: str = ""  # a form that finds the hand row of the same entity, not shipped

    def add(self, type_, text):
        """Add a surface unless its fold is already there."""
        if text and fold(text) not in self.folds():
            self.surfaces.append(Surface(type_, text))

    def folds(self):
        """Every form of the row, folded."""
        return {fold(self.name)} | {fold(s.text) for s in self.surfaces}

    def line(self):
        """The row as it is written."""
        return "\t".join(
            [
                self.id, self.kind, self.cls, self.name,
                ";".join(map(str, self.surfaces)), self.country,
                pairs(self.ids), str(self.weight), pairs(self.facts), self.as_of,
            ]
        )


def pairs(mapping):
    """`key=value` by semicolon, in the order of the keys."""
    return ";".join(f"{k}={v}" for k, v in sorted(mapping.items()) if v != "")


def parse_pairs(text):
    """The reverse of `pairs`."""
    return dict(p.split("=", 1) for p in text.split(";") if p)


def parse_surface(text):
    """One `<type>:<text>`; raises ValueError where it is malformed."""
    match = _SURFACE.match(text.strip())
    if not match:
        raise ValueError(f"bad surface {text!r}")
    return Surface(match[1], match[3].strip(), match[2])


def parse_row(line):
    """One line of a table; raises ValueError with the reason."""
    cells = line.rstrip("\n").split("\t")
    cells += [""] * (len(HEADER) - len(cells))
    if len(cells) != len(HEADER):
        raise ValueError(f"{len(cells)} columns")
    id_, kind, cls, name, surfaces, country, ids, weight, facts, as_of = (c.strip() for c in cells)
    row = Row(
        id_, kind, cls, name,
        [parse_surface(s) for s in surfaces.split(";") if s.strip()],
        country, parse_pairs(ids), int(weight or 1), parse_pairs(facts), as_of,
    )
    check(row)
    return row


def check(row):
    """Raise ValueError for a row that may not ship."""
    if not _ID.match(row.id):
        raise ValueError(f"bad id {row.id!r}")
    if row.kind not in KINDS:
        raise ValueError(f"bad kind {row.kind!r}")
    if row.as_of and not _DATE.match(row.as_of):
        raise ValueError(f"bad as_of {row.as_of!r}")
    if not 0 <= row.weight <= 9:
        raise ValueError(f"bad weight {row.weight}")
    for text in [row.name] + [s.text for s in row.surfaces]:
        if not text or text != text.strip() or len(text.encode()) > MAX_BYTES:
            raise ValueError(f"bad name {text!r}")
        if any(ord(c) < 32 for c in text) or ";" in text:
            raise ValueError(f"control character in {text!r}")


def read_table(path):
    """The rows of a hand-kept table; a bad line stops the run, with its number."""
    rows = []
    if not path.exists():
        return rows
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#") or line.startswith("id\t"):
            continue
        try:
            rows.append(parse_row(line))
        except ValueError as reason:
            raise SystemExit(f"{path}:{number}: {reason}") from None
    return rows


def table_text(rows):
    """A generated table, sorted by id."""
    lines = ["\t".join(HEADER)] + [r.line() for r in sorted(rows, key=lambda r: r.id)]
    return "\n".join(lines) + "\n"
