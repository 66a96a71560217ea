"""Damaged files, full disks, locks and kills: what was noted is never lost, and what is wrong is said."""

import errno
import os

import pytest

from tests.notes.conftest import kept_aside, noted, quote, the_file
from tui.compare.engine import compare
from tui.notes import store as store_module
from tui.notes.importing import read_import
from tui.notes.note import make_note
from tui.notes.open_notes import open_notes
from tui.notes.reports.export import render, write_export


@pytest.mark.parametrize("content", [b"notes: [", b"\xff\xfe\x00", b"", b"words", b"format: other/1", b"a: &x [*x]"])
def test_a_damaged_file_is_kept_aside_and_said(left, right, folder, content):
    noted(left, right, folder)
    path = the_file(folder)
    path.write_bytes(content)
    notes = open_notes(left, right, folder)
    assert path.name in notes.problems[0]
    assert path.read_bytes() == content
    assert notes.change("note", notes.notebook.add(make_note([quote(left, "left", "steering")])))
    assert notes.unsaved is None
    assert kept_aside(folder) == [content]
    assert len(open_notes(left, right, folder).notebook.notes) == 1


def test_a_file_damaged_while_it_is_open_costs_no_note(left, right, folder):
    notes = noted(left, right, folder)
    the_file(folder).write_bytes(b"notes: [")
    notes.change("note", notes.notebook.add(make_note([quote(left, "left", "steering")])))
    assert len(open_notes(left, right, folder).notebook.notes) == 2
    assert kept_aside(folder) == [b"notes: ["]


def test_a_file_deleted_while_it_is_open_costs_no_note(left, right, folder):
    notes = noted(left, right, folder)
    the_file(folder).unlink()
    notes.change("note", notes.notebook.add(make_note([quote(left, "left", "steering")])))
    assert len(open_notes(left, right, folder).notebook.notes) == 2


def test_one_bad_entry_costs_no_other_and_is_told_by_line(left, right, folder):
    notes = noted(left, right, folder)
    notes.change("note", notes.notebook.add(make_note([quote(left, "left", "steering")], text="second")))
    path = the_file(folder)
    broken = path.read_text().replace("colour: 1", "colour: 9", 1)
    path.write_text(broken)
    line = broken[: broken.index("colour: 9")].count("\n") + 1
    again = open_notes(left, right, folder)
    assert [note.text for note in again.notebook.notes] == ["second"]
    assert f"{path.name}:{line}:" in again.problems[0] and "9" in again.problems[0]
    again.change("edit", again.notebook.edit(again.notebook.notes[0].id, text="edited"))
    assert kept_aside(folder) == [broken.encode()]
    assert open_notes(left, right, folder).problems == ()


def test_a_file_of_a_later_version_is_left_alone(left, right, folder):
    noted(left, right, folder)
    path = the_file(folder)
    later = path.read_text().replace("newsdiff-notes/1", "newsdiff-notes/2")
    path.write_text(later)
    notes = open_notes(left, right, folder)
    assert "later version" in notes.problems[0]
    notes.change("note", notes.notebook.add(make_note([quote(left, "left", "steering")])))
    assert notes.unsaved and "later version" in notes.unsaved
    assert len(notes.notebook.notes) == 1
    assert path.read_text() == later
    assert list(folder.glob("*.yaml")) == [path]


@pytest.mark.parametrize("code", [errno.EROFS, errno.ENOSPC, errno.EACCES, errno.EDQUOT])
def test_when_nothing_can_be_written_it_is_said_and_notes_stay(left, right, folder, tmp_path, monkeypatch, code):
    def refuse(path, data):
        raise OSError(code, os.strerror(code))

    with monkeypatch.context() as patch:
        patch.setattr(store_module, "write_own", refuse)
        notes = open_notes(left, right, folder)
        notes.change("note", notes.notebook.add(make_note([quote(left, "left", "steering")])))
        assert notes.unsaved and os.strerror(code).lower() in notes.unsaved
        assert len(notes.notebook.notes) == 1
    write_export(tmp_path / "rescued.yaml", render(compare(left, right), notes.notebook, "yaml"))
    rescued = read_import((tmp_path / "rescued.yaml").read_text(), "rescued.yaml", left, right)
    assert rescued.notebook == notes.notebook
    notes.change("note", notes.notebook.add(make_note([quote(left, "left", "Captain")])))
    assert notes.unsaved is None
    assert len(open_notes(left, right, folder).notebook.notes) == 2


def test_a_disk_that_fills_up_in_mid_write_leaves_the_file_as_it_was(left, right, folder):
    import resource

    notes = noted(left, right, folder)
    before = the_file(folder).read_bytes()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (len(before) // 2, hard))
        notes.change("note", notes.notebook.add(make_note([quote(left, "left", "steering")], text="x" * 5000)))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert notes.unsaved and "too large" in notes.unsaved
    assert the_file(folder).read_bytes() == before
    assert not list(folder.glob(".*.tmp"))
    assert notes.save()
    assert len(open_notes(left, right, folder).notebook.notes) == 2


def test_a_folder_that_cannot_be_made_is_said(left, right, tmp_path):
    (tmp_path / "file").write_text("")
    notes = open_notes(left, right, tmp_path / "file" / "notes")
    notes.change("note", notes.notebook.add(make_note([quote(left, "left", "steering")])))
    assert notes.unsaved and "not a directory" in notes.unsaved


def test_a_lock_that_is_never_released_is_said(left, right, folder, monkeypatch):
    import fcntl

    notes = noted(left, right, folder)
    monkeypatch.setattr(store_module, "LOCK_PATIENCE", 0.05)
    (lock,) = folder.glob(".*.lock")
    with lock.open("r+") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        notes.change("note", notes.notebook.add(make_note([quote(left, "left", "steering")])))
        assert notes.unsaved and "another window" in notes.unsaved
    assert notes.save()
    assert len(open_notes(left, right, folder).notebook.notes) == 2


@pytest.mark.parametrize("share", [0.3, 0.5, 0.8, 0.99])
def test_a_file_that_was_cut_short_is_said_and_kept_aside(left, right, folder, share):
    notes = open_notes(left, right, folder)
    for words in ("A ferry", "Eight passengers", "Captain Maren Ostby", "midnight"):
        notes.change("note", notes.notebook.add(make_note([quote(left, "left", words)], text="asked")))
    (path,) = folder.glob("*.yaml")
    whole = path.read_text()
    lines = whole.splitlines(keepends=True)
    path.write_text("".join(lines[: int(len(lines) * share)]))
    cut = path.read_text()
    again = open_notes(left, right, folder)
    assert any("cut short" in problem or "left out" in problem for problem in again.problems)
    again.change("note", again.notebook.add(make_note([quote(left, "left", "Sandholm")])))
    assert again.unsaved is None
    assert [aside.read_text() for aside in folder.glob("*.damaged-*.yaml")] == [cut]
    assert open_notes(left, right, folder).problems == ()


def test_a_file_without_the_end_that_a_person_wrote_is_whole(left, right, folder):
    notes = open_notes(left, right, folder)
    notes.change("note", notes.notebook.add(make_note([quote(left, "left", "A ferry")])))
    (path,) = folder.glob("*.yaml")
    path.write_text("".join(line for line in path.read_text().splitlines(True) if not line.startswith("#")))
    assert open_notes(left, right, folder).problems == ()


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir], ids=["pipe", "folder"])
def test_what_lies_in_the_place_of_the_notes_is_kept_aside_and_not_waited_for(left, right, folder, make):
    notes = open_notes(left, right, folder)
    notes.change("note", notes.notebook.add(make_note([quote(left, "left", "A ferry")])))
    (path,) = folder.glob("*.yaml")
    path.unlink()
    make(path)
    assert "not a file" in "".join(open_notes(left, right, folder).problems) or make is os.mkdir
    notes.change("note", notes.notebook.add(make_note([quote(left, "left", "Sandholm")])))
    assert notes.unsaved is None
    assert len(open_notes(left, right, folder).notebook.notes) == 2
    assert len(list(folder.glob("*.damaged-*.yaml"))) == 1


def test_a_pipe_among_the_notes_of_other_pairs_is_passed_over(left, right, folder):
    folder.mkdir()
    os.mkfifo(folder / "other.yaml")
    assert open_notes(left, right, folder).problems == ()


def test_a_kill_while_a_damaged_file_is_kept_aside_leaves_nothing_for_ever(left, right, folder, monkeypatch):
    notes = open_notes(left, right, folder)
    notes.change("note", notes.notebook.add(make_note([quote(left, "left", "A ferry")])))
    (path,) = folder.glob("*.yaml")
    path.write_text(path.read_text() + "- nonsense\n")
    child = os.fork()
    if not child:
        monkeypatch.setattr(os, "replace", lambda *_: os.kill(os.getpid(), 9))
        again = open_notes(left, right, folder)
        again.change("note", again.notebook.add(make_note([quote(left, "left", "Sandholm")])))
        os._exit(1)
    os.waitpid(child, 0)
    assert len(list(folder.glob(".*.tmp"))) == 1
    last = open_notes(left, right, folder)
    last.change("note", last.notebook.add(make_note([quote(left, "left", "Eight passengers")])))
    assert last.unsaved is None
    assert not list(folder.glob(".*.tmp"))
