"""Fit the weights by which spans of words are told to be people, places or organisations.

    python -m benchmarks.fit_name_weights GOLD… [--labelled FILE] [--write]

GOLD are JSON Lines, {"text", "mentions": [{"start", "end", "kind"}], "source"}, or texts with names marked as in
`invented_names.txt` beside this script; `--labelled` is news that a machine has labelled, which weighs little.

The model is a semi-Markov conditional random field (Sarawagi and Cohen, 2004): every way to cut names out of a stretch
is a reading, and the weights make the reading that gold has likely. They are pulled to a start: in the folds to the
table `name_start_weights.tsv`, set by hand, with `--write` to the table in use. Weights of what tables know, of how
many words and of what the articles tell elsewhere stay as they are: the texts fitted on show too little of them.
"""

import argparse
import re
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from benchmarks.fitting import folds, prf
from benchmarks.name_spans import Lattice, Text, learn_from, measure, read_gold, read_names
from tui.compare.names import choose
from tui.compare.names.choose import KINDS, Weights
from tui.disk.tables import read_table

HERE = Path(__file__).parent
TABLE = Path(choose.__file__).parent / "tables" / "weights.tsv"
KEPT = re.compile(
    "always|words-|given-only|surname-only|inner-and|known-|elsewhere-|leaning-|surname-known|body-known|in-list"
    "|acronym-known|in-brackets|given-known|possessive-of-somebody|junior-inside|cut-in-title|rare-in-list-place|after-storm|called-as-thing|article-of|within-vehicle"
)
LABELLED_WEIGHT = 0.1
INVENTED_WEIGHT = 2.0
FOLDS = 5


def read_weights(path: Path) -> Weights:
    """Return the weights of a table, whatever else its rows say."""
    return {name: (float(p), float(q), float(r)) for name, p, q, r, *_ in read_table(path)}


def use(table: Weights) -> None:
    """Make names be read by a table."""
    choose.weights = lambda: table  # type: ignore[assignment]
    choose.forget_weights()


def fit(texts: Sequence[Text], start: Weights, pull: float) -> Weights:
    """Return the weights fitted to texts: on what no other place tells, then twice on what a first choice tells too."""
    features = sorted(start)
    index = {name: number for number, name in enumerate(features)}
    base = np.array([start[name] for name in features])
    kept = np.array([bool(KEPT.match(name)) for name in features])
    plain = [
        (s, row, [()] * len(row), t.weight) for t in texts for s, row in zip(t.stretches, t.spans, strict=True) if row
    ]
    weights = descend(Lattice(plain, index), base, base, kept, pull)
    for _ in range(2):
        use({name: tuple(map(float, row)) for name, row in zip(features, weights, strict=True)})  # type: ignore[misc]
        told = [
            (s, row, more, t.weight)
            for t in texts
            for s, row, more in zip(t.stretches, t.spans, learn_from(t), strict=True)
            if row
        ]
        weights = descend(Lattice([*plain, *told], index), weights, base, kept, pull)
    return {name: tuple(map(float, row)) for name, row in zip(features, weights, strict=True)}  # type: ignore[misc]


def descend(lattice: Lattice, weights: np.ndarray, base: np.ndarray, kept: np.ndarray, pull: float) -> np.ndarray:
    """Return the weights of least loss, by L-BFGS (Nocedal, 1980) with steps halved until the loss falls."""
    of_span = lattice.weight[lattice.of][:, None]

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        table = flat.reshape(base.shape)
        scores = lattice.scores(table)
        shares, whole = lattice.shares(scores)
        value = (
            lattice.weight @ whole - (of_span * lattice.wanted * scores).sum() + pull / 2 * ((table - base) ** 2).sum()
        )
        slope = np.zeros((len(base) + 1, base.shape[1]))
        for column in lattice.columns.T:
            np.add.at(slope, column, of_span * (shares - lattice.wanted))
        slope = slope[:-1] + pull * (table - base)
        slope[kept] = 0
        return float(value), slope.ravel()

    at = weights.ravel()
    value, slope = loss(at)
    steps: list[tuple[np.ndarray, np.ndarray]] = []
    for _ in range(150):
        way = _way(slope, steps)
        length = 1.0
        while True:
            there = at - length * way
            lower, steeper = loss(there)
            if lower <= value - 1e-4 * length * (slope @ way) or length < 1e-6:
                break
            length /= 2
        if (there - at) @ (steeper - slope) > 1e-10:
            steps = [*steps[-7:], (there - at, steeper - slope)]
        done = abs(value - lower) < 1e-5 * max(1.0, abs(value))
        at, value, slope = there, lower, steeper
        if done:
            break
    return at.reshape(base.shape)


def _way(slope: np.ndarray, steps: Sequence[tuple[np.ndarray, np.ndarray]]) -> np.ndarray:
    way, shares = slope.copy(), []
    for moved, bent in reversed(steps):
        shares.append(moved @ way / (bent @ moved))
        way -= shares[-1] * bent
    if steps:
        moved, bent = steps[-1]
        way *= (moved @ bent) / (bent @ bent)
    else:
        way /= max(1.0, np.abs(way).sum())
    for (moved, bent), share in zip(steps, reversed(shares), strict=True):
        way += moved * (share - (bent @ way) / (bent @ moved))
    return way


def score(texts: Sequence[Text], found: Sequence[list[tuple[int, int, str]]], label: str) -> None:
    """Print precision, recall and F1 by source and kind; a name is met where most of the shorter span overlaps."""
    print(label)
    for source in dict.fromkeys(text.source for text in texts):
        for kind in KINDS:
            met = right = named = wanted = 0
            for text, spans in zip(texts, found, strict=True):
                if text.source == source:
                    ours, gold = ([s for s in side if s[2] == kind] for side in (spans, text.marked))
                    met += sum(any(_meet(g, s) for s in ours) for g in gold)
                    right += sum(any(_meet(g, s) for g in gold) for s in ours)
                    named, wanted = named + len(ours), wanted + len(gold)
            precision, recall = prf(right, named, 1)[0], prf(met, 1, wanted)[1]
            both = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
            print(f"  {source:16}{kind:14}F1 {both:.3f}   P {precision:.3f}   R {recall:.3f}")


def _meet(one: tuple[int, int, str], two: tuple[int, int, str]) -> bool:
    return min(one[1], two[1]) - max(one[0], two[0]) >= 0.5 * min(one[1] - one[0], two[1] - two[0])


def main() -> None:
    """Print cross-validated figures; fit on everything and write the table if asked."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--labelled", type=Path)
    parser.add_argument("--pull", type=float, default=100.0)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    records = [record for path in options.gold for record in read_gold(path)]
    texts = [measure(record, INVENTED_WEIGHT if record["source"] == "invented" else 1.0) for record in records]
    labelled = [measure(r, LABELLED_WEIGHT) for r in read_gold(options.labelled)] if options.labelled else []
    in_use, start = read_weights(TABLE), read_weights(HERE / "name_start_weights.tsv")
    real = [text for text in texts if text.source != "invented"]
    always = [text for text in texts if text.source == "invented"] + labelled
    number_of: dict[str, int] = defaultdict(int)
    events = []
    for text in real:  # dealt out by source, so that every fold holds some of each
        events.append(f"{text.source} {number_of[text.source] % FOLDS}")
        number_of[text.source] += 1
    use(start)
    score(real, [read_names(text) for text in real], "the start, set by hand")
    found: list[list[tuple[int, int, str]]] = [[] for _ in real]
    for held in folds((event.split()[-1] for event in events), FOLDS):
        inside = [text for text, event in zip(real, events, strict=True) if event.split()[-1] not in held]
        use(fit([*inside, *always], start, options.pull))
        for number, event in enumerate(events):
            if event.split()[-1] in held:
                found[number] = read_names(real[number])
    score(real, found, f"cross-validated over {FOLDS} folds of documents")
    if options.write:
        write(fit([*texts, *labelled], in_use, options.pull))


def write(table: Weights) -> None:
    """Write the table in use anew with other weights."""
    lines = []
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            name, *_, told = line.split("\t")
            line = "\t".join([name, *(f"{value:.2f}" for value in table[name]), told])
        lines.append(line)
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
