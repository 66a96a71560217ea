"""One thing that a key does: bindings, hints, help and palette are made from rows of these.

Each room has its own rows, in its `actions.py`; `tui.reader.table` joins them. Nothing here imports Textual before
`bindings` is called, so that the command line can print the table at once.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from textual.binding import Binding

Where = Literal["reader", "list", "search", "sidebar", "notes", "editor", "export", "import", "open", "dialog", "tour"]
"""Where an action's keys are heard: on the two panes, or in one of the boxes that open over or beside them."""


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that a key does."""

    id: str
    """What the configuration calls it, and the method of its room that does it.

    In a box or a list it is that widget's method `action_<id>`.
    """
    keys: tuple[str, ...]
    """Default keys, in Textual's names."""
    title: str
    """A few words for footer and palette."""
    tooltip: str
    """One sentence for the help."""
    topic: str
    """The heading it stands under in the help."""
    where: Where = "reader"


def actions(topic: str, where: Where, *rows: tuple[str, str, str, str]) -> tuple[Action, ...]:
    """Return the actions of rows: id, keys with blanks between, title, sentence for the help."""
    return tuple(Action(id_, tuple(keys.split()), title, tip, topic, where) for id_, keys, title, tip in rows)


def bindings(table: Iterable[Action]) -> list["Binding"]:
    """Return Textual's bindings for actions, with the default keys; `App.set_keymap` then rebinds them by id.

    What the two articles hear goes through `PairScreen.action_act`, which hands it to its room.
    """
    from textual.binding import Binding

    return [
        Binding(
            ",".join(action.keys),
            f"act('{action.id}')" if action.where == "reader" else action.id,
            action.title,
            id=action.id,
            tooltip=action.tooltip,
        )
        for action in table
    ]
