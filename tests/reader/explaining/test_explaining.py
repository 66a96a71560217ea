"""Asking why a detail is told, sentences are linked and a name is what it is, on the real application."""

from dataclasses import replace

import pytest
from textual.pilot import Pilot

from tests.reader.conftest import InventedApp
from tests.reader.looking import rows_of, settled, until
from tui.articles.load import make_article
from tui.compare.comparison import Settings as EngineSettings
from tui.compare.comparison import UsedModel
from tui.compare.engine import compare
from tui.reader.app import ReaderApp
from tui.reader.explaining.why_box import WhyBox
from tui.reader.settings import Settings
from tui.reader.widgets.row_list import RowList

LEFT = make_article(
    "Eight people were hurt in the crash near Oslo on Monday, Mayor Ada Linde said.\n\nThe road was closed for hours.\n"
)
RIGHT = make_article(
    "Ten people were hurt in the crash near Oslo on Monday, according to Ms Linde.\n\nA crane lifted the bus at noon.\n"
)


class ComparedApp(InventedApp):
    """The real application on a pair that the engine has compared."""

    def __init__(self, settings: Settings | None = None) -> None:
        self.comparison = compare(LEFT, RIGHT)
        ReaderApp.__init__(self, LEFT, RIGHT, settings)


@pytest.fixture
def app() -> ComparedApp:
    return ComparedApp(Settings(glide=False))


async def _told(app: ComparedApp, pilot: Pilot[None]) -> list[str]:
    """Return the lines of the box once it is filled."""
    assert await until(pilot, lambda: isinstance(app.screen, WhyBox))
    listing = app.screen.query_one(RowList)
    assert await until(pilot, lambda: not rows_of(listing)[0].lstrip().startswith("Looking"))
    return [row.strip() for row in rows_of(listing)]


async def test_x_tells_why_the_detail_is_told_and_why_its_sentences_are_linked(app: ComparedApp) -> None:
    async with app.run_test(size=(150, 42)) as pilot:
        await settled(pilot)
        await pilot.press("d", "x")
        told = await _told(app, pilot)
        assert told[0] == "THE DETAIL: figure"
        assert "“Eight people” / “Ten people”: told, importance" in told[1]
        assert any(line.startswith("+ ") for line in told)
        assert "THE LINK" in told and "L1 and R1 are linked:" in " ".join(told)
        assert "WHAT ELSE COULD DIFFER HERE" in told
        await pilot.press("escape")
        await settled(pilot)
        assert app.screen is app.pair_screen


async def test_without_a_detail_at_the_cursor_x_tells_of_the_link_alone(app: ComparedApp) -> None:
    async with app.run_test(size=(150, 42)) as pilot:
        await settled(pilot)
        await pilot.press("g", "x")
        told = await _told(app, pilot)
        assert told[0] == "THE LINK"


async def test_two_sentences_asked_about_one_after_the_other_say_why_they_are_not_linked(app: ComparedApp) -> None:
    async with app.run_test(size=(150, 42)) as pilot:
        await settled(pilot)
        await pilot.press("g", "j", "x")
        await settled(pilot)
        assert app.screen is app.pair_screen
        app.session.go_to_sentence("right", 1)
        await pilot.press("x")
        told = await _told(app, pilot)
        assert any("L2 and R2 are not linked" in line for line in told)


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_the_box_fits_a_small_screen_and_scrolls_to_its_end(app: ComparedApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        await pilot.press("d", "x")
        told = await _told(app, pilot)
        box, listing = app.screen.query_one("#box"), app.screen.query_one(RowList)
        assert app.screen.region.contains_region(box.region)
        assert listing.virtual_size.height > listing.size.height
        await pilot.press("end")
        await settled(pilot)
        assert listing.scroll_offset.y == listing.max_scroll_y
        assert rows_of(listing) and told


async def test_ctrl_x_on_a_name_of_the_sidebar_tells_form_by_form_why_it_is_one(app: ComparedApp) -> None:
    async with app.run_test(size=(150, 42)) as pilot:
        await settled(pilot)
        await pilot.press("s", *"linde", "ctrl+x")
        told = await _told(app, pilot)
        assert told[0] == "Ada Linde: person"
        assert "• “Mayor Ada Linde”, left 1 ×, right 0 ×" in told or "• “Ada Linde”, left 1 ×, right 0 ×" in told
        assert "+ a role stands before it" in told
        await pilot.press("escape")
        await settled(pilot)
        assert app.screen is app.pair_screen and app.pair_screen.panels.listing.list.filter == "linde"


async def test_ctrl_x_on_a_figure_tells_what_it_is_read_as(app: ComparedApp) -> None:
    async with app.run_test(size=(150, 42)) as pilot:
        await settled(pilot)
        await pilot.press("s", *"people", "ctrl+x")
        told = " ".join(await _told(app, pilot))
        assert "read as 8 person" in told and "read as 10 person" in told


async def test_a_box_that_is_closed_at_once_lets_go_of_what_it_looked_for(app: ComparedApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        for _ in range(3):
            await pilot.press("x", "escape")
        await settled(pilot)
        assert app.screen is app.pair_screen


async def test_a_sentence_model_that_is_gone_meanwhile_is_told_in_the_box(app: ComparedApp) -> None:
    app.comparison = replace(
        app.comparison, settings=EngineSettings(model="/nowhere/minilm"), model=UsedModel("minilm/model.onnx", "0" * 64)
    )
    async with app.run_test(size=(150, 42)) as pilot:
        await settled(pilot)
        await pilot.press("x")
        assert "/nowhere/minilm: there is no such file" in " ".join(await _told(app, pilot))
