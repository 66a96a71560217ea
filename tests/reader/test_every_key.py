"""Every action of the two articles, one after the other."""

from tests.reader.conftest import InventedApp
from tests.reader.looking import settled
from tui.reader.app import ReaderApp
from tui.reader.table import ACTIONS

READER = [action.id for action in ACTIONS if action.where == "reader" and action.id != "quit"]


async def take_every_action(app: ReaderApp) -> None:
    """Take every action and close whatever box it opened."""
    async with app.run_test(size=(120, 34)) as pilot:
        await settled(pilot)
        for action in READER:
            await app.pair_screen.action_act(action)
            await settled(pilot)
            for _ in range(3):
                if app.screen is app.pair_screen:
                    break
                await pilot.press("escape")
                await settled(pilot)
            assert app.screen is app.pair_screen, action


async def test_every_action_works_on_a_comparison(invented_app: InventedApp) -> None:
    await take_every_action(invented_app)
