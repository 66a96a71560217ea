"""The pair: both panes, the gutter between them and the overview, one widget drawing them from one layout.

It owns both scroll positions, so that the sides cannot drift apart. It decides nothing about the text: it is told the
place, the view and what is lit, and sends a message when the mouse is used.
"""

from textual import events
from textual.strip import Strip
from textual.widget import Widget

from tui.articles.article import SIDES, Article, Side
from tui.compare.comparison import Comparison
from tui.compare.reading import Reading
from tui.reader.drawing import Drawing
from tui.reader.layout.column import Source
from tui.reader.layout.overview import overview_row
from tui.reader.layout.pair import PairLayout, Shown, lay_out
from tui.reader.layout.stand import Stand, scrolled, stand_on, tops
from tui.reader.lookup import Lookup, other_side
from tui.reader.messages import GoToSentence, Scrolled, SelectionChanged
from tui.reader.paint import Inks
from tui.reader.place import Marks, Place, Selection, View
from tui.reader.roles import RoleStyles

WHEEL_ROWS = 3


def uncompared(left: Article, right: Article) -> Lookup:
    """Return what is known of a pair before the engine has answered."""
    return Lookup(Comparison(left, right, (Reading(left), Reading(right))), finished=False)


class Panes(Widget, can_focus=True):
    """Both articles side by side."""

    DEFAULT_CSS = "Panes { width: 1fr; height: 1fr; }"
    ALLOW_SELECT = False

    def __init__(self, left: Article, right: Article, roles: RoleStyles, *, measure: int = 76) -> None:
        super().__init__(id="panes")
        self._measure = measure
        self._inks = Inks(roles)
        self._sources = (Source(left), Source(right))
        self._lookup = uncompared(left, right)
        self._place = Place()
        self._view: View = "reading"
        self._shown: Shown | None = None
        self._layers: dict[str, Marks] = {}
        self._selection: Selection | None = None
        self._drawing: Drawing | None = None
        self._stand: Stand | None = None
        self._free_tops: list[int] | None = None
        self._pressed: tuple[Side, int] | None = None
        self._dragging_overview = False

    # What it is told.

    def show_articles(self, left: Article, right: Article) -> None:
        """Show another pair, not yet compared."""
        self._sources = (Source(left), Source(right))
        self._place, self._stand, self._free_tops, self._selection = Place(), None, None, None
        self._layers.clear()
        self.show_lookup(uncompared(left, right))

    def show_lookup(self, lookup: Lookup) -> None:
        """Show what is known of the comparison now; the current sentence stays where it is on the screen."""
        self._lookup = lookup
        self._lay_out_again()

    def show_view(self, view: View, shown: Shown | None) -> None:
        """Show another view, or other sentences; the current sentence stays where it is on the screen."""
        self._view, self._shown = view, shown
        self._lay_out_again()

    def show_place(self, place: Place, *, move: bool = True) -> None:
        """Make a place the current one; with `move`, bring it onto the screen, level on both sides."""
        self._place = place
        if move and self._drawing is not None:
            self._stand = self._stand_on_place(self._drawing.layout)
            self._free_tops = None if self._free_tops is None else list(self._tops_of_stand())
        self._draw_again()

    def show_selection(self, selection: Selection | None) -> None:
        """Show which text is selected."""
        self._selection = selection
        self._draw_again()

    def light(self, layer: str, marks: Marks) -> None:
        """Light spans of both texts: `layer` is "notes", "mention" or "hits"; no spans put it out."""
        self._layers[layer] = marks
        self._draw_again(lit_too=True)

    def use_roles(self, roles: RoleStyles) -> None:
        """Draw in another theme."""
        self._inks = Inks(roles)
        self._draw_again(lit_too=True)

    def free_sides(self, free: bool) -> None:
        """Let each side be scrolled alone, or bring both level again."""
        self._free_tops = list(self.tops) if free else None
        if not free and self._drawing is not None:
            self._stand = self._stand_on_place(self._drawing.layout)
        self._draw_again()

    # Where everything is.

    @property
    def sides_are_free(self) -> bool:
        """Whether each side is scrolled alone."""
        return self._free_tops is not None

    @property
    def drawing(self) -> Drawing:
        """The layout for the present size, view and filter, with what is lit in it."""
        size = (self.size.width, self.size.height)
        if self._drawing is None or self._drawing.size != size:
            layout = lay_out(self._lookup, self._sources, size, self._view, self._shown, self._measure)
            self._drawing = Drawing(layout, size, self._layers, self._inks)
            self._stand = self._stand_again(layout)
            if self._free_tops is not None:
                self._free_tops = list(self._tops_of_stand())
        return self._drawing

    @property
    def layout_of_pair(self) -> PairLayout:
        """The layout for the present size, view and filter."""
        return self.drawing.layout

    @property
    def tops(self) -> tuple[int, int]:
        """The topmost row of the left and of the right pane; negative where a pane begins with empty rows."""
        self.drawing  # noqa: B018  a size not yet laid out gives the stand first
        if self._free_tops is not None:
            return self._free_tops[0], self._free_tops[1]
        return self._tops_of_stand()

    @property
    def pane_height(self) -> int:
        """How many rows both panes have at least."""
        return max(1, min(self.layout_of_pair.geometry.heights))

    def _tops_of_stand(self) -> tuple[int, int]:
        assert self._drawing is not None and self._stand is not None
        return tops(self._stand, self._drawing.layout.level(self._place))

    def _stand_on_place(self, layout: PairLayout) -> Stand:
        side, column = self._place.side, layout.column(self._place.side)
        height = max(1, min(layout.geometry.heights))
        top = None
        if self._free_tops is not None:
            top = self._free_tops[SIDES.index(side)]
        elif self._stand is not None:
            top = tops(self._stand, layout.level(self._place))[SIDES.index(side)]
            if self._stand.side == side:
                top = self._stand.top
        return stand_on(side, column.nearest_row(self._place.sentence), layout.height(self._place), height, top)

    def _stand_again(self, layout: PairLayout) -> Stand:
        """Return the stand that keeps the current sentence at its height after the rows have changed."""
        side, column = self._place.side, layout.column(self._place.side)
        height = max(1, min(layout.geometry.heights))
        row = column.nearest_row(self._place.sentence)
        focal = self._stand.focal if self._stand is not None else 0
        rows = min(layout.height(self._place), height)
        return Stand(side, row, min(row, focal, height - rows) if self._stand is not None else min(row, height // 3))

    def _lay_out_again(self) -> None:
        self._anchor_focal_line()
        self._drawing = None
        self.refresh()

    def _anchor_focal_line(self) -> None:
        """Move the focal line to the current sentence where it is on the screen, so that it stays there."""
        if self._drawing is None or self._stand is None:
            return
        side, column = self._place.side, self._drawing.layout.column(self._place.side)
        if self._place.sentence >= len(column.first_row):
            return
        focal = column.nearest_row(self._place.sentence) - self.tops[SIDES.index(side)]
        if 0 <= focal < max(1, min(self._drawing.layout.geometry.heights)):
            self._stand = Stand(side, column.nearest_row(self._place.sentence), focal)

    def _draw_again(self, *, lit_too: bool = False) -> None:
        if lit_too and self._drawing is not None:
            self._drawing = Drawing(self._drawing.layout, self._drawing.size, self._layers, self._inks)
        self.refresh()

    # Scrolling.

    def scroll_rows(self, rows: int, side: Side | None = None) -> None:
        """Scroll freely by rows; the other side follows the passages in between, unless the sides are free."""
        side = side or self._place.side
        number, layout, height = SIDES.index(side), self.layout_of_pair, self.pane_height
        column = layout.column(side)
        assert self._stand is not None
        if self._free_tops is not None:
            top = self._free_tops[number]
            self._free_tops[number] = scrolled(Stand(side, top, 0), column, rows, height).top
        else:
            if side != self._stand.side:
                self._stand = Stand(side, self.tops[number] + self._stand.focal, self._stand.focal)
            self._stand = scrolled(self._stand, column, rows, height)
        self._tell_scrolled()
        self.refresh()

    def _tell_scrolled(self) -> None:
        """Tell which sentence the eye is on once the current one has left the screen."""
        column, height = self.layout_of_pair.column(self._place.side), self.pane_height
        top = self.tops[SIDES.index(self._place.side)]
        if not column.first_row:
            return
        first, last = column.first_row[self._place.sentence], column.last_row[self._place.sentence]
        if first < 0 or (last >= top and first < top + height):
            return
        rows = range(max(0, top), min(len(column), top + height))
        seen = rows if first < top else reversed(rows)
        sentence = next((column.begins[row] for row in seen if column.begins[row] >= 0), None)
        if sentence is not None:
            self.post_message(Scrolled(self._place.side, sentence))

    # Drawing.

    def render_line(self, y: int) -> Strip:
        """Return one line of the screen."""
        return self.drawing.line(y, self._place, self._selection, self.tops)

    def on_resize(self, event: events.Resize) -> None:
        """Keep the current sentence at its height in a new size."""
        self._lay_out_again()

    # The mouse.

    def text_at(self, x: int, y: int) -> tuple[Side, int] | None:
        """Return the side and the offset of the text at a cell of the widget, if any stands there."""
        geometry = self.layout_of_pair.geometry
        for side in SIDES:
            box = geometry.pane(side)
            if box.holds(x, y):
                row = self.tops[SIDES.index(side)] + y - box.y
                offset = self.layout_of_pair.column(side).offset_at(row, max(0, x - box.x - geometry.margin))
                return None if offset is None else (side, offset)
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
            if at is not None and at[1] != anchor:
                self.post_message(SelectionChanged(Selection(side, anchor, at[1])))

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """End a drag; a press that selected nothing chooses the sentence under it."""
        self.release_mouse()
        pressed, self._pressed = self._pressed, None
        self._dragging_overview = False
        if pressed is not None and self._selection is None:
            side, offset = pressed
            self.post_message(GoToSentence(side, self._sources[SIDES.index(side)].sentence_at(offset)))

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
        self.scroll_rows(rows, other if geometry.pane(other).holds(event.x, event.y) else None)

    def _go_along_overview(self, x: int, y: int) -> None:
        overview = self.layout_of_pair.geometry.overview
        side: Side = self._place.side if x - overview.x > 1 else SIDES[max(0, x - overview.x)]
        column = self.layout_of_pair.column(side)
        cell = max(0, min(y - overview.y, overview.height - 1))
        sentence = column.sentence_in(overview_row(column, cell, overview.height))
        if sentence is not None:
            self.post_message(GoToSentence(side, sentence))
