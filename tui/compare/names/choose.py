"""Choosing the names of a stretch: every span is weighed as each kind, and the best set without overlaps wins."""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from tui.compare.names.evidence import Known, find_features
from tui.compare.names.lexicon import marks
from tui.compare.names.stretches import LONGEST, QUOTES, Stretch, can_begin, small_heads
from tui.compare.reading import NameKind
from tui.compare.tables import read_table

_BOUND = frozenset({"on", "to", "in"})
"""These go on a name only when it began as an organisation's: Council on Foreign Relations, Committee to Protect."""
KINDS: tuple[NameKind, ...] = ("person", "place", "organisation")
_DOUBLE_QUOTES = QUOTES - {"'", "’"}
_LEANING = -1.5
"""A word leans to a kind if it scores more than this for it on average."""
Weights = dict[str, tuple[float, ...]]
Choice = tuple[int, int, NameKind]
"""First word, word after the last one, and kind."""


@cache
def weights() -> Weights:
    """Return the weight of each feature for a person, a place and an organisation."""
    rows = read_table(Path(__file__).parent / "tables" / "weights.tsv")
    return {name: tuple(float(cell) for cell in cells) for name, *cells in rows}


def weigh(features: list[str], table: Weights) -> tuple[float, float, float]:
    """Return the scores of a span for each of `KINDS`; above 0 speaks for a name of that kind."""
    person, place, organisation = table["always"]
    for feature in features:
        row = table.get(feature)
        if row:
            person += row[0]
            place += row[1]
            organisation += row[2]
    return person, place, organisation


def possible_spans(stretch: Stretch) -> Iterator[tuple[int, int]]:
    """Yield the first word and the word after the last one of every span that could be a name."""
    words = stretch.words
    starts = [can_begin(words[at]) for at in range(stretch.first, stretch.last)]
    for first in range(stretch.first, stretch.last):
        if not starts[first - stretch.first]:
            continue
        balanced = True
        for last in range(first + 1, min(first + LONGEST, stretch.last) + 1):
            end = words[last - 1]
            if end.text in _DOUBLE_QUOTES:
                balanced = not balanced
            if end.text in _BOUND and not any(marks(w.text).organisation_first for w in words[first : last - 1]):
                break
            if balanced and (
                (end.capital and starts[last - 1 - stretch.first])
                or end.text[0].isdigit()
                or end.text in small_heads()
                or last == first + 1
            ):
                yield first, last


def find_leanings(stretches: Iterable[Stretch], known: Known) -> dict[str, NameKind]:
    """Return, for words met alone more than once, the kind that all their places together speak for most."""
    table = weights()
    sums: dict[str, list[float]] = {}
    for stretch in stretches:
        for at in range(stretch.first, stretch.last):
            word = stretch.words[at]
            if not word.capital or not can_begin(word):
                continue
            beside = stretch.words[max(stretch.first, at - 1) : at] + stretch.words[at + 1 : min(stretch.last, at + 2)]
            if any(w.capital and can_begin(w) for w in beside):
                continue
            scores = weigh(find_features(stretch, at, at + 1, known), table)
            total = sums.setdefault(word.text, [0.0, 0.0, 0.0, 0.0])
            for kind, score in enumerate(scores):
                total[kind] += score
            total[3] += 1
    found: dict[str, NameKind] = {}
    for text, (*totals, count) in sums.items():
        best = max(totals)
        if count > 1 and best / count > _LEANING:
            found[text] = KINDS[totals.index(best)]
    return found


def choose_names(stretch: Stretch, known: Known) -> list[Choice]:
    """Return the names of a stretch, in order."""
    table = weights()
    ending: dict[int, list[tuple[int, float, NameKind]]] = {}
    for first, last in possible_spans(stretch):
        scores = weigh(find_features(stretch, first, last, known), table)
        score = max(scores)
        if score > 0:
            ending.setdefault(last, []).append((first, score, KINDS[scores.index(score)]))
    best: dict[int, tuple[float, list[Choice]]] = {stretch.first: (0.0, [])}
    for at in range(stretch.first + 1, stretch.last + 1):
        total, chosen = best[at - 1]
        for first, score, kind in ending.get(at, ()):
            if best[first][0] + score > total:
                total = best[first][0] + score
                chosen = [*best[first][1], (first, at, kind)]
        best[at] = total, chosen
    return best[stretch.last][1]
