import errno
import multiprocessing
import os
import time
import unicodedata
from datetime import timedelta
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.notes.conftest import LEFT, RIGHT, quote
from tui.articles.article import Article
from tui.articles.load import make_article
from tui.compare.engine import compare
from tui.disk.inert import BIDI_CONTROLS
from tui.notes import store as store_module
from tui.notes.importing import read_import
from tui.notes.note import make_detail_mark, make_link_mark, make_note
from tui.notes.notebook import Notebook
from tui.notes.notes_file import NotesFile, read_notes_file, write_notes_file
from tui.notes.open_notes import OpenNotes, open_notes
from tui.notes.pair import identify_pair
from tui.notes.reports.export import render, write_export


@pytest.fixture
def folder(tmp_path) -> Path:
    return tmp_path / "notes"


def noted(left: Article, right: Article, folder: Path, text: str = "a note") -> OpenNotes:
    notes = open_notes(left, right, folder)
    notes.change("note", notes.notebook.add(make_note([quote(left, "left", "Eight passengers")], text=text)))
    assert notes.unsaved is None
    return notes


def the_file(folder: Path) -> Path:
    (path,) = (p for p in folder.glob("*.yaml") if "." not in p.stem)
    return path


def kept_aside(folder: Path) -> list[bytes]:
    return [path.read_bytes() for path in folder.glob("*.damaged-*.yaml")]


LIKE_YAML = (
    *("no", "~", "1e5", "0x1F", "12:30", "- a", "a: b", "# c", "'", '"', "|", ">", "a\n\n b\n", "\ttab"),
    *("2026-01-01", "=", "&a *a !t", "<<", "%x", "---", "? k", "\x1b[31m", "\u202e"),
)
awkward = st.text(st.characters(codec="utf-8"), max_size=40) | st.sampled_from(LIKE_YAML)


@settings(max_examples=60, deadline=None)
@given(awkward, st.lists(awkward, max_size=3), awkward.filter(bool))
def test_whatever_a_note_says_is_read_back_as_it_was_written(text, tags, exact):
    article = make_article(f"{exact} x")
    anchors = [quote(article, "left", "x"), quote(article, "right", article.text)]
    mark = make_detail_mark("figure", anchors[0], None, (anchors[0], anchors[1]), "settled", "right", text)
    book = Notebook().add(make_note(anchors, 3, text, tags)).link(*anchors).mark_detail(mark).name_colour(2, text)
    written = write_notes_file(NotesFile(identify_pair(article, article), book))
    read = read_notes_file(written, "notes.yaml")
    assert read.problems == ()
    assert read.notebook == book
    assert not [c for c in written if c != "\n" and (unicodedata.category(c) == "Cc" or ord(c) in BIDI_CONTROLS)]
    assert yaml.safe_load(written)["format"] == "newsdiff-notes/1"


def test_notes_are_found_again_after_the_article_changed(left, right, folder):
    noted(left, right, folder)
    changed = make_article("New lead.\n\n" + LEFT, origin=left.origin)
    notes = open_notes(changed, right, folder)
    (placed,) = notes.placement.notes
    assert changed.slice(placed.spans("left")[0]) == "Eight passengers"
    assert not placed.has_changed


def test_notes_are_found_again_after_the_files_were_moved(left, right, folder, tmp_path):
    noted(left, right, folder)
    moved = make_article(LEFT, origin=str(tmp_path / "elsewhere" / "a.txt"))
    notes = open_notes(moved, right, folder)
    assert [note.text for note in notes.notebook.notes] == ["a note"]
    notes.change("edit", notes.notebook.edit(notes.notebook.notes[0].id, text="moved"))
    assert open_notes(moved, right, folder).notebook.notes[0].text == "moved"
    assert open_notes(left, right, folder).notebook.notes[0].text == "a note"


def test_other_pairs_have_other_notes(left, right, folder, tmp_path):
    noted(left, right, folder)
    other = make_article("Another text.", origin=str(tmp_path / "other.txt"))
    assert open_notes(left, other, folder).notebook.is_empty
    assert open_notes(other, right, folder).notebook.is_empty


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("https://News.example/a?utm_source=x#top", "http://news.example/a/"),
        ("https://news.example/a?id=2&fbclid=zz", "https://news.example/a?id=2"),
    ],
)
def test_one_page_under_two_addresses_is_one_article(one, two, right):
    assert identify_pair(make_article("a", origin=one), right).file_name == (
        identify_pair(make_article("b", origin=two), right).file_name
    )


def test_standard_input_is_known_by_its_text(right):
    names = [identify_pair(make_article(text, origin="-"), right).file_name for text in ("a", "a", "b")]
    assert names[0] == names[1] != names[2]


def test_looking_at_a_pair_writes_nothing(left, right, folder):
    notes = open_notes(left, right, folder)
    notes.save()
    notes.reload()
    assert not folder.exists() or not list(folder.glob("*.yaml"))


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


def test_a_note_written_by_hand_needs_no_more_than_its_quote(left, right, folder):
    noted(left, right, folder)
    path = the_file(folder)
    hand = "- text: by hand\n  anchors:\n  - {side: right, exact: hotel rooms}\n"
    path.write_text(path.read_text().replace("notes:\n", "notes:\n" + hand, 1))
    notes = open_notes(left, right, folder)
    assert notes.problems == ()
    placed = next(p for p in notes.placement.notes if p.note.text == "by hand")
    assert right.slice(placed.spans("right")[0]) == "hotel rooms"
    notes.change("edit", notes.notebook.edit(placed.note.id, colour=2))
    again = open_notes(left, right, folder)
    assert len(again.notebook.notes) == 2
    assert again.notebook.note(placed.note.id).colour == 2


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


def test_a_change_that_is_not_yet_written_is_known_to_be_so(left, right, folder):
    notes = noted(left, right, folder)
    notes.change("edit", notes.notebook.edit(notes.notebook.notes[0].id, text="more"), save=False)
    assert not notes.is_saved
    assert notes.save() and notes.is_saved


def test_a_mark_made_on_an_earlier_text_is_changed_and_not_doubled(left, right, folder):
    from tui.notes.placing import anchor_link

    notes = open_notes(left, right, folder)
    comparison = compare(left, right)
    notes.change("link", notes.notebook.link(*anchor_link(comparison, 2, 1)))
    changed = make_article(LEFT.replace("Captain Maren", "Later, Captain Maren").replace("said.", "told us."))
    later = OpenNotes(changed, right, notes.store, notes.notebook)
    assert later.placement.corrections.linked == {(2, 1)}
    anchors = anchor_link(compare(changed, right), 2, 1, later.placement)
    assert len(later.notebook.unlink(*anchors).link_marks) == 1


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


def test_a_mark_by_hand_is_kept_when_the_clock_went_back(left, right, folder):
    notes = open_notes(left, right, folder)
    mark = make_link_mark(quote(left, "left", "Eight"), quote(right, "right", "Ten people"), "linked")
    notes.change("link", notes.notebook.link(mark.left, mark.right))
    early = notes.notebook.link_marks[0].modified - timedelta(days=300)
    assert notes.notebook.link_marks[0].modified > early
    notes.change("unlink", notes.notebook.unlink(mark.left, mark.right))
    assert open_notes(left, right, folder).notebook.link_marks[0].link == "unlinked"


def test_an_article_whose_name_is_not_text_has_notes_too(right, folder, tmp_path):
    named = make_article(LEFT, origin=str(tmp_path / "f\udcff\x1b[2J.txt"), title="t\udcff\x1b]0;x\x07")
    notes = noted(named, right, folder)
    assert notes.unsaved is None
    assert len(open_notes(named, right, folder).notebook.notes) == 1
    written = the_file(folder).read_text()
    assert "\x1b" not in written and "\x07" not in written


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
