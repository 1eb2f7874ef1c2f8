"""Companies of the large stock indices, with their ISIN."""

import ast
import re

from fold import clean_name, fold
from rows import Row

# Indices whose members news names, with their country and the weight of a member; the rest (S&P 600, SDAX and the
# like) would bring a thousand names that it does not.
_INDICES = {
    "DOW JONES": ("US", 2), "DAX": ("DE", 2), "FTSE 100": ("GB", 2), "CAC_40": ("FR", 2), "NASDAQ 100": ("US", 2),
    "S&P 100": ("US", 2), "Switzerland 20": ("CH", 2), "NIKKEI 225": ("JP", 1), "S&P 500": ("US", 1),
    "IBEX 35": ("ES", 1), "AEX": ("NL", 1), "BEL 20": ("BE", 1),
}
_LEGAL = re.compile(
    r"[,.]?\s+(?:Inc|Corp|Corporation|Incorporated|Company|Co|Ltd|Limited|plc|PLC|SE|AG|S\.?A|N\.?V|S\.p\.A|SpA|KGaA|"
    r"Holdings?|AB|ASA|Oyj|A/S|SE & Co\. KGaA|& Co)\.?$"
)


_GROUP = re.compile(r"^(\S+) (?:Group|Groep)$")


def rows(archive, doubt):
    """One row a company.

    A company whose bare name is a word or a surname (Progressive, Shimizu) is
    listed by its full name alone, and not at all where it has no other. The
    source's own country column is often wrong: the country is the one that gave
    the ISIN.
    """
    source = archive.read("indices_data.py")
    indices = ast.literal_eval(source[source.index("INDICES = ") + len("INDICES = ") :].strip())
    found = {}
    for index, (home, weight) in _INDICES.items():
        for company in indices[index]["companies"]:
            row = _row(company, home, weight, doubt)
            if row and fold(row.name) not in found:
                found[fold(row.name)] = row
    return list({row.id: row for row in found.values()}.values())


def _row(company, home, weight, doubt):
    full = clean_name(re.sub(r"\s*\(.*?\)", "", company["name"]).removeprefix("The "))
    bare = _bare(full)
    if len(bare) < 4 or doubt(bare) or re.search(r"[a-z][A-Z]$", bare):
        if full == bare or len(full) < 6:
            return None
        bare = full
    isin = _isin(company.get("isins", []), home)
    slug = "dl:" + re.sub(r"[^a-z0-9]+", "-", fold(bare)).strip("-")
    row = Row(
        f"isin:{isin}" if isin else slug, "organization", "company", bare, [], isin[:2], {"isin": isin} if isin else {}, weight
    )
    row.add("v", full)
    row.also = _bare(full)
    return row


def _bare(name):
    """The name without its legal form: `Obayashi Corp.` is printed as `Obayashi`."""
    while (shorter := _LEGAL.sub("", name).strip(" ,.&")) != name and shorter:
        name = shorter
    match = _GROUP.match(name)
    return match[1] if match else name


def _isin(isins, home):
    """The ISIN of the home market where there is one, else the first that is no American receipt."""
    good = [i for i in isins if re.fullmatch(r"[A-Z]{2}[A-Z0-9]{9}\d", i)]
    local = [i for i in good if i.startswith(home)]
    abroad = [i for i in good if not i.startswith("US")]
    return (local or abroad or good or [""])[0]
