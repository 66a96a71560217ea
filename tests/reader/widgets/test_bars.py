"""The two bars: what they say in little room, and which keys they name where."""

import pytest

from tests.reader.ferry_app import FerryApp
from tui.articles.load import make_article
from tui.reader.app import ReaderApp
from tui.reader.panes.paint import shortened
from tui.reader.settings import Settings


@pytest.mark.parametrize(
    ("width", "short"),
    [
        (40, "Ferry runs aground off Sandhavn"),
        (31, "Ferry runs aground off Sandhavn"),
        (30, "Ferry runs aground off…"),
        (24, "Ferry runs aground off…"),
        (14, "Ferry runs…"),
        (8, "Ferry…"),
        (4, "Fer…"),
    ],
)
def test_a_title_is_cut_at_a_word_where_that_leaves_not_too_little(width: int, short: str) -> None:
    assert shortened("Ferry runs aground off Sandhavn", width) == short


@pytest.mark.parametrize(
    ("size", "words"),
    [((150, 30), "3 conflicts"), ((80, 24), "≠7 !3 ‹3 ›4"), ((40, 12), "≠7 !3 ‹3 ›4")],
)
async def test_counts_are_told_in_every_width_beside_a_title_that_can_be_read(
    size: tuple[int, int], words: str
) -> None:
    app = FerryApp()
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        header = app.pair_screen.query_one("Header")
        text = header.render_line(0).text
        assert words in text and "Ferry runs aground" in text
        await pilot.click(header, offset=(text.index("3" if "conflicts" in words else "!3"), 0))
        assert app.session.filter == "conflicts"


async def test_the_keys_that_are_named_follow_what_the_keys_go_to() -> None:
    app = FerryApp(Settings(sidebar="shown"))
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.pause()
        assert "n/N passage" in app.status
        await pilot.press("n", "shift+right")
        assert "copy" in app.status and "n/N" not in app.status
        await pilot.press("escape", "s")
        assert "next place" in app.status and "esc back" in app.status
        await pilot.press("enter", "escape")
        assert "its places" in app.status
        await pilot.press("escape", "slash")
        await pilot.pause()
        assert "hit" in app.status and "pattern" in app.status
        await pilot.press("escape")
        await pilot.pause()
        assert "n/N passage" in app.status


async def test_a_named_key_can_be_clicked_where_it_is_heard() -> None:
    app = FerryApp(Settings(sidebar="shown"))
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.pause()
        await pilot.press("s")
        bar = app.pair_screen.query_one("StatusBar")
        await pilot.click(bar, offset=(app.status.index("next place"), 0))
        await pilot.pause()
        assert app.session.mention is not None


async def test_two_articles_with_nothing_in_common_say_so() -> None:
    app = ReaderApp(make_article("Cats sleep.\n"), make_article("The river rose by two metres on Monday.\n"))
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        bar = app.pair_screen.query_one("StatusBar")
        for key, told in (
            ("n", "Nothing that both report was found"),
            ("d", "no differing detail"),
            ("c", "no conflict"),
        ):
            await pilot.press(key)
            assert told in bar.render_line(0).text
        await pilot.press("v", "v", "v")
        lines = [app.pair_screen.panes.render_line(y).text for y in range(8)]
        assert next(y for y, line in enumerate(lines) if "Cats" in line) < next(
            y for y, line in enumerate(lines) if "river" in line
        )
