"""With `marks: ascii` every cell of every screen is ASCII, but for the letters and signs of the articles themselves."""

import pytest

from tests.reader.conftest import InventedApp
from tests.reader.looking import screen_text, settled
from tui.articles.load import make_article
from tui.disk.signs import to_ascii
from tui.reader.app import ReaderApp
from tui.reader.settings import Settings, draws_ascii
from tui.reader.table import ACTIONS

NOT_HERE = {"quit", "suspend"}
READER = [action.id for action in ACTIONS if action.where == "reader" and action.id not in NOT_HERE]


def strange(app: ReaderApp) -> str:
    """Return whatever stands on the screen and is not ASCII."""
    return "".join(sorted({character for character in screen_text(app) if not character.isascii()} - {"\n"}))


@pytest.mark.parametrize("size", [(150, 42), (80, 24)], ids=["wide", "narrow"])
async def test_no_action_draws_anything_but_ascii(size: tuple[int, int]) -> None:
    app = InventedApp(Settings(marks="ascii"))
    found: dict[str, str] = {}
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        for action in READER:
            await app.pair_screen.action_act(action)
            await settled(pilot)
            found[action] = strange(app)
            if app.screen is not app.pair_screen:
                await pilot.press("x", "down", "tab")
                await settled(pilot)
                found[f"{action}, in its box"] = strange(app)
            for _ in range(3):
                if app.screen is not app.pair_screen:
                    await pilot.press("escape")
                    await settled(pilot)
        app.notify("Something …", title="“Told”", severity="warning")
        await settled(pilot)
        found["a notification"] = strange(app)
    assert {where: signs for where, signs in found.items() if signs} == {}


async def test_an_articles_own_words_stay_as_they_are() -> None:
    left = make_article("Élysée – “no comment” … says Paris\n\nThe harbour of Saint-Malo is closed · for now, it said.")
    app = ReaderApp(left, make_article("Quite another text.\n\nIt says nothing of that."), Settings(marks="ascii"))
    async with app.run_test(size=(120, 30)) as pilot:
        await settled(pilot)
        assert "Élysée – “no comment” … says" in screen_text(app)
        assert set(strange(app)) <= set("É é – “ ” … ·")


def test_each_sign_keeps_its_one_cell_and_letters_stay() -> None:
    assert to_ascii("≠ 6,000 – “dead” ↑8 ☃ é ñ Ж 中 £") == '# 6,000 - "dead" ^8 * é ñ Ж 中 £'


@pytest.mark.parametrize(("encoding", "expected"), [("utf-8", False), ("UTF8", False), ("iso-8859-1", True)])
def test_without_a_wish_it_is_ascii_where_nothing_else_can_be_printed(monkeypatch, encoding, expected) -> None:
    class Stream:
        pass

    stream = Stream()
    stream.encoding = encoding  # type: ignore[attr-defined]
    monkeypatch.setattr("sys.__stdout__", stream)
    assert draws_ascii("auto") is expected
    assert draws_ascii("ascii") and not draws_ascii("unicode")
