"""The sidebar: people, places, organisations, figures, dates and who is quoted, with what each side has of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.geometry import Region
from textual.strip import Strip
from textual.widgets import Static
from textual.worker import get_current_worker

from tui.articles.article import SIDES
from tui.reader.action import bindings
from tui.reader.panes.finished import ground_lines
from tui.reader.panes.unscrolled import unscrolled
from tui.reader.session.entries import SHOWINGS, Entry, Lister, filter_entries
from tui.reader.viewing.actions import SIDEBAR
from tui.reader.viewing.entry_rows import EntryRow, EntryRows
from tui.reader.widgets.chips import Chips
from tui.reader.widgets.row_list import RowList

if TYPE_CHECKING:
    from tui.compare.comparison import Comparison


MOST_AT_ONCE = 1000
"""The entries of so many mentions and details are made without the screen waiting noticeably."""


class Sidebar(Vertical):
    """Lists what is mentioned; enter walks the places of an entry, in both panes.

    Parameters
    ----------
    walk
        Goes to the next (1) place of an entry, or the one before (-1).
    explain
        Tells why an entry is what it is.
    leave
        Goes back to the text.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(SIDEBAR)]
    virtual_size = unscrolled()

    DEFAULT_CSS = """
    Sidebar { width: 1fr; height: 1fr; background: $panel; padding: 0 1; }
    Sidebar #sidebar-filter { height: 1; color: $role-muted; }
    """

    def __init__(
        self,
        walk: Callable[[Entry, int], None],
        explain: Callable[[Entry], None],
        leave: Callable[[], None],
        *,
        id: str | None = None,
    ) -> None:
        super().__init__(id=id)
        self._walk = walk
        self._explain = explain
        self._leave = leave
        self._lister: Lister | None = None
        self._rows = EntryRows((), "")
        self._entries: tuple[Entry, ...] = ()
        self._notes: tuple[Entry, ...] = ()
        self._columns = ""
        self._hint = ""

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the ground that everything stands on."""
        return ground_lines(self, crop)

    def compose(self) -> ComposeResult:
        """Put the filter over the list and the choice of what is listed below it."""
        yield Static("", id="sidebar-filter", markup=False)
        yield RowList(filters=True, id="sidebar-list")
        yield Chips(SHOWINGS, "all", id="sidebar-showing")

    @property
    def list(self) -> RowList:
        """The list of entries."""
        return self.query_one("#sidebar-list", RowList)

    def show(self, comparison: Comparison, names: tuple[str, str] = SIDES) -> None:
        """List the entries of a comparison; those of a large one a moment later, so that keys need not wait."""
        self._name_sides(names)
        if len(comparison.mentions) + len(comparison.details) <= MOST_AT_ONCE:
            self._take(self._entries_of(comparison))
        else:
            self._gather(comparison)

    def _name_sides(self, names: tuple[str, str]) -> None:
        left, right = names
        labels = {"left": f"‹ {left}", "right": f"› {right}"}
        self.query_one(Chips).show({key: labels.get(key, label) for key, label in SHOWINGS.items()})
        self._columns = "L  R" if names == SIDES else "‹  ›"

    # Described in a word, for else the whole comparison is written out to describe it.
    @work(thread=True, exclusive=True, description="sidebar")
    def _gather(self, comparison: Comparison) -> None:
        worker = get_current_worker()
        entries = self._entries_of(comparison)
        if not worker.is_cancelled:
            self.app.call_from_thread(self._take, entries)

    def _entries_of(self, comparison: Comparison) -> tuple[Entry, ...]:
        lister = self._lister
        if lister is None or not lister.is_about(comparison):
            lister = self._lister = Lister(comparison)
        return lister.list(comparison)

    def _take(self, entries: tuple[Entry, ...]) -> None:
        self._entries = entries
        self._list_again()

    def show_notes(self, notes: tuple[Entry, ...]) -> None:
        """List the notes below everything that is mentioned."""
        if notes != self._notes:
            self._notes = notes
            self._list_again(self._under_cursor())

    def choose(self, mention: int) -> None:
        """Go to the first place of a mention (a position in `Comparison.mentions`), as if it had been chosen here."""
        for entry in self._entries:
            if mention in entry.mentions:
                self._walk(entry, 1)
                return

    def focus(self, scroll_visible: bool = True) -> Sidebar:
        """Give the list the keys."""
        self.list.focus(scroll_visible)
        return self

    def _list_again(self, keep: Entry | None = None) -> None:
        typed = self.list.filter
        showing = self.query_one(Chips).current
        entries = (*self._entries, *self._notes)
        shown = filter_entries(entries, typed, showing)  # type: ignore[arg-type]
        self._rows = rows = EntryRows(shown, self._columns, self._rows)
        index = rows.row_of(keep) if keep is not None else None
        self.list.show(rows, 0 if index is None else index, rows.starts)
        hint = f"{typed}▏" if typed else "type to filter"
        if self._entries and not shown:
            hint = f"{typed}▏  nothing" if typed else "nothing"
        if hint != self._hint:
            self._hint = hint
            self.query_one("#sidebar-filter", Static).update(hint, layout=False)

    def on_row_list_filter_typed(self, message: RowList.FilterTyped) -> None:
        """List what the filter leaves."""
        message.stop()
        self._list_again()

    def on_chips_picked(self, message: Chips.Picked) -> None:
        """List what is wanted."""
        message.stop()
        self._list_again(self._under_cursor())

    def on_row_list_highlighted(self, message: RowList.Highlighted) -> None:
        """Keep to oneself where the cursor stands."""
        message.stop()

    def on_row_list_chosen(self, message: RowList.Chosen) -> None:
        """Go to the next place of the entry."""
        message.stop()
        if isinstance(message.row, EntryRow):
            self._walk(message.row.entry, 1)

    def _under_cursor(self) -> Entry | None:
        item = self.list.current
        return item.entry if isinstance(item, EntryRow) else None

    def action_walk_back(self) -> None:
        """Go to the place of the entry before."""
        entry = self._under_cursor()
        if entry:
            self._walk(entry, -1)

    def action_explain_entry(self) -> None:
        """Tell why the entry is what it is."""
        entry = self._under_cursor()
        if entry:
            self._explain(entry)

    def action_next_group(self) -> None:
        """Go to the first entry of the next group."""
        self._to_group(1)

    def action_previous_group(self) -> None:
        """Go to the first entry of the group before."""
        self._to_group(-1)

    def _to_group(self, step: int) -> None:
        index = self.list.index
        if index is None:
            return
        firsts = [number + 1 for number in self._rows.headings]
        here = max(number for number, first in enumerate(firsts) if first <= index)
        self.list.move_to(firsts[(here + step) % len(firsts)])

    def action_only_one_side(self) -> None:
        """List the next kind: all, only left, only right, what differs."""
        self.query_one(Chips).take_next()

    def action_sidebar_leave(self) -> None:
        """Clear the filter, or go back to the text."""
        if self.list.filter:
            self.list.type_filter("")
        else:
            self._leave()
