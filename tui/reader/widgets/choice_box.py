"""A short question with a few answers, each with a letter."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.app import ComposeResult
from textual.widgets import Static

from tui.reader.widgets.box import Box
from tui.reader.widgets.row_list import RowList
from tui.reader.widgets.rows import Line, fit


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer."""

    key: str
    """What the box answers with."""
    letter: str
    label: str
    role: str = ""
    """The theme role of its sample, where it has one."""
    selectable: bool = True
    height: int | None = 1

    def lines(self, width: int) -> Sequence[Line]:
        """Return the line."""
        sample = " abc " if self.role else ""
        room = max(0, width - 3 - len(sample))
        return (((f"{self.letter}  ", "accent"), (sample, self.role), (fit(f" {self.label}", room), "")),)


class ChoiceBox(Box[str]):
    """Asks; it answers with the key of the choice taken."""

    HINT = "enter takes · esc closes"

    DEFAULT_CSS = """
    ChoiceBox > #box { width: 60; max-width: 96%; height: auto; }
    ChoiceBox RowList { height: auto; max-height: 70vh; }
    ChoiceBox #question { height: auto; margin-bottom: 1; }
    """

    def __init__(self, heading: str, choices: Sequence[Choice], question: str = "", start: str | None = None) -> None:
        self.HEADING = heading
        super().__init__()
        self._choices = choices
        self._question = question
        self._start = start

    def inside(self) -> ComposeResult:
        """Make question and list."""
        if self._question:
            yield Static(self._question, id="question", markup=False)
        yield RowList(id="choices")

    def on_mount(self) -> None:
        """List the choices."""
        listing = self.query_one(RowList)
        keys = [choice.key for choice in self._choices]
        listing.show(self._choices, keys.index(self._start) if self._start in keys else 0)
        listing.focus()

    def on_key(self, event: events.Key) -> None:
        """Take the choice whose letter was typed."""
        for choice in self._choices:
            if event.character == choice.letter:
                event.stop()
                self.dismiss(choice.key)
                return

    def on_row_list_chosen(self, message: RowList.Chosen) -> None:
        """Take the choice under the cursor."""
        if isinstance(message.row, Choice):
            self.dismiss(message.row.key)
