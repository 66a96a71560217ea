"""Keys and mouse in one column, on the real application."""

import pytest
from textual.events import MouseMove

from tests.reader.ferry_app import FerryApp
from tests.reader.layout.test_unified import lines_of
from tui.articles.article import SIDES
from tui.reader.settings import Settings


def app_in(view: str) -> FerryApp:
    return FerryApp(Settings(view=view, sidebar="folded", details=False))  # type: ignore[arg-type]


@pytest.mark.parametrize("size", [(150, 42), (80, 24), (40, 12)])
async def test_n_walks_the_passages_of_the_text_with_what_faces_them_in_sight(size: tuple[int, int]) -> None:
    app = app_in("unified-left")
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        seen = []
        for _ in range(7):
            await pilot.press("n")
            seen.append(app.where[1])
            left, right = app.heights()
            assert 0 <= left < app.pair_screen.panes.pane_height
            if size[0] >= 80:
                assert 0 <= right < app.pair_screen.panes.pane_height
            await pilot.press("j")
        assert seen == [2, 3, 4, 8, 10, 11, 13]


async def test_j_and_k_walk_both_articles_from_top_to_bottom() -> None:
    app = app_in("unified-left")
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.pause()
        await pilot.press("g")
        lines = lines_of(app.comparison, "left")
        order = [(SIDES[line.side], line.sentence) for line in lines]
        order = [place for place in order if not app.session.lookup.is_furniture(*place)]
        seen = [app.where]
        for _ in range(len(order) - 1):
            await pilot.press("j")
            seen.append(app.where)
        assert seen == order
        await pilot.press("j")
        assert app.where == order[-1] and "last sentence" in app.status
        for expected in reversed(order[:-1]):
            await pilot.press("k")
            assert app.where == expected


async def test_u_walks_what_either_side_alone_says() -> None:
    app = app_in("unified-left")
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.pause()
        await pilot.press("g")
        seen = [app.where]
        for _ in range(7):
            await pilot.press("u")
            if app.where != seen[-1]:
                seen.append(app.where)
        alone = {(side, n) for side in SIDES for n in app.session.lookup.one_sided(side)}
        assert set(seen) == alone and len(seen) == len(alone)
        await pilot.press(*"UUUUUUUU")
        assert app.where == seen[0]


async def test_d_and_c_walk_details_and_conflicts_of_the_text() -> None:
    app = app_in("unified-right")
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.pause()
        screen = app.pair_screen
        await pilot.press("g")
        found = []
        for _ in range(7):
            await pilot.press("d")
            found.append(screen.session.place.detail)
            assert screen.session.place.side == "right"
        assert found == list(screen.session.lookup.details_in_order("right"))
        await pilot.press("g", "c")
        assert (
            screen.session.place.detail is not None
            and screen.session.lookup.details[screen.session.place.detail].conflict
        )
        await pilot.press("enter", "C")
        assert screen.session.place.side in SIDES and app.where[1] >= 0


async def test_tab_makes_the_other_article_the_text_and_keeps_the_passage() -> None:
    app = app_in("unified-left")
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.pause()
        await pilot.press("n", "n", "tab")
        assert (app.session.view, app.where) == ("unified-right", ("right", 5))
        await pilot.press("tab")
        assert (app.session.view, app.where) == ("unified-left", ("left", 3))
        await pilot.press("enter")
        assert (app.session.view, app.where) == ("unified-left", ("right", 5))
        await pilot.press("n")
        assert app.where == ("left", 4)


async def test_a_hit_in_what_was_cut_away_is_shown() -> None:
    app = app_in("unified-left")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        assert not any("boy of seven" in line for line in app.lines)
        await pilot.press("slash", *"boy of seven")
        await pilot.pause(0.3)
        await pilot.pause()
        assert any("boy of seven" in line for line in app.lines)
        await pilot.press("escape", "escape")
        await pilot.pause()
        assert not any("boy of seven" in line for line in app.lines)


async def test_the_mouse_selects_in_either_article_of_the_column() -> None:
    app = app_in("unified-left")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        panes = app.pair_screen.panes
        await pilot.press("n", "n")
        y, x = next((y, line.index("Eighteen")) for y, line in enumerate(app.lines) if "Eighteen" in line)
        await pilot.click(panes, offset=(x + 1, y))
        assert app.where == ("right", 5)
        y, x = next((y, line.index("Eighteen")) for y, line in enumerate(app.lines) if "Eighteen" in line)
        await pilot.mouse_down(panes, offset=(x, y))
        for row in (y, y + 1):
            panes.post_message(MouseMove(panes, x + 19, row, 0, 0, 1, False, False, False))
            await pilot.pause()
            assert app.session.selection is not None and app.session.selection.side == "right"
        await pilot.mouse_up(panes, offset=(x + 19, y + 1))
        await pilot.press("y")
        assert app.clipboard == "Eighteen passengers"


async def test_a_note_is_made_in_the_column() -> None:
    app = app_in("unified-left")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        await pilot.press("n", "n", "h")
        await pilot.pause()
        (placed,) = app.session.placement.notes
        assert placed.spans("left") and placed.spans("right")
        assert any("with a broken arm." in line for line in app.lines)


async def test_the_column_has_no_sides_to_free() -> None:
    app = app_in("reading")
    async with app.run_test(size=(100, 20)) as pilot:
        await pilot.pause()
        await pilot.press("n", "n", "f", "J", "J", "v", "v", "v", "J", "J")
        tops = app.pair_screen.panes.tops
        assert app.session.view == "unified-left" and tops[0] == tops[1]
        await pilot.press("f")
        assert "no sides to free" in app.status
