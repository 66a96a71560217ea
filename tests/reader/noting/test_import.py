"""Importing somebody else's notes in the reader, with what it brought told."""

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Static

from tests.reader.ferry_app import FerryApp
from tests.reader.looking import settled
from tui.articles.article import Span
from tui.notes.anchors import anchor_span
from tui.notes.note import make_note
from tui.notes.notebook import Notebook
from tui.notes.reports.export import render
from tui.reader.noting.import_box import NOTE_SUFFIXES, ImportBox
from tui.reader.noting.notes_box import NotesBox
from tui.reader.widgets.files import shown_files


@pytest.fixture
def colleague(tmp_path: Path) -> Path:
    """Return a file of notes that somebody else exported."""
    app = FerryApp()
    anchor = anchor_span(app.comparison.left, "left", Span(0, 5))
    book = Notebook().add(make_note((anchor,), 2, "Which ferry?", ("names",)))
    path = tmp_path / "colleague.yaml"
    path.write_text(render(app.comparison, book, "yaml"), encoding="utf-8")
    return path


async def name_file(pilot: Pilot[None], path: object) -> None:
    pilot.app.screen.query_one("#import-file", Input).value = str(path)
    await pilot.press("enter")
    await settled(pilot)
    await settled(pilot)


@pytest.mark.parametrize("keys", [["E"], ["m", "f3"]])
async def test_notes_are_joined_and_the_outcome_is_told(colleague: Path, keys: list[str]) -> None:
    app = FerryApp()
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await settled(pilot)
        await pilot.press(*keys)
        await settled(pilot)
        assert isinstance(app.screen, ImportBox)
        await name_file(pilot, colleague)
        (placed,) = app.session.placement.notes
        assert placed.note.text == "Which ferry?"
        assert any(told.message == "colleague.yaml: 1 added" for told in app._notifications)
        if keys == ["m", "f3"]:
            assert isinstance(app.screen, NotesBox)
            await pilot.press("escape")
        await pilot.press("z")
        await settled(pilot)
        assert not app.session.placement.notes
        await pilot.press("Z", "E")
        await settled(pilot)
        await name_file(pilot, colleague)
        assert any("1 here already" in told.message for told in app._notifications)
        assert len(app.session.placement.notes) == 1


@pytest.mark.parametrize(
    ("content", "told"),
    [(None, "no such file"), ("", "no notes"), ("notes: [", "colleague.yaml"), ("\udcff", "not UTF-8")],
)
async def test_what_holds_no_notes_is_told_in_the_box(tmp_path: Path, content: str | None, told: str) -> None:
    app = FerryApp()
    path = tmp_path / "colleague.yaml"
    if content is not None:
        path.write_bytes(content.encode("utf-8", "surrogateescape"))
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        await pilot.press("E")
        await settled(pilot)
        await name_file(pilot, path)
        assert isinstance(app.screen, ImportBox)
        assert told in str(app.screen.query_one("#said", Static).content)
        await pilot.press("escape")
        assert app.screen is app.pair_screen


def test_the_tree_shows_what_may_hold_notes_and_nothing_hidden(colleague: Path) -> None:
    for name in ("article.txt", ".hidden.yaml", "notes.jsonld"):
        (colleague.parent / name).write_text("x", encoding="utf-8")
    (colleague.parent / "folder").mkdir()
    found = {path.name for path in shown_files(colleague.parent.iterdir(), NOTE_SUFFIXES)}
    assert found - {"home"} == {"colleague.yaml", "notes.jsonld", "folder"}
