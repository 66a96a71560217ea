"""Fit what tells in long articles whether sentences share a claim (the features named "long" in links/weights.tsv).

    python -m benchmarks.fit_long_links GOLD [--own PLACE …] [--model FOLDER] [--write]

GOLD and `--own` are what `benchmarks.fit_links` takes, and it is that which fits all other weights; to be run after it.
The articles of all its events are put behind each other, every other event in one pair of long articles: with and
without other news between them, and with the sentences of one side in no order.

Printed: link F1 of each half, as it is without these weights and with those chosen on the other half. With `--write`,
the weights chosen on both replace those in the table.
"""

import argparse
import multiprocessing
from collections.abc import Sequence
from functools import partial
from itertools import product
from pathlib import Path

import numpy as np

from benchmarks.fit_links import FOLDER, HEAD, Example, measure_example, names_of, show, tell_event
from benchmarks.fitting import Fit, prf, write_table
from benchmarks.gold_pairs import Record, gather_digest, read_annotated, read_own, read_summaries
from tui.compare.judgement import read_judgement
from tui.compare.links.features import FEATURES
from tui.compare.links.kinship import KINSHIP

LONG = [n for n, name in enumerate(FEATURES) if name.startswith("long")]
TRIED = (np.arange(-0.6, 0.01, 0.1), (0.0, 0.25, 0.5, 0.75, 1.0), np.arange(0.0, 0.61, 0.1))
"""The weights that are tried for each of them."""


def gather(told: Sequence[Record], besides: Sequence[Record]) -> list[Record]:
    """Return the pairs of long articles, four of each half of the events."""
    ways = product((0, 1), ((), besides), (False, True))
    return [gather_digest(told[half::2], among, scattered) for half, among, scattered in ways]


def with_long(fit: Fit, weights: Sequence[float]) -> Fit:
    """Return a fit with other weights for what tells in long articles."""
    every = fit.weights.copy()
    every[LONG] = weights
    return Fit(every, fit.bias, fit.rules)


def choose_weights(digests: Sequence[Example], fit: Fit, threshold: float) -> Sequence[float]:
    """Return the weights with which link F1 is best, on average over some pairs of long articles."""

    def gain(weights: Sequence[float]) -> float:
        one = with_long(fit, weights)
        return sum(prf(*e.count(one.probability(e.rows), threshold))[2] for e in digests)

    return max(product(*TRIED), key=gain)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("--own", type=Path, nargs="*", default=[])
    parser.add_argument("--model", help="a sentence model whose evidence counts too")
    parser.add_argument("--write", action="store_true", help="replace the weights by those chosen on everything")
    options = parser.parse_args()
    told = [*read_annotated(options.gold), *(record for place in options.own for record in read_own(place))]
    gathered = gather([record for record in told if not record.apart], list(read_summaries(options.gold)))
    with multiprocessing.Pool() as pool:
        digests = pool.map(partial(measure_example, model=options.model), gathered, chunksize=1)
    names = list(names_of(options.model))
    table = FOLDER / ("weights_model.tsv" if options.model else "weights.tsv")
    judgement, kinship = read_judgement(table, names), read_judgement(FOLDER / "same_event.tsv", KINSHIP)
    tell_event(digests, Fit(np.array(kinship.weights), kinship.bias, []))
    fit = with_long(Fit(np.array(judgement.weights), judgement.bias, []), (0.0, 0.0, 0.0))
    for half in (0, 1):
        known, other = digests[4 * half : 4 * half + 4], digests[4 - 4 * half : 8 - 4 * half]
        chosen = with_long(fit, choose_weights(known, fit, judgement.threshold))
        for example, (name, one) in product(other, (("as ordinary ones", fit), ("as long ones", chosen))):
            counts = example.count(one.probability(example.rows), judgement.threshold)
            show(f"{example.sentences} sentences, {name}", counts)
    if options.write:
        chosen = with_long(fit, choose_weights(digests, fit, judgement.threshold))
        write_table(table, HEAD, names, chosen, {"": judgement.threshold})


if __name__ == "__main__":
    main()
