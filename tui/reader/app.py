"""The application: opens a pair, paints it at once, and has it compared meanwhile."""

import asyncio
import gc
import os
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from textual import events, on, work

from tui.articles.article import Article
from tui.disk.inert import make_inert, make_inert_line
from tui.reader.action import Action
from tui.reader.configuration import keep_theme
from tui.reader.engine.asking import ask
from tui.reader.engine.engine import Engine, EngineFailure
from tui.reader.engine.messages import ComparisonFailed, ComparisonProgress, ComparisonReady, LinksReady, NotesOpened
from tui.reader.engine.wire import Costs, Question
from tui.reader.gate import InertLines
from tui.reader.key_names import Keymap, keys_typed
from tui.reader.keys import textual_keymap
from tui.reader.looks.themed import ThemedApp
from tui.reader.looks.themes import ReaderTheme, load_theme
from tui.reader.mistakes import Mistake, first_told
from tui.reader.notices import MOST_NOTICES, Notice, besides
from tui.reader.noting.notebooks import Notebooks
from tui.reader.screen import PairScreen
from tui.reader.session.session import Session
from tui.reader.settings import Settings, draws_ascii
from tui.reader.table import ACTIONS
from tui.reader.widgets.box import Box, TakesKeys

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.driver import Driver
    from textual.filter import LineFilter
    from textual.notifications import SeverityLevel

    from tui.compare.comparison import Comparison
    from tui.notes.open_notes import OpenNotes
    from tui.reader.opening.pairs import KnownPair
    from tui.system.ending import Ending
    from tui.system.terminal import GroundQuestion


_KEEPING = 0.3
"""Seconds that keeping a note takes at most when the program is told to end."""
COLLECTIONS = 2_000, 10, 10
"""How often is looked for garbage: all of it, which a key has to wait for, only after 200,000 things were made. Closed
boxes are not given back before, and the memory grows by them."""
SECONDS_BETWEEN_LOOKS = 0.5
"""So often the theme's file is looked at."""


class ReaderApp(ThemedApp):
    """The reader.

    Parameters
    ----------
    left, right
        The articles, already loaded.
    settings
        How it starts; the defaults when none.
    mistakes
        What is wrong in the user's files, to be told once the screen is up.
    found
        The pairs of the folder that was opened; they are offered at once and whenever other articles are opened.
    engine
        What compares; it may have been started and asked already.
    ending
        What sees that the program ends when it is told to.
    asked
        The question that the terminal was asked; what was typed meanwhile is taken as keys.
    guided
        Whether the tour is shown once the pair has been compared, unless something else is open then.
    """

    TITLE = "newsdiff"
    ENABLE_COMMAND_PALETTE = False
    AUTO_FOCUS = None

    def __init__(
        self,
        left: Article,
        right: Article,
        settings: Settings | None = None,
        mistakes: tuple[Mistake, ...] = (),
        found: "tuple[KnownPair, ...]" = (),
        engine: Engine | None = None,
        ending: "Ending | None" = None,
        asked: "GroundQuestion | None" = None,
        guided: bool = False,
    ) -> None:
        self.ending = ending
        self._asked = asked
        self._guided = guided
        self.settings = settings or Settings()
        theme, wrong = load_theme(self.settings.theme)
        # The theme has heeded it; Textual would draw in greys, and in those of a theme that was chosen all the same.
        os.environ.pop("NO_COLOR", None)
        in_ascii = draws_ascii(self.settings.marks)
        super().__init__(theme, names_articles=in_ascii)
        self.mistakes = (*mistakes, *wrong)
        self.session = Session(left, right, self.settings.view, self.settings.differences)
        self.found = found
        self.engine = engine or Engine()
        self.notices: tuple[Notice, ...] = ()
        """The warnings and errors that have been told."""
        self._notebooks = Notebooks(self.settings.colours)
        self._gate = InertLines(ascii_signs=in_ascii)
        self.set_keymap(textual_keymap(self.settings.keys))

    def get_driver_class(self) -> "type[Driver]":
        """Return what draws on the terminal, or on what the environment names instead."""
        usual = super().get_driver_class()
        if usual.__name__ != "LinuxDriver":
            return usual
        from tui.reader.driver import PatientDriver, TerminalDriver

        return PatientDriver if self._asked and self._asked.is_owed else TerminalDriver

    def get_line_filters(self) -> "Sequence[LineFilter]":
        """Return what every line goes through before it is drawn; the gate comes last."""
        return [*super().get_line_filters(), self._gate]

    def get_default_screen(self) -> PairScreen:
        """Return the screen of the pair."""
        return PairScreen(self.session, self, self.roles)

    @property
    def articles(self) -> tuple[Article, Article]:
        """The left and the right article."""
        return self.session.articles

    @property
    def keys(self) -> Keymap:
        """The keys of every action."""
        return self.settings.keys

    @property
    def table(self) -> tuple[Action, ...]:
        """Every action."""
        return ACTIONS

    def act(self, action: str) -> None:
        """Take an action of the table on the two articles."""
        self.pair_screen.stage.act(action)

    def leave(self) -> None:
        """End the program."""
        self.exit()

    @property
    def pair_screen(self) -> PairScreen:
        """The screen of the pair, whatever lies over it."""
        screen = self.screen_stack[0]
        assert isinstance(screen, PairScreen)
        return screen

    @property
    def _is_up(self) -> bool:
        """Whether there is a screen to show anything on; the engine may tell something while the program ends."""
        return bool(self.screen_stack) and len(self.pair_screen.children) > 0

    async def on_event(self, event: events.Event) -> None:
        """Ask a screen that takes keys first, before any is on its way: none is lost, and their order holds."""
        if isinstance(event, events.Key) and not event.is_forwarded and self.screen_stack:
            screen = self.screen
            if isinstance(screen, TakesKeys) and screen.takes_key(event.key):
                return
        await super().on_event(event)

    def on_mount(self) -> None:
        """Have the pair compared once it has been painted; end cleanly when told to end."""
        if self.ending is not None:
            self.ending.watch(partial(self._leave_soon, asyncio.get_running_loop()))
        self.app_resume_signal.subscribe(self, self._paint_anew)
        self.pair_screen.stage.every(SECONDS_BETWEEN_LOOKS, self._look_at_theme)
        self.call_after_refresh(self._painted)

    def _look_at_theme(self) -> None:
        if wrong := self.look_at_theme():
            self.notify(wrong, title="The theme stays as it was", severity="warning", timeout=12, markup=False)

    def _leave_soon(self, loop: asyncio.AbstractEventLoop) -> None:
        with suppress(RuntimeError):  # it has ended meanwhile
            loop.call_soon_threadsafe(self._leave_in_order)

    def _leave_in_order(self) -> None:
        """End the program, after what is being written in a box has been kept."""
        written = [screen for screen in self.screen_stack if isinstance(screen, Box) and screen.keep_what_is_written()]
        if written:
            self.set_timer(_KEEPING, self.exit)
        else:
            self.exit()

    def _paint_anew(self, _: object) -> None:
        # The terminal comes back blank from a suspension, and only what has changed would be painted.
        self.screen.refresh(layout=True)

    def _painted(self) -> None:
        """Begin what had to wait for the first paint."""
        self.compare_pair()
        if len(self.found) > 1:
            self.act("open")
        for told in first_told(self.mistakes):
            self.notify(told, title="Default used instead", severity="warning", timeout=12, markup=False)
        for key, character in keys_typed(self._asked.typed if self._asked else ""):
            self.post_message(events.Key(key, character))

    def open_pair(self, left: Article, right: Article) -> None:
        """Show another pair and have it compared."""
        self.session.open(left, right)
        self.compare_pair()

    @work(exclusive=True, group="compare")
    async def compare_pair(self) -> None:
        """Have the pair compared; `ComparisonReady` or `ComparisonFailed` tells the end of it."""
        left, right = self.articles
        question = Question(left, right, self.settings.engine, earlier=self.session.found)
        try:
            notes = await asyncio.to_thread(self.notes_of, left, right)
            wanted = notes.placement.corrections
            comparison = await ask(self.engine, question, wanted, self._tell_progress, self._tell_links)
        except EngineFailure as error:
            self.post_message(ComparisonFailed(str(error)))
        else:
            self.post_message(ComparisonReady(comparison))
        finally:
            if question.is_large or not gc.isenabled():
                # Once the answer has been shown.
                self.call_later(self._settle)

    def _settle(self) -> None:
        """Have what is there now not looked through for garbage again: it stays as long as the pair, if not longer."""
        if gc.isenabled():
            gc.unfreeze()  # what a pair before this one left
            gc.collect()
        # Turned off while the program was imported.
        gc.freeze()
        gc.set_threshold(*COLLECTIONS)
        gc.enable()

    def _tell_progress(self, stage: str, share: float) -> None:
        self.post_message(ComparisonProgress(stage, share))

    def _tell_links(self, comparison: "Comparison") -> None:
        self.post_message(LinksReady(comparison))

    def stop_comparing(self) -> bool:
        """Stop the comparison; say whether one was under way."""
        running = [worker for worker in self.workers if worker.group == "compare" and worker.is_running]
        for worker in running:
            worker.cancel()
        return bool(running)

    def notes_of(self, left: Article, right: Article) -> "OpenNotes":
        """Return the notes on the pair; when the screen does not have them yet, `NotesOpened` tells it of them."""
        from tui.reader.opening.pairs import remember_pair

        notes = self._notebooks.of(left, right)
        if self.session.notes is not notes:
            self.post_message(NotesOpened(notes, remember_pair(left, right)))
        return notes

    def on_unmount(self) -> None:
        """Leave nothing unsaved behind, and nothing running."""
        self.engine.stop()
        self.save_all()

    def save_all(self) -> "list[OpenNotes]":
        """Save what is not on the disk yet, of every pair that was open, and return what could not be saved."""
        return self._notebooks.save()

    @on(NotesOpened)
    def _show_notes(self, message: NotesOpened) -> None:
        self.session.take_notes(message.notes)
        self.pair_screen.keeping.begin()
        if message.not_remembered:
            self.notify(message.not_remembered, title="The list of pairs", severity="warning", markup=False)

    @on(ComparisonReady)
    def _show_comparison(self, message: ComparisonReady) -> None:
        comparison = message.comparison
        if not self._is_up or (comparison.left, comparison.right) != self.articles:
            return
        self.session.take_comparison(comparison)
        if self._guided and self.screen is self.pair_screen:
            self.act("tour")
        self._guided = False
        for trouble in comparison.troubles:
            if str(trouble) not in {notice.text for notice in self.notices}:
                self.notify(str(trouble), title="Less than there may be", severity="warning", timeout=12, markup=False)

    @on(LinksReady)
    def _show_links(self, message: LinksReady) -> None:
        if self._is_up and (message.comparison.left, message.comparison.right) == self.articles:
            self.session.take_links(message.comparison)

    @on(ComparisonProgress)
    def _show_progress(self, message: ComparisonProgress) -> None:
        if self._is_up:
            self.pair_screen.show_progress(message.stage, message.share)

    @on(ComparisonFailed)
    def _tell_failure(self, message: ComparisonFailed) -> None:
        if not self._is_up:
            return
        self.pair_screen.show_progress("", 1.0)
        self.notify(message.reason, title="The articles could not be compared", severity="error", markup=False)

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: "SeverityLevel" = "information",
        timeout: float | None = None,
        markup: bool = True,
    ) -> None:
        """Show something for a moment; warnings and errors are kept besides, to be read again."""
        message, title = make_inert(message), make_inert_line(title)
        super().notify(message, title=title, severity=severity, timeout=timeout, markup=markup)
        if severity != "information":
            self.notices = (*self.notices, Notice(title, message))[-MOST_NOTICES:]
            self.pair_screen.show_notices()

    def told(self) -> tuple[tuple[Notice, ...], tuple[Mistake, ...]]:
        """Return what was told besides the articles' own warnings, and the mistakes in the user's files."""
        mistakes = {str(mistake) for mistake in self.mistakes}
        found = besides(self.notices, self.articles)
        return tuple(notice for notice in found if notice.text not in mistakes), self.mistakes

    def costs(self) -> Costs | None:
        """Return what the last comparison has cost, when there is one."""
        return self.engine.costs

    def keep_theme(self, theme: ReaderTheme | None) -> None:
        """Start with this theme from now on; none changes nothing."""
        if theme is None:
            return
        try:
            keep_theme(theme.name)
        except OSError as error:
            told = f"The theme is on, but could not be kept: {error}"
            self.notify(told, severity="warning", markup=False)
