"""What stands around the two articles: sidebar, details and search.

The screen of the pair takes these keys from here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult

from tui.articles.article import SIDES, Side
from tui.reader import messages, moves
from tui.reader.navigation import Navigation
from tui.reader.place import Marks
from tui.reader.room import DETAILS_ROWS, MOST_COLUMNS, MOST_ROWS, SIDEBAR_COLUMNS, Below, Beside

if TYPE_CHECKING:
    from tui.compare.comparison import Mention
    from tui.reader.app import ReaderApp
    from tui.reader.entries import Entry
    from tui.reader.widgets.details_panel import DetailsPanel
    from tui.reader.widgets.search_bar import SearchBar
    from tui.reader.widgets.sidebar import Sidebar


class Surroundings(Navigation):
    """The part of the pair's screen that knows what stands around the articles.

    Sidebar and details have nothing to show before the comparison is made: their places are kept in the first paint,
    and they are put there after it.
    """

    mention: Mention | None
    _sidebar_wish: bool | None = None
    """Whether the reader wants the sidebar; none leaves it to the width."""
    _details_wish: bool | None = None
    _room: tuple[bool, int, bool, int] = (True, MOST_COLUMNS, True, MOST_ROWS)
    """Whether the sidebar is unfolded, its columns, whether the details are shown, their rows."""
    _sidebar: Sidebar | None = None
    _details_panel: DetailsPanel | None = None
    _search_bar: SearchBar | None = None

    @property
    def reader(self) -> ReaderApp:
        """The application."""
        from tui.reader.app import ReaderApp

        assert isinstance(self.app, ReaderApp)
        return self.app

    @property
    def sidebar(self) -> Sidebar:
        """The sidebar, once it has been put in its place."""
        assert self._sidebar is not None
        return self._sidebar

    @property
    def details_panel(self) -> DetailsPanel:
        """The details panel, once it has been put in its place."""
        assert self._details_panel is not None
        return self._details_panel

    @property
    def beside(self) -> Beside:
        """The place of the sidebar."""
        return self.query_one(Beside)

    @property
    def below(self) -> Below:
        """The place of the details."""
        return self.query_one(Below)

    @property
    def search_bar(self) -> SearchBar | None:
        """The search bar, once a search has been opened."""
        return self._search_bar if self._search_bar is not None and self._search_bar.is_open else None

    def compose_beside(self) -> ComposeResult:
        """Keep a place for what stands beside the articles."""
        yield Beside()

    def compose_below(self) -> ComposeResult:
        """Keep a place for what stands below the articles."""
        yield Below()
        self.call_after_refresh(self._furnish)

    async def _furnish(self) -> None:
        """Put sidebar and details in their places."""
        from tui.reader.widgets.details_panel import DetailsPanel
        from tui.reader.widgets.sidebar import Sidebar

        sidebar, details = Sidebar(id="sidebar"), DetailsPanel(id="details-panel")
        await self.beside.mount(sidebar)
        await self.below.mount(details)
        self._sidebar, self._details_panel = sidebar, details
        self.show_surroundings()

    def show_surroundings(self) -> None:
        """Tell everything around the articles what is known of them now."""
        if self.lookup.finished and self._sidebar:
            self._sidebar.show(self.lookup.comparison, self.lookup.names)
        self.panes.light("mention", Marks())
        self.show_details()
        if self.search_bar:
            self.search_bar.seek_in(*self.lookup.articles)

    def show_details(self) -> None:
        """Show the details of the current passage."""
        panel = self._details_panel
        if panel is None or not self.below.display:
            return
        lookup, place = self.lookup, self.place
        if not lookup.finished:
            otherwise = "Comparing …"
        elif lookup.is_one_sided(place.side, place.sentence):
            otherwise = f"Only the {lookup.name(place.side)} article says this."
        elif beside := lookup.detail_beside(place.side, place.sentence):
            otherwise = f"Not linked, but it differs from passage {beside.passage}: {beside.summary}"
        else:
            otherwise = "Nothing faces this line."
        passage = lookup.passage_at(place)
        states = self.detail_states() if passage else {}
        comparison = lookup.comparison if lookup.finished else None
        checked = self.checked_links() if passage else frozenset()
        panel.show(
            comparison,
            passage,
            place.detail,
            otherwise=otherwise,
            states=states,
            checked=checked,
            names=lookup.names,
        )

    def checked_links(self) -> frozenset[tuple[int, int]]:
        """Return the links that the reader has found right, as left and right sentence."""
        return frozenset()

    def detail_states(self) -> dict[int, str]:
        """Return what the reader has said of details, by their position in `Comparison.details`."""
        return {}

    @on(messages.PlaceChanged)
    def _place_changed(self) -> None:
        self.show_details()

    def on_resize(self, event: events.Resize) -> None:
        """Show sidebar and details where there is room for them."""
        self._make_room(event.size.width, event.size.height)

    def _make_room(self, width: int, height: int) -> None:
        settings = self.reader.settings
        wish = self._sidebar_wish
        if wish is None and settings.sidebar != "auto":
            wish = settings.sidebar == "shown"
        unfolded = width >= SIDEBAR_COLUMNS if wish is None else wish
        columns = MOST_COLUMNS if width >= SIDEBAR_COLUMNS else min(MOST_COLUMNS, max(10, width - 2))
        shown = settings.details and height >= DETAILS_ROWS if self._details_wish is None else self._details_wish
        room = unfolded, columns, shown, max(1, min(MOST_ROWS, height // 4))
        if room == self._room:
            # Setting a style to what it is already would lay the first paint out twice.
            return
        self._room = room
        self.beside.display, self.beside.styles.width = unfolded, columns
        self.below.display, self.below.styles.height = shown, room[3]
        self.show_details()

    # ------------------------------------------------------------------ sidebar

    def action_sidebar(self) -> None:
        """Go to the sidebar, unfolding it."""
        self._sidebar_wish = True
        self._make_room(*self.size)
        if self._sidebar:
            self._sidebar.focus()

    def action_fold_sidebar(self) -> None:
        """Fold the sidebar away, or unfold it."""
        self._sidebar_wish = not self.beside.display
        self._make_room(*self.size)
        if not self.beside.display:
            self.panes.focus()

    @on(messages.SidebarLeft)
    def _sidebar_left(self) -> None:
        if self.size.width < SIDEBAR_COLUMNS:
            self._sidebar_wish = None
            self._make_room(*self.size)
        self.panes.focus()

    @on(messages.EntryWalked)
    def _walked(self, message: messages.EntryWalked) -> None:
        entry = message.entry
        self.mention = _as_mention(entry)
        left, right = (tuple((span, "lit") for span in entry.spans(side)) for side in SIDES)
        self.panes.light("mention", Marks(left, right))
        self.go(moves.place_of_span(self.lookup, message.side, message.span))

    def choose_mention(self, mention: int) -> None:
        """Go to the first place of a mention and light them all; it is a position in `Comparison.mentions`."""
        self.sidebar.choose(mention)

    def action_next_place(self) -> None:
        """Go to the next place of the chosen mention."""
        self._walk(1)

    def action_previous_place(self) -> None:
        """Go to the place before of the chosen mention."""
        self._walk(-1)

    def _walk(self, step: int) -> None:
        if self._sidebar is None or self._sidebar.chosen is None:
            self.go(None, "Nobody and nothing is chosen in the sidebar")
        else:
            self._sidebar.walk_chosen(step)

    def forget_mention(self) -> bool:
        """Put the places of the chosen mention out; say whether there was one."""
        if self._sidebar is None or self._sidebar.chosen is None:
            return False
        self._sidebar.forget()
        self.mention = None
        self.panes.light("mention", Marks())
        return True

    # ------------------------------------------------------------------ details

    def action_details(self) -> None:
        """Show or hide the details."""
        self._details_wish = not self.below.display
        self._make_room(*self.size)
        if not self.below.display and self.focused is not self.panes:
            self.panes.focus()

    # ------------------------------------------------------------------ search

    async def action_search(self) -> None:
        """Search both articles."""
        if self._search_bar is None:
            from tui.reader.widgets.search_bar import SearchBar

            self._search_bar = SearchBar(id="search-bar")
            await self.mount(self._search_bar, after=self.below)
        self._search_bar.open(*self.lookup.articles)

    @on(messages.HitsFound)
    def _found(self, message: messages.HitsFound) -> None:
        lit: dict[Side, list[tuple[object, str]]] = {"left": [], "right": []}
        for number, hit in enumerate(message.hits):
            lit[hit.side].append((hit.span, "current-hit" if number == message.current else "hit"))
        self.panes.light("hits", Marks(tuple(lit["left"]), tuple(lit["right"])))  # type: ignore[arg-type]
        if message.current is not None:
            hit = message.hits[message.current]
            self.go(moves.place_of_span(self.lookup, hit.side, hit.span))

    @on(messages.SearchLeft)
    def _search_left(self) -> None:
        self.panes.focus()

    def action_next_passage(self) -> None:
        """Go to the next passage, or to the next hit while a search is open."""
        if not (self.search_bar and self.search_bar.walk(1)):
            super().action_next_passage()

    def action_previous_passage(self) -> None:
        """Go to the passage before, or to the hit before while a search is open."""
        if not (self.search_bar and self.search_bar.walk(-1)):
            super().action_previous_passage()

    def action_leave(self) -> None:
        """Drop the selection, the search or the chosen mention, one after the other."""
        if self.focused is not self.panes:
            self.panes.focus()
        elif self.search_bar:
            self.search_bar.close()
        else:
            self.forget_mention()


def _as_mention(entry: Entry) -> Mention:
    """Return an entry as one mention, so that what can be filtered by a mention can be filtered by any entry."""
    from tui.compare.comparison import Mention

    kind = "person" if entry.group == "quote" or entry.group == "note" else entry.group
    return Mention(kind, entry.label, entry.spans("left"), entry.spans("right"))
