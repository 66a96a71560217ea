"""Opening, reloading and swapping articles, and what a configuration changes, on the real application."""

import asyncio
import os
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from tests.reader.conftest import InventedApp
from tests.reader.looking import WIDE, rows_of, screen_text, settled
from tui.articles.article import Article
from tui.articles.load import load_article, make_article
from tui.reader.app import ReaderApp
from tui.reader.configuration import load_settings
from tui.reader.opening.open_box import ArticleInput, OpenBox
from tui.reader.opening.pairs import bundled_pairs, recent_pairs, remember_pair
from tui.reader.widgets.row_list import RowList

LEFT = "The bridge at Velm was closed on Monday after a barge struck it.\n\nNobody was hurt.\n"
RIGHT = "A barge struck the bridge at Velm on Monday. The bridge is closed.\n"


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    paths = tmp_path / "left.txt", tmp_path / "right.txt"
    for path, text in zip(paths, (LEFT, RIGHT), strict=True):
        path.write_text(text, encoding="utf-8")
    return str(paths[0]), str(paths[1])


async def compared(pilot: Pilot[None], app: ReaderApp) -> None:
    """Wait until the comparison is on the screen."""
    for _ in range(200):
        await pilot.pause()
        if app.session.lookup.finished:
            break
        await asyncio.sleep(0.02)
    await settled(pilot)


async def test_two_files_are_opened_by_their_names(invented_app: InventedApp, files: tuple[str, str]) -> None:
    async with invented_app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await pilot.press("o")
        await settled(pilot)
        for side, path in zip(("left", "right"), files, strict=True):
            invented_app.screen.query_one(f"#open-{side}", Input).value = path
        await pilot.press("ctrl+s")
        await invented_app.workers.wait_for_complete()
        await settled(pilot)
        assert invented_app.screen is invented_app.pair_screen
        assert [article.text for article in invented_app.session.lookup.articles] == [LEFT, RIGHT]


async def test_a_file_that_cannot_be_read_is_told_and_can_be_mended(invented_app: InventedApp) -> None:
    async with invented_app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await pilot.press("o")
        await settled(pilot)
        for side in ("left", "right"):
            invented_app.screen.query_one(f"#open-{side}", Input).value = "/nowhere/at-all.txt"
        await pilot.press("enter")
        for _ in range(100):
            await asyncio.sleep(0.02)
            if "at-all.txt:" in screen_text(invented_app):
                break
        assert isinstance(invented_app.screen, OpenBox)
        assert "/nowhere/at-all.txt: " in screen_text(invented_app)
        await pilot.press("escape")
        await settled(pilot)
        assert invented_app.screen is invented_app.pair_screen


async def test_a_pasted_text_is_an_article(invented_app: InventedApp, files: tuple[str, str]) -> None:
    async with invented_app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await pilot.press("o")
        await settled(pilot)
        from textual.events import Paste

        field = invented_app.screen.query_one("#open-left", ArticleInput)
        field.post_message(Paste(LEFT))
        await settled(pilot)
        assert "13 words" in field.value or "words" in field.value
        invented_app.screen.query_one("#open-right", Input).value = files[1]
        await pilot.press("ctrl+s")
        await invented_app.workers.wait_for_complete()
        await settled(pilot)
        assert [article.text for article in invented_app.session.lookup.articles] == [LEFT, RIGHT]


async def test_bundled_and_recent_pairs_are_offered(invented_app: InventedApp, files: tuple[str, str]) -> None:
    remember_pair(*(load_article(path) for path in files))
    async with invented_app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await pilot.press("o", "ctrl+o")
        await settled(pilot)
        listing = invented_app.screen.query_one("#open-pairs", RowList)
        assert any("left.txt │ right.txt" in row for row in rows_of(listing))
        await pilot.press("ctrl+o")
        await settled(pilot)
        assert any("Kerry in Sochi" in row for row in rows_of(listing))
        await pilot.press("enter")
        await invented_app.workers.wait_for_complete()
        await settled(pilot)
        assert "Kerry" in invented_app.session.lookup.articles[0].text


def test_what_was_open_is_remembered_latest_first_and_what_came_from_nowhere_is_not(files: tuple[str, str]) -> None:
    left, right = (load_article(path) for path in files)
    remember_pair(left, right)
    remember_pair(right, left)
    remember_pair(make_article("pasted"), right)
    assert [(pair.left, pair.right) for pair in recent_pairs()] == [files[::-1], files]
    remember_pair(left, right)
    assert [(pair.left, pair.right) for pair in recent_pairs()] == [files, files[::-1]]
    assert next(pair.title for pair in bundled_pairs()) == "Kerry in Sochi"


async def test_a_bundled_pair_opens_with_what_its_file_says_of_it(invented_app: InventedApp) -> None:
    async with invented_app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        known = next(pair for pair in bundled_pairs() if pair.title.startswith("Warehouse fire"))
        box = OpenBox(found=(known,))
        taken: list[tuple[Article, Article]] = []
        invented_app.push_screen(box, lambda pair: taken.append(pair) if pair else None)
        await settled(pilot)
        await pilot.press("enter")
        for _ in range(200):
            await pilot.pause(0.02)
            if taken:
                break
        assert [article.source for article in taken[0]] == ["The Northern Post", "Halvik Courier"]
        assert [str(article.published) for article in taken[0]] == ["2024-03-04", "2024-03-05"]


def test_a_damaged_list_of_recent_pairs_is_as_good_as_none(home: Path) -> None:
    (home / "state").mkdir(parents=True)
    (home / "state" / "recent.yaml").write_text("pairs: [{title: 1}, x", encoding="utf-8")
    assert recent_pairs() == ()


def test_a_pipe_in_the_place_of_the_list_of_recent_pairs_is_told_and_not_waited_for(
    home: Path, files: tuple[str, str]
) -> None:
    (home / "state").mkdir(parents=True)
    os.mkfifo(home / "state" / "recent.yaml")
    assert recent_pairs() == ()
    told = remember_pair(*(load_article(path) for path in files))
    assert told == f"{home / 'state' / 'recent.yaml'}: cannot be kept (is a pipe or device, not a file)"


async def test_swapping_the_sides_keeps_the_sentence_and_the_notes(files: tuple[str, str]) -> None:
    app = ReaderApp(*(load_article(path) for path in files))
    async with app.run_test(size=WIDE) as pilot:
        await compared(pilot, app)
        await pilot.press("h", "w")
        await compared(pilot, app)
        assert [article.text for article in app.session.lookup.articles] == [RIGHT, LEFT]
        assert app.session.place.side == "right"
        assert len(app.session.placement.notes) == 1


async def test_reloading_reads_both_articles_again(files: tuple[str, str]) -> None:
    app = ReaderApp(*(load_article(path) for path in files))
    async with app.run_test(size=WIDE) as pilot:
        await compared(pilot, app)
        await pilot.press("r")
        await app.workers.wait_for_complete()
        await settled(pilot)
        assert "Nothing has changed" in screen_text(app)  # type: ignore[arg-type]
        Path(files[0]).write_text(LEFT + "\nThe barge was empty.\n", encoding="utf-8")
        await pilot.press("r")
        await app.workers.wait_for_complete()
        await compared(pilot, app)
        assert "The barge was empty." in app.session.lookup.articles[0].text


async def test_keys_of_the_configuration_work_and_mistakes_are_told(home: Path) -> None:
    (home / "config").mkdir(parents=True)
    (home / "config" / "config.yaml").write_text(
        "keys:\n  next_detail: f5\n  next_conflict: q\n  brief: ctrl+b\n", encoding="utf-8"
    )
    settings, mistakes = load_settings()
    app = InventedApp(settings)
    app.mistakes = mistakes
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await pilot.press("d")
        assert app.session.place.detail is None
        await pilot.press("f5")
        assert app.session.place.detail == 0
        await pilot.press("c")
        assert app.session.place.detail == 1
        assert ["config.yaml:3: keys.next_conflict" in note.message for note in app._notifications] == [True]
        await pilot.press("question_mark")
        await settled(pilot)
        assert any(row.startswith("ctrl+b ") for row in rows_of(app.screen.query_one("#help-list", RowList)))


async def test_notes_stand_in_the_sidebar_and_lead_to_their_place(invented_app: InventedApp) -> None:
    async with invented_app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await pilot.press("G", "a", *"check", "ctrl+s", "g")
        await settled(pilot)
        assert any(row.startswith("1 check") for row in rows_of(invented_app.pair_screen.panels.listing.list))
        await pilot.press("s", *"check", "enter")
        await settled(pilot)
        assert invented_app.session.place.sentence == 7


@pytest.mark.parametrize("size", [(40, 12), (1, 1)])
async def test_no_box_crashes_where_there_is_no_room(invented_app: InventedApp, size: tuple[int, int]) -> None:
    async with invented_app.run_test(size=size) as pilot:
        await settled(pilot)
        for key in ("s", "slash", "B", "question_mark", "t", "m", "a", "H", "M", "e", "o", "ctrl+p"):
            await pilot.press("n", key)
            await settled(pilot)
            await pilot.press("down", "escape", "escape")
            await settled(pilot)
        assert invented_app.screen is invented_app.pair_screen
