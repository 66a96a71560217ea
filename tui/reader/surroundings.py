"""What stands around the two articles: sidebar, details, search, and the boxes that open over them.

The screen of the pair takes these keys from here; what a box answers becomes a place to go to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult

from tui.articles.article import SIDES, Side
from tui.reader import messages, moves
from tui.reader.entries import Entry
from tui.reader.navigation import Navigation
from tui.reader.place import Marks
from tui.reader.widgets.details_panel import DetailsPanel
from tui.reader.widgets.sidebar import Sidebar

if TYPE_CHECKING:
    from tui.compare.comparison import BriefLine, Mention
    from tui.reader.app import ReaderApp
    from tui.reader.widgets.search_bar import SearchBar

SIDEBAR_COLUMNS = 110
"""From this width on the sidebar is shown unless it has been folded."""

DETAILS_ROWS = 28
"""From this height on the details panel is shown unless it has been put away."""


class Surroundings(Navigation):
    """The part of the pair's screen that knows what stands around the articles."""

    mention: Mention | None
    _sidebar_wish: bool | None = None
    """Whether the reader wants the sidebar; none leaves it to the width."""
    _details_wish: bool | None = None
    _search_bar: SearchBar | None = None

    @property
    def reader(self) -> ReaderApp:
        """The application."""
        from tui.reader.app import ReaderApp

        assert isinstance(self.app, ReaderApp)
        return self.app

    @property
    def sidebar(self) -> Sidebar:
        """The sidebar."""
        return self.query_one(Sidebar)

    @property
    def details_panel(self) -> DetailsPanel:
        """The details panel."""
        return self.query_one(DetailsPanel)

    @property
    def search_bar(self) -> SearchBar | None:
        """The search bar, once a search has been opened."""
        return self._search_bar if self._search_bar is not None and self._search_bar.is_open else None

    def compose_below(self) -> ComposeResult:
        """Make what stands below the articles."""
        yield DetailsPanel(id="details-panel")

    def show_surroundings(self) -> None:
        """Tell everything around the articles what is known of them now."""
        if self.lookup.finished:
            self.sidebar.show(self.lookup.comparison)
        self.panes.light("mention", Marks())
        self.show_details()
        if self.search_bar:
            self.search_bar.seek_in(*self.lookup.articles)

    def show_details(self) -> None:
        """Show the details of the current passage."""
        if not self.details_panel.display:
            return
        lookup, place = self.lookup, self.place
        if not lookup.finished:
            otherwise = "Comparing …"
        elif lookup.is_one_sided(place.side, place.sentence):
            otherwise = f"Only the {place.side} article says this."
        else:
            otherwise = "Nothing faces this line."
        passage = lookup.passage(place.side, place.sentence)
        states = self.detail_states() if passage else {}
        comparison = lookup.comparison if lookup.finished else None
        self.details_panel.show(comparison, passage, place.detail, otherwise=otherwise, states=states)

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
        self.sidebar.display = width >= SIDEBAR_COLUMNS if wish is None else wish
        narrow = width < SIDEBAR_COLUMNS
        self.sidebar.styles.width = min(32, max(10, width - 2)) if narrow else 32
        shown = settings.details and height >= DETAILS_ROWS if self._details_wish is None else self._details_wish
        if shown != self.details_panel.display:
            self.details_panel.display = shown
            self.show_details()
        self.details_panel.styles.height = max(1, min(7, height // 4))

    # ------------------------------------------------------------------ sidebar

    def action_sidebar(self) -> None:
        """Go to the sidebar, unfolding it."""
        self._sidebar_wish = True
        self._make_room(*self.size)
        self.sidebar.focus()

    def action_fold_sidebar(self) -> None:
        """Fold the sidebar away, or unfold it."""
        self._sidebar_wish = not self.sidebar.display
        self._make_room(*self.size)
        if not self.sidebar.display:
            self.panes.focus()

    @on(Sidebar.Left)
    def _sidebar_left(self) -> None:
        if self.size.width < SIDEBAR_COLUMNS:
            self._sidebar_wish = None
            self._make_room(*self.size)
        self.panes.focus()

    @on(Sidebar.Walked)
    def _walked(self, message: Sidebar.Walked) -> None:
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
        if self.sidebar.chosen is None:
            self.go(None, "Nobody and nothing is chosen in the sidebar")
        else:
            self.sidebar.walk_chosen(step)

    def forget_mention(self) -> bool:
        """Put the places of the chosen mention out; say whether there was one."""
        if self.sidebar.chosen is None:
            return False
        self.sidebar.forget()
        self.mention = None
        self.panes.light("mention", Marks())
        return True

    # ------------------------------------------------------------------ details

    def action_details(self) -> None:
        """Show or hide the details."""
        self._details_wish = not self.details_panel.display
        self._make_room(*self.size)
        if not self.details_panel.display and self.focused is self.details_panel.list:
            self.panes.focus()

    # ------------------------------------------------------------------ search

    async def action_search(self) -> None:
        """Search both articles."""
        if self._search_bar is None:
            from tui.reader.widgets.search_bar import SearchBar

            self._search_bar = SearchBar(id="search-bar")
            await self.mount(self._search_bar, after=self.details_panel)
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

    # ------------------------------------------------------------------ boxes

    def action_brief(self) -> None:
        """Show the five questions and their answers."""
        if not self.lookup.finished:
            self.go(None, "Still comparing …")
            return
        from tui.reader.screens.brief_box import BriefBox

        self.app.push_screen(BriefBox(self.lookup.comparison.brief), self._go_to_line)

    def _go_to_line(self, line: BriefLine | None) -> None:
        if line is None:
            return
        lookup, side = self.lookup, self.place.side
        if line.details:
            self.go(moves.place_of_detail(lookup, line.details[0], side))
        elif line.passages:
            self.go(moves.place_of_passage(lookup, line.passages[0], side))
        elif line.mentions:
            self.choose_mention(line.mentions[0])
        elif line.left_sentences or line.right_sentences:
            where: Side = "left" if line.left_sentences else "right"
            self.go(moves.place_at(lookup, where, (line.left_sentences or line.right_sentences)[0]))
        elif line.left or line.right:
            where = "left" if line.left else "right"
            self.go(moves.place_of_span(lookup, where, (line.left or line.right)[0]))

    def action_help(self) -> None:
        """Show every key, by topic."""
        from tui.reader.screens.help import HelpBox

        self.app.push_screen(HelpBox(self.reader.settings.keys), self._do)

    async def _do(self, action: str | None) -> None:
        if action:
            await self.run_action(action)

    def action_theme(self) -> None:
        """Choose a theme."""
        from tui.reader.screens.theme_box import ThemeBox

        self.app.push_screen(ThemeBox(), self.reader.keep_theme)

    def action_palette(self) -> None:
        """Find any action or mention by typing."""
        from textual.command import CommandPalette

        from tui.reader.palette import Actions, Mentions

        placeholder = "An action, a person, a place, a figure …"
        self.app.push_screen(CommandPalette([Actions, Mentions], placeholder=placeholder))

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

    kind = "person" if entry.group == "quote" else entry.group
    return Mention(kind, entry.label, entry.spans("left"), entry.spans("right"))
