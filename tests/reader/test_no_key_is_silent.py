"""Whatever key is pressed, something is to be seen of it: a change, a box, or a word in the status line."""

import pytest

from tests.reader.conftest import InventedApp
from tests.reader.looking import screen_text, settled
from tui.reader.table import ACTIONS

QUIET = {"quit", "suspend", "leave"}
"""They end or hide the program, or let go of what is held: of nothing, there is nothing to say."""
READER = [action.id for action in ACTIONS if action.where == "reader" and action.id not in QUIET]


@pytest.mark.parametrize("start", ["top", "bottom"])
async def test_no_key_of_the_reader_is_silent(invented_app: InventedApp, start: str) -> None:
    app = invented_app
    async with app.run_test(size=(150, 24)) as pilot:
        await settled(pilot)
        silent = []
        for action in READER:
            if action == start:
                continue
            await app.pair_screen.action_act(start)
            app.pair_screen.stage.focus_text()
            app.pair_screen.let_go()
            app.session.say("")
            await settled(pilot)
            before = screen_text(app)
            await app.pair_screen.action_act(action)
            await settled(pilot)
            if app.screen is app.pair_screen and screen_text(app) == before:
                silent.append(action)
            for _ in range(3):
                if app.screen is not app.pair_screen:
                    await pilot.press("escape")
                    await settled(pilot)
    assert not silent
