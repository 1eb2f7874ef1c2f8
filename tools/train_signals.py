#!/usr/bin/env python3
"""Fit the weights of src/entity/signals.tsv to annotated news. Needs numpy.

    DATELINE_GOLD=gold.jsonl DATELINE_SIGNALS=gold.signals \\
        cargo test --lib entity::train::write_signals -- --ignored
    tools/train_signals.py gold.signals more.signals:0.5            prints figures on held-out documents
    tools/train_signals.py gold.signals more.signals:0.5 --write    fits on everything and writes the table

Reads what `src/entity/train.rs` writes: one line a spelling of a document, with the signals and the annotated
type of each mention. The model is the one that the crate computes, a multinomial logistic regression over the
signals, with an L2 penalty. Conjunctions of two signals (40 to 400 of them, chosen by how well the corpora agree
on them) were tried and gain nothing on texts of another source, so each signal speaks for itself.

Rows below the line "# by hand" keep their weights: prose shows no tables of results, and no caller's names.
Only openly licensed texts may be used.
"""
import argparse, json, os, zlib
import numpy as np

TABLE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "src", "entity", "signals.tsv")
TYPES = ["PER", "LOC", "ORG"]
CLASS = {"PER": 0, "LOC": 1, "ORG": 2, "MISC": 3, "NONE": 3}
FOLDS = 5
# How many observations the weight in the table is worth: what the texts do not show keeps its weight. With less the
# fit does better on its own sources and worse on web text, to which nothing was fitted (4: 66.9, 64: 69.1).
PENALTY = 64.0
# The same where the prior is nothing: less would leave rare signals to chance.
FROM_NOTHING = 4.0
# Weights by hand: a penalty that nothing outweighs.
FIXED = 1e6


def read_table():
    """Lines of the file, the line number of each signal, its weights, whether it is set by hand."""
    lines = open(TABLE, encoding="utf8").read().split("\n")
    at, weights, hand, by_hand = {}, {}, set(), False
    for number, line in enumerate(lines):
        by_hand |= line.startswith("# by hand")
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        at[cells[0]] = number
        weights[cells[0]] = [int(cell) / 100 for cell in cells[1:5]]
        if by_hand:
            hand.add(cells[0])
    return lines, at, weights, hand


class Texts:
    """The spellings of one annotated corpus, as matrices."""

    def __init__(self, path, share, names, partial):
        number = {name: i for i, name in enumerate(names)}
        self.rows = [json.loads(line) for line in open(path, encoding="utf8")]
        self.seen = np.zeros((len(self.rows), len(names)), np.float32)
        self.wanted = np.zeros((len(self.rows), 4), np.float32)
        for row, seen, wanted in zip(self.rows, self.seen, self.wanted):
            each = 2.0 / (len(row["mentions"]) + 1)
            for _, _, kind, signals in row["mentions"]:
                for signal in signals:
                    seen[number[signal]] += each
                # A country is a place also when it acts; semi-automatic annotation often calls it a body.
                if kind in ("ORG", "MISC") and "list.country" in signals:
                    kind = "LOC"
                if kind in CLASS and not (partial and kind == "NONE"):
                    wanted[CLASS[kind]] += 1
            for signal in row["document"]:
                seen[number[signal]] += 1
        count = self.wanted.sum(1)
        self.weight = np.where(count > 0, np.maximum(count, 1) ** 0.7, 0).astype(np.float32) * share
        self.wanted /= np.maximum(count, 1)[:, None]
        self.fold = np.array([zlib.crc32(str(row["doc"]).encode()) % FOLDS for row in self.rows])

    def part(self, keep):
        return self.seen[keep], self.wanted[keep], self.weight[keep]

    def f1(self, weights, keep):
        """Micro F1 of typing the candidates, of PER, LOC and ORG together and each, in percent.

        Names that no candidate covers are left out: finding names is not what the weights do."""
        best = (self.seen @ weights).argmax(1)
        right, said, meant = np.zeros(3), np.zeros(3), np.zeros(3)
        for row, kind in ((self.rows[i], best[i]) for i in np.flatnonzero(keep)):
            for _, _, gold, _ in row["mentions"]:
                meant += [gold == kind_name for kind_name in TYPES]
            if kind < 3:
                said[kind] += len(row["mentions"])
                right[kind] += sum(m[2] == TYPES[kind] for m in row["mentions"])
        each = 200 * right / np.maximum(said + meant, 1)
        return 200 * right.sum() / max(said.sum() + meant.sum(), 1), each


def softmax(sums):
    powers = np.exp(sums - sums.max(1, keepdims=True))
    return powers / powers.sum(1, keepdims=True)


def fit(parts, prior, penalty, rounds=150):
    """The weights of the least penalised loss, by L-BFGS."""
    seen, wanted, weight = (np.concatenate(arrays) for arrays in zip(*parts))
    weights, steps = prior.copy(), []

    def loss(weights):
        share = softmax(seen @ weights)
        off = weights - prior
        value = -(weight[:, None] * wanted * np.log(share + 1e-9)).sum() + 0.5 * (penalty * off * off).sum()
        return value, seen.T @ (weight[:, None] * (share - wanted)) + penalty * off

    value, slope = loss(weights)
    for _ in range(rounds):
        way, shares = slope.copy(), []
        for step, change in reversed(steps):
            shares.append((step * way).sum() / (step * change).sum())
            way -= shares[-1] * change
        if steps:
            way *= (steps[-1][0] * steps[-1][1]).sum() / (steps[-1][1] ** 2).sum()
        else:
            way /= max(1.0, np.abs(slope).max())
        for (step, change), share in zip(steps, reversed(shares)):
            way += step * (share - (change * way).sum() / (step * change).sum())
        size = 1.0
        while True:
            new_value, new_slope = loss(weights - size * way)
            if new_value <= value - 1e-4 * size * (slope * way).sum() or size < 1e-4:
                break
            size /= 2
        steps = (steps + [(-size * way, new_slope - slope)])[-8:]
        done = abs(value - new_value) < 1e-5 * abs(value)
        weights, value, slope = weights - size * way, new_value, new_slope
        if done:
            break
    return weights


def report(paths, texts, prior, fixed):
    """Figures on documents that were not trained on: of the same source, and of another one.

    The table was fitted to these texts before, so the figures are those of weights fitted from nothing."""
    prior, penalty = np.where(fixed, prior, 0), np.where(fixed, FIXED, FROM_NOTHING).astype(np.float32)
    for path, text in zip(paths, texts):
        others = [other.part(other.weight > 0) for other in texts if other is not text]
        same = np.zeros((len(text.rows),), bool)
        scores = []
        for fold in range(FOLDS):
            weights = fit(others + [text.part((text.fold != fold))], prior, penalty)
            scores.append((text.f1(weights, text.fold == fold)[0], (text.fold == fold).sum()))
        held_out = sum(score * size for score, size in scores) / sum(size for _, size in scores)
        line = f"{os.path.basename(path)}: other documents of the source {held_out:.1f}"
        if others:
            whole, each = text.f1(fit(others, prior, penalty), ~same)
            line += f", of other sources alone {whole:.1f} ({', '.join(f'{t} {f:.1f}' for t, f in zip(TYPES, each))})"
        print(line)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("signals", nargs="+", help="FILE, or FILE:SHARE to let its examples count less")
    ap.add_argument("--partial", action="append", default=[], metavar="FILE",
                    help="one of the files whose annotation leaves names out: what it does not mark says nothing")
    ap.add_argument("--write", action="store_true", help="fit on all files and write the table")
    args = ap.parse_args()
    lines, at, table, hand = read_table()
    names = list(at)
    prior = np.array([table[name] for name in names], np.float32)
    fixed = np.array([[name in hand] for name in names])
    penalty = np.where(fixed, FIXED, PENALTY).astype(np.float32)
    files = [argument.partition(":")[::2] for argument in args.signals]
    texts = [Texts(path, float(share or 1), names, path in args.partial) for path, share in files]
    if not args.write:
        return report([path for path, _ in files], texts, prior, fixed)
    weights = fit([text.part(text.weight > 0) for text in texts], prior, penalty)
    for name, row in zip(names, weights):
        if name in hand:
            continue
        cells = lines[at[name]].split("\t")
        row = row - row.mean()
        lines[at[name]] = "\t".join([name] + [str(round(100 * float(w))) for w in row] + cells[5:])
    open(TABLE, "w", encoding="utf8").write("\n".join(lines))


if __name__ == "__main__":
    main()
