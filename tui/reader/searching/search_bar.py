"""The search bar: what is sought, how many hits there are, and which one the reader stands on."""

import asyncio
import time
from collections.abc import Callable, Iterator
from itertools import chain
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.events import Click
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from tui.articles.article import Article
from tui.reader.action import bindings
from tui.reader.panes.finished import ground_lines
from tui.reader.panes.unscrolled import unscrolled
from tui.reader.searching.actions import SEARCH_BAR
from tui.reader.searching.hits import MOST_HITS, Finder, PatternError, find_pattern
from tui.reader.session import events
from tui.reader.session.search import Hits, Search
from tui.reader.session.session import Session

PATIENCE = 0.2
"""So many seconds are waited for the last hit before the first ones are shown."""


LEAST_WORDS = 8
MOST_TOLD = 48
"""So many cells are kept for what was found, where the words leave them: it can change and all stays in its place."""


class _Sign(Static):
    virtual_size = unscrolled()


class _Words(Input):
    virtual_size = unscrolled()


class _Told(Widget):
    """What was found, at the right edge; the room it leaves looks like that of the words before it."""

    virtual_size = unscrolled()

    def __init__(self, words: _Words, *, id: str) -> None:
        super().__init__(id=id)
        self._words = words
        self.told = ""

    def tell(self, told: str) -> None:
        """Show what was found."""
        if told != self.told:
            self.told = told
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return the line."""
        room = max(0, self.outer_size.width - 1 - cell_len(self.told))
        beside, between = self._words.rich_style, Style(bgcolor=self.background_colors[1].rich_color)
        return Strip([Segment(" " * room, beside), Segment(" ", between), Segment(self.told, self.rich_style)])


class SearchBar(Horizontal):
    """Searches both articles at once, as one types.

    Parameters
    ----------
    session
        The open pair; it is told what was found.
    leave
        Goes back to the text.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(SEARCH_BAR)]
    virtual_size = unscrolled()

    DEFAULT_CSS = f"""
    SearchBar {{ height: 1; background: $panel; display: none; padding: 0 1; }}
    SearchBar #search-mode {{ width: auto; color: $role-accent; }}
    SearchBar #search-words {{
        width: 1fr; min-width: {LEAST_WORDS}; border: none; height: 1; padding: 0; background: $panel;
    }}
    SearchBar #search-count {{ height: 1; color: $role-muted; }}
    """

    def __init__(self, session: Session, leave: Callable[[], None], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._pair = session
        self._leave = leave
        self._articles: tuple[Article, Article] | None = None
        self._finder: Finder | None = None
        self._problem = ""
        self._is_seeking = False
        self.is_pattern = False
        self._width_told = 0

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the ground that everything stands on."""
        return ground_lines(self, crop)

    def compose(self) -> ComposeResult:
        """Put the count beside the words."""
        yield _Sign("/ ", id="search-mode", markup=False)
        yield (words := _Words(id="search-words", placeholder="search both articles", select_on_focus=True))
        yield _Told(words, id="search-count")

    @property
    def is_open(self) -> bool:
        """Whether a search is open."""
        return bool(self.display)

    @property
    def words(self) -> Input:
        """Where one types."""
        return self.query_one("#search-words", Input)

    def open(self) -> None:
        """Open the search, or go back to it."""
        self.display = True
        self.show_count()
        self.seek_again()
        self.words.focus()

    def seek_again(self) -> None:
        """Search the articles that are open now, unless they have been searched."""
        if self._articles != self._pair.articles:
            self._articles = self._pair.articles
            self._finder = Finder(*self._articles)
            self._seek()

    def close(self) -> None:
        """End the search."""
        self.display = False
        self._articles = self._finder = None
        self.workers.cancel_group(self, "search")
        self._is_seeking = False
        self._pair.show_search(Search())

    def on_resize(self) -> None:
        """Leave the words as much room as there is now."""
        self.show_count()

    def on_descendant_focus(self) -> None:
        """Let the room beside the words look as they do."""
        self.query_one(_Told).refresh()

    on_descendant_blur = on_descendant_focus

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.show_count()
        self._seek()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self._pair.walk_hits(1)

    def _seek(self) -> None:
        if self._articles is None:
            return
        if self.is_pattern:
            self._seek_pattern(self.words.value)
        else:
            self._seek_words(self.words.value)

    @work(exclusive=True, group="search")
    async def _seek_words(self, words: str) -> None:
        """Look for words step by step, so that whatever is pressed meanwhile need not wait."""
        if self._finder is None:
            return
        self._is_seeking, late = True, time.monotonic() + PATIENCE
        found, steps = Hits(), self._finder.steps(words)
        # What was typed and what was found is drawn in one go, where finding takes no longer than that.
        with self.app.batch_update():
            for found in steps:  # noqa: B007 - the last one is what was found
                if time.monotonic() > late:
                    break
                await asyncio.sleep(0)
            else:
                self._is_seeking = False
                self._take(found)
        # Textual forgets what was to be drawn meanwhile, until something is drawn after that.
        self.words.refresh()
        if self._is_seeking:
            await self._go_on(chain((found,), steps))

    async def _go_on(self, steps: Iterator[Hits]) -> None:
        """Show the first hits as soon as there are any, and all of them at the end."""
        hits, is_shown = Hits(), False
        for hits in steps:
            if hits and not is_shown:
                is_shown = True
                self._take(hits)
            await asyncio.sleep(0)
        self._is_seeking = False
        if is_shown:
            # More was added to what is shown already, and the reader may have gone on in it.
            self._pair.announce(events.SearchChanged())
        else:
            self._take(hits)

    @work(thread=True, exclusive=True, group="search")
    def _seek_pattern(self, pattern: str) -> None:
        worker = get_current_worker()
        articles = self._articles
        if articles is None:
            return
        problem = ""
        hits = Hits()
        try:
            hits = find_pattern(*articles, pattern)
        except PatternError as error:
            problem = str(error)
        if not worker.is_cancelled:
            self.app.call_from_thread(self._take, hits, problem)

    def _take(self, hits: Hits, problem: str = "") -> None:
        self._problem = problem
        self._pair.show_search(Search(hits, 0 if hits else None, is_open=True))

    def show_count(self) -> None:
        """Tell how much was found, and on which hit the reader stands."""
        told = self._problem or self._count(self._pair.search)
        count, mode = self.query_one(_Told), self.query_one(_Sign)
        count.tell(told)
        words = max(LEAST_WORDS, 1 + cell_len(self.words.value or self.words.placeholder))
        spare = self.screen.size.width - 2 - cell_len(str(mode.content)) - words
        width = max(1 + cell_len(told), min(MOST_TOLD, spare))
        if width != self._width_told:
            self._width_told = count.styles.width = width

    def _count(self, search: Search) -> str:
        if not self.words.value:
            return ""
        if not search.hits:
            return "nothing found"
        left = search.hits.on("left")
        more = "+" if self._is_seeking or len(search.hits) >= MOST_HITS else ""
        of = f"{(search.current or 0) + 1} of {len(search.hits)}{more}"
        return f"{of} · left {left} · right {len(search.hits) - left}"

    def action_search_next(self) -> None:
        """Go to the next hit."""
        self._pair.walk_hits(1)

    def action_search_previous(self) -> None:
        """Go to the hit before."""
        self._pair.walk_hits(-1)

    def action_search_pattern(self) -> None:
        """Read the words as a regular expression, or no longer."""
        self.is_pattern = not self.is_pattern
        self.query_one(_Sign).update("pattern " if self.is_pattern else "/ ")
        self.show_count()
        self._seek()

    def action_search_leave(self) -> None:
        """Go to the text, the hits kept."""
        self._leave()

    def action_search_close(self) -> None:
        """End the search."""
        self.close()
        self._leave()

    def on_click(self, event: Click) -> None:
        """Change between words and pattern when the sign before them is clicked; go on when the count is."""
        if event.widget is not None and event.widget.id == "search-mode":
            self.action_search_pattern()
        elif event.widget is not None and event.widget.id == "search-count":
            if event.screen_x >= event.widget.region.right - cell_len(self.query_one(_Told).told):
                self._pair.walk_hits(1)
            else:
                self.words.focus()
