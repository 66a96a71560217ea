"""Which mentions a span of one article touches, and whether it meets any of some others."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from tui.articles.article import Side, Span

if TYPE_CHECKING:
    from tui.compare.comparison import Comparison


class MentionPlaces:
    """Finds the mentions that a span of one article touches."""

    def __init__(self, comparison: Comparison, side: Side) -> None:
        self._mentions = comparison.mentions
        spans = sorted(
            (span.start, span.end, number)
            for number, mention in enumerate(comparison.mentions)
            for span in (mention.left if side == "left" else mention.right)
        )
        # Very many perhaps, so in a few bytes each.
        self._starts = array("q", [start for start, _, _ in spans])
        self._ends = array("q", [end for _, end, _ in spans])
        self._numbers = array("q", [number for _, _, number in spans])
        names = comparison.readings[side == "right"].names
        self._acting = {name.span for name in names if name.acts}
        """Where a country acts; details know it as a place."""
        self._touched: dict[tuple[int, int, str], Sequence[int]] = {}

    def touching(self, span: Span, kind: str) -> Sequence[int]:
        """Return the mentions of a kind that a span touches, in the order in which they stand."""
        key = span.start, span.end, kind
        found = self._touched.get(key)
        if found is None:
            found = self._touched[key] = self._find_touching(span, kind)
        return found

    def _find_touching(self, span: Span, kind: str) -> Sequence[int]:
        first = bisect_left(self._ends, span.start)
        found = []
        for position in range(first, bisect_left(self._starts, span.end, first)):
            start, end, number = self._starts[position], self._ends[position], self._numbers[position]
            acts = kind == "place" and Span(start, end) in self._acting
            if end > span.start and (acts or self._mentions[number].kind == kind):
                found.append(number)
        return found


class Stretches:
    """Where any of some spans stand, as stretches that lie apart."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for span in sorted(spans, key=lambda span: span.start):
            if self._ends and span.start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], span.end)
            else:
                self._starts.append(span.start)
                self._ends.append(span.end)

    def meet(self, span: Span) -> bool:
        """Say whether a span shares a character with one of them."""
        last = bisect_left(self._starts, span.end) - 1
        return last >= 0 and self._ends[last] > span.start
