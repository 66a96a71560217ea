"""What a search has found: very many places perhaps, held in a few bytes each and found again by where they stand."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import overload

from tui.articles.article import SIDES, Side, Span


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where what was sought stands."""

    side: Side
    span: Span


class Hits(Sequence[Hit]):
    """Places in both articles, the left one's first, in reading order; those of one side lie apart.

    Parameters
    ----------
    left, right
        Where they begin and end.
    """

    def __init__(self, left: Sequence[tuple[int, int]] = (), right: Sequence[tuple[int, int]] = ()) -> None:
        self._starts = array("q"), array("q")
        self._ends = array("q"), array("q")
        for side, spans in zip(SIDES, (left, right), strict=True):
            starts, ends = zip(*spans, strict=True) if spans else ((), ())
            self.add(side, starts, ends)

    def add(self, side: Side, starts: Iterable[int], ends: Iterable[int]) -> None:
        """Add places of one side, all behind those it has there."""
        number = SIDES.index(side)
        self._starts[number].extend(starts)
        self._ends[number].extend(ends)

    def on(self, side: Side) -> int:
        """Return how many there are on one side."""
        return len(self._starts[SIDES.index(side)])

    def over(self, side: Side, start: int, end: int) -> Iterator[tuple[int, Span]]:
        """Yield those that share a character with a stretch of one side, each with its number among all."""
        number = SIDES.index(side)
        starts, ends = self._starts[number], self._ends[number]
        before = len(self._starts[0]) if number else 0
        for position in range(bisect_right(ends, start), bisect_left(starts, end)):
            yield before + position, Span(starts[position], ends[position])

    def places(self, side: Side) -> tuple[Sequence[int], Sequence[int]]:
        """Return where those of one side begin and where they end."""
        number = SIDES.index(side)
        return self._starts[number], self._ends[number]

    def __len__(self) -> int:
        return len(self._starts[0]) + len(self._starts[1])

    @overload
    def __getitem__(self, number: int) -> Hit: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[Hit]: ...
    def __getitem__(self, number: int | slice) -> Hit | Sequence[Hit]:
        """Return one of them, counted from 0."""
        if isinstance(number, slice):
            return [self[one] for one in range(*number.indices(len(self)))]
        if not -len(self) <= number < len(self):
            raise IndexError(number)
        number %= len(self)
        side = int(number >= len(self._starts[0]))
        number -= side * len(self._starts[0])
        return Hit(SIDES[side], Span(self._starts[side][number], self._ends[side][number]))


@dataclass(frozen=True, slots=True)
class Search:
    """What a search found."""

    hits: Hits = field(default_factory=Hits)
    current: int | None = None
    """The hit the reader stands on."""
    is_open: bool = False
