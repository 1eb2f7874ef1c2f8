"""The World Factbook: one JSON file a country, joined to ISO codes by its internet country code."""

import html
import json
import re

from extract.points import at

_TLD = {"uk": "GB"}


def records(archive):
    """`(ISO code, record)` for every country file; records without a code are left out."""
    found = []
    for name in archive.names():
        if "/data/" not in name or not name.endswith(".json"):
            continue
        try:
            record = json.loads(archive.read(name))
        except ValueError:
            continue
        code = _code(name.rsplit("/", 1)[1][:-5], record)
        if code:
            found.append((code, record))
    return sorted(found, key=lambda pair: pair[0])


def _code(stem, record):
    """The ISO code of a record: the Factbook's own codes are not ISO's."""
    if stem in ("gz", "we", "ee", "xx"):
        return ""
    if stem == "fr":
        return "FR"
    tld = text(record, "Communications", "Internet country code").lower()
    match = re.match(r"\.([a-z]{2})\b", tld)
    return _TLD.get(match[1], match[1].upper()) if match else ""


def text(record, *path):
    """The plain text of a field, or nothing."""
    node = record
    for key in path:
        node = node.get(key, {}) if isinstance(node, dict) else {}
    return plain(node.get("text", "") if isinstance(node, dict) else "")


def plain(markup):
    """Markup and entities away."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html.unescape(markup))).strip()


def official_name(record):
    """The conventional long form where it is one clean name, such as `Syrian Arab Republic`."""
    name = text(record, "Government", "Country name", "conventional long form")
    name = re.split(r"[;(]", name)[0].strip()
    return "" if name in ("none", "") or len(name.split()) > 8 else name


def point(record):
    """The point that the Factbook gives for the country, of its mainland where it lists several."""
    value = text(record, "Geography", "Geographic coordinates")
    match = re.search(r"(\d+) (\d+) ([NS]), (\d+) (\d+) ([EW])", value)
    if not match:
        return ""
    lat, lon = (int(match[i]) + int(match[i + 1]) / 60 for i in (1, 4))
    return at(lat if match[3] == "N" else -lat, lon if match[6] == "E" else -lon)
