"""What stands around the articles, as it is drawn: one picture for each screen, size and kind of theme."""

from collections.abc import Callable

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from tests.reader.conftest import InventedApp
from tests.reader.looking import settled
from tui.reader.settings import Settings

NOTED = ["n", "h", "n", "a", *"Who counted?", "ctrl+s", "g"]
"""One highlight, and one note with a text."""

PICTURES = {
    "everything wide": ("dark", (160, 45), ["d", "d"]),
    "everything light": ("light", (120, 40), [*NOTED, "d"]),
    "everything without colour": ("monochrome", (120, 40), [*NOTED, "d", "d"]),
    "everything small": ("dark", (80, 24), ["c"]),
    "everything tiny": ("dark", (40, 12), ["d"]),
    "sidebar small": ("dark", (80, 24), ["s", *"li"]),
    "details narrow": ("light", (60, 30), ["c"]),
    "search": ("dark", (120, 40), ["slash", *"linde"]),
    "search without colour": ("monochrome", (80, 24), ["slash", *"linde"]),
    "brief": ("light", (80, 24), ["B", "3"]),
    "brief without colour": ("monochrome", (80, 24), ["B", "3"]),
    "help": ("dark", (80, 24), ["question_mark"]),
    "help tiny": ("dark", (40, 12), ["question_mark"]),
    "list of notes": ("dark", (80, 24), [*NOTED, "m"]),
    "note editor": ("monochrome", (80, 24), ["d", "a", *"Ask the clinic"]),
    "colours": ("light", (80, 24), ["n", "H"]),
    "mark": ("dark", (80, 24), ["c", "M"]),
    "export": ("light", (80, 30), ["e"]),
    "pairs that came along": ("dark", (80, 24), ["o", "ctrl+o", "ctrl+o"]),
    "about": ("dark", (80, 24), ["I"]),
    "palette": ("light", (80, 24), ["ctrl+p", *"column"]),
    "themes": ("high-contrast", (80, 24), ["t"]),
}


def _stop_blinking(app: App[None]) -> None:
    """Let a cursor stand from its first letter on: on a busy machine a picture is taken when it is out."""
    for field in app.screen.query("Input, TextArea").results(Input | TextArea):
        field.cursor_blink = False


@pytest.mark.parametrize("name", PICTURES)
def test_it_looks_as_it_did(name: str, snap_compare: Callable[..., bool]) -> None:
    theme, size, keys = PICTURES[name]

    async def press(pilot: Pilot[None]) -> None:
        await settled(pilot)
        for key in keys:
            await pilot.press(key)
            _stop_blinking(pilot.app)
        await settled(pilot)
        await settled(pilot)

    app = InventedApp(Settings(theme=theme, glide=False))
    assert snap_compare(app, run_before=press, terminal_size=size)
