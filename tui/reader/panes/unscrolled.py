"""The size of what never scrolls: what the layout made of it, and nothing that asks for another layout."""

from textual.geometry import Size
from textual.reactive import Reactive


def unscrolled() -> Reactive[Size]:
    """Return the `virtual_size` of a widget that never scrolls.

    Textual lays out again, and paints again, whenever it has set this after a layout, since scrollbars may come of it.
    """
    return Reactive(Size(0, 0), layout=False, repaint=False)
