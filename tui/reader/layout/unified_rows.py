"""The rows of one column: worked out once for a width, and from then on only where something else has to be seen."""

from array import array
from collections.abc import Callable, Collection, Iterable, Mapping
from itertools import accumulate
from operator import add

from tui.reader.layout.column import Column, Fold, Piece
from tui.reader.layout.excerpt import rows_of_excerpt
from tui.reader.layout.numbers import Numbers
from tui.reader.layout.source import Source
from tui.reader.layout.unified import Stretch
from tui.reader.layout.wanted import Wanted
from tui.reader.layout.wrap import Run


class _Side:
    """One side's part of the column; rows are counted from the first one of a sentence's stretch."""

    def __init__(self, source: Source, width: int) -> None:
        self.source = source
        self.width = width
        self.heights = source.heights(width)
        self.pieces: list[Piece] = []
        self.stretches = array("q")
        """The stretch that each piece is."""
        sentences = len(source.sentence_starts)
        self.stretch_of = array("q", [-1]) * sentences
        """The stretch in which each sentence stands, -1 where it is hidden."""
        self.first, self.last = array("q", [0]) * sentences, array("q", [0]) * sentences
        """In which row each sentence begins, and in which it ends."""
        self.order = array("q")
        """The sentences from top to bottom."""

    def put(self, number: int, stretch: Stretch) -> int:
        """Let a stretch stand in the column, and return how many rows it has; one where it is cut."""
        _, first, stop, part, _ = stretch
        if part == "fold":
            return self._add(number, Fold(first), 1)
        if part == "facing":
            self._stand(number, first, 0, 0)
            return self._add(number, ~first, 1)
        if stop - first == 1:
            rows = self.heights[first]
            self._stand(number, first, 0, rows - 1)
            return self._add(number, first, rows)
        return self._put_run(number, self.source.sentence_run(first, stop))

    def _put_run(self, number: int, run: Run) -> int:
        rows, previous = self.source.wrap(run, self.width), -1
        for row, (start, _, sentence) in enumerate(rows):
            if sentence >= 0:
                if previous >= 0:
                    # The sentence before ends in this row if the row begins with it, else in the row above.
                    self.last[previous] = row if start < self.source.sentence_starts[sentence] else row - 1
                self._stand(number, sentence, row, len(rows) - 1)
                previous = sentence
        return self._add(number, run, len(rows)) if rows else 0

    def _stand(self, number: int, sentence: int, first: int, last: int) -> None:
        self.stretch_of[sentence], self.first[sentence], self.last[sentence] = number, first, last
        self.order.append(sentence)

    def _add(self, number: int, piece: Piece, rows: int) -> int:
        self.pieces.append(piece)
        self.stretches.append(number)
        return rows


class UnifiedRows:
    """One column, from which its rows follow whatever has to be seen of the sentences that are cut.

    Parameters
    ----------
    sources, widths
        The articles, and how many cells of text stand in a row of each.
    stretches
        What stands in the column from top to bottom.
    """

    def __init__(self, sources: tuple[Source, Source], widths: tuple[int, int], stretches: Iterable[Stretch]) -> None:
        self._sides = _Side(sources[0], widths[0]), _Side(sources[1], widths[1])
        self._steps = array("q")
        """How many rows each stretch begins below the one before it."""
        self._cut: dict[int, int] = {}
        """The place among its side's pieces of each sentence that is cut."""
        self._cut_side = self._sides[0]
        self.wanted: Wanted = {}
        """What is seen of those."""
        self._kept: tuple[object, UnifiedRows] = None, self
        rows = 0
        for number, stretch in enumerate(stretches):
            side = self._sides[stretch[0]]
            if stretch[3] == "facing":
                self._cut[stretch[1]], self._cut_side = len(side.pieces), side
            self._steps.append(rows + stretch[4])
            rows = side.put(number, stretch)
        self._steps.append(rows)
        self._pieces, self._last = self._cut_side.pieces, self._cut_side.last

    @property
    def cut(self) -> Collection[int]:
        """The sentences that are cut."""
        return self._cut

    def kept(self, key: object, wanted: Callable[[], Wanted]) -> "UnifiedRows":
        """Return the rows in which something is seen, the same as long as the key is."""
        if self._kept[0] != key:
            self._kept = key, self.seeing(wanted())
        return self._kept[1]

    def seeing(self, wanted: Wanted) -> "UnifiedRows":
        """Return the rows in which something else is seen of some of the sentences that are cut."""
        other = UnifiedRows.__new__(UnifiedRows)
        other.__dict__.update(self.__dict__)
        other.wanted = {**self.wanted, **wanted}
        other._steps, other._pieces, other._last = self._steps[:], self._pieces[:], self._last[:]
        side, steps, pieces, last = self._cut_side, other._steps, other._pieces, other._last
        for sentence, stretch in wanted.items():
            place = self._cut.get(sentence)
            if place is None:
                continue
            rows = rows_of_excerpt(side.source, sentence, stretch, side.width)
            pieces[place] = ~sentence if rows else sentence
            end = (rows or side.heights[sentence]) - 1
            steps[side.stretches[place] + 1] += end - last[sentence]
            last[sentence] = end
        return other

    def columns(self) -> tuple[Column, Column]:
        """Return both sides' rows, equally many, no row with text on both sides."""
        tops = array("q", accumulate(self._steps))
        height = tops[-1]
        tops[-1] = -1  # where hidden sentences stand
        left, right = (self._column(side, tops, height) for side in self._sides)
        return left, right

    def _column(self, side: _Side, tops: "array[int]", height: int) -> Column:
        is_cut = side is self._cut_side
        last = self._last if is_cut else side.last
        column = Column(side.source, side.width, self.wanted)
        column.pieces = self._pieces if is_cut else side.pieces
        column.tops = array("q", map(tops.__getitem__, side.stretches))
        column.first_row = array("q", map(add, map(tops.__getitem__, side.stretch_of), side.first))
        column.last_row = Numbers(len(last), lambda sentence: tops[side.stretch_of[sentence]] + last[sentence])
        column.order = side.order
        column.height = height
        return column


def unified_columns(
    sources: tuple[Source, Source],
    widths: tuple[int, int],
    stretches: Iterable[Stretch],
    wanted: Mapping[int, tuple[int, int]],
) -> tuple[Column, Column]:
    """Return both sides' rows; the parameters are those of `UnifiedRows`, and what is to be seen of what is cut."""
    return UnifiedRows(sources, widths, stretches).seeing(dict(wanted)).columns()
