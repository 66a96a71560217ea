"""Sidebar and details: where there is room for them, and what they show of the open pair."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, Protocol

from textual.geometry import Size

from tui.reader.session.place import Marks
from tui.reader.session.places import place_of_detail
from tui.reader.session.session import Session
from tui.reader.viewing.actions import BESIDE, DETAILS
from tui.reader.viewing.rooms import DETAILS_ROWS, MOST_COLUMNS, MOST_ROWS, SIDEBAR_COLUMNS, Below, Beside, details_rows

if TYPE_CHECKING:
    from tui.reader.session.entries import Entry
    from tui.reader.viewing.details_panel import DetailsPanel
    from tui.reader.viewing.sidebar import Sidebar

Fold = Literal["auto", "shown", "folded"]


LEAST_TABLE_ROWS = 4
"""In fewer rows each detail takes one line, without a heading over them."""


class Stage(Protocol):
    """What may be asked of the screen."""

    @property
    def size(self) -> Size:
        """How large it is."""

    def focus_text(self) -> None:
        """Give the keys to both articles."""


class Panels:
    """Shows sidebar and details.

    They have nothing to show before the comparison is made: their places are kept in the first paint, and they are put
    there after it.

    Parameters
    ----------
    session
        The open pair.
    stage
        The screen.
    of_entries
        What the sidebar does with an entry: `walk` goes to its next place (1) or the one before (-1), `explain` tells
        why it is what it is.
    sidebar
        Whether the sidebar is shown until the reader wishes otherwise; `auto` leaves it to the width.
    details
        Whether the details are.
    """

    ACTIONS = BESIDE + DETAILS

    def __init__(
        self,
        session: Session,
        stage: Stage,
        of_entries: tuple[Callable[[Entry, int], None], Callable[[Entry], None]],
        sidebar: Fold,
        details: bool,
    ) -> None:
        self._pair = session
        self._stage = stage
        self._of_entries = of_entries
        self._details_usual = details
        self._sidebar_wish = None if sidebar == "auto" else sidebar == "shown"
        self._sidebar_usual = self._sidebar_wish
        self._details_wish: bool | None = None
        self._room: tuple[bool, int, bool, int] = (True, MOST_COLUMNS, True, MOST_ROWS)
        """Whether the sidebar is unfolded, its columns, whether the details are shown, their rows."""
        self._has_listed = False
        """Whether the details of a passage of this pair have been listed; from then on their place keeps its height, so
        that the text does not jump at a sentence that stands in no passage."""
        self.beside = Beside()
        self.below = Below()
        self.listing: Sidebar | None = None
        """The sidebar, once it has been put in its place."""
        self.table: DetailsPanel | None = None
        """The details, once they have been put in their place."""

    async def furnish(self) -> None:
        """Put sidebar and details in their places."""
        from tui.reader.viewing.details_panel import DetailsPanel
        from tui.reader.viewing.sidebar import Sidebar

        sidebar = Sidebar(*self._of_entries, self._leave_sidebar, id="sidebar")
        details = DetailsPanel(self._go_to_detail, id="details-panel")
        for place, panel in ((self.beside, sidebar), (self.below, details)):
            if not place.is_attached:
                return  # the program has been left meanwhile
            await place.mount(panel)
        self.listing, self.table = sidebar, details
        self.show()

    def show(self) -> None:
        """Show what is known of the pair now."""
        lookup = self._pair.lookup
        if not lookup.linked:
            self._has_listed = False
        elif lookup.finished and self.listing:
            self.listing.show(lookup.comparison, lookup.names)
        self._pair.light("mention", Marks())
        self.show_notes()

    def show_notes(self) -> None:
        """List the notes, and what they say of the current details."""
        from tui.reader.session.notes_listed import note_entries

        if self.listing:
            self.listing.show_notes(note_entries(self._pair.placement))
        self.show_details()

    def show_details(self) -> None:
        """Show the details of the current passage; their place grows for the first one and keeps its height."""
        if self.table is not None:
            self.make_room()
            self._fill_details()

    def _fill_details(self) -> None:
        if self.table is None or not self.below.display:
            return
        pair = self._pair
        lookup, place = pair.lookup, pair.place
        passage = lookup.passage_at(place)
        self.table.show(
            lookup.comparison if lookup.finished else None,
            passage,
            lookup.details_of(passage),
            place.detail,
            otherwise=self._otherwise(),
            states=pair.detail_states() if passage else {},
            checked=pair.checked_links() if passage else frozenset(),
            names=lookup.names,
            brief=self._room[3] < LEAST_TABLE_ROWS,
        )

    def _otherwise(self) -> str:
        """Return what there is to say where the current sentence stands in no passage."""
        lookup, place = self._pair.lookup, self._pair.place
        if not lookup.linked:
            return "Comparing …"
        if lookup.passage_at(place) is not None:
            return "What differs here is not known yet."
        if lookup.is_one_sided(place.side, place.sentence):
            return f"Only the {lookup.name(place.side)} article says this."
        if beside := lookup.detail_beside(place.side, place.sentence):
            return f"Not linked, but it differs from passage {beside.passage}: {beside.summary}"
        return "Nothing faces this line."

    def _go_to_detail(self, position: int) -> None:
        self._pair.go(place_of_detail(self._pair.lookup, position, self._pair.place.side))

    def choose_mention(self, mention: int) -> None:
        """Go to the first place of a mention and light them all; it is a position in `Comparison.mentions`."""
        if self.listing:
            self.listing.choose(mention)

    def make_room(self) -> None:
        """Show sidebar and details where there is room for them."""
        width, height = self._stage.size
        wish = self._sidebar_wish
        unfolded = width >= SIDEBAR_COLUMNS if wish is None else wish
        columns = MOST_COLUMNS if width >= SIDEBAR_COLUMNS else min(MOST_COLUMNS, max(10, width - 2))
        usual = self._details_usual and height >= DETAILS_ROWS
        shown = usual if self._details_wish is None else self._details_wish
        self._has_listed = self._has_listed or self._pair.lookup.passage_at(self._pair.place) is not None
        room = unfolded, columns, shown, details_rows(height, empty=not self._has_listed)
        if room == self._room:
            # Setting a style to what it is already would lay the first paint out twice.
            return
        self._room = room
        self.beside.display, self.beside.styles.width = unfolded, columns
        self.below.display, self.below.styles.height = shown, room[3]
        self._fill_details()

    def sidebar(self) -> None:
        """Go to the sidebar, unfolding it."""
        self._sidebar_wish = True
        self.make_room()
        if self.listing:
            self.listing.focus()

    def fold_sidebar(self) -> None:
        """Fold the sidebar away, or unfold it."""
        self._sidebar_wish = not self.beside.display
        self.make_room()
        if not self.beside.display:
            self._stage.focus_text()

    def _leave_sidebar(self) -> None:
        if self._stage.size.width < SIDEBAR_COLUMNS:
            self._sidebar_wish = self._sidebar_usual
            self.make_room()
        self._stage.focus_text()

    def details(self) -> None:
        """Show or hide the details."""
        self._details_wish = not self.below.display
        self.make_room()
        if not self.below.display:
            self._stage.focus_text()
