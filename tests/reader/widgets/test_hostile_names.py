"""Names of files that a terminal would obey reach no terminal, in whatever box they are shown."""

from pathlib import Path

import pytest
from textual.widgets import DirectoryTree

from tests.reader.conftest import InventedApp
from tests.reader.looking import screen_text, settled
from tui.reader.opening.open_box import OpenBox
from tui.reader.opening.pairs import KnownPair
from tui.reader.session.session import Session
from tui.reader.widgets.naming import NameInput

HOSTILE = "evil\x1b]52;c;aGk=\x07\x9b31m\u202etxt.md"
DANGEROUS = {"\x1b", "\x07", "\x9b", "\u202e"}


def assert_inert(app: InventedApp) -> None:
    text = screen_text(app)
    assert "evil" in text
    assert not DANGEROUS & set(text)


@pytest.fixture
def hostile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / HOSTILE).write_text("A ferry ran aground. Nobody was hurt.", encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder / HOSTILE


async def test_in_the_tree_and_in_the_field_that_names_the_file_itself(
    invented_app: InventedApp, hostile: Path
) -> None:
    async with invented_app.run_test(size=(120, 30)) as pilot:
        await settled(pilot)
        await pilot.press("o")
        await settled(pilot)
        await settled(pilot)
        assert_inert(invented_app)
        box = invented_app.screen
        assert isinstance(box, OpenBox)
        tree = box.query_one(DirectoryTree)
        box.post_message(DirectoryTree.FileSelected(tree.root, hostile))
        await settled(pilot)
        assert_inert(invented_app)
        field = box.query_one("#open-left", NameInput)
        assert field.location == str(hostile) and not DANGEROUS & set(field.value)


async def test_among_the_pairs_that_were_found(invented_app: InventedApp) -> None:
    invented_app.found = (KnownPair(HOSTILE, HOSTILE, HOSTILE),)
    async with invented_app.run_test(size=(120, 30)) as pilot:
        await settled(pilot)
        await pilot.press("o")
        await settled(pilot)
        assert_inert(invented_app)


async def test_in_the_page_about_the_articles_and_in_what_is_told(invented_app: InventedApp) -> None:
    from dataclasses import replace

    left, right = invented_app.articles
    invented_app.session = Session(replace(left, origin=HOSTILE), right)
    async with invented_app.run_test(size=(120, 30), notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("I")
        await settled(pilot)
        assert_inert(invented_app)
        await pilot.press("escape")
        invented_app.notify(HOSTILE, title=HOSTILE, severity="error", markup=False)
        await settled(pilot)
        assert_inert(invented_app)
