"""What every part of the brief is written with: names of sides and kinds, and where spans stand."""

from bisect import bisect_right
from collections.abc import Iterable
from operator import attrgetter
from typing import TypeAlias, TypeVar

from tui.articles.article import Side, Span
from tui.compare.comparison import BriefLine, Detail, Passage
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
_LINE = 160
"""A quoted sentence is cut to about this many characters."""

Answer: TypeAlias = tuple[tuple[tuple[str, int], ...], tuple[BriefLine, ...]]
"""The counts and the lines of one question."""
Item = TypeVar("Item")
_start = attrgetter("start")


def linked_sentences(passages: Iterable[Passage]) -> tuple[set[int], set[int]]:
    """Return the numbers of the left and of the right sentences that stand in a passage."""
    together = list(passages)
    return {n for p in together for n in p.left}, {n for p in together for n in p.right}


def sentences_beside(passages: Iterable[Passage], details: Iterable[Detail]) -> tuple[set[int], set[int]]:
    """Return the left and right sentences that no passage holds, but a detail holds against one: no side's alone."""
    linked = linked_sentences(passages)
    both = [detail for detail in details if detail.left and detail.right]
    return {d.left_sentence for d in both} - linked[0], {d.right_sentence for d in both} - linked[1]


def sentences_of(reading: Reading, spans: Iterable[Span]) -> tuple[int, ...]:
    """Return the sentences that the spans stand in, by bisection over their starts."""
    sentences = reading.article.sentences
    return tuple(sorted({max(0, bisect_right(sentences, span.start, key=_start) - 1) for span in spans}))


def clip(text: str) -> str:
    """Return a sentence on one line, its end left out where it is long."""
    flat = " ".join(text.split())
    return flat if len(flat) <= _LINE else flat[: _LINE - 2].rsplit(" ", 1)[0] + " …"


def unique(items: Iterable[Item]) -> tuple[Item, ...]:
    """Return each item once, in the order first met."""
    return tuple(dict.fromkeys(items))
