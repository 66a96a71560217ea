"""Which lines of the pair stand on the screen, so that only what has become another one is sent to the terminal."""

from collections.abc import Iterable

from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip


class Painted:
    """The lines as they were drawn last."""

    def __init__(self) -> None:
        self._lines: dict[int, Strip] = {}

    def keep(self, y: int, strip: Strip) -> None:
        """Note that a line has been drawn."""
        self._lines[y] = strip

    def known(self, y: int, strip: Strip) -> Strip:
        """Return the line on the screen where it looks alike, since what was made of it still holds; else `strip`."""
        before = self._lines.get(y)
        return before if before == strip else strip

    def changes(self, lines: Iterable[Strip]) -> list[Region]:
        """Return where lines from the top are others than those on the screen, each up to its last cell that is."""
        found = []
        for y, strip in enumerate(lines):
            before = self._lines.get(y)
            if before is strip:
                continue
            width = strip.cell_length if before is None else _differing_cells(list(before), list(strip))
            if width:
                found.append(Region(0, y, width, 1))
        return found


def _differing_cells(before: list[Segment], after: list[Segment]) -> int:
    """Return how many cells of a line, from its start, hold all that is not as before; 0 where nothing is."""
    if before == after:
        return 0
    width = sum(segment.cell_length for segment in after)
    if sum(segment.cell_length for segment in before) != width:
        return width
    for old, new in zip(reversed(before), reversed(after), strict=False):
        if old != new:
            break
        width -= new.cell_length
    return width
