#!/usr/bin/env python3
"""Fit the weights of src/entity/signals.tsv to annotated news. Python standard library only.

    DATELINE_GOLD=gold.jsonl DATELINE_SIGNALS=gold.signals \\
        cargo test --release --lib entity::train -- --ignored
    tools/train_signals.py gold.signals more.signals

Reads what `src/entity/train.rs` writes: one line a spelling of a document, with its signals and the
annotated types of its mentions. The model is the one that the crate computes, a multinomial logistic
regression over the signals; the weights in the table are the prior, so that a signal that the texts do not
show keeps its weight. Only openly licensed texts may be used (see data/SOURCES).
"""
import argparse, json, math, os, random

TABLE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "src", "entity", "signals.tsv")
# Kept as they are: annotation schemes differ on whether a newspaper is a name of a body or of a product.
KEEP = {"near.outlet-noun"}
CLASS = {"PER": 0, "LOC": 1, "ORG": 2, "MISC": 3, "NONE": 3}


def read_table(path):
    lines = open(path, encoding="utf8").read().split("\n")
    rows = [i for i, line in enumerate(lines) if line and not line.startswith("#")]
    return lines, rows


def examples(paths):
    """(features, target distribution, weight) a spelling."""
    out = []
    for path in paths:
        path, _, share = path.partition(":")
        for line in open(path, encoding="utf8"):
            row = json.loads(line)
            kinds = [CLASS[t] for t in row["types"] if t in CLASS]
            if not kinds:
                continue
            n = len(row["types"])
            features = [(i, 2.0 * c / (n + 1)) for i, c in row["seen"]] + [(i, 1.0) for i in row["document"]]
            target = [kinds.count(k) / len(kinds) for k in range(4)]
            out.append((features, target, float(share or 1) * len(kinds) ** 0.7))
    return out


def probabilities(weights, features):
    sums = [0.0] * 4
    for i, value in features:
        w = weights[i]
        for k in range(4):
            sums[k] += w[k] * value
    top = max(sums)
    sums = [math.exp(s - top) for s in sums]
    total = sum(sums)
    return [s / total for s in sums]


def fit(data, prior, epochs, pull, rate):
    weights = [list(w) for w in prior]
    grads = [[1.0] * 4 for _ in prior]
    order = list(range(len(data)))
    seen = [1] * len(prior)
    for features, _, _ in data:
        for i, _ in features:
            seen[i] += 1
    chance = random.Random(7)
    for epoch in range(epochs):
        chance.shuffle(order)
        loss = 0.0
        for at in order:
            features, target, weight = data[at]
            p = probabilities(weights, features)
            loss -= weight * sum(t * math.log(max(q, 1e-9)) for t, q in zip(target, p) if t)
            for k in range(4):
                error = weight * (p[k] - target[k])
                for i, value in features:
                    g = error * value + pull / seen[i] * (weights[i][k] - prior[i][k])
                    grads[i][k] += g * g
                    weights[i][k] -= rate * g / math.sqrt(grads[i][k])
        print(f"epoch {epoch}: loss {loss / len(data):.4f}")
    return weights


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("signals", nargs="+", help="FILE, or FILE:SHARE to let its examples count more or less")
    ap.add_argument("--epochs", type=int, default=12)
    ap.add_argument("--pull", type=float, default=4.0, help="how many examples the prior is worth, a signal")
    ap.add_argument("--rate", type=float, default=0.3)
    ap.add_argument("--prior", default=TABLE, help="the table that holds the prior weights")
    args = ap.parse_args()
    lines, rows = read_table(args.prior)
    cells = [lines[i].split("\t") for i in rows]
    prior = [[int(c) / 100 for c in row[1:5]] for row in cells]
    weights = fit(examples(args.signals), prior, args.epochs, args.pull, args.rate)
    for i, row, w in zip(rows, cells, weights):
        if row[0] in KEEP:
            continue
        mean = sum(w) / 4
        lines[i] = "\t".join([row[0]] + [str(round(100 * (x - mean))) for x in w] + row[5:])
    open(TABLE, "w", encoding="utf8").write("\n".join(lines))


if __name__ == "__main__":
    main()
