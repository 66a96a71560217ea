"""The lines of a widget as they go to the screen: made once for as long as they are drawn alike.

Textual puts every line of a widget together anew, with border, padding and filters, whenever anything near it is drawn.
"""

from collections.abc import Iterable

from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget


class Finished:
    """The lines of one widget that has neither border nor padding, and draws each line in its whole width."""

    def __init__(self) -> None:
        self._made_with: tuple[tuple[LineFilter, ...], Color] | None = None
        self._lines: dict[int, tuple[Strip, Strip]] = {}
        """Each line as it was drawn, and as it goes to the screen."""
        self._last: tuple[Iterable[Strip], Region, list[Strip]] | None = None
        """The lines asked for last, and what became of them."""

    def lines(self, widget: Widget, crop: Region, drawn: Iterable[Strip]) -> list[Strip]:
        """Return what goes to the screen of a part of the widget, of which these are the lines as they were drawn."""
        ground = widget.background_colors[1]
        made_with = tuple(widget.get_line_filters()), ground
        if made_with != self._made_with:
            self._made_with, self._lines, self._last = made_with, {}, None
        if self._last is not None and self._last[0] is drawn and self._last[1] == crop:
            return self._last[2]
        width = widget.outer_size.width
        found = []
        for y, strip in zip(crop.line_range, drawn, strict=True):
            before, line = self._lines.get(y, (None, strip))
            if before is not strip:
                line = strip.adjust_cell_length(width, Style(bgcolor=ground.rich_color))
                for one in made_with[0]:
                    line = line.apply_filter(one, ground)
                self._lines[y] = strip, line
            found.append(line)
        if crop.column_span != (0, width):
            found = [line.crop(*crop.column_span) for line in found]
        self._last = drawn, crop, found
        return found


def ground_lines(widget: Widget, crop: Region) -> list[Strip]:
    """Return what stands in a part of a widget that draws nothing but the ground its parts stand on."""
    ground = widget.background_colors[1]
    line = Strip.blank(crop.width, Style(bgcolor=ground.rich_color))
    for one in widget.get_line_filters():
        line = line.apply_filter(one, ground)
    return [line] * crop.height
