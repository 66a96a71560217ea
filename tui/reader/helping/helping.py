"""Help, palette and themes, and leaving: what was held, or the program."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from tui.reader.helping.actions import HELPING, LEAVING

if TYPE_CHECKING:
    from textual.geometry import Region
    from textual.screen import Screen

    from tui.reader.action import Action
    from tui.reader.key_names import Keymap
    from tui.reader.looks.themes import ReaderTheme


class Stage(Protocol):
    """What may be asked of the screen and the program."""

    def ask(self, box: Screen[Any], take: Callable[[Any], None] | None = None) -> None:
        """Open a box, and give its answer to `take`."""

    def tell(self, text: str, title: str, severity: str = "information", seconds: float | None = None) -> None:
        """Show something for a moment."""

    def act(self, action: str) -> None:
        """Take an action of the table."""

    def parts(self) -> Mapping[str, Region]:
        """Return where the parts of the screen are that the tour may point to."""

    def let_go(self) -> None:
        """Let go of what is held: a comparison under way, a selection, a search, a mention."""

    def keep_theme(self, theme: ReaderTheme | None) -> None:
        """Start with this theme from now on; none changes nothing."""

    def suspend(self) -> None:
        """Put the program aside; the shell has the terminal until the program is brought back."""

    def save_all(self) -> Sequence[object]:
        """Save every pair's notes, and return what could not be saved."""

    def exit(self) -> None:
        """End the program."""


class Helping:
    """Helps one to use the program, and leaves it."""

    ACTIONS = HELPING + LEAVING

    def __init__(self, stage: Stage, table: Sequence[Action], keys: Keymap) -> None:
        self._stage = stage
        self._table = table
        self._keys = keys
        self._has_warned = False
        """Whether it has been told that leaving now leaves notes unsaved."""

    def help(self) -> None:
        """Show what the signs mean, and every key by topic."""
        from tui.reader.helping.help_box import HelpBox

        self._stage.ask(HelpBox(self._table, self._keys), lambda action: self._stage.act(action) if action else None)

    def theme(self) -> None:
        """Choose a theme."""
        from tui.reader.helping.theme_box import ThemeBox

        self._stage.ask(ThemeBox(), self._stage.keep_theme)

    def tour(self) -> None:
        """Show what is where on the screen."""
        from tui.reader.helping.tour import remember_tour
        from tui.reader.helping.tour_box import TourBox

        remember_tour()
        self._stage.ask(TourBox(self._stage.parts, self._keys))

    def palette(self) -> None:
        """Find any action or mention by typing."""
        from tui.reader.helping.palette import Actions, Mentions, Palette, Passages, Views

        placeholder = "An action, a person, a place, a figure …"
        self._stage.ask(Palette([Actions, Passages, Views, Mentions], placeholder=placeholder))

    def leave(self) -> None:
        """Let go of what is held, one after the other."""
        self._stage.let_go()

    def suspend(self) -> None:
        """Put the program aside."""
        self._stage.suspend()

    def quit(self) -> None:
        """Leave the program; where notes cannot be saved, only when asked a second time."""
        if self._has_warned or not self._stage.save_all():
            self._stage.exit()
            return
        self._has_warned = True
        told = "Some notes could not be saved. Export them (e, YAML), or leave all the same with the same key."
        self._stage.tell(told, "Not saved", "error", 15)
