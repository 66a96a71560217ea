"""Opening and closing the search."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from tui.reader.searching.actions import SEARCHING
from tui.reader.session.session import Session

if TYPE_CHECKING:
    from textual.widget import Widget

    from tui.reader.searching.search_bar import SearchBar


class Stage(Protocol):
    """What may be asked of the screen."""

    async def put_below(self, widget: Widget) -> None:
        """Put a widget below everything but the status bar."""

    def focus_text(self) -> None:
        """Give the keys to both articles."""


class Searching:
    """Opens the search bar, which is made when it is first wanted."""

    ACTIONS = SEARCHING

    def __init__(self, session: Session, stage: Stage) -> None:
        self._pair = session
        self._stage = stage
        self.bar: SearchBar | None = None

    async def search(self) -> None:
        """Search both articles."""
        if self.bar is None:
            from tui.reader.searching.search_bar import SearchBar

            self.bar = SearchBar(self._pair, self._stage.focus_text, id="search-bar")
            await self._stage.put_below(self.bar)
        self.bar.open()

    def seek_again(self) -> None:
        """Search the pair that is open now, if a search is open."""
        if self.bar is not None and self.bar.is_open:
            self.bar.seek_again()

    def show_count(self) -> None:
        """Tell how much was found."""
        if self.bar is not None and self.bar.is_open:
            self.bar.show_count()

    def let_go(self) -> bool:
        """Close the search; say whether one was open."""
        if self.bar is None or not self.bar.is_open:
            return False
        self.bar.close()
        return True
