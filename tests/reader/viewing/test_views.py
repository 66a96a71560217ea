"""Views, filters and sizes on the real application: the current sentence stays where it is."""

from dataclasses import replace

import pytest

from tests.reader.ferry_app import FerryApp
from tests.reader.looking import walk
from tui.compare.counting import is_differing
from tui.compare.telling_levels import thresholds
from tui.reader.session.place import VIEWS
from tui.reader.settings import Settings


async def test_v_goes_through_the_views_and_keeps_the_sentence() -> None:
    app = FerryApp()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        await pilot.press("n", "n")
        seen = []
        for _ in VIEWS:
            await pilot.press("v")
            seen.append(app.session.view)
            assert app.where == ("left", 3)
        assert seen == [*list(VIEWS)[1:], "reading"]
        for view in reversed(VIEWS):
            await pilot.press("V")
            assert app.session.view == view
            assert app.where == ("left", 3)


@pytest.mark.parametrize(("key", "shown", "hidden"), [("1", 13, 6), ("2", 3, 13), ("3", 10, 4), ("4", 6, 3)])
async def test_the_number_keys_filter_along_the_questions(key: str, shown: int, hidden: int) -> None:
    app = FerryApp()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        await pilot.press(key)
        rows = app.pair_screen.panes.layout_of_pair.columns[0].first_row
        assert rows[shown] >= 0 and rows[hidden] == -1
        assert any("⋯" in line for line in app.lines)
        await pilot.press("0")
        assert all(row >= 0 for row in app.pair_screen.panes.layout_of_pair.columns[0].first_row)


async def test_walking_skips_what_a_filter_hides() -> None:
    app = FerryApp()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        await pilot.press("3")
        assert app.where == ("left", 2)
        assert await walk(app, pilot, "n", 2) == [("left", 3), ("left", 10)]
        assert app.session.filter == "conflicts"


@pytest.mark.parametrize("size", [(1, 1), (3, 2), (10, 3), (20, 5), (40, 12), (69, 20), (220, 60)])
async def test_any_size_can_be_worked_in(size: tuple[int, int]) -> None:
    app = FerryApp()
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await pilot.press("n", "d", "v", "tab", "J", "space", "2", "v")
        for line in app.lines:
            assert len(line) == app.pair_screen.panes.size.width


async def test_a_storm_of_sizes_leaves_the_sentence_level() -> None:
    app = FerryApp()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        await pilot.press("n", "n")
        for width, height in [(30, 8), (200, 50), (1, 1), (70, 20), (69, 20), (110, 3), (100, 30)]:
            await pilot.resize_terminal(width, height)
        await pilot.pause()
        left, right = app.heights()
        assert left == right
        assert 0 <= left < app.pair_screen.panes.pane_height


async def test_a_glide_ends_level() -> None:
    app = FerryApp(Settings(glide=True))
    async with app.run_test(size=(100, 16)) as pilot:
        await pilot.pause()
        await pilot.press("n", "n", "n", "n")
        await pilot.pause(0.3)
        left, right = app.heights()
        assert left == right
        assert any("The company that runs" in line for line in app.lines)


async def test_whatever_changes_the_room_leaves_the_sentence_at_its_height() -> None:
    app = FerryApp()
    async with app.run_test(size=(120, 20)) as pilot:
        await pilot.pause()
        await pilot.press("n", "n", "n", "n", "n")
        left, right = app.heights()
        assert left == right
        for keys in (("S", "S"), ("i", "i"), ("v",), ("V",), ("V", "V"), ("v", "v"), ("slash", "escape")):
            await pilot.press(*keys)
            await pilot.pause()
            after = app.heights()
            assert after[0] == left, keys
            if app.session.view in ("reading", "rows-left"):
                assert after[1] == right, keys
        for width, height in ((130, 20), (109, 20), (40, 12), (120, 20), (200, 8), (120, 20)):
            await pilot.resize_terminal(width, height)
            await pilot.pause()
            now = app.heights()
            assert now[0] == now[1], (width, height)
            if height == 20:
                assert now == (left, right), (width, height)


async def test_plus_says_how_many_of_all_differences_it_tells() -> None:
    app = FerryApp()
    every = [detail for detail in app.comparison.details if is_differing(detail)]
    spared = next(detail for detail in every if not detail.conflict)
    details = tuple(replace(d, importance=thresholds()["all"] if d is spared else 1.0) for d in app.comparison.details)
    app.comparison = replace(app.comparison, details=details)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        await pilot.press("+")
        assert f"More differences: {len(every) - 1} of {len(every)}" in app.status
        await pilot.press("+")
        assert f"All differences: {len(every)} " in app.status
        await pilot.press("+")
        assert f"The differences that matter: {len(every) - 1} of {len(every)}" in app.status
