"""The search bar: what is sought, how many hits there are, and which one the reader stands on."""

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from tui.articles.article import Article
from tui.reader.hits import MOST_HITS, Hit, PatternError, find_pattern, find_words
from tui.reader.keys import bindings
from tui.reader.messages import HitsFound, SearchLeft


class SearchBar(Horizontal):
    """Searches both articles at once, as one types."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("search")]

    DEFAULT_CSS = """
    SearchBar { height: 1; background: $panel; display: none; padding: 0 1; }
    SearchBar.open { display: block; }
    SearchBar #search-mode { width: auto; color: $role-accent; }
    SearchBar #search-words { width: 1fr; min-width: 8; border: none; height: 1; padding: 0; background: $panel; }
    SearchBar #search-count { width: auto; color: $role-muted; padding: 0 0 0 1; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._articles: tuple[Article, Article] | None = None
        self.hits: tuple[Hit, ...] = ()
        self.current: int | None = None
        self.is_pattern = False

    def compose(self) -> ComposeResult:
        """Put the count beside the words."""
        yield Static("/ ", id="search-mode", markup=False)
        yield Input(id="search-words", placeholder="search both articles", select_on_focus=True)
        yield Static("", id="search-count", markup=False)

    @property
    def is_open(self) -> bool:
        """Whether a search is open."""
        return self.has_class("open")

    @property
    def words(self) -> Input:
        """Where one types."""
        return self.query_one("#search-words", Input)

    def open(self, left: Article, right: Article) -> None:
        """Open the search, or go back to it."""
        self.add_class("open")
        self.seek_in(left, right)
        self.words.focus()

    def seek_in(self, left: Article, right: Article) -> None:
        """Search these articles from now on."""
        if self._articles != (left, right):
            self._articles = (left, right)
            self._seek()

    def close(self) -> None:
        """End the search."""
        self.remove_class("open")
        self.hits, self.current = (), None
        self._articles = None
        self.post_message(HitsFound((), None))

    def walk(self, step: int) -> bool:
        """Go to the next hit (`step` 1) or the one before (-1), around the end; say whether there is one."""
        if not self.hits:
            return False
        self.current = (self.current or 0) + step if self.current is not None else (0 if step > 0 else -1)
        self.current %= len(self.hits)
        self._tell()
        return True

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._seek()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.walk(1)

    def _seek(self) -> None:
        if self._articles is None:
            return
        if self.is_pattern:
            self._seek_pattern(self.words.value)
        else:
            self.workers.cancel_group(self, "pattern")
            self._take(find_words(*self._articles, self.words.value))

    @work(thread=True, exclusive=True, group="pattern")
    def _seek_pattern(self, pattern: str) -> None:
        worker = get_current_worker()
        articles = self._articles
        if articles is None:
            return
        problem = ""
        hits: tuple[Hit, ...] = ()
        try:
            hits = find_pattern(*articles, pattern)
        except PatternError as error:
            problem = str(error)
        if not worker.is_cancelled:
            self.app.call_from_thread(self._take, hits, problem)

    def _take(self, hits: tuple[Hit, ...], problem: str = "") -> None:
        self.hits = hits
        self.current = 0 if hits else None
        self._tell(problem)

    def _tell(self, problem: str = "") -> None:
        count = problem or ("" if not self.words.value else self._count())
        self.query_one("#search-count", Static).update(count)
        self.post_message(HitsFound(self.hits, self.current))

    def _count(self) -> str:
        if not self.hits:
            return "nothing found"
        left = sum(hit.side == "left" for hit in self.hits)
        more = "+" if len(self.hits) >= MOST_HITS else ""
        return f"{(self.current or 0) + 1} of {len(self.hits)}{more} · left {left} · right {len(self.hits) - left}"

    def action_search_next(self) -> None:
        """Go to the next hit."""
        self.walk(1)

    def action_search_previous(self) -> None:
        """Go to the hit before."""
        self.walk(-1)

    def action_search_pattern(self) -> None:
        """Read the words as a regular expression, or no longer."""
        self.is_pattern = not self.is_pattern
        self.query_one("#search-mode", Static).update("pattern " if self.is_pattern else "/ ")
        self._seek()

    def action_search_leave(self) -> None:
        """Go to the text, the hits kept."""
        self.post_message(SearchLeft())

    def action_search_close(self) -> None:
        """End the search."""
        self.close()
        self.post_message(SearchLeft())

    def on_click(self, event) -> None:  # type: ignore[no-untyped-def]
        """Change between words and pattern when the sign before them is clicked."""
        if event.widget is not None and event.widget.id == "search-mode":
            self.action_search_pattern()
        elif event.widget is not None and event.widget.id == "search-count":
            self.walk(1)
