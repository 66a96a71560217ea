import pytest

from tests.notes.conftest import quote
from tui.articles.load import make_article
from tui.notes.note import make_note
from tui.notes.open_notes import open_notes


def test_a_note_is_there_again_when_the_pair_is_opened_again(left, right, tmp_path):
    notes = open_notes(left, right, tmp_path / "notes")
    note = make_note([quote(left, "left", "Eight passengers were hurt")], 2, "or ten?\nask", ["hurt"])
    assert notes.change("highlight", notes.notebook.add(note))
    again = open_notes(left, right, tmp_path / "notes")
    assert again.problems == ()
    assert again.notebook == notes.notebook
    assert again.placement.notes[0].spans("left")


def test_undo_takes_back_own_change_only_and_redo_does_it_again(left, right, tmp_path):
    one = open_notes(left, right, tmp_path / "notes")
    two = open_notes(left, right, tmp_path / "notes")
    mine = make_note([quote(left, "left", "steering")])
    theirs = make_note([quote(right, "right", "steering")])
    one.change("highlight", one.notebook.add(mine))
    two.change("highlight", two.notebook.add(theirs))
    assert one.reload()
    assert {n.id for n in one.notebook.notes} == {mine.id, theirs.id}
    assert one.undo() == "highlight"
    assert [n.id for n in one.notebook.notes] == [theirs.id]
    two.reload()
    assert [n.id for n in two.notebook.notes] == [theirs.id]
    assert one.redo() == "highlight"
    assert {n.id for n in open_notes(left, right, tmp_path / "notes").notebook.notes} == {mine.id, theirs.id}


def test_swapped_sides_find_the_same_notes(left, right, tmp_path):
    one = open_notes(left, right, tmp_path / "notes")
    one.change("highlight", one.notebook.add(make_note([quote(left, "left", "Eight passengers")])))
    other = open_notes(right, left, tmp_path / "notes")
    assert other.placement.notes[0].spans("right")
    other.change("highlight", other.notebook.add(make_note([quote(right, "left", "Ten people")])))
    one.reload()
    assert [a.side for n in one.notebook.notes for a in n.anchors] == ["left", "right"]


def test_links_by_hand_become_corrections(left, right, tmp_path):
    notes = open_notes(left, right, tmp_path / "notes")
    pair = quote(left, "left", "Eight passengers were hurt"), quote(right, "right", "Ten people were injured")
    notes.change("link", notes.notebook.link(*pair))
    made = notes.placement.corrections
    assert len(made.linked) == 1 and not made.unlinked
    notes.change("unlink", notes.notebook.unlink(*pair))
    assert notes.placement.corrections.unlinked == made.linked
    notes.change("forget", notes.notebook.forget_link(*pair))
    assert notes.notebook.is_empty


def test_an_article_read_anew_keeps_notes_that_could_not_be_saved_and_the_history(left, right, tmp_path):
    (tmp_path / "file").write_text("")
    notes = open_notes(left, right, tmp_path / "file" / "notes")
    notes.change("highlight", notes.notebook.add(make_note([quote(left, "left", "Eight passengers")])))
    assert notes.unsaved
    changed = make_article("New lead.\n\n" + left.text, origin=left.origin)
    notes.turn_to(changed, right)
    (placed,) = notes.placement.notes
    assert changed.slice(placed.spans("left")[0]) == "Eight passengers"
    assert notes.undo() == "highlight"
    assert notes.notebook.is_empty


def test_sides_exchanged_while_open_take_notes_history_and_file_along(left, right, tmp_path):
    notes = open_notes(left, right, tmp_path / "notes")
    notes.change("first", notes.notebook.add(make_note([quote(left, "left", "Eight passengers")])))
    notes.change("second", notes.notebook.add(make_note([quote(left, "left", "steering")])))
    notes.turn_to(right, left)
    assert all(placed.spans("right") for placed in notes.placement.notes)
    assert notes.is_saved
    assert notes.undo() == "second"
    assert [n.anchors[0].exact for n in open_notes(left, right, tmp_path / "notes").notebook.notes] == [
        "Eight passengers"
    ]
    assert notes.redo() == "second"
    assert {a.side for n in open_notes(left, right, tmp_path / "notes").notebook.notes for a in n.anchors} == {"left"}


def test_notes_do_not_turn_to_another_pair(left, right, tmp_path):
    notes = open_notes(left, right, tmp_path / "notes")
    with pytest.raises(ValueError, match="another pair"):
        notes.turn_to(left, make_article("Another text."))
