"""One side's rows: which stretch of text stands in each row, and in which rows each sentence stands.

A column knows where each piece of the text begins; the rows of a piece are made when one of them is asked for.
"""

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from rich.cells import cell_len

from tui.articles.article import Span
from tui.reader.layout.numbers import Numbers
from tui.reader.layout.source import Row, Source
from tui.reader.layout.wrap import Run

BLANK = -1
"""The start of a row that holds nothing."""
FOLD = -2
"""The start of a row that stands for sentences a filter hides; its end says how many."""
PIECES_KEPT = 512
"""So many pieces at most are kept wrapped."""


class Fold(NamedTuple):
    """One row that stands for hidden sentences."""

    hidden: int


Piece = int | Run | Fold
"""What stands in a column in one piece: a sentence by its number, `~number` where it is cut, or several, or a fold."""

_EMPTY: Row = (BLANK, BLANK, -1)
_NOTHING: Mapping[int, tuple[int, int]] = {}


class Column:
    """The rows of one side, put together from top to bottom.

    `starts[row]` and `ends[row]` are offsets of the article's text (or `BLANK`, or `FOLD` and a count);
    `begins[row]` is the sentence that begins in the row, or -1; `first_row[sentence]` and `last_row[sentence]` say
    where a sentence stands, -1 when it is hidden.
    """

    def __init__(self, source: Source, width: int, wanted: Mapping[int, tuple[int, int]] = _NOTHING) -> None:
        self.source = source
        self.width = width
        self.wanted = wanted
        """From where to where something has to be seen of the sentences that are cut."""
        self.height = 0
        """How many rows there are."""
        self.heights = source.heights(width)
        """How many rows each sentence has that stands alone."""
        self.tops = array("q")
        """The row in which each piece begins; what lies between two pieces is empty."""
        self.pieces: list[Piece] = []
        self.first_row = array("q", [-1]) * len(source.sentence_starts)
        self._last_row: dict[int, int] = {}
        """Where those sentences end that do not stand alone and whole."""
        self._wrapped: dict[int, list[Row]] = {}

    def __len__(self) -> int:
        return self.height

    @property
    def starts(self) -> Sequence[int]:
        """Where each row starts in the text."""
        return Numbers(self.height, lambda row: self._row(row)[0])

    @property
    def ends(self) -> Sequence[int]:
        """Where each row ends in the text."""
        return Numbers(self.height, lambda row: self._row(row)[1])

    @property
    def begins(self) -> Sequence[int]:
        """The sentence that begins in each row, or -1."""
        return Numbers(self.height, lambda row: self._row(row)[2])

    @cached_property
    def last_row(self) -> Sequence[int]:
        """The row in which each sentence ends, or -1."""
        return Numbers(len(self.first_row), self._last_row_of)

    def _row(self, row: int) -> Row:
        number = bisect_right(self.tops, row) - 1
        if number < 0:
            return _EMPTY
        rows = self._wrapped.get(number)
        if rows is None:
            if len(self._wrapped) >= PIECES_KEPT:
                self._wrapped.clear()
            rows = self._wrapped[number] = self._rows_of(self.pieces[number])
        inside = row - self.tops[number]
        return rows[inside] if inside < len(rows) else _EMPTY

    def _rows_of(self, piece: Piece) -> list[Row]:
        source = self.source
        if isinstance(piece, Fold):
            return [(FOLD, piece.hidden, -1)]
        if isinstance(piece, Run):
            return source.wrap(piece, self.width)
        if piece >= 0:
            return source.wrap_alone(piece, self.width)
        from tui.reader.layout.excerpt import excerpt

        wanted = self.wanted.get(~piece)
        span = Span(*wanted) if wanted is not None else None
        return source.wrap(excerpt(source, ~piece, span, self.width), self.width)

    def _last_row_of(self, sentence: int) -> int:
        last = self._last_row.get(sentence)
        if last is None:
            first = self.first_row[sentence]
            last = first + self.heights[sentence] - 1 if first >= 0 else -1
        return last

    @cached_property
    def order(self) -> Sequence[int]:
        """The sentences that are shown, from top to bottom, once all rows are there."""
        shown = (sentence for sentence, row in enumerate(self.first_row) if row >= 0)
        return sorted(shown, key=self.first_row.__getitem__)

    @property
    def ends_with_fold(self) -> bool:
        """Whether the last row is a fold."""
        return bool(self.pieces) and isinstance(self.pieces[-1], Fold) and self.tops[-1] == self.height - 1

    def put(self, sentence: int, row: int) -> int:
        """Let a sentence that stands alone begin in a row below all others, and return the row below it."""
        self.first_row[sentence] = row
        self.tops.append(row)
        self.pieces.append(sentence)
        return row + self.heights[sentence]

    def add_sentence(self, sentence: int) -> None:
        """Add the rows of a sentence that stands alone."""
        self.height = self.put(sentence, self.height)

    def add_run(self, run: Run) -> None:
        """Add the rows of a run."""
        source = self.source
        if source.is_alone(run):
            self.add_sentence(run.first)
            return
        rows = source.wrap(run, self.width)
        if not rows:
            return
        first = self.height
        self.tops.append(first)
        self.pieces.append(run)
        self.height += len(rows)
        previous = -1
        for row, (start, _, sentence) in enumerate(rows, first):
            if sentence >= 0:
                self.first_row[sentence] = row
                if previous >= 0:
                    # The sentence before ends in this row if the row begins with it, else in the row above.
                    self._last_row[previous] = row if start < source.sentence_starts[sentence] else row - 1
                previous = sentence
        if previous >= 0:
            self._last_row[previous] = self.height - 1

    def add_runs(self, run: Run, apart: bool) -> None:
        """Add the rows of a run, with `apart` sentence by sentence."""
        if not apart or run.stop - run.first < 2:
            self.add_run(run)
            return
        for sentence in range(run.first, run.stop):
            self.add_sentence(sentence)

    def add_blank(self, count: int = 1) -> None:
        """Add empty rows."""
        self.height += count

    def add_fold(self, count: int) -> None:
        """Add one row that stands for `count` hidden sentences."""
        self.tops.append(self.height)
        self.pieces.append(Fold(count))
        self.height += 1

    def row_of(self, offset: int) -> int:
        """Return the row in which the character at `offset` stands, or the nearest shown one."""
        sentence = self.source.sentence_at(offset)
        if sentence >= len(self.first_row) or self.first_row[sentence] < 0:
            return self.nearest_row(sentence)
        row = self.first_row[sentence]
        if self.starts[row] > offset:
            while row > 0 and self.starts[row - 1] >= 0 and self.starts[row] > offset:
                row -= 1
            return row
        last = self.last_row[sentence]
        while row < last and self.starts[row + 1] <= offset:
            row += 1
        return row

    def nearest_row(self, sentence: int) -> int:
        """Return the first row of a sentence, or of the nearest one shown; 0 when none is."""
        for distance in range(len(self.first_row) + 1):
            for near in (sentence - distance, sentence + distance):
                if 0 <= near < len(self.first_row) and self.first_row[near] >= 0:
                    return self.first_row[near]
        return 0

    def sentence_in(self, row: int) -> int | None:
        """Return the sentence that begins in `row`, or else the one that goes on there; none in an empty row."""
        start, _, begins = self._row(row) if 0 <= row < self.height else _EMPTY
        if start < 0:
            return None
        if begins >= 0:
            return begins
        return self.source.sentence_at(start) if self.source.sentence_starts else None

    def offset_at(self, row: int, cell: int) -> int | None:
        """Return the offset of the character in a cell of a row, the row's end right of it; none in an empty row."""
        start, end, _ = self._row(row) if 0 <= row < self.height else _EMPTY
        if start < 0:
            return None
        used = 0
        for offset in range(start, end):
            used += cell_len(self.source.drawn[offset])
            if used > cell:
                return offset
        return end

    def cell_of(self, row: int, offset: int) -> int:
        """Return the cell in which the character at `offset` begins in a row that holds it."""
        return cell_len(self.source.drawn[self.starts[row] : offset])

    def text(self, row: int) -> str:
        """Return what is drawn in a row that holds text."""
        return self.source.drawn[self.starts[row] : self.ends[row]]


def reading_column(source: Source, width: int, shown: frozenset[int] | None = None, apart: bool = False) -> Column:
    """Return the rows of an article in reading order: its paragraphs with an empty row between them.

    With `apart` each sentence begins a row of its own. With `shown`, every other sentence is hidden and each stretch of
    hidden ones stands as one fold row.
    """
    column = Column(source, width)
    if shown is None:
        for run in source.runs:
            if column.height:
                column.add_blank()
            if run.stop - run.first == 1 and source.is_alone(run):
                column.height = column.put(run.first, column.height)
            else:
                column.add_runs(run, apart)
        return column
    hidden = 0
    for run in source.runs:
        fresh = True
        for first, stop, kept in _stretches(run, shown):
            if not kept:
                hidden += stop - first
                continue
            hidden = _close_fold(column, hidden)
            if fresh and column.height and not column.ends_with_fold:
                column.add_blank()
            column.add_runs(source.sentence_run(first, stop), apart)
            fresh = False
    _close_fold(column, hidden)
    return column


def _close_fold(column: Column, hidden: int) -> int:
    if hidden:
        column.add_fold(hidden)
    return 0


def _stretches(run: Run, shown: frozenset[int]) -> Iterable[tuple[int, int, bool]]:
    first = run.first
    while first < run.stop:
        kept = first in shown
        stop = first + 1
        while stop < run.stop and (stop in shown) == kept:
            stop += 1
        yield first, stop, kept
        first = stop
