"""What faces what is shown while the engine looks for what differs, and nothing moves when that comes."""

import os
import signal
from dataclasses import replace

import pytest

from tests.reader.ferry_app import FerryApp
from tests.reader.looking import press_every_key, until
from tui.articles.load import make_article
from tui.compare.comparison import Comparison
from tui.compare.engine import compare
from tui.opening import load_pair
from tui.reader.app import ReaderApp
from tui.reader.engine import wire
from tui.reader.engine.engine import Engine
from tui.reader.engine.messages import ComparisonReady, LinksReady
from tui.reader.engine.wire import Question
from tui.reader.settings import Settings


class HalfAnsweredApp(FerryApp):
    """Told the links, and the rest when a test wishes."""

    def compare_pair(self) -> None:  # type: ignore[override]
        self.notes_of(*self.articles)
        self.post_message(LinksReady(self.links))

    @property
    def links(self) -> Comparison:
        """The comparison without what differs."""
        similar = tuple(replace(passage, relation="similar") for passage in self.comparison.passages)
        return replace(self.comparison, passages=similar, details=(), mentions=(), quotes=())

    @property
    def header(self) -> str:
        """What the bar at the top shows."""
        return self.pair_screen.query_one("Header").render_line(0).text


def test_links_come_first_and_the_whole_answer_holds_the_same_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    pair = load_pair([])
    whole = compare(*pair)
    shown: list[Comparison] = []
    engine = Engine()
    try:
        assert engine.ask(Question(*pair), show=shown.append).result(30) == whole
        assert shown == [], "a short pair is shown whole"
        monkeypatch.setattr("tui.reader.engine.engine._PROGRAM", SMALL_IS_LARGE)
        engine.stop()
        answer = engine.ask(Question(*pair), show=shown.append).result(30)
    finally:
        engine.stop()
    assert answer == whole
    (links,) = shown
    assert not links.details and links.left is pair[0]
    assert [passage.links for passage in links.passages] == [passage.links for passage in whole.passages]
    assert all(one.links is two.links for one, two in zip(links.passages, answer.passages, strict=True))


SMALL_IS_LARGE = """
from tui.reader.engine import process, wire
wire.LARGE = 10
process.answer_questions()
"""


async def test_what_differs_moves_nothing_when_it_comes() -> None:
    app = HalfAnsweredApp(Settings(glide=False))
    async with app.run_test(size=(120, 24)) as pilot:
        assert await until(pilot, lambda: app.session.lookup.linked)
        await pilot.press("n", "n", "tab", "J", "J", "J", "v")
        await pilot.press("v")
        session, panes = app.session, app.pair_screen.panes
        before = session.place, session.view, panes.tops
        assert "so far" in app.header and "differ" not in app.header
        app.post_message(ComparisonReady(app.comparison))
        assert await until(pilot, lambda: session.lookup.finished)
        await pilot.pause()
        assert (session.place, session.view, panes.tops) == before
        assert "so far" not in app.header and "differ" in app.header


async def test_a_selection_stays_when_what_differs_comes() -> None:
    app = HalfAnsweredApp(Settings(glide=False))
    async with app.run_test(size=(120, 24)) as pilot:
        assert await until(pilot, lambda: app.session.lookup.linked)
        await pilot.press("j", "A")
        selection = app.session.selection
        assert selection is not None
        app.post_message(ComparisonReady(app.comparison))
        assert await until(pilot, lambda: app.session.lookup.finished)
        assert app.session.selection == selection


async def test_no_key_fails_while_only_the_links_are_known() -> None:
    app = HalfAnsweredApp(Settings(glide=False))
    async with app.run_test(size=(120, 40)) as pilot:
        assert await until(pilot, lambda: app.session.lookup.linked)
        await press_every_key(pilot)
        assert not app.session.lookup.finished


async def test_of_what_differs_nothing_is_told_before_it_is_known() -> None:
    app = HalfAnsweredApp(Settings(glide=False))
    async with app.run_test(size=(120, 24)) as pilot:
        assert await until(pilot, lambda: app.session.lookup.linked)
        place = app.session.place
        for key in ("d", "c", "B", "2"):
            await pilot.press(key)
            assert "Still comparing" in app.status, key
            assert app.session.place == place
        await pilot.press("n")
        table = app.pair_screen.panels.table
        assert table is not None
        (row,) = table.list.items
        assert "not known yet" in "".join(text for text, _ in row.lines(90)[0])


async def test_an_engine_killed_after_the_links_leaves_them_on_the_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wire, "LARGE", 10)
    monkeypatch.setattr("tui.reader.engine.engine._PROGRAM", LINKS_ONLY)
    lines = [f"Boat {n} left the harbour of Altmoor with {n + 40} crates of herring." for n in range(9)]
    left, right = (make_article("\n".join(lines[start:])) for start in (0, 2))
    app = ReaderApp(left, right, Settings(glide=False))
    async with app.run_test(size=(120, 24), notifications=True) as pilot:
        assert await until(pilot, lambda: app.session.lookup.linked)
        assert app.engine.process_id is not None
        os.kill(app.engine.process_id, signal.SIGKILL)
        assert await until(pilot, lambda: any("could not be compared" in note.title for note in app._notifications))
        assert app.session.lookup.passages and not app.session.lookup.finished
        await pilot.press("n")
        assert app.session.place.passage is not None


LINKS_ONLY = """
import time
from tui.compare import engine
from tui.reader.engine import process, wire
wire.LARGE = 10
engine.find_details = lambda *_, **__: time.sleep(600)
process.answer_questions()
"""
