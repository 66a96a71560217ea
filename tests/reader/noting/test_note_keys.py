"""Noting, marking, linking and undoing, on the real application and a real notes file."""

from pathlib import Path

import pytest
from textual.widgets import Input, TextArea

from tests.reader.conftest import InventedApp
from tests.reader.looking import WIDE, rows_of, screen_text, settled
from tui.notes.open_notes import open_notes
from tui.reader.session.place import Selection
from tui.reader.widgets.chips import Chips
from tui.reader.widgets.row_list import RowList


def notebook_of(app: InventedApp):  # type: ignore[no-untyped-def]
    """Return the notebook as it is on the disk."""
    return open_notes(app.comparison.left, app.comparison.right).notebook


async def saved(app: InventedApp, pilot) -> None:  # type: ignore[no-untyped-def]
    await settled(pilot)
    await app.workers.wait_for_complete()
    await settled(pilot)


async def test_h_highlights_the_passage_on_both_sides_and_again_takes_it_away(invented_app: InventedApp) -> None:
    async with invented_app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await pilot.press("n", "h")
        await saved(invented_app, pilot)
        (note,) = notebook_of(invented_app).notes
        assert [anchor.exact for anchor in note.anchors] == [
            "More than 40 people were hurt when fire swept through the ferry terminal in Port Ellery on Tuesday night.",
            "A blaze destroyed much of the ferry terminal in Port Ellery late on Tuesday, injuring 46 people.",
        ]
        await pilot.press("h")
        await saved(invented_app, pilot)
        assert notebook_of(invented_app).notes == ()


async def test_a_note_is_written_edited_deleted_and_brought_back(invented_app: InventedApp) -> None:
    async with invented_app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await pilot.press("d", "a")
        await settled(pilot)
        await pilot.press(*"40 or 46", "enter", *"?", "ctrl+t", "tab", "tab")
        invented_app.screen.query_one("#note-tags", Input).value = "numbers, #hospital"
        await pilot.press("ctrl+s")
        await saved(invented_app, pilot)
        (note,) = notebook_of(invented_app).notes
        assert (note.text, note.colour, note.tags) == ("40 or 46\n?", 2, ("numbers", "hospital"))
        await pilot.press("a")
        await settled(pilot)
        invented_app.screen.query_one(TextArea).text = "Ask the clinic"
        await pilot.press("ctrl+s")
        await saved(invented_app, pilot)
        assert [note.text for note in notebook_of(invented_app).notes] == ["Ask the clinic"]
        await pilot.press("delete")
        await saved(invented_app, pilot)
        assert notebook_of(invented_app).notes == ()
        await pilot.press("z")
        await saved(invented_app, pilot)
        assert [note.text for note in notebook_of(invented_app).notes] == ["Ask the clinic"]
        await pilot.press("z", "z")
        await saved(invented_app, pilot)
        assert notebook_of(invented_app).notes == ()
        await pilot.press("Z")
        await saved(invented_app, pilot)
        assert [note.text for note in notebook_of(invented_app).notes] == ["40 or 46\n?"]


async def test_a_changed_note_is_not_dropped_in_silence(invented_app: InventedApp) -> None:
    async with invented_app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await pilot.press("d", "a", *"long thoughts", "escape")
        await settled(pilot)
        assert "The note was changed" in screen_text(invented_app)
        await pilot.press("k")
        await saved(invented_app, pilot)
        assert [note.text for note in notebook_of(invented_app).notes] == ["long thoughts"]
        await pilot.press("a", "escape")
        await settled(pilot)
        assert invented_app.screen is invented_app.pair_screen


async def test_the_selection_is_what_is_noted(invented_app: InventedApp) -> None:
    async with invented_app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        at = invented_app.comparison.right.text.index("46 people")
        invented_app.session.selection = Selection("right", at, at + 9)
        await pilot.press("H", "3")
        await saved(invented_app, pilot)
        (note,) = notebook_of(invented_app).notes
        assert [(anchor.side, anchor.exact) for anchor in note.anchors] == [("right", "46 people")]
        assert note.colour == 3


async def test_a_colour_is_given_a_meaning(invented_app: InventedApp) -> None:
    async with invented_app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await pilot.press("H", "n")
        await settled(pilot)
        invented_app.screen.query_one("#colour-2", Input).value = "ask the mayor"
        await pilot.press("enter")
        await saved(invented_app, pilot)
        assert notebook_of(invented_app).colour_names[1] == "ask the mayor"
        await pilot.press("H")
        await settled(pilot)
        assert "ask the mayor" in screen_text(invented_app)


async def test_the_list_of_notes_filters_edits_deletes_and_leads_back(invented_app: InventedApp) -> None:
    async with invented_app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        for keys in (["n", "h"], ["n", "a", *"ask", "ctrl+s"], ["G", "h"]):
            await pilot.press(*keys)
            await settled(pilot)
        await pilot.press("g", "m")
        await settled(pilot)
        listing = invented_app.screen.query_one("#note-list", RowList)
        assert len(listing.items) == 3
        await pilot.press(*"arrested")
        await settled(pilot)
        assert len(listing.items) == 1
        await pilot.press("enter")
        await settled(pilot)
        assert invented_app.session.place.sentence == 7
        await pilot.press("m", "tab", "tab", "tab")
        await settled(pilot)
        listing = invented_app.screen.query_one("#note-list", RowList)
        assert "ask" in " ".join(rows_of(listing)) and len(listing.items) == 1
        await pilot.press("f2")
        await settled(pilot)
        invented_app.screen.query_one(TextArea).text = "ask twice"
        await pilot.press("ctrl+s")
        await settled(pilot)
        assert "ask twice" in " ".join(rows_of(listing))
        await pilot.press("delete")
        await settled(pilot)
        assert "None of the notes." in " ".join(rows_of(listing))
        await pilot.press("escape")
        await saved(invented_app, pilot)
        assert len(notebook_of(invented_app).notes) == 2


async def test_brackets_go_from_note_to_note(invented_app: InventedApp) -> None:
    async with invented_app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        pair = invented_app.pair_screen
        await pilot.press("n", "h", "n", "n", "h", "g")
        await settled(pilot)
        await pilot.press("]")
        assert pair.session.place.sentence == 1
        await pilot.press("]")
        assert pair.session.place.sentence == 3
        await pilot.press("]")
        assert pair.session.place.sentence == 1
        await pilot.press("[")
        assert pair.session.place.sentence == 3


async def test_sentences_are_linked_and_unlinked_by_hand_and_compared_again(invented_app: InventedApp) -> None:
    compared = []
    invented_app.compare_pair = lambda: compared.append(invented_app.session.placement.corrections)  # type: ignore[method-assign, assignment]
    async with invented_app.run_test(size=WIDE) as pilot:
        InventedApp.compare_pair(invented_app)
        await settled(pilot)
        pair = invented_app.pair_screen
        await pilot.press("G", "L", "tab", "G", "k")
        await settled(pilot)
        pair.session.go_to_sentence("right", 5)
        await pilot.press("L")
        await saved(invented_app, pilot)
        assert compared[-1].linked == {(7, 5)}
        await pilot.press("g", "tab", "n", "X")
        await saved(invented_app, pilot)
        assert len(compared[-1].unlinked) == 1
        await pilot.press("z", "z")
        await saved(invented_app, pilot)
        assert not compared[-1].linked and not compared[-1].unlinked


@pytest.mark.parametrize(("letter", "state"), [("c", "checked"), ("2", "settled: right is right"), ("s", "set aside")])
async def test_a_detail_is_marked_and_shown_as_such(invented_app: InventedApp, letter: str, state: str) -> None:
    async with invented_app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        pair = invented_app.pair_screen
        await pilot.press("d", "d", "M", letter)
        await saved(invented_app, pilot)
        assert state in " ".join(" ".join(rows_of(pair.panels.table.list)).split())
        assert notebook_of(invented_app).detail_marks[0].state == state.partition(":")[0]
        await pilot.press("M", "x")
        await saved(invented_app, pilot)
        assert notebook_of(invented_app).detail_marks == ()


async def test_a_link_is_checked(invented_app: InventedApp) -> None:
    async with invented_app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await pilot.press("n", "M", "l")
        await saved(invented_app, pilot)
        assert invented_app.session.placement.checked_links == {(1, 1)}
        assert any(row.startswith("✓ linked") for row in rows_of(invented_app.pair_screen.panels.table.list))


async def test_an_export_is_written_and_a_file_that_is_there_is_not_replaced_unasked(
    invented_app: InventedApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with invented_app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await pilot.press("n", "h", "e", "enter", "enter")
        await saved(invented_app, pilot)
        (path,) = tmp_path.glob("*.md")
        assert "==More than 40 people were hurt" in path.read_text(encoding="utf-8")
        path.write_text("mine", encoding="utf-8")
        await pilot.press("e", "enter", "enter")
        await saved(invented_app, pilot)
        assert "There is such a file" in screen_text(invented_app)
        assert path.read_text(encoding="utf-8") == "mine"
        await pilot.press("r")
        await saved(invented_app, pilot)
        assert path.read_text(encoding="utf-8") != "mine"
        await pilot.press("e", "down", "enter", "enter")
        await saved(invented_app, pilot)
        assert list(tmp_path.glob("*.html"))


async def test_notes_that_cannot_be_saved_are_said(invented_app: InventedApp, home: Path) -> None:
    home.mkdir()
    (home / "state").write_text("in the way", encoding="utf-8")
    async with invented_app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await pilot.press("n", "h")
        await saved(invented_app, pilot)
        assert len(invented_app.session.placement.notes) == 1
        assert any("kept in memory" in note.message for note in invented_app._notifications)


async def test_the_editor_named_in_the_environment_writes_the_text(
    invented_app: InventedApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from contextlib import nullcontext

    script = tmp_path / "my editor"
    script.write_text('#!/bin/sh\nprintf "from outside" > "$1"\n', encoding="utf-8")
    script.chmod(0o755)
    monkeypatch.setenv("VISUAL", f"'{script}'")
    monkeypatch.setattr(invented_app, "suspend", nullcontext)
    async with invented_app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await pilot.press("d", "a", "ctrl+o", "ctrl+s")
        await saved(invented_app, pilot)
        assert [note.text for note in notebook_of(invented_app).notes] == ["from outside"]


async def test_marks_are_listed_lead_to_their_place_and_are_taken_away(invented_app: InventedApp) -> None:
    async with invented_app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await pilot.press("c", "M", "1", "N", "M", "l", "g", "m")
        await settled(pilot)
        invented_app.screen.query_one("#note-kinds", Chips).take("marks")
        await settled(pilot)
        listing = invented_app.screen.query_one("#note-list", RowList)
        told = " ".join(" ".join(rows_of(listing)).split())
        assert "link checked" in told and "settled: left is right · figure: Three / Five" in told
        await pilot.press("down", "enter")
        await settled(pilot)
        assert invented_app.session.place.sentence == 2
        await pilot.press("m")
        await settled(pilot)
        invented_app.screen.query_one("#note-kinds", Chips).take("marks")
        await settled(pilot)
        await pilot.press("delete", "delete", "escape")
        await saved(invented_app, pilot)
        assert not notebook_of(invented_app).link_marks and not notebook_of(invented_app).detail_marks


async def test_the_kind_of_notes_that_is_listed_is_seen_in_a_narrow_box(invented_app: InventedApp) -> None:
    async with invented_app.run_test(size=(40, 12)) as pilot:
        await settled(pilot)
        await pilot.press("m")
        await settled(pilot)
        chips = invented_app.screen.query_one(Chips)
        for label in list(chips.choices.values())[1:]:
            await pilot.press("tab")
            assert f" {label} " in chips.render_line(0).text
