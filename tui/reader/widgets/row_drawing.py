"""The lines of a list as they are drawn: made once for as long as nothing makes them look otherwise."""

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.disk.inert import make_inert_line
from tui.reader.looks.roles import RoleStyles
from tui.reader.widgets.rows import Item, Line

_NO_LINE = Style(underline=False, underline2=False)
"""In a list the role's colour and weight are enough; underlines are for running text."""
_MOST_LINES = 256
"""So many lines are kept: what another size, cursor or filter leaves on the screen is not drawn anew."""


class RowDrawing:
    """Draws the lines of items in one theme.

    Parameters
    ----------
    roles
        The styles of the theme.
    """

    def __init__(self, roles: RoleStyles) -> None:
        self.roles = roles
        self._mixed: dict[tuple[Style, str, Style | None], Style] = {}
        """The style of each role on each ground, under the cursor or not."""
        self._lines: dict[tuple[object, ...], tuple[Item, Strip]] = {}
        """The lines drawn, with the items they are of."""
        self._blank: tuple[tuple[int, Style], Strip] | None = None

    def line(self, item: Item, number: int, room: int, width: int, ground: Style, over: Style | None) -> Strip:
        """Return one line of an item.

        Parameters
        ----------
        item
            The item.
        number
            Which of its lines, from 0.
        room
            The cells it may take.
        width
            The cells of the line, the rest of them empty.
        ground
            What it is drawn on.
        over
            How it is lit, where the cursor or the mouse is on the item.
        """
        drawn_for = id(item), number, room, width, ground, over
        kept, strip = self._lines.get(drawn_for, (None, None))
        if strip is None or kept is not item:
            if len(self._lines) >= _MOST_LINES:
                self._lines.clear()
            strip = self._draw(item, number, room, width, ground, over)
            self._lines[drawn_for] = item, strip
        return strip

    def blank(self, width: int, ground: Style) -> Strip:
        """Return a line below all items."""
        if self._blank is None or self._blank[0] != (width, ground):
            self._blank = (width, ground), Strip.blank(width, ground)
        return self._blank[1]

    def _draw(self, item: Item, number: int, room: int, width: int, ground: Style, over: Style | None) -> Strip:
        lines = item.lines(room)
        line: Line = lines[number] if number < len(lines) else ()
        lit = over if line else None
        segments = [Segment(make_inert_line(text), self._style(ground, role, lit)) for text, role in line if text]
        return Strip(segments).adjust_cell_length(width, ground + lit if lit else ground)

    def _style(self, ground: Style, role: str, over: Style | None) -> Style:
        style = self._mixed.get((ground, role, over))
        if style is None:
            style = ground
            for one in role.split():
                style += self.roles[one] + _NO_LINE
            style = self._mixed[ground, role, over] = style + over if over else style
        return style
