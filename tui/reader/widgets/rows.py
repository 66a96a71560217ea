"""What a list is made of: items that say in which lines and under which roles they are drawn. Pure; knows no screen."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from rich.cells import cell_len, set_cell_size

from tui.reader.layout.wrap import Run, drawable, wrap

Piece = tuple[str, str]
"""Some text and the theme role it is drawn under; an empty role is plain text."""

Line = tuple[Piece, ...]


class Item(Protocol):
    """One entry of a list."""

    @property
    def selectable(self) -> bool:
        """Whether the cursor can stand on it; headings are passed over."""

    @property
    def height(self) -> int | None:
        """Its lines, where that does not depend on the width, so that nothing need be drawn to know it."""

    def lines(self, width: int) -> Sequence[Line]:
        """Return its lines, none wider than `width` cells."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading over the items below it, with something at the right edge."""

    text: str
    right: str = ""
    role: str = "accent"
    blank_above: bool = False
    """Whether an empty line parts it from what stands above."""
    selectable: bool = False

    @property
    def height(self) -> int | None:
        """One line, or two."""
        return 2 if self.blank_above else 1

    def lines(self, width: int) -> Sequence[Line]:
        """Return its lines."""
        room = max(0, width - cell_len(self.right) - 1)
        line: Line = ((fit(self.text, room) + " ", self.role), (self.right, "muted"))
        return ((), line) if self.blank_above else (line,)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text that wraps, behind a first piece that stays in the margin."""

    text: str
    role: str = ""
    margin: str = ""
    margin_role: str = "muted"
    selectable: bool = True
    value: object = None
    """What it stands for."""
    height: int | None = None

    def lines(self, width: int) -> Sequence[Line]:
        """Return its lines, all indented by the width of the margin."""
        indent = cell_len(self.margin)
        rows = wrap_text(self.text, width - indent) or ("",)
        first: Line = ((self.margin, self.margin_role), (rows[0], self.role))
        return (first, *(((" " * indent, ""), (row, self.role)) for row in rows[1:]))


def fit(text: str, width: int) -> str:
    """Return `text` in exactly `width` cells: padded with blanks, or cut with an ellipsis."""
    if width <= 0:
        return ""
    if cell_len(text) <= width:
        return set_cell_size(text, width)
    return set_cell_size(text, width - 1) + "…"


def fit_right(text: str, width: int) -> str:
    """Return `text` in exactly `width` cells, at their right edge."""
    missing = width - cell_len(text)
    return " " * missing + text if missing >= 0 else fit(text, width)


@lru_cache(maxsize=2048)
def wrap_text(text: str, width: int) -> tuple[str, ...]:
    """Return the lines of `text` wrapped at `width` cells; line feeds begin new lines."""
    rows: list[str] = []
    for paragraph in text.split("\n"):
        drawn = drawable(paragraph)
        rows += [drawn[start:end] for start, end, _ in wrap(drawn, (), Run(0, len(drawn), 0, 0), width)] or [""]
    return tuple(rows)
