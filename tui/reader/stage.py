"""What the rooms may ask of the screen and the program; each room names the few things of these that it needs."""

import asyncio
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, Protocol

from textual.geometry import Region, Size
from textual.screen import Screen
from textual.widget import Widget

from tui.articles.article import Article
from tui.reader.looks.themes import ReaderTheme
from tui.reader.mistakes import Mistake
from tui.reader.notices import Notice
from tui.reader.settings import Settings

if TYPE_CHECKING:
    from tui.reader.engine.wire import Costs
    from tui.reader.opening.pairs import KnownPair


class Program(Protocol):
    """What may be asked of the application."""

    @property
    def settings(self) -> Settings:
        """How it starts."""

    @property
    def found(self) -> "tuple[KnownPair, ...]":
        """The pairs of the folder that was opened."""

    def open_pair(self, left: Article, right: Article) -> None:
        """Show another pair and have it compared."""

    def compare_pair(self) -> object:
        """Have the open pair compared."""

    def stop_comparing(self) -> bool:
        """Stop the comparison; say whether one was under way."""

    def told(self) -> tuple[tuple[Notice, ...], tuple[Mistake, ...]]:
        """Return what was told besides the articles' own warnings, and the mistakes in the user's files."""

    def costs(self) -> "Costs | None":
        """Return what the last comparison has cost, when there is one."""

    def keep_theme(self, theme: ReaderTheme | None) -> None:
        """Start with this theme from now on."""

    def save_all(self) -> list[Any]:
        """Save every pair's notes, and return what could not be saved."""

    def leave(self) -> None:
        """End the program."""


class Acting(Protocol):
    """A screen that takes actions of the table."""

    async def action_act(self, action: str) -> None:
        """Hand an action to its room."""

    def let_go(self) -> None:
        """Let go of what is held."""

    def parts(self) -> Mapping[str, Region]:
        """Return where the parts of the screen are that the tour may point to, as far as they are in view."""


class Stage:
    """The screen and the program, as the rooms see them.

    Parameters
    ----------
    screen
        The screen of the open pair.
    acting
        The same, as what takes actions.
    program
        The application.
    text
        What shows both articles.
    last
        What stands at the bottom of the screen.
    """

    def __init__(self, screen: Screen[None], acting: Acting, program: Program, text: Widget, last: Widget) -> None:
        self._screen = screen
        self._acting = acting
        self._program = program
        self._text = text
        self._last = last

    @property
    def size(self) -> Size:
        """How large the screen is."""
        return self._screen.size

    def act(self, action: str) -> None:
        """Take an action of the table, after what is under way."""
        self._screen.call_later(self._acting.action_act, action)

    def let_go(self) -> None:
        """Let go of what is held."""
        self._acting.let_go()

    def parts(self) -> Mapping[str, Region]:
        """Return where the parts of the screen are that the tour may point to."""
        return self._acting.parts()

    def focus_text(self) -> None:
        """Give the keys to both articles."""
        if self._screen.focused is not self._text:
            self._text.focus()

    async def put_below(self, widget: Widget) -> None:
        """Put a widget below everything but the status bar."""
        await self._screen.mount(widget, before=self._last)

    def ask(self, box: Screen[Any], take: Callable[[Any], None] | None = None) -> None:
        """Open a box, and give its answer to `take`."""
        self._screen.app.push_screen(box, take)

    def tell(self, text: str, title: str, severity: str = "information", seconds: float | None = None) -> None:
        """Show something for a moment."""
        self._screen.notify(text, title=title, severity=severity, timeout=seconds, markup=False)  # type: ignore[arg-type]

    def told(self) -> tuple[Iterable[Notice], Iterable[Mistake]]:
        """Return what was told besides the articles' own warnings, and the mistakes in the user's files."""
        return self._program.told()

    def costs(self) -> "Costs | None":
        """Return what the last comparison has cost, when there is one."""
        return self._program.costs()

    def in_background(self, work: Callable[[], None], group: str) -> None:
        """Do something in a thread."""
        self._screen.run_worker(work, thread=True, group=group, exclusive=group == "reload")

    def from_background(self, call: Callable[..., Any], *given: Any) -> None:
        """Call something on the screen from such a thread, and wait for it."""
        self._screen.app.call_from_thread(call, *given)

    def every(self, seconds: float, call: Callable[[], None]) -> None:
        """Call something again and again, as long as the screen is there.

        A timer of Textual's wakes the whole screen each time, which costs more than such a look at a file.
        """
        loop = asyncio.get_running_loop()

        def go_on() -> None:
            if self._screen.is_attached:
                loop.call_later(seconds, go_on)
                call()

        loop.call_later(seconds, go_on)

    def keep_theme(self, theme: ReaderTheme | None) -> None:
        """Start with this theme from now on; none changes nothing."""
        self._program.keep_theme(theme)

    def suspend(self) -> None:
        """Put the program aside; the shell has the terminal until the program is brought back."""
        self._screen.app.action_suspend_process()

    def save_all(self) -> list[Any]:
        """Save every pair's notes, and return what could not be saved."""
        return self._program.save_all()

    def exit(self) -> None:
        """End the program."""
        self._program.leave()
