"""The palette knows every action, view, passage and mention."""

from dataclasses import replace

import pytest

from tests.reader.conftest import InventedApp
from tests.reader.looking import WIDE, screen_text, settled


@pytest.mark.parametrize(("typed", "detail"), [("next detail", 0), ("conflict", 1)])
async def test_the_palette_knows_actions(invented_app: InventedApp, typed: str, detail: int) -> None:
    async with invented_app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await pilot.press("ctrl+p", *typed)
        await invented_app.workers.wait_for_complete()
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        assert invented_app.session.place.detail == detail


async def test_the_palette_knows_mentions(invented_app: InventedApp) -> None:
    async with invented_app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await pilot.press("ctrl+p", *"harbour union")
        await invented_app.workers.wait_for_complete()
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        assert (invented_app.session.place.side, invented_app.session.place.sentence) == ("right", 5)


@pytest.mark.parametrize(
    ("typed", "view", "passage"),
    [("one column, right", "unified-right", None), ("3", "reading", 3), ("passage 5", "reading", 5)],
)
async def test_the_palette_knows_views_and_passages(
    invented_app: InventedApp, typed: str, view: str, passage: int | None
) -> None:
    async with invented_app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await pilot.press("ctrl+p", *typed)
        await invented_app.workers.wait_for_complete()
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        assert invented_app.session.view == view
        assert passage in (None, invented_app.session.place.passage)


async def test_names_with_brackets_are_no_markup_anywhere(invented_app: InventedApp) -> None:
    comparison = invented_app.comparison
    hostile = tuple(replace(mention, name=f"[/b] {mention.name} [red]") for mention in comparison.mentions)
    details = tuple(replace(detail, summary="[/] [x", why="[/b]") for detail in comparison.details)
    invented_app.comparison = replace(comparison, mentions=hostile, details=details)
    async with invented_app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await pilot.press("d", "d", "M")
        await settled(pilot)
        assert "[/] [x" in screen_text(invented_app)
        await pilot.press("escape", "ctrl+p", *"union")
        await invented_app.workers.wait_for_complete()
        await settled(pilot)
        assert "[/b] Harbour Union [red]" in screen_text(invented_app)
        await pilot.press("enter")
        await settled(pilot)
        assert invented_app.session.place.sentence == 5
