"""Level: which row of one side belongs beside which row of the other, without drift.

Between two anchors of a chain the other side runs evenly from one to the next.
"""

from bisect import bisect_right
from collections.abc import Iterable

from tui.reader.layout.column import Column


class Level:
    """A monotone map between the rows of both sides through the anchors of one chain.

    While a linked sentence goes on, both sides run row by row, so that it stays level from its first row to the last
    of the shorter of the two; the gaps between take up the difference. Beyond the ends both run row by row.
    """

    def __init__(self, left: Column, right: Column, chain: Iterable[tuple[int, int]]) -> None:
        self._rows: tuple[list[int], list[int]] = ([], [])
        knots: list[tuple[int, int, int]] = []
        firsts, lasts, above = (left.first_row, right.first_row), (left.last_row, right.last_row), (-1, -1)
        for one, other in chain:
            a, b = firsts[0][one], firsts[1][other]
            if a > above[0] and b > above[1]:
                knots.append((a, b, min(lasts[0][one] - a, lasts[1][other] - b)))
                above = a, b
        if not knots or (knots[0][0] > 0 and knots[0][1] > 0):
            knots.insert(0, (0, 0, 0))
        end = len(left) - 1, len(right) - 1
        if end[0] > knots[-1][0] and end[1] > knots[-1][1]:
            knots.append((*end, 0))
        for position, (a, b, height) in enumerate(knots):
            self._add(a, b)
            if position + 1 < len(knots):
                height = min(height, knots[position + 1][0] - a - 1, knots[position + 1][1] - b - 1)
            if height > 0:
                self._add(a + height, b + height)

    def _add(self, a: int, b: int) -> None:
        self._rows[0].append(a)
        self._rows[1].append(b)

    def beside(self, side: int, row: int) -> int:
        """Return the other side's row beside `row` of `side` (0 left, 1 right); it may lie outside the text."""
        own, other = self._rows[side], self._rows[1 - side]
        position = bisect_right(own, row) - 1
        if position < 0:
            return other[0] + row - own[0]
        if position + 1 == len(own):
            return other[-1] + row - own[-1]
        run, rise = own[position + 1] - own[position], other[position + 1] - other[position]
        return other[position] + (row - own[position]) * rise // run
