"""Where the details of a comparison stand, whichever of them are told: worked out once, a few bytes for each.

Comes in: all details of a comparison. Goes out: their positions by passage, by sentence and in reading order.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from tui.articles.article import SIDES, Side, Span

if TYPE_CHECKING:
    from tui.compare.comparison import Detail


class _Grouped:
    """Numbers in groups, those of a group in rising order."""

    def __init__(self, pairs: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(pairs)
        self.groups = array("q", [group for group, _ in ordered])
        self._numbers = array("q", [number for _, number in ordered])

    def of(self, group: int) -> Sequence[int]:
        first = bisect_left(self.groups, group)
        return self._numbers[first : bisect_right(self.groups, group, first)]


class DetailPlaces:
    """The positions of all details.

    Parameters
    ----------
    details
        The details.
    sentences_over
        Returns the sentences of one side that a span touches.
    facing
        The sentences on the left and on the right that face others.
    """

    def __init__(
        self,
        details: "tuple[Detail, ...]",
        sentences_over: Callable[[Side, Span], range],
        facing: tuple[Collection[int], Collection[int]],
    ) -> None:
        self.details = details
        self.conflicts = [position for position, detail in enumerate(details) if detail.conflict]
        """Those that cannot both be right."""
        self._of_passages = _Grouped((detail.passage, position) for position, detail in enumerate(details))
        left = [(detail.left_sentence, detail.left) for detail in details]
        right = [(detail.right_sentence, detail.right) for detail in details]
        self._at = tuple(
            _Grouped(_touched(places, lambda span, side=side: sentences_over(side, span)))  # type: ignore[misc]
            for side, places in zip(SIDES, (left, right), strict=True)
        )
        self.apart = tuple(sorted(set(at.groups).difference(there)) for at, there in zip(self._at, facing, strict=True))
        """The left and the right sentences with details in them that face none."""

    def of(self, passage: int) -> Sequence[int]:
        """Return the details of the passage with a number."""
        return self._of_passages.of(passage)

    def at(self, side: Side, sentence: int) -> Sequence[int]:
        """Return the details that touch a sentence of one side."""
        return self._at[SIDES.index(side)].of(sentence)

    @cached_property
    def differing(self) -> list[int]:
        """Those that differ in what they tell, and not in their wording alone."""
        from tui.compare.counting import is_differing

        return [position for position, detail in enumerate(self.details) if is_differing(detail)]

    @cached_property
    def orders(self) -> tuple[list[int], list[int]]:
        """The differing ones in the reading order of the left and of the right article."""
        details = self.details
        left = [(details[n].left_sentence, _start(details[n].left), n) for n in self.differing]
        right = [(details[n].right_sentence, _start(details[n].right), n) for n in self.differing]
        return [n for *_, n in sorted(left)], [n for *_, n in sorted(right)]


def _touched(
    places: Iterable[tuple[int, Span | None]], sentences_over: Callable[[Span], range]
) -> Iterable[tuple[int, int]]:
    """Yield each sentence of one side that a detail touches, with the detail's position."""
    for position, (sentence, span) in enumerate(places):
        if span is not None:
            yield sentence, position
            there = sentences_over(span)
            if there.stop > sentence + 1:
                yield from ((further, position) for further in there if further != sentence)


def _start(span: Span | None) -> int:
    return span.start if span else 0
