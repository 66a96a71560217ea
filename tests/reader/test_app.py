"""The reader as it starts."""

import asyncio
import threading
import time

import pytest

from tui.articles.load import make_article
from tui.reader.app import ReaderApp

LEFT = "Three people were hurt when a tram left its rails in Altmoor on Monday.\n\nThe line will stay closed.\n"
RIGHT = "A tram left its rails in Altmoor on Monday and four people were hurt, police said.\n"


async def test_both_articles_are_painted_before_the_comparison_is_made() -> None:
    app = ReaderApp(make_article(LEFT), make_article(RIGHT))
    app.compare_pair = lambda: None  # type: ignore[method-assign, assignment]
    async with app.run_test(size=(100, 20)) as pilot:
        await pilot.pause()
        panes = app.pair_screen.panes
        screen = "\n".join(panes.render_line(y).text for y in range(panes.size.height))
        assert "Three people were hurt" in screen
        assert "A tram left its rails" in screen
        assert "·" not in screen.replace("left ·", "").replace("right ·", "")


async def test_the_comparison_reaches_the_screen() -> None:
    app = ReaderApp(make_article(LEFT), make_article(RIGHT))
    async with app.run_test(size=(100, 20)) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert app.pair_screen.lookup.finished


async def test_a_comparison_that_takes_long_tells_how_far_it_is_and_can_be_stopped(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stopped = threading.Event()

    def compare(*arguments: object) -> None:
        tell = arguments[-1]
        try:
            while True:
                tell("linking sentences", 0.4)  # type: ignore[operator]
                time.sleep(0.01)
        finally:
            stopped.set()

    monkeypatch.setattr("tui.compare.engine.compare", compare)
    app = ReaderApp(make_article(LEFT), make_article(RIGHT))
    async with app.run_test(size=(100, 20)) as pilot:
        bar = app.pair_screen.query_one("StatusBar")
        while "linking sentences · 40% · esc stops" not in bar.render_line(0).text:
            await pilot.pause(0.01)
        await pilot.press("n")
        assert "Still comparing" in bar.render_line(0).text
        await pilot.press("escape")
        assert "Not compared; r compares" in bar.render_line(0).text
        assert await asyncio.to_thread(stopped.wait, 5)
        assert not app.pair_screen.lookup.finished
