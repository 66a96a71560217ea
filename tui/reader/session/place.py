"""Where the reader is, and what it looks at: small values that every part of the screen is told."""

from dataclasses import dataclass, field
from typing import Literal

from tui.articles.article import Side, Span

View = Literal["reading", "rows-left", "rows-right", "unified-left", "unified-right", "differences"]
"""Reading order; linked sentences in one row, in the left or the right article's order; one column with the left or the
right article's text; differences only."""

VIEWS: dict[View, str] = {
    "reading": "reading order",
    "rows-left": "facing rows, left order",
    "rows-right": "facing rows, right order",
    "unified-left": "one column, left text",
    "unified-right": "one column, right text",
    "differences": "differences only",
}


def view_title(view: View, names: tuple[str, str] = ("left", "right")) -> str:
    """Return what a view is called where the sides have these names."""
    left, right = names
    words = {"left": left, "right": right}
    return " ".join(words.get(word, word) for word in VIEWS[view].split(" "))


TEXT_SIDES: dict[View, Side] = {"unified-left": "left", "unified-right": "right"}
"""Whose text stands in the one column of a view that has only one."""
UNIFIED: dict[Side, View] = {side: view for view, side in TEXT_SIDES.items()}

Filter = Literal["both", "differing", "conflicts", "one-sided", "mentioned"]
"""What is shown while the rest is folded, cut along the five questions."""

FILTERS: dict[Filter, str] = {
    "both": "what both report",
    "differing": "where details differ",
    "conflicts": "what can't both be right",
    "one-sided": "what only one side says",
    "mentioned": "where the chosen mention stands",
}


Shown = tuple[frozenset[int], frozenset[int]]
"""The left and the right sentences that are shown while the others are folded."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the reader is."""

    side: Side = "left"
    """The side that leads."""
    sentence: int = 0
    """The current sentence, on the side that leads."""
    passage: int | None = None
    """The number of the passage it stands in."""
    detail: int | None = None
    """The current detail's position in `Comparison.details`."""


@dataclass(frozen=True, slots=True)
class Selection:
    """A stretch of one side's text being selected, from where it was begun to where it has been drawn."""

    side: Side
    anchor: int
    head: int

    @property
    def span(self) -> Span:
        """What is selected, whichever way it was drawn."""
        return Span(min(self.anchor, self.head), max(self.anchor, self.head))


@dataclass(frozen=True, slots=True)
class Marks:
    """Spans to be lit in both texts: search hits, the places of a mention, highlights."""

    left: tuple[tuple[Span, str], ...] = field(default=())
    """Where on the left and under which theme role; later ones lie on top."""
    right: tuple[tuple[Span, str], ...] = field(default=())


Layer = Literal["notes", "words", "mention"]
"""What spans are lit for."""
