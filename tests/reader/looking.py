"""What the tests of several rooms do: wait until the screen has settled, and read what is on it."""

import asyncio
from collections.abc import Callable

from textual.pilot import Pilot

from tests.reader.conftest import InventedApp
from tests.reader.ferry_app import FerryApp
from tui.reader.table import ACTIONS
from tui.reader.widgets.row_list import RowList

WIDE = (140, 40)


def rows_of(listing: RowList) -> list[str]:
    """Return the lines of a list as text."""
    width = listing.scrollable_content_region.width
    lines = [line for item in listing.items for line in item.lines(width)]
    return ["".join(text for text, _ in line).rstrip() for line in lines]


def screen_text(app: InventedApp) -> str:
    """Return all that is on the screen."""
    return "\n".join("".join(part.text for part in strip) for strip in app.screen._compositor.render_strips())


async def settled(pilot: Pilot[None]) -> None:
    await pilot.pause()
    await pilot.pause()


async def until(pilot: Pilot[None], holds: Callable[[], bool]) -> bool:
    for _ in range(200):
        await pilot.pause()
        if holds():
            return True
        await asyncio.sleep(0.02)
    return False


async def walk(app: FerryApp, pilot: object, key: str, times: int) -> list[tuple[str, int]]:
    seen = []
    for _ in range(times):
        await pilot.press(key)  # type: ignore[attr-defined]
        seen.append(app.where)
    return seen


async def press_every_key(pilot: Pilot[None]) -> None:
    """Press the first key of every action of the reader, and leave whatever it opened."""
    for action in ACTIONS:
        if action.where == "reader" and action.id != "quit":
            await pilot.press(action.keys[0], "escape")
            assert pilot.app.is_running, f"{action.id} ended the program"
