"""What stands where on the screen: both panes, the gutter between them and the overview, for any size down to 1×1."""

from dataclasses import dataclass
from typing import NamedTuple

from tui.articles.article import SIDES, Side

STACK_BELOW = 70
"""Narrower than this, the panes stand one above the other."""
MEASURE = 76
"""The longest row of prose, in cells, unless the user sets another: beyond it the eye loses the next line."""
OVERVIEW_WIDTH = 3
MOST_GUTTER = 11
"""The gutter grows to this where the panes leave room."""
LEAST_INDENTED = 10
"""Narrower than this, nothing is indented."""
INDENT = 2
"""In one column, the cells that the other article's sentences are indented by."""
MARK_WIDTH = 4
"""The bar of the current sentence, and the mark with a blank before and after it."""


class Box(NamedTuple):
    """A rectangle in cells."""

    x: int
    y: int
    width: int
    height: int

    def holds(self, x: int, y: int) -> bool:
        """Say whether a cell lies inside."""
        return self.x <= x < self.x + self.width and self.y <= y < self.y + self.height


@dataclass(frozen=True, slots=True)
class Geometry:
    """Where everything of the pair stands."""

    left: Box
    """The left pane: margin and text, without its title row."""
    right: Box
    gutter: Box
    """Between the panes; without width when they are stacked."""
    overview: Box
    margin: int
    """The cells before the text in each pane: number and mark."""
    stacked: bool
    indents: tuple[int, int] = (0, 0)
    """The cells between margin and text on the left and on the right."""
    single: bool = False
    """Whether both sides share one pane."""

    def pane(self, side: Side) -> Box:
        """Return one side's pane."""
        return self.left if side == "left" else self.right

    @property
    def text_widths(self) -> tuple[int, int]:
        """How many cells of text stand in a row of the left and of the right pane."""
        left, right = (
            max(2, box.width - self.margin - indent - 1)
            for box, indent in zip((self.left, self.right), self.indents, strict=True)
        )
        return left, right

    def text_x(self, side: Side) -> int:
        """Return the column in which one side's text begins."""
        return self.pane(side).x + self.margin + self.indents[SIDES.index(side)]

    @property
    def heights(self) -> tuple[int, int]:
        """How many rows the left and the right pane have."""
        return self.left.height, self.right.height


def arrange_single(width: int, height: int, passages: int, measure: int, indents: tuple[int, int]) -> Geometry:
    """Return where everything stands when both sides share one pane, with so many cells before each side's text."""
    overview, inner, margin = _edges(width, passages)
    one = min(inner, measure + margin + max(indents) + 1)
    top, rows = min(1, height - 1), max(0, height - 1)
    pane = Box((inner - one) // 2, top, one, rows)
    nothing = Box(pane.x + one, top, 0, rows)
    if inner < LEAST_INDENTED:
        indents = (0, 0)
    return Geometry(pane, pane, nothing, Box(inner, top, overview, rows), margin, False, indents, True)


def _edges(width: int, passages: int) -> tuple[int, int, int]:
    """Return the width of the overview, of what is left of it, and of the margin."""
    digits = max(2, len(str(passages)))
    overview = OVERVIEW_WIDTH if width >= 30 else 0
    inner = max(0, width - overview)
    return overview, inner, digits + MARK_WIDTH if inner >= 16 + digits else 0


def arrange(width: int, height: int, passages: int = 0, measure: int = MEASURE) -> Geometry:
    """Return where everything stands in `width` × `height` cells, for a pair with so many passages."""
    digits = max(2, len(str(passages)))
    overview, inner, margin = _edges(width, passages)
    stacked = inner < STACK_BELOW - OVERVIEW_WIDTH
    if stacked:
        above = max(0, (height + 1) // 2 - 1)
        below = max(0, height - above - 2)
        one = inner - 1 if overview else inner
        left = Box(0, min(1, height - 1), one, above)
        right = Box(0, above + 2, one, below)
        return Geometry(left, right, Box(inner, 0, 0, 0), Box(inner, 0, overview, height), margin, True)
    gutter = max(5, min(9, 2 * digits + 3)) if inner >= 90 else 5
    room = inner - gutter
    one = min(room // 2, measure + margin + 1)
    more = max(0, min(MOST_GUTTER - gutter, room - 2 * one))
    gutter, spare = gutter + more, (room - more - 2 * one) // 2
    top, rows = min(1, height - 1), max(0, height - 1)
    left = Box(spare, top, one, rows)
    right = Box(spare + one + gutter, top, one, rows)
    return Geometry(left, right, Box(spare + one, top, gutter, rows), Box(inner, top, overview, rows), margin, False)
