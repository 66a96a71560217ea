"""How far both panes are scrolled, held in one place: what moves one side says where the other side stands.

The current sentence and what faces it stand level whenever the reader has gone somewhere, and stay so when the rows
change under them (another width, view or filter). Free scrolling follows the chain of passages around the current one.
"""

from tui.articles.article import SIDES, Side
from tui.reader.layout.pair import PairLayout
from tui.reader.layout.stand import Stand, scrolled, stand_on, tops
from tui.reader.session.place import Place


class Scrolling:
    """The scroll positions of both panes.

    Parameters
    ----------
    layout
        Where everything stands.
    place
        The current place.
    """

    def __init__(self, layout: PairLayout, place: Place) -> None:
        self.layout = layout
        self.place = place
        row = self._row()
        self._stand = Stand(place.side, row, min(row, self.height // 3))
        self._free: tuple[int, int] | None = None
        self._wish = self._stand.focal
        """How far below the top the current sentence stood when the reader last moved; less room may not allow it."""

    @property
    def height(self) -> int:
        """How many rows both panes have at least."""
        return max(1, min(self.layout.geometry.heights))

    @property
    def tops(self) -> tuple[int, int]:
        """The topmost row of the left and of the right pane; negative where a pane begins with empty rows."""
        return self._free if self.is_free and self._free else tops(self._stand, self.layout.level(self.place))

    @property
    def is_free(self) -> bool:
        """Whether each side is scrolled alone; never where both share one column."""
        return self._free is not None and self.layout.text_side is None

    def top(self, side: Side) -> int:
        """Return the topmost row of one side."""
        return self.tops[SIDES.index(side)]

    def _row(self) -> int:
        return self.layout.column(self.place.side).nearest_row(self.place.sentence)

    def go_to(self, place: Place) -> None:
        """Bring a place onto the screen, level on both sides, moving the side that leads no more than needed."""
        top = self.top(place.side)
        self.place = place
        row, rows = self.layout.extent(place, self.height)
        self._stand = stand_on(place.side, row, rows, self.height, top)
        if self._free is not None:
            self._free = tops(self._stand, self.layout.level(place))
        self._keep_height()

    def _keep_height(self) -> None:
        height = self._row() - self.top(self.place.side)
        self._wish = height if 0 <= height < self.height else self._stand.focal

    def point_to(self, place: Place) -> None:
        """Make a place the current one where it stands, without bringing it anywhere."""
        lead = self.top(place.side)
        self.place = place
        self._stand = Stand(place.side, lead + self._stand.focal, self._stand.focal)
        self._keep_height()

    def lay_out(self, layout: PairLayout) -> None:
        """Take another layout; the current sentence stays at its height on the screen, or comes back onto it.

        Where there is no room for that, it goes back there as soon as a layout has the room again.
        """
        focal = self._wish
        self.layout = layout
        row, rows = self._row(), min(layout.height(self.place), self.height)
        self._stand = Stand(self.place.side, row, max(0, min(row, focal, self.height - rows)))
        if self._free is not None:
            self._free = tops(self._stand, layout.level(self.place))

    def free(self, free: bool) -> None:
        """Let each side be scrolled alone, or bring the current sentence level again."""
        self._free = self.tops if free else None
        if not free:
            self.go_to(self.place)

    def scroll(self, side: Side, rows: int) -> None:
        """Scroll one side by rows; the other follows the passages in between, unless the sides are free."""
        number, column = SIDES.index(side), self.layout.column(side)
        if self.is_free and self._free is not None:
            top = scrolled(Stand(side, self._free[number], 0), column, rows, self.height).top
            self._free = (top, self._free[1]) if number == 0 else (self._free[0], top)
            self._keep_height()
            return
        if side != self._stand.side:
            self._stand = Stand(side, self.tops[number] + self._stand.focal, self._stand.focal)
        self._stand = scrolled(self._stand, column, rows, self.height)
        self._keep_height()

    def scrolled_to(self) -> int | None:
        """Return the sentence that the eye is on, once free scrolling has taken the current one off the screen."""
        column, top = self.layout.column(self.place.side), self.top(self.place.side)
        if not column.first_row:
            return None
        first, last = column.first_row[self.place.sentence], column.last_row[self.place.sentence]
        if first < 0 or (last >= top and first < top + self.height):
            return None
        seen = range(max(0, top), min(len(column), top + self.height))
        begun = [column.begins[row] for row in (seen if first < top else reversed(seen)) if column.begins[row] >= 0]
        chain = {pair[SIDES.index(self.place.side)] for pair in self.layout.chain(self.place)}
        return next((sentence for sentence in begun if sentence in chain), begun[0] if begun else None)
