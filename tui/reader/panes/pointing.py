"""What the mouse does on the pair: clicks, selections drawn with it, the wheel, the overview.

Decides nothing: every click is a message, and only scrolling is done at once.
"""

import re
from typing import Protocol

from textual import events
from textual.message import Message

from tui.articles.article import SIDES, Article, Side
from tui.reader.layout.overview import overview_row
from tui.reader.panes.drawing import Drawing
from tui.reader.panes.messages import GoToPassage, GoToSentence, Hovered, LeadWith, SelectionChanged
from tui.reader.session.lookup import other_side
from tui.reader.session.place import Place, Selection

_WORD = re.compile(r"[\w'’-]+")


class Pane(Protocol):
    """What may be asked of the widget that is pointed at."""

    @property
    def drawing(self) -> Drawing:
        """The layout for the present size, view and filter, with what is lit in it."""

    @property
    def tops(self) -> tuple[int, int]:
        """The topmost row of the left and of the right pane; negative where a pane begins with empty rows."""

    @property
    def place(self) -> Place:
        """The current place."""

    @property
    def selection(self) -> Selection | None:
        """The selected text."""

    def scroll_rows(self, rows: int, side: Side | None = None) -> None:
        """Scroll freely by rows; the other side follows the passages in between, unless the sides are free."""

    def post_message(self, message: Message) -> bool:
        """Tell the screen something."""

    def capture_mouse(self) -> None:
        """Have the mouse until it is released."""

    def release_mouse(self) -> None:
        """Let go of the mouse."""


class Pointing:
    """What the mouse is doing on the pair."""

    def __init__(self, pane: Pane) -> None:
        self._pane = pane
        self._pressed: tuple[Side, int] | None = None
        """Where in the text the button went down, until it comes up."""
        self._stretching = False
        self._dragging_overview = False
        self._told = ""
        """What has been told of the sign under the mouse."""

    def text_at(self, x: int, y: int) -> tuple[Side, int] | None:
        """Return the side and the offset of the text at a cell of the widget, if any stands there."""
        geometry = self._pane.drawing.layout.geometry
        for side in SIDES:
            box = geometry.pane(side)
            if box.holds(x, y):
                row = self._pane.tops[SIDES.index(side)] + y - box.y
                offset = self._pane.drawing.layout.column(side).offset_at(row, max(0, x - geometry.text_x(side)))
                if offset is not None:
                    return side, offset
        return None

    def press(self, event: events.MouseDown) -> None:
        """Begin a click, a selection, or a drag along the overview."""
        if event.button != 1:
            return
        if self._pane.drawing.layout.geometry.overview.holds(event.x, event.y):
            self._dragging_overview = True
            self._pane.capture_mouse()
            self._go_along_overview(event.x, event.y)
            return
        title = self._pane.drawing.title_at(event.x, event.y)
        if title is not None:
            self._pane.post_message(LeadWith(title))
            return
        passage = self._pane.drawing.passage_at(event.x, event.y, self._pane.place, self._pane.tops)
        if passage is not None:
            self._pane.post_message(GoToPassage(passage))
            return
        self._pressed = self.text_at(event.x, event.y)
        if self._pane.selection is not None:
            self._pane.post_message(SelectionChanged(None))
        if self._pressed is not None:
            self._pane.capture_mouse()

    def move(self, event: events.MouseMove) -> None:
        """Stretch the selection, go along the overview, or tell which sign the mouse rests on."""
        if not event.button:
            self._tell_sign(event.x, event.y)
        if self._dragging_overview:
            self._go_along_overview(event.x, event.y)
        elif self._pressed is not None and event.button:
            side, anchor = self._pressed
            box = self._pane.drawing.layout.geometry.pane(side)
            if not box.y <= event.y < box.y + box.height:
                self._pane.scroll_rows(1 if event.y >= box.y else -1, side)
            x = max(box.x, min(event.x, box.x + box.width - 1))
            at = self.text_at(x, max(box.y, min(event.y, box.y + box.height - 1)))
            if at is not None and at[0] == side and (at[1] != anchor or self._stretching):
                self._stretching = True
                self._pane.post_message(SelectionChanged(Selection(side, anchor, at[1])))

    def _tell_sign(self, x: int, y: int) -> None:
        words = self._pane.drawing.sign_at(x, y, self._pane.place, self._pane.tops)
        if words != self._told:
            self._told = words
            self._pane.post_message(Hovered(words))

    def release(self, event: events.MouseUp) -> None:
        """End a drag; a press that selected nothing chooses the sentence under it."""
        self._pane.release_mouse()
        pressed, stretched = self._pressed, self._stretching
        self._pressed, self._stretching, self._dragging_overview = None, False, False
        if pressed is not None and not stretched:
            side, offset = pressed
            self._pane.post_message(
                GoToSentence(side, self._pane.drawing.layout.column(side).source.sentence_at(offset))
            )

    def click(self, event: events.Click) -> None:
        """Select the word under a double click, the sentence under a triple one."""
        at = self.text_at(event.x, event.y)
        if at is None or event.chain < 2:
            return
        side, offset = at
        source = self._pane.drawing.layout.column(side).source
        selection = word_at(source.article, side, offset)
        if event.chain > 2:
            sentence = source.article.sentences[source.sentence_at(offset)]
            selection = Selection(side, sentence.start, sentence.end)
        self._pane.post_message(SelectionChanged(selection))

    def wheel(self, event: events.MouseEvent, rows: int) -> None:
        """Scroll both sides, the one under the mouse ahead."""
        event.stop()
        geometry = self._pane.drawing.layout.geometry
        other = other_side(self._pane.place.side)
        on_other = not geometry.single and geometry.pane(other).holds(event.x, event.y)
        self._pane.scroll_rows(rows, other if on_other else None)

    def _go_along_overview(self, x: int, y: int) -> None:
        overview = self._pane.drawing.layout.geometry.overview
        side: Side = self._pane.place.side if x - overview.x > 1 else SIDES[max(0, x - overview.x)]
        column = self._pane.drawing.layout.column(side)
        cell = max(0, min(y - overview.y, overview.height - 1))
        sentence = column.sentence_in(overview_row(column, cell, overview.height))
        if sentence is not None:
            self._pane.post_message(GoToSentence(side, sentence))


def word_at(article: Article, side: Side, offset: int) -> Selection | None:
    """Return the word around an offset, if there is one."""
    line = article.text.rfind("\n", 0, offset) + 1
    for found in _WORD.finditer(article.text, line):
        if found.start() > offset:
            return None
        if offset < found.end():
            return Selection(side, found.start(), found.end())
    return None
