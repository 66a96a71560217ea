"""The overview: the whole pair as a column, with passages, differences and notes, and what is on the screen of it."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from tui.reader.layout.column import Column
from tui.reader.session.linked import TELLING

GOING_ON = "╎"
"""Stands for a sentence that goes on; a mark begins it."""


def overview_marks(column: Column, marks: Sequence[str], height: int) -> list[str]:
    """Return the strongest mark in each of `height` cells that stand for all rows of a column.

    A text with fewer rows than cells is not stretched; a sentence's mark stands where it begins.
    """
    cells = [" "] * height
    scale = max(len(column), height, 1)
    rank = TELLING.index
    order, at = column.order, 0
    for cell in range(height):
        before = at
        # Those that begin in the cell: a row lies in the first cell that ends below it.
        at = bisect_left(order, -(-(cell + 1) * scale // height), before, key=column.first_row.__getitem__)
        told = {marks[sentence] for sentence in order[before:at]}
        cells[cell] = max(told, key=rank, default=" ")
        if cells[cell] == " " and before > 0 and marks[order[before - 1]] != " ":
            last = column.last_row[order[before - 1]]
            if last * height // scale >= cell:
                cells[cell] = GOING_ON
    return cells


def overview_cells(column: Column, rows: Iterable[int], height: int) -> frozenset[int]:
    """Return the cells in which the given rows of a column lie."""
    scale = max(len(column), height, 1)
    return frozenset(row * height // scale for row in rows)


def overview_window(column: Column, top: int, visible: int, height: int) -> range:
    """Return the cells that stand for what is on the screen: `visible` rows from `top`."""
    scale = max(len(column), height, 1)
    first = max(0, top) * height // scale
    last = (min(len(column), top + visible) * height + scale - 1) // scale
    return range(first, max(first + 1, last))


def overview_row(column: Column, cell: int, height: int) -> int:
    """Return the row in the middle of what a cell stands for."""
    scale = max(len(column), height, 1)
    return min(max(0, len(column) - 1), (2 * cell + 1) * scale // (2 * max(1, height)))
