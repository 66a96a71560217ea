"""A list of items, drawn line by line, so that thousands cost no more than what is on the screen."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import ClassVar

from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar
from textual.strip import Strip

from tui.reader.action import bindings
from tui.reader.looks.themed import roles_of
from tui.reader.panes.finished import Finished
from tui.reader.panes.unscrolled import unscrolled
from tui.reader.widgets.actions import LIST
from tui.reader.widgets.row_drawing import RowDrawing
from tui.reader.widgets.rows import Item
from tui.reader.widgets.scroll_bar import StillScrollBar


class RowList(ScrollView, can_focus=True):
    """A list with a cursor. What is typed while it has the focus is a filter, if it is told so."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(LIST)]

    DEFAULT_CSS = """
    RowList { background: transparent; height: 1fr; scrollbar-size-vertical: 1; overflow-x: hidden; }
    """

    virtual_size = unscrolled()

    @dataclass
    class Highlighted(Message):
        """The cursor stands on another item."""

        list: "RowList"
        item: Item

        @property
        def control(self) -> "RowList":
            """The list it is about."""
            return self.list

        def can_replace(self, message: Message) -> bool:
            """Only the last item counts."""
            return isinstance(message, RowList.Highlighted) and message.list is self.list

    @dataclass
    class Chosen(Message):
        """Enter was pressed on an item, or it was clicked."""

        list: "RowList"
        item: Item | None
        """None where a filter had been typed that was not listed yet: then it is the first that the filter leaves."""

        @property
        def row(self) -> Item | None:
            """The item that was meant; the list may hold other ones by now."""
            return self.list.current if self.item is None else self.item

        @property
        def control(self) -> "RowList":
            """The list it is about."""
            return self.list

    @dataclass
    class FilterTyped(Message):
        """Something was typed into the filter."""

        list: "RowList"
        text: str

        @property
        def control(self) -> "RowList":
            """The list it is about."""
            return self.list

    def __init__(self, *, filters: bool = False, id: str | None = None) -> None:
        super().__init__(id=id)
        self._filters = filters
        self._items: Sequence[Item] = ()
        self._starts: Sequence[int] = (0,)
        self._known_starts: Sequence[int] | None = None
        self._index: int | None = None
        self._hover: int | None = None
        self._laid_out_for = -1
        self._drawing: RowDrawing | None = None
        self._finished = Finished()
        self._drawn_before: tuple[tuple[object, ...], list[Strip]] = (), []
        """The lines drawn last, and what they were drawn for."""
        self.filter = ""
        self._listed_for = ""
        """The filter that the items are what is left of."""

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        """The scrollbar; the one that Textual has made asks for another layout whenever it has been laid out."""
        made = super().vertical_scrollbar
        made.__class__ = StillScrollBar
        return made

    @property
    def items(self) -> Sequence[Item]:
        """What is listed."""
        return self._items

    @property
    def index(self) -> int | None:
        """The position of the item under the cursor."""
        return self._index

    @property
    def current(self) -> Item | None:
        """The item under the cursor."""
        return None if self._index is None else self._items[self._index]

    def show(self, items: Sequence[Item], index: int | None = 0, starts: Sequence[int] | None = None) -> None:
        """List other items, the cursor on `index` or on the next one that can be selected; no message is posted.

        `starts` says in which line each begins and, last, how many lines there are, where that is known already.
        """
        self._items, self._known_starts = items, starts
        self._listed_for = self.filter
        self._index = None
        self._hover = None
        self._lay_out(force=True)
        if index is not None and items:
            self._index = self._selectable_from(min(index, len(items) - 1), 1)
        self._keep_in_sight()
        self.refresh()

    def move_to(self, index: int | None, *, tell: bool = False) -> None:
        """Put the cursor on an item."""
        if index == self._index:
            return
        self._index = index
        self._keep_in_sight()
        self.refresh()
        if tell and index is not None:
            self.post_message(self.Highlighted(self, self._items[index]))

    def type_filter(self, text: str) -> None:
        """Change the filter and say so."""
        self.filter = text
        self.post_message(self.FilterTyped(self, text))

    # ------------------------------------------------------------------ layout

    @property
    def _room(self) -> int:
        """The cells of an item; one is left empty beside the scrollbar."""
        width = self.scrollable_content_region.width
        return max(1, width - 1) if self.show_vertical_scrollbar else width

    def _lay_out(self, *, force: bool = False) -> None:
        width = self._room
        if width == self._laid_out_for and not force:
            return
        self._laid_out_for, self._drawn_before = width, ((), [])
        if self._known_starts is None:
            heights = (len(item.lines(width)) if item.height is None else item.height for item in self._items)
            self._starts = list(accumulate(heights, initial=0))
        else:
            self._starts = self._known_starts
        # It never scrolls sideways.
        self.virtual_size = Size(1, self._starts[-1])

    def watch_virtual_size(self, _: Size, size: Size) -> None:
        """Have the screen laid out again only where more than the scrollbar's handle follows from another length."""
        has_bar = size.height > self.container_size.height
        if has_bar != self.show_vertical_scrollbar and self.container_size:
            self.show_vertical_scrollbar = self.vertical_scrollbar.display = has_bar
            # It is not told while it is hidden.
            self.vertical_scrollbar.position = self.scroll_y
        elif self.styles.auto_dimensions or not self.container_size:
            self.refresh(layout=True)
        elif has_bar:
            self.vertical_scrollbar.window_virtual_size = size.height
            self.scroll_y = self.scroll_y  # no further than the end

    def on_resize(self) -> None:
        """Wrap the items anew; in their new width they have been drawn already."""
        before = self._starts
        self._lay_out()
        self._keep_in_sight()
        if self._starts is not before and self._starts != before:
            self.refresh()

    def _item_at(self, row: int) -> int | None:
        return bisect_right(self._starts, row) - 1 if 0 <= row < self._starts[-1] else None

    def _keep_in_sight(self) -> None:
        if self._index is None:
            return
        first, stop = self._starts[self._index], self._starts[self._index + 1]
        if self._selectable_from(0, 1) == self._index:
            first = 0
        region = Region(0, first, 1, max(1, stop - first))
        self.scroll_to_region(region, animate=False, force=True)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw some lines of the screen."""
        return self._finished.lines(self, crop, self._drawn(crop.line_range))

    def render_line(self, y: int) -> Strip:
        """Draw one line of the screen."""
        return self._drawn((y,))[0]

    def _drawn(self, rows: Iterable[int]) -> list[Strip]:
        """Draw lines of the screen, all on the same ground."""
        ground, roles, first = self.rich_style, roles_of(self), self.scroll_offset.y
        if self._drawing is None or self._drawing.roles is not roles:
            self._drawing = RowDrawing(roles)
        width, room = self.scrollable_content_region.width, self._room
        drawn_for = rows, first, self._index, self._hover, self.has_focus, ground, roles, width, room
        if self._drawn_before[0] == drawn_for:
            return self._drawn_before[1]
        found = []
        for row in rows:
            number = self._item_at(row + first)
            if number is None:
                found.append(self._drawing.blank(width, ground))
                continue
            item, line, over = self._items[number], row + first - self._starts[number], self._cursor_style(number)
            found.append(self._drawing.line(item, line, room, width, ground, over))
        self._drawn_before = drawn_for, found
        return found

    def _cursor_style(self, number: int) -> Style | None:
        roles = roles_of(self)
        if number == self._index:
            return roles["cursor"] if self.has_focus else roles["current"]
        return roles["current"] if number == self._hover and self._items[number].selectable else None

    # ------------------------------------------------------------------ keys

    def _selectable_from(self, index: int, step: int) -> int | None:
        """Return the nearest selectable item from `index` on in the direction of `step`, else in the other."""
        onward = range(index, len(self._items)) if step > 0 else range(index, -1, -1)
        back = range(index, -1, -1) if step > 0 else range(index, len(self._items))
        for numbers in (onward, back):
            for number in numbers:
                if self._items[number].selectable:
                    return number
        return None

    def _move(self, index: int, step: int) -> None:
        if self._items:
            before = self._index
            self.move_to(self._selectable_from(max(0, min(index, len(self._items) - 1)), step), tell=True)
            if self._index == before:
                # What cannot be selected can still be read.
                self.scroll_relative(y=step, animate=False, force=True)

    def action_list_down(self) -> None:
        """Go to the next item."""
        self._move(0 if self._index is None else self._index + 1, 1)

    def action_list_up(self) -> None:
        """Go to the item before."""
        self._move(0 if self._index is None else self._index - 1, -1)

    def action_list_page_down(self) -> None:
        """Go one page of items down."""
        self._move_rows(self.size.height - 1)

    def action_list_page_up(self) -> None:
        """Go one page of items up."""
        self._move_rows(1 - self.size.height)

    def _move_rows(self, rows: int) -> None:
        row = self._starts[self._index or 0] + rows
        target = self._item_at(max(0, min(row, self._starts[-1] - 1)))
        self._move(target or 0, 1 if rows > 0 else -1)

    def action_list_first(self) -> None:
        """Go to the first item."""
        self._move(0, 1)

    def action_list_last(self) -> None:
        """Go to the last item."""
        self._move(len(self._items) - 1, -1)

    def action_list_choose(self) -> None:
        """Choose the item under the cursor."""
        if self.filter != self._listed_for:
            self.post_message(self.Chosen(self, None))
        elif self.current is not None:
            self.post_message(self.Chosen(self, self.current))

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Say that what is typed goes into the filter, so that no key of the reader takes it."""
        return self._filters and character is not None and character.isprintable()

    def on_key(self, event: events.Key) -> None:
        """Take what is typed into the filter."""
        if not self._filters:
            return
        if event.is_printable and event.character:
            self.type_filter(self.filter + event.character)
        elif event.key == "backspace":
            self.type_filter(self.filter[:-1])
        elif event.key == "ctrl+u":
            self.type_filter("")
        else:
            return
        event.stop()
        event.prevent_default()

    def on_paste(self, event: events.Paste) -> None:
        """Take what is pasted into the filter."""
        if self._filters:
            self.type_filter(self.filter + " ".join(event.text.split()))
            event.stop()

    # ------------------------------------------------------------------ mouse

    def _item_under(self, event: events.MouseEvent) -> int | None:
        number = self._item_at(int(event.y) + self.scroll_offset.y)
        return number if number is not None and self._items[number].selectable else None

    def on_click(self, event: events.Click) -> None:
        """Choose what is clicked."""
        number = self._item_under(event)
        if number is not None:
            self.move_to(number, tell=True)
            self.post_message(self.Chosen(self, self._items[number]))

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Show what a click would choose."""
        number = self._item_under(event)
        if number != self._hover:
            self._hover = number
            self.refresh()

    def on_leave(self) -> None:
        """Forget what the mouse was over."""
        if self._hover is not None:
            self._hover = None
            self.refresh()

    def on_focus(self) -> None:
        """Draw the cursor as one that has the keys."""
        self.refresh()

    def on_blur(self) -> None:
        """Draw the cursor as one that waits."""
        self.refresh()
