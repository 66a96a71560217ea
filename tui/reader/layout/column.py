"""One side's rows: which stretch of text stands in each row, and in which rows each sentence stands."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property

from rich.cells import cell_len

from tui.articles.article import Article
from tui.reader.layout.wrap import NOT_SURELY_NARROW, Run, drawable, wrap, wrap_narrow

BLANK = -1
"""The start of a row that holds nothing."""
FOLD = -2
"""The start of a row that stands for sentences a filter hides; its end says how many."""
WIDTHS_KEPT = 2
"""For so many widths the rows of single sentences are kept: that of two columns and that of one."""

Rows = tuple[tuple[int, ...], tuple[int, ...]]
"""Where rows start, and where they end."""


class Source:
    """An article made ready for drawing, once for all widths."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.drawn = drawable(article.text)
        self.is_narrow = NOT_SURELY_NARROW.search(self.drawn) is None
        self.sentence_starts = [sentence.start for sentence in article.sentences]
        self.sentence_ends = [sentence.end for sentence in article.sentences]
        self.runs = _paragraph_runs(article, self.sentence_starts)
        self._rows: dict[int, list[Rows | None]] = {}

    def rows_alone(self, width: int) -> list[Rows | None]:
        """Return the rows of each sentence standing alone in a width as far as they are known, to be filled in."""
        if width not in self._rows:
            if len(self._rows) >= WIDTHS_KEPT:
                del self._rows[next(iter(self._rows))]
            self._rows[width] = [None] * len(self.sentence_starts)
        return self._rows[width]

    def wrap_alone(self, sentence: int, width: int) -> Rows:
        """Return the rows of a sentence that stands alone in a width."""
        start, end = self.sentence_starts[sentence], self.sentence_ends[sentence]
        if self.is_narrow or NOT_SURELY_NARROW.search(self.drawn, start, end) is None:
            starts, ends = zip(*wrap_narrow(self.drawn, start, end, width), strict=True)
        else:
            run = self.sentence_run(sentence, sentence + 1)
            starts, ends, _ = zip(*wrap(self.drawn, self.sentence_starts, run, width), strict=True)
        return starts, ends

    def is_alone(self, run: Run) -> bool:
        """Say whether a run is just one sentence, whole."""
        first = run.first
        return (
            run.stop == first + 1 and run.start == self.sentence_starts[first] and run.end == self.sentence_ends[first]
        )

    def sentence_at(self, offset: int) -> int:
        """Return the sentence that holds `offset`, or the nearest one before it; 0 when there is none."""
        return max(0, bisect_right(self.sentence_starts, offset) - 1)

    def sentence_run(self, first: int, stop: int) -> Run:
        """Return the run from sentence `first` to `stop` (exclusive)."""
        return Run(self.sentence_starts[first], self.sentence_ends[stop - 1], first, stop)


def _paragraph_runs(article: Article, starts: Sequence[int]) -> list[Run]:
    runs, first = [], 0
    for paragraph in article.paragraphs:
        stop = first
        while stop < len(starts) and starts[stop] < paragraph.end:
            stop += 1
        runs.append(Run(paragraph.start, paragraph.end, first, stop))
        first = stop
    return runs


class Column:
    """The rows of one side, built from top to bottom.

    `starts[row]` and `ends[row]` are offsets of the article's text (or `BLANK`, or `FOLD` and a count);
    `begins[row]` is the sentence that begins in the row, or -1; `first_row[sentence]` and `last_row[sentence]` say
    where a sentence stands, -1 when it is hidden.
    """

    def __init__(self, source: Source, width: int) -> None:
        self.source = source
        self.width = width
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.first_row = [-1] * len(source.sentence_starts)
        self.last_row = [-1] * len(source.sentence_starts)
        self._alone = source.rows_alone(width)

    def __len__(self) -> int:
        return len(self.starts)

    @cached_property
    def begins(self) -> list[int]:
        """The sentence that begins in each row, or -1, once all rows are there."""
        begins = [-1] * len(self.starts)
        for sentence, row in enumerate(self.first_row):
            if row >= 0:
                begins[row] = sentence
        return begins

    def add_sentence(self, sentence: int) -> None:
        """Add the rows of a sentence that stands alone."""
        rows = self._alone[sentence]
        if rows is None:
            rows = self._alone[sentence] = self.source.wrap_alone(sentence, self.width)
        self.first_row[sentence] = len(self.starts)
        self.starts += rows[0]
        self.ends += rows[1]
        self.last_row[sentence] = len(self.starts) - 1

    def add_run(self, run: Run) -> None:
        """Add the rows of a run."""
        source = self.source
        if source.is_alone(run):
            self.add_sentence(run.first)
            return
        rows = wrap(source.drawn, source.sentence_starts, run, self.width, narrow=source.is_narrow)
        if not rows:
            return
        first = len(self.starts)
        starts, ends, begins = zip(*rows, strict=True)
        self.starts += starts
        self.ends += ends
        previous = -1
        for row, sentence in enumerate(begins, first):
            if sentence >= 0:
                self.first_row[sentence] = row
                if previous >= 0:
                    # The sentence before ends in this row if the row begins with it, else in the row above.
                    shared = starts[row - first] < source.sentence_starts[sentence]
                    self.last_row[previous] = row if shared else row - 1
                previous = sentence
        if previous >= 0:
            self.last_row[previous] = len(self.starts) - 1

    def add_runs(self, run: Run, apart: bool) -> None:
        """Add the rows of a run, with `apart` sentence by sentence."""
        if not apart or run.stop - run.first < 2:
            self.add_run(run)
            return
        for sentence in range(run.first, run.stop):
            self.add_sentence(sentence)

    def add_blank(self, count: int = 1) -> None:
        """Add empty rows."""
        self.starts += [BLANK] * count
        self.ends += [BLANK] * count

    def add_fold(self, count: int) -> None:
        """Add one row that stands for `count` hidden sentences."""
        self.starts.append(FOLD)
        self.ends.append(count)

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
        if not 0 <= row < len(self.starts) or self.starts[row] < 0:
            return None
        if self.begins[row] >= 0:
            return self.begins[row]
        return self.source.sentence_at(self.starts[row]) if self.source.sentence_starts else None

    def offset_at(self, row: int, cell: int) -> int | None:
        """Return the offset of the character in a cell of a row, the row's end right of it; none in an empty row."""
        if not 0 <= row < len(self.starts) or self.starts[row] < 0:
            return None
        used = 0
        for offset in range(self.starts[row], self.ends[row]):
            used += cell_len(self.source.drawn[offset])
            if used > cell:
                return offset
        return self.ends[row]

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
    hidden = 0
    for run in source.runs:
        if shown is None:
            if column.starts:
                column.add_blank()
            column.add_runs(run, apart)
            continue
        fresh = True
        for first, stop, kept in _stretches(run, shown):
            if not kept:
                hidden += stop - first
                continue
            hidden = _close_fold(column, hidden)
            if fresh and column.starts and column.starts[-1] != FOLD:
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
