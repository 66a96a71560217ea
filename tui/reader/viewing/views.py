"""Changing what is shown: views, and filters along the five questions."""

from typing import TYPE_CHECKING

from tui.reader.session.place import VIEWS, Filter
from tui.reader.session.session import Session
from tui.reader.viewing.actions import VIEWS as ACTIONS

if TYPE_CHECKING:
    from tui.compare.comparison import DetailLevel

_TELLINGS: "dict[DetailLevel, str]" = {
    "few": "The differences that matter",
    "more": "More differences",
    "all": "All differences",
}


class Views:
    """Changes view and filter of the open pair."""

    ACTIONS = ACTIONS

    def __init__(self, session: Session) -> None:
        self._pair = session

    def next_view(self) -> None:
        """Change the view."""
        self._step(1)

    def previous_view(self) -> None:
        """Change the view to the one before."""
        self._step(-1)

    def _step(self, step: int) -> None:
        pair, views = self._pair, list(VIEWS)
        following = views[(views.index(pair.view) + step) % len(views)]
        if not pair.show(following, pair.filter):
            pair.show(views[(views.index(following) + step) % len(views)], pair.filter)

    def more_details(self) -> None:
        """Tell more of the differing details: few, more, all, and few again."""
        pair, steps = self._pair, list(_TELLINGS)
        following = steps[(steps.index(pair.telling) + 1) % len(steps)]
        pair.tell(following)
        if pair.found is None:
            pair.say(f"Once compared: {_TELLINGS[following]}")
            return
        told, untold = pair.lookup.counts.details, pair.lookup.untold
        pair.say(f"{_TELLINGS[following]}: {told}" + (f" of {told + untold}" if untold else ""))

    def _filter(self, chosen: Filter) -> None:
        pair = self._pair
        if not pair.lookup.finished:
            pair.say("Still comparing …")
        elif chosen == "mentioned" and pair.mention is None:
            pair.say("Nobody and nothing is chosen in the sidebar")
        else:
            pair.show(pair.view, None if chosen == pair.filter else chosen)

    def show_all(self) -> None:
        """Drop the filter."""
        if self._pair.filter is None:
            self._pair.say("Everything is shown already")
        else:
            self._pair.show(self._pair.view, None)

    def show_both(self) -> None:
        """Show what both report, or everything again."""
        self._filter("both")

    def show_differing(self) -> None:
        """Show where details differ, or everything again."""
        self._filter("differing")

    def show_conflicts(self) -> None:
        """Show what can't both be right, or everything again."""
        self._filter("conflicts")

    def show_one_sided(self) -> None:
        """Show what only one side says, or everything again."""
        self._filter("one-sided")

    def show_mentioned(self) -> None:
        """Show where the chosen mention stands, or everything again."""
        self._filter("mentioned")
