"""The lines of the sidebar: a heading over each group and a row for each entry, made when they come into view."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import overload

from rich.cells import cell_len

from tui.articles.article import Side
from tui.reader.layout.numbers import Numbers
from tui.reader.session.entries import GROUPS, Entry
from tui.reader.widgets.rows import Heading, Item, Line, fit, fit_right

_ORDER = {group: position for position, group in enumerate(GROUPS)}
_MOST_KEPT = 512
"""So many rows are kept: what has been in view is drawn no second time."""


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


class EntryRows(Sequence[Item]):
    """The rows of entries that are sorted by their groups.

    Parameters
    ----------
    entries
        The entries.
    columns
        What stands over the left and the right column.
    before
        The rows of a moment ago; those of the same entries stay the same.
    """

    def __init__(self, entries: Sequence[Entry], columns: str, before: EntryRows | None = None) -> None:
        self._entries = entries
        self._columns = columns
        self._kept: dict[int, EntryRow] = before._kept if before is not None else {}
        """Rows by their entry's identity."""
        firsts = [bisect_left(entries, at, key=lambda entry: _ORDER[entry.group]) for at in range(len(_ORDER))]
        self._firsts = sorted({first for first in firsts if first < len(entries)})
        """The first entry of each group that has any."""
        self.headings = [first + number for number, first in enumerate(self._firsts)]
        """Where the headings stand."""

    def __len__(self) -> int:
        return len(self._entries) + len(self._firsts)

    @property
    def starts(self) -> Sequence[int]:
        """The line in which each row begins, and how many lines there are: an empty one above all headings but one."""
        return Numbers(len(self) + 1, lambda row: row + max(0, bisect_left(self.headings, row) - 1))

    def row_of(self, entry: Entry) -> int | None:
        """Return where an entry stands, if it does."""
        number = next((number for number, one in enumerate(self._entries) if one == entry), None)
        return None if number is None else number + bisect_right(self._firsts, number)

    @overload
    def __getitem__(self, row: int) -> Item: ...
    @overload
    def __getitem__(self, row: slice) -> list[Item]: ...
    def __getitem__(self, row: int | slice) -> Item | list[Item]:
        """Return one of them, or some."""
        if isinstance(row, slice):
            return [self[one] for one in range(*row.indices(len(self)))]
        if not -len(self) <= row < len(self):
            raise IndexError(row)
        row %= len(self)
        above = bisect_left(self.headings, row)
        if above < len(self.headings) and self.headings[above] == row:
            group = self._entries[self._firsts[above]].group
            return Heading(GROUPS[group], self._columns, blank_above=row > 0)
        return self._row(self._entries[row - above])

    def _row(self, entry: Entry) -> EntryRow:
        kept = self._kept.get(id(entry))
        if kept is None or kept.entry is not entry:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            kept = self._kept[id(entry)] = EntryRow(entry)
        return kept
