"""Unpacks the compressed word lists of the compromise lexicon.

A packed list is a trie in text: `;`-separated nodes, each a run of
`<letters><link>` pairs. A link is `,` (the word ends here, no child), a base-36
reference to another node, relative unless it is one of the leading symbols
(`0:A;1:B;`), and a leading `!` says that the node itself ends a word.
"""

import re

_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_SYMBOL = re.compile(r"^([0-9A-Z]+):([0-9A-Z]+)$")
_PIECE = re.compile(r"([^A-Z0-9,]+)([A-Z0-9,]+|$)")


def _number(text):
    """Base 36 with the offset that lets every length count from where the last ended."""
    value, places, power = 0, 1, 36
    while places < len(text):
        value += power
        places += 1
        power *= 36
    factor = 1
    for char in reversed(text):
        value += _DIGITS.index(char) * factor
        factor *= 36
    return value


def unpack(packed):
    """The words of one packed list (`true¦…`), sorted."""
    body = packed.split("¦", 1)[-1]
    nodes = body.split(";")
    symbols = []
    while nodes and (match := _SYMBOL.match(nodes[0])):
        symbols.append(_number(match[2]))
        nodes.pop(0)
    words, todo = set(), [(0, "")]
    while todo:
        index, prefix = todo.pop()
        node = nodes[index]
        if node.startswith("!"):
            words.add(prefix)
            node = node[1:]
        for letters, link in _PIECE.findall(node):
            if link in ("", ","):
                words.add(prefix + letters)
                continue
            offset = _number(link)
            target = symbols[offset] if offset < len(symbols) else index + offset + 1 - len(symbols)
            todo.append((target, prefix + letters))
    return sorted(words)


def lexicon(source):
    """The packed lists of a `_data.js`, by tag."""
    return {tag: packed for tag, packed in re.findall(r'^\s*"([^"]+)": "([^"]*)"', source, re.M)}
