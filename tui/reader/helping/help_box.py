"""Help: what the signs mean, then every key by topic, made from the bindings. Enter does what the line says."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.widgets import Static

from tui.reader.action import Action
from tui.reader.key_names import Keymap, key_label
from tui.reader.session.signs import SIGNS
from tui.reader.widgets.box import Box
from tui.reader.widgets.row_list import RowList
from tui.reader.widgets.rows import Heading, Item, Line, fit, wrap_text


@dataclass(frozen=True, slots=True)
class KeyRow:
    """One action: its keys, its sentence."""

    keys: str
    action: Action
    selectable: bool = True
    height: int | None = None

    def lines(self, width: int) -> Sequence[Line]:
        """Return the keys with the sentence beside them."""
        column = min(18, max(6, width // 4))
        rows = wrap_text(self.action.tooltip, max(2, width - column - 1))
        keys = wrap_text(self.keys, column)
        count = max(len(rows), len(keys))
        padded = [(*rows, *[""] * count)[number] for number in range(count)]
        named = [(*keys, *[""] * count)[number] for number in range(count)]
        return tuple(((fit(key, column) + " ", "accent"), (row, "")) for key, row in zip(named, padded, strict=True))


@dataclass(frozen=True, slots=True)
class MarkRow:
    """One mark and what it means."""

    mark: str
    role: str
    meaning: str
    selectable: bool = False
    height: int | None = None

    def lines(self, width: int) -> Sequence[Line]:
        """Return the mark with its meaning beside it."""
        column = min(18, max(6, width // 4))
        rows = wrap_text(self.meaning, max(2, width - column - 1))
        indent = " " * max(0, column - cell_len(self.mark))
        first: Line = ((self.mark, self.role), (indent + " ", ""), (rows[0], ""))
        return (first, *(((" " * (column + 1), ""), (row, "")) for row in rows[1:]))


class HelpBox(Box[str]):
    """The help; it answers with the id of the action that was chosen."""

    HEADING = "Help"
    HINT = "type to filter · enter does it · esc closes"

    def __init__(self, table: Sequence[Action], keymap: Keymap) -> None:
        super().__init__()
        self._table = table
        self._keymap = keymap

    def inside(self) -> ComposeResult:
        """Make the list."""
        yield Static("", classes="label", id="typed", markup=False)
        yield RowList(filters=True, id="help-list")

    def on_mount(self) -> None:
        """List everything."""
        self.query_one(RowList).focus()
        self._list_actions("")

    def _list_actions(self, typed: str) -> None:
        self.query_one("#typed", Static).update(f"{typed}▏" if typed else "")
        self.query_one(RowList).show(help_items(self._table, self._keymap, typed))

    def on_row_list_filter_typed(self, message: RowList.FilterTyped) -> None:
        """List what the filter leaves."""
        self._list_actions(message.text)

    def on_row_list_chosen(self, message: RowList.Chosen) -> None:
        """Answer with the action, if the two articles hear it."""
        row = message.row
        if isinstance(row, KeyRow):
            self.dismiss(row.action.id if row.action.where == "reader" else None)


def help_items(table: Iterable[Action], keymap: Keymap, typed: str = "") -> list[Item]:
    """Return the help: what the signs mean, then topics with their keys, as far as they hold every word typed."""
    words = typed.casefold().split()
    signs = [sign for sign in SIGNS if all(word in f"signs {sign.name} {sign.meaning}".casefold() for word in words)]
    items: list[Item] = [MarkRow(sign.sign, sign.role, sign.meaning) for sign in signs]
    if items:
        items.insert(0, Heading("Signs"))
    topic = ""
    for action in table:
        keys = "  ".join(key_label(key) for key in keymap[action.id])
        if not all(word in f"{keys} {action.title} {action.tooltip} {action.topic}".casefold() for word in words):
            continue
        if action.topic != topic:
            topic = action.topic
            items.append(Heading(topic, blank_above=bool(items)))
        items.append(KeyRow(keys, action))
    return items
