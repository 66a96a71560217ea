"""The sidebar: people, places, organisations, figures, dates and who is quoted, with what each side has of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Static
from textual.worker import get_current_worker

from tui.articles.article import SIDES, Side
from tui.reader.action import bindings
from tui.reader.panes.unscrolled import unscrolled
from tui.reader.session.entries import GROUPS, SHOWINGS, Entry, Group, Lister, filter_entries
from tui.reader.viewing.actions import SIDEBAR
from tui.reader.widgets.chips import Chips
from tui.reader.widgets.row_list import RowList
from tui.reader.widgets.rows import Heading, Item, Line, fit, fit_right

if TYPE_CHECKING:
    from tui.compare.comparison import Comparison


MOST_AT_ONCE = 1000
"""The entries of so many mentions and details are made without the screen waiting noticeably."""


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One entry in one line: its mark, its label, and what stands left and right."""

    entry: Entry
    selectable: bool = True
    height: int | None = 1

    def lines(self, width: int) -> Sequence[Line]:
        """Return the line."""
        entry = self.entry
        left = fit_right(entry.left, max(3, cell_len(entry.left)))
        right = fit_right(entry.right, max(3, 1 + cell_len(entry.right)))
        if not entry.left and not entry.right:
            left = right = ""
        columns = cell_len(left) + cell_len(right) + (1 if left else 0)
        mark, role = self._mark()
        label = fit(entry.label, width - 2 - columns)
        rest = (" ", ""), (left, self._value_role("left")), (right, self._value_role("right"))
        return (((mark, role), (" ", ""), (label, ""), *(rest if left else ())),)

    def _mark(self) -> tuple[str, str]:
        if self.entry.colour:
            return str(self.entry.colour), f"note-{self.entry.colour}"
        if self.entry.differs:
            return "≠", "differs"
        if self.entry.presence == "both":
            return " ", ""
        return ("‹", "only-left") if self.entry.presence == "left" else ("›", "only-right")

    def _value_role(self, side: Side) -> str:
        if (self.entry.left if side == "left" else self.entry.right) == "–":
            return "muted"
        return "" if self.entry.presence == "both" else f"only-{self.entry.presence}"


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
        self._rows: dict[int, EntryRow] = {}
        """The row of each entry listed, by the entry's identity."""
        self._entries: tuple[Entry, ...] = ()
        self._notes: tuple[Entry, ...] = ()
        self._columns = ""

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
        shown = filter_entries((*self._entries, *self._notes), typed, showing)  # type: ignore[arg-type]
        items: list[Item] = []
        index = None
        group: Group | None = None
        before, self._rows = self._rows, {}
        for entry in shown:
            if entry.group != group:
                group = entry.group
                items.append(Heading(GROUPS[group], self._columns, blank_above=bool(items)))
            if entry == keep:
                index = len(items)
            row = before.get(id(entry))
            if row is None or row.entry is not entry:
                row = EntryRow(entry)
            self._rows[id(entry)] = row
            items.append(row)
        self.list.show(items, 0 if index is None else index)
        hint = f"{typed}▏" if typed else "type to filter"
        if self._entries and not shown:
            hint = f"{typed}▏  nothing" if typed else "nothing"
        self.query_one("#sidebar-filter", Static).update(hint)

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
        items, index = self.list.items, self.list.index
        if index is None:
            return
        firsts = [number + 1 for number, item in enumerate(items) if isinstance(item, Heading)]
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
