"""A row of choices, one of them taken; clicking another takes that."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.reader.looks.themed import roles_of
from tui.reader.panes.unscrolled import unscrolled


class Chips(Widget):
    """Choices side by side in one line; where they do not all fit, those around the one taken are seen."""

    DEFAULT_CSS = "Chips { height: 1; width: 1fr; }"
    virtual_size = unscrolled()

    @dataclass
    class Picked(Message):
        """Another choice was taken."""

        chips: "Chips"
        key: str

        @property
        def control(self) -> "Chips":
            """The row it is about."""
            return self.chips

    def __init__(self, choices: Mapping[Any, str], current: str, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.choices = dict(choices)
        self.current = current

    def show(self, choices: Mapping[Any, str]) -> None:
        """Call the choices otherwise."""
        if choices != self.choices:
            self.choices = dict(choices)
            self.refresh()

    def take(self, key: str) -> None:
        """Take a choice and say so."""
        self.current = key
        self.refresh()
        self.post_message(self.Picked(self, key))

    def take_next(self, step: int = 1) -> None:
        """Take the choice after the current one, around the end."""
        keys = list(self.choices)
        self.take(keys[(keys.index(self.current) + step) % len(keys)])

    def render_line(self, y: int) -> Strip:
        """Draw the row; the choice taken stands reversed, so that it is seen without colour."""
        ground, roles = self.rich_style, roles_of(self)
        segments = []
        for key, label in self._seen():
            style = roles["cursor"] if key == self.current else roles["muted"]
            segments.append(Segment(f" {label} ", ground + style))
        return Strip(segments).adjust_cell_length(self.size.width, ground)

    def _seen(self) -> list[tuple[Any, str]]:
        """Return the choices from the first one with which the one taken still fits."""
        found = list(self.choices.items())
        at = list(self.choices).index(self.current)
        while at > 0 and sum(cell_len(label) + 2 for _, label in found[: at + 1]) > self.size.width:
            found, at = found[1:], at - 1
        return found

    def on_click(self, event: events.Click) -> None:
        """Take the choice under the mouse."""
        at = 0
        for key, label in self._seen():
            at += cell_len(label) + 2
            if event.x < at:
                self.take(key)
                return
