"""In which order the sentences of a pair stand in the views: what follows from the links alone, worked out once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.articles.article import SIDES, Article, Side
from tui.reader.layout.source import Source
from tui.reader.session.place import Shown

if TYPE_CHECKING:
    from tui.compare.comparison import Passage
    from tui.reader.layout.facing import Cell
    from tui.reader.layout.unified import Stretch
    from tui.reader.layout.unified_rows import UnifiedRows

ROWS_KEPT = 2
"""For so many columns it is kept in which rows each sentence stands: one with either side's text."""


class Orders:
    """The orders of two articles.

    Parameters
    ----------
    articles
        The left and the right one.
    passages
        Their passages.
    """

    def __init__(self, articles: tuple[Article, Article], passages: Sequence[Passage]) -> None:
        self._articles = articles
        self._passages = passages
        self._counts = len(articles[0].sentences), len(articles[1].sentences)
        self._cells: dict[Side, list[Cell]] = {}
        self._whole: dict[Side, list[Stretch]] = {}
        self._rows: dict[object, UnifiedRows] = {}

    def rows(
        self, sources: tuple[Source, Source], widths: tuple[int, int], text: Side, shown: Shown | None
    ) -> UnifiedRows:
        """Return the rows of one column with one side's text in these widths."""
        key = widths, text, shown
        rows = self._rows.pop(key, None)
        if rows is None:
            from tui.reader.layout.unified_rows import UnifiedRows

            rows = UnifiedRows(sources, widths, self.stretches(text, shown))
        self._rows[key] = rows
        if len(self._rows) > ROWS_KEPT:
            del self._rows[next(iter(self._rows))]
        return rows

    def prepare(self) -> None:
        """Work out all of them, before one is wanted."""
        for side in SIDES:
            self.cells(side)
            self.stretches(side)

    def cells(self, order: Side) -> list[Cell]:
        """Return the rows of the table in which linked sentences face each other, in one side's order."""
        if order not in self._cells:
            from tui.reader.layout.facing import facing_cells

            self._cells[order] = facing_cells(self._counts, self._passages, order)
        return self._cells[order]

    def stretches(self, text: Side, shown: Shown | None = None) -> list[Stretch]:
        """Return what stands in one column with one side's text; with `shown`, the other sentences are folded."""
        if shown is None and text in self._whole:
            return self._whole[text]
        from tui.reader.layout.unified import unified_lines, unified_stretches

        lines = unified_lines(self._counts, self._passages, text)
        paragraphs = [sentence.paragraph for sentence in self._articles[SIDES.index(text)].sentences]
        stretches = unified_stretches(lines, paragraphs, shown)
        if shown is None:
            self._whole[text] = stretches
        return stretches
