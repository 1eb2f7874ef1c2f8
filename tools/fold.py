"""How names are compared: case, Latin diacritics and the shape of an apostrophe do not count.

The library folds the text in the same way while it reads it, so two surfaces
with one fold are one surface, and only the first is kept.
"""

import re
import unicodedata

_LETTERS = str.maketrans(
    {
        "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th",
        "ł": "l", "ı": "i", "ħ": "h", "ə": "e", "ŋ": "n",
        "’": "'", "‘": "'", "ʼ": "'", "ʻ": "'", "ʿ": "'", "ʾ": "'", "`": "'", "´": "'",
        "–": "-", "‑": "-", "\u00a0": " ",
    }
)
_ARTICLE = re.compile(r"(^|\s)al-")


def strip_marks(text):
    """The text without combining marks: `Bogotá` becomes `Bogota`."""
    parts = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", "".join(c for c in parts if not unicodedata.combining(c)))


def fold(text):
    """The form under which two surfaces count as the same."""
    low = strip_marks(text.lower()).translate(_LETTERS)
    return _ARTICLE.sub(r"\1al ", low).strip()


def is_latin(text):
    """Whether every letter of the text belongs to the Latin script."""
    return all(not c.isalpha() or "LATIN" in unicodedata.name(c, "") for c in text)


def clean_name(text):
    """A name as it may be printed: plain spaces, plain apostrophes, no half rings."""
    text = unicodedata.normalize("NFC", text).replace("\u00a0", " ")
    text = re.sub(r"[ʿʾ]", "", text)
    text = re.sub(r"[‘’ʻʼ`´]", "'", text)
    text = re.sub(r"[–‑]", "-", text)
    return re.sub(r"\s+", " ", text).strip()
