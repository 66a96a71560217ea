"""What shows through behind a box: the screen under it, darkened. Each style is mixed once, not for every word."""

from collections.abc import Iterable
from functools import lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.renderables.background_screen import BackgroundScreen


class Behind(BackgroundScreen):
    """Draws a screen as Textual does behind another."""

    @classmethod
    def process_segments(cls, segments: Iterable[Segment], color: Color) -> Iterable[Segment]:
        """Return the segments under a veil of a colour."""
        for text, style, control in segments:
            yield Segment(text, style if control else _veiled(style, color), control)


@lru_cache(maxsize=4096)
def _veiled(style: Style | None, color: Color) -> Style | None:
    (segment,) = BackgroundScreen.process_segments((Segment(" ", style),), color)
    return segment.style
