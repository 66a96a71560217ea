"""Two keys in one write, as a held key sends them: no box is dismissed twice, nothing under it goes."""

from itertools import product
from pathlib import Path

import pytest
from textual.events import Key

from tests.reader.conftest import InventedApp
from tests.reader.looking import settled, until
from tui.reader.viewing.brief_box import BriefBox
from tui.reader.widgets.row_list import RowList

BOXES = {
    "brief": ["B"],
    "help": ["question_mark"],
    "about": ["I"],
    "theme": ["t"],
    "palette": ["ctrl+p"],
    "open": ["o"],
    "export": ["e"],
    "import": ["E"],
    "notes": ["m"],
    "highlight colour": ["H"],
    "names of colours": ["H", "n"],
    "mark": ["M"],
    "note": ["a"],
    "import over notes": ["m", "f3"],
    "a changed note": ["a", "x", "escape"],
}
KEYS = ("enter", "escape", "ctrl+s")


def both_at_once(app: InventedApp, keys: tuple[str, str]) -> None:
    for key in keys:
        app.post_message(Key(key, "\r" if key == "enter" else None))


@pytest.mark.parametrize("keys", product(KEYS, KEYS), ids=" ".join)
async def test_every_box_takes_any_two_keys_of_one_moment(
    invented_app: InventedApp, keys: tuple[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # an export is written where one is
    app = invented_app
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        for name, path in BOXES.items():
            await pilot.press("g", "d", *path)
            await settled(pilot)
            assert app.screen is not app.pair_screen, name
            both_at_once(app, keys)
            await settled(pilot)
            assert app.is_running and app.screen_stack[0] is app.pair_screen, name
            for _ in range(4):
                if app.screen is not app.pair_screen:
                    await pilot.press("escape", *(["d"] if name == "a changed note" else []))
                    await settled(pilot)
            assert app.screen is app.pair_screen, name


async def test_enter_takes_what_is_left_by_a_filter_typed_in_the_same_moment(invented_app: InventedApp) -> None:
    app = invented_app
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        await pilot.press("question_mark", "end")
        await settled(pilot)
        listing = app.screen.query_one(RowList)
        listing.type_filter("questions")
        listing.action_list_choose()
        assert await until(pilot, lambda: isinstance(app.screen, BriefBox))
