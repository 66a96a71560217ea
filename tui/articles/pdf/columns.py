"""The reading order of a page: where its words part into columns, and which lines each column holds.

A gutter is a white strip that no word crosses over several lines with text on both sides of it. The page is cut at the
gutter that runs the longest way, into what stands above it, left of it, right of it and below it, and each of these
again; what holds no gutter is read line by line. (Recursive XY cut: Nagy and Seth, 1984.)
"""

from collections import Counter
from dataclasses import dataclass, replace
from statistics import median

from tui.articles.pdf.words import Word

_SAME_LINE = 0.35
_GUTTER = 0.75
"""A gutter is at least so wide, in sizes of the type beside it."""
_FEWEST_LINES = 3
_NARROWEST = 9
"""Columns hold at least so many letters a line; narrower ones are columns of a table."""
_DEEPEST = 12
_MOST_INITIALS = 20
_LARGE = 1.4
_MOST_CROSSED = 0.35
"""A strip that a larger part of the rows cross is no gutter but an indent."""
_UNDER = 5.0
"""A column goes on under the end of its neighbour over a gap of so many sizes, as before a heading."""
_MOST_GUTTERS = 60
"""So many places where lines begin are tried as edges of a gutter, the commonest."""


@dataclass(frozen=True, slots=True)
class Line:
    """Words that stand beside each other on one line of a column, from left to right."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """What it says."""
        return " ".join(word.text for word in self.words)

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return max(word.right for word in self.words)

    @property
    def base(self) -> float:
        """How far down the page it stands."""
        return self.words[0].base

    @property
    def size(self) -> float:
        """The size of most of its type."""
        sizes = Counter[float]()
        for word in self.words:
            sizes[word.size] += len(word.text)
        return max(sizes, key=lambda size: (sizes[size], size))

    @property
    def is_bold(self) -> bool:
        """Whether all of its words are bold."""
        return all(word.is_bold for word in self.words)


def find_rows(words: list[Word]) -> list[list[Word]]:
    """Return `words` by rows, from the top down, each row from left to right."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: word.base):
        if rows and word.base - rows[-1][0].base <= _SAME_LINE * min(word.size, rows[-1][0].size):
            rows[-1].append(word)
        else:
            rows.append([word])
    for row in rows:
        row.sort(key=lambda word: word.left)
    return rows


def find_columns(words: list[Word]) -> list[list[Line]]:
    """Return the columns of a page in reading order, each as its lines from the top down."""
    return _cut(find_rows(_settle_initials(words)), _DEEPEST)


def _settle_initials(words: list[Word]) -> list[Word]:
    """Return `words` with each large initial of a first paragraph put back before the word that it begins."""
    if not words:
        return words
    usual = median(word.size for word in words)
    initials = [word for word in words if len(word.text) <= 2 and word.size > 1.8 * usual and word.text[0].isalpha()]
    for initial in initials[:_MOST_INITIALS]:
        reach = initial.left, initial.base - 0.9 * initial.size, initial.right + usual, initial.base + 0.2 * usual
        beside = [w for w in words if w.size < 1.3 * usual and reach[1] < w.base < reach[3] and w.left >= reach[0]]
        rows = [row[0] for row in find_rows(beside) if row[0].left < reach[2]]
        if len(rows) < 2:
            continue
        words = [word for word in words if word is not initial and not any(word is first for first in rows)]
        words += [
            replace(first, left=initial.left, text=(initial.text if first is rows[0] else "") + first.text)
            for first in rows
        ]
    return words


@dataclass(frozen=True, slots=True)
class _Gutter:
    first: int
    last: int
    """The rows that it runs along, both inclusive."""
    at: float


def _cut(rows: list[list[Word]], depth: int) -> list[list[Line]]:
    gutter = _longest_gutter(rows) if depth else None
    if gutter is None:
        return [[Line(tuple(row)) for row in rows]] if rows else []
    inside = rows[gutter.first : gutter.last + 1]
    left = [[word for word in row if word.left < gutter.at] for row in inside]
    right = [[word for word in row if word.left >= gutter.at] for row in inside]
    parts = rows[: gutter.first], [row for row in left if row], [row for row in right if row], rows[gutter.last + 1 :]
    return [column for part in parts for column in _cut(part, depth - 1)]


def _longest_gutter(rows: list[list[Word]]) -> _Gutter | None:
    starts = Counter[int]()
    for row in rows:
        for before, word in zip([None, *row], row, strict=False):
            if before is None or word.left - before.right >= _GUTTER * word.size:
                starts[round(word.left)] += 1
    leftmost = min((row[0].left for row in rows), default=0.0)
    crossings: dict[int, list[bool]] = {}
    for start in sorted(sorted(starts, key=lambda start: -starts[start])[:_MOST_GUTTERS]):
        near = starts[start] + starts[start + 1] + starts[start - 1]
        if near >= _FEWEST_LINES and start >= leftmost + 20:
            crossings[start] = [_crosses(row, start - 1.5) for row in rows]
    over = _spanning_headlines(rows, list(crossings.values()))
    best, most = None, 0
    for start, crossed in crossings.items():
        crossed = [
            is_crossed or (number in over and _is_white_beside(rows, number, start))
            for number, is_crossed in enumerate(crossed)
        ]
        for gutter, lines in _runs(rows, start - 1.5, crossed):
            if lines > most:
                best, most = gutter, lines
    return best


def _spanning_headlines(rows: list[list[Word]], crossings: list[list[bool]]) -> set[int]:
    """Return the rows of large type that run over a gutter: headlines of several columns."""
    if not rows:
        return set()
    usual = median(word.size for row in rows for word in row)
    large = [number for number, row in enumerate(rows) if min(word.size for word in row) > _LARGE * usual]
    gutters = [crossed for crossed in crossings if sum(crossed) <= _MOST_CROSSED * len(rows)]
    return {number for number in large if any(crossed[number] for crossed in gutters)}


def _is_white_beside(rows: list[list[Word]], number: int, start: int) -> bool:
    """Say whether a headline that ends before `start` has nothing beside it there: it heads what is under that too."""
    base, size = rows[number][0].base, rows[number][0].size
    near = (row for row in rows[max(0, number - 4) : number + 5] if -1.1 * size < row[0].base - base < 0.8 * size)
    return not any(word.left >= start - 1.5 for row in near for word in row)


def _runs(rows: list[list[Word]], at: float, crossed: list[bool]) -> list[tuple[_Gutter, int]]:
    """Return the runs of rows that are not `crossed` before `at`, each with the lines of its lesser side."""
    found, first = [], 0
    for number in range(len(rows) + 1):
        if number < len(rows) and not crossed[number]:
            continue
        if run := _run(rows, first, number - 1, at):
            found.append(run)
        first = number + 1
    return found


def _crosses(row: list[Word], at: float) -> bool:
    return any(word.left < at and word.right > at - (_GUTTER - 0.1) * word.size for word in row)


def _run(rows: list[list[Word]], first: int, last: int, at: float) -> tuple[_Gutter, int] | None:
    sides = [(any(w.left < at for w in row), any(w.left >= at for w in row)) for row in rows[first : last + 1]]
    left = [first + n for n, (is_left, _) in enumerate(sides) if is_left]
    right = [first + n for n, (_, is_right) in enumerate(sides) if is_right]
    if min(len(left), len(right)) < _FEWEST_LINES:
        return None
    # What stands on the left alone above or below both columns is a headline or the end of the page, unless it goes
    # straight on from the column; on the right alone it is the head or the end of the right column.
    top, bottom = max(left[0], right[0]), min(left[-1], right[-1])
    while top > first and (top - 1 not in left or _goes_on(rows[top - 1], rows[top])):
        top -= 1
    while bottom < last and (bottom + 1 not in left or _goes_on(rows[bottom], rows[bottom + 1], _UNDER)):
        bottom += 1
    inside = rows[top : bottom + 1]
    widths = [
        [sum(len(word.text) + 1 for word in row if (word.left < at) == is_left) for row in inside]
        for is_left in (True, False)
    ]
    counted = [[width for width in side if width] for side in widths]
    if any(len(side) < _FEWEST_LINES or median(side) < _NARROWEST for side in counted):
        return None
    return _Gutter(top, bottom, at), min(map(len, counted))


def _goes_on(above: list[Word], below: list[Word], most: float = 2.6) -> bool:
    """Say whether `below` is of like type and no further down than `most` sizes of it."""
    sizes = above[0].size, below[0].size
    return below[0].base - above[0].base < most * min(sizes) and max(sizes) < 1.35 * min(sizes)
