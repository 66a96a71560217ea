"""Walking the places of somebody or something mentioned, all of them lit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.articles.article import SIDES
from tui.reader.session.place import Marks
from tui.reader.session.session import Session
from tui.reader.viewing.actions import PLACES

if TYPE_CHECKING:
    from tui.reader.session.entries import Entry


class Walking:
    """Walks the places of the entry that is chosen in the sidebar."""

    ACTIONS = PLACES

    def __init__(self, session: Session) -> None:
        self._pair = session
        self._chosen: Entry | None = None
        self._walked = 0

    def walk(self, entry: Entry, step: int) -> None:
        """Choose an entry and go to its first place, or of the chosen one to the next (`step` 1) or the one before."""
        from tui.reader.session.entries import as_mention

        if not entry.places:
            return
        if entry == self._chosen:
            self._walked = (self._walked + step) % len(entry.places)
        else:
            self._chosen, self._walked = entry, 0 if step > 0 else len(entry.places) - 1
        pair = self._pair
        pair.mention = as_mention(entry)
        left, right = (tuple((span, "lit") for span in entry.spans(side)) for side in SIDES)
        pair.light("mention", Marks(left, right))
        pair.go_to_span(*entry.places[self._walked])

    def next_place(self) -> None:
        """Go to the next place of the chosen mention."""
        self._walk_chosen(1)

    def previous_place(self) -> None:
        """Go to the place before of the chosen mention."""
        self._walk_chosen(-1)

    def _walk_chosen(self, step: int) -> None:
        if self._chosen is None:
            self._pair.say("Nobody and nothing is chosen in the sidebar")
        else:
            self.walk(self._chosen, step)

    def forget(self) -> None:
        """Have nothing chosen, as in a pair just opened or compared."""
        self._chosen = None

    def let_go(self) -> bool:
        """Put the places of the chosen mention out; say whether there was one."""
        if self._chosen is None:
            return False
        self._chosen = self._pair.mention = None
        self._pair.light("mention", Marks())
        return True
