"""Adjectives and nouns of peoples, kept by hand beside the places that they belong to."""

HEADER = "place\tadjective\tnouns"


def add(rows, path):
    """Add each line's words to the row with its id; a place that no row has stops the run."""
    if not path.exists():
        return
    by_id = {row.id: row for row in rows}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#") or line == HEADER:
            continue
        place, *words = (cell.strip() for cell in line.split("\t"))
        if place not in by_id or len(words) != 2:
            raise SystemExit(f"{path}:{number}: no such place, or not three columns: {line!r}")
        for word in ";".join(words).split(";"):
            by_id[place].add("d", word.strip())
