"""Going from one passage, detail, conflict or one-sided sentence to the next."""

from collections.abc import Callable
from typing import Protocol

from tui.reader.layout.pair import PairLayout
from tui.reader.moving import moves
from tui.reader.moving.actions import STEPPING
from tui.reader.moving.moves import in_text, next_in_column
from tui.reader.session.lookup import Lookup
from tui.reader.session.place import Place
from tui.reader.session.session import Session

NOTHING = {"passage": "Nothing that both report was found"}
"""What is said where there is nothing of a kind to go to."""


class Laid(Protocol):
    """What knows where everything stands."""

    @property
    def layout_of_pair(self) -> PairLayout:
        """The layout for the present size, view and filter."""


_BY_LINKS = (moves.next_passage, moves.next_one_sided)
"""What can be gone to before it is known what differs."""


class Stepping:
    """Steps among what was found."""

    ACTIONS = STEPPING

    def __init__(self, session: Session, window: Laid) -> None:
        self._pair = session
        self._window = window

    def _step(self, move: Callable[[Lookup, Place, int], Place | None], step: int, what: str, total: int) -> None:
        lookup = self._pair.lookup
        if not (lookup.finished or (lookup.linked and move in _BY_LINKS)):
            self._pair.say("Still comparing …")
            return
        place = move(self._pair.lookup, in_text(self._pair, self._window.layout_of_pair, step), step)
        while place is not None and self._pair.is_hidden(place):
            place = move(self._pair.lookup, place, step)
        if total:
            self._pair.go(place, f"No {what} {'after' if step > 0 else 'before'} this one")
        else:
            self._pair.go(place, NOTHING.get(what, f"There is no {what}"))

    def next_passage(self) -> None:
        """Go to the next passage, or to the next hit while a search is open."""
        if not self._pair.walk_hits(1):
            self._step(moves.next_passage, 1, "passage", len(self._pair.lookup.passages))

    def previous_passage(self) -> None:
        """Go to the passage before, or to the hit before while a search is open."""
        if not self._pair.walk_hits(-1):
            self._step(moves.next_passage, -1, "passage", len(self._pair.lookup.passages))

    def next_detail(self) -> None:
        """Go to the next differing detail."""
        self._step(moves.next_detail, 1, "differing detail", self._pair.lookup.counts.details)

    def previous_detail(self) -> None:
        """Go to the differing detail before."""
        self._step(moves.next_detail, -1, "differing detail", self._pair.lookup.counts.details)

    def next_conflict(self) -> None:
        """Go to the next conflict."""
        self._step(moves.next_conflict, 1, "conflict", self._count_conflicts())

    def previous_conflict(self) -> None:
        """Go to the conflict before."""
        self._step(moves.next_conflict, -1, "conflict", self._count_conflicts())

    def _count_conflicts(self) -> int:
        return self._pair.lookup.counts.conflicts

    def next_one_sided(self) -> None:
        """Go to the next sentence only this side has."""
        self._step_one_sided(1)

    def previous_one_sided(self) -> None:
        """Go to the sentence before that only this side has."""
        self._step_one_sided(-1)

    def _step_one_sided(self, step: int) -> None:
        """Go to the next sentence that one side alone has: the leading one, or either where both share one column."""
        if self._window.layout_of_pair.text_side is None or not self._pair.lookup.linked:
            side = self._pair.place.side
            what = f"sentence only on the {self._pair.lookup.name(side)}"
            self._step(moves.next_one_sided, step, what, len(self._pair.lookup.one_sided(side)))
            return
        place = next_in_column(self._pair, self._window.layout_of_pair, self._pair.place, step)
        while place is not None and not self._pair.lookup.is_one_sided(place.side, place.sentence):
            place = next_in_column(self._pair, self._window.layout_of_pair, place, step)
        self._pair.go(place, f"No sentence on one side only {'after' if step > 0 else 'before'} this one")
