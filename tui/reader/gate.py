"""The last gate before the screen: no character that is drawn is one that a terminal would obey or hide.

Texts are made inert where they come in. What comes from elsewhere, such as names in a tree of files, is made so here.
"""

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from tui.disk.inert import make_inert_line
from tui.disk.signs import to_ascii
from tui.reader.looks.roles import OF_THE_ARTICLE


class InertLines(LineFilter):
    """Makes every piece of a line inert, and leaves it as wide as it was.

    With `ascii_signs` what the program draws becomes ASCII besides; an article's own text stays as it is.
    """

    def __init__(self, *, ascii_signs: bool = False) -> None:
        super().__init__()
        self._make = _in_ascii if ascii_signs else _inert

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the pieces of a line as they may be drawn."""
        return [self._make(segment) for segment in segments]


def _in_ascii(segment: Segment) -> Segment:
    inert = _inert(segment)
    if inert.control or inert.text.isascii() or (inert.style is not None and inert.style.meta.get(OF_THE_ARTICLE)):
        return inert
    return Segment(set_cell_size(to_ascii(inert.text), cell_len(inert.text)), inert.style)


def _inert(segment: Segment) -> Segment:
    text = segment.text
    if segment.control or (text.isascii() and text.isprintable()):
        return segment
    shown = make_inert_line(text)
    if shown == text:
        return segment
    # A character of no width has become one that takes a cell; the line must not grow.
    return Segment(set_cell_size(shown, cell_len(text)), segment.style)
