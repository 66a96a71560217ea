"""An article made ready for drawing: how many rows each sentence has in a width, and which, when they are wanted."""

from bisect import bisect_right
from collections.abc import Sequence

from tui.articles.article import Article
from tui.reader.layout.wrap import NOT_SURELY_NARROW, Run, count_rows, drawable, wrap, wrap_narrow

WIDTHS_KEPT = 4
"""For so many widths it is kept how many rows each sentence has: those of both sides in two columns and in one."""

Row = tuple[int, int, int]
"""Where a row starts and ends in the text, and the sentence that begins in it, or -1."""


class Source:
    """An article made ready for drawing, once for all widths."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.drawn = drawable(article.text)
        self.is_narrow = NOT_SURELY_NARROW.search(self.drawn) is None
        self.sentence_starts = [sentence.start for sentence in article.sentences]
        self.sentence_ends = [sentence.end for sentence in article.sentences]
        self.runs = _paragraph_runs(article, self.sentence_starts)
        self.excerpts: dict[tuple[int, int, int, int], int] = {}
        """How many rows an excerpt has, by its sentence, what is wanted of that, and the width."""
        self._heights: dict[int, list[int]] = {}
        self._uneven: list[int] | None = None

    def heights(self, width: int) -> list[int]:
        """Return how many rows each sentence has that stands alone in a width."""
        heights = self._heights.pop(width, None)
        if heights is None:
            heights = count_rows(self.drawn, self.sentence_starts, self.sentence_ends, width)
            for sentence in self._to_be_wrapped():
                heights[sentence] = len(self.wrap_alone(sentence, width))
            if len(self._heights) >= WIDTHS_KEPT:
                del self._heights[next(iter(self._heights))]
        self._heights[width] = heights
        return heights

    def _to_be_wrapped(self) -> list[int]:
        """Return the sentences of which the rows cannot be counted without wrapping them."""
        if self._uneven is None:
            drawn = self.drawn
            self._uneven = [
                number
                for number, (start, end) in enumerate(zip(self.sentence_starts, self.sentence_ends, strict=True))
                if drawn[start] == " "
                or drawn[end - 1] == " "
                or drawn.find("  ", start, end) >= 0
                or not (self.is_narrow or NOT_SURELY_NARROW.search(drawn, start, end) is None)
            ]
        return self._uneven

    def wrap_alone(self, sentence: int, width: int) -> list[Row]:
        """Return the rows of a sentence that stands alone in a width."""
        start, end = self.sentence_starts[sentence], self.sentence_ends[sentence]
        if self.is_narrow or NOT_SURELY_NARROW.search(self.drawn, start, end) is None:
            rows = wrap_narrow(self.drawn, start, end, width)
            return [(one, two, -1 if number else sentence) for number, (one, two) in enumerate(rows)]
        return self.wrap(self.sentence_run(sentence, sentence + 1), width)

    def wrap(self, run: Run, width: int) -> list[Row]:
        """Return the rows of a run in a width."""
        return wrap(self.drawn, self.sentence_starts, run, width, narrow=self.is_narrow)

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
