"""What the mouse does on the pair: clicks, selections drawn with it, the wheel, the overview.

Decides nothing: every click is a message, and only scrolling is done at once.
"""

from textual import events
from textual.widget import Widget

from tui.articles.article import SIDES, Side
from tui.reader.drawing import Drawing
from tui.reader.layout.overview import overview_row
from tui.reader.layout.pair import PairLayout
from tui.reader.lookup import other_side
from tui.reader.messages import GoToPassage, GoToSentence, LeadWith, SelectionChanged
from tui.reader.place import Place, Selection
from tui.reader.stretch import word_at

WHEEL_ROWS = 3


class Pointing(Widget):
    """The half of the pair that listens to the mouse."""

    _place: Place
    _selection: Selection | None
    _pressed: tuple[Side, int] | None = None
    """Where in the text the button went down, until it comes up."""
    _stretching = False
    _dragging_overview = False

    @property
    def drawing(self) -> Drawing:
        """The layout for the present size, view and filter, with what is lit in it."""
        raise NotImplementedError

    @property
    def layout_of_pair(self) -> PairLayout:
        """The layout for the present size, view and filter."""
        return self.drawing.layout

    @property
    def tops(self) -> tuple[int, int]:
        """The topmost row of the left and of the right pane; negative where a pane begins with empty rows."""
        raise NotImplementedError

    def scroll_rows(self, rows: int, side: Side | None = None, *, tell: bool = True) -> None:
        """Scroll freely by rows; the other side follows the passages in between, unless the sides are free."""
        raise NotImplementedError

    def text_at(self, x: int, y: int) -> tuple[Side, int] | None:
        """Return the side and the offset of the text at a cell of the widget, if any stands there."""
        geometry = self.layout_of_pair.geometry
        for side in SIDES:
            box = geometry.pane(side)
            if box.holds(x, y):
                row = self.tops[SIDES.index(side)] + y - box.y
                offset = self.layout_of_pair.column(side).offset_at(row, max(0, x - geometry.text_x(side)))
                if offset is not None:
                    return side, offset
        return None

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Begin a click, a selection, or a drag along the overview."""
        if event.button != 1:
            return
        if self.layout_of_pair.geometry.overview.holds(event.x, event.y):
            self._dragging_overview = True
            self.capture_mouse()
            self._go_along_overview(event.x, event.y)
            return
        title = self.drawing.title_at(event.x, event.y)
        if title is not None:
            self.post_message(LeadWith(title))
            return
        passage = self.drawing.passage_at(event.x, event.y, self._place, self.tops)
        if passage is not None:
            self.post_message(GoToPassage(passage))
            return
        self._pressed = self.text_at(event.x, event.y)
        if self._selection is not None:
            self.post_message(SelectionChanged(None))
        if self._pressed is not None:
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Stretch the selection, or go along the overview."""
        if self._dragging_overview:
            self._go_along_overview(event.x, event.y)
        elif self._pressed is not None and event.button:
            side, anchor = self._pressed
            box = self.layout_of_pair.geometry.pane(side)
            if not box.y <= event.y < box.y + box.height:
                self.scroll_rows(1 if event.y >= box.y else -1, side)
            x = max(box.x, min(event.x, box.x + box.width - 1))
            at = self.text_at(x, max(box.y, min(event.y, box.y + box.height - 1)))
            if at is not None and at[0] == side and (at[1] != anchor or self._stretching):
                self._stretching = True
                self.post_message(SelectionChanged(Selection(side, anchor, at[1])))

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """End a drag; a press that selected nothing chooses the sentence under it."""
        self.release_mouse()
        pressed, stretched = self._pressed, self._stretching
        self._pressed, self._stretching, self._dragging_overview = None, False, False
        if pressed is not None and not stretched:
            side, offset = pressed
            self.post_message(GoToSentence(side, self.layout_of_pair.column(side).source.sentence_at(offset)))

    def on_click(self, event: events.Click) -> None:
        """Select the word under a double click, the sentence under a triple one."""
        at = self.text_at(event.x, event.y)
        if at is None or event.chain < 2:
            return
        side, offset = at
        source = self.layout_of_pair.column(side).source
        selection = word_at(source.article, side, offset)
        if event.chain > 2:
            sentence = source.article.sentences[source.sentence_at(offset)]
            selection = Selection(side, sentence.start, sentence.end)
        self.post_message(SelectionChanged(selection))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll both sides, the one under the mouse ahead."""
        self._wheel(event, WHEEL_ROWS)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll both sides back, the one under the mouse ahead."""
        self._wheel(event, -WHEEL_ROWS)

    def _wheel(self, event: events.MouseEvent, rows: int) -> None:
        event.stop()
        geometry = self.layout_of_pair.geometry
        other = other_side(self._place.side)
        on_other = not geometry.single and geometry.pane(other).holds(event.x, event.y)
        self.scroll_rows(rows, other if on_other else None)

    def _go_along_overview(self, x: int, y: int) -> None:
        overview = self.layout_of_pair.geometry.overview
        side: Side = self._place.side if x - overview.x > 1 else SIDES[max(0, x - overview.x)]
        column = self.layout_of_pair.column(side)
        cell = max(0, min(y - overview.y, overview.height - 1))
        sentence = column.sentence_in(overview_row(column, cell, overview.height))
        if sentence is not None:
            self.post_message(GoToSentence(side, sentence))
