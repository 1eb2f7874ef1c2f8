"""The table of counts in `data/README.md`, kept by the generator so that it cannot go stale."""

from collections import Counter

_BEGIN, _END = "<!-- counts -->\n", "<!-- end of counts -->\n"


def readme(text, groups, files):
    """The README with fresh counts between its two marks."""
    before, rest = text.split(_BEGIN)
    after = rest.split(_END)[1]
    return before + _BEGIN + _table(groups, files) + _END + after


def _table(groups, files):
    lines = ["| file | rows | surfaces | KiB | classes |", "|---|---|---|---|---|"]
    for name, rows in sorted(groups.items()):
        path = f"bundled/{name}.tsv"
        classes = Counter(row.cls for row in rows).most_common(12)
        listed = ", ".join(f"{c} {n:,}" for c, n in classes)
        surfaces = sum(len(row.surfaces) for row in rows)
        lines.append(f"| `{path}` | {len(rows):,} | {surfaces:,} | {_kib(files[path])} | {listed} |")
    for path, text in sorted(files.items()):
        if path.startswith("words/") or path == "bundled/towns.tsv":
            count = sum(not line.startswith("#") for line in text.splitlines())
            lines.append(f"| `{path}` | {count:,} | | {_kib(text)} | |")
    return "\n".join(lines) + "\n"


def _kib(text):
    return round(len(text.encode()) / 1024)
