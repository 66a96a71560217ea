"""Wrapping: which stretch of an article's text stands in which row."""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rich.cells import split_graphemes

NOT_SURELY_NARROW = re.compile(r"[^\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]")
"""Any character that may be wider or narrower than one cell; a test holds this against Rich's table of widths."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text wrapped in one piece, with the sentences `first` to `stop` (exclusive) in it."""

    start: int
    end: int
    first: int
    stop: int


def drawable(text: str) -> str:
    """Return `text` with tabs and line feeds as blanks, one for one, so that offsets hold."""
    return text.replace("\t", " ").replace("\n", " ")


def wrap(
    drawn: str, sentence_starts: Sequence[int], run: Run, width: int, *, narrow: bool = False
) -> list[tuple[int, int, int]]:
    """Return the rows of a run as (start, end, the sentence that begins in the row or -1).

    Parameters
    ----------
    drawn
        The article's text as `drawable` made it.
    sentence_starts
        The start of every sentence of the article.
    run
        What to wrap.
    width
        The width in cells; below 2 it is taken as 2, since some characters need two.
    narrow
        Whether every character of the article is known to be one cell wide.

    Notes
    -----
    Greedy, at blanks; a word wider than the row is cut. No two sentences begin in one row, so that each has its own
    mark in the margin and its own height on the screen.
    """
    width = max(2, width)
    at, end, number = run.start, run.end, run.first
    narrow = narrow or not NOT_SURELY_NARROW.search(drawn, at, end)
    by_cells = None if narrow else _cut_by_cells(drawn, run, width)
    find = drawn.rfind
    upcoming = sentence_starts[number] if number < run.stop else end
    rows = []
    while at < end:
        if by_cells is not None:
            cut = by_cells(at)
        elif at + width >= end:
            cut = end
        else:
            cut = find(" ", at + 1, at + width + 1)
            if cut < 0:
                cut = at + width
        begins = -1
        if upcoming < cut:
            begins = number
            number += 1
            upcoming = sentence_starts[number] if number < run.stop else end
            cut = min(cut, upcoming)
        stop = cut
        while stop > at and drawn[stop - 1] == " ":
            stop -= 1
        rows.append((at, stop, begins))
        at = cut
        while at < end and drawn[at] == " ":
            at += 1
    return rows


def wrap_narrow(drawn: str, start: int, end: int, width: int) -> list[tuple[int, int]]:
    """Return the rows, start and end, of a sentence that stands alone and whose characters are all one cell wide.

    They are the rows that `wrap` returns, found by one pattern: a book is wrapped anew at every change of the width.
    """
    return [row.span() for row in _rows_of_width(max(2, width)).finditer(drawn, start, end)]


def count_rows(drawn: str, starts: Sequence[int], ends: Sequence[int], width: int) -> list[int]:
    """Return how many rows `wrap_narrow` finds in each sentence; none may have a blank at its edge or two together.

    Parameters
    ----------
    drawn
        The article's text as `drawable` made it.
    starts, ends
        Where the sentences begin and end; all their characters are one cell wide.
    width
        The width in cells.
    """
    width, find, counts = max(2, width), drawn.rfind, []
    for at, end in zip(starts, ends, strict=True):
        rows, last = 1, end - width
        while at < last:
            blank = find(" ", at + 1, at + width + 1)
            at = blank + 1 if blank >= 0 else at + width
            rows += 1
        counts.append(rows)
    return counts


@lru_cache(maxsize=8)
def _rows_of_width(width: int) -> re.Pattern[str]:
    """Return what matches a row: as much as ends before a blank, else of a word wider than the row what fits."""
    return re.compile(rf"[^ ](?:(?:.{{0,{width - 2}}}[^ ])?(?= |\Z)|.{{{width - 1}}})", re.DOTALL)


def _cut_by_cells(drawn: str, run: Run, width: int) -> Callable[[int], int]:
    base, end = run.start, run.end
    clusters = split_graphemes(drawn[base:end])[0]
    starts = [start + base for start, _, _ in clusters]
    cells = [size for _, _, size in clusters]

    def cut(at: int) -> int:
        first = position = bisect_left(starts, at)
        used, opening = 0, -1
        while position < len(starts):
            blank = drawn[starts[position]] == " "
            if position > first and (blank or cells[position] == 2 or cells[position - 1] == 2):
                opening = position
            if used + cells[position] > width and not (blank and used <= width):
                break
            used += cells[position]
            position += 1
        else:
            return end
        chosen = opening if opening > first else max(position, first + 1)
        return starts[chosen] if chosen < len(starts) else end

    return cut
