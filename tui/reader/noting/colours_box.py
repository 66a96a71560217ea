"""What the four colours of notes mean, to be named."""

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input, Static

from tui.notes.note import COLOUR_NAMES, COLOURS, ColourNames
from tui.reader.looks.themed import roles_of
from tui.reader.widgets.box import Box


class ColoursBox(Box[tuple[str, ...]]):
    """Asks for the four meanings; it answers with them."""

    HEADING = "What the colours mean"
    HINT = "enter keeps · tab next · esc closes"

    DEFAULT_CSS = """
    ColoursBox > #box { width: 56; max-width: 96%; height: auto; }
    ColoursBox .field { height: 1; }
    ColoursBox .sample { width: 5; margin-right: 1; }
    """

    def __init__(self, names: ColourNames) -> None:
        super().__init__()
        self._names = names

    def inside(self) -> ComposeResult:
        """Make a field for each colour."""
        for colour, name, usual in zip(COLOURS, self._names, COLOUR_NAMES, strict=True):
            with Horizontal(classes="field"):
                yield Static(Text(f"  {colour}  ", style=roles_of(self).note(colour)), classes="sample")
                yield Input(name, id=f"colour-{colour}", placeholder=usual, max_length=24)

    def on_mount(self) -> None:
        """Begin with the first colour."""
        self.query_one("#colour-1", Input).focus()

    def on_input_submitted(self) -> None:
        """Answer with the names."""
        self.dismiss(tuple(self.query_one(f"#colour-{colour}", Input).value for colour in COLOURS))
