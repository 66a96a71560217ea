"""What the mouse does on the real application."""

from textual.events import MouseScrollDown

from tests.reader.ferry_app import FerryApp
from tui.reader.settings import Settings


async def test_the_mouse_chooses_selects_and_scrolls() -> None:
    app = FerryApp()
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.pause()
        panes = app.pair_screen.panes
        y, x = next((y, line.index("Eighteen")) for y, line in enumerate(app.lines) if "Eighteen" in line)
        await pilot.click(panes, offset=(x + 2, y))
        assert app.where == ("right", 5)
        y, x = next((y, line.index("Eighteen")) for y, line in enumerate(app.lines) if "Eighteen" in line)
        await pilot.click(panes, offset=(x + 2, y), times=2)
        assert app.session.selection is not None
        await pilot.press("y")
        assert app.clipboard == "Eighteen"
        await pilot.mouse_down(panes, offset=(x, y))
        await pilot.hover(panes, offset=(x + 19, y))
        await pilot.mouse_up(panes, offset=(x + 19, y))
        await pilot.press("y")
        assert app.clipboard in ("Eighteen", "Eighteen passengers", "")


async def test_a_click_on_the_overview_goes_there_and_one_on_a_line_to_its_passage() -> None:
    app = FerryApp(Settings(lines="all"))
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.pause()
        panes = app.pair_screen.panes
        overview = panes.layout_of_pair.geometry.overview
        await pilot.click(panes, offset=(overview.x, overview.y + overview.height - 1))
        assert app.where[1] >= 12
        await pilot.press("g")
        gutter = panes.layout_of_pair.geometry.gutter
        y, x = next(
            (y, gutter.x + x)
            for y, line in enumerate(app.lines)
            for x, character in enumerate(line[gutter.x : gutter.x + gutter.width])
            if character in "─╭╮╰╯" and y >= gutter.y
        )
        number = panes.drawing.passage_at(x, y, app.session.place, panes.tops)
        await pilot.click(panes, offset=(x, y))
        assert app.session.place.passage == number


async def test_a_click_on_a_count_filters_by_it() -> None:
    app = FerryApp()
    async with app.run_test(size=(140, 24)) as pilot:
        await pilot.pause()
        header = app.pair_screen.query_one("Header")
        text = header.render_line(0).text
        assert "7 passages · 7 details differ · 3 conflicts · only left 3 · only right 4" in text
        await pilot.click(header, offset=(text.index("3 conflicts") + 2, 0))
        assert app.session.filter == "conflicts"


async def test_the_wheel_scrolls_both_sides_and_the_current_sentence_follows_the_eye() -> None:
    app = FerryApp()
    async with app.run_test(size=(100, 12)) as pilot:
        await pilot.pause()
        panes = app.pair_screen.panes
        before = panes.tops
        for _ in range(4):
            panes.post_message(MouseScrollDown(panes, 5, 5, 0, 1, 0, False, False, False))
        await pilot.pause()
        assert panes.tops[0] == before[0] + 12
        assert panes.tops[1] > before[1]
        row = panes.layout_of_pair.columns[0].first_row[app.where[1]] - panes.tops[0]
        assert -3 <= row < panes.pane_height


async def test_dragging_along_the_overview_goes_along_the_articles() -> None:
    app = FerryApp()
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.pause()
        panes = app.pair_screen.panes
        overview = panes.layout_of_pair.geometry.overview
        await pilot.mouse_down(panes, offset=(overview.x + 1, overview.y))
        seen = []
        for y in range(overview.y, overview.y + overview.height, 4):
            await pilot.hover(panes, offset=(overview.x + 1, y))
            await pilot.pause()
            seen.append(app.where)
        await pilot.mouse_up(panes, offset=(overview.x + 1, overview.y + overview.height - 1))
        assert {side for side, _ in seen} == {"right"}
        assert [n for _, n in seen] == sorted(n for _, n in seen) and seen[-1][1] >= 8
        last = app.where
        await pilot.hover(panes, offset=(overview.x + 1, overview.y))
        await pilot.pause()
        assert app.where == last


async def test_a_click_on_the_arrow_of_a_stacked_pane_goes_to_what_faces_it() -> None:
    app = FerryApp()
    async with app.run_test(size=(50, 16)) as pilot:
        await pilot.pause()
        panes = app.pair_screen.panes
        await pilot.press("f", *"JJJJJJJJJ")
        box = panes.layout_of_pair.geometry.left
        y = next(y for y in range(box.y, box.y + box.height) if app.lines[y][box.x + box.width - 1] in "↑↓")
        number = panes.drawing.passage_at(box.x + box.width - 1, y, app.session.place, panes.tops)
        await pilot.click(panes, offset=(box.x + box.width - 1, y))
        await pilot.pause()
        assert app.session.place.passage == number


async def test_a_click_on_a_title_lets_that_side_lead() -> None:
    app = FerryApp()
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.pause()
        panes = app.pair_screen.panes
        await pilot.press("n", "n")
        for words, expected in (("Coast Radio", ("right", 5)), ("Coast Radio", ("right", 5)), ("Harbour", ("left", 3))):
            await pilot.click(panes, offset=(app.lines[0].index(words), 0))
            await pilot.pause()
            assert app.where == expected
