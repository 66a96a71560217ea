"""What Textual takes for a reason to lay out or paint everything again, and is none here.

The size of what never scrolls is what the layout made of it, and where the keys go changes only what shows it.
"""

from textual.geometry import Size
from textual.reactive import Reactive
from textual.widget import Widget


def unscrolled() -> Reactive[Size]:
    """Return the `virtual_size` of a widget that never scrolls.

    Textual lays out again, and paints again, whenever it has set this after a layout, since scrollbars may come of it.
    """
    return Reactive(Size(0, 0), layout=False, repaint=False)


def unpainted() -> Reactive[Widget | None]:
    """Return the `focused` of a screen that is not painted anew, all of it, when another widget gets the keys."""
    return Reactive(None, repaint=False)
