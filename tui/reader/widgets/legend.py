"""The legend: what the signs in view mean, in one line where there is room."""

from collections.abc import Callable

from tui.reader.looks.roles import RoleStyles
from tui.reader.session.signs import MARGIN
from tui.reader.widgets.bars import Bar, Word, Words

LEAST_COLUMNS, LEAST_ROWS = 70, 30
"""On a smaller screen there is no legend; the status bar tells what the current sign means."""


class Legend(Bar):
    """Names the signs in view.

    Parameters
    ----------
    roles
        The styles of the theme.
    in_view
        Returns the signs that are in view.
    """

    def __init__(self, roles: RoleStyles, in_view: Callable[[], frozenset[str]]) -> None:
        super().__init__(roles)
        self._in_view = in_view
        self._shown: frozenset[str] = frozenset()

    def look(self) -> None:
        """Name the signs that are in view now."""
        if self.display and (seen := self._in_view()) != self._shown:
            self._shown = seen
            self.refresh()

    def words(self) -> tuple[Words, list[Words]]:
        """Return the signs with their names, and the way to the others."""
        words: Words = []
        for sign in MARGIN.values():
            if sign.sign in self._shown:
                words += [Word(f"{sign.sign} ", sign.role), Word(f"{sign.name}   ", "muted")]
        if not words:
            return [Word("", "muted")], []
        return words, [[Word("? ", "accent", "help"), Word("all signs", "muted", "help")]]
