"""The keys that change what is shown: views, and filters along the five questions."""

from typing import TYPE_CHECKING

from tui.articles.article import SIDES, Side
from tui.reader import moves
from tui.reader.filters import shown_sentences
from tui.reader.layout.pair import Shown
from tui.reader.lookup import other_side
from tui.reader.navigation import Navigation
from tui.reader.place import FILTERS, TEXT_SIDES, UNIFIED, VIEWS, Filter, Place, View, view_title

if TYPE_CHECKING:
    from tui.compare.comparison import Mention


class Viewing(Navigation):
    """The part of the pair's screen that holds the view and the filter."""

    view: View
    filter: Filter | None
    mention: "Mention | None"

    def show_view(self) -> None:
        """Show what view and filter ask for; the current sentence stays, or the nearest one shown takes its place."""
        shown = shown_sentences(self.lookup, self.view, self.filter, self.mention) if self.lookup.finished else None
        self.panes.show_view(self.view if self.lookup.finished else "reading", shown)
        self.view_changed()
        place = nearest_shown(self.place, shown)
        self.go(self.place if place is None else moves.place_at(self.lookup, *place, self._detail_at(place)))

    def is_hidden(self, place: Place) -> bool:
        """Say whether view and filter hide a sentence."""
        rows = self.panes.layout_of_pair.column(place.side).first_row
        return place.sentence < len(rows) and rows[place.sentence] < 0

    def view_changed(self) -> None:
        """Tell whoever shows which view and filter are on."""

    def _detail_at(self, place: tuple[Side, int]) -> int | None:
        return self.place.detail if place == (self.place.side, self.place.sentence) else None

    def action_next_view(self) -> None:
        """Change the view."""
        self._step_view(1)

    def action_previous_view(self) -> None:
        """Change the view to the one before."""
        self._step_view(-1)

    def _step_view(self, step: int) -> None:
        views = list(VIEWS)
        following = views[(views.index(self.view) + step) % len(views)]
        if not self.try_view(following):
            self.try_view(views[(views.index(following) + step) % len(views)])

    def try_view(self, view: View) -> bool:
        """Show another view unless nothing would be left to see; say whether it is shown."""
        return self._try(view, self.filter)

    def action_other_side(self) -> None:
        """Let the other side lead; where both share one column, it becomes the text."""
        super().action_other_side()
        if self.view in TEXT_SIDES:
            self.try_view(UNIFIED[self.place.side])

    def _try(self, view: View, chosen: Filter | None) -> bool:
        """Change view and filter unless nothing would be left to see; say whether they changed."""
        if self.lookup.finished:
            shown = shown_sentences(self.lookup, view, chosen, self.mention)
            if shown is not None and not any(shown):
                what = FILTERS[chosen] if chosen else view_title(view, self.lookup.names)
                self.go(None, f"Nothing to show: {what}")
                return False
        self.view, self.filter = view, chosen
        self.show_view()
        return True

    def _filter(self, chosen: Filter) -> None:
        if not self.lookup.finished:
            self.go(None, "Still comparing …")
        elif chosen == "mentioned" and self.mention is None:
            self.go(None, "Nobody and nothing is chosen in the sidebar")
        else:
            self._try(self.view, None if chosen == self.filter else chosen)

    def action_show_all(self) -> None:
        """Drop the filter."""
        self._try(self.view, None)

    def action_show_both(self) -> None:
        """Show what both report, or everything again."""
        self._filter("both")

    def action_show_differing(self) -> None:
        """Show where details differ, or everything again."""
        self._filter("differing")

    def action_show_conflicts(self) -> None:
        """Show what can't both be right, or everything again."""
        self._filter("conflicts")

    def action_show_one_sided(self) -> None:
        """Show what only one side says, or everything again."""
        self._filter("one-sided")

    def action_show_mentioned(self) -> None:
        """Show where the chosen mention stands, or everything again."""
        self._filter("mentioned")

    def reveal(self, place: Place) -> None:
        """Drop view and filter where they hide a sentence that is to be gone to."""
        if self.is_hidden(place):
            self.filter = None
            if self.view == "differences":
                self.view = "reading"
            self.panes.show_view(self.view, None)
            self.view_changed()


def nearest_shown(place: Place, shown: Shown | None) -> tuple[Side, int] | None:
    """Return the side and sentence nearest to a place among those shown, its own side first; none when it is shown."""
    if shown is None:
        return None
    for side in (place.side, other_side(place.side)):
        sentences = shown[SIDES.index(side)]
        if sentences:
            nearest = min(sentences, key=lambda sentence: (abs(sentence - place.sentence), sentence))
            return None if (side, nearest) == (place.side, place.sentence) else (side, nearest)
    return None
