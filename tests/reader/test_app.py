"""The reader as it starts."""

import os
import re
import signal

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
        assert app.session.lookup.finished


def long_text(words: str) -> str:
    return "\n".join(
        f"Tram {n} of {words} left its rails near stop {n * 7} and {n % 9 + 2} people were hurt." for n in range(900)
    )


async def test_a_comparison_that_takes_long_tells_how_far_it_is_and_can_be_stopped() -> None:
    app = ReaderApp(make_article(long_text("Altmoor")), make_article(long_text("Brennfeld")))
    async with app.run_test(size=(100, 20)) as pilot:
        bar = app.pair_screen.query_one("StatusBar")
        while not re.search(r"\w · \d+% · esc stops", bar.render_line(0).text):
            await pilot.pause(0.01)
        process = app.engine.process_id
        assert process is not None
        os.kill(process, signal.SIGSTOP)
        await pilot.press("n")
        assert "Still comparing" in bar.render_line(0).text
        await pilot.press("escape")
        assert "Not compared; r compares" in bar.render_line(0).text
        await pilot.pause()
        assert app.engine.process_id is None
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)
        assert not app.session.lookup.finished


async def test_an_engine_that_dies_is_told_and_costs_nothing_else() -> None:
    app = ReaderApp(make_article(long_text("Altmoor")), make_article(long_text("Brennfeld")))
    async with app.run_test(size=(100, 20), notifications=True) as pilot:
        while "esc stops" not in app.pair_screen.query_one("StatusBar").render_line(0).text:
            await pilot.pause(0.01)
        assert app.engine.process_id is not None
        os.kill(app.engine.process_id, signal.SIGKILL)
        while not app._notifications:
            await pilot.pause(0.01)
        assert any("ended by SIGKILL" in note.message for note in app._notifications)
        await pilot.press("j")
        assert app.session.place.sentence == 1
        app.open_pair(make_article(LEFT), make_article(RIGHT))
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert app.session.lookup.finished
