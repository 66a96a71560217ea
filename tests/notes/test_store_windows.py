"""Several windows, threads and programs that write the notes on one pair."""

import multiprocessing
import time
from pathlib import Path

import pytest

from tests.notes.conftest import LEFT, RIGHT, noted, quote, the_file
from tui.articles.load import make_article
from tui.notes.note import make_note
from tui.notes.open_notes import open_notes


def test_two_windows_that_edit_one_note_lose_neither_text(left, right, folder):
    one = noted(left, right, folder, "first")
    two = open_notes(left, right, folder)
    identity = one.notebook.notes[0].id
    one.change("edit", one.notebook.edit(identity, text="from one"))
    two.change("edit", two.notebook.edit(identity, text="from two", colour=3))
    (note,) = open_notes(left, right, folder).notebook.notes
    assert "from one" in note.text and "from two" in note.text
    assert note.colour == 3


def test_windows_do_not_write_each_other_into_a_loop(left, right, folder):
    one, two = noted(left, right, folder), open_notes(left, right, folder)
    two.change("note", two.notebook.add(make_note([quote(left, "left", "steering")])))
    before = the_file(folder).stat().st_mtime_ns
    assert one.reload()
    assert not one.reload() and not two.reload()
    assert one.is_saved and two.is_saved
    one.save()
    two.save()
    swapped = open_notes(right, left, folder)
    swapped.save()
    assert the_file(folder).stat().st_mtime_ns == before


def _add_many(folder: str, count: int, name: str) -> None:
    left, right = make_article(LEFT, origin="/l.txt"), make_article(RIGHT, origin="/r.txt")
    notes = open_notes(left, right, Path(folder))
    for number in range(count):
        notes.change("note", notes.notebook.add(make_note([quote(left, "left", "Eight")], text=f"{name}{number}")))
        assert notes.unsaved is None


@pytest.mark.slow
def test_three_programs_writing_at_once_lose_no_note(folder):
    spawn = multiprocessing.get_context("spawn")
    writers = [spawn.Process(target=_add_many, args=(str(folder), 15, name)) for name in "abc"]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(60)
        assert writer.exitcode == 0
    left, right = make_article(LEFT, origin="/l.txt"), make_article(RIGHT, origin="/r.txt")
    texts = [note.text for note in open_notes(left, right, folder).notebook.notes]
    assert sorted(texts) == sorted(f"{name}{number}" for name in "abc" for number in range(15))


def test_saving_in_another_thread_loses_no_change(left, right, folder):
    import threading

    notes = open_notes(left, right, folder)
    others: list[str] = []
    done = threading.Event()

    other = open_notes(left, right, folder)

    def keep_saving() -> None:
        count = 0
        while not done.is_set():
            note = make_note([quote(right, "right", "Ten people")], text=f"other {count}")
            others.append(note.id)
            other.change("note", lambda notebook, note=note: notebook.add(note))
            notes.save()
            notes.reload()
            count += 1

    thread = threading.Thread(target=keep_saving)
    thread.start()
    try:
        for number in range(40):
            note = make_note([quote(left, "left", "Eight")], text=str(number))
            notes.change("note", lambda notebook, note=note: notebook.add(note), save=False)
            time.sleep(0.001)
    finally:
        done.set()
        thread.join()
    assert notes.save()
    kept = open_notes(left, right, folder).notebook.notes
    assert len(kept) == 40 + len(others)
    assert others and {note.id for note in kept} > set(others)
