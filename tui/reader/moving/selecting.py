"""Selecting text by keys, and copying it."""

from collections.abc import Callable
from typing import Protocol

from tui.articles.article import Article, Side
from tui.reader.layout.column import Column
from tui.reader.layout.pair import PairLayout
from tui.reader.moving import stretch
from tui.reader.moving.actions import SELECTING
from tui.reader.session.place import Selection
from tui.reader.session.session import Session


class TextWindow(Protocol):
    """What shows the text that is selected."""

    @property
    def layout_of_pair(self) -> PairLayout:
        """Where everything stands."""

    def show_offset(self, side: Side, offset: int) -> None:
        """Scroll as little as needed to show the character at an offset."""


class Selecting:
    """Stretches the selection.

    Parameters
    ----------
    session
        The open pair.
    window
        What shows the text.
    copy_text
        Puts a text on the clipboard.
    """

    ACTIONS = SELECTING

    def __init__(self, session: Session, window: TextWindow, copy_text: Callable[[str], None]) -> None:
        self._pair = session
        self._window = window
        self._copy_text = copy_text

    def let_go(self) -> bool:
        """Let go of the selection; say whether there was one."""
        held = self._pair.selection is not None
        if held:
            self._pair.select(None)
        return held

    def _stretch(self, move: Callable[[Selection, Article, Column], Selection]) -> None:
        pair = self._pair
        selection = pair.selection or stretch.begun(pair.lookup, pair.place)
        if selection is None:
            pair.say("There is no text to select")
            return
        column = self._window.layout_of_pair.column(selection.side)
        stretched = move(selection, pair.article(selection.side), column)
        pair.select(stretched)
        self._window.show_offset(stretched.side, stretched.head)

    def select_right(self) -> None:
        """Stretch the selection one character right."""
        self._stretch(lambda selection, article, _: stretch.by_characters(selection, article, 1))

    def select_left(self) -> None:
        """Stretch the selection one character left."""
        self._stretch(lambda selection, article, _: stretch.by_characters(selection, article, -1))

    def select_word_right(self) -> None:
        """Stretch the selection one word right."""
        self._stretch(lambda selection, article, _: stretch.by_words(selection, article, 1))

    def select_word_left(self) -> None:
        """Stretch the selection one word left."""
        self._stretch(lambda selection, article, _: stretch.by_words(selection, article, -1))

    def select_sentence(self) -> None:
        """Select the current sentence."""
        pair = self._pair
        sentences = pair.article(pair.place.side).sentences
        if not sentences:
            pair.say("There is no text to select")
            return
        span = sentences[pair.place.sentence].span
        pair.select(Selection(pair.place.side, span.start, span.end))

    def select_down(self) -> None:
        """Stretch the selection one row down."""
        self._stretch(lambda selection, _, column: stretch.by_rows(selection, column, 1))

    def select_up(self) -> None:
        """Stretch the selection one row up."""
        self._stretch(lambda selection, _, column: stretch.by_rows(selection, column, -1))

    def copy(self) -> None:
        """Copy the selection, or else the current sentence with what faces it."""
        pair = self._pair
        if pair.selection is not None:
            text = stretch.clean_text(pair.article(pair.selection.side), pair.selection.span)
        else:
            text = stretch.quoted(pair.lookup, pair.place)
        if not text:
            pair.say("Nothing to copy")
            return
        self._copy_text(text)
        words = len(text.split())
        pair.say(f"Copied {words} word{'s' if words != 1 else ''}")
