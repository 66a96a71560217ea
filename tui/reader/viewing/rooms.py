"""The places of sidebar and details, kept in the first paint, and from which size of the screen on they are shown."""

from textual.containers import Vertical

from tui.reader.panes.unscrolled import unscrolled

SIDEBAR_COLUMNS = 110
"""From this width on the sidebar is shown unless it has been folded."""

MOST_COLUMNS, MOST_ROWS = 32, 7
"""The size of sidebar and details where there is room."""

DETAILS_ROWS = 20
"""From this height on the details panel is shown unless it has been put away."""


def details_rows(height: int, empty: bool) -> int:
    """Return how many rows the details have on a screen of some height: one while there was nothing to list yet."""
    return 1 if empty else max(1, min(MOST_ROWS, height // 4, (height - 18) // 2))


class Plain(Vertical):
    """A place that is covered by what stands in it: no line of its own is drawn."""

    BLANK = True
    virtual_size = unscrolled()


class Beside(Plain):
    """The place of the sidebar, with its size before the first paint."""

    DEFAULT_CSS = f"Beside {{ width: {MOST_COLUMNS}; background: $panel; }}"


class Below(Plain):
    """The place of the details, with its size before the first paint."""

    DEFAULT_CSS = f"Below {{ height: {MOST_ROWS}; background: $panel; }}"
