"""Choosing the names of a stretch: every span is weighed as each kind, and the best set without overlaps wins."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tui.compare.names import lexicon
from tui.compare.names.stretches import LONGEST, Known, Stretch, can_begin, find_features
from tui.compare.reading import NameKind
from tui.compare.tables import read_table

KINDS: tuple[NameKind, ...] = ("person", "place", "organisation")


@cache
def weights() -> dict[str, tuple[float, ...]]:
    """Return the weight of each feature for a person, a place and an organisation."""
    rows = read_table(Path(__file__).parent / "tables" / "weights.tsv")
    return {name: tuple(float(cell) for cell in cells) for name, *cells in rows}


def weigh(features: list[str]) -> tuple[float, ...]:
    """Return the scores of a span for each of `KINDS`; above 0 speaks for a name of that kind."""
    table = weights()
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
    for first in range(stretch.first, stretch.last):
        if not can_begin(words, first):
            continue
        for last in range(first + 1, min(first + LONGEST, stretch.last) + 1):
            end = words[last - 1]
            if (end.capital and can_begin(words, last - 1)) or end.text[0].isdigit() or _is_head(end.text):
                yield first, last


@cache
def _is_head(text: str) -> bool:
    return (
        any(
            text in lexicon.heads(kind, "last") or any(text == p.split()[-1] for p in lexicon.heads(kind, "adjective"))
            for kind in ("organisation", "place")
        )
        and text[0].islower()
    )


def choose_names(stretch: Stretch, known: Known) -> list[tuple[int, int, NameKind]]:
    """Return the names of a stretch as first word, word after the last one, and kind, in order."""
    best: dict[int, tuple[float, list[tuple[int, int, NameKind]]]] = {stretch.first: (0.0, [])}
    ending: dict[int, list[tuple[int, float, NameKind]]] = {}
    for first, last in possible_spans(stretch):
        scores = weigh(find_features(stretch, first, last, known))
        score = max(scores)
        if score > 0:
            ending.setdefault(last, []).append((first, score, KINDS[scores.index(score)]))
    for at in range(stretch.first + 1, stretch.last + 1):
        total, chosen = best[at - 1]
        for first, score, kind in ending.get(at, ()):
            if best[first][0] + score > total:
                total = best[first][0] + score
                chosen = [*best[first][1], (first, at, kind)]
        best[at] = total, chosen
    return best[stretch.last][1]
