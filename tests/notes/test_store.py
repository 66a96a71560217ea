"""Notes on the disk: read back as they were written, and found again for the same pair."""

import unicodedata
from datetime import timedelta

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.notes.conftest import LEFT, noted, quote, the_file
from tui.articles.load import make_article
from tui.compare.engine import compare
from tui.disk.inert import BIDI_CONTROLS
from tui.notes.note import make_detail_mark, make_link_mark, make_note
from tui.notes.notebook import Notebook
from tui.notes.notes_file import NotesFile, read_notes_file, write_notes_file
from tui.notes.open_notes import OpenNotes, open_notes
from tui.notes.pair import identify_pair

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
