"""The guided tour on the screen: a frame of light around a part of it, and a few words beside it."""

from collections.abc import Callable, Mapping

from textual.app import ComposeResult
from textual.content import Content
from textual.geometry import Region, Size
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.reader.helping.tour import steps_for, tell
from tui.reader.key_names import Keymap, key_label

_WIDTHS = (58, 44, 30)
"""The cells that the words may take, the widest first that has room."""


class TourBox(ModalScreen[None]):
    """The tour. The key that leaves it is then taken as if there had been no tour: see `ReaderApp.on_event`.

    Parameters
    ----------
    parts
        Returns where on the screen each part of it is, as far as it is in view.
    keys
        The keys of every action.
    """

    DEFAULT_CSS = """
    TourBox { background: transparent; layers: light words; }
    TourBox > .light {
        layer: light; position: absolute; color: $role-accent; background: $role-surface-background; text-style: bold;
    }
    TourBox > #words {
        layer: words; position: absolute; height: auto; padding: 0 1; background: $role-panel-background;
        border: round $role-accent;
        border-title-color: $role-accent; border-title-style: bold; border-subtitle-color: $role-muted;
    }
    """

    def __init__(self, parts: Callable[[], Mapping[str, Region]], keys: Keymap) -> None:
        super().__init__()
        self._parts = parts
        self._keys = keys
        self._at = 0

    def compose(self) -> ComposeResult:
        """Make the four edges of the frame, and the words."""
        for name in ("above", "below", "before", "after"):
            yield Static("", id=name, classes="light", markup=False)
        yield Static("", id="words", markup=False)

    def on_mount(self) -> None:
        """Begin."""
        self._show()

    def on_resize(self) -> None:
        """Point again to where the part is now."""
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        if not self.children:
            return  # a key was quicker; mounting shows the step it led to
        parts = self._parts()
        steps = steps_for(parts)
        if not steps:
            self._leave()  # the screen is too small for anything to point to
            return
        self._at = min(self._at, len(steps) - 1)
        step, lit = steps[self._at], parts[steps[self._at].part]
        words = self.query_one("#words", Static)
        words.border_title = Content(f"{step.title} · {self._at + 1} of {len(steps)}")
        on, back = (key_label(self._keys[name][0]) for name in ("tour_next", "tour_back"))
        last = self._at == len(steps) - 1
        told = tell(step, self._keys)
        words.update(Content(told))
        room = place_words(lit, self.size, len(told))
        on = f"{on} {'ends' if last else 'next'}"
        wide = room.width > _WIDTHS[-1]
        words.border_subtitle = Content(f"{on} · {back} back · any other key leaves" if wide else f"{on}, others leave")
        words.styles.width, words.styles.offset = room.width, (room.x, room.y)
        for name, edge in edges(lit, self.size).items():
            light = self.query_one(f"#{name}", Static)
            light.display = edge.area > 0
            light.styles.offset, light.styles.width, light.styles.height = (edge.x, edge.y), edge.width, edge.height
            light.update("━" * edge.width if name in ("above", "below") else "\n".join("┃" * edge.height))

    def takes_key(self, key: str) -> bool:
        """Go on, go back or leave; say whether the key is used up, or is to do what it does without a tour."""
        if key in self._keys["tour_next"] and self._at + 1 < len(steps_for(self._parts())):
            self._at += 1
            self._show()
        elif key in self._keys["tour_back"]:
            self._at = max(0, self._at - 1)
            self._show()
        else:
            self.dismiss()
            return key == "escape" or key in self._keys["tour_next"]
        return True

    def on_click(self) -> None:
        """Leave."""
        self._leave()

    def _leave(self) -> None:
        if self.is_active:
            self.dismiss()


def edges(lit: Region, size: Size) -> dict[str, Region]:
    """Return where the four edges around a part stand: outside of it, or nowhere where the screen ends."""
    left, right = max(0, lit.x - 1), min(size.width, lit.right + 1)
    whole = Region(left, max(0, lit.y - 1), right - left, 1)
    has_above, has_below = lit.y > 0, lit.bottom < size.height
    return {
        "above": whole if has_above else Region(),
        "below": Region(left, lit.bottom, right - left, 1) if has_below else Region(),
        "before": Region(left, lit.y, 1, lit.height) if lit.x > 0 else Region(),
        "after": Region(lit.right, lit.y, 1, lit.height) if lit.right < size.width else Region(),
    }


def place_words(lit: Region, size: Size, letters: int = 220) -> Region:
    """Return where so many letters stand: beside the part, where they hide nothing of it if there is room anywhere."""
    wanted = [room for width in _WIDTHS for room in _rooms(lit, size, min(width, size.width), letters)]
    screen = Region(0, 0, size.width, size.height)
    return next((room for room in wanted if screen.contains_region(room)), wanted[-1].intersection(screen))


def _rooms(lit: Region, size: Size, width: int, letters: int) -> tuple[Region, ...]:
    """Return the rooms below, above, behind and before a part; some may lie beyond the screen."""
    height = letters // max(1, width - 10) + 4
    x = min(max(0, lit.x + (lit.width - width) // 2), size.width - width)
    y = min(max(0, lit.y + (lit.height - height) // 2), max(0, size.height - height))
    return (
        Region(x, lit.bottom + 1, width, height),
        Region(x, lit.y - height - 1, width, height),
        Region(lit.right + 1, y, width, height),
        Region(lit.x - width - 1, y, width, height),
    )
