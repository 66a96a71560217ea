"""The pair: both panes, the gutter between them and the overview, one widget drawing them from one layout.

It owns both scroll positions, so that the sides cannot drift apart. It decides nothing about the text: it is told the
place, the view and what is lit, and sends a message when the mouse is used.
"""

from collections.abc import Iterable

from textual import events
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from tui.articles.article import SIDES, Article, Side
from tui.reader.layout.geometry import MEASURE
from tui.reader.layout.glide import FRAMES, SECONDS, glide
from tui.reader.layout.pair import PairLayout
from tui.reader.layout.scrolling import Scrolling
from tui.reader.looks.roles import RoleStyles
from tui.reader.panes.drawing import Drawing
from tui.reader.panes.finished import Finished
from tui.reader.panes.layouts import Layouts, Wanted
from tui.reader.panes.lit import LitSpans
from tui.reader.panes.messages import Hovered, RowsMoved, Scrolled
from tui.reader.panes.paint import Inks
from tui.reader.panes.painted import Painted
from tui.reader.panes.pointing import Pointing
from tui.reader.panes.unscrolled import unscrolled
from tui.reader.session.lookup import Lookup
from tui.reader.session.place import TEXT_SIDES, Marks, Place, Selection, Shown, View
from tui.reader.session.search import Search

WHEEL_ROWS = 3
MANY = 500
"""The orders of more passages than this are worked out before a view wants them, so that its key need not wait."""


class Panes(Widget, can_focus=True):
    """Both articles side by side."""

    DEFAULT_CSS = "Panes { width: 1fr; height: 1fr; }"
    ALLOW_SELECT = False
    virtual_size = unscrolled()

    def __init__(
        self,
        left: Article,
        right: Article,
        roles: RoleStyles,
        *,
        measure: int = MEASURE,
        glide: bool = False,
        all_lines: bool = False,
        apart: bool = True,
    ) -> None:
        super().__init__(id="panes")
        self._measure = measure
        self._glides = glide
        self._all_lines = all_lines
        self._apart = apart
        self._frames: list[tuple[int, int]] = []
        self._inks = Inks(roles)
        self._layouts = Layouts(left, right, measure, apart)
        self._lookup = Lookup((left, right))
        self.place = Place()
        self._view: View = "reading"
        self._shown: Shown | None = None
        self._layers: dict[str, Marks] = {}
        self._search = Search()
        self._shown_whole: tuple[object, ...] = ()
        self.selection: Selection | None = None
        self._lit: LitSpans | None = None
        self._drawing: Drawing | None = None
        self._painted = Painted()
        self._finished = Finished()
        self._lines: tuple[tuple[object, ...], dict[int, Strip]] = ((), {})
        """The lines drawn, and what they were drawn for."""
        self._drawn_before: tuple[dict[int, Strip], Iterable[int], list[Strip]] = {}, (), []
        """Those drawn last, and which they were."""
        self._is_due = False
        self._pointing = Pointing(self)
        self._scrolling: Scrolling | None = None

    # What it is told.

    def show_articles(self, left: Article, right: Article) -> None:
        """Show another pair, not yet compared."""
        self._layouts = Layouts(left, right, self._measure, self._apart)
        self.place, self._scrolling, self.selection = Place(), None, None
        self._layers.clear()
        self._search = Search()
        self.show_lookup(Lookup((left, right)))

    def show_lookup(self, lookup: Lookup) -> None:
        """Show what is known of the comparison now; the current sentence stays where it is on the screen."""
        self._lookup, self._lit = lookup, None
        if self._layouts.take(lookup) and len(lookup.passages) > MANY:
            prepare = self._layouts.orders.prepare
            self.run_worker(prepare, thread=True, exclusive=True, group="orders", description="orders")
        self._lay_out_again()

    def show_view(self, view: View, shown: Shown | None) -> None:
        """Show another view, or other sentences; the current sentence stays where it is on the screen."""
        if (view, shown) != (self._view, self._shown):
            self._view, self._shown = view, shown
            self._lay_out_again()

    def show_place(self, place: Place, *, move: bool = True) -> None:
        """Make a place the current one; with `move`, bring it onto the screen, level on both sides."""
        self.place = place
        if self._scrolling is None:
            return
        before = self.tops
        if move:
            self.scrolling.go_to(place)
            self._glide_from(before)
        else:
            self.scrolling.point_to(place)
        self._draw_soon()

    def _glide_from(self, before: tuple[int, int]) -> None:
        self._frames = glide(before, self.tops, self.pane_height) if self._glides and before != self.tops else []
        if len(self._frames) > 1:
            self.set_timer(SECONDS / FRAMES, self._next_frame)

    def _next_frame(self) -> None:
        if self._frames:
            self._frames.pop(0)
            self._draw_soon()
            self.set_timer(SECONDS / FRAMES, self._next_frame)

    def show_selection(self, selection: Selection | None) -> None:
        """Show which text is selected."""
        self.selection = selection
        self._draw_soon()

    def light(self, layer: str, marks: Marks) -> None:
        """Light spans of both texts: `layer` is "notes", "words" or "mention"; no spans put it out."""
        if marks != self._layers.get(layer, Marks()):
            self._layers[layer] = marks
            self._light_again()

    def show_search(self, search: Search) -> None:
        """Light what a search found."""
        self._search = search
        self._light_again()

    def _light_again(self) -> None:
        self._lit = LitSpans(self._lookup, self._layers, self._search, self._lit)
        if self._view in TEXT_SIDES and self._seen_whole() != self._shown_whole:
            self._lay_out_again()
        else:
            self._paint_again()

    def _wanted(self) -> Wanted:
        """Return what has to be seen besides the details and hits: notes, words, the places of a mention."""
        layers = self._layers.values()
        left = tuple(span for marks in layers for span, _ in marks.left)
        return left, tuple(span for marks in layers for span, _ in marks.right)

    def _seen_whole(self) -> tuple[object, ...]:
        """Return that, with what was found; as long as both are the same, one column has the same rows."""
        hits = self._search.hits
        return self._wanted(), hits if hits else None, len(hits)

    def use_roles(self, roles: RoleStyles) -> None:
        """Draw in another theme."""
        self._inks = Inks(roles)
        self._paint_again()

    def free_sides(self, free: bool) -> None:
        """Let each side be scrolled alone, or bring both level again."""
        self.scrolling.free(free)
        self._draw_soon()

    # Where everything is.

    @property
    def drawing(self) -> Drawing:
        """The layout for the present size, view and filter, with what is lit in it."""
        size = self.outer_size.width, self.outer_size.height
        if self._drawing is None or self._drawing.size != size:
            is_one = self._view in TEXT_SIDES
            wanted, hits = (self._wanted(), self._search.hits) if is_one else (((), ()), None)
            self._shown_whole = self._seen_whole() if is_one else ()
            layout = self._layouts.lay_out(size, self._view, self._shown, wanted, hits)
            self._drawing = self._draw(layout, size)
            if self._scrolling is None:
                self._scrolling = Scrolling(layout, self.place)
            else:
                self._scrolling.lay_out(layout)
        return self._drawing

    @property
    def layout_of_pair(self) -> PairLayout:
        """The layout for the present size, view and filter."""
        return self.drawing.layout

    @property
    def scrolling(self) -> Scrolling:
        """How far both panes are scrolled."""
        layout = self.drawing.layout
        assert self._scrolling is not None and self._scrolling.layout is layout
        return self._scrolling

    @property
    def sides_are_free(self) -> bool:
        """Whether each side is scrolled alone."""
        return self.scrolling.is_free

    @property
    def tops(self) -> tuple[int, int]:
        """The topmost row of the left and of the right pane; negative where a pane begins with empty rows."""
        return self.scrolling.tops

    @property
    def pane_height(self) -> int:
        """How many rows both panes have at least."""
        return self.scrolling.height

    def signs_in_view(self) -> frozenset[str]:
        """Return the marks in the margins of the rows in view."""
        drawing = self.drawing
        return drawing.signs_in_view(self.tops)

    def _lay_out_again(self) -> None:
        self._drawing = None
        self._draw_soon()

    def _paint_again(self) -> None:
        if self._drawing is not None:
            self._drawing = self._draw(self._drawing.layout, self._drawing.size)
        self._draw_soon()

    def _draw(self, layout: PairLayout, size: tuple[int, int]) -> Drawing:
        if self._lit is None:
            self._lit = LitSpans(self._lookup, self._layers, self._search)
        return Drawing(layout, size, self._lit, self._inks, all_lines=self._all_lines, before=self._drawing)

    def _draw_soon(self) -> None:
        """Have drawn what is to look otherwise, once all that happens at one time has happened."""
        if not self._is_due:
            self._is_due = True
            self.call_next(self._draw_changes)

    def _draw_changes(self) -> None:
        self._is_due = False
        regions = self._painted.changes(self._drawn(range(self.outer_size.height)))
        if regions:
            self.refresh(*regions)

    def show_offset(self, side: Side, offset: int) -> None:
        """Scroll as little as needed to show the character at an offset."""
        row = self.layout_of_pair.column(side).row_of(offset) - self.tops[SIDES.index(side)]
        beyond = row if row < 0 else max(0, row - self.pane_height + 1)
        if beyond:
            self.scroll_rows(beyond, side)

    def scroll_rows(self, rows: int, side: Side | None = None, *, tell: bool = True) -> None:
        """Scroll freely by rows; the other side follows the passages in between, unless the sides are free.

        With `tell`, `Scrolled` says which sentence the eye is on when the current one has left the screen.
        """
        self._frames = []
        self.scrolling.scroll(side or self.place.side, rows)
        sentence = self.scrolling.scrolled_to() if tell else None
        if sentence is not None:
            self.post_message(Scrolled(self.place.side, sentence))
        self.post_message(RowsMoved())
        self._draw_soon()

    # Drawing.

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return some lines of the screen."""
        lines = self._drawn(crop.line_range)
        for y, line in zip(crop.line_range, lines, strict=True):
            self._painted.keep(y, line)
        return self._finished.lines(self, crop, lines)

    def render_line(self, y: int) -> Strip:
        """Return one line as it is drawn."""
        return self._drawn((y,))[0]

    def _drawn(self, rows: Iterable[int]) -> list[Strip]:
        drawing = self.drawing
        tops = self._frames[0] if self._frames else self.tops
        drawn_for = drawing, self.place, self.selection, tops
        if self._lines[0] != drawn_for:
            self._lines = drawn_for, {}
        if self._drawn_before[0] is self._lines[1] and self._drawn_before[1] == rows:
            return self._drawn_before[2]
        kept, found = self._lines[1], []
        for y in rows:
            line = kept.get(y)
            if line is None:
                line = kept[y] = self._painted.known(y, drawing.line(y, self.place, self.selection, tops))
            found.append(line)
        self._drawn_before = kept, rows, found
        return found

    def watch_has_focus(self, _: bool) -> None:
        """Do not look for other styles: both articles look alike whether or not they have the keys."""

    # The mouse.

    def on_leave(self) -> None:
        """Tell that the mouse rests on nothing."""
        self.post_message(Hovered(""))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Begin a click, a selection, or a drag along the overview."""
        self._pointing.press(event)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Stretch the selection, or go along the overview."""
        self._pointing.move(event)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """End a drag; a press that selected nothing chooses the sentence under it."""
        self._pointing.release(event)

    def on_click(self, event: events.Click) -> None:
        """Select the word under a double click, the sentence under a triple one."""
        self._pointing.click(event)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll both sides, the one under the mouse ahead."""
        self._pointing.wheel(event, WHEEL_ROWS)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll both sides back, the one under the mouse ahead."""
        self._pointing.wheel(event, -WHEEL_ROWS)
