"""Fit the weights of links (tui/compare/links/weights.tsv) and of one event (same_event.tsv) on annotated pairs.

    python -m benchmarks.fit_links GOLD [--own PLACE …] [--model FOLDER] [--families] [--write]

GOLD is a folder with `pairs/*/gold.json` beside `left.txt` and `right.txt` (article pairs annotated sentence against
sentence; links marked weak count neither way) and, if it is there, `alignment-spark.jsonl` (summaries aligned with
documents, where only what one summary mentions is annotated). `--own` are invented pairs in YAML: a folder of files or
a file of several documents, such as tests/compare/links/pairs and tests/compare/links/short.yaml.

Printed: link F1 cross-validated by event (weights and threshold from other events), the links found between articles
on different events, and how often two events are told from one. With `--write`, weights fitted on everything replace
the tables; `benchmarks.fit_long_links` adds those for long articles. With `--model`, a sentence model adds its
evidence, and weights_model.tsv is what is fitted: its table, for which same_event.tsv stays as it is.
"""

import argparse
import multiprocessing
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np

import tui.compare.links
from benchmarks.fitting import Fit, folds, prf, regress, write_table
from benchmarks.gold_pairs import (
    Pair,
    Record,
    Spans,
    cut_short,
    pair_strangers,
    read_annotated,
    read_own,
    read_summaries,
)
from tui.articles.article import Article
from tui.articles.load import make_article
from tui.compare.engine import read_articles
from tui.compare.links import measure_candidates
from tui.compare.links.candidates import find_candidates
from tui.compare.links.features import FEATURES, MODEL_FEATURES
from tui.compare.links.kinship import KINSHIP, LEAST_WARNED, measure_kinship
from tui.compare.links.profiles import profile_pair
from tui.compare.links.senses import word_senses
from tui.compare.links.understanding import understand

FOLDER = Path(tui.compare.links.__file__).parent
RIDGE, EVENT_RIDGE = 40.0, 0.5
WEIGHTS = {
    "annotated": 1.0,
    "own": 1.0,
    "short": 1.0,
    "summary": 1.0,
    "strangers": 0.3,
    "near strangers": 2.0,
    "cut": 0.3,
    "cut strangers": 0.6,
}
"""How much a sentence pair counts, by where it is from; near strangers are invented pairs on two events of one kind."""
EVENT_WEIGHTS = {
    "annotated": 5.0,
    "own": 5.0,
    "short": 3.0,
    "summary": 1.0,
    "strangers": 5.0,
    "near strangers": 15.0,
    "cut": 1.0,
    "cut strangers": 1.0,
}
"""How much a pair of articles counts in telling one event from two."""
CUTS = 4
"""So many short stretches are cut out of each pair."""
UNSURE = 0.5
"""A summary's unannotated sentence pair that scores this much may be a link the summary's annotator had no use for."""
IMPORTANCE = {"annotated": 1.0, "summary": 1.0}
"""How much link F1 counts in the choice of the threshold; a summary's annotation leaves true links out."""
CHOSEN = ("annotated", "summary", "own", "short")
"""What the folds are dealt from; all else is made of these."""
THRESHOLDS = np.arange(0.1, 0.8, 0.01)
EVENT_PRECISION = 0.97
"""How many of the pairs that a warning is given for must tell of two events."""
FOLDS = 10


@dataclass
class Example:
    """An article pair, its candidates measured and labelled."""

    name: str
    events: frozenset[str]
    """The event it tells of, or the two events of a pair of strangers."""
    source: str
    keys: list[Pair]
    """The gold sentences of each candidate."""
    rows: np.ndarray
    labels: np.ndarray
    """1 a link, 0 none, -1 counts neither way."""
    links: set[Pair]
    weak: set[Pair]
    sentences: int
    """Of both articles together."""
    kinship: np.ndarray
    apart: bool
    """Whether it tells of two events."""

    @property
    def kind(self) -> str:
        """Where it is from, as the weights have it."""
        if self.apart and self.source != "strangers":
            return "cut strangers" if self.source == "cut" else "near strangers"
        return self.source

    def count(self, scores: np.ndarray, threshold: float) -> np.ndarray:
        """Return how many links are right, found and wanted."""
        found = {key for key, value in zip(self.keys, scores, strict=True) if value >= threshold} - self.weak
        return np.array([len(found & self.links), len(found), len(self.links)])


def measure_example(record: Record, model: str | None = None) -> Example:
    """Return an article pair measured, with what the sentence model at a path makes of it if there is one."""
    left, right = read_articles(*(make_article(text) for text in record.texts))
    pair = profile_pair(left, right)
    senses = word_senses(pair)
    understanding = understand(model, left, right) if model else None
    candidates = find_candidates(pair, senses)
    rows = measure_candidates(pair, senses, 1.0, candidates, understanding=understanding)
    gold_of = _gold_numbers(left.article, record.spans[0]), _gold_numbers(right.article, record.spans[1])
    keys = [(gold_of[0][i], gold_of[1][j]) for i, j in candidates]
    labels = np.array([-1 if key in record.weak else int(key in record.links) for key in keys], dtype=float)
    events = frozenset(record.event.split(" "))
    sizes = sum(len(numbers) for numbers in gold_of)
    kinship = np.array(measure_kinship(pair, senses))
    return Example(
        record.name, events, record.source, keys, rows, labels, record.links, record.weak, sizes, kinship, record.apart
    )


def names_of(model: str | None) -> dict[str, str]:
    """Return the features that are measured, with their families."""
    return FEATURES | MODEL_FEATURES if model else FEATURES


def _gold_numbers(article: Article, spans: Spans) -> list[int]:
    """Return for each sentence the number of the gold sentence it overlaps most."""
    return [
        max(range(len(spans)), key=lambda g: min(s.end, spans[g][1]) - max(s.start, spans[g][0]))
        for s in article.sentences
    ]


def fit_links(examples: Sequence[Example], columns: Sequence[int]) -> Fit:
    """Return the weights, fitted again without the unannotated sentence pairs of summaries that look like links."""
    used = [e for e in examples if e.keys]
    x = np.concatenate([e.rows[:, columns] for e in used])
    y = np.concatenate([e.labels for e in used])
    w = np.concatenate([np.full(len(e.keys), WEIGHTS[e.kind]) for e in used])
    is_summary = np.concatenate([np.full(len(e.keys), e.source == "summary") for e in used])
    kept = y >= 0
    fit = regress(x[kept], y[kept], w[kept], RIDGE)
    kept &= ~(is_summary & (y == 0) & (fit.probability(x) > UNSURE))
    return regress(x[kept], y[kept], w[kept], RIDGE)


def choose_threshold(examples: Sequence[Example], fit: Fit, columns: Sequence[int]) -> float:
    """Return the threshold at which link F1 on annotated pairs and on summaries is best on the whole."""
    scored = [
        (e, fit.probability(e.rows[:, columns])) for e in examples if e.source in ("annotated", "summary") and e.keys
    ]

    def gain(threshold: float) -> float:
        total = {"annotated": np.zeros(3), "summary": np.zeros(3)}
        for example, scores in scored:
            total[example.source] += example.count(scores, threshold)
        return sum(IMPORTANCE[source] * prf(*counts)[2] for source, counts in total.items())

    return float(max(THRESHOLDS, key=gain))


def cross_validate(examples: Sequence[Example], columns: Sequence[int], verbose: bool = False) -> dict[str, np.ndarray]:
    """Return by source right, found and wanted links, each pair judged by what other events taught.

    Of strangers, the links found and the sentences they were found in.
    """
    total = {source: np.zeros(3) for source in ("annotated", "summary", "own", "short", "cut", "strangers")}
    events = ([v for e in examples if e.source == source for v in e.events] for source in CHOSEN)
    dealt = zip(*(folds(found, FOLDS) for found in events if found), strict=False)
    for held in (frozenset().union(*parts) for parts in dealt):
        train = [e for e in examples if not e.events & held]
        tell_event(examples, fit_event(train))
        fit = fit_links(train, columns)
        threshold = choose_threshold(train, fit, columns)
        for example in (e for e in examples if e.events & held and e.keys):
            counts = example.count(fit.probability(example.rows[:, columns]), threshold)
            if example.source == "strangers":
                counts = np.array([0, counts[1], example.sentences])
            total[example.source] += counts
            if verbose and example.source == "annotated":
                show(f"  {example.name} at {threshold:.2f}", counts)
    return total


def show(name: str, counts: np.ndarray) -> None:
    precision, recall, f1 = prf(*counts)
    print(f"{name:40} F1 {f1:.3f}   P {precision:.3f}   R {recall:.3f}   found {counts[1]:.0f}", flush=True)


def fit_event(examples: Sequence[Example]) -> Fit:
    """Return the weights of kinship: pairs on one event against pairs on two."""
    y = np.array([float(not e.apart) for e in examples])
    w = np.array([EVENT_WEIGHTS[e.kind] for e in examples])
    return regress(np.array([e.kinship for e in examples]), y, w, EVENT_RIDGE)


def tell_event(examples: Sequence[Example], fit: Fit) -> None:
    """Put into the evidence of all examples how likely their articles tell of one event."""
    column = list(FEATURES).index("one_event")
    for example in examples:
        example.rows[:, column] = fit.probability(example.kinship[None])[0]


def judge_events(examples: Sequence[Example]) -> float:
    """Print how well two events are told from one, cross-validated, and return the threshold of the warning."""
    scores, same = [], []
    for held in folds((v for e in examples if e.source != "strangers" for v in e.events), FOLDS):
        fit = fit_event([e for e in examples if not e.events & held])
        tested = [e for e in examples if e.events & held and e.source != "cut" and e.sentences >= 2 * LEAST_WARNED]
        scores += fit.probability(np.array([e.kinship for e in tested])).tolist()
        same += [not e.apart for e in tested]
    p, y = np.array(scores), np.array(same)
    right = [limit for limit in np.arange(0.02, 0.96, 0.01) if (~y[p < limit]).mean() >= EVENT_PRECISION]
    limit = float(max(right, default=0.02))
    print(f"warned below {limit:.2f}: {(p[~y] < limit).mean():.2f} of two events, {(p[y] < limit).mean():.3f} of one")
    return limit


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("--own", type=Path, nargs="*", default=[])
    parser.add_argument("--model", help="a sentence model whose evidence counts too")
    parser.add_argument("--write", action="store_true", help="replace the tables by weights fitted on everything")
    parser.add_argument("--families", action="store_true", help="also leave out each family of features")
    options = parser.parse_args()
    records = [*read_annotated(options.gold), *read_summaries(options.gold)]
    records += [record for place in options.own for record in read_own(place)]
    records += list(pair_strangers(records))
    records += list(cut_short((r for r in records if r.source in ("annotated", "own", "strangers")), CUTS))
    with multiprocessing.Pool() as pool:
        examples = pool.map(partial(measure_example, model=options.model), records, chunksize=4)
    names = names_of(options.model)
    every = list(range(len(names)))
    for source, counts in cross_validate(examples, every, verbose=True).items():
        if source == "strangers":
            print(f"strangers: {counts[1]:.0f} links, {50 * counts[1] / counts[2]:.2f} in fifty sentences")
        else:
            show(f"{source}, by event", counts)
    limit = judge_events(examples)
    for family in sorted(set(names.values())) if options.families else ():
        columns = [n for n, other in enumerate(names.values()) if other != family]
        show(f"annotated, without {family}", cross_validate(examples, columns)["annotated"])
    if options.write:
        write_links(examples, list(names), "weights_model.tsv" if options.model else "weights.tsv")
        if not options.model:
            write_event(examples, limit)


SOURCE = "benchmarks/fit_links.py on annotated news pairs, summaries aligned with documents and invented pairs."
HEAD = (
    "Do two sentences share a claim: the features of features.py and the score that makes a link. Fitted by",
    SOURCE,
)


def write_links(examples: Sequence[Example], names: Sequence[str], table: str) -> None:
    """Replace a table of links by weights fitted on all examples."""
    every = list(range(len(names)))
    tell_event(examples, fit_event(examples))
    fit = fit_links(examples, every)
    threshold = choose_threshold(examples, fit, every)
    write_table(FOLDER / table, HEAD, names, fit, {"": threshold})


def write_event(examples: Sequence[Example], limit: float) -> None:
    """Replace the table of one event by weights fitted on all examples; a reader is warned below `limit`."""
    head = (
        "Do two articles tell of one event: the features of kinship.py, and below which a reader is warned. Fitted by"
    )
    write_table(FOLDER / "same_event.tsv", [head, SOURCE], KINSHIP, fit_event(examples), {"": limit})


if __name__ == "__main__":
    main()
