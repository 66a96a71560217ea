import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.notes.conftest import quote
from tui.articles.load import make_article
from tui.compare.engine import compare
from tui.notes.importing import read_import
from tui.notes.note import make_detail_mark, make_note
from tui.notes.notebook import Notebook
from tui.notes.notes_fields import NotesFileError
from tui.notes.notes_file import NotesFile, write_notes_file
from tui.notes.open_notes import open_notes
from tui.notes.pair import identify_pair
from tui.notes.reports.export import render


@pytest.fixture
def book(left, right) -> Notebook:
    hurt = quote(left, "left", "Eight passengers were hurt"), quote(right, "right", "Ten people were injured")
    sentences = (
        quote(left, "left", "Eight passengers were hurt, two of them seriously."),
        quote(
            right, "right", "Ten people were injured when the ferry Havfrue struck rocks near Sandholm late on Tuesday."
        ),
    )
    mark = make_detail_mark("figure", *hurt, sentences, "settled", "right", "the hospital says ten")
    return (
        Notebook()
        .add(make_note(hurt, 2, "eight or ten?\n\nask the hospital", ["hurt", "to do"]))
        .add(make_note([quote(right, "right", "hotel rooms")], 4))
        .link(*sentences)
        .check_link(*sentences)
        .unlink(sentences[0], quote(right, "right", "The ferry company said it would pay for hotel rooms."))
        .mark_detail(mark)
        .name_colour(2, "follow up")
    )


@pytest.mark.parametrize("form", ["yaml", "jsonld", "json"])
def test_what_leaves_comes_back_the_same(book, left, right, form):
    text = render(compare(left, right), book, form)
    imported = read_import(text, "theirs", left, right)
    assert imported.problems == ()
    assert imported.homeless == 0
    assert imported.notebook == book


def test_the_comparison_document_with_notes_is_what_its_schema_says(book, left, right):
    schema = Path(__file__).parents[2] / "docs" / "comparison.schema.json"
    document = json.loads(render(compare(left, right), book, "json"))
    jsonschema.Draft202012Validator(json.loads(schema.read_text(encoding="utf-8"))).validate(document)
    assert [len(document["notes"][key]) for key in ("notes", "links", "details")] == [2, 2, 1]


@pytest.mark.parametrize("form", ["yaml", "jsonld", "json"])
def test_a_pair_the_other_way_round_gets_its_sides_exchanged(book, left, right, form):
    text = render(compare(left, right), book, form)
    imported = read_import(text, "theirs", right, left)
    assert {a.side for note in imported.notebook.notes for a in note.anchors if a.exact == "hotel rooms"} == {"left"}
    assert imported.notebook.detail_marks[0].correct == "left"


def test_notes_on_other_articles_are_refused(book, left, right):
    text = render(compare(left, right), book, "yaml")
    others = make_article("Parliament votes on the budget."), make_article("A vote on the budget is near.")
    with pytest.raises(NotesFileError, match="none of its notes stands"):
        read_import(text, "theirs.yaml", *others)


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", "{", "[1, null]", "a: b", '{"type": "Annotation"}', "\ufeff{}", '{"notes": {}}']
)
def test_what_holds_no_notes_is_refused_in_one_line(text, left, right):
    try:
        imported = read_import(text, "theirs", left, right)
    except NotesFileError as error:
        assert str(error).startswith("theirs")
        assert "\n" not in str(error)
    else:
        assert imported.problems and imported.notebook.is_empty


def test_an_annotation_made_by_another_program_is_understood(left, right):
    annotation = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "https://elsewhere.example/annotations/7",
        "type": "Annotation",
        "bodyValue": "Who says so?",
        "target": {
            "source": "https://news.example/ferry",
            "selector": {"type": "TextQuoteSelector", "exact": "hotel rooms", "prefix": "pay for "},
        },
    }
    imported = read_import(json.dumps(annotation), "web.jsonld", left, right)
    (note,) = imported.notebook.notes
    assert (note.text, note.anchors[0].side) == ("Who says so?", "right")
    assert read_import(json.dumps(annotation), "web.jsonld", left, right).notebook.notes[0].id == note.id


def test_two_people_join_their_notes(book, left, right, tmp_path):
    mine = open_notes(left, right, tmp_path / "notes")
    mine.change("import", book)
    theirs = book.edit(book.notes[0].id, text="ten, it says here").add(
        make_note([quote(left, "left", "steering had failed")])
    )
    received = open_notes(left, right, tmp_path / "theirs")
    received.change("import", book)
    received.change("edit", theirs)
    text = render(compare(left, right), received.notebook, "jsonld")
    joined = mine.join(read_import(text, "theirs", left, right).notebook)
    assert (joined.added, joined.replaced) == (1, 1)
    (before,) = (tmp_path / "notes").glob("*.before-import-*.yaml")
    assert "eight or ten?" in before.read_text()
    assert mine.notebook.note(book.notes[0].id).text == "ten, it says here"
    assert len(open_notes(left, right, tmp_path / "notes").notebook.notes) == 3
    assert mine.undo() == "import notes"
    assert mine.notebook.note(book.notes[0].id).text.startswith("eight or ten?")


def test_a_deleted_note_does_not_come_back_with_an_import(book, left, right, tmp_path):
    mine = open_notes(left, right, tmp_path / "notes")
    mine.change("import", book)
    gone = book.notes[0].id
    mine.change("delete", mine.notebook.delete(gone))
    again = open_notes(left, right, tmp_path / "notes")
    joined = again.join(book)
    assert joined.deleted == 1
    assert again.notebook.note(gone) is None


KEYS = st.sampled_from(
    [
        *("type", "first", "items", "target", "selector", "source", "id", "body", "bodyValue", "value", "purpose"),
        *("exact", "prefix", "suffix", "start", "created", "modified", "notes", "links", "details", "colours"),
        *("anchors", "side", "colour", "tags", "text", "format", "left", "right", "newsdiff:mark", "newsdiff:side"),
        *("newsdiff:colour", "newsdiff:part", "newsdiff:link", "newsdiff:checked", "newsdiff:colours"),
    ]
)
WORDS = st.sampled_from(
    [
        *("Annotation", "AnnotationCollection", "TextQuoteSelector", "TextPositionSelector", "steering", "left"),
        *("right", "link", "detail", "linked", "newsdiff-notes/1", "2026-01-01T00:00:00Z", "", "\x1b[2J", "\u202e"),
    ]
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 10**20) | st.floats() | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=6),
    max_leaves=25,
)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(VALUES, st.booleans())
def test_whatever_a_file_holds_is_read_or_refused_in_one_inert_line(left, right, value, as_annotation):
    if as_annotation:
        value = {"type": "Annotation", "target": value, "body": value, "newsdiff:mark": value}
    try:
        imported = read_import(json.dumps(value), "theirs", left, right)
    except NotesFileError as error:
        told = [str(error)]
    else:
        told = list(imported.problems)
        assert write_notes_file(NotesFile(identify_pair(left, right), imported.notebook))
    for line in told:
        assert not [c for c in line if c in "\n\x1b\u202e"], line


def test_an_enormous_quote_is_refused(left, right):
    annotation = {
        "type": "Annotation",
        "target": {
            "newsdiff:side": "left",
            "selector": {"type": "TextQuoteSelector", "exact": "ab " * 300_000, "prefix": "c " * 300_000},
        },
    }
    with pytest.raises(NotesFileError):
        read_import(json.dumps(annotation), "theirs", left, right)
