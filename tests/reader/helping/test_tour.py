"""The guided tour: it lights up what is on the screen, any key leaves it and is still taken, and it comes once."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual import events
from textual.geometry import Region, Size
from textual.pilot import Pilot

from tests.reader.conftest import InventedApp
from tests.reader.looking import screen_text, settled
from tui.reader.helping.tour import STEPS, is_new_here, steps_for, tell
from tui.reader.helping.tour_box import TourBox, edges, place_words
from tui.reader.keys import PRESETS, preset_keys
from tui.reader.settings import Settings

WIDE, NARROW = (150, 42), (80, 24)


class NewReader(InventedApp):
    """The application of somebody who opens it for the first time."""

    def __init__(self, settings: Settings | None = None) -> None:
        super().__init__(settings)
        self._guided = True


@pytest.fixture
def reader() -> Iterator[NewReader]:
    yield NewReader(Settings(glide=False))


async def arrived(app: InventedApp, pilot: Pilot[None]) -> TourBox:
    await settled(pilot)
    await settled(pilot)
    assert isinstance(app.screen, TourBox)
    return app.screen


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
async def test_every_step_points_to_something_in_view_and_hides_nothing_of_it(
    reader: NewReader, size: tuple[int, int]
) -> None:
    async with reader.run_test(size=size) as pilot:
        box = await arrived(reader, pilot)
        parts = reader.pair_screen.parts()
        steps = steps_for(parts)
        assert len(steps) >= 5
        for number, step in enumerate(steps, 1):
            assert f"{step.title} · {number} of {len(steps)}" in screen_text(reader)
            words = box.query_one("#words").region
            lit = parts[step.part]
            assert Region(0, 0, *size).contains_region(words)
            assert not words.overlaps(lit), step
            await pilot.press("enter")
            await settled(pilot)
        assert reader.screen is reader.pair_screen


@pytest.mark.parametrize(
    ("key", "came_true"),
    [
        ("d", lambda app: app.session.place.detail is not None),
        ("question_mark", lambda app: type(app.screen).__name__ == "HelpBox"),
        ("v", lambda app: app.session.view == "rows-left"),
    ],
    ids=["detail", "help", "view"],
)
async def test_any_other_key_leaves_the_tour_and_does_what_it_does(reader: NewReader, key: str, came_true) -> None:
    async with reader.run_test(size=WIDE) as pilot:
        await arrived(reader, pilot)
        await pilot.press(key)
        await settled(pilot)
        assert not isinstance(reader.screen, TourBox)
        assert came_true(reader)


async def test_keys_of_one_moment_are_taken_once_and_in_their_order(reader: NewReader) -> None:
    """Each pair of keys walks on and highlights one sentence, however early and near to each other they come."""
    async with reader.run_test(size=WIDE) as pilot:
        await arrived(reader, pilot)
        await pilot.press("escape")
        for turns in (0, 1, 2, 5, 10, 30):
            await pilot.press("g")
            await settled(pilot)
            reader.act("tour")
            for _ in range(turns):
                await asyncio.sleep(0)
            for key in "jhjhjh":
                reader.post_message(events.Key(key, key))
                await asyncio.sleep(0.001 * (turns % 3))
            await settled(pilot)
            notes = reader.session.notes
            assert reader.screen is reader.pair_screen and notes is not None
            assert len(notes.notebook.notes) == 3, turns
            await pilot.press("z", "z", "z")


async def test_escape_or_a_click_leaves_it_and_changes_nothing(reader: NewReader) -> None:
    async with reader.run_test(size=WIDE) as pilot:
        await arrived(reader, pilot)
        before = reader.session.place
        await pilot.press("escape")
        await settled(pilot)
        assert reader.screen is reader.pair_screen and reader.session.place == before
        await pilot.press("T")
        await settled(pilot)
        await pilot.click(offset=(60, 20))
        await settled(pilot)
        assert reader.screen is reader.pair_screen and reader.session.place == before


async def test_it_goes_back_and_is_there_again_by_its_key_and_points_anew_after_a_resize(reader: NewReader) -> None:
    async with reader.run_test(size=WIDE) as pilot:
        box = await arrived(reader, pilot)
        assert not is_new_here()
        await pilot.press("space", "right", "left")
        await settled(pilot)
        assert f"{STEPS[1].title} · 2 of" in screen_text(reader)
        await pilot.resize_terminal(*NARROW)
        await settled(pilot)
        assert Region(0, 0, *NARROW).contains_region(box.query_one("#words").region)
        await pilot.press("escape")
        await settled(pilot)
        await pilot.press("T")
        await settled(pilot)
        assert f"{STEPS[0].title} · 1 of" in screen_text(reader)


@pytest.mark.parametrize("preset", PRESETS)
def test_it_names_the_keys_that_the_user_has(preset: str) -> None:
    keys = preset_keys(preset)
    for step in STEPS:
        assert "{" not in tell(step, keys) and "–" not in tell(step, keys)
    assert tell(STEPS[1], keys).endswith("and N walk the passages.") or preset != "vim"


def test_a_frame_stands_outside_of_what_it_lights_up_and_inside_of_the_screen() -> None:
    size = Size(80, 24)
    for lit in (Region(0, 0, 80, 1), Region(0, 23, 80, 1), Region(30, 2, 9, 15), Region(0, 2, 20, 20)):
        for name, edge in edges(lit, size).items():
            assert edge.area == 0 or not edge.overlaps(lit), (name, lit)
            assert edge.area == 0 or Region(0, 0, 80, 24).contains_region(edge), (name, lit)
        assert Region(0, 0, 80, 24).contains_region(place_words(lit, size))


def test_nobody_is_guided_at_every_start_where_it_cannot_be_remembered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEWSDIFF_HOME", str(tmp_path / "home"))
    assert is_new_here()
    (tmp_path / "home").write_text("a file where the folder would be")
    assert not is_new_here()
