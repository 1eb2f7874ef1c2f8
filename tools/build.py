"""From sources and hand tables to the text of every shipped file."""

import bits
import counts
import demonyms
import merge
from extract import companies, countries, places, towns, words
from extract.wordnet import Nouns
from fold import fold
from rows import check, read_table, table_text

_SURNAMES = 20_000


def tables(archives, hand):
    """`{path under data/: text}` of everything that is generated."""
    sizes = words.scowl(archives["scowl"])
    nouns = Nouns(archives["wordnet"])
    lists = words.compromise(archives["compromise"])
    country_rows, capitals = countries.complete(read_table(hand / "countries.tsv"), archives)
    census = words.census_given(archives["census"])
    hand_given = words.read_hand_names(hand / "given_names.tsv")
    surnames = words.surnames(
        words.census_surnames(archives["census"], _SURNAMES), words.read_hand_names(hand / "surnames.tsv"), sizes
    )
    people = {fold(n) for n in hand_given} | set(census) | set(surnames)
    doubt = lambda name: _doubt(fold(name), sizes, people)
    groups = {
        "countries": country_rows,
        "places": places.rows(archives, hand, nouns, country_rows, capitals, doubt),
        "organizations": companies.rows(archives["companies"], doubt),
    }
    given = words.given_names(
        census, lists, hand_given, sizes,
        _well_known(country_rows + groups["places"]), words.edits(hand / "common_words.txt")[1],
    )
    for file, rows in merge.hand_groups(hand).items():
        groups[file] = merge.join(groups.get(file, []), rows)
    demonyms.add(groups["countries"] + groups["places"], hand / "demonyms.tsv")
    everything = [row for rows in groups.values() for row in rows]
    _unique(everything)
    bits.assign(everything, bits.Lists(sizes, given, surnames))
    files = {f"bundled/{name}.tsv": table_text(rows) for name, rows in groups.items()}
    listed = {i for row in groups["places"] for i in (row.ids.get("geonames"), row.ids.get("geonames-admin1"))}
    files["bundled/towns.tsv"] = towns.table(archives, listed)
    files["words/given_names.tsv"] = _lines("name\tgender\tclass", (f"{n}\t{g}\t{c}" for n, (g, c) in given.items()))
    files["words/surnames.tsv"] = _lines("name\tclass", (f"{n}\t{c}" for n, c in surnames.items()))
    countries_called = {fold(s.text) for row in country_rows for s in row.surfaces if s.type != "a"}
    common = words.common_words(sizes, hand / "common_words.txt", countries_called, surnames)
    files["words/common_words.txt"] = "\n".join(common) + "\n"
    files["README.md"] = counts.readme((hand.parent / "README.md").read_text(encoding="utf-8"), groups, files)
    return files


def _unique(rows):
    """Give every row an id of its own: of namesakes of different classes the heavier keeps the bare slug."""
    owner = {}
    for row in sorted(rows, key=lambda r: (-r.weight, r.kind, r.cls)):
        check(row)
        if row.id in owner:
            row.id = f"{row.id}-{row.cls.replace('_', '-')}"
        if row.id in owner:
            raise SystemExit(f"id used twice: {row.id}")
        owner[row.id] = row


def _lines(header, rows):
    return "# " + header + "\n" + "\n".join(sorted(rows)) + "\n"


def _well_known(rows):
    """Single-word names of countries, capitals and cities that news knows."""
    return {fold(r.name) for r in rows if r.weight >= 5 and " " not in r.name}


def _doubt(word, sizes, people):
    """Whether a single word is likelier a word or a personal name than a place of little note."""
    return " " not in word and (len(word) < 4 or word in sizes or word in people)
