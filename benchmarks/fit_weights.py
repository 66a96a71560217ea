"""Fit the weights of links (tui/compare/links/weights.tsv) on annotated article pairs.

    python -m benchmarks.fit_weights GOLD [--own tests/compare/links/pairs] [--write]

GOLD is a folder with `pairs/*/gold.json` beside `left.txt` and `right.txt` (article pairs annotated sentence against
sentence; links marked weak count neither way) and, if it is there, `alignment-spark.jsonl` (summaries aligned with
documents, where only what one summary mentions is annotated). `--own` is a folder of invented pairs in YAML.

Printed: link F1 cross-validated by event (each annotated pair is linked with weights fitted on all others, at a
threshold chosen on all others), and the same with each family of features left out. With `--write`, weights fitted on
everything replace the table. Needs numpy.
"""

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

import tui.compare.links
from benchmarks.gold_pairs import Pair, Record, Spans, pair_strangers, read_annotated, read_own, read_summaries
from tui.articles.article import Article
from tui.articles.load import make_article
from tui.compare.engine import read_articles
from tui.compare.links import measure_candidates
from tui.compare.links.candidates import find_candidates
from tui.compare.links.features import FEATURES
from tui.compare.links.model import proof_of
from tui.compare.links.profiles import Kinship, profile_pair

TABLE = Path(tui.compare.links.__file__).parent / "weights.tsv"
RIDGE = 5.0
WEIGHTS = {"annotated": 1.0, "own": 1.0, "summary": 1.0}
"""How much a sentence pair counts, by where it is from; pairs of articles on different events do not."""
EVENT_WEIGHTS = {"annotated": 5.0, "own": 5.0, "summary": 1.0, "strangers": 5.0, "near strangers": 15.0}
"""How much a pair of articles counts in telling one event from two."""
EVENT_RIDGE = 0.5
UNSURE = 0.5
"""A summary's unannotated sentence pair that scores this much may be a link the summary's annotator had no use for."""
THRESHOLDS = np.arange(0.1, 0.8, 0.02)


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
    proof: float
    """How much the shorter article can prove of its event."""


def measure_example(record: Record) -> Example:
    texts, spans, links, weak = record.texts, record.spans, record.links, record.weak
    left, right = read_articles(*(make_article(text) for text in texts))
    pair = profile_pair(left, right)
    measured = measure_candidates(pair, find_candidates(pair))
    gold_of = _gold_numbers(left.article, spans[0]), _gold_numbers(right.article, spans[1])
    keys = [(gold_of[0][i], gold_of[1][j]) for i, j in measured]
    labels = np.array([-1 if key in weak else int(key in links) for key in keys])
    rows = np.array(list(measured.values())).reshape(len(keys), len(FEATURES))
    events = frozenset(record.event.split(" "))
    sizes = [len(numbers) for numbers in gold_of]
    kinship, proof = np.array(pair.kinship), proof_of(min(sizes))
    return Example(record.name, events, record.source, keys, rows, labels, links, weak, sum(sizes), kinship, proof)


def _gold_numbers(article: Article, spans: Spans) -> list[int]:
    """Return for each sentence the number of the gold sentence it overlaps most."""
    return [
        max(range(len(spans)), key=lambda g: min(s.end, spans[g][1]) - max(s.start, spans[g][0]))
        for s in article.sentences
    ]


@dataclass
class Fitted:
    """The weights of some features and of kinship, the bias last in both."""

    columns: list[int]
    claim: np.ndarray
    event: np.ndarray

    def score(self, example: Example) -> np.ndarray:
        """Return the score of every candidate."""
        likely = 1 - (1 - _logistic(example.kinship @ self.event[:-1] + self.event[-1])) * example.proof
        return likely * _logistic(example.rows[:, self.columns] @ self.claim[:-1] + self.claim[-1])


def _logistic(total: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-np.clip(total, -30, 30)))


def regress(x: np.ndarray, y: np.ndarray, w: np.ndarray, penalty: float) -> np.ndarray:
    """Return the weights and the bias of a ridge logistic regression, by Newton's method.

    The ridge lies on standardised features; the weights returned are for features as measured.
    """
    mean = np.average(x, axis=0, weights=w)
    spread = np.sqrt(np.average((x - mean) ** 2, axis=0, weights=w)) + 1e-9
    z = np.c_[(x - mean) / spread, np.ones(len(x))]
    ridge = np.full(z.shape[1], penalty)
    ridge[-1] = 1e-6
    weights = np.zeros(z.shape[1])
    for _ in range(25):
        p = _logistic(z @ weights)
        slope = z.T @ (w * (p - y)) + ridge * weights
        curve = (z * (w * p * (1 - p))[:, None]).T @ z + np.diag(ridge)
        step = np.linalg.solve(curve, slope)
        weights -= step
        if np.abs(step).max() < 1e-4:
            break
    raw = weights[:-1] / spread
    return np.append(raw, weights[-1] - raw @ mean)


def fit_events(examples: list[Example]) -> np.ndarray:
    """Return the weights of kinship: pairs on one event against pairs on two."""
    kinds = ["near strangers" if e.source == "own" and len(e.links) < 2 else e.source for e in examples]
    y = np.array([float("strangers" not in kind) for kind in kinds])
    w = np.array([EVENT_WEIGHTS[kind] for kind in kinds])
    return regress(np.array([e.kinship for e in examples]), y, w, EVENT_RIDGE)


def fit_claims(examples: list[Example], columns: list[int], use: Callable[[Example], np.ndarray]) -> np.ndarray:
    """Return the weights of `columns` over the candidates that `use` keeps of pairs on one event."""
    chosen = [(e, use(e)) for e in examples if len(e.links) > 1]
    x = np.concatenate([e.rows[mask][:, columns] for e, mask in chosen])
    y = np.concatenate([e.labels[mask] for e, mask in chosen])
    w = np.concatenate([np.full(mask.sum(), WEIGHTS[e.source]) for e, mask in chosen])
    return regress(x, y, w, RIDGE)


def count(example: Example, scores: np.ndarray, threshold: float) -> np.ndarray:
    """Return how many links are right, found and wanted."""
    found = {key for key, value in zip(example.keys, scores, strict=True) if value >= threshold} - example.weak
    return np.array([len(found & example.links), len(found), len(example.links)])


def f1(counts: np.ndarray) -> float:
    return 2 * counts[0] / (counts[1] + counts[2])


def show(name: str, counts: np.ndarray) -> None:
    hits, found, wanted = counts
    print(f"{name:32} F1 {f1(counts):.3f}   P {hits / max(1, found):.3f}   R {hits / wanted:.3f}", flush=True)


def fit_in_two_rounds(examples: list[Example], columns: list[int]) -> Fitted:
    """Return the weights, fitted again without the unannotated sentence pairs of summaries that look like links."""
    event = fit_events(examples)
    first = Fitted(columns, fit_claims(examples, columns, lambda e: e.labels >= 0), event)

    def is_sure(example: Example) -> np.ndarray:
        sure = example.labels >= 0
        if example.source == "summary":
            sure &= (example.labels == 1) | (first.score(example) < UNSURE)
        return sure

    return Fitted(columns, fit_claims(examples, columns, is_sure), event)


def choose_threshold(examples: list[Example], fitted: Fitted) -> float:
    """Return the threshold at which link F1 on annotated pairs and on summaries is best on the whole."""
    scored = [(e, fitted.score(e)) for e in examples if e.source in ("annotated", "summary")]

    def gain(threshold: float) -> float:
        total = {"annotated": np.zeros(3), "summary": np.zeros(3)}
        for example, scores in scored:
            total[example.source] += count(example, scores, threshold)
        return sum(f1(counts) for counts in total.values() if counts[2])

    return float(max(THRESHOLDS, key=gain))


def cross_validate(examples: list[Example], columns: list[int], kind: str, verbose: bool = False) -> np.ndarray:
    """Return right, found and wanted links over all pairs of a kind, each with weights fitted on other events."""
    tested = [e for e in examples if e.source == kind]
    events = sorted({event for e in tested for event in e.events})
    folds = [{event} for event in events] if kind != "summary" else [set(events[n::4]) for n in range(4)]
    total = np.zeros(3)
    for held in folds:
        train = [e for e in examples if not e.events & held]
        fitted = fit_in_two_rounds(train, columns)
        threshold = choose_threshold(train, fitted)
        for example in (e for e in tested if e.events <= held):
            counts = count(example, fitted.score(example), threshold)
            total += counts
            if verbose:
                show(f"  {example.name} at {threshold:.2f}", counts)
    return total


def cross_validate_strangers(examples: list[Example], columns: list[int]) -> tuple[int, int]:
    """Return how many links were found between articles on different events, and in how many sentences."""
    total = sentences = 0
    tested = [e for e in examples if e.source == "strangers"]
    events = sorted({event for e in tested for event in e.events})
    for n in range(4):
        held = set(events[n::4])
        train = [e for e in examples if not e.events & held]
        fitted = fit_in_two_rounds(train, columns)
        threshold = choose_threshold(train, fitted)
        for example in (e for e in tested if e.events <= held):
            total += int((fitted.score(example) >= threshold).sum())
            sentences += example.sentences
    return total, sentences


def write_table(fitted: Fitted, threshold: float) -> None:
    lines = [
        "# The weights of links: two logistic regressions, fitted by benchmarks/fit_weights.py on annotated news",
        "# pairs, summaries aligned with documents, and the invented pairs in tests/compare/links/pairs.",
        "# Do two sentences share a claim: the features of features.py, the bias a pair starts with, and the score",
        "# that makes a link. Do their articles tell of one event: the kinship of profiles.py.",
        *(f"{feature}\t{weight:.4f}" for feature, weight in zip(FEATURES, fitted.claim, strict=False)),
        f"bias\t{fitted.claim[-1]:.4f}",
        f"threshold\t{threshold:.2f}",
        *(f"same event: {part}\t{weight:.4f}" for part, weight in zip(Kinship._fields, fitted.event, strict=False)),
        f"same event: bias\t{fitted.event[-1]:.4f}",
    ]
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("--own", type=Path)
    parser.add_argument("--write", action="store_true", help="replace the table by weights fitted on everything")
    parser.add_argument("--families", action="store_true", help="also leave out each family of features")
    options = parser.parse_args()
    records = [*read_annotated(options.gold), *read_summaries(options.gold)]
    records += read_own(options.own) if options.own else []
    records += list(pair_strangers(records))
    examples = [measure_example(record) for record in records]
    every = list(range(len(FEATURES)))
    for kind in ("annotated", "own", "summary"):
        if any(e.source == kind for e in examples):
            show(f"{kind}, by event", cross_validate(examples, every, kind, verbose=kind == "annotated"))
    found, sentences = cross_validate_strangers(examples, every)
    print(f"strangers: {found} links in {sentences} sentences, {50 * found / sentences:.2f} in fifty")
    for family in sorted(set(FEATURES.values())) if options.families else ():
        columns = [n for n, other in enumerate(FEATURES.values()) if other != family]
        show(f"annotated, without {family}", cross_validate(examples, columns, "annotated"))
    fitted = fit_in_two_rounds(examples, every)
    if options.write:
        write_table(fitted, choose_threshold(examples, fitted))


if __name__ == "__main__":
    main()
