"""How far both panes are scrolled: one value from which the top row of each follows, so that nothing can drift."""

from dataclasses import dataclass

from tui.articles.article import SIDES, Side
from tui.reader.layout.column import Column
from tui.reader.layout.level import Level

KEPT_CLEAR = 2
"""Rows kept between the current sentence and the edge of its pane where there is room."""


@dataclass(frozen=True, slots=True)
class Stand:
    """Which row of one side stands on the focal line; the other side stands level with it there."""

    side: Side
    row: int
    focal: int
    """How many rows below the top of each pane the focal line lies."""

    @property
    def top(self) -> int:
        """The topmost row of the side that the stand is about; negative above its first row."""
        return self.row - self.focal


def tops(stand: Stand, level: Level) -> tuple[int, int]:
    """Return the topmost row of the left and of the right pane; negative where a pane begins with empty rows."""
    side = SIDES.index(stand.side)
    beside = level.beside(side, stand.row) - stand.focal
    return (stand.top, beside) if side == 0 else (beside, stand.top)


def stand_on(side: Side, row: int, rows: int, height: int, top: int | None) -> Stand:
    """Return the stand that shows a sentence, moving the side it stands on no more than needed.

    Parameters
    ----------
    side, row
        Where the sentence begins.
    rows
        How many rows it and what faces it need.
    height
        The height of a pane.
    top
        The side's topmost row until now, or none when it was not on the screen.
    """
    rows = max(1, min(rows, height))
    clear = max(0, min(KEPT_CLEAR, (height - rows) // 2))
    if top is not None:
        if top + clear <= row and row + rows <= top + height - clear:
            return Stand(side, row, row - top)
        if -height < row - top < 0:
            return _near_start(side, row, clear)
        if height <= row + rows - top < height + height // 2:
            return _near_start(side, row, height - rows - clear)
    return _near_start(side, row, max(0, min(height // 3, height - rows)))


def _near_start(side: Side, row: int, focal: int) -> Stand:
    """Return the stand with `row` on the focal line, but no empty rows above the start of the text."""
    return Stand(side, row, min(row, focal))


def scrolled(stand: Stand, column: Column, rows: int, height: int) -> Stand:
    """Return the stand after scrolling its side by `rows`, not beyond the ends of its text."""
    first = min(0, stand.top)
    last = max(len(column) - height, 0, stand.top)
    top = max(first, min(stand.top + rows, last))
    return Stand(stand.side, top + stand.focal, stand.focal)
