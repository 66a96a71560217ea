from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.notes.anchors import Anchor
from tui.notes.history import History
from tui.notes.merge import is_same, join, merge, stamp_changes
from tui.notes.note import Note, make_link_mark, make_note
from tui.notes.notebook import Notebook, in_order
from tui.notes.sides import swap_sides

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
PLACE = Anchor("left", 0, 4, "Ship", "", " ran aground")
OTHER = Anchor("right", 4, 9, "ferry", "The ", " ran aground")

notes = st.builds(
    Note,
    id=st.sampled_from("abcd"),
    anchors=st.just((PLACE,)),
    colour=st.sampled_from([1, 2, 3, 4]),
    created=st.just(NOON),
    modified=st.integers(0, 5).map(lambda minutes: NOON + timedelta(minutes=minutes)),
    text=st.sampled_from(["", "one", "two", "three"]),
    tags=st.sampled_from([(), ("x",), ("x", "y")]),
)


notebooks = st.lists(notes, max_size=3, unique_by=lambda note: note.id).map(lambda held: Notebook(in_order(held)))


def same(one: Notebook, two: Notebook) -> bool:
    return len(one.notes) == len(two.notes) and all(map(is_same, one.notes, two.notes))


@given(notebooks, notebooks)
def test_merging_with_one_side_unchanged_gives_the_other(base, changed):
    assert same(merge(base, changed, base), changed)
    assert same(merge(base, base, changed), changed)


@given(notebooks, notebooks, notebooks)
def test_no_text_that_somebody_wrote_is_lost(base, ours, theirs):
    merged = merge(base, ours, theirs)
    for side in (ours, theirs):
        for note in side.notes:
            before = base.note(note.id)
            if before is None or before.text != note.text:
                assert note.text in merged.note(note.id).text


@given(notebooks, notebooks, notebooks)
def test_both_sides_merge_to_the_same_notes(base, ours, theirs):
    one, two = merge(base, ours, theirs), merge(base, theirs, ours)
    assert [note.id for note in one.notes] == [note.id for note in two.notes]


@given(notebooks, notebooks)
def test_undo_and_redo_lead_back_and_forth(before, after):
    history = History().record("edit", before, after)
    undone = history.undo(after)
    assert undone is not None
    assert same(undone[1], before)
    redone = undone[0].redo(undone[1])
    assert redone is not None
    assert same(redone[1], after)


@given(notebooks, notebooks)
def test_joining_twice_adds_nothing(own, other):
    once = join(own, other)
    assert join(once.notebook, other).added == 0
    assert {n.id for n in once.notebook.notes} == {n.id for n in (*own.notes, *other.notes)}


@given(notebooks)
def test_exchanging_sides_twice_changes_nothing(book):
    marked = book.link(PLACE, OTHER)
    assert swap_sides(swap_sides(marked)) == marked


def test_an_edited_note_outlives_its_deletion_in_another_window():
    base = Notebook().add(make_note([PLACE], text="one"))
    identity = base.notes[0].id
    edited, deleted = base.edit(identity, text="two"), base.delete(identity)
    assert merge(base, edited, deleted) == edited
    assert merge(base, deleted, edited) == edited


def test_what_two_windows_changed_in_different_fields_is_kept_from_both():
    base = Notebook().add(make_note([PLACE], 1, "one", ["x"]))
    identity = base.notes[0].id
    ours = base.edit(identity, colour=3, tags=["x", "ours"])
    theirs = base.edit(identity, text="two", tags=["theirs"])
    (note,) = merge(base, ours, theirs).notes
    assert (note.colour, note.text, set(note.tags)) == (3, "two", {"ours", "theirs"})


def test_a_stamp_never_goes_back_when_the_clock_does():
    book = stamp_changes(Notebook(), Notebook().add(make_note([PLACE], now=NOON)), NOON)
    edited = stamp_changes(book, book.edit(book.notes[0].id, text="later"), NOON - timedelta(days=1))
    assert edited.notes[0].modified > book.notes[0].modified


def test_a_link_has_one_mark_whichever_side_it_is_made_from():
    assert make_link_mark(PLACE, OTHER).id == make_link_mark(OTHER, PLACE).id
    book = Notebook().link(PLACE, OTHER).unlink(PLACE, OTHER)
    assert [mark.link for mark in book.link_marks] == ["unlinked"]
    assert book.forget_link(PLACE, OTHER).is_empty
    assert book.link(PLACE, OTHER).check_link(PLACE, OTHER).forget_link(PLACE, OTHER).link_marks[0].checked


def test_tags_and_texts_are_cleaned():
    note = make_note([PLACE], text=" a\r\nb\x1b[31m\u202e ", tags=["#to  do", "to do", " ", "x\n"])
    assert note.text.startswith("a\nb␛[31m")
    assert "\u202e" not in note.text
    assert note.tags == ("to do", "x")


def test_a_note_stands_somewhere():
    with pytest.raises(ValueError, match="at least one"):
        make_note([])
