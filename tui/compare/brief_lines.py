"""What every part of the brief is written with: names of sides and kinds, and where spans stand."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import TypeAlias, TypeVar

from tui.articles.article import Side, Span
from tui.compare.comparison import BriefLine
from tui.compare.reading import Reading

SIDE_NAMES: dict[bool, dict[Side, str]] = {
    False: {"left": "left", "right": "right"},
    True: {"left": "earlier", "right": "later"},
}
PLURALS = {
    "figure": "figures",
    "date": "dates",
    "place": "places",
    "person": "people",
    "organisation": "organisations",
    "quote": "quotes",
    "claim": "claims",
}
_LINE = 90
"""A quoted sentence is cut to about this many characters."""

Answer: TypeAlias = tuple[tuple[tuple[str, int], ...], tuple[BriefLine, ...]]
"""The counts and the lines of one question."""
Item = TypeVar("Item")
_start = attrgetter("start")


def place_of(readings: tuple[Reading, Reading], left: Sequence[int], right: Sequence[int]) -> float:
    """Return how far into their articles sentences stand, 0 to 1 a side: news tells first what matters most."""
    return sum(
        number / len(reading.article.sentences)
        for reading, numbers in zip(readings, (left, right), strict=True)
        for number in numbers
    )


def sentences_of(reading: Reading, spans: Iterable[Span]) -> tuple[int, ...]:
    """Return the sentences that the spans stand in, by bisection over their starts."""
    sentences = reading.article.sentences
    return tuple(sorted({max(0, bisect_right(sentences, span.start, key=_start) - 1) for span in spans}))


def clip(text: str) -> str:
    """Return a sentence on one line, its end left out where it is long."""
    flat = " ".join(text.split())
    return flat if len(flat) <= _LINE else flat[: _LINE - 2].rsplit(" ", 1)[0] + " …"


def unique(items: Sequence[Item]) -> tuple[Item, ...]:
    """Return each item once, in the order first met."""
    return tuple(dict.fromkeys(items)) if len(items) > 1 else tuple(items)
