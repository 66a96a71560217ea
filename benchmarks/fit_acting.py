"""Fit the weights by which a country is told to act where it is named, as a state does.

    python -m benchmarks.fit_acting GOLD… [--write]

GOLD are JSON Lines, {"text", "mentions": [{"start", "end", "kind"}]}, or texts with names marked as in
`invented_acting.txt` beside this script. A country that gold calls an organisation acts, one that it calls a place does
not; what it calls nothing, or what is part of a longer name, teaches nothing.
"""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from benchmarks.fitting import folds, prf, regress
from benchmarks.name_spans import measure, read_gold
from tui.compare.names import acting, lexicon
from tui.compare.names.phrases import phrase_of

TABLE = Path(acting.__file__).parent / "tables" / "acting.tsv"
FOLDS = 5
PENALTY = 1.0
Example = tuple[int, frozenset[str], bool]
"""The number of the text, what speaks for and against acting, and whether gold says that it acts."""


def read_examples(records: Sequence[dict]) -> Iterator[Example]:
    """Yield the countries that gold calls a place or an organisation, an article before them counted in or not."""
    for number, record in enumerate(records):
        kinds = {m["end"]: (m["start"], m["kind"]) for m in record["mentions"] if m.get("named", True)}
        text = measure(record, 1.0)
        for stretch, spans in zip(text.stretches, text.spans, strict=True):
            for span in spans:
                start, end = stretch.place(span.first, span.last)
                begun, kind = kinds.get(end, (0, ""))
                whole = record["text"][begun:start].strip().lower() in ("", "the")
                country = phrase_of(span.texts) in lexicon.countries()
                if whole and country and kind in ("place", "organisation"):
                    found = frozenset(acting.find_acting(stretch.words, span.first, span.last))
                    yield number, found, kind == "organisation"


def main() -> None:
    """Print cross-validated figures; fit on everything and write the table if asked."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    examples = list(read_examples([record for path in options.gold for record in read_gold(path)]))
    names = sorted(acting.rows().keys() - {"always"})
    x = np.array([[float(name in found) for name in names] for _, found, _ in examples])
    y = np.array([float(acts) for _, _, acts in examples])
    chosen = np.zeros(len(y), dtype=bool)
    for held in folds((str(number % FOLDS) for number, _, _ in examples), FOLDS):
        out = np.array([str(number % FOLDS) in held for number, _, _ in examples])
        fitted = regress(x[~out], y[~out], np.ones((~out).sum()), PENALTY)
        chosen[out] = x[out] @ fitted.weights + fitted.bias > 0
    precision, recall, both = prf((chosen * y).sum(), chosen.sum(), y.sum())
    print(f"{len(y)} countries, {y.sum():.0f} act; cross-validated P {precision:.3f}  R {recall:.3f}  F1 {both:.3f}")
    if options.write:
        fitted = regress(x, y, np.ones(len(y)), PENALTY)
        write({"always": fitted.bias, **dict(zip(names, map(float, fitted.weights), strict=True))})


def write(weights: dict[str, float]) -> None:
    """Write the table in use anew with other weights."""
    lines = []
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            name, _, told = line.split("\t")
            line = f"{name}\t{weights[name]:.2f}\t{told}"
        lines.append(line)
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
