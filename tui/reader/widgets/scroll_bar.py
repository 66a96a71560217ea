"""The bar beside a list that says how much of it is seen: drawn anew only when it looks otherwise."""

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.strip import Strip

from tui.reader.panes.unscrolled import unscrolled


class StillScrollBar(ScrollBar):
    """A scrollbar, which never scrolls itself."""

    virtual_size = unscrolled()
    _looks: tuple[object, ...] = ()
    _lines: tuple[Strip, ...] = ()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return some of its lines as they go to the screen."""
        bar, size, base = self.render(), self.outer_size, self.visual_style.rich_style
        assert isinstance(bar, ScrollBarRender)
        filters, ground = self.get_line_filters(), self.background_colors[1]
        seen = bar.virtual_size, bar.window_size, bar.position
        looks = size, seen, bar.style, base, tuple(filters), ground
        if looks != self._looks:
            style = bar.style
            assert isinstance(style, Style) and style.color is not None and style.bgcolor is not None
            cells = bar.render_bar(size.height, *seen, size.width, True, style.bgcolor, style.color).segments
            made: dict[Segment, Strip] = {}
            for cell in cells:
                if cell not in made:
                    line = Strip([Segment(cell.text, base + (cell.style or Style()))], size.width)
                    for one in filters:
                        line = line.apply_filter(one, ground)
                    made[cell] = line
            self._looks, self._lines = looks, tuple([made[cell] for cell in cells])
        return list(self._lines[crop.y : crop.bottom])
